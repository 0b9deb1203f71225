"""Figures of a result in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analytics.aturan.angka import tulis_angka
from analytics.evaluasi.hasil import RataRata


def dari(tercapai: int, dinilai: int) -> str:
    """`5 dari 7`, or an empty text where nothing can be judged."""
    return f"{tercapai} dari {dinilai}" if dinilai else ""


def persen(nilai: float | None) -> str:
    """`61,25 %`, or an empty text."""
    return "" if nilai is None else f"{tulis_angka(nilai, 2)} %"


def rata_rata(rata: RataRata) -> str:
    """`87,40 %`, or a dash where nothing has a value."""
    return "–" if rata.nilai is None else f"{tulis_angka(rata.nilai, -int(rata.nilai.as_tuple().exponent))} %"


def banyak(rata: RataRata) -> str:
    """`7 dari 8 indikator`: how many are in a mean, of those that had to report."""
    return f"{rata.n} dari {rata.m} indikator"


def rangkai(kata: Sequence[str], penghubung: str = ", dan ") -> str:
    """`iku, renja, dan renstra`."""
    return kata[0] if len(kata) == 1 else f"{', '.join(kata[:-1])}{penghubung}{kata[-1]}"


def target_tahun(tahun: int) -> str:
    """What a ratio of another year is taken against."""
    return f"target tahun {tahun}"


TARGET_AKHIR: Final = "target akhir Renstra"
"""What a ratio of the whole Renstra is taken against."""
