"""A format that is written with what was typed in it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.aturan.capaian import Target
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import susun_format, tulis_format
from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.penjaga import jaga
from data.gudang import Gudang
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, KODE_PD, OPINI, PADA, PEMBINAAN, SUB_1, SUB_2, TAHUN
from tests.lembar.alat_isian import LENGKAP, UANG, Periksa, Susun


def _tulis(gudang: Gudang, realisasi: Isian | None = None, anggaran: Isian | None = None) -> bytes:
    isian = IsianUnit(realisasi or {}, anggaran or {})
    return susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA, isian).isi


def _baca(isi: bytes) -> BukuTerbaca:
    buku = baca_buku(isi)
    assert isinstance(buku, BukuTerbaca)
    return buku


def _ketikan(gudang: Gudang, ketikan: Ketikan) -> tuple[str, float | None, str]:
    """How a cell reads into which this was typed."""
    sel = _baca(_tulis(gudang, {PEMBINAAN: {"realisasi": ketikan}})).lembar["Realisasi"].sel["M14"]
    return sel.jenis, sel.nilai, sel.teks


def test_a_format_written_with_its_cells_says_what_a_typed_one_says(
    gudang: Gudang, susun: Susun, periksa: Periksa
) -> None:
    isian = {**LENGKAP, PEMBINAAN: {"realisasi": "1.200", "alasan": " =A1 \u200b", "faktor_pendorong": "rapat\nrutin"}}
    tertulis, terketik = _tulis(gudang, isian, UANG), susun(isian, UANG)
    lama, baru = periksa(terketik), periksa(tertulis)
    assert jaga(tertulis) == ()
    assert (baru.realisasi, baru.anggaran, baru.temuan) == (lama.realisasi, lama.anggaran, lama.temuan)
    for nama, lembar in _baca(terketik).lembar.items():
        tetap = {alamat: sel for alamat, sel in lembar.sel.items() if sel.rumus is None}
        assert {alamat: sel for alamat, sel in _baca(tertulis).lembar[nama].sel.items() if sel.rumus is None} == tetap


def test_formulas_have_the_results_of_what_is_typed(gudang: Gudang) -> None:
    buku = _baca(_tulis(gudang, LENGKAP, UANG))
    assert buku.lembar["Realisasi"].sel["M9"].nilai == pytest.approx(1200 / 13, rel=1e-12)
    assert buku.lembar["Realisasi"].teks("G2") == "Terisi 4 dari 4 indikator wajib"
    assert [buku.lembar["Anggaran"].sel[sel].nilai for sel in ("F6", "F9")] == [42_500_000, 42_500_000]
    kosong = _baca(_tulis(gudang, {APBDES: {"pembilang": 12, "penyebut": "13"}, OPINI: {"realisasi": ""}}))
    assert kosong.lembar["Realisasi"].teks("G2") == "Terisi 0 dari 4 indikator wajib"


@pytest.mark.parametrize(
    ("ketikan", "terbaca"),
    [
        (3, ("angka", 3.0, "3")),
        (0.30000000000000004, ("angka", 0.30000000000000004, "0.30000000000000004")),
        (12345.678901234567, ("angka", 12345.678901234567, "12345.678901234567")),
        (Decimal("66.67"), ("angka", 66.67, "66.67")),
        ("=3", ("teks", None, "=3")),
        ("-", ("teks", None, "-")),
        ("1\u200b2", ("teks", None, "1\u200b2")),
        ("_x0041_", ("teks", None, "_x0041_")),
        ("<r>3</r>", ("teks", None, " <r>3</r>")),
    ],
)
def test_what_was_typed_is_read_as_it_was(
    gudang: Gudang, ketikan: Ketikan, terbaca: tuple[str, float | None, str]
) -> None:
    assert _ketikan(gudang, ketikan) == terbaca


def test_a_truth_value_is_no_number(gudang: Gudang) -> None:
    assert _ketikan(gudang, True)[0] == "logika"  # noqa: FBT003 - it is what is typed


def test_a_number_typed_as_text_is_not_in_the_sum_and_nobody_is_asked_about_that(
    gudang: Gudang, periksa: Periksa
) -> None:
    """Excel does not add up a text; the question about the text itself is enough."""
    isi = _tulis(gudang, LENGKAP, {SUB_1: {"rupiah": "Rp 30.000.000"}, SUB_2: {"rupiah": 12_500_000}})
    assert [_baca(isi).lembar["Anggaran"].sel[sel].nilai for sel in ("F6", "F9")] == [12_500_000] * 2
    assert [temuan.kode for temuan in periksa(isi).temuan] == ["angka_teks"]


def test_a_value_may_be_typed_over_the_formula_and_into_a_closed_cell(gudang: Gudang) -> None:
    isian = {APBDES: {"pembilang": None, "realisasi": 92.31}, DESA_SELESAI: {"pembilang": 4}}
    lembar = _baca(_tulis(gudang, isian)).lembar["Realisasi"]
    assert (lembar.sel["M9"].nilai, lembar.sel["M9"].rumus, lembar.sel["K12"].nilai) == (92.31, None, 4)
    assert "K9" not in lembar.sel


def test_columns_are_as_wide_as_what_stands_in_them_and_the_page_still_fits(gudang: Gudang) -> None:
    """1.500.000.000 in a column of eleven characters prints as ###."""
    miliar = Decimal(1_500_000_000)
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    besar = replace(bahan.indikator[5], target_tahun=Target(nilai=miliar))
    luas = replace(bahan, indikator=(*bahan.indikator[:5], besar, *bahan.indikator[6:]))
    biasa, skala_biasa = _lebar(tulis_format(bahan, PADA))
    lebar, skala = _lebar(tulis_format(luas, PADA, IsianUnit({APBDES: {"pembilang": miliar, "penyebut": miliar}})))
    assert {nomor for nomor in range(1, 25) if lebar[nomor] != biasa[nomor]} == {8, 11, 12, 13}
    assert all(lebar[nomor] > 14 for nomor in (8, 11, 12, 13))
    assert sum(lebar[nomor] for nomor in range(1, 16)) * 7 * 0.75 * skala / 100 < 12.2 * 72
    assert skala <= skala_biasa == 70


def _lebar(isi: bytes) -> tuple[dict[int, float], int]:
    """The widths of the columns of sheet Realisasi by number, and the percent at which it is printed."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        xml = arsip.read("xl/worksheets/sheet2.xml").decode()
    kolom = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', xml)
    skala = re.search(r'scale="(\d+)"', xml)
    assert skala is not None
    lebar = {nomor: float(luas) for awal, akhir, luas in kolom for nomor in range(int(awal), int(akhir) + 1)}
    return lebar, int(skala.group(1))


@pytest.mark.parametrize(
    ("realisasi", "anggaran", "kunci"),
    [
        ({"ZZ-1": {"realisasi": 1}}, {}, "ZZ-1"),
        ({APBDES: {"bukan_kolom": 1}}, {}, "bukan_kolom"),
        ({APBDES: {"target_tahun": 1}}, {}, "target_tahun"),
        ({}, {SUB_1: {"pagu": 1}, SUB_2: {"rupiah": 1}}, "pagu"),
    ],
)
def test_what_no_unit_can_type_is_named(gudang: Gudang, realisasi: Isian, anggaran: Isian, kunci: str) -> None:
    with pytest.raises(KeyError, match=kunci):
        _tulis(gudang, realisasi, anggaran)
