"""Whatever people write into a plan, a format workbook opens and shows it as text."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.periode import Periode
from analytics.aturan.teks import bersihkan
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.bentuk.format import KOLOM_ANGGARAN, Letak, cari_letak, kolom_realisasi
from analytics.lembar.bentuk.susun import susun_format, tulis_format
from analytics.lembar.bentuk.validasi import aturan_angka, aturan_pilihan
from analytics.pembaca.penjaga import jaga
from data.gudang import Gudang, Peristiwa
from tests.alat.buku import sunting
from tests.alat.kantor_lembar import APBDES, KODE_PD, OPINI, PADA, SUB_1, TAHUN, tambah_indikator
from tests.lembar.alat_isian import Periksa, Susun

NAKAL = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://contoh.id","x")',
    "@SUM(A1)",
    "+62 281",
    "-5",
    " =1+1",
    "<r>x</r>",
    "<r></t></si></sst></r>",
    "_x0041_",
    "http://contoh.id",
    "a\ud800b",
    "\ufffe\uffff\U0001fffe",
    "\u202egnj.exe",
    "x" * 40_000,
    "😀" * 20_000,
    "&" * 300,
    "\n" * 500,
)
TEKS = st.one_of(st.text(st.characters(codec=None, exclude_categories=()), max_size=60), st.sampled_from(NAKAL))
PERIODE = Periode(TAHUN, 3)


@pytest.fixture
def bahan(gudang: Gudang) -> BahanFormat:
    """What the format workbook of PEM is made of."""
    return muat_bahan(gudang, KODE_PD, "PEM", PERIODE)


@lru_cache(maxsize=1)
def _buka(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def _lembar(isi: bytes, nama: str) -> tuple[Worksheet, Letak]:
    lembar = _buka(isi)[nama]
    teks = {sel.coordinate: str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None}
    letak = cari_letak(teks, KOLOM_ANGGARAN if nama == "Anggaran" else kolom_realisasi(PERIODE.triwulan))
    assert letak is not None
    return lembar, letak


def _dengan(bahan: BahanFormat, teks: str) -> BahanFormat:
    """The material with this text wherever people write one."""
    return replace(
        bahan,
        kantor=replace(bahan.kantor, nama=teks, kabupaten=teks),
        nama_unit=teks,
        dokumen=teks,
        indikator=tuple(
            replace(
                indikator,
                nama=teks,
                satuan=teks,
                nama_simpul=teks,
                dokumen=teks,
                definisi=teks,
                sumber_data=teks,
                aturan=replace(
                    indikator.aturan,
                    pembilang=teks if indikator.berpembilang else None,
                    penyebut=teks if indikator.berpembilang else None,
                ),
                pilihan=(teks, "B") if indikator.pilihan else (),
            )
            for indikator in bahan.indikator
        ),
        simpul=tuple(replace(simpul, nama=teks) for simpul in bahan.simpul),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(teks=TEKS)
def test_any_text_of_a_plan_stands_in_its_cell_as_text(bahan: BahanFormat, teks: str) -> None:
    isi = tulis_format(_dengan(bahan, teks), PADA)
    assert jaga(isi) == ()
    lembar, letak = _lembar(isi, "Realisasi")
    uang, letak_uang = _lembar(isi, "Anggaran")
    sel = [lembar[letak.alamat(APBDES, kunci)] for kunci in ("nama", "satuan", "dokumen", "definisi", "sumber_data")]
    for alamat_sel in (*sel, uang[letak_uang.alamat(SUB_1, "nama")]):
        assert (
            alamat_sel.value is None
            if bersihkan(teks) == ""
            else (alamat_sel.data_type, alamat_sel.value) == ("s", bersihkan(teks))
        )
    cara = str(lembar[letak.alamat(APBDES, "cara_isi")].value)
    assert cara.startswith("Nilai triwulan ini saja\nPembilang: ")
    assert lembar["A2"].data_type == "s"


@pytest.mark.parametrize("teks", ["=1+1", "@SUM(A1)", "-5", " +1"])
def test_text_that_looks_like_a_formula_stays_text_when_the_cell_is_entered_again(gudang: Gudang, teks: str) -> None:
    tambah_indikator(gudang, "X-1", teks, "Dokumen")
    lembar, letak = _lembar(susun_format(gudang, KODE_PD, "PEM", PERIODE, PADA).isi, "Realisasi")
    assert lembar[letak.alamat("X-1", "nama")].quotePrefix
    assert not lembar[letak.alamat(APBDES, "nama")].quotePrefix


@pytest.mark.parametrize("huruf", ["\u00ad", "\u061c", "\u200b", "\u2028", "\u202e", "\ufdd0", "\ufffd", "e\u0301"])
def test_a_stored_name_with_what_does_not_show_is_no_question_of_its_own_format(
    gudang: Gudang, susun: Susun, periksa: Periksa, huruf: str
) -> None:
    """A plan that an earlier version imported holds it; the format that we write of it comes back equal."""
    tambah_indikator(gudang, "X-1", f"Jum{huruf}lah{huruf} surat  yang dijawab", f"Doku{huruf}men")
    hasil = periksa(susun({"X-1": {"realisasi": 3}}))
    assert [temuan.kode for temuan in hasil.temuan if temuan.kode_baris == "X-1"] == ["indikator_yatim"]


def test_another_name_of_a_row_is_still_asked_about(gudang: Gudang, susun: Susun, periksa: Periksa) -> None:
    tambah_indikator(gudang, "X-1", "Persentase surat yang dijawab", "Dokumen")
    lain = sunting(lambda buku: _ganti(buku, "Persentase surat yang dijawab", "Persentase surat yang dibalas"))
    hasil = periksa(lain(susun()))
    assert [temuan.kode for temuan in hasil.temuan if temuan.kode_baris == "X-1"] == ["nama_berubah"]


def _ganti(buku: Workbook, lama: str, baru: str) -> None:
    for baris in buku["Realisasi"].iter_rows():
        for sel in baris:
            if sel.value == lama:
                sel.value = baru


def test_a_long_name_of_a_unit_leaves_the_mark_of_sample_data_in_the_footer(bahan: BahanFormat) -> None:
    panjang = replace(bahan, nama_unit="Seksi R&D " * 60)
    kaki = _buka(tulis_format(panjang, PADA))["Realisasi"].oddFooter.left.text
    assert kaki.startswith("Seksi R&&D")
    assert kaki.endswith("Triwulan III 2026 · CONTOH, BUKAN DATA RESMI")


@pytest.mark.parametrize("pilihan", [("A, B", "C"), ('"A"', "B"), ("A\nB", "C"), tuple("x" * 50 for _ in range(9))])
def test_a_choice_that_a_list_of_excel_cannot_hold_is_named_in_a_message(pilihan: tuple[str, ...]) -> None:
    aturan = aturan_pilihan(pilihan)
    assert aturan["validate"] == "any"
    assert aturan["input_message"].startswith(f"Pilih salah satu: {pilihan[0]}")


def test_a_long_description_is_cut_before_the_sentence_that_says_how_to_type() -> None:
    pesan = aturan_angka("Pembilang", "desa " * 200)["input_message"]
    assert len(pesan) <= 255
    assert pesan.endswith("Ketik angka saja, koma untuk desimal.")


def test_a_row_of_long_texts_is_no_higher_than_excel_allows(bahan: BahanFormat) -> None:
    lembar, letak = _lembar(tulis_format(_dengan(bahan, "kata " * 2000), PADA), "Realisasi")
    assert lembar.row_dimensions[letak.baris[OPINI][0]].height == 409.5


def test_the_file_name_takes_no_path_from_the_code_of_a_unit(gudang: Gudang) -> None:
    unit = {"kode_pd": KODE_PD, "kode_unit": "../A B", "nama": "Seksi", "jenis": "seksi", "urutan": 9}
    with gudang.transaksi(Peristiwa(KODE_PD, "contoh", "impor_rencana", "unit", {}, PADA)) as tx:
        tx.tambah("unit", [{**unit, "anggaran_semua": False}])
    assert susun_format(gudang, KODE_PD, "../A B", PERIODE, PADA).nama == "format_2026_TW3_.._A_B.xlsx"
