"""The stamp of an approved document: what it says about its approval, and the snapshot that it carries."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import xlsxwriter

NAMA_LEMBAR: Final = "Snapshot"
"""The sheet, never shown, that carries the snapshot, so that the file proves itself against a sidik."""
TANDA_LEMBAR: Final = "CAPAIAN-SNAPSHOT-1"
_PANJANG: Final = 30_000
"""Characters of a cell; Excel holds 32.767."""
BUTIR: Final[Mapping[str, str]] = {
    "nomor": "Nomor snapshot",
    "sidik": "Sidik (SHA-256)",
    "disetujui": "Disetujui oleh",
    "ujung": "Ujung jejak sebelum persetujuan",
}
"""What a stamp says, by key, with its label on the cover."""
TEMPAT: Final = "{cap}"
"""Stands in a cell of the stamp while the document is being frozen, when nobody knows the sidik yet."""


@dataclass(frozen=True)
class Cap:
    """The stamp: `butir` by the keys of BUTIR, who checked before (step, who, when), and the packed snapshot."""

    butir: Mapping[str, str]
    pemeriksa: tuple[tuple[str, str, str], ...]
    kemasan: bytes = b""


def kosong(pemeriksa: tuple[tuple[str, str, str], ...]) -> Cap:
    """The stamp of a document that is just being frozen."""
    return Cap(dict.fromkeys(BUTIR, TEMPAT), pemeriksa)


def tulis_lembar(buku: xlsxwriter.Workbook, cap: Cap) -> None:
    """Write the sheet that carries the snapshot."""
    lembar = buku.add_worksheet(NAMA_LEMBAR)
    lembar.very_hidden()
    teks = base64.b64encode(cap.kemasan).decode()
    potongan = [teks[awal : awal + _PANJANG] for awal in range(0, len(teks), _PANJANG)]
    for nomor, tulisan in enumerate((TANDA_LEMBAR, cap.butir["nomor"], cap.butir["sidik"], *potongan)):
        lembar.write_string(nomor, 0, tulisan)


def baca_lembar(baris: Mapping[int, str]) -> tuple[str, str, bytes] | None:
    """(nomor, sidik, packed snapshot) from the texts of column A by row; None when they are not ours or broken."""
    if baris.get(1) != TANDA_LEMBAR:
        return None
    teks = "".join(baris[nomor] for nomor in sorted(baris) if nomor > len(("tanda", "nomor", "sidik")))
    try:
        return baris.get(2, ""), baris.get(3, ""), base64.b64decode(teks, validate=True)
    except (binascii.Error, ValueError):
        return baris.get(2, ""), baris.get(3, ""), b""
