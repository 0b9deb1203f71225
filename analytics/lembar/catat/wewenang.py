"""In whose name something is stored, as the log says it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from data.gudang import Peristiwa


@dataclass(frozen=True)
class Wewenang:
    """`nama`, `akun` and `sebagai` as in a Peristiwa; `lewat` how, when it was not a page.

    A name alone is somebody without an account: who seeds a store.
    """

    nama: str
    akun: str | None = None
    sebagai: str | None = None
    lewat: str = ""

    @property
    def tambahan(self) -> dict[str, Any]:
        """What the log says beside."""
        return {"lewat": self.lewat} if self.lewat else {}

    def bubuhi(self, peristiwa: Peristiwa) -> Peristiwa:
        """The log entry with account and office."""
        return replace(peristiwa, oleh=self.nama, akun=self.akun, sebagai=self.sebagai)
