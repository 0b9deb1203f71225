"""What a sender typed, taken over into the format in force: each cell that has its place there, and the rest by name.

Nothing is guessed: a cell goes over only where its row, its column and what it means are beyond doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from analytics.aturan.teks import sebaris
from analytics.lembar.bekas import SEL_PENANDA, lembar_temuan
from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.format import (
    KOLOM_ANGGARAN,
    LEMBAR_ANGGARAN,
    LEMBAR_PETUNJUK,
    LEMBAR_REALISASI,
    LEMBAR_SIDIK,
    KolomFormat,
    cari_letak,
    kolom_realisasi,
)
from analytics.lembar.bentuk.ketikan import IsianUnit, Ketikan
from analytics.lembar.kembali.belum_bertempat import BelumBertempat, sebut_sisa, tanpa_tempat
from analytics.lembar.periksa.gabungan import KETERANGAN
from analytics.lembar.periksa.nilai import kutip
from analytics.lembar.periksa.struktur import (
    LembarFormat,
    cari_lembar,
    gabungan_isian,
    periksa_tabel,
    tertukar,
)
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca
from analytics.sel.baca_sel import berisi, hampa

_NILAI: Final = frozenset({"pembilang", "penyebut", "realisasi", "capaian"})
"""The columns whose meaning hangs on how the indicator is to be filled."""
_BENAR_SALAH: Final = {True: "TRUE", False: "FALSE"}


@dataclass(frozen=True)
class LetakIsian:
    """A cell of the format: its sheet, the code of its row, the key of its column."""

    lembar: str
    kode: str
    kunci: str


@dataclass(frozen=True)
class IsianPindah:
    """What goes over: `asal` are the cells of the sender by their place in the format, `ketikan` what they become.

    `sisa` has no place there. `nama_lembar` says under which name of the format a sheet of the sender was recognised,
    `tambahan` which sheets are none of the format.
    """

    asal: Mapping[LetakIsian, SelTerbaca]
    ketikan: Mapping[LetakIsian, Ketikan]
    sisa: tuple[BelumBertempat, ...]
    nama_lembar: Mapping[str, str]
    tambahan: tuple[LembarTerbaca, ...]

    def susun_isian(self) -> IsianUnit:
        """As the writer of a format takes it."""
        return IsianUnit(self._isian(LEMBAR_REALISASI), self._isian(LEMBAR_ANGGARAN))

    def _isian(self, lembar: str) -> dict[str, dict[str, Ketikan]]:
        hasil: dict[str, dict[str, Ketikan]] = {}
        for letak, ketikan in self.ketikan.items():
            if letak.lembar == lembar:
                hasil.setdefault(letak.kode, {})[letak.kunci] = ketikan
        return hasil


@dataclass
class _Pengumpul:
    """The sheets of one workbook, gone through one after another."""

    bahan: BahanFormat
    asal: dict[LetakIsian, SelTerbaca] = field(default_factory=dict)
    ketikan: dict[LetakIsian, Ketikan] = field(default_factory=dict)
    sisa: list[BelumBertempat] = field(default_factory=list)
    nama_lembar: dict[str, str] = field(default_factory=dict)

    def ambil(self, lembar: LembarTerbaca, nama: str, kolom: tuple[KolomFormat, ...]) -> None:
        """Take over one sheet; `nama` is what the format calls it."""
        self.nama_lembar[lembar.nama] = nama
        letak = cari_letak({alamat: sel.teks.strip() for alamat, sel in lembar.sel.items()}, kolom)
        if letak is None:
            self.sisa += tanpa_tempat(lembar, nama, self.bahan)
            return
        tempat = LembarFormat(nama, lembar, letak, kolom, self.bahan.periode, {})
        for isian, sel in _bertempat(tempat, self.bahan):
            self.asal[isian] = sel
            self.ketikan[isian] = ketikan_sel(sel, _jenis(kolom, isian.kunci), persen=self._persen(isian))
        dibawa = {sel.alamat for isian, sel in self.asal.items() if isian.lembar == nama}
        self.sisa += sebut_sisa(tempat, self.bahan, dibawa)

    def _persen(self, isian: LetakIsian) -> bool:
        if isian.kunci == "capaian":
            return True
        return isian.kunci == "realisasi" and any(
            indikator.persen for indikator in self.bahan.indikator if indikator.kode == isian.kode
        )


def pindahkan(buku: BukuTerbaca, bahan: BahanFormat) -> IsianPindah:
    """What of an identified workbook goes into the format that this material makes."""
    pengumpul = _Pengumpul(bahan)
    kolom = {LEMBAR_REALISASI: kolom_realisasi(bahan.periode.triwulan)}
    if bahan.simpul:
        kolom[LEMBAR_ANGGARAN] = KOLOM_ANGGARAN
    for nama, kolom_lembar in kolom.items():
        lembar = cari_lembar(buku, nama) or _berganti_nama(buku, kolom_lembar)
        if lembar is not None:
            pengumpul.ambil(lembar, nama, kolom_lembar)
    dikenal = {*pengumpul.nama_lembar, *_nama_lain(buku, (LEMBAR_PETUNJUK, LEMBAR_SIDIK))}
    tambahan = (
        lembar
        for nama, lembar in buku.lembar.items()
        if nama not in dikenal and not lembar_temuan(nama, lembar.teks(SEL_PENANDA))
    )
    return IsianPindah(pengumpul.asal, pengumpul.ketikan, tuple(pengumpul.sisa), pengumpul.nama_lembar, tuple(tambahan))


def _nama_lain(buku: BukuTerbaca, nama: Iterable[str]) -> Iterator[str]:
    yield from (lembar.nama for nama_format in nama if (lembar := cari_lembar(buku, nama_format)) is not None)


def _berganti_nama(buku: BukuTerbaca, kolom: tuple[KolomFormat, ...]) -> LembarTerbaca | None:
    """The one sheet that holds this table under another name; None when there is none, or when there are several."""
    perlu = {kepala.kunci for kepala in kolom if kepala.jenis == "angka" and not kepala.pilihan}
    calon = [
        lembar
        for lembar in buku.lembar.values()
        if (letak := cari_letak({alamat: sel.teks.strip() for alamat, sel in lembar.sel.items()}, kolom)) is not None
        and perlu <= letak.kolom.keys()
    ]
    return calon[0] if len(calon) == 1 else None


def _jenis(kolom: Iterable[KolomFormat], kunci: str) -> str:
    return next(kepala.jenis for kepala in kolom if kepala.kunci == kunci)


def _bertempat(tempat: LembarFormat, bahan: BahanFormat) -> Iterator[tuple[LetakIsian, SelTerbaca]]:
    """The cells of a sheet whose row, column and meaning are beyond doubt."""
    temuan = tuple(periksa_tabel(tempat, bahan))
    ragu = tertukar(temuan)
    cara_lain = {butir.kode_baris for butir in temuan if butir.kode == "cara_isi_berubah"} | _berpasangan(tempat, bahan)
    diisi = kolom_terbuka(tempat.nama, bahan)
    tergabung, kolom = _tergabung(tempat, list(diisi)), tempat.kolom_dikenal
    for kode, terbuka in diisi.items():
        nomor = tempat.baris(kode)
        if nomor is None or kode in ragu:
            continue
        for kunci in sorted(terbuka - (_NILAI if kode in cara_lain else frozenset())):
            huruf = None if kunci in tempat.letak.ganda else kolom.get(kunci)
            alamat = tempat.keterangan_gabungan.get(nomor) if kunci == KETERANGAN else None
            sel = tempat.lembar.sel.get(alamat or f"{huruf}{nomor}")
            if sel is not None and berisi(sel) and sel.alamat not in tergabung:
                yield LetakIsian(tempat.nama, kode, kunci), sel


def _berpasangan(tempat: LembarFormat, bahan: BahanFormat) -> set[str | None]:
    """The codes of rows that ask for the value itself and have a pembilang or penyebut typed into them."""
    if tempat.nama == LEMBAR_ANGGARAN:
        return set()
    huruf = [tempat.kolom_dikenal.get(kunci) for kunci in ("pembilang", "penyebut")]
    return {
        indikator.kode
        for indikator in bahan.indikator
        if not indikator.berpembilang
        and any(not hampa(tempat.lembar.sel.get(f"{letak}{tempat.baris(indikator.kode)}")) for letak in huruf)
    }


def kolom_terbuka(nama: str, bahan: BahanFormat) -> dict[str, frozenset[str]]:
    """The keys of the cells that a unit fills, by row: neither closed ones nor the formula of a pair."""
    if nama == LEMBAR_ANGGARAN:
        semua = frozenset(kolom.kunci for kolom in KOLOM_ANGGARAN if kolom.jenis != "terkunci")
        return {simpul.kode: semua for simpul in bahan.simpul}
    semua = frozenset(kolom.kunci for kolom in kolom_realisasi(1) if kolom.jenis != "terkunci")
    pasangan = frozenset({"pembilang", "penyebut"})
    return {
        indikator.kode: semua - (frozenset({"realisasi"}) if indikator.berpembilang else pasangan)
        for indikator in bahan.indikator
    }


def _tergabung(tempat: LembarFormat, kode: list[str]) -> set[str]:
    """The cells that one typed value covers together with others: nobody knows for which it was meant."""
    return {
        f"{tempat.isian[kolom]}{nomor}"
        for gabungan in gabungan_isian(tempat, kode)
        if not gabungan.terbaca
        for kolom, nomor in gabungan.sel
    }


def ketikan_sel(sel: SelTerbaca, jenis: str, *, persen: bool) -> Ketikan:
    """What is typed into the format for a cell of the sender, so that it reads the same, and fails the same.

    A formula becomes its value, a date or an error in a number's place the text that it shows. `jenis` is that of the
    column, `persen` whether a % format is understood there.
    """
    if jenis == "teks":
        return None if sel.jenis in {"rumus", "galat"} else sel.teks
    if sel.jenis == "angka" and sel.nilai is not None and (persen or not sel.persen):
        return Decimal(repr(sel.nilai)) * 100 if sel.persen else sel.nilai
    if sel.jenis == "teks":
        return sel.teks
    if sel.jenis == "logika":
        return _BENAR_SALAH[bool(sel.nilai)]
    if sel.jenis == "rumus":
        return f"={sel.rumus}" if sel.rumus else "(rumus tanpa hasil)"
    return sebaris(kutip(sel)) or sel.teks
