"""Writes `data/skema_jadi.sql`, what all steps of the schema come to: `python -m tests.alat.skema_jadi`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.gudang import Gudang
from tests.alat.gudang import tanya

BERKAS: Final = Path(__file__).parents[2] / "data" / "skema_jadi.sql"
_KEPALA: Final = """\
-- What the steps in data/skema come to, as the engine writes it, for stores in memory that are filled from elsewhere.
-- `python -m tests.alat.skema_jadi` makes it of them; it is never edited, and never applied to a file.
"""


def _pernyataan(gudang: Gudang) -> Iterator[str]:
    """Every table, index, macro and view of a store, in an order in which each finds what it names."""
    yield from _teks(gudang, "SELECT sql FROM duckdb_tables() WHERE NOT internal ORDER BY table_name")
    yield from _teks(gudang, "SELECT sql FROM duckdb_indexes() WHERE sql IS NOT NULL ORDER BY index_name")
    for nama, jenis, parameter, isi in tanya(
        gudang,
        "SELECT function_name, function_type, parameters, macro_definition FROM duckdb_functions() "
        "WHERE NOT internal ORDER BY function_name",
    ):
        yield f"CREATE MACRO {nama}({', '.join(parameter)}) AS {'TABLE ' if jenis == 'table_macro' else ''}{isi};"
    yield from _teks(gudang, "SELECT sql FROM duckdb_views() WHERE NOT internal ORDER BY view_oid")


def _teks(gudang: Gudang, sql: str) -> list[str]:
    return [str(teks) for (teks,) in tanya(gudang, sql)]


def susun() -> str:
    """The text of the file."""
    gudang = Gudang.buka(None)
    teks = "\n".join(_pernyataan(gudang))
    gudang.tutup()
    return f"{_KEPALA}{teks}\n"


if __name__ == "__main__":
    BERKAS.write_text(susun(), encoding="utf-8")
