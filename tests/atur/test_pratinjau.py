"""What a change would do is told before it is saved, and is exactly what happens."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from analytics.acuan import TidakSah
from analytics.atur.aturan import BAGIAN, UbahAturan, daftar_aturan
from analytics.atur.pengaturan import UbahPengaturan
from analytics.atur.perubahan import Perubahan, simpan
from analytics.atur.pratinjau import KunciPotret, Potret, Pratinjau, banding, daftar_periode_isi, potret, pratinjau
from analytics.atur.skala import JenjangDiketik, TambahSkala
from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD as KODE_CONTOH
from data.gudang import Gudang
from tests.alat.tabel_beku import beku
from tests.alat.toko import KODE_PD, TAHUN
from tests.atur.alat_kantor import ALASAN, AWAL_TAHUN, KASUBBAG, WAKTU, aturan_turun, setujui

CAP = UbahPengaturan(ALASAN, "batas_capaian", "100", AWAL_TAHUN)
PERUBAHAN: dict[str, Perubahan] = {
    "cap": CAP,
    "desimal": UbahPengaturan(ALASAN, "desimal", "0", AWAL_TAHUN),
    "desimal sejak TW III": UbahPengaturan(ALASAN, "desimal", "1", date(2026, 7, 1)),
    "kebijakan nol": UbahPengaturan(ALASAN, "kebijakan_nol", "tanpa_nilai", AWAL_TAHUN),
    "rumus": aturan_turun(rumus="turun_rasio"),
    "polaritas": aturan_turun(polaritas="naik", rumus="naik"),
    "frekuensi": aturan_turun(frekuensi="semesteran"),
    "agregasi": aturan_turun(agregasi="rata_rata"),
    "cara isi": aturan_turun(cara_isi="sd_triwulan"),
}


def lihat(gudang: Gudang, perubahan: Perubahan) -> Pratinjau:
    return pratinjau(gudang, KODE_PD, perubahan, "Kasubbag Uji", WAKTU)


@cache
def lihat_awal(utuh: Gudang, nama: str) -> Pratinjau:
    """The preview of one of `PERUBAHAN` in the office as every test finds it: no preview writes."""
    return lihat(utuh, PERUBAHAN[nama])


@cache
def potret_awal(utuh: Gudang) -> dict[KunciPotret, Potret]:
    """Every figure of the office as every test finds it."""
    return potret(utuh, hidup(utuh))


def hidup(gudang: Gudang) -> list[tuple[str, Periode]]:
    return [(KODE_PD, periode) for periode in daftar_periode_isi(gudang, KODE_PD)]


@pytest.mark.parametrize("nama", PERUBAHAN)
def test_the_preview_is_the_difference_after_saving(utuh: Gudang, kantor: Gudang, nama: str) -> None:
    usul = lihat_awal(utuh, nama)
    simpan(kantor, KASUBBAG, KODE_PD, PERUBAHAN[nama], WAKTU, usul.versi)
    sebutan = {(capaian.kode_pd, capaian.kode_indikator): capaian.nama for capaian in usul.berubah}
    assert usul.berubah == banding(potret_awal(utuh), potret(kantor, hidup(kantor)), sebutan)


def test_a_preview_writes_nothing_and_can_be_made_again(kantor: Gudang) -> None:
    log, acuan = kantor.kueri("peristiwa_semua"), beku(kantor, "pengaturan", KODE_PD)
    usul = lihat(kantor, PERUBAHAN["desimal sejak TW III"])
    assert usul.berubah
    assert lihat(kantor, PERUBAHAN["desimal sejak TW III"]) == usul
    assert (kantor.kueri("peristiwa_semua"), beku(kantor, "pengaturan", KODE_PD)) == (log, acuan)


def test_a_cap_of_100_is_told_with_both_values_of_the_only_indicator_above_it(utuh: Gudang) -> None:
    usul = lihat_awal(utuh, "cap")
    assert usul.judul == "2 capaian berubah pada 1 periode, tidak ada yang berganti predikat"
    capaian = usul.berubah[0]
    assert (capaian.nama, capaian.periode, capaian.dasar) == (
        "Indikator NAIK",
        Periode(TAHUN, 2),
        "target s/d triwulan",
    )
    assert capaian.sebelum is not None
    assert capaian.sesudah is not None
    # 100,567 / 80 x 100
    assert (capaian.sebelum.capaian, capaian.sesudah.capaian) == ("125,71", "100,00")
    assert (usul.beda.lama, usul.beda.baru) == ("tanpa batas", "100 persen")


def test_the_other_formula_of_a_falling_indicator_is_told_for_every_triwulan_in_which_it_differs(utuh: Gudang) -> None:
    usul = lihat_awal(utuh, "rumus")
    tw3 = next(s for s in usul.berubah if s.periode.triwulan == 3 and s.dasar == "target s/d triwulan")
    assert tw3.sebelum is not None
    assert tw3.sesudah is not None
    # (2 x 49 - 60) / 49 x 100 and 49 / 60 x 100
    assert (tw3.sebelum.capaian, tw3.sebelum.predikat) == ("77,55", "Tinggi")
    assert (tw3.sesudah.capaian, tw3.sesudah.predikat) == ("81,67", "Tinggi")
    assert {(capaian.kode_indikator, capaian.periode.triwulan) for capaian in usul.dari("capaian")} == {
        ("TURUN", 1),
        ("TURUN", 3),
    }


def test_an_approved_periode_is_named_as_untouched_and_left_out(kantor: Gudang) -> None:
    setujui(kantor, 1)
    usul = lihat(kantor, UbahPengaturan(ALASAN, "desimal", "0", AWAL_TAHUN))
    assert usul.beku == (Periode(TAHUN, 1),)
    assert usul.diperiksa == (Periode(TAHUN, 2), Periode(TAHUN, 3))
    assert {capaian.periode for capaian in usul.berubah} == set(usul.diperiksa)


def test_a_setting_touches_only_periode_that_end_on_or_after_its_first_day(utuh: Gudang) -> None:
    usul = lihat(utuh, UbahPengaturan(ALASAN, "desimal", "0", date(2026, 9, 30)))
    assert usul.diperiksa == (Periode(TAHUN, 3),)


def test_a_setting_that_moves_no_figure_says_so(utuh: Gudang) -> None:
    usul = lihat(utuh, UbahPengaturan(ALASAN, "pemeriksa_sendiri", "tandai", AWAL_TAHUN))
    assert (usul.judul, usul.diperiksa) == ("Tidak ada capaian yang berubah", ())


def test_a_preview_refuses_what_saving_would_refuse(utuh: Gudang) -> None:
    with pytest.raises(TidakSah, match="tidak untuk polaritas"):
        lihat(utuh, aturan_turun(rumus="naik"))


def test_another_way_of_filling_in_is_asked_about_where_figures_came_in(utuh: Gudang) -> None:
    tanya = lihat_awal(utuh, "cara isi").tanya
    assert any("3 nilai yang sudah diterima akan dibaca" in tulisan for tulisan in tanya)
    assert any("diisi s/d triwulan, tetapi agregasinya" in tulisan for tulisan in tanya)


def test_means_that_follow_are_told_beside_the_capaian_with_their_predikat(kantor: Gudang) -> None:
    jenjang = (JenjangDiketik("Baik", "▲", "99"), JenjangDiketik("Kurang", "▼"))
    simpan(kantor, KASUBBAG, KODE_PD, TambahSkala(ALASAN, "skala_kabupaten", "Perbup 12/2026", jenjang), WAKTU)
    usul = lihat(kantor, UbahPengaturan(ALASAN, "skala_predikat", "skala_kabupaten", AWAL_TAHUN))
    rata = usul.dari("rata")
    assert rata
    assert all(beda.nama == "Rata-rata" and beda.berganti_predikat for beda in rata)
    assert f"{len(rata)} rata-rata ({len(rata)} berganti predikat)" in usul.ikutan


def test_draft_periode_whose_figures_stay_are_told_apart_from_those_that_move(utuh: Gudang) -> None:
    usul = lihat_awal(utuh, "cap")
    assert {capaian.periode for capaian in usul.berubah} == {Periode(TAHUN, 2)}
    assert usul.tetap == (Periode(TAHUN, 1), Periode(TAHUN, 3))


def test_the_rule_of_a_year_reaches_the_ratios_of_that_year_in_the_forms_of_later_years(gudang_contoh: Gudang) -> None:
    kode = "IKU-13"
    aturan = daftar_aturan(gudang_contoh, KODE_CONTOH)[kode].per_tahun[2025]
    assert aturan.rumus == "turun_selisih"
    bagian = {nama: getattr(aturan, nama) for nama in BAGIAN} | {"rumus": "turun_rasio"}
    usul = pratinjau(gudang_contoh, KODE_CONTOH, UbahAturan(ALASAN, kode, 2025, **bagian), "Kasubbag Uji", WAKTU)
    lewat = [capaian for capaian in usul.dari("rasio") if capaian.periode.tahun == 2026]
    assert {perpindahan.kode_indikator for perpindahan in lewat} == {kode}
    assert {perpindahan.dasar for perpindahan in lewat} == {"target tahun 2025"}
    assert not [capaian for capaian in usul.dari("capaian") if capaian.periode.tahun == 2026]
