"""A store ready for use: opened, its reference data checked, the SQL of the rules installed."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from analytics.aturan import agregasi, ketercapaian, pecahan, periode, rumus
from analytics.aturan.predikat import susun_skala
from data.gudang import GalatGudang, Gudang, GudangHilang, GudangTerkunci, GudangTidakDikenal, PenyimpananMenolak
from data.letak import log_tulis

__all__ = [
    "GUDANG_CONTOH",
    "GalatGudang",
    "Gudang",
    "GudangHilang",
    "GudangTerkunci",
    "GudangTidakDikenal",
    "PenyimpananMenolak",
    "ada_gudang",
    "belum_tiba",
    "buka_gudang",
    "jalur_gudang",
    "siapkan",
    "siapkan_proses",
    "waktu_kini",
]

GUDANG_CONTOH: Final = Path(__file__).parent.parent / "data" / "lokal" / "contoh.duckdb"
"""The store of the sample office, made at first start; outside version control."""


def waktu_kini() -> datetime:
    """The time at the office, Asia/Jakarta, without zone and to the second, as officers read it."""
    return datetime.now(ZoneInfo("Asia/Jakarta")).replace(tzinfo=None, microsecond=0)


SELISIH_JAM: Final = timedelta(minutes=5)
"""How far a clock is corrected unnoticed. What is stamped later than that was stamped by a wrong one."""


def belum_tiba(stempel: datetime, kini: datetime) -> bool:
    """Whether this was written down at a time that has not come yet: then the clock went back since."""
    return stempel > kini + SELISIH_JAM


def jalur_gudang(lingkungan: Mapping[str, str]) -> Path:
    """Where the store is: the path in CAPAIAN_DATA, or the sample office's own file."""
    return Path(lingkungan.get("CAPAIAN_DATA") or GUDANG_CONTOH)


def ada_gudang(jalur: Path) -> bool:
    """Whether a store stands there, or what a lost one left."""
    return jalur.exists() or bool(log_tulis(jalur))


_Gudang = TypeVar("_Gudang", bound=Gudang)


def buka_gudang(jalur: Path | None) -> Gudang:
    """Open or create the store at `jalur` (None: in memory) with all that evaluations need.

    Raises what `Gudang.buka` raises, a kind of GalatGudang, and SkalaTidakUtuh when a predikat scale has a hole.
    """
    return siapkan(Gudang.buka(jalur))


def siapkan(gudang: _Gudang) -> _Gudang:
    """Check the scales of a store and install the SQL of the rules. Raises SkalaTidakUtuh."""
    susun_skala(gudang.kueri("skala_predikat"))
    gudang.pasang("\n".join(modul.render_sql() for modul in (rumus, ketercapaian, pecahan, agregasi, periode)))
    return gudang


def siapkan_proses() -> None:
    """Settle a process once all of it is loaded: garbage in circles is looked for less often.

    Results are large and hold no circles; walking through them while they are made took a third of an evaluation of
    3.000 indicators.
    """
    gc.collect()
    gc.set_threshold(50_000, 5, 5)
