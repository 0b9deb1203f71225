"""A Renja whose figures are small enough to check by hand."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.aturan.periode import Periode
from tests.alat.toko import Toko

PROGRAM, KEGIATAN, SUB_1, SUB_2, TUNGGAL = (
    "7.01.06",
    "7.01.06.2.01",
    "7.01.06.2.01.0002",
    "7.01.06.2.01.0003",
    "7.01.06.2.02",
)
TW3 = Periode(2026, 3)


def isi_toko() -> Toko:
    """2024 and 2025 are full years, 2026 has run to triwulan III."""
    toko = Toko()
    toko.simpul(PROGRAM, "program", "S1.1", 3)
    toko.simpul(KEGIATAN, "kegiatan", PROGRAM, 4)
    toko.simpul(SUB_1, "sub_kegiatan", KEGIATAN, 5, unit="S1")
    toko.simpul(SUB_2, "sub_kegiatan", KEGIATAN, 6, unit="S2")
    toko.simpul(TUNGGAL, "kegiatan", PROGRAM, 7, unit="S1")
    for tahun in (2024, 2025, 2026):
        toko.indikator("dok", SUB_1, tahun=tahun)
        toko.indikator("ikm", "S1.1", tahun=tahun, frekuensi="tahunan", agregasi="nilai_akhir")
    toko.indikator("lap", SUB_2, unit="S2", cara_isi="sd_triwulan")
    toko.target("dok", {0: 8, 1: 2, 2: 2, 3: 2, 4: 2}, tahun=2024, rencana=2)
    toko.target("dok", {0: 8, 1: 2, 2: 2, 3: 2, 4: 2}, tahun=2025, rencana=3)
    toko.target("dok", {0: 8, 1: 2, 2: 2, 3: 2, 4: 2})
    toko.target("lap", {0: 12, 1: 3, 2: 6, 3: 9, 4: 12})
    toko.target("ikm", {0: 84}, tahun=2025, rencana=3)
    toko.target("ikm", {0: 85})
    for tahun in range(2024, 2029):
        toko.target("dok", {0: 8}, tahun=tahun, rencana=1)
        toko.target("ikm", {0: 83 + tahun - 2024}, tahun=tahun, rencana=1)
    toko.lapor("dok", {1: 2, 2: 2, 3: 2, 4: 2}, tahun=2024)
    toko.lapor("dok", {1: 2, 2: 2, 3: 2, 4: 1}, tahun=2025)
    toko.lapor("dok", {1: 2, 2: 3, 3: 1})
    toko.lapor("ikm", {4: 86}, tahun=2025)
    toko.lapor("lap", {1: 3, 2: 7, 3: 9}, unit="S2")
    for tahun, rencana in ((2024, 2), (2025, 3), (2026, 4)):
        toko.pagu(SUB_1, {tahun: 10_000_000}, rencana)
        toko.pagu(SUB_2, {tahun: 20_000_000}, rencana)
        toko.pagu(TUNGGAL, {tahun: 5_000_000}, rencana)
    for simpul, rupiah in ((SUB_1, 10_000_000), (SUB_2, 20_000_000), (TUNGGAL, 5_000_000)):
        toko.pagu(simpul, dict.fromkeys(range(2024, 2029), rupiah), 1)
    toko.anggaran(SUB_1, {4: 9_000_000}, tahun=2024)
    toko.anggaran(SUB_1, {1: 1_000_000, 2: 4_000_000, 3: 7_500_000})
    toko.anggaran(SUB_2, {1: 5_000_000, 3: 15_000_000}, unit="S2")
    return toko


def riwayat_anggaran(toko: Toko, simpul: str, isi: Mapping[int, int]) -> None:
    """What the plan says of the money of earlier years."""
    for tahun, rupiah in isi.items():
        toko.tambah(
            "riwayat_anggaran",
            id_rencana=1,
            kode_simpul=simpul,
            tahun=tahun,
            rupiah=rupiah,
            sumber=f"LKjIP {tahun}",
            lembar="Riwayat",
            sel="E2",
        )
