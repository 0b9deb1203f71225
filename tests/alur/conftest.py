"""The small office, fresh for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.sistem import buka_gudang
from tests.alur.alat import Kantor, buka_kantor


@pytest.fixture(scope="session")
def kantor_baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store file of the office before anybody has moved anything, closed."""
    jalur = tmp_path_factory.mktemp("kantor") / "kantor.duckdb"
    with buka_kantor(jalur):
        return jalur


@pytest.fixture
def kantor(kantor_baru: Path, tmp_path: Path) -> Iterator[Kantor]:
    """The office before anybody has moved anything; a test may change it."""
    gudang = buka_gudang(Path(shutil.copyfile(kantor_baru, tmp_path / "kantor.duckdb")))
    yield Kantor(gudang)
    gudang.tutup()
