"""The words and sources beside the figures of a screen table."""

from __future__ import annotations

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.dokumen.tabel import tulis_isi
from analytics.dokumen.tabel_evaluasi import judul_simpul, tulis_asal
from analytics.evaluasi.bacaan import baca
from analytics.formulir import FORMULIR, RENJA
from data.gudang import Gudang
from tests.alat.evaluasi import evaluasi_iku

TW4 = Periode(2025, 4)


def test_a_sum_names_every_cell_it_is_made_of_and_a_last_value_only_its_own(gudang_contoh: Gudang) -> None:
    for iku in evaluasi_iku(gudang_contoh, KODE_PD, TW4).baris:
        lapor = [tw for tw in iku.baris.triwulan if tw.dilaporkan is not None]
        sumber = tulis_asal(iku.baris, 4).split("; ") if lapor else []
        utuh = iku.baris.indikator.agregasi == "nilai_akhir" or iku.baris.indikator.cara_isi == "sd_triwulan"
        if utuh:
            assert len(sumber) == min(len(lapor), 1)
        else:
            assert len(sumber) in {1, len(lapor)}
        assert all("Realisasi!" in asal and "(versi " in asal for asal in sumber)


def test_every_row_of_every_table_has_a_cell_for_every_column(gudang_contoh: Gudang) -> None:
    for formulir in FORMULIR:
        tabel = formulir.tabel(formulir.evaluasi(baca(gudang_contoh, KODE_PD, TW4), None))
        assert tabel.baris
        assert {len(baris.isi) for baris in tabel.baris} == {len(tabel.kolom)}


def test_money_stands_on_the_node_and_performance_on_its_indicators(gudang_contoh: Gudang) -> None:
    tabel = RENJA.tabel(RENJA.evaluasi(baca(gudang_contoh, KODE_PD, TW4), None))
    judul = [kolom.judul for kolom in tabel.kolom]
    pagu, capaian = judul.index("Pagu (Rp)"), judul.index("Capaian (%)")
    for baris in tabel.baris:
        if baris.kode_indikator is None:
            assert tulis_isi(baris.isi[capaian]) == ""
        else:
            assert tulis_isi(baris.isi[pagu]) == ""


@pytest.mark.parametrize(
    ("kode", "tingkat", "nama", "tulisan"),
    [
        ("S1", "sasaran", "Meningkatnya pelayanan", "Sasaran S1: Meningkatnya pelayanan"),
        ("7.01.02", "program", "Program Penyelenggaraan", "7.01.02 Program Penyelenggaraan"),
        ("7.01.02.2.01.0001", "sub_kegiatan", "Koordinasi", "Sub kegiatan 7.01.02.2.01.0001: Koordinasi"),
    ],
)
def test_a_node_says_its_level_once(kode: str, tingkat: str, nama: str, tulisan: str) -> None:
    assert judul_simpul(kode, tingkat, nama) == tulisan
