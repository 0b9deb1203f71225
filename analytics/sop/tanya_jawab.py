"""Which questions to a unit still wait for an answer: one rule, for its page, the page Verifikasi and the work list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def belum_dijawab(perpindahan: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    """The numbers of the questions without an answer among the moves of one document, as the log has them.

    An answer closes the question about the same row. What moves the data on closes all: they were returned or verified.
    """
    terbuka: dict[str | None, int] = {}
    for pindah in perpindahan:
        if pindah["dari"] != pindah["ke"]:
            terbuka.clear()
        elif pindah["aksi"] == "tanyakan":
            terbuka[perihal(pindah)] = pindah["nomor"]
        elif pindah["aksi"] == "jawab":
            terbuka.pop(perihal(pindah), None)
    return tuple(sorted(terbuka.values()))


def perihal(pindah: Mapping[str, Any]) -> str | None:
    """The row that a question or answer is about; None: the whole kiriman."""
    kode = json.loads(pindah["rincian"]).get("kode_indikator")
    return None if kode is None else str(kode)
