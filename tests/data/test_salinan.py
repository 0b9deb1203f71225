"""Whatever a copy of a store lacks or has otherwise is noticed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.salinan import cari_beda

DASAR = """
CREATE TABLE a (x INTEGER DEFAULT 1 CHECK (x > 0), y VARCHAR, PRIMARY KEY (x));
CREATE TABLE b (z DECIMAL(10, 2) NOT NULL);
CREATE UNIQUE INDEX a_y ON a (y);
CREATE VIEW v AS SELECT x FROM a;
CREATE MACRO dua(n) AS n * 2;
INSERT INTO a VALUES (1, 'satu'), (2, NULL);
INSERT INTO b VALUES (1.50), (1.50), (2);
"""


def _beda(folder: Path, sebelum: str, sesudah: str, tambahan: str = "") -> str | None:
    """What is found between the base and itself with one piece of it replaced."""
    assert sebelum in DASAR
    with closing(duckdb.connect(str(folder / "salin.duckdb"))) as koneksi:
        koneksi.execute(DASAR.replace(sebelum, sesudah) + tambahan)
    with closing(duckdb.connect(str(folder / "asal.duckdb"))) as koneksi:
        koneksi.execute(DASAR)
        return cari_beda(koneksi, folder / "salin.duckdb")


def test_a_store_with_the_same_in_it_does_not_differ_in_whatever_order_its_rows_stand(tmp_path: Path) -> None:
    assert _beda(tmp_path, "(1.50), (1.50), (2)", "(2), (1.50), (1.50)") is None


def test_columns_that_a_view_leaves_out_are_a_set(tmp_path: Path) -> None:
    tanpa = "SELECT * EXCLUDE (x, y) FROM (SELECT x, y, 1 AS w FROM a)"
    with closing(duckdb.connect(str(tmp_path / "asal.duckdb"))) as koneksi:
        koneksi.execute(f"{DASAR} CREATE VIEW w AS {tanpa}")
    with closing(duckdb.connect(str(tmp_path / "salin.duckdb"))) as koneksi:
        koneksi.execute(f"{DASAR} CREATE VIEW w AS {tanpa.replace('x, y)', 'y, x)', 1)}")
    with closing(duckdb.connect(str(tmp_path / "lain.duckdb"))) as koneksi:
        koneksi.execute(f"{DASAR} CREATE VIEW w AS {tanpa.replace('x, y)', 'x, w)', 1)}")
    with closing(duckdb.connect(str(tmp_path / "asal.duckdb"))) as koneksi:
        assert cari_beda(koneksi, tmp_path / "salin.duckdb") is None
        assert cari_beda(koneksi, tmp_path / "lain.duckdb") is not None


@pytest.mark.parametrize(
    ("sebelum", "sesudah"),
    [
        ("CHECK (x > 0)", ""),
        (" NOT NULL", ""),
        (" DEFAULT 1", ""),
        (", PRIMARY KEY (x)", ""),
        ("DECIMAL(10, 2)", "DOUBLE"),
        ("CREATE UNIQUE INDEX a_y ON a (y);", ""),
        ("UNIQUE INDEX", "INDEX"),
        ("CREATE VIEW v AS SELECT x FROM a;", ""),
        ("SELECT x FROM a", "SELECT x + 0 AS x FROM a"),
        ("n * 2", "n * 3"),
        ("CREATE MACRO dua(n) AS n * 2;", ""),
        ("CREATE TABLE b", "CREATE TABLE c (k INTEGER); CREATE TABLE b"),
        ("(2, NULL)", "(2, '')"),
        ("(2, NULL)", "(3, NULL)"),
        ("(1.50), (1.50), (2)", "(1.50), (2), (2)"),
        ("(1.50), (1.50), (2)", "(1.50), (2)"),
        ("(1.50), (1.50), (2)", "(1.50), (1.50), (2), (2)"),
        ("(1.50), (1.50), (2)", "(1.50), (1.50), (2.01)"),
    ],
)
def test_one_thing_that_is_otherwise_is_found(tmp_path: Path, sebelum: str, sesudah: str) -> None:
    assert _beda(tmp_path, sebelum, sesudah) is not None


def test_a_sequence_that_goes_on_elsewhere_is_found(tmp_path: Path) -> None:
    assert _beda(tmp_path, "CREATE TABLE b", "CREATE SEQUENCE s; CREATE TABLE b") == "pencacah"
