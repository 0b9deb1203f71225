"""What this program knows about the backups of a store and no file says: which are damaged, and what failed.

It is gone when the program ends, and found again within seconds of its next start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from data.gudang import Gudang


@dataclass(frozen=True)
class Kegagalan:
    """That the program could not look after its backups: since when, and why, as a sentence."""

    sejak: datetime
    pesan: str


@dataclass
class Pengetahuan:
    """Of one open store. `rusak`: why the store in a backup is not what was written, by the file and its state.

    `pembaruan`: what became of the upgrade of the store, as a sentence, when this program has just made one.
    """

    rusak: dict[tuple[Path, int, int], str] = field(default_factory=dict)
    diperiksa: date | None = None
    kegagalan: Kegagalan | None = None
    pembaruan: str | None = None


_SEMUA: Final[WeakKeyDictionary[Gudang, Pengetahuan]] = WeakKeyDictionary()


def pengetahuan(gudang: Gudang) -> Pengetahuan:
    """What is known about the backups of this store."""
    return _SEMUA.setdefault(gudang, Pengetahuan())


def tanda(berkas: Path) -> tuple[Path, int, int]:
    """By what a file is known: a name that somebody gave to another file is another one. Raises OSError."""
    keadaan = berkas.stat()
    return berkas, keadaan.st_mtime_ns, keadaan.st_size
