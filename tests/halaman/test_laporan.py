"""Steps 10-12 on the screen: draft, paraf, signature, paper, Inspektorat, and every version to download."""

from __future__ import annotations

import pytest

from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from analytics.sop.objek import Objek, baca_kedudukan
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, judul, label, tekan, terlihat
from tests.alat.sampai import DRAF, KERTAS, PDF, TW4, maju

ALAMAT = {"tahun": str(TW4.tahun)}
LKJIP = Objek.laporan(KODE_PD, TW4.tahun)
pytestmark = pytest.mark.usefixtures("salinan")


def test_before_triwulan_four_is_approved_the_page_says_what_it_waits_for() -> None:
    uji = buka("laporan", **ALAMAT)
    assert judul(uji) == "Laporan Kinerja (LKjIP) 2024 belum disusun"
    assert "Data capaian Triwulan IV 2024 belum disetujui Camat." in terlihat(uji)
    assert not uji.file_uploader, "a form that can only be refused"


@pytest.mark.usefixtures("disetujui_2024")
def test_a_draft_goes_up_is_returned_and_signed_and_every_version_stays(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka("laporan", **ALAMAT)
    next(tempat for tempat in uji.file_uploader if "susun_laporan" in str(tempat.key)).upload(DRAF.nama, DRAF.isi)
    uji = tekan(uji, "Serahkan draf laporan kepada Sekretaris")
    assert judul(uji) == "Laporan Kinerja (LKjIP) 2024 menunggu paraf Sekretaris"
    masuk.siapa = SEKCAM
    uji = buka("laporan", **ALAMAT)
    next(kotak for kotak in uji.text_area if "kembalikan_laporan" in str(kotak.key)).set_value("Bab III belum lengkap.")
    tekan(uji, "Kembalikan kepada Kasubbag Perencanaan")
    maju(sesi.gudang(), KASUBBAG, "susun_laporan", LKJIP, berkas=(PDF,))
    tekan(buka("laporan", **ALAMAT), "Paraf dan teruskan kepada Camat")
    masuk.siapa = CAMAT_CONTOH
    uji = tekan(buka("laporan", **ALAMAT), "Validasi dan tanda tangani")
    assert "Belum ada berkas dokumennya." in terlihat(uji)
    next(tempat for tempat in uji.file_uploader if "tanda_tangani" in str(tempat.key)).upload(PDF.nama, PDF.isi)
    uji = tekan(uji, "Validasi dan tanda tangani")
    assert "Semua versi (3 berkas)" in terlihat(uji)
    assert "Bab III belum lengkap." in terlihat(uji)
    assert [tombol.label for tombol in uji.get("download_button")] == ["Unduh"] * 3
    assert "Buka kembali laporan yang ditandatangani" in label(uji)


@pytest.mark.usefixtures("disetujui_2024")
def test_paper_is_named_and_the_inspektorat_recorded() -> None:
    gudang = sesi.gudang()
    maju(gudang, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    maju(gudang, KASUBBAG, "paraf_kertas", LKJIP, kertas=KERTAS)
    maju(gudang, KASUBBAG, "tanda_tangani_kertas", LKJIP, kertas=KERTAS)
    uji = buka("laporan", **ALAMAT)
    assert "ditandatangani di atas kertas (lembar 050/12/2026, 5 Oktober 2026)" in terlihat(uji)
    next(kotak for kotak in uji.text_area if "serahkan_inspektorat" in str(kotak.key)).set_value(
        "Surat 700/1, 6 Oktober."
    )
    tekan(uji, "Catat penyerahan kepada Inspektorat")
    assert baca_kedudukan(gudang, LKJIP).keadaan == "diserahkan"
