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

JenisDokumen = Literal["pengumpulan", "kompilasi", "laporan"]
JenisKelengkapan = Literal[
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
    "baris_dilihat",
    "triwulan_iv_disetujui",
]
KeadaanAlur = Literal[
    "belum_dimulai",
    "format_disusun",
    "format_di_umum",
    "pengisian",
    "terkirim",
    "terhimpun",
    "dikembalikan_ke_umum",
    "perbaikan",
    "terverifikasi",
    "belum_diolah",
    "belum_disusun",
    "di_sekretaris",
    "dikembalikan",
    "di_camat",
    "disetujui",
    "terinput",
    "ditandatangani",
    "diserahkan",
]
"""Where a document can stand; which of them a kind of document knows, NAMA_KEADAAN_ALUR says."""
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
    "baris_dilihat": "baris kiriman dilihat, atau ditegaskan mana yang tidak; tiap tidak ada kejadian dipastikan",
    "triwulan_iv_disetujui": "data capaian triwulan IV tahun itu sudah disetujui",
}


@dataclass(frozen=True)
class LangkahSop:
    """One of the twelve steps as the form prints it."""

    nomor: int
    aktivitas: str
    pelaksana: tuple[str, ...]
    output: str
    dokumen: JenisDokumen


SOP: Final = (
    LangkahSop(
        nomor=1,
        aktivitas="Menyusun draf format data dan informasi kinerja",
        pelaksana=(KASUBBAG_PERENCANAAN,),
        output="Format Data Kinerja",
        dokumen="pengumpulan",
    ),
    LangkahSop(
        nomor=2,
        aktivitas="Menyampaikan format permintaan data kepada Kasubbag Umum dan Kepegawaian",
        pelaksana=(KASUBBAG_PERENCANAAN,),
        output="Format Data Kinerja",
        dokumen="pengumpulan",
    ),
    LangkahSop(
        nomor=3,
        aktivitas="Menyampaikan format data kepada masing-masing Kepala Seksi, yang mengisi dan memvalidasinya",
        pelaksana=(KASUBBAG_UMUM, KEPALA_SEKSI),
        output="Format Data Kinerja yang sudah terisi dan divalidasi",
        dokumen="pengumpulan",
    ),
    LangkahSop(
        nomor=4,
        aktivitas="Menghimpun data dari Kepala Seksi dan menyampaikannya kepada Kasubbag Perencanaan",
        pelaksana=(KASUBBAG_UMUM,),
        output="Format Data Kinerja yang sudah terisi dan divalidasi",
        dokumen="pengumpulan",
    ),
    LangkahSop(
        nomor=5,
        aktivitas="Menghimpun, menganalisis, dan mengevaluasi data yang terkumpul",
        pelaksana=(KASUBBAG_PERENCANAAN,),
        output="Format Data Kinerja yang terverifikasi dengan benar",
        dokumen="pengumpulan",
    ),
    LangkahSop(
        nomor=6,
        aktivitas="Mengolah data kinerja yang sudah terkumpul",
        pelaksana=(KASUBBAG_PERENCANAAN,),
        output="Dokumen Kompilasi Data Kinerja",
        dokumen="kompilasi",
    ),
    LangkahSop(
        nomor=7,
        aktivitas="Melakukan supervisi dan koreksi atas pengumpulan data kinerja",
        pelaksana=(SEKRETARIS,),
        output="Dokumen Kompilasi Data Kinerja yang sudah dikoreksi",
        dokumen="kompilasi",
    ),
    LangkahSop(
        nomor=8,
        aktivitas="Menyetujui data capaian kinerja",
        pelaksana=(CAMAT,),
        output="Dokumen Data Capaian Kinerja yang sudah disetujui",
        dokumen="kompilasi",
    ),
    LangkahSop(
        nomor=9,
        aktivitas="Menginput data capaian kinerja ke aplikasi Satu Data",
        pelaksana=(ADMIN_SATU_DATA,),
        output="Data capaian kinerja terinput dalam aplikasi Satu Data",
        dokumen="kompilasi",
    ),
    LangkahSop(
        nomor=10,
        aktivitas="Membuat draf Laporan Kinerja",
        pelaksana=(KASUBBAG_PERENCANAAN,),
        output="Draf Laporan Kinerja",
        dokumen="laporan",
    ),
    LangkahSop(
        nomor=11,
        aktivitas="Melakukan supervisi dan paraf draf Laporan Kinerja",
        pelaksana=(SEKRETARIS,),
        output="Draf Laporan Kinerja yang sudah disupervisi (diparaf)",
        dokumen="laporan",
    ),
    LangkahSop(
        nomor=12,
        aktivitas="Melakukan validasi dan tanda tangan Laporan Kinerja",
        pelaksana=(CAMAT,),
        output="Laporan Kinerja yang sudah divalidasi dan ditandatangani",
        dokumen="laporan",
    ),
)
"""In the order of the form."""

AWAL: Final[Mapping[JenisDokumen, KeadaanAlur]] = {
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
NAMA_KEADAAN_ALUR: Final[Mapping[JenisDokumen, Mapping[KeadaanAlur, str]]] = {
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
    dokumen: JenisDokumen
    nomor: int
    nama: str
    oleh: tuple[str, ...]
    dari: tuple[KeadaanAlur, ...]
    ke: KeadaanAlur
    kelengkapan: tuple[JenisKelengkapan, ...] = ()
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
        aksi="susun_format",
        dokumen="pengumpulan",
        nomor=1,
        nama="Susun format",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("belum_dimulai",),
        ke="format_disusun",
    ),
    Langkah(
        aksi="sampaikan_format",
        dokumen="pengumpulan",
        nomor=2,
        nama="Sampaikan kepada Kasubbag Umum",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("format_disusun",),
        ke="format_di_umum",
    ),
    Langkah(
        aksi="bagikan_format",
        dokumen="pengumpulan",
        nomor=3,
        nama="Bagikan kepada unit",
        oleh=(KASUBBAG_UMUM,),
        dari=("format_di_umum",),
        ke="pengisian",
    ),
    Langkah(
        aksi="kirim",
        dokumen="pengumpulan",
        nomor=3,
        nama="Kirim data yang sudah divalidasi",
        oleh=(KEPALA_SEKSI,),
        dari=("pengisian", "perbaikan"),
        ke="terkirim",
        kelengkapan=("pernyataan_validasi", "kiriman", "kompilasi_terbuka"),
    ),
    Langkah(
        aksi="kirim_titipan",
        dokumen="pengumpulan",
        nomor=3,
        nama="Catat kiriman yang diterima di luar aplikasi",
        oleh=(KASUBBAG_UMUM, KASUBBAG_PERENCANAAN),
        dari=("pengisian", "perbaikan"),
        ke="terkirim",
        kelengkapan=("kiriman", "kompilasi_terbuka"),
        wajib_catatan=True,
        giliran=False,
        dasar="Unit yang mengirim lewat surel atau kertas; catatan menyebut bagaimana data divalidasi dan diterima",
    ),
    Langkah(
        aksi="himpun",
        dokumen="pengumpulan",
        nomor=4,
        nama="Himpun dan sampaikan kepada Kasubbag Perencanaan",
        oleh=(KASUBBAG_UMUM,),
        dari=("terkirim",),
        ke="terhimpun",
    ),
    Langkah(
        aksi="tanyakan",
        dokumen="pengumpulan",
        nomor=5,
        nama="Tanyakan kepada unit",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("terhimpun",),
        ke="terhimpun",
        wajib_catatan=True,
        giliran=False,
        dasar="Bagian dari menganalisis pada langkah 5; data tidak berpindah",
    ),
    Langkah(
        aksi="jawab",
        dokumen="pengumpulan",
        nomor=5,
        nama="Jawab pertanyaan",
        oleh=(KEPALA_SEKSI,),
        dari=("terhimpun",),
        ke="terhimpun",
        wajib_catatan=True,
        giliran=False,
        dasar="Bagian dari menganalisis pada langkah 5; data tidak berpindah",
    ),
    Langkah(
        aksi="verifikasi",
        dokumen="pengumpulan",
        nomor=5,
        nama="Verifikasi",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("terhimpun",),
        ke="terverifikasi",
        kelengkapan=("kompilasi_terbuka", "baris_dilihat"),
        memeriksa=_KIRIM,
    ),
    Langkah(
        aksi="kembalikan_data",
        dokumen="pengumpulan",
        nomor=5,
        nama="Kembalikan kepada Kasubbag Umum",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("terhimpun", "terverifikasi"),
        ke="dikembalikan_ke_umum",
        kelengkapan=("kompilasi_terbuka",),
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        aksi="teruskan_pengembalian",
        dokumen="pengumpulan",
        nomor=4,
        nama="Teruskan kepada unit untuk diperbaiki",
        oleh=(KASUBBAG_UMUM,),
        dari=("dikembalikan_ke_umum",),
        ke="perbaikan",
    ),
    Langkah(
        aksi="olah",
        dokumen="kompilasi",
        nomor=6,
        nama="Olah dan serahkan kepada Sekretaris",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("belum_diolah", "dikembalikan"),
        ke="di_sekretaris",
        kelengkapan=("ada_terverifikasi", "sebut_yang_belum"),
    ),
    Langkah(
        aksi="koreksi",
        dokumen="kompilasi",
        nomor=7,
        nama="Koreksi angka",
        oleh=(SEKRETARIS,),
        dari=("di_sekretaris",),
        ke="di_sekretaris",
        wajib_catatan=True,
        giliran=False,
    ),
    Langkah(
        aksi="supervisi",
        dokumen="kompilasi",
        nomor=7,
        nama="Nyatakan sudah disupervisi, teruskan kepada Camat",
        oleh=(SEKRETARIS,),
        dari=("di_sekretaris",),
        ke="di_camat",
        kelengkapan=("yang_dilihat",),
        memeriksa=("olah", *_KIRIM),
    ),
    Langkah(
        aksi="kembalikan_kompilasi",
        dokumen="kompilasi",
        nomor=7,
        nama="Kembalikan kepada Kasubbag Perencanaan",
        oleh=(SEKRETARIS,),
        dari=("di_sekretaris",),
        ke="dikembalikan",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        aksi="supervisi_kertas",
        dokumen="kompilasi",
        nomor=7,
        nama="Catat supervisi di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_sekretaris",),
        ke="di_camat",
        kelengkapan=("kertas", "yang_dilihat"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="kembalikan_kompilasi_kertas",
        dokumen="kompilasi",
        nomor=7,
        nama="Catat pengembalian Sekretaris di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_sekretaris",),
        ke="dikembalikan",
        kelengkapan=("kertas",),
        wajib_catatan=True,
        tidak=True,
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="setujui",
        dokumen="kompilasi",
        nomor=8,
        nama="Setujui data capaian kinerja",
        oleh=(CAMAT,),
        dari=("di_camat",),
        ke="disetujui",
        kelengkapan=("sandi", "yang_dilihat"),
        memeriksa=("supervisi", *_OLAH, *_KIRIM),
    ),
    Langkah(
        aksi="setujui_kertas",
        dokumen="kompilasi",
        nomor=8,
        nama="Catat persetujuan Camat di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_camat",),
        ke="disetujui",
        kelengkapan=("kertas", "yang_dilihat"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="tolak_persetujuan",
        dokumen="kompilasi",
        nomor=8,
        nama="Kembalikan kepada Sekretaris",
        oleh=(CAMAT,),
        dari=("di_camat",),
        ke="di_sekretaris",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        dasar=_TANPA_PANAH,
    ),
    Langkah(
        aksi="input_satu_data",
        dokumen="kompilasi",
        nomor=9,
        nama="Catat pengisian Satu Data",
        oleh=(ADMIN_SATU_DATA,),
        dari=("disetujui",),
        ke="terinput",
        kelengkapan=("daftar_periksa",),
    ),
    Langkah(
        aksi="buka_kembali",
        dokumen="kompilasi",
        nomor=8,
        nama="Buka kembali periode yang disetujui",
        oleh=(CAMAT,),
        dari=("disetujui", "terinput"),
        ke="belum_diolah",
        kelengkapan=("sandi",),
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        revisi_baru=True,
        dasar="Hanya Camat; menjadi revisi baru, yang disetujui dulu tetap tersimpan",
    ),
    Langkah(
        aksi="susun_laporan",
        dokumen="laporan",
        nomor=10,
        nama="Serahkan draf laporan kepada Sekretaris",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("belum_disusun", "dikembalikan"),
        ke="di_sekretaris",
        kelengkapan=("berkas", "triwulan_iv_disetujui"),
    ),
    Langkah(
        aksi="paraf",
        dokumen="laporan",
        nomor=11,
        nama="Paraf dan teruskan kepada Camat",
        oleh=(SEKRETARIS,),
        dari=("di_sekretaris",),
        ke="di_camat",
        memeriksa=("susun_laporan",),
    ),
    Langkah(
        aksi="kembalikan_laporan",
        dokumen="laporan",
        nomor=11,
        nama="Kembalikan kepada Kasubbag Perencanaan",
        oleh=(SEKRETARIS,),
        dari=("di_sekretaris",),
        ke="dikembalikan",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
    ),
    Langkah(
        aksi="paraf_kertas",
        dokumen="laporan",
        nomor=11,
        nama="Catat paraf di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_sekretaris",),
        ke="di_camat",
        kelengkapan=("kertas",),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="kembalikan_laporan_kertas",
        dokumen="laporan",
        nomor=11,
        nama="Catat pengembalian draf di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_sekretaris",),
        ke="dikembalikan",
        kelengkapan=("kertas",),
        wajib_catatan=True,
        tidak=True,
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="tanda_tangani",
        dokumen="laporan",
        nomor=12,
        nama="Validasi dan tanda tangani",
        oleh=(CAMAT,),
        dari=("di_camat",),
        ke="ditandatangani",
        kelengkapan=("sandi", "berkas", "triwulan_iv_disetujui"),
        memeriksa=("susun_laporan", "paraf"),
    ),
    Langkah(
        aksi="tanda_tangani_kertas",
        dokumen="laporan",
        nomor=12,
        nama="Catat tanda tangan di atas kertas",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("di_camat",),
        ke="ditandatangani",
        kelengkapan=("kertas", "triwulan_iv_disetujui"),
        kertas=True,
        giliran=False,
        dasar=_KERTAS,
    ),
    Langkah(
        aksi="tolak_laporan",
        dokumen="laporan",
        nomor=12,
        nama="Kembalikan kepada Sekretaris",
        oleh=(CAMAT,),
        dari=("di_camat",),
        ke="di_sekretaris",
        wajib_catatan=True,
        tidak=True,
        giliran=False,
        dasar=_TANPA_PANAH,
    ),
    Langkah(
        aksi="serahkan_inspektorat",
        dokumen="laporan",
        nomor=12,
        nama="Catat penyerahan kepada Inspektorat",
        oleh=(KASUBBAG_PERENCANAAN,),
        dari=("ditandatangani",),
        ke="diserahkan",
        wajib_catatan=True,
        giliran=False,
        dasar="Kata Inspektur di samping langkah 12: laporan diteruskan untuk reviu; catatan menyebut nomor, tanggal",
    ),
    Langkah(
        aksi="buka_laporan",
        dokumen="laporan",
        nomor=12,
        nama="Buka kembali laporan yang ditandatangani",
        oleh=(CAMAT,),
        dari=("ditandatangani", "diserahkan"),
        ke="dikembalikan",
        kelengkapan=("sandi",),
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


def langkah_dari(dokumen: JenisDokumen, keadaan: KeadaanAlur) -> tuple[Langkah, ...]:
    """The moves that can be made from here."""
    return tuple(langkah for langkah in LANGKAH if langkah.dokumen == dokumen and keadaan in langkah.dari)


def giliran(dokumen: JenisDokumen, keadaan: KeadaanAlur) -> Langkah | None:
    """The move that a document in this keadaan waits for, None at the end."""
    return next((langkah for langkah in langkah_dari(dokumen, keadaan) if langkah.giliran), None)


MENURUT_AKSI: Final[Mapping[str, Langkah]] = {langkah.aksi: langkah for langkah in LANGKAH}
