"""Step 9 on the screen: the checklist, its record, and that it waits for the approval."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.contoh.akun import SATU_DATA
from analytics.contoh.data_pohon import KODE_PD
from analytics.sop.objek import Objek, baca_kedudukan
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, judul, label, tekan, terlihat
from tests.alat.sampai import PDF, TW3

ALAMAT = {"tahun": "2026", "triwulan": "3"}
CATAT = "Catat pengisian Satu Data"


@pytest.mark.usefixtures("contoh")
def test_before_the_approval_there_is_no_form(masuk: Masuk) -> None:
    masuk.siapa = SATU_DATA
    uji = buka("satu-data", **ALAMAT)
    assert judul(uji) == "Data capaian Triwulan III 2026 belum disetujui Camat, sehingga belum dapat diisikan"
    assert CATAT not in label(uji)


@pytest.mark.usefixtures("disetujui_2026")
def test_the_checklist_is_recorded_with_address_day_and_proof(masuk: Masuk) -> None:
    masuk.siapa = SATU_DATA
    uji = buka("satu-data", **ALAMAT)
    assert judul(uji) == "Data capaian Triwulan III 2026 siap diisikan ke Satu Data"
    uji = tekan(uji, CATAT)
    assert "Data diunduh dari snapshot yang disetujui, bukan dari draf: belum dicentang." in terlihat(uji)
    for kotak in uji.checkbox:
        kotak.check()
    uji.text_input(key="satu_data_alamat").set_value("https://data.contoh.go.id/dataset/kinerja")
    uji.date_input(key="satu_data_tanggal").set_value(date(2026, 10, 6))
    uji.file_uploader(key="satu_data_bukti").upload("layar.pdf", PDF.isi)
    uji = tekan(uji, CATAT)
    isi = terlihat(uji)
    assert judul(uji) == "Data capaian Triwulan III 2026 sudah tercatat di Satu Data"
    assert "https://data.contoh.go.id/dataset/kinerja" in isi
    assert "6 Oktober 2026" in isi
    assert "layar.pdf" in isi
    assert baca_kedudukan(sesi.gudang(), Objek.kompilasi(KODE_PD, TW3)).keadaan == "terinput"
