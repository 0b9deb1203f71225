"""A unit says that an earlier value still holds, and that is a report of this triwulan with its source."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from analytics.aturan.periode import Periode
from analytics.aturan.tetap import Tetap, tulis_tetap, urai_tetap
from analytics.evaluasi.bacaan import baca
from data.gudang import Gudang
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, KODE_PD, OPINI, PEMBINAAN, TAHUN
from tests.lembar.alat_isian import DULU, LENGKAP, UANG, Kirim, Periksa, Susun, cari_baris

TETAP = "nilai TW II tetap berlaku"


@pytest.fixture
def dulu(susun: Susun, kirim: Kirim) -> None:
    """Triwulan II was reported."""
    kirim(susun(DULU, UANG, triwulan=2))


@pytest.mark.parametrize(
    ("teks", "dibaca"),
    [
        (TETAP, Tetap(2)),
        ("Nilai  TW 2 tetap berlaku.", Tetap(2)),
        ("triwulan III tetap", Tetap(3)),
        ("tetap berlaku", Tetap()),
        ("masih tetap", Tetap()),
        ("tetap 45", None),
        ("nilai TW V tetap berlaku", None),
        ("ditetapkan", None),
    ],
)
def test_the_words_are_read_in_one_way(teks: str, dibaca: Tetap | None) -> None:
    assert urai_tetap(teks) == dibaca
    assert urai_tetap(tulis_tetap(2)) == Tetap(2)


@pytest.mark.usefixtures("dulu")
def test_the_last_value_is_reported_again_as_number_pair_or_grade(
    gudang: Gudang, susun: Susun, periksa: Periksa, kirim: Kirim
) -> None:
    isian = {APBDES: {"pembilang": "tetap"}, DESA_SELESAI: {"realisasi": TETAP}, OPINI: {"realisasi": "TW II tetap"}}
    isi = susun({**LENGKAP, **isian}, UANG)
    hasil = periksa(isi)
    assert [(temuan.kode, temuan.dipahami) for temuan in hasil.temuan if temuan.tingkat != "peringatan"] == [
        ("tetap_dibaca", "11 / 13"),
        ("tetap_dibaca", "BB"),
        ("tetap_dibaca", "45"),
    ]
    apbdes, opini, selesai = (cari_baris(hasil, kode) for kode in (APBDES, OPINI, DESA_SELESAI))
    assert (apbdes.pembilang, apbdes.penyebut, opini.peringkat, selesai.nilai) == (11, 13, "BB", Decimal(45))
    assert {baris.diketik for baris in (apbdes, opini, selesai)} == {TETAP}
    assert kirim(isi).status == "diterima"
    kini = baca(gudang, KODE_PD, Periode(TAHUN, 3)).baris_indikator(TAHUN, DESA_SELESAI).pada(3)
    assert (kini.sebutan, kini.realisasi and kini.realisasi.tulis(), kini.catatan) == ("terisi", "45", TETAP)


@pytest.mark.parametrize(
    ("kode", "kolom", "teks", "sebab"),
    [
        (PEMBINAAN, "realisasi", "tetap", "memerlukan nilai setiap triwulan (jumlah)"),
        (DESA_SELESAI, "realisasi", "nilai TW I tetap berlaku", "yang terakhir dilaporkan tahun ini adalah TW II"),
    ],
)
@pytest.mark.usefixtures("dulu")
def test_where_no_value_can_hold_the_cell_is_told_why(
    susun: Susun, periksa: Periksa, kode: str, kolom: str, teks: str, sebab: str
) -> None:
    temuan = [
        butir for butir in periksa(susun({**LENGKAP, kode: {kolom: teks}}, UANG)).temuan if butir.kode_baris == kode
    ]
    assert [butir.kode for butir in temuan] == ["tetap_tidak_berlaku"]
    assert sebab in temuan[0].pesan


def test_in_the_first_report_of_a_year_nothing_can_hold(susun: Susun, periksa: Periksa) -> None:
    temuan = periksa(susun({**LENGKAP, APBDES: {"pembilang": "tetap", "penyebut": "tetap"}}, UANG)).temuan
    assert [(butir.kode, butir.kode_baris) for butir in temuan] == [("tetap_tidak_berlaku", APBDES)]
    assert "tahun ini belum ada triwulan yang dilaporkan" in temuan[0].pesan


@pytest.mark.usefixtures("dulu")
def test_a_format_offers_the_words_where_they_can_stand_and_nowhere_else(susun: Susun) -> None:
    lembar = openpyxl.load_workbook(io.BytesIO(susun()))["Realisasi"]
    pesan = [str(v.errorTitle and v.error) for v in lembar.data_validations.dataValidation]
    daftar = [str(v.formula1) for v in lembar.data_validations.dataValidation]
    assert sum(TETAP in teks for teks in pesan) == 3
    assert sum(TETAP in teks for teks in daftar) == 1
