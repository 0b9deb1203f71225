"""The chain of a log, followed through rows that a test holds all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data.rantai import Putus, Rantai, Ujung


def periksa_rantai(baris: Iterable[Mapping[str, Any]], ujung: Iterable[Ujung] = ()) -> Putus | None:
    """None when every link holds and every tip is in it."""
    rantai = Rantai(ujung)
    for peristiwa in baris:
        rantai.ikuti(peristiwa)
    return rantai.putus
