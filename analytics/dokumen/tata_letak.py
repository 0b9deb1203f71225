"""Layout profiles: the columns of a form as data.

A form refers to its columns by key. Where a column stands, which number is printed above it and which letter it gets
follow from the profile alone, so an office's own layout is another profile and no other formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from xlsxwriter.utility import xl_col_to_name

_KUNCI: Final = re.compile(r"\[(\w+)(?::(\d+))?\]")


@dataclass(frozen=True)
class KolomFormulir:
    """One column. `judul` is its path of headers, outermost first; `nomor` the number as printed, may be empty.

    `lebar` is in characters of the default font, `bagian` the print part (page beside page) it belongs to; `bantu`
    columns stand right of the form, outside the print area.
    """

    kunci: str
    judul: tuple[str, ...]
    lebar: float
    nomor: str = ""
    bagian: int = 1
    bantu: bool = False

    @cached_property
    def piksel(self) -> int:
        """The width on screen."""
        return int(self.lebar * 7 + 0.5) + 5


@dataclass(frozen=True)
class Kotak:
    """One header cell: its text over rows (from 0, within the header) and columns, both ends included."""

    judul: str
    baris: tuple[int, int]
    kolom: tuple[int, int]


@dataclass(frozen=True)
class Susunan:
    """The columns of one form in order; the first `tetap` of them repeat on every page."""

    kolom: tuple[KolomFormulir, ...]
    tetap: int

    @cached_property
    def _tempat(self) -> dict[str, int]:
        return {kolom.kunci: nomor for nomor, kolom in enumerate(self.kolom)}

    @cached_property
    def _huruf(self) -> dict[str, str]:
        return {kolom.kunci: xl_col_to_name(nomor) for nomor, kolom in enumerate(self.kolom)}

    def indeks(self, kunci: str) -> int:
        """The position of a column, from 0. Raises KeyError for a key that the profile lacks."""
        return self._tempat[kunci]

    def ada(self, kunci: str) -> bool:
        """Whether the profile has this column."""
        return kunci in self._tempat

    def nomor(self, kunci: str) -> str:
        """The number as printed above a column."""
        return self.kolom[self.indeks(kunci)].nomor

    def sel(self, kunci: str, baris: int) -> str:
        """The address of a cell, `H12`; `baris` counts from 1."""
        return f"{self._huruf[kunci]}{baris}"

    def selesaikan(self, rumus: str, baris: int) -> str:
        """Put addresses for the keys of a formula: `[target]` in this row, `[target:14]` in row 14."""
        bagian = _urai(rumus)
        hasil = [bagian[0]]
        for kunci, sendiri, sesudah in zip(bagian[1::3], bagian[2::3], bagian[3::3], strict=True):
            hasil += [self._huruf[kunci], sendiri or str(baris), sesudah]
        return "".join(hasil)

    @cached_property
    def tercetak(self) -> int:
        """How many columns are printed; they come first."""
        return sum(not kolom.bantu for kolom in self.kolom)

    def letak_ditulis(self, isi: Iterable[str]) -> list[int]:
        """Where something is written in a row with these cells: every printed column, and the others that have one."""
        lain = [letak for kunci in isi if (letak := self._tempat.get(kunci, 0)) >= self.tercetak]
        return [*range(self.tercetak), *sorted(lain)]

    def piksel(self, awal: int, akhir: int) -> int:
        """The width of neighbouring columns, both ends included, from 0."""
        return sum(kolom.piksel for kolom in self.kolom[awal : akhir + 1])

    @cached_property
    def piksel_tetap(self) -> int:
        """The width of the columns that repeat on every page."""
        return self.piksel(0, self.tetap - 1)

    @cached_property
    def kedalaman(self) -> int:
        """How many rows the headers take, without the row of numbers."""
        return max(len(kolom.judul) for kolom in self.kolom)

    @cached_property
    def kotak_judul(self) -> tuple[Kotak, ...]:
        """The header cells: neighbours share an equal outer header, which also fills the rows a short path leaves."""
        return tuple(kotak for dalam in range(self.kedalaman) for kotak in self._kotak(dalam))

    def _kotak(self, dalam: int) -> list[Kotak]:
        hasil = []
        for kunci, kelompok in groupby(enumerate(self.kolom), key=lambda letak: _bersama(letak[0], letak[1], dalam)):
            if kunci is None:
                continue
            urut = [nomor for nomor, _ in kelompok]
            judul = self.kolom[urut[0]].judul
            bawah = self.kedalaman - len(judul) + dalam
            hasil.append(Kotak(judul[dalam], (bawah if dalam else 0, bawah), (urut[0], urut[-1])))
        return hasil

    @cached_property
    def akhir_bagian(self) -> tuple[int, ...]:
        """The first column after each print part, from 0."""
        bagian = [kolom.bagian for kolom in self.kolom if not kolom.bantu]
        return tuple(nomor for nomor in range(1, len(bagian) + 1) if bagian[nomor : nomor + 1] != [bagian[nomor - 1]])

    def bagian(self, kunci: str) -> int:
        """The print part, from 0, that holds a column."""
        tempat = self.indeks(kunci)
        return sum(akhir <= tempat for akhir in self.akhir_bagian)

    def lebar_bagian(self) -> tuple[int, ...]:
        """The width of each print part in pixels, with the columns that repeat."""
        awal = (0, *self.akhir_bagian[:-1])
        lebar = [self.piksel(kiri, kanan - 1) for kiri, kanan in zip(awal, self.akhir_bagian, strict=True)]
        return tuple(piksel + (self.piksel_tetap if nomor else 0) for nomor, piksel in enumerate(lebar))


@dataclass(frozen=True)
class TempatFormulir:
    """Where a sheet put things, rows from 1: its first and last row, the row of its means, a row by its kode."""

    lembar: str
    susunan: Susunan
    awal: int
    akhir: int
    rata: int
    baris: Mapping[str, int] = field(default_factory=dict)

    def sel(self, kunci: str, baris: int) -> str:
        """The address of a cell as other sheets write it."""
        return f"'{self.lembar}'!{self.susunan.sel(kunci, baris)}"

    def rentang(self, kunci: str) -> str:
        """The cells of one column over all rows, as other sheets write it."""
        return f"{self.sel(kunci, self.awal)}:{self.susunan.sel(kunci, self.akhir)}"


def _bersama(nomor: int, kolom: KolomFormulir, dalam: int) -> tuple[object, ...] | None:
    """What must be equal for neighbours to share a header at this depth; the innermost header is never shared."""
    if len(kolom.judul) <= dalam:
        return None
    terdalam = len(kolom.judul) == dalam + 1
    return kolom.judul[: dalam + 1], len(kolom.judul), nomor if terdalam else None


@lru_cache(maxsize=4096)
def _urai(rumus: str) -> tuple[str, ...]:
    """A formula cut at its keys: text, then key, row (empty: its own) and text, again and again."""
    return tuple(bagian or "" for bagian in _KUNCI.split(rumus))
