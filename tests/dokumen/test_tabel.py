from __future__ import annotations

import csv
import io
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.capaian import Target
from analytics.aturan.teks import bersihkan, mirip_rumus
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.dokumen.tabel import BarisTabel, IsiTabel, JenisIsi, Kolom, Tabel, susun_csv, susun_tabel
from analytics.evaluasi.hasil import Nilai
from tests.alat.evaluasi import Hasil

PADA = datetime(2026, 10, 5, 9, 30)
SUB = "Kecamatan Uji · Triwulan III 2026 · status draf · contoh, bukan data resmi"


def _sel(isi: IsiTabel, jenis: JenisIsi = "angka") -> openpyxl.cell.Cell:
    tabel = Tabel("Uji", (Kolom("Nama", lebar=20), Kolom("Isi", jenis)), (BarisTabel(("baris", isi)),))
    return openpyxl.load_workbook(io.BytesIO(susun_tabel(tabel, SUB, PADA)))["Tabel"]["B5"]


@pytest.mark.parametrize(
    ("isi", "jenis", "nilai", "bentuk"),
    [
        (Decimal("1798620871"), "rupiah", 1798620871, "[$-421]#,##0_)"),
        (Decimal("85.25"), "angka", 85.25, "[$-421]#,##0.00_)"),
        (12, "angka", 12, "[$-421]#,##0_)"),
        (99.5, "persen", 99.5, "[$-421]#,##0.00_)"),
        (Nilai(Fraction(1, 3)), "angka", pytest.approx(1 / 3), "[$-421]#,##0.00_)"),
        (Target(nilai=Decimal("4.125")), "angka", 4.125, "[$-421]#,##0.000_)"),
    ],
)
def test_a_number_stays_a_numeric_cell_in_its_format(isi: IsiTabel, jenis: JenisIsi, nilai: float, bentuk: str) -> None:
    sel = _sel(isi, jenis)
    assert (sel.data_type, sel.value, sel.number_format) == ("n", nilai, bentuk)


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (Nilai(None, "WTP"), "WTP"),
        (Target(bawah=Decimal(80), atas=Decimal(90)), "80–90"),
        ("belum ada data", "belum ada data"),
        ("=1+1", "=1+1"),
        ("@SUM(A1)\x00", "@SUM(A1)"),
        (float("nan"), "tidak berhingga"),
        (float("inf"), "tidak berhingga"),
    ],
)
def test_everything_else_is_text_and_never_a_formula(isi: IsiTabel, teks: str) -> None:
    sel = _sel(isi)
    assert (sel.data_type, sel.value) == ("s", teks)


def test_the_table_of_a_page_says_whose_it_is_and_is_the_same_file_twice(hasil: Hasil) -> None:
    isi = susun_tabel(tabel_iku(hasil[0]), SUB, PADA)
    lembar = openpyxl.load_workbook(io.BytesIO(isi))["Tabel"]
    assert lembar["A2"].value == SUB
    assert lembar.print_title_rows == "$4:$4"
    assert isi == susun_tabel(tabel_iku(hasil[0]), SUB, PADA)


def test_an_empty_table_says_so() -> None:
    tabel = Tabel("Uji", (Kolom("Nama"), Kolom("Isi")), (), kosong="Belum ada kiriman.")
    lembar = openpyxl.load_workbook(io.BytesIO(susun_tabel(tabel, SUB, PADA)))["Tabel"]
    assert lembar["A5"].value == "Belum ada kiriman."


def _csv(*isi: IsiTabel, jenis: JenisIsi = "angka") -> list[list[str]]:
    """The rows of a table of one column, read back."""
    tabel = Tabel("Uji", (Kolom("Isi", jenis),), tuple(BarisTabel((bagian,)) for bagian in isi))
    return _baca(susun_csv(tabel))[1:]


def _baca(isi: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(isi.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("isi", "jenis", "teks"),
    [
        (Decimal("1798620871"), "rupiah", "1798620871"),
        (Decimal("1798620871.55"), "rupiah", "1798620871,55"),
        (Decimal("-44.44"), "persen", "-44,44"),
        (12, "angka", "12"),
        (-0.0, "angka", "0"),
        (1e22, "angka", "10000000000000000000000"),
        (1e-7, "angka", "0,0000001"),
        (Nilai(Fraction(1, 3)), "angka", "0,3333333333333333"),
        (Target(nilai=Decimal("4.125")), "angka", "4,125"),
        (float("nan"), "angka", "tidak berhingga"),
        (float("-inf"), "persen", "tidak berhingga"),
        (None, "angka", ""),
    ],
)
def test_a_number_in_csv_is_that_of_the_workbook_with_a_decimal_comma(
    isi: IsiTabel, jenis: JenisIsi, teks: str
) -> None:
    assert _csv("awal", isi, "akhir", jenis=jenis)[1] == [teks]


@pytest.mark.parametrize(
    "teks", ["=1+1", "+62", "-5", "@SUM(A1)", "  =1", "\n=1", "\t=1", "\tteks", "\rteks", "-5 persen"]
)
def test_text_in_csv_that_could_be_a_formula_gets_an_apostrophe(teks: str) -> None:
    assert _csv(teks) == [[f"'{bersihkan(teks)}"]]


@given(st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=60))
def test_text_in_csv_reads_back_as_it_was_but_for_the_guard(teks: str) -> None:
    (sel,) = _csv(teks)
    dijaga = mirip_rumus(bersihkan(teks)) or teks.lstrip(" ").startswith(("\t", "\r"))
    assert sel == [f"'{bersihkan(teks)}" if dijaga else bersihkan(teks)]
    assert not mirip_rumus(sel[0])


def test_a_csv_is_utf8_with_bom_semicolons_and_crlf_and_names_its_source() -> None:
    tabel = Tabel("Uji", (Kolom("Nama"), Kolom("Isi", "persen")), (BarisTabel(("a;b", 1.5)),))
    assert susun_csv(tabel, SUB) == f'\ufeffUji\r\n{SUB}\r\n\r\nNama;Isi\r\n"a;b";1,5\r\n'.encode()
    assert susun_csv(tabel) == '\ufeffNama;Isi\r\n"a;b";1,5\r\n'.encode()


def test_an_empty_table_and_a_description_list_say_in_csv_what_they_say_on_screen() -> None:
    assert _baca(susun_csv(Tabel("Uji", (Kolom("Nama"),), (), kosong="Belum ada kiriman."))) == [
        ["Nama"],
        ["Belum ada kiriman."],
    ]
    daftar = Tabel("Uji", (Kolom("Butir"), Kolom("Isi")), (BarisTabel(("Satuan", "Persen")),), berkepala=False)
    assert _baca(susun_csv(daftar)) == [["Satuan", "Persen"]]
