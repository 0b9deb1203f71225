"""What the units of the sample office write beside their figures, as data. Contoh, bukan data resmi."""

from __future__ import annotations

from typing import Final

Kapan = tuple[str, int, int]
"""(kode indikator, tahun, triwulan)."""

ALASAN: Final[dict[Kapan, str]] = {
    ("IKU-05", 2025, 2): "Tidak ada pengaduan yang masuk pada triwulan ini",
    ("IKU-11", 2026, 2): "Penilaian tata kelola desa semester I belum selesai; berita acara terbit Agustus",
    ("SK-29", 2026, 2): "Dokumen masih dibahas di desa, belum ditandatangani",
}
"""Why a due indicator has no data."""

ALASAN_ANGGARAN: Final[dict[Kapan, str]] = {
    ("7.01.01.2.08.0002", 2025, 4): "Tagihan listrik Desember melampaui pagu, dibayar setelah pergeseran anggaran",
}
"""Why the money of a leaf is unusual, by (kode, tahun, triwulan)."""

NARASI: Final[dict[Kapan, dict[str, str]]] = {
    ("IKU-03", 2024, 4): {
        "faktor_pendorong": "Ruang tunggu diperbaiki dan antrean elektronik dipakai sejak Maret",
        "tindak_lanjut_renja": "Menambah loket layanan adminduk pada jam sibuk",
        "bukti_dukung": "Laporan survei kepuasan masyarakat 2024",
    },
    ("IKU-04", 2024, 4): {
        "faktor_pendorong": "Petugas loket dirotasi pada jam sibuk",
        "bukti_dukung": "Rekap mesin antrean Oktober-Desember 2024",
    },
    ("IKU-06", 2024, 1): {
        "faktor_penghambat": "Tinjauan lapangan menunggu kendaraan dinas",
        "tindak_lanjut_triwulan": "Menjadwalkan tinjauan lapangan dua kali seminggu",
    },
    ("IKU-08", 2024, 4): {"bukti_dukung": "Laporan hasil evaluasi SAKIP 2024"},
    ("IKU-12", 2024, 4): {
        "faktor_penghambat": "Tiga desa menunggu pagu dana desa sehingga APBDes ditetapkan Januari",
        "tindak_lanjut_renja": "Pendampingan penyusunan APBDes dimulai September",
        "bukti_dukung": "Register evaluasi APBDes 2024",
    },
    ("IKU-16", 2024, 4): {
        "faktor_pendorong": "Ronda gabungan dengan Babinsa dan Bhabinkamtibmas",
        "tindak_lanjut_renja": "Menambah titik ronda di perbatasan kelurahan",
    },
    ("IKU-03", 2025, 4): {
        "faktor_penghambat": "Gangguan jaringan pelayanan adminduk pada Juli dan Agustus",
        "tindak_lanjut_renja": "Menyediakan jaringan cadangan dan layanan jemput bola",
        "bukti_dukung": "Laporan survei kepuasan masyarakat 2025",
    },
    ("IKU-09", 2025, 4): {
        "faktor_penghambat": "Penatausahaan aset belum lengkap pada beberapa perangkat daerah",
        "tindak_lanjut_renja": "Rekonsiliasi aset kecamatan setiap semester",
        "bukti_dukung": "Laporan hasil pemeriksaan tahun 2025",
    },
    ("IKU-11", 2025, 4): {
        "faktor_pendorong": "Pembinaan administrasi desa dilakukan setiap bulan",
        "bukti_dukung": "Berita acara pembinaan desa semester II 2025",
    },
    ("IKU-12", 2025, 4): {
        "faktor_pendorong": "Pendampingan penyusunan APBDes dimulai September",
        "bukti_dukung": "Register evaluasi APBDes 2025",
    },
    ("IKU-14", 2025, 4): {
        "faktor_penghambat": "Pagu kewilayahan berkurang sehingga usulan fisik tidak tertampung",
        "tindak_lanjut_renja": "Menyaring usulan sesuai prioritas kabupaten sebelum musrenbang",
    },
    ("IKU-16", 2025, 2): {
        "faktor_penghambat": "Hiburan malam selama musim hajatan menambah kejadian",
        "tindak_lanjut_triwulan": "Memeriksa izin keramaian bersama desa",
    },
    ("IKU-16", 2025, 4): {
        "faktor_penghambat": "Kejadian tawuran antarkelompok pemuda pada triwulan I sampai III",
        "tindak_lanjut_renja": "Forum pemuda dan patroli akhir pekan",
        "bukti_dukung": "Buku piket 2025",
    },
    ("IKU-17", 2025, 3): {
        "faktor_penghambat": "Satu sengketa batas lahan antarwarga",
        "tindak_lanjut_triwulan": "Mediasi bersama pemerintah desa dan Forkopimcam",
    },
    ("K-15", 2025, 4): {
        "faktor_penghambat": "Pedagang kembali menempati trotoar setelah penertiban",
        "tindak_lanjut_renja": "Menyediakan lokasi pedagang bersama dinas terkait",
    },
    ("SK-21", 2025, 4): {
        "faktor_penghambat": "Pelatihan usaha ekonomi ditunda karena narasumber tidak tersedia",
        "tindak_lanjut_renja": "Pelatihan dijadwalkan pada triwulan I",
    },
    ("IKU-04", 2026, 3): {
        "faktor_pendorong": "Pendaftaran antrean dari rumah dipakai sepertiga pemohon",
        "bukti_dukung": "Rekap mesin antrean Juli-September 2026",
    },
    ("IKU-05", 2026, 3): {
        "faktor_penghambat": "Dua pengaduan jalan menunggu jawaban dinas teknis",
        "tindak_lanjut_triwulan": "Menyurati dinas teknis dan menagih tiap pekan",
    },
    ("IKU-16", 2026, 3): {"faktor_pendorong": "Patroli akhir pekan bersama forum pemuda berjalan"},
    ("P-04", 2026, 2): {
        "faktor_penghambat": "Satu gangguan masih ditangani kepolisian",
        "tindak_lanjut_triwulan": "Memantau penyelesaian bersama kepolisian",
    },
}
"""Faktor pendorong and penghambat, tindak lanjut and bukti dukung."""
