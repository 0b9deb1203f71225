"""What the closing rows of E.81 say of money: against what it is held, whose it is, and what it is at least."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.sel import STRIP
from analytics.formulir import RENJA, RENSTRA, evaluasi_semua, kata
from data.gudang import Gudang
from tests.alat.evaluasi import Hasil
from tests.alat.toko import KODE_PD
from tests.dokumen.alat_lembar import LembarUji

SETAHUN = " (terhadap target/pagu setahun)"
BERJALAN = " (tahun berjalan terhadap target/pagu setahun)"
"""Column 14 is against the end of the Renstra."""


def tercetak(kompilasi: Kompilasi, kode: str = RENJA.kode, **teks: str) -> LembarUji:
    """A form of a compiled workbook under these settings."""
    diatur = Kompilasi(
        tuple(
            replace(
                terisi, hasil=replace(terisi.hasil, pengaturan=replace(pengaturan, teks={**pengaturan.teks, **teks}))
            )
            for terisi in kompilasi.formulir
            for pengaturan in [terisi.hasil.pengaturan]
        )
    )
    terisi = next(terisi for terisi in diatur.formulir if terisi.lembar.kode == kode)
    return LembarUji.buka(susun_kompilasi(diatur), terisi.lembar.nama, terisi.susunan)


def test_before_the_year_is_over_the_predikat_of_k_and_rp_are_both_against_the_year_and_say_so(
    kompilasi: Kompilasi, hasil: Hasil
) -> None:
    renja, e80 = hasil[1].penutup, hasil[2].penutup
    seharusnya = [renja.kinerja_tahun.predikat, renja.predikat_serapan]
    baku = tercetak(kompilasi)
    baris = baku.baris("no", "Predikat kinerja")
    assert baku.nilai("no", baris) == f"Predikat kinerja{BERJALAN}"
    assert [baku.nilai(kunci, baris) for kunci in ("sd_capaian", "serapan")] == seharusnya
    setahun = tercetak(kompilasi, susunan_renja="capaian_tahun")
    baris = setahun.baris("no", "Predikat kinerja")
    assert setahun.nilai("no", baris) == f"Predikat kinerja{BERJALAN}"
    assert [setahun.nilai(kunci, baris) for kunci in ("capaian_tahun_k", "serapan")] == seharusnya
    assert setahun.nilai("sd_capaian", baris) == STRIP, "s/d triwulan K has its predikat on screen and in the summary"
    renstra = tercetak(kompilasi, RENSTRA.kode)
    baris = renstra.baris("no", "Predikat kinerja")
    assert renstra.nilai("no", baris) == f"Predikat kinerja 2026{SETAHUN}"
    assert [renstra.nilai(f"c2026_{kunci}", baris) for kunci in ("k", "rp")] == [
        e80.predikat_kinerja,
        e80.predikat_serapan,
    ]


def test_a_predikat_stands_below_the_mean_that_it_is_computed_from(kompilasi: Kompilasi, hasil: Hasil) -> None:
    """The layout without a column for it has a row of its own for the mean against the target of the year."""
    lembar, rata = tercetak(kompilasi), hasil[1].penutup.kinerja_tahun
    baris = lembar.baris("no", "Rata-rata capaian kinerja (%), K terhadap target setahun")
    assert str(lembar.nilai("no", baris)).endswith(f", {rata.n} dari {rata.m} indikator")
    assert lembar.nilai("sd_capaian", baris) == float(rata.nilai or 0)
    assert lembar.susunan.sel("sd_capaian", baris) in str(lembar.rumus("sd_capaian", baris + 1))
    assert lembar.nilai("sd_capaian", baris - 1) == float(hasil[1].penutup.kinerja.nilai or 0)


def test_an_office_can_leave_both_out_on_both_forms(kompilasi: Kompilasi) -> None:
    for susunan, kolom in (("capaian_tahun", ("capaian_tahun_k", "serapan")), ("baku", ("sd_capaian", "serapan"))):
        lembar = tercetak(kompilasi, susunan_renja=susunan, predikat_tw_1_3="kosong")
        baris = lembar.baris("no", "Predikat kinerja")
        assert lembar.nilai("no", baris) == "Predikat kinerja"
        assert [lembar.nilai(kunci, baris) for kunci in kolom] == [STRIP, STRIP]
        with pytest.raises(AssertionError):
            lembar.baris("no", "Rata-rata capaian kinerja (%), K terhadap")
    lembar = tercetak(kompilasi, RENSTRA.kode, predikat_tw_1_3="kosong")
    baris = lembar.baris("no", "Predikat kinerja")
    assert lembar.nilai("no", baris) == "Predikat kinerja 2026"
    assert [lembar.nilai(f"c2026_{kunci}", baris) for kunci in ("k", "rp")] == [STRIP, STRIP]


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
    jumlah = lembar.nilai("no", lembar.baris("no", "Jumlah realisasi dibanding jumlah pagu"))
    assert str(jumlah).endswith("; kolom 14: 1 dari 2") is (triwulan == 3), "its rows are others than those of the year"
    bernilai = [nomor for nomor in range(1, 40) if isinstance(lembar.nilai("serapan", nomor), int | float)]
    letak = lembar.susunan.sel("serapan", bernilai[-1])
    area = (bagian.rpartition("!")[2] for bagian in str(lembar.nilai_.print_area).split(","))
    assert sum(letak in {sel.coordinate for baris in lembar.nilai_[kotak] for sel in baris} for kotak in area) == 1


def test_the_form_of_the_renstra_closes_with_its_own_rows(kompilasi: Kompilasi, hasil: Hasil) -> None:
    lembar = tercetak(kompilasi, RENSTRA.kode)
    judul = [str(lembar.nilai("no", nomor) or "") for nomor in range(1, lembar.nilai_.max_row + 1)]
    letak = judul.index("Faktor pendorong keberhasilan kinerja")
    assert [kepala for kepala in judul[letak:] if kepala and not kepala.startswith(("Disusun", "Dievaluasi"))] == [
        "Faktor pendorong keberhasilan kinerja",
        "Faktor penghambat pencapaian kinerja",
        "Usulan tindak lanjut pada Renja PD berikutnya",
        "Usulan tindak lanjut pada Renstra PD berikutnya",
    ]
    renja = lembar.baris("no", "Usulan tindak lanjut pada Renja")
    kolom = lembar.susunan.kolom[lembar.susunan.tetap].kunci
    tulisan = hasil[2].penutup.narasi["tindak_lanjut_renja"]
    assert lembar.nilai(kolom, renja) == (tulisan[0] if tulisan else "Belum diisi oleh unit.")
    assert lembar.nilai(kolom, lembar.baris("no", "Usulan tindak lanjut pada Renstra")) == (
        "Diisi oleh perangkat daerah; tidak ditanyakan kepada unit."
    )


@pytest.mark.parametrize("triwulan", [3, 4])
def test_at_the_end_of_the_year_the_form_of_the_renstra_says_what_was_realised_at_least(
    sebagian: Gudang, triwulan: int
) -> None:
    """Σ 9.352.000 of the row that reported, over the whole pagu of 106.000.008."""
    lembar = tercetak(evaluasi_semua(sebagian, KODE_PD, Periode(2026, triwulan)), RENSTRA.kode)
    judul = [str(lembar.nilai("no", nomor) or "") for nomor in range(1, 40)]
    ada = [nomor for nomor, kepala in enumerate(judul, 1) if kepala.startswith("Sekurang-kurangnya")]
    assert [lembar.nilai("c2026_rp", nomor) for nomor in ada] == (
        [] if triwulan == 3 else [pytest.approx(9_352_000 / 106_000_008 * 100)]
    )
