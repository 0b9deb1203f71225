"""What could be misread without a word: formulas, dates, pairs, notes that settle nothing."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from analytics.aturan.periode import Periode
from analytics.lembar.catat.unggahan import daftar_unggahan, muat_unggahan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang
from tests.alat.buku import ganti_sel, sunting
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, IKM, KODE_PD, PADA, PEMBINAAN, SUB_1, SUB_2, TAHUN
from tests.lembar.alat_catat import unggah
from tests.lembar.alat_isian import DULU, LENGKAP, UANG, Kirim, Periksa, Susun, cari_baris


def _kode(pemeriksaan: HasilPeriksa) -> list[str]:
    return sorted(temuan.kode for temuan in pemeriksaan.temuan)


def test_a_formula_over_the_result_must_agree_with_the_pair(susun: Susun, periksa: Periksa) -> None:
    def rumus(nilai: str, isian: dict[str, Any]) -> HasilPeriksa:
        isi = susun({**LENGKAP, APBDES: isian}, UANG)
        return periksa(ganti_sel(isi, "Realisasi", "M9", "", f"<f>11/13*100</f><v>{nilai}</v>"))

    pasangan = {"pembilang": 12, "penyebut": 13}
    assert _kode(rumus("92.3076923076923", pasangan)) == []
    assert _kode(rumus("84.6", pasangan)) == ["realisasi_beda"]
    assert _kode(rumus("84.6", {"alasan": "Rekap terlampir"})) == ["pasangan_tidak_lengkap"]


@pytest.mark.parametrize(
    ("ketikan", "pengganti"),
    [
        (date(2026, 5, 12), ("12,5", "12,05")),
        (date(2026, 10, 12), ("12,10",)),
        (date(1900, 3, 25), ("85",)),
        (date(1950, 1, 1), ("18264",)),
        (time(12, 5), ()),
    ],
    ids=["12.5 or 12.05", "12.10", "85 in a cell with a date format", "January 1950", "a time"],
)
def test_a_date_offers_only_what_can_have_been_typed(
    susun: Susun, periksa: Periksa, ketikan: Any, pengganti: tuple[str, ...]
) -> None:
    (temuan,) = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": ketikan}}, UANG)).temuan
    assert (temuan.kode, temuan.pengganti) == ("tanggal_bukan_angka", pengganti)
    assert "." not in temuan.pesan.replace("jam.", "").replace("sebagai angka.", "")


def test_zero_before_its_time_is_asked_and_another_early_value_is_not(susun: Susun, periksa: Periksa) -> None:
    assert _kode(periksa(susun({**LENGKAP, IKM: {"realisasi": 0}}, UANG))) == ["nol_sebelum_waktunya"]
    assert _kode(periksa(susun({**LENGKAP, IKM: {"realisasi": 84.9}}, UANG))) == []


def test_a_note_does_not_settle_what_looks_like_a_slip_but_is_offered_as_the_reason(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    isian = {**LENGKAP, DESA_SELESAI: {"realisasi": 0.6667, "alasan": "Sumber: buku administrasi desa"}}
    hasil = periksa(susun(isian, UANG))
    (temuan,) = hasil.perlu_alasan({})
    assert temuan.kode == "pecahan_persen"
    assert hasil.alasan_tertulis[temuan.kunci] == "Sumber: buku administrasi desa"
    putusan = unggah(gudang, hasil, "Kasubbag", PADA, "k")
    assert putusan.status == "perlu_alasan"
    assert putusan.id_unggahan is not None
    (tersimpan,) = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan).temuan
    assert tersimpan.keadaan == "baru"
    assert hasil.perlu_alasan({temuan.kunci: "Memang 0,6667 persen"}) == ()


def test_a_slip_that_the_unit_explained_waits_for_the_kasubbag_and_is_not_asked_of_the_unit_again(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    beralasan = {"realisasi": 925, "alasan": "Sesuai rekap buku administrasi desa"}
    for nomor, pendorong in enumerate((None, "Pendampingan rutin")):
        hasil = periksa(susun({**LENGKAP, DESA_SELESAI: {**beralasan, "faktor_pendorong": pendorong}}, UANG))
        assert [temuan.kode for temuan in hasil.menunggu({})] == ["persen_lebih"]
        putusan = unggah(gudang, hasil, "Kasubbag", PADA, f"k{nomor}")
        assert putusan.pesan.startswith("1 peringatan sudah dijelaskan unit dan menunggu Kasubbag Perencanaan.")
        assert putusan.id_unggahan is not None
        (tersimpan,) = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan).temuan
        assert tersimpan.kalimat == f"dijelaskan unit: {beralasan['alasan']}; menunggu Kasubbag Perencanaan"
    daftar = daftar_unggahan(gudang, KODE_PD, Periode(TAHUN, 3))
    assert {(unggahan.terbuka, unggahan.menunggu) for unggahan in daftar} == {(1, 1)}
    kosong = periksa(susun({**LENGKAP, DESA_SELESAI: beralasan, PEMBINAAN: {"realisasi": 0}}, UANG))
    pesan = unggah(gudang, kosong, "Kasubbag", PADA, "k2").pesan
    assert pesan.startswith(
        "Ada 1 peringatan yang perlu diberi alasan sebelum kiriman dapat diterima. 1 peringatan sudah"
    )


@pytest.mark.parametrize("alasan", ["-", ".", "\u200b", "\u3164", "ok"])
def test_a_dot_or_an_unseen_sign_explains_nothing(susun: Susun, periksa: Periksa, alasan: str) -> None:
    isian = {kode: ketikan for kode, ketikan in LENGKAP.items() if kode != PEMBINAAN}
    tertulis = periksa(susun({**isian, PEMBINAAN: {"alasan": alasan}}, UANG))
    assert _kode(tertulis) == ["belum_ada_data"]
    (temuan,) = tertulis.perlu_alasan({temuan.kunci: alasan for temuan in tertulis.temuan})
    assert temuan.kode == "belum_ada_data"


@pytest.mark.parametrize(
    ("capaian", "kode"),
    [("=2/3", []), (92.3076923076923, []), ("92,31", ["angka_teks"]), ("tercapai", ["capaian_tidak_dibaca"])],
)
def test_a_capaian_of_the_units_own_never_refuses_a_file(
    susun: Susun, periksa: Periksa, capaian: Any, kode: list[str]
) -> None:
    if capaian == "=2/3":
        isi = ganti_sel(susun(LENGKAP, UANG), "Realisasi", "N9", "", "<f>K9/L9*100</f><v>92.3076923076923</v>")
    else:
        isi = susun({**LENGKAP, APBDES: {**LENGKAP[APBDES], "capaian": capaian}}, UANG)
    hasil = periksa(isi)
    assert hasil.boleh_disimpan
    assert [kata for kata in _kode(hasil) if kata != "angka_teks"] == [kata for kata in kode if kata != "angka_teks"]


@pytest.mark.parametrize(
    ("judul", "dibaca"),
    [("Capaian (%)", True), ("Capaian Kinerja", True), ("Capaian 2025 (%)", False), ("Target capaian TW IV", False)],
)
def test_a_column_that_the_unit_added_is_its_capaian_only_under_that_very_heading(
    susun: Susun, periksa: Periksa, judul: str, dibaca: bool
) -> None:
    def tambah(buku: Workbook) -> None:
        lembar = buku["Realisasi"]
        lembar["N4"].value = None
        lembar["N5"].value = None
        lembar["AB5"].value, lembar["AB9"].value = judul, 12.34

    hasil = periksa(sunting(tambah)(susun(LENGKAP, UANG)))
    assert ("capaian_beda" in _kode(hasil)) is dibaca


def test_two_questions_about_one_cell_are_one_finding_with_both_values(
    susun: Susun, periksa: Periksa, kirim: Kirim
) -> None:
    kirim(susun({**DULU, DESA_SELESAI: {"realisasi": 60}}, UANG, triwulan=1))
    kirim(susun({**LENGKAP, DESA_SELESAI: {"realisasi": 50}}, UANG, triwulan=3))
    hasil = periksa(susun({**DULU, DESA_SELESAI: {"realisasi": 55}}, UANG, triwulan=2))
    (temuan,) = (butir for butir in hasil.temuan if butir.kode == "sd_turun")
    assert temuan.pembanding == ("s/d Triwulan I: 60", "s/d Triwulan III: 50")
    assert len({butir.kunci for butir in hasil.temuan}) == len(hasil.temuan)


def test_money_with_a_comma_before_three_digits_has_two_readings(susun: Susun, periksa: Periksa) -> None:
    for ketikan in ("12,500", "Rp 12,500"):
        hasil = periksa(susun(LENGKAP, {**UANG, SUB_1: {"rupiah": ketikan}}))
        (temuan,) = (butir for butir in hasil.temuan if butir.tingkat == "galat")
        assert (temuan.kode, temuan.pengganti) == ("angka_ambigu", ("12500", "12,5"))


def test_amounts_as_other_systems_write_them_are_read_and_told_once_for_the_sheet(
    susun: Susun, periksa: Periksa
) -> None:
    hasil = periksa(susun(LENGKAP, {SUB_1: {"rupiah": "13500000.00"}, SUB_2: {"rupiah": "12,500,000.00"}}))
    assert [baris.rupiah for baris in hasil.anggaran] == [13_500_000, 12_500_000]
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tingkat) == ("rupiah_dibaca", "info")
    assert temuan.pesan.endswith(": 2 sel, misalnya “13500000.00” dibaca 13500000.")


def test_nihil_beside_a_blank_is_not_taken_for_its_reason(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"alasan": "nihil"}}, {**UANG, SUB_1: {"alasan": "Nihil"}}))
    assert _kode(hasil) == ["nihil_kosong", "nihil_kosong"]
    assert all("Ketik 0" in temuan.saran for temuan in hasil.temuan)
    assert cari_baris(hasil, PEMBINAAN).nilai is None


def test_a_row_dragged_down_far_is_one_finding(susun: Susun, periksa: Periksa) -> None:
    def tarik(buku: Workbook) -> None:
        for nomor in range(30, 530):
            buku["Realisasi"][f"M{nomor}"].value = 3

    hasil = periksa(sunting(tarik)(susun(LENGKAP, UANG)))
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.sel) == ("isian_tanpa_kode", "M30")
    assert "499 sel lain" in temuan.pesan


def test_the_value_stored_is_the_one_understood(susun: Susun, periksa: Periksa) -> None:
    hasil = periksa(susun({**LENGKAP, PEMBINAAN: {"realisasi": "1,200"}}, UANG))
    assert cari_baris(hasil, PEMBINAAN).nilai == Decimal("1.2")
    (temuan,) = (butir for butir in hasil.temuan if butir.kode == "angka_tanya")
    assert temuan in hasil.perlu_alasan({})


def test_a_zero_that_the_unit_calls_nihil_or_chose_on_screen_is_not_asked_again(
    susun: Susun, periksa: Periksa, gudang: Gudang, pembaca: Pembaca
) -> None:
    nol = {PEMBINAAN: {"realisasi": 0}}
    assert _kode(periksa(susun({**LENGKAP, **nol}, {**UANG, SUB_1: {"rupiah": 0}}))) == ["realisasi_nol", "rupiah_nol"]
    nihil = {PEMBINAAN: {"realisasi": 0, "alasan": "Nihil, baru dimulai bulan depan"}}
    assert _kode(periksa(susun({**LENGKAP, **nihil}, {**UANG, SUB_1: {"rupiah": 0, "alasan": "nihil"}}))) == []
    isi = susun({**LENGKAP, PEMBINAAN: {"realisasi": "nihil"}}, {**UANG, SUB_1: {"rupiah": "nihil"}})
    pilihan = {temuan.alamat: temuan.pengganti[0] for temuan in periksa(isi).temuan}
    dipilih = PemeriksaBerkas(gudang, KODE_PD, pembaca).periksa(isi, "nihil.xlsx", pilihan=pilihan)
    assert _kode(dipilih) == ["angka_dipilih", "angka_dipilih"]
    assert cari_baris(dipilih, PEMBINAAN).nilai == 0
