"""Indicators of one name (a kegiatan and its sub kegiatan, often) are told apart in every list."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, SEKCAM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.grafik import peluru
from data.gudang import Gudang
from tests.alat.evaluasi import evaluasi_renja
from tests.alat.halaman import Masuk, buka, terlihat

SENAMA = "Jumlah Laporan Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan"
KEGIATAN, SUB = f"{SENAMA} (kegiatan K-10)", f"{SENAMA} (sub kegiatan SK-17)"
ALAMAT = {"tahun": "2026", "triwulan": "3"}


@pytest.mark.usefixtures("contoh")
def test_the_list_of_a_verifikasi_says_which_of_the_two_it_is() -> None:
    isi = terlihat(buka("verifikasi", **ALAMAT, unit="KESOS"))
    assert KEGIATAN in isi
    assert SUB in isi


@pytest.mark.usefixtures("contoh")
def test_a_name_that_only_one_indicator_has_stays_as_it_is() -> None:
    isi = terlihat(buka("verifikasi", **ALAMAT, unit="KESOS"))
    assert re.search(r"Rata-rata waktu tunggu pelayanan(?! \()", isi)


@pytest.mark.usefixtures("contoh")
def test_the_choice_of_an_indicator_for_evidence_has_no_line_twice(masuk: Masuk) -> None:
    masuk.siapa = kepala("KESOS")
    pilihan = next(pilihan for pilihan in buka("unggah", **ALAMAT).selectbox if pilihan.label.startswith("Indikator"))
    assert {KEGIATAN, SUB} <= set(pilihan.options)
    assert max(Counter(pilihan.options).values()) == 1


@pytest.mark.usefixtures("di_sekretaris")
def test_the_choice_of_a_figure_to_correct_has_no_line_twice(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    pilihan = next(pilihan for pilihan in buka("supervisi", **ALAMAT).selectbox if pilihan.label == "Angka")
    assert sum(teks.startswith(("K-10 · ", "SK-17 · ")) for teks in pilihan.options) == 2
    assert max(Counter(pilihan.options).values()) == 1


@pytest.mark.usefixtures("di_camat")
def test_what_the_camat_approves_names_each_of_them(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    isi = terlihat(buka("persetujuan", **ALAMAT))
    assert KEGIATAN in isi
    assert SUB in isi


def test_no_two_bars_of_a_picture_have_one_label(jawaban: Gudang) -> None:
    hasil = evaluasi_renja(jawaban, KODE_PD, Periode(2026, 3))
    nama = [butir.nama for tingkat in ("kegiatan", "sub_kegiatan") for butir in peluru.dari_renja(hasil, tingkat)]
    assert max(Counter(nama).values()) == 1
