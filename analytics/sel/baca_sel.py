"""The reading of one cell, before any workbook says what it makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from analytics.aturan.angka import BacaanAngka, Kosong, baca_angka, baca_bilangan
from analytics.aturan.teks import sebaris
from analytics.pembaca.baca import Jenis, SelTerbaca


@dataclass(frozen=True)
class BukanIsian:
    """A cell that holds neither a number nor a text: a date, a truth value, an Excel error, a formula without result.

    `teks` is its content as text.
    """

    jenis: Jenis
    teks: str


def baca_sel(sel: SelTerbaca) -> BacaanAngka | BukanIsian:
    """What a cell says: a number as it is stored (95% is 95 persen), a text as people write numbers and grades."""
    if sel.jenis == "angka" and sel.nilai is not None:
        return baca_bilangan(sel.nilai, persen=sel.persen)
    if sel.jenis == "teks":
        return baca_angka(sel.teks)
    return BukanIsian(sel.jenis, sel.teks)


def berisi(sel: SelTerbaca | None) -> bool:
    """Whether there is anything in a cell: a text of blanks is nothing."""
    return sel is not None and (sel.jenis != "teks" or bool(sebaris(sel.teks)))


def hampa(sel: SelTerbaca | None) -> bool:
    """Whether a cell gives nothing: it is blank, or says so by `-` or `n/a`."""
    return sel is None or isinstance(baca_sel(sel), Kosong)
