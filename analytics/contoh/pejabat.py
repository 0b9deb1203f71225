"""The officials of the sample office: invented names, without NIP."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from analytics.atur.pejabat import TetapkanPejabat, daftar_pejabat
from analytics.atur.perubahan import simpan
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.data_pohon import KODE_PD
from analytics.sop.peran import CAMAT, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, NAMA_PERAN, SEKRETARIS
from data.gudang import Gudang

PEJABAT: Final = {
    NAMA_PERAN[CAMAT]: "Ratna Wulandari (contoh)",
    NAMA_PERAN[SEKRETARIS]: "Agus Prasetyo (contoh)",
    NAMA_PERAN[KASUBBAG_PERENCANAAN]: "Dewi Lestari (contoh)",
    NAMA_PERAN[KASUBBAG_UMUM]: "Bambang Hartono (contoh)",
    "Kepala Bappeda": "Sri Hartati (contoh)",
}
"""Who holds which office, by jabatan."""
_ALASAN: Final = "Nama rekaan untuk kantor contoh"


def semai_pejabat(gudang: Gudang, waktu: datetime) -> None:
    """Put the officials of the sample office on record, once."""
    if daftar_pejabat(gudang, KODE_PD):
        return
    for jabatan, nama in PEJABAT.items():
        simpan(gudang, KASUBBAG.pelaku, KODE_PD, TetapkanPejabat(_ALASAN, jabatan, nama, waktu.date()), waktu)
