"""The program as an official meets it: `streamlit run app.py` and Chromium."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang
from pages import DAFTAR
from pages.gerbang.asal import KUKI
from tests.alat.evaluasi import evaluasi_iku
from tests.alat.layar import Layar
from tests.alat.peladen import Peladen
from tests.alat.tunggu import tunggu_unit_di

pytestmark = pytest.mark.browser

Buka = Callable[..., Layar]
TW3 = Periode(2026, 3)
KOMPUTER, TELEPON = (1366, 768), (390, 844)


def test_the_first_request_to_a_pages_address_runs_the_main_script(peladen_segar: Peladen, layar: Buka) -> None:
    tab = layar()
    judul = tab.buka(f"{peladen_segar.alamat}/rencana")
    assert "dokumen rencana" in judul
    assert "Masuk sebagai Kasubbag Perencanaan (contoh)" in tab.samping()


@pytest.mark.parametrize("nama", ["renja", "komponen"])
def test_a_file_beside_the_main_script_is_no_page(peladen: Peladen, layar: Buka, nama: str) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/{nama}")
    assert "Masuk sebagai Kasubbag Perencanaan (contoh)" in tab.samping()


def test_every_page_opens_by_its_address_fits_the_screen_and_asks_nothing_of_another_computer(
    peladen: Peladen, layar: Buka
) -> None:
    tab = layar(*KOMPUTER)
    for halaman in DAFTAR:
        tab.ukuran(*KOMPUTER)
        tab.buka(f"{peladen.alamat}/{halaman.url}")
        tab.tunggu_gambar()
        isi = tab.isi()
        assert "contoh, bukan data resmi" in isi
        assert "DRAF" in isi or halaman.kelompok not in {"", "Perencanaan", "Pengumpulan", "Evaluasi"}
        assert "tidak dapat ditampilkan" not in isi
        for lebar, tinggi in (KOMPUTER, TELEPON):
            tab.ukuran(lebar, tinggi)
            tab.sampai(lambda lebar=lebar: tab.lebar_isi() <= lebar, apa=f"{halaman.url} within {lebar}")  # type: ignore[misc]
            tab.tunggu_gambar()
            assert tab.lebar_isi() <= lebar, halaman.url
            assert tab.gambar_kosong() == 0, halaman.url
    assert tab.keluar == []
    assert tab.galat == []


def test_the_first_pages_own_name_leads_to_it_with_the_choices_of_the_address(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/{DAFTAR[0].url}?tahun=2025&triwulan=4")
    assert "Triwulan IV 2025" in tab.isi()
    assert tab.halaman.get_by_text("Page not found").count() == 0


def test_the_answers_carry_strict_headers_and_say_that_they_are_indonesian(peladen: Peladen) -> None:
    masuk = {"Cookie": f"{KUKI}={peladen.kuki()}"}
    with urllib.request.urlopen(urllib.request.Request(f"{peladen.alamat}/", headers=masuk)) as jawaban:  # noqa: S310
        kepala = dict(jawaban.headers)
        isi = jawaban.read().decode()
    kebijakan = kepala["content-security-policy"]
    assert "default-src 'none'" in kebijakan
    assert "'unsafe-eval'" not in kebijakan
    assert "script-src 'self' 'sha256-" in kebijakan
    assert "http" not in kebijakan
    assert kepala["x-content-type-options"] == "nosniff"
    assert kepala["x-frame-options"] == "DENY"
    assert kepala["referrer-policy"] == "no-referrer"
    assert '<html lang="id">' in isi


def test_a_strangers_name_for_this_computer_is_refused(peladen: Peladen) -> None:
    alamat = peladen.alamat
    kepala = {"Host": "jahat.example", "Cookie": f"{KUKI}={peladen.kuki()}"}
    permintaan = urllib.request.Request(f"{alamat}/_stcore/host-config", headers=kepala)  # noqa: S310
    with pytest.raises(urllib.request.HTTPError, match="400"):
        urllib.request.urlopen(permintaan)  # noqa: S310 - our own server


def test_the_status_stays_in_sight_while_a_long_page_is_read(peladen: Peladen, layar: Buka) -> None:
    tab = layar(*TELEPON)
    tab.buka(f"{peladen.alamat}/evaluasi-iku")
    tab.tunggu_gambar()
    judul = tab.halaman.locator("[data-testid=stMain] h1").first
    tab.halaman.mouse.move(195, 500)
    tab.halaman.mouse.wheel(0, 1500)
    tab.sampai(lambda: _atas(judul) < 0)
    tab.sampai(lambda: 0 <= _atas(tab.halaman.locator("p.keterangan")) < 120)


def _atas(bagian: Locator) -> float:
    """How far below the upper edge of the screen something begins."""
    kotak = bagian.bounding_box()
    assert kotak is not None
    return kotak["y"]


@pytest.fixture
def semua_ditunggu(salinan_contoh: Path) -> None:
    """The SOP waits for every unit; to be asked for before the server starts."""
    tunggu_unit_di(salinan_contoh, TW3, *(unit.kode for unit in UNIT))


@pytest.mark.usefixtures("semua_ditunggu")
def test_a_filled_workbook_goes_in_through_the_page_and_its_figure_comes_out(
    peladen_segar: Peladen, layar: Buka, gudang_contoh: Gudang, tmp_path: Path
) -> None:
    iku = next(
        baris.baris.indikator
        for baris in evaluasi_iku(gudang_contoh, KODE_PD, TW3).baris
        if baris.baris.indikator.rumus == "naik"
        and baris.baris.indikator.frekuensi == "triwulanan"
        and baris.baris.indikator.cara_isi == "triwulan_ini"
        and baris.baris.indikator.pembilang is not None
    )
    diketik = IsianUnit({iku.kode: {"pembilang": 33, "penyebut": 40}})
    format_unit = susun_format(gudang_contoh, KODE_PD, iku.kode_unit, TW3, datetime(2026, 10, 6, 8), diketik)
    berkas = tmp_path / "koreksi.xlsx"
    berkas.write_bytes(format_unit.isi)
    tab = layar()
    tab.buka(f"{peladen_segar.alamat}/unggah")
    tab.halaman.locator("input[type=file]").set_input_files(berkas)
    tab.halaman.get_by_label("Alasan untuk semua yang tidak diisi sendiri").fill("Data susulan")
    tab.halaman.get_by_label("Bagaimana data divalidasi").fill("Dikirim lewat surel, validasi di kertas")
    tab.halaman.get_by_role("button", name="Terima dengan alasan ini").click()
    tab.halaman.get_by_text("Diterima sebagai versi 2.").wait_for(timeout=60_000)
    tab.buka(f"{peladen_segar.alamat}/indikator?tahun=2026&triwulan=3&indikator={iku.kode}")
    tab.sampai(lambda: "33 dari 40 = 82,5" in tab.isi())
    isi = tab.isi()
    assert "koreksi.xlsx, Realisasi!" in isi
    assert tab.keluar == []


def test_the_compiled_workbook_comes_down_as_a_file_that_opens(peladen: Peladen, layar: Buka, tmp_path: Path) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/ekspor")
    with tab.halaman.expect_download(timeout=60_000) as unduhan:
        tab.halaman.get_by_role("button", name="Unduh kompilasi (xlsx)").click()
    berkas = tmp_path / unduhan.value.suggested_filename
    unduhan.value.save_as(berkas)
    assert berkas.name == "kompilasi_2026_TW3.xlsx"
    assert len(openpyxl.load_workbook(berkas).sheetnames) >= 5
    assert tab.galat == []


def test_a_clone_where_nothing_is_set_opens_on_the_sample_office_that_it_made(
    peladen_klona: Peladen, layar: Buka
) -> None:
    tab = layar()
    judul = tab.buka(peladen_klona.alamat)
    assert "unit belum mengirim data Triwulan III 2026" in judul
    assert "Kecamatan Purbalingga (contoh)" in tab.isi()
    assert tab.keluar == []


def test_a_new_store_opens_with_the_guide(peladen_baru: Peladen, layar: Buka) -> None:
    tab = layar()
    assert tab.buka(peladen_baru.alamat) == "Mulai dengan mengimpor rencana kantor Anda"
    tab.halaman.get_by_role("link", name="Buka halaman Rencana").click()
    tab.halaman.get_by_text("Unduh templat kosong").wait_for()
    assert "/rencana" in tab.halaman.url
