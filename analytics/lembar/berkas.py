"""A finished file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Berkas:
    """A file to hand out: its name and its bytes."""

    nama: str
    isi: bytes
