"""A store ready for use: opened, its reference data checked, the SQL of the rules installed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from analytics.aturan import agregasi, periode, rumus
from analytics.aturan.predikat import susun_skala
from data.gudang import Gudang, GudangTerkunci, GudangTidakDikenal

__all__ = [
    "GUDANG_CONTOH",
    "Gudang",
    "GudangTerkunci",
    "GudangTidakDikenal",
    "buka_gudang",
    "jalur_gudang",
    "siapkan",
    "waktu_kini",
]

GUDANG_CONTOH: Final = Path(__file__).parent.parent / "data" / "lokal" / "contoh.duckdb"
"""The store of the sample office, made at first start; outside version control."""


def waktu_kini() -> datetime:
    """The time at the office, Asia/Jakarta, without zone and to the second, as officers read it."""
    return datetime.now(ZoneInfo("Asia/Jakarta")).replace(tzinfo=None, microsecond=0)


def jalur_gudang(lingkungan: Mapping[str, str]) -> Path:
    """Where the store is: the path in CAPAIAN_DATA, or the sample office's own file."""
    return Path(lingkungan.get("CAPAIAN_DATA") or GUDANG_CONTOH)


_Gudang = TypeVar("_Gudang", bound=Gudang)


def buka_gudang(jalur: Path | None) -> Gudang:
    """Open or create the store at `jalur` (None: in memory) with all that evaluations need.

    Raises what `Gudang.buka` raises, and SkalaTidakUtuh when a predikat scale has a hole.
    """
    return siapkan(Gudang.buka(jalur))


def siapkan(gudang: _Gudang) -> _Gudang:
    """Check the scales of a store and install the SQL of the rules. Raises SkalaTidakUtuh."""
    susun_skala(gudang.kueri("skala_predikat"))
    for modul in (rumus, agregasi, periode):
        gudang.pasang(modul.render_sql())
    return gudang
