"""The whole SOP on screen, each step by the one who takes it, with every *Tidak*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.sistem import waktu_kini
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, jalankan, terlihat
from tests.alat.periksa import periksa_berkas
from tests.alat.rantai import periksa_rantai

TW4 = Periode(2026, 4)
TAHUN = {"tahun": "2026", "triwulan": "4"}
UNIT = "PEM"
DISUSUN = datetime(2026, 12, 28, 8)
PINDAIAN = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@dataclass
class Layar:
    """A person at a page; what stands there can be filled in and pressed."""

    masuk: Masuk
    siapa: AkunContoh
    url: str
    alamat: dict[str, str]

    def __post_init__(self) -> None:
        self.masuk.siapa = self.siapa
        self.uji: AppTest = buka(self.url, **self.alamat)

    def tekan(self, awal: str) -> str:
        """Press the button that begins with these words; what the page says then."""
        next(tombol for tombol in self.uji.button if tombol.label.startswith(awal)).click()
        return terlihat(jalankan(self.uji))

    def lakukan(self, aksi: str, catatan: str = "", berkas: bytes = b"") -> str:
        """Fill the form of one move and press it; what the page says then."""
        uji = self.uji
        for bidang in (*uji.text_area, *uji.checkbox, *uji.text_input, *uji.date_input, *uji.file_uploader):
            kunci = str(bidang.key)
            if kunci.startswith(f"catatan_{aksi}_") and catatan:
                bidang.set_value(catatan)
            elif kunci.startswith(f"nyata_{aksi}_"):
                bidang.check()
            elif kunci.startswith(f"nomor_{aksi}_"):
                bidang.set_value("400.10/99")
            elif kunci.startswith(f"tanggal_{aksi}_"):
                bidang.set_value(waktu_kini().date())
            elif kunci.startswith((f"pindaian_{aksi}_", f"berkas_{aksi}_")) and berkas:
                bidang.upload("lembar.pdf", berkas)
        next(tombol for tombol in uji.button if str(tombol.form_id).startswith(f"form_{aksi}_")).click()
        return terlihat(jalankan(uji))


@pytest.fixture
def kantor(request: pytest.FixtureRequest) -> Gudang:
    """The store that the screens have open, to ask what stands in it."""
    request.getfixturevalue("salinan")
    buka()
    return sesi.gudang()


def _isian(gudang: Gudang, *nilai: int) -> list[bytes]:
    """The format of the unit, for each value with every cell filled that takes a plain number; the rest is blank."""
    kosong = susun_format(gudang, KODE_PD, UNIT, TW4, DISUSUN).isi
    hasil = periksa_berkas(gudang, KODE_PD, kosong, "kosong.xlsx")
    bilangan = {
        baris["kode_indikator"]
        for baris in gudang.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=2026, hari=date(2026, 12, 31))
        if baris["pembilang"] is None and baris["skala_ordinal"] is None
    }
    diisi = [realisasi.kode_indikator for realisasi in hasil.realisasi if realisasi.kode_indikator in bilangan]
    semua = [IsianUnit({kode: {"realisasi": angka} for kode in diisi}) for angka in nilai]
    return [susun_format(gudang, KODE_PD, UNIT, TW4, DISUSUN, diketik).isi for diketik in semua]


def _kirim(masuk: Masuk, isi: bytes, nama: str) -> str:
    layar = Layar(masuk, kepala(UNIT), "unggah", TAHUN)
    layar.uji.file_uploader(key="berkas_format").upload(nama, isi)
    jalankan(layar.uji)
    for bidang in layar.uji.text_input:
        if str(bidang.key).startswith("umum_"):
            bidang.set_value("Sudah dicocokkan dengan berkas seksi")
    next(kotak for kotak in layar.uji.checkbox if kotak.label.startswith("Data ini sudah saya validasi")).check()
    return layar.tekan("Kirim")


def _keadaan(gudang: Gudang, objek: Objek) -> str:
    return baca_kedudukan(gudang, objek).keadaan


def _sampai_terverifikasi(masuk: Masuk, gudang: Gudang) -> None:
    """Steps 1-5 of one unit, with the *Tidak* of step 5 once."""
    objek = Objek.pengumpulan(KODE_PD, TW4, UNIT)
    layar = Layar(masuk, KASUBBAG, "format-data", TAHUN)
    layar.tekan("Susun format")
    layar.tekan("Sampaikan kepada")
    Layar(masuk, UMUM, "format-data", TAHUN).tekan("Bagikan kepada")
    assert _keadaan(gudang, objek) == "pengisian"
    pertama, kedua = _isian(gudang, 3, 4)
    assert "Seksi Pemerintahan" in _kirim(masuk, pertama, "pem_1.xlsx")
    Layar(masuk, UMUM, "unggah", TAHUN).tekan("Himpun")
    alamat = {**TAHUN, "unit": UNIT}
    alasan = "Realisasi IKU belum sesuai dengan rekap; mohon diperiksa."
    Layar(masuk, KASUBBAG, "verifikasi", alamat).lakukan("kembalikan_data", alasan)
    assert _keadaan(gudang, objek) == "dikembalikan_ke_umum"
    Layar(masuk, UMUM, "unggah", TAHUN).tekan("Teruskan")
    assert alasan in terlihat(Layar(masuk, kepala(UNIT), "unggah", TAHUN).uji)
    _kirim(masuk, kedua, "pem_2.xlsx")
    Layar(masuk, UMUM, "unggah", TAHUN).tekan("Himpun")
    Layar(masuk, KASUBBAG, "verifikasi", alamat).lakukan("verifikasi")
    assert _keadaan(gudang, objek) == "terverifikasi"


def test_the_whole_sop_with_every_tidak_by_the_people_who_take_its_steps(masuk: Masuk, kantor: Gudang) -> None:
    _sampai_terverifikasi(masuk, kantor)
    kompilasi, laporan = Objek.kompilasi(KODE_PD, TW4), Objek.laporan(KODE_PD, 2026)
    Layar(masuk, KASUBBAG, "kompilasi", TAHUN).lakukan("olah", "Unit lain menyusul pada revisi berikutnya.")
    Layar(masuk, SEKCAM, "supervisi", TAHUN).lakukan("kembalikan_kompilasi", "Lengkapi faktor penghambat.")
    assert _keadaan(kantor, kompilasi) == "dikembalikan"
    Layar(masuk, KASUBBAG, "kompilasi", TAHUN).lakukan("olah", "Unit lain menyusul pada revisi berikutnya.")
    Layar(masuk, SEKCAM, "supervisi", TAHUN).lakukan("supervisi")
    assert "menunggu persetujuan Camat" in terlihat(Layar(masuk, KASUBBAG, "kompilasi", TAHUN).uji)
    layar = Layar(masuk, CAMAT_CONTOH, "persetujuan", TAHUN)
    assert "Subbagian Umum dan Kepegawaian" in terlihat(layar.uji)
    layar.lakukan("setujui")
    assert _keadaan(kantor, kompilasi) == "disetujui"
    satu_data = Layar(masuk, SATU_DATA, "satu-data", TAHUN)
    for butir in satu_data.uji.text_input:
        butir.set_value("https://data.example.go.id/dataset/capaian-2026-tw4")
    for butir in satu_data.uji.date_input:
        butir.set_value(waktu_kini().date())
    for butir in satu_data.uji.checkbox:
        butir.check()
    satu_data.tekan("Catat pengisian Satu Data")
    assert _keadaan(kantor, kompilasi) == "terinput"
    Layar(masuk, KASUBBAG, "laporan", TAHUN).lakukan("susun_laporan", berkas=PINDAIAN)
    Layar(masuk, SEKCAM, "laporan", TAHUN).lakukan("kembalikan_laporan", "Bab III belum memuat efisiensi.")
    assert _keadaan(kantor, laporan) == "dikembalikan"
    Layar(masuk, KASUBBAG, "laporan", TAHUN).lakukan("susun_laporan", berkas=PINDAIAN + b"\n%2")
    Layar(masuk, SEKCAM, "laporan", TAHUN).lakukan("paraf")
    Layar(masuk, CAMAT_CONTOH, "laporan", TAHUN).lakukan("tanda_tangani", berkas=PINDAIAN + b"\n%3")
    assert _keadaan(kantor, laporan) == "ditandatangani"
    assert periksa_rantai(kantor.kueri("peristiwa_semua")) is None
