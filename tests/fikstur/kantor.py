"""The office of the kept stores: two units, five indicators, a Renstra, a Renja, two triwulan. Invented: contoh."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import Periode
from analytics.rencana.baris import (
    AturanRencana,
    ElemenIkk,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    SimpulPohon,
    Standar,
    TargetRencana,
    Tautan,
    Unit,
    VersiDokumen,
)

KODE_PD: Final = "7-01.0-00.0-00.98.00"
TAHUN: Final = 2026
TW1, TW2, TW3 = (Periode(TAHUN, triwulan) for triwulan in (1, 2, 3))
PEM: Final = "PEM"
TRANTIB: Final = "TRANTIB"

APBDES: Final = "IKU-01"
GANGGUAN: Final = "IKU-02"
IKM: Final = "IKU-03"
DOKUMEN: Final = "SK-01"
PATROLI: Final = "SK-02"
SUB_PEM: Final = "7.01.06.2.01.0002"
SUB_TRANTIB: Final = "7.01.04.2.01.0001"

TARGET_RENJA: Final[Mapping[str, tuple[str, ...]]] = {
    APBDES: ("90", "60", "70", "80", "90"),
    GANGGUAN: ("12", "3", "3", "3", "3"),
    IKM: ("85.25",),
    DOKUMEN: ("10", "2", "3", "2", "3"),
    PATROLI: ("12", "3", "3", "3", "3"),
}
"""Of the year, then of each triwulan."""
TARGET_RENSTRA: Final[Mapping[str, tuple[str, ...]]] = {
    APBDES: ("80", "90", "92", "94", "96"),
    GANGGUAN: ("14", "12", "11", "10", "9"),
    IKM: ("84", "85.25", "86", "87", "88"),
    DOKUMEN: ("10", "10", "10", "10", "10"),
    PATROLI: ("12", "12", "12", "12", "12"),
}
"""Of 2025 to 2029."""
PAGU: Final[Mapping[str, int]] = {SUB_PEM: 50_000_000, SUB_TRANTIB: 30_000_000}
"""The same in every year."""
REALISASI_2025: Final[Mapping[str, str]] = {APBDES: "76", GANGGUAN: "15", IKM: "83.5", DOKUMEN: "9", PATROLI: "12"}
ANGGARAN_2025: Final[Mapping[str, int]] = {SUB_PEM: 45_000_000, SUB_TRANTIB: 27_000_000}

Ketikan = Mapping[str, Mapping[str, Any]]
ISIAN: Final[Mapping[tuple[str, int, int], tuple[Ketikan, Ketikan]]] = {
    (PEM, 1, 1): (
        {APBDES: {"pembilang": 7, "penyebut": 13}, DOKUMEN: {"realisasi": 2}},
        {SUB_PEM: {"rupiah": 9_000_000}},
    ),
    (PEM, 1, 2): (
        {
            APBDES: {"pembilang": 8, "penyebut": 13, "faktor_pendorong": "Pendampingan desa (contoh)"},
            DOKUMEN: {"realisasi": 2},
        },
        {SUB_PEM: {"rupiah": 10_000_000}},
    ),
    (TRANTIB, 1, 1): (
        {GANGGUAN: {"realisasi": 2}, PATROLI: {"realisasi": 3}},
        {SUB_TRANTIB: {"rupiah": 7_500_000}},
    ),
    (PEM, 2, 1): (
        {
            APBDES: {"pembilang": 9, "penyebut": 13, "faktor_penghambat": "Pergantian perangkat (contoh)"},
            DOKUMEN: {"realisasi": 2},
        },
        {SUB_PEM: {"rupiah": 27_500_000}},
    ),
    (TRANTIB, 2, 1): (
        {GANGGUAN: {"realisasi": 4}, PATROLI: {"realisasi": 3}},
        {SUB_TRANTIB: {"rupiah": 15_000_000}},
    ),
    (PEM, 3, 1): (
        {APBDES: {"pembilang": 11, "penyebut": 13}, DOKUMEN: {"realisasi": 2}},
        {SUB_PEM: {"rupiah": 40_000_000}},
    ),
}
"""What a unit types by (unit, triwulan, versi): indicators, then money. Of triwulan III only the workbook is kept."""
KELIRU: Final[tuple[Ketikan, Ketikan]] = (
    {GANGGUAN: {"realisasi": "dua kali"}, PATROLI: {"realisasi": 3}},
    {SUB_TRANTIB: {"rupiah": 7_500_000}},
)
"""The first workbook of TRANTIB for triwulan I, which is refused."""

_RENSTRA: Final = VersiDokumen(
    "RENSTRA-25", "renstra", 2025, 2029, 0, date(2024, 9, 16), "Renstra 2025-2029 (contoh)", None
)
_RENJA: Final = VersiDokumen("RENJA-26", "renja", TAHUN, TAHUN, 0, date(2025, 12, 17), "Renja 2026 (contoh)", None)
_POHON: Final = (
    SimpulPohon("T1", "tujuan", None, "Meningkatnya tata kelola dan ketenteraman (contoh)", None),
    SimpulPohon("S1.1", "sasaran", "T1", "Meningkatnya tata kelola desa (contoh)", None),
    SimpulPohon("S1.2", "sasaran", "T1", "Meningkatnya ketenteraman (contoh)", None),
    SimpulPohon("7.01.06", "program", "S1.1", "Program Pembinaan dan Pengawasan Pemerintahan Desa", PEM),
    SimpulPohon("7.01.06.2.01", "kegiatan", "7.01.06", "Fasilitasi Pembinaan Pemerintahan Desa", PEM),
    SimpulPohon(SUB_PEM, "sub_kegiatan", "7.01.06.2.01", "Fasilitasi Pengelolaan Keuangan Desa", PEM),
    SimpulPohon("7.01.04", "program", "S1.2", "Program Koordinasi Ketenteraman dan Ketertiban Umum", TRANTIB),
    SimpulPohon("7.01.04.2.01", "kegiatan", "7.01.04", "Koordinasi Upaya Penyelenggaraan Ketenteraman", TRANTIB),
    SimpulPohon(SUB_TRANTIB, "sub_kegiatan", "7.01.04.2.01", "Sinergitas Ketenteraman dan Ketertiban", TRANTIB),
)
_INDIKATOR: Final = (
    IndikatorRencana(
        APBDES,
        "S1.1",
        "Persentase desa dengan APBDes tepat waktu",
        "Persen",
        PEM,
        None,
        None,
        ("iku", "renja", "renstra"),
    ),
    IndikatorRencana(
        GANGGUAN, "S1.2", "Jumlah gangguan ketenteraman", "Kasus", TRANTIB, None, None, ("iku", "renja", "renstra")
    ),
    IndikatorRencana(IKM, "S1.1", "Indeks Kepuasan Masyarakat", "Indeks", PEM, None, None, ("iku", "renja", "renstra")),
    IndikatorRencana(DOKUMEN, SUB_PEM, "Jumlah dokumen fasilitasi", "Dokumen", PEM, None, None, ("renja", "renstra")),
    IndikatorRencana(
        PATROLI, SUB_TRANTIB, "Jumlah laporan patroli", "Laporan", TRANTIB, None, None, ("renja", "renstra")
    ),
)


def _aturan(kode: str, agregasi: str, **lain: Any) -> AturanRencana:
    dasar = {"polaritas": "naik", "rumus": "naik", "frekuensi": "triwulanan", "cara_isi": "triwulan_ini"}
    kosong = dict.fromkeys(("pembilang", "penyebut", "faktor", "skala_ordinal", "alasan"))
    return AturanRencana(kode=kode, mulai=2025, agregasi=agregasi, **{**dasar, **kosong, **lain})


_ATURAN: Final = (
    _aturan(APBDES, "nilai_akhir", pembilang="desa tepat waktu", penyebut="semua desa", faktor=Decimal(100)),
    _aturan(GANGGUAN, "jumlah", polaritas="turun", rumus="turun_selisih"),
    _aturan(IKM, "nilai_akhir", frekuensi="tahunan"),
    _aturan(DOKUMEN, "jumlah"),
    _aturan(PATROLI, "jumlah"),
)


def rencana() -> Rencana:
    """The plan of the office."""
    return Rencana(
        identitas=IdentitasKantor(
            KODE_PD, "Kecamatan Contoh Lama (contoh)", "Kabupaten Contoh", None, None, contoh=True
        ),
        unit=(
            Unit(PEM, "Seksi Pemerintahan", "seksi", anggaran_semua=False),
            Unit(TRANTIB, "Seksi Ketenteraman", "seksi", anggaran_semua=False),
        ),
        dokumen=(_RENSTRA, _RENJA),
        simpul=_POHON,
        indikator=_INDIKATOR,
        aturan=_ATURAN,
        target=(
            *(
                TargetRencana(_RENSTRA.kode, kode, tahun, 0, _nilai(angka))
                for kode, daftar in TARGET_RENSTRA.items()
                for tahun, angka in enumerate(daftar, 2025)
            ),
            *(
                TargetRencana(_RENJA.kode, kode, TAHUN, triwulan, _nilai(angka))
                for kode, daftar in TARGET_RENJA.items()
                for triwulan, angka in enumerate(daftar)
            ),
        ),
        pagu=tuple(
            Pagu(dokumen.kode, kode, tahun, Decimal(rupiah))
            for dokumen in (_RENSTRA, _RENJA)
            for tahun in range(dokumen.tahun_awal, dokumen.tahun_akhir + 1)
            for kode, rupiah in PAGU.items()
        ),
        riwayat=tuple(
            Riwayat(_RENSTRA.kode, kode, "realisasi", 2025, _nilai(angka), "Laporan Kinerja 2025 (contoh)")
            for kode, angka in REALISASI_2025.items()
        ),
        riwayat_anggaran=tuple(
            RiwayatAnggaran(_RENSTRA.kode, kode, 2025, Decimal(rupiah), "Laporan Kinerja 2025 (contoh)")
            for kode, rupiah in ANGGARAN_2025.items()
        ),
        standar=(Standar(_RENSTRA.kode, IKM, TAHUN, Decimal("88.31"), "Standar layanan (contoh)"),),
        tautan=(Tautan(_RENSTRA.kode, GANGGUAN, "Program prioritas (contoh)", "Kasus", TAHUN, _nilai("100")),),
        ikk=(ElemenIkk(_RENSTRA.kode, APBDES, "IKK-01", "APBDes tepat waktu (contoh)", "a / b x 100", "pembilang"),),
        rujukan=tuple(
            Rujukan(f"target_{dokumen.jenis}", dokumen.kode, indikator.kode)
            for dokumen in (_RENSTRA, _RENJA)
            for indikator in _INDIKATOR
        )
        + tuple(Rujukan("pagu", dokumen.kode, kode) for dokumen in (_RENSTRA, _RENJA) for kode in PAGU),
    )


def _nilai(teks: str) -> NilaiRencana:
    return NilaiRencana(Decimal(teks))
