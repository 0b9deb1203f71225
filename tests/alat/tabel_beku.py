"""One frozen table of a store, for tests that need its rows as they stand."""

from __future__ import annotations

from typing import Any

from analytics.beku.fakta import PenanyaBeku


def beku(penanya: PenanyaBeku, tabel: str, kode_pd: str, tahun: int = 2026, triwulan: int = 3) -> list[dict[str, Any]]:
    return penanya.ambil_beku([tabel], kode_pd, tahun, triwulan)[tabel]
