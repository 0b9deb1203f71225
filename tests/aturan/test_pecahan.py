"""A value that is reported as pembilang and penyebut: one formula, exact, as SQL, as Excel and in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.pecahan import (
    hitung_pecahan,
    nilai_pecahan,
    render_excel,
    render_sql,
    tulis_cara,
    tulis_laporan,
    tulis_pasangan,
)

BILANGAN = st.decimals(min_value=-(10**6), max_value=10**9, places=3, allow_nan=False)
FAKTOR = st.sampled_from([Decimal(faktor) for faktor in (1, 100, 1000, 100_000)])


@pytest.fixture(scope="module")
def mesin() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as koneksi:
        koneksi.execute(render_sql())
        yield koneksi


def _di_gudang(mesin: duckdb.DuckDBPyConnection, *bagian: Decimal | None) -> float | None:
    kolom = ", ".join("CAST(? AS DECIMAL(30, 12))" for _ in bagian)
    (nilai,) = mesin.execute(f"SELECT nilai_pecahan({kolom})", bagian).fetchone() or (None,)
    return nilai


@given(pembilang=BILANGAN, penyebut=BILANGAN.filter(bool), faktor=FAKTOR)
def test_the_store_computes_what_the_exact_value_is(
    mesin: duckdb.DuckDBPyConnection, pembilang: Decimal, penyebut: Decimal, faktor: Decimal
) -> None:
    tepat = hitung_pecahan(pembilang, penyebut, faktor)
    assert tepat == Fraction(pembilang) * Fraction(faktor) / Fraction(penyebut)
    assert _di_gudang(mesin, pembilang, penyebut, faktor) == pytest.approx(float(tepat), rel=1e-14)


@pytest.mark.parametrize("hilang", [0, 1, 2])
def test_where_one_of_the_three_is_missing_there_is_no_value_and_no_guess(
    mesin: duckdb.DuckDBPyConnection, hilang: int
) -> None:
    pembilang, penyebut, faktor = (
        None if nomor == hilang else bagian for nomor, bagian in enumerate((Decimal(12), Decimal(13), Decimal(100)))
    )
    assert nilai_pecahan(pembilang, penyebut, faktor) is None
    assert _di_gudang(mesin, pembilang, penyebut, faktor) is None


def test_a_pair_with_a_penyebut_of_nothing_has_no_value() -> None:
    assert nilai_pecahan(Decimal(0), Decimal(0), Decimal(100)) is None
    assert nilai_pecahan(Decimal(0), Decimal(13), Decimal(100)) == 0


def test_the_same_formula_stands_in_a_cell_and_in_a_sentence() -> None:
    assert render_excel("K9", "L9", "100") == "K9/L9*100"
    assert tulis_cara("12", "13", Decimal(100)) == "12 / 13 × 100"
    assert tulis_cara("desa tepat waktu", "desa", Decimal(1000)) == "desa tepat waktu / desa × 1.000"
    assert tulis_pasangan(Decimal("12.500"), Decimal(13)) == "12,5 / 13"


def test_a_report_is_written_as_it_was_given() -> None:
    assert tulis_laporan(None, Decimal(12), Decimal(13), None) == "12 / 13"
    assert tulis_laporan(Decimal("85.50"), None, None, None) == "85,5"
    assert tulis_laporan(None, None, None, "BB") == "BB"
    assert tulis_laporan(None, None, None, None) == ""
