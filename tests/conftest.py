"""What every test shares: the profile of Hypothesis, stores, and the rule that nothing is skipped in CI."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from pwdlib import PasswordHash

from analytics.akun import sandi
from analytics.contoh.semai import LangkahContoh, buat_contoh
from analytics.sistem import buka_gudang, siapkan_proses
from data.gudang import Gudang
from tests.alat.kosong import gudang_kosong

_AKAR = Path(__file__).parents[1]
_LAMA = frozenset(
    {
        *("akun", "alur", "atur", "beku", "bukti_asli", "cadangan", "contoh", "fikstur", "gerbang", "halaman"),
        *("test_baris_perintah.py", "test_berlaku.py", "test_bolak_balik.py", "test_fuzz.py", "test_hitung_ulang.py"),
        *("potret", "test_korpus.py", "test_layanan.py"),
    }
)
"""Rooms and modules that `make cepat` leaves out, beside what drives a browser or LibreOffice."""
_DAHULU = ("test_potret.py::test_every", "tests/browser/")
"""What is begun with: the longest tests, and those that wait for others."""
_DI_CI = os.environ.get("CI") == "true"
KABAR_CONTOH = "kabar.json"
"""What is told while the sample store is made, beside it: each step as number, of how many, words."""
_Laporan = TypeVar("_Laporan", pytest.TestReport, pytest.CollectReport)

# The same examples on every machine and no time limit for one: a red test must be red everywhere.
settings.register_profile(
    "capaian", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("capaian")


def _lewat_adalah_gagal(laporan: _Laporan) -> _Laporan:
    if _DI_CI and laporan.skipped:
        sebab = laporan.longrepr[2] if isinstance(laporan.longrepr, tuple) else str(laporan.longrepr)
        laporan.__dict__.pop("wasxfail", None)
        laporan.outcome = "failed"
        laporan.longrepr = f"{laporan.nodeid} was not run, and with CI=true that is a failure. {sebab}"
    return laporan


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker a processor: what servers, browsers and LibreOffice do beside them fills the gaps."""
    return os.cpu_count() or 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long as `lama`, and begin with what takes longest, so that nobody waits for it at the end."""
    for item in items:
        berperaga = any(map(item.get_closest_marker, ("browser", "libreoffice")))
        if berperaga or _LAMA.intersection(item.nodeid.replace("::", "/").split("/")):
            item.add_marker("lama")
    items.sort(key=_giliran)


def _giliran(item: pytest.Item) -> int:
    return next((urutan for urutan, nama in enumerate(_DAHULU) if nama in item.nodeid), len(_DAHULU))


def pytest_collection_finish() -> None:
    """As the program begins; what is read by now stays to the end, and no search for garbage walks through it again."""
    siapkan_proses()
    gc.freeze()


def pytest_unconfigure() -> None:
    """The engine counts at the end what was not given back."""
    gc.unfreeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _lewat_adalah_gagal((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _lewat_adalah_gagal((yield))


class _PenyandiIngat(PasswordHash):
    """argon2id as the program uses it; whether one password has one hash never changes and is worked out once."""

    def __init__(self) -> None:
        super().__init__(sandi._PENYANDI.hashers)
        self._verify = cache(super().verify)

    def verify(self, password: str | bytes, hash: str | bytes) -> bool:  # noqa: A002 - the name of the library
        return self._verify(password, hash)


@pytest.fixture(scope="session", autouse=True)
def penyandi() -> None:
    sandi._PENYANDI = _PenyandiIngat()


@pytest.fixture
def gudang() -> Iterator[Gudang]:
    """An empty store, ready for use."""
    gudang = gudang_kosong()
    yield gudang
    gudang.tutup()


@pytest.fixture
def jalur_gudang(tmp_path: Path) -> Path:
    """Where a test may create a store file."""
    return tmp_path / "capaian.duckdb"


@pytest.fixture(scope="session")
def berkas_contoh() -> Path:
    """The store file of the sample office, closed; copy it before writing.

    It is made once for all workers and for later runs of the same program: its name is the digest of all it is made of.
    What was told meanwhile stands beside it, the last thing that is written.
    """
    folder = Path(tempfile.gettempdir()) / f"capaian-contoh-{_sidik_program()}"
    tujuan, kabar = folder / "contoh.duckdb", folder / KABAR_CONTOH
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "giliran"):
        if not kabar.exists():
            tujuan.unlink(missing_ok=True)
            langkah: list[LangkahContoh] = []
            buat_contoh(tujuan, langkah.append)
            kabar.write_text(json.dumps([astuple(tiap) for tiap in langkah]), encoding="utf-8")
    return tujuan


def _sidik_program() -> str:
    """SHA-256 over every file that decides what the sample store holds, and over the engine's version."""
    jumlah = hashlib.sha256(duckdb.__version__.encode())
    for folder in ("analytics", "data"):
        for berkas in sorted((_AKAR / folder).rglob("*")):
            if berkas.is_file() and "lokal" not in berkas.parts and "__pycache__" not in berkas.parts:
                jumlah.update(berkas.relative_to(_AKAR).as_posix().encode() + berkas.read_bytes())
    return jumlah.hexdigest()[:16]


@pytest.fixture(scope="session")
def gudang_contoh(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    """The sample office, open for reading by any test."""
    salinan = tmp_path_factory.mktemp("baca") / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, salinan)
    gudang = buka_gudang(salinan)
    yield gudang
    gudang.tutup()


@pytest.fixture
def salinan_contoh(berkas_contoh: Path, tmp_path: Path) -> Path:
    """A copy of the sample office's store file that one test may change."""
    salinan = tmp_path / "contoh.duckdb"
    shutil.copyfile(berkas_contoh, salinan)
    return salinan
