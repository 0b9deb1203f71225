"""What the closing rows of E.81 say of money: against what it is held, whose it is, and what it is at least."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.sel import STRIP
from analytics.formulir import RENJA, evaluasi_semua, kata
from data.gudang import Gudang
from tests.alat.evaluasi import Hasil
from tests.alat.toko import KODE_PD
from tests.dokumen.alat_lembar import LembarUji

SETAHUN = " terhadap target/pagu setahun)"


def tercetak(kompilasi: Kompilasi, **teks: str) -> LembarUji:
    """E.81 of a compiled workbook under these settings."""
    diatur = Kompilasi(
        tuple(
            replace(
                terisi, hasil=replace(terisi.hasil, pengaturan=replace(pengaturan, teks={**pengaturan.teks, **teks}))
            )
            for terisi in kompilasi.formulir
            for pengaturan in [terisi.hasil.pengaturan]
        )
    )
    renja = next(terisi for terisi in diatur.formulir if terisi.lembar.kode == RENJA.kode)
    return LembarUji.buka(susun_kompilasi(diatur), RENJA.nama, renja.susunan)


def test_before_the_year_is_over_a_predikat_against_the_year_says_so(kompilasi: Kompilasi, hasil: Hasil) -> None:
    baku = tercetak(kompilasi)
    baris = baku.baris("no", "Predikat kinerja")
    assert baku.nilai("no", baris) == "Predikat kinerja (Rp terhadap pagu setahun)"
    assert baku.nilai("serapan", baris) == hasil[1].penutup.predikat_serapan
    setahun = tercetak(kompilasi, susunan_renja="capaian_tahun")
    baris = setahun.baris("no", "Predikat kinerja")
    assert setahun.nilai("no", baris) == f"Predikat kinerja (tingkat capaian tahun berjalan{SETAHUN}"
    assert setahun.nilai("capaian_tahun_k", baris) == hasil[1].penutup.kinerja_tahun.predikat


def test_an_office_can_leave_both_out_and_keeps_what_is_held_against_the_target_up_to_now(
    kompilasi: Kompilasi, hasil: Hasil
) -> None:
    lembar = tercetak(kompilasi, susunan_renja="capaian_tahun", predikat_tw_1_3="kosong")
    baris = lembar.baris("no", "Predikat kinerja")
    assert lembar.nilai("no", baris) == "Predikat kinerja"
    assert [lembar.nilai(kunci, baris) for kunci in ("capaian_tahun_k", "serapan")] == [STRIP, STRIP]
    assert lembar.nilai("sd_capaian", baris) == hasil[1].penutup.predikat_kinerja


def test_a_serapan_names_its_share_of_the_pagu_and_who_is_missing(sebagian: Gudang) -> None:
    seluruh = {}
    for nomor in (3, 4):
        kompilasi = evaluasi_semua(sebagian, KODE_PD, Periode(2026, nomor))
        seluruh[nomor] = next(terisi.hasil for terisi in kompilasi.formulir if terisi.lembar.kode == RENJA.kode)
    tiga, empat = seluruh[3], seluruh[4]
    assert kata.serapan(tiga.penutup, 3) == "realisasi dibagi pagu, 2 dari 2 baris"
    (unit,) = empat.penutup.unit_tanpa_anggaran
    assert kata.serapan(empat.penutup, 4) == (
        f"realisasi dibagi pagu, 1 dari 2 baris (9,43 % dari seluruh pagu); belum: {unit}; "
        "sekurang-kurangnya 8,82 % dari seluruh pagu"
    )
    assert "sekurang-kurangnya" not in kata.serapan(empat.penutup, 3), "the year is not over"
    assert (tiga.predikat_serapan, empat.predikat_serapan) == (None, empat.penutup.predikat_serapan)
    assert tiga.penutup.predikat_serapan is not None


def test_more_names_than_fit_on_a_card_are_counted() -> None:
    assert kata.sebut(("A", "B", "C")) == "A, B, C"
    assert kata.sebut(("A", "B", "C", "D", "E")) == "A, B, C, dan 2 lainnya"


@pytest.mark.parametrize("triwulan", [3, 4])
def test_every_closing_row_of_e81_is_printed_with_the_column_of_its_figure(sebagian: Gudang, triwulan: int) -> None:
    """At the end of a year one more row says what was realised at least."""
    lembar = tercetak(evaluasi_semua(sebagian, KODE_PD, Periode(2026, triwulan)))
    bernilai = [nomor for nomor in range(1, 40) if isinstance(lembar.nilai("serapan", nomor), int | float)]
    letak = lembar.susunan.sel("serapan", bernilai[-1])
    area = (bagian.rpartition("!")[2] for bagian in str(lembar.nilai_.print_area).split(","))
    assert sum(letak in {sel.coordinate for baris in lembar.nilai_[kotak] for sel in baris} for kotak in area) == 1
