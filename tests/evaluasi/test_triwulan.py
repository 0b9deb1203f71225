"""One indicator through the triwulan of a year: what its reports and targets make of each.

What one indicator planned and reported changes nothing about another, so most of them stand in one office that is read
once; where a test is about a plan, a setting or a kiriman, it has an office of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

import pytest

from analytics.aturan.capaian import Target, hitung
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import BarisIndikator
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.lembar.bentuk.bahan import muat_bahan
from tests.alat.toko import KODE_PD, TAHUN, WAKTU, Toko

Isian = Mapping[int, Any]
Bersama = Callable[..., BarisIndikator]


@dataclass(frozen=True)
class Direncanakan:
    """An indicator of the office that the tests share: its rule, its targets, what was reported."""

    aturan: Mapping[str, Any]
    target: Isian
    lapor: Isian


DIRENCANAKAN: Final[dict[str, Direncanakan]] = {}


def indikator(target: Isian, lapor: Isian, **aturan: Any) -> str:
    """Put an indicator into the shared office; its kode."""
    kode = f"I{len(DIRENCANAKAN):02d}"
    DIRENCANAKAN[kode] = Direncanakan(aturan, target, lapor)
    return kode


def dengan(target: Isian, lapor: Isian, **aturan: Any) -> pytest.MarkDecorator:
    """The test is about this indicator of the shared office."""
    return pytest.mark.parametrize("kode", [indikator(target, lapor, **aturan)])


PECAHAN: Final = {"pembilang": "selesai", "penyebut": "semua", "faktor": Decimal(100)}


def awal_tahun(rumus: str, target: object, realisasi: object) -> str:
    """An indicator that was reported in triwulan I."""
    polaritas = rumus.split("_", maxsplit=1)[0]
    return indikator({0: target, 1: target}, {1: realisasi}, agregasi="nilai_akhir", rumus=rumus, polaritas=polaritas)


def akip(peringkat: str) -> str:
    """An indicator that shall be graded BB, and what it was graded."""
    return indikator(
        {0: "BB"}, {4: peringkat}, frekuensi="tahunan", agregasi="nilai_akhir", rumus="ordinal", skala_ordinal="akip"
    )


@pytest.fixture(scope="module")
def bersama() -> Iterator[Bersama]:
    """The row of an indicator of the shared office, by its kode, as seen at the end of a triwulan."""
    toko = Toko()
    for kode, rencana in DIRENCANAKAN.items():
        toko.indikator(kode, **rencana.aturan)
        toko.target(kode, rencana.target)
        toko.lapor(kode, rencana.lapor)
    gudang = toko.tulis()
    bacaan = cache(lambda triwulan: baca(gudang, KODE_PD, Periode(TAHUN, triwulan)))
    yield lambda kode, triwulan=4: bacaan(triwulan).baris_indikator(TAHUN, kode)
    gudang.tutup()


@pytest.fixture
def toko() -> Toko:
    return Toko()


def keadaan(baris: BarisIndikator) -> list[str]:
    return [triwulan.keadaan for triwulan in baris.triwulan]


def test_jumlah_adds_the_quarters_and_their_targets(toko: Toko) -> None:
    toko.indikator("A")
    toko.target("A", {0: 40, 1: 10, 2: 10, 3: 10, 4: 10})
    toko.lapor("A", {1: 8, 2: 13})
    baris = toko.baris("A")
    dua = baris.pada(2)
    assert dua.realisasi.tepat == 21
    assert dua.target == Target(nilai=Decimal(20))
    assert dua.capaian.nilai == Decimal("105.00")
    assert dua.capaian_tahun.nilai == Decimal("52.50")
    assert dua.capaian.cara_hitung == "21 / 20 × 100 = 105,00"
    assert dua.tercapai is True
    assert keadaan(baris) == ["terisi", "terisi", "belum_ada_data", "belum_ada_data"]


@dengan({0: 40, 1: 10, 2: 10, 3: 10, 4: 10}, {1: None, 2: 5}, polaritas="turun", rumus="turun_selisih")
def test_a_missing_quarter_leaves_a_sum_without_capaian_and_never_counts_as_zero(bersama: Bersama, kode: str) -> None:
    dua = bersama(kode).pada(2)
    assert (dua.keadaan, dua.sebutan) == ("belum_ada_data", "belum ada data TW I")
    assert dua.realisasi is None
    assert dua.catatan == "terakhir 5 (TW II)"
    assert dua.capaian.nilai is None
    assert dua.capaian.alasan == "belum_lengkap"
    assert dua.tercapai is None


@dengan({0: 90, 1: 80, 2: 82, 3: 85, 4: 90}, {1: 95, 2: None, 3: 84}, agregasi="nilai_akhir")
def test_nilai_akhir_takes_the_last_report_not_the_highest(bersama: Bersama, kode: str) -> None:
    tiga = bersama(kode).pada(3)
    assert tiga.realisasi.tepat == 84
    assert tiga.capaian.nilai == Decimal("98.82")
    assert tiga.tercapai is False


@dengan({0: 90, 1: 80, 2: 82}, {1: 95, 2: None}, agregasi="nilai_akhir")
def test_a_due_and_blank_quarter_is_belum_ada_data_with_its_reason(bersama: Bersama, kode: str) -> None:
    dua = bersama(kode).pada(2)
    assert (dua.keadaan, dua.keadaan_sel, dua.alasan_kosong) == (
        "belum_ada_data",
        "belum_ada_data",
        "survei belum selesai",
    )
    assert dua.capaian.nilai is None
    assert dua.capaian.alasan == "tanpa_realisasi"


@pytest.mark.parametrize(
    ("rata_rata", "maksimum"),
    [[indikator({0: 80, 1: 80, 2: 80}, {1: 70, 2: 85}, agregasi=cara) for cara in ("rata_rata", "maksimum")]],
)
def test_rata_rata_and_maksimum(bersama: Bersama, rata_rata: str, maksimum: str) -> None:
    assert bersama(rata_rata).pada(2).realisasi.tepat == Fraction(155, 2)
    assert bersama(maksimum).pada(2).realisasi.tepat == 85
    assert bersama(rata_rata).pada(2).capaian.nilai == Decimal("96.88")


@dengan({0: 100, 1: 20, 2: 50, 3: 75, 4: 100}, {1: 25, 2: 45, 3: 80}, cara_isi="sd_triwulan")
def test_sd_triwulan_reports_are_not_added_and_their_quarters_are_differences(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert [triwulan.sendiri for triwulan in baris.triwulan] == [25.0, 20.0, 35.0, None]
    assert baris.pada(3).realisasi.tepat == 80
    assert baris.pada(3).capaian.nilai == Decimal("106.67")


@dengan({0: "84.75"}, {4: "88.95"}, frekuensi="tahunan", agregasi="nilai_akhir")
def test_a_yearly_indicator_is_belum_waktunya_until_triwulan_iv(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert keadaan(baris) == ["belum_waktunya"] * 3 + ["terisi"]
    assert baris.pada(4).capaian.nilai == Decimal("104.96")


@dengan({0: 80}, {2: 72}, frekuensi="tahunan", agregasi="nilai_akhir")
def test_a_yearly_indicator_reported_early_counts_against_the_target_of_the_year(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert keadaan(baris) == ["belum_waktunya", "terisi", "terisi", "belum_ada_data"]
    assert baris.pada(2).capaian.nilai == Decimal("90.00")


def test_a_half_yearly_indicator_stands_at_its_last_due_quarter(toko: Toko) -> None:
    toko.indikator("A", frekuensi="semesteran", agregasi="nilai_akhir")
    toko.target("A", {0: 100, 2: 50, 4: 100})
    toko.lapor("A", {2: 50})
    tiga = toko.baris("A").pada(3)
    assert (tiga.posisi, tiga.keadaan, tiga.keadaan_sel) == (2, "terisi", "belum_waktunya")
    assert tiga.capaian.nilai == Decimal("100.00")


@dengan({}, {})
def test_no_target_is_tidak_direncanakan_and_not_zero(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert keadaan(baris) == ["tidak_direncanakan"] * 4
    assert baris.pada(4).target.kosong
    assert baris.pada(4).capaian.alasan == "tanpa_target"


@dengan({0: 10, 3: 10}, {})
def test_a_quarter_without_its_own_target_is_not_due(bersama: Bersama, kode: str) -> None:
    assert keadaan(bersama(kode)) == ["belum_waktunya", "belum_waktunya", "belum_ada_data", "belum_ada_data"]


@dengan({0: 40}, {1: 8})
def test_without_quarter_targets_only_the_year_is_compared(bersama: Bersama, kode: str) -> None:
    triwulan = bersama(kode).pada(1)
    assert triwulan.capaian.alasan == "tanpa_target_triwulan"
    assert triwulan.capaian_tahun.nilai == Decimal("20.00")


@dengan(
    {0: 70, 1: 70}, {1: (8, 12)}, agregasi="nilai_akhir", pembilang="desa baik", penyebut="desa", faktor=Decimal(100)
)
def test_pembilang_and_penyebut_are_used_unrounded(bersama: Bersama, kode: str) -> None:
    triwulan = bersama(kode).pada(1)
    assert triwulan.realisasi.tepat == Fraction(200, 3)
    assert triwulan.capaian.nilai == Decimal("95.24")
    assert triwulan.capaian.mentah == pytest.approx(2000 / 21, rel=1e-12)


@dengan({0: 200, 1: 200}, {1: "450.03"}, agregasi="nilai_akhir")
def test_a_tie_rounds_away_from_zero_as_excel_does(bersama: Bersama, kode: str) -> None:
    assert bersama(kode).pada(1).capaian.nilai == Decimal("225.02")


@pytest.mark.parametrize(
    ("kode", "capaian"),
    [
        (awal_tahun("turun_selisih", 49, "56.23"), "85.24"),
        (awal_tahun("turun_selisih", 4.75, "1.50"), "168.42"),
        (awal_tahun("turun_rasio", 162, 186), "87.10"),
        (awal_tahun("turun_rasio", 0, 3), "0.00"),
        (awal_tahun("turun_selisih", (7, 8), "6.5"), "107.14"),
        (awal_tahun("naik", (80, 90), 70), "87.50"),
        (awal_tahun("naik", (80, 90), 92), "102.22"),
        (awal_tahun("turun_selisih", 0, 0), "100.00"),
    ],
)
def test_printed_figures_come_back_through_the_store(bersama: Bersama, kode: str, capaian: str) -> None:
    assert bersama(kode).pada(1).capaian.nilai == Decimal(capaian)


@pytest.mark.parametrize(
    ("kode", "alasan"),
    [
        (awal_tahun("naik", 0, 5), "target_nol"),
        (awal_tahun("turun_selisih", 0, 3), "target_nol"),
        (awal_tahun("turun_rasio", 5, 0), "realisasi_nol"),
        (awal_tahun("naik", -2, -1), "target_negatif"),
        (awal_tahun("naik", "0.000000000001", 10**17), "di_luar_jangkauan"),
    ],
)
def test_a_formula_without_meaning_has_no_value_and_says_why(bersama: Bersama, kode: str, alasan: str) -> None:
    triwulan = bersama(kode).pada(1)
    assert triwulan.capaian.nilai is None
    assert triwulan.capaian.alasan == alasan


@pytest.mark.parametrize(
    ("kode", "tercapai"),
    [
        (awal_tahun("turun_selisih", 0, 1), False),
        (awal_tahun("turun_rasio", 5, 0), True),
        (awal_tahun("naik", 0, 3), True),
        (awal_tahun("naik", (80, 90), 79), False),
        (awal_tahun("naik", (80, 90), 95), True),
        (awal_tahun("turun_selisih", (3, 4), "4.1"), False),
        (awal_tahun("turun_selisih", (3, 4), 2), True),
    ],
)
def test_reaching_the_target_is_judged_even_where_the_formula_has_no_value(
    bersama: Bersama, kode: str, tercapai: bool
) -> None:
    assert bersama(kode).pada(1).tercapai is tercapai


@dengan(
    {0: 28, 1: 28},
    {1: (7, 25)},
    polaritas="turun",
    rumus="turun_selisih",
    agregasi="nilai_akhir",
    pembilang="p",
    penyebut="q",
    faktor=Decimal(100),
)
def test_a_ratio_that_equals_the_target_reaches_it_whatever_the_binary_fraction(bersama: Bersama, kode: str) -> None:
    assert bersama(kode).pada(1).tercapai is True


def pecahan_tw(target: Isian, lapor: Isian, **aturan: Any) -> str:
    """An indicator that is reported as pembilang and penyebut."""
    return indikator(target, lapor, **{"pembilang": "p", "penyebut": "q", "faktor": Decimal(100), **aturan})


TURUN: Final = {"polaritas": "turun", "rumus": "turun_selisih"}


@pytest.mark.parametrize(
    ("kode", "putusan"),
    [
        (pecahan_tw({0: "84.62", 1: "84.62"}, {1: (11, 13)}, agregasi="nilai_akhir"), "dibulatkan"),
        (pecahan_tw({0: "84.63", 1: "84.63"}, {1: (11, 13)}, agregasi="nilai_akhir"), "belum"),
        (pecahan_tw({0: 85, 1: 85}, {1: (846, 1000)}, agregasi="nilai_akhir"), "belum"),
        (pecahan_tw({0: 1, 1: 1}, {1: (1, 200)}, agregasi="nilai_akhir"), "belum"),
        (pecahan_tw({0: (84, 90), 1: ("84.62", 90)}, {1: (11, 13)}, agregasi="nilai_akhir"), "dibulatkan"),
        (pecahan_tw({0: "15.38", 1: "15.38"}, {1: (2, 13)}, agregasi="nilai_akhir", **TURUN), "dibulatkan"),
        (awal_tahun("naik", "84.62", "84.615"), "belum"),
        (awal_tahun("naik", 85, "84.5"), "belum"),
        (awal_tahun("turun_selisih", "15.38", "15.3846"), "belum"),
    ],
)
def test_a_quotient_reaches_a_target_with_decimals_at_those_decimals_and_what_was_typed_as_typed(
    bersama: Bersama, kode: str, putusan: str
) -> None:
    satu = bersama(kode).pada(1)
    assert satu.putusan() == putusan
    assert satu.catatan == ("tercapai (target dibulatkan)" if putusan == "dibulatkan" else "")


@dengan(
    {0: "84.62", 1: "84.62", 2: "84.62"},
    {1: (11, 13), 2: (22, 26)},
    agregasi="rata_rata",
    pembilang="p",
    penyebut="q",
    faktor=Decimal(100),
)
def test_quotients_taken_together_are_compared_as_one_is_and_keep_their_capaian(bersama: Bersama, kode: str) -> None:
    dua = bersama(kode).pada(2)
    assert (dua.putusan(), dua.tercapai, dua.capaian.nilai) == ("dibulatkan", True, Decimal("99.99"))
    assert (dua.target.tulis(), dua.realisasi.tulis()) == ("84,62", "84,615")


@pytest.mark.parametrize(
    ("kode", "tertulis"),
    [
        (awal_tahun("naik", "0.0003", "0.00021"), "0,00021"),
        (awal_tahun("naik", "0.0003", "0.0002"), "0,0002"),
        (awal_tahun("naik", "0.0003", "0.0000001"), "0,0000001"),
        (awal_tahun("naik", 85, "84.998"), "84,998"),
    ],
)
def test_a_value_is_written_with_the_decimals_that_its_target_needs(bersama: Bersama, kode: str, tertulis: str) -> None:
    assert bersama(kode).pada(1).realisasi.tulis() == tertulis


@pytest.mark.parametrize(
    ("kode", "target"),
    [
        (indikator({0: 400_000_000_000, 1: 115_000_000_000, 2: 285_000_000_000}, {}, agregasi="rata_rata"), 2 * 10**11),
        (indikator({0: 1, 1: "250000000.75", 2: "250000001.25"}, {}, agregasi="rata_rata"), 250_000_001),
        (indikator({0: 1, 1: "250000000.75", 2: "250000000.75"}, {}, agregasi="jumlah"), Decimal("500000001.5")),
    ],
)
def test_a_target_of_several_quarters_is_exact_whatever_its_size(bersama: Bersama, kode: str, target: object) -> None:
    assert bersama(kode).pada(2).target == Target(nilai=Decimal(str(target)))


@dengan({0: "WTP"}, {4: "WDP"}, frekuensi="tahunan", agregasi="nilai_akhir", rumus="ordinal", skala_ordinal="opini_bpk")
def test_a_grade_with_numbers_has_a_capaian(bersama: Bersama, kode: str) -> None:
    empat = bersama(kode).pada(4)
    assert empat.capaian.nilai == Decimal("75.00")
    assert empat.realisasi.tulis() == "WDP"
    assert empat.target.tulis() == "WTP"


@pytest.mark.parametrize(("kode", "tercapai"), [(akip("A"), True), (akip("BB"), True), (akip("B"), False)])
def test_a_grade_without_numbers_is_only_reached_or_not(bersama: Bersama, kode: str, tercapai: bool) -> None:
    empat = bersama(kode).pada(4)
    assert empat.capaian.nilai is None
    assert empat.capaian.alasan == "skala_tanpa_angka"
    assert empat.tercapai is tercapai


def test_a_periode_uses_the_plan_version_in_force_at_its_end(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 100, 1: 100, 2: 100, 3: 100, 4: 100})
    toko.dokumen(9, "renja", 2026, 2026, date(2026, 9, 15), ke=1)
    toko.target("A", {0: 50, 1: 50, 2: 50, 3: 50, 4: 50}, rencana=9)
    toko.lapor("A", {2: 50, 3: 50})
    baris = toko.baris("A")
    assert [triwulan.capaian.nilai for triwulan in baris.triwulan[1:3]] == [Decimal("50.00"), Decimal("100.00")]
    assert [triwulan.dokumen for triwulan in baris.triwulan] == ["renja 2026 murni"] * 2 + [
        "renja 2026 perubahan ke-1"
    ] * 2


def test_a_corrected_kiriman_replaces_the_figure_and_keeps_the_old_row(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 10, 1: 10})
    toko.lapor("A", {1: 5})
    toko.lapor("A", {1: 9}, versi=2)
    triwulan = toko.baris("A").pada(1)
    assert triwulan.capaian.nilai == Decimal("90.00")
    assert triwulan.asal.versi == 2
    assert triwulan.asal.alamat == "S1-2026-1-v2.xlsx, Realisasi!J10"


def test_a_triwulan_that_two_units_reported_counts_once_and_the_last_kiriman_is_in_force(toko: Toko) -> None:
    toko.indikator("A", unit="S2")
    toko.target("A", {0: 40, 1: 10, 2: 10, 3: 10, 4: 10})
    toko.lapor("A", {1: 10, 2: 10}, unit="S1")
    toko.lapor("A", {2: 12}, unit="S2")
    for kiriman in toko.tabel["kiriman"]:
        kiriman["diterima_pada"] = WAKTU + timedelta(days=kiriman["kode_unit"] == "S2")
    dua = toko.baris("A").pada(2)
    assert (dua.realisasi.tepat, dua.capaian.nilai) == (22, Decimal("110.00"))
    assert dua.asal.berkas == "S2-2026-2-v1.xlsx"


def test_a_cap_limits_what_is_averaged_and_never_makes_a_figure_of_nothing(toko: Toko) -> None:
    for kode in ("lebih", "kosong"):
        toko.indikator(kode, agregasi="nilai_akhir")
        toko.target(kode, {0: 50, 1: 50})
    toko.lapor("lebih", {1: 90})
    toko.tabel["pengaturan"] = [
        {
            "kunci": "batas_capaian",
            "mulai": date(2026, 1, 1),
            "revisi": 1,
            "nilai": "120",
            "keterangan": "uji",
            "sumber": "uji",
        }
    ]
    lebih, kosong = toko.baris("lebih").pada(1), toko.baris("kosong").pada(1)
    assert (lebih.capaian.mentah, lebih.capaian.nilai) == (pytest.approx(180.0), Decimal("120.00"))
    assert kosong.capaian.nilai is None
    baris = baca(toko.gudang, KODE_PD, Periode(TAHUN, 4)).ukuran[TAHUN, "kosong"]
    assert {simpanan["nilai"] for simpanan in baris.values()} == {None}


def test_a_floor_lifts_what_is_averaged_and_graded_and_leaves_what_was_computed(toko: Toko) -> None:
    turun = {"polaritas": "turun", "rumus": "turun_selisih", "agregasi": "nilai_akhir"}
    for kode, realisasi in (("jauh", 130), ("dekat", 55)):
        toko.indikator(kode, **turun)
        toko.target(kode, {0: 50, 1: 50})
        toko.lapor(kode, {1: realisasi})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    toko.tabel["pengaturan"] = [{"kunci": "lantai_capaian", "mulai": date(2026, 1, 1), "nilai": "0", **isi}]
    bacaan = baca(toko.tulis(), KODE_PD, Periode(TAHUN, 1))
    jauh = bacaan.baris_indikator(TAHUN, "jauh").pada(1).capaian
    assert (jauh.mentah, jauh.nilai, jauh.predikat.predikat) == (-60.0, Decimal("0.00"), "Sangat Rendah")
    assert jauh == hitung("turun_selisih", Fraction(130), Target(Decimal(50)), bacaan.konteks.pengaturan)
    assert susun_iku(bacaan).rata_rata.mentah == 45.0


@dengan({0: 10, 2: 10}, {}, frekuensi="tahunan", agregasi="nilai_akhir")
def test_a_yearly_indicator_with_a_target_at_another_triwulan_only_is_still_due_at_the_end(
    bersama: Bersama, kode: str
) -> None:
    assert keadaan(bersama(kode)) == ["belum_waktunya", "belum_waktunya", "belum_waktunya", "belum_ada_data"]


@dengan({0: 10}, {2: None}, frekuensi="semesteran", agregasi="nilai_akhir")
def test_a_triwulan_that_is_not_due_repeats_the_reason_of_the_one_that_was(bersama: Bersama, kode: str) -> None:
    tiga = bersama(kode, 3).pada(3)
    assert (tiga.keadaan, tiga.keadaan_sel) == ("belum_ada_data", "belum_waktunya")
    assert (tiga.alasan_keadaan, tiga.alasan_kosong) == ("survei belum selesai", None)


@dengan({0: 20, 1: 5, 2: 10, 3: 5, 4: 10}, {2: 10}, frekuensi="semesteran")
def test_a_target_at_a_triwulan_that_was_neither_due_nor_reported_is_not_added(bersama: Bersama, kode: str) -> None:
    dua = bersama(kode, 2).pada(2)
    assert (dua.target.nilai, dua.capaian.nilai) == (10, Decimal("100.00"))


def _bertarget_renstra(toko: Toko, kode: str, simpul: str) -> None:
    toko.indikator(kode, simpul, agregasi="nilai_akhir", frekuensi="tahunan")
    toko.target(kode, {0: 86}, TAHUN, rencana=1)


def test_a_tujuan_or_sasaran_is_planned_by_the_renstra_and_from_program_down_the_renja_decides(toko: Toko) -> None:
    toko.simpul("7.01.06", "program", "S1.1", 3, "S1")
    for kode, simpul in (("tujuan", "T1"), ("sasaran", "S1.1"), ("program", "7.01.06")):
        _bertarget_renstra(toko, kode, simpul)
    toko.lapor("tujuan", {4: 81})
    bacaan = baca(toko.tulis(), KODE_PD, Periode(TAHUN, 4))
    kini = {kode: bacaan.baris_indikator(TAHUN, kode).pada(4) for kode in ("tujuan", "sasaran", "program")}
    assert [kini[kode].sebutan for kode in kini] == ["terisi", "belum ada data TW IV", "tidak direncanakan"]
    assert (kini["tujuan"].capaian.nilai, kini["tujuan"].dokumen) == (Decimal("94.19"), "renstra 2024 murni")
    assert bacaan.tahun_renstra((TAHUN, "tujuan")).capaian.nilai == Decimal("94.19")
    assert bacaan.tahun_renstra((TAHUN, "sasaran")).sebutan == "belum ada data TW IV"
    diminta = {
        indikator.kode: indikator for indikator in muat_bahan(toko.gudang, KODE_PD, "S1", Periode(TAHUN, 4)).indikator
    }
    assert {kode: diminta[kode].wajib for kode in kini} == {"tujuan": True, "sasaran": True, "program": False}
    assert (diminta["tujuan"].target_tahun, diminta["tujuan"].dokumen) == (Target(Decimal(86)), "renstra 2024 murni")


def test_a_renja_that_carries_a_sasaran_decides_about_it(toko: Toko) -> None:
    _bertarget_renstra(toko, "sasaran", "S1.1")
    toko.target("sasaran", {0: 80, 4: 80})
    kini = toko.baris("sasaran").pada(4)
    assert (kini.target_tahun, kini.dokumen) == (Target(Decimal(80)), "renja 2026 murni")


@pytest.mark.parametrize(("setelan", "capaian"), [("kosong", None), ("nol", Decimal("0.00"))])
def test_a_target_of_0_that_is_missed_has_no_value_but_by_the_setting(
    toko: Toko, setelan: str, capaian: Decimal | None
) -> None:
    toko.indikator("konflik", polaritas="turun", rumus="turun_selisih", agregasi="nilai_akhir")
    toko.target("konflik", {0: 0, 1: 0})
    toko.lapor("konflik", {1: 1})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    toko.tabel["pengaturan"] = [{"kunci": "target_nol_meleset", "mulai": date(2026, 1, 1), "nilai": setelan, **isi}]
    bacaan = baca(toko.tulis(), KODE_PD, Periode(TAHUN, 1))
    kini = bacaan.baris_indikator(TAHUN, "konflik").pada(1)
    assert (kini.capaian.nilai, kini.tercapai) == (capaian, False)
    assert (
        kini.capaian.nilai == hitung("turun_selisih", Fraction(1), Target(Decimal(0)), bacaan.konteks.pengaturan).nilai
    )
    assert susun_iku(bacaan).rata_rata.n == (0 if capaian is None else 1)


@dengan({0: 90, 4: 90}, {1: (1, 2), 2: (90, 100), 3: (9, 10)}, agregasi="rasio", **PECAHAN)
def test_rasio_adds_pembilang_and_penyebut_by_themselves(bersama: Bersama, kode: str) -> None:
    tiga = bersama(kode, 3).pada(3).realisasi
    assert tiga is not None
    assert (tiga.tepat, tiga.pembilang, tiga.penyebut) == (Fraction(100 * 100, 112), 100, 112)
    assert tiga.tulis() == "89,29"


@dengan({0: 90, 1: 80, 2: 90, 3: 100, 4: 90}, {1: (1, 2), 3: (9, 10)}, agregasi="rasio", **PECAHAN)
def test_rasio_needs_every_due_triwulan_and_takes_the_mean_of_their_targets(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode, 3)
    assert [baris.pada(tw).sebutan for tw in (1, 2, 3)] == ["terisi", "belum ada data TW II", "belum ada data TW II"]
    assert [baris.pada(tw).target.nilai for tw in (1, 2, 3)] == [80, 85, 90]


@dengan({0: 70}, {2: 69}, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="2")
def test_a_yearly_value_that_was_reported_when_due_stands_for_the_year(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert keadaan(baris) == ["belum_waktunya", "terisi", "terisi", "terisi"]
    assert [baris.pada(tw).keadaan_sel for tw in (1, 2, 3, 4)] == ["belum_waktunya", "terisi"] + ["belum_waktunya"] * 2
    assert [baris.pada(tw).capaian.nilai for tw in (2, 4)] == [Decimal("98.57")] * 2
    assert [baris.pada(tw).tempo for tw in (2, 4)] == [None, None]


@dengan({0: 70}, {}, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="2")
def test_a_yearly_value_is_missing_from_the_triwulan_on_in_which_it_was_due(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert [baris.pada(tw).sebutan for tw in (1, 2, 4)] == ["belum waktunya"] + ["belum ada data TW II"] * 2


@dengan({0: 70}, {2: 69}, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="4")
def test_a_yearly_value_that_is_due_at_the_end_says_so_when_it_comes_early_and_does_not_stand_for_it(
    bersama: Bersama, kode: str
) -> None:
    baris = bersama(kode)
    assert (baris.pada(2).capaian.nilai, baris.pada(2).catatan) == (
        Decimal("98.57"),
        "dilaporkan sebelum jatuh tempo, TW IV",
    )
    assert (baris.pada(4).sebutan, baris.pada(4).catatan) == ("belum ada data TW IV", "terakhir 69 (TW II)")


@dengan({0: 12, 2: 5, 3: 12}, {2: 5, 3: 12}, frekuensi="semesteran", agregasi="nilai_akhir", jatuh_tempo="2,3")
def test_after_the_last_due_triwulan_the_target_is_that_of_the_year(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert [baris.pada(tw).target.nilai for tw in (2, 3, 4)] == [5, 12, 12]
    assert baris.pada(4).keadaan == "terisi"


def test_a_format_asks_only_for_what_is_due_by_the_plan(toko: Toko) -> None:
    toko.indikator("survei", frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo="2")
    toko.target("survei", {0: 70})
    gudang = toko.tulis()
    diminta = [muat_bahan(gudang, KODE_PD, "S1", Periode(TAHUN, tw)).indikator[0] for tw in (1, 2, 3, 4)]
    assert [indikator.wajib for indikator in diminta] == [False, True, False, False]
    assert diminta[0].aturan.sebutan_jadwal == "sekali setahun (TW II)"


NIHIL: Final = (0, 0)
"""0 of 0: there was nothing to measure."""


@dengan(
    {0: 90, 1: 80, 2: 90, 3: 90, 4: 100}, {1: (4, 5), 2: NIHIL, 3: (9, 10), 4: (1, 1)}, agregasi="rata_rata", **PECAHAN
)
def test_a_triwulan_without_anything_to_measure_is_left_out_on_both_sides(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    assert [baris.pada(tw).keadaan_sel for tw in (1, 2, 3)] == ["terisi", "tidak_ada_kejadian", "terisi"]
    assert [baris.pada(tw).keadaan for tw in (1, 2, 3, 4)] == ["terisi"] * 4
    tiga = baris.pada(3)
    assert (tiga.realisasi.tepat, tiga.target.nilai, tiga.bagian) == (85, 85, (1, 3))
    assert (baris.pada(4).realisasi.tepat, baris.pada(4).target.nilai) == (90, 90)
    assert baris.pada(2).alasan_kosong == "tidak ada pengaduan"


@pytest.mark.parametrize(
    ("agregasi", "tepat", "target"), [("rasio", Fraction(9100, 102), 85), ("maksimum", 90, 90), ("nilai_akhir", 90, 90)]
)
def test_every_agregasi_takes_the_triwulan_with_an_event(
    toko: Toko, agregasi: str, tepat: Fraction, target: int
) -> None:
    toko.indikator("A", agregasi=agregasi, **PECAHAN)
    toko.target("A", {0: 95, 1: 80, 2: 90, 3: 95, 4: 95})
    toko.lapor("A", {1: (1, 2), 2: (90, 100), 3: NIHIL, 4: NIHIL})
    empat = toko.baris("A").pada(4)
    assert (empat.realisasi.tepat, empat.target.nilai, empat.target_tahun.nilai) == (tepat, target, 95)


@dengan({0: 90}, dict.fromkeys((1, 2, 3, 4), NIHIL), agregasi="rata_rata", **PECAHAN)
def test_four_triwulan_without_anything_to_measure_give_the_year_this_state(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode)
    for tw in (1, 2, 3, 4):
        kini = baris.pada(tw)
        assert (kini.keadaan, kini.realisasi, kini.capaian.alasan) == ("tidak_ada_kejadian", None, "tidak_ada_kejadian")
        assert (kini.sebutan, kini.alasan_keadaan) == ("tidak ada kejadian", "tidak ada pengaduan")


@dengan({0: 90}, {1: NIHIL, 2: None, 3: NIHIL}, agregasi="rata_rata", **PECAHAN)
def test_a_blank_beside_a_triwulan_without_anything_to_measure_is_still_missing(bersama: Bersama, kode: str) -> None:
    baris = bersama(kode, 3)
    assert [baris.pada(tw).sebutan for tw in (1, 2, 3)] == ["tidak ada kejadian"] + ["belum ada data TW II"] * 2


@pytest.mark.parametrize(
    ("setelan", "n", "m", "tercetak"), [("kosong", 1, 1, None), ("seratus", 2, 2, Decimal("100.00"))]
)
def test_what_had_nothing_to_measure_is_outside_n_and_m_but_by_the_setting(
    toko: Toko, setelan: str, n: int, m: int, tercetak: Decimal | None
) -> None:
    for kode, isian in (("ada", (8, 10)), ("nihil", NIHIL)):
        toko.indikator(kode, agregasi="rata_rata", **PECAHAN)
        toko.target(kode, {0: 80, 1: 80})
        toko.lapor(kode, {1: isian})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    toko.tabel["pengaturan"] = [{"kunci": "tidak_ada_kejadian", "mulai": date(2026, 1, 1), "nilai": setelan, **isi}]
    bacaan = baca(toko.tulis(), KODE_PD, Periode(TAHUN, 1))
    iku = susun_iku(bacaan)
    assert (iku.rata_rata.n, iku.rata_rata.m, iku.tidak_ada_kejadian) == (n, m, 1)
    kini = bacaan.baris_indikator(TAHUN, "nihil").pada(1)
    assert (kini.capaian.nilai, kini.keadaan, kini.tercapai) == (tercetak, "tidak_ada_kejadian", None)
    unit = susun_kelengkapan(bacaan).unit[0]
    assert (unit.wajib, unit.terisi, unit.kosong) == (2, 2, ())


@pytest.mark.parametrize(
    ("setelan", "nilai", "capaian", "kata"),
    [("tanpa_nilai", None, None, "terakhir 66 (TW I)"), ("nilai_terakhir", 66, Decimal("94.29"), "nilai TW I")],
)
def test_the_last_value_stands_for_a_blank_due_triwulan_by_the_setting_and_says_so_on_every_form(
    toko: Toko, setelan: str, nilai: int | None, capaian: Decimal | None, kata: str
) -> None:
    toko.indikator("sakip", agregasi="nilai_akhir")
    toko.target("sakip", {0: 70, 1: 66, 2: 68, 3: 69, 4: 70})
    toko.target("sakip", {0: 70}, TAHUN, 1)
    toko.lapor("sakip", {1: 66, 4: None})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji"}
    toko.tabel["pengaturan"] = [{"kunci": "tw_kosong", "mulai": date(2026, 1, 1), "nilai": setelan, **isi}]
    bacaan = baca(toko.tulis(), KODE_PD, Periode(TAHUN, 4))
    kini = bacaan.baris_indikator(TAHUN, "sakip").pada(4)
    assert (kini.realisasi and kini.realisasi.tepat, kini.capaian.nilai, kini.catatan) == (nilai, capaian, kata)
    assert kini.keadaan_sel == "belum_ada_data"
    tahun = bacaan.tahun_renstra((TAHUN, "sakip"))
    assert (tahun.realisasi and tahun.realisasi.tepat, tahun.capaian.nilai, tahun.catatan) == (nilai, capaian, kata)
    assert bacaan.akhir("sakip").capaian.nilai == (None if capaian is None else Decimal("94.29"))


@pytest.mark.parametrize("agregasi", ["jumlah", "rata_rata", "maksimum"])
def test_what_needs_every_due_triwulan_stands_for_none_whatever_the_setting(toko: Toko, agregasi: str) -> None:
    toko.indikator("layanan", agregasi=agregasi)
    toko.target("layanan", {0: 70, 1: 66, 2: 68, 3: 69, 4: 70})
    toko.lapor("layanan", {1: 66})
    isi = {"revisi": 1, "keterangan": "uji", "sumber": "uji", "nilai": "nilai_terakhir"}
    toko.tabel["pengaturan"] = [{"kunci": "tw_kosong", "mulai": date(2026, 1, 1), **isi}]
    assert toko.baris("layanan").pada(4).sebutan == "belum ada data TW II"
