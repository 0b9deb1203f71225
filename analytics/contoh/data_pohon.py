"""The sample office and its plan tree, as data. Contoh, bukan data resmi.

Names and codes of program, kegiatan and sub kegiatan are the national nomenclature; units, documents and dates are made
up, and so is the kode perangkat daerah.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from analytics.rencana.baris import IdentitasKantor, SimpulPohon, Unit, VersiDokumen

KODE_PD: Final = "7-01.0-00.0-00.05.00"
KANTOR: Final = IdentitasKantor(
    kode_pd=KODE_PD,
    nama="Kecamatan Purbalingga (contoh)",
    kabupaten="Kabupaten Purbalingga",
    kode_wilayah="33.03.05",
    kode_bps="3303060",
    contoh=True,
)

UNIT: Final = (
    Unit("PEM", "Seksi Pemerintahan", "seksi", anggaran_semua=False),
    Unit("PMD", "Seksi Pemberdayaan Masyarakat dan Desa", "seksi", anggaran_semua=False),
    Unit("TRANTIB", "Seksi Ketenteraman dan Ketertiban Umum", "seksi", anggaran_semua=False),
    Unit("KESOS", "Seksi Kesejahteraan Sosial dan Pelayanan", "seksi", anggaran_semua=False),
    Unit("REN", "Subbagian Perencanaan dan Keuangan", "subbag", anggaran_semua=False),
    Unit("UMPEG", "Subbagian Umum dan Kepegawaian", "subbag", anggaran_semua=False),
)

RENSTRA: Final = VersiDokumen(
    "RENSTRA-24", "renstra", 2024, 2028, 0, date(2023, 9, 15), "Renstra Kecamatan 2024-2028 (contoh)", None
)
RENJA: Final = {
    2024: VersiDokumen("RENJA-24", "renja", 2024, 2024, 0, date(2023, 12, 20), "Renja Kecamatan 2024 (contoh)", None),
    2025: VersiDokumen("RENJA-25", "renja", 2025, 2025, 0, date(2024, 12, 18), "Renja Kecamatan 2025 (contoh)", None),
    2026: VersiDokumen("RENJA-26", "renja", 2026, 2026, 0, date(2025, 12, 17), "Renja Kecamatan 2026 (contoh)", None),
}
PERUBAHAN: Final = VersiDokumen(
    "RENJA-25-P1",
    "renja",
    2025,
    2025,
    1,
    date(2025, 9, 17),
    "Renja Perubahan Kecamatan 2025 (contoh)",
    "Menyesuaikan APBD Perubahan 2025: pemilihan kepala desa ditunda, pengadaan mebel ditambahkan",
)
TAHUN_RENSTRA: Final = (2024, 2025, 2026, 2027, 2028)

POHON: Final = (
    SimpulPohon(
        "T1", "tujuan", None, "Meningkatnya kualitas pelayanan publik dan tata kelola pemerintahan kecamatan", None
    ),
    SimpulPohon("S1.1", "sasaran", "T1", "Meningkatnya kualitas pelayanan publik kecamatan", None),
    SimpulPohon("S1.2", "sasaran", "T1", "Meningkatnya akuntabilitas kinerja dan keuangan kecamatan", None),
    SimpulPohon("S1.3", "sasaran", "T1", "Meningkatnya tata kelola pemerintahan desa", None),
    SimpulPohon("T2", "tujuan", None, "Meningkatnya keberdayaan dan ketenteraman masyarakat", None),
    SimpulPohon("S2.1", "sasaran", "T2", "Meningkatnya partisipasi masyarakat dalam pembangunan desa", None),
    SimpulPohon("S2.2", "sasaran", "T2", "Meningkatnya ketenteraman dan ketertiban umum", None),
    SimpulPohon("7.01.01", "program", "S1.2", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "REN"),
    SimpulPohon(
        "7.01.01.2.01",
        "kegiatan",
        "7.01.01",
        "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
        "REN",
    ),
    SimpulPohon("7.01.01.2.02", "kegiatan", "7.01.01", "Administrasi Keuangan Perangkat Daerah", "REN"),
    SimpulPohon(
        "7.01.01.2.03", "kegiatan", "7.01.01", "Administrasi Barang Milik Daerah pada Perangkat Daerah", "UMPEG"
    ),
    SimpulPohon("7.01.01.2.05", "kegiatan", "7.01.01", "Administrasi Kepegawaian Perangkat Daerah", "UMPEG"),
    SimpulPohon("7.01.01.2.06", "kegiatan", "7.01.01", "Administrasi Umum Perangkat Daerah", "UMPEG"),
    SimpulPohon(
        "7.01.01.2.07",
        "kegiatan",
        "7.01.01",
        "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.07.0002",
        "sub_kegiatan",
        "7.01.01.2.07",
        "Pengadaan Kendaraan Dinas Operasional atau Lapangan",
        "UMPEG",
    ),
    SimpulPohon("7.01.01.2.07.0005", "sub_kegiatan", "7.01.01.2.07", "Pengadaan Mebel", "UMPEG"),
    SimpulPohon("7.01.01.2.07.0006", "sub_kegiatan", "7.01.01.2.07", "Pengadaan Peralatan dan Mesin Lainnya", "UMPEG"),
    SimpulPohon(
        "7.01.01.2.07.0011",
        "sub_kegiatan",
        "7.01.01.2.07",
        "Pengadaan Sarana dan Prasarana Pendukung Gedung Kantor atau Bangunan Lainnya",
        "UMPEG",
    ),
    SimpulPohon("7.01.01.2.08", "kegiatan", "7.01.01", "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah", "UMPEG"),
    SimpulPohon("7.01.01.2.08.0001", "sub_kegiatan", "7.01.01.2.08", "Penyediaan Jasa Surat Menyurat", "UMPEG"),
    SimpulPohon(
        "7.01.01.2.08.0002",
        "sub_kegiatan",
        "7.01.01.2.08",
        "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
        "UMPEG",
    ),
    SimpulPohon("7.01.01.2.08.0004", "sub_kegiatan", "7.01.01.2.08", "Penyediaan Jasa Pelayanan Umum Kantor", "UMPEG"),
    SimpulPohon(
        "7.01.01.2.09",
        "kegiatan",
        "7.01.01",
        "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.09.0001",
        "sub_kegiatan",
        "7.01.01.2.09",
        "Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, dan Pajak Kendaraan Perorangan Dinas atau Kendaraan "
        "Dinas Jabatan",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.09.0002",
        "sub_kegiatan",
        "7.01.01.2.09",
        "Penyediaan Jasa Pemeliharaan, Biaya Pemeliharaan, Pajak dan Perizinan Kendaraan Dinas Operasional atau "
        "Lapangan",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.09.0006", "sub_kegiatan", "7.01.01.2.09", "Pemeliharaan Peralatan dan Mesin Lainnya", "UMPEG"
    ),
    SimpulPohon(
        "7.01.01.2.09.0009",
        "sub_kegiatan",
        "7.01.01.2.09",
        "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.09.0010",
        "sub_kegiatan",
        "7.01.01.2.09",
        "Pemeliharaan/Rehabilitasi Sarana dan Prasarana Gedung Kantor atau Bangunan Lainnya",
        "UMPEG",
    ),
    SimpulPohon(
        "7.01.01.2.09.0011",
        "sub_kegiatan",
        "7.01.01.2.09",
        "Pemeliharaan/Rehabilitasi Sarana dan Prasarana Pendukung Gedung Kantor atau Bangunan Lainnya",
        "UMPEG",
    ),
    SimpulPohon("7.01.02", "program", "S1.1", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "KESOS"),
    SimpulPohon(
        "7.01.02.2.01",
        "kegiatan",
        "7.01.02",
        "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        "PEM",
    ),
    SimpulPohon(
        "7.01.02.2.01.0001",
        "sub_kegiatan",
        "7.01.02.2.01",
        "Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan Perangkat Daerah dan Instansi "
        "Vertikal Terkait",
        "PEM",
    ),
    SimpulPohon(
        "7.01.02.2.01.0002",
        "sub_kegiatan",
        "7.01.02.2.01",
        "Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan",
        "PEM",
    ),
    SimpulPohon(
        "7.01.02.2.02",
        "kegiatan",
        "7.01.02",
        "Penyelenggaraan Urusan Pemerintahan yang Tidak Dilaksanakan oleh Unit Kerja Perangkat Daerah yang Ada di "
        "Kecamatan",
        "KESOS",
    ),
    SimpulPohon(
        "7.01.02.2.02.0002",
        "sub_kegiatan",
        "7.01.02.2.02",
        "Fasilitasi Percepatan Pencapaian Standar Pelayanan Minimal di Wilayah Kecamatan",
        "KESOS",
    ),
    SimpulPohon(
        "7.01.02.2.02.0003",
        "sub_kegiatan",
        "7.01.02.2.02",
        "Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
        "KESOS",
    ),
    SimpulPohon(
        "7.01.02.2.04",
        "kegiatan",
        "7.01.02",
        "Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat",
        "KESOS",
    ),
    SimpulPohon(
        "7.01.02.2.04.0002",
        "sub_kegiatan",
        "7.01.02.2.04",
        "Pelaksanaan Urusan Pemerintahan yang Terkait dengan Nonperizinan",
        "KESOS",
    ),
    SimpulPohon("7.01.03", "program", "S2.1", "Program Pemberdayaan Masyarakat Desa dan Kelurahan", "PMD"),
    SimpulPohon("7.01.03.2.01", "kegiatan", "7.01.03", "Koordinasi Kegiatan Pemberdayaan Desa", "PMD"),
    SimpulPohon(
        "7.01.03.2.01.0001",
        "sub_kegiatan",
        "7.01.03.2.01",
        "Peningkatan Partisipasi Masyarakat dalam Forum Musyawarah Perencanaan Pembangunan di Desa",
        "PMD",
    ),
    SimpulPohon(
        "7.01.03.2.01.0003",
        "sub_kegiatan",
        "7.01.03.2.01",
        "Peningkatan Efektifitas Kegiatan Pemberdayaan Masyarakat di Wilayah Kecamatan",
        "PMD",
    ),
    SimpulPohon("7.01.03.2.03", "kegiatan", "7.01.03", "Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan", "PMD"),
    SimpulPohon(
        "7.01.03.2.03.0004",
        "sub_kegiatan",
        "7.01.03.2.03",
        "Fasilitasi Pengembangan Usaha Ekonomi Masyarakat",
        "PMD",
    ),
    SimpulPohon("7.01.04", "program", "S2.2", "Program Koordinasi Ketenteraman dan Ketertiban Umum", "TRANTIB"),
    SimpulPohon(
        "7.01.04.2.01",
        "kegiatan",
        "7.01.04",
        "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
        "TRANTIB",
    ),
    SimpulPohon(
        "7.01.04.2.01.0001",
        "sub_kegiatan",
        "7.01.04.2.01",
        "Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal "
        "di Wilayah Kecamatan",
        "TRANTIB",
    ),
    SimpulPohon(
        "7.01.04.2.02",
        "kegiatan",
        "7.01.04",
        "Koordinasi Penerapan dan Penegakan Peraturan Daerah dan Peraturan Kepala Daerah",
        "TRANTIB",
    ),
    SimpulPohon(
        "7.01.04.2.02.0001",
        "sub_kegiatan",
        "7.01.04.2.02",
        "Koordinasi/Sinergi dengan Perangkat Daerah yang Tugas dan Fungsinya di Bidang Penegakan Peraturan "
        "Perundang-Undangan dan/atau Kepolisian Negara Republik Indonesia",
        "TRANTIB",
    ),
    SimpulPohon("7.01.05", "program", "S2.2", "Program Penyelenggaraan Urusan Pemerintahan Umum", "TRANTIB"),
    SimpulPohon(
        "7.01.05.2.01",
        "kegiatan",
        "7.01.05",
        "Penyelenggaraan Urusan Pemerintahan Umum sesuai Penugasan Kepala Daerah",
        "TRANTIB",
    ),
    SimpulPohon(
        "7.01.05.2.01.0001",
        "sub_kegiatan",
        "7.01.05.2.01",
        "Pembinaan Wawasan Kebangsaan dan Ketahanan Nasional dalam rangka Memantapkan Pengamalan Pancasila",
        "TRANTIB",
    ),
    SimpulPohon(
        "7.01.05.2.01.0002", "sub_kegiatan", "7.01.05.2.01", "Pembinaan Persatuan dan Kesatuan Bangsa", "TRANTIB"
    ),
    SimpulPohon("7.01.06", "program", "S1.3", "Program Pembinaan dan Pengawasan Pemerintahan Desa", "PEM"),
    SimpulPohon(
        "7.01.06.2.01",
        "kegiatan",
        "7.01.06",
        "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
        "PEM",
    ),
    SimpulPohon(
        "7.01.06.2.01.0002",
        "sub_kegiatan",
        "7.01.06.2.01",
        "Fasilitasi Administrasi Tata Pemerintahan Desa",
        "PEM",
    ),
    SimpulPohon(
        "7.01.06.2.01.0003",
        "sub_kegiatan",
        "7.01.06.2.01",
        "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
        "PEM",
    ),
    SimpulPohon(
        "7.01.06.2.01.0006", "sub_kegiatan", "7.01.06.2.01", "Fasilitasi Pelaksanaan Pemilihan Kepala Desa", "PEM"
    ),
    SimpulPohon(
        "7.01.06.2.01.0011",
        "sub_kegiatan",
        "7.01.06.2.01",
        "Fasilitasi Penyelenggaraan Ketenteraman dan Ketertiban Umum",
        "PEM",
    ),
    SimpulPohon(
        "7.01.06.2.01.0018",
        "sub_kegiatan",
        "7.01.06.2.01",
        "Koordinasi Pelaksanaan Pembangunan Kawasan Perdesaan di Wilayah Kecamatan",
        "PEM",
    ),
)
"""The tree from tujuan to sub kegiatan; five kegiatan have no sub kegiatan and carry their money themselves."""
