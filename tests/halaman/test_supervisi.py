"""Steps 6 and 7 on the screen: what is compiled, what is odd about it, and the corrections of the Sekretaris."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.alur.koreksi import FaktaDikoreksi, daftar_fakta, daftar_koreksi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.sop.objek import Objek, baca_kedudukan
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, jalankan, judul, label, tekan, terlihat
from tests.alat.sampai import MENGIRIM, TW3, verifikasi

ALAMAT = {"tahun": "2026", "triwulan": "3"}
KOMPILASI = Objek.kompilasi(KODE_PD, TW3)
pytestmark = pytest.mark.usefixtures("salinan")


def terbuka() -> FaktaDikoreksi:
    return next(
        fakta
        for fakta in daftar_fakta(sesi.gudang(), KODE_PD, TW3)
        if fakta.terverifikasi and fakta.jenis == "indikator" and fakta.nilai is not None
    )


def isi_koreksi(uji: AppTest, fakta: FaktaDikoreksi, baru: str, alasan: str) -> AppTest:
    uji.selectbox(key="koreksi_angka").set_value(f"{fakta.jenis}:{fakta.kode}")
    jalankan(uji)
    next(kotak for kotak in uji.text_input if kotak.label.startswith("Nilai baru")).set_value(baru)
    next(kotak for kotak in uji.text_area if str(kotak.key).startswith("alasan_")).set_value(alasan)
    return jalankan(uji)


def test_the_kompilasi_names_the_units_that_are_missing_and_asks_for_a_reason() -> None:
    verifikasi(sesi.gudang())
    uji = buka("kompilasi", **ALAMAT)
    assert judul(uji) == f"{len(MENGIRIM)} dari 6 unit terverifikasi untuk kompilasi Triwulan III 2026"
    belum = "Belum terverifikasi: Seksi Pemberdayaan Masyarakat dan Desa, Subbagian Umum dan Kepegawaian."
    assert belum in terlihat(uji)
    uji = tekan(uji, "Olah dan serahkan kepada Sekretaris")
    assert f"{belum} Tulis catatan mengapa kompilasi tetap diolah." in terlihat(uji)
    catatan = next(kotak for kotak in uji.text_area if kotak.label.startswith("Catatan"))
    assert catatan.label.startswith("Catatan (wajib bila ada unit yang belum terverifikasi;")
    catatan.set_value("Dua unit menyusul.")
    uji = tekan(uji, "Olah dan serahkan kepada Sekretaris")
    assert "Kompilasi: menunggu supervisi Sekretaris" in terlihat(uji)


@pytest.mark.usefixtures("di_sekretaris")
def test_the_sekretaris_corrects_a_figure_after_reading_how_it_is_understood(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    fakta = terbuka()
    uji = isi_koreksi(buka("supervisi", **ALAMAT), fakta, "77,5", "Sesuai berita acara.")
    assert f"Dibaca 77,5, menggantikan {fakta.tulisan}." in terlihat(uji)
    uji = tekan(uji, "Koreksi angka ini")
    isi = terlihat(uji)
    assert f"{fakta.nama}: {fakta.tulisan} dikoreksi menjadi 77,5." in isi
    assert "Koreksi Sekretaris atas Triwulan III 2026" in isi
    assert "Sesuai berita acara." in isi


@pytest.mark.usefixtures("di_sekretaris")
def test_an_ambiguous_value_is_answered_with_both_readings_and_not_kept(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    uji = isi_koreksi(buka("supervisi", **ALAMAT), terbuka(), "1.200", "Sesuai berita acara.")
    assert "“1.200” dapat dibaca 1200 atau 1,2." in terlihat(uji)
    tekan(uji, "Koreksi angka ini")
    assert daftar_koreksi(sesi.gudang(), KODE_PD, TW3) == ()


@pytest.mark.usefixtures("di_sekretaris")
def test_the_sekretaris_passes_on_what_he_saw_to_the_camat(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    uji = buka("supervisi", **ALAMAT)
    assert judul(uji).startswith("Menunggu supervisi Sekretaris: ")
    assert "2 unit yang datanya tidak termasuk" in terlihat(uji)
    tekan(uji, "Nyatakan sudah disupervisi, teruskan kepada Camat")
    assert baca_kedudukan(sesi.gudang(), KOMPILASI).keadaan == "di_camat"


@pytest.mark.usefixtures("di_sekretaris")
def test_a_return_needs_a_reason_and_is_shown_to_the_kasubbag(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    uji = tekan(buka("supervisi", **ALAMAT), "Kembalikan kepada Kasubbag Perencanaan")
    assert "Kembalikan kepada Kasubbag Perencanaan memerlukan alasan." in terlihat(uji)
    next(kotak for kotak in uji.text_area if "kembalikan_kompilasi" in str(kotak.key)).set_value("Anggaran PEM keliru.")
    tekan(uji, "Kembalikan kepada Kasubbag Perencanaan")
    masuk.siapa = KASUBBAG
    isi = terlihat(buka("kompilasi", **ALAMAT))
    assert "Kompilasi: dikembalikan Sekretaris" in isi
    assert "Anggaran PEM keliru." in isi


@pytest.mark.usefixtures("di_sekretaris")
def test_the_kasubbag_records_paper_and_cannot_correct() -> None:
    uji = buka("supervisi", **ALAMAT)
    assert {"Catat supervisi di atas kertas", "Catat pengembalian Sekretaris di atas kertas"} <= label(uji)
    assert not [pilihan for pilihan in uji.selectbox if pilihan.key == "koreksi_angka"]
    uji = tekan(uji, "Catat supervisi di atas kertas")
    assert "Belum ada pindaian lembar bertanda tangan, nomor, dan tanggalnya." in terlihat(uji)


@pytest.mark.usefixtures("di_sekretaris")
def test_the_camat_looks_at_the_supervision_and_cannot_do_it(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("supervisi", **ALAMAT)
    assert "Yang perlu dilihat lebih dahulu" in terlihat(uji)
    assert "Nyatakan sudah disupervisi, teruskan kepada Camat" not in label(uji)


def test_a_kepala_seksi_has_no_page_of_the_kompilasi(masuk: Masuk) -> None:
    masuk.siapa = kepala("PEM")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        buka("supervisi", **ALAMAT)
