from dataclasses import replace

from analytics.aturan.periode import Periode
from analytics.grafik import riwayat
from tests.grafik import alat_hasil as contoh


def test_a_year_without_realisasi_leaves_a_gap_and_never_a_zero() -> None:
    garis = riwayat.gambar(contoh.rincian()).data[-1]
    assert list(garis.y) == [79.0, None, 83.0, 85.0]
    assert garis.connectgaps is False
    assert garis.hovertext[1].startswith("2024: realisasi belum ada")


def test_a_range_target_is_drawn_as_a_band() -> None:
    pita = riwayat.gambar(contoh.rincian()).data[0]
    assert (list(pita.x), list(pita.base), list(pita.y)) == ([2025], [80.0], [10.0])


def test_the_source_in_a_hover_is_shown_and_never_obeyed() -> None:
    assert "LKjIP &lt;b&gt;2023&lt;/b&gt;" in riwayat.gambar(contoh.rincian()).data[-1].hovertext[0]


def test_a_running_year_is_not_compared_with_whole_ones() -> None:
    assert riwayat.bacaan(contoh.rincian()) == (
        "Tahun 2026 s/d triwulan III: realisasi 85 persen, target tahun 83, capaian 102,41 %."
    )


def test_the_reading_of_a_whole_year_tells_the_way_since_the_first() -> None:
    penuh = replace(contoh.rincian(), keterangan=replace(contoh.KETERANGAN, periode=Periode(2026, 4)))
    assert riwayat.bacaan(penuh).endswith("Sejak 2023 (79) realisasinya naik.")
    turun = replace(penuh, riwayat=(replace(penuh.riwayat[-1], tahun=2023), replace(penuh.riwayat[0], tahun=2026)))
    assert riwayat.bacaan(turun).endswith("Sejak 2023 (85) realisasinya turun.")
    assert riwayat.bacaan(replace(penuh, riwayat=penuh.riwayat[:1])).count(".") == 1


def test_no_history_says_so_and_is_not_drawn() -> None:
    kosong = replace(contoh.rincian(), riwayat=())
    assert not riwayat.dapat_digambar(kosong)
    assert riwayat.bacaan(kosong) == "Belum ada realisasi yang tercatat untuk indikator ini."
