"""Text from people, made safe for a workbook: nothing in it can become a formula, a tag, or a broken file."""

from __future__ import annotations

import re
from typing import Final

BATAS_SEL: Final = 32_767
"""The most UTF-16 units that one Excel cell holds."""

PEMICU: Final = ("=", "+", "-", "@")
"""Beginnings that a spreadsheet may take for a formula when a text cell is entered again or pasted."""

_TERLARANG: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef"
    "\ufeff\ufff9-\uffff"
    + "".join(f"{chr(bidang * 0x10000 + 0xFFFE)}{chr(bidang * 0x10000 + 0xFFFF)}" for bidang in range(1, 17))
    + "]"
)
"""Control, bidirectional and zero-width characters, lone surrogates and noncharacters."""


def bersihkan(teks: str, batas: int = BATAS_SEL) -> str:
    """The text without invisible characters, cut to what a cell holds with a note that says so.

    Line breaks stay, a tab becomes a space. Text that XlsxWriter would take for its own rich-text markup gets a leading
    space, which moves it out of that shape.
    """
    bersih = _TERLARANG.sub("", teks.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if bersih.startswith("<r>") and bersih.endswith("</r>"):
        bersih = f" {bersih}"
    return _potong(bersih, batas)


def mirip_rumus(teks: str) -> bool:
    """Whether a spreadsheet could read the text as a formula."""
    return teks.lstrip().startswith(PEMICU)


def _potong(teks: str, batas: int) -> str:
    panjang = len(teks.encode("utf-16-le")) // 2
    if panjang <= batas:
        return teks
    catatan = f" … [dipotong: teks asli {panjang:,} karakter]".replace(",", ".")
    sisa = teks.encode("utf-16-le")[: (batas - len(catatan)) * 2]
    return sisa.decode("utf-16-le", errors="ignore") + catatan
