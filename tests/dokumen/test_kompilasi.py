"""The compiled workbook holds the result objects: every cell, every cached value, every empty state, every text."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from analytics import formulir
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import TIDAK_DIHITUNG, Periode
from analytics.aturan.teks import BATAS_SEL, bersihkan
from analytics.dokumen import lembar_sumber, ringkasan, sampul
from analytics.dokumen.buku import buka_buku
from analytics.dokumen.cap import BUTIR, Cap
from analytics.dokumen.iku import lembar_iku
from analytics.dokumen.iku.kolom_iku import IKU
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import susun_kompilasi, tulis_kompilasi
from analytics.dokumen.pohon import susun_cabang
from analytics.dokumen.renja.lembar_renja import tulis_renja
from analytics.dokumen.renstra import lembar_renstra
from analytics.dokumen.renstra.kolom_renstra import susun_e80
from analytics.dokumen.tata_letak import Susunan
from analytics.evaluasi.hasil import Keterangan, Nilai
from analytics.evaluasi.hasil.iku import BarisIku
from analytics.evaluasi.hasil.renja import KinerjaRenja
from analytics.pembaca.anak import urai
from data.gudang import Gudang
from tests.alat.evaluasi import Hasil, evaluasi_iku, evaluasi_renstra
from tests.alat.kantor_dokumen import PERIODE, isi_kantor
from tests.alat.toko import KODE_PD, TAHUN, Toko
from tests.dokumen.alat_lembar import E81, LembarUji, semua_sel

STRIP = "–"
E80 = susun_e80(range(2024, 2029), "")


@pytest.fixture(scope="module")
def iku(buku: bytes) -> LembarUji:
    return LembarUji.buka(buku, formulir.IKU.nama, IKU)


@pytest.fixture(scope="module")
def renja(buku: bytes) -> LembarUji:
    return LembarUji.buka(buku, formulir.RENJA.nama, E81)


@pytest.fixture(scope="module")
def renstra(buku: bytes) -> LembarUji:
    return LembarUji.buka(buku, formulir.RENSTRA.nama, E80)


def _angka_atau_kata(nilai: Nilai | None, sebutan: str) -> object:
    """What the cell of a measured value holds: the number as 16 digits hold it, the grade, or the word of its state."""
    if nilai is None:
        return sebutan
    return nilai.peringkat if nilai.angka is None or nilai.peringkat else pytest.approx(nilai.angka, rel=1e-15)


def _cetak(capaian: Capaian | None) -> object:
    return STRIP if capaian is None or capaian.nilai is None else float(capaian.nilai)


def _baris_iku(hasil: Hasil, iku: LembarUji) -> Iterator[tuple[BarisIku, int]]:
    for utama in hasil[0].baris:
        yield utama, iku.baris("indikator", utama.baris.indikator.nama)


def _kinerja(hasil: Hasil, renja: LembarUji) -> Iterator[tuple[KinerjaRenja, int]]:
    for simpul in hasil[1].baris:
        for kinerja in simpul.kinerja:
            yield kinerja, renja.baris("indikator", f"{kinerja.baris.indikator.nama} (")


def test_the_sheets_are_the_cover_the_summary_the_forms_and_the_sources(buku: bytes) -> None:
    nama = [bentuk.nama for bentuk in formulir.FORMULIR]
    assert nama[:3] == ["Evaluasi IKU", "Evaluasi Renja", "Evaluasi Renstra"]
    assert openpyxl.load_workbook(io.BytesIO(buku), read_only=True).sheetnames == [
        "Sampul",
        "Ringkasan",
        *nama,
        "Sumber",
    ]


def test_the_same_results_give_the_same_bytes(kompilasi: Kompilasi, buku: bytes) -> None:
    assert susun_kompilasi(kompilasi) == buku


def test_every_iku_row_shows_what_the_result_holds(hasil: Hasil, iku: LembarUji) -> None:
    for utama, baris in _baris_iku(hasil, iku):
        assert iku.nilai("capaian", baris) == _cetak(utama.kini.capaian)
        assert iku.nilai("capaian_tahun", baris) == _cetak(utama.kini.capaian_tahun)
        assert iku.nilai("capaian_lalu", baris) == _cetak(utama.capaian_tahun_lalu)
        assert iku.nilai("capaian_akhir", baris) == _cetak(utama.capaian_akhir)
        predikat = utama.kini.capaian.predikat
        assert iku.nilai("predikat", baris) == (predikat.predikat if predikat else STRIP)
        assert iku.nilai("realisasi", baris) == _angka_atau_kata(utama.kini.realisasi, utama.kini.sebutan)
        assert iku.nilai("satuan", baris) == utama.baris.indikator.satuan
        if utama.kini.capaian.mentah is not None:
            assert iku.nilai("capaian_mentah", baris) == utama.kini.capaian.mentah


def test_every_capaian_and_predikat_with_a_value_is_a_live_formula(hasil: Hasil, iku: LembarUji) -> None:
    for utama, baris in _baris_iku(hasil, iku):
        hidup = utama.kini.capaian.mentah is not None
        for kunci in ("capaian", "capaian_mentah", "predikat", "dirata"):
            assert (iku.rumus(kunci, baris) is not None) == (hidup or (kunci == "dirata" and _wajib(utama)))


def _wajib(utama: BarisIku) -> bool:
    return utama.kini.keadaan not in TIDAK_DIHITUNG


@pytest.mark.parametrize(
    ("nama", "capaian", "predikat"),
    [
        ("Indeks Kepuasan Masyarakat", 225.02, "Sangat Tinggi"),
        ("Jumlah gangguan", 63.89, "Rendah"),
        ("Rata-rata waktu tunggu", 103.45, "Sangat Tinggi"),
        ("Persentase desa dengan APBDes", 94.02, "Sangat Tinggi"),
        ("Rentang nilai", 102.22, "Sangat Tinggi"),
        ("Opini atas laporan", 75, "Sedang"),
        ("Predikat AKIP", STRIP, STRIP),
        ("Nilai SAKIP", STRIP, STRIP),
        ("Persentase usulan musrenbang", STRIP, STRIP),
        ("Konflik sosial", 100, "Sangat Tinggi"),
        ("Pengaduan berulang", STRIP, STRIP),
        ("Pertumbuhan pendapatan", -28.89, "Sangat Rendah"),
    ],
)
def test_ties_ranges_grades_negatives_and_zero_targets_print_as_the_rule_says(
    iku: LembarUji, nama: str, capaian: float | str, predikat: str
) -> None:
    baris = iku.baris("indikator", nama)
    assert (iku.nilai("capaian", baris), iku.nilai("predikat", baris)) == (capaian, predikat)


def test_realisasi_from_pembilang_and_penyebut_is_its_own_formula(iku: LembarUji) -> None:
    baris = iku.baris("indikator", "Persentase desa dengan APBDes")
    sel = [IKU.sel(kunci, baris) for kunci in ("realisasi_pembilang", "realisasi_penyebut", "faktor")]
    assert iku.rumus("realisasi", baris) == f"{sel[0]}/{sel[1]}*{sel[2]}"
    assert [iku.nilai(kunci, baris) for kunci in ("realisasi_pembilang", "realisasi_penyebut", "faktor")] == [
        11,
        13,
        100,
    ]


def test_a_range_is_read_from_its_helper_columns(iku: LembarUji) -> None:
    baris = iku.baris("indikator", "Rentang nilai")
    assert iku.nilai("target", baris) == "80–90"
    assert (iku.nilai("target_bawah", baris), iku.nilai("target_atas", baris)) == (80, 90)
    assert IKU.sel("target_bawah", baris) in str(iku.rumus("capaian_mentah", baris))


def test_a_blank_due_cell_is_belum_ada_data_with_its_reason_and_never_zero(iku: LembarUji) -> None:
    baris = iku.baris("indikator", "Persentase usulan musrenbang")
    assert iku.nilai("keadaan", baris) == "belum ada data"
    assert str(iku.nilai("keterangan", baris)).splitlines() == [
        "Belum ada data TW III: survei belum selesai",
        "Terakhir 38,875 (TW I).",
        "Triwulan II belum ada data: unit belum memberi alasan.",
        "Akhir Renstra: Realisasi belum ada.",
    ]


def test_a_yearly_indicator_in_triwulan_iii_is_belum_waktunya_and_not_missing(iku: LembarUji, buku: bytes) -> None:
    assert iku.nilai("realisasi", iku.baris("indikator", "Nilai SAKIP")) == "belum waktunya"
    kurang = [str(sel.value) for nama, sel, _ in semua_sel(buku) if nama == ringkasan.NAMA]
    assert not any(teks.startswith("Nilai SAKIP") for teks in kurang)


def test_a_capaian_without_value_is_a_dash_with_its_reason_beside_it(iku: LembarUji) -> None:
    keterangan = str(iku.nilai("keterangan", iku.baris("indikator", "Pengaduan berulang")))
    assert keterangan.startswith("Target 0")
    assert "tercapai" in str(iku.nilai("status", iku.baris("indikator", "Predikat AKIP")))


def test_the_mean_of_the_iku_and_its_n_of_m_are_live_and_ours(hasil: Hasil, iku: LembarUji) -> None:
    rata, baris = hasil[0].rata_rata, iku.baris("no", "Rata-rata")
    assert iku.nilai("capaian", baris) == float(rata.nilai or 0)
    assert iku.nilai("dirata", baris) == pytest.approx(rata.mentah)
    assert iku.nilai("capaian", baris + 1) == f"{rata.n} dari {rata.m}" == "8 dari 11"
    assert iku.nilai("status", baris) == f"{hasil[0].tercapai} dari {hasil[0].dinilai}"
    assert str(iku.rumus("dirata", baris)).startswith("AVERAGE(")


def test_every_renja_row_shows_what_the_result_holds(hasil: Hasil, renja: LembarUji) -> None:
    for kinerja, baris in _kinerja(hasil, renja):
        kini = kinerja.kini
        assert renja.nilai("tahun_k", baris) == _angka_atau_kata(kini.realisasi, kini.sebutan)
        assert renja.nilai("sd_capaian", baris) == _cetak(kini.capaian)
        assert renja.nilai("capaian_k", baris) == _cetak(kinerja.capaian_renstra)
        if kinerja.realisasi_sd is not None:
            assert renja.nilai("sampai_k", baris) == _angka_atau_kata(kinerja.realisasi_sd, kini.sebutan)


def test_column_12_takes_the_quarters_together_as_the_indicator_says(renja: LembarUji) -> None:
    harapan = {
        "Jumlah dokumen perencanaan": ("SUM(", 2),
        "Jumlah laporan koordinasi": ("SUM(", 8.2),
        "Jumlah peserta rapat": ("MAX(", 44),
        "Jumlah orang yang menerima": ("AVERAGE(", pytest.approx(44 / 3)),
        "Indeks Kepuasan": ("IF(ISNUMBER(", 450.03),
    }
    for nama, (awalan, nilai) in harapan.items():
        baris = renja.baris("indikator", nama)
        assert str(renja.rumus("tahun_k", baris)).startswith(awalan)
        assert renja.nilai("tahun_k", baris) == nilai


def test_sd_triwulan_reports_fill_columns_8_to_11_with_their_differences(renja: LembarUji) -> None:
    baris = renja.baris("indikator", "Jumlah laporan koordinasi")
    assert [renja.nilai(f"tw{triwulan}_k", baris) for triwulan in (1, 2, 3)] == pytest.approx([2.1, 3.2, 2.9])
    assert renja.nilai("tw4_k", baris) == "belum waktunya"


def test_column_13_of_a_mean_is_the_latest_year_never_a_mean_of_years(renja: LembarUji) -> None:
    baris = renja.baris("indikator", "Jumlah orang yang menerima")
    assert renja.nilai("jumlah_tahun_lalu", baris) == 2
    assert renja.nilai("lalu_k", baris) == 14.5
    assert renja.nilai("sampai_k", baris) == pytest.approx(44 / 3)
    assert "[" not in str(renja.rumus("sampai_k", baris))


def test_money_stands_once_per_node_and_sums_up_the_tree_by_formula(hasil: Hasil, renja: LembarUji) -> None:
    for simpul in hasil[1].baris:
        kunci, awalan = ("sasaran", "") if simpul.tingkat == "sasaran" else ("program", f"{simpul.kode_simpul}  ")
        baris = renja.baris(kunci, f"{awalan}{simpul.nama}")
        uang = simpul.uang
        for nama, nilai in (
            ("target_rp", uang.kini.pagu),
            ("tahun_rp", uang.kini.realisasi),
            ("sampai_rp", uang.realisasi_sd),
        ):
            assert renja.nilai(nama, baris) == (float(nilai) if nilai is not None else "belum ada data TW III")
        assert (renja.rumus("target_rp", baris) is not None) == (not simpul.terbawah)
        assert renja.nilai("serapan", baris) == (uang.kini.serapan if uang.kini.serapan is not None else STRIP)


def test_the_money_of_a_program_is_the_sum_of_its_kegiatan_cells(renja: LembarUji) -> None:
    program, kegiatan, lain = (
        renja.baris("program", kode) for kode in ("7.01.01  ", "7.01.01.2.01  ", "7.01.01.2.02  ")
    )
    assert renja.rumus("target_rp", program) == f"SUM({E81.sel('target_rp', kegiatan)},{E81.sel('target_rp', lain)})"
    sel = ",".join(E81.sel(f"tw{triwulan}_rp", program) for triwulan in (1, 2, 3))
    assert renja.rumus("tahun_rp", program) == f"SUM({sel})"


def test_a_second_indicator_of_a_node_repeats_no_money(renja: LembarUji) -> None:
    baris = renja.baris("indikator", "Jumlah laporan koordinasi")
    assert [renja.nilai(kunci, baris) for kunci in ("target_rp", "tahun_rp", "serapan", "terbawah")] == [None] * 4


def test_the_closing_rows_of_e81_hold_means_sums_and_what_the_units_wrote(hasil: Hasil, renja: LembarUji) -> None:
    penutup, baris = hasil[1].penutup, renja.baris("no", "Rata-rata capaian kinerja")
    assert renja.nilai("sd_capaian", baris) == float(penutup.kinerja.nilai or 0)
    assert renja.nilai("serapan", baris) == penutup.serapan_rata
    jumlah = renja.baris("no", "Jumlah realisasi dibanding jumlah pagu")
    assert renja.nilai("serapan", jumlah) == penutup.serapan_jumlah
    assert renja.nilai("capaian_rp", jumlah) == penutup.serapan_renstra_jumlah
    assert renja.nilai("capaian_k", renja.baris("no", "Predikat kinerja")) == penutup.kinerja_renstra.predikat
    assert renja.nilai("sd_capaian", jumlah - 1) == f"{penutup.kinerja.n} dari {penutup.kinerja.m}"
    judul = renja.baris("no", "Faktor pendorong keberhasilan kinerja")
    assert [renja.nilai("target_renstra_k", judul + letak) for letak in range(3)] == list(
        penutup.narasi["faktor_pendorong"]
    )


def test_every_renstra_year_shows_what_the_result_holds(hasil: Hasil, renstra: LembarUji) -> None:
    for simpul in hasil[2].baris:
        for kinerja in simpul.kinerja:
            baris = renstra.baris("indikator", f"{kinerja.indikator.nama} (")
            for tahun in kinerja.tahun:
                assert renstra.nilai(f"c{tahun.tahun}_k", baris) == _cetak(tahun.capaian)
                if tahun.realisasi is not None:
                    realisasi = renstra.nilai(f"r{tahun.tahun}_k", baris)
                    assert realisasi == _angka_atau_kata(tahun.realisasi, tahun.sebutan)


def test_a_year_to_come_is_belum_waktunya_in_k_and_in_rp(renstra: LembarUji) -> None:
    baris = renstra.baris("indikator", "Jumlah dokumen perencanaan")
    assert [renstra.nilai(f"r2028_{ukuran}", baris) for ukuran in ("k", "rp")] == ["belum waktunya", "belum waktunya"]


def test_the_end_target_is_the_agregasi_of_the_yearly_targets(renstra: LembarUji) -> None:
    baris = renstra.baris("indikator", "Jumlah dokumen perencanaan")
    assert renstra.nilai("akhir_k", baris) == 15
    assert str(renstra.rumus("akhir_k", baris)).startswith("SUM(")


def test_the_summary_refers_to_the_cells_of_the_forms(hasil: Hasil, buku: bytes) -> None:
    lembar = LembarUji.buka(buku, ringkasan.NAMA, ringkasan.SUSUNAN)
    baris = lembar.baris("uraian", "Rata-rata capaian IKU")
    assert lembar.nilai("nilai", baris) == float(hasil[0].rata_rata.nilai or 0)
    assert str(lembar.rumus("nilai", baris)).startswith("'Evaluasi IKU'!")
    assert lembar.nilai("no", 6) == "5 dari 10 IKU yang dinilai mencapai target s/d Triwulan III 2026"
    terendah = lembar.baris("uraian", "Pertumbuhan pendapatan desa")
    assert (lembar.nilai("nilai", terendah), lembar.nilai("realisasi", terendah)) == (-28.89, -1.41)


def test_a_target_of_0_that_was_missed_stands_first_among_the_lowest_with_the_reason(buku: bytes) -> None:
    lembar = LembarUji.buka(buku, ringkasan.NAMA, ringkasan.SUSUNAN)
    pertama = lembar.baris("no", "Lima capaian IKU terendah") + 2
    assert [lembar.nilai(kunci, pertama) for kunci in ("no", "uraian", "target", "realisasi", "nilai")] == [
        1,
        "Pengaduan berulang",
        0,
        2,
        STRIP,
    ]
    assert str(lembar.nilai("keterangan", pertama)).startswith("Belum tercapai, tanpa persen. Target 0")


def test_the_mean_says_how_many_it_leaves_out_that_are_judged_without_a_percent(buku: bytes) -> None:
    lembar = LembarUji.buka(buku, ringkasan.NAMA, ringkasan.SUSUNAN)
    kalimat = (
        "8 dari 11 IKU yang wajib lapor bernilai. 10 IKU dinilai tercapai atau tidak; rata-rata dari 8 yang bernilai "
        "persen, tanpa 2 yang dinilai tanpa persen (peringkat, atau target 0 yang meleset)."
    )
    assert lembar.nilai("keterangan", lembar.baris("uraian", "Rata-rata capaian IKU")) == kalimat


def test_the_sources_sheet_names_file_and_cell_of_every_reported_figure(kompilasi: Kompilasi, buku: bytes) -> None:
    lembar = LembarUji.buka(buku, lembar_sumber.NAMA, lembar_sumber.SUSUNAN)
    semua = [indikator for _, indikator in kompilasi.indikator]
    banyak = sum(triwulan.asal is not None for indikator in semua for triwulan in indikator.triwulan[:3])
    baris = lembar.baris("kode", "IKU-01")
    assert [lembar.nilai(kunci, baris) for kunci in ("nilai", "berkas", "sel", "versi")] == [
        190.5,
        "S1-2026-1-v1.xlsx",
        "Realisasi!J10",
        1,
    ]
    assert lembar.nilai("no", baris + banyak - 1) == banyak


def test_the_sources_sheet_names_file_and_cell_of_every_reported_amount(hasil: Hasil, buku: bytes) -> None:
    lembar = LembarUji.buka(buku, lembar_sumber.NAMA, lembar_sumber.SUSUNAN)
    laporan = [(simpul, uang) for simpul in hasil[1].baris for uang in simpul.uang.kini.laporan]
    assert laporan
    for simpul in {simpul.kode_simpul: simpul for simpul, _ in laporan}.values():
        baris = lembar.baris("indikator", f"Realisasi anggaran s/d triwulan: {simpul.nama}")
        pertama = simpul.uang.kini.laporan[0]
        assert [lembar.nilai(kunci, baris) for kunci in ("kode", "nilai", "satuan", "berkas", "sel")] == [
            simpul.kode_simpul,
            float(pertama.rupiah),
            "Rp",
            pertama.asal.berkas,
            "Anggaran!F9",
        ]
        assert simpul.uang.kini.laporan[-1].rupiah == simpul.uang.kini.realisasi


def test_a_due_triwulan_that_is_missing_is_named_beside_a_value_that_needs_it_not() -> None:
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 10, 1: 10, 2: 10, 3: 10, 4: 10})
    toko.lapor("A", {1: 9, 2: None, 3: 9})
    gudang = toko.tulis()
    isi = {tw: _keterangan_iku(gudang, tw) for tw in (1, 2, 3, 4)}
    sebab = "Triwulan II belum ada data: survei belum selesai"
    assert sebab not in isi[1]
    assert isi[2].splitlines()[:2] == ["Belum ada data TW II: survei belum selesai", "Terakhir 9 (TW I)."]
    assert sebab not in isi[2]
    assert sebab in isi[3]
    akhir = ["Belum ada data TW IV: unit belum memberi alasan.", "Terakhir 9 (TW III).", sebab]
    assert isi[4].splitlines()[:3] == akhir


def _keterangan_iku(gudang: Gudang, triwulan: int) -> str:
    hasil = evaluasi_iku(gudang, KODE_PD, Periode(2026, triwulan))
    return str(lembar_iku.isi_baris(hasil.baris[0], 1, hasil.pengaturan)["keterangan"].nilai)


def test_the_renstra_form_names_the_year_whose_money_was_not_reported_by_all() -> None:
    toko = Toko()
    for nomor, simpul in enumerate(("K1", "K2"), 4):
        toko.simpul(simpul, "kegiatan", "S1.1", nomor, "S1")
        toko.pagu(simpul, {2025: 100, 2026: 100}, 1)
        toko.pagu(simpul, {2026: 100}, 4)
    toko.anggaran("K1", {4: 80}, tahun=2025)
    toko.anggaran("K2", {3: 60}, tahun=2025)
    for simpul in ("K1", "K2"):
        toko.anggaran(simpul, {1: 10})
    hasil = evaluasi_renstra(toko.tulis(), KODE_PD, Periode(2026, 1))
    lengkap = {simpul.kode_simpul: [uang.lengkap for uang in simpul.uang[1:3]] for simpul in hasil.baris}
    assert lengkap == {"S1.1": [False, True], "K1": [True, True], "K2": [False, True]}
    cabang = {ranting.simpul.kode_simpul: ranting for ranting in susun_cabang(hasil.baris, 10, lambda _: 1)}
    catatan = {
        kode: lembar_renstra.isi_simpul(ranting, 1, hasil)[0]["keterangan"].nilai for kode, ranting in cabang.items()
    }
    assert catatan == {"S1.1": "2025: anggaran 1 dari 2 baris.", "K1": STRIP, "K2": STRIP}
    assert hasil.baris[2].uang[1].sebutan == "belum ada data TW IV"


def test_the_cover_says_sample_draft_versions_and_the_settings_with_their_sources(buku: bytes) -> None:
    isi = "\n".join(str(nilai) for nama, _, nilai in semua_sel(buku) if nama == sampul.NAMA)
    for kata in (
        "CONTOH, BUKAN DATA RESMI",
        "DRAF",
        "renja 2026 murni",
        "renstra 2024 murni",
        "tanpa batas",
        "Permendagri 86",
    ):
        assert kata in isi
    assert "Kebiasaan laporan kinerja tercetak" in isi


def test_every_sheet_is_folio_landscape_with_page_numbers_and_repeated_headers(buku: bytes) -> None:
    for lembar in openpyxl.load_workbook(io.BytesIO(buku)).worksheets:
        assert (lembar.page_setup.orientation, lembar.page_setup.paperSize) == ("landscape", 14)
        assert "&P" in str(lembar.oddFooter.right.text)
        assert "CONTOH, BUKAN DATA RESMI" in str(lembar.oddFooter.left.text)
        if lembar.title.startswith("Evaluasi"):
            assert lembar.print_title_rows
            assert lembar.print_title_cols


def test_helper_columns_are_outside_the_print_area(kompilasi: Kompilasi, buku: bytes) -> None:
    xml = zipfile.ZipFile(io.BytesIO(buku)).read("xl/workbook.xml").decode()
    for terisi in kompilasi.formulir:
        nama = terisi.lembar.nama
        area = re.search(rf"<definedName name=\"_xlnm.Print_Area\" localSheetId=\"\d\">('{nama}'[^<]+)<", xml)
        assert area is not None
        huruf = re.findall(r":\$([A-Z]+)\$", area[1])
        kolom = max(openpyxl.utils.column_index_from_string(kolom) for kolom in huruf)
        assert kolom == terisi.susunan.tercetak


def test_a_profile_with_its_columns_in_another_order_holds_the_same_figures(hasil: Hasil, renja: LembarUji) -> None:
    tetap, sisa = E81.kolom[:4], E81.kolom[4:]
    cetak = tuple(dataclasses.replace(kolom, bagian=1) for kolom in sisa if not kolom.bantu)
    lain = Susunan((*tetap, *reversed(cetak), *(kolom for kolom in sisa if kolom.bantu)), 4)
    buku = buka_buku("uji", hasil[1].keterangan)
    tulis_renja(buku, buku.buku.add_worksheet("Lain"), hasil[1], lain)
    uji = LembarUji.buka(buku.tutup(), "Lain", lain)
    baris = uji.baris("indikator", "Jumlah dokumen perencanaan")
    for kolom in E81.kolom:
        assert uji.nilai(kolom.kunci, baris) == renja.nilai(kolom.kunci, baris)
    assert uji.rumus("serapan", baris) == f"{lain.sel('tahun_rp', baris)}/{lain.sel('target_rp', baris)}*100"


def test_every_formula_has_a_cached_value_and_no_key_is_left_unresolved(buku: bytes) -> None:
    rumus = [(nama, sel, nilai) for nama, sel, nilai in semua_sel(buku) if sel.data_type == "f"]
    assert len(rumus) > 300
    assert all(nilai is not None and "[" not in sel.value and "#REF" not in sel.value for _, sel, nilai in rumus)


JAHAT = '=HYPERLINK("http://jahat.example","klik")'
ANEH = "\x00\x1b<r><t>&</t></r>\u202e@SUM(A1)"


_TULISAN = {"nama", "satuan", "nama_sasaran", "nama_simpul", "nama_unit"}
"""What people write into a plan, by the attribute of a result that holds it; what units write stands in mappings."""


def _rusak(hasil: Any, tulisan: str) -> Any:
    """The same result, of whatever form, with this text wherever people wrote."""
    if isinstance(hasil, str):
        return tulisan
    if isinstance(hasil, tuple):
        return tuple(_rusak(bagian, tulisan) for bagian in hasil)
    if isinstance(hasil, Mapping):
        return {kunci: _rusak(bagian, tulisan) for kunci, bagian in hasil.items()}
    if not dataclasses.is_dataclass(hasil) or isinstance(hasil, Keterangan | Pengaturan):
        return hasil
    bagian = {bidang.name: getattr(hasil, bidang.name) for bidang in dataclasses.fields(hasil)}
    diganti = {
        nama: _rusak(nilai, tulisan) for nama, nilai in bagian.items() if nama in _TULISAN or not isinstance(nilai, str)
    }
    return dataclasses.replace(hasil, **diganti)


def _rusak_semua(kompilasi: Kompilasi, tulisan: str) -> Kompilasi:
    """Every form of the workbook so."""
    return Kompilasi(
        tuple(dataclasses.replace(terisi, hasil=_rusak(terisi.hasil, tulisan)) for terisi in kompilasi.formulir)
    )


@pytest.mark.parametrize(
    "teks", [JAHAT, ANEH, "+1", "-1", "@x", "<r>&</r>", "x" * 40_000, "😀" * 20_000, "\ud800a", ""]
)
def test_text_of_people_can_neither_become_a_formula_nor_break_the_file(kompilasi: Kompilasi, teks: str) -> None:
    isi = susun_kompilasi(_rusak_semua(kompilasi, teks))
    for _, sel, nilai in semua_sel(isi):
        assert sel.data_type != "f" or "jahat" not in str(sel.value)
        assert not isinstance(nilai, str) or len(nilai.encode("utf-16-le")) <= 2 * BATAS_SEL
    if teks == JAHAT:
        uji = LembarUji.buka(isi, formulir.IKU.nama, IKU)
        assert uji.nilai("sasaran", uji.baris("indikator", JAHAT)) == JAHAT
        tertulis = {lembar for lembar, _, nilai in semua_sel(isi) if str(nilai).startswith(JAHAT)}
        assert {bentuk.nama for bentuk in formulir.FORMULIR} <= tertulis


@pytest.mark.parametrize(
    "teks", [JAHAT, ANEH, "-1", "<r>&</r>", "x" * 40_000, "\ud800a", "", "a\r\nb", "_x0041_", "{cap}", " &lt; "]
)
def test_the_writer_knows_every_cell_as_a_reader_of_the_file_finds_it(kompilasi: Kompilasi, teks: str) -> None:
    """Also in the results of formulas, where a word of a scale stands, cleaned and short as a scale holds it."""
    rusak = _rusak_semua(kompilasi, teks)
    predikat = bersihkan(teks)[:40] or "Baik"
    jenjang = tuple(dataclasses.replace(jenjang, predikat=predikat) for jenjang in rusak.pengaturan.skala.jenjang)
    skala = dataclasses.replace(rusak.pengaturan.skala, jenjang=jenjang)
    pengaturan = dataclasses.replace(rusak.pengaturan, skala=skala)
    berskala = tuple(
        dataclasses.replace(terisi, hasil=dataclasses.replace(terisi.hasil, pengaturan=pengaturan))
        for terisi in rusak.formulir
    )
    tertulis = tulis_kompilasi(Kompilasi(berskala), Cap(dict.fromkeys(BUTIR, "cap"), ((teks, teks, teks),)))
    terbaca = {
        lembar["nama"]: {
            alamat: [teks if jenis == "teks" else nilai, rumus]
            for alamat, jenis, nilai, teks, _, rumus in lembar["sel"]
            if f"{lembar['nama']}!{alamat}" not in tertulis.cap
        }
        for lembar in urai(tertulis.buku.tutup())["lembar"]
    }
    assert terbaca == tertulis.sel
    jenis = {nama: {alamat: type(sel[0]) for alamat, sel in sel_lembar.items()} for nama, sel_lembar in terbaca.items()}
    assert jenis == {
        nama: {alamat: type(sel[0]) for alamat, sel in sel_lembar.items()} for nama, sel_lembar in tertulis.sel.items()
    }


def test_an_office_name_with_an_ampersand_stays_readable_in_the_footer(kompilasi: Kompilasi) -> None:
    kantor = dataclasses.replace(kompilasi.keterangan.kantor, nama="Kecamatan A & B &P", contoh=False)
    keterangan = dataclasses.replace(kompilasi.keterangan, kantor=kantor)
    pertama, *lain = kompilasi.formulir
    pertama = dataclasses.replace(pertama, hasil=dataclasses.replace(pertama.hasil, keterangan=keterangan))
    isi = susun_kompilasi(Kompilasi((pertama, *lain)))
    lembar = openpyxl.load_workbook(io.BytesIO(isi))[formulir.IKU.nama]
    assert "A && B &&P" in str(lembar.oddFooter.left.text)
    assert "CONTOH" not in str(lembar.oddFooter.left.text)


def test_an_office_without_plan_or_data_still_gets_a_workbook_that_says_so(tanpa_rencana: Kompilasi) -> None:
    isi = susun_kompilasi(tanpa_rencana)
    teks = {str(nilai) for _, _, nilai in semua_sel(isi)}
    assert "Belum ada IKU dalam rencana." in teks
    assert "Belum ada IKU yang dapat dinilai s/d Triwulan I 2026" in teks
    assert "Belum ada kiriman." in teks
    assert KODE_PD in "".join(teks)


def test_a_form_refers_to_a_sasaran_by_a_code_that_is_printed_and_its_references_hold_no_figure() -> None:
    kompilasi = formulir.evaluasi_semua(isi_kantor(luas=True), KODE_PD, PERIODE)
    isi = susun_kompilasi(kompilasi)
    for terisi in (terisi for terisi in kompilasi.formulir if terisi.lembar.kode in ("renja", "renstra")):
        lembar = LembarUji.buka(isi, terisi.lembar.nama, terisi.susunan)
        assert lembar.nilai("sasaran", lembar.baris("sasaran", "S1.1  Nama S1.1"))
        letak = lembar.baris("program", "7.01.02  Nama 7.01.02: lihat sasaran S1.1")
        kolom = [kolom.kunci for kolom in terisi.susunan.kolom]
        assert {kunci for kunci in kolom if lembar.nilai(kunci, letak) is not None} == {
            "no",
            "program",
            "terbawah",
            "unit",
        }


def test_last_year_without_an_event_prints_the_percent_that_the_setting_gives_it() -> None:
    toko = Toko()
    pecahan = {"pembilang": "selesai", "penyebut": "pengaduan", "faktor": Decimal(100)}
    for tahun, rencana in ((2025, 3), (TAHUN, 4)):
        toko.indikator("rate", tahun=tahun, frekuensi="tahunan", agregasi="nilai_akhir", **pecahan)
        toko.target("rate", {0: 90}, tahun, rencana)
    toko.lapor("rate", {4: (0, 0)}, 2025)
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji", "nilai": "seratus"}
    toko.tabel["pengaturan"] = [{"kunci": "tidak_ada_kejadian", "mulai": date(2025, 1, 1), **isi}]
    kompilasi = formulir.evaluasi_semua(toko.tulis(), KODE_PD, PERIODE)
    lembar = LembarUji.buka(susun_kompilasi(kompilasi), formulir.IKU.nama, IKU)
    assert lembar.nilai("capaian_lalu", lembar.baris("indikator", "Indikator rate")) == 100
