"""A small office whose indicators take their values from others."""

from __future__ import annotations

from typing import Any, Final

from analytics.aturan.periode import Periode
from tests.alat.toko import TAHUN, Toko

TW2: Final = Periode(TAHUN, 2)
PROGRAM, KEGIATAN, SUB = "7.01.06", "7.01.06.2.01", "7.01.06.2.01.0002"
PASANGAN: Final = {"pembilang": "atas", "penyebut": "bawah", "faktor": 1}
"""What a mean of units is written as: their sum by how many they are."""
SETAHUN: Final = {0: 12, 1: 3, 2: 3, 3: 3, 4: 3}


def kantor(**keg: Any) -> Toko:
    """A sub kegiatan of Seksi Satu, and above it a kegiatan of Seksi Dua with an indicator that is the same."""
    toko = Toko()
    toko.simpul(PROGRAM, "program", "S1.1", 3)
    toko.simpul(KEGIATAN, "kegiatan", PROGRAM, 4, unit="S2")
    toko.simpul(SUB, "sub_kegiatan", KEGIATAN, 5, unit="S1")
    toko.indikator("keg", KEGIATAN, unit="S2", **keg)
    toko.indikator("sub", SUB)
    for kode in ("keg", "sub"):
        toko.target(kode, SETAHUN)
        toko.target(kode, {0: 12}, rencana=1)
    return toko


def kantor_sama() -> Toko:
    """The kegiatan is the same as the sub kegiatan, which was reported twice, with words."""
    toko = kantor(sama_dengan="sub")
    toko.lapor("sub", {1: 3, 2: 2})
    letak = {"lembar": "Realisasi", "sel": "P9"}
    toko.tambah(
        "narasi", id_kiriman="S1-2026-2-v1", kode_indikator="sub", jenis="faktor_penghambat", isi="hujan", **letak
    )
    return toko


def antarunit(cara: str, **aturan: Any) -> Toko:
    """One indicator of a sub kegiatan, made of those of two units."""
    toko = kantor()
    toko.tabel["aturan_indikator"] = []
    toko.indikator("sub", SUB, agregasi_unit=cara, **aturan)
    toko.indikator("keg", KEGIATAN, unit="S2", sama_dengan="sub", **aturan)
    satuan = {nama: isi for nama, isi in aturan.items() if cara == "rasio" or nama not in PASANGAN}
    for kode, unit in (("sub.1", "S1"), ("sub.2", "S2")):
        toko.indikator(kode, SUB, unit=unit, bagian_dari="sub", **satuan)
        toko.target(kode, {0: 6, 1: 1, 2: 2, 3: 1, 4: 2})
    return toko
