"""The one manager of child processes: work that no file may turn against the program itself runs in a child.

Parent and child exchange frames (8-byte big-endian length, then as many bytes) over the child's stdin and stdout. The
child has a time for each exchange and a bound on its memory: the limit of the platform where that holds, a watchdog
that measures the child elsewhere. What is past either is killed, and the next exchange starts a new child.

The child's side (`layani`, `batasi_memori`) needs nothing but the standard library, so that a child can start with -S.
"""

from __future__ import annotations

import contextlib
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Final, Self

try:
    import resource
except ImportError:  # Windows has no such limits; the watchdog of the parent holds there
    resource = None  # type: ignore[assignment]

KEPALA: Final = struct.Struct(">Q")
BATAS_JAWABAN: Final = 256 * 1024 * 1024
"""Largest answer in bytes. A length beyond it is no answer but something that the child printed."""
_JEDA: Final = 0.05
_AKAR: Final = Path(__file__).parent.parent.parent
_BERBATAS: Final = resource is not None and sys.platform != "darwin"
"""macOS knows RLIMIT_AS and does not hold it."""


class AnakMati(Exception):
    """The child ended, or had to be ended, before it answered."""


class ProsesAnak:
    """A child that runs a module of ours and answers one frame after another. A context manager, safe between threads.

    `detik` is the time of one exchange and `memori` the bound in bytes, which the child gets as its argument and puts
    on itself with `batasi_memori`. It sees no installed library. `awasi` says whether the parent measures
    the child as well, by itself only where the platform has no limit.
    """

    def __init__(self, modul: str, detik: float, memori: int, *, awasi: bool | None = None) -> None:
        self._perintah = [sys.executable, "-E", "-s", "-S", "-m", modul, str(memori)]
        self._detik = detik
        self._memori = memori if (not _BERBATAS if awasi is None else awasi) else None
        self._giliran = threading.Lock()
        self._proses: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.tutup()

    @property
    def nomor(self) -> int | None:
        """The process id of the child, None when there is none."""
        proses = self._proses
        return proses.pid if proses else None

    def tukar(self, bingkai: bytes) -> bytes:
        """Send one frame and wait for its answer; threads take turns. Raises AnakMati when none comes in time."""
        with self._giliran:
            proses = self._hidup()
            pengawas = _Pengawas(proses, self._detik, self._memori)
            terjawab = False
            try:
                with pengawas:
                    jawaban = _tukar(proses, bingkai)
                terjawab = not pengawas.membunuh
            except OSError as galat:
                raise AnakMati(str(galat)) from galat
            finally:
                if not terjawab:
                    self._bereskan()
            return jawaban

    def tutup(self) -> None:
        """End the child, even in the middle of an exchange; that one raises AnakMati."""
        while not self._giliran.acquire(timeout=_JEDA):
            # Again until the turn is ours: an exchange that just began may have started another child meanwhile.
            proses = self._proses
            if proses is not None:
                proses.kill()
        try:
            self._bereskan()
        finally:
            self._giliran.release()

    def _hidup(self) -> subprocess.Popen[bytes]:
        if self._proses is None or self._proses.poll() is not None:
            self._bereskan()
            self._proses = subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
                self._perintah,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_AKAR,
            )
        return self._proses

    def _bereskan(self) -> None:
        if self._proses is None:
            return
        self._proses.kill()
        for pipa in (self._proses.stdin, self._proses.stdout):
            if pipa is not None:
                with contextlib.suppress(OSError):  # what was not yet written has no reader any more
                    pipa.close()
        self._proses.wait()
        self._proses = None


class _Pengawas:
    """Kills a child whose exchange takes too long or, with `memori`, that holds too much. The exchange is its body."""

    def __init__(self, proses: subprocess.Popen[bytes], detik: float, memori: int | None) -> None:
        self.membunuh = False
        self._proses = proses
        self._batas = time.monotonic() + detik
        self._memori = memori
        self._selesai = threading.Event()
        self._utas = threading.Thread(target=self._awasi, daemon=True)

    def __enter__(self) -> Self:
        self._utas.start()
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self._selesai.set()
        self._utas.join()

    def _awasi(self) -> None:
        while (sisa := self._batas - time.monotonic()) > 0:
            if self._selesai.wait(sisa if self._memori is None else min(sisa, _JEDA)):
                return
            if self._memori is not None and _terlalu_besar(self._proses.pid, self._memori):
                break
        self.membunuh = True
        self._proses.kill()


def _terlalu_besar(nomor: int, memori: int) -> bool:
    """Whether a process holds more than `memori` bytes, or cannot be measured (any more)."""
    import psutil  # noqa: PLC0415 - a child without libraries imports this module too

    try:
        return bool(psutil.Process(nomor).memory_info().rss > memori)
    except psutil.Error:
        return True


def _tukar(proses: subprocess.Popen[bytes], bingkai: bytes) -> bytes:
    if proses.stdin is None or proses.stdout is None:
        raise AnakMati("no pipes")
    proses.stdin.write(KEPALA.pack(len(bingkai)))
    proses.stdin.write(bingkai)
    proses.stdin.flush()
    panjang = KEPALA.unpack(_baca(proses.stdout, KEPALA.size))[0]
    if panjang > BATAS_JAWABAN:
        raise AnakMati("not an answer")
    return _baca(proses.stdout, panjang)


def _baca(pipa: IO[bytes], panjang: int) -> bytes:
    bingkai = pipa.read(panjang)
    if len(bingkai) < panjang:
        raise AnakMati("the answer broke off")
    return bingkai


def layani(masuk: BinaryIO, keluar: BinaryIO, kerja: Callable[[bytes], bytes]) -> None:
    """The child's side: answer each frame with what `kerja` makes of it, until the input ends.

    What `kerja` raises ends the child; the parent sees that as AnakMati.
    """
    while len(kepala := masuk.read(KEPALA.size)) == KEPALA.size:
        jawaban = kerja(masuk.read(KEPALA.unpack(kepala)[0]))
        keluar.write(KEPALA.pack(len(jawaban)))
        keluar.write(jawaban)
        keluar.flush()


def batasi_memori(memori: int) -> bool:
    """Bound the address space of this process to `memori` bytes; tells whether the platform holds it."""
    if not _BERBATAS:
        return False
    tertinggi = resource.getrlimit(resource.RLIMIT_AS)[1]
    batas = memori if tertinggi == resource.RLIM_INFINITY else min(memori, tertinggi)
    resource.setrlimit(resource.RLIMIT_AS, (batas, batas))
    return True
