"""Logging in with a real browser: one click, and still in after a reload, in a second tab and after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from analytics.contoh.akun import CAMAT_CONTOH
from tests.alat.layar import Layar
from tests.alat.peladen import PERTAMA, Peladen, jalankan

pytestmark = pytest.mark.browser
Buka = Callable[..., Layar]


def _klik(tab: Layar, nama: str) -> None:
    tab.halaman.get_by_role("button", name=f"Masuk sebagai {nama}").click()


@pytest.mark.parametrize(("lebar", "tinggi"), [(1366, 768), (390, 844)])
def test_one_click_leads_into_the_sample_office_and_to_the_view_that_a_link_named(
    peladen: Peladen, layar: Buka, lebar: int, tinggi: int
) -> None:
    tab = layar(lebar, tinggi, siapa=None)
    tab.halaman.goto(f"{peladen.alamat}/evaluasi-iku?tahun=2025&triwulan=4")
    assert "/masuk?lanjut=" in tab.halaman.url
    expect(tab.halaman.get_by_text("contoh, bukan data resmi")).to_be_visible()
    assert tab.lebar_isi() <= lebar
    _klik(tab, "Camat (contoh)")
    assert "mencapai target s/d Triwulan IV 2025" in tab.tunggu()
    assert (tab.keluar, tab.galat) == ([], [])


def test_a_login_survives_a_reload_a_second_tab_and_a_restart(
    salinan_contoh: Path, tmp_path: Path, layar: Buka
) -> None:
    tab = layar(siapa=None)
    with jalankan(salinan_contoh, tmp_path / "pertama.log") as peladen:
        tab.halaman.goto(peladen.alamat)
        _klik(tab, "Camat (contoh)")
        tab.tunggu()
        tab.halaman.reload()
        tab.tunggu()
        assert "Masuk sebagai Camat (contoh)" in tab.samping()
        kedua = Layar(tab.halaman.context.new_page(), None)
        kedua.buka(f"{peladen.alamat}/ekspor")
        assert "Masuk sebagai Camat (contoh)" in kedua.samping()
        port = int(peladen.alamat.rsplit(":", 1)[1])
    with jalankan(salinan_contoh, tmp_path / "kedua.log", port=port) as peladen:
        tab.buka(f"{peladen.alamat}/evaluasi-iku")
        assert "Masuk sebagai Camat (contoh)" in tab.samping()
        kedua.halaman.get_by_role("link", name="Evaluasi Renja").click()
        kedua.halaman.get_by_role("heading", name="Capaian Renja").first.wait_for(timeout=60_000)


def test_logging_out_ends_every_tab_and_every_browser_of_that_account_and_nobody_elses(
    peladen: Peladen, layar: Buka
) -> None:
    tab, jauh, lain = layar(siapa=CAMAT_CONTOH.id_akun), layar(siapa=CAMAT_CONTOH.id_akun), layar()
    for jendela, url in ((tab, "ekspor"), (jauh, "evaluasi-iku"), (lain, "ekspor")):
        jendela.buka(f"{peladen.alamat}/{url}")
    kedua = Layar(tab.halaman.context.new_page(), None)
    kedua.buka(f"{peladen.alamat}/ekspor")
    tab.halaman.get_by_role("button", name="Keluar").click()
    expect(tab.halaman.get_by_role("heading", name="Silakan masuk")).to_be_visible(timeout=60_000)
    expect(tab.halaman.get_by_role("link", name="Evaluasi Renja")).to_have_count(0)
    for jendela in (kedua, jauh):
        jendela.halaman.get_by_role("link", name="Evaluasi Renja").click()
        expect(jendela.halaman.get_by_role("heading", name="Silakan masuk")).to_be_visible(timeout=60_000)
        assert "IKU" not in jendela.isi()
    jauh.halaman.goto(f"{peladen.alamat}/rencana")
    assert jauh.halaman.url.endswith("/masuk?lanjut=%2Frencana")
    lain.buka(f"{peladen.alamat}/ekspor")
    assert "Masuk sebagai Kasubbag Perencanaan (contoh)" in lain.samping()
    tab.halaman.get_by_role("link", name="Masuk ke Capaian").click()
    expect(tab.halaman.get_by_role("heading", name="Masuk ke Capaian")).to_be_visible(timeout=60_000)


def test_a_page_that_the_peran_may_not_see_is_neither_in_the_menu_nor_at_its_address(
    peladen: Peladen, layar: Buka
) -> None:
    tab = layar(siapa=CAMAT_CONTOH.id_akun)
    judul = tab.buka(f"{peladen.alamat}/akun")
    assert "unit belum mengirim data" in judul
    assert "Bertugas sebagai" not in tab.isi()
    assert tab.halaman.get_by_role("link", name="Akun", exact=True).count() == 0


def test_the_first_account_is_made_with_the_code_of_the_console_and_then_logs_in(
    jalur_gudang: Path, tmp_path: Path, layar: Buka
) -> None:
    tab = layar(siapa=None)
    with jalankan(jalur_gudang, tmp_path / "peladen.log") as peladen:
        tab.halaman.goto(peladen.alamat)
        sandi = {"sandi": PERTAMA["sandi"], "sandi_lagi": PERTAMA["sandi"]}
        for kode, kalimat in (("SALAH", "Kode sekali pakai tidak cocok."), (peladen.kode(), "Akun pertama dibuat.")):
            isian = {"nama": "Sri Wahyuni", "nama_akun": PERTAMA["nama_akun"], **sandi, "kode": kode}
            for nama, nilai in isian.items():
                tab.halaman.locator(f"input[name={nama}]").fill(nilai)
            tab.halaman.get_by_role("button", name="Buat akun pertama").click()
            expect(tab.halaman.get_by_text(kalimat)).to_be_visible(timeout=60_000)
        tab.halaman.get_by_label("Kata sandi").fill(PERTAMA["sandi"])
        tab.halaman.get_by_role("button", name="Masuk").click()
        assert tab.tunggu() == "Mulai dengan mengimpor rencana kantor Anda"
        assert "Masuk sebagai Sri Wahyuni" in tab.samping()
        tab.buka(f"{peladen.alamat}/akun")
        assert "Kasubbag Perencanaan dan Keuangan; Pengelola Aplikasi" in tab.isi()
