"""Quarters become a year: exactly, in the engine, and as a formula."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.agregasi import DAFTAR_AGREGASI, agregasi_tahun, render_sql

# Nilai IKM per triwulan that rises and falls: the last one is neither the highest nor the sum.
TRIWULAN = [Fraction(80), Fraction(91), Fraction(70), Fraction(84)]


@pytest.mark.parametrize(
    ("kode", "hasil"),
    [("jumlah", Fraction(325)), ("nilai_akhir", Fraction(84)), ("rata_rata", Fraction(325, 4)), ("maksimum", 91)],
)
def test_four_quarters_become_one_value(kode: str, hasil: Fraction) -> None:
    assert DAFTAR_AGREGASI[kode].hitung(TRIWULAN) == hasil


def test_only_the_last_value_does_without_the_quarters_before_it() -> None:
    assert {kode for kode, agregasi in DAFTAR_AGREGASI.items() if not agregasi.perlu_semua} == {"nilai_akhir"}


@pytest.mark.parametrize(
    ("agregasi", "target", "akhir", "cara"),
    [
        ("jumlah", "10 10 10", "30", "jumlah"),
        ("nilai_akhir", "10 10 10", "30", "jumlah"),
        ("jumlah", "2 4 6", "6", "tahun_terakhir"),
        ("rata_rata", "20 18 15", "15", "tahun_terakhir"),
        ("jumlah", "2 4 6", None, "jumlah"),
        ("maksimum", "2 4 6", None, "tahun_terakhir"),
        ("jumlah", "0 0 0", "0", "jumlah"),
        ("nilai_akhir", "0 0 0", "0", "tahun_terakhir"),
        ("jumlah", "2 4 6", "8", "tahun_terakhir"),
        ("jumlah", "", None, "jumlah"),
        ("nilai_akhir", "", "8", "tahun_terakhir"),
    ],
)
def test_how_years_are_taken_together_follows_from_the_end_that_the_plan_names(
    agregasi: str, target: str, akhir: str | None, cara: str
) -> None:
    angka = [Decimal(nilai) for nilai in target.split()]
    assert agregasi_tahun(agregasi, angka, None if akhir is None else Decimal(akhir)) == cara


@pytest.fixture(scope="module")
def mesin() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as koneksi:
        koneksi.execute(render_sql())
        yield koneksi


NILAI = st.lists(st.one_of(st.none(), st.decimals(-(10**6), 10**6, places=3)), min_size=4, max_size=4)


@given(st.lists(NILAI, min_size=1, max_size=25))
def test_the_engine_aggregates_the_reported_quarters_as_exact_arithmetic_does(
    mesin: duckdb.DuckDBPyConnection, kelompok: list[list[Decimal | None]]
) -> None:
    baris = ", ".join(
        f"({nomor}, {triwulan}, {'NULL' if nilai is None else f'{nilai:f}'}::DOUBLE)"
        for nomor, empat in enumerate(kelompok)
        for triwulan, nilai in enumerate(empat, 1)
    )
    kolom = ", ".join(f"agregat('{kode}', nilai, triwulan)" for kode in DAFTAR_AGREGASI)
    jawaban = mesin.execute(
        f"SELECT {kolom} FROM (VALUES {baris}) AS t(nomor, triwulan, nilai) GROUP BY nomor ORDER BY nomor"
    ).fetchall()
    for empat, setahun in zip(kelompok, jawaban, strict=True):
        terlapor = [Fraction(nilai) for nilai in empat if nilai is not None]
        for agregasi, hasil in zip(DAFTAR_AGREGASI.values(), setahun, strict=True):
            tepat = float(agregasi.hitung(terlapor)) if terlapor else None
            assert hasil == (None if tepat is None else pytest.approx(tepat, rel=1e-9, abs=1e-9))


def test_the_order_in_which_rows_lie_changes_no_digit(mesin: duckdb.DuckDBPyConnection) -> None:
    triwulan = ((1, "0.1"), (2, "0.2"), (3, "0.3"), (4, "0.4"))
    tabel = [", ".join(f"({nomor}, {nilai}::DOUBLE)" for nomor, nilai in letak) for letak in permutations(triwulan)]
    for kode in DAFTAR_AGREGASI:
        hasil = {
            mesin.execute(
                f"SELECT agregat('{kode}', nilai, triwulan) FROM (VALUES {baris}) AS t(triwulan, nilai)"
            ).fetchone()
            for baris in tabel
        }
        assert len(hasil) == 1, kode


def test_the_engine_knows_which_aggregation_needs_every_quarter(mesin: duckdb.DuckDBPyConnection) -> None:
    for kode, agregasi in DAFTAR_AGREGASI.items():
        assert mesin.execute(f"SELECT perlu_semua('{kode}')").fetchone() == (agregasi.perlu_semua,)


def test_a_formula_reads_single_cells_in_the_order_of_the_quarters() -> None:
    sel = ["H5", "J5", "L5", "N5"]
    assert {kode: agregasi.excel(sel) for kode, agregasi in DAFTAR_AGREGASI.items()} == {
        "jumlah": "SUM(H5,J5,L5,N5)",
        "nilai_akhir": "IF(ISNUMBER(N5),N5,IF(ISNUMBER(L5),L5,IF(ISNUMBER(J5),J5,H5)))",
        "rata_rata": "AVERAGE(H5,J5,L5,N5)",
        "maksimum": "MAX(H5,J5,L5,N5)",
        "rasio": "AVERAGE(H5,J5,L5,N5)",
    }


def test_a_stored_value_stays_the_decimal_that_was_typed(mesin: duckdb.DuckDBPyConnection) -> None:
    sql = "SELECT agregat_desimal($kode, v, 1) FROM (SELECT CAST('200000000000.01' AS DECIMAL(30, 12)) AS v)"
    for kode in DAFTAR_AGREGASI:
        ((nilai,),) = mesin.execute(sql, {"kode": kode}).fetchall()
        assert nilai == Decimal("200000000000.01"), kode
