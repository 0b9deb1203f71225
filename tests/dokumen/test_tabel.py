from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from analytics.aturan.capaian import Target
from analytics.dokumen.tabel import BarisTabel, Isi, Jenis, Kolom, Tabel, susun_tabel
from analytics.dokumen.tabel_evaluasi import tabel_iku
from analytics.evaluasi.hasil import Nilai
from tests.dokumen.kantor import Hasil

PADA = datetime(2026, 10, 5, 9, 30)
SUB = "Kecamatan Uji · Triwulan III 2026 · status draf · contoh, bukan data resmi"


def _sel(isi: Isi, jenis: Jenis = "angka") -> openpyxl.cell.Cell:
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
def test_a_number_stays_a_numeric_cell_in_its_format(isi: Isi, jenis: Jenis, nilai: float, bentuk: str) -> None:
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
def test_everything_else_is_text_and_never_a_formula(isi: Isi, teks: str) -> None:
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
