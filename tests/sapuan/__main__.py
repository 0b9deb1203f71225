"""Sweeps as many offices as one likes: `python -m tests.sapuan 200`, and prints every difference."""

from __future__ import annotations

import argparse

from tests.sapuan import BENIH, sapu_semua


def utama() -> int:
    """Print every difference; 1 when there is one."""
    baca = argparse.ArgumentParser(prog="python -m tests.sapuan", description=(__doc__ or "").split("\n", 1)[0])
    baca.add_argument("banyak", type=int, nargs="?", default=200, help="how many offices")
    baca.add_argument("--benih", type=int, default=BENIH, help="the seed")
    baca.add_argument("--mulai", type=int, default=0, help="the first office")
    pilihan = baca.parse_args()
    beda = 0
    for kalimat in sapu_semua(pilihan.benih, range(pilihan.mulai, pilihan.mulai + pilihan.banyak)):
        beda += 1
        print(kalimat, flush=True)
    print(f"{pilihan.banyak} kantor, {beda} beda")
    return min(beda, 1)


if __name__ == "__main__":
    raise SystemExit(utama())
