"""The look of the workbooks: fonts, colours, number formats and the printed page, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.predikat import SkalaPredikat
from analytics.aturan.teks import teks_kaki
from analytics.aturan.ukuran_teks import banyak_baris, tinggi_baris
from analytics.dokumen.tata_letak import Susunan
from analytics.rupa import (
    BAHAYA,
    FOLIO,
    FOLIO_INCI,
    GARIS_CETAK,
    HITAM,
    HURUF,
    HURUF_PADAT,
    JUDUL_CETAK,
    KEPALA_CETAK,
    PITA_GELAP,
    PUTIH,
    REDUP_CETAK,
    TAUTAN_CETAK,
    TEPI_INCI,
    TINGKAT,
    warna_pita,
)

_PIKSEL_PER_INCI: Final = 96
_AMAN: Final = 0.93
"""Programs measure a column up to 6 % wider than 7 pixels a character; a part must still fit its page."""

_GARIS: Final = {"border": 1, "border_color": GARIS_CETAK}
_DASAR: Final = {"font_size": 9, "valign": "top", "text_wrap": True}

_INDONESIA: Final = "[$-421]"
"""Asks for Indonesian separators. LibreOffice obeys on every computer, Excel follows the language of Windows."""

DESIMAL_TERBANYAK: Final = 30
"""Decimals that Excel can show."""
_DESIMAL_LAPANG: Final = 4
"""Decimals for which every column has room; more shrink to it, for ### says nothing."""


def _angka(desimal: int) -> dict[str, Any]:
    pecahan = f".{'0' * desimal}" if desimal else ""
    muat = {} if desimal <= _DESIMAL_LAPANG else {"text_wrap": False, "shrink": True}
    return {"align": "right", "num_format": f"{_INDONESIA}#,##0{pecahan}_)", **muat}


RUPA: Final[dict[str, dict[str, Any]]] = {
    "teks": {"align": "left"},
    "tengah": {"align": "center"},
    "urut": {"align": "center", "num_format": "0"},
    **{f"angka{desimal}": _angka(desimal) for desimal in range(DESIMAL_TERBANYAK + 1)},
    "rupiah": {"align": "right", "num_format": f"{_INDONESIA}#,##0_)"},
    "waktu": {"align": "center", "num_format": "dd/mm/yyyy hh:mm"},
}
"""Kinds of cell; `_)` keeps a number off the border."""

NADA: Final[dict[str, dict[str, Any]]] = {
    "tabel": _GARIS,
    **{tingkat: {"bg_color": warna} for tingkat, warna in TINGKAT.items()},
    "sub_kegiatan": {},
    "bagian_unit": {},
    "masuk1": {"indent": 1},
    "masuk2": {"indent": 2},
    "tebal": {"bold": True},
    "redup": {"font_color": REDUP_CETAK},
    "kosong": {"italic": True, "font_color": REDUP_CETAK, "align": "center", "font_size": 8},
    "bantu": {"font_color": REDUP_CETAK, **_GARIS},
    "kepala": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": KEPALA_CETAK, **_GARIS},
    "kepala_bantu": {"align": "center", "valign": "vcenter", "font_color": REDUP_CETAK, "italic": True, **_GARIS},
    "nomor": {"align": "center", "font_size": 8, "bg_color": TINGKAT["program"], **_GARIS},
    "jumlah": {"bold": True, "bg_color": TINGKAT["program"], "valign": "vcenter", **_GARIS},
    "judul": {"bold": True, "font_size": 13},
    "bagian": {"bold": True, "font_size": 11, "font_color": JUDUL_CETAK, "text_wrap": False},
    "besar": {"bold": True, "font_size": 15, "align": "center", "valign": "vcenter"},
    "kalimat": {"bold": True, "font_size": 14, "font_color": JUDUL_CETAK},
    "peringatan": {"bold": True, "font_color": BAHAYA},
    "tautan": {"font_color": TAUTAN_CETAK, "underline": 1},
    "tanda_tangan": {"align": "center", "text_wrap": True},
    "lurus": {"text_wrap": False},
    "polos": {},
}
"""Tones of a row or a cell; a later one overrides an earlier one."""


class GayaSel:
    """Cell formats of one workbook, made once each."""

    def __init__(self, buku: xlsxwriter.Workbook, huruf: str = HURUF) -> None:
        self._buku = buku
        self._huruf = huruf
        self._jadi: dict[tuple[str, tuple[str, ...], bool], Format] = {}
        self._tinggi: dict[tuple[str, int, str, tuple[str, ...]], float] = {}

    def ambil(self, rupa: str, *nada: str, kutip: bool = False) -> Format:
        """The format of a kind of cell in these tones; `kutip` marks text that looks like a formula as text."""
        kunci = (rupa, nada, kutip)
        if kunci not in self._jadi:
            self._jadi[kunci] = self._buku.add_format({**self._sifat(rupa, nada), "quote_prefix": kutip})
        return self._jadi[kunci]

    def tinggi(self, teks: str, piksel: int, rupa: str, *nada: str) -> float:
        """Points that text takes in a cell of this kind, tone and width; the same text often stands in many cells."""
        kunci = (teks, piksel, rupa, nada)
        if kunci not in self._tinggi:
            self._tinggi[kunci] = self._ukur(teks, piksel, rupa, nada)
        return self._tinggi[kunci]

    def _ukur(self, teks: str, piksel: int, rupa: str, nada: Sequence[str]) -> float:
        sifat = self._sifat(rupa, nada)
        ukuran = float(sifat["font_size"])
        ruang = piksel - 9 * int(sifat.get("indent", 0))
        sempit = self._huruf == HURUF_PADAT
        banyak = banyak_baris(teks, ruang, ukuran, sempit=sempit, tebal=bool(sifat.get("bold")))
        return tinggi_baris(banyak, ukuran)

    def _sifat(self, rupa: str, nada: Sequence[str]) -> dict[str, Any]:
        sifat: dict[str, Any] = {"font_name": self._huruf, **_DASAR, **RUPA[rupa]}
        for nama in nada:
            sifat.update(NADA[nama])
        return sifat


def warnai_predikat(buku: xlsxwriter.Workbook, lembar: Worksheet, rentang: str, skala: SkalaPredikat) -> None:
    """Colour the words of a scale in a range of cells, whatever a recalculation makes of them."""
    banyak = len(skala.jenjang)
    for nomor, jenjang in enumerate(skala.jenjang):
        latar = warna_pita(nomor, banyak)
        huruf = PUTIH if latar in PITA_GELAP else HITAM
        lembar.conditional_format(
            rentang,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{jenjang.predikat}"',
                "format": buku.add_format({"bg_color": latar, "font_color": huruf}),
            },
        )


def atur_halaman(lembar: Worksheet, kaki: str) -> None:
    """Folio landscape with page numbers; `kaki` (office, periode, status) stands at the left of every page."""
    lembar.set_landscape()
    lembar.set_paper(FOLIO)
    lembar.set_margins(**TEPI_INCI)
    lembar.set_footer(f"&L&8{teks_kaki(kaki)}&R&8Halaman &P dari &N", {"margin": 0.3})
    lembar.hide_gridlines(2)


@dataclass(frozen=True)
class Cetak:
    """What of a sheet is printed where, rows from 0.

    `kepala` are the first and last header row (None: nothing repeats), `tabel` the last row of the table. The closing
    rows down to `rata` belong to print part `bagian_rata` (from 0); what follows, down to `penutup`, comes last on its
    own, or with that part (`menyatu`).
    """

    kepala: tuple[int, int] | None
    tabel: int
    rata: int | None = None
    bagian_rata: int = 0
    penutup: int | None = None
    menyatu: bool = False

    def kotak(self, susunan: Susunan) -> list[tuple[int, int, int, int]]:
        """The boxes to print, in order: first row, first column, last row, last column."""
        awal = (0, *susunan.akhir_bagian[:-1])
        kotak = [(0, kiri, self.tabel, kanan - 1) for kiri, kanan in zip(awal, susunan.akhir_bagian, strict=True)]
        if self.rata is not None:
            _, kiri, _, kanan = kotak[self.bagian_rata]
            akhir = self.penutup if self.menyatu and self.penutup is not None else self.rata
            kotak[self.bagian_rata] = (0, kiri, akhir, kanan)
        if self.rata is not None and self.penutup is not None and not self.menyatu:
            kotak.append((self.rata + 1, 0, self.penutup, susunan.akhir_bagian[0] - 1))
        return kotak


def atur_bagian(buku: xlsxwriter.Workbook, lembar: Worksheet, susunan: Susunan, cetak: Cetak) -> None:
    """Print a form part after part at one scale, its header rows and fixed columns on every page."""
    lembar.set_print_scale(skala_cetak(susunan))
    if cetak.kepala is not None:
        lembar.repeat_rows(*cetak.kepala)
        lembar.repeat_columns(0, susunan.tetap - 1)
    rentang = ",".join(f"'{lembar.name}'!{xl_range_abs(*kotak)}" for kotak in cetak.kotak(susunan))
    buku.define_name(f"'{lembar.name}'!_xlnm.Print_Area", f"={rentang}")


def skala_cetak(susunan: Susunan) -> int:
    """The largest print scale (persen, at most 100) at which every part fits the width of a folio page."""
    tersedia = (FOLIO_INCI[1] - TEPI_INCI["left"] - TEPI_INCI["right"]) * _PIKSEL_PER_INCI
    return min(100, int(100 * _AMAN * tersedia / max(susunan.lebar_bagian())))
