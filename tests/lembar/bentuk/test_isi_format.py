from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang
from tests.alat.buku import buku_kecil
from tests.alat.isi_format import isi_format
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, KODE_PD, PADA, PEMBINAAN, SUB_1, TAHUN, isi_gudang

ISIAN = {
    APBDES: {"pembilang": 12, "penyebut": 13, "faktor_penghambat": "=SUM(A1)"},
    DESA_SELESAI: {"realisasi": Decimal("66.67")},
    PEMBINAAN: {"realisasi": "1.200"},
}


@pytest.fixture(scope="module")
def kosong() -> bytes:
    """The format workbook of a unit as it is handed out."""
    gudang = Gudang.buka(None)
    isi_gudang(gudang)
    buku = susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA).isi
    gudang.tutup()
    return buku


def test_the_same_typing_gives_the_same_bytes(kosong: bytes) -> None:
    uang = {SUB_1: {"rupiah": 9_500_000}}
    assert isi_format(kosong, ISIAN, uang) == isi_format(kosong, ISIAN, uang)


def test_numbers_become_numbers_and_texts_stay_texts(kosong: bytes) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(isi_format(kosong, ISIAN, {SUB_1: {"rupiah": 9_500_000}})))
    lembar = buku["Realisasi"]
    assert (lembar["K9"].value, lembar["L9"].value, lembar["M12"].value) == (12, 13, 66.67)
    assert (lembar["M14"].value, lembar["M14"].data_type) == ("1.200", "s")
    assert (lembar["Q9"].value, lembar["Q9"].data_type) == ("=SUM(A1)", "s")
    assert buku["Anggaran"]["F7"].value == 9_500_000


def test_what_was_not_typed_stays_as_it_was(kosong: bytes) -> None:
    lama, baru = (openpyxl.load_workbook(io.BytesIO(buku)) for buku in (kosong, isi_format(kosong, {}, {})))
    for nama in lama.sheetnames:
        assert [[sel.value for sel in baris] for baris in lama[nama]] == [
            [sel.value for sel in baris] for baris in baru[nama]
        ]
    assert baru["Realisasi"].protection.sheet
    assert len(baru["Realisasi"].data_validations.dataValidation) == 15


@pytest.mark.parametrize(("kode", "kunci"), [("ZZ-1", "realisasi"), (APBDES, "bukan_kolom")])
def test_an_unknown_row_or_column_is_named(kosong: bytes, kode: str, kunci: str) -> None:
    with pytest.raises(KeyError, match=kode if kode == "ZZ-1" else kunci):
        isi_format(kosong, {kode: {kunci: 1}})


def test_a_strangers_workbook_is_not_filled() -> None:
    with pytest.raises(KeyError, match="_capaian"):
        isi_format(buku_kecil({"Realisasi": {"A1": 1}}), {})
