"""The small office with its plan, and the way of a workbook: written, filled, checked, stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final
from weakref import WeakKeyDictionary

import pytest

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.lembar.catat.terima import PutusanKiriman, terima
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang
from tests.alat.isi_format import isi_format
from tests.alat.kantor_lembar import KODE_PD, PADA, TAHUN, isi_gudang
from tests.alat.kosong import gudang_berisi
from tests.alat.periksa import periksa_berkas
from tests.lembar.alat_isian import Kirim, Periksa, Susun


@pytest.fixture(scope="session")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture(scope="session")
def gudang_bersih() -> Iterator[list[Gudang]]:
    """Stores with the plan and nothing else, kept for the next test."""
    tersedia: list[Gudang] = []
    yield tersedia
    for toko in tersedia:
        toko.tutup()


@pytest.fixture
def gudang(gudang_bersih: list[Gudang]) -> Iterator[Gudang]:
    """A store with the plan. One that a test wrote to is not used again."""
    toko = gudang_bersih.pop() if gudang_bersih else gudang_berisi(isi_gudang)
    _AWAL.setdefault(toko, toko.versi_data())
    yield toko
    if _bersih(toko):
        gudang_bersih.append(toko)
    else:
        _PEMERIKSA.pop(toko, None)
        toko.tutup()


_AWAL: Final[WeakKeyDictionary[Gudang, int]] = WeakKeyDictionary()
"""The number of the last peristiwa of each store when it was new."""
_PEMERIKSA: Final[WeakKeyDictionary[Gudang, PemeriksaBerkas]] = WeakKeyDictionary()
"""Who checks the files of a store that nobody has written to: he remembers its plan."""
_FORMAT: Final[dict[tuple[str, int], bytes]] = {}
"""The format workbooks of a store that nobody has written to."""


def _bersih(gudang: Gudang) -> bool:
    return gudang.versi_data() == _AWAL[gudang]


def _format(gudang: Gudang, unit: str, triwulan: int) -> bytes:
    if not _bersih(gudang):
        return susun_format(gudang, KODE_PD, unit, Periode(TAHUN, triwulan), PADA).isi
    if (unit, triwulan) not in _FORMAT:
        _FORMAT[unit, triwulan] = susun_format(gudang, KODE_PD, unit, Periode(TAHUN, triwulan), PADA).isi
    return _FORMAT[unit, triwulan]


def _berwaktu(isian: Isian | None) -> bool:
    """Whether a cell is to hold a date or a time, with the format that a spreadsheet gives it."""
    return any(isinstance(nilai, date | time) for ketikan in (isian or {}).values() for nilai in ketikan.values())


@pytest.fixture
def susun(gudang: Gudang) -> Susun:
    """The format workbook of a unit and triwulan, with these cells typed."""

    def buat(
        isian: Isian | None = None, anggaran: Isian | None = None, *, triwulan: int = 3, unit: str = "PEM"
    ) -> bytes:
        if not isian and not anggaran:
            return _format(gudang, unit, triwulan)
        if _berwaktu(isian):
            return isi_format(_format(gudang, unit, triwulan), isian or {}, anggaran)
        diketik = IsianUnit(isian or {}, anggaran or {})
        return susun_format(gudang, KODE_PD, unit, Periode(TAHUN, triwulan), PADA, diketik).isi

    return buat


@pytest.fixture
def periksa(gudang: Gudang, pembaca: Pembaca) -> Periksa:
    def jalankan(isi: bytes) -> HasilPeriksa:
        if not _bersih(gudang):
            return periksa_berkas(gudang, KODE_PD, isi, "kiriman.xlsx", pembaca=pembaca)
        pemeriksa = _PEMERIKSA.setdefault(gudang, PemeriksaBerkas(gudang, KODE_PD, pembaca))
        return pemeriksa.periksa(isi, "kiriman.xlsx")

    return jalankan


@pytest.fixture
def kirim(gudang: Gudang, periksa: Periksa) -> Kirim:
    """Check a workbook and store it, with one reason for every peringatan that lacks one."""

    def jalankan(isi: bytes, alasan: str | None = "sudah diperiksa ke seksi", waktu: datetime = PADA) -> PutusanKiriman:
        pemeriksaan = periksa(isi)
        diberi = {temuan.kunci: alasan for temuan in pemeriksaan.perlu_alasan({})} if alasan else {}
        return terima(gudang, pemeriksaan, diberi, "Kasubbag (contoh)", waktu, f"unggah {pemeriksaan.sha256}")

    return jalankan
