"""Realisasi anggaran from a list of the finance system: which column is what, and what of it goes into which field.

Nothing is guessed: what did not match, what stands twice, and what stands above its pagu is listed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.angka import Angka, ejaan_lain, tulis_rupiah
from analytics.aturan.nomenklatur import kode_bagian, pisah_bagian
from analytics.aturan.periode import ROMAWI
from analytics.aturan.teks import sandingan, sebaris
from analytics.lembar.bentuk.bahan import BahanFormat, SimpulFormat
from analytics.lembar.layar.awal import tulis_isian
from analytics.lembar.layar.draf import IsianLayar
from analytics.pembaca.baca import BukuTerbaca, SelTerbaca
from analytics.pembaca.tolakan import Tolakan
from analytics.sel.baca_sel import baca_sel, hampa
from analytics.sel.daftar import LembarDaftar, baca_csv, baca_daftar, kode_sel
from analytics.temuan.butir import Temuan

JenisKeuangan = Literal["kode", "sd_triwulan", "triwulan_ini"]
_SEBUTAN: Final[Mapping[JenisKeuangan, str]] = {
    "kode": "Kode",
    "sd_triwulan": "Realisasi s/d triwulan ini",
    "triwulan_ini": "Realisasi triwulan ini saja",
}
_REALISASI: Final = re.compile(r"\b(realisasi|penyerapan|serapan)\b")
_KUMULATIF: Final = re.compile(r"\b(s ?/ ?d|s\.d\.?|sd|sampai|kumulatif)(\b|\s|$)")
_SENDIRI: Final = re.compile(r"\b(periode|triwulan|bulan) ini\b")
_PERSEN: Final = re.compile(r"%|\bpersen")


@dataclass(frozen=True)
class PeranKeuangan:
    """What a column of the list holds."""

    jenis: JenisKeuangan

    @property
    def sebutan(self) -> str:
        """In words."""
        return _SEBUTAN[self.jenis]


@dataclass(frozen=True)
class LembarKeuangan(LembarDaftar):
    """A sheet of such a list, with what its columns can hold."""

    @property
    def usul(self) -> dict[str, PeranKeuangan]:
        """What the columns hold by their headers; a realisasi of which it does not say s/d when is left to a person."""
        hasil = {self.kolom_kode: PeranKeuangan("kode")}
        for huruf, judul in self.judul.items():
            peran = _peran(sandingan(judul))
            if huruf not in hasil and peran is not None and peran not in hasil.values():
                hasil[huruf] = peran
        return hasil

    @property
    def peran(self) -> tuple[PeranKeuangan, ...]:
        """Everything that a column can hold."""
        return tuple(PeranKeuangan(jenis) for jenis in _SEBUTAN)


def _peran(judul: str) -> PeranKeuangan | None:
    if not _REALISASI.search(judul) or _PERSEN.search(judul):
        return None
    if _KUMULATIF.search(judul):
        return PeranKeuangan("sd_triwulan")
    return PeranKeuangan("triwulan_ini") if _SENDIRI.search(judul) else None


def baca_keuangan(
    isi: bytes, nama_berkas: str, buka: Callable[[bytes], BukuTerbaca | tuple[Tolakan, ...]]
) -> tuple[LembarKeuangan, ...] | tuple[Temuan, ...]:
    """The sheets of a workbook or a csv that hold such a list; findings where it is neither. Raises as `baca_csv`."""
    buku = baca_csv(isi) if nama_berkas.casefold().endswith(".csv") else buka(isi)
    return baca_daftar(buku, LembarKeuangan)


@dataclass(frozen=True)
class CatatanKeuangan:
    """What somebody has to look at: a row of the list (None: the list has none), what it holds, and why."""

    baris: int | None
    tulisan: str
    sebab: str


@dataclass(frozen=True)
class HasilKeuangan:
    """The texts of the fields by code, and what is to be looked at."""

    rupiah: Mapping[str, str]
    catatan: tuple[CatatanKeuangan, ...]

    def masukkan(self, isian: IsianLayar) -> KeuanganTerisi:
        """The fields with these amounts in the place of what stood there; what is replaced is named."""
        anggaran = {kode: dict(ketikan) for kode, ketikan in isian.anggaran.items()}
        diganti = []
        for kode, rupiah in self.rupiah.items():
            semula = anggaran.setdefault(kode, {}).get("rupiah", rupiah)
            if semula != rupiah:
                diganti.append(CatatanKeuangan(None, kode, f"“{semula}” di bidangnya diganti dengan “{rupiah}”"))
            anggaran[kode]["rupiah"] = rupiah
        catatan = sorted((*self.catatan, *diganti), key=_urutan)
        return KeuanganTerisi(IsianLayar(isian.realisasi, anggaran).rapi, frozenset(self.rupiah), tuple(catatan))


@dataclass(frozen=True)
class KeuanganTerisi:
    """Fields of which a list filled those of `terisi` (codes), and what is to be looked at."""

    isian: IsianLayar
    terisi: frozenset[str]
    catatan: tuple[CatatanKeuangan, ...]


def _urutan(catatan: CatatanKeuangan) -> tuple[bool, int, str]:
    """Rows of the list as they stand there, then what has no row, by its code."""
    return catatan.baris is None, catatan.baris or 0, catatan.tulisan


@dataclass(frozen=True)
class _BarisDaftar:
    nomor: int
    kode: str | None
    uang: SelTerbaca | None
    tulisan: str


def muat_lalu(penanya: Penanya, bahan: BahanFormat) -> dict[str, Decimal]:
    """Realisasi s/d the triwulan before by leaf, where that very triwulan was reported; in triwulan I nothing yet."""
    periode = bahan.periode
    if periode.triwulan == 1:
        return {simpul.kode: Decimal(0) for simpul in bahan.simpul}
    laporan = penanya.kueri("anggaran_tahun", kode_pd=bahan.kantor.kode_pd, tahun=periode.tahun)
    tepat = (baris for baris in laporan if baris["triwulan"] == periode.triwulan - 1)
    sebelum = {(baris["kode_simpul"], baris["rupiah"]) for baris in tepat}
    # What the format itself shows beside the field, and no other amount.
    return {
        simpul.kode: simpul.lalu
        for simpul in bahan.simpul
        if simpul.lalu is not None and (simpul.kode, simpul.lalu) in sebelum
    }


def susun_keuangan(
    lembar: LembarKeuangan, peran: Mapping[str, PeranKeuangan], bahan: BahanFormat, lalu: Mapping[str, Decimal]
) -> HasilKeuangan:
    """What a list whose columns (by letters) hold what `peran` says brings into the fields of a format.

    Raises ValueError, in words for the user, without exactly one column of codes and one of realisasi.
    """
    huruf_kode = [huruf for huruf, milik in peran.items() if milik.jenis == "kode"]
    huruf_uang = [huruf for huruf, milik in peran.items() if milik.jenis != "kode"]
    if len(huruf_kode) != 1:
        raise ValueError("Pilih satu kolom yang berisi kode.")
    if len(huruf_uang) != 1:
        raise ValueError("Pilih satu kolom realisasi: s/d triwulan ini, atau triwulan ini saja.")
    pengisi = _Pengisi(bahan, None if peran[huruf_uang[0]].jenis == "sd_triwulan" else lalu)
    return pengisi.isikan([_baris(nomor, sel, huruf_kode[0], huruf_uang[0]) for nomor, sel in lembar.baris])


def _baris(nomor: int, sel: Mapping[str, SelTerbaca], kode: str, uang: str) -> _BarisDaftar:
    tulisan = " | ".join(sebaris(butir.teks, 60) for butir in sel.values())
    return _BarisDaftar(nomor, kode_sel(sel.get(kode)), None if hampa(sel.get(uang)) else sel.get(uang), tulisan)


@dataclass(frozen=True)
class _Pengisi:
    """Takes the rows of a list to the leaves of a format; `lalu` is None where the list gives amounts s/d."""

    bahan: BahanFormat
    lalu: Mapping[str, Decimal] | None

    def isikan(self, semua: Sequence[_BarisDaftar]) -> HasilKeuangan:
        """Every leaf that one row of the list names, and what is to be looked at."""
        simpul = {butir.kode: butir for butir in self.bahan.simpul}
        dikenal = {kode: kode for kode in simpul} | self._bagian_sendiri()
        milik: dict[str, list[_BarisDaftar]] = defaultdict(list)
        rupiah: dict[str, str] = {}
        catatan = []
        for baris in semua:
            if baris.kode in dikenal:
                milik[dikenal[baris.kode]].append(baris)
            elif baris.uang is not None:
                catatan.append(CatatanKeuangan(baris.nomor, baris.tulisan, self._asing(baris.kode)))
        for kode, sekode in milik.items():
            teks, tambahan = self._simpul(simpul[kode], sekode)
            catatan += tambahan
            if teks is not None:
                rupiah[kode] = teks
        catatan += (
            CatatanKeuangan(None, f"{kode} {butir.nama}", "tidak ada di daftar; bidangnya tidak diubah")
            for kode, butir in simpul.items()
            if kode not in milik
        )
        return HasilKeuangan(rupiah, tuple(catatan))

    def _bagian_sendiri(self) -> dict[str, str]:
        """The part that this unit has of a sub kegiatan, by the code of that: a list does not name units."""
        terbagi = (pisah_bagian(butir.kode) for butir in self.bahan.simpul)
        return {induk: kode_bagian(induk, unit) for induk, unit in terbagi if unit == self.bahan.kode_unit}

    def _asing(self, kode: str | None) -> str:
        if kode is None:
            return "tanpa kode sub kegiatan"
        if any(pisah_bagian(butir.kode)[0] == kode for butir in self.bahan.simpul):
            return "dibagi per unit, dan daftar tidak menyebut unitnya; isikan bagian tiap unit"
        if any(butir.kode.startswith(f"{kode}.") for butir in self.bahan.simpul):
            return "jumlah dari rincian di bawahnya; format meminta rinciannya"
        return "tidak diminta format unit ini"

    def _simpul(self, simpul: SimpulFormat, sekode: Sequence[_BarisDaftar]) -> tuple[str | None, list[CatatanKeuangan]]:
        """The text of one field, None where it stays as it is."""
        if len(sekode) > 1:
            sebab = f"kode yang sama pada {len(sekode)} baris; tidak ada yang diisikan"
            return None, [CatatanKeuangan(baris.nomor, baris.tulisan, sebab) for baris in sekode]
        (baris,) = sekode
        if baris.uang is None:
            return None, [CatatanKeuangan(baris.nomor, baris.tulisan, "realisasinya kosong; bidangnya tidak diubah")]
        teks, nilai, sebab = self._sampai_kini(simpul, baris.uang)
        lain = [sebab] if sebab else list(_terhadap_pagu(nilai, simpul.pagu))
        if pisah_bagian(simpul.kode)[1] and teks is not None:
            lain.append("diisikan pada bagian unit ini; pastikan daftar memuat bagian unit ini saja")
        return teks, [CatatanKeuangan(baris.nomor, baris.tulisan, kata) for kata in lain]

    def _sampai_kini(self, simpul: SimpulFormat, uang: SelTerbaca) -> tuple[str | None, Decimal | None, str]:
        """What is typed for an amount s/d this triwulan, its value, and what is to be said of it."""
        teks, nilai = _baca(uang)
        if self.lalu is None:
            return teks, nilai, "" if nilai is not None else "belum terbaca; bidangnya diisi seperti tertulis"
        if nilai is None:
            return None, None, "belum terbaca, sehingga tidak dapat dijumlahkan; bidangnya tidak diubah"
        lalu = self.lalu.get(simpul.kode)
        if lalu is None:
            sebelum = ROMAWI[self.bahan.periode.triwulan - 1]
            return None, None, f"realisasi s/d TW {sebelum} belum dilaporkan; s/d triwulan ini tidak dapat dihitung"
        return tulis_isian(lalu + nilai), lalu + nilai, ""


def _baca(uang: SelTerbaca) -> tuple[str, Decimal | None]:
    """The text of a field for an amount, and the amount where it has one usual reading."""
    ejaan = ejaan_lain(sebaris(uang.teks)) if uang.jenis == "teks" else None
    terbaca = baca_sel(uang if ejaan is None else uang._replace(teks=ejaan.polos))
    if isinstance(terbaca, Angka) and terbaca.tanya is None and not terbaca.persen:
        return tulis_isian(terbaca.nilai), terbaca.nilai
    return sebaris(uang.teks), None


def _terhadap_pagu(nilai: Decimal | None, pagu: Decimal | None) -> Iterator[str]:
    if nilai is not None and nilai > (pagu or 0):
        yield f"{tulis_rupiah(nilai)} melebihi pagunya, {tulis_rupiah(pagu)}" if pagu else "tidak ada pagunya"
