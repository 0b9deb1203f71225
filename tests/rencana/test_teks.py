"""Whatever people write into a plan, the workbook of the plan opens and shows it as text."""

from __future__ import annotations

import io
from dataclasses import fields, is_dataclass, replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.aturan.teks import bersihkan
from analytics.pembaca.penjaga import jaga
from analytics.rencana.baris import Rencana
from analytics.rencana.lembar.baca import BacaanRencana, baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.konteks import Tersimpan, per_tahun, susun_konteks
from analytics.rencana.simpanan.banding import banding
from tests.rencana.alat_kecil import IKM, ketik, rencana_kecil

TAK_TERLIHAT = (
    "\u00ad",
    "\u061c",
    "\u180e",
    "\u200b",
    "\u2060",
    "\u2028",
    "\x07",
    "\ufffc",
    "\U000e0020",
)
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


def _baca(ubahan: dict[str, object]) -> BacaanRencana:
    return baca_rencana(b"", lambda _: ketik(ubahan))


@pytest.mark.parametrize("huruf", TAK_TERLIHAT)
def test_a_plan_is_stored_without_what_does_not_show(huruf: str) -> None:
    """As it comes from Word or PDF: the names are read clean, and writing them again gives the same plan."""
    bacaan = _baca({"Indikator!C5": f" Nilai{huruf} IKM\u00a0{huruf} "})
    assert bacaan.rencana is not None
    assert bacaan.temuan == ()
    assert bacaan.rencana.indikator[0].nama == "Nilai IKM"


@pytest.mark.parametrize("huruf", TAK_TERLIHAT)
def test_a_cell_with_nothing_to_see_is_blank(huruf: str) -> None:
    bacaan = _baca({"Indikator!C5": huruf})
    assert [(temuan.kode, temuan.sel) for temuan in bacaan.temuan] == [("wajib_kosong", "C5")]


@pytest.mark.parametrize("huruf", ["\u202a", "\u202e", "\u2066", "\u2069"])
@pytest.mark.parametrize(("sel", "kode"), [("C5", "teks_janggal"), ("A5", "kode_janggal")])
def test_a_text_that_shows_its_letters_in_another_order_is_refused(huruf: str, sel: str, kode: str) -> None:
    bacaan = _baca({f"Indikator!{sel}": f"IKM{huruf}-1"})
    assert (kode, sel) in [(temuan.kode, temuan.sel) for temuan in bacaan.temuan]


@pytest.mark.parametrize("huruf", TAK_TERLIHAT)
def test_a_stored_plan_with_what_does_not_show_is_not_changed_by_its_own_workbook(huruf: str) -> None:
    """What an earlier version stored stays as it is: its workbook comes back clean, and that is no change."""
    lama = _kotor(rencana_kecil(), huruf)
    bacaan = baca_rencana(susun_templat(lama).isi)
    assert bacaan.rencana is not None
    assert bacaan.rencana.indikator[0].nama != lama.indikator[0].nama
    aturan = {kunci: (_kotor(nilai, huruf), 0) for kunci, nilai in per_tahun(rencana_kecil().aturan, 2026).items()}
    selisih = banding(susun_konteks(bacaan, Tersimpan(lama, aturan)))
    assert selisih.kosong, selisih


def test_a_letter_more_is_a_change_also_beside_what_does_not_show() -> None:
    lama = _kotor(rencana_kecil(), "\u00ad")
    bacaan = baca_rencana(susun_templat(_dengan_nama(lama, "Nilai IKM Kecamatan")).isi)
    aturan = {kunci: (nilai, 0) for kunci, nilai in per_tahun(rencana_kecil().aturan, 2026).items()}
    selisih = banding(susun_konteks(bacaan, Tersimpan(lama, aturan)))
    assert [(ubahan.kode, set(ubahan.beda)) for ubahan in selisih.ubahan] == [(IKM, {"nama"})]


def _dengan_nama(rencana: Rencana, nama: str) -> Rencana:
    pertama, *lain = rencana.indikator
    return replace(rencana, indikator=(replace(pertama, nama=nama), *lain))


def _kotor(nilai: Any, huruf: str) -> Any:
    """The same plan with this character in every text that people wrote: those that hold a blank."""
    if isinstance(nilai, str):
        return nilai.replace(" ", f"{huruf} ")
    if isinstance(nilai, tuple):
        return tuple(_kotor(teks, huruf) for teks in nilai)
    if not is_dataclass(nilai) or isinstance(nilai, type):
        return nilai
    medan = {medan.name: getattr(nilai, medan.name) for medan in fields(nilai) if medan.compare}
    return replace(nilai, **{nama: _kotor(teks, huruf) for nama, teks in medan.items()})
