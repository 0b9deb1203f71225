"""A unit of the sample office that has its format for triwulan III 2026 and has sent nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.pembaca.baca import Pembaca
from analytics.sop.objek import Objek
from data.gudang import Gudang
from tests.alat.gudang import buang
from tests.alat.periksa import periksa_berkas
from tests.alat.sampai import sesudah
from tests.alat.tunggu import tunggu_unit

TW3 = Periode(2026, 3)
UMPEG = Objek.pengumpulan(KODE_PD, TW3, "UMPEG")
COBA = LETAK / "coba"
BENAR = COBA / "format_2026_TW3_UMPEG_benar.xlsx"
KELIRU = COBA / "format_2026_TW3_UMPEG_keliru.xlsx"
KEPALA = kepala("UMPEG").pelaku


def _bagikan_ke_umpeg(gudang: Gudang) -> None:
    tunggu_unit(gudang, TW3, ("UMPEG",))


@pytest.fixture
def toko(berkas_contoh: Path, tmp_path: Path) -> Iterator[Gudang]:
    gudang = sesudah(_bagikan_ke_umpeg, berkas_contoh, tmp_path / "contoh.duckdb")
    yield gudang
    buang(gudang)


@pytest.fixture(scope="session")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as anak:
        yield anak


@pytest.fixture(scope="session")
def benar(gudang_contoh: Gudang, pembaca: Pembaca) -> HasilPeriksa:
    """A workbook that leaves nothing to ask; no move of a unit changes what is found in it."""
    return periksa_berkas(gudang_contoh, KODE_PD, BENAR.read_bytes(), BENAR.name, pembaca=pembaca)


@pytest.fixture(scope="session")
def keliru(gudang_contoh: Gudang, pembaca: Pembaca) -> HasilPeriksa:
    """A workbook with three galat and five questions."""
    return periksa_berkas(gudang_contoh, KODE_PD, KELIRU.read_bytes(), KELIRU.name, pembaca=pembaca)
