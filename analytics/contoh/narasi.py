"""What the units of the sample office write beside their figures. Contoh, bukan data resmi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.baca_data import baca_csv


@dataclass(frozen=True)
class _CatatanUnit:
    """What stands beside one indicator or leaf in one triwulan; the columns are those of the format."""

    kode: str
    tahun: int
    triwulan: int
    alasan: str | None
    faktor_pendorong: str | None
    faktor_penghambat: str | None
    tindak_lanjut_triwulan: str | None
    tindak_lanjut_renja: str | None
    bukti_dukung: str | None

    @property
    def kunci(self) -> tuple[str, Periode]:
        return self.kode, Periode(self.tahun, self.triwulan)

    @property
    def uraian(self) -> dict[str, str]:
        return {kolom: teks for kolom in _URAIAN if (teks := getattr(self, kolom))}


_URAIAN: Final = (
    "faktor_pendorong",
    "faktor_penghambat",
    "tindak_lanjut_triwulan",
    "tindak_lanjut_renja",
    "bukti_dukung",
)
_CATATAN: Final = baca_csv(_CatatanUnit, "narasi.csv")
ALASAN: Final = {catatan.kunci: catatan.alasan for catatan in _CATATAN if catatan.alasan}
"""Why a due indicator has no data, or why the money of a leaf is unusual, by (kode, periode)."""
NARASI: Final = {catatan.kunci: catatan.uraian for catatan in _CATATAN if catatan.uraian}
"""Faktor pendorong and penghambat, tindak lanjut and bukti dukung, by (kode indikator, periode)."""
