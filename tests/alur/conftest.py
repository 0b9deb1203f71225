from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.sistem import buka_gudang
from data.gudang import Gudang


@pytest.fixture
def kantor(salinan_contoh: Path) -> Iterator[Gudang]:
    """A copy of the sample office that one test may change."""
    satu = buka_gudang(salinan_contoh)
    yield satu
    satu.tutup()
