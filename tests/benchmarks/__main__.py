"""`python -m tests.benchmarks`: prints ratios against bare work in the same run. It judges nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from analytics.sistem import siapkan_proses
from tests.benchmarks import borongan, buku_kerja, evaluasi, halaman, kembali, kompilasi, persetujuan, serentak


class BarisLaporan(Protocol):
    """What a part measured."""

    def tulis(self) -> str:
        """One line of the report."""
        ...


BAGIAN: Final[dict[str, Callable[[], Iterator[BarisLaporan]]]] = {
    "buku_kerja": buku_kerja.ukur,
    "kembali": kembali.ukur,
    "evaluasi": evaluasi.ukur,
    "halaman": halaman.ukur,
    "kompilasi": kompilasi.ukur,
    "persetujuan": persetujuan.ukur,
    "serentak": serentak.ukur,
    "borongan": borongan.ukur,
}


if __name__ == "__main__":
    siapkan_proses()
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("bagian", nargs="*", help=f"which parts, all by default: {', '.join(BAGIAN)}")
    for nama in pengurai.parse_args().bagian or BAGIAN:
        for baris in BAGIAN[nama]():
            print(baris.tulis(), flush=True)
