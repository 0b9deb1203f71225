"""The money of one sub kegiatan that two kelurahan share: each fills its part, and the sum goes up the tree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from analytics.alur.koreksi import daftar_fakta
from analytics.atur.kantor import baca_kantor
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil.renja import BarisRenja
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import kata
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from data.gudang import Gudang
from tests.alat.kantor_bagian import (
    BAGIAN,
    KEGIATAN,
    LAIN,
    PROGRAM,
    SUB,
    TW2,
    berbagi,
    kantor,
    sebagian,
    terlapor,
)
from tests.alat.toko import KODE_PD, TAHUN


def baris(gudang: Gudang, periode: Periode = TW2, unit: str | None = None) -> dict[str, BarisRenja]:
    return {simpul.kode_simpul: simpul for simpul in susun_renja(baca(gudang, KODE_PD, periode), unit).baris}


def diisi(bahan: BahanFormat) -> list[tuple[str, Decimal | None, Decimal | None]]:
    return [(simpul.kode, simpul.pagu, simpul.lalu) for simpul in bahan.simpul]


def test_money_is_summed_over_the_units_up_the_tree_and_counted_once() -> None:
    hasil = baris(terlapor(kantor()).tulis())
    uang = {kode: (simpul.uang.kini.pagu, simpul.uang.kini.realisasi) for kode, simpul in hasil.items()}
    assert uang[BAGIAN[0]] == (6_000_000, 3_000_000)
    assert uang[SUB] == (10_000_000, 5_000_000)
    assert uang[KEGIATAN] == uang[PROGRAM] == (15_000_000, 10_000_000)
    assert hasil[SUB].uang.kini.triwulan[:2] == (1_500_000, 3_500_000)
    assert hasil[SUB].uang.kini.serapan == pytest.approx(50)
    assert hasil[BAGIAN[0]].uang.kini.laporan[-1].asal.alamat == "A-2026-2-v1.xlsx, Anggaran!F9"
    assert [kode for kode, simpul in hasil.items() if simpul.terbawah] == [SUB, LAIN]


def test_a_unit_that_did_not_report_is_missing_and_so_is_its_pagu() -> None:
    toko = kantor()
    toko.anggaran(BAGIAN[0], {1: 1_000_000, 2: 3_000_000}, unit="A")
    toko.anggaran(BAGIAN[1], {1: 500_000}, unit="B")
    terhitung = baris(toko.tulis())[SUB].uang.kini.terhitung
    assert (terhitung.realisasi, terhitung.pagu, terhitung.n, terhitung.m) == (3_000_000, 6_000_000, 1, 2)


def test_each_unit_fills_its_own_part_under_the_name_of_the_sub_kegiatan() -> None:
    gudang = terlapor(kantor()).tulis()
    bahan = {unit: muat_bahan(gudang, KODE_PD, unit, TW2) for unit in ("S1", "A", "B")}
    assert diisi(bahan["A"]) == [(BAGIAN[0], 6_000_000, 1_000_000)]
    assert bahan["A"].simpul[0].nama == f"Nama {SUB} (Nama {BAGIAN[0]})"
    assert [kegiatan.anak for kegiatan in bahan["A"].kegiatan] == [(BAGIAN[0],)]
    assert diisi(bahan["B"]) == [(BAGIAN[1], 4_000_000, 500_000)]
    assert diisi(bahan["S1"]) == [(LAIN, 5_000_000, 0)]


def test_who_fills_for_all_has_a_row_for_every_part_in_the_place_of_their_sub_kegiatan() -> None:
    bahan = muat_bahan(kantor(semua=True).tulis(), KODE_PD, "REN", TW2)
    assert [simpul.kode for simpul in bahan.simpul] == [*BAGIAN, LAIN]
    assert [kegiatan.anak for kegiatan in bahan.kegiatan] == [(*BAGIAN, LAIN)]


def test_a_year_that_is_not_divided_is_filled_and_shown_as_before() -> None:
    gudang = kantor().tulis()
    akhir = Periode(2025, 4)
    assert [simpul.kode for simpul in muat_bahan(gudang, KODE_PD, "S1", akhir).simpul] == [SUB, LAIN]
    assert muat_bahan(gudang, KODE_PD, "A", akhir).simpul == ()
    hasil = baris(gudang, akhir)
    assert not set(BAGIAN) & set(hasil)
    assert hasil[SUB].uang.kini.realisasi == 8_000_000


def test_years_divided_and_not_make_one_renstra() -> None:
    gudang = terlapor(kantor()).tulis()
    uang = baris(gudang)[SUB].uang
    assert (uang.target_renstra, uang.realisasi_lalu, uang.realisasi_sd) == (40_000_000, 8_000_000, 13_000_000)
    e80 = {simpul.kode_simpul: simpul for simpul in susun_renstra(baca(gudang, KODE_PD, TW2)).baris}
    per_tahun = {tahun.tahun: (tahun.pagu, tahun.realisasi) for tahun in e80[SUB].uang}
    assert (per_tahun[2025], per_tahun[2026]) == ((10_000_000, 8_000_000), (10_000_000, 5_000_000))


def test_the_year_of_the_renstra_waits_for_every_unit() -> None:
    toko = kantor()
    toko.anggaran(BAGIAN[0], {1: 1_000_000, 2: 3_000_000}, unit="A")
    e80 = {simpul.kode_simpul: simpul for simpul in susun_renstra(baca(toko.tulis(), KODE_PD, TW2)).baris}
    kini = next(tahun for tahun in e80[SUB].uang if tahun.tahun == TAHUN)
    assert kini.realisasi == 3_000_000
    assert (kini.terhitung.n, kini.terhitung.m, kini.rasio) == (0, 1, None)
    assert kini.catatan == "2026: anggaran 1 dari 2 baris, rasio menunggu semua baris."


def test_what_was_reported_whole_is_no_part_of_the_triwulan_in_which_units_report_first() -> None:
    """4 million of TW I were reported before the plan of the year was mended; s/d TW II it is 3 + 2."""
    toko = kantor()
    toko.anggaran(SUB, {1: 4_000_000})
    toko.anggaran(BAGIAN[0], {2: 3_000_000, 3: 3_500_000}, unit="A")
    toko.anggaran(BAGIAN[1], {2: 2_000_000, 3: 2_500_000}, unit="B")
    hasil = baris(toko.tulis(), Periode(TAHUN, 3))
    for kode in (SUB, KEGIATAN, PROGRAM):
        assert hasil[kode].uang.kini.triwulan[:3] == (4_000_000, 1_000_000, 1_000_000)
    assert hasil[SUB].uang.kini.realisasi == 6_000_000


def test_the_part_of_one_unit_stands_in_the_place_of_its_row_with_what_is_above() -> None:
    assert list(baris(terlapor(kantor()).tulis(), unit="A")) == ["S1.1", PROGRAM, KEGIATAN, SUB]


def test_the_indicator_of_each_unit_stands_at_its_part_and_enters_no_mean_of_the_office() -> None:
    toko = terlapor(berbagi(kantor()))
    for kode, unit, nilai in (("dok.A", "A", 1), ("dok.B", "B", 2)):
        toko.lapor(kode, {1: nilai, 2: nilai}, unit=unit)
    bacaan = baca(toko.tulis(), KODE_PD, TW2)
    renja, renstra = susun_renja(bacaan), susun_renstra(bacaan)
    for hasil in (
        {baris.kode_simpul: [kinerja.baris.indikator.kode for kinerja in baris.kinerja] for baris in renja.baris},
        {baris.kode_simpul: [kinerja.indikator.kode for kinerja in baris.kinerja] for baris in renstra.baris},
    ):
        assert (hasil[SUB], hasil[BAGIAN[0]], hasil[BAGIAN[1]]) == (["dok"], ["dok.A"], ["dok.B"])
    assert (renja.penutup.kinerja.m, renstra.sd.m, renstra.dinilai) == (1, 1, renja.penutup.kinerja.n)
    satu = {
        baris.kode_simpul: [kinerja.baris.indikator.kode for kinerja in baris.kinerja]
        for baris in susun_renja(bacaan, "A").baris
    }
    assert satu[SUB] == ["dok.A"]


def test_the_figure_of_each_unit_is_corrected_by_itself() -> None:
    uang = [fakta for fakta in daftar_fakta(terlapor(kantor()).tulis(), KODE_PD, TW2) if fakta.jenis == "anggaran"]
    assert [(fakta.kode, fakta.kode_unit, fakta.pagu) for fakta in uang] == [
        (BAGIAN[0], "A", 6_000_000),
        (BAGIAN[1], "B", 4_000_000),
        (LAIN, "S1", 5_000_000),
    ]


def test_units_keep_their_code_of_the_budget_on_every_day() -> None:
    unit = kantor().tulis().kueri("unit_pada", kode_pd=KODE_PD, hari=date(TAHUN, 1, 1))
    assert {baris_unit["kode_unit"]: baris_unit["kode_sub_skpd"] for baris_unit in unit}["A"] == "7.01.0.05.0003"


def test_the_page_of_the_office_says_what_a_unit_is_and_its_code() -> None:
    jenis = baca_kantor(kantor().tulis(), KODE_PD, date(TAHUN, 1, 1)).jenis_unit
    assert (jenis["S1"], jenis["A"]) == ("seksi", "kelurahan, sub SKPD 7.01.0.05.0003")


def test_where_one_of_two_kelurahan_has_sent_every_place_says_of_how_many_rows_and_of_what() -> None:
    """Units that have sent, indicators that have a value, and rows of money: the part of a unit is a row."""
    bacaan = baca(sebagian(berbagi(kantor())).tulis(), KODE_PD, TW2)
    renja, renstra = susun_renja(bacaan), susun_renstra(bacaan)
    assert bacaan.keterangan.banyak_unit == "1 dari 4 unit"
    assert kata.banyak(renja.penutup.kinerja) == kata.banyak(renstra.sd) == "0 dari 1 indikator"
    uang = {simpul.kode_simpul: simpul.uang.kini for simpul in renja.baris}
    assert uang[SUB].catatan == "Anggaran: 1 dari 2 baris melaporkan TW II."
    assert uang[PROGRAM].catatan == "Anggaran: 1 dari 3 baris melaporkan TW II."
    belum = "(40,00 % dari seluruh pagu); belum: Kelurahan B, Seksi Satu"
    assert kata.serapan(renja.penutup, 2) == f"realisasi dibagi pagu, 1 dari 3 baris {belum}"
    assert renja.penutup.tanpa_anggaran == (f"Nama {SUB} (Nama {BAGIAN[1]})", f"Nama {LAIN}")
    e80 = {simpul.kode_simpul: simpul.uang[2] for simpul in renstra.baris}
    assert e80[PROGRAM].catatan == "2026: anggaran 1 dari 3 baris, rasio menunggu semua baris."
    assert kata.serapan(renstra.penutup, 2, "pagu Renstra").endswith("belum: Kelurahan B")
    milik = {unit.kode_unit: (unit.terisi, unit.wajib) for unit in susun_kelengkapan(bacaan).unit}
    assert milik == {"S1": (0, 0), "S2": (0, 0), "A": (1, 1), "B": (0, 1)}


def test_a_row_of_the_renstra_that_waits_for_a_unit_is_told_beside_those_that_have_a_ratio() -> None:
    toko = kantor()
    toko.pagu(LAIN, {TAHUN: 5_000_000}, rencana=1)
    toko.anggaran(BAGIAN[0], {2: 3_000_000}, unit="A")
    toko.anggaran(LAIN, {2: 4_000_000})
    hasil = {simpul.kode_simpul: simpul.uang[2] for simpul in susun_renstra(baca(toko.tulis(), KODE_PD, TW2)).baris}
    assert hasil[PROGRAM].rasio == pytest.approx(80)
    assert hasil[PROGRAM].catatan == "2026: anggaran 2 dari 3 baris, rasio 1 dari 2 baris pagu Renstra."
