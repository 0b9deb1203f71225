"""`python -m tests.benchmarks`: prints ratios against bare work in the same run. It judges nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from tests.benchmarks import borongan, buku_kerja, evaluasi, halaman, kompilasi, persetujuan, serentak, tandai


class _BarisLaporan(Protocol):
    def tulis(self) -> str:
        """One line of the report."""


def _bagian(berkas: int) -> dict[str, Callable[[], Iterator[_BarisLaporan]]]:
    return {
        "buku_kerja": buku_kerja.ukur,
        "tandai": tandai.ukur,
        "evaluasi": evaluasi.ukur,
        "halaman": halaman.ukur,
        "kompilasi": kompilasi.ukur,
        "persetujuan": persetujuan.ukur,
        "serentak": serentak.ukur,
        "borongan": partial(borongan.ukur, berkas),
    }


if __name__ == "__main__":
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("bagian", nargs="*", help=f"which parts, all by default: {', '.join(_bagian(0))}")
    pengurai.add_argument("--berkas", type=int, default=1000, help="how many workbooks in bulk (at most 1000)")
    pilihan = pengurai.parse_args()
    semua = _bagian(pilihan.berkas)
    for nama in pilihan.bagian or semua:
        for perbandingan in semua[nama]():
            print(perbandingan.tulis(), flush=True)
