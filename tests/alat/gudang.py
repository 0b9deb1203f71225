"""The engine below a store, for tests alone: what tables hold, what changes behind its back, how often it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

import duckdb

from data.gudang import Gudang

Larik = tuple[Any, ...]
"""One row, its columns in order."""
_BUKAN_TANYA: Final = ("BEGIN", "COMMIT", "ROLLBACK")


@contextmanager
def mesin(gudang: Gudang) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of the store's own engine; what it writes has no peristiwa."""
    with gudang._koneksi.cursor() as kursor:
        yield kursor


def buang(gudang: Gudang) -> None:
    """Close a store that nobody opens again: what it holds need not go into its file."""
    with mesin(gudang) as kursor:
        kursor.execute("PRAGMA disable_checkpoint_on_shutdown")
    gudang.tutup()


def tanya(gudang: Gudang, sql: str, parameter: Sequence[object] | Mapping[str, object] = ()) -> list[Larik]:
    """The rows that a statement gives."""
    with mesin(gudang) as kursor:
        return kursor.execute(sql, parameter).fetchall()


def tanya_bernama(gudang: Gudang, sql: str) -> list[dict[str, Any]]:
    """The same, each row by the names of its columns."""
    with mesin(gudang) as kursor:
        hasil = kursor.execute(sql)
        kolom = [kepala[0] for kepala in hasil.description or ()]
        return [dict(zip(kolom, larik, strict=True)) for larik in hasil.fetchall()]


def isi_tabel(gudang: Gudang, tabel: str) -> list[Larik]:
    """Every row of a table, in one order."""
    return tanya(gudang, f"SELECT * FROM {tabel} ORDER BY ALL")


def jumlah_di(gudang: Gudang, tabel: str) -> int:
    """How many rows a table has."""
    ((jumlah,),) = tanya(gudang, f"SELECT count(*) FROM {tabel}")
    return int(jumlah)


class _Kursor:
    """A cursor that passes everything on and notes what it executes."""

    def __init__(self, asli: Any, catatan: Counter[str]) -> None:
        self._asli = asli
        self._catatan = catatan

    def __enter__(self) -> _Kursor:
        return self

    def __exit__(self, *_galat: object) -> None:
        self._asli.close()

    def __getattr__(self, nama: str) -> Any:
        return getattr(self._asli, nama)

    def cursor(self) -> _Kursor:
        return _Kursor(self._asli.cursor(), self._catatan)

    def execute(self, sql: str | duckdb.Statement, *parameter: Any) -> Any:
        teks = sql if isinstance(sql, str) else sql.query
        if not teks.startswith(_BUKAN_TANYA):
            self._catatan[teks] += 1
        return self._asli.execute(sql, *parameter)


@contextmanager
def hitung_tanya(gudang: Gudang) -> Iterator[Counter[str]]:
    """How often each statement is executed inside the block, by its text. Appended rows are no question."""
    asli, catatan = gudang._koneksi, Counter[str]()
    gudang._koneksi = _Kursor(asli, catatan)  # type: ignore[assignment]
    try:
        yield catatan
    finally:
        gudang._koneksi = asli
