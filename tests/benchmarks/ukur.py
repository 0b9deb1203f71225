"""Measuring as a ratio: two pieces of work in turn on the same machine, so that the machine's own speed falls out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

Kerja = Callable[[], object]


@contextmanager
def dipasang(objek: object, **isi: object) -> Iterator[None]:
    """These attributes stand on an object inside the block, what was there before afterwards."""
    lama = {nama: getattr(objek, nama) for nama in isi}
    _pasang(objek, isi)
    try:
        yield
    finally:
        _pasang(objek, lama)


def _pasang(objek: object, isi: Mapping[str, object]) -> None:
    for nama, nilai in isi.items():
        setattr(objek, nama, nilai)


@dataclass(frozen=True)
class BatasUkur:
    """What a ratio should be, and what it must not be above."""

    tujuan: float
    tertinggi: float

    def tulis(self) -> str:
        """`(tujuan 1,5 ×, tidak di atas 2,5 ×)`."""
        tujuan, tertinggi = (f"{nilai:g}".replace(".", ",") for nilai in (self.tujuan, self.tertinggi))
        return f"(tujuan {tujuan} ×, tidak di atas {tertinggi} ×)"


@dataclass(frozen=True)
class HasilUkur:
    """CPU of our work and of the floor in one run, milliseconds, medians of turns."""

    nama: str
    kerja: float
    dasar: float
    batas: BatasUkur | None = None

    @property
    def rasio(self) -> float:
        """How many times the floor."""
        return self.kerja / self.dasar

    def tulis(self) -> str:
        """One line of the report."""
        batas = f" {self.batas.tulis()}" if self.batas else ""
        return f"{self.nama:<78} {self.rasio:>8.2f} ×   (CPU {self.kerja:.1f} ms / {self.dasar:.1f} ms){batas}"


@dataclass(frozen=True)
class Pertumbuhan:
    """How the work grows with the office: the exponent between two sizes."""

    nama: str
    pangkat: float

    def tulis(self) -> str:
        """One line of the report."""
        return f"{self.nama:<78} {self.pangkat:>8.2f}"


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


def bandingkan_cpu(nama: str, kerja: Kerja, dasar: Kerja, ulangan: int, batas: BatasUkur | None = None) -> HasilUkur:
    """Both in turn after one turn that is not counted; CPU of all threads of the process."""
    kerja(), dasar()
    waktu = [(lama_cpu(kerja), lama_cpu(dasar)) for _ in range(ulangan)]
    return HasilUkur(nama, median(kami for kami, _ in waktu), median(lantai for _, lantai in waktu), batas)


def lama_cpu(kerja: Kerja) -> float:
    """How much CPU it takes once, in milliseconds."""
    mulai = time.process_time()
    kerja()
    return (time.process_time() - mulai) * 1000
