"""The cells of a document by row, and how a row and a value are called in a sentence about a difference."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from analytics.pembaca.baca import urai_alamat

_LABEL: Final = ("A", "B", "C", "D")
"""Columns that name a row of any sheet."""
_HURUF_NOMOR: Final = 4
"""Letters up to which a text in the first column is the number of its row."""
_LABEL_TERPANJANG: Final = 120


def menurut_baris(sel: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    """Cells by address, by the number of their row and the letters of their column."""
    hasil: dict[int, dict[str, Any]] = {}
    for alamat, nilai in sel.items():
        huruf, nomor = urai_alamat(alamat)
        hasil.setdefault(nomor, {})[huruf] = nilai
    return dict(sorted(hasil.items()))


def pokok(nilai: Any) -> str:
    """A value as rows are recognised by: numbers to nine digits."""
    return f"{nilai:.9g}" if isinstance(nilai, int | float) else rapikan(str(nilai))


def rapikan(teks: str) -> str:
    """A text without what a re-save may change: blanks and line ends."""
    return " ".join(unicodedata.normalize("NFC", teks).split())


def tulis_isi(nilai: Any) -> str:
    """A value as people read it: up to ten decimals."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | float):
        return str(nilai) if nilai not in (None, "") else "kosong"
    teks = f"{nilai:.10f}".rstrip("0").rstrip(".") if abs(nilai) < 1e15 else f"{nilai:g}"
    bulat, _, pecahan = teks.partition(".")
    ribuan = f"{int(bulat):,}".replace(",", ".") if bulat.lstrip("-").isdigit() else bulat
    if bulat == "-0":
        ribuan = "-0"
    return f"{ribuan},{pecahan}" if pecahan else ribuan


def sebut_baris(baris: Mapping[str, Any]) -> str:
    """What a row is about, from its first columns: words in the first one, else those after number and sasaran."""
    teks = {huruf: rapikan(nilai) for huruf in _LABEL if isinstance(nilai := baris.get(huruf, [None])[0], str)}
    if len(teks.get("A", "")) > _HURUF_NOMOR:
        return teks["A"][:_LABEL_TERPANJANG]
    pokok = [teks[huruf] for huruf in ("C", "D") if teks.get(huruf)]
    label = f"{pokok[0]} ({pokok[1]})" if len(pokok) == len(("C", "D")) else "".join(pokok)
    return (label or teks.get("B", ""))[:_LABEL_TERPANJANG]
