"""In whose name something is stored: what the log says of it, and what must hold inside its transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from data.gudang import Peristiwa, Transaksi


@dataclass(frozen=True)
class Wewenang:
    """`nama`, `akun` and `sebagai` as in a Peristiwa; `lewat` how, when it was not a page.

    `dalam` runs inside the transaction, last, with the code of the office (empty where a file does not say it); what it
    raises leaves nothing stored.
    """

    nama: str
    akun: str | None = None
    sebagai: str | None = None
    lewat: str = ""
    dalam: Callable[[Transaksi, str], object] | None = None

    @classmethod
    def dari(cls, oleh: str | Wewenang) -> Wewenang:
        """A bare name stands for somebody without an account: the seeder, and tests of the mechanism."""
        return cls(oleh) if isinstance(oleh, str) else oleh

    @property
    def tambahan(self) -> dict[str, Any]:
        """What the log says beside."""
        return {"lewat": self.lewat} if self.lewat else {}

    def jaga(self, tx: Transaksi, kode_pd: str) -> None:
        """Run what belongs into the same transaction."""
        if self.dalam is not None:
            self.dalam(tx, kode_pd)

    def bubuhi(self, peristiwa: Peristiwa) -> Peristiwa:
        """The log entry with account and office."""
        return replace(peristiwa, oleh=self.nama, akun=self.akun, sebagai=self.sebagai)
