"""The figures of the office of the kept stores, worked out by hand from what its plan and its units say.

Left out: what a *jumlah* that shall fall has against a total whose time is not over (gangguan against the year or the
Renstra).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction as P
from typing import Final

from tests.fikstur.kantor import APBDES, DOKUMEN, GANGGUAN, IKM, PATROLI, SUB_PEM, SUB_TRANTIB

Angka = tuple[P | None, P | None]
"""Realisasi and capaian in persen, unrounded."""
KOSONG: Final[Angka] = (None, None)
JUTA: Final = 1_000_000


def iku_satu() -> Mapping[str, Angka]:
    """Triwulan I against its targets: 8 of 13 desa against 60, 2 gangguan against 3."""
    apbdes = P(8, 13) * 100
    return {
        APBDES: (apbdes, apbdes / 60 * 100),
        IKM: KOSONG,
        GANGGUAN: (P(2), P(2 * 3 - 2, 3) * 100),
    }


def iku_dua(gangguan: int) -> Mapping[str, Angka]:
    """S/d triwulan II: 9 of 13 desa against 70; 2 gangguan and what triwulan II had against 3 + 3."""
    apbdes = P(9, 13) * 100
    return {
        APBDES: (apbdes, apbdes / 70 * 100),
        IKM: KOSONG,
        GANGGUAN: (P(2 + gangguan), P(2 * 6 - (2 + gangguan), 6) * 100),
    }


def iku_tiga() -> Mapping[str, Angka]:
    """S/d triwulan III, where only Pemerintahan has reported: 11 of 13 desa against 80."""
    apbdes = P(11, 13) * 100
    return {APBDES: (apbdes, apbdes / 80 * 100)}


RATA_RATA_DUA: Final = {4: "99.45", 5: "91.12", 6: "82.78"}
"""Mean of both IKU s/d triwulan II, (98,901... + 100 | 83,333... | 66,666...) / 2, by the gangguan of triwulan II."""
TERCAPAI_DUA: Final = {4: 1, 5: 0, 6: 0}
"""How many IKU reach their target s/d triwulan II."""

RENJA_K: Final[Mapping[str, tuple[P, P, P, P]]] = {
    APBDES: (P(76), P(900, 13), P(900, 13), P(900, 13) / 96 * 100),
    DOKUMEN: (P(9), P(2 + 2), P(9 + 4), P(9 + 4, 50) * 100),
    PATROLI: (P(12), P(3 + 3), P(12 + 6), P(12 + 6, 60) * 100),
}
"""K of E.81 s/d triwulan II: columns 6, 12, 13 and 14. The Renstra wants 96 at its end, 50 dokumen, 60 laporan."""
RENJA_RP: Final[Mapping[str, tuple[int, tuple[int, int], int, P]]] = {
    SUB_PEM: (45 * JUTA, (10 * JUTA, 17_500_000), 72_500_000, P(725, 2500) * 100),
    SUB_TRANTIB: (27 * JUTA, (7_500_000, 7_500_000), 42 * JUTA, P(42, 150) * 100),
}
"""Rp of E.81 s/d triwulan II: columns 6, 8 and 9, 13, 14. Five years of 50 and of 30 million are planned."""
PENUTUP_K: Final = "90.00"
"""(4 of 5 dokumen = 80, 6 of 6 laporan = 100) / 2."""
PENUTUP_RP: Final = (52.5, 53.125)
"""Mean of 27,5 of 50 and 15 of 30 million; 42,5 of 80 million."""

RENSTRA_K: Final[Mapping[str, tuple[tuple[P, P], Angka]]] = {
    APBDES: ((P(76), P(76, 80) * 100), (P(900, 13), P(900, 13) / 90 * 100)),
    IKM: ((P(167, 2), P(835, 840) * 100), KOSONG),
    DOKUMEN: ((P(9), P(9, 10) * 100), (P(4), P(4, 10) * 100)),
    PATROLI: ((P(12), P(12, 12) * 100), (P(6), P(6, 12) * 100)),
}
"""K of E.80: realisasi and rasio of 2025, then of 2026 s/d triwulan II against the year."""
RENSTRA_RP: Final[Mapping[str, tuple[P, P]]] = {
    SUB_PEM: (P(45, 50) * 100, P(275, 500) * 100),
    SUB_TRANTIB: (P(27, 30) * 100, P(15, 30) * 100),
}
"""Rasio of 2025 and of 2026."""
GANGGUAN_2025: Final[Angka] = (P(15), P(2 * 14 - 15, 14) * 100)
GANGGUAN_DISETUJUI: Final[Mapping[str, tuple[str, str]]] = {
    "S-2026-TW1-R1": ("183,33", "169,64"),
    "S-2026-TW2-R1": ("141,67", "160,71"),
    "S-2026-TW2-R2": ("133,33", "158,93"),
}
"""What programs up to schema 4 approved: 2, 7 and 8 gangguan against the 12 of the year, (24 - 2) / 12 and so on; with
the 15 of 2025 against the 56 of five years, (112 - 17) / 56 and so on."""
