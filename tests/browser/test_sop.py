"""The whole SOP in a real browser: every step by who takes it, each Tidak once.

Six people have their own sessions at one computer; several browsers at once are in test_masuk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.sistem import buka_gudang, waktu_kini
from tests.alat.layar import Layar
from tests.alat.peladen import Peladen
from tests.alat.periksa import periksa_berkas
from tests.browser.alat_orang import Orang

pytestmark = pytest.mark.browser
Buka = Callable[..., Layar]
UNIT = "PEM"
DRAF = {"name": "draf.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\ntrailer<<>>\n%%EOF"}


@pytest.fixture
def format_isi(salinan_contoh: Path) -> tuple[bytes, bytes]:
    """The format of the unit for the next triwulan: blank, and with a reason for what has no data yet."""
    gudang = buka_gudang(salinan_contoh)
    try:
        letak = (gudang, KODE_PD, UNIT, Periode(2026, 4), datetime(2026, 12, 28, 8))
        kosong = susun_format(*letak).isi
        hasil = periksa_berkas(gudang, KODE_PD, kosong, "kosong.xlsx")
        alasan = {realisasi.kode_indikator: {"alasan": "Rekap Desember belum terbit"} for realisasi in hasil.realisasi}
        return kosong, susun_format(*letak, IsianUnit(alasan)).isi
    finally:
        gudang.tutup()


def _kirim(orang: Orang, isi: bytes, nama: str) -> str:
    halaman = orang.buka("unggah").tab.halaman
    halaman.locator("input[type=file]").first.set_input_files(
        files=[{"name": nama, "mimeType": "application/octet-stream", "buffer": isi}]
    )
    nyata = halaman.get_by_text("Data ini sudah saya validasi").first
    nyata.wait_for(timeout=60_000)
    umum = halaman.get_by_label("Alasan untuk semua yang tidak diisi sendiri")
    if umum.count():
        umum.fill("Angka triwulan IV menyusul")
    nyata.click()
    return orang.tekan("Kirim")


def _himpun_dan_verifikasi(kasubbag: Orang, umum: Orang, seksi: Orang, isi: tuple[bytes, bytes]) -> None:
    """Steps 1-5 with the *Tidak* of step 5."""
    kasubbag.buka("format-data").tekan("Susun format")
    kasubbag.tekan("Sampaikan kepada")
    umum.buka("format-data").tekan("Bagikan kepada")
    assert "diterima sebagai versi 1" in _kirim(seksi, isi[0], "pem.xlsx")
    umum.buka("unggah").tekan("Himpun")
    alasan = "Realisasi belum diisi; mohon dilengkapi."
    kasubbag.buka("verifikasi", f"&unit={UNIT}").lakukan("Kembalikan kepada Kasubbag Umum", alasan)
    umum.buka("unggah").tekan("Teruskan kepada unit")
    assert alasan in seksi.buka("unggah").tab.isi()
    assert "diterima sebagai versi 2" in _kirim(seksi, isi[1], "pem_lengkap.xlsx")
    umum.buka("unggah").tekan("Himpun")
    _lihat_berikutnya(kasubbag.buka("verifikasi", f"&unit={UNIT}").tab)
    assert "dilihat 2 dari" in kasubbag.lakukan("Verifikasi")
    assert "terverifikasi" in kasubbag.tab.isi()


def _lihat_berikutnya(tab: Layar) -> None:
    """The next row by key, which is no key while somebody types; that the others are not looked at is said."""
    halaman = tab.halaman
    halaman.get_by_text("dilihat 1 dari").wait_for(timeout=60_000)
    tab.tunggu()
    halaman.keyboard.press("ArrowRight")
    halaman.get_by_text("dilihat 2 dari").wait_for(timeout=60_000)
    tab.tunggu()
    catatan = halaman.get_by_label("Catatan", exact=True)
    catatan.fill("Rekap menyusul")
    catatan.press("ArrowRight")
    halaman.get_by_text("Verifikasi tanpa melihat").click()


def _isi_daftar_periksa(orang: Orang) -> None:
    formulir = orang.tab.halaman.locator("[data-testid=stForm]")
    formulir.locator("[data-testid=stCheckbox] label").first.wait_for(timeout=60_000)
    for kotak in formulir.locator("[data-testid=stCheckbox] label").all():
        kotak.click()
    formulir.locator("[data-testid=stDateInput] [role=spinbutton]").first.click()
    orang.tab.halaman.keyboard.type(f"{waktu_kini():%d%m%Y}")
    formulir.locator("[data-testid=stTextInput] input").fill("https://data.example.go.id/dataset/capaian")


def test_six_people_carry_a_triwulan_from_the_format_to_the_signed_report(
    salinan_contoh: Path, format_isi: tuple[bytes, bytes], peladen_segar: Peladen, layar: Buka
) -> None:
    assert salinan_contoh.exists()
    akun = (KASUBBAG, UMUM, kepala(UNIT), SEKCAM, CAMAT_CONTOH, SATU_DATA)
    tab, asal = layar(), peladen_segar.alamat
    kasubbag, umum, seksi, sekretaris, camat, satu_data = (
        Orang(tab, asal, peladen_segar.kuki(orang.id_akun)) for orang in akun
    )
    _himpun_dan_verifikasi(kasubbag, umum, seksi, format_isi)
    olah = "Olah dan serahkan kepada Sekretaris"
    kasubbag.buka("kompilasi").lakukan(olah, "Unit lain menyusul.")
    sekretaris.buka("supervisi").lakukan("Kembalikan kepada Kasubbag Perencanaan", "Lengkapi faktor penghambat.")
    kasubbag.buka("kompilasi").lakukan(olah, "Unit lain menyusul.")
    camat.buka("persetujuan")
    assert "Setujui data capaian kinerja" not in camat.tab.isi()
    sekretaris.buka("supervisi").lakukan("Nyatakan sudah disupervisi, teruskan kepada Camat")
    assert "Seksi Ketenteraman" in camat.buka("persetujuan").tab.isi()
    assert "S-2026-TW4-R1" in camat.lakukan("Setujui data capaian kinerja")
    _isi_daftar_periksa(satu_data.buka("satu-data"))
    assert "Tercatat" in satu_data.tekan("Catat pengisian Satu Data")
    susun = "Serahkan draf laporan kepada Sekretaris"
    kasubbag.buka("laporan").lakukan(susun, berkas=DRAF)
    sekretaris.buka("laporan").lakukan("Kembalikan kepada Kasubbag Perencanaan", "Bab III belum memuat efisiensi.")
    kasubbag.buka("laporan").lakukan(susun, berkas=DRAF)
    sekretaris.buka("laporan").lakukan("Paraf dan teruskan kepada Camat")
    assert "ditandatangani" in camat.buka("laporan").lakukan("Validasi dan tanda tangani", berkas=DRAF)
    assert tab.galat == []
