from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.ukuran_teks import TINGGI_TERBESAR, banyak_baris, lebar_teks, tinggi_baris

KALIMAT = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=30).map(" ".join)


def test_a_short_word_takes_one_line_and_a_line_break_adds_one() -> None:
    assert banyak_baris("Lengkap.", 120, 9) == 1
    assert banyak_baris("Lengkap.\nBaik.", 120, 9) == 2


def test_a_word_wider_than_its_cell_is_broken_inside() -> None:
    assert banyak_baris("i" * 200, 60, 9) == pytest.approx(lebar_teks("i" * 200, 9) / 53, abs=1)


def test_bold_text_needs_more_room_and_narrow_type_less() -> None:
    assert lebar_teks("Kinerja", 9, sempit=True) < lebar_teks("Kinerja", 9) < lebar_teks("Kinerja", 9, tebal=True)


@given(KALIMAT, st.integers(60, 400))
def test_a_narrower_cell_never_takes_fewer_lines(teks: str, piksel: int) -> None:
    assert banyak_baris(teks, piksel, 9) >= banyak_baris(teks, piksel + 40, 9)


@given(KALIMAT, st.integers(60, 400))
def test_lines_are_enough_for_the_text(teks: str, piksel: int) -> None:
    assert banyak_baris(teks, piksel, 9) * piksel >= lebar_teks(teks, 9) * 0.9


def test_a_row_is_never_higher_than_a_spreadsheet_allows() -> None:
    assert tinggi_baris(10_000, 9) == TINGGI_TERBESAR
