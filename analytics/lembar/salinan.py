"""What marks a returned copy as ours."""

from __future__ import annotations

from typing import Final

from analytics.lembar.baca import Lembar

LEMBAR_TEMUAN: Final = "TEMUAN"


def lembar_temuan(lembar: Lembar) -> bool:
    """Whether a sheet is the list of findings that a returned copy begins with."""
    return lembar.nama == LEMBAR_TEMUAN
