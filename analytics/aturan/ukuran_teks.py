"""How much room text takes: a spreadsheet does not grow a row by itself in every program, so its height is set."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

_LEBAR: Final = dict(
    zip(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~",
        (
            *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
            *(556,) * 10,
            *(278, 278, 584, 584, 584, 556, 1015),
            *(667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833),
            *(722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611),
            *(278, 278, 278, 469, 556, 333),
            *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833),
            *(556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500),
            *(334, 260, 334, 584),
        ),
        strict=True,
    )
)
"""Advance widths of Arial in thousandths of its size, as its published metrics (AFM of Helvetica) give them."""

_LEBAR_LAIN: Final = 1000
_SEMPIT: Final = 0.82
_TEBAL: Final = 1.07
_AMAN: Final = 1.02
_TEPI_PIKSEL: Final = 7
_PIKSEL_PER_POIN: Final = 96 / 72
_BARIS_PER_UKURAN: Final = 1.25

TINGGI_TERBESAR: Final = 400.0
"""Points; a row can be 409 high at most."""


def lebar_teks(teks: str, ukuran: float, *, sempit: bool = False, tebal: bool = False) -> float:
    """Pixels that one line of text takes at this size (points), a little on the safe side."""
    seribu = sum(_LEBAR.get(huruf, _LEBAR_LAIN) for huruf in teks)
    faktor = (_SEMPIT if sempit else 1.0) * (_TEBAL if tebal else 1.0) * _AMAN
    return seribu / 1000 * ukuran * _PIKSEL_PER_POIN * faktor


@lru_cache(maxsize=4096)
def banyak_baris(teks: str, piksel: int, ukuran: float, *, sempit: bool = False, tebal: bool = False) -> int:
    """How many lines text takes in a cell of this width, broken between words, or inside one that is too long."""
    ruang = max(piksel - _TEPI_PIKSEL, 8)

    def lebar(tulisan: str) -> float:
        return lebar_teks(tulisan, ukuran, sempit=sempit, tebal=tebal)

    return sum(_baris_alinea([lebar(f"{kata} ") for kata in alinea.split(" ")], ruang) for alinea in teks.split("\n"))


def _baris_alinea(kata: list[float], ruang: float) -> int:
    baris, terpakai = 1, 0.0
    for lebar in kata:
        if terpakai and terpakai + lebar > ruang:
            baris, terpakai = baris + 1, 0.0
        penuh = max(math.ceil(lebar / ruang) - 1, 0)
        baris += penuh
        terpakai += lebar - penuh * ruang
    return baris


def tinggi_baris(banyak: int, ukuran: float) -> float:
    """Points that so many lines take at this size."""
    return min(banyak * ukuran * _BARIS_PER_UKURAN + 2, TINGGI_TERBESAR)
