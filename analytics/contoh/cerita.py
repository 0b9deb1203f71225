"""What happens at the sample office, and when: data beside the SOP, which is code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.baca_data import baca_toml


@dataclass(frozen=True)
class KirimanKeliru:
    """What a unit typed wrongly in a first workbook, before it sent the right one."""

    unit: str
    periode: Periode
    kode: str
    realisasi: str


@dataclass(frozen=True)
class Cerita:
    """The story.

    `dipakai_sejak`: when Capaian came into use. `pertama` to `berjalan`: the periode with workbooks; `sop_sejak`: the
    first one that went through the SOP in Capaian; `di_kertas`: the one that the Camat signed on paper. Of the one that
    is in work: the units that are late, whose data wait for himpun and for verifikasi.
    """

    dipakai_sejak: datetime
    pertama: Periode
    berjalan: Periode
    sop_sejak: Periode
    di_kertas: Periode
    terlambat: tuple[str, ...]
    belum_dihimpun: tuple[str, ...]
    belum_diverifikasi: tuple[str, ...]
    keliru_dulu: KirimanKeliru


CERITA: Final = baca_toml(Cerita, "cerita.toml")
