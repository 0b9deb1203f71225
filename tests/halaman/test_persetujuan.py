"""Step 8 on the screen: what is approved, by what was seen, with the password, or on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

from analytics.aturan.periode import Periode
from analytics.beku.fakta import ambil_fakta, sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from analytics.evaluasi.hasil import Kantor
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from pages.komponen import sesi, tanya
from pages.komponen.kepala import Wadah
from pages.komponen.saring import Saringan
from tests.alat.halaman import Masuk, buka, judul, kartu, label, tekan, terlihat
from tests.alat.sampai import KERTAS, TW3, maju

ALAMAT = {"tahun": "2026", "triwulan": "3"}
KOMPILASI = Objek.kompilasi(KODE_PD, TW3)
SETUJUI, BUKA_KEMBALI = "Setujui data capaian kinerja", "Buka kembali periode yang disetujui"
BELUM = "Belum ada yang menunggu persetujuan: kompilasi triwulan ini belum diteruskan kepada Camat."


def kini() -> Kedudukan:
    """Where the kompilasi stands."""
    return baca_kedudukan(sesi.gudang(), KOMPILASI)


def teruskan() -> None:
    """The Sekretaris passes it on to the Camat once more."""
    sidik = sidik_isi(sesi.gudang(), KODE_PD, TW3)
    maju(sesi.gudang(), SEKCAM, "supervisi", KOMPILASI, sidik_dilihat=sidik)


def beralasan(uji: AppTest, aksi: str, alasan: str) -> AppTest:
    """Write a reason into the form of a move."""
    next(kotak for kotak in uji.text_area if aksi in str(kotak.key)).set_value(alasan)
    return uji


def berlembar(uji: AppTest, aksi: str) -> AppTest:
    """Fill in the signed sheet of a move."""
    uji.text_input(key=_kunci(uji.text_input, f"nomor_{aksi}_")).set_value(KERTAS.nomor)
    uji.date_input(key=_kunci(uji.date_input, f"tanggal_{aksi}_")).set_value(KERTAS.tanggal)
    uji.file_uploader(key=_kunci(uji.file_uploader, f"pindaian_{aksi}_")).upload("lembar.pdf", KERTAS.pindaian.isi)
    return uji


def _kunci(bidang: Iterable[Widget], awal: str) -> str:
    return next(str(isian.key) for isian in bidang if str(isian.key).startswith(awal))


@pytest.mark.usefixtures("contoh")
def test_before_it_reaches_the_camat_the_page_says_so_and_names_everybody_who_may_approve_today(masuk: Masuk) -> None:
    assert "Yang dapat menyetujui hari ini: Camat (contoh) (Camat)." in terlihat(buka("persetujuan"))
    masuk.siapa = CAMAT_CONTOH
    assert BELUM in terlihat(buka("persetujuan", **ALAMAT))


@pytest.mark.usefixtures("di_camat")
def test_the_camat_sees_who_checked_approves_what_he_saw_and_nothing_else_returns_and_reopens(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("persetujuan", **ALAMAT)
    _lihat(uji)
    maju(sesi.gudang(), CAMAT_CONTOH, "tolak_persetujuan", KOMPILASI, catatan="Periksa lagi anggaran.")
    uji = tekan(uji, SETUJUI)
    assert kini().keadaan == "di_sekretaris", "what changed between sight and click is not approved"
    assert "berubah sejak Anda membukanya" in terlihat(uji)
    teruskan()
    uji = beralasan(buka("persetujuan", **ALAMAT), "tolak_persetujuan", "Serapan perlu dijelaskan.")
    tekan(uji, "Kembalikan kepada Sekretaris")
    assert kini().keadaan == "di_sekretaris", "he returns it with a reason"
    teruskan()
    uji = tekan(buka("persetujuan", **ALAMAT), SETUJUI)
    assert "disetujui Camat." in terlihat(uji)
    assert kini().keadaan == "disetujui"
    uji = tekan(uji, BUKA_KEMBALI)
    assert "Buka kembali periode yang disetujui memerlukan alasan." in terlihat(uji)
    tekan(beralasan(uji, "buka_kembali", "Realisasi PMD menyusul."), BUKA_KEMBALI)
    assert (kini().keadaan, kini().revisi) == ("belum_diolah", 2), "a new revisi begins"


def _lihat(uji: AppTest) -> None:
    """Sentence, figures, exceptions, and who checked, in this order."""
    assert judul(uji).startswith("4 dari 6 unit terverifikasi; ")
    assert judul(uji).endswith(". Menunggu persetujuan Camat")
    assert kartu(uji)["Unit terverifikasi"] == "4 dari 6"
    isi = terlihat(uji)
    assert "realisasi dibagi pagu" in isi, "the predikat of the mean is not one of this figure"
    assert BELUM not in isi
    assert isi.index("Yang perlu dilihat lebih dahulu") < isi.index("Siapa yang sudah memeriksa")
    assert f"{SEKCAM.nama} (Sekretaris Kecamatan)" in isi


@pytest.mark.usefixtures("di_sekretaris")
def test_paper_counts_where_nobody_logs_in_and_is_called_that_wherever_the_status_stands(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = berlembar(buka("supervisi", **ALAMAT), "supervisi_kertas")
    tekan(uji, "Catat supervisi di atas kertas")
    assert kini().keadaan == "di_camat"
    uji = berlembar(buka("persetujuan", **ALAMAT), "setujui_kertas")
    assert SETUJUI not in label(uji)
    kata = "disetujui di atas kertas (lembar 050/12/2026, 5 Oktober 2026)"
    assert kata in terlihat(tekan(uji, "Catat persetujuan Camat di atas kertas"))
    assert kini().keadaan == "disetujui"
    for url in ("kompilasi", "supervisi", "satu-data"):
        assert kata in terlihat(buka(url, **ALAMAT)), url
    masuk.siapa = CAMAT_CONTOH
    for url in ("persetujuan", "evaluasi-iku", "ekspor"):
        assert "di atas kertas" in terlihat(buka(url, **ALAMAT)).lower(), url


@pytest.mark.usefixtures("di_camat")
def test_what_would_be_approved_is_computed_anew_for_other_rows_and_not_for_every_write() -> None:
    gudang, kantor = sesi.gudang(), Kantor(KODE_PD, "", "", None, contoh=True)
    saring = Saringan(gudang, kantor, TW3, None, Wadah(None, None))  # type: ignore[arg-type]
    fakta = ambil_fakta(gudang, KODE_PD, TW3)
    toko = tanya.sumber(saring).gudang
    assert tanya.beku(saring, fakta) is toko
    maju(gudang, CAMAT_CONTOH, "tolak_persetujuan", KOMPILASI, catatan="Periksa lagi anggaran.")
    assert tanya.sumber(saring).gudang is tanya.beku(saring, ambil_fakta(gudang, KODE_PD, TW3)) is toko
    lain = {**fakta.tabel, "pagu": fakta.tabel["pagu"][1:]}
    assert tanya.beku(saring, replace(fakta, tabel=lain)) is not toko
    assert tanya.beku(saring, replace(fakta, belum={})) is not toko
    assert tanya.beku(replace(saring, periode=Periode(2026, 4)), fakta) is not toko
