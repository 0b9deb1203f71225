"""Is a copy of a store what it was made from? Held against each other in the engine, read anew from the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

_SALINAN: Final = "salinan"
_KATALOG: Final[Mapping[str, str]] = {
    "tabel": "schema_name, table_name, sql, comment FROM duckdb_tables()",
    "kolom": (
        "schema_name, table_name, column_index, column_name, data_type, is_nullable, column_default, comment "
        "FROM duckdb_columns()"
    ),
    "kendala": (
        "schema_name, table_name, constraint_type, constraint_text, expression, constraint_column_names "
        "FROM duckdb_constraints()"
    ),
    "indeks": "schema_name, table_name, index_name, is_unique, is_primary, expressions, sql FROM duckdb_indexes()",
    "tampilan": "schema_name, view_name, sql, comment FROM duckdb_views()",
    "makro": "schema_name, function_name, function_type, parameters, macro_definition FROM duckdb_functions()",
    "pencacah": (
        "schema_name, sequence_name, start_value, min_value, max_value, increment_by, cycle, last_value "
        "FROM duckdb_sequences()"
    ),
    "jenis": "schema_name, type_name, logical_type, labels FROM duckdb_types()",
}
"""All that a store holds beside its rows: the columns of each list, and the list."""
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
            if _katalog_beda(kursor, jenis, asal, salinan):
                return jenis
        return next((tabel for tabel in _tabel(kursor, asal) if _isi_beda(kursor, asal, salinan, tabel)), None)


def _katalog_beda(kursor: duckdb.DuckDBPyConnection, jenis: str, asal: str, salinan: str) -> bool:
    """Both stores are asked at once: what takes time is the list of all that the engine knows."""
    syarat = "" if jenis in _TANPA_INTERNAL else " AND NOT internal"
    sql = f"SELECT database_name, {_KATALOG[jenis]} WHERE database_name IN ($asal, $salinan){syarat}"
    katalog: dict[str, list[tuple[str, ...]]] = {asal: [], salinan: []}
    for basis, *larik in kursor.execute(sql, {"asal": asal, "salinan": salinan}).fetchall():
        katalog[basis].append(tuple(_DIKECUALIKAN.sub(_urutkan, repr(sel)) for sel in larik))
    return sorted(katalog[asal]) != sorted(katalog[salinan])


def _urutkan(kecuali: re.Match[str]) -> str:
    return f"EXCLUDE ({', '.join(sorted(kecuali[1].split(', ')))})"


def _tabel(kursor: duckdb.DuckDBPyConnection, basis: str) -> list[str]:
    sql = (
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $basis AND NOT internal ORDER BY ALL"
    )
    return [f"{kutip(skema)}.{kutip(nama)}" for skema, nama in kursor.execute(sql, {"basis": basis}).fetchall()]


def _isi_beda(kursor: duckdb.DuckDBPyConnection, asal: str, salinan: str, tabel: str) -> bool:
    """Whether a row does not stand as often on both sides. Each is one value: the engine plans that faster."""
    sql = (
        f'SELECT 1 FROM (SELECT "baris asal" AS baris, 1 AS tanda FROM {kutip(asal)}.{tabel} AS "baris asal" '  # noqa: S608 - names out of the catalogue
        f'UNION ALL SELECT "baris salinan", -1 FROM {salinan}.{tabel} AS "baris salinan") '
        "GROUP BY baris HAVING sum(tanda) <> 0 LIMIT 1"
    )
    return bool(kursor.execute(sql).fetchall())
