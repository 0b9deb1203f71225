"""That the value of an earlier triwulan of the year still holds: how it is written, and how it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from analytics.aturan.periode import ROMAWI
from analytics.aturan.teks import sebaris

_TETAP: Final = re.compile(r"(?:nilai )?(?:(?:tw|triwulan) ?(iv|i{1,3}|[1-4]) )?(?:masih )?tetap(?: berlaku)?\.?")
_NOMOR: Final = {romawi.lower(): nomor for nomor, romawi in ROMAWI.items()}


@dataclass(frozen=True)
class Tetap:
    """What was typed: that the last value still holds, or that of the triwulan that it names."""

    triwulan: int | None = None


def urai_tetap(teks: str) -> Tetap | None:
    """`nilai TW II tetap berlaku`, `tetap`, `tw 2 tetap`; None for any other text."""
    cocok = _TETAP.fullmatch(sebaris(teks).lower())
    if cocok is None:
        return None
    sebutan = cocok.group(1)
    return Tetap(None if sebutan is None else _NOMOR.get(sebutan) or int(sebutan))


def tulis_tetap(triwulan: int) -> str:
    """`nilai TW II tetap berlaku`: what a format offers, and what is kept as typed."""
    return f"nilai TW {ROMAWI[triwulan]} tetap berlaku"
