"""Step 8 on the screen: what is approved, by what was seen, with the password, or on paper."""

from __future__ import annotations

import pytest

from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from analytics.sop.objek import Objek, baca_kedudukan
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, judul, kartu, tekan, terlihat
from tests.alat.sampai import KERTAS, TW3, maju, supervisi

ALAMAT = {"tahun": "2026", "triwulan": "3"}
KOMPILASI = Objek.kompilasi(KODE_PD, TW3)
SETUJUI = "Setujui data capaian kinerja"
pytestmark = pytest.mark.usefixtures("salinan")


@pytest.mark.usefixtures("di_camat")
def test_the_camat_sees_sentence_figures_exceptions_and_who_checked_and_approves(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("persetujuan", **ALAMAT)
    assert judul(uji).startswith("Menunggu persetujuan Camat: ")
    assert kartu(uji)["Unit terverifikasi"] == "4 dari 6"
    isi = terlihat(uji)
    assert isi.index("Yang perlu dilihat lebih dahulu") < isi.index("Siapa yang sudah memeriksa")
    assert f"{SEKCAM.nama} (Sekretaris Kecamatan)" in isi
    uji = tekan(uji, SETUJUI)
    assert "disetujui Camat." in terlihat(uji)
    assert baca_kedudukan(sesi.gudang(), KOMPILASI).keadaan == "disetujui"


def test_the_page_names_everybody_who_may_approve_today() -> None:
    assert "Yang dapat menyetujui hari ini: Camat (contoh) (Camat)." in terlihat(buka("persetujuan"))


def test_before_it_reaches_the_camat_the_page_says_that_nothing_waits(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    belum = "Belum ada yang menunggu persetujuan: kompilasi triwulan ini belum diteruskan kepada Camat."
    assert belum in terlihat(buka("persetujuan", **ALAMAT))
    supervisi(sesi.gudang())
    assert belum not in terlihat(buka("persetujuan", **ALAMAT))


@pytest.mark.usefixtures("di_camat")
def test_what_changes_between_sight_and_click_is_not_approved(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("persetujuan", **ALAMAT)
    maju(sesi.gudang(), CAMAT_CONTOH, "tolak_persetujuan", KOMPILASI, catatan="Periksa lagi anggaran.")
    uji = tekan(uji, SETUJUI)
    assert baca_kedudukan(sesi.gudang(), KOMPILASI).keadaan == "di_sekretaris"
    assert "berubah sejak Anda membukanya" in terlihat(uji)


@pytest.mark.usefixtures("di_camat")
def test_the_camat_returns_with_a_reason(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("persetujuan", **ALAMAT)
    next(kotak for kotak in uji.text_area if "tolak_persetujuan" in str(kotak.key)).set_value(
        "Serapan perlu dijelaskan."
    )
    tekan(uji, "Kembalikan kepada Sekretaris")
    assert baca_kedudukan(sesi.gudang(), KOMPILASI).keadaan == "di_sekretaris"


@pytest.mark.usefixtures("di_camat")
def test_reopening_asks_for_a_reason_and_begins_a_new_revisi(masuk: Masuk) -> None:
    maju(sesi.gudang(), CAMAT_CONTOH, "setujui", KOMPILASI, sidik_dilihat=sidik_isi(sesi.gudang(), KODE_PD, TW3))
    masuk.siapa = CAMAT_CONTOH
    uji = tekan(buka("persetujuan", **ALAMAT), "Buka kembali periode yang disetujui")
    assert "Buka kembali periode yang disetujui memerlukan alasan." in terlihat(uji)
    next(kotak for kotak in uji.text_area if "buka_kembali" in str(kotak.key)).set_value("Realisasi PMD menyusul.")
    tekan(uji, "Buka kembali periode yang disetujui")
    kini = baca_kedudukan(sesi.gudang(), KOMPILASI)
    assert (kini.keadaan, kini.revisi) == ("belum_diolah", 2)


@pytest.mark.usefixtures("di_sekretaris")
def test_an_approval_on_paper_is_called_that_wherever_the_status_stands(masuk: Masuk) -> None:
    gudang = sesi.gudang()
    sidik = sidik_isi(gudang, KODE_PD, TW3)
    maju(gudang, KASUBBAG, "supervisi_kertas", KOMPILASI, kertas=KERTAS, sidik_dilihat=sidik)
    maju(gudang, KASUBBAG, "setujui_kertas", KOMPILASI, kertas=KERTAS, sidik_dilihat=sidik)
    masuk.siapa = KASUBBAG
    for url in ("kompilasi", "supervisi", "persetujuan", "satu-data"):
        assert "disetujui di atas kertas (lembar 050/12/2026, 5 Oktober 2026)" in terlihat(buka(url, **ALAMAT))


@pytest.mark.usefixtures("di_camat")
def test_the_kasubbag_uploads_the_signed_sheet(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka("persetujuan", **ALAMAT)
    assert SETUJUI not in {tombol.label for tombol in uji.button}
    next(kotak for kotak in uji.text_input if kotak.label == "Nomor lembar bertanda tangan").set_value("050/12/2026")
    next(kotak for kotak in uji.date_input if kotak.label == "Tanggal tanda tangan").set_value(KERTAS.tanggal)
    next(tempat for tempat in uji.file_uploader if "pindaian" in str(tempat.key)).upload(
        "lembar.pdf", KERTAS.pindaian.isi
    )
    uji = tekan(uji, "Catat persetujuan Camat di atas kertas")
    assert "disetujui di atas kertas (lembar 050/12/2026, 5 Oktober 2026)" in terlihat(uji)
