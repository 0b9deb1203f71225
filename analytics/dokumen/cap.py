"""The stamp of an approved document: what it says about its approval, and the snapshot that it carries."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import xlsxwriter

NAMA_LEMBAR: Final = "Snapshot"
"""The sheet, never shown, that carries the snapshot, so that the file proves itself against a sidik."""
TANDA_LEMBAR: Final = "CAPAIAN-SNAPSHOT-1"
_PANJANG: Final = 30_000
"""Characters of a cell."""
_TERPANJANG: Final = 32_767
"""Characters that Excel holds in one."""
BUTIR: Final[Mapping[str, str]] = {
    "nomor": "Nomor snapshot",
    "sidik": "Sidik (SHA-256)",
    "disetujui": "Disetujui oleh",
    "ujung": "Ujung jejak sebelum persetujuan",
}
"""What a stamp says, by key, with its label on the cover."""


@dataclass(frozen=True)
class Cap:
    """The stamp: `butir` by the keys of BUTIR, who checked before (step, who, when), and the packed snapshot.

    `sel` are the cells that were approved, by sheet and address, each its value and formula; `alamat` those of the
    stamp itself, as (sheet, address).
    """

    butir: Mapping[str, str]
    pemeriksa: tuple[tuple[str, str, str], ...]
    kemasan: bytes = b""
    sel: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    alamat: frozenset[tuple[str, str]] = frozenset()


def tulis_lembar(buku: xlsxwriter.Workbook, nomor: str, sidik: str, potongan: Sequence[str]) -> None:
    """Write the sheet that carries the snapshot, packed, in these pieces."""
    lembar = buku.add_worksheet(NAMA_LEMBAR)
    lembar.very_hidden()
    for baris, tulisan in enumerate((TANDA_LEMBAR, nomor, sidik, *potongan)):
        lembar.write_string(baris, 0, tulisan)


def banyak_potongan(kemasan: bytes) -> int:
    """How many cells a packed snapshot takes."""
    return -(-len(base64.b64encode(kemasan)) // _PANJANG)


def potong(kemasan: bytes, banyak: int | None = None) -> tuple[str, ...]:
    """A packed snapshot in so many cells; the last one takes what is over. Raises ValueError when it cannot."""
    teks = base64.b64encode(kemasan).decode()
    penuh = _PANJANG * ((banyak or banyak_potongan(kemasan)) - 1)
    if len(teks) - penuh > _TERPANJANG:
        raise ValueError(f"{len(teks)} characters do not fit into {banyak} cells")
    return (*(teks[awal : awal + _PANJANG] for awal in range(0, penuh, _PANJANG)), teks[penuh:])


def baca_lembar(baris: Mapping[int, str]) -> tuple[str, str, bytes] | None:
    """(nomor, sidik, packed snapshot) from the texts of column A by row; None when they are not ours or broken."""
    if baris.get(1) != TANDA_LEMBAR:
        return None
    teks = "".join(baris[nomor] for nomor in sorted(baris) if nomor > len(("tanda", "nomor", "sidik")))
    try:
        return baris.get(2, ""), baris.get(3, ""), base64.b64decode(teks, validate=True)
    except (binascii.Error, ValueError):
        return baris.get(2, ""), baris.get(3, ""), b""
