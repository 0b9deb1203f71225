"""A small office in which two kelurahan share the money of one sub kegiatan, and one of its indicators."""

from __future__ import annotations

from typing import Final

from analytics.aturan.periode import Periode
from tests.alat.toko import TAHUN, Toko

PROGRAM: Final = "7.01.06"
KEGIATAN: Final = "7.01.06.2.01"
SUB: Final = "7.01.06.2.01.0002"
LAIN: Final = "7.01.06.2.01.0003"
BAGIAN: Final = (f"{SUB}@A", f"{SUB}@B")
TW2: Final = Periode(TAHUN, 2)


def kantor(*, semua: bool = False) -> Toko:
    """Two kelurahan share 6 and 4 million of one sub kegiatan in 2026; in 2025 it was not divided."""
    toko = Toko()
    for nomor, kode in enumerate("AB", 3):
        toko.tambah("unit", kode_unit=kode, nama=f"Kelurahan {kode}", jenis="kelurahan", anggaran_semua=False,
                    urutan=nomor, kode_sub_skpd=f"7.01.0.05.{nomor:04}")  # fmt: skip
    if semua:
        toko.tambah("unit", kode_unit="REN", nama="Subbag", jenis="subbag", anggaran_semua=True, urutan=9)
    toko.simpul(PROGRAM, "program", "S1.1", 3)
    toko.simpul(KEGIATAN, "kegiatan", PROGRAM, 4)
    toko.simpul(SUB, "sub_kegiatan", KEGIATAN, 5, unit="S1")
    for kode, unit in zip(BAGIAN, "AB", strict=True):
        toko.simpul(kode, "bagian_unit", SUB, 6, unit=unit)
        toko.pagu(kode, {TAHUN: 6_000_000 if unit == "A" else 4_000_000}, rencana=4)
    toko.simpul(LAIN, "sub_kegiatan", KEGIATAN, 7, unit="S1")
    toko.pagu(LAIN, {TAHUN: 5_000_000}, rencana=4)
    toko.pagu(SUB, {2025: 9_000_000}, rencana=3)
    toko.pagu(SUB, dict.fromkeys(range(2025, 2029), 10_000_000), rencana=1)
    toko.anggaran(SUB, {4: 8_000_000}, tahun=2025)
    toko.indikator("dok", SUB)
    toko.target("dok", {0: 4})
    return toko


def terlapor(toko: Toko) -> Toko:
    """All of the money has been reported."""
    toko.anggaran(BAGIAN[0], {1: 1_000_000, 2: 3_000_000}, unit="A")
    toko.anggaran(BAGIAN[1], {1: 500_000, 2: 2_000_000}, unit="B")
    toko.anggaran(LAIN, {1: 0, 2: 5_000_000})
    return toko


def berbagi(toko: Toko) -> Toko:
    """The indicator of the sub kegiatan is the sum of those of the two kelurahan."""
    toko.tabel["aturan_indikator"] = []
    toko.indikator("dok", SUB, agregasi_unit="jumlah")
    for kode, unit in (("dok.A", "A"), ("dok.B", "B")):
        toko.indikator(kode, SUB, unit=unit, bagian_dari="dok")
        toko.target(kode, {0: 2, 1: 1, 2: 1})
    toko.target("dok", {1: 2, 2: 2, 3: 0, 4: 0})
    return toko


def sebagian(toko: Toko) -> Toko:
    """Of the two kelurahan A has sent TW II, and B TW I alone."""
    toko.lapor("dok.A", {1: 1, 2: 1}, unit="A")
    toko.lapor("dok.B", {1: 1}, unit="B")
    toko.anggaran(BAGIAN[0], {1: 1_000_000, 2: 3_000_000}, unit="A")
    toko.anggaran(BAGIAN[1], {1: 500_000}, unit="B")
    return toko
