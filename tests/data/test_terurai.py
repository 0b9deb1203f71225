"""A statement that was parsed before is answered as its text would be, by whatever store it is asked of."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from data.terurai import jalankan

SEMUA = "SELECT * FROM kantor -- every column that it has now\n"


@pytest.fixture
def mesin() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": "1"}) as koneksi:
        koneksi.execute("CREATE TABLE kantor AS SELECT 'Uji' AS nama")
        yield koneksi


def test_it_outlives_the_store_that_it_was_parsed_for(mesin: duckdb.DuckDBPyConnection) -> None:
    assert jalankan(mesin, SEMUA).fetchall() == [("Uji",)]
    mesin.close()
    with duckdb.connect() as lain:
        lain.execute("CREATE TABLE kantor AS SELECT 7 AS nomor, DATE '2026-10-05' AS hari")
        hasil = jalankan(lain, SEMUA)
        assert [kepala[0] for kepala in hasil.description or ()] == ["nomor", "hari"]
        assert hasil.fetchall() == lain.execute(SEMUA).fetchall()


def test_it_sees_what_became_of_the_schema_and_of_the_rows_meanwhile(mesin: duckdb.DuckDBPyConnection) -> None:
    assert jalankan(mesin, SEMUA).fetchall() == [("Uji",)]
    jalankan(mesin, "ALTER TABLE kantor ADD COLUMN kode VARCHAR; UPDATE kantor SET kode = $kode", {"kode": "7.01.05"})
    assert jalankan(mesin, SEMUA).fetchall() == [("Uji", "7.01.05")]


def test_whoever_asks_at_the_same_time_gets_the_answer_to_his_own_question(mesin: duckdb.DuckDBPyConnection) -> None:
    def tanya(nomor: int) -> list[tuple[int, str]]:
        with mesin.cursor() as kursor:
            return jalankan(kursor, "SELECT $nomor::INTEGER, nama FROM kantor", {"nomor": nomor}).fetchall()

    with ThreadPoolExecutor(6) as kolam:
        assert list(kolam.map(tanya, range(300))) == [[(nomor, "Uji")] for nomor in range(300)]


@pytest.mark.parametrize(
    ("sql", "parameter"),
    [
        ("SELECT $ada::INTEGER", {}),
        ("SELECT $ada::INTEGER", {"ada": 1, "lebih": 2}),
        ("SELECT * FROM tidak_ada", {}),
        ("SELECT FROM WHERE", {}),
    ],
)
def test_a_mistake_is_the_one_that_the_engine_finds_in_the_text(
    mesin: duckdb.DuckDBPyConnection, sql: str, parameter: dict[str, int]
) -> None:
    with pytest.raises(duckdb.Error) as harap:
        mesin.execute(sql, parameter)
    for _ in range(2):
        with pytest.raises(type(harap.value)) as ada:
            jalankan(mesin, sql, parameter)
        assert str(ada.value) == str(harap.value)
