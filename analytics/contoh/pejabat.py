"""The officials of the sample office: invented names, without NIP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.atur.pejabat import TetapkanPejabat, daftar_pejabat
from analytics.atur.perubahan import simpan
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.baca_data import baca_csv
from analytics.contoh.data_pohon import KODE_PD
from data.gudang import Gudang


@dataclass(frozen=True)
class PejabatContoh:
    """Who holds which office."""

    jabatan: str
    nama: str


PEJABAT: Final = baca_csv(PejabatContoh, "pejabat.csv")
_ALASAN: Final = "Nama rekaan untuk kantor contoh"


def semai_pejabat(gudang: Gudang, waktu: datetime) -> None:
    """Put the officials of the sample office on record, once."""
    if daftar_pejabat(gudang, KODE_PD):
        return
    for pejabat in PEJABAT:
        perubahan = TetapkanPejabat(_ALASAN, pejabat.jabatan, pejabat.nama, waktu.date())
        simpan(gudang, KASUBBAG.pelaku, KODE_PD, perubahan, waktu)
