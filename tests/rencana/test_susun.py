"""The workbook that is written says what the plan says, and is read back to the same plan."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.rencana.baris import IndikatorRencana, NilaiRencana, Rencana
from analytics.rencana.lembar.baca import baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR
from tests.rencana.alat_kecil import IKM, LAYANAN, berkas_kecil, rencana_kecil

_SEMUA_LEMBAR = ["Petunjuk", *(lembar.nama for lembar in DAFTAR_LEMBAR)]
_ANGKA = st.decimals(min_value=-99_999, max_value=10**9, places=4, allow_nan=False)
_NILAI = st.one_of(
    _ANGKA.map(NilaiRencana),
    st.tuples(_ANGKA.map(abs), _ANGKA.map(abs)).map(lambda batas: NilaiRencana(bawah=min(batas), atas=max(batas))),
)
_NAMA = (
    st.text(st.sampled_from("abc XYZ=+-@'\"<&%/,;0129éś"), min_size=1).map(lambda s: " ".join(s.split())).filter(bool)
)


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


def _sama(kiri: Rencana, kanan: Rencana) -> bool:
    """Equal whatever the order of rows within a sheet."""
    return all(_kumpul(getattr(kiri, f.name)) == _kumpul(getattr(kanan, f.name)) for f in fields(Rencana))


def _kumpul(isi: object) -> object:
    return Counter(isi) if isinstance(isi, tuple) else isi


def _baca(isi: bytes, pembaca: Pembaca) -> Rencana:
    bacaan = baca_rencana(isi, pembaca.baca)
    assert [temuan for temuan in bacaan.temuan if temuan.tingkat != "info"] == []
    assert bacaan.rencana is not None
    rujukan = tuple(s for s in bacaan.rencana.rujukan if s.lembar in {"target_renstra", "target_renja", "pagu"})
    return replace(bacaan.rencana, rujukan=rujukan)


def test_a_written_plan_is_read_back_as_the_same_plan(pembaca: Pembaca) -> None:
    assert _sama(_baca(berkas_kecil(), pembaca), rencana_kecil())


@settings(max_examples=25)
@given(nilai=_NILAI, nama=_NAMA, satuan=_NAMA)
def test_whatever_a_value_or_a_name_is_it_comes_back(
    pembaca: Pembaca, nilai: NilaiRencana, nama: str, satuan: str
) -> None:
    rencana = rencana_kecil()
    target = tuple(replace(s, nilai=nilai) if (s.indikator, s.tahun) == (LAYANAN, 2025) else s for s in rencana.target)
    indikator = tuple(_ganti(s, nama, satuan) for s in rencana.indikator)
    baru = replace(rencana, target=target, indikator=indikator)
    assert _sama(_baca(susun_templat(baru).isi, pembaca), baru)


def _ganti(indikator: IndikatorRencana, nama: str, satuan: str) -> IndikatorRencana:
    return replace(indikator, nama=nama, satuan=satuan) if indikator.kode == IKM else indikator


@pytest.mark.parametrize("batas", ["<", "<=", ">", ">="])
def test_a_bound_is_written_with_its_sign(pembaca: Pembaca, batas: str) -> None:
    rencana = rencana_kecil()
    isi = NilaiRencana(Decimal("1.5"), batas=batas)
    baru = replace(rencana, target=(replace(rencana.target[0], nilai=isi), *rencana.target[1:]))
    kembali = _baca(susun_templat(baru).isi, pembaca)
    assert [(s.nilai.nilai, s.nilai.batas) for s in kembali.target if s.nilai.batas] == [(Decimal("1.5"), batas)]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert susun_templat(rencana_kecil()).isi == berkas_kecil()


def test_the_file_of_a_plan_is_named_after_its_office() -> None:
    assert susun_templat(rencana_kecil()).nama == "rencana_kecamatan_uji.xlsx"
    assert susun_templat().nama == "templat_rencana.xlsx"


def test_an_empty_template_has_every_sheet_and_only_asks_whose_it_is(pembaca: Pembaca) -> None:
    isi = susun_templat(tahun_awal=2027).isi
    buku = pembaca.baca(isi)
    assert isinstance(buku, BukuTerbaca)
    assert list(buku.lembar) == _SEMUA_LEMBAR
    assert [buku.lembar["Pagu"].teks(f"{huruf}4") for huruf in "DEFGHI"] == [str(tahun) for tahun in range(2027, 2033)]
    bacaan = baca_rencana(isi, pembaca.baca)
    assert {temuan.alamat for temuan in bacaan.temuan} == {f"Identitas!B{n}" for n in (5, 6, 7, 10)}
    assert bacaan.rencana == Rencana()


def test_dropdowns_offer_the_words_of_the_table_and_the_codes_of_the_other_sheets() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(susun_templat(skala=("akip", "opini_bpk")).isi))
    daftar = {str(validasi.sqref): validasi.formula1 for validasi in buku["Indikator"].data_validations.dataValidation}
    assert daftar["F5:F2000"] == '"naik,turun"'
    assert daftar["G5:G2000"] == '"naik,turun selisih,turun rasio,ordinal"'
    assert daftar["N5:N2000"] == '"akip,opini_bpk"'
    assert daftar["E5:E2000"].startswith("OFFSET('Unit'!$A$5")


def test_a_sample_plan_is_marked_on_every_sheet() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas_kecil()))
    for nama in _SEMUA_LEMBAR:
        assert "CONTOH, BUKAN DATA RESMI" in str(buku[nama]["A2"].value), nama
        assert "CONTOH, BUKAN DATA RESMI" in str(buku[nama].oddFooter.left.text), nama


def test_a_sheet_prints_on_folio_with_its_header_on_every_page() -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas_kecil()))
    for lembar in DAFTAR_LEMBAR[1:]:
        halaman = buku[lembar.nama]
        assert halaman.page_setup.paperSize == 14
        assert halaman.print_title_rows == "$4:$4", lembar.nama
