"""New stores without the work of making each: copies of one that this process made and filled once."""

from __future__ import annotations

import atexit
import shutil
import weakref
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from analytics.sistem import buka_gudang
from data.gudang import Gudang

_NOMOR: Final = count()


def gudang_kosong() -> Gudang:
    """An empty store, ready for use."""
    return gudang_berisi(_biarkan)


def gudang_berisi(isi: Callable[..., object], *pilihan: object) -> Gudang:
    """A new store that holds what `isi` writes into an empty one, in a file that goes when nobody has it any more.

    `isi` is called with an empty store and with `pilihan`, once a process for the same ones.
    """
    return gudang_dari(byte_berisi(isi, *pilihan))


def gudang_dari(asal: bytes) -> Gudang:
    """A new store of the bytes of one that this process closed, in a file that goes when nobody has it any more."""
    jalur = _folder() / f"{next(_NOMOR)}.duckdb"
    jalur.write_bytes(asal)
    # Whoever made these bytes is this very program: the SQL of its rules stands in them.
    gudang = Gudang.buka(jalur)
    weakref.finalize(gudang, _buang, jalur)
    return gudang


def _biarkan(_gudang: Gudang) -> None:
    """Write nothing."""


@cache
def byte_berisi(isi: Callable[..., object], *pilihan: object) -> bytes:
    """The file of such a store, closed."""
    jalur = _folder() / f"asal-{next(_NOMOR)}.duckdb"
    gudang = buka_gudang(jalur)
    isi(gudang, *pilihan)
    gudang.tutup()
    return jalur.read_bytes()


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix="capaian-kosong-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _buang(jalur: Path) -> None:
    for berkas in (jalur, jalur.with_name(f"{jalur.name}.wal")):
        with suppress(OSError):
            berkas.unlink(missing_ok=True)
