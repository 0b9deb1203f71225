"""The second evaluator says what was worked out by hand from the rules, so that it may be held against the program."""

from __future__ import annotations

import ast
import inspect
import sys
from fractions import Fraction

import pytest

from tests.alat import penilai
from tests.alat.penilai import AturanTahun, IndikatorUji, Isian, Jawaban, Penilai, Rerata, TahunKerja, Tujuan, bulat

PENILAI = Penilai()


def pecahan(teks: str) -> Fraction:
    return Fraction(teks)


def tahun(rumus: str, agregasi: str, target: dict[int, Tujuan], isian: dict[int, Isian], **lain: object) -> TahunKerja:
    pilihan: dict[str, object] = {"frekuensi": "triwulanan", **lain}
    return TahunKerja(AturanTahun(rumus, agregasi, **pilihan), {1: target}, isian)  # type: ignore[arg-type]


def indikator(
    kerja: dict[int, TahunKerja], renstra: dict[int, Tujuan] | None = None, akhir: Fraction | None = None
) -> IndikatorUji:
    return IndikatorUji("A", range(2024, 2029), kerja, renstra or {}, {}, akhir, {})


def pada(kerja: TahunKerja, saat: int) -> Jawaban:
    return PENILAI.pada(indikator({2026: kerja}), 2026, saat)


def test_it_imports_nothing_of_ours() -> None:
    dibaca = ast.walk(ast.parse(inspect.getsource(penilai)))
    asal = {simpul.module for simpul in dibaca if isinstance(simpul, ast.ImportFrom)}
    assert {str(modul).partition(".")[0] for modul in asal} <= sys.stdlib_module_names
    assert not any(isinstance(simpul, ast.Import) for simpul in ast.walk(ast.parse(inspect.getsource(penilai))))


@pytest.mark.parametrize(
    ("rumus", "nilai", "target", "capaian"),
    [
        ("naik", "88.94", "82.5", "107.81"),
        ("turun_selisih", "186", "162", "85.19"),
        ("turun_rasio", "186", "162", "87.10"),
        ("turun_selisih", "0", "5", "200"),
        ("turun_selisih", "0", "0", "100"),
        ("turun_rasio", "0", "0", "100"),
        ("turun_rasio", "1", "0", "0"),
        ("turun_selisih", "1", "0", None),
        ("naik", "1", "0", None),
        ("turun_rasio", "0", "5", None),
        ("naik", "-1.41", "4.88", "-28.89"),
        ("turun_selisih", "-3", "-3", "100"),
    ],
)
def test_capaian(rumus: str, nilai: str, target: str, capaian: str | None) -> None:
    persen = PENILAI.capaian(rumus, pecahan(nilai), pecahan(target))
    assert (None if persen is None else bulat(persen)) == (None if capaian is None else pecahan(capaian))


@pytest.mark.parametrize(
    ("rumus", "nilai", "rentang", "capaian"),
    [
        ("naik", "92", ("80", "90"), "102.22"),
        ("turun_selisih", "6.5", ("7", "8"), "107.14"),
        ("turun_rasio", "9", ("7", "8"), "87.50"),
        ("naik", "85", ("80", "90"), "100"),
    ],
)
def test_a_range_is_reached_inside(rumus: str, nilai: str, rentang: tuple[str, str], capaian: str) -> None:
    bawah, atas = map(pecahan, rentang)
    persen = PENILAI.capaian(rumus, pecahan(nilai), (bawah, atas))
    assert persen is not None
    assert bulat(persen) == pecahan(capaian)


def test_0_of_0_has_no_capaian_where_the_office_does_not_want_it() -> None:
    assert Penilai(nol_seratus=False).capaian("turun_selisih", Fraction(0), Fraction(0)) is None


def test_a_blank_last_due_quarter_leaves_the_year_without_a_value() -> None:
    target: dict[int, Tujuan] = {0: Fraction(70), 1: Fraction(66), 2: Fraction(68), 3: Fraction(69), 4: Fraction(70)}
    kosong = pada(tahun("naik", "nilai_akhir", target, {1: Fraction(66), 2: None, 3: None, 4: None}), 4)
    assert (kosong.sebutan, kosong.nilai, kosong.capaian) == ("belum ada data TW IV", None, None)
    bolong = pada(tahun("naik", "nilai_akhir", target, {1: Fraction(66), 4: Fraction(71)}), 4)
    assert (bolong.keadaan, bolong.nilai) == ("terisi", Fraction(71))


def test_a_sum_needs_every_due_quarter_and_names_the_first_that_is_missing() -> None:
    jawaban = pada(tahun("naik", "jumlah", {0: Fraction(80)}, {1: Fraction(22), 3: Fraction(21), 4: Fraction(25)}), 4)
    assert (jawaban.sebutan, jawaban.nilai) == ("belum ada data TW II", None)


def test_a_mean_takes_the_due_quarters_on_both_sides() -> None:
    isian: dict[int, Isian] = {1: Fraction(50), 2: Fraction(70), 3: Fraction(90), 4: Fraction(75)}
    jawaban = pada(tahun("naik", "rata_rata", {0: Fraction(70), 2: Fraction(70), 4: Fraction(70)}, isian), 4)
    assert jawaban.capaian is not None
    assert (jawaban.nilai, bulat(jawaban.capaian)) == (Fraction("72.5"), Fraction("103.57"))


def test_pembilang_and_penyebut_are_never_rounded_on_the_way() -> None:
    kerja = tahun("naik", "nilai_akhir", {0: Fraction(85)}, {4: (Fraction(11), Fraction(13))}, faktor=Fraction(100))
    assert pada(kerja, 4).nilai == Fraction(1100, 13)


@pytest.mark.parametrize(
    ("rumus", "isian", "target", "tercapai"),
    [
        ("naik", (Fraction(11), Fraction(13)), "84.62", True),
        ("naik", (Fraction(11), Fraction(13)), "85", False),
        ("naik", (Fraction(846), Fraction(1000)), "85", False),
        ("naik", (Fraction(1), Fraction(200)), "1", False),
        ("naik", Fraction("84.615"), "84.62", False),
        ("turun_selisih", (Fraction(11), Fraction(13)), "84.61", False),
        ("turun_selisih", (Fraction(2), Fraction(3)), "66.67", True),
        ("turun_selisih", (Fraction(1), Fraction(3)), "33.33", True),
    ],
)
def test_a_computed_value_is_compared_at_the_decimals_of_its_target(
    rumus: str, isian: Isian, target: str, tercapai: bool
) -> None:
    kerja = tahun(rumus, "nilai_akhir", {0: pecahan(target)}, {4: isian}, faktor=Fraction(100))
    assert pada(kerja, 4).tercapai is tercapai


def test_what_no_renja_plans_is_not_planned_whatever_was_typed() -> None:
    kerja = tahun("naik", "jumlah", {}, {1: Fraction(5)})
    uji = indikator({2026: kerja}, {2026: Fraction(5)})
    assert pada(kerja, 1).sebutan == "tidak direncanakan"
    setahun = [PENILAI.setahun(uji, 2026, kini, 4) for kini in (2026, 2027)]
    assert [(jawaban.keadaan, jawaban.nilai) for jawaban in setahun] == [("tidak direncanakan", None)] * 2


def test_a_target_of_0_that_is_missed_is_belum_tercapai_with_or_without_a_percent() -> None:
    for rumus, capaian in (("turun_selisih", None), ("turun_rasio", 0)):
        jawaban = pada(tahun(rumus, "nilai_akhir", {0: Fraction(0)}, {4: Fraction(1)}), 4)
        assert (jawaban.tercapai, jawaban.capaian) == (False, capaian)


@pytest.mark.parametrize(
    ("agregasi", "target", "akhir", "menuju"),
    [
        ("rata_rata", (20, 18, 15, 14, 12), 12, 12),
        ("rata_rata", (20, 18, 15, 14, 12), None, 12),
        ("nilai_akhir", (60, 65, 70, 72, 75), 76, 76),
        ("nilai_akhir", (10, 10, 10, 10, 10), 50, 50),
        ("jumlah", (10, 10, 10, 10, 10), None, 50),
        ("jumlah", (2, 4, 6, 8, 10), 10, 10),
    ],
)
def test_kondisi_akhir_says_how_years_are_taken_together(
    agregasi: str, target: tuple[int, ...], akhir: int | None, menuju: int
) -> None:
    renstra: dict[int, Tujuan] = {nomor: Fraction(nilai) for nomor, nilai in enumerate(target, 2024)}
    uji = indikator(
        {2026: tahun("naik", agregasi, {0: Fraction(1)}, {})}, renstra, None if akhir is None else Fraction(akhir)
    )
    assert PENILAI.akhir(uji, 2026, 4).target == menuju


def test_the_latest_year_stands_against_the_end_never_the_highest() -> None:
    kerja = {
        nomor: tahun("turun_rasio", "maksimum", {0: Fraction(40), 4: Fraction(40)}, {4: Fraction(nilai)})
        for nomor, nilai in ((2024, 38), (2025, 26))
    }
    renstra: dict[int, Tujuan] = dict(enumerate(map(Fraction, (40, 30, 25, 20, 20)), 2024))
    hasil = PENILAI.akhir(indikator(kerja, renstra, Fraction(20)), 2025, 4)
    assert hasil.capaian is not None
    assert (hasil.lalu, hasil.sampai, bulat(hasil.capaian)) == (Fraction(38), Fraction(26), Fraction("76.92"))


def test_a_total_that_shall_fall_waits_for_the_end_of_its_time() -> None:
    kerja = {
        nomor: tahun("turun_selisih", "jumlah", {0: Fraction(target), 4: Fraction(target)}, {4: Fraction(nilai)})
        for nomor, target, nilai in ((2024, 20, 23), (2025, 26, 38))
    }
    renstra: dict[int, Tujuan] = dict(enumerate(map(Fraction, (20, 26, 22, 16, 16)), 2024))
    hasil = PENILAI.akhir(indikator(kerja, renstra), 2025, 4)
    assert (hasil.sampai, hasil.target, hasil.capaian) == (Fraction(61), Fraction(100), None)


def test_a_mean_counts_those_that_had_to_report() -> None:
    semua = [("terisi", Fraction(90)), ("terisi", None), ("belum ada data", None), ("belum waktunya", None)]
    assert PENILAI.rerata([*semua, ("tidak ada kejadian", None)]) == Rerata(Fraction(90), 1, 3, 1)
    assert Penilai(batas=Fraction(100)).rerata([("terisi", Fraction(150))]).nilai == 100
