from analytics import rupa
from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.grafik import gaya, peta_panas, serapan
from data.gudang import Gudang
from tests.alat.evaluasi import evaluasi_renstra
from tests.grafik import alat_hasil as contoh

PETA = peta_panas.dari_iku(contoh.evaluasi_iku())


def kata(baris: int) -> list[str]:
    return [" ".join(petak.kata) for petak in PETA.lajur[baris].petak]


def test_every_cell_has_its_value_with_symbol_and_word() -> None:
    assert kata(0)[:3] == [
        "<b>98,82 ▲▲</b> Sangat Tinggi",
        "<b>100,00 ▲▲</b> Sangat Tinggi",
        "<b>101,18 ▲▲</b> Sangat Tinggi",
    ]


def test_the_empty_states_are_written_in_the_cells() -> None:
    assert kata(4)[:3] == ["belum waktunya"] * 3
    assert kata(5)[:3] == ["belum ada data"] * 3
    assert kata(6)[:3] == ["tidak direncanakan"] * 3


def test_a_triwulan_after_the_periode_is_belum_tiba_whatever_the_store_holds() -> None:
    assert all(baris.petak[3].kata == (peta_panas.BELUM_TIBA,) for baris in PETA.lajur)


def test_a_missing_report_is_hatched_and_carries_its_reason() -> None:
    petak = PETA.lajur[5].petak[1]
    assert petak.pola == "/"
    assert petak.rinci == "Triwulan II: Survei belum selesai"


def test_the_reading_counts_the_cells() -> None:
    assert peta_panas.bacaan(PETA) == (
        "10 indikator × 4 triwulan: 21 bernilai, 10 belum tiba, 3 belum waktunya, 3 belum ada data, "
        "3 tidak direncanakan."
    )


def test_the_figure_draws_every_cell_once_in_the_colour_of_its_grade() -> None:
    sel = peta_panas.gambar(PETA).data[0]
    assert len(sel.x) == 40
    assert sel.marker.color[0] == rupa.PITA[0]
    assert {warna for warna in sel.marker.color if warna in rupa.PITA} == set(rupa.PITA)


def test_text_on_a_dark_cell_is_white_and_on_a_light_one_dark() -> None:
    assert [gaya.tinta_di_atas(warna) for warna in rupa.PITA] == [
        rupa.PUTIH,
        rupa.TINTA,
        rupa.TINTA,
        rupa.TINTA,
        rupa.PUTIH,
    ]


def test_a_running_year_has_a_predikat_only_where_it_is_judged_s_d_triwulan(gudang_contoh: Gudang) -> None:
    """56,47 % of what a whole year is to bring is no *Rendah* in the middle of it; it is 106,67 % s/d triwulan."""
    hasil = evaluasi_renstra(gudang_contoh, KODE_PD, Periode(2026, 2))
    peta = peta_panas.dari_renstra(hasil, "program")
    lembaga = next(lajur.petak for lajur in peta.lajur if lajur.nama.startswith("Persentase lembaga"))
    assert [" ".join(petak.kata) for petak in lembaga[1:4]] == [
        "<b>94,31 ▲▲</b> Sangat Tinggi",
        "<b>56,47</b> berjalan",
        "belum tiba",
    ]
    assert lembaga[2].rinci == "2026 (s/d TW II): 56,47 % dari target 2026; predikatnya mulai TW IV"
    pasangan = serapan.dari_renstra(hasil, "program")
    assert any(kinerja.capaian.tulisan == "106,67" for baris in pasangan for kinerja in baris.kinerja)
    setahun = peta_panas.dari_renstra(evaluasi_renstra(gudang_contoh, KODE_PD, Periode(2025, 4)), "program")
    assert "berjalan" not in peta_panas.bacaan(setahun)


def test_a_long_map_repeats_its_heading() -> None:
    panjang = peta_panas.Peta(PETA.satuan_kolom, PETA.kepala, PETA.lajur * 3)
    kepala = peta_panas.gambar(panjang).data[3].text
    assert list(kepala).count("<b>TW I</b>") == 3
