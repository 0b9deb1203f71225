"""The indicators of the sample office, and how their figures are written down. Contoh, bukan data resmi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from analytics.contoh.baca_data import baca_csv
from analytics.rencana.baris import NilaiRencana

KOSONG: Final = "."
"""Nothing: not planned, or nothing to report."""
TANPA_DATA: Final = "?"
"""Due, but without data; its reason stands in narasi.csv."""
TRIWULAN: Final = 4


@dataclass(frozen=True)
class IndikatorContoh:
    """What an indicator is, and its rule."""

    kode: str
    simpul: str
    unit: str
    satuan: str
    frekuensi: str
    agregasi: str
    polaritas: str
    rumus: str
    cara_isi: str
    skala: str | None
    laporan: tuple[str, ...]
    nama: str
    pembilang: str | None
    penyebut: str | None
    definisi: str | None
    sumber_data: str | None


@dataclass(frozen=True)
class AngkaSetahun:
    """The figures of an indicator for one year, as written down.

    `target`: of the whole year; `triwulan`: of its quarters in the Renja; `lapor`: what the unit reports for them, as
    far as they have come. Quarters stand with a blank between them: `84,12`, `8/13` (pembilang/penyebut), `3-4`
    (range), `BB`, `.` (nothing), `?` (due, no data).
    """

    kode: str
    tahun: int
    target: str | None
    triwulan: str | None
    lapor: str | None


@dataclass(frozen=True)
class Ukuran(IndikatorContoh):
    """One indicator with its figures by year."""

    angka: Mapping[int, AngkaSetahun]

    def target(self, tahun: int) -> NilaiRencana | None:
        """The target of a year; None: not planned."""
        setahun = self.angka.get(tahun)
        return nilai_target(setahun.target) if setahun and setahun.target else None

    def target_triwulan(self, tahun: int) -> list[NilaiRencana | None]:
        """The four quarterly targets of a Renja year."""
        setahun = self.angka.get(tahun)
        return empat_target(setahun.triwulan if setahun else None)

    def laporan_triwulan(self, tahun: int, triwulan: int) -> str | None:
        """What is reported for a quarter as written down; None when there is nothing to report."""
        setahun = self.angka.get(tahun)
        tertulis = ((setahun and setahun.lapor) or "").split()
        teks = tertulis[triwulan - 1] if triwulan <= len(tertulis) else KOSONG
        return None if teks == KOSONG else teks


def _semua() -> Iterator[Ukuran]:
    angka = {kode: tuple(baris) for kode, baris in groupby(baca_csv(AngkaSetahun, "angka.csv"), lambda a: a.kode)}
    for keterangan in baca_csv(IndikatorContoh, "indikator.csv"):
        yield Ukuran(**vars(keterangan), angka={setahun.tahun: setahun for setahun in angka.pop(keterangan.kode)})
    if angka:
        raise KeyError(f"angka.csv: {sorted(angka)}")


def empat_target(teks: str | None) -> list[NilaiRencana | None]:
    """Four quarterly targets; no text means none."""
    return [nilai_target(target) for target in teks.split()] if teks else [None] * TRIWULAN


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


UKURAN: Final = tuple(_semua())
"""Every indicator of the sample office, from tujuan to sub kegiatan."""
IKU: Final = tuple(ukuran for ukuran in UKURAN if "iku" in ukuran.laporan)
"""Seventeen IKU; nine are measured once a year."""
