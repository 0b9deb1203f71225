"""The money of the sample office. Contoh, bukan data resmi."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.baca_data import baca_csv
from analytics.contoh.data_pohon import PERUBAHAN
from analytics.contoh.sejarah import SERAPAN
from analytics.contoh.ukuran import KOSONG, angka


@dataclass(frozen=True)
class _PaguSetahun:
    """The pagu of a leaf for one year in thousand rupiah, and the name of the pattern by which it was spent.

    `renja` and `perubahan` stand only where they say something else than the version before; a dot takes the pagu away.
    """

    kode: str
    tahun: int
    renstra: int | None
    renja: int | None
    perubahan: str | None
    serapan: str | None


_PAGU: Final = {(pagu.kode, pagu.tahun): pagu for pagu in baca_csv(_PaguSetahun, "anggaran.csv")}
LEAF: Final = tuple(dict.fromkeys(kode for kode, _ in _PAGU))
"""The codes of the nodes that carry money, in the order of the tree."""


def pagu_renstra(kode: str, tahun: int) -> int | None:
    """The pagu of a leaf in the Renstra, in thousand rupiah; None: not planned."""
    pagu = _PAGU.get((kode, tahun))
    return pagu.renstra if pagu else None


def pagu_renja(kode: str, tahun: int) -> int | None:
    """The pagu of a leaf in the Renja murni of a year, in thousand rupiah; None: not planned."""
    pagu = _PAGU.get((kode, tahun))
    return pagu.renja if pagu and pagu.renja is not None else pagu_renstra(kode, tahun)


def pagu_perubahan(kode: str) -> int | None:
    """The pagu of a leaf in the Renja Perubahan, in thousand rupiah; None: not planned."""
    pagu = _PAGU.get((kode, PERUBAHAN.tahun_awal))
    if pagu is None or pagu.perubahan is None:
        return pagu_renja(kode, PERUBAHAN.tahun_awal)
    return None if pagu.perubahan == KOSONG else int(pagu.perubahan)


def _serapan(kode: str, periode: Periode) -> Decimal | None:
    """The share of its pagu that a leaf had spent s/d this triwulan, in persen; None: no pagu."""
    pagu = _PAGU.get((kode, periode.tahun))
    if pagu is None or pagu.serapan is None:
        return None
    return angka(SERAPAN[pagu.serapan].split()[periode.triwulan - 1])


def realisasi_anggaran(kode: str, periode: Periode) -> Decimal | None:
    """What was spent on a leaf s/d this triwulan, in rupiah; None: it has no pagu."""
    murni, persen = pagu_renja(kode, periode.tahun), _serapan(kode, periode)
    akhir = pagu_perubahan(kode) if periode.tahun == PERUBAHAN.tahun_awal else murni
    berlaku = akhir if periode.hari_terakhir >= PERUBAHAN.tanggal else murni
    return None if berlaku is None or persen is None else (akhir or berlaku) * persen * 10
