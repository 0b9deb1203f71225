"""What a case of the corpus is: a good workbook, one way to break it, and the finding that must name it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.periode import Periode
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_FORMAT, Tingkat
from data.gudang import Gudang
from tests.alat.korpus.kantor import PEM

REALISASI: Final = "Realisasi"
ANGGARAN: Final = "Anggaran"
SIDIK: Final = "_capaian"

Rusakkan = Callable[[bytes], bytes]
"""Breaks (or harmlessly changes) the bytes of a workbook."""


@dataclass(frozen=True)
class Denah:
    """Where things stand on one sheet: key row, column letters by key, row numbers by code, the last row with content.

    Read by the corpus itself, so that a mistake of the program's own search cannot hide here.
    """

    kepala: int
    kolom: Mapping[str, str]
    baris: Mapping[str, int]
    akhir: int

    def sel(self, kode: str, kunci: str) -> str:
        """The address of a cell. Raises KeyError for an unknown code or key."""
        return f"{self.kolom[kunci]}{self.baris[kode]}"

    def judul(self, kunci: str) -> str:
        """The address of a header, below the hidden keys."""
        return f"{self.kolom[kunci]}{self.kepala + 1}"


def denah_lembar(lembar: Worksheet) -> Denah:
    """The map of a sheet with a table. Raises StopIteration for a sheet without keys."""
    kepala = next(
        baris for baris in lembar.iter_rows() if {"kode", "nama", "alasan"} <= {barisan.value for barisan in baris}
    )
    kolom = {str(sel.value): sel.column_letter for sel in kepala if sel.value}
    nomor = kepala[0].row
    kode = {str(sel.value): sel.row for sel in lembar[kolom["kode"]] if sel.row > nomor + 1 and sel.value is not None}
    return Denah(nomor, kolom, kode, lembar.max_row)


@lru_cache(maxsize=8)
def denah(isi: bytes) -> Mapping[str, Denah]:
    """The maps of Realisasi and Anggaran of a whole workbook."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {nama: denah_lembar(buku[nama]) for nama in (REALISASI, ANGGARAN)}


@dataclass(frozen=True)
class Di:
    """A place by code and key of the good workbook: one cell, or any cell of a row, of a column, or anywhere."""

    kode: str | None = None
    kunci: str | None = None

    def cocok(self, sel: str | None, peta: Denah) -> bool:
        """Whether a finding at `sel` stands there."""
        if self.kode is None and self.kunci is None:
            return True
        if sel is None:
            return False
        huruf = sel.rstrip("0123456789")
        kolom_cocok = self.kunci is None or huruf == peta.kolom[self.kunci]
        return kolom_cocok and (self.kode is None or sel == f"{huruf}{peta.baris[self.kode]}")


Sel = Di | Callable[[Denah], str] | None
"""Where a finding must stand; None: it names no cell."""
BEBAS: Final = Di()
"""Any cell or none: the rule says nothing about it."""


@dataclass(frozen=True)
class Kasus:
    """One named way to break the workbook of `unit` and `triwulan`, and the finding that must come of it.

    `juga` are other findings that rightly come with it. `kata` must stand in the sentence, `pengganti` are the exact
    replacements. `rencana` changes the plan after the workbook was made; `minta` is what the page asked for.
    """

    nama: str
    kode: str
    rusakkan: Rusakkan
    lembar: str | None = None
    sel: Sel = None
    juga: frozenset[str] = frozenset()
    kata: tuple[str, ...] = ()
    pengganti: tuple[str, ...] | None = None
    unit: str = PEM
    triwulan: int = 3
    rencana: Callable[[Gudang], None] | None = None
    minta: tuple[str | None, Periode | None] = (None, None)

    @property
    def tingkat(self) -> Tingkat:
        """As the catalogue has it."""
        return KATALOG_FORMAT[self.kode].tingkat

    def sel_tepat(self, peta: Mapping[str, Denah]) -> str | None:
        """The one cell that is expected, None when a row, a column or no cell is."""
        if isinstance(self.sel, Di):
            tentu = self.lembar is not None and self.sel.kode is not None and self.sel.kunci is not None
            return peta[self.lembar].sel(self.sel.kode, self.sel.kunci) if tentu else None
        return None if self.sel is None or self.lembar is None else self.sel(peta[self.lembar])

    def cocok(self, temuan: Temuan, peta: Mapping[str, Denah]) -> bool:
        """Whether this is the expected finding: kode, sheet and cell."""
        if temuan.kode != self.kode:
            return False
        if self.sel == BEBAS:
            return self.lembar in (None, temuan.lembar)
        if self.lembar != temuan.lembar:
            return False
        if isinstance(self.sel, Di) and self.lembar is not None:
            return self.sel.cocok(temuan.sel, peta[self.lembar])
        return temuan.sel == self.sel_tepat(peta)


@dataclass(frozen=True)
class Varian:
    """One harmless change: the workbook must be accepted and say the same. `info` may be remarked."""

    nama: str
    ubah: Rusakkan
    info: frozenset[str] = frozenset()
    libreoffice: bool = False
    berubah: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Narratives that the variant types itself, by code and key."""
