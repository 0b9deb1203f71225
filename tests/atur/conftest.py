from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.gudang import Gudang
from tests.alat.gudang import buang
from tests.atur.alat_kantor import buka_kantor


@pytest.fixture
def kantor() -> Iterator[Gudang]:
    """The small office, which a test may change."""
    gudang = buka_kantor()
    yield gudang
    buang(gudang)


@pytest.fixture(scope="module")
def utuh() -> Iterator[Gudang]:
    """The small office, for what is refused: nothing but the log may change in it."""
    gudang = buka_kantor()
    yield gudang
    buang(gudang)
