"""With how many decimals a measured value is written: enough for its target, and never 0 for what is none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.angka import DESIMAL_SIMPAN
from analytics.aturan.capaian import bulatkan_pecahan
from analytics.aturan.desimal import desimal_target, tulis_berdampingan, tulis_terukur

PECAHAN = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**7)
TARGET = st.decimals(min_value=-(10**6), max_value=10**12, places=6, allow_nan=False)


@pytest.mark.parametrize(
    ("realisasi", "target", "tertulis"),
    [
        ("0.00021", "0.0003", "0,00021"),
        ("0.0002", "0.0003", "0,0002"),
        ("0.0000001", "0.0003", "0,0000001"),
        ("84.998", "85", "84,998"),
        ("85", "85", "85"),
        ("85.2531", "85", "85,25"),
        ("85000000000", "200000000000", "85.000.000.000"),
        ("250000000.75", "200000000000", "250.000.000,75"),
        ("66.66666666666666", "66.666666666667", "66,67"),
    ],
)
def test_a_value_has_as_many_decimals_as_its_target_needs_and_as_tell_it_from_its_target(
    realisasi: str, target: str, tertulis: str
) -> None:
    assert tulis_terukur(Fraction(realisasi), [Decimal(target)]) == tertulis


def test_a_quotient_is_told_from_the_target_that_it_misses_by_less_than_is_usually_written() -> None:
    assert tulis_terukur(Fraction(11, 13) * 100, [Decimal("84.62")]) == "84,615"
    assert tulis_terukur(Fraction(11, 13) * 100, [Decimal(85)]) == "84,62"


def test_a_value_without_a_target_has_two_decimals_or_two_digits_that_count() -> None:
    assert tulis_terukur(Fraction("85.2549")) == "85,25"
    assert tulis_terukur(Fraction(1, 3_000_000)) == "0,00000033"
    assert tulis_terukur(Fraction(-1, 300)) == "-0,0033"
    assert tulis_terukur(Fraction(0)) == "0"


def test_two_values_that_differ_are_written_so_that_they_do() -> None:
    assert tulis_berdampingan(Fraction("0.00021"), Fraction("0.0002"), 4) == ("0,00021", "0,0002")
    assert tulis_berdampingan(Fraction("0.0000001"), Fraction("0.0002"), 4) == ("0,0000001", "0,0002")
    assert tulis_berdampingan(Fraction("12.34567"), Fraction("12"), 4) == ("12,3457", "12")


@given(nilai=PECAHAN, target=TARGET)
def test_what_is_written_is_never_0_for_something_and_never_the_target_for_something_else(
    nilai: Fraction, target: Decimal
) -> None:
    tertulis = tulis_terukur(nilai, [target])
    assert (tertulis.strip("-0,.") == "") == (nilai == 0)
    if bulatkan_pecahan(nilai, DESIMAL_SIMPAN) != target:
        assert tertulis != tulis_terukur(Fraction(target), [target])


@pytest.mark.parametrize(
    ("target", "desimal"), [("85", 0), ("84.62", 2), ("84.6", 1), ("0.000000000003", 12), ("66.666666666667", 0)]
)
def test_a_target_needs_the_decimals_that_it_was_given_with_and_a_mean_that_does_not_end_needs_none(
    target: str, desimal: int
) -> None:
    assert desimal_target(Decimal(target)) == desimal
    assert desimal_target(Decimal(target).quantize(Decimal("1.000000000000"))) == desimal
