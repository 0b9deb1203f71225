"""A small office with a plan, put straight into a store. Contoh, bukan data resmi."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from data.gudang import Gudang, Peristiwa

KODE_PD: Final = "33.03.05"
NAMA: Final = "Kecamatan Purbalingga (contoh)"
TAHUN: Final = 2026
PADA: Final = datetime(2026, 10, 1, 8, 0)

UNIT: Final = (
    {"kode_unit": "PEM", "nama": "Seksi Pemerintahan", "jenis": "seksi", "anggaran_semua": False},
    {"kode_unit": "TRANTIB", "nama": "Seksi Ketenteraman dan Ketertiban", "jenis": "seksi", "anggaran_semua": False},
)

KEGIATAN: Final = "7.01.06.2.01"
SUB_1: Final = "7.01.06.2.01.0002"
SUB_2: Final = "7.01.06.2.01.0006"
KEGIATAN_DAUN: Final = "7.01.04.2.01"

_SIMPUL: Final = (
    ("T1", "tujuan", None, "Meningkatnya kualitas pelayanan publik", None),
    ("S1", "sasaran", "T1", "Meningkatnya tata kelola pemerintahan desa", None),
    ("7.01.06", "program", "S1", "Program Pembinaan dan Pengawasan Pemerintahan Desa", "PEM"),
    (KEGIATAN, "kegiatan", "7.01.06", "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan Pemerintahan Desa", "PEM"),
    (SUB_1, "sub_kegiatan", KEGIATAN, "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa", "PEM"),
    (SUB_2, "sub_kegiatan", KEGIATAN, "Fasilitasi Pelaksanaan Tugas Kepala Desa dan Perangkat Desa", "PEM"),
    ("7.01.04", "program", "S1", "Program Koordinasi Ketenteraman dan Ketertiban Umum", "TRANTIB"),
    (KEGIATAN_DAUN, "kegiatan", "7.01.04", "Koordinasi Upaya Penyelenggaraan Ketenteraman", "TRANTIB"),
)

IKM: Final = "IKU-01"
SAKIP: Final = "IKU-02"
APBDES: Final = "IKU-03"
OPINI: Final = "IKU-04"
DESA_SELESAI: Final = "K-01"
PEMBINAAN: Final = "SK-01"
PAMONG: Final = "SK-02"
GANGGUAN: Final = "IKU-05"

_INDIKATOR: Final = (
    # kode, simpul, nama, satuan, unit, polaritas, rumus, frekuensi, agregasi, cara_isi, tambahan
    (IKM, "S1", "Indeks Kepuasan Masyarakat", "Indeks", "PEM", "naik", "naik", "tahunan",
     "nilai_akhir", "triwulan_ini", {}),
    (SAKIP, "S1", "Nilai SAKIP kecamatan", "Nilai", "PEM", "naik", "naik", "tahunan",
     "nilai_akhir", "triwulan_ini", {}),
    (APBDES, "S1", "Persentase desa dengan APBDes tepat waktu", "Persen", "PEM", "naik", "naik", "triwulanan",
     "nilai_akhir", "triwulan_ini",
     {"pembilang": "desa dengan APBDes tepat waktu", "penyebut": "semua desa", "faktor": Decimal(100)}),
    (OPINI, "S1", "Predikat AKIP", "Predikat", "PEM", "naik", "ordinal", "triwulanan", "nilai_akhir", "triwulan_ini",
     {"skala_ordinal": "akip"}),
    (DESA_SELESAI, KEGIATAN, "Persentase desa yang tertib administrasi", "Persen", "PEM", "naik", "naik", "triwulanan",
     "nilai_akhir", "sd_triwulan", {}),
    (PEMBINAAN, SUB_1, "Jumlah dokumen fasilitasi pengelolaan keuangan desa", "Dokumen", "PEM", "naik", "naik",
     "triwulanan", "jumlah", "triwulan_ini", {}),
    (PAMONG, SUB_2, "Jumlah laporan fasilitasi tugas kepala desa", "Laporan", "PEM", "naik", "naik", "semesteran",
     "jumlah", "triwulan_ini", {}),
    (GANGGUAN, KEGIATAN_DAUN, "Jumlah gangguan trantib", "Kejadian", "TRANTIB", "turun", "turun_selisih", "triwulanan",
     "jumlah", "triwulan_ini", {}),
)  # fmt: skip

_MURNI: Final = 1
_PERUBAHAN: Final = 2
_TARGET: Final[dict[str, dict[int, Any]]] = {
    IKM: {0: Decimal("85.25")},
    APBDES: {0: Decimal(100), 1: Decimal(80), 2: Decimal(90), 3: Decimal(100), 4: Decimal(100)},
    OPINI: {0: "BB"},
    DESA_SELESAI: {0: Decimal(90), 1: Decimal(20), 2: Decimal(45), 3: Decimal(70), 4: Decimal(90)},
    PEMBINAAN: {0: (Decimal(10), Decimal(14))},
    PAMONG: {0: Decimal(4)},
    GANGGUAN: {0: Decimal(12), 1: Decimal(3), 2: Decimal(3), 3: Decimal(3), 4: Decimal(3)},
}
"""SAKIP has no target: it is not planned this year."""
_PAGU: Final = {SUB_1: Decimal(45_000_000), SUB_2: Decimal(30_000_000), KEGIATAN_DAUN: Decimal(60_000_000)}
PAGU_PERUBAHAN_SUB_1: Final = Decimal(50_000_000)


def isi_gudang(gudang: Gudang, *, anggaran_semua: bool = False) -> None:
    """Put the office and its plan into an empty store; `anggaran_semua`: PEM fills the money of all units."""
    peristiwa = Peristiwa(KODE_PD, "contoh", "impor_rencana", "rencana", {}, datetime(2026, 1, 5, 8, 0))
    with gudang.transaksi(peristiwa) as tx:
        tx.tambah(
            "perangkat_daerah",
            [{"kode_pd": KODE_PD, "nama": NAMA, "kabupaten": "Kabupaten Purbalingga", "contoh": True}],
        )
        tx.tambah("unit", [_unit(nomor, unit, anggaran_semua=anggaran_semua) for nomor, unit in enumerate(UNIT)])
        tx.tambah("simpul", [_simpul(nomor, *simpul) for nomor, simpul in enumerate(_SIMPUL)])
        tx.tambah("indikator", [_indikator(nomor, *ukuran[:5]) for nomor, ukuran in enumerate(_INDIKATOR)])
        tx.tambah("aturan_indikator", [_aturan(ukuran[0], *ukuran[5:]) for ukuran in _INDIKATOR])
        tx.tambah("rencana", [_rencana(_MURNI, 0, date(2025, 12, 20)), _rencana(_PERUBAHAN, 1, date(2026, 9, 15))])
        tx.tambah("target", [*_target(_MURNI), *_target(_PERUBAHAN)])
        tx.tambah("pagu", [*_pagu(_MURNI, _PAGU), *_pagu(_PERUBAHAN, {**_PAGU, SUB_1: PAGU_PERUBAHAN_SUB_1})])


def tambah_indikator(gudang: Gudang, kode: str, nama: str, satuan: str) -> None:
    """Give unit PEM one yearly indicator more."""
    with gudang.transaksi(Peristiwa(KODE_PD, "contoh", "ubah_rencana", kode, {}, PADA)) as tx:
        tx.tambah("indikator", [_indikator(99, kode, "S1", nama, satuan, "PEM")])
        tx.tambah("aturan_indikator", [_aturan(kode, "naik", "naik", "tahunan", "nilai_akhir", "triwulan_ini", {})])


def _unit(nomor: int, unit: dict[str, Any], *, anggaran_semua: bool) -> dict[str, Any]:
    semua = anggaran_semua and unit["kode_unit"] == "PEM"
    return {**unit, "kode_pd": KODE_PD, "urutan": nomor, "anggaran_semua": semua}


def _simpul(nomor: int, kode: str, tingkat: str, induk: str | None, nama: str, unit: str | None) -> dict[str, Any]:
    return {
        "kode_pd": KODE_PD,
        "kode_simpul": kode,
        "tingkat": tingkat,
        "kode_induk": induk,
        "nama": nama,
        "kode_unit": unit,
        "urutan": nomor,
    }


def _indikator(nomor: int, kode: str, simpul: str, nama: str, satuan: str, unit: str) -> dict[str, Any]:
    return {
        "kode_pd": KODE_PD,
        "kode_indikator": kode,
        "kode_simpul": simpul,
        "nama": nama,
        "satuan": satuan,
        "kode_unit": unit,
        "urutan": nomor,
    }


def _aturan(
    kode: str, polaritas: str, rumus: str, frekuensi: str, agregasi: str, cara_isi: str, tambahan: dict[str, Any]
) -> dict[str, Any]:
    return {
        "kode_pd": KODE_PD,
        "kode_indikator": kode,
        "tahun": TAHUN,
        "revisi": 0,
        "polaritas": polaritas,
        "rumus": rumus,
        "frekuensi": frekuensi,
        "agregasi": agregasi,
        "cara_isi": cara_isi,
        **tambahan,
    }


def _rencana(nomor: int, ke: int, tanggal: date) -> dict[str, Any]:
    versi = "" if ke == 0 else " Perubahan"
    return {
        "kode_pd": KODE_PD,
        "id_rencana": nomor,
        "kode_dokumen": f"RENJA-2026-{ke}",
        "jenis": "renja",
        "tahun_awal": TAHUN,
        "tahun_akhir": TAHUN,
        "ke": ke,
        "revisi": 0,
        "tanggal": tanggal,
        "dokumen": f"Renja{versi} 2026 (contoh)",
    }


def _target(rencana: int) -> list[dict[str, Any]]:
    return [
        {
            "kode_pd": KODE_PD,
            "id_rencana": rencana,
            "kode_indikator": kode,
            "tahun": TAHUN,
            "triwulan": triwulan,
            "lembar": "Target Renja",
            "sel": "A1",
            **_bentuk(nilai),
        }
        for kode, daftar in _TARGET.items()
        for triwulan, nilai in daftar.items()
    ]


def _bentuk(nilai: Any) -> dict[str, Any]:
    if isinstance(nilai, tuple):
        return {"bawah": nilai[0], "atas": nilai[1]}
    return {"peringkat": nilai} if isinstance(nilai, str) else {"nilai": nilai}


def _pagu(rencana: int, pagu: dict[str, Decimal]) -> list[dict[str, Any]]:
    return [
        {
            "kode_pd": KODE_PD,
            "id_rencana": rencana,
            "kode_simpul": kode,
            "tahun": TAHUN,
            "rupiah": rupiah,
            "lembar": "Pagu",
            "sel": "A1",
        }
        for kode, rupiah in pagu.items()
    ]
