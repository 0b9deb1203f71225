"""What every test shares: the profile of Hypothesis, stores, and the rule that nothing is skipped in CI."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import duckdb
import pytest
from hypothesis import HealthCheck, settings

from analytics.contoh.semai import buat_contoh
from analytics.sistem import buka_gudang
from data.gudang import Gudang

_AKAR = Path(__file__).parents[1]
_DI_CI = os.environ.get("CI") == "true"
_TERLALU_LAMA = 900
"""Seconds after which somebody who was making the sample store must have been killed."""
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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _lewat_adalah_gagal((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _lewat_adalah_gagal((yield))


@pytest.fixture
def gudang() -> Iterator[Gudang]:
    """An empty store in memory, ready for use."""
    gudang = buka_gudang(None)
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
    """
    folder = Path(tempfile.gettempdir()) / f"capaian-contoh-{_sidik_program()}"
    tujuan = folder / "contoh.duckdb"
    folder.mkdir(exist_ok=True)
    giliran = folder / "sedang_dibuat"
    while not tujuan.exists():
        with suppress(FileNotFoundError):
            if time.time() - giliran.stat().st_mtime > _TERLALU_LAMA:
                giliran.rmdir()
        with suppress(FileExistsError):
            giliran.mkdir()
            try:
                buat_contoh(tujuan)
            finally:
                giliran.rmdir()
        time.sleep(0.2)
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
