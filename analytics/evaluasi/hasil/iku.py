"""Evaluasi IKU as one frozen result."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.evaluasi.hasil import BarisIndikator, Keterangan, Nilai, RataRata, Triwulan


@dataclass(frozen=True)
class BarisIku:
    """One IKU of a periode, with what its report compares it with.

    `catatan_tahun_lalu` says where last year's value is not the plain full year (`s/d TW II`, `riwayat`), or why there
    is none; `sebutan_lalu` is the state of that year alone. `kurang` names the earlier year without which a total of
    the Renstra has no value: `belum ada data TW I 2024`. `jalur` is how far a total has come whose time is not over.
    """

    baris: BarisIndikator
    kini: Triwulan
    tahun_lalu: Nilai | None
    catatan_tahun_lalu: str
    capaian_tahun_lalu: Capaian | None
    target_akhir: Target
    capaian_akhir: Capaian
    standar_nasional: Decimal | None
    sumber_standar: str | None
    jalur: str = ""
    sebutan_lalu: str = ""
    kurang: str = ""


@dataclass(frozen=True)
class EvaluasiIku:
    """All IKU of one periode, in the order of the plan; `rata_tahun` is their mean against the targets of the year."""

    keterangan: Keterangan
    pengaturan: Pengaturan
    baris: tuple[BarisIku, ...]
    rata_rata: RataRata
    rata_tahun: RataRata
    tercapai: int
    dinilai: int
    belum_ada_data: int
    belum_waktunya: int
    tidak_direncanakan: int
    tidak_ada_kejadian: int = 0

    @property
    def tanpa_target_triwulan(self) -> int:
        """How many can only be held against the target of the year."""
        return sum(iku.kini.tanpa_target_triwulan for iku in self.baris)

    def beda_banyak(self) -> str:
        """Why count and mean are of another number of IKU, in a sentence; empty where they are of the same."""
        tanpa = sum(iku.kini.tercapai is not None and iku.kini.capaian.mentah is None for iku in self.baris)
        if not tanpa:
            return ""
        return (
            f"{self.dinilai} IKU dinilai tercapai atau tidak; rata-rata dari {self.rata_rata.n} yang bernilai persen, "
            f"tanpa {tanpa} yang dinilai tanpa persen (peringkat, atau target 0 yang meleset)."
        )
