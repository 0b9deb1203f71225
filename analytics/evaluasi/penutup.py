"""The closing rows of E.81 and E.80: means over the rows of the lowest level, and what the units wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import bulatkan_persen
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.evaluasi.hasil import JENIS_PENUTUP, BarisIndikator, Penutup
from analytics.evaluasi.inti import rata_ratakan

TINGKAT_TERBAWAH: Final = "sub kegiatan, dan kegiatan tanpa sub kegiatan"


@dataclass(frozen=True)
class BahanUang:
    """Pagu and realisasi of one row of the lowest level, Rp; None where there is none."""

    pagu: Decimal | None
    realisasi: Decimal | None

    @property
    def rasio(self) -> float | None:
        """Realisasi / pagu × 100."""
        return None if not self.pagu or self.realisasi is None else float(self.realisasi / self.pagu * 100)


@dataclass(frozen=True)
class Bahan:
    """One half of the closing rows: (keadaan, capaian) of every indicator, and the money of every row.

    `tahun` is `kinerja` against the target of the year, where that is another one.
    """

    kinerja: Sequence[tuple[str, Capaian]]
    uang: Sequence[BahanUang]
    tahun: Sequence[tuple[str, Capaian]] | None = None


def susun_penutup(berjalan: Bahan, renstra: Bahan, baris: Iterable[BarisIndikator], pengaturan: Pengaturan) -> Penutup:
    """Close a form: `berjalan` is the running year, `renstra` the whole period up to now."""
    kinerja = rata_ratakan(berjalan.kinerja, pengaturan)
    serapan = _rata(berjalan.uang)
    return Penutup(
        tingkat=TINGKAT_TERBAWAH,
        kinerja=kinerja,
        serapan_rata=serapan,
        serapan_jumlah=_jumlah(berjalan.uang),
        predikat_kinerja=kinerja.predikat,
        predikat_serapan=_predikat(serapan, pengaturan),
        kinerja_renstra=rata_ratakan(renstra.kinerja, pengaturan),
        serapan_renstra_rata=_rata(renstra.uang),
        serapan_renstra_jumlah=_jumlah(renstra.uang),
        narasi=_narasi(tuple(baris)),
        kinerja_tahun=kinerja if berjalan.tahun is None else rata_ratakan(berjalan.tahun, pengaturan),
    )


def _rata(uang: Sequence[BahanUang]) -> float | None:
    rasio = [satu.rasio for satu in uang if satu.rasio is not None]
    return sum(rasio) / len(rasio) if rasio else None


def _jumlah(uang: Sequence[BahanUang]) -> float | None:
    """Σ realisasi / Σ pagu × 100 over the rows that have a pagu; None when none of them has a realisasi."""
    berpagu = [satu for satu in uang if satu.pagu]
    ada = [satu.realisasi for satu in berpagu if satu.realisasi is not None]
    if not ada:
        return None
    return float(sum(ada, Decimal(0)) / sum((satu.pagu for satu in berpagu if satu.pagu), Decimal(0)) * 100)


def _predikat(persen: float | None, pengaturan: Pengaturan) -> str | None:
    if persen is None:
        return None
    return pengaturan.skala.beri(bulatkan_persen(persen, pengaturan.desimal)).predikat


def _narasi(baris: Sequence[BarisIndikator]) -> dict[str, tuple[str, ...]]:
    return {
        jenis: tuple(f"{satu.indikator.nama}: {satu.narasi[jenis]}" for satu in baris if jenis in satu.narasi)
        for jenis in JENIS_PENUTUP
    }
