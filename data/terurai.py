"""Statements of ours, each parsed once a process: a tenth of the longest question, half of what installs the rules.

What the engine makes of a text does not depend on the store; it is bound and planned anew whenever it is executed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import duckdb

_TERURAI: Final[dict[str, list[duckdb.Statement]]] = {}


def jalankan(
    kursor: duckdb.DuckDBPyConnection, sql: str, parameter: Mapping[str, Any] | Sequence[Any] | None = None
) -> duckdb.DuckDBPyConnection:
    """Execute SQL that stands in the program, never one that is made of a value; `parameter` are the last statement's.

    Raises duckdb.Error as the engine does.
    """
    *awal, akhir = _urai(kursor, sql)
    for pernyataan in awal:
        kursor.execute(pernyataan)
    return kursor.execute(akhir, parameter)


def _urai(kursor: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    """Two that parse the same at once get the same."""
    if sql not in _TERURAI:
        _TERURAI[sql] = kursor.extract_statements(sql)
    return _TERURAI[sql]
