from dataclasses import replace

from analytics.grafik import riwayat
from tests.grafik import contoh_hasil as contoh


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


def test_the_reading_tells_the_last_year_and_the_way_since_the_first() -> None:
    assert riwayat.bacaan(contoh.rincian()) == (
        "Tahun 2026: realisasi 85 persen, target 83, capaian 102,41 %. Sejak 2023 (79) realisasinya naik."
    )


def test_no_history_says_so_and_is_not_drawn() -> None:
    kosong = replace(contoh.rincian(), riwayat=())
    assert not riwayat.dapat_digambar(kosong)
    assert riwayat.bacaan(kosong) == "Belum ada realisasi yang tercatat untuk indikator ini."
