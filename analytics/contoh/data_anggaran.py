"""The money of the sample office, as data. Contoh, bukan data resmi.

Pagu in thousand rupiah for the five Renstra years; a Renja has the pagu of its year unless `PAGU_RENJA` says another.
Realisasi is written as the share of the pagu that was spent s/d each triwulan, in persen.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from analytics.contoh.ukuran import KOSONG, angka

_POLA: Final = {
    "gaji": "21,8 47,3 71,9 98,2",
    "rutin": "18,4 43,1 67,7 96,4",
    "awal": "62,5 88,0 94,6 99,1",
    "tengah": "4,2 51,6 83,3 97,5",
    "akhir": "0 6,4 24,7 93,8",
    "lambat": "3,1 14,9 38,6 87,2",
    "rendah": "5,3 17,8 34,9 61,4",
    "sekali": "0 0 100 100",
    "lebih": "22,6 49,8 77,4 101,3",
    "nol": "0 0 0 0",
}
"""Shares of the pagu, s/d triwulan I, II, III, IV."""

_LEAF: Final = """
7.01.01.2.01      |   12000   12500   13000   13500   14000 | rutin  rutin  rutin
7.01.01.2.02      | 1680000 1705000 1742000 1770000 1800000 | gaji   gaji   gaji
7.01.01.2.03      |       .    6000    6000    7200    7200 | .      rutin  rutin
7.01.01.2.05      |    8000   12000   23200   16000   21200 | tengah tengah tengah
7.01.01.2.06      |  128500  131750  136200  141800  149300 | rutin  rutin  rutin
7.01.01.2.07.0002 |       .       .   80000   67000       . | .      .      akhir
7.01.01.2.07.0005 |   36500       .   50000   63000   66000 | tengah akhir  tengah
7.01.01.2.07.0006 |   33000   53500   56000   34500   40000 | tengah lambat tengah
7.01.01.2.07.0011 |    8200    8400    9100   10200   10500 | akhir  sekali akhir
7.01.01.2.08.0001 |    2500    3150    3300    3500    3700 | rutin  rutin  rutin
7.01.01.2.08.0002 |   52000   54800   57500   60400   62000 | rutin  lebih  rutin
7.01.01.2.08.0004 |  154400  162100  178700  187600  197000 | gaji   gaji   gaji
7.01.01.2.09.0001 |   86300   96500  100300  102300  104300 | rutin  rutin  rutin
7.01.01.2.09.0002 |    4450    4130    4200    4300    4380 | rutin  tengah rutin
7.01.01.2.09.0006 |       .   12800   13000   13300   13600 | .      lambat rutin
7.01.01.2.09.0009 |  186000       .  189000  198000  205000 | tengah .      tengah
7.01.01.2.09.0010 |    5700    7600    8900    8900    9000 | rutin  rutin  rutin
7.01.01.2.09.0011 |   13300    8900   14400   14500   15500 | rutin  rendah rutin
7.01.02.2.01.0001 |    5400    5800    6200    6800    7000 | lambat lambat lambat
7.01.02.2.01.0002 |    3000    4200    4200    4500    4800 | akhir  akhir  akhir
7.01.02.2.02.0002 |    5400    5800    5800    5800    6000 | akhir  rendah akhir
7.01.02.2.02.0003 |   18100   16200   17400   18800   19000 | rutin  rutin  tengah
7.01.02.2.04.0002 |    9000    9500   10000   10500   11000 | rutin  rutin  rutin
7.01.03.2.01.0001 |   11050   12150   13350   14700   16150 | awal   awal   awal
7.01.03.2.01.0003 |  189300  197000  230000  234700  237400 | lambat tengah tengah
7.01.03.2.03.0004 |    5000    5400    6000    6400    7000 | akhir  rendah akhir
7.01.04.2.01.0001 |   10000   15000   18900   19500   20000 | rutin  rutin  rutin
7.01.04.2.02.0001 |    7500    8000    8500    9000    9500 | rutin  lambat rutin
7.01.05.2.01.0001 |   12000   12500   13000   13500   14000 | tengah tengah tengah
7.01.05.2.01.0002 |    8000    8250    8500    8750    9000 | lambat tengah rutin
7.01.06.2.01.0002 |    8200    8000   12000   18000   18000 | rutin  rutin  rutin
7.01.06.2.01.0003 |   13900   15100   22650   34000   51000 | tengah tengah lambat
7.01.06.2.01.0006 |       .   20000       .       .   15000 | .      nol    .
7.01.06.2.01.0011 |    8840   10000   15000   22500   33750 | rutin  tengah rutin
7.01.06.2.01.0018 |   13900   15100   22650   34000   51000 | lambat lambat lambat
"""

PAGU_RENJA: Final = {2026: {"7.01.01.2.06": 134800, "7.01.03.2.01.0003": 224500}}
"""Renja pagu that differs from the Renstra, in thousand rupiah."""
PAGU_PERUBAHAN: Final[dict[str, int | None]] = {
    "7.01.01.2.02": 1698500,
    "7.01.01.2.06": 124000,
    "7.01.01.2.07.0005": 18000,
    "7.01.03.2.01.0003": 205000,
    "7.01.06.2.01.0006": None,
}
"""What the Renja Perubahan 2025 changes, in thousand rupiah; None: no longer planned."""

RIWAYAT_2023: Final = {
    "7.01.01.2.01": "11243600",
    "7.01.01.2.02": "1633870425",
    "7.01.01.2.06": "119874300",
    "7.01.01.2.08.0001": "2384500",
    "7.01.01.2.08.0002": "49176220",
    "7.01.01.2.08.0004": "146512000",
    "7.01.01.2.09.0001": "80233150",
    "7.01.02.2.02.0003": "16480000",
    "7.01.03.2.01.0001": "10155000",
    "7.01.03.2.01.0003": "171238450",
    "7.01.04.2.01.0001": "9120000",
    "7.01.06.2.01.0002": "7865000",
    "7.01.06.2.01.0003": "12743500",
}
"""Realisasi of the year before Capaian was in use, in rupiah."""


def _baris() -> list[list[str]]:
    return [[bagian.strip() for bagian in satu.split("|")] for satu in _LEAF.strip().splitlines()]


def _pagu_renstra() -> dict[str, list[int | None]]:
    return {kode: [None if satu == KOSONG else int(satu) for satu in pagu.split()] for kode, pagu, _ in _baris()}


PAGU_RENSTRA: Final = _pagu_renstra()
"""Pagu of every leaf for the five years, in thousand rupiah; None: not planned."""
_SERAPAN: Final = {kode: pola.split() for kode, _, pola in _baris()}


def serapan(kode: str, tahun: int, triwulan: int) -> Decimal | None:
    """The share of its pagu that a leaf had spent s/d this triwulan, in persen; None: no pagu."""
    pola = _SERAPAN[kode][tahun - 2024]
    return None if pola == KOSONG else angka(_POLA[pola].split()[triwulan - 1])
