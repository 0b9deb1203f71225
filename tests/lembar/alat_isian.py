"""What the unit types into its format workbook, how tests hand it on, and where it is found again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.periksa.hasil_periksa import BarisRealisasi, HasilPeriksa
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, OPINI, PEMBINAAN, SUB_1, SUB_2

Susun = Callable[..., bytes]
Periksa = Callable[[bytes], HasilPeriksa]
Kirim = Callable[..., PutusanKiriman]
Isian = Mapping[str, Mapping[str, Any]]

LENGKAP: Final[Isian] = {
    APBDES: {"pembilang": 12, "penyebut": 13},
    OPINI: {"realisasi": "BB"},
    DESA_SELESAI: {"realisasi": 66.67},
    PEMBINAAN: {"realisasi": 3},
}
BERFAKTOR: Final[Isian] = {**LENGKAP, APBDES: {**LENGKAP[APBDES], "faktor_pendorong": "Pendampingan rutin"}}
DULU: Final[Isian] = {
    APBDES: {"pembilang": 11, "penyebut": 13},
    OPINI: {"realisasi": "BB"},
    DESA_SELESAI: {"realisasi": 45},
    PEMBINAAN: {"realisasi": 2},
}
"""What was reported a triwulan before: less of everything."""
UANG: Final[Isian] = {SUB_1: {"rupiah": 30_000_000}, SUB_2: {"rupiah": 12_500_000}}
FAKTA: Final = ("kiriman", "realisasi", "realisasi_anggaran", "narasi")
"""The tables of what a unit has reported."""


def cari_baris(pemeriksaan: HasilPeriksa, kode: str) -> BarisRealisasi:
    """What was read of one indicator."""
    return next(baris for baris in pemeriksaan.realisasi if baris.kode_indikator == kode)
