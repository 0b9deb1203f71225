"""A child for the tests of `proses`: it does what the frame names. By itself it has no bound on its memory."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from analytics.pembaca.proses import batasi_memori, layani


def _balik(isi: bytes) -> bytes:
    return isi[::-1]


def _tidur(isi: bytes) -> bytes:
    time.sleep(float(isi))
    return b"bangun"


def _makan(isi: bytes) -> bytes:
    """Hold so many bytes for as long as it takes."""
    makanan = b"x" * int(isi)
    time.sleep(60)
    return makanan[:1]


def _muat(isi: bytes) -> bytes:
    """Hold so many bytes for a moment, under a limit that this process puts on itself."""
    berbatas = batasi_memori(200 * 1024 * 1024)
    return f"{berbatas} {len(b'x' * int(isi))}".encode()


def _cetak(isi: bytes) -> bytes:
    sys.stdout.buffer.write(isi)
    return b""


def _keluar(isi: bytes) -> bytes:
    os._exit(int(isi))


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


def _kerja(isi: bytes) -> bytes:
    nama, _, sisa = isi.partition(b" ")
    return _KERJA[nama](sisa)


if __name__ == "__main__":
    layani(sys.stdin.buffer, sys.stdout.buffer, _kerja)
