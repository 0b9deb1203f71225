"""The small office, evaluated and compiled once for the tests of this folder."""

from __future__ import annotations

import pytest

from data.gudang import Gudang
from tests.alat.kantor_dokumen import Hasil, cetak, evaluasi, isi_kantor


@pytest.fixture(scope="session")
def kantor() -> Gudang:
    return isi_kantor()


@pytest.fixture(scope="session")
def hasil(kantor: Gudang) -> Hasil:
    return evaluasi(kantor)


@pytest.fixture(scope="session")
def buku(hasil: Hasil) -> bytes:
    return cetak(hasil)
