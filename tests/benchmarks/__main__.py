"""`python -m tests.benchmarks`: prints ratios against bare work in the same run. It judges nothing."""

from __future__ import annotations

from tests.benchmarks import buku_kerja, halaman, hitung

if __name__ == "__main__":
    for bagian in (buku_kerja, hitung, halaman):
        for satu in bagian.ukur():
            print(satu.tulis(), flush=True)
