"""What only a browser shows: what is level, what is cut, and the words that Streamlit itself writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Locator

from analytics.contoh.semai import LETAK
from tests.alat.layar import Layar
from tests.alat.peladen import Peladen

pytestmark = pytest.mark.browser

Buka = Callable[..., Layar]


def _letak(semua: Locator, sisi: Literal["x", "y"]) -> set[int]:
    """Where these stand, in whole pixels; two of them at least are there, also where a page is drawn twice."""
    semua.nth(1).wait_for()
    kotak = [bagian.bounding_box() for bagian in semua.all()]
    return {round(letak[sisi]) for letak in kotak if letak is not None}


def test_filters_are_level_and_the_plan_is_read_without_moving_it_sideways(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/rencana?tahun=2026&triwulan=3")
    tab.sampai(lambda: len(_letak(tab.halaman.locator(".st-key-saringan label"), "y")) == 1)
    pohon = tab.halaman.get_by_role("region", name="Target dan pagu 2026")
    tab.sampai(lambda: pohon.evaluate("bagian => bagian.scrollWidth - bagian.clientWidth") == 0)


def test_a_chosen_file_shows_no_foreign_figure(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/periksa-dokumen")
    tab.halaman.locator("input[type=file]").set_input_files(LETAK / "coba" / "format_2026_TW3_UMPEG_benar.xlsx")
    tab.halaman.get_by_text("Berkas ini tidak membawa snapshot.").wait_for(timeout=60_000)
    assert "benar.xlsx" in tab.isi()
    assert "KB" not in tab.isi()


def test_fields_and_lists_speak_indonesian_and_a_moment_is_one_line(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/jejak")
    waktu = tab.halaman.locator(".st-key-jejak tbody td:nth-of-type(1)").first
    assert waktu.evaluate("sel => getComputedStyle(sel).whiteSpace") == "nowrap"
    tab.halaman.get_by_label("Dokumen atau isi").fill("PMD")
    tab.halaman.get_by_test_id("InputInstructions").wait_for(state="attached")
    assert "Enter" not in tab.isi()
    tab.halaman.get_by_label("Tindakan").first.click()
    tab.halaman.keyboard.type("zzz")
    kosong = tab.halaman.locator("[role=listbox][data-empty=true] span")
    kosong.wait_for(state="attached")
    assert kosong.evaluate("tulisan => getComputedStyle(tulisan).fontSize") == "0px"
    assert "Tidak ada yang cocok" in kosong.evaluate("tulisan => getComputedStyle(tulisan, '::after').content")


def test_an_empty_date_speaks_indonesian_and_the_changes_are_read_without_moving_them_sideways(
    peladen: Peladen, layar: Buka
) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/pengaturan-pejabat")
    kosong = tab.halaman.get_by_test_id("stDateInput").locator("[data-placeholder]")
    tab.sampai(lambda: kosong.count() == 3)
    gaya = "bagian => [getComputedStyle(bagian).fontSize, getComputedStyle(bagian, '::after').content]"
    assert [bagian.evaluate(gaya) for bagian in kosong.all()] == [
        ["0px", '"hh"'],
        ["0px", '"bb"'],
        ["0px", '"tttt"'],
    ]
    riwayat = tab.halaman.get_by_role("region", name="Riwayat perubahan")
    tab.sampai(lambda: riwayat.evaluate("bagian => bagian.scrollWidth - bagian.clientWidth") == 0)


def test_the_address_of_a_page_for_another_peran_is_answered_in_indonesian(peladen: Peladen, layar: Buka) -> None:
    tab = layar(siapa="kepala-kesos")
    tab.buka(f"{peladen.alamat}/verifikasi")
    pesan = tab.halaman.get_by_role("dialog")
    pesan.wait_for()
    gaya = "bagian => [getComputedStyle(bagian).fontSize, getComputedStyle(bagian, '::after').content]"
    assert pesan.locator("> h2").evaluate(gaya) == ["0px", '"Tidak dapat ditampilkan"']
    ukuran, kalimat = pesan.locator("> div").evaluate(gaya)
    assert ukuran == "0px"
    assert "bukan untuk peran Anda" in kalimat
    asing = pesan.get_by_text("does not seem to exist")
    assert asing.evaluate("bagian => getComputedStyle(bagian).fontSize") == "0px"


def test_figures_stand_in_one_row_and_their_names_are_not_cut_on_a_phone(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/evaluasi-renstra?tahun=2026&triwulan=3")
    angka = tab.halaman.get_by_test_id("stMetric")
    tab.sampai(lambda: angka.count() == 5)
    tab.sampai(lambda: len(_letak(angka, "y")) == 1)
    tab.halaman.set_viewport_size({"width": 390, "height": 844})
    nama = tab.halaman.get_by_test_id("stMetricLabel").locator("p").first
    tab.sampai(lambda: len(_letak(angka, "y")) == 3)
    tab.sampai(lambda: nama.evaluate("tulisan => tulisan.scrollWidth <= tulisan.clientWidth"))
    assert nama.evaluate("tulisan => getComputedStyle(tulisan).whiteSpace") == "normal"


def test_every_version_of_the_report_is_downloaded_at_the_same_place(peladen: Peladen, layar: Buka) -> None:
    tab = layar()
    tab.buka(f"{peladen.alamat}/laporan?tahun=2025")
    tab.sampai(lambda: len(_letak(tab.halaman.get_by_role("button", name="Unduh"), "x")) == 1)
