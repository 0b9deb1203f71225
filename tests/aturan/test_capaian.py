"""The capaian of one value: rounded, capped, graded, with the working that a person can follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.capaian import (
    Capaian,
    Pengaturan,
    Target,
    bulatkan_pecahan,
    hitung,
    hitung_padanan,
    potong_pecahan,
)
from analytics.aturan.predikat import susun_skala
from analytics.aturan.rumus import ALASAN
from data.gudang import Gudang


@pytest.fixture(scope="module")
def pengaturan() -> Iterator[Pengaturan]:
    gudang = Gudang.buka(None)
    skala = susun_skala(gudang.kueri("skala_predikat"))["permendagri_86_2017"]
    yield Pengaturan(batas=None, desimal=2, nol_seratus=True, skala=skala, skala_ordinal={})
    gudang.tutup()


def _hitung(pengaturan: Pengaturan, rumus: str, realisasi: str | Fraction, target: str) -> Capaian:
    return hitung(rumus, Fraction(realisasi), _target(target), pengaturan)


def _target(teks: str) -> Target:
    bawah, _, atas = teks.partition("..")
    return Target(bawah=Decimal(bawah), atas=Decimal(atas)) if atas else Target(nilai=Decimal(teks))


CARA_HITUNG = [
    ("turun_selisih", "56.23", "49", "(2 × 49 − 56,23) / 49 × 100 = 85,24"),
    ("turun_rasio", "56.23", "49", "49 / 56,23 × 100 = 87,14"),
    ("naik", "88.94", "82.5", "88,94 / 82,5 × 100 = 107,81"),
    ("naik", "-1.41", "2", "(−1,41) / 2 × 100 = −70,50"),
    ("naik", "1021679", "1096138", "1.021.679 / 1.096.138 × 100 = 93,21"),
    ("naik", "44.44", "44.44", "44,44 / 44,44 × 100 = 100,00"),
    ("turun_selisih", "9.2", "9.2", "(2 × 9,2 − 9,2) / 9,2 × 100 = 100,00"),
    ("turun_selisih", "0", "0", "target 0 = 0 dan realisasi 0 = 0: 100,00"),
    ("naik", "92", "80..90", "92 / 90 × 100 = 102,22"),
    ("turun_selisih", "6.5", "7..8", "(2 × 7 − 6,5) / 7 × 100 = 107,14"),
    ("naik", "85", "80..90", "realisasi 85 ≥ bawah 80 dan realisasi 85 ≤ atas 90: 100,00"),
]


@pytest.mark.parametrize(("rumus", "realisasi", "target", "cara"), CARA_HITUNG)
def test_the_working_shows_the_numbers_and_its_result(
    pengaturan: Pengaturan, rumus: str, realisasi: str, target: str, cara: str
) -> None:
    hasil = _hitung(pengaturan, rumus, realisasi, target)
    assert hasil.cara_hitung == cara
    assert hasil.cara_hitung.endswith(hasil.tulisan)


def test_a_realisasi_out_of_pembilang_and_penyebut_is_not_rounded_before_it_is_divided(pengaturan: Pengaturan) -> None:
    """66,7 is printed for 8 of 12 desa; against 70 the print says 95,24, which only the unrounded ratio gives."""
    hasil = _hitung(pengaturan, "naik", Fraction(8, 12) * 100, "70")
    assert hasil.nilai == Decimal("95.24")
    assert hasil.cara_hitung == "66,666666… / 70 × 100 = 95,24"


def test_raw_and_capped_value_are_both_kept(pengaturan: Pengaturan) -> None:
    hasil = _hitung(replace(pengaturan, batas=Decimal(120)), "turun_selisih", "4.88", "32")
    assert (hasil.mentah, hasil.nilai) == (pytest.approx(184.75), Decimal("120.00"))
    assert hasil.cara_hitung.endswith("= 184,75")


def test_predikat_reads_the_rounded_value(pengaturan: Pengaturan) -> None:
    """90,004 is printed 90,00 and is Tinggi; 90,005 is printed 90,01 and is Sangat Tinggi."""
    predikat = {}
    for realisasi in ("90.004", "90.005"):
        hasil = _hitung(pengaturan, "naik", realisasi, "100")
        assert hasil.predikat is not None
        predikat[str(hasil.nilai)] = hasil.predikat.predikat
    assert predikat == {"90.00": "Tinggi", "90.01": "Sangat Tinggi"}


def test_a_target_is_reached_by_the_value_and_not_by_its_rounding(pengaturan: Pengaturan) -> None:
    hampir = _hitung(pengaturan, "naik", "99.999", "100")
    assert (hampir.tulisan, hampir.mencapai) == ("100,00", False)
    assert _hitung(pengaturan, "naik", "100", "100").mencapai


@pytest.mark.parametrize(
    ("realisasi", "target", "alasan"),
    [
        (None, Target(nilai=Decimal(85)), "tanpa_realisasi"),
        (Fraction(85), Target(), "tanpa_target"),
        (None, Target(), "tanpa_target"),
        (Fraction(85), Target(nilai=Decimal(0)), "target_nol"),
        (None, Target(peringkat="BB"), "skala_tanpa_angka"),
    ],
)
def test_without_a_value_there_is_a_sentence_and_no_zero(
    pengaturan: Pengaturan, realisasi: Fraction | None, target: Target, alasan: str
) -> None:
    hasil = hitung("naik", realisasi, target, pengaturan)
    assert (hasil.mentah, hasil.nilai, hasil.predikat, hasil.mencapai) == (None, None, None, False)
    assert (hasil.alasan, hasil.tulisan, hasil.cara_hitung) == (alasan, ALASAN[alasan], "")


def test_the_other_formula_is_shown_beside_a_falling_one(pengaturan: Pengaturan) -> None:
    hasil = _hitung(pengaturan, "turun_selisih", "56.23", "49")
    lain = hitung_padanan(hasil, pengaturan)
    assert lain is not None
    assert (lain.rumus, lain.tulisan) == ("turun_rasio", "87,14")


@pytest.mark.parametrize(("rumus", "target"), [("naik", "49"), ("ordinal", "4"), ("turun_selisih", "7..8")])
def test_there_is_no_other_formula_where_all_offices_use_one(pengaturan: Pengaturan, rumus: str, target: str) -> None:
    assert hitung_padanan(_hitung(pengaturan, rumus, "9", target), pengaturan) is None


@pytest.mark.parametrize(
    ("target", "teks"),
    [
        (Target(), ""),
        (Target(nilai=Decimal("82.5")), "82,5"),
        (Target(nilai=Decimal(0)), "0"),
        (Target(bawah=Decimal(80), atas=Decimal(90)), "80–90"),
        (Target(peringkat="BB"), "BB"),
    ],
)
def test_a_target_is_written_as_planned_and_nothing_planned_is_no_zero(target: Target, teks: str) -> None:
    assert target.tulis() == teks
    assert target.kosong == (teks == "")


PECAHAN = st.fractions(-(10**9), 10**9, max_denominator=10**6)


@given(PECAHAN, st.integers(0, 10))
def test_rounding_is_to_the_nearest_and_cutting_toward_zero(nilai: Fraction, desimal: int) -> None:
    satuan = Fraction(1, 10**desimal)
    dekat, potong = Fraction(bulatkan_pecahan(nilai, desimal)), Fraction(potong_pecahan(nilai, desimal))
    assert abs(dekat - nilai) <= satuan / 2
    assert abs(potong) <= abs(nilai) < abs(potong) + satuan
    assert (dekat / satuan).denominator == (potong / satuan).denominator == 1


@pytest.mark.parametrize(("nilai", "bulat"), [("225.015", "225.02"), ("-0.005", "-0.01"), ("0.0049", "0.00")])
def test_half_goes_away_from_zero(nilai: str, bulat: str) -> None:
    assert bulatkan_pecahan(Fraction(nilai), 2) == Decimal(bulat)


@given(st.integers(1, 10**12), st.integers(1, 10**6))
def test_the_rounding_of_one_value_is_the_rounding_of_the_engine(
    pengaturan: Pengaturan, realisasi: int, target: int
) -> None:
    """Ten decimals first, then two: one definition for a value alone and for a table."""
    tepat = Fraction(realisasi, target) * 100
    dua_tahap = bulatkan_pecahan(Fraction(bulatkan_pecahan(tepat, 10)), 2)
    assert hitung("naik", Fraction(realisasi), Target(nilai=Decimal(target)), pengaturan).nilai == dua_tahap


def test_a_value_just_below_a_tie_is_rounded_as_the_engine_rounds_it(pengaturan: Pengaturan) -> None:
    """0,00499999999996 is 0,0050000000 at ten decimals and so 0,01, here as in a table."""
    hasil = hitung("naik", Fraction(499999999996, 10**16), Target(nilai=Decimal(1)), pengaturan)
    assert hasil.nilai == Decimal("0.01")


def test_what_is_missed_without_a_percent_is_the_worst_and_what_has_no_value_stands_last(
    pengaturan: Pengaturan,
) -> None:
    luput, lebih_luput, tercapai = (_hitung(pengaturan, "naik", realisasi, "10") for realisasi in ("9", "-5", "10"))
    tanpa_persen = _hitung(pengaturan, "naik", "1", "0")
    assert tanpa_persen.mentah is None
    semua = [(tanpa_persen, None), (tercapai, True), (luput, False), (tanpa_persen, False), (lebih_luput, False)]
    urut = sorted(semua, key=lambda pasangan: pasangan[0].urutan(tercapai=pasangan[1]))
    assert urut == [semua[3], semua[4], semua[2], semua[1], semua[0]]
    assert tanpa_persen.urutan(tercapai=True) == tanpa_persen.urutan(tercapai=None)
