"""A store in memory that is made at once has the schema of one that went through every step."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import duckdb

from data.gudang import Gudang
from data.salinan import cari_beda
from tests.alat.gudang import jumlah_di, tanya
from tests.alat.skema_jadi import BERKAS


def test_what_all_steps_come_to_is_what_they_come_to(jalur_gudang: Path) -> None:
    """Tables, columns, constraints, indexes, views and macros. After a new step: `python -m tests.alat.skema_jadi`."""
    Gudang.buka(jalur_gudang).tutup()
    with closing(duckdb.connect(str(jalur_gudang))) as koneksi:
        for (tabel,) in koneksi.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            koneksi.execute(f"DELETE FROM {tabel}")
    with closing(duckdb.connect()) as koneksi:
        koneksi.execute(BERKAS.read_text(encoding="utf-8"))
        assert cari_beda(koneksi, jalur_gudang) is None


def test_a_store_that_is_filled_from_elsewhere_begins_without_a_row() -> None:
    gudang = Gudang.kosong()
    tabel = [nama for (nama,) in tanya(gudang, "SELECT table_name FROM duckdb_tables()")]
    assert len(tabel) > 40
    assert {nama: jumlah_di(gudang, nama) for nama in tabel} == dict.fromkeys(tabel, 0)
    assert gudang.versi_data() == 0
    gudang.tutup()
