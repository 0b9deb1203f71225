from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from analytics.aturan.periode import Periode
from analytics.aturan.teks import ada_tak_terlihat
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_FORMAT
from data.gudang import Gudang, Peristiwa
from tests.alat.buku import buku_kecil, ganti_sel, sunting, ubah_bagian
from tests.alat.kantor_lembar import (
    APBDES,
    DESA_SELESAI,
    IKM,
    KODE_PD,
    NAMA,
    OPINI,
    PADA,
    PAMONG,
    PEMBINAAN,
    SAKIP,
    SUB_1,
    SUB_2,
    TAHUN,
    tambah_indikator,
)
from tests.alat.korpus.kasus import denah_lembar
from tests.alat.periksa import periksa_berkas
from tests.lembar.alat_isian import DULU, LENGKAP, UANG, Kirim, Periksa, Susun, cari_baris


def _satu(pemeriksaan: HasilPeriksa) -> Temuan:
    (temuan,) = pemeriksaan.temuan
    return temuan


def test_a_well_filled_workbook_has_no_finding(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun(LENGKAP, UANG))
    assert hasil.temuan == ()
    assert hasil.boleh_disimpan
    assert hasil.identitas is not None
    assert (hasil.identitas.kode_unit, hasil.identitas.periode) == ("PEM", Periode(TAHUN, 3))
    assert cari_baris(hasil, APBDES).tulis() == "12 / 13"
    assert cari_baris(hasil, DESA_SELESAI).nilai == Decimal("66.67")
    assert cari_baris(hasil, OPINI).peringkat == "BB"
    assert [uang.rupiah for uang in hasil.anggaran] == [30_000_000, 12_500_000]


def test_a_blank_due_cell_is_belum_ada_data_and_never_zero(susun: Susun, periksa: Periksa) -> None:
    isian = {kode: ketikan for kode, ketikan in LENGKAP.items() if kode != PEMBINAAN}
    hasil = periksa(susun(isian, UANG))
    baris = cari_baris(hasil, PEMBINAAN)
    assert (baris.keadaan, baris.nilai) == ("belum_ada_data", None)
    temuan = _satu(hasil)
    assert (temuan.kode, temuan.tingkat, temuan.kode_indikator) == ("belum_ada_data", "peringatan", PEMBINAAN)
    assert temuan.alamat == f"Realisasi!{baris.sel}"


@pytest.mark.parametrize("ketikan", ["-", "n/a", "  ", "N/A"])
def test_a_dash_or_n_a_is_blank_too(susun: Susun, periksa: Periksa, ketikan: str) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": ketikan}}, UANG))
    assert cari_baris(hasil, PEMBINAAN).keadaan == "belum_ada_data"
    assert _satu(hasil).kode == "belum_ada_data"


def test_a_reason_in_the_row_settles_a_blank(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"alasan": "Menunggu berita acara desa"}}, UANG))
    assert hasil.temuan == ()
    assert cari_baris(hasil, PEMBINAAN).alasan == "Menunggu berita acara desa"


def test_a_blank_that_is_not_due_or_not_planned_raises_nothing(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun(LENGKAP, UANG))
    assert [cari_baris(hasil, kode).keadaan for kode in (IKM, PAMONG, SAKIP)] == [
        "belum_waktunya",
        "belum_waktunya",
        "tidak_direncanakan",
    ]
    assert not any(cari_baris(hasil, kode).disimpan for kode in (IKM, PAMONG, SAKIP))


def test_a_value_that_is_not_due_is_taken_all_the_same(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, IKM: {"realisasi": 84.9}}, UANG))
    assert (cari_baris(hasil, IKM).keadaan, cari_baris(hasil, IKM).nilai) == ("terisi", Decimal("84.9"))
    assert hasil.temuan == ()


def test_a_zero_that_was_typed_is_zero(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": 0}}, UANG))
    assert (cari_baris(hasil, PEMBINAAN).keadaan, cari_baris(hasil, PEMBINAAN).nilai) == ("terisi", 0)
    assert _satu(hasil).kode == "realisasi_nol"
    assert hasil.perlu_alasan({}) == hasil.temuan


@pytest.mark.parametrize(
    ("ketikan", "kode", "dalam_pesan", "dalam_saran"),
    [
        ("1.200", "angka_ambigu", "1200 atau 1,2", "1200 atau 1,2"),
        ("sekitar 12", "bukan_angka", "sekitar 12", "satu angka"),
        ("80-90", "isian_rentang", "rentang", "satu angka"),
        ("<= 3", "isian_batas", "batas", "Ketik 3"),
        ("tiga", "isian_kata", "kata", "satuan Dokumen"),
        ("12%", "persen_bukan_satuan", "persen", "12 atau 0,12"),
        ("1\u200b2", "karakter_tersembunyi", "tak terlihat", "ketik ulang"),
        (datetime(2026, 5, 12), "tanggal_bukan_angka", "12/05/2026", "12,5"),
        (True, "bukan_angka", "“TRUE”", "satu angka dalam satuan Dokumen"),
        ("nihil", "isian_kata", "nihil", "Ketik 0 bila memang tidak ada"),
        ("13,5 juta", "bukan_angka", "13,5 juta", "13500000"),
        ("3 laporan", "bukan_angka", "3 laporan", "Ketik 3 bila itu yang dimaksud"),
        (date(1900, 1, 18), "tanggal_bukan_angka", "18/01/1900", "Ketik 18 "),
    ],
)
def test_a_cell_with_two_readings_or_none_is_a_galat_with_both_or_what_to_type(
    susun: Susun, periksa: Periksa, ketikan: object, kode: str, dalam_pesan: str, dalam_saran: str
) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": ketikan}}, UANG))
    temuan = _satu(hasil)
    assert (temuan.kode, temuan.tingkat, temuan.sel) == (kode, "galat", cari_baris(hasil, PEMBINAAN).sel)
    assert dalam_pesan in temuan.pesan
    assert dalam_saran in temuan.saran
    assert not hasil.boleh_disimpan


@pytest.mark.parametrize(
    ("indikator", "ketikan", "nilai", "kode", "tingkat"),
    [
        (IKM, "82,5", "82.5", "angka_teks", "info"),
        (IKM, "82,5 indeks", "82.5", "angka_teks", "info"),
        (PEMBINAAN, "12.5", "12.5", "angka_tanya", "peringatan"),
        (PEMBINAAN, "3 Dokumen", "3", "angka_teks", "info"),
        (PEMBINAAN, "12,5", "12.5", "tidak_utuh", "peringatan"),
        (PEMBINAAN, -2, "-2", "nilai_negatif", "peringatan"),
    ],
)
def test_a_cell_with_one_reading_is_read_and_remarked(
    susun: Susun, periksa: Periksa, indikator: str, ketikan: object, nilai: str, kode: str, tingkat: str
) -> None:
    hasil = periksa(susun({**LENGKAP, indikator: {"realisasi": ketikan}}, UANG))
    assert cari_baris(hasil, indikator).nilai == Decimal(nilai)
    assert (_satu(hasil).kode, _satu(hasil).tingkat) == (kode, tingkat)
    assert hasil.boleh_disimpan


def test_a_percent_format_in_a_percent_unit_is_value_times_100(susun: Susun, periksa: Periksa) -> None:
    def persenkan(buku: Workbook) -> None:
        sel = buku["Realisasi"][cari_baris(periksa(susun(LENGKAP)), DESA_SELESAI).sel]
        sel.value, sel.number_format = 0.95, "0%"

    hasil = periksa(sunting(persenkan)(susun(LENGKAP, UANG)))
    assert cari_baris(hasil, DESA_SELESAI).nilai == 95
    assert cari_baris(hasil, DESA_SELESAI).diketik == "95%"
    assert hasil.temuan == ()


def test_0_95_where_95_is_meant_is_asked(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, DESA_SELESAI: {"realisasi": 0.95}}, UANG))
    assert (_satu(hasil).kode, _satu(hasil).dipahami) == ("pecahan_persen", "0,95")
    assert "Ketik 95" in _satu(hasil).saran


def test_error_values_and_formulas_without_value_are_galat(susun: Susun, periksa: Periksa) -> None:
    sel = cari_baris(periksa(susun(LENGKAP)), PEMBINAAN).sel
    for ketikan, kode in (("#REF!", "galat_excel"), ("=Z1+1", "rumus_tanpa_nilai")):

        def tulis(buku: Workbook, ketikan: str = ketikan) -> None:
            buku["Realisasi"][sel].value = ketikan

        hasil = periksa(sunting(tulis)(susun(LENGKAP, UANG)))
        assert (_satu(hasil).kode, _satu(hasil).sel) == (kode, sel)


def test_a_formula_with_its_value_is_read_and_noted(susun: Susun, periksa: Periksa) -> None:
    isi = susun(LENGKAP, UANG)
    sel = cari_baris(periksa(isi), PEMBINAAN).sel
    berumus = ubah_bagian(
        isi,
        "xl/worksheets/sheet2.xml",
        lambda bagian: _ganti_sel(bagian, sel, b"<f>1+2</f><v>3</v>"),
    )
    hasil = periksa(berumus)
    assert (_satu(hasil).kode, _satu(hasil).tingkat) == ("rumus_di_isian", "info")
    assert cari_baris(hasil, PEMBINAAN).nilai == 3


def _ganti_sel(bagian: bytes, sel: str, isi: bytes) -> bytes:
    awal = bagian.index(b'r="%s"' % sel.encode())
    mulai = bagian.index(b">", awal) + 1
    return bagian[:mulai] + isi + bagian[bagian.index(b"</c>", mulai) :]


@pytest.mark.parametrize(
    ("ketikan", "kode", "kunci"),
    [
        ({"pembilang": 12}, "pasangan_tidak_lengkap", "penyebut"),
        ({"penyebut": 13}, "pasangan_tidak_lengkap", "pembilang"),
        ({"pembilang": 12, "penyebut": 0}, "penyebut_nol", "penyebut"),
        ({"realisasi": 92.31}, "pasangan_tidak_lengkap", "realisasi"),
    ],
)
def test_half_a_pair_cannot_be_stored(
    susun: Susun, periksa: Periksa, ketikan: dict[str, object], kode: str, kunci: str
) -> None:
    hasil = periksa(susun({**LENGKAP, APBDES: ketikan}, UANG))
    galat = [temuan for temuan in hasil.temuan if temuan.tingkat == "galat"]
    assert [temuan.kode for temuan in galat] == [kode]
    assert galat[0].sel is not None
    assert galat[0].sel[0] == {"pembilang": "K", "penyebut": "L", "realisasi": "M"}[kunci]


_SEBAB: Final = "Tidak ada desa yang menyusun APBDes triwulan ini"


@pytest.mark.parametrize(
    ("ketikan", "diketik"),
    [
        ({"pembilang": 0, "penyebut": 0}, "0 / 0"),
        ({"pembilang": "0", "penyebut": 0}, "0 / 0"),
        ({"pembilang": "Tidak ada  kejadian"}, "Tidak ada  kejadian"),
    ],
)
def test_0_of_0_and_the_word_are_tidak_ada_kejadian_with_its_reason(
    susun: Susun, periksa: Periksa, ketikan: dict[str, object], diketik: str
) -> None:
    hasil = periksa(susun({**LENGKAP, APBDES: {**ketikan, "alasan": _SEBAB}}, UANG))
    baris = cari_baris(hasil, APBDES)
    assert (hasil.temuan, baris.keadaan, baris.disimpan) == ((), "tidak_ada_kejadian", True)
    assert (baris.nilai, baris.pembilang, baris.diketik, baris.alasan) == (None, None, diketik, _SEBAB)
    assert "1 tidak ada kejadian" in hasil.kalimat_isian
    tanpa_sebab = periksa(susun({**LENGKAP, APBDES: ketikan}, UANG))
    assert (_satu(tanpa_sebab).kode, _satu(tanpa_sebab).tingkat) == ("tidak_ada_kejadian", "peringatan")


def test_a_penyebut_of_0_is_told_how_nothing_to_measure_is_typed(susun: Susun, periksa: Periksa) -> None:
    rumus = ganti_sel(susun({**LENGKAP, APBDES: {"pembilang": 0}}, UANG), "Realisasi", "L9", "", "<f>B1</f><v>0</v>")
    for isi in (susun({**LENGKAP, APBDES: {"pembilang": 1, "penyebut": 0}}, UANG), rumus):
        temuan = next(butir for butir in periksa(isi).temuan if butir.kode == "penyebut_nol")
        assert "ketik 0 pada keduanya (tidak ada kejadian)" in temuan.saran


def test_a_number_too_small_to_store_is_one_question_and_quoted_with_a_comma(susun: Susun, periksa: Periksa) -> None:
    kecil = 1.5e-20
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": kecil}}, {**UANG, SUB_1: {"rupiah": kecil}}))
    assert [temuan.kode for temuan in hasil.temuan] == ["angka_kecil", "angka_kecil"]
    assert {temuan.pesan for temuan in hasil.temuan} == {"Angka 1,5e-20 terlalu kecil untuk disimpan; dibaca 0."}


def test_the_plan_says_where_there_may_be_nothing_to_measure(gudang: Gudang, susun: Susun, periksa: Periksa) -> None:
    aturan = {
        baris["kode_indikator"]: {**baris, "kode_pd": KODE_PD, "revisi": baris["revisi"] + 1}
        for baris in gudang.kueri("rencana_aturan", kode_pd=KODE_PD)
        if baris["tahun"] == TAHUN
    }
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "atur", "uji", {}, PADA)) as tx:
        tx.tambah("aturan_indikator", [{**aturan[APBDES], "boleh_tanpa_kejadian": False}])
        tx.tambah("aturan_indikator", [{**aturan[PEMBINAAN], "boleh_tanpa_kejadian": True}])
    isian = {APBDES: {"pembilang": 0, "penyebut": 0}, PEMBINAAN: {"realisasi": "tidak ada kejadian", "alasan": _SEBAB}}
    hasil = periksa(susun({**LENGKAP, **isian}, UANG))
    assert _satu(hasil).kode == "penyebut_nol"
    assert "kosongkan keduanya dan tulis alasannya" in _satu(hasil).saran
    assert cari_baris(hasil, PEMBINAAN).keadaan == "tidak_ada_kejadian"


def test_a_realisasi_typed_over_its_formula_must_agree_with_the_pair(susun: Susun, periksa: Periksa) -> None:
    cocok = periksa(susun({**LENGKAP, APBDES: {"pembilang": 12, "penyebut": 13, "realisasi": 92.31}}, UANG))
    beda = periksa(susun({**LENGKAP, APBDES: {"pembilang": 12, "penyebut": 13, "realisasi": 29.31}}, UANG))
    assert cocok.temuan == ()
    assert _satu(beda).kode == "realisasi_beda"
    assert "92,31" in _satu(beda).pesan


def test_a_value_typed_beside_its_pair_is_compared_rounded_half_up(susun: Susun, periksa: Periksa) -> None:
    isian = {"pembilang": 201, "penyebut": 20000, "realisasi": 1.01}
    assert periksa(susun({**LENGKAP, APBDES: isian}, UANG)).temuan == ()


def test_a_grade_outside_its_scale_is_refused_and_inside_it_case_does_not_matter(
    susun: Susun, periksa: Periksa
) -> None:
    for ketikan in ("bb", "B\u00adB\u200b"):
        assert cari_baris(periksa(susun({**LENGKAP, OPINI: {"realisasi": ketikan}}, UANG)), OPINI).peringkat == "BB"
    temuan = _satu(periksa(susun({**LENGKAP, OPINI: {"realisasi": "WTP"}}, UANG)))
    assert temuan.kode == "peringkat_asing"
    assert "AA, A, BB" in temuan.saran


def test_a_cumulative_value_that_falls_is_asked(susun: Susun, periksa: Periksa, kirim: Kirim) -> None:
    kirim(susun({**DULU, DESA_SELESAI: {"realisasi": 70}}, UANG, triwulan=2))
    temuan = _satu(periksa(susun(LENGKAP, UANG)))
    assert (temuan.kode, temuan.tingkat) == ("sd_turun", "peringatan")
    assert "66,67, turun dari 70 s/d triwulan II" in temuan.pesan


@pytest.mark.parametrize(
    ("rupiah", "kode"),
    [(50_000_001, "anggaran_lebih"), (9_999_999, "anggaran_turun"), (None, "anggaran_kosong")],
)
def test_money_is_checked_against_pagu_and_the_report_before(
    susun: Susun, periksa: Periksa, kirim: Kirim, rupiah: int | None, kode: str
) -> None:
    kirim(susun(DULU, {**UANG, SUB_1: {"rupiah": 10_000_000}}, triwulan=2))
    uang = {SUB_2: UANG[SUB_2]} if rupiah is None else {**UANG, SUB_1: {"rupiah": rupiah}}
    hasil = periksa(susun(LENGKAP, uang))
    assert (_satu(hasil).kode, _satu(hasil).tingkat, _satu(hasil).lembar) == (kode, "peringatan", "Anggaran")


def test_rupiah_as_text_is_read_but_an_ambiguous_one_is_not(susun: Susun, periksa: Periksa) -> None:
    baik = periksa(susun(LENGKAP, {**UANG, SUB_1: {"rupiah": "Rp 12.500.000,-"}}))
    assert baik.anggaran[0].rupiah == 12_500_000
    assert _satu(periksa(susun(LENGKAP, {**UANG, SUB_1: {"rupiah": "12.500"}}))).kode == "angka_ambigu"


def test_the_keterangan_of_a_row_explains_its_peringatan(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun(LENGKAP, {**UANG, SUB_1: {"rupiah": 51_000_000, "alasan": "Pergeseran anggaran"}}))
    assert [temuan.kode for temuan in hasil.temuan] == ["anggaran_lebih"]
    assert hasil.perlu_alasan({}) == ()


@pytest.mark.parametrize(
    ("kunci", "di_atas", "kode"),
    [
        ("alasan", "kelompok", "keterangan_gabungan"),
        ("alasan", "judul", "sel_gabungan"),
        ("faktor_pendorong", "kelompok", "sel_gabungan"),
    ],
)
def test_what_is_merged_down_from_above_the_rows_is_read_or_refused_and_told_once(
    susun: Susun, periksa: Periksa, kunci: str, di_atas: str, kode: str
) -> None:
    def gabung(buku: Workbook) -> None:
        lembar = buku["Realisasi"]
        peta = denah_lembar(lembar)
        atas = min(peta.baris.values())
        awal = peta.judul(kunci) if di_atas == "judul" else f"{peta.kolom[kunci]}{atas - 1}"
        lembar[awal] = lembar[awal].value or "Menunggu berita acara desa"
        lembar.merge_cells(f"{awal}:{peta.kolom[kunci]}{atas + 1}")

    hasil = periksa(sunting(gabung)(susun(LENGKAP, UANG)))
    assert [temuan.kode for temuan in hasil.temuan] == [kode]
    dibaca = [baris for baris in hasil.realisasi if baris.alasan == "Menunggu berita acara desa"]
    assert len(dibaca) == (2 if kode == "keterangan_gabungan" else 0)


def test_a_keterangan_of_several_rows_without_value_is_told_once(susun: Susun, periksa: Periksa) -> None:
    def gabung(buku: Workbook) -> None:
        peta = denah_lembar(buku["Anggaran"])
        buku["Anggaran"].merge_cells(f"{peta.sel(SUB_1, 'alasan')}:{peta.sel(SUB_2, 'alasan')}")

    uang = {**{kode: isi for kode, isi in UANG.items() if kode != SUB_2}, SUB_1: {"alasan": "SPJ belum selesai"}}
    hasil = periksa(sunting(gabung)(susun(LENGKAP, uang)))
    assert _satu(hasil).kode == "keterangan_gabungan"
    assert {baris.alasan for baris in hasil.anggaran if baris.kode_simpul in {SUB_1, SUB_2}} == {"SPJ belum selesai"}


def test_a_keterangan_without_value_is_kept_as_info(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, IKM: {"alasan": "Survei bulan November"}}, UANG))
    assert (_satu(hasil).kode, _satu(hasil).diketik) == ("keterangan_dicatat", "Survei bulan November")


def test_narratives_are_read_with_their_cells_and_a_dash_is_none(susun: Susun, periksa: Periksa) -> None:
    isian = {
        **LENGKAP,
        PEMBINAAN: {"realisasi": 3, "faktor_pendorong": " Pendampingan\u200b rutin ", "bukti_dukung": "-"},
    }
    narasi = cari_baris(periksa(susun(isian, UANG)), PEMBINAAN).narasi
    assert [(teks.jenis, teks.isi, teks.lembar) for teks in narasi] == [
        ("faktor_pendorong", "Pendampingan rutin", "Realisasi")
    ]


def test_all_findings_come_at_once_and_in_order(susun: Susun, periksa: Periksa) -> None:
    isian = {
        APBDES: {"pembilang": 12},
        OPINI: {"realisasi": "XX"},
        DESA_SELESAI: {"realisasi": 0.95},
        PEMBINAAN: {"realisasi": "12,5"},
    }
    isi = susun(isian, {SUB_1: {"rupiah": "12.500"}})
    hasil = periksa(isi)
    assert [temuan.kode for temuan in hasil.temuan] == [
        "angka_ambigu",
        "pasangan_tidak_lengkap",
        "peringkat_asing",
        "anggaran_kosong",
        "pecahan_persen",
        "tidak_utuh",
    ]
    assert periksa(isi) == hasil


def test_a_target_changed_in_the_upload_is_noted_and_changes_nothing(susun: Susun, periksa: Periksa) -> None:
    def ubah_target(buku: Workbook) -> None:
        buku["Realisasi"]["H9"].value = 1

    hasil = periksa(sunting(ubah_target)(susun(LENGKAP, UANG)))
    temuan = _satu(hasil)
    assert (temuan.kode, temuan.tingkat, temuan.alamat) == ("target_diubah", "info", "Realisasi!H9")
    assert (temuan.diketik, temuan.dipahami) == ("1", "100")
    assert [uang.pagu for uang in hasil.anggaran] == [50_000_000, 30_000_000]


def test_a_strangers_workbook_is_refused_with_what_was_expected(periksa: Periksa) -> None:
    temuan = _satu(periksa(buku_kecil({"Sheet1": {"A1": "Laporan bulanan"}})))
    assert (temuan.kode, temuan.tingkat) == ("bukan_format", "galat")
    assert f"Yang diharapkan: format data kinerja {NAMA}" in temuan.pesan


@pytest.mark.parametrize(
    ("sel", "nilai", "kode"),
    [
        ("B1", "capaian-format-9", "versi_format"),
        ("B2", "33.03.06", "sidik_berubah"),
        ("B3", "TRANTIB", "sidik_berubah"),
        ("B5", "2", "sidik_berubah"),
        ("B5", "tiga", "bukan_format"),
        ("A6", "lain", "bukan_format"),
        ("B7", "IKU-99", "sidik_berubah"),
    ],
)
def test_a_changed_fingerprint_is_noticed(susun: Susun, periksa: Periksa, sel: str, nilai: str, kode: str) -> None:
    def ubah(buku: Workbook) -> None:
        buku["_capaian"][sel].value = nilai

    assert _satu(periksa(sunting(ubah)(susun(LENGKAP, UANG)))).kode == kode


def test_the_format_of_another_office_is_refused_by_name(susun: Susun, gudang: Gudang) -> None:
    with gudang.transaksi(Peristiwa("33.03.06", "contoh", "impor", "kantor", {}, PADA)) as tx:
        tx.tambah(
            "perangkat_daerah", [{"kode_pd": "33.03.06", "nama": "Kecamatan lain", "kabupaten": "X", "contoh": True}]
        )
    temuan = _satu(periksa_berkas(gudang, "33.03.06", susun(LENGKAP, UANG), "x.xlsx"))
    assert temuan.kode == "kantor_lain"
    assert "33.03.06 Kecamatan lain" in temuan.pesan


def test_another_unit_or_periode_than_asked_for_is_refused(susun: Susun, gudang: Gudang) -> None:
    isi = susun(LENGKAP, UANG)
    hasil = periksa_berkas(gudang, KODE_PD, isi, "x.xlsx", kode_unit="TRANTIB", periode=Periode(TAHUN, 2))
    assert [temuan.kode for temuan in hasil.temuan] == ["periode_lain", "unit_lain"]
    assert "Triwulan III 2026" in hasil.temuan[0].pesan


def test_an_indicator_list_that_changed_since_is_named(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    isi = susun(LENGKAP, UANG)
    tambah_indikator(gudang, "X-1", "Indikator baru", "Nilai")
    hasil = periksa(isi)
    assert [temuan.kode for temuan in hasil.temuan] == ["indikator_berubah", "baris_hilang"]
    assert "baru X-1" in hasil.temuan[0].pesan


def _tulis_sel(buku: Workbook, **sel: object) -> None:
    for alamat, nilai in sel.items():
        buku["Realisasi"][alamat].value = nilai


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        (lambda buku: setattr(buku["Realisasi"], "title", "Realisasi TW III"), "lembar_hilang"),
        (lambda buku: buku.remove(buku["Anggaran"]), "lembar_hilang"),
        (lambda buku: setattr(buku["Realisasi"]["M4"], "value", None), "kolom_hilang"),
        (lambda buku: buku["Realisasi"].delete_rows(4), "kolom_hilang"),
        (lambda buku: buku["Realisasi"].delete_rows(14), "baris_hilang"),
        (lambda buku: setattr(buku["Realisasi"]["B20"], "value", PEMBINAAN), "baris_ganda"),
        (lambda buku: _tulis_sel(buku, B20="ZZ-9", M20=5), "baris_asing"),
    ],
)
def test_a_changed_structure_is_named(
    susun: Susun, periksa: Periksa, ubah: Callable[[Workbook], None], kode: str
) -> None:
    hasil = periksa(sunting(ubah)(susun(LENGKAP, UANG)))
    assert kode in [temuan.kode for temuan in hasil.temuan]
    assert not hasil.boleh_disimpan


def test_moved_rows_and_columns_are_still_found(susun: Susun, periksa: Periksa) -> None:
    def geser(buku: Workbook) -> None:
        buku["Realisasi"].insert_cols(2)
        buku["Realisasi"].insert_rows(8)

    hasil = periksa(sunting(geser)(susun(LENGKAP, UANG)))
    assert hasil.temuan == ()
    assert cari_baris(hasil, PEMBINAAN).sel == "N15"
    assert cari_baris(hasil, PEMBINAAN).nilai == 3


def test_a_file_name_is_only_a_text(susun: Susun, gudang: Gudang) -> None:
    hasil = periksa_berkas(gudang, KODE_PD, susun(LENGKAP, UANG), "..\\\u202e/../xs\x00lx." + "a" * 300)
    assert len(hasil.nama_berkas) == 200
    assert "\x00" not in hasil.nama_berkas


def test_every_finding_of_the_checker_is_in_the_catalogue_with_its_reason() -> None:
    assert all(aturan.aturan and aturan.sebab and aturan.sumber for aturan in KATALOG_FORMAT.values())
    assert {aturan.tingkat for aturan in KATALOG_FORMAT.values()} == {"galat", "peringatan", "info"}


def _bermakna(teks: str) -> bool:
    terlihat = any(huruf.isalpha() for huruf in teks) and not ada_tak_terlihat(teks)
    return terlihat and teks.strip().lower() not in {"na", "n/a"}


@given(
    nilai=st.decimals(-(10**9), 10**9, places=4),
    atas=st.integers(0, 10**6),
    bawah=st.integers(1, 10**6),
    rupiah=st.integers(0, 50_000_000),
    teks=st.text(
        st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn", "Cc", "Cf"]),
        min_size=2,
        max_size=80,
    ).filter(_bermakna),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_typed_is_what_is_understood(
    susun: Susun, periksa: Periksa, nilai: Decimal, atas: int, bawah: int, rupiah: int, teks: str
) -> None:
    isian = {
        **LENGKAP,
        APBDES: {"pembilang": atas, "penyebut": bawah, "faktor_penghambat": teks},
        PEMBINAAN: {"realisasi": nilai},
    }
    hasil = periksa(susun(isian, {**UANG, SUB_1: {"rupiah": rupiah}}))
    assert hasil.boleh_disimpan
    assert cari_baris(hasil, PEMBINAAN).nilai == nilai
    assert (cari_baris(hasil, APBDES).pembilang, cari_baris(hasil, APBDES).penyebut) == (atas, bawah)
    assert [narasi.isi for narasi in cari_baris(hasil, APBDES).narasi] == [teks.strip()]
    assert hasil.anggaran[0].rupiah == rupiah
