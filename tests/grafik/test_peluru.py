from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from plotly.graph_objects import Figure

from analytics import rupa
from analytics.aturan.capaian import Target, hitung
from analytics.grafik import peluru
from tests.grafik import alat_hasil as contoh

BATANG = peluru.dari_iku(contoh.evaluasi_iku())


def tulisan(figur: Figure) -> list[str]:
    return [teks for jejak in figur.data for teks in (jejak.text or ())]


def batang(nilai: str, target: str = "100", rumus: str = "naik") -> peluru.Batang:
    capaian = hitung(rumus, Fraction(nilai), Target(Decimal(target)), contoh.PENGATURAN)
    return peluru.Batang("IKU-99", f"Indikator {nilai}", capaian, capaian.mencapai, "", "")


def test_every_name_stands_whole_above_its_bar() -> None:
    label = [teks.replace("<br>", " ") for teks in tulisan(peluru.gambar(BATANG, contoh.PENGATURAN))]
    assert contoh.NAMA_PANJANG in label
    assert (
        max(
            len(baris)
            for teks in tulisan(peluru.gambar(BATANG[1:2], contoh.PENGATURAN))
            for baris in teks.split("<br>")
        )
        <= 50
    )


def test_what_people_wrote_is_shown_and_never_obeyed() -> None:
    label = next(teks for teks in tulisan(peluru.gambar(BATANG[3:4], contoh.PENGATURAN)) if "tebal" in teks)
    assert "&lt;b&gt;tebal&lt;/b&gt; &amp; &lt;img" in label
    assert "<b>" not in label
    assert "$" not in label
    assert "%{" not in label


def test_value_symbol_and_word_stand_beside_every_bar() -> None:
    isi = tulisan(peluru.gambar(BATANG, contoh.PENGATURAN))
    assert "<b>101,18 ▲▲</b><br>Sangat Tinggi" in isi
    assert "<b>83,33 ▲</b><br>Tinggi" in isi
    assert "<b>70,50 ●</b><br>Sedang" in isi
    assert "<b>60,50 ▼</b><br>Rendah" in isi
    assert "<b>45,00 ▼▼</b><br>Sangat Rendah" in isi


def test_a_state_without_value_is_written_and_has_no_bar() -> None:
    kosong = [batang_iku for batang_iku in BATANG if batang_iku.mentah is None]
    figur = peluru.gambar(kosong, contoh.PENGATURAN)
    assert [teks for teks in tulisan(figur) if teks.startswith("<i>")] == [
        "<i>belum waktunya</i>",
        "<i>belum ada data</i>",
        "<i>tidak direncanakan</i>",
    ]
    assert not any(jejak.x for jejak in figur.data if jejak.type == "bar")


def test_a_value_over_100_reaches_past_the_target_mark() -> None:
    figur = peluru.gambar([batang("150")], contoh.PENGATURAN)
    assert 150.0 in figur.data[1].x
    assert figur.layout.xaxis.range == (0, 150)


def test_a_value_far_outside_the_axis_is_cut_with_an_arrow_and_its_figure() -> None:
    figur = peluru.gambar([batang("900"), batang("400", rumus="turun_selisih")], contoh.PENGATURAN)
    assert figur.layout.xaxis.range == (0, 200)
    assert {"▶", "◀"} <= set(tulisan(figur))
    assert "<b>900,00 ▲▲</b><br>Sangat Tinggi" in tulisan(figur)
    assert "<b>−200,00 ▼▼</b><br>Sangat Rendah" in tulisan(figur)


def test_the_track_is_stepped_at_the_limits_of_the_scale_in_force() -> None:
    alas = peluru.gambar([batang("80")], contoh.PENGATURAN).data[0]
    assert list(alas.base) == [0, 50, 65, 75, 90]
    assert sum(alas.x) == 120


@pytest.mark.parametrize(("nilai", "warna"), [("95", 0), ("80", 1), ("70", 2), ("60", 3), ("20", 4)])
def test_the_colour_is_that_of_the_grade(nilai: str, warna: int) -> None:
    assert peluru.gambar([batang(nilai)], contoh.PENGATURAN).data[1].marker.color == (rupa.PITA[warna],)


def test_the_worst_come_first_and_those_on_target_are_not_among_them() -> None:
    buruk = peluru.terburuk(BATANG)[:5]
    assert [batang_iku.kode for batang_iku in buruk] == ["IKU-03", "IKU-10", "IKU-02", "IKU-09", "IKU-08"]
    assert not any(batang_iku.capaian.mencapai for batang_iku in buruk)
    assert peluru.terburuk([batang("100"), batang("120")]) == ()


def test_a_target_missed_without_a_percent_is_the_worst_and_is_counted() -> None:
    kosong = hitung("naik", None, Target(Decimal(0)), contoh.PENGATURAN)
    luput = replace(batang("80"), capaian=kosong, tercapai=False, catatan="tidak tercapai")
    tercapai, belum = replace(luput, tercapai=True), replace(luput, tercapai=None, catatan="belum waktunya")
    semua = [batang("100"), batang("80"), luput, tercapai, belum]
    buruk = peluru.terburuk(semua)
    assert buruk == (luput, semua[1])
    assert peluru.urutkan(semua) == (luput, semua[1], semua[0], tercapai, belum)
    jauh = f"paling jauh {luput.nama} (tidak tercapai, tanpa persen)."
    assert peluru.bacaan_terburuk(buruk, 5) == f"2 IKU di bawah target; {jauh}"
    assert peluru.bacaan_terburuk(buruk, 1) == f"2 IKU di bawah target, 1 yang terjauh digambar; {jauh}"
    assert peluru.bacaan(semua).startswith(
        "1 dari 2 indikator yang bernilai mencapai target, juga 1 dari 2 yang dinilai tanpa persen; paling rendah"
    )


def test_ordering_puts_the_states_without_value_last_and_loses_nobody() -> None:
    urut = peluru.urutkan(BATANG)
    assert set(urut) == set(BATANG)
    bernilai = [batang_iku.mentah for batang_iku in urut if batang_iku.mentah is not None]
    assert all(kiri <= kanan for kiri, kanan in pairwise(bernilai))
    assert [batang_iku.kode for batang_iku in urut[7:]] == ["IKU-05", "IKU-06", "IKU-07"]


def test_the_reading_counts_and_names_lowest_and_highest() -> None:
    assert peluru.bacaan(BATANG[:3]) == (
        "1 dari 3 indikator yang bernilai mencapai target; paling rendah Jumlah Gangguan Trantib (−100,00 %), "
        "paling tinggi Indeks Kepuasan Masyarakat (101,18 %)."
    )
    assert peluru.bacaan([]) == "Belum ada indikator yang mempunyai nilai capaian pada periode ini."


def test_a_capped_value_names_the_value_before_the_cap() -> None:
    kap = hitung("naik", Fraction(170), Target(Decimal(100)), contoh.PENGATURAN_DIBATASI)
    assert peluru.tulis_capaian(kap) == "120,00 ▲▲ Sangat Tinggi (dibatasi dari 170,00)"


def test_no_bars_make_a_figure_all_the_same() -> None:
    assert peluru.gambar([], contoh.PENGATURAN).layout.height > 0
