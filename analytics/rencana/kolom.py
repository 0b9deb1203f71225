"""The sheets and columns of a *rencana* workbook, once, as data.

The template is written from this table and a workbook is read by it: by sheet name and header name, never by letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.periode import ROMAWI, WAJIB_LAPOR
from analytics.aturan.rumus import DAFTAR_RUMUS

VERSI_TEMPLAT: Final = "rencana-1"
"""Version of the template, written in its guide."""

Jenis = Literal[
    "teks", "kode", "kode_simpul", "pilihan", "daftar", "tahun", "bilangan", "tanggal", "nilai", "rupiah", "bantu"
]
"""What a column holds. `daftar` is several words with commas; `bantu` is filled by a formula and never read."""


@dataclass(frozen=True)
class Pilihan:
    """One word of an enumerated column: `kode` is stored, `nama` is typed; `lain` are other accepted spellings.

    `arti` says what the word means, for the guide.
    """

    kode: str
    nama: str
    lain: tuple[str, ...] = ()
    arti: str = ""


@dataclass(frozen=True)
class Kolom:
    """One column (or one line of Identitas): `judul` is its header, `contoh` the grey note above the header.

    `acuan` names the sheet whose codes the column repeats; `wajib` means that a row without it cannot be stored.
    """

    kunci: str
    judul: str
    jenis: Jenis
    contoh: str
    lebar: int
    wajib: bool = False
    pilihan: tuple[Pilihan, ...] = ()
    acuan: str | None = None


@dataclass(frozen=True)
class Lembar:
    """One sheet. `per_tahun` says what its columns per year hold; `wajib` is False where an office may delete it."""

    kunci: str
    nama: str
    penjelasan: str
    kolom: tuple[Kolom, ...]
    per_tahun: Literal["nilai", "rupiah"] | None = None
    wajib: bool = True

    def cari(self, kunci: str) -> Kolom:
        """The column with this key; raises KeyError when there is none."""
        for kolom in self.kolom:
            if kolom.kunci == kunci:
                return kolom
        raise KeyError(kunci)


YA_TIDAK: Final = (Pilihan("ya", "ya"), Pilihan("tidak", "tidak"))
JENIS_UNIT: Final = (Pilihan("seksi", "seksi"), Pilihan("subbag", "subbag", ("subbagian", "sub bagian")))
JENIS_DOKUMEN: Final = (Pilihan("renstra", "Renstra"), Pilihan("renja", "Renja", ("Renja/PK", "PK")))
VERSI_DOKUMEN: Final = (Pilihan("murni", "murni"), Pilihan("perubahan", "perubahan"))
TINGKAT: Final = (
    Pilihan("tujuan", "tujuan"),
    Pilihan("sasaran", "sasaran"),
    Pilihan("program", "program"),
    Pilihan("kegiatan", "kegiatan"),
    Pilihan("sub_kegiatan", "sub kegiatan", ("subkegiatan",)),
)
"""The levels of the plan tree from the top; the parent of a node stands one level higher."""
POLARITAS: Final = (
    Pilihan("naik", "naik", ("positif",), "Makin tinggi makin baik."),
    Pilihan("turun", "turun", ("negatif",), "Makin rendah makin baik."),
)
RUMUS: Final = tuple(
    Pilihan(kode, kode.replace("_", " "), ("peringkat",) if kode == "ordinal" else (), satu.kalimat)
    for kode, satu in DAFTAR_RUMUS.items()
)
FREKUENSI: Final = tuple(
    Pilihan(kode, kode, (), f"Wajib dilaporkan pada triwulan {', '.join(ROMAWI[tw] for tw in triwulan)}.")
    for kode, triwulan in WAJIB_LAPOR.items()
)
AGREGASI: Final = tuple(Pilihan(kode, satu.nama, (), satu.kalimat) for kode, satu in DAFTAR_AGREGASI.items())
CARA_ISI: Final = (
    Pilihan("triwulan_ini", "triwulan ini", (), "Nilai triwulan itu saja, target dan realisasinya."),
    Pilihan("sd_triwulan", "s/d triwulan", (), "Nilai kumulatif sejak Januari; tidak pernah turun."),
)
LAPORAN: Final = (
    Pilihan("iku", "IKU"),
    Pilihan("renja", "Renja"),
    Pilihan("renstra", "Renstra"),
    Pilihan("rpjmd", "RPJMD"),
    Pilihan("lppd", "LPPD", ("IKK",)),
    Pilihan("pk", "PK", ("Perjanjian Kinerja",)),
)
JENIS_RIWAYAT: Final = (
    Pilihan("kondisi_awal", "kondisi awal"),
    Pilihan("kondisi_akhir", "kondisi akhir"),
    Pilihan("realisasi", "realisasi"),
)
ELEMEN_IKK: Final = (Pilihan("pembilang", "pembilang"), Pilihan("penyebut", "penyebut"), Pilihan("capaian", "capaian"))

_DOKUMEN: Final = Kolom("dokumen", "Dokumen", "kode", "RENSTRA-24", 16, wajib=True, acuan="dokumen")
_KODE_INDIKATOR: Final = Kolom("indikator", "Kode indikator", "kode", "IKU-01", 18, wajib=True, acuan="indikator")
_NAMA_INDIKATOR: Final = Kolom("nama_indikator", "Nama indikator", "bantu", "terisi sendiri", 46, acuan="indikator")
_KODE_SIMPUL: Final = Kolom("simpul", "Kode pohon", "kode_simpul", "7.01.02.2.01.0001", 20, wajib=True, acuan="pohon")
_NAMA_SIMPUL: Final = Kolom("nama_simpul", "Nama kegiatan", "bantu", "terisi sendiri", 52, acuan="pohon")
_TAHUN: Final = Kolom("tahun", "Tahun", "tahun", "2023", 9, wajib=True)
_SUMBER: Final = Kolom("sumber", "Sumber", "teks", "LKjIP 2023, hal. 41", 34, wajib=True)
_UNIT: Final = Kolom("unit", "Unit", "kode", "PEM", 9, acuan="unit")
_UNIT_WAJIB: Final = Kolom("unit", "Unit", "kode", "PEM", 9, wajib=True, acuan="unit")
_PETUNJUK_NILAI: Final = "80 | 80-90 | BB | kosong"

IDENTITAS: Final = Lembar(
    "identitas",
    "Identitas",
    "Satu baris satu butir. Kode perangkat daerah menjadi kunci semua data kantor ini; jangan diganti kemudian.",
    (
        Kolom("kode_pd", "Kode perangkat daerah", "kode", "kode OPD menurut penganggaran daerah", 40, wajib=True),
        Kolom("nama", "Nama perangkat daerah", "teks", "Kecamatan Purbalingga", 40, wajib=True),
        Kolom("kabupaten", "Kabupaten", "teks", "Kabupaten Purbalingga", 40, wajib=True),
        Kolom("kode_wilayah", "Kode wilayah Kemendagri", "kode", "33.03.05", 40),
        Kolom("kode_bps", "Kode BPS", "kode", "3303060", 40),
        Kolom("contoh", "Data contoh", "pilihan", "ya bila bukan data resmi", 40, wajib=True, pilihan=YA_TIDAK),
    ),
)
UNIT: Final = Lembar(
    "unit",
    "Unit",
    "Seksi dan subbagian yang mengirim format data. Satu unit boleh mengisi realisasi anggaran untuk semua.",
    (
        Kolom("kode", "Kode unit", "kode", "PEM", 12, wajib=True),
        Kolom("nama", "Nama unit", "teks", "Seksi Pemerintahan", 52, wajib=True),
        Kolom("jenis", "Jenis", "pilihan", "seksi", 12, wajib=True, pilihan=JENIS_UNIT),
        Kolom("anggaran_semua", "Mengisi anggaran semua unit", "pilihan", "tidak", 18, wajib=True, pilihan=YA_TIDAK),
    ),
)
DOKUMEN: Final = Lembar(
    "dokumen",
    "Dokumen",
    "Renstra dan Renja beserta versinya. Perubahan adalah dokumen baru dengan Ke = 1, 2, ...; yang lama tersimpan.",
    (
        Kolom("kode", "Kode dokumen", "kode", "RENJA-25-P1", 18, wajib=True),
        Kolom("jenis", "Jenis", "pilihan", "Renja", 11, wajib=True, pilihan=JENIS_DOKUMEN),
        Kolom("tahun_awal", "Tahun awal", "tahun", "2025", 9, wajib=True),
        Kolom("tahun_akhir", "Tahun akhir", "tahun", "2025", 9, wajib=True),
        Kolom("versi", "Versi", "pilihan", "perubahan", 13, wajib=True, pilihan=VERSI_DOKUMEN),
        Kolom("ke", "Ke", "bilangan", "1", 6),
        Kolom("tanggal", "Tanggal", "tanggal", "17 September 2025", 20, wajib=True),
        Kolom("nama", "Nomor dan nama dokumen", "teks", "Renja Perubahan 2025", 46, wajib=True),
        Kolom("alasan", "Alasan", "teks", "Perubahan APBD 2025", 40),
    ),
)
POHON: Final = Lembar(
    "pohon",
    "Pohon",
    "Tujuan, sasaran, program, kegiatan, sub kegiatan. Induk satu tingkat di atasnya; tujuan tanpa induk.",
    (
        Kolom("tingkat", "Tingkat", "pilihan", "sub kegiatan", 14, wajib=True, pilihan=TINGKAT),
        Kolom("kode", "Kode", "kode_simpul", "7.01.02.2.01.0001", 20, wajib=True),
        Kolom("induk", "Kode induk", "kode_simpul", "7.01.02.2.01", 18, acuan="pohon"),
        Kolom("nama", "Nama", "teks", "nama sesuai nomenklatur", 70, wajib=True),
        _UNIT,
    ),
)
INDIKATOR: Final = Lembar(
    "indikator",
    "Indikator",
    "Satu baris satu indikator. Aturan berubah: tambah baris dengan kode sama, mulai tahun baru, dan alasannya.",
    (
        Kolom("kode", "Kode indikator", "kode", "IKU-01", 18, wajib=True),
        Kolom("simpul", "Kode pohon", "kode_simpul", "S1.1", 19, wajib=True, acuan="pohon"),
        Kolom("nama", "Nama indikator", "teks", "Indeks Kepuasan Masyarakat", 46, wajib=True),
        Kolom("satuan", "Satuan", "teks", "Persen", 14, wajib=True),
        _UNIT_WAJIB,
        Kolom("polaritas", "Polaritas", "pilihan", "naik", 10, wajib=True, pilihan=POLARITAS),
        Kolom("rumus", "Rumus", "pilihan", "naik", 13, wajib=True, pilihan=RUMUS),
        Kolom("frekuensi", "Frekuensi", "pilihan", "triwulanan", 12, wajib=True, pilihan=FREKUENSI),
        Kolom("agregasi", "Agregasi", "pilihan", "jumlah", 12, wajib=True, pilihan=AGREGASI),
        Kolom("cara_isi", "Cara isi", "pilihan", "triwulan ini", 13, wajib=True, pilihan=CARA_ISI),
        Kolom("pembilang", "Pembilang", "teks", "desa tepat waktu", 26),
        Kolom("penyebut", "Penyebut", "teks", "jumlah desa", 26),
        Kolom("faktor", "Faktor", "bilangan", "100", 9),
        Kolom("skala_ordinal", "Skala peringkat", "kode", "opini_bpk", 13),
        Kolom("laporan", "Laporan", "daftar", "IKU, PK, Renstra", 22, wajib=True, pilihan=LAPORAN),
        Kolom("definisi", "Definisi operasional", "teks", "apa yang dihitung", 40),
        Kolom("sumber_data", "Sumber data", "teks", "Seksi Pemerintahan", 26),
        Kolom("mulai", "Mulai tahun", "tahun", "2024", 9, wajib=True),
        Kolom("alasan", "Alasan perubahan aturan", "teks", "hanya bila berubah", 34),
    ),
)
TARGET_RENSTRA: Final = Lembar(
    "target_renstra",
    "Target Renstra",
    "Satu kolom satu tahun. Sel kosong berarti tidak direncanakan pada tahun itu; kosong bukan nol.",
    (_DOKUMEN, _KODE_INDIKATOR, _NAMA_INDIKATOR),
    per_tahun="nilai",
)
TARGET_RENJA: Final = Lembar(
    "target_renja",
    "Target Renja",
    "Target triwulan ditulis menurut cara isinya: triwulan ini, atau s/d triwulan. Kosong berarti tidak direncanakan.",
    (
        _DOKUMEN,
        _KODE_INDIKATOR,
        _NAMA_INDIKATOR,
        Kolom("t0", "Target tahun", "nilai", _PETUNJUK_NILAI, 15),
        *(Kolom(f"t{tw}", f"TW {romawi}", "nilai", "", 12) for tw, romawi in ROMAWI.items()),
    ),
)
PAGU: Final = Lembar(
    "pagu",
    "Pagu",
    "Rupiah per tahun menurut dokumennya. Diisi pada sub kegiatan, atau pada kegiatan yang tidak punya sub kegiatan.",
    (_DOKUMEN, _KODE_SIMPUL, _NAMA_SIMPUL),
    per_tahun="rupiah",
)
RIWAYAT: Final = Lembar(
    "riwayat",
    "Riwayat",
    "Kondisi awal dan akhir Renstra, dan realisasi tahun-tahun sebelum Capaian dipakai, dengan sumbernya.",
    (
        _DOKUMEN,
        _KODE_INDIKATOR,
        _NAMA_INDIKATOR,
        Kolom("jenis", "Jenis", "pilihan", "realisasi", 15, wajib=True, pilihan=JENIS_RIWAYAT),
        _TAHUN,
        Kolom("nilai", "Nilai", "nilai", "82,5 | BB", 12, wajib=True),
        _SUMBER,
    ),
    wajib=False,
)
RIWAYAT_ANGGARAN: Final = Lembar(
    "riwayat_anggaran",
    "Riwayat Anggaran",
    "Realisasi anggaran setahun penuh sebelum Capaian dipakai, dengan sumbernya.",
    (
        _DOKUMEN,
        _KODE_SIMPUL,
        _NAMA_SIMPUL,
        _TAHUN,
        Kolom("rupiah", "Rupiah", "rupiah", "12.500.000", 20, wajib=True),
        _SUMBER,
    ),
    wajib=False,
)
STANDAR_NASIONAL: Final = Lembar(
    "standar_nasional",
    "Standar Nasional",
    "Pembanding nasional bila ada, untuk Laporan Kinerja.",
    (
        _DOKUMEN,
        _KODE_INDIKATOR,
        _NAMA_INDIKATOR,
        _TAHUN,
        Kolom("nilai", "Nilai", "nilai", "76,61", 12, wajib=True),
        _SUMBER,
    ),
    wajib=False,
)
TAUTAN_RPJMD: Final = Lembar(
    "tautan_rpjmd",
    "Tautan RPJMD",
    "Indikator kecamatan yang mendukung indikator RPJMD, dengan target RPJMD per tahun.",
    (
        _DOKUMEN,
        _KODE_INDIKATOR,
        _NAMA_INDIKATOR,
        Kolom("program_prioritas", "Program prioritas", "teks", "Tata kelola pemerintahan", 36, wajib=True),
        Kolom("indikator_rpjmd", "Indikator RPJMD", "teks", "Indeks Kepuasan Masyarakat", 36, wajib=True),
    ),
    per_tahun="nilai",
    wajib=False,
)
IKK: Final = Lembar(
    "ikk",
    "IKK",
    "Elemen indikator kinerja kunci LPPD yang dipasok kecamatan.",
    (
        _DOKUMEN,
        _KODE_INDIKATOR,
        _NAMA_INDIKATOR,
        Kolom("kode_ikk", "Kode IKK", "kode", "kode menurut LPPD", 16, wajib=True),
        Kolom("nama_ikk", "Nama IKK", "teks", "nama IKK", 36, wajib=True),
        Kolom("rumus_ikk", "Rumus IKK", "teks", "pembilang / penyebut x 100", 36, wajib=True),
        Kolom("elemen", "Elemen", "pilihan", "pembilang", 13, wajib=True, pilihan=ELEMEN_IKK),
    ),
    wajib=False,
)

DAFTAR_LEMBAR: Final = (
    IDENTITAS,
    UNIT,
    DOKUMEN,
    POHON,
    INDIKATOR,
    TARGET_RENSTRA,
    TARGET_RENJA,
    PAGU,
    RIWAYAT,
    RIWAYAT_ANGGARAN,
    STANDAR_NASIONAL,
    TAUTAN_RPJMD,
    IKK,
)
"""Every sheet that is read, in workbook order; Petunjuk stands before them and is not read."""

LEMBAR_PETUNJUK: Final = "Petunjuk"
KOLOM_BUTIR: Final = "Butir"
KOLOM_ISIAN: Final = "Isian"
"""Headers of Identitas, whose columns of data run downwards."""
