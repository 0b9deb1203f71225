from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from analytics.aturan.capaian import Target
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from tests.alat.toko import KODE_PD, TAHUN, WAKTU, Toko


@pytest.fixture
def toko() -> Toko:
    return Toko()


def keadaan(baris) -> list[str]:
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


def test_a_missing_quarter_leaves_a_sum_without_capaian_and_never_counts_as_zero(toko: Toko) -> None:
    toko.indikator("A", polaritas="turun", rumus="turun_selisih")
    toko.target("A", {0: 40, 1: 10, 2: 10, 3: 10, 4: 10})
    toko.lapor("A", {1: None, 2: 5})
    dua = toko.baris("A").pada(2)
    assert (dua.keadaan, dua.sebutan) == ("belum_ada_data", "belum ada data TW I")
    assert dua.realisasi is None
    assert dua.catatan == "terakhir 5 (TW II)"
    assert dua.capaian.nilai is None
    assert dua.capaian.alasan == "belum_lengkap"
    assert dua.tercapai is None


def test_nilai_akhir_takes_the_last_report_not_the_highest(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 90, 1: 80, 2: 82, 3: 85, 4: 90})
    toko.lapor("A", {1: 95, 2: None, 3: 84})
    tiga = toko.baris("A").pada(3)
    assert tiga.realisasi.tepat == 84
    assert tiga.capaian.nilai == Decimal("98.82")
    assert tiga.tercapai is False


def test_a_due_and_blank_quarter_is_belum_ada_data_with_its_reason(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 90, 1: 80, 2: 82})
    toko.lapor("A", {1: 95, 2: None})
    dua = toko.baris("A").pada(2)
    assert (dua.keadaan, dua.keadaan_sel, dua.alasan_kosong) == (
        "belum_ada_data",
        "belum_ada_data",
        "survei belum selesai",
    )
    assert dua.capaian.nilai is None
    assert dua.capaian.alasan == "tanpa_realisasi"


def test_rata_rata_and_maksimum(toko: Toko) -> None:
    toko.indikator("R", agregasi="rata_rata")
    toko.indikator("M", agregasi="maksimum")
    for kode in "RM":
        toko.target(kode, {0: 80, 1: 80, 2: 80})
        toko.lapor(kode, {1: 70, 2: 85})
    assert toko.baris("R").pada(2).realisasi.tepat == Fraction(155, 2)
    assert toko.baris("M").pada(2).realisasi.tepat == 85
    assert toko.baris("R").pada(2).capaian.nilai == Decimal("96.88")


def test_sd_triwulan_reports_are_not_added_and_their_quarters_are_differences(toko: Toko) -> None:
    toko.indikator("A", cara_isi="sd_triwulan")
    toko.target("A", {0: 100, 1: 20, 2: 50, 3: 75, 4: 100})
    toko.lapor("A", {1: 25, 2: 45, 3: 80})
    baris = toko.baris("A")
    assert [triwulan.sendiri for triwulan in baris.triwulan] == [25.0, 20.0, 35.0, None]
    assert baris.pada(3).realisasi.tepat == 80
    assert baris.pada(3).capaian.nilai == Decimal("106.67")


def test_a_yearly_indicator_is_belum_waktunya_until_triwulan_iv(toko: Toko) -> None:
    toko.indikator("A", frekuensi="tahunan", agregasi="nilai_akhir")
    toko.target("A", {0: "84.75"})
    toko.lapor("A", {4: "88.95"})
    baris = toko.baris("A")
    assert keadaan(baris) == ["belum_waktunya"] * 3 + ["terisi"]
    assert baris.pada(4).capaian.nilai == Decimal("104.96")


def test_a_yearly_indicator_reported_early_counts_against_the_target_of_the_year(toko: Toko) -> None:
    toko.indikator("A", frekuensi="tahunan", agregasi="nilai_akhir")
    toko.target("A", {0: 80})
    toko.lapor("A", {2: 72})
    baris = toko.baris("A")
    assert keadaan(baris) == ["belum_waktunya", "terisi", "terisi", "belum_ada_data"]
    assert baris.pada(2).capaian.nilai == Decimal("90.00")


def test_a_half_yearly_indicator_stands_at_its_last_due_quarter(toko: Toko) -> None:
    toko.indikator("A", frekuensi="semesteran", agregasi="nilai_akhir")
    toko.target("A", {0: 100, 2: 50, 4: 100})
    toko.lapor("A", {2: 50})
    tiga = toko.baris("A").pada(3)
    assert (tiga.posisi, tiga.keadaan, tiga.keadaan_sel) == (2, "terisi", "belum_waktunya")
    assert tiga.capaian.nilai == Decimal("100.00")


def test_no_target_is_tidak_direncanakan_and_not_zero(toko: Toko) -> None:
    toko.indikator("A")
    baris = toko.baris("A")
    assert keadaan(baris) == ["tidak_direncanakan"] * 4
    assert baris.pada(4).target.kosong
    assert baris.pada(4).capaian.alasan == "tanpa_target"


def test_a_quarter_without_its_own_target_is_not_due(toko: Toko) -> None:
    toko.indikator("A")
    toko.target("A", {0: 10, 3: 10})
    assert keadaan(toko.baris("A")) == ["belum_waktunya", "belum_waktunya", "belum_ada_data", "belum_ada_data"]


def test_without_quarter_targets_only_the_year_is_compared(toko: Toko) -> None:
    toko.indikator("A")
    toko.target("A", {0: 40})
    toko.lapor("A", {1: 8})
    triwulan = toko.baris("A").pada(1)
    assert triwulan.capaian.alasan == "tanpa_target"
    assert triwulan.capaian_tahun.nilai == Decimal("20.00")


def test_pembilang_and_penyebut_are_used_unrounded(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir", pembilang="desa baik", penyebut="desa", faktor=Decimal(100))
    toko.target("A", {0: 70, 1: 70})
    toko.lapor("A", {1: (8, 12)})
    triwulan = toko.baris("A").pada(1)
    assert triwulan.realisasi.tepat == Fraction(200, 3)
    assert triwulan.capaian.nilai == Decimal("95.24")
    assert triwulan.capaian.mentah == pytest.approx(2000 / 21, rel=1e-12)


def test_a_tie_rounds_away_from_zero_as_excel_does(toko: Toko) -> None:
    toko.indikator("A", agregasi="nilai_akhir")
    toko.target("A", {0: 200, 1: 200})
    toko.lapor("A", {1: "450.03"})
    assert toko.baris("A").pada(1).capaian.nilai == Decimal("225.02")


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "capaian"),
    [
        ("turun_selisih", 49, "56.23", "85.24"),
        ("turun_selisih", 4.75, "1.50", "168.42"),
        ("turun_rasio", 162, 186, "87.10"),
        ("turun_selisih", (7, 8), "6.5", "107.14"),
        ("naik", (80, 90), 70, "87.50"),
        ("naik", (80, 90), 92, "102.22"),
        ("turun_selisih", 0, 0, "100.00"),
    ],
)
def test_printed_figures_come_back_through_the_store(toko: Toko, rumus: str, target, realisasi, capaian: str) -> None:
    toko.indikator("A", agregasi="nilai_akhir", rumus=rumus, polaritas=rumus.split("_", maxsplit=1)[0])
    toko.target("A", {0: target, 1: target})
    toko.lapor("A", {1: realisasi})
    assert toko.baris("A").pada(1).capaian.nilai == Decimal(capaian)


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "alasan"),
    [
        ("naik", 0, 5, "target_nol"),
        ("turun_selisih", 0, 3, "target_nol"),
        ("turun_rasio", 5, 0, "realisasi_nol"),
        ("naik", -2, -1, "target_negatif"),
        ("naik", "0.000000000001", 10**17, "di_luar_jangkauan"),
    ],
)
def test_a_formula_without_meaning_has_no_value_and_says_why(
    toko: Toko, rumus: str, target, realisasi, alasan: str
) -> None:
    toko.indikator("A", agregasi="nilai_akhir", rumus=rumus, polaritas=rumus.split("_", maxsplit=1)[0])
    toko.target("A", {0: target, 1: target})
    toko.lapor("A", {1: realisasi})
    triwulan = toko.baris("A").pada(1)
    assert triwulan.capaian.nilai is None
    assert triwulan.capaian.alasan == alasan


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "tercapai"),
    [
        ("turun_selisih", 0, 1, False),
        ("turun_rasio", 5, 0, True),
        ("naik", 0, 3, True),
        ("naik", (80, 90), 79, False),
        ("naik", (80, 90), 95, True),
        ("turun_selisih", (3, 4), "4.1", False),
        ("turun_selisih", (3, 4), 2, True),
    ],
)
def test_reaching_the_target_is_judged_even_where_the_formula_has_no_value(
    toko: Toko, rumus: str, target, realisasi, tercapai: bool
) -> None:
    toko.indikator("A", agregasi="nilai_akhir", rumus=rumus, polaritas=rumus.split("_", maxsplit=1)[0])
    toko.target("A", {0: target, 1: target})
    toko.lapor("A", {1: realisasi})
    assert toko.baris("A").pada(1).tercapai is tercapai


def test_a_ratio_that_equals_the_target_reaches_it_whatever_the_binary_fraction(toko: Toko) -> None:
    toko.indikator(
        "A",
        polaritas="turun",
        rumus="turun_selisih",
        agregasi="nilai_akhir",
        pembilang="p",
        penyebut="q",
        faktor=Decimal(100),
    )
    toko.target("A", {0: 28, 1: 28})
    toko.lapor("A", {1: (7, 25)})
    assert toko.baris("A").pada(1).tercapai is True


def test_a_grade_with_numbers_has_a_capaian(toko: Toko) -> None:
    toko.indikator("A", frekuensi="tahunan", agregasi="nilai_akhir", rumus="ordinal", skala_ordinal="opini_bpk")
    toko.target("A", {0: "WTP"})
    toko.lapor("A", {4: "WDP"})
    empat = toko.baris("A").pada(4)
    assert empat.capaian.nilai == Decimal("75.00")
    assert empat.realisasi.tulis() == "WDP"
    assert empat.target.tulis() == "WTP"


@pytest.mark.parametrize(("realisasi", "tercapai"), [("A", True), ("BB", True), ("B", False)])
def test_a_grade_without_numbers_is_only_reached_or_not(toko: Toko, realisasi: str, tercapai: bool) -> None:
    toko.indikator("A", frekuensi="tahunan", agregasi="nilai_akhir", rumus="ordinal", skala_ordinal="akip")
    toko.target("A", {0: "BB"})
    toko.lapor("A", {4: realisasi})
    empat = toko.baris("A").pada(4)
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


def test_a_yearly_indicator_with_a_target_at_another_triwulan_only_is_still_due_at_the_end(toko: Toko) -> None:
    toko.indikator("A", frekuensi="tahunan", agregasi="nilai_akhir")
    toko.target("A", {0: 10, 2: 10})
    assert keadaan(toko.baris("A")) == ["belum_waktunya", "belum_waktunya", "belum_waktunya", "belum_ada_data"]


def test_a_triwulan_that_is_not_due_repeats_the_reason_of_the_one_that_was(toko: Toko) -> None:
    toko.indikator("A", frekuensi="semesteran", agregasi="nilai_akhir")
    toko.target("A", {0: 10})
    toko.lapor("A", {2: None})
    tiga = toko.baris("A", 3).pada(3)
    assert (tiga.keadaan, tiga.keadaan_sel) == ("belum_ada_data", "belum_waktunya")
    assert (tiga.alasan_keadaan, tiga.alasan_kosong) == ("survei belum selesai", None)


def test_a_target_at_a_triwulan_that_was_neither_due_nor_reported_is_not_added(toko: Toko) -> None:
    toko.indikator("A", frekuensi="semesteran")
    toko.target("A", {0: 20, 1: 5, 2: 10, 3: 5, 4: 10})
    toko.lapor("A", {2: 10})
    dua = toko.baris("A", 2).pada(2)
    assert (dua.target.nilai, dua.capaian.nilai) == (10, Decimal("100.00"))
