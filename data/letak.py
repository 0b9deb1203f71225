"""Where a store stands: its file and the files that the engine keeps beside it, which are moved together or not at all.

A write-ahead log belongs to one file. Left behind when that file goes, it is applied to the next one that comes, which
then cannot be opened; left out when the file is moved, what it holds is gone without a word.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from glob import escape
from itertools import count
from pathlib import Path
from typing import Final

_LOG_TULIS: Final = ".wal"
_TUMPAHAN: Final = ".tmp"

Pindahan = tuple[tuple[Path, Path], ...]
"""What was moved: from where and to where, in this order."""


def log_tulis(jalur: Path) -> tuple[Path, ...]:
    """The write-ahead log of the store at `jalur`, and what the engine makes of it while it checkpoints or recovers."""
    return tuple(berkas for berkas in pengiring(jalur) if berkas.name != jalur.name + _TUMPAHAN)


def pengiring(jalur: Path) -> tuple[Path, ...]:
    """Everything of the engine that stands beside the store at `jalur`, whether the store itself is there or not."""
    if not jalur.parent.is_dir():
        return ()
    awal, tumpahan = jalur.name + _LOG_TULIS, jalur.name + _TUMPAHAN
    semua = (berkas for berkas in jalur.parent.iterdir() if berkas.name == tumpahan or berkas.name.startswith(awal))
    return tuple(sorted(semua))


def sisihkan(jalur: Path, tanda: str) -> Pindahan:
    """Move what stands at `jalur` aside, under names that say `tanda` and that nobody has.

    The store goes first: a log without its store is noticed when it is opened, a store without its log is not.
    Raises OSError, and then everything stands where it stood.
    """
    pindah: Pindahan = ()
    lama = nama_bebas(jalur, tanda)
    try:
        for berkas in (*((jalur,) if jalur.exists() else ()), *pengiring(jalur)):
            pindah = (*pindah, (berkas, berkas.rename(_berganti(berkas, jalur, lama))))
    except OSError:
        urungkan(pindah)
        raise
    return pindah


def urungkan(pindah: Pindahan) -> None:
    """Put what was moved back where it stood, in the other order. Raises OSError."""
    for asal, ke in reversed(pindah):
        ke.rename(asal)


def letakkan(sumber: Path, tujuan: Path) -> None:
    """Move a closed store to a place where nothing of another one stands, its log first.

    Raises FileExistsError when something of a store is there, and OSError; then it stands where it stood.
    """
    if tujuan.exists() or pengiring(tujuan):
        raise FileExistsError(str(tujuan))
    pindah: Pindahan = ()
    try:
        for berkas in (*pengiring(sumber), sumber):
            pindah = (*pindah, (berkas, berkas.rename(_berganti(berkas, sumber, tujuan))))
    except OSError:
        urungkan(pindah)
        raise


def gantikan(sumber: Path, tujuan: Path, lama: Path) -> None:
    """Put a closed store in the place of another closed one in one step; that one goes on under the name `lama`.

    Whenever the program ends, one of them stands there whole. Raises FileExistsError when anything stands beside one
    of them, and OSError, also where the system gives no file a second name; then it is as it was.
    """
    if pengiring(sumber) or pengiring(tujuan):
        raise FileExistsError(str(tujuan))
    endapkan(sumber)
    sumber.chmod(tujuan.stat().st_mode)
    os.link(tujuan, lama)
    try:
        sumber.replace(tujuan)
    except OSError:
        lama.unlink()
        raise
    _endapkan_nama(tujuan.parent)


def lepas_nama_kedua(jalur: Path, tanda: str) -> None:
    """Take away the names that say `tanda` when they are second names of the store at `jalur` itself.

    `gantikan` leaves one when it is killed halfway.
    """
    for calon in jalur.parent.glob(f"{escape(jalur.stem)}-{escape(tanda)}*{escape(jalur.suffix)}"):
        if calon.samefile(jalur):
            calon.unlink()


def endapkan(berkas: Path) -> None:
    """Wait until the bytes are on the disk: before that its name must not stand for them."""
    with berkas.open("rb+") as aliran:
        os.fsync(aliran.fileno())


def _endapkan_nama(folder: Path) -> None:
    """Wait until the names are on the disk, where the system lets a program ask for it: they are what they are."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        pegangan = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(pegangan)
        finally:
            os.close(pegangan)


def _berganti(berkas: Path, dari: Path, ke: Path) -> Path:
    """The name of a file of one store as a file of the other."""
    return ke.with_name(ke.name + berkas.name.removeprefix(dari.name))


def nama_bebas(jalur: Path, tanda: str) -> Path:
    """A name beside the store that says `tanda` and that nobody has."""
    nama = (jalur.with_name(f"{jalur.stem}-{tanda}{_nomor(n)}{jalur.suffix}") for n in count(1))
    return next(calon for calon in nama if not calon.exists() and not pengiring(calon))


def _nomor(n: int) -> str:
    return f"-{n}" if n > 1 else ""
