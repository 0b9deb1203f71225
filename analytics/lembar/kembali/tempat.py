"""Where a finding stands in the format in force, and how a formula sees whether it is still there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell

from analytics.lembar.bentuk.bahan import BahanFormat
from analytics.lembar.bentuk.format import LEMBAR_ANGGARAN
from analytics.lembar.bentuk.ketikan import Ketikan
from analytics.lembar.bentuk.susun import LembarTertulis
from analytics.lembar.kembali.nasib import TemuanKembali
from analytics.lembar.kembali.pindahan import IsianPindah, LetakIsian, kolom_terbuka
from analytics.lembar.kembali.syarat import syarat_tetap
from analytics.temuan.butir import Temuan

_ALASAN: Final = "alasan"


@dataclass(frozen=True)
class SelDijaga:
    """A cell of the format whose content decides whether something was done: where it is, and what is in it now."""

    alamat: str
    ketikan: Ketikan

    def tetap(self, lembar: str = "") -> str:
        """The condition that holds while nothing was changed; `lembar` names the sheet in front of the address."""
        return syarat_tetap(self.ketikan, f"{lembar}{self.alamat}")


@dataclass(frozen=True)
class Tempat:
    """A finding with its place: `lembar` is the sheet to look at, None when the whole file is meant.

    `letak` is the cell, at `alamat`, None when it is about no single one; `nama` the name of the row. `sel` is the cell
    that is marked until it is changed, `alasan` the one where a reason takes the mark away; None where nothing is
    asked of the unit, or no reason settles it.
    """

    kembali: TemuanKembali
    nama: str
    lembar: str | None
    letak: LetakIsian | None = None
    alamat: str | None = None
    sel: SelDijaga | None = None
    alasan: SelDijaga | None = None

    @property
    def temuan(self) -> Temuan:
        """The finding itself."""
        return self.kembali.temuan


@dataclass(frozen=True)
class Denah:
    """The format as it was written, with what went into it."""

    bahan: BahanFormat
    pindahan: IsianPindah
    tertulis: Mapping[str, LembarTertulis]

    def tempatkan(self, kembali: TemuanKembali) -> Tempat:
        """Find the place of a finding."""
        lembar = self._lembar(kembali.temuan)
        letak = None if lembar is None else self._letak(kembali.temuan, lembar)
        if letak is None:
            return Tempat(kembali, self._nama(kembali.temuan.kode_baris), lembar)
        nama, alamat = self._nama(letak.kode), self.alamat(letak)
        if not _dijaga(kembali, letak):
            return Tempat(kembali, nama, letak.lembar, letak, alamat)
        alasan = LetakIsian(letak.lembar, letak.kode, _ALASAN)
        beralasan = kembali.temuan.tingkat == "peringatan" and letak != alasan
        return Tempat(
            kembali, nama, letak.lembar, letak, alamat, self._sel(letak), self._sel(alasan) if beralasan else None
        )

    def alamat(self, letak: LetakIsian) -> str:
        """The address of a cell in the format."""
        tertulis = self.tertulis[letak.lembar]
        return str(xl_rowcol_to_cell(tertulis.baris[letak.kode], tertulis.kolom[letak.kunci]))

    def _sel(self, letak: LetakIsian) -> SelDijaga:
        return SelDijaga(self.alamat(letak), self.pindahan.ketikan.get(letak))

    def _lembar(self, temuan: Temuan) -> str | None:
        nama = self.pindahan.nama_lembar.get(temuan.lembar or "", temuan.lembar)
        return nama if nama in self.tertulis else None

    def _letak(self, temuan: Temuan, lembar: str) -> LetakIsian | None:
        if temuan.kode_baris is None:
            dicari = (temuan.lembar, temuan.sel)
            asal = self.pindahan.asal.items()
            return next((letak for letak, sel in asal if (sel.lembar, sel.alamat) == dicari), None)
        terbuka = kolom_terbuka(lembar, self.bahan).get(temuan.kode_baris)
        if terbuka is None:
            return None
        if temuan.kolom in terbuka:
            return LetakIsian(lembar, temuan.kode_baris, temuan.kolom or "")
        nilai = "rupiah" if lembar == LEMBAR_ANGGARAN else "pembilang" if "pembilang" in terbuka else "realisasi"
        return LetakIsian(lembar, temuan.kode_baris, nilai)

    def _nama(self, kode: str | None) -> str:
        semua = {indikator.kode: indikator.nama for indikator in self.bahan.indikator}
        semua |= {simpul.kode: simpul.nama for simpul in self.bahan.simpul}
        semua |= {kegiatan.kode: kegiatan.nama for kegiatan in self.bahan.kegiatan}
        return semua.get(kode or "", "")


def _dijaga(kembali: TemuanKembali, letak: LetakIsian) -> bool:
    """Whether a cell is marked: something is asked about it, or there is something to know about what it holds."""
    return kembali.kelompok == "unit" or (kembali.kelompok == "info" and kembali.temuan.kolom == letak.kunci)
