from __future__ import annotations

import html
import io
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.angka import TidakTerbaca, baca_angka
from analytics.aturan.teks import (
    BATAS_KAKI,
    BATAS_SEL,
    ada_tak_terlihat,
    alasan_sah,
    bersihkan,
    jernihkan,
    membalik,
    mirip_rumus,
    nama_berkas,
    panjang_utf16,
    sandingan,
    sebaris,
    teks_kaki,
    tunjukkan,
)
from analytics.grafik.teks import aman

TAK_TERLIHAT = (
    *"\x00\x07\x0b\x1b\x7f\x85\x9f\u00ad\u061c\u200b\u200d\u200e\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u206f",
    *"\ufe0f\u034f\u115f\u3164\u17b5\u2800\u180b\U000e0101",
    *"\ud800\udfff\ufdd0\ufeff\ufffc\ufffe\uffff\U0001fffe",
)
"""Some of each kind of what does not show."""
SEMUA_HURUF = st.text(
    st.one_of(st.characters(codec=None, exclude_categories=()), st.sampled_from(TAK_TERLIHAT)), max_size=60
)


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


@pytest.mark.parametrize("bersih", [bersihkan, jernihkan, sebaris, sandingan, nama_berkas, tunjukkan])
@given(teks=SEMUA_HURUF)
def test_cleaning_twice_changes_nothing_more(bersih: Callable[[str], str], teks: str) -> None:
    assert bersih(bersih(teks)) == bersih(teks)


@given(SEMUA_HURUF)
def test_a_stored_name_is_clean_for_every_use(teks: str) -> None:
    """A name is stored as `sebaris` gives it: cell, picture, file and comparison find nothing to take out of it."""
    nama = sebaris(teks)
    assert not ada_tak_terlihat(nama)
    assert (jernihkan(nama), tunjukkan(nama), bersihkan(nama).strip()) == (nama, nama, nama)
    assert html.unescape(aman(nama)) == nama
    assert nama_berkas(nama) == (nama or "tanpa nama")


@given(SEMUA_HURUF)
def test_what_is_written_comes_back_equal(teks: str) -> None:
    """A name of today or of an earlier version, through a cell: to a reader, nothing has changed."""
    kembali = str(_tulis(teks).value or "")
    assert sandingan(kembali) == sandingan(teks) == sandingan(sebaris(teks))


def test_a_name_too_long_for_a_cell_comes_back_equal_as_well() -> None:
    nama = "Persentase desa " * 3_000
    assert sandingan(bersihkan(nama)) == sandingan(nama)


@pytest.mark.parametrize("huruf", TAK_TERLIHAT)
def test_what_does_not_show_is_one_class_for_every_use(huruf: str) -> None:
    teks = f"Sur{huruf}vei"
    assert ada_tak_terlihat(huruf)
    assert {jernihkan(teks), bersihkan(teks), sebaris(teks), aman(teks), nama_berkas(teks)} == {"Survei"}
    assert sandingan(teks) == sandingan("SURVEI")
    assert tunjukkan(teks) == "Sur\ufffdvei"
    assert isinstance(baca_angka(f"1{huruf}2"), TidakTerbaca)


@given(SEMUA_HURUF)
def test_what_turns_a_line_around_is_always_invisible(teks: str) -> None:
    assert not membalik(teks) or ada_tak_terlihat(teks)
    assert not membalik(jernihkan(teks))


@pytest.mark.parametrize("huruf", ["\n", "\r", "\t", "\u00a0", "\u3000", "é", "😀", "“"])
def test_blanks_line_breaks_and_letters_of_all_scripts_are_seen(huruf: str) -> None:
    assert not ada_tak_terlihat(huruf)


@pytest.mark.parametrize(
    ("kiri", "kanan"),
    [("Indeks  Kepuasan", "indeks kepuasan\n"), ("Indeks\u00a0Kepuasan", "Indeks Kepuasan"), ("cafe\u0301", "CAFÉ")],
)
def test_texts_that_read_alike_are_compared_as_equal(kiri: str, kanan: str) -> None:
    assert sandingan(kiri) == sandingan(kanan)


@pytest.mark.parametrize(("kiri", "kanan"), [("Desa A", "Desa B"), ("TW 1", "TW 11"), ("a b", "ab"), ("5-10", "5 10")])
def test_texts_that_read_otherwise_stay_different(kiri: str, kanan: str) -> None:
    assert sandingan(kiri) != sandingan(kanan)


@given(SEMUA_HURUF, st.integers(1, 40))
def test_a_line_is_cut_to_its_bound_with_an_ellipsis(teks: str, batas: int) -> None:
    baris = sebaris(teks, batas)
    assert len(baris) <= batas
    assert baris == sebaris(teks) or baris.endswith("…")


@given(SEMUA_HURUF)
def test_the_name_of_a_file_is_one_short_line_and_never_empty(teks: str) -> None:
    nama = nama_berkas(teks * 9)
    assert 0 < len(nama) <= 200
    assert "\n" not in nama


def test_a_long_name_of_a_file_keeps_its_ending() -> None:
    assert nama_berkas("Laporan " * 40 + ".xlsx") == ("Laporan " * 40)[:195] + ".xlsx"
    assert nama_berkas("a" * 300) == "a" * 200


@given(st.text("abcdefghijklmnopqrstuvwxyz ABC.,;:()-%/0123456789\n", max_size=80))
def test_ordinary_text_is_kept_as_it_is(teks: str) -> None:
    assert bersihkan(teks) == teks


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
    "teks",
    [
        *(None, "", " ", "-", ".", "?", "ok", "\u200b", "\u3164\u3164\u3164", "\u2800", "_ _ _"),
        *("ada", "xxx", "123", "belum ada", "Belum ada data.", "(tidak ada)", "2026", "aaaa", "test", "a1a1"),
        *("blm ada", "sda", "s.d.a.", "Idem", "lihat atas", "tdk ada data"),
    ],
)
def test_a_reason_that_says_nothing_is_none(teks: str | None) -> None:
    assert alasan_sah(teks) is None


def test_a_reason_is_kept_as_it_reads() -> None:
    assert alasan_sah("  Menunggu\u200b BA desa ") == "Menunggu BA desa"
    assert alasan_sah("belum ada laporan desa") == "belum ada laporan desa"
    assert alasan_sah("nihil") == "nihil"
