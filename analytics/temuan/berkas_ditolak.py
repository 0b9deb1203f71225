"""What the guarded reader refuses, as findings: its refusals in the words of an officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from analytics.pembaca.tolakan import Sebab, Tolakan
from analytics.temuan.butir import Temuan, buat

_GANJIL: Final = "Susunan berkas tidak wajar:"
_TIDAK_TERBACA: Final = "Isi buku kerja tidak dapat dibaca."

KALIMAT: Final[Mapping[Sebab, str]] = {
    "tanpa_isi": "Berkas ini kosong (0 byte).",
    "terlalu_besar": "Berkas berukuran {byte} MB, paling besar 10 MB.",
    "bukan_zip_utuh": "Berkas ini rusak atau terpotong sehingga tidak dapat dibuka.",
    "hubungan_rusak": "Bagian {bagian} rusak.",
    "buku_bersandi": "Buku kerja ini bersandi (password).",
    "anggota_bersandi": "Isi berkas ini bersandi.",
    "jenis_lain": "Berkas ini {jenis}, bukan buku kerja Excel (.xlsx).",
    "bagian_terlalu_banyak": f"{_GANJIL} memuat {{banyak}} bagian, paling banyak {{batas}}.",
    "nama_bagian_ganjil": f"{_GANJIL} memuat bagian dengan nama yang tidak wajar.",
    "nama_bagian_kembar": f"{_GANJIL} memuat dua bagian dengan nama yang sama.",
    "cara_mampat": f"{_GANJIL} dimampatkan dengan cara yang tidak dikenal Excel.",
    "kepala_berbeda": f"{_GANJIL} daftar isinya berbeda dengan isinya.",
    "saling_bertumpuk": f"{_GANJIL} memuat bagian yang saling bertumpuk.",
    "berkas_sisipan": "Ada berkas lain yang disisipkan di dalam buku kerja ini; hapus objek sisipannya.",
    "nomor_hubungan_kembar": f"{_GANJIL} bagian {{bagian}} memuat nomor kembar.",
    "daftar_kembar": f"{_GANJIL} buku kerja menunjuk dua daftar teks atau gaya.",
    "bagian_tidak_ada": "Berkas tidak memuat bagian wajib buku kerja: {bagian}.",
    "buku_tidak_ditunjuk": "Berkas tidak menunjuk xl/workbook.xml sebagai satu-satunya buku kerjanya.",
    "lembar_tidak_ada": "Lembar yang disebut buku kerja tidak ada di dalam berkas.",
    "makro": "Berkas ini berisi makro.",
    "buku_bermakro": "Berkas ini buku kerja bermakro (.xlsm).",
    "aktif_x": "Berkas ini berisi kontrol ActiveX, yaitu program; hapus tombol atau kotaknya.",
    "sumber_luar": "Berkas ini mengambil angka dari berkas atau sumber data lain.",
    "terlalu_besar_dibuka": "Isi berkas setelah dibuka lebih besar dari 32 MB.",
    "sel_terlalu_banyak_di_bagian": "Bagian {bagian} memuat lebih dari 200.000 sel.",
    "sel_terlalu_banyak": "Buku kerja memuat lebih dari 200.000 sel.",
    "teks_terlalu_panjang": "Sel-sel buku kerja memuat teks yang terlalu panjang.",
    "rentang_terlalu_luas": "Sel gabungan dan tautan meliputi lebih dari 200.000 sel.",
    "dtd": "Bagian {bagian} memuat DTD atau entitas.",
    "bukan_utf8": "Bagian {bagian} tidak ditulis dengan huruf UTF-8.",
    "sel_jauh_di_bagian": "Sel {sel} di bagian {bagian} terlalu jauh dari isi.",
    "sel_jauh": "Sel {sel} terlalu jauh dari isi.",
    "susunan_asing": "Susunan isi buku kerja tidak sesuai aturan Excel.",
    "lembar_kembar": "Ada dua lembar bernama {lembar}.",
    "isi_lembar_lain": "Lembar {lembar} memakai isi lembar lain.",
    "sel_kembar": "Sel {sel} tertulis dua kali di dalam berkas.",
    "sel_salah_baris": "Sel {sel} tertulis di baris {baris}.",
    "alamat_asing": "Alamat sel {sel} tidak dikenal.",
    "rentang_terlalu_banyak": "Lembar memuat lebih dari 10.000 sel gabungan atau tautan.",
    "tidak_selesai": "Berkas tidak selesai dibaca dalam batas waktu dan memori.",
}
"""Every reason of the reader as an Indonesian sentence with {names} of its facts."""

JENIS: Final[Mapping[str, str]] = {
    "7z": "arsip 7-Zip",
    "csv": "teks CSV",
    "docx": "dokumen Word (.docx)",
    "html": "halaman HTML",
    "jpeg": "gambar JPEG",
    "lain": "berkas jenis lain",
    "odf": "dokumen OpenDocument",
    "ods": "lembar kerja LibreOffice (.ods)",
    "pdf": "berkas PDF",
    "png": "gambar PNG",
    "pptx": "presentasi PowerPoint (.pptx)",
    "rar": "arsip RAR",
    "rtf": "dokumen RTF",
    "xls": "buku kerja Excel lama (.xls)",
    "xlsb": "buku kerja Excel biner (.xlsb)",
    "xml": "berkas XML",
    "zip": "arsip ZIP",
}
"""What a file is that is no xlsx workbook."""


def kalimat(tolakan: Tolakan) -> str:
    """The refusal as an Indonesian sentence."""
    return KALIMAT[tolakan.sebab].format_map({nama: _tulis(nama, nilai) for nama, nilai in tolakan.fakta})


def temuan_berkas(tolakan: Iterable[Tolakan]) -> tuple[Temuan, ...]:
    """Every refusal of a file as a finding about the whole file."""
    return tuple(buat(butir.kode, _pesan(butir)) for butir in tolakan)


def _pesan(tolakan: Tolakan) -> str:
    sebab = kalimat(tolakan)
    return f"{_TIDAK_TERBACA} {sebab}" if tolakan.kode == "tidak_terbaca" else sebab


def _tulis(nama: str, nilai: str | int) -> str:
    if nama == "jenis":
        return JENIS[str(nilai)]
    return f"{int(nilai) / 1024 / 1024:.1f}".replace(".", ",") if nama == "byte" else str(nilai)
