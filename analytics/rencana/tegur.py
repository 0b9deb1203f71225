"""Makes the findings of a *rencana* workbook."""

from __future__ import annotations

from typing import Any

from analytics.rencana.baris import AsalSel
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_RENCANA
from analytics.temuan.kode import KodeRencana


def tegur(kode: KodeRencana, pesan: str, saran: str, asal: AsalSel | None = None, **lain: Any) -> Temuan:
    """Make a finding of the catalogue at a sheet and cell; raises KeyError for a kode that is not in it.

    `lain` holds kode_indikator, diketik and dipahami of `Temuan`.
    """
    lembar, sel = (asal.lembar or None, asal.sel or None) if asal else (None, None)
    return Temuan(kode, KATALOG_RENCANA[kode].tingkat, pesan, saran, lembar, sel, **lain)
