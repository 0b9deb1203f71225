"""A real server over a copy of the sample office, and a real Chromium in front of it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message as HTTPMessage
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from analytics.contoh.akun import KASUBBAG
from pages.gerbang.asal import KUKI

AKAR = Path(__file__).parents[2]


@dataclass(frozen=True)
class Peladen:
    """A running server: where it listens, what it prints, and its process."""

    alamat: str
    catatan: Path
    proses: subprocess.Popen[bytes]

    def kuki(self, akun: str = KASUBBAG.id_akun) -> str:
        """The cookie of somebody who has just logged in: a sample account, or the first one of a new store."""
        return kuki_akun(self.alamat, akun)

    def kode(self) -> str:
        """The one-time code on its console."""
        return re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", self.catatan.read_text(encoding="utf-8"))[0]


MASUK_DENGAN: dict[str, tuple[str, dict[str, str]]] = {}
"""How one logs in at a server that is no sample office: path and form, by address."""
PERTAMA = {"nama_akun": "sri", "sandi": "padi-menguning-7"}
"""The first account of a new store."""


class _TanpaIkut(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def kirim(alamat: str, jalur: str, isian: Mapping[str, str], **kepala: str) -> HTTPMessage:
    """Send a form as a page of this server does; the headers of the answer, whatever its status."""
    data = urllib.parse.urlencode(isian).encode()
    permintaan = urllib.request.Request(f"{alamat}{jalur}", data, {"Origin": alamat, **kepala})  # noqa: S310 - our server
    try:
        with urllib.request.build_opener(_TanpaIkut).open(permintaan) as jawaban:
            return jawaban.headers
    except urllib.error.HTTPError as galat:
        with galat:
            return galat.headers


def kuki_akun(alamat: str, akun: str) -> str:
    """The cookie of somebody who has just logged in: a sample account, or the first one of a new store."""
    jalur, isian = MASUK_DENGAN.get(alamat, ("/masuk/contoh", {"akun": akun}))
    return kuki(alamat, jalur, isian)


def kuki(alamat: str, jalur: str, isian: Mapping[str, str]) -> str:
    """The token that a login gives."""
    kepala = SimpleCookie(kirim(alamat, jalur, isian)["set-cookie"] or "")
    return kepala[KUKI].value


def _port_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _tunggu(alamat: str, proses: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert proses.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(f"{alamat}/_stcore/health", timeout=5):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail("the server did not come up in time")


def _tunggu_siap(alamat: str) -> None:
    """Wait until the login page no longer says that the sample office is being made."""
    for _ in range(1500):
        try:
            urllib.request.urlopen(f"{alamat}/masuk", timeout=30).close()  # noqa: S310 - our own server
        except urllib.error.HTTPError as galat:
            with galat:
                if "retry-after" in galat.headers:
                    time.sleep(0.2)
                    continue
        return
    pytest.fail("the sample office was not made in time")


def salin_program(tujuan: Path) -> Path:
    """The program as a fresh clone has it, without any store."""
    tanpa = shutil.ignore_patterns("lokal", "__pycache__", "*.duckdb*")
    for nama in ("analytics", "data", "pages", ".streamlit"):
        shutil.copytree(AKAR / nama, tujuan / nama, ignore=tanpa)
    shutil.copyfile(AKAR / "app.py", tujuan / "app.py")
    return tujuan


@contextmanager
def jalankan(
    gudang: Path | None, catatan: Path, akar: Path = AKAR, port: int = 0, *, siap: bool = True
) -> Iterator[Peladen]:
    """`streamlit run app.py` over a store, or over the one that it makes itself; stopped at the end.

    What it prints goes into `catatan`; `akar` is the folder of the program. `siap`: wait until it can be entered.
    """
    port = port or _port_bebas()
    perintah = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with catatan.open("wb") as keluaran:
        lingkungan = {**os.environ, "CAPAIAN_DATA": str(gudang or "")}
        proses = subprocess.Popen(perintah, cwd=akar, env=lingkungan, stdout=keluaran, stderr=keluaran)
    alamat = f"http://127.0.0.1:{port}"
    try:
        _tunggu(alamat, proses)
        if siap:
            _tunggu_siap(alamat)
        yield Peladen(alamat, catatan, proses)
    finally:
        proses.terminate()
        proses.wait(timeout=30)


@pytest.fixture(scope="session")
def peladen(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    """One server over the sample office for tests that only read."""
    folder = tmp_path_factory.mktemp("peladen")
    gudang = folder / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, gudang)
    with jalankan(gudang, folder / "peladen.log") as satu:
        yield satu


@pytest.fixture
def peladen_segar(salinan_contoh: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server that nobody has asked anything yet, over a copy that the test may change."""
    with jalankan(salinan_contoh, tmp_path / "peladen.log") as satu:
        yield satu


@pytest.fixture
def peladen_klona(tmp_path: Path) -> Iterator[Peladen]:
    """A server of a fresh clone: nothing is set and no store exists."""
    with jalankan(None, tmp_path / "peladen.log", salin_program(tmp_path / "klona")) as satu:
        yield satu


@pytest.fixture
def peladen_baru(jalur_gudang: Path, tmp_path: Path) -> Iterator[Peladen]:
    """A server over a new store, in which the first account has been made and nothing else."""
    with jalankan(jalur_gudang, tmp_path / "peladen.log") as satu:
        sandi = {"sandi_lagi": PERTAMA["sandi"], "kode": satu.kode()}
        kirim(satu.alamat, "/masuk/pertama", {"nama": "Sri Wahyuni", **PERTAMA, **sandi})
        MASUK_DENGAN[satu.alamat] = ("/masuk", PERTAMA)
        yield satu
        del MASUK_DENGAN[satu.alamat]


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """Chromium, one for all tests."""
    if shutil.which("chromium") is None:
        pytest.skip("Chromium is not installed, so nothing could be looked at.")
    with sync_playwright() as pemain:
        satu = pemain.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield satu
        satu.close()


@dataclass
class Layar:
    """One tab, with every address outside this computer that it asked for, and every error in its console."""

    halaman: Page
    siapa: str | None = KASUBBAG.id_akun
    keluar: list[str] = field(default_factory=list)
    galat: list[str] = field(default_factory=list)

    def buka(self, alamat: str) -> str:
        """Go to an address, as who is named, and wait until the script has run; the title of the page."""
        asal = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(alamat))
        if self.siapa is not None and not self.halaman.context.cookies(asal):
            self.masuk(asal, self.siapa)
        self.halaman.goto(alamat)
        return self.tunggu()

    def masuk(self, alamat: str, akun: str) -> None:
        """Log this browser in at a server, as an account of the sample office or as the first one of a new store."""
        isi = kuki_akun(alamat, akun)
        self.halaman.context.add_cookies([{"name": KUKI, "value": isi, "url": alamat}])

    def tunggu(self) -> str:
        """Wait until the script has come to rest."""
        self.halaman.locator("[data-testid=stMain] h1").first.wait_for(timeout=60_000)
        self.halaman.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
        return self.halaman.locator("[data-testid=stMain] h1").first.inner_text()

    def samping(self) -> str:
        """Everything that can be read in the sidebar, which only the main script draws, once it says who is in."""
        samping = self.halaman.locator("[data-testid=stSidebar]")
        samping.get_by_text("Masuk sebagai").first.wait_for(timeout=60_000)
        return samping.inner_text()

    def lebar_isi(self) -> int:
        """Pixels that the page wants to be wide."""
        ukur = "Math.max(...[...document.querySelectorAll('html, [data-testid=stMain]')].map(satu => satu.scrollWidth))"
        return int(self.halaman.evaluate(ukur))

    def gambar_kosong(self) -> int:
        """Pictures whose frame is there but not drawn."""
        gambar = self.halaman.locator(".js-plotly-plot")
        return sum(not gambar.nth(nomor).locator("svg.main-svg").count() for nomor in range(gambar.count()))

    def isi(self) -> str:
        """Everything that can be read in the main area."""
        return self.halaman.locator("[data-testid=stMain]").inner_text()


@pytest.fixture
def layar(peramban: Browser) -> Iterator[Callable[..., Layar]]:
    """Opens a tab of a width and height, 1366 x 768 unless told."""
    konteks = []

    def buka(lebar: int = 1366, tinggi: int = 768, siapa: str | None = KASUBBAG.id_akun) -> Layar:
        satu = peramban.new_context(viewport={"width": lebar, "height": tinggi}, locale="id-ID", accept_downloads=True)
        konteks.append(satu)
        hasil = Layar(satu.new_page(), siapa)

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
    for satu in konteks:
        satu.close()
