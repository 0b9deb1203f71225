"""The grammar of formulas: what it reads, what it refuses, and one meaning in every notation."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan import ekspresi
from analytics.aturan.ekspresi import EkspresiAsing, Gaya

SALIN = Gaya(
    lambda kunci: kunci,
    str,
    {tanda: f" {tanda} " for tanda in ("+", "-", "*", "/", "<", "<=", ">", ">=")} | {"=": " == "},
    lambda kata, bagian: {"dan": " and ", "atau": " or "}[kata].join(bagian),
)
"""Writes a formula in its own notation again."""

ASING = [
    "",
    "realisasi +",
    "realisasi ** 2",
    "realisasi // target",
    "realisasi % target",
    "-realisasi",
    "+1",
    "1.5 * realisasi",
    "realisasi * 1e3",
    "'100'",
    "None",
    "abs(realisasi)",
    "__import__('os').system('true')",
    "realisasi.real",
    "realisasi[0]",
    "[realisasi]",
    "lambda: 1",
    "100 if target else 0",
    "not target",
    "target != 0",
    "0 < target < 1",
    "target in realisasi",
    "(yield)",
    "realisasi := 1",
    "realisasi; target",
    "f'{realisasi}'",
    "...",
    "1j",
    "b'1'",
    "True",
    "target == False",
]


@pytest.mark.parametrize("teks", ASING)
def test_what_is_outside_the_grammar_is_refused(teks: str) -> None:
    with pytest.raises(EkspresiAsing):
        ekspresi.urai(teks)


@pytest.mark.parametrize("teks", ["realisasi < target and 1", "realisasi or target"])
def test_a_number_is_not_a_condition(teks: str) -> None:
    with pytest.raises(EkspresiAsing):
        ekspresi.benar(teks, {"realisasi": Fraction(1), "target": Fraction(2)})


def test_the_keys_that_a_formula_reads_are_known() -> None:
    assert ekspresi.kunci_dipakai("(2 * target - realisasi) / target * 100") == {"target", "realisasi"}
    assert ekspresi.kunci_dipakai("100") == frozenset()


def _ekspresi(kedalaman: int = 3) -> st.SearchStrategy[str]:
    daun = st.one_of(st.sampled_from(["realisasi", "target"]), st.integers(0, 200).map(str))
    return st.recursive(
        daun, lambda anak: st.builds("({} {} {})".format, anak, st.sampled_from("+-*/"), anak), max_leaves=2**kedalaman
    )


@given(_ekspresi(), st.fractions(-100, 100, max_denominator=100), st.fractions(1, 100, max_denominator=100))
def test_brackets_are_left_out_only_where_the_value_stays_the_same(
    teks: str, realisasi: Fraction, target: Fraction
) -> None:
    isi = {"realisasi": realisasi, "target": target}
    ringkas = ekspresi.render(teks, SALIN)
    assert len(ringkas) <= len(teks)
    assert _nilai(ringkas, isi) == _nilai(teks, isi)


def _nilai(teks: str, isi: dict[str, Fraction]) -> Fraction | str:
    try:
        return ekspresi.nilai(teks, isi)
    except ZeroDivisionError:
        return "dibagi nol"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("realisasi - (target - 1)", "realisasi - (target - 1)"),
        ("realisasi / (target * 2)", "realisasi / (target * 2)"),
        ("(realisasi / target) * 100", "realisasi / target * 100"),
        ("(2 * target) - realisasi", "2 * target - realisasi"),
        ("target == 0 and realisasi >= 1", "target == 0 and realisasi >= 1"),
    ],
)
def test_a_formula_is_written_with_the_brackets_that_it_needs(teks: str, hasil: str) -> None:
    assert ekspresi.render(teks, SALIN) == hasil
