"""The archive register on the screen: what is offered, what is added, what is downloaded, and who may add."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.alur.arsip import daftar_arsip, tawaran
from analytics.contoh.akun import CAMAT_CONTOH, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from pages.komponen import sesi
from tests.alat.halaman import TANGGAL_MESIN, Masuk, buka, jalankan, judul, terlihat
from tests.alat.sampai import PDF

pytestmark = pytest.mark.usefixtures("salinan")


def test_what_was_put_on_paper_is_offered_and_recorded_with_its_place(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    semua = tawaran(sesi.gudang(), KODE_PD)
    arsip = next(berkas for berkas in semua if berkas.sha256)
    uji = buka("arsip")
    assert judul(uji) == f"{len(semua)} dokumen menunggu dicatat di register arsip"
    assert arsip.uraian in terlihat(uji)
    assert "\nLangkah 8: Dokumen Data Capaian Kinerja yang sudah disetujui · " in terlihat(uji)
    uji.text_input(key=f"tempat_{arsip.kunci}").set_value("Rak 2, boks 7")
    next(tombol for tombol in uji.button if str(tombol.key).endswith(arsip.kunci)).click()
    uji = jalankan(uji)
    assert "Rak 2, boks 7" in terlihat(uji)
    assert f"Register arsip ({len(daftar_arsip(sesi.gudang(), KODE_PD))})" in terlihat(uji)


def test_another_paper_is_added_with_its_file(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    uji = buka("arsip")
    uji.text_input(key="arsip_uraian").set_value("Surat pengantar LKjIP")
    uji.date_input(key="arsip_tanggal").set_value(date(2026, 10, 1))
    uji.file_uploader(key="arsip_berkas").upload("surat.pdf", PDF.isi)
    next(tombol for tombol in uji.button if tombol.key == "catat_arsip_lain").click()
    uji = jalankan(uji)
    assert "Surat pengantar LKjIP" in terlihat(uji)
    assert "1 Oktober 2026" in terlihat(uji)
    assert TANGGAL_MESIN.findall(terlihat(uji)) == []
    unduhan = [tombol.label for tombol in uji.get("download_button")]
    assert "Unduh register (xlsx)" in unduhan
    assert "Unduh register (csv)" in unduhan
    assert any(label.endswith("surat.pdf") for label in unduhan)


def test_the_camat_reads_the_register_and_is_offered_no_form(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("arsip")
    assert "Register arsip (0)" in terlihat(uji)
    assert not uji.text_input
