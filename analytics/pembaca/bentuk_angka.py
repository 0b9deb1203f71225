"""Whether a number format shows the value that a cell holds, or makes people read another one.

Standard library only: the child that parses workbooks asks it. A format is honest when it writes the digits of the
number once, in one run, with its sign; colours, spaces, decimals, thousands and the name of a currency do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_POTONG: Final = re.compile(
    r'"(?P<kutip>[^"]*)"|\\(?P<lolos>.)|_.|\*(?P<pengisi>.)|\[(?P<siku>[^\]]*)\]|(?P<lain>.)', re.DOTALL
)
"""One piece of a format: a literal, a blank, what fills the cell, something in brackets, or a single letter."""
_ANGKA: Final = re.compile(r"(#|0|\?)(,?[#0?])*(\.[#0?]*)?([eE][+-]0+)?")
_TANDA_TEMPAT: Final = frozenset("#0?.,eE+")
_PECAHAN_BAWAAN: Final = frozenset({12, 13})
_UMUM: Final = ("general", "standard")
_HARI_TERKECIL: Final = 36526
_HARI_TERBESAR: Final = 73050
"""The first days of 2000 and of 2100: a date of a workbook lies between them."""


def menyamarkan_angka(nomor: str, pola: str | None) -> bool:
    """Whether a number in this format is read as another one, or not at all."""
    if pola is None:
        return int(nomor) in _PECAHAN_BAWAAN
    bagian = [*_bagian(pola)][:3]
    bersyarat = any(potong["siku"] and potong["siku"][:1] in "<>=" for potong in _POTONG.finditer(pola))
    minus = (False, True, False) if not bersyarat else (None, None, None)
    return any(
        _samar(potongan, minus=tanda, nol=ke == 2)
        for ke, (potongan, tanda) in enumerate(zip(bagian, minus, strict=False))
    )


def menyamarkan_teks(pola: str | None) -> bool:
    """Whether a text in this format is read as another one, or not at all."""
    bagian = [*_bagian(pola or "")]
    if len(bagian) > 3:
        return _polos(bagian[3]).strip() not in ("@", *_UMUM)
    teks = _polos(bagian[0]) if bagian and "@" in _polos(bagian[0]) else "@"
    return teks.strip() != "@"


def menyamarkan_tanggal(pola: str | None, nilai: float) -> bool:
    """Whether a number that is shown as a date is none, or is a date that does not show day, month and year."""
    if not _HARI_TERKECIL <= nilai <= _HARI_TERBESAR:
        return True
    bagian = [_polos(potongan).lower() for potongan in _bagian(pola or "dd/mm/yyyy")]
    lengkap = all(huruf in bagian[0] for huruf in "dmy") and not any(huruf.isdigit() for huruf in bagian[0])
    return not lengkap or any(potongan.strip() not in ("@", "") for potongan in bagian[1:])


def _bagian(pola: str) -> Iterator[str]:
    """The sections of a format: for positive numbers, negative ones, zero, and texts."""
    potongan = ""
    for potong in _POTONG.finditer(pola):
        if potong["lain"] == ";":
            yield potongan
            potongan = ""
        else:
            potongan += potong[0]
    yield potongan


def _polos(bagian: str) -> str:
    """What a section writes: its literals and placeholders, without colours, locales and blanks."""
    return "".join(map(_tulis, _POTONG.finditer(bagian)))


def _tulis(potong: re.Match[str]) -> str:
    if potong["siku"] is not None:
        mata_uang = potong["siku"].removeprefix("$").rpartition("-")
        return (mata_uang[0] or mata_uang[2]) if potong["siku"].startswith("$") and mata_uang[0] else ""
    return next(
        (tulisan for tulisan in (potong["kutip"], potong["lolos"], potong["pengisi"], potong["lain"]) if tulisan), ""
    )


def _samar(bagian: str, *, minus: bool | None, nol: bool) -> bool:
    """Whether a section says another number; `minus`: what it must write as a sign, None where either may be."""
    polos = _polos(bagian).strip()
    if polos.lower() in (*_UMUM, "@"):
        return False
    if nol and polos and not polos.strip("-–— ()Rp.$?"):
        return False
    if not _ANGKA.fullmatch(_tempat(bagian).strip()):
        return True
    tulisan = re.sub(r"(?i)rp|idr", "", _harfiah(bagian))
    if any(huruf.isalnum() for huruf in tulisan) or "%" in tulisan:
        return True
    return "-" in tulisan if minus is False else minus is True and not {"-", "("} & set(tulisan)


def _tempat(bagian: str) -> str:
    """The placeholders of a section, with a `|` for every literal that stands between two of them."""
    hasil = "".join(
        potong["lain"] if potong["lain"] and potong["lain"] in _TANDA_TEMPAT else "|" if _tulis(potong).strip() else ""
        for potong in _POTONG.finditer(bagian)
    )
    return hasil.strip("|")


def _harfiah(bagian: str) -> str:
    """The literals of a section."""
    return "".join(
        _tulis(potong)
        for potong in _POTONG.finditer(bagian)
        if not (potong["lain"] and potong["lain"] in _TANDA_TEMPAT)
    )
