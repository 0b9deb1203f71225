"""Predikat: gap-free when loaded, half-open at the limits, and the holes of the printed scale flagged."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.aturan.predikat import SkalaPredikat, SkalaTidakUtuh, sebut_skala, susun_skala
from data.gudang import Gudang

# Worked out from the sentence "> 90, > 75, > 65, > 50", each limit from below, on it, and from above.
BATAS = {
    "-40.00": "Sangat Rendah",
    "0.00": "Sangat Rendah",
    "49.99": "Sangat Rendah",
    "50.00": "Sangat Rendah",
    "50.01": "Rendah",
    "65.00": "Rendah",
    "65.01": "Sedang",
    "75.00": "Sedang",
    "75.01": "Tinggi",
    "85.24": "Tinggi",
    "90.00": "Tinggi",
    "90.01": "Sangat Tinggi",
    "100.00": "Sangat Tinggi",
    "184.75": "Sangat Tinggi",
}
CELAH = {
    "50.00": False,
    "50.01": True,
    "50.99": True,
    "51.00": False,
    "65.00": False,
    "65.50": True,
    "66.00": False,
    "75.00": False,
    "75.01": True,
    "76.00": False,
    "90.00": False,
    "90.40": True,
    "91.00": False,
    "120.00": False,
    "-5.00": False,
}


@pytest.fixture(scope="module")
def skala() -> SkalaPredikat:
    gudang = Gudang.buka(None)
    try:
        return susun_skala(gudang.kueri("skala_predikat"))["permendagri_86_2017"]
    finally:
        gudang.tutup()


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("permendagri_86_2017", "Permendagri 86/2017"),
        ("perbup_12_2026", "Perbup 12/2026"),
        ("skala_kabupaten", "Skala kabupaten"),
        ("lan_2026", "Lan 2026"),
    ],
)
def test_a_scale_is_called_by_its_regulation(kode: str, nama: str) -> None:
    assert sebut_skala(kode) == nama


@pytest.mark.parametrize(("nilai", "predikat"), BATAS.items())
def test_a_limit_belongs_to_the_grade_below_it(skala: SkalaPredikat, nilai: str, predikat: str) -> None:
    assert skala.beri(Decimal(nilai)).predikat == predikat


@pytest.mark.parametrize(("nilai", "di_celah"), CELAH.items())
def test_a_value_in_a_hole_of_the_printed_scale_is_flagged(skala: SkalaPredikat, nilai: str, di_celah: bool) -> None:
    assert skala.di_celah_tercetak(Decimal(nilai)) is di_celah


@given(st.decimals(-1000, 1000, places=2))
def test_a_better_value_never_has_a_worse_grade(skala: SkalaPredikat, nilai: Decimal) -> None:
    assert skala.beri(nilai + Decimal("0.01")).urutan <= skala.beri(nilai).urutan


@given(st.lists(st.decimals(-50, 200, places=2), min_size=1, max_size=80))
def test_the_engine_gives_the_same_grades(skala: SkalaPredikat, nilai: list[Decimal]) -> None:
    baris = ", ".join(f"({nomor}, {angka:f}::DECIMAL(38, 2))" for nomor, angka in enumerate(nilai))
    tanya = f"SELECT {skala.render_sql('nilai')} FROM (VALUES {baris}, ({len(nilai)}, NULL)) AS t(nomor, nilai)"
    jawaban = duckdb.execute(f"{tanya} ORDER BY nomor").fetchall()
    assert [larik[0] for larik in jawaban] == [*(skala.beri(larik).predikat for larik in nilai), None]


def test_the_excel_formula_asks_from_the_best_grade_down(skala: SkalaPredikat) -> None:
    assert skala.render_excel("K7") == (
        'IF(ISNUMBER(K7),IF(K7>90,"Sangat Tinggi",IF(K7>75,"Tinggi",IF(K7>65,"Sedang",IF(K7>50,"Rendah",'
        '"Sangat Rendah")))),"")'
    )


def _baris(urutan: int, predikat: str, di_atas: str | None) -> Mapping[str, Any]:
    return {
        "skala": "uji",
        "urutan": urutan,
        "predikat": predikat,
        "simbol": "●",
        "di_atas": None if di_atas is None else Decimal(di_atas),
        "tercetak_dari": None,
        "tercetak_sampai": None,
        "sumber": "uji",
    }


def test_a_scale_is_read_in_its_own_order_whatever_the_order_of_its_rows() -> None:
    utuh = susun_skala([_baris(2, "Kurang", None), _baris(1, "Baik", "70.000000000000")])["uji"]
    assert [(jenjang.predikat, str(jenjang.di_atas)) for jenjang in utuh.jenjang] == [
        ("Baik", "70"),
        ("Kurang", "None"),
    ]


@pytest.mark.parametrize(
    "baris",
    [
        [_baris(1, "Baik", "70")],
        [_baris(1, "Baik", None), _baris(2, "Kurang", None)],
        [_baris(1, "Baik", None), _baris(2, "Kurang", "50")],
        [_baris(1, "Baik", "50"), _baris(2, "Cukup", "70"), _baris(3, "Kurang", None)],
        [_baris(1, "Baik", "50"), _baris(2, "Cukup", "50"), _baris(3, "Kurang", None)],
    ],
    ids=["no lowest grade", "two lowest grades", "lowest grade on top", "limits rise", "a grade without values"],
)
def test_a_scale_with_a_hole_or_an_overlap_does_not_load(baris: list[Mapping[str, Any]]) -> None:
    with pytest.raises(SkalaTidakUtuh):
        susun_skala(baris)
