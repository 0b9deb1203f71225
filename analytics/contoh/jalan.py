"""Walks the sample office through its SOP, as its people would: from the format to the signed report."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import docx

from analytics.alur.dilihat import baca_diperiksa, tandai_dilihat
from analytics.alur.lampiran import BerkasLampiran
from analytics.alur.perintah import Kertas, Perintah, terapkan_semua
from analytics.alur.permintaan import IsiPermintaan, atur_permintaan, baca_permintaan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.cerita import CERITA
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.contoh.kiriman import Kiriman
from analytics.pembaca.zip_tetap import tetapkan
from analytics.rupa import TANDA_CONTOH
from analytics.sop.hari_kerja import baca_kalender, tambah_hari_kerja
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.satu_data import BUTIR, IsianPeriksa
from data.gudang import Gudang

_LEMBAR: Final = (
    Path(__file__).parents[2]
    / "data"
    / "contoh"
    / "kertas"
    / f"persetujuan_{CERITA.di_kertas.tahun}_TW{CERITA.di_kertas.triwulan}.png"
)
_TANDA: Final = f"({TANDA_CONTOH})"


class SopTersendat(Exception):
    """A move of the sample office was refused: its story and the table of steps do not belong together."""


class PemainSop:
    """Makes the moves of the sample office."""

    def __init__(self, gudang: Gudang) -> None:
        self._gudang = gudang
        self._dimulai: set[Periode] = set()

    def mulai(self, periode: Periode, waktu: datetime) -> None:
        """Steps 1-3 for every unit, once."""
        if periode in self._dimulai:
            return
        self._dimulai.add(periode)
        minta_data(self._gudang, periode, waktu)
        objek = [Objek.pengumpulan(KODE_PD, periode, unit.kode) for unit in UNIT]
        self._jalan(KASUBBAG, "susun_format", objek, waktu)
        self._jalan(KASUBBAG, "sampaikan_format", objek, waktu + timedelta(hours=2))
        self._jalan(UMUM, "bagikan_format", objek, waktu + timedelta(days=1))

    def kirim(self, kiriman: Kiriman, id_kiriman: str) -> None:
        """Step 3: the head of the unit states that the data are validated; a wrong workbook is sent back."""
        objek, waktu = Objek.pengumpulan(KODE_PD, kiriman.periode, kiriman.unit), kiriman.diterima
        perintah = {"pernyataan": True, "kerja": lambda _tx: {"id_kiriman": id_kiriman}}
        self._jalan(kepala(kiriman.unit), "kirim", [objek], waktu, **perintah)
        if kiriman.keliru:
            alasan = "Angka IKU tidak sesuai dengan rekap bulanan; mohon diperiksa kembali."
            self._jalan(UMUM, "himpun", [objek], waktu + timedelta(hours=3))
            self._jalan(KASUBBAG, "kembalikan_data", [objek], waktu + timedelta(hours=5), catatan=alasan)
            self._jalan(UMUM, "teruskan_pengembalian", [objek], waktu + timedelta(hours=6))

    def selesaikan(self, periode: Periode, waktu: datetime) -> None:
        """Steps 4-9, as far as the periode has come. `waktu` is when the last unit sent."""
        milik = {unit.kode: Objek.pengumpulan(KODE_PD, periode, unit.kode) for unit in UNIT}
        ada = [objek for objek in milik.values() if baca_kedudukan(self._gudang, objek).keadaan == "terkirim"]
        berjalan = periode == CERITA.berjalan
        himpun = [objek for objek in ada if not (berjalan and objek.kode_unit in CERITA.belum_dihimpun)]
        self._jalan(UMUM, "himpun", himpun, waktu + timedelta(days=1))
        verifikasi = [objek for objek in himpun if not (berjalan and objek.kode_unit in CERITA.belum_diverifikasi)]
        self._lihat(verifikasi, waktu + timedelta(days=3))
        self._jalan(KASUBBAG, "verifikasi", verifikasi, waktu + timedelta(days=3))
        if not berjalan:
            self._setujui(periode, waktu + timedelta(days=4))

    def _lihat(self, objek: Iterable[Objek], waktu: datetime) -> None:
        """Step 5 before it is decided: the Kasubbag looks at every row."""
        for tujuan in objek:
            kiriman = baca_diperiksa(self._gudang, tujuan, KASUBBAG.id_akun)
            semua = [baris.kode for baris in kiriman.baris]
            tandai_dilihat(self._gudang, KASUBBAG.pelaku, kiriman, semua, _hari_biasa(waktu))

    def lapor(self, tahun: int, waktu: datetime) -> None:
        """Steps 10-12 of the yearly report, with one *Tidak* on the way."""
        objek = [Objek.laporan(KODE_PD, tahun)]
        draf = self._draf(tahun, 1)
        self._jalan(KASUBBAG, "susun_laporan", objek, waktu, berkas=(draf,))
        alasan = "Bab III belum memuat analisis efisiensi penggunaan sumber daya."
        self._jalan(SEKCAM, "kembalikan_laporan", objek, waktu + timedelta(days=1), catatan=alasan)
        draf = self._draf(tahun, 2)
        self._jalan(KASUBBAG, "susun_laporan", objek, waktu + timedelta(days=3), berkas=(draf,))
        self._jalan(SEKCAM, "paraf", objek, waktu + timedelta(days=4))
        self._jalan(CAMAT_CONTOH, "tanda_tangani", objek, waktu + timedelta(days=5), berkas=(draf,))

    def _setujui(self, periode: Periode, waktu: datetime) -> None:
        objek = [Objek.kompilasi(KODE_PD, periode)]
        self._jalan(KASUBBAG, "olah", objek, waktu)
        sidik = sidik_isi(self._gudang, KODE_PD, periode)
        self._jalan(SEKCAM, "supervisi", objek, waktu + timedelta(days=1), sidik_dilihat=sidik)
        if periode == CERITA.di_kertas:
            pindaian = BerkasLampiran(_LEMBAR.name, _LEMBAR.read_bytes(), "png")
            kertas = Kertas("400.10/017/contoh", (waktu + timedelta(days=2)).date(), pindaian)
            besok = waktu + timedelta(days=2)
            self._jalan(KASUBBAG, "setujui_kertas", objek, besok, sidik_dilihat=sidik, kertas=kertas)
        else:
            self._jalan(CAMAT_CONTOH, "setujui", objek, waktu + timedelta(days=2), sidik_dilihat=sidik)
        pada = waktu + timedelta(days=3)
        isian: IsianPeriksa = {butir.kunci: True for butir in BUTIR if butir.jenis == "centang"}
        isian = {**isian, "alamat": "https://data.example.go.id/dataset/contoh", "tanggal": pada.date()}
        self._jalan(SATU_DATA, "input_satu_data", objek, pada, daftar_periksa=isian)

    def _draf(self, tahun: int, ke: int) -> BerkasLampiran:
        dokumen = docx.Document()
        dokumen.add_heading(f"Draf {ke} Laporan Kinerja {tahun} {_TANDA}")
        dokumen.core_properties.created = dokumen.core_properties.modified = datetime(2026, 1, 1)
        wadah = io.BytesIO()
        dokumen.save(wadah)
        return BerkasLampiran(f"draf_{ke}_laporan_kinerja_{tahun}.docx", tetapkan(wadah.getvalue()), "docx")

    def _jalan(self, siapa: AkunContoh, aksi: str, objek: Iterable[Objek], waktu: datetime, **rincian: object) -> None:
        waktu = _hari_biasa(waktu)
        perintah = [
            Perintah(aksi, tujuan, baca_kedudukan(self._gudang, tujuan).versi, **rincian)  # type: ignore[arg-type]
            for tujuan in objek
        ]
        hasil = terapkan_semua(self._gudang, siapa.pelaku, perintah, waktu)
        if not hasil.berhasil:
            raise SopTersendat(f"{aksi}: {hasil.pesan}")


def lewat_sop(periode: Periode) -> bool:
    """Whether this periode went through the SOP in Capaian."""
    return periode >= CERITA.sop_sejak


def minta_data(gudang: Gudang, periode: Periode, waktu: datetime) -> None:
    """The request letter of a periode and the day until which its units shall send, once."""
    if baca_permintaan(gudang, KODE_PD, periode) is not None:
        return
    nomor = f"400.10/{periode.tahun % 100}{periode.triwulan}/contoh"
    tenggat = tambah_hari_kerja(waktu + timedelta(days=9), 1, baca_kalender(gudang))
    permintaan = IsiPermintaan(nomor, waktu.date(), tenggat)
    hasil = atur_permintaan(gudang, KASUBBAG.pelaku, KODE_PD, periode, permintaan, 0, waktu)
    if not hasil.berhasil:
        raise SopTersendat(f"atur_permintaan: {hasil.pesan}")


def _hari_biasa(waktu: datetime) -> datetime:
    """Offices do not move papers on a weekend."""
    return waktu + timedelta(days=max(0, 7 - waktu.weekday())) if waktu.weekday() >= 5 else waktu
