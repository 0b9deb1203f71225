"""A small office whose documents a test walks through the SOP, on days that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from analytics.alur.perintah import BerkasLampiran, HasilPerintah, Kertas, Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala, semai_akun
from analytics.evaluasi.hasil import UnitPeriode
from analytics.sop.langkah import cari_langkah
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang, Peristiwa
from tests.alat.gudang import buang
from tests.alat.kantor_alur import DAFTAR_PERIKSA
from tests.alat.kosong import gudang_berisi

KANTOR = "7.01.0001"
TW3 = Periode(2026, 3)
UNIT = {"PEM": "Seksi Pemerintahan", "PMD": "Seksi Pemberdayaan Masyarakat dan Desa"}
UNIT_PERIODE = tuple(UnitPeriode(kode, nama, 4, 0, ("IKM", "PAD"), None, None, None) for kode, nama in UNIT.items())
SIAPA = {
    "susun_format": KASUBBAG,
    "sampaikan_format": KASUBBAG,
    "bagikan_format": UMUM,
    "himpun": UMUM,
    "teruskan_pengembalian": UMUM,
    "tanyakan": KASUBBAG,
    "verifikasi": KASUBBAG,
    "kembalikan_data": KASUBBAG,
    "olah": KASUBBAG,
    "setujui_kertas": KASUBBAG,
    "supervisi": SEKCAM,
    "kembalikan_kompilasi": SEKCAM,
    "setujui": CAMAT_CONTOH,
    "buka_kembali": CAMAT_CONTOH,
    "kirim_titipan": KASUBBAG,
    "input_satu_data": SATU_DATA,
    "susun_laporan": KASUBBAG,
}


@dataclass
class Kantor:
    """The store, and moves on a day of 2026 at nine in the morning."""

    gudang: Gudang

    def pindah(self, objek: Objek, aksi: str, bulan: int, hari: int, **isi: Any) -> None:
        """Apply one row; it must succeed."""
        hasil = self.coba(objek, aksi, datetime(2026, bulan, hari, 9), **isi)
        assert hasil.berhasil, hasil.pesan

    def coba(
        self, objek: Objek, aksi: str, waktu: datetime, siapa: AkunContoh | None = None, **isi: Any
    ) -> HasilPerintah:
        """Apply one row as who does it in the SOP."""
        pelaku = (siapa or SIAPA.get(aksi) or kepala(objek.kode_unit)).pelaku
        lengkap = {
            "catatan": "dicatat",
            "pernyataan": True,
            "kerja": lambda _: {},
            "daftar_periksa": DAFTAR_PERIKSA,
            **isi,
        }
        if objek.periode and "yang_dilihat" in cari_langkah(aksi).kelengkapan:
            lengkap["sidik_dilihat"] = sidik_isi(self.gudang, KANTOR, objek.periode)
        versi = baca_kedudukan(self.gudang, objek).versi
        return terapkan(self.gudang, pelaku, Perintah(aksi, objek, versi, **lengkap), waktu)

    def semua(self, aksi: str, bulan: int, hari: int, periode: Periode = TW3) -> None:
        """Apply one row to every unit."""
        for kode in UNIT:
            self.pindah(Objek.pengumpulan(KANTOR, periode, kode), aksi, bulan, hari)


def unit(kode: str, periode: Periode = TW3) -> Objek:
    """What a unit collects."""
    return Objek.pengumpulan(KANTOR, periode, kode)


def kertas() -> Kertas:
    """A sheet that was signed on paper."""
    return Kertas("B/7", date(2026, 10, 20), BerkasLampiran("lembar.pdf", b"%PDF-1.7 lembar", "application/pdf"))


@pytest.fixture
def kantor() -> Iterator[Kantor]:
    """An office of two units with its accounts, before anything moved."""
    with buka_kantor() as baru:
        yield baru


@contextmanager
def buka_kantor(bawa: Callable[[Kantor], None] | None = None) -> Iterator[Kantor]:
    """The same, to where `bawa` brought it once a process."""
    gudang = gudang_berisi(_isi, bawa)
    yield Kantor(gudang)
    buang(gudang)


def _isi(gudang: Gudang, bawa: Callable[[Kantor], None] | None) -> None:
    awal = datetime(2026, 1, 5, 8)
    with gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "kantor", {}, awal)) as tx:
        isi = {"kode_pd": KANTOR, "nama": "Kecamatan Uji", "kabupaten": "Kabupaten Uji", "contoh": True}
        tx.tambah("perangkat_daerah", [isi])
        tx.tambah(
            "unit",
            [
                {
                    "kode_pd": KANTOR,
                    "kode_unit": kode,
                    "nama": nama,
                    "jenis": "seksi",
                    "anggaran_semua": False,
                    "urutan": nomor,
                }
                for nomor, (kode, nama) in enumerate(UNIT.items())
            ],
        )
    semai_akun(gudang, awal, KANTOR)
    if bawa is not None:
        bawa(Kantor(gudang))
