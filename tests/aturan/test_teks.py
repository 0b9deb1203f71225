from __future__ import annotations

import io

import openpyxl
import pytest
import xlsxwriter
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.teks import BATAS_KAKI, BATAS_SEL, alasan_sah, bersihkan, mirip_rumus, panjang_utf16, teks_kaki

SEMUA_HURUF = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


def _tulis(teks: str) -> openpyxl.cell.Cell:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.add_worksheet().write_string(0, 0, bersihkan(teks))
    return openpyxl.load_workbook(keluaran).active["A1"]


@given(SEMUA_HURUF)
def test_cleaned_text_is_always_well_formed_xml(teks: str) -> None:
    bersih = bersihkan(teks)
    polos = bersih.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert fromstring(f"<t>{polos}</t>".encode()).text == (bersih or None)


@given(SEMUA_HURUF)
def test_cleaning_twice_changes_nothing_more(teks: str) -> None:
    assert bersihkan(bersihkan(teks)) == bersihkan(teks)


@given(st.text("abcdefghijklmnopqrstuvwxyz ABC.,;:()-%/0123456789\n", max_size=80))
def test_ordinary_text_is_kept_as_it_is(teks: str) -> None:
    assert bersihkan(teks) == teks


@pytest.mark.parametrize(
    "huruf", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\u202e", "\u200b", "\ufeff", "\ud800", "\uffff"]
)
def test_an_invisible_or_impossible_character_is_removed(huruf: str) -> None:
    assert bersihkan(f"a{huruf}b") == "ab"


def test_line_breaks_stay_and_a_tab_becomes_a_space() -> None:
    assert bersihkan("a\r\nb\rc\td") == "a\nb\nc d"


def test_text_over_the_limit_of_a_cell_is_cut_with_a_note() -> None:
    hasil = bersihkan("x" * (BATAS_SEL + 1))
    assert len(hasil) == BATAS_SEL
    assert hasil.endswith("… [dipotong: teks asli 32.768 karakter]")


def test_an_emoji_counts_as_two_units_and_is_never_cut_in_half() -> None:
    hasil = bersihkan("😀" * BATAS_SEL)
    assert len(hasil.encode("utf-16-le")) // 2 <= BATAS_SEL
    assert hasil.startswith("😀😀")


def test_text_at_the_limit_is_kept() -> None:
    assert bersihkan("x" * BATAS_SEL) == "x" * BATAS_SEL


@pytest.mark.parametrize("teks", ["=1+1", "+62 812", "-5 persen", "@SUM(A1)", '=HYPERLINK("http://x","y")', "{=1}"])
def test_text_that_looks_like_a_formula_is_written_as_text(teks: str) -> None:
    sel = _tulis(teks)
    assert (sel.data_type, sel.value) == ("s", teks)


@pytest.mark.parametrize(
    "teks", ["<r><t>x</t></r>", "<r>&</r>", "<r></t></si></sst></r>", "a & b < c > d", "_x0041_", "\"kutip\" 'tunggal'"]
)
def test_text_that_looks_like_markup_is_read_back_as_typed(teks: str) -> None:
    assert str(_tulis(teks).value).strip() == teks


@pytest.mark.parametrize("teks", ["=1", " =1", "@x", "-", "\n+1"])
def test_a_formula_sign_counts_also_behind_blanks(teks: str) -> None:
    assert mirip_rumus(teks)


@pytest.mark.parametrize("teks", ["a=1", "", "7.01.01", "(=1)"])
def test_a_formula_sign_inside_the_text_is_harmless(teks: str) -> None:
    assert not mirip_rumus(teks)


@given(SEMUA_HURUF)
def test_a_footer_shows_every_ampersand_and_never_starts_a_code(teks: str) -> None:
    kaki = teks_kaki(teks)
    assert kaki.replace("&&", "").count("&") == 0
    assert kaki.replace("&&", "&").split() == " ".join(bersihkan(teks).split()).split()


@pytest.mark.parametrize(("teks", "kaki"), [("2 Kelurahan", " 2 Kelurahan"), ("A\nB", "A B"), ("R&D", "R&&D")])
def test_a_footer_is_one_line_and_a_digit_does_not_join_the_font_size(teks: str, kaki: str) -> None:
    assert teks_kaki(teks) == kaki


@pytest.mark.parametrize("teks", ["&" * 300, "a" + "&" * 300, "😀" * 300])
def test_a_footer_is_cut_between_characters(teks: str) -> None:
    kaki = teks_kaki(teks)
    assert panjang_utf16(kaki) in (BATAS_KAKI, BATAS_KAKI - 1)
    assert kaki.replace("&&", "").count("&") == 0


@pytest.mark.parametrize(
    "teks", [None, "", " ", "-", ".", "?", "ok", "\u200b", "\u3164\u3164\u3164", "\u2800", "_ _ _"]
)
def test_a_reason_that_says_nothing_is_none(teks: str | None) -> None:
    assert alasan_sah(teks) is None


def test_a_reason_is_kept_as_it_reads() -> None:
    assert alasan_sah("  Menunggu\u200b BA desa ") == "Menunggu BA desa"
