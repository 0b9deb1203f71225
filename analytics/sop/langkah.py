"""The SOP as one table: every row is one move that somebody may make. Nothing moves but by applying a row.

Source: SOP Pengumpulan Data Kinerja dan Penyusunan Laporan Kinerja, Kecamatan Purbalingga. Where the form is silent the
row says so in `dasar`. How many working days a step takes is reference data (`waktu_baku`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    SEKRETARIS,
)

Dokumen = Literal["pengumpulan", "kompilasi", "laporan"]
Kelengkapan = Literal[
    "pernyataan_validasi",
    "kiriman",
    "kompilasi_terbuka",
    "ada_terverifikasi",
    "sebut_yang_belum",
    "sandi",
    "yang_dilihat",
    "kertas",
    "daftar_periksa",
    "berkas",
    "triwulan_iv_disetujui",
]
ARTI_KELENGKAPAN: Final[Mapping[str, str]] = {
    "pernyataan_validasi": "pernyataan Kepala Seksi bahwa data sudah divalidasi",
    "kiriman": "format data yang terisi dan lolos pemeriksaan",
    "kompilasi_terbuka": "kompilasi triwulan ini belum diserahkan kepada Sekretaris atau Camat",
    "ada_terverifikasi": "paling sedikit satu unit terverifikasi",
    "sebut_yang_belum": "catatan bila ada unit yang belum terverifikasi; namanya tercantum pada kompilasi",
    "sandi": "kata sandi diketik sekali lagi",
    "yang_dilihat": "sidik angka yang dilihat penyetuju masih sama",
    "kertas": "pindaian lembar bertanda tangan, nomor, dan tanggalnya",
    "daftar_periksa": "daftar periksa dan catatan pengisian Satu Data",
    "berkas": "berkas dokumennya",
    "triwulan_iv_disetujui": "data capaian triwulan IV tahun itu sudah disetujui",
}


@dataclass(frozen=True)
class LangkahSop:
    """One of the twelve steps as the form prints it."""

    nomor: int
    aktivitas: str
    pelaksana: tuple[str, ...]
    output: str
    dokumen: Dokumen


SOP: Final = (
    LangkahSop(
        1,
        "Menyusun draf format data dan informasi kinerja",
        (KASUBBAG_PERENCANAAN,),
        "Format Data Kinerja",
        "pengumpulan",
    ),
    LangkahSop(
        2,
        "Menyampaikan format permintaan data kepada Kasubbag Umum dan Kepegawaian",
        (KASUBBAG_PERENCANAAN,),
        "Format Data Kinerja",
        "pengumpulan",
    ),
    LangkahSop(
        3,
        "Menyampaikan format data kepada masing-masing Kepala Seksi, yang mengisi dan memvalidasinya",
        (KASUBBAG_UMUM, KEPALA_SEKSI),
        "Format Data Kinerja yang sudah terisi dan divalidasi",
        "pengumpulan",
    ),
    LangkahSop(
        4,
        "Menghimpun data dari Kepala Seksi dan menyampaikannya kepada Kasubbag Perencanaan",
        (KASUBBAG_UMUM,),
        "Format Data Kinerja yang sudah terisi dan divalidasi",
        "pengumpulan",
    ),
    LangkahSop(
        5,
        "Menghimpun, menganalisis, dan mengevaluasi data yang terkumpul",
        (KASUBBAG_PERENCANAAN,),
        "Format Data Kinerja yang terverifikasi dengan benar",
        "pengumpulan",
    ),
    LangkahSop(
        6,
        "Mengolah data kinerja yang sudah terkumpul",
        (KASUBBAG_PERENCANAAN,),
        "Dokumen Kompilasi Data Kinerja",
        "kompilasi",
    ),
    LangkahSop(
        7,
        "Melakukan supervisi dan koreksi atas pengumpulan data kinerja",
        (SEKRETARIS,),
        "Dokumen Kompilasi Data Kinerja yang sudah dikoreksi",
        "kompilasi",
    ),
    LangkahSop(
        8,
        "Menyetujui data capaian kinerja",
        (CAMAT,),
        "Dokumen Data Capaian Kinerja yang sudah disetujui",
        "kompilasi",
    ),
    LangkahSop(
        9,
        "Menginput data capaian kinerja ke aplikasi Satu Data",
        (ADMIN_SATU_DATA,),
        "Data capaian kinerja terinput dalam aplikasi Satu Data",
        "kompilasi",
    ),
    LangkahSop(10, "Membuat draf Laporan Kinerja", (KASUBBAG_PERENCANAAN,), "Draf Laporan Kinerja", "laporan"),
    LangkahSop(
        11,
        "Melakukan supervisi dan paraf draf Laporan Kinerja",
        (SEKRETARIS,),
        "Draf Laporan Kinerja yang sudah disupervisi (diparaf)",
        "laporan",
    ),
    LangkahSop(
        12,
        "Melakukan validasi dan tanda tangan Laporan Kinerja",
        (CAMAT,),
        "Laporan Kinerja yang sudah divalidasi dan ditandatangani",
        "laporan",
    ),
)
"""In the order of the form."""

AWAL: Final[Mapping[Dokumen, str]] = {
    "pengumpulan": "belum_dimulai",
    "kompilasi": "belum_diolah",
    "laporan": "belum_disusun",
}
"""The keadaan of a document that nobody has moved yet."""
NAMA_DOKUMEN: Final[Mapping[str, str]] = {
    "pengumpulan": "Pengumpulan data unit",
    "kompilasi": "Kompilasi data kinerja",
    "laporan": "Laporan Kinerja",
}
JENIS_LAPORAN: Final[Mapping[str, str]] = {"lkjip": "Laporan Kinerja (LKjIP)"}
"""The reports that steps 10-12 carry; each once a year."""
NAMA_KEADAAN_ALUR: Final[Mapping[Dokumen, Mapping[str, str]]] = {
    "pengumpulan": {
        "belum_dimulai": "belum dimulai",
        "format_disusun": "format sudah disusun",
        "format_di_umum": "format di Kasubbag Umum",
        "pengisian": "sedang diisi unit",
        "terkirim": "dikirim unit, menunggu dihimpun",
        "terhimpun": "menunggu verifikasi",
        "dikembalikan_ke_umum": "dikembalikan, di Kasubbag Umum",
        "perbaikan": "dikembalikan, diperbaiki unit",
        "terverifikasi": "terverifikasi",
    },
    "kompilasi": {
        "belum_diolah": "belum diolah",
        "di_sekretaris": "menunggu supervisi Sekretaris",
        "dikembalikan": "dikembalikan Sekretaris",
        "di_camat": "menunggu persetujuan Camat",
        "disetujui": "disetujui Camat",
        "terinput": "disetujui, sudah di Satu Data",
    },
    "laporan": {
        "belum_disusun": "belum disusun",
        "di_sekretaris": "menunggu paraf Sekretaris",
        "dikembalikan": "dikembalikan Sekretaris",
        "di_camat": "menunggu tanda tangan Camat",
        "ditandatangani": "ditandatangani",
        "diserahkan": "diserahkan kepada Inspektorat",
    },
}
"""Every keadaan that a document can be in, as people read it."""


@dataclass(frozen=True)
class Langkah:
    """One move: `aksi` takes `dokumen` from one of `dari` to `ke`; `ke` may be where it is (a question, a correction).

    `nomor` is the step of the SOP, `tidak` its *Tidak* arrow. `wajib_catatan`: a reason is demanded. `memeriksa`: the
    aksi whose doer this one checks, so that nobody checks himself; a kompilasi's also those of its units. `giliran`:
    the move that the document waits for, which says whose turn it is. `dasar`: what the row rests on where the form
    has no arrow.
    """

    aksi: str
    dokumen: Dokumen
    nomor: int
    nama: str
    oleh: tuple[str, ...]
    dari: tuple[str, ...]
    ke: str
    kelengkapan: tuple[Kelengkapan, ...] = ()
    wajib_catatan: bool = False
    tidak: bool = False
    kertas: bool = False
    giliran: bool = True
    memeriksa: tuple[str, ...] = ()
    revisi_baru: bool = False
    dasar: str = ""


_KIRIM: Final = ("kirim", "kirim_titipan")
_OLAH: Final = ("olah", "koreksi")
_KERTAS: Final = "Tanda tangan di atas kertas diakui; Kasubbag mencatat lembarnya"
_TANPA_PANAH: Final = "SOP tidak menggambar panah Tidak pada langkah ini; alasannya tetap dicatat"

LANGKAH: Final = (
    Langkah(
        "susun_format",
        "pengumpulan",
        1,
        "Susun format",
        (KASUBBAG_PERENCANAAN,),
        ("belum_dimulai",),
        "format_disusun",
    ),
    Langkah(
        "sampaikan_format",
        "pengumpulan",
        2,
        "Sampaikan kepada Kasubbag Umum",
        (KASUBBAG_PERENCANAAN,),
        ("format_disusun",),
        "format_di_umum",
    ),
    Langkah(
        "bagikan_format",
        "pengumpulan",
        3,
        "Bagikan kepada unit",
        (KASUBBAG_UMUM,),
        ("format_di_umum",),
        "pengisian",
    ),
    Langkah(
        "kirim",
        "pengumpulan",
        3,
        "Kirim data yang sudah divalidasi",
        (KEPALA_SEKSI,),
        ("pengisian", "perbaikan"),
        "terkirim",
        ("pernyataan_validasi", "kiriman", "kompilasi_terbuka"),
    ),
    Langkah(
        "kirim_titipan",
        "pengumpulan",
        3,
        "Catat kiriman yang diterima di luar aplikasi",
        (KASUBBAG_UMUM, KASUBBAG_PERENCANAAN),
        ("pengisian", "perbaikan"),
        "terkirim",
        ("kiriman", "kompilasi_terbuka"),
        wajib_catatan=True,
        giliran=False,
        dasar="Unit yang mengirim lewat surel atau kertas; catatan menyebut bagaimana data divalidasi dan diterima",
    ),
    Langkah(
        "himpun",
        "pengumpulan",
        4,
        "Himpun dan sampaikan kepada Kasubbag Perencanaan",
        (KASUBBAG_UMUM,),
        ("terkirim",),
        "terhimpun",
    ),
    Langkah(
        "tanyakan",
        "pengumpulan",
        5,
        "Tanyakan kepada unit",
        (KASUBBAG_PERENCANAAN,),
        ("terhimpun",),
        "terhimpun",
        wajib_catatan=True,
        giliran=False,
        dasar="Bagian dari menganalisis pada langkah 5; data tidak berpindah",
    ),
    Langkah(
        "jawab",
        "pengumpulan",
        5,
        "Jawab pertanyaan",
        (KEPALA_SEKSI,),
        ("terhimpun",),
        "terhimpun",
        wajib_catatan=True,
        giliran=False,
        dasar="Bagian dari menganalisis pada langkah 5; data tidak berpindah",
    ),
    Langkah(
        "verifikasi",
        "pengumpulan",
        5,
        "Verifikasi",
        (KASUBBAG_PERENCANAAN,),
        ("terhimpun",),
        "terverifikasi",
        ("kompilasi_terbuka",),
        memeriksa=_KIRIM,
    ),
    Langkah(
        "kembalikan_data",
        "pengumpulan",
        5,
        "Kembalikan kepada Kasubbag Umum",
        (KASUBBAG_PERENCANAAN,),
        ("terhimpun", "terverifikasi"),
        "dikembalikan_ke_umum",
        ("kompilasi_terbuka",),
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        "teruskan_pengembalian",
        "pengumpulan",
        4,
        "Teruskan kepada unit untuk diperbaiki",
        (KASUBBAG_UMUM,),
        ("dikembalikan_ke_umum",),
        "perbaikan",
    ),
    Langkah(
        "olah",
        "kompilasi",
        6,
        "Olah dan serahkan kepada Sekretaris",
        (KASUBBAG_PERENCANAAN,),
        ("belum_diolah", "dikembalikan"),
        "di_sekretaris",
        ("ada_terverifikasi", "sebut_yang_belum"),
    ),
    Langkah(
        "koreksi",
        "kompilasi",
        7,
        "Koreksi angka",
        (SEKRETARIS,),
        ("di_sekretaris",),
        "di_sekretaris",
        wajib_catatan=True,
        giliran=False,
    ),
    Langkah(
        "supervisi",
        "kompilasi",
        7,
        "Nyatakan sudah disupervisi, teruskan kepada Camat",
        (SEKRETARIS,),
        ("di_sekretaris",),
        "di_camat",
        ("yang_dilihat",),
        memeriksa=("olah", *_KIRIM),
    ),
    Langkah(
        "kembalikan_kompilasi",
        "kompilasi",
        7,
        "Kembalikan kepada Kasubbag Perencanaan",
        (SEKRETARIS,),
        ("di_sekretaris",),
        "dikembalikan",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        "supervisi_kertas",
        "kompilasi",
        7,
        "Catat supervisi di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_sekretaris",),
        "di_camat",
        ("kertas", "yang_dilihat"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "kembalikan_kompilasi_kertas",
        "kompilasi",
        7,
        "Catat pengembalian Sekretaris di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_sekretaris",),
        "dikembalikan",
        ("kertas",),
        wajib_catatan=True,
        tidak=True,
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "setujui",
        "kompilasi",
        8,
        "Setujui data capaian kinerja",
        (CAMAT,),
        ("di_camat",),
        "disetujui",
        ("sandi", "yang_dilihat"),
        memeriksa=("supervisi", *_OLAH, *_KIRIM),
    ),
    Langkah(
        "setujui_kertas",
        "kompilasi",
        8,
        "Catat persetujuan Camat di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_camat",),
        "disetujui",
        ("kertas", "yang_dilihat"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "tolak_persetujuan",
        "kompilasi",
        8,
        "Kembalikan kepada Sekretaris",
        (CAMAT,),
        ("di_camat",),
        "di_sekretaris",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        dasar=_TANPA_PANAH,
    ),
    Langkah(
        "input_satu_data",
        "kompilasi",
        9,
        "Catat pengisian Satu Data",
        (ADMIN_SATU_DATA,),
        ("disetujui",),
        "terinput",
        ("daftar_periksa",),
    ),
    Langkah(
        "buka_kembali",
        "kompilasi",
        8,
        "Buka kembali periode yang disetujui",
        (CAMAT,),
        ("disetujui", "terinput"),
        "belum_diolah",
        ("sandi",),
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        revisi_baru=True,
        dasar="Hanya Camat; menjadi revisi baru, yang disetujui dulu tetap tersimpan",
    ),
    Langkah(
        "susun_laporan",
        "laporan",
        10,
        "Serahkan draf laporan kepada Sekretaris",
        (KASUBBAG_PERENCANAAN,),
        ("belum_disusun", "dikembalikan"),
        "di_sekretaris",
        ("berkas", "triwulan_iv_disetujui"),
    ),
    Langkah(
        "paraf",
        "laporan",
        11,
        "Paraf dan teruskan kepada Camat",
        (SEKRETARIS,),
        ("di_sekretaris",),
        "di_camat",
        memeriksa=("susun_laporan",),
    ),
    Langkah(
        "kembalikan_laporan",
        "laporan",
        11,
        "Kembalikan kepada Kasubbag Perencanaan",
        (SEKRETARIS,),
        ("di_sekretaris",),
        "dikembalikan",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        "paraf_kertas",
        "laporan",
        11,
        "Catat paraf di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_sekretaris",),
        "di_camat",
        ("kertas",),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "kembalikan_laporan_kertas",
        "laporan",
        11,
        "Catat pengembalian draf di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_sekretaris",),
        "dikembalikan",
        ("kertas",),
        wajib_catatan=True,
        tidak=True,
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "tanda_tangani",
        "laporan",
        12,
        "Validasi dan tanda tangani",
        (CAMAT,),
        ("di_camat",),
        "ditandatangani",
        ("sandi", "berkas", "triwulan_iv_disetujui"),
        memeriksa=("susun_laporan", "paraf"),
    ),
    Langkah(
        "tanda_tangani_kertas",
        "laporan",
        12,
        "Catat tanda tangan di atas kertas",
        (KASUBBAG_PERENCANAAN,),
        ("di_camat",),
        "ditandatangani",
        ("kertas", "triwulan_iv_disetujui"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        "tolak_laporan",
        "laporan",
        12,
        "Kembalikan kepada Sekretaris",
        (CAMAT,),
        ("di_camat",),
        "di_sekretaris",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        dasar=_TANPA_PANAH,
    ),
    Langkah(
        "serahkan_inspektorat",
        "laporan",
        12,
        "Catat penyerahan kepada Inspektorat",
        (KASUBBAG_PERENCANAAN,),
        ("ditandatangani",),
        "diserahkan",
        wajib_catatan=True,
        giliran=False,
        dasar="Kata Inspektur di samping langkah 12: laporan diteruskan untuk reviu; catatan menyebut nomor, tanggal",
    ),
    Langkah(
        "buka_laporan",
        "laporan",
        12,
        "Buka kembali laporan yang ditandatangani",
        (CAMAT,),
        ("ditandatangani", "diserahkan"),
        "dikembalikan",
        ("sandi",),
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        revisi_baru=True,
        dasar="Hanya Camat; menjadi revisi baru, yang ditandatangani dulu tetap tersimpan",
    ),
)
"""Every move there is."""


def cari_langkah(aksi: str) -> Langkah:
    """The row of this aksi. Raises KeyError."""
    return MENURUT_AKSI[aksi]


def langkah_dari(dokumen: str, keadaan: str) -> tuple[Langkah, ...]:
    """The moves that can be made from here."""
    return tuple(satu for satu in LANGKAH if satu.dokumen == dokumen and keadaan in satu.dari)


def giliran(dokumen: str, keadaan: str) -> Langkah | None:
    """The move that a document in this keadaan waits for, None at the end."""
    return next((satu for satu in langkah_dari(dokumen, keadaan) if satu.giliran), None)


MENURUT_AKSI: Final[Mapping[str, Langkah]] = {satu.aksi: satu for satu in LANGKAH}
