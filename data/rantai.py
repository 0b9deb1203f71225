"""The hash chain over the log: every peristiwa carries a SHA-256 over itself and over the sidik before it.

Whoever changes, removes, adds or reorders a row would have to make every later sidik anew; the last one (the tip)
stands outside the store too, on approved documents and in backups.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

AWAL: Final = "0" * 64
"""What stands before the first peristiwa."""
KOLOM: Final = (
    "nomor",
    "kode_pd",
    "waktu",
    "oleh",
    "aksi",
    "objek",
    "rincian",
    "kunci",
    "akun",
    "sebagai",
    "mengubah",
)
"""The columns of a peristiwa that its sidik covers, in this order."""


@dataclass(frozen=True)
class Ujung:
    """The number and sidik of one peristiwa, as a document or a backup remembers it."""

    nomor: int
    sidik: str


UJUNG_AWAL: Final = Ujung(0, AWAL)
"""The tip of a log that has no peristiwa."""


@dataclass(frozen=True)
class Putus:
    """The first link that does not hold: which peristiwa, and why, in Indonesian."""

    nomor: int
    sebab: str


def sidik_peristiwa(baris: Mapping[str, Any], sebelum: str) -> str:
    """SHA-256 (hex) over the canonical JSON of a row of peristiwa followed by the sidik before it."""
    nilai_kolom = [nilai.isoformat() if isinstance(nilai := baris[nama], datetime) else nilai for nama in KOLOM]
    return hashlib.sha256(
        json.dumps([*nilai_kolom, sebelum], ensure_ascii=False, separators=(",", ":")).encode()
    ).hexdigest()


class Rantai:
    """The chain, followed from its first peristiwa on, given by nomor one after another; no row of it is kept.

    `ujung` are tips remembered elsewhere: each must be in the chain, so that a cut tail is noticed.
    """

    def __init__(self, ujung: Iterable[Ujung] = ()) -> None:
        self._dicari = sorted(ujung, key=lambda tip: tip.nomor)
        self._sidik: dict[int, str | None] = {tip.nomor: None for tip in self._dicari}
        self._sampai(UJUNG_AWAL)
        self._putus: Putus | None = None

    def ikuti(self, baris: Mapping[str, Any]) -> None:
        """The next row of peristiwa."""
        if self._putus is None:
            self._putus = self._sambung(baris)

    @property
    def putus(self) -> Putus | None:
        """The first link that does not hold in what was followed; None when every one does and every tip is in it."""
        return self._putus or self._tanpa_ujung()

    def _sambung(self, baris: Mapping[str, Any]) -> Putus | None:
        nomor, lalu = int(baris["nomor"]), self._akhir.nomor
        if nomor != lalu + 1:
            return Putus(lalu + 1, f"Peristiwa nomor {lalu + 1} hilang; sesudah {lalu} langsung {nomor}.")
        if sidik_peristiwa(baris, self._akhir.sidik) != baris["sidik"]:
            return Putus(nomor, f"Peristiwa nomor {nomor} berubah: isinya tidak lagi sesuai dengan sidiknya.")
        self._sampai(Ujung(nomor, str(baris["sidik"])))
        return None

    def _sampai(self, akhir: Ujung) -> None:
        self._akhir = akhir
        if akhir.nomor in self._sidik:
            self._sidik[akhir.nomor] = akhir.sidik

    def _tanpa_ujung(self) -> Putus | None:
        for tip in self._dicari:
            sidik, harap = self._sidik[tip.nomor], self._akhir.nomor + 1
            if sidik is None:
                return Putus(harap, f"Peristiwa nomor {harap} sampai {tip.nomor} hilang dari ujung jejak.")
            if sidik != tip.sidik:
                return Putus(tip.nomor, f"Sidik peristiwa nomor {tip.nomor} bukan yang dicatat di luar jejak.")
        return None
