"""What does a person see? Every page as data: the navigation, the tests and the guides read this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.formulir import FORMULIR

SEMUA_LANGKAH: Final = tuple(range(1, 13))
"""A page that serves the whole SOP."""


@dataclass(frozen=True)
class Halaman:
    """One page: `berkas` below pages/, its address, its title, icon, group, and the SOP steps it serves.

    A page that serves no step says in `di_luar_sop` what it is there for. `lihat` is what one must be allowed to do to
    see it, for whichever office (`analytics.sop.izin.boleh`).
    """

    berkas: str
    url: str
    judul: str
    ikon: str
    kelompok: str
    langkah: tuple[int, ...]
    bantuan: str
    lihat: str = "lihat_kantor"
    di_luar_sop: str = ""


DAFTAR: Final = (
    Halaman(
        berkas="beranda/beranda.py",
        url="beranda",
        judul="Beranda",
        ikon=":material/home:",
        kelompok="",
        langkah=SEMUA_LANGKAH,
        bantuan="Yang harus Anda kerjakan, papan SOP periode, capaian, serapan, dan ketepatan unit.",
    ),
    Halaman(
        berkas="beranda/alur.py",
        url="alur",
        judul="Alur SOP",
        ikon=":material/route:",
        kelompok="",
        langkah=SEMUA_LANGKAH,
        bantuan="Dua belas langkah SOP: diagram, giliran, waktu baku, dan riwayat setiap dokumen.",
    ),
    Halaman(
        berkas="perencanaan/rencana.py",
        url="rencana",
        judul="Rencana",
        ikon=":material/account_tree:",
        kelompok="Perencanaan",
        langkah=(),
        bantuan="Impor Renstra dan Renja, dokumen yang berlaku, pohon kinerja, target, dan pagu.",
        di_luar_sop="rencana yang menjadi bahan format data dan evaluasi",
    ),
    Halaman(
        berkas="pengumpulan/format_data.py",
        url="format-data",
        judul="Format data",
        ikon=":material/table_view:",
        kelompok="Pengumpulan",
        langkah=(1, 2, 3),
        bantuan="Unduh format isian tiap unit untuk satu triwulan.",
    ),
    Halaman(
        berkas="pengumpulan/isi.py",
        url="isi",
        judul="Isi di layar",
        ikon=":material/edit_note:",
        kelompok="Pengumpulan",
        langkah=(3,),
        bantuan="Isi data satu triwulan di layar, simpan sebagai draf, lalu periksa dan kirim.",
        lihat="isi_layar",
    ),
    Halaman(
        berkas="pengumpulan/unggah.py",
        url="unggah",
        judul="Unggah",
        ikon=":material/upload_file:",
        kelompok="Pengumpulan",
        langkah=(3, 4, 5),
        bantuan="Periksa dan terima format yang sudah diisi.",
        lihat="lihat_unit",
    ),
    Halaman(
        berkas="pengumpulan/verifikasi.py",
        url="verifikasi",
        judul="Verifikasi",
        ikon=":material/fact_check:",
        kelompok="Pengumpulan",
        langkah=(5,),
        bantuan="Telusuri kiriman satu unit, indikator demi indikator, lalu verifikasi, tanyakan, atau kembalikan.",
        lihat="lihat_verifikasi",
    ),
    *(
        Halaman(
            berkas=f"evaluasi/{formulir.kode}.py",
            url=f"evaluasi-{formulir.kode}",
            judul=formulir.nama,
            ikon=f":material/{formulir.ikon}:",
            kelompok="Evaluasi",
            langkah=(5, 6),
            bantuan=formulir.bantuan,
        )
        for formulir in FORMULIR
    ),
    Halaman(
        berkas="evaluasi/indikator.py",
        url="indikator",
        judul="Indikator",
        ikon=":material/query_stats:",
        kelompok="Evaluasi",
        langkah=(5,),
        bantuan="Satu indikator: aturan, cara hitung, riwayat, dan sel sumbernya.",
    ),
    Halaman(
        berkas="persetujuan/kompilasi.py",
        url="kompilasi",
        judul="Kompilasi",
        ikon=":material/inventory:",
        kelompok="Persetujuan",
        langkah=(6,),
        bantuan="Yang akan dikompilasi: unit yang terverifikasi, yang belum, dan penyerahannya kepada Sekretaris.",
        lihat="lihat_kompilasi",
    ),
    Halaman(
        berkas="persetujuan/supervisi.py",
        url="supervisi",
        judul="Supervisi",
        ikon=":material/rate_review:",
        kelompok="Persetujuan",
        langkah=(7,),
        bantuan=(
            "Kompilasi dalam satu layar: yang menyimpang lebih dahulu, koreksi angka, dan penerusannya kepada Camat."
        ),
        lihat="lihat_persetujuan",
    ),
    Halaman(
        berkas="persetujuan/persetujuan.py",
        url="persetujuan",
        judul="Persetujuan",
        ikon=":material/verified:",
        kelompok="Persetujuan",
        langkah=(8,),
        bantuan="Yang disetujui Camat dalam satu layar, siapa yang memeriksa, dan sidik yang dibekukan.",
        lihat="lihat_persetujuan",
    ),
    Halaman(
        berkas="pelaporan/satu_data.py",
        url="satu-data",
        judul="Satu Data",
        ikon=":material/cloud_upload:",
        kelompok="Pelaporan",
        langkah=(9,),
        bantuan="Daftar periksa dan catatan pengisian aplikasi Satu Data.",
        lihat="lihat_satu_data",
    ),
    Halaman(
        berkas="pelaporan/laporan.py",
        url="laporan",
        judul="Laporan Kinerja",
        ikon=":material/description:",
        kelompok="Pelaporan",
        langkah=(10, 11, 12),
        bantuan="Draf, paraf, tanda tangan, dan penyerahan Laporan Kinerja, dengan semua versinya.",
        lihat="lihat_laporan",
    ),
    Halaman(
        berkas="pelaporan/arsip.py",
        url="arsip",
        judul="Arsip",
        ikon=":material/folder_managed:",
        kelompok="Pelaporan",
        langkah=(8, 12),
        bantuan="Register arsip: hard copy dan soft copy dari yang disetujui dan ditandatangani.",
        lihat="lihat_arsip",
    ),
    Halaman(
        berkas="pelaporan/ekspor.py",
        url="ekspor",
        judul="Ekspor",
        ikon=":material/download:",
        kelompok="Pelaporan",
        langkah=(6,),
        bantuan="Unduh Dokumen Kompilasi Data Kinerja.",
    ),
    Halaman(
        berkas="pelaporan/periksa_dokumen.py",
        url="periksa-dokumen",
        judul="Periksa dokumen",
        ikon=":material/find_in_page:",
        kelompok="Pelaporan",
        langkah=(),
        bantuan="Buktikan apakah sebuah dokumen sama dengan yang disetujui, angka demi angka.",
        di_luar_sop="pembuktian dokumen",
    ),
    Halaman(
        berkas="pengaturan/acuan.py",
        url="pengaturan",
        judul="Pengaturan umum",
        ikon=":material/tune:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Batas capaian, pembulatan, skala yang dipakai, nomor formulir, dan dasar hukum.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/skala.py",
        url="pengaturan-skala",
        judul="Skala predikat",
        ikon=":material/stairs:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Skala yang memberi predikat, dan cara menambah skala baru.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/indikator.py",
        url="pengaturan-aturan",
        judul="Aturan indikator",
        ikon=":material/rule:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Rumus, polaritas, agregasi, frekuensi, dan cara isi satu indikator menurut tahun.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/kantor.py",
        url="pengaturan-kantor",
        judul="Kantor dan unit",
        ikon=":material/apartment:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Nama dan kode kantor, nama dan urutan unit.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/pejabat.py",
        url="pengaturan-pejabat",
        judul="Pejabat",
        ikon=":material/badge:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Siapa memegang jabatan apa, untuk surat dan tanda tangan.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/hari.py",
        url="pengaturan-hari",
        judul="Hari kerja",
        ikon=":material/calendar_month:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Waktu baku setiap langkah SOP, hari libur daerah, dan hari libur yang dipakai bekerja.",
        lihat="lihat_pengaturan",
        di_luar_sop="pengaturan",
    ),
    Halaman(
        berkas="pengaturan/akun.py",
        url="akun",
        judul="Akun",
        ikon=":material/manage_accounts:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Akun, penugasan, Plt. dan Plh., dan kata sandi yang hilang.",
        lihat="atur_akun",
        di_luar_sop="pengaturan akun",
    ),
    Halaman(
        berkas="pengaturan/sandi.py",
        url="sandi",
        judul="Kata sandi",
        ikon=":material/password:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Ganti kata sandi Anda sendiri.",
        di_luar_sop="pengaturan akun",
    ),
    Halaman(
        berkas="pengaturan/cadangan.py",
        url="cadangan",
        judul="Cadangan",
        ikon=":material/backup:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Salinan seluruh data: buat, unduh, dan periksa.",
        lihat="buat_cadangan",
        di_luar_sop="pemeliharaan data",
    ),
    Halaman(
        berkas="pengaturan/jejak.py",
        url="jejak",
        judul="Jejak",
        ikon=":material/history:",
        kelompok="Pengaturan",
        langkah=(),
        bantuan="Siapa melakukan apa dan kapan, dan bukti bahwa catatannya tidak diubah.",
        di_luar_sop="pembuktian jejak",
    ),
)
"""In the order of the SOP."""


def cari(url: str) -> Halaman:
    """The page with this address. Raises KeyError."""
    return {halaman.url: halaman for halaman in DAFTAR}[url]
