"""Measuring as a ratio: two pieces of work in turn on the same machine, so that the machine's own speed falls out."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Kerja = Callable[[], object]


@dataclass(frozen=True)
class Perbandingan:
    """`kerja` takes `rasio` times as long as `dasar`; both in milliseconds, medians of `ulangan` runs."""

    nama: str
    kerja_ms: float
    dasar_ms: float
    ulangan: int

    @property
    def rasio(self) -> float:
        """How many times the bare work."""
        return self.kerja_ms / self.dasar_ms

    def tulis(self) -> str:
        """One line of the report."""
        return f"{self.nama:<78} {self.rasio:>8.2f} ×   ({self.kerja_ms:.1f} ms / {self.dasar_ms:.1f} ms)"


def bandingkan(nama: str, kerja: Kerja, dasar: Kerja, ulangan: int = 25) -> Perbandingan:
    """Run both once to warm up, then in turn, and compare the medians."""
    kerja(), dasar()
    waktu = [(lama(kerja), lama(dasar)) for _ in range(ulangan)]
    return Perbandingan(nama, median(detik for detik, _ in waktu), median(detik for _, detik in waktu), ulangan)


def lama(kerja: Kerja) -> float:
    """How long it takes once, in milliseconds."""
    mulai = time.perf_counter()
    kerja()
    return (time.perf_counter() - mulai) * 1000
