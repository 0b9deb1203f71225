"""Is a copy of a store what it was made from? Held against each other in the engine, read anew from the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

_SALINAN: Final = "salinan"
_KATALOG: Final[Mapping[str, str]] = {
    "tabel": "SELECT schema_name, table_name, sql, comment FROM duckdb_tables()",
    "kolom": (
        "SELECT schema_name, table_name, column_index, column_name, data_type, is_nullable, column_default, comment "
        "FROM duckdb_columns()"
    ),
    "kendala": (
        "SELECT schema_name, table_name, constraint_type, constraint_text, expression, constraint_column_names "
        "FROM duckdb_constraints()"
    ),
    "indeks": (
        "SELECT schema_name, table_name, index_name, is_unique, is_primary, expressions, sql FROM duckdb_indexes()"
    ),
    "tampilan": "SELECT schema_name, view_name, sql, comment FROM duckdb_views()",
    "makro": "SELECT schema_name, function_name, function_type, parameters, macro_definition FROM duckdb_functions()",
    "pencacah": (
        "SELECT schema_name, sequence_name, start_value, min_value, max_value, increment_by, cycle, last_value "
        "FROM duckdb_sequences()"
    ),
    "jenis": "SELECT schema_name, type_name, logical_type, labels FROM duckdb_types()",
}
"""All that a store holds beside its rows, each with the question that lists it."""
_TANPA_INTERNAL: Final = frozenset({"kendala", "indeks", "pencacah"})
"""What the engine has none of its own of, and therefore does not tell apart."""
_DIKECUALIKAN: Final = re.compile(r"EXCLUDE \(([^()]*)\)")
"""A set of columns, which the engine writes in any order."""


def kutip(nama: object) -> str:
    """A name as SQL writes it."""
    return '"' + str(nama).replace('"', '""') + '"'


@contextmanager
def tersambung(kursor: duckdb.DuckDBPyConnection, berkas: Path, pilihan: str) -> Iterator[str]:
    """Another store beside the one that is open, and the name by which it is asked there."""
    letak = str(berkas).replace("'", "''")
    kursor.execute(f"ATTACH '{letak}' AS {_SALINAN} ({pilihan})")
    try:
        yield _SALINAN
    finally:
        kursor.execute(f"DETACH {_SALINAN}")


def cari_beda(kursor: duckdb.DuckDBPyConnection, berkas: Path) -> str | None:
    """The first thing in which the store in a file is another one than the open store; None: there is nothing.

    Compared are the catalogue (tables, columns with type and default, constraints, indexes, views, macros, sequences,
    types) and all rows of every table, however often each stands there.
    """
    asal = str(kursor.execute("SELECT current_database()").fetchall()[0][0])
    with tersambung(kursor, berkas, "READ_ONLY") as salinan:
        for jenis in _KATALOG:
            if _katalog(kursor, jenis, asal) != _katalog(kursor, jenis, salinan):
                return jenis
        return next((tabel for tabel in _tabel(kursor, asal) if _isi_beda(kursor, asal, salinan, tabel)), None)


def _katalog(kursor: duckdb.DuckDBPyConnection, jenis: str, basis: str) -> list[tuple[str, ...]]:
    syarat = "database_name = $basis" + ("" if jenis in _TANPA_INTERNAL else " AND NOT internal")
    baris: list[tuple[Any, ...]] = kursor.execute(f"{_KATALOG[jenis]} WHERE {syarat}", {"basis": basis}).fetchall()
    return sorted(tuple(_DIKECUALIKAN.sub(_urutkan, repr(sel)) for sel in larik) for larik in baris)


def _urutkan(kecuali: re.Match[str]) -> str:
    return f"EXCLUDE ({', '.join(sorted(kecuali[1].split(', ')))})"


def _tabel(kursor: duckdb.DuckDBPyConnection, basis: str) -> list[str]:
    sql = (
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $basis AND NOT internal ORDER BY ALL"
    )
    return [f"{kutip(skema)}.{kutip(nama)}" for skema, nama in kursor.execute(sql, {"basis": basis}).fetchall()]


def _isi_beda(kursor: duckdb.DuckDBPyConnection, asal: str, salinan: str, tabel: str) -> bool:
    """With as many rows on both sides, none that the copy lacks means none that it has too many."""
    satu, lain = f"{kutip(asal)}.{tabel}", f"{salinan}.{tabel}"
    sql = (
        f"SELECT (SELECT count(*) FROM {satu}) = (SELECT count(*) FROM {lain}) "  # noqa: S608 - names out of the catalogue
        f"AND NOT EXISTS (FROM {satu} EXCEPT ALL FROM {lain})"
    )
    return kursor.execute(sql).fetchall() != [(True,)]
