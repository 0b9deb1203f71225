"""One indicator: its rule in words, working, the other formula, comparisons, history and source cell."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.kiriman import KELIRU_DULU
from analytics.evaluasi.hasil import RincianIndikator
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku
from analytics.evaluasi.indikator import rincian_indikator
from data.gudang import Gudang
from tests.alat.evaluasi import evaluasi_iku
from tests.alat.halaman import buka, judul, kartu, terlihat

pytestmark = pytest.mark.usefixtures("contoh")
TW3 = Periode(2026, 3)
TW4 = Periode(2025, 4)


@cache
def cari(gudang: Gudang, periode: Periode, cocok: Callable[[BarisIku], bool]) -> RincianIndikator:
    """The first IKU of this kind."""
    iku = next(baris for baris in semua_iku(gudang, periode).baris if cocok(baris))
    return rincian_indikator(gudang, KODE_PD, iku.baris.indikator.kode, periode)


@cache
def semua_iku(gudang: Gudang, periode: Periode) -> EvaluasiIku:
    return evaluasi_iku(gudang, KODE_PD, periode)


def turun(baris: BarisIku) -> bool:
    indikator = baris.baris.indikator
    return indikator.rumus == "turun_rasio" and baris.kini.capaian.nilai is not None


def tahunan(baris: BarisIku) -> bool:
    return baris.baris.indikator.frekuensi == "tahunan" and baris.standar_nasional is not None


def test_a_falling_indicator_shows_its_working_and_what_the_other_formula_would_give(jawaban: Gudang) -> None:
    hasil = cari(jawaban, TW3, turun)
    assert hasil.padanan is not None
    isi = terlihat(buka("indikator", indikator=hasil.baris.indikator.kode))
    assert hasil.kini.capaian.cara_hitung in isi
    assert "Seandainya Turun, selisih (makin rendah makin baik)" in isi
    assert hasil.padanan.cara_hitung in isi


def test_the_title_is_the_conclusion_and_the_figures_are_those_of_the_result(jawaban: Gudang) -> None:
    hasil = cari(jawaban, TW3, turun)
    uji = buka("indikator", indikator=hasil.baris.indikator.kode)
    nama, capaian = hasil.baris.indikator.nama, hasil.kini.capaian
    assert capaian.predikat is not None
    kata = f"{capaian.predikat.simbol} {capaian.predikat.predikat}"
    assert judul(uji) == f"{nama}: capaian {capaian.tulisan} % {kata} s/d Triwulan III 2026"
    assert kartu(uji)["Capaian s/d triwulan"] == f"{capaian.tulisan} %"


def test_two_targets_of_one_year_are_both_named() -> None:
    beda = "Angka di atas memakai target Renja (26). Gambar dari tahun ke tahun dan Riwayat memakai target Renstra (22"
    assert beda in terlihat(buka("indikator", indikator="IKU-16", tahun="2025", triwulan="4"))
    assert "Angka di atas" not in terlihat(buka("indikator", indikator="IKU-16", tahun="2026", triwulan="3"))


def test_every_reported_triwulan_names_file_sheet_cell_and_versi(jawaban: Gudang) -> None:
    dikoreksi = next(iter(KELIRU_DULU.values()))
    hasil = rincian_indikator(jawaban, KODE_PD, next(iter(dikoreksi)), TW3)
    isi = terlihat(buka("indikator", indikator=hasil.baris.indikator.kode))
    for triwulan in hasil.baris.triwulan[:3]:
        assert triwulan.asal is not None
        assert f"{triwulan.asal.alamat} (versi {triwulan.asal.versi})" in isi
    assert "(versi 2)" in isi


def test_last_year_end_of_renstra_and_national_standard_stand_side_by_side(jawaban: Gudang) -> None:
    hasil = cari(jawaban, TW3, tahunan)
    isi = terlihat(buka("indikator", indikator=hasil.baris.indikator.kode))
    lalu = next(tahun for tahun in hasil.riwayat if tahun.tahun == 2025)
    assert lalu.realisasi is not None
    assert f"Tahun lalu (2025)  {lalu.realisasi.tulis()}" in isi
    assert "Target akhir Renstra" in isi
    assert "Standar nasional" in isi


def test_history_reaches_back_before_capaian_with_its_document(jawaban: Gudang) -> None:
    hasil = cari(jawaban, TW3, tahunan)
    uji = buka("indikator", indikator=hasil.baris.indikator.kode)
    assert all(str(tahun.tahun) in terlihat(uji) and tahun.sumber in terlihat(uji) for tahun in hasil.riwayat)
    assert len(uji.get("plotly_chart")) == 1


def test_the_rule_is_told_in_words_with_its_source(jawaban: Gudang) -> None:
    kode = cari(jawaban, TW3, turun).baris.indikator.kode
    isi = terlihat(buka("indikator", indikator=kode))
    assert "turun: makin rendah makin baik" in isi
    assert "Capaian adalah target dibagi realisasi, dikali 100. target / realisasi × 100" in isi
    assert "LKjIP Kabupaten Manggarai Timur 2019" in isi


def test_reports_are_called_by_their_names() -> None:
    isi = terlihat(buka("indikator", indikator="IKU-16"))
    assert "Dipakai pada IKU, PK, Renja, Renstra, RPJMD" in " ".join(isi.split())


def test_a_yearly_indicator_before_its_time_says_so_and_not_zero(jawaban: Gudang) -> None:
    uji = buka("indikator", indikator=cari(jawaban, TW3, tahunan).baris.indikator.kode)
    assert judul(uji).endswith(": belum waktunya s/d Triwulan III 2026")
    assert kartu(uji)["Realisasi s/d triwulan"] == "–"


def test_a_grade_is_shown_as_a_grade(jawaban: Gudang) -> None:
    hasil = cari(jawaban, TW4, lambda baris: baris.kini.realisasi is not None and bool(baris.kini.realisasi.peringkat))
    assert hasil.kini.realisasi is not None
    uji = buka("indikator", tahun="2025", triwulan="4", indikator=hasil.baris.indikator.kode)
    assert kartu(uji)["Realisasi s/d triwulan"] == hasil.kini.realisasi.peringkat
