"""Whatever people write into a plan, the workbook of the plan opens and shows it as text."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.aturan.teks import bersihkan
from analytics.pembaca.penjaga import jaga
from analytics.rencana.baris import Rencana
from analytics.rencana.susun import susun_templat
from tests.rencana.kecil import rencana_kecil

NAKAL = ("=cmd|' /C calc'!A0", "@SUM(A1)", "-5", "<r>x</r>", "a\ud800b", "\ufffe\uffff", "\u202eexe", "x" * 40_000)
TEKS = st.one_of(st.text(st.characters(codec=None, exclude_categories=()), max_size=60), st.sampled_from(NAKAL))


def _dengan(teks: str) -> Rencana:
    rencana = rencana_kecil()
    assert rencana.identitas is not None
    return replace(
        rencana,
        identitas=replace(rencana.identitas, nama=teks, kabupaten=teks),
        unit=tuple(replace(unit, nama=teks) for unit in rencana.unit),
        simpul=tuple(replace(simpul, nama=teks) for simpul in rencana.simpul),
        indikator=tuple(replace(indikator, nama=teks, satuan=teks, definisi=teks) for indikator in rencana.indikator),
    )


@settings(max_examples=25)
@given(teks=TEKS)
def test_any_text_of_a_plan_stands_in_its_cell_as_text(teks: str) -> None:
    isi = susun_templat(_dengan(teks)).isi
    assert jaga(isi) == ()
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    kepala = {sel.value: sel.column_letter for sel in buku["Indikator"][4]}
    sel = [buku["Indikator"][f"{kepala[judul]}5"] for judul in ("Nama indikator", "Satuan")]
    for sel_teks in (*sel, buku["Identitas"]["B6"], buku["Identitas"]["B7"]):
        assert (
            sel_teks.value is None
            if bersihkan(teks) == ""
            else (sel_teks.data_type, sel_teks.value) == ("s", bersihkan(teks))
        )


@pytest.mark.parametrize(("teks", "kutip"), [("=1+1", True), ("-5", True), ("Nilai", False)])
def test_text_that_looks_like_a_formula_stays_text_when_the_cell_is_entered_again(teks: str, *, kutip: bool) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(susun_templat(_dengan(teks)).isi))
    assert bool(buku["Indikator"]["C5"].quotePrefix) is kutip


def test_a_row_of_a_long_text_is_no_higher_than_excel_allows() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(susun_templat(_dengan("kata " * 5000)).isi))
    assert buku["Indikator"].row_dimensions[5].height == 409.5
