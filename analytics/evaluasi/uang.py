"""Money along the plan tree: stored at the leaves, summed upward, never guessed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from analytics.evaluasi.hasil import LaporanUang, Uang
from analytics.evaluasi.inti import Konteks
from analytics.evaluasi.triwulan import susun_asal
from data.gudang import Baris


@dataclass(frozen=True)
class Pohon:
    """The plan tree of an office: its nodes by code, in order, and the children of each."""

    simpul: Mapping[str, Baris]
    anak: Mapping[str, tuple[str, ...]]

    def pemegang(self, kode: str, nilai: Container[str]) -> tuple[str, ...]:
        """The lowest nodes under a node, itself included, that hold money in `nilai`; so no money counts twice.

        Mostly leaves. Higher up where history is known for a program only, and for a year in which today's parent was
        a leaf still.
        """
        bawah = tuple(satu for anak in self.anak.get(kode, ()) for satu in self.pemegang(anak, nilai))
        return bawah or ((kode,) if kode in nilai else ())

    def jumlah(self, kode: str, nilai: Mapping[str, Decimal]) -> Decimal | None:
        """The sum over the nodes that hold money under a node; None when none does."""
        ada = self.pemegang(kode, nilai)
        return sum((nilai[satu] for satu in ada), Decimal(0)) if ada else None

    def terbawah(self, kode: str, nilai: Container[str]) -> bool:
        """Whether a node is of the lowest level of a form: a leaf, or a kegiatan that holds its money itself."""
        simpul = self.simpul[kode]
        return bool(simpul["daun"]) or (simpul["tingkat"] == "kegiatan" and self.pemegang(kode, nilai) == (kode,))


def susun_pohon(simpul: Iterable[Baris]) -> Pohon:
    """Build the tree from the rows of the question `simpul`."""
    isi = {baris["kode_simpul"]: baris for baris in simpul}
    anak: dict[str, list[str]] = {}
    for kode, baris in isi.items():
        if baris["kode_induk"] is not None:
            anak.setdefault(baris["kode_induk"], []).append(kode)
    return Pohon(isi, {kode: tuple(daftar) for kode, daftar in anak.items()})


@dataclass(frozen=True)
class Anggaran:
    """The money of one year at the leaves: pagu in force, and realisasi s/d each triwulan as reported."""

    pagu: Mapping[str, Decimal]
    realisasi: Mapping[int, Mapping[str, Decimal]]
    laporan: Mapping[str, tuple[LaporanUang, ...]]

    def simpul(self, triwulan: int) -> frozenset[str]:
        """The nodes that have money of their own up to a triwulan."""
        return frozenset(self.pagu) | frozenset(self.sampai(triwulan))

    def sampai(self, triwulan: int) -> dict[str, Decimal]:
        """Realisasi s/d a triwulan: what each leaf reported last, up to it."""
        hasil: dict[str, Decimal] = {}
        for satu in range(1, triwulan + 1):
            hasil.update(self.realisasi.get(satu, {}))
        return hasil

    def uang(self, pohon: Pohon, kode: str, triwulan: int) -> Uang:
        """The money of one node at the end of a triwulan."""
        berpagu = pohon.pemegang(kode, {satu for satu, rupiah in self.pagu.items() if rupiah})
        terlapor = self.realisasi.get(triwulan, {})
        return Uang(
            pagu=pohon.jumlah(kode, self.pagu),
            realisasi=pohon.jumlah(kode, self.sampai(triwulan)),
            triwulan=self._per_triwulan(pohon, kode, triwulan),
            lengkap=all(pohon.pemegang(satu, terlapor) for satu in berpagu),
            laporan=tuple(satu for satu in self.laporan.get(kode, ()) if satu.triwulan <= triwulan),
        )

    def _per_triwulan(
        self, pohon: Pohon, kode: str, sampai: int
    ) -> tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]:
        satu, dua, tiga, empat = (
            self._sendiri(pohon, kode, triwulan) if triwulan <= sampai else None for triwulan in (1, 2, 3, 4)
        )
        return satu, dua, tiga, empat

    def _sendiri(self, pohon: Pohon, kode: str, triwulan: int) -> Decimal | None:
        """The part of one triwulan: s/d it minus s/d the one before; None when no leaf reported for it."""
        if not pohon.pemegang(kode, self.realisasi.get(triwulan, {})):
            return None
        kini = pohon.jumlah(kode, self.sampai(triwulan)) or Decimal(0)
        lalu = pohon.jumlah(kode, self.sampai(triwulan - 1)) or Decimal(0)
        return kini - lalu


def baca_anggaran(konteks: Konteks, tahun: int) -> Anggaran:
    """The money of one year; the pagu is that of the Renja in force at the end of the periode (or of the year)."""
    periode = konteks.periode
    hari = periode.hari_terakhir if tahun == periode.tahun else periode.hari_terakhir.replace(tahun, 12, 31)
    realisasi: dict[int, dict[str, Decimal]] = {}
    laporan: dict[str, tuple[LaporanUang, ...]] = {}
    for baris in konteks.tanya("anggaran_tahun", tahun=tahun):
        kode, triwulan, rupiah = baris["kode_simpul"], baris["triwulan"], baris["rupiah"]
        realisasi.setdefault(triwulan, {})[kode] = rupiah
        laporan[kode] = (*laporan.get(kode, ()), LaporanUang(triwulan, rupiah, susun_asal(baris)))
    return Anggaran(
        pagu={baris["kode_simpul"]: baris["rupiah"] for baris in konteks.tanya("pagu_berlaku", tahun=tahun, hari=hari)},
        realisasi=realisasi,
        laporan=laporan,
    )


@dataclass(frozen=True)
class UangLintas:
    """Money over the years of the Renstra: planned there at the leaves, and realised per year, at the leaves."""

    pagu: Mapping[int, Mapping[str, Decimal]]
    realisasi: Mapping[int, Mapping[str, Decimal]]
    terlapor: Mapping[int, frozenset[str]]

    def lengkap(self, pohon: Pohon, kode: str, tahun: int) -> bool:
        """Whether all that has a pagu under a node was reported for the last triwulan, or stands in the history."""
        berpagu = {satu for satu, rupiah in self.pagu.get(tahun, {}).items() if rupiah}
        ada = self.terlapor.get(tahun, frozenset())
        return all(pohon.pemegang(satu, ada) for satu in pohon.pemegang(kode, berpagu))

    def simpul(self, tahun: int) -> frozenset[str]:
        """The nodes that have money of their own in a year."""
        return frozenset(self.pagu.get(tahun, {})) | frozenset(self.realisasi.get(tahun, {}))

    def pagu_sampai_akhir(self, pohon: Pohon, kode: str) -> Decimal | None:
        """Σ pagu Renstra of all its years."""
        return _jumlah_tahun(pohon, kode, self.pagu.values())

    def realisasi_sampai(self, pohon: Pohon, kode: str, tahun: int) -> Decimal | None:
        """Σ realisasi of the years of the Renstra up to and with this one."""
        return _jumlah_tahun(pohon, kode, (isi for satu, isi in self.realisasi.items() if satu <= tahun))


def baca_uang_lintas(konteks: Konteks, tahun: Iterable[int]) -> UangLintas:
    """Pagu of the Renstra in force and realisasi of its years.

    A node that no kiriman of a past year names keeps the amount of the plan's history; a running year has none yet.
    """
    periode = konteks.periode
    berlaku = konteks.tanya("renstra_berlaku", tahun=periode.tahun, hari=periode.hari_terakhir)
    pagu: dict[int, dict[str, Decimal]] = {}
    for baris in konteks.tanya("pagu_renstra", id_rencana=berlaku[0]["id_rencana"]) if berlaku else ():
        pagu.setdefault(baris["tahun"], {})[baris["kode_simpul"]] = baris["rupiah"]
    riwayat: dict[int, dict[str, Decimal]] = {}
    for baris in konteks.tanya("riwayat_anggaran"):
        riwayat.setdefault(baris["tahun"], {})[baris["kode_simpul"]] = baris["rupiah"]
    lampau = {satu: riwayat.get(satu, {}) if satu < periode.tahun else {} for satu in tahun if satu <= periode.tahun}
    laporan = {satu: baca_anggaran(konteks, satu) for satu in lampau}
    akhir = {satu: periode.triwulan if satu == periode.tahun else 4 for satu in lampau}
    return UangLintas(
        pagu=pagu,
        realisasi={satu: {**isi, **laporan[satu].sampai(akhir[satu])} for satu, isi in lampau.items()},
        terlapor={
            satu: frozenset(isi) | frozenset(laporan[satu].realisasi.get(akhir[satu], {}))
            for satu, isi in lampau.items()
        },
    )


def _jumlah_tahun(pohon: Pohon, kode: str, per_tahun: Iterable[Mapping[str, Decimal]]) -> Decimal | None:
    nilai = [hasil for hasil in (pohon.jumlah(kode, isi) for isi in per_tahun) if hasil is not None]
    return sum(nilai, Decimal(0)) if nilai else None
