"""A real kecamatan's Renstra 2026-2030: kegiatan and sub kegiatan of a csv, tujuan, sasaran and program by hand."""

from __future__ import annotations

from analytics.rencana.baris import IdentitasKantor, Rencana, SimpulPohon
from tests.alat.rencana_csv import PROGRAM, BarisCsv, baca_csv, susun, unit

KODE_PD = "uji-7.01.0.00"


def baris_csv() -> list[BarisCsv]:
    """The rows as published."""
    return baca_csv("renstra_kecamatan.csv")


def rencana_nyata() -> Rencana:
    """The whole plan."""
    baris = baris_csv()
    kantor = IdentitasKantor(KODE_PD, "Kecamatan Uji", "Kabupaten Uji", None, None, contoh=True)
    simpul = (*_atas(), *(_simpul(baris_daun) for baris_daun in baris))
    return susun(kantor, baris, simpul, lambda _: ("triwulanan", "jumlah"))


def _atas() -> list[SimpulPohon]:
    return [
        SimpulPohon("T1", "tujuan", None, "Meningkatnya kualitas penyelenggaraan pemerintahan kecamatan", None),
        SimpulPohon("S1.1", "sasaran", "T1", "Meningkatnya kualitas pelayanan dan tata kelola desa", None),
        *(SimpulPohon(kode, "program", "S1.1", nama, kode_unit) for kode, (nama, kode_unit) in PROGRAM.items()),
    ]


def _simpul(baris: BarisCsv) -> SimpulPohon:
    kode = baris["kode"]
    induk = kode.rsplit(".", 1)[0] if baris["level"] == "sub_kegiatan" else kode[:7]
    return SimpulPohon(kode, baris["level"], induk, baris["nama"], unit(kode))
