"""What a Camat or Sekretaris does on a telephone: read without moving sideways, and reach the decision at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analytics.contoh.akun import CAMAT_CONTOH, SEKCAM
from tests.alat.layar import Layar
from tests.alat.peladen import Peladen, jalankan
from tests.alat.sampai import olah, salin_sesudah, supervisi

pytestmark = pytest.mark.browser

Buka = Callable[..., Layar]
PERIODE = "tahun=2026&triwulan=3"
TELEPON = {"lebar": 390, "tinggi": 844}


@pytest.fixture
def di_sekretaris(berkas_contoh: Path, salinan_contoh: Path) -> None:
    """The kompilasi waits for the Sekretaris; to be asked for before the server starts."""
    salin_sesudah(olah, berkas_contoh, salinan_contoh)


@pytest.fixture(scope="module")
def peladen_camat(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    """A server where the kompilasi waits for the Camat, who only looks."""
    folder = tmp_path_factory.mktemp("di_camat")
    salin_sesudah(supervisi, berkas_contoh, folder / "contoh.duckdb")
    with jalankan(folder / "contoh.duckdb", folder / "peladen.log") as peladen:
        yield peladen


@pytest.mark.parametrize("url", ["", "alur"])
def test_the_board_of_the_sop_is_read_without_moving_it_sideways(peladen: Peladen, layar: Buka, url: str) -> None:
    tab = layar(**TELEPON, siapa=CAMAT_CONTOH.id_akun)
    tab.buka(f"{peladen.alamat}/{url}?{PERIODE}")
    papan = tab.halaman.get_by_role("region", name="Papan SOP Triwulan III 2026")
    assert "3. Menyampaikan format data" in papan.inner_text()
    tab.sampai(lambda: papan.evaluate("bagian => bagian.scrollWidth - bagian.clientWidth") == 0)


def _ke_keputusan(tab: Layar, tombol: str) -> None:
    tautan = tab.halaman.get_by_role("link", name="Keputusan Anda ↓")
    kotak = tautan.bounding_box()
    assert kotak is not None
    assert kotak["y"] < TELEPON["tinggi"] * 0.6
    dituju = tab.halaman.get_by_role("heading", name="Keputusan Anda")
    tautan.click()

    def tiba() -> bool:
        letak, status = dituju.bounding_box(), tab.halaman.locator("p.keterangan").bounding_box()
        assert letak is not None
        assert status is not None
        return status["y"] + status["height"] <= letak["y"] < TELEPON["tinggi"] * 0.6

    tab.sampai(tiba)
    assert tab.halaman.get_by_role("button", name=tombol).is_visible()


def test_the_camat_reaches_his_decision_with_one_touch(peladen_camat: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON, siapa=CAMAT_CONTOH.id_akun)
    tab.buka(f"{peladen_camat.alamat}/persetujuan?{PERIODE}")
    _ke_keputusan(tab, "Setujui data capaian kinerja")


def test_what_waits_for_the_camat_stands_before_the_picture(peladen_camat: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON, siapa=CAMAT_CONTOH.id_akun)
    tab.buka(f"{peladen_camat.alamat}/?{PERIODE}")
    tunggu = tab.halaman.get_by_text("Yang menunggu keputusan Anda").bounding_box()
    gambar = tab.halaman.get_by_role("heading", name="Paling jauh dari target").bounding_box()
    assert tunggu is not None
    assert gambar is not None
    assert tunggu["y"] < min(gambar["y"], TELEPON["tinggi"])


@pytest.mark.usefixtures("di_sekretaris")
def test_the_sekretaris_reaches_his_decision_with_one_touch(peladen_segar: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON, siapa=SEKCAM.id_akun)
    tab.buka(f"{peladen_segar.alamat}/supervisi?{PERIODE}")
    _ke_keputusan(tab, "Nyatakan sudah disupervisi")


def test_who_verifies_reaches_his_decision_with_one_touch(peladen: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON)
    tab.buka(f"{peladen.alamat}/verifikasi?{PERIODE}&unit=KESOS")
    _ke_keputusan(tab, "Verifikasi")


def test_who_has_nothing_to_decide_is_sent_nowhere(peladen: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON, siapa=CAMAT_CONTOH.id_akun)
    tab.buka(f"{peladen.alamat}/persetujuan?{PERIODE}")
    assert tab.halaman.get_by_text("Keputusan Anda").count() == 0


def test_the_one_cell_beside_a_heading_carries_no_label_of_its_own(peladen: Peladen, layar: Buka) -> None:
    tab = layar(**TELEPON)
    tab.buka(f"{peladen.alamat}/verifikasi?{PERIODE}&unit=KESOS&baris=IKU-04")
    nilai = tab.halaman.get_by_role("region", name="Nilai Rata-rata waktu tunggu pelayanan").locator("td").first
    assert nilai.evaluate("sel => getComputedStyle(sel, '::before').display") == "none"
    anggaran = tab.halaman.get_by_role("region", name="Anggaran").locator("td").first
    assert anggaran.evaluate("sel => getComputedStyle(sel, '::before').display") != "none"
