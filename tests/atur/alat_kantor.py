"""A small office with accounts for the tests of settings: two indicators, three triwulan of one year."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from analytics.atur.aturan import UbahAturan
from analytics.sop.peran import CAMAT, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, PENGELOLA, Pelaku
from data.gudang import Gudang, Peristiwa
from tests.alat.kosong import gudang_berisi
from tests.alat.toko import KODE_PD, TAHUN, Toko

WAKTU: Final = datetime(2026, 11, 2, 9, 0)
HARI: Final = WAKTU.date()
AWAL_TAHUN: Final = date(TAHUN, 1, 1)
ALASAN: Final = "Keputusan rapat evaluasi"
KASUBBAG: Final = Pelaku("kasubbag", "Kasubbag Uji")
UMUM: Final = Pelaku("umum", "Umum Uji")
CAMAT_UJI: Final = Pelaku("camat", "Camat Uji")
PENGELOLA_UJI: Final = Pelaku("pengelola", "Pengelola Uji")
_PERAN: Final = {
    KASUBBAG: KASUBBAG_PERENCANAAN,
    UMUM: KASUBBAG_UMUM,
    CAMAT_UJI: CAMAT,
    PENGELOLA_UJI: PENGELOLA,
}


def buka_kantor() -> Gudang:
    """Naik, above its target in TW II; turun, at its target in TW II. Figures of TW I, II and III of one year."""
    return gudang_berisi(_isi)


def _isi(gudang: Gudang) -> None:
    toko = Toko(gudang)
    toko.indikator("NAIK", agregasi="nilai_akhir")
    toko.indikator("TURUN", polaritas="turun", rumus="turun_selisih", agregasi="nilai_akhir")
    for kode, target, laporan in (
        ("NAIK", "80", {1: "60.123", 2: "100.567", 3: "76"}),
        ("TURUN", "49", {1: "56.23", 2: "49", 3: "60"}),
    ):
        toko.target(kode, dict.fromkeys(range(5), target))
        toko.lapor(kode, laporan)
    toko.tulis()
    _akun(gudang)


def _akun(gudang: Gudang) -> None:
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "akun", "uji", {}, WAKTU)) as tx:
        for pelaku, peran in _PERAN.items():
            akun = {"id_akun": pelaku.id_akun, "nama_akun": pelaku.id_akun, "nama": pelaku.nama}
            tx.tambah("akun", [{**akun, "aktif": True, "contoh": True, "dibuat_pada": WAKTU, "versi": 1}])
            tugas = {"id_penugasan": pelaku.id_akun, "id_akun": pelaku.id_akun, "kode_pd": KODE_PD, "peran": peran}
            tx.tambah("penugasan", [{**tugas, "jenis": "definitif", "mulai": AWAL_TAHUN, "dibuat_pada": WAKTU}])


def setujui(gudang: Gudang, triwulan: int) -> None:
    """The kompilasi of a triwulan is approved, as the flow leaves it."""
    letak = {"kode_pd": KODE_PD, "dokumen": "kompilasi", "tahun": TAHUN, "triwulan": triwulan, "kode_unit": ""}
    baris = {**letak, "jenis": "", "keadaan": "disetujui", "revisi": 1, "versi": 1, "sejak": WAKTU}
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "setuju", "uji", {}, WAKTU)) as tx:
        tx.tambah("alur", [baris])


def aturan_turun(**lain: str) -> UbahAturan:
    """A change of the rule of TURUN in this year; what is not named stays."""
    aturan = {
        "polaritas": "turun",
        "rumus": "turun_selisih",
        "frekuensi": "triwulanan",
        "agregasi": "nilai_akhir",
        "cara_isi": "triwulan_ini",
    }
    return UbahAturan(ALASAN, "TURUN", TAHUN, **{**aturan, **lain})
