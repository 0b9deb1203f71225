"""Every page as data: the navigation, the tests and the guides read this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.formulir import FORMULIR
from analytics.sop.izin import IZIN
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    NAMA_PERAN,
    PENGELOLA,
    SEKRETARIS,
)

SEMUA: Final = frozenset(NAMA_PERAN)
"""Everybody who is in."""
PENGATUR: Final = frozenset({KASUBBAG_PERENCANAAN, PENGELOLA, KASUBBAG_UMUM, SEKRETARIS, CAMAT})
"""Who sees the settings; who may change them stands in `analytics.sop.izin`."""
SEMUA_LANGKAH: Final = tuple(range(1, 13))
"""A page that serves the whole SOP."""


@dataclass(frozen=True)
class Halaman:
    """One page: `berkas` below pages/, its address, its title, icon, group, the SOP steps it serves, who may see it."""

    berkas: str
    url: str
    judul: str
    ikon: str
    kelompok: str
    langkah: tuple[int, ...]
    bantuan: str
    peran: frozenset[str] = SEMUA


DAFTAR: Final = (
    Halaman(
        "beranda/beranda.py",
        "beranda",
        "Beranda",
        ":material/home:",
        "",
        (5,),
        "Yang harus Anda kerjakan, papan SOP periode, capaian, serapan, dan ketepatan unit.",
    ),
    Halaman(
        "beranda/alur.py",
        "alur",
        "Alur SOP",
        ":material/route:",
        "",
        SEMUA_LANGKAH,
        "Dua belas langkah SOP: diagram, giliran, waktu baku, dan riwayat setiap dokumen.",
    ),
    Halaman(
        "perencanaan/rencana.py",
        "rencana",
        "Rencana",
        ":material/account_tree:",
        "Perencanaan",
        (1,),
        "Impor Renstra dan Renja, dokumen yang berlaku, pohon kinerja, target, dan pagu.",
    ),
    Halaman(
        "pengumpulan/format_data.py",
        "format-data",
        "Format data",
        ":material/table_view:",
        "Pengumpulan",
        (1, 2, 3),
        "Unduh format isian tiap unit untuk satu triwulan.",
    ),
    Halaman(
        "pengumpulan/unggah.py",
        "unggah",
        "Unggah",
        ":material/upload_file:",
        "Pengumpulan",
        (3, 4, 5),
        "Periksa dan terima format yang sudah diisi.",
        frozenset(IZIN["lihat_unit"][1]),
    ),
    Halaman(
        "pengumpulan/verifikasi.py",
        "verifikasi",
        "Verifikasi",
        ":material/fact_check:",
        "Pengumpulan",
        (5, 6),
        "Telusuri kiriman satu unit, indikator demi indikator, lalu verifikasi, tanyakan, atau kembalikan.",
        frozenset({KASUBBAG_PERENCANAAN, SEKRETARIS, CAMAT}),
    ),
    *(
        Halaman(
            f"evaluasi/{formulir.kode}.py",
            f"evaluasi-{formulir.kode}",
            formulir.nama,
            f":material/{formulir.ikon}:",
            "Evaluasi",
            (5, 6),
            formulir.bantuan,
        )
        for formulir in FORMULIR
    ),
    Halaman(
        "evaluasi/indikator.py",
        "indikator",
        "Indikator",
        ":material/query_stats:",
        "Evaluasi",
        (5,),
        "Satu indikator: aturan, cara hitung, riwayat, dan sel sumbernya.",
    ),
    Halaman(
        "persetujuan/kompilasi.py",
        "kompilasi",
        "Kompilasi",
        ":material/inventory:",
        "Persetujuan",
        (6,),
        "Yang akan dikompilasi: unit yang terverifikasi, yang belum, dan penyerahannya kepada Sekretaris.",
        frozenset({KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, SEKRETARIS, CAMAT}),
    ),
    Halaman(
        "persetujuan/supervisi.py",
        "supervisi",
        "Supervisi",
        ":material/rate_review:",
        "Persetujuan",
        (7,),
        "Kompilasi dalam satu layar: yang menyimpang lebih dahulu, koreksi angka, dan penerusannya kepada Camat.",
        frozenset({KASUBBAG_PERENCANAAN, SEKRETARIS, CAMAT}),
    ),
    Halaman(
        "persetujuan/persetujuan.py",
        "persetujuan",
        "Persetujuan",
        ":material/verified:",
        "Persetujuan",
        (8,),
        "Yang disetujui Camat dalam satu layar, siapa yang memeriksa, dan sidik yang dibekukan.",
        frozenset({KASUBBAG_PERENCANAAN, SEKRETARIS, CAMAT}),
    ),
    Halaman(
        "pelaporan/satu_data.py",
        "satu-data",
        "Satu Data",
        ":material/cloud_upload:",
        "Pelaporan",
        (9,),
        "Daftar periksa dan catatan pengisian aplikasi Satu Data.",
        frozenset({ADMIN_SATU_DATA, KASUBBAG_PERENCANAAN, SEKRETARIS, CAMAT}),
    ),
    Halaman(
        "pelaporan/laporan.py",
        "laporan",
        "Laporan Kinerja",
        ":material/description:",
        "Pelaporan",
        (10, 11, 12),
        "Draf, paraf, tanda tangan, dan penyerahan Laporan Kinerja, dengan semua versinya.",
        frozenset({KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, SEKRETARIS, CAMAT}),
    ),
    Halaman(
        "pelaporan/arsip.py",
        "arsip",
        "Arsip",
        ":material/folder_managed:",
        "Pelaporan",
        (8, 12),
        "Register arsip: hard copy dan soft copy dari yang disetujui dan ditandatangani.",
        frozenset({KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, SEKRETARIS, CAMAT, ADMIN_SATU_DATA}),
    ),
    Halaman(
        "pelaporan/ekspor.py",
        "ekspor",
        "Ekspor",
        ":material/download:",
        "Pelaporan",
        (6,),
        "Unduh Dokumen Kompilasi Data Kinerja.",
    ),
    Halaman(
        "pelaporan/periksa_dokumen.py",
        "periksa-dokumen",
        "Periksa dokumen",
        ":material/find_in_page:",
        "Pelaporan",
        (8,),
        "Buktikan apakah sebuah dokumen sama dengan yang disetujui, angka demi angka.",
    ),
    Halaman(
        "pengaturan/acuan.py",
        "pengaturan",
        "Pengaturan umum",
        ":material/tune:",
        "Pengaturan",
        (5, 6),
        "Batas capaian, pembulatan, skala yang dipakai, nomor formulir, dan dasar hukum.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/skala.py",
        "pengaturan-skala",
        "Skala predikat",
        ":material/stairs:",
        "Pengaturan",
        (5, 6),
        "Skala yang memberi predikat, dan cara menambah skala baru.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/indikator.py",
        "pengaturan-aturan",
        "Aturan indikator",
        ":material/rule:",
        "Pengaturan",
        (1, 5),
        "Rumus, polaritas, agregasi, frekuensi, dan cara isi satu indikator menurut tahun.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/kantor.py",
        "pengaturan-kantor",
        "Kantor dan unit",
        ":material/apartment:",
        "Pengaturan",
        (1,),
        "Nama dan kode kantor, nama dan urutan unit.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/pejabat.py",
        "pengaturan-pejabat",
        "Pejabat",
        ":material/badge:",
        "Pengaturan",
        (2, 3, 8, 11),
        "Siapa memegang jabatan apa, untuk surat dan tanda tangan.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/hari.py",
        "pengaturan-hari",
        "Hari kerja",
        ":material/calendar_month:",
        "Pengaturan",
        SEMUA_LANGKAH,
        "Waktu baku setiap langkah SOP, hari libur daerah, dan hari libur yang dipakai bekerja.",
        PENGATUR,
    ),
    Halaman(
        "pengaturan/akun.py",
        "akun",
        "Akun",
        ":material/manage_accounts:",
        "Pengaturan",
        SEMUA_LANGKAH,
        "Akun, penugasan, Plt. dan Plh., dan kata sandi yang hilang.",
        frozenset({PENGELOLA}),
    ),
    Halaman(
        "pengaturan/sandi.py",
        "sandi",
        "Kata sandi",
        ":material/password:",
        "Pengaturan",
        SEMUA_LANGKAH,
        "Ganti kata sandi Anda sendiri.",
    ),
    Halaman(
        "pengaturan/cadangan.py",
        "cadangan",
        "Cadangan",
        ":material/backup:",
        "Pengaturan",
        SEMUA_LANGKAH,
        "Salinan seluruh data: buat, unduh, dan periksa.",
        frozenset(IZIN["buat_cadangan"][1]),
    ),
    Halaman(
        "pengaturan/jejak.py",
        "jejak",
        "Jejak",
        ":material/history:",
        "Pengaturan",
        (8,),
        "Siapa melakukan apa dan kapan, dan bukti bahwa catatannya tidak diubah.",
    ),
)
"""In the order of the SOP."""


def cari(url: str) -> Halaman:
    """The page with this address. Raises KeyError."""
    return {satu.url: satu for satu in DAFTAR}[url]
