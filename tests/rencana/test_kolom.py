"""A column is declared once, beside its field; sheet, store and questions are derived from that."""

from __future__ import annotations

from dataclasses import fields

import pytest

from analytics.rencana.baris import (
    BAGIAN_DOKUMEN,
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    SimpulPohon,
    Unit,
    VersiDokumen,
)
from analytics.rencana.kolom import kolom_medan, kolom_simpan
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR, INDIKATOR, LembarRencana
from analytics.rencana.simpanan.rekam import dari_rekaman, ke_rekaman
from data.gudang import Gudang
from tests.alat.gudang import mesin
from tests.rencana.alat_kecil import rencana_kecil

JENIS_BARIS = (
    IdentitasKantor,
    Unit,
    VersiDokumen,
    SimpulPohon,
    IndikatorRencana,
    AturanRencana,
    *BAGIAN_DOKUMEN.values(),
)


@pytest.mark.parametrize("lembar", DAFTAR_LEMBAR, ids=lambda lembar: lembar.kunci)
def test_a_sheet_has_each_column_and_each_header_once(lembar: LembarRencana) -> None:
    assert len({kolom.kunci for kolom in lembar.kolom}) == len(lembar.kolom)
    assert len({kolom.judul for kolom in lembar.kolom}) == len(lembar.kolom)


@pytest.mark.parametrize("jenis", JENIS_BARIS, ids=lambda jenis: jenis.__name__)
def test_every_field_of_a_row_has_a_column_of_its_table_in_the_store(jenis: type, gudang: Gudang) -> None:
    with mesin(gudang) as kursor:
        tabel = set(kursor.table(jenis.TABEL).columns)
    simpan = kolom_simpan(jenis)
    assert list(simpan) == [medan.name for medan in fields(jenis)]
    assert {nama for kolom in simpan.values() for nama in kolom} <= tabel


def test_what_is_stored_of_a_row_is_read_back_as_the_same_row() -> None:
    rencana = rencana_kecil()
    for nama, jenis in BAGIAN_DOKUMEN.items():
        for baris in getattr(rencana, nama):
            assert dari_rekaman(jenis, ke_rekaman(baris), dokumen=baris.dokumen) == baris
    for baris in (*rencana.unit, *rencana.simpul, *rencana.aturan, *rencana.dokumen):
        assert dari_rekaman(type(baris), ke_rekaman(baris)) == baris


def test_a_field_that_may_be_none_need_not_be_filled() -> None:
    wajib = {nama: bool(kolom.wajib) for nama, kolom in kolom_medan(SimpulPohon).items()}
    assert wajib == {"kode": True, "tingkat": True, "induk": False, "nama": True, "unit": False, "sasaran": False}


def test_the_rule_of_an_indicator_stands_between_its_unit_and_its_reports() -> None:
    urutan = [kolom.kunci for kolom in INDIKATOR.kolom]
    assert urutan.index("unit") < urutan.index("polaritas") < urutan.index("laporan") < urutan.index("mulai")


def test_a_question_about_a_change_names_the_column_in_words() -> None:
    sebutan = {nama: kolom.sebutan for nama, kolom in kolom_medan(IdentitasKantor).items()}
    assert (sebutan["kode_bps"], sebutan["contoh"], sebutan["kode_wilayah"]) == (
        "kode BPS",
        "data contoh",
        "kode wilayah",
    )
