"""A richer small office for the corpus: a sound plan, a unit with history, and a unit with a doubtful plan.

Put straight into a store, so that it does not depend on the checks that it serves. Contoh, bukan data resmi.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.ketikan import Isian
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang, Peristiwa
from tests.alat.isi_format import isi_format

KODE_PD: Final = "33.03.05"
NAMA: Final = "Kecamatan Purbalingga (contoh)"
TAHUN: Final = 2026
PADA: Final = datetime(2026, 10, 1, 8, 0)
PEM: Final = "PEM"
"""The unit with a sound plan and no earlier report."""
YAN: Final = "YAN"
"""The unit with six earlier triwulan."""
UMUM: Final = "UMUM"
"""The unit whose plan raises questions."""
TRANTIB: Final = "TRANTIB"
"""The unit whose plan has targets for the year alone, and small ones."""
_NAMA_UNIT: Final = {
    PEM: "Seksi Pemerintahan",
    YAN: "Seksi Pelayanan",
    UMUM: "Subbagian Umum",
    TRANTIB: "Seksi Ketenteraman dan Ketertiban",
}

KEGIATAN: Final = "7.01.06.2.01"
SUB_1: Final = "7.01.06.2.01.0002"
SUB_2: Final = "7.01.06.2.01.0006"
SUB_YAN: Final = "7.01.02.2.01.0001"
SUB_UMUM: Final = "7.01.01.2.06.0005"
SUB_TRANTIB: Final = "7.01.04.2.01.0001"

_SIMPUL: Final = (
    ("T1", "tujuan", None, "Meningkatnya kualitas pelayanan publik", None),
    ("S1", "sasaran", "T1", "Meningkatnya tata kelola pemerintahan desa", None),
    ("7.01.06", "program", "S1", "Program Pembinaan dan Pengawasan Pemerintahan Desa", PEM),
    (KEGIATAN, "kegiatan", "7.01.06", "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan Pemerintahan Desa", PEM),
    (SUB_1, "sub_kegiatan", KEGIATAN, "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa", PEM),
    (SUB_2, "sub_kegiatan", KEGIATAN, "Fasilitasi Pelaksanaan Tugas Kepala Desa dan Perangkat Desa", PEM),
    ("7.01.02", "program", "S1", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", YAN),
    ("7.01.02.2.01", "kegiatan", "7.01.02", "Koordinasi Penyelenggaraan Pelayanan di Kecamatan", YAN),
    (SUB_YAN, "sub_kegiatan", "7.01.02.2.01", "Peningkatan Efektivitas Pelayanan kepada Masyarakat", YAN),
    ("7.01.01", "program", "S1", "Program Penunjang Urusan Pemerintahan Daerah", UMUM),
    ("7.01.01.2.06", "kegiatan", "7.01.01", "Administrasi Umum Perangkat Daerah", UMUM),
    (SUB_UMUM, "sub_kegiatan", "7.01.01.2.06", "Penyediaan Barang Cetakan dan Penggandaan", UMUM),
    ("7.01.04", "program", "S1", "Program Koordinasi Ketenteraman dan Ketertiban Umum", TRANTIB),
    ("7.01.04.2.01", "kegiatan", "7.01.04", "Koordinasi Upaya Penyelenggaraan Ketenteraman", TRANTIB),
    (SUB_TRANTIB, "sub_kegiatan", "7.01.04.2.01", "Sinergitas dengan Kepolisian dan Instansi Vertikal", TRANTIB),
)


@dataclass(frozen=True)
class Ukuran:
    """One indicator: its rule of this year, what the rule of last year had different, target per triwulan and year."""

    kode: str
    simpul: str
    nama: str
    satuan: str
    unit: str
    polaritas: str = "naik"
    rumus: str = "naik"
    frekuensi: str = "triwulanan"
    agregasi: str = "jumlah"
    cara_isi: str = "triwulan_ini"
    tambahan: Mapping[str, Any] = field(default_factory=dict)
    tahun_lalu: Mapping[str, Any] | None = None
    target: tuple[Any, ...] = ()
    """Of triwulan I-IV and the year; fewer when only the year, none when it is not planned."""


def _pasangan(atas: str, bawah: str) -> dict[str, Any]:
    return {"pembilang": atas, "penyebut": bawah, "faktor": Decimal(100)}


IKM: Final = "IKU-01"
SAKIP: Final = "IKU-02"
APBDES: Final = "IKU-03"
OPINI: Final = "IKU-04"
DESA_SELESAI: Final = "K-01"
LAYANAN: Final = "K-02"
PENGADUAN: Final = "K-03"
PEMBINAAN: Final = "SK-01"
PAMONG: Final = "SK-02"
PEMOHON: Final = "Y-01"
TUNTAS: Final = "Y-02"
LAMA: Final = "Y-03"
TANGGAP: Final = "Y-04"
BERKAS: Final = "Y-05"
NAIK_BURUK: Final = "U-01"
TURUN_BAIK: Final = "U-02"
PERSEN_DOKUMEN: Final = "U-03"
JUMLAH_PERSEN: Final = "U-04"
KEMBAR_1: Final = "U-05"
KEMBAR_2: Final = "U-06"
TARGET_NOL: Final = "U-07"
ATURAN_BARU: Final = "U-08"
RETRIBUSI: Final = "U-09"
BELANJA: Final = "U-10"
PATROLI: Final = "TR-01"
RAPAT: Final = "TR-02"

_NILAI_AKHIR: Final = {"agregasi": "nilai_akhir"}
_UKURAN: Final = (
    Ukuran(IKM, "S1", "Indeks Kepuasan Masyarakat", "Indeks", PEM, frekuensi="tahunan", **_NILAI_AKHIR,
           target=(Decimal("85.25"),)),
    Ukuran(SAKIP, "S1", "Nilai SAKIP kecamatan", "Nilai", PEM, frekuensi="tahunan", **_NILAI_AKHIR),
    Ukuran(APBDES, "S1", "Persentase desa dengan APBDes tepat waktu", "Persen", PEM, **_NILAI_AKHIR,
           tambahan=_pasangan("desa dengan APBDes tepat waktu", "semua desa"), target=(80, 90, 100, 100, 100)),
    Ukuran(OPINI, "S1", "Predikat AKIP", "Predikat", PEM, rumus="ordinal", **_NILAI_AKHIR,
           tambahan={"skala_ordinal": "akip"}, target=("BB",)),
    Ukuran(DESA_SELESAI, KEGIATAN, "Persentase desa yang tertib administrasi", "Persen", PEM, **_NILAI_AKHIR,
           cara_isi="sd_triwulan", target=(20, 45, 70, 90, 90)),
    Ukuran(LAYANAN, KEGIATAN, "Jumlah surat keterangan yang dilayani", "Surat", PEM, target=(200, 200, 200, 200, 800)),
    Ukuran(PENGADUAN, KEGIATAN, "Jumlah pengaduan masyarakat yang belum ditindaklanjuti", "Pengaduan", PEM, "turun",
           "turun_selisih", target=(5, 5, 5, 5, 20)),
    Ukuran(PEMBINAAN, SUB_1, "Jumlah dokumen fasilitasi pengelolaan keuangan desa", "Dokumen", PEM,
           target=(3, 3, 3, 3, 12)),
    Ukuran(PAMONG, SUB_2, "Jumlah laporan fasilitasi tugas kepala desa", "Laporan", PEM, frekuensi="semesteran",
           target=(4,)),
    Ukuran(PEMOHON, "S1", "Jumlah pemohon layanan yang dilayani", "Orang", YAN, tahun_lalu={},
           target=(100, 100, 100, 100, 400)),
    Ukuran(TUNTAS, "S1", "Persentase permohonan yang tuntas", "Persen", YAN, **_NILAI_AKHIR, cara_isi="sd_triwulan",
           tahun_lalu={}, target=(20, 45, 70, 90, 90)),
    Ukuran(LAMA, "S1", "Rata-rata waktu penyelesaian layanan", "Hari", YAN, "turun", "turun_selisih", **_NILAI_AKHIR,
           tahun_lalu={}, target=(5, 5, 5, 5, 5)),
    Ukuran(TANGGAP, "S1", "Persentase pengaduan yang ditindaklanjuti", "Persen", YAN, **_NILAI_AKHIR, tahun_lalu={},
           tambahan=_pasangan("pengaduan yang ditindaklanjuti", "semua pengaduan"), target=(90, 90, 90, 90, 90)),
    Ukuran(BERKAS, SUB_YAN, "Jumlah berkas layanan yang diarsipkan", "Berkas", YAN, tahun_lalu={},
           target=(50, 50, 50, 50, 200)),
    Ukuran(NAIK_BURUK, "S1", "Jumlah pengaduan masyarakat", "Pengaduan", UMUM, target=(5, 5, 5, 5, 20)),
    Ukuran(TURUN_BAIK, "S1", "Indeks kepuasan penerima layanan", "Indeks", UMUM, "turun", "turun_selisih",
           **_NILAI_AKHIR, target=(80, 80, 80, 80, 80)),
    Ukuran(PERSEN_DOKUMEN, "S1", "Persentase surat masuk yang didisposisi", "Dokumen", UMUM, **_NILAI_AKHIR,
           target=(90, 90, 90, 90, 90)),
    Ukuran(JUMLAH_PERSEN, "S1", "Jumlah arsip yang ditata", "Persen", UMUM, **_NILAI_AKHIR,
           target=(90, 90, 90, 90, 90)),
    Ukuran(KEMBAR_1, SUB_UMUM, "Jumlah laporan keuangan bulanan", "Laporan", UMUM, target=(3, 3, 3, 3, 12)),
    Ukuran(KEMBAR_2, SUB_UMUM, "Jumlah laporan keuangan bulanan", "Laporan", UMUM, target=(3, 3, 3, 3, 12)),
    Ukuran(TARGET_NOL, SUB_UMUM, "Jumlah arsip yang dialihmediakan", "Arsip", UMUM, target=(0, 0, 0, 0, 0)),
    Ukuran(ATURAN_BARU, SUB_UMUM, "Jumlah barang milik daerah yang dicatat", "Barang", UMUM, "naik", "naik",
           tahun_lalu={"polaritas": "turun", "rumus": "turun_selisih"}, target=(40, 40, 40, 40, 160)),
    Ukuran(RETRIBUSI, "S1", "Jumlah retribusi yang disetor", "Rupiah", UMUM, target=(1_500_000_000,)),
    Ukuran(BELANJA, "S1", "Jumlah belanja modal kecamatan", "Juta rupiah", UMUM, target=(1500,)),
    Ukuran(PATROLI, "S1", "Jumlah laporan patroli wilayah", "Laporan", TRANTIB, target=(2,)),
    Ukuran(RAPAT, "S1", "Jumlah rapat koordinasi ketenteraman", "Kegiatan", TRANTIB, target=(1,)),
)  # fmt: skip

_PAGU: Final = {
    SUB_1: Decimal(50_000_000),
    SUB_2: Decimal(30_000_000),
    SUB_YAN: Decimal(40_000_000),
    SUB_UMUM: Decimal(20_000_000),
    SUB_TRANTIB: Decimal(10_000_000),
}

Laporan = Mapping[tuple[int, int], Mapping[str, Any]]
"""What was reported by (tahun, triwulan)."""


def _deret(*nilai: object) -> dict[tuple[int, int], dict[str, Any]]:
    """Values of the six triwulan from I 2025 to II 2026."""
    waktu = [(2025, 1), (2025, 2), (2025, 3), (2025, 4), (2026, 1), (2026, 2)]
    return {
        saat: dict(zip(("pembilang", "penyebut"), ketikan, strict=True))
        if isinstance(ketikan, tuple)
        else {"nilai": ketikan}
        for saat, ketikan in zip(waktu, nilai, strict=True)
    }


SEJARAH: Final[Mapping[str, Laporan]] = {
    PEMOHON: _deret(98, 103, 100, 97, 101, 99),
    TUNTAS: _deret(20, 45, 70, 90, 22, 50),
    LAMA: _deret(Decimal("5.0"), Decimal("5.4"), Decimal("4.9"), Decimal("5.2"), Decimal("5.1"), Decimal("4.8")),
    TANGGAP: _deret((17, 20), (19, 21), (20, 22), (17, 19), (18, 20), (19, 21)),
    BERKAS: _deret(51, 49, 52, 50, 51, 52),
}
SEJARAH_RUPIAH: Final[Mapping[tuple[int, int], Decimal]] = {
    (2025, 4): Decimal(37_500_000),
    (2026, 1): Decimal(8_000_000),
    (2026, 2): Decimal(18_000_000),
}

NARASI: Final = "Rapat di Balai Désa Šumber, “tertib & rapi” <3 tahun>; 進捗 85½ % – ꦗꦮ 🙂\nBaris kedua"
"""A narrative with letters, signs and a line break that must come back as they are."""

_ISIAN: Final[Mapping[str, Isian]] = {
    PEM: {
        APBDES: {"pembilang": 12, "penyebut": 13, "faktor_pendorong": NARASI},
        OPINI: {"realisasi": "BB", "alasan": "Menurut LHE Inspektorat"},
        DESA_SELESAI: {"realisasi": 66.67, "bukti_dukung": "Rekap buku administrasi desa"},
        LAYANAN: {"realisasi": 196, "faktor_penghambat": "Jaringan lambat", "tindak_lanjut_triwulan": "Ganti modem"},
        PENGADUAN: {"realisasi": 4, "tindak_lanjut_renja": "Tambah petugas"},
        PEMBINAAN: {"realisasi": 3},
    },
    YAN: {
        PEMOHON: {"realisasi": 102},
        TUNTAS: {"realisasi": 72},
        LAMA: {"realisasi": 4.7},
        TANGGAP: {"pembilang": 20, "penyebut": 21},
        BERKAS: {"realisasi": 53},
    },
    UMUM: {
        kode: {"realisasi": nilai}
        for kode, nilai in {
            NAIK_BURUK: 4,
            TURUN_BAIK: 79,
            PERSEN_DOKUMEN: 88,
            JUMLAH_PERSEN: 88,
            KEMBAR_1: 3,
            KEMBAR_2: 2,
            TARGET_NOL: 1,
            ATURAN_BARU: 39,
            RETRIBUSI: 400_000_000,
            BELANJA: 380,
        }.items()
    },
    TRANTIB: {PATROLI: {"realisasi": 1}, RAPAT: {"realisasi": 0}},
}
_RUPIAH: Final[Mapping[str, Isian]] = {
    PEM: {SUB_1: {"rupiah": 30_000_000}, SUB_2: {"rupiah": 12_500_000}},
    YAN: {SUB_YAN: {"rupiah": 29_000_000}},
    UMUM: {SUB_UMUM: {"rupiah": 15_000_000}},
    TRANTIB: {SUB_TRANTIB: {"rupiah": 6_000_000}},
}


def buku_baik(gudang: Gudang, unit: str = PEM, triwulan: int = 3) -> bytes:
    """The format workbook of a unit, completely and soundly filled; of an earlier triwulan as it was reported then."""
    kosong = susun_format(gudang, KODE_PD, unit, Periode(TAHUN, triwulan), PADA).isi
    if (TAHUN, triwulan) in SEJARAH[PEMOHON] and unit == YAN:
        return isi_format(kosong, *_isian_dulu(triwulan))
    return isi_format(kosong, _ISIAN[unit], _RUPIAH[unit])


def _isian_dulu(triwulan: int) -> tuple[Isian, Isian]:
    waktu = (TAHUN, triwulan)
    isian = {
        kode: {("realisasi" if kunci == "nilai" else kunci): angka for kunci, angka in laporan[waktu].items()}
        for kode, laporan in SEJARAH.items()
    }
    return isian, {SUB_YAN: {"rupiah": SEJARAH_RUPIAH[waktu]}}


def isi_gudang(gudang: Gudang) -> None:
    """Put the office, its plan and its history into an empty store."""
    with gudang.transaksi(_peristiwa("impor_rencana", datetime(2026, 1, 5, 8, 0))) as tx:
        tx.tambah("perangkat_daerah", [_kantor()])
        tx.tambah("unit", [_unit(urutan, kode) for urutan, kode in enumerate(_NAMA_UNIT)])
        tx.tambah("simpul", [_simpul(urutan, *simpul) for urutan, simpul in enumerate(_SIMPUL)])
        tx.tambah("indikator", [_indikator(urutan, ukuran) for urutan, ukuran in enumerate(_UKURAN)])
        tx.tambah("aturan_indikator", [baris for ukuran in _UKURAN for baris in _aturan(ukuran)])
        tx.tambah("rencana", [_rencana()])
        tx.tambah("target", [baris for ukuran in _UKURAN for baris in _target(ukuran)])
        tx.tambah(
            "pagu", [{**_sumber("pagu"), "kode_simpul": kode, "rupiah": rupiah} for kode, rupiah in _PAGU.items()]
        )
    with gudang.transaksi(_peristiwa("terima_kiriman", datetime(2026, 7, 6, 8, 0))) as tx:
        waktu = sorted(SEJARAH[PEMOHON])
        tx.tambah("kiriman", [_kiriman(*saat) for saat in waktu])
        tx.tambah("realisasi", [baris for kode in SEJARAH for baris in _realisasi(kode)])
        tx.tambah("realisasi_anggaran", [_uang(*letak, rupiah) for letak, rupiah in SEJARAH_RUPIAH.items()])


def tambah_indikator(gudang: Gudang) -> None:
    """A plan with one indicator more for PEM."""
    ukuran = Ukuran("IKU-99", "S1", "Nilai keterbukaan informasi", "Nilai", PEM, frekuensi="tahunan")
    with gudang.transaksi(_peristiwa("impor_rencana", PADA)) as tx:
        tx.tambah("indikator", [_indikator(99, ukuran)])
        tx.tambah("aturan_indikator", list(_aturan(ukuran)))


def tambah_simpul(gudang: Gudang) -> None:
    """A plan with one sub kegiatan more for PEM."""
    with gudang.transaksi(_peristiwa("impor_rencana", PADA)) as tx:
        tx.tambah("simpul", [_simpul(99, f"{KEGIATAN}.0099", "sub_kegiatan", KEGIATAN, "Fasilitasi Batas Desa", PEM)])


def _peristiwa(aksi: str, pada: datetime) -> Peristiwa:
    return Peristiwa(KODE_PD, "contoh", aksi, "korpus", {}, pada)


def _kantor() -> dict[str, Any]:
    return {"kode_pd": KODE_PD, "nama": NAMA, "kabupaten": "Kabupaten Purbalingga", "contoh": True}


def _unit(urutan: int, kode: str) -> dict[str, Any]:
    jenis = "subbag" if kode == UMUM else "seksi"
    dasar = {"kode_pd": KODE_PD, "kode_unit": kode, "nama": _NAMA_UNIT[kode], "jenis": jenis}
    return {**dasar, "anggaran_semua": False, "urutan": urutan}


def _simpul(urutan: int, kode: str, tingkat: str, induk: str | None, nama: str, unit: str | None) -> dict[str, Any]:
    dasar = {"kode_pd": KODE_PD, "kode_simpul": kode, "tingkat": tingkat, "kode_induk": induk}
    return {**dasar, "nama": nama, "kode_unit": unit, "urutan": urutan}


def _indikator(urutan: int, ukuran: Ukuran) -> dict[str, Any]:
    dasar = {"kode_pd": KODE_PD, "kode_indikator": ukuran.kode, "kode_simpul": ukuran.simpul, "nama": ukuran.nama}
    return {**dasar, "satuan": ukuran.satuan, "kode_unit": ukuran.unit, "urutan": urutan}


def _aturan(ukuran: Ukuran) -> Iterator[dict[str, Any]]:
    aturan = {
        "kode_pd": KODE_PD,
        "kode_indikator": ukuran.kode,
        "tahun": TAHUN,
        "revisi": 0,
        "polaritas": ukuran.polaritas,
        "rumus": ukuran.rumus,
        "frekuensi": ukuran.frekuensi,
        "agregasi": ukuran.agregasi,
        "cara_isi": ukuran.cara_isi,
        **ukuran.tambahan,
    }
    yield aturan
    if ukuran.tahun_lalu is not None:
        yield {**aturan, "tahun": TAHUN - 1, **ukuran.tahun_lalu}


def _rencana() -> dict[str, Any]:
    return {
        "kode_pd": KODE_PD,
        "id_rencana": 1,
        "kode_dokumen": "RENJA-2026-0",
        "jenis": "renja",
        "tahun_awal": TAHUN,
        "tahun_akhir": TAHUN,
        "ke": 0,
        "revisi": 0,
        "tanggal": date(2025, 12, 20),
        "dokumen": "Renja 2026 (contoh)",
    }


def _sumber(lembar: str) -> dict[str, Any]:
    return {"kode_pd": KODE_PD, "id_rencana": 1, "tahun": TAHUN, "lembar": lembar, "sel": "A1"}


def _target(ukuran: Ukuran) -> Iterator[dict[str, Any]]:
    nomor = (1, 2, 3, 4, 0) if len(ukuran.target) == 5 else (0,)
    for triwulan, target in zip(nomor, ukuran.target, strict=False):
        bentuk = "peringkat" if isinstance(target, str) else "nilai"
        yield {**_sumber("target"), "kode_indikator": ukuran.kode, "triwulan": triwulan, bentuk: target}


def _waktu(tahun: int, triwulan: int) -> dict[str, Any]:
    return {"kode_pd": KODE_PD, "id_kiriman": f"K-{tahun}-{triwulan}", "tahun": tahun, "triwulan": triwulan}


def _kiriman(tahun: int, triwulan: int) -> dict[str, Any]:
    pada = datetime(tahun + triwulan // 4, triwulan * 3 % 12 + 1, 5, 9, 0)
    asal = {"sha256": "0" * 64, "nama_berkas": f"TW{triwulan}.xlsx", "versi_format": "capaian-format-1"}
    return {**_waktu(tahun, triwulan), **asal, "kode_unit": YAN, "versi": 1, "diterima_pada": pada, "oleh": "contoh"}


def _realisasi(kode: str) -> Iterator[dict[str, Any]]:
    for waktu, angka in SEJARAH[kode].items():
        letak = {"lembar": "Realisasi", "sel": "M9", "keadaan": "terisi"}
        yield {**_waktu(*waktu), **letak, "kode_indikator": kode, **angka}


def _uang(tahun: int, triwulan: int, rupiah: Decimal) -> dict[str, Any]:
    return {**_waktu(tahun, triwulan), "kode_simpul": SUB_YAN, "rupiah": rupiah, "lembar": "Anggaran", "sel": "F6"}
