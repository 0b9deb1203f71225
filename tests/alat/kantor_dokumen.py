"""A small office for the tests of documents: every rumus, form of target, empty state and agregasi, with history.

Synthetic: contoh, bukan data resmi. Its facts are plain Python here, so that a test can recompute from them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import Periode
from data.gudang import Gudang
from tests.alat.toko import TAHUN, Toko

PERIODE: Final = Periode(TAHUN, 3)

POHON: Final = (
    ("P1", "7.01.01", "program", "S1.1"),
    ("K1", "7.01.01.2.01", "kegiatan", "7.01.01"),
    ("SK1", "7.01.01.2.01.0001", "sub_kegiatan", "7.01.01.2.01"),
    ("SK2", "7.01.01.2.01.0006", "sub_kegiatan", "7.01.01.2.01"),
    ("K2", "7.01.01.2.02", "kegiatan", "7.01.01"),
    ("P2", "7.01.02", "program", "S1.1"),
    ("K3", "7.01.02.2.01", "kegiatan", "7.01.02"),
    ("SK3", "7.01.02.2.01.0001", "sub_kegiatan", "7.01.02.2.01"),
)
DUA_SASARAN: Final = {
    "7.01.01": "S1.1, S1.2",
    "7.01.01.2.01.0006": "S1.2",
    "7.01.01.2.02": "S1.2",
    "7.01.02": "S1.1, S1.2",
}
"""The sasaran that rows of the tree say they serve, where there is a second one."""
PAGU: Final = {
    "7.01.01.2.01.0001": {2024: 12_330_000, 2025: 13_800_000, 2026: 14_500_000, 2027: 14_900_000, 2028: 14_900_000},
    "7.01.01.2.01.0006": {2024: 7_945_158, 2025: 12_000_000, 2026: 23_200_000, 2027: 16_000_000, 2028: 21_200_000},
    "7.01.01.2.02": dict.fromkeys(range(2024, 2029), 1753720871),
    "7.01.02.2.01.0001": {2025: 6_000_000, 2026: 7_200_000, 2027: 7_200_000, 2028: 7_200_000},
}
ANGGARAN: Final = {
    "7.01.01.2.01.0001": {
        2024: {4: 12_000_000},
        2025: {4: 13_555_500},
        2026: {1: 1_000_000, 2: 6_250_000, 3: 9_875_250},
    },
    "7.01.01.2.01.0006": {2024: {4: 7_900_000}, 2025: {4: 11_000_000}, 2026: {1: 0, 3: 12_345_678}},
    "7.01.01.2.02": {
        2024: {4: 1_700_000_000},
        2025: {4: 1_748_000_123},
        2026: {1: 400_000_000, 2: 850_000_000, 3: 1_300_000_000},
    },
    "7.01.02.2.01.0001": {2025: {4: 6_600_000}},
}


class Indikator(dict[str, Any]):
    """kode, nama, satuan, simpul, aturan, renstra targets, year targets, reports per year."""


INDIKATOR: Final = (
    Indikator(
        kode="IKU-01", nama="Indeks Kepuasan Masyarakat", satuan="indeks", aturan={"agregasi": "nilai_akhir"},
        renstra={2024: "83.5", 2025: "84.5", 2026: "85.5", 2027: "86.5", 2028: "87.5"},
        target={1: "200", 2: "200", 3: "200", 0: "200"}, lapor={1: "190.5", 2: "201", 3: "450.03"},
    ),
    Indikator(
        kode="IKU-02", nama="Jumlah gangguan ketenteraman dan ketertiban", satuan="kasus",
        aturan={"polaritas": "turun", "rumus": "turun_selisih"},
        renstra={2024: "60", 2025: "55", 2026: "49", 2027: "45", 2028: "40"},
        target={1: "12", 2: "12", 3: "12", 4: "13", 0: "49"}, lapor={1: "15", 2: "14", 3: "20"},
    ),
    Indikator(
        kode="IKU-03", nama="Rata-rata waktu tunggu pelayanan", satuan="menit",
        aturan={"polaritas": "turun", "rumus": "turun_rasio", "agregasi": "rata_rata"},
        renstra={2024: "20", 2025: "18", 2026: "15", 2027: "14", 2028: "12"},
        target={1: "15", 2: "15", 3: "15", 4: "15", 0: "15"}, lapor={1: "16", 2: "14.5", 3: "13"},
    ),
    Indikator(
        kode="IKU-04", nama="Persentase desa dengan APBDes tepat waktu", satuan="persen",
        aturan={"agregasi": "nilai_akhir", "pembilang": "desa tepat waktu", "penyebut": "desa", "faktor": Decimal(100)},
        renstra={2024: "80", 2025: "85", 2026: "90", 2027: "95", 2028: "100"},
        target={1: "60", 2: "75", 3: "90", 4: "90", 0: "90"}, lapor={1: ("7", "13"), 2: ("9", "13"), 3: ("11", "13")},
    ),
    Indikator(
        kode="IKU-05", nama="Rentang nilai tata kelola", satuan="nilai", aturan={"agregasi": "nilai_akhir"},
        renstra=dict.fromkeys(range(2024, 2029), ("80", "90")),
        target={3: ("80", "90"), 0: ("80", "90")}, lapor={3: "92"},
    ),
    Indikator(
        kode="IKU-06", nama="Opini atas laporan keuangan", satuan="predikat",
        aturan={"rumus": "ordinal", "skala_ordinal": "opini_bpk", "agregasi": "nilai_akhir"},
        renstra=dict.fromkeys(range(2024, 2029), "WTP"), target={3: "WTP", 0: "WTP"}, lapor={3: "WDP"},
    ),
    Indikator(
        kode="IKU-07", nama="Predikat AKIP kecamatan", satuan="predikat",
        aturan={"rumus": "ordinal", "skala_ordinal": "akip", "agregasi": "nilai_akhir"},
        renstra=dict.fromkeys(range(2024, 2029), "BB"), target={3: "BB", 0: "BB"}, lapor={3: "A"},
    ),
    Indikator(
        kode="IKU-08", nama="Nilai SAKIP", satuan="nilai", aturan={"frekuensi": "tahunan", "agregasi": "nilai_akhir"},
        renstra={2026: "71"}, target={0: "71"}, lapor={},
    ),
    Indikator(
        kode="IKU-09", nama="Persentase usulan musrenbang yang diakomodasi", satuan="persen",
        aturan={"agregasi": "nilai_akhir"}, renstra={2026: "40"},
        target={1: "40", 2: "40", 3: "40", 4: "40", 0: "40"}, lapor={1: "38.875", 3: None},
    ),
    Indikator(
        kode="IKU-10", nama="Konflik sosial", satuan="kasus", aturan={"polaritas": "turun", "rumus": "turun_selisih"},
        renstra={2026: "0"}, target={1: "0", 2: "0", 3: "0", 4: "0", 0: "0"}, lapor={1: "0", 2: "0", 3: "0"},
    ),
    Indikator(
        kode="IKU-11", nama="Pengaduan berulang", satuan="kasus",
        aturan={"polaritas": "turun", "rumus": "turun_selisih"},
        renstra={2026: "0"}, target={1: "0", 2: "0", 3: "0", 4: "0", 0: "0"}, lapor={1: "1", 2: "0", 3: "1"},
    ),
    Indikator(
        kode="IKU-12", nama="Pertumbuhan pendapatan desa", satuan="persen", aturan={"agregasi": "nilai_akhir"},
        renstra={2026: "4.88"}, target={3: "4.88", 0: "4.88"}, lapor={3: "-1.41"},
    ),
    Indikator(
        kode="SK1-A", nama="Jumlah dokumen perencanaan", satuan="dokumen", simpul="7.01.01.2.01.0001", aturan={},
        renstra=dict.fromkeys(range(2024, 2029), "3"),
        target={1: "1", 2: "1", 4: "1", 0: "3"}, lapor={1: "1", 2: "1", 3: "0"},
    ),
    Indikator(
        kode="SK1-B", nama="Jumlah laporan koordinasi (s/d triwulan)", satuan="laporan", simpul="7.01.01.2.01.0001",
        aturan={"cara_isi": "sd_triwulan", "agregasi": "jumlah"},
        renstra=dict.fromkeys(range(2024, 2029), "12"),
        target={1: "3", 2: "6", 3: "9", 4: "12", 0: "12"}, lapor={1: "2.1", 2: "5.3", 3: "8.2"},
    ),
    Indikator(
        kode="SK2-A", nama="Jumlah peserta rapat terbanyak", satuan="orang", simpul="7.01.01.2.01.0006",
        aturan={"agregasi": "maksimum"}, renstra=dict.fromkeys(range(2024, 2029), "40"),
        target={1: "40", 2: "40", 3: "40", 4: "40", 0: "40"}, lapor={1: "35", 2: "44", 3: "39"},
    ),
    Indikator(
        kode="K2-A", nama="Jumlah orang yang menerima gaji dan tunjangan ASN", satuan="orang/bulan",
        simpul="7.01.01.2.02", aturan={"agregasi": "rata_rata"}, renstra=dict.fromkeys(range(2024, 2029), "15"),
        target={1: "15", 2: "15", 3: "15", 4: "15", 0: "15"}, lapor={1: "15", 2: "15", 3: "14"},
    ),
    Indikator(
        kode="SK3-A", nama="Jumlah dokumen fasilitasi desa", satuan="dokumen", simpul="7.01.02.2.01.0001", aturan={},
        renstra={2026: "4"}, target={1: "1", 2: "1", 3: "1", 4: "1", 0: "4"}, lapor={1: "1"},
    ),
    Indikator(
        kode="SK3-B", nama="Persentase pengaduan desa yang selesai", satuan="persen", simpul="7.01.02.2.01.0001",
        aturan={"agregasi": "rasio", "pembilang": "selesai", "penyebut": "pengaduan", "faktor": Decimal(100)},
        renstra={2026: "90"}, target={1: "80", 2: "90", 3: "90", 4: "90", 0: "90"},
        lapor={1: ("1", "2"), 2: ("90", "100"), 3: ("9", "10")},
    ),
)  # fmt: skip
LALU: Final = {
    "IKU-01": {2024: "84.12", 2025: "83.96"},
    "IKU-02": {2024: "61", 2025: "56.23"},
    "IKU-03": {2024: "21", 2025: "17"},
    "IKU-05": {2025: "85"},
    "IKU-06": {2025: "WTP"},
    "SK1-A": {2024: "3", 2025: "2"},
    "SK2-A": {2024: "38", 2025: "41"},
    "K2-A": {2024: "15", 2025: "14.5"},
}
PANJANG: Final = (
    "Koordinasi antarseksi berjalan baik, tetapi sebagian desa terlambat menyampaikan dokumen karena pergantian "
    "perangkat dan jaringan internet yang belum merata di wilayah utara."
)


def isi_kantor(gudang: Gudang | None = None, *, luas: bool = False) -> Gudang:
    """A store with all the facts above: this empty one, or one in memory.

    `luas`: under a Renstra of six years, of which the last one repeats the fifth, and with programs that serve a second
    sasaran, one with some of its rows and one with the same as the first; all money was reported, and a kegiatan has
    more than its rows.
    """
    toko = Toko() if gudang is None else Toko(gudang)
    for urut, (_, kode, tingkat, induk) in enumerate(POHON, 10):
        toko.simpul(kode, tingkat, induk, urut, "S1", DUA_SASARAN.get(kode) if luas else None)
    for indikator in INDIKATOR:
        _tambah_indikator(toko, indikator)
    for kode, pagu in PAGU.items():
        toko.pagu(kode, pagu, 1)
        toko.pagu(kode, {TAHUN: pagu[TAHUN]}, 4)
    for kode, per_tahun in ANGGARAN.items():
        for tahun, laporan in per_tahun.items():
            toko.anggaran(kode, laporan, tahun)
    _tambah_narasi(toko)
    if luas:
        toko.simpul("S1.2", "sasaran", "T1", 3)
        toko.anggaran("7.01.02.2.01.0001", {3: 1_800_000})
        for rencana in (1, 4):
            toko.pagu("7.01.01.2.01", {TAHUN: 40_000_000}, rencana)
        _tambah_tahun_keenam(toko)
    return toko.tulis()


def _tambah_tahun_keenam(toko: Toko) -> None:
    toko.tabel["rencana"][0]["tahun_akhir"] = 2029
    for tabel in ("target", "pagu"):
        akhir = [baris for baris in toko.tabel[tabel] if (baris["id_rencana"], baris["tahun"]) == (1, 2028)]
        toko.tabel[tabel] += [{**baris, "tahun": 2029} for baris in akhir]


def _tambah_indikator(toko: Toko, indikator: Indikator) -> None:
    kode = indikator["kode"]
    simpul = indikator.get("simpul", "S1.1")
    for tahun in (2024, 2025, TAHUN):
        toko.indikator(kode, simpul, tahun=tahun, **indikator["aturan"])
    baris = next(tercatat for tercatat in toko.tabel["indikator"] if tercatat["kode_indikator"] == kode)
    baris.update(nama=indikator["nama"], satuan=indikator["satuan"])
    if not kode.startswith("IKU"):
        laporan = toko.tabel["laporan_indikator"]
        laporan.remove(
            next(
                tercatat for tercatat in laporan if tercatat["kode_indikator"] == kode and tercatat["laporan"] == "iku"
            )
        )
    for tahun, nilai in indikator["renstra"].items():
        toko.target(kode, {0: nilai}, tahun, 1)
    toko.target(kode, indikator["target"])
    toko.lapor(kode, indikator["lapor"])
    for tahun, nilai in LALU.get(kode, {}).items():
        rencana = indikator["renstra"][tahun]
        toko.target(kode, {4: rencana, 0: rencana}, tahun, {2024: 2, 2025: 3}[tahun])
        toko.lapor(kode, {4: nilai}, tahun)


def _tambah_narasi(toko: Toko) -> None:
    for jenis in ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut_triwulan", "tindak_lanjut_renja"):
        for kode in ("IKU-02", "IKU-12", "SK1-A"):
            toko.tambah(
                "narasi",
                id_kiriman=f"S1-{TAHUN}-3-v1",
                kode_indikator=kode,
                jenis=jenis,
                isi=PANJANG,
                lembar="Realisasi",
                sel="M9",
            )
    toko.tambah(
        "standar_nasional",
        id_rencana=1,
        kode_indikator="IKU-01",
        tahun=TAHUN,
        nilai=Decimal("88.31"),
        sumber="Standar layanan contoh",
    )
    toko.tambah(
        "riwayat", id_rencana=1, kode_indikator="IKU-01", jenis="kondisi_awal", tahun=2023, nilai=Decimal("82.9"),
        sumber="Renstra contoh", lembar="Riwayat", sel="D4",
    )  # fmt: skip
