"""The small office, evaluated and compiled with all its forms once for the tests of this folder."""

from __future__ import annotations

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from data.gudang import Gudang
from tests.alat.evaluasi import Hasil, evaluasi_tiga
from tests.alat.kantor_dokumen import PERIODE, isi_kantor
from tests.alat.toko import KODE_PD, TAHUN, Toko


@pytest.fixture(scope="session")
def kantor() -> Gudang:
    return isi_kantor()


@pytest.fixture(scope="session")
def hasil(kantor: Gudang) -> Hasil:
    return evaluasi_tiga(kantor, KODE_PD, PERIODE)


@pytest.fixture(scope="session")
def kompilasi(kantor: Gudang) -> Kompilasi:
    return evaluasi_semua(kantor, KODE_PD, PERIODE)


@pytest.fixture(scope="session")
def tanpa_rencana() -> Kompilasi:
    """All forms of an office without plan or data."""
    toko = Toko()
    toko.tabel["rencana"] = []
    return evaluasi_semua(toko.tulis(), KODE_PD, Periode(TAHUN, 1))


@pytest.fixture(scope="session")
def buku(kompilasi: Kompilasi) -> bytes:
    return susun_kompilasi(kompilasi)
