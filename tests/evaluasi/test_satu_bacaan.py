"""One reading: an indicator has one state and one value on every form, whatever the form compares it with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import RincianIndikator
from analytics.evaluasi.hasil.iku import BarisIku
from analytics.evaluasi.hasil.renja import KinerjaRenja
from analytics.evaluasi.hasil.renstra import KinerjaRenstra
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.indikator import nama_indikator, rincian_indikator
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import evaluasi_semua, kata
from analytics.formulir.iku import IKU
from data.gudang import Gudang
from pages.evaluasi.bagian.aturan import tabel_pembanding
from pages.komponen import kartu
from tests.alat.evaluasi import evaluasi_renja, evaluasi_renstra
from tests.alat.toko import KODE_PD, Toko

SUB, LAIN = "7.01.06.2.01.0002", "7.01.06.2.01.0003"
TW = {nomor: Periode(2026, nomor) for nomor in (1, 2, 3, 4)}


def toko_berpohon() -> Toko:
    toko = Toko()
    toko.simpul("7.01.06", "program", "S1.1", 3)
    toko.simpul("7.01.06.2.01", "kegiatan", "7.01.06", 4)
    toko.simpul(SUB, "sub_kegiatan", "7.01.06.2.01", 5, unit="S1")
    toko.simpul(LAIN, "sub_kegiatan", "7.01.06.2.01", 6, unit="S2")
    return toko


@pytest.fixture
def toko() -> Toko:
    return toko_berpohon()


def renstra(toko: Toko, kode: str, *target: object) -> None:
    for tahun, nilai in enumerate(target, 2024):
        toko.target(kode, {0: nilai}, tahun=tahun, rencana=1)


def kondisi_akhir(toko: Toko, kode: str, nilai: str) -> None:
    """A number, or a range as the store keeps it."""
    bentuk: dict[str, object] = {"peringkat": nilai} if "-" in nilai else {"nilai": Decimal(nilai)}
    toko.tambah(
        "riwayat",
        id_rencana=1,
        kode_indikator=kode,
        jenis="kondisi_akhir",
        tahun=2028,
        sumber="Renstra",
        lembar="Riwayat",
        sel="E2",
        **bentuk,
    )


def formulir(bacaan: Bacaan, kode: str = "A") -> tuple[BarisIku, KinerjaRenja, KinerjaRenstra]:
    """An indicator as every form has it."""
    renja = (kinerja for simpul in susun_renja(bacaan).baris for kinerja in simpul.kinerja)
    e80 = (kinerja for simpul in susun_renstra(bacaan).baris for kinerja in simpul.kinerja)
    (milik_iku,) = (baris for baris in susun_iku(bacaan).baris if baris.baris.indikator.kode == kode)
    (milik_renja,) = (kinerja for kinerja in renja if kinerja.baris.indikator.kode == kode)
    (milik_e80,) = (kinerja for kinerja in e80 if kinerja.indikator.kode == kode)
    return milik_iku, milik_renja, milik_e80


def pada(gudang: Gudang, periode: Periode) -> tuple[BarisIku, KinerjaRenja, KinerjaRenstra]:
    """The indicator A as every form has it."""
    return formulir(baca(gudang, KODE_PD, periode))


def semua(gudang: Gudang, periode: Periode) -> tuple[BarisIku, KinerjaRenja, KinerjaRenstra, RincianIndikator]:
    """The same, and as its own page has it."""
    return *pada(gudang, periode), rincian_indikator(gudang, KODE_PD, "A", periode)


def test_a_blank_last_due_quarter_is_the_same_state_on_every_form_with_the_last_value_beside_it(toko: Toko) -> None:
    toko.indikator("A", SUB, agregasi="nilai_akhir")
    toko.target("A", {0: 70, 1: 66, 2: 68, 3: 69, 4: 70})
    renstra(toko, "A", 60, 65, 70, 72, 75)
    toko.lapor("A", {1: 66, 2: None, 3: None, 4: None})
    gudang = toko.tulis()
    iku, renja, e80, rincian = semua(gudang, TW[4])
    tahun = e80.tahun[2]
    assert {iku.kini.sebutan, renja.kini.sebutan, tahun.sebutan, rincian.kini.sebutan} == {"belum ada data TW IV"}
    assert {iku.kini.catatan, renja.kini.catatan, tahun.catatan, rincian.kini.catatan} == {"terakhir 66 (TW I)"}
    assert [iku.kini.realisasi, renja.realisasi_sd, tahun.realisasi, rincian.pembanding.realisasi] == [None] * 4
    capaian = [iku.capaian_akhir, renja.capaian_renstra, tahun.capaian, renja.kini.capaian, renja.kini.capaian_tahun]
    assert [nilai.mentah for nilai in capaian] == [None] * 5
    bacaan = baca(gudang, KODE_PD, TW[4])
    penutup = susun_renja(bacaan).penutup, susun_renstra(bacaan).penutup
    rata = [
        *(bagian.kinerja for bagian in penutup),
        *(bagian.kinerja_renstra for bagian in penutup),
        susun_iku(bacaan).rata_rata,
    ]
    assert {(rerata.n, rerata.m) for rerata in rata} == {(0, 1)}
    assert (
        "belum ada data TW IV (survei belum selesai), terakhir 66 (TW I)" in tabel_iku(susun_iku(bacaan)).baris[1].isi
    )


def test_an_older_hole_does_not_take_the_year_from_a_value_that_was_reported_when_due(toko: Toko) -> None:
    toko.indikator("A", SUB, agregasi="nilai_akhir")
    toko.target("A", {0: 70, 1: 66, 2: 68, 3: 69, 4: 70})
    renstra(toko, "A", 60, 65, 70, 72, 75)
    toko.lapor("A", {1: 66, 2: None, 4: 71})
    iku, renja, e80 = pada(toko.tulis(), TW[4])
    assert (iku.kini.keadaan, iku.kini.capaian.nilai) == ("terisi", Decimal("101.43"))
    assert (renja.capaian_renstra.nilai, e80.tahun[2].capaian.nilai) == (Decimal("94.67"), Decimal("101.43"))
    assert [triwulan.keadaan_sel for triwulan in iku.baris.triwulan] == [
        "terisi",
        "belum_ada_data",
        "belum_ada_data",
        "terisi",
    ]


def test_a_yearly_value_before_it_is_due_says_so_and_does_not_stand_for_the_year(toko: Toko) -> None:
    toko.indikator("A", SUB, frekuensi="tahunan", agregasi="nilai_akhir")
    toko.target("A", {0: 70})
    renstra(toko, "A", 60, 65, 70, 72, 75)
    toko.lapor("A", {2: 69})
    gudang = toko.tulis()
    dua, _, _ = pada(gudang, TW[2])
    assert (dua.kini.capaian.nilai, dua.kini.catatan) == (
        Decimal("98.57"),
        "dilaporkan sebelum jatuh tempo, TW IV",
    )
    iku, renja, e80 = pada(gudang, TW[4])
    assert {iku.kini.sebutan, renja.kini.sebutan, e80.tahun[2].sebutan} == {"belum ada data TW IV"}
    assert iku.kini.catatan == "terakhir 69 (TW II)"


def test_a_value_that_the_plan_wants_in_triwulan_ii_stands_for_the_year(toko: Toko) -> None:
    toko.indikator("A", SUB, frekuensi="semesteran", agregasi="nilai_akhir")
    toko.target("A", {0: 70, 2: 70})
    renstra(toko, "A", 60, 65, 70, 72, 75)
    toko.lapor("A", {2: 69})
    iku, _, e80 = pada(toko.tulis(), TW[4])
    assert (iku.kini.keadaan, iku.kini.catatan, e80.tahun[2].capaian.nilai) == ("terisi", "", Decimal("98.57"))


def test_a_sum_names_the_first_due_quarter_that_is_missing(toko: Toko) -> None:
    toko.indikator("A", SUB)
    toko.target("A", {0: 80, 1: 20, 2: 20, 3: 20, 4: 20})
    renstra(toko, "A", 80, 80, 80, 80, 80)
    toko.lapor("A", {1: 22, 2: None, 3: 21, 4: 25})
    iku, renja, e80 = pada(toko.tulis(), TW[4])
    assert {iku.kini.sebutan, renja.kini.sebutan, e80.tahun[2].sebutan} == {"belum ada data TW II"}
    assert (renja.kini.realisasi, renja.realisasi_sd, e80.tahun[2].realisasi) == (None, None, None)
    assert (iku.kini.capaian.alasan, iku.kini.alasan_keadaan) == ("belum_lengkap", "survei belum selesai")


MENUJU: Final = {
    "A": ("rata_rata", (20, 18, 15, 14, 12), "12", 12),
    "B": ("rata_rata", (20, 18, 15, 14, 12), None, 12),
    "C": ("maksimum", (40, 30, 25, 20, 20), "20", 20),
    "D": ("nilai_akhir", (60, 65, 70, 72, 75), "76", 76),
    "E": ("nilai_akhir", (10, 10, 10, 10, 10), "50", 50),
    "F": ("jumlah", (10, 10, 10, 10, 10), None, 50),
    "G": ("jumlah", (2, 4, 6, 8, 10), "10", 10),
}
"""Indicators by kode: agregasi, the targets of the Renstra, its kondisi akhir, what is to be reached at its end."""


@pytest.fixture(scope="module")
def menuju_akhir() -> Iterator[Bacaan]:
    """The office of all of them, read."""
    toko = toko_berpohon()
    for kode, (agregasi, target, akhir, _menuju) in MENUJU.items():
        toko.indikator(kode, SUB, agregasi=agregasi)
        toko.target(kode, {0: 15, 4: 15})
        renstra(toko, kode, *target)
        if akhir:
            kondisi_akhir(toko, kode, akhir)
    gudang = toko.tulis()
    yield baca(gudang, KODE_PD, TW[4])
    gudang.tutup()


@pytest.mark.parametrize("kode", MENUJU)
def test_kondisi_akhir_is_what_the_renstra_wants_at_its_end(menuju_akhir: Bacaan, kode: str) -> None:
    iku, renja, e80 = formulir(menuju_akhir, kode)
    rincian = rincian_indikator(menuju_akhir.konteks.gudang, KODE_PD, kode, TW[4])
    semua_target = (iku.target_akhir, renja.target_renstra, e80.target_akhir, rincian.pembanding.target_akhir)
    assert [target.nilai for target in semua_target] == [MENUJU[kode][-1]] * 4


@pytest.mark.parametrize(("antartahun", "menuju"), [("jumlah", 30), ("tahun_terakhir", 10), (None, 10)])
def test_the_plan_may_say_itself_how_years_are_taken_together(toko: Toko, antartahun: str | None, menuju: int) -> None:
    toko.indikator("A", SUB, agregasi="rata_rata", agregasi_tahun=antartahun)
    toko.target("A", {0: 6, 4: 6})
    renstra(toko, "A", 2, 4, 6, 8, 10)
    _, renja, _ = pada(toko.tulis(), TW[4])
    assert renja.target_renstra.nilai == menuju


def test_a_range_at_the_end_of_the_renstra_is_that_of_the_last_year(toko: Toko) -> None:
    toko.indikator("A", SUB, agregasi="rata_rata")
    toko.target("A", {0: (80, 90), 4: (80, 90)})
    renstra(toko, "A", (70, 80), (72, 82), (74, 84), (76, 86), (80, 90))
    _, renja, _ = pada(toko.tulis(), TW[4])
    assert (renja.target_renstra.bawah, renja.target_renstra.atas) == (80, 90)


@pytest.mark.parametrize(
    ("agregasi", "polaritas", "rumus", "akhir", "capaian"),
    [
        ("nilai_akhir", "naik", "naik", "80-90", "102.22"),
        ("nilai_akhir", "turun", "turun_selisih", "95-98,5", "103.16"),
        ("jumlah", "naik", "naik", "90-95", "100.00"),
    ],
)
def test_a_kondisi_akhir_that_is_a_range_is_judged_by_the_rule_of_ranges_and_is_no_sum(
    toko: Toko, agregasi: str, polaritas: str, rumus: str, akhir: str, capaian: str
) -> None:
    toko.indikator("A", SUB, polaritas=polaritas, rumus=rumus, agregasi=agregasi, frekuensi="tahunan")
    toko.target("A", {0: 90, 4: 90})
    renstra(toko, "A", 80, 85, 90, 92, 95)
    kondisi_akhir(toko, "A", akhir)
    toko.lapor("A", {4: 92})
    iku, renja, e80, rincian = semua(toko.tulis(), TW[4])
    target = (iku.target_akhir, renja.target_renstra, e80.target_akhir, rincian.pembanding.target_akhir)
    assert {sasaran.tulis() for sasaran in target} == {akhir.replace("-", "–")}
    hasil = (iku.capaian_akhir, renja.capaian_renstra, rincian.pembanding.capaian_akhir)
    assert {str(satuan.nilai) for satuan in hasil} == {capaian}
    assert (rincian.kondisi_akhir.peringkat, renja.realisasi_sd.tepat) == (akhir, 92)


def test_the_latest_year_stands_against_the_end_of_the_renstra_never_the_highest(toko: Toko) -> None:
    for tahun in (2024, 2025):
        toko.indikator("A", SUB, tahun=tahun, polaritas="turun", rumus="turun_rasio", agregasi="maksimum")
    renstra(toko, "A", 40, 30, 25, 20, 20)
    kondisi_akhir(toko, "A", "20")
    toko.target("A", {0: 40, 4: 40}, tahun=2024, rencana=2)
    toko.target("A", {0: 30, 4: 30}, tahun=2025, rencana=3)
    toko.lapor("A", {4: 38}, tahun=2024)
    toko.lapor("A", {4: 26}, tahun=2025)
    iku, renja, _, rincian = semua(toko.tulis(), Periode(2025, 4))
    assert (renja.realisasi_lalu.tepat, renja.realisasi_sd.tepat, renja.target_renstra.nilai) == (38, 26, 20)
    capaian = (iku.capaian_akhir, renja.capaian_renstra, rincian.pembanding.capaian_akhir)
    assert [hasil.nilai for hasil in capaian] == [Decimal("76.92")] * 3
    assert rincian.pembanding.realisasi.tepat == 26


def test_a_total_that_shall_fall_is_not_compared_before_its_time_is_over_and_its_path_is_told(toko: Toko) -> None:
    aturan = {"polaritas": "turun", "rumus": "turun_selisih"}
    for tahun in range(2024, 2029):
        toko.indikator("A", SUB, tahun=tahun, **aturan)
    for nomor, tahun in ((7, 2027), (8, 2028)):
        toko.dokumen(nomor, "renja", tahun, tahun, toko.tabel["rencana"][0]["tanggal"].replace(tahun))
    renstra(toko, "A", 20, 26, 22, 16, 16)
    rencana = {2024: (2, 20, 23), 2025: (3, 26, 38), 2026: (4, 22, 10), 2027: (7, 16, 12), 2028: (8, 16, 14)}
    for tahun, (nomor, target, nilai) in rencana.items():
        toko.target("A", {0: target, 4: target}, tahun=tahun, rencana=nomor)
        toko.lapor("A", {4: nilai}, tahun=tahun)
    gudang = toko.tulis()
    for tahun, jalur in (
        (2024, "jalur s/d 2024: 23 terhadap 20 → 85,00 %"),
        (2025, "jalur s/d 2025: 61 terhadap 46 → 67,39 %"),
    ):
        iku, renja, e80, rincian = semua(gudang, Periode(tahun, 4))
        assert (renja.capaian_renstra.mentah, renja.capaian_renstra.alasan) == (None, "total_berjalan")
        assert {iku.jalur, renja.jalur, rincian.pembanding.jalur} == {jalur}
        assert e80.tahun[tahun - 2024].capaian.nilai is not None
    _, renja, _ = pada(gudang, Periode(2028, 4))
    assert (renja.realisasi_sd.tepat, renja.capaian_renstra.nilai, renja.jalur) == (97, Decimal("103.00"), "")


def test_the_year_so_far_of_a_total_that_shall_fall_is_not_held_against_the_last_year_of_the_renstra(
    toko: Toko,
) -> None:
    toko.indikator("A", SUB, polaritas="turun", rumus="turun_selisih")
    toko.target("A", {0: 22, 1: 5, 2: 6, 3: 6, 4: 5})
    renstra(toko, "A", 20, 26, 22, 16, 16)
    kondisi_akhir(toko, "A", "16")
    toko.lapor("A", {1: 4, 2: 5, 3: 6, 4: 5})
    gudang = toko.tulis()
    _, awal, _ = pada(gudang, TW[1])
    assert (awal.target_renstra.nilai, awal.capaian_renstra.alasan, awal.jalur) == (16, "total_berjalan", "")
    _, akhir, _ = pada(gudang, TW[4])
    assert (akhir.realisasi_sd.tepat, akhir.capaian_renstra.nilai) == (20, Decimal("75.00"))


def test_within_the_year_a_total_that_shall_fall_has_a_capaian_s_d_triwulan_only(toko: Toko) -> None:
    semua_rumus = ("turun_selisih", "turun_rasio")
    for rumus in semua_rumus:
        toko.indikator(rumus, SUB, polaritas="turun", rumus=rumus)
        toko.target(rumus, {0: 22, 1: 5, 2: 6, 3: 6, 4: 5})
        renstra(toko, rumus, 20, 26, 22, 16, 16)
        toko.lapor(rumus, {1: 10, 2: 4, 3: 4, 4: 4})
    gudang = toko.tulis()
    for triwulan in (1, 2, 3):
        bacaan = baca(gudang, KODE_PD, TW[triwulan])
        for rumus in semua_rumus:
            _, renja, e80 = formulir(bacaan, rumus)
            assert (renja.kini.capaian_tahun.mentah, renja.kini.capaian_tahun.alasan) == (None, "total_berjalan")
            assert (e80.tahun[2].realisasi.tepat, e80.tahun[2].capaian.alasan) == (6 + 4 * triwulan, "total_berjalan")
            assert renja.kini.capaian.mentah is not None
    bacaan = baca(gudang, KODE_PD, TW[4])
    for rumus in semua_rumus:
        _, renja, e80 = formulir(bacaan, rumus)
        assert {renja.kini.capaian_tahun.nilai, e80.tahun[2].capaian.nilai} == {Decimal("100.00")}


def test_a_mean_takes_the_due_quarters_on_both_sides(toko: Toko) -> None:
    toko.indikator("A", SUB, agregasi="rata_rata")
    toko.target("A", {0: 70, 2: 70, 4: 70})
    renstra(toko, "A", 70, 70, 70, 70, 70)
    toko.lapor("A", {1: 50, 2: 70, 3: 90, 4: 75})
    gudang = toko.tulis()
    iku, renja, e80 = pada(gudang, TW[4])
    assert (iku.kini.realisasi.angka, iku.kini.bagian) == (72.5, (2, 4))
    assert {iku.kini.capaian.nilai, renja.kini.capaian_tahun.nilai, e80.tahun[2].capaian.nilai} == {Decimal("103.57")}
    satu, _, _ = pada(gudang, TW[1])
    assert (satu.kini.keadaan, satu.kini.realisasi, satu.kini.catatan) == ("belum_waktunya", None, "terakhir 50 (TW I)")
    tiga, _, _ = pada(gudang, TW[3])
    assert (tiga.kini.realisasi.angka, tiga.kini.target.nilai) == (70, 70)


def test_where_the_plan_has_a_range_and_later_a_number_the_later_one_is_the_target(toko: Toko) -> None:
    toko.indikator("A", SUB, agregasi="nilai_akhir")
    toko.target("A", {0: 90, 1: (80, 90), 2: 85, 3: (80, 84)})
    renstra(toko, "A", 80, 80, 80, 80, 80)
    toko.lapor("A", {1: 82, 2: 82, 3: 82})
    iku, renja, _ = pada(toko.tulis(), TW[3])
    assert [str(triwulan.capaian.nilai) for triwulan in iku.baris.triwulan[:3]] == ["100.00", "96.47", "100.00"]
    assert [triwulan.target.tulis() for triwulan in renja.baris.triwulan[:3]] == ["80–90", "85", "80–84"]


@pytest.mark.parametrize("agregasi", ["jumlah", "rata_rata", "maksimum"])
def test_ranges_and_numbers_are_not_taken_together_as_one_target(toko: Toko, agregasi: str) -> None:
    toko.indikator("A", SUB, agregasi=agregasi)
    toko.target("A", {0: 90, 1: (80, 90), 2: 85})
    renstra(toko, "A", (70, 80), 80, 80, 80, 80)
    toko.lapor("A", {1: 82, 2: 82})
    iku, renja, _ = pada(toko.tulis(), TW[2])
    assert (iku.kini.target.kosong, iku.kini.capaian.alasan, iku.kini.tercapai) == (True, "tanpa_target", None)
    assert renja.target_renstra.kosong == (agregasi == "jumlah")


def test_what_a_unit_typed_where_the_renja_plans_nothing_counts_nowhere_and_is_named(toko: Toko) -> None:
    for tahun in (2025, 2026):
        toko.indikator("A", SUB, tahun=tahun)
        toko.indikator("B", SUB, tahun=tahun)
    toko.target("B", {0: 8, 4: 8})
    renstra(toko, "A", 5, 5, 5, 5, 5)
    toko.lapor("A", {1: 3}, tahun=2025)
    toko.lapor("A", {1: 4, 2: 6})
    iku, renja, e80, rincian = semua(toko.tulis(), TW[2])
    assert {iku.kini.sebutan, renja.kini.sebutan, rincian.kini.sebutan} == {"tidak direncanakan"}
    assert [tahun.sebutan for tahun in e80.tahun[1:3]] == ["tidak direncanakan"] * 2
    assert [iku.kini.realisasi, renja.kini.realisasi, renja.realisasi_sd, e80.tahun[2].realisasi] == [None] * 4
    assert [e80.tahun[1].catatan, iku.kini.catatan] == ["terakhir 3 (TW I)", "terakhir 6 (TW II)"]


def isi_uang(toko: Toko) -> Gudang:
    for simpul, rupiah in ((SUB, 96_000_008), (LAIN, 10_000_000)):
        toko.pagu(simpul, dict.fromkeys(range(2026, 2029), rupiah), 1)
        toko.pagu(simpul, {2026: rupiah}, 4)
    toko.anggaran(SUB, {1: 1_111_111, 3: 3_333_333})
    toko.anggaran(LAIN, {1: 2_000_000, 2: 4_000_000, 3: 6_000_000, 4: 9_352_000}, unit="S2")
    return toko.tulis()


def test_money_that_did_not_report_the_triwulan_does_not_count_and_is_named(toko: Toko) -> None:
    gudang = isi_uang(toko)
    hasil = evaluasi_renja(gudang, KODE_PD, TW[4])
    simpul = {baris.kode_simpul: baris for baris in hasil.baris}
    daun, atas = simpul[SUB].uang, simpul["7.01.06"].uang
    assert (daun.kini.realisasi, daun.kini.serapan, daun.realisasi_sd) == (None, None, None)
    assert daun.kini.triwulan == (1_111_111, None, 2_222_222, None)
    assert (daun.kini.sebutan, daun.kini.catatan) == (
        "belum ada data TW IV",
        "Anggaran terakhir 3.333.333 (TW III).",
    )
    assert (atas.kini.realisasi, atas.kini.pagu) == (9_352_000, 106_000_008)
    assert atas.kini.serapan == pytest.approx(93.52)
    assert atas.kini.catatan == "Anggaran: 1 dari 2 baris melaporkan TW IV."
    penutup = hasil.penutup
    assert (penutup.serapan_rata, penutup.serapan_jumlah) == (pytest.approx(93.52), pytest.approx(93.52))
    assert (penutup.terhitung.banyak, penutup.tanpa_anggaran) == ("1 dari 2", (f"Nama {SUB}",))
    e80 = evaluasi_renstra(gudang, KODE_PD, TW[4])
    assert e80.penutup.serapan_jumlah == pytest.approx(93.52)
    assert (e80.penutup.terhitung.banyak, e80.penutup.terhitung_renstra.banyak) == ("1 dari 2", "1 dari 2")


def test_pagu_that_no_renja_planned_is_seen_in_e80_and_counts_nowhere(toko: Toko) -> None:
    toko.pagu(SUB, dict.fromkeys(range(2024, 2029), 10_000_000), 1)
    toko.pagu(LAIN, dict.fromkeys(range(2024, 2029), 40_000_000), 1)
    toko.pagu(LAIN, {2025: 40_000_000}, 3)
    toko.anggaran(LAIN, {4: 20_068_000}, tahun=2025, unit="S2")
    gudang = toko.tulis()
    periode = Periode(2025, 4)
    renja, e80 = evaluasi_renja(gudang, KODE_PD, periode), evaluasi_renstra(gudang, KODE_PD, periode)
    daun = next(baris for baris in e80.baris if baris.kode_simpul == SUB).uang[1]
    assert (daun.pagu, daun.rasio, daun.sebutan) == (10_000_000, None, "tidak direncanakan")
    assert daun.catatan == "2025: tidak dianggarkan dalam Renja 2025."
    assert next(baris for baris in renja.baris if baris.kode_simpul == SUB).uang.kini.sebutan == "tidak direncanakan"
    assert [hasil.penutup.serapan_jumlah for hasil in (renja, e80)] == [pytest.approx(50.17)] * 2
    assert [hasil.penutup.terhitung.banyak for hasil in (renja, e80)] == ["1 dari 1"] * 2
    atas = next(baris for baris in e80.baris if baris.kode_simpul == "7.01.06").uang[1]
    assert (atas.pagu, atas.rasio, atas.lengkap) == (50_000_000, pytest.approx(50.17), True)
    assert atas.catatan == "2025: 1 baris tidak dianggarkan dalam Renja 2025."
    isi = {baris.isi[0]: baris.isi for baris in tabel_renstra(e80).baris}
    assert isi[f"Sub kegiatan {SUB}: Nama {SUB}"][-1] == "2025: tidak dianggarkan dalam Renja 2025."


@pytest.mark.parametrize("di_luar", [None, 500_000])
@pytest.mark.parametrize("pagu_nol", [False, True])
def test_money_outside_the_renja_is_shown_and_counts_in_no_ratio(
    toko: Toko, di_luar: int | None, *, pagu_nol: bool
) -> None:
    """Spent where the Renja gives nothing: one serapan in every row and closing row, also against the Renstra."""
    toko.pagu(SUB, {2026: 10_000_000}, 1)
    for rencana in (1, 4):
        toko.pagu(LAIN, {2026: 50_000_000}, rencana)
    toko.anggaran(LAIN, {4: 40_000_000}, unit="S2")
    if pagu_nol:
        toko.pagu(SUB, {2026: 0}, 4)
    if di_luar is not None:
        toko.anggaran(SUB, {4: di_luar})
    gudang = toko.tulis()
    hasil = evaluasi_renja(gudang, KODE_PD, TW[4])
    simpul = {baris.kode_simpul: baris for baris in hasil.baris}
    for kode in (LAIN, "7.01.06.2.01", "7.01.06"):
        assert (simpul[kode].uang.kini.serapan, simpul[kode].uang.tingkat_capaian) == (80, 80)
    luar = simpul[SUB].uang
    assert (luar.kini.serapan, luar.tingkat_capaian, luar.kini.realisasi) == (None, None, di_luar)
    assert luar.kini.sebutan == "tidak direncanakan"
    assert luar.kini.catatan == (
        "Realisasi ini tidak dianggarkan dalam Renja: di luar serapan dan realisasi Renstra." if di_luar else ""
    )
    assert simpul["7.01.06"].uang.kini.realisasi == 40_000_000 + (di_luar or 0)
    renstra = evaluasi_renstra(gudang, KODE_PD, TW[4]).penutup
    for penutup in (hasil.penutup, renstra):
        assert (penutup.serapan_jumlah, penutup.terhitung.banyak) == (80, "1 dari 1")
        assert (penutup.serapan_renstra_jumlah, penutup.terhitung_renstra.n) == (80, 1)


def test_a_triwulan_of_money_that_was_skipped_is_named_by_its_own_number(toko: Toko) -> None:
    kompilasi = evaluasi_semua(isi_uang(toko), KODE_PD, Periode(2026, 3))
    sel = tulis_kompilasi(kompilasi).sel["Evaluasi Renja"].values()
    belum = {isi for isi, *_ in sel if isinstance(isi, str) and isi.startswith("belum ada data")}
    assert belum == {"belum ada data TW II"}


def test_the_part_of_a_pagu_that_no_row_below_has_is_named_with_the_serapan_of_the_whole(toko: Toko) -> None:
    for simpul, rupiah in (("7.01.06.2.01", 78_778_000), (SUB, 38_110_400)):
        toko.pagu(simpul, {2026: rupiah, 2027: rupiah}, 1)
        toko.pagu(simpul, {2026: rupiah}, 4)
    toko.anggaran(SUB, {4: 36_587_000})
    gudang = toko.tulis()
    renja, e80 = evaluasi_renja(gudang, KODE_PD, TW[4]), evaluasi_renstra(gudang, KODE_PD, TW[4])
    uang = {baris.kode_simpul: baris.uang.kini for baris in renja.baris}
    assert (uang["7.01.06.2.01"].pagu, round(uang["7.01.06.2.01"].serapan, 2)) == (38_110_400, 96.0)
    kalimat = "agu dokumen 78.778.000, tidak dirinci 40.667.600; {} terhadapnya 46,44 %."
    assert uang["7.01.06.2.01"].catatan == f"P{kalimat.format('serapan')}"
    assert (uang[SUB].catatan, uang["7.01.06"].catatan) == ("", "")
    tahun = next(baris for baris in e80.baris if baris.kode_simpul == "7.01.06.2.01").uang
    assert [setahun.catatan for setahun in tahun[2:4]] == [f"2026: p{kalimat.format('rasio')}", ""]
    assert [hasil.penutup.tidak_dirinci for hasil in (renja, e80)] == [40_667_600] * 2
    assert kata.serapan(renja.penutup, 4) == f"realisasi dibagi pagu, 1 dari 1 baris; p{kalimat.format('serapan')[:-1]}"
    isi = {baris.isi[0]: baris.isi for baris in tabel_renja(renja).baris}
    assert any("tidak dirinci 40.667.600" in str(sel) for sel in isi["Kegiatan 7.01.06.2.01: Nama 7.01.06.2.01"])


def test_of_nested_parts_that_no_row_has_the_highest_counts_once(toko: Toko) -> None:
    for simpul, rupiah in (("7.01.06", 100), ("7.01.06.2.01", 60), (SUB, 50)):
        toko.pagu(simpul, {2026: rupiah * 1_000_000}, 4)
    toko.anggaran(SUB, {1: 1_000_000})
    gudang = toko.tulis()
    semua, unit = evaluasi_renja(gudang, KODE_PD, TW[4]), evaluasi_renja(gudang, KODE_PD, TW[4], "S1")
    assert semua.penutup.tidak_dirinci == 50_000_000
    assert semua.penutup.sebut_rincian("serapan") == "Pagu dokumen 100.000.000, tidak dirinci 50.000.000"
    assert unit.penutup.tidak_dirinci == 0


def test_a_0_of_what_the_renja_gives_no_pagu_enters_no_mean(toko: Toko) -> None:
    for simpul, rupiah in ((SUB, 0), (LAIN, 10_000_000)):
        toko.pagu(simpul, {2026: 10_000_000}, 1)
        toko.pagu(simpul, {2026: rupiah}, 4)
    toko.anggaran(SUB, {4: 0})
    toko.anggaran(LAIN, {4: 9_000_000}, unit="S2")
    gudang = toko.tulis()
    renja, e80 = evaluasi_renja(gudang, KODE_PD, TW[4]), evaluasi_renstra(gudang, KODE_PD, TW[4])
    daun = next(baris for baris in renja.baris if baris.kode_simpul == SUB).uang
    assert (daun.realisasi_sd, daun.tingkat_capaian) == (None, None)
    assert (renja.penutup.serapan_rata, renja.penutup.serapan_renstra_rata) == (90, 90)
    assert e80.penutup.serapan_rata == 90


def test_without_targets_per_triwulan_the_value_stands_against_the_year_and_is_called_so(toko: Toko) -> None:
    toko.indikator("A", SUB)
    toko.target("A", {0: 80})
    toko.lapor("A", {1: 22, 2: 18})
    gudang = toko.tulis()
    bacaan = baca(gudang, KODE_PD, TW[2])
    iku, renja, _ = formulir(bacaan)
    for kini in (iku.kini, renja.kini):
        assert (kini.capaian.nilai, kini.capaian.alasan) == (None, "tanpa_target_triwulan")
        assert (kini.sebutan_tanpa_target, kini.capaian_tahun.nilai) == ("target triwulan tidak ada", Decimal("50.00"))
    hasil = susun_iku(bacaan)
    assert (hasil.tanpa_target_triwulan, hasil.rata_rata.n, hasil.rata_tahun.nilai) == (1, 0, Decimal("50.00"))
    assert IKU.kalimat(hasil) == "Belum ada IKU yang dapat dinilai s/d Triwulan II 2026: target triwulan tidak ada"
    assert kartu.catatan_iku(hasil) == (
        "Target triwulan tidak ada pada 1 dari 1 IKU; terhadap target setahun rata-rata capaian 50,00 % "
        "(1 dari 1 indikator)."
    )
    empat = pada(gudang, TW[4])[0].kini
    assert (empat.target.nilai, empat.tanpa_target_triwulan) == (80, False)


def test_the_renstra_stands_s_d_triwulan_first_and_against_the_year_second(toko: Toko) -> None:
    toko.indikator("A", SUB)
    toko.target("A", {0: 80, 1: 20, 2: 20, 3: 20, 4: 20})
    renstra(toko, "A", 80, 80, 80, 80, 80)
    toko.lapor("A", {1: 20, 2: 20, 3: 21})
    hasil = evaluasi_renstra(toko.tulis(), KODE_PD, TW[3])
    assert (hasil.sd.nilai, hasil.penutup.kinerja.nilai) == (Decimal("101.67"), Decimal("76.25"))
    assert (hasil.tercapai, hasil.dinilai) == (1, 1)


def test_what_is_not_due_is_belum_waktunya_wherever_the_page_of_an_indicator_says_it(toko: Toko) -> None:
    toko.indikator("A", SUB, frekuensi="tahunan", agregasi="nilai_akhir")
    toko.target("A", {0: 70})
    renstra(toko, "A", 60, 65, 70, 72, 75)
    _, _, e80, rincian = semua(toko.tulis(), TW[3])
    assert [baris.isi[2] for baris in tabel_pembanding(rincian).baris] == ["belum waktunya"] * 3
    assert {e80.tahun[2].sebutan, rincian.kini.sebutan, rincian.riwayat[-1].sebutan} == {"belum waktunya"}


def test_whoever_links_to_an_indicator_finds_it_in_the_list_whatever_report_it_is_for(toko: Toko) -> None:
    for kode in "ABC":
        toko.indikator(kode, SUB)
    toko.tabel["laporan_indikator"] = []
    for kode, laporan in (("A", "lppd"), ("B", "renja"), ("C", "iku")):
        toko.tambah("laporan_indikator", kode_indikator=kode, laporan=laporan)
    assert list(nama_indikator(toko.tulis(), KODE_PD, TW[1])) == ["C", "B", "A"]


def test_one_indicator_is_read_alone_and_gives_what_the_office_gives(toko: Toko) -> None:
    for kode in "AB":
        toko.indikator(kode, SUB)
        toko.target(kode, {0: 80, 1: 20})
        renstra(toko, kode, 80, 80, 80, 80, 80)
    toko.lapor("A", {1: 19})
    toko.lapor("B", {1: 7})
    gudang = toko.tulis()
    bacaan = baca(gudang, KODE_PD, TW[1], kode_indikator="A")
    semuanya = baca(gudang, KODE_PD, TW[1])
    assert set(bacaan.ukuran) == {letak for letak in semuanya.ukuran if letak[1] == "A"}
    assert bacaan.baris(2026) == semuanya.baris(2026)[:1]
    assert bacaan.akhir("A") == semuanya.akhir("A")
    assert nama_indikator(gudang, KODE_PD, TW[1]) == {"A": "Indikator A", "B": "Indikator B"}
    with pytest.raises(ValueError, match="one indicator"):
        bacaan.uang_terbaca.nilai(2026, "pagu_renja")
