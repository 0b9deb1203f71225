"""The log on its page: who did what, and whether it is whole."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics.bukti_asli.periksa_jejak import tulis_ujung, ujung_kini
from analytics.contoh.akun import SEKCAM, UMUM
from pages.komponen import sesi
from tests.alat.halaman import buka, jalankan, judul, terlihat


def _periksa(uji: AppTest, ujung: str = "") -> AppTest:
    uji.text_input(key="jejak_ujung").set_value(ujung)
    next(tombol for tombol in uji.button if tombol.label == "Periksa jejak").click()
    return jalankan(uji)


@pytest.mark.usefixtures("kantor_tetap")
def test_the_log_says_who_did_what_as_what_and_shows_its_tip() -> None:
    ujung = ujung_kini(sesi.gudang())
    uji = buka("jejak")
    assert judul(uji).startswith(f"Jejak mencatat {ujung.nomor} peristiwa")
    assert uji.code[0].value == tulis_ujung(ujung)
    isi = terlihat(uji)
    for kata in ("Setujui data capaian kinerja", "Camat (contoh)", "Sekretaris Kecamatan", "12 Oktober 2026 12.00"):
        assert kata in isi


@pytest.mark.usefixtures("kantor_tetap")
def test_the_log_is_filtered_by_person_act_and_word() -> None:
    uji = buka("jejak")
    uji.selectbox(key="jejak_oleh").set_value(UMUM.nama)
    isi = terlihat(jalankan(uji))
    assert "Bagikan kepada unit" in isi
    assert SEKCAM.nama not in isi
    uji.selectbox(key="jejak_aksi").set_value("alur:himpun")
    uji.text_input(key="jejak_cari").set_value(":s2:")
    isi = terlihat(jalankan(uji))
    assert "pengumpulan:7.01.05:2026:3:S2:" in isi
    assert ":S1:" not in isi
    uji.text_input(key="jejak_cari").set_value("tidak mungkin ada")
    assert "Tidak ada peristiwa yang cocok dengan saringan." in terlihat(jalankan(uji))


@pytest.mark.usefixtures("kantor_tetap")
def test_a_whole_log_is_said_to_be_whole() -> None:
    isi = terlihat(_periksa(buka("jejak")))
    assert "Jejak utuh:" in isi


def test_a_touched_log_and_a_changed_fact_are_named_on_the_page(kantor: Path) -> None:
    with duckdb.connect(str(kantor)) as koneksi:
        koneksi.execute("UPDATE peristiwa SET oleh = 'Orang lain' WHERE nomor = 6")
        koneksi.execute("UPDATE realisasi SET nilai = 500 WHERE kode_indikator = 'IKU-01' AND triwulan = 3")
    isi = terlihat(_periksa(buka("jejak")))
    assert "Peristiwa nomor 6 berubah" in isi
    for kata in ("IKU-01 TW III 2026", "450.03", "500"):
        assert kata in isi


@pytest.mark.usefixtures("kantor_tetap")
def test_a_tip_from_outside_is_compared_and_a_wrong_one_explained() -> None:
    uji = _periksa(buka("jejak"), f"5:{'0' * 64}")
    assert "Sidik peristiwa nomor 5 bukan yang dicatat di luar jejak." in terlihat(uji)
    assert "Ujung ditulis NOMOR:SIDIK" in terlihat(_periksa(uji, "bukan ujung"))


@pytest.mark.usefixtures("tanpa_rencana")
def test_an_empty_store_leads_to_the_plan_first() -> None:
    assert judul(buka("jejak")) == judul(buka("periksa-dokumen")) == "Mulai dengan mengimpor rencana kantor Anda"
