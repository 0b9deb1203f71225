"""Reads a sheet of a written workbook by the keys of its layout profile."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analytics.dokumen.renja.kolom_renja import susun_e81
from analytics.dokumen.tata_letak import Susunan
from tests.alat.buku import sel_rumus

E81: Final = susun_e81("baku")
"""E.81 as the regulation prints it."""


@dataclass(frozen=True)
class LembarUji:
    """One sheet twice: its formulas, and the values cached for them."""

    susunan: Susunan
    rumus_: Worksheet
    nilai_: Worksheet

    @classmethod
    def buka(cls, isi: bytes, nama: str, susunan: Susunan) -> LembarUji:
        return cls(susunan, _baca(isi)[nama], _baca(isi, tersimpan=True)[nama])

    def baris(self, kunci: str, teks: str) -> int:
        """The first row whose cell in this column begins with the text."""
        for nomor in range(1, self.nilai_.max_row + 1):
            if str(self.nilai(kunci, nomor) or "").startswith(teks):
                return nomor
        raise AssertionError(f"no row of {kunci} begins with {teks!r}")

    def nilai(self, kunci: str, baris: int) -> object:
        return self.nilai_[self.susunan.sel(kunci, baris)].value

    def rumus(self, kunci: str, baris: int) -> str | None:
        """The formula of a cell without its `=`, None where the cell holds a value."""
        sel = self.rumus_[self.susunan.sel(kunci, baris)]
        return str(sel.value)[1:] if sel.data_type == "f" else None


@lru_cache(maxsize=2)
def semua_sel(isi: bytes) -> tuple[tuple[str, ReadOnlyCell, object], ...]:
    """(sheet, formula or value cell, cached value) of every cell that is not blank, read without looks and merges."""
    buku = openpyxl.load_workbook(io.BytesIO(isi), read_only=True)
    return tuple(
        (lembar.title, sel, tersimpan[sel.coordinate] if sel.data_type == "f" else sel.value)
        for lembar in buku.worksheets
        for tersimpan in [{alamat: nilai for alamat, _, nilai in sel_rumus(isi, lembar.title)}]
        for baris in lembar.iter_rows()
        for sel in baris
        if sel.value is not None
    )


@lru_cache(maxsize=8)
def _baca(isi: bytes, *, tersimpan: bool = False) -> Workbook:
    """A workbook with its formulas, or with the values cached for them; to be read only."""
    return openpyxl.load_workbook(io.BytesIO(isi), data_only=tersimpan)
