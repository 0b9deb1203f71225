"""A child for the tests of `proses`: it does what the frame names. By itself it has no bound on its memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from analytics.pembaca.proses import batasi_memori, layani


def _balik(pesan: bytes) -> bytes:
    return pesan[::-1]


def _tidur(pesan: bytes) -> bytes:
    time.sleep(float(pesan))
    return b"bangun"


def _makan(pesan: bytes) -> bytes:
    """Hold so many bytes for as long as it takes."""
    makanan = b"x" * int(pesan)
    time.sleep(60)
    return makanan[:1]


def _muat(pesan: bytes) -> bytes:
    """Hold so many bytes for a moment, under a limit that this process puts on itself."""
    berbatas = batasi_memori(200 * 1024 * 1024)
    return f"{berbatas} {len(b'x' * int(pesan))}".encode()


def _cetak(pesan: bytes) -> bytes:
    sys.stdout.buffer.write(pesan)
    return b""


def _keluar(pesan: bytes) -> bytes:
    os._exit(int(pesan))


def _modul(_: bytes) -> bytes:
    return " ".join(sorted(sys.modules)).encode()


_KERJA: dict[bytes, Callable[[bytes], bytes]] = {
    b"balik": _balik,
    b"tidur": _tidur,
    b"makan": _makan,
    b"muat": _muat,
    b"cetak": _cetak,
    b"keluar": _keluar,
    b"modul": _modul,
}


def _kerja(pesan: bytes) -> bytes:
    nama, _, sisa = pesan.partition(b" ")
    return _KERJA[nama](sisa)


if __name__ == "__main__":
    layani(sys.stdin.buffer, sys.stdout.buffer, _kerja)
