"""Evaluasi Renja (E.81) as one frozen result."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from analytics.aturan.agregasi import AgregasiTahun
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.evaluasi.hasil import (
    DI_TEMPATNYA,
    BarisIndikator,
    Keterangan,
    Nilai,
    Penarikan,
    Penutup,
    TempatSimpul,
    Terhitung,
    Triwulan,
    Uang,
)

AKHIR_TAHUN: Final = 4
"""The triwulan with which a year is over."""


@dataclass(frozen=True)
class KinerjaRenja:
    """The K columns of E.81 for one indicator: 5, 6, 7, 8-11 (`sendiri` of each Triwulan), 12, 13, 14.

    Column 6 takes `jumlah_tahun_lalu` years together by `agregasi_tahun`, the last of them `tahun_realisasi_lalu`.
    Column 13 (`realisasi_sd`) is None when column 12 has no value. `jalur` is how far a total has come whose time is
    not over.
    """

    baris: BarisIndikator
    target_renstra: Target
    realisasi_lalu: Nilai | None
    tahun_realisasi_lalu: int | None
    jumlah_tahun_lalu: int
    kini: Triwulan
    realisasi_sd: Nilai | None
    capaian_renstra: Capaian
    agregasi_tahun: AgregasiTahun
    jalur: str = ""


@dataclass(frozen=True)
class UangRenja:
    """The Rp columns of E.81 for one plan node: 5, 6, 7, 8-11 (in `kini`), 12, 13, 14 (persen)."""

    target_renstra: Decimal | None
    realisasi_lalu: Decimal | None
    kini: Uang
    realisasi_sd: Decimal | None
    terhitung: Terhitung

    @property
    def tingkat_capaian(self) -> float | None:
        """Column 14: 13 / 5 × 100 of the rows that have both."""
        return self.terhitung.rasio


@dataclass(frozen=True)
class BarisRenja:
    """One row of the tree: a node with its money once, and its indicators."""

    kode_simpul: str
    tingkat: str
    nama: str
    nama_unit: str | None
    terbawah: bool
    uang: UangRenja
    kinerja: tuple[KinerjaRenja, ...]
    tempat: TempatSimpul = field(default=DI_TEMPATNYA, compare=False)
    kinerja_lain: tuple[KinerjaRenja, ...] = field(default=(), compare=False)
    """Of a form of one unit: the indicators of others at the node, which it shows and does not count."""


@dataclass(frozen=True)
class EvaluasiRenja:
    """Evaluasi hasil Renja of one periode: the tree sasaran to sub kegiatan, in the order of the plan."""

    keterangan: Keterangan
    pengaturan: Pengaturan
    baris: tuple[BarisRenja, ...]
    penutup: Penutup

    def kinerja_terbawah(self) -> tuple[KinerjaRenja, ...]:
        """The indicators of the lowest rows, which the means are of."""
        return tuple(kinerja for simpul in self.baris if simpul.terbawah for kinerja in simpul.kinerja)

    def hitung_tanpa_target(self) -> int:
        """How many of them can only be held against the target of the year."""
        return sum(kinerja.kini.tanpa_target_triwulan for kinerja in self.kinerja_terbawah())

    @property
    def predikat_serapan(self) -> str | None:
        """The predikat of the mean serapan, which can be judged at the end of the year alone.

        Before that it would hold money s/d triwulan against the pagu of the year: `penarikan` is what is judged then.
        """
        return self.penutup.predikat_serapan if self.keterangan.periode.triwulan == AKHIR_TAHUN else None

    @property
    def penarikan(self) -> Penarikan | None:
        """What was realised against the anggaran kas s/d triwulan; None without one, and at the end of the year."""
        return sd_penarikan(self.penutup, self.keterangan.periode.triwulan)


def sd_penarikan(penutup: Penutup, triwulan: int) -> Penarikan | None:
    """The money of a form that is judged against what was to be drawn s/d triwulan; None where it is not.

    At TW IV the whole pagu is to be drawn, and the serapan says the same.
    """
    penarikan = penutup.penarikan
    return None if triwulan == AKHIR_TAHUN or penarikan is None or penarikan.rasio is None else penarikan
