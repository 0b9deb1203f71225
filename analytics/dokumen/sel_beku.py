"""The cells of an approved document, put back as they were approved, whatever a later program computes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analytics.dokumen.cap import Cap

_BERANGKA: Final = ("Number", "Formula", "Datetime")
"""Cells of today's document whose format suits a number."""


def pasang_beku(buku: xlsxwriter.Workbook, cap: Cap) -> None:
    """Give every sheet the cells that were approved, in today's formats; what was not there then is left blank."""
    for lembar in buku.worksheets():
        beku = cap.sel.get(lembar.get_name())
        if beku is not None:
            _pasang(lembar, beku, {alamat for nama, alamat in cap.alamat if nama == lembar.get_name()})


def _pasang(lembar: Worksheet, beku: Mapping[str, Any], cap: set[str]) -> None:
    bentuk = _bentuk_angka(lembar)
    for alamat, (nilai, rumus) in beku.items():
        baris, kolom = xl_cell_to_rowcol(alamat)
        ada = lembar.table.get(baris, {}).get(kolom)
        gaya = getattr(ada, "format", None)
        if not isinstance(nilai, str) and type(ada).__name__ not in _BERANGKA:
            gaya = bentuk.get(kolom, gaya)
        _tulis(lembar, (baris, kolom), nilai, rumus, gaya)
    for baris, kolom, sel in [(baris, kolom, sel) for baris, rak in lembar.table.items() for kolom, sel in rak.items()]:
        alamat = xl_rowcol_to_cell(baris, kolom)
        if alamat not in beku and alamat not in cap and type(sel).__name__ != "Blank":
            lembar.write_blank(baris, kolom, None, sel.format)


def _tulis(lembar: Worksheet, letak: tuple[int, int], nilai: Any, rumus: str | None, gaya: Format | None) -> None:
    if rumus is not None:
        lembar.write_formula(*letak, f"={rumus}", gaya, "" if nilai is None else nilai)
    elif isinstance(nilai, str):
        lembar.write_string(*letak, nilai, gaya)
    else:
        lembar.write_number(*letak, nilai, gaya)


def _bentuk_angka(lembar: Worksheet) -> dict[int, Format]:
    """The first format of a number in every column."""
    hasil: dict[int, Format] = {}
    for baris in sorted(lembar.table):
        for kolom, sel in lembar.table[baris].items():
            if type(sel).__name__ in _BERANGKA:
                hasil.setdefault(kolom, sel.format)
    return hasil
