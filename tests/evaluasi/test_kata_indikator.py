"""What the page of one indicator says in words is what its figures say."""

from __future__ import annotations

from analytics.aturan.periode import Periode
from analytics.evaluasi.hasil import RincianIndikator
from analytics.evaluasi.indikator import rincian_indikator
from analytics.grafik import riwayat
from pages.komponen import kalimat
from tests.alat.toko import KODE_PD, Toko


def _rincian(toko: Toko, triwulan: int) -> RincianIndikator:
    return rincian_indikator(toko.tulis(), KODE_PD, "A", Periode(2026, triwulan))


def test_only_an_indicator_of_grades_is_said_to_be_one() -> None:
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {2: 70, 4: 75})
    hasil = _rincian(toko, 2)
    assert not riwayat.dapat_digambar(hasil)
    assert riwayat.sebut_tanpa_gambar(hasil) == (
        "Tahun 2026 s/d triwulan II: belum ada data TW II. "
        "Tidak ada angka target atau realisasi setahun untuk digambar."
    )
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir", rumus="ordinal", skala_ordinal="akip")
    assert "dinilai dengan peringkat" in riwayat.sebut_tanpa_gambar(_rincian(toko, 2))


def test_what_was_reported_last_is_not_denied_beside_the_picture() -> None:
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 75, 2: 70, 4: 75})
    toko.lapor("A", {2: 69})
    assert riwayat.bacaan(_rincian(toko, 4)) == "Tahun 2026: belum ada data TW IV, terakhir 69 (TW II)."


def test_a_year_without_a_target_of_the_renstra_stands_against_that_of_its_renja() -> None:
    toko = Toko()
    for tahun, rencana in ((2025, 3), (2026, 4)):
        toko.indikator("A", tahun=tahun)
        toko.target("A", {0: 80}, tahun, rencana)
    toko.lapor("A", dict.fromkeys((1, 2, 3, 4), 15), 2025)
    toko.lapor("A", {1: 20, 2: 25})
    hasil = _rincian(toko, 2)
    lalu, kini = hasil.riwayat[-2:]
    assert (kini.target.nilai, kini.capaian.tulisan) == (80, "56,25")
    assert (lalu.target.nilai, lalu.capaian.tulisan) == (80, "75,00")
    assert riwayat.bacaan(hasil) == (
        "Tahun 2026 s/d triwulan II: realisasi 45 persen, target tahun 80, capaian 56,25 %."
    )
    judul = "Indikator A: realisasi 45 persen, target triwulan tidak ada, s/d Triwulan II 2026"
    assert kalimat.indikator(hasil) == judul
