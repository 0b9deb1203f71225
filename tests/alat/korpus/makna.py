"""Values that can be read and stored, and yet are asked about: what they mean, and what came before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from analytics.lembar.bentuk.ketikan import Isian
from tests.alat.isi_format import isi_format
from tests.alat.korpus.kantor import (
    APBDES,
    ATURAN_BARU,
    BELANJA,
    DESA_SELESAI,
    IKM,
    JUMLAH_PERSEN,
    KEGIATAN,
    KEMBAR_2,
    LAMA,
    LAYANAN,
    NAIK_BURUK,
    OPINI,
    PAMONG,
    PATROLI,
    PEM,
    PEMBINAAN,
    PEMOHON,
    PENGADUAN,
    PERSEN_DOKUMEN,
    RETRIBUSI,
    SAKIP,
    SUB_1,
    SUB_2,
    SUB_YAN,
    TANGGAP,
    TARGET_NOL,
    TRANTIB,
    TUNTAS,
    TURUN_BAIK,
    UMUM,
    YAN,
)
from tests.alat.korpus.kasus import ANGGARAN, REALISASI, Di, Kasus
from tests.alat.korpus.sel import bentuk, ketik


def _makna(
    nama: str,
    kode: str,
    indikator: str,
    isian: Mapping[str, object] | object,
    *juga: str,
    di: str | None = None,
    unit: str = PEM,
    triwulan: int = 3,
    kata: tuple[str, ...] = (),
    pengganti: tuple[str, ...] | None = None,
) -> Kasus:
    """Typed into the row of one indicator; the finding stands at the first cell typed, or at `di`."""
    ketikan = isian if isinstance(isian, dict) else {"realisasi": isian}
    semua: Isian = {indikator: ketikan}
    return Kasus(
        nama,
        kode,
        lambda isi: isi_format(isi, semua),
        REALISASI,
        Di(indikator, di or next(iter(ketikan))),
        juga=frozenset(juga),
        kata=kata,
        pengganti=pengganti,
        unit=unit,
        triwulan=triwulan,
    )


def _uang(nama: str, kode: str, simpul: str, rupiah: object, *juga: str, unit: str = PEM, triwulan: int = 3) -> Kasus:
    ubah = ketik(simpul, "rupiah", rupiah, ANGGARAN)
    letak = Di(simpul, "rupiah")
    return Kasus(nama, kode, ubah, ANGGARAN, letak, juga=frozenset(juga), unit=unit, triwulan=triwulan)


_KOSONG: Final = (
    _makna("wajib dikosongkan", "belum_ada_data", PEMBINAAN, None),
    _makna("wajib bertanda hubung", "belum_ada_data", PEMBINAAN, "-"),
    _makna("wajib berisi n/a", "belum_ada_data", LAYANAN, "n/a"),
    _makna("wajib berisi spasi", "belum_ada_data", LAYANAN, "  "),
    _makna("nol dari nol tanpa sebab", "tidak_ada_kejadian", APBDES, {"pembilang": 0, "penyebut": 0}),
    _makna("peringkat dikosongkan", "belum_ada_data", OPINI, {"realisasi": None, "alasan": None}),
    _makna("pasangan dikosongkan", "belum_ada_data", APBDES, {"pembilang": None, "penyebut": None}),
    _makna("pasangan bertanda hubung", "belum_ada_data", APBDES, {"pembilang": "-", "penyebut": "-"}),
    _makna("wajib kosong berketerangan nihil", "nihil_kosong", PEMBINAAN, {"realisasi": None, "alasan": "Nihil"}),
    _uang("rupiah dikosongkan", "anggaran_kosong", SUB_1, None, "jumlah_beda"),
    _uang("rupiah bertanda hubung", "anggaran_kosong", SUB_2, "Rp -", "jumlah_beda"),
    _makna("keterangan tanpa nilai", "keterangan_dicatat", IKM, {"alasan": "Survei bulan November"}),
    _makna("keterangan tanpa target", "keterangan_dicatat", SAKIP, {"alasan": "Menunggu LHE"}),
)

_NILAI: Final = (
    _makna("nol sebelum waktunya", "nol_sebelum_waktunya", IKM, 0),
    _makna("tetap pada bagian jumlah", "tetap_tidak_berlaku", LAYANAN, "tetap berlaku"),
    _makna("tetap tanpa laporan tahun ini", "tetap_tidak_berlaku", APBDES, {"pembilang": "tetap", "penyebut": None}),
    _makna("tetap menurut triwulan lain", "tetap_tidak_berlaku", TUNTAS, "nilai TW I tetap berlaku", unit=YAN),
    _makna("tetap yang dapat berlaku", "tetap_dibaca", TUNTAS, "nilai TW II tetap berlaku", unit=YAN),
    _makna("pembilang pada indikator tanpa pasangan", "pasangan_tidak_diminta", LAYANAN, {"pembilang": 8}),
    _makna("pasangan negatif", "nilai_negatif", APBDES, {"pembilang": -12, "penyebut": -13}),
    _makna("pecahan persen di bawah dua", "pecahan_persen", DESA_SELESAI, 0.6667, pengganti=("66,67",)),
    _makna("capaian berupa kata", "capaian_tidak_dibaca", LAYANAN, {"capaian": "tercapai"}),
    _makna("realisasi negatif", "nilai_negatif", PEMBINAAN, -2, "capaian_janggal"),
    _uang("rupiah negatif", "nilai_negatif", SUB_1, -1),
    _makna(
        "realisasi tidak sama dengan pasangannya",
        "realisasi_beda",
        APBDES,
        {"realisasi": 29.31},
        kata=("92,31",),
    ),
    _makna("pembilang melebihi penyebut", "rasio_lebih", APBDES, {"pembilang": 14}, "persen_lebih"),
    _makna("pembilang dan penyebut tertukar", "rasio_lebih", APBDES, {"pembilang": 13, "penyebut": 12}, "persen_lebih"),
    _makna("bagian melebihi seratus persen", "persen_lebih", DESA_SELESAI, 105),
    Kasus(
        "format persen melebihi seratus",
        "persen_lebih",
        bentuk(DESA_SELESAI, "realisasi", 1.05, "0%"),
        REALISASI,
        Di(DESA_SELESAI, "realisasi"),
    ),
    _makna("target nol", "target_nol", TARGET_NOL, 2, unit=UMUM),
    _makna("nol padahal bertarget", "realisasi_nol", PEMBINAAN, 0, kata=("target triwulan ini 3",)),
    _makna("pembilang nol padahal bertarget", "realisasi_nol", APBDES, {"pembilang": 0, "penyebut": 13}),
    _makna("laporan pertama nol", "realisasi_nol", PENGADUAN, 0),
    _makna("nol beralasan lain", "realisasi_nol", PEMBINAAN, {"realisasi": 0, "alasan": "Data dari seksi"}),
    _makna("target rupiah, nilai dalam juta", "skala_nilai", RETRIBUSI, 1423, unit=UMUM, pengganti=("1423000000",)),
    _makna("target rupiah, nilai dalam miliar", "skala_nilai", RETRIBUSI, 1.42, unit=UMUM, pengganti=("1420000000",)),
    _makna("target rupiah, nilai dalam persen", "persen_di_rupiah", RETRIBUSI, "22,5 %", unit=UMUM),
    _makna("target juta, nilai dalam rupiah", "skala_nilai", BELANJA, 1_423_000_000, unit=UMUM, pengganti=("1423",)),
    _makna("target juta, nilai berkata juta", "bukan_angka", BELANJA, "13,5 juta", unit=UMUM, pengganti=("13,5",)),
    _makna("surat dalam ribu", "skala_nilai", LAYANAN, 0.196, pengganti=("196",)),
    _makna("dokumen berdesimal", "tidak_utuh", PEMBINAAN, 2.5, kata=("dokumen",)),
    _makna("pembilang pecahan desa", "tidak_utuh", APBDES, {"pembilang": 0.85, "penyebut": 1}),
    _makna("penyebut pecahan desa", "tidak_utuh", APBDES, {"pembilang": 12, "penyebut": 13.5}, di="penyebut"),
    _makna("satu triwulan melebihi target setahun", "setahun_terlampaui", PAMONG, 40),
    Kasus(
        "semua yang bertarget nol",
        "nol_semua",
        lambda isi: isi_format(isi, {PATROLI: {"realisasi": 0}}),
        REALISASI,
        unit=TRANTIB,
        kata=("2 indikator",),
    ),
    Kasus(
        "rupiah nol pada dua baris",
        "rupiah_nol",
        lambda isi: isi_format(isi, {}, {SUB_1: {"rupiah": 0}, SUB_2: {"rupiah": 0}}),
        ANGGARAN,
        kata=("2 baris",),
    ),
    _uang("rupiah dalam ribu", "skala_nilai", SUB_1, 13_500),
    _uang("rupiah berangka juta", "skala_nilai", SUB_1, 13.5),
    _uang("rupiah dalam miliar", "skala_nilai", SUB_2, 0.0135),
    _makna("capaian empat kali lipat", "capaian_janggal", PEMBINAAN, 12),
    _makna("capaian di bawah nol", "capaian_janggal", PENGADUAN, 15),
    _makna("capaian 90,5", "predikat_celah", LAYANAN, 181),
    _makna("capaian 75,5", "predikat_celah", LAYANAN, 151),
    _makna("capaian 50,5", "predikat_celah", LAYANAN, 101),
    _makna("capaian berpasangan 90,9", "predikat_celah", APBDES, {"pembilang": 10, "penyebut": 11}),
    _makna("nilai tanpa target tahun ini", "indikator_yatim", SAKIP, 70.5),
    _uang("rupiah melebihi pagu", "anggaran_lebih", SUB_1, 50_000_001),
    _uang("rupiah dua kali pagu", "anggaran_kelipatan", SUB_1, 100_000_000, "anggaran_lebih"),
    _uang("rupiah tiga kali pagu", "anggaran_kelipatan", SUB_2, 90_000_000, "anggaran_lebih"),
    _uang("jumlah kegiatan diketik sendiri", "jumlah_beda", KEGIATAN, 40_000_000),
)

_CAPAIAN: Final = tuple(
    _makna(nama, "capaian_beda", indikator, isian, di="capaian", kata=kata)
    for nama, indikator, isian, kata in (
        ("capaian berpolaritas terbalik", PENGADUAN, {"capaian": 80}, ("polaritas",)),
        ("capaian terpotong", DESA_SELESAI, {"realisasi": 66.68, "capaian": 95.25}, ("potong", "95,26")),
        ("capaian berisi realisasi", DESA_SELESAI, {"capaian": 66.67}, ("realisasi", "95,24")),
        ("capaian tidak dikali seratus", LAYANAN, {"capaian": 0.98}, ("100",)),
        ("capaian dua angka tertukar", LAYANAN, {"capaian": 89}, ("tertukar",)),
        ("capaian tanpa penjelasan", LAYANAN, {"capaian": 12.34}, ("98",)),
        ("capaian pasangan yang salah", APBDES, {"capaian": 100}, ("92,31",)),
    )
)

_RENCANA: Final = (
    _makna("pengaduan berpolaritas naik", "polaritas_nama", NAIK_BURUK, 5, unit=UMUM),
    _makna("kepuasan berpolaritas turun", "polaritas_nama", TURUN_BAIK, 78, unit=UMUM),
    _makna("persentase bersatuan dokumen", "satuan_nama", PERSEN_DOKUMEN, 87, unit=UMUM),
    _makna("jumlah bersatuan persen", "satuan_nama", JUMLAH_PERSEN, 87, unit=UMUM),
    _makna("dua indikator bernama sama", "indikator_kembar", KEMBAR_2, 3, unit=UMUM),
    _makna("aturan lain dari tahun lalu", "aturan_berubah", ATURAN_BARU, 38, unit=UMUM),
)

_RIWAYAT: Final = (
    _makna("nilai kumulatif turun", "sd_turun", TUNTAS, 48, "memburuk", unit=YAN, kata=("50",)),
    _makna("nilai kumulatif melampaui triwulan berikutnya", "sd_turun", TUNTAS, 55, unit=YAN, triwulan=1, kata=("50",)),
    _makna(
        "perbandingan sebagai persen",
        "penyebut_beda",
        TANGGAP,
        {"penyebut": 100, "pembilang": 95},
        unit=YAN,
        kata=("21",),
    ),
    _makna("nilai naik yang memburuk", "memburuk", PEMOHON, 98, unit=YAN),
    _makna("nilai turun yang memburuk", "memburuk", LAMA, 5.3, unit=YAN),
    _makna("pasangan yang memburuk", "memburuk", TANGGAP, {"pembilang": 18, "penyebut": 21}, unit=YAN),
    _makna("salah ketik yang meloncat", "pencilan", PEMOHON, 190, unit=YAN),
    _makna("nilai yang anjlok", "pencilan", PEMOHON, 20, "memburuk", unit=YAN),
    _makna("nilai sama dengan triwulan lalu", "sama_dengan_lalu", PEMOHON, 99, unit=YAN),
    _makna(
        "pasangan sama dengan triwulan lalu", "sama_dengan_lalu", TANGGAP, {"pembilang": 19, "penyebut": 21}, unit=YAN
    ),
    _uang("rupiah kumulatif turun", "anggaran_turun", SUB_YAN, 17_000_000, unit=YAN),
    _uang(
        "rupiah kumulatif melampaui triwulan berikutnya", "anggaran_turun", SUB_YAN, 19_000_000, unit=YAN, triwulan=1
    ),
)

MAKNA: Final = (*_KOSONG, *_NILAI, *_CAPAIAN, *_RENCANA, *_RIWAYAT)
