"""How the figures of the sample office are written down, and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from analytics.rencana.baris import NilaiRencana

KOSONG: Final = "."
"""Nothing: not planned, or nothing to report."""
TANPA_DATA: Final = "?"
"""Due, but without data; its reason stands in `data_narasi`."""


@dataclass(frozen=True)
class Pola:
    """A rule that several indicators share."""

    frekuensi: str
    agregasi: str
    polaritas: str = "naik"
    rumus: str = "naik"
    cara_isi: str = "triwulan_ini"
    skala: str | None = None


@dataclass(frozen=True)
class Pecahan:
    """What is divided: pembilang / penyebut × faktor."""

    pembilang: str
    penyebut: str
    faktor: int = 100


@dataclass(frozen=True)
class Ukuran:
    """One indicator with its figures.

    `renstra`: the targets of the five years; `triwulan`: the quarterly targets of each Renja year (one text for all
    years when they are the same); `lapor`: what the unit reports per quarter of each year. Figures stand in a text with
    blanks between them: `84,12`, `8/13` (pembilang/penyebut), `3-4` (range), `BB`, `.` (nothing), `?` (due, no data).
    `perubahan`: a new rule from a year on, with its reason.
    """

    kode: str
    simpul: str
    unit: str
    nama: str
    satuan: str
    pola: Pola
    renstra: str
    triwulan: str | Mapping[int, str]
    lapor: Mapping[int, str]
    pecahan: Pecahan | None = None
    laporan: tuple[str, ...] = ("renja", "renstra")
    definisi: str | None = None
    sumber_data: str | None = None
    perubahan: Mapping[int, tuple[Pola, str]] = field(default_factory=dict)

    def target_renstra(self) -> list[NilaiRencana | None]:
        """The targets of the five Renstra years; None: not planned."""
        return [nilai_target(satu) for satu in self.renstra.split()]

    def target_triwulan(self, tahun: int) -> list[NilaiRencana | None]:
        """The four quarterly targets of a Renja year."""
        teks = self.triwulan if isinstance(self.triwulan, str) else self.triwulan.get(tahun, "")
        return empat_target(teks)

    def laporan_triwulan(self, tahun: int, triwulan: int) -> str | None:
        """What is reported for a quarter as written down; None when there is nothing to report."""
        teks = self.lapor.get(tahun, "").split()
        satu = teks[triwulan - 1] if triwulan <= len(teks) else KOSONG
        return None if satu == KOSONG else satu


def empat_target(teks: str) -> list[NilaiRencana | None]:
    """Four quarterly targets; an empty text means none."""
    isi = teks.split() or [KOSONG] * 4
    return [nilai_target(satu) for satu in isi]


def nilai_target(teks: str) -> NilaiRencana | None:
    """One planned value."""
    if teks == KOSONG:
        return None
    bawah, pisah, atas = teks.partition("-")
    if pisah:
        return NilaiRencana(bawah=angka(bawah), atas=angka(atas))
    return NilaiRencana(peringkat=teks) if teks.isalpha() else NilaiRencana(angka(teks))


def angka(teks: str) -> Decimal:
    """`1234,5` as a number."""
    return Decimal(teks.replace(",", "."))
