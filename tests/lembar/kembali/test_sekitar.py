"""The cells around a finding, as the sender sees them."""

from __future__ import annotations

import pytest

from analytics.lembar.kembali.sekitar import potong
from analytics.pembaca.anak import huruf_kolom, nomor_kolom
from analytics.pembaca.baca import BukuTerbaca, baca_buku
from tests.alat.buku import buku_kecil
from tests.lembar.alat_isian import Susun


@pytest.fixture(scope="module")
def buku() -> BukuTerbaca:
    sel = {f"{huruf}{nomor}": f"{huruf}-{nomor}" for huruf in "ABCDEFGHIJKLMNOP" for nomor in range(1, 12)}
    hasil = baca_buku(buku_kecil({"Realisasi": {**sel, "M6": 12.5}}))
    assert isinstance(hasil, BukuTerbaca)
    return hasil


def test_it_shows_who_the_row_is_and_its_neighbours(buku: BukuTerbaca) -> None:
    potongan = potong(buku, "Realisasi", "M6")
    assert potongan is not None
    assert potongan.kolom == ("A", "B", "C", "J", "K", "L", "M", "N", "O", "P")
    assert [nomor for nomor, _ in potongan.baris] == [4, 5, 6, 7, 8]
    assert potongan.baris[2][1] == ("A-6", "B-6", "C-6", "J-6", "K-6", "L-6", "12,5", "N-6", "O-6", "P-6")


def test_at_the_edge_of_a_sheet_it_is_smaller(buku: BukuTerbaca) -> None:
    potongan = potong(buku, "Realisasi", "A1")
    assert potongan is not None
    assert potongan.kolom == ("A", "B", "C", "D")
    assert [nomor for nomor, _ in potongan.baris] == [1, 2, 3]


@pytest.mark.parametrize(("lembar", "sel"), [(None, None), ("Realisasi", None), ("Tidak ada", "A1")])
def test_without_a_cell_there_is_nothing_to_show(buku: BukuTerbaca, lembar: str | None, sel: str | None) -> None:
    assert potong(buku, lembar, sel) is None


@pytest.mark.parametrize(("huruf", "urutan"), [("A", 1), ("Z", 26), ("AA", 27), ("AB", 28), ("ZZ", 702)])
def test_letters_and_numbers_of_columns_agree(huruf: str, urutan: int) -> None:
    assert (nomor_kolom(huruf), huruf_kolom(urutan)) == (urutan, huruf)


def test_the_headings_of_a_format_stand_above_the_neighbours(susun: Susun) -> None:
    hasil = baca_buku(susun({"SK-01": {"realisasi": 3}}))
    assert isinstance(hasil, BukuTerbaca)
    potongan = potong(hasil, "Realisasi", "M14")
    assert potongan is not None
    assert [nomor for nomor, _ in potongan.baris] == [5, 12, 13, 14, 15, 16]
    assert "Realisasi triwulan III" in potongan.baris[0][1]
