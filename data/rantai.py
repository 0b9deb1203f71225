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


@dataclass(frozen=True)
class Putus:
    """The first link that does not hold: which peristiwa, and why, in Indonesian."""

    nomor: int
    sebab: str


def sidik_peristiwa(baris: Mapping[str, Any], sebelum: str) -> str:
    """SHA-256 (hex) over the canonical JSON of a row of peristiwa followed by the sidik before it."""
    isi = [satu.isoformat() if isinstance(satu := baris[nama], datetime) else satu for nama in KOLOM]
    return hashlib.sha256(json.dumps([*isi, sebelum], ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def periksa_rantai(baris: Iterable[Mapping[str, Any]], ujung: Iterable[Ujung] = ()) -> Putus | None:
    """Follow the chain through all rows of peristiwa, given by nomor; None when every link holds.

    `ujung` are tips remembered elsewhere: each must still be in the chain, so that a cut tail is noticed.
    """
    sidik: dict[int, str] = {}
    sebelum, harap = AWAL, 1
    for satu in baris:
        nomor = int(satu["nomor"])
        if nomor != harap:
            return Putus(harap, f"Peristiwa nomor {harap} hilang; sesudah {harap - 1} langsung {nomor}.")
        if sidik_peristiwa(satu, sebelum) != satu["sidik"]:
            return Putus(nomor, f"Peristiwa nomor {nomor} berubah: isinya tidak lagi sesuai dengan sidiknya.")
        sidik[nomor] = sebelum = satu["sidik"]
        harap += 1
    for satu_ujung in sorted(ujung, key=lambda isi: isi.nomor):
        if satu_ujung.nomor not in sidik:
            return Putus(harap, f"Peristiwa nomor {harap} sampai {satu_ujung.nomor} hilang dari ujung jejak.")
        if sidik[satu_ujung.nomor] != satu_ujung.sidik:
            return Putus(
                satu_ujung.nomor, f"Sidik peristiwa nomor {satu_ujung.nomor} bukan yang dicatat di luar jejak."
            )
    return None
