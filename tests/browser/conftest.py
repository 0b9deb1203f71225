"""A real server over a copy of the sample office, and a real Chromium in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

from analytics.contoh.akun import KASUBBAG
from analytics.sistem import GUDANG_CONTOH
from tests.alat.layar import Layar
from tests.alat.peladen import AKAR, MASUK_DENGAN, PERTAMA, Peladen, jalankan, kirim, salin_program
from tests.alat.peramban import buka_chromium, cari_chromium


@pytest.fixture(scope="session")
def peladen(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    """One server over the sample office for tests that only read, each as somebody who logs in at its beginning."""
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


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """Chromium, one for all tests."""
    letak = cari_chromium()
    if letak is None:
        pytest.skip("Chromium is not installed, so nothing could be looked at.")
    with sync_playwright() as pemain:
        peramban = buka_chromium(pemain, letak)
        yield peramban
        peramban.close()


@pytest.fixture(scope="session")
def tab_bebas() -> list[Page]:
    """Tabs that nobody uses now, each in a browser profile of its own.

    Nobody is in there and nothing is kept, but what Streamlit brings is fetched and compiled already.
    """
    return []


@pytest.fixture
def layar(peramban: Browser, tab_bebas: list[Page]) -> Iterator[Callable[..., Layar]]:
    """Opens a tab of a width and height, 1366 x 768 unless told, in a profile where nobody is in yet."""
    dipakai: list[tuple[Page, dict[str, Callable[..., None]]]] = []

    def buka(lebar: int = 1366, tinggi: int = 768, siapa: str | None = KASUBBAG.id_akun) -> Layar:
        halaman = tab_bebas.pop() if tab_bebas else _tab_baru(peramban)
        hasil = Layar(halaman, siapa)
        hasil.ukuran(lebar, tinggi)
        dipakai.append((halaman, _dengarkan(hasil)))
        return hasil

    yield buka
    for halaman, pendengar in reversed(dipakai):
        for peristiwa, kerja in pendengar.items():
            halaman.remove_listener(peristiwa, kerja)
        _kosongkan(halaman)
        tab_bebas.append(halaman)


def _tab_baru(peramban: Browser) -> Page:
    # Nothing that moves is looked at, and every frame of it is drawn by the processor.
    profil = peramban.new_context(locale="id-ID", accept_downloads=True, reduced_motion="reduce")
    return profil.new_page()


def _dengarkan(layar: Layar) -> dict[str, Callable[..., None]]:
    """Note what the tab asks of another computer and what goes wrong in it; who listens, by what is listened to."""

    def permintaan(permintaan: Request) -> None:
        if not permintaan.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            layar.keluar.append(permintaan.url)

    def galat(galat: Error) -> None:
        layar.galat.append(str(galat))

    def konsol(pesan: ConsoleMessage) -> None:
        if "Content Security" in pesan.text:
            layar.galat.append(pesan.text)

    pendengar: dict[str, Callable[..., None]] = {"request": permintaan, "pageerror": galat, "console": konsol}
    for peristiwa, kerja in pendengar.items():
        layar.halaman.on(peristiwa, kerja)  # type: ignore[call-overload]
    return pendengar


def _kosongkan(halaman: Page) -> None:
    """Leave the page, and forget who was in and what it kept."""
    if halaman.url.startswith("http"):
        halaman.evaluate("localStorage.clear(); sessionStorage.clear()")
    halaman.goto("about:blank")
    for lain in halaman.context.pages:
        if lain is not halaman:
            lain.close()
    halaman.context.clear_cookies()
