"""A store ready for use: opened, its reference data checked, the SQL of the rules installed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from analytics.aturan import agregasi, periode, rumus
from analytics.aturan.predikat import susun_skala
from data.gudang import Gudang


def waktu_kini() -> datetime:
    """The time at the office, Asia/Jakarta, without zone and to the second, as officers read it."""
    return datetime.now(ZoneInfo("Asia/Jakarta")).replace(tzinfo=None, microsecond=0)


def buka_gudang(jalur: Path | None) -> Gudang:
    """Open or create the store at `jalur` (None: in memory) with all that evaluations need.

    Raises what `Gudang.buka` raises, and SkalaTidakUtuh when a predikat scale has a hole.
    """
    gudang = Gudang.buka(jalur)
    susun_skala(gudang.kueri("skala_predikat"))
    for modul in (rumus, agregasi, periode):
        gudang.pasang(modul.render_sql())
    return gudang
