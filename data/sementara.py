"""Folders that exist while something is written or read, and what is left of them when a program was killed.

Each is held by a lock of the operating system, which ends with the program that holds it: nothing that somebody is
still using is ever cleared, and no clock or process number has to be believed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_DIPAKAI: Final = "sedang-dipakai"


@contextmanager
def folder_sementara(induk: Path | None, awalan: str) -> Iterator[Path]:
    """A folder below `induk` (None: where the system keeps such) that is gone afterwards. Raises OSError."""
    with TemporaryDirectory(dir=induk, prefix=awalan) as nama:
        pegangan = os.open(Path(nama) / _DIPAKAI, os.O_RDWR | os.O_CREAT)
        try:
            _kunci(pegangan)
            yield Path(nama)
        finally:
            os.close(pegangan)


def bersihkan(induk: Path, awalan: str) -> tuple[str, ...]:
    """Delete the folders with this beginning that nobody holds; their names. What cannot be deleted is left.

    One that is empty has just been made, and is not held yet.
    """
    if not induk.is_dir():
        return ()
    return tuple(sorted(folder.name for folder in induk.glob(f"{awalan}*") if folder.is_dir() and _buang(folder)))


def _buang(folder: Path) -> bool:
    try:
        if not any(folder.iterdir()) or _dipegang(folder / _DIPAKAI):
            return False
        shutil.rmtree(folder)
    except OSError:
        return False
    return True


def _dipegang(kunci: Path) -> bool:
    """Whether somebody holds the lock; folders of before there was one are held by nobody."""
    if not kunci.exists():
        return False
    pegangan = os.open(kunci, os.O_RDWR)
    try:
        _kunci(pegangan)
    except OSError:
        return True
    finally:
        os.close(pegangan)
    return False


def _kunci(pegangan: int) -> None:
    """Take the lock. Raises OSError when another one has it."""
    if sys.platform == "win32":
        msvcrt.locking(pegangan, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(pegangan, fcntl.LOCK_EX | fcntl.LOCK_NB)
