"""How often a store is asked: every statement that reaches DuckDB, counted on its own connection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from data.gudang import Gudang

_BUKAN_TANYA: Final = ("BEGIN", "COMMIT", "ROLLBACK")


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

    def execute(self, sql: str, *parameter: Any) -> Any:
        if not sql.startswith(_BUKAN_TANYA):
            self._catatan[sql] += 1
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
