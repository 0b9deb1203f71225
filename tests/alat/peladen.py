"""A real server over a store, and how a program logs in at it."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message as HTTPMessage
from http.cookies import SimpleCookie
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import pytest

from analytics.contoh.akun import KASUBBAG
from pages.gerbang.asal import KUKI

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext

AKAR = Path(__file__).parents[2]
_TUNGGU_KODE: Final = 60
"""Seconds within which a new store is ready and its one-time code stands on the console."""


_DIMUAT: Final = (
    *("streamlit.web.cli", "app", "plotly.graph_objects"),
    *("pages.komponen.tanya", "pages.komponen.unduh", "pages.komponen.persetujuan", "analytics.alur.kirim"),
)
"""What every server reads before it answers, and most pages after that."""


class _Cabang:
    """A server that branched off a process which has read the program already; as much of `Popen` as is asked of it."""

    def __init__(self, cara: ForkServerContext, perintah: Sequence[str], gudang: str, catatan: Path) -> None:
        cara.set_forkserver_preload(list(_DIMUAT))
        self._proses = cara.Process(target=_layani, args=(perintah, gudang, catatan), daemon=True)
        with _tanpa_utama():
            self._proses.start()

    def poll(self) -> int | None:
        return self._proses.exitcode

    def send_signal(self, sinyal: int) -> None:
        os.kill(self._proses.pid or 0, sinyal)

    def terminate(self) -> None:
        self._proses.terminate()

    def wait(self, timeout: float) -> None:
        self._proses.join(timeout)
        assert self._proses.exitcode is not None, "the server did not stop"


@contextmanager
def _tanpa_utama() -> Iterator[None]:
    """A branch runs the main module of who asks for it; Streamlit puts a page of ours there when one is drawn."""
    utama = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = utama


def _layani(perintah: Sequence[str], gudang: str, catatan: Path) -> None:
    """What `python -m streamlit` does with these arguments, in this process."""
    os.chdir(AKAR)
    os.environ["CAPAIAN_DATA"] = gudang
    keluaran = os.open(catatan, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for aliran in (1, 2):
        os.dup2(keluaran, aliran)
    sys.argv = ["streamlit", *perintah]
    runpy.run_module("streamlit", run_name="__main__")


def _mulai(akar: Path, perintah: Sequence[str], gudang: str, catatan: Path) -> _Cabang | subprocess.Popen[bytes]:
    """Start a server: of this program as a branch where the system can, of another folder as everybody starts it."""
    if akar == AKAR and "forkserver" in get_all_start_methods():
        return _Cabang(get_context("forkserver"), perintah, gudang, catatan)
    with catatan.open("wb") as keluaran:
        lingkungan = {**os.environ, "CAPAIAN_DATA": gudang}
        return subprocess.Popen(
            [sys.executable, "-m", "streamlit", *perintah], cwd=akar, env=lingkungan, stdout=keluaran, stderr=keluaran
        )


@dataclass(frozen=True)
class Peladen:
    """A running server: where it listens, what it prints, and its process."""

    alamat: str
    catatan: Path
    proses: _Cabang | subprocess.Popen[bytes]

    def kuki(self, akun: str = KASUBBAG.id_akun) -> str:
        """The cookie of somebody who has just logged in: a sample account, or the first one of a new store."""
        return kuki_akun(self.alamat, akun)

    def kode(self) -> str:
        """The one-time code on its console, which is written when the store is ready, not when the server answers."""
        akhir = time.monotonic() + _TUNGGU_KODE
        while True:
            kode = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", self.catatan.read_text(encoding="utf-8"))
            if kode is not None:
                return kode[0]
            assert time.monotonic() < akhir, self.catatan.read_text(encoding="utf-8")
            time.sleep(0.05)


MASUK_DENGAN: dict[str, tuple[str, dict[str, str]]] = {}
"""How one logs in at a running server that is no sample office: path and form, by address."""
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


_BEKAS: Final[set[int]] = set()
"""Where servers of this process listened that have ended: a browser has fetched there already what Streamlit brings."""


@contextmanager
def _port(diminta: int) -> Iterator[int]:
    """The port that was asked for, one that is free again, or a new one."""
    port = diminta or next(filter(_bebas, sorted(_BEKAS)), 0) or _port_baru()
    _BEKAS.discard(port)
    yield port
    _BEKAS.add(port)


def _bebas(port: int) -> bool:
    """Whether a server may listen here."""
    with socket.socket() as soket, suppress(OSError):
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        soket.bind(("127.0.0.1", port))
        return True
    return False


def _port_baru() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _tunggu(alamat: str, proses: _Cabang | subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert proses.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(f"{alamat}/_stcore/health", timeout=5):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
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
    with _port(port) as letak:
        perintah = ["run", "app.py", "--server.headless=true", f"--server.port={letak}"]
        proses = _mulai(akar, perintah, str(gudang or ""), catatan)
        alamat = f"http://127.0.0.1:{letak}"
        try:
            _tunggu(alamat, proses)
            if siap:
                _tunggu_siap(alamat)
            yield Peladen(alamat, catatan, proses)
        finally:
            MASUK_DENGAN.pop(alamat, None)
            proses.terminate()
            proses.wait(timeout=30)
