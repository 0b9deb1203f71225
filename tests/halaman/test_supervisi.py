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
from tests.alat.sampai import MENGIRIM, TW3, maju

ALAMAT = {"tahun": "2026", "triwulan": "3"}
KOMPILASI = Objek.kompilasi(KODE_PD, TW3)
TERUSKAN = "Nyatakan sudah disupervisi, teruskan kepada Camat"
KEMBALIKAN = "Kembalikan kepada Kasubbag Perencanaan"


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


@pytest.mark.usefixtures("terverifikasi")
def test_the_kompilasi_names_the_units_that_are_missing_and_asks_for_a_reason() -> None:
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
def test_camat_and_kasubbag_look_the_sekretaris_corrects_returns_and_passes_on_what_he_saw(masuk: Masuk) -> None:
    _camat_melihat(masuk)
    _kasubbag_mencatat_kertas(masuk)
    masuk.siapa = SEKCAM
    uji = buka("supervisi", **ALAMAT)
    assert judul(uji).startswith("4 dari 6 unit terverifikasi; ")
    assert "2 unit yang datanya tidak termasuk" in terlihat(uji)
    _koreksi(uji)
    _kembalikan(uji)
    masuk.siapa = KASUBBAG
    isi = terlihat(buka("kompilasi", **ALAMAT))
    assert "Kompilasi: dikembalikan Sekretaris" in isi
    assert "Anggaran PEM keliru." in isi
    maju(sesi.gudang(), KASUBBAG, "olah", KOMPILASI, catatan="Dua unit menyusul.")
    masuk.siapa = SEKCAM
    tekan(buka("supervisi", **ALAMAT), TERUSKAN)
    assert baca_kedudukan(sesi.gudang(), KOMPILASI).keadaan == "di_camat"


def _camat_melihat(masuk: Masuk) -> None:
    """The Camat looks at the supervision and cannot do it."""
    masuk.siapa = CAMAT_CONTOH
    uji = buka("supervisi", **ALAMAT)
    assert "Yang perlu dilihat lebih dahulu" in terlihat(uji)
    assert TERUSKAN not in label(uji)


def _kasubbag_mencatat_kertas(masuk: Masuk) -> None:
    """The Kasubbag records paper, with its sheet, and cannot correct."""
    masuk.siapa = KASUBBAG
    uji = buka("supervisi", **ALAMAT)
    assert {"Catat supervisi di atas kertas", "Catat pengembalian Sekretaris di atas kertas"} <= label(uji)
    assert not [pilihan for pilihan in uji.selectbox if pilihan.key == "koreksi_angka"]
    uji = tekan(uji, "Catat supervisi di atas kertas")
    assert "Belum ada pindaian lembar bertanda tangan, nomor, dan tanggalnya." in terlihat(uji)


def _koreksi(uji: AppTest) -> None:
    """An ambiguous value is answered with both readings and not kept; one that is understood is read aloud and kept."""
    fakta = terbuka()
    isi_koreksi(uji, fakta, "1.200", "Sesuai berita acara.")
    assert "“1.200” dapat dibaca 1200 atau 1,2." in terlihat(uji)
    tekan(uji, "Koreksi angka ini")
    assert daftar_koreksi(sesi.gudang(), KODE_PD, TW3) == ()
    isi_koreksi(uji, fakta, "77,5", "Sesuai berita acara.")
    assert f"Dibaca 77,5, menggantikan {fakta.tulisan}." in terlihat(uji)
    isi = terlihat(tekan(uji, "Koreksi angka ini"))
    assert f"{fakta.nama}: {fakta.tulisan} dikoreksi menjadi 77,5." in isi
    assert "Koreksi Sekretaris atas Triwulan III 2026" in isi
    assert "Sesuai berita acara." in isi


def _kembalikan(uji: AppTest) -> None:
    """A return needs a reason."""
    assert f"{KEMBALIKAN} memerlukan alasan." in terlihat(tekan(uji, KEMBALIKAN))
    next(kotak for kotak in uji.text_area if "kembalikan_kompilasi" in str(kotak.key)).set_value("Anggaran PEM keliru.")
    tekan(uji, KEMBALIKAN)


@pytest.mark.usefixtures("contoh")
def test_a_kepala_seksi_has_no_page_of_the_kompilasi(masuk: Masuk) -> None:
    masuk.siapa = kepala("PEM")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        buka("supervisi", **ALAMAT)
