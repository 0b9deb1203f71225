"""What was before and around the sample plan: history, standards, RPJMD, IKK, rules that changed. Contoh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.contoh.baca_data import baca_csv, baca_toml


@dataclass(frozen=True)
class StandarContoh:
    """A national standard for every year of the Renstra."""

    kode: str
    nilai: str
    sumber: str


@dataclass(frozen=True)
class TautanContoh:
    """The RPJMD indicator that an indicator supports, with its targets of the Renstra years."""

    kode: str
    program: str
    indikator: str
    target: str


@dataclass(frozen=True)
class IkkContoh:
    """An IKK and which of its elements an indicator supplies."""

    indikator: str
    kode_ikk: str
    nama_ikk: str
    rumus_ikk: str
    elemen: tuple[str, ...]


@dataclass(frozen=True)
class AturanContoh:
    """A rule that changes from a year on: its agregasi, and why."""

    kode: str
    mulai: int
    agregasi: str
    alasan: str


@dataclass(frozen=True)
class _Sejarah:
    sumber_2023: str
    standar: tuple[StandarContoh, ...]
    rpjmd: tuple[TautanContoh, ...]
    ikk: tuple[IkkContoh, ...]
    aturan_baru: tuple[AturanContoh, ...]
    serapan: dict[str, str]


@dataclass(frozen=True)
class Lalu:
    """A value of a year before Capaian was in use."""

    kode: str
    tahun: int
    nilai: str


@dataclass(frozen=True)
class AnggaranLalu:
    """What a leaf spent in a year before Capaian was in use."""

    kode: str
    tahun: int
    rupiah: int


@dataclass(frozen=True)
class TargetBaru:
    """What the Renja Perubahan changes: the target of the year (None: no longer planned) and its quarters."""

    kode: str
    target: str | None
    triwulan: str | None


_SEJARAH: Final = baca_toml(_Sejarah, "sejarah.toml")
SUMBER_2023: Final = _SEJARAH.sumber_2023
STANDAR: Final = _SEJARAH.standar
RPJMD: Final = _SEJARAH.rpjmd
IKK: Final = _SEJARAH.ikk
ATURAN_BARU: Final = _SEJARAH.aturan_baru
SERAPAN: Final = _SEJARAH.serapan
"""Shares of the pagu in persen s/d triwulan I, II, III, IV, by the name of the pattern."""
RIWAYAT: Final = baca_csv(Lalu, "riwayat.csv")
RIWAYAT_ANGGARAN: Final = baca_csv(AnggaranLalu, "riwayat_anggaran.csv")
TARGET_BARU: Final = baca_csv(TargetBaru, "perubahan.csv")
