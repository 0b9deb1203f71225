"""Steps 1-3 on the page Format data: the request, the moves for all units, the papers, the own format."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.alur.permintaan import baca_permintaan
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, jalankan, judul, terbaca, terlihat

TW4 = {"tahun": "2026", "triwulan": "4"}


def tombol(uji: AppTest) -> list[str]:
    return [tombol.label for tombol in uji.button]


def unduhan(uji: AppTest) -> list[str]:
    return [tombol.label for tombol in uji.get("download_button")]


def tekan(uji: AppTest, label: str) -> AppTest:
    next(tombol for tombol in uji.button if tombol.label == label).click()
    return jalankan(uji)


def pesan(uji: AppTest) -> list[str]:
    return [terbaca(kabar.value) for kabar in (*uji.success, *uji.error)]


@pytest.mark.usefixtures("salinan")
def test_the_kasubbag_asks_for_data_and_may_change_the_letter(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka("format-data", **TW4)
    assert "Tenggat data Triwulan IV 2026 belum ditetapkan." in terlihat(uji)
    assert "Unduh surat permintaan" not in unduhan(uji)
    next(kotak for kotak in uji.text_input if kotak.label == "Nomor surat").set_value("400/77")
    uji = tekan(uji, "Simpan permintaan")
    assert pesan(uji) == ["Permintaan data Triwulan IV 2026 tersimpan."]
    assert "Surat nomor 400/77 tanggal" in terlihat(uji)
    assert {"Unduh surat permintaan", "Unduh tanda terima"} <= set(unduhan(uji))
    next(kotak for kotak in uji.text_input if kotak.label == "Nomor surat").set_value("400/78")
    uji = tekan(uji, "Simpan permintaan")
    assert pesan(uji) == ["Permintaan data Triwulan IV 2026 tersimpan (perubahan ke-1)."]
    assert "Sebelumnya: tenggat " in terlihat(uji)
    kini = baca_permintaan(sesi.gudang(), KODE_PD, Periode(2026, 4))
    assert kini is not None
    assert (kini.revisi, kini.isi.nomor_surat) == (2, "400/78")


@pytest.mark.usefixtures("salinan")
def test_steps_one_to_three_are_one_button_each_for_all_units(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka("format-data", **TW4)
    uji = tekan(uji, "Susun format (6)")
    uji = tekan(uji, "Sampaikan kepada Kasubbag Umum (6)")
    assert not any("unit (6)" in label for label in tombol(uji))
    assert terlihat(uji).count("Alur: format di Kasubbag Umum") == 6
    masuk.siapa = UMUM
    uji = tekan(buka("format-data", **TW4), "Bagikan kepada unit (6)")
    assert terlihat(uji).count("Alur: sedang diisi unit") == 6


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("siapa", [UMUM, SEKCAM, CAMAT_CONTOH, kepala("PEM")], ids=lambda akun: akun.id_akun)
def test_nobody_else_finds_the_form_of_the_request(masuk: Masuk, siapa: AkunContoh) -> None:
    masuk.siapa = siapa
    uji = buka("format-data", **TW4)
    assert "Simpan permintaan" not in tombol(uji)
    assert not any(label.startswith("Susun format") for label in tombol(uji))


@pytest.mark.usefixtures("contoh")
def test_a_kepala_seksi_downloads_the_own_format_alone(masuk: Masuk) -> None:
    masuk.siapa = kepala("PEM")
    uji = buka("format-data")
    assert unduhan(uji) == ["Unduh format"]
    assert judul(uji).startswith("Format data Seksi Pemerintahan untuk Triwulan III 2026")
    assert "Seksi Pemerintahan" in terlihat(uji)
    assert "Seksi Kesejahteraan Sosial" not in terlihat(uji)


@pytest.mark.usefixtures("contoh")
def test_a_reminder_for_every_late_unit_is_ready_to_copy(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka("format-data", tahun="2026", triwulan="3")
    isi = [kutipan.value for kutipan in uji.code]
    assert len(isi) == 2
    assert all("Triwulan III 2026" in teks and "Tenggatnya " in teks and "isian wajib" in teks for teks in isi)
    assert isi[0].startswith("Yth. Kepala S")
    masuk.siapa = CAMAT_CONTOH
    assert buka("format-data", tahun="2026", triwulan="3").code.len == 0
