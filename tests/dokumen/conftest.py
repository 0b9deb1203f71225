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


@pytest.fixture(scope="session")
def sebagian() -> Gudang:
    """An office of two sub kegiatan, of which the greater one reported no money for the end of any year."""
    toko, sub, lain = Toko(), "7.01.06.2.01.0002", "7.01.06.2.01.0003"
    toko.simpul("7.01.06", "program", "S1.1", 3)
    toko.simpul("7.01.06.2.01", "kegiatan", "7.01.06", 4)
    toko.simpul(sub, "sub_kegiatan", "7.01.06.2.01", 5, unit="S1")
    toko.simpul(lain, "sub_kegiatan", "7.01.06.2.01", 6, unit="S2")
    for simpul, rupiah in ((sub, 96_000_008), (lain, 10_000_000)):
        toko.pagu(simpul, dict.fromkeys(range(2024, 2029), rupiah), 1)
        toko.pagu(simpul, {2026: rupiah}, 4)
    asal = {"sumber": "LKjIP", "lembar": "Riwayat", "sel": "E2"}
    for tahun in (2024, 2025):
        toko.tambah("riwayat_anggaran", id_rencana=1, kode_simpul=lain, tahun=tahun, rupiah=9_000_000, **asal)
    toko.anggaran(sub, {1: 1_111_111, 3: 3_333_333})
    toko.anggaran(lain, {1: 2_000_000, 2: 4_000_000, 3: 6_000_000, 4: 9_352_000}, unit="S2")
    return toko.tulis()
