"""Closes the store that a process holds open, which the program itself does only by ending."""

from __future__ import annotations

from pathlib import Path

from data.gudang import Gudang
from pages.gerbang import toko
from pages.gerbang.toko import PemegangGudang


def tutup_pemegang(pemegang: PemegangGudang) -> Gudang | None:
    """Give up what is being made and close the store; the one that was open, None when none was."""
    pemegang.hentikan()
    terbuka, pemegang._gudang = pemegang._gudang, None
    if terbuka is not None:
        terbuka.tutup()
    return terbuka


def tutup_jalur(jalur: Path) -> Gudang | None:
    """The same for the store of the pages at this path; the next question opens it again."""
    pemegang = toko._SEMUA.pop(jalur, None)
    return None if pemegang is None else tutup_pemegang(pemegang)


def jalur_dipegang() -> tuple[Path, ...]:
    """Where the stores stand that pages asked for."""
    return tuple(toko._SEMUA)
