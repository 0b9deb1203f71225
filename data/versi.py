"""The data version of an open store: which change was the last, for each office and for what all offices share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

TANPA_ANGKA: Final = frozenset(
    {
        "alur",
        "arsip",
        "baris_dilihat",
        "berkas",
        "bukti",
        "draf_isian",
        "lampiran",
        "peristiwa",
        "permintaan",
        "pilihan_bacaan",
        "temuan",
        "unggahan",
    }
)
"""Tables that no figure rests on: where documents stand, what came in with them and was said of it, the log."""
_SEMUA_KANTOR: Final = frozenset({"*", ""})
"""Whose a change is that is no single office's: a setting, a scale, an office that was not known before."""


class VersiData:
    """Numbers of peristiwa. Every change of the data moves one forward, none ever goes back."""

    def __init__(self) -> None:
        self._bersama = 0
        self._semua = 0
        self._kantor: dict[str, int] = {}

    def mulai(self, nomor: int) -> None:
        """What is known of a log that was just opened: its last change, whosever it was."""
        self._bersama = self._semua = max(self._semua, nomor)

    def maju(self, perubahan: Iterable[tuple[int, str]]) -> None:
        """These changes were committed, each a number and the code of an office."""
        for nomor, kode_pd in perubahan:
            self._semua = max(self._semua, nomor)
            if kode_pd in _SEMUA_KANTOR:
                self._bersama = nomor
            else:
                self._kantor[kode_pd] = nomor

    def terakhir(self, kode_pd: str | None) -> int:
        """The last change of this office or of what all share; None: of any office."""
        return self._semua if kode_pd is None else max(self._bersama, self._kantor.get(kode_pd, 0))
