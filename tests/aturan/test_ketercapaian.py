"""Whether a target was reached: a value as it was reported, a quotient at the decimals of its target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.aturan import ketercapaian, rumus
from analytics.aturan.capaian import Target
from analytics.aturan.ketercapaian import putuskan, ujung_target

SEBELAS_DARI_TIGA_BELAS: Final = Fraction(11, 13) * 100
BAGIAN = st.tuples(st.integers(0, 200), st.integers(1, 200)).map(lambda bagian: Fraction(*bagian) * 100)
UJUNG = st.one_of(
    st.decimals(Decimal(0), Decimal(200), places=2, allow_nan=False),
    st.decimals(Decimal(0), Decimal(1), places=6, allow_nan=False),
    st.integers(0, 200).map(Decimal),
)
POLARITAS = st.sampled_from(["naik", "turun"])


@pytest.mark.parametrize(
    ("realisasi", "target", "terhitung", "putusan"),
    [
        (SEBELAS_DARI_TIGA_BELAS, "84.62", True, "dibulatkan"),
        (Fraction("84.615"), "84.62", False, "belum"),
        (SEBELAS_DARI_TIGA_BELAS, "84.63", True, "belum"),
        (Fraction("84.6"), "85", True, "belum"),
        (Fraction("84.999999"), "85", True, "belum"),
        (Fraction(1, 2), "1", True, "belum"),
        (Fraction("84.5"), "85", False, "belum"),
        (Fraction("84.595"), "84.6", True, "dibulatkan"),
        (Fraction("84.59"), "84.6", True, "belum"),
        (Fraction(2, 3), "0.6667", True, "dibulatkan"),
        (Fraction(2, 3), "0.6668", True, "belum"),
        (Fraction(85), "84.62", True, "tercapai"),
    ],
)
def test_a_quotient_is_compared_at_the_decimals_of_a_target_that_has_some(
    realisasi: Fraction, target: str, terhitung: bool, putusan: str
) -> None:
    assert putuskan("naik", realisasi, Decimal(target), terhitung=terhitung) == putusan


def test_a_whole_target_that_was_typed_with_decimals_has_them() -> None:
    dekat = Fraction("84.996")
    assert putuskan("naik", dekat, Decimal(85), terhitung=True, diketik=2) == "dibulatkan"
    assert putuskan("naik", dekat, Decimal(85), terhitung=True, diketik=3) == "belum"
    assert putuskan("naik", dekat, Decimal(85), terhitung=False, diketik=2) == "belum"


def test_what_shall_fall_is_compared_on_its_side() -> None:
    di_atas = Fraction(2, 13) * 100
    assert putuskan("turun", di_atas, Decimal("15.38"), terhitung=True) == "dibulatkan"
    assert putuskan("turun", di_atas, Decimal("15.38"), terhitung=False) == "belum"
    assert putuskan("turun", di_atas, Decimal(15), terhitung=True) == "belum"
    assert putuskan("turun", di_atas, Decimal("15.39"), terhitung=True) == "tercapai"


def test_a_range_has_to_be_reached_at_the_end_that_its_polaritas_comes_to_first() -> None:
    rentang = Target(bawah=Decimal("84.62"), atas=Decimal(90))
    assert ujung_target("naik", rentang) == Decimal("84.62")
    assert ujung_target("turun", rentang) == 90
    assert ujung_target("naik", Target(Decimal(3))) == 3
    assert ujung_target("naik", Target(peringkat="BB")) is None


@pytest.fixture(scope="module")
def mesin() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as koneksi:
        koneksi.execute(rumus.render_sql() + ketercapaian.render_sql())
        yield koneksi


@given(polaritas=POLARITAS, realisasi=BAGIAN, ujung=UJUNG, diketik=st.sampled_from([None, 2, 4]))
@example(polaritas="naik", realisasi=SEBELAS_DARI_TIGA_BELAS, ujung=Decimal("84.62"), diketik=None)
@example(polaritas="turun", realisasi=Fraction(2, 13) * 100, ujung=Decimal("15.38"), diketik=None)
@example(polaritas="naik", realisasi=Fraction(2, 3), ujung=Decimal("0.66667"), diketik=2)
@example(polaritas="naik", realisasi=Fraction(1, 3), ujung=Decimal("0.333333333333"), diketik=2)
@example(polaritas="naik", realisasi=Fraction(84996, 1000), ujung=Decimal(85), diketik=2)
def test_the_store_judges_as_the_exact_rule_does(
    mesin: duckdb.DuckDBPyConnection, polaritas: str, realisasi: Fraction, ujung: Decimal, diketik: int | None
) -> None:
    kolom = "$polaritas, $realisasi::DOUBLE, $ujung::DECIMAL(38, 12)"
    isi = {"polaritas": polaritas, "realisasi": float(realisasi), "ujung": ujung, "diketik": diketik}
    sql = f"SELECT tercapai({kolom}), tercapai_dibulatkan({kolom}, $diketik::INTEGER)"
    (tepat, dekat) = mesin.execute(sql, isi).fetchone() or ()
    putusan = "tercapai" if tepat else "dibulatkan" if dekat else "belum"
    assert putusan == putuskan(polaritas, realisasi, ujung, terhitung=True, diketik=diketik)
