"""Every page as data: the navigation, the tests and the guides read this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.alur.peran import NAMA_PERAN

SEMUA: Final = frozenset(NAMA_PERAN)
"""Everybody who is in."""


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
        "Keadaan periode: capaian, serapan, dan data yang masih ditunggu.",
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
        (4, 5),
        "Periksa dan terima format yang sudah diisi.",
    ),
    Halaman(
        "evaluasi/iku.py",
        "evaluasi-iku",
        "Evaluasi IKU",
        ":material/target:",
        "Evaluasi",
        (5, 6),
        "Capaian indikator kinerja utama terhadap target.",
    ),
    Halaman(
        "evaluasi/renja.py",
        "evaluasi-renja",
        "Evaluasi Renja",
        ":material/event_note:",
        "Evaluasi",
        (5, 6),
        "Capaian kinerja dan serapan anggaran tahun berjalan.",
    ),
    Halaman(
        "evaluasi/renstra.py",
        "evaluasi-renstra",
        "Evaluasi Renstra",
        ":material/timeline:",
        "Evaluasi",
        (5, 6),
        "Capaian kinerja dan anggaran sepanjang tahun Renstra.",
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
        ":material/verified:",
        "Pelaporan",
        (8,),
        "Buktikan apakah sebuah dokumen sama dengan yang disetujui, angka demi angka.",
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
