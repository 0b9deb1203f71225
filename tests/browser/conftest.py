"""A real server over a copy of the sample office, and a real Chromium in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, sync_playwright

from analytics.contoh.akun import KASUBBAG
from analytics.sistem import GUDANG_CONTOH
from tests.alat.layar import Layar
from tests.alat.peladen import AKAR, MASUK_DENGAN, PERTAMA, Peladen, jalankan, kirim, salin_program


@pytest.fixture(scope="session")
def peladen(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    """One server over the sample office for tests that only read."""
    folder = tmp_path_factory.mktemp("peladen")
    gudang = folder / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, gudang)
    with jalankan(gudang, folder / "peladen.log") as peladen:
        yield peladen


@pytest.fixture
def peladen_segar(salinan_contoh: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server that nobody has asked anything yet, over a copy that the test may change."""
    with jalankan(salinan_contoh, tmp_path / "peladen.log") as peladen:
        yield peladen


@pytest.fixture
def peladen_klona(berkas_contoh: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server of a clone where nothing is set, after its first minute: the sample office stands where it is made.

    The making itself, before the eyes of who waits, is tests/gerbang/test_menit_pertama.py.
    """
    klona = salin_program(tmp_path / "klona")
    tempat = klona / GUDANG_CONTOH.relative_to(AKAR)
    tempat.parent.mkdir()
    shutil.copyfile(berkas_contoh, tempat)
    with jalankan(None, tmp_path / "peladen.log", klona) as peladen:
        yield peladen


@pytest.fixture
def peladen_baru(jalur_gudang: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server over a new store, in which the first account has been made and nothing else."""
    with jalankan(jalur_gudang, tmp_path / "peladen.log") as peladen:
        sandi = {"sandi_lagi": PERTAMA["sandi"], "kode": peladen.kode()}
        kirim(peladen.alamat, "/masuk/pertama", {"nama": "Sri Wahyuni", **PERTAMA, **sandi})
        MASUK_DENGAN[peladen.alamat] = ("/masuk", PERTAMA)
        yield peladen
        del MASUK_DENGAN[peladen.alamat]


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """Chromium, one for all tests."""
    if shutil.which("chromium") is None:
        pytest.skip("Chromium is not installed, so nothing could be looked at.")
    with sync_playwright() as pemain:
        peramban = pemain.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield peramban
        peramban.close()


@pytest.fixture
def layar(peramban: Browser) -> Iterator[Callable[..., Layar]]:
    """Opens a tab of a width and height, 1366 x 768 unless told."""
    konteks = []

    def buka(lebar: int = 1366, tinggi: int = 768, siapa: str | None = KASUBBAG.id_akun) -> Layar:
        jendela = peramban.new_context(
            viewport={"width": lebar, "height": tinggi}, locale="id-ID", accept_downloads=True
        )
        konteks.append(jendela)
        hasil = Layar(jendela.new_page(), siapa)

        def catat(permintaan: Request) -> None:
            if not permintaan.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
                hasil.keluar.append(permintaan.url)

        hasil.halaman.on("request", catat)
        hasil.halaman.on("pageerror", lambda galat: hasil.galat.append(str(galat)))
        hasil.halaman.on(
            "console", lambda pesan: hasil.galat.append(pesan.text) if "Content Security" in pesan.text else None
        )
        return hasil

    yield buka
    for jendela in konteks:
        jendela.close()
