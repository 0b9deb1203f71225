"""The sender's own workbook with its errors marked, made in a child process because any file may be hostile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from analytics.lembar.penanda.amplop import Permintaan, buka, bungkus
from analytics.naskah.kepala import Kembalian
from analytics.pembaca.proses import AnakMati, ProsesAnak
from analytics.temuan.butir import Temuan

BATAS_DETIK: Final = 90.0
"""Seconds that one workbook may take."""
BATAS_MEMORI: Final = 1024 * 1024 * 1024
"""Bytes that the child may use; openpyxl needs far more than the reader."""
_MODUL: Final = "analytics.lembar.penanda"


@dataclass(frozen=True)
class Salinan:
    """The annotated copy. `tidak_terbawa` names what of the original it does not hold, in Indonesian."""

    isi: bytes = field(repr=False)
    tidak_terbawa: tuple[str, ...]


@dataclass(frozen=True)
class TanpaSalinan:
    """Why there is no annotated copy, as an Indonesian sentence."""

    sebab: str


def buat_penanda(detik: float = BATAS_DETIK, memori: int = BATAS_MEMORI) -> ProsesAnak:
    """A child that marks workbooks one after another. A context manager."""
    return ProsesAnak(_MODUL, detik, memori, berpustaka=True)


def tandai(
    isi: bytes, kepala: Kembalian, temuan: tuple[Temuan, ...], anak: ProsesAnak | None = None
) -> Salinan | TanpaSalinan:
    """Mark a workbook that the guard let through: its cells coloured and noted, sheet TEMUAN in front.

    `temuan` are written in the given order. `anak` is a child of `buat_penanda` to be used again; without it one is
    started for this file. Never raises for the file's sake.
    """
    if anak is None:
        with buat_penanda() as sekali:
            return tandai(isi, kepala, temuan, sekali)
    try:
        ringkas, salinan = buka(anak.tukar(bungkus(Permintaan(kepala, temuan).ringkas(), isi)))
    except AnakMati:
        return TanpaSalinan("Salinan bertanda tidak selesai dibuat dalam batas waktu dan memori.")
    if "sebab" in ringkas:
        return TanpaSalinan(f"Salinan bertanda tidak dibuat. {ringkas['sebab']}")
    return Salinan(salinan, tuple(ringkas["tidak_terbawa"]))
