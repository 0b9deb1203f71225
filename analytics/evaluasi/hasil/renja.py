"""Evaluasi Renja (E.81) as one frozen result."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from analytics.aturan.agregasi import AgregasiTahun
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.evaluasi.hasil import BarisIndikator, Keterangan, Nilai, Penutup, Terhitung, Triwulan, Uang


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


@dataclass(frozen=True)
class EvaluasiRenja:
    """Evaluasi hasil Renja of one periode: the tree sasaran to sub kegiatan, in the order of the plan."""

    keterangan: Keterangan
    pengaturan: Pengaturan
    baris: tuple[BarisRenja, ...]
    penutup: Penutup
