"""What one unit carries of an office: the reading that the forms of this unit are made of.

Its money is that of its own rows, and of its parts of rows that units share; such a part stands in the place of its
row. What is above sums these alone. An indicator has no part but those that the plan gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from analytics.evaluasi.bacaan import Bacaan
from analytics.evaluasi.hasil import Keterangan, LaporanUang
from analytics.evaluasi.uang import Pohon, UangTerbaca
from data.gudang import Baris

_KOLOM: Final = ("pagu_renstra", "pagu_renja", "realisasi")


def potong_unit(bacaan: Bacaan, kode_unit: str | None) -> Bacaan:
    """The reading of one unit, with all figures of indicators; without a unit that of the office as it is."""
    if kode_unit is None:
        return bacaan
    uang = bacaan.uang_terbaca
    bagian = dict(_bagian(uang, kode_unit))
    pohon = _potong_pohon(bacaan.pohon, bagian, kode_unit)
    potongan = _Potongan(uang, bagian, kode_unit, _mulai_dibagi(uang))
    return replace(
        bacaan,
        keterangan=keterangan_unit(bacaan, kode_unit),
        pohon=pohon,
        uang=UangTerbaca(
            pohon,
            uang.tahun,
            uang.triwulan,
            {tahun: potongan.setahun(tahun) for tahun in uang.baris},
            potongan.laporan(),
            asal=uang,
            letak=bagian,
            tak_dibagi={tahun: potongan.tak_dibagi(tahun) for tahun in uang.baris},
        ),
    )


def keterangan_unit(bacaan: Bacaan, kode_unit: str | None) -> Keterangan:
    """The heading of a result that is cut to one unit: whether that one has sent, whatever others have."""
    if kode_unit is None:
        return bacaan.keterangan
    nama, kode = bacaan.unit.get(kode_unit, kode_unit), bacaan.sub_skpd.get(kode_unit)
    semua = bacaan.keterangan
    return replace(
        semua,
        sub_unit=f"{nama} (sub SKPD {kode})" if kode else nama,
        unit=1,
        unit_belum=tuple(belum for belum in semua.unit_belum if belum == nama),
    )


def _bagian(uang: UangTerbaca, kode_unit: str) -> Iterator[tuple[str, str]]:
    """The parts of a unit that have money in any year, with the row above each."""
    ada = {kode for baris in uang.baris.values() for kode in baris} | uang.laporan.keys()
    for kode, simpul in uang.pohon.simpul.items():
        if uang.pohon.bagian(kode) and simpul["kode_unit"] == kode_unit and kode in ada:
            yield kode, simpul["kode_induk"]


def _mulai_dibagi(uang: UangTerbaca) -> dict[str, int]:
    """The first year in which a Renja divides a row among units."""
    hasil: dict[str, int] = {}
    for tahun in sorted(uang.baris):
        for kode in uang.nilai(tahun, "pagu_renja"):
            if uang.pohon.bagian(kode):
                hasil.setdefault(uang.pohon.simpul[kode]["kode_induk"], tahun)
    return hasil


def _potong_pohon(pohon: Pohon, bagian: Mapping[str, str], kode_unit: str) -> Pohon:
    """The tree without parts of units; the rows that this unit has a part of are its own."""
    milik, tanpa = set(bagian.values()), {kode for kode in pohon.simpul if pohon.bagian(kode)}
    simpul = {
        kode: {**baris, "kode_unit": kode_unit} if kode in milik else baris
        for kode, baris in pohon.simpul.items()
        if kode not in tanpa
    }
    anak = {kode: tuple(bawah for bawah in daftar if bawah not in tanpa) for kode, daftar in pohon.anak.items()}
    return Pohon(simpul, anak, tuple(kode for kode in pohon.naik if kode not in tanpa), pohon.belahan)


@dataclass(frozen=True)
class _Potongan:
    """The money of an office and what of it one unit carries: `bagian` are its parts, with the row above each.

    `dibagi` are the rows that a Renja divides, with the first year in which it does.
    """

    uang: UangTerbaca
    bagian: Mapping[str, str]
    kode_unit: str
    dibagi: Mapping[str, int]

    def setahun(self, tahun: int) -> dict[str, Baris]:
        """The rows of one year that hold money of the unit."""
        hasil: dict[str, dict[str, Any]] = {}
        for kolom in _KOLOM:
            for kode, rupiah in self._kolom(tahun, kolom):
                letak = self.bagian.get(kode, kode)
                baris = hasil.setdefault(letak, dict.fromkeys((*_KOLOM, "kas")))
                baris[kolom] = rupiah
                if kolom == "pagu_renja":
                    baris["kas"] = self.uang.baris[tahun][kode]["kas"]
        return hasil

    def _kolom(self, tahun: int, kolom: str) -> Iterator[tuple[str, Decimal]]:
        """What the unit holds itself, and what a document gives one of its rows of which nobody else holds any."""
        pohon, nilai = self.uang.pohon, self.uang.nilai(tahun, kolom)
        pemegang = pohon.pemegang(nilai)
        milik = {kode for kode in pemegang if self._sendiri(kode)}
        if kolom == "pagu_renstra":
            milik = {kode for kode in milik if tahun < self.dibagi.get(kode, tahun + 1)}
        di_atas_lain = {atas for kode in pemegang - milik for atas in pohon.di_atas(kode)}
        di_atas = {atas for kode in milik for atas in pohon.di_atas(kode)} - di_atas_lain
        for kode in (*milik, *(atas for atas in di_atas if atas in nilai and self._sendiri(atas))):
            yield kode, nilai[kode]

    def tak_dibagi(self, tahun: int) -> dict[str, Decimal]:
        """The rows of this unit or of its parts that a Renja divides, with what a Renstra gives them whole."""
        pohon, nilai = self.uang.pohon, self.uang.nilai(tahun, "pagu_renstra")
        milik = {kode for kode in self.dibagi if self._sendiri(kode)}.union(self.bagian.values())
        dibagi = {kode for kode in milik if self.dibagi.get(kode, tahun + 1) <= tahun}
        return {kode: nilai[kode] for kode in dibagi & pohon.pemegang(nilai) if nilai[kode]}

    def _sendiri(self, kode: str) -> bool:
        return bool(self.uang.pohon.simpul[kode]["kode_unit"] == self.kode_unit)

    def laporan(self) -> dict[str, tuple[LaporanUang, ...]]:
        """What the unit reported; of a row that was divided later than it was reported, the part goes on."""
        hasil: dict[str, dict[int, LaporanUang]] = {}
        for kode in sorted(filter(self._sendiri, self.uang.laporan), key=self.uang.pohon.bagian):
            lapor = {laporan.triwulan: laporan for laporan in self.uang.laporan[kode]}
            hasil.setdefault(self.bagian.get(kode, kode), {}).update(lapor)
        return {kode: tuple(lapor[nomor] for nomor in sorted(lapor)) for kode, lapor in hasil.items()}
