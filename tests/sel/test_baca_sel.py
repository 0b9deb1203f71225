"""What one cell says, whatever workbook it stands in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analytics.aturan.angka import Ambigu, Angka, Kosong
from analytics.pembaca.baca import Jenis, SelTerbaca
from analytics.sel.baca_sel import BukanIsian, baca_sel, berisi, hampa
from analytics.sel.terbaca import Terbaca, semua_temuan
from analytics.temuan.butir import buat


def _sel(jenis: Jenis, teks: str, nilai: float | None = None, *, persen: bool = False) -> SelTerbaca:
    return SelTerbaca("Lembar", "A1", jenis, nilai, teks, persen=persen, rumus=None)


def test_a_number_in_percent_format_is_read_as_people_see_it() -> None:
    assert baca_sel(_sel("angka", "0.95", 0.95, persen=True)) == Angka(Decimal(95), persen=True)


def test_a_text_is_read_as_people_write_numbers() -> None:
    bacaan = baca_sel(_sel("teks", "1.200"))
    assert isinstance(bacaan, Ambigu)
    assert bacaan.bacaan == (Decimal(1200), Decimal("1.2"))
    assert isinstance(baca_sel(_sel("teks", "n/a")), Kosong)


@pytest.mark.parametrize(
    ("jenis", "teks"), [("tanggal", "15/03/2023"), ("logika", "1"), ("galat", "#REF!"), ("rumus", "")]
)
def test_what_is_neither_number_nor_text_is_never_read_as_one(jenis: Jenis, teks: str) -> None:
    assert baca_sel(_sel(jenis, teks, 45000)) == BukanIsian(jenis, teks)


def test_a_dash_is_content_that_gives_nothing() -> None:
    assert (berisi(_sel("teks", "-")), hampa(_sel("teks", "-"))) == (True, True)
    assert (berisi(_sel("teks", "  ")), hampa(_sel("teks", "  "))) == (False, True)
    assert (berisi(_sel("angka", "0", 0)), hampa(_sel("angka", "0", 0))) == (True, False)
    assert (berisi(None), hampa(None)) == (False, True)


def test_the_findings_of_several_cells_stay_in_their_order() -> None:
    satu, dua = buat("bukan_angka", "Satu."), buat("angka_besar", "Dua.")
    assert semua_temuan(Terbaca(1, (satu,)), Terbaca(2), Terbaca(None, (dua,), gagal=True)) == (satu, dua)
