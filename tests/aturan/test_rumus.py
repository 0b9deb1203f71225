"""The formulas: each case with real figures, the laws that hold for all of them, and one meaning in every notation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import duckdb
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from analytics.aturan import ekspresi
from analytics.aturan.capaian import Target, bulatkan_capaian, bulatkan_pecahan, hitung_mentah
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.rumus import (
    ALASAN,
    DAFTAR_RUMUS,
    PADANAN,
    TURUN_SELISIH,
    Bentuk,
    Kasus,
    pilih_kasus,
    render_excel,
    render_sql,
)

NOL_SERATUS = frozenset({"kebijakan_nol"})
TANPA_KEBIJAKAN: frozenset[str] = frozenset()
BENTUK: tuple[Bentuk, ...] = ("angka", "rentang")


@dataclass(frozen=True)
class Soal:
    """One row to compute: the target is a number, or a range when `atas` is given."""

    rumus: str
    realisasi: Decimal
    target: Decimal
    atas: Decimal | None = None

    def sasaran(self) -> Target:
        if self.atas is None:
            return Target(nilai=self.target)
        return Target(bawah=self.target, atas=self.atas)

    def tepat(self, kebijakan: frozenset[str] = NOL_SERATUS) -> Fraction | str:
        return hitung_mentah(self.rumus, Fraction(self.realisasi), self.sasaran(), kebijakan)


def soal(rumus: str, realisasi: str, target: str, atas: str | None = None) -> Soal:
    return Soal(rumus, Decimal(realisasi), Decimal(target), None if atas is None else Decimal(atas))


# Printed figures where there are any: reports of Temanggung, Wonogiri, Lampung, Manggarai Timur, PermenPANRB 6/2022.
CONTOH: list[tuple[Soal, str]] = [
    (soal("naik", "88.94", "82.5"), "107.81"),
    (soal("naik", "0", "85"), "0.00"),
    (soal("naik", "-1.41", "2"), "-70.50"),
    (soal("naik", "44.44", "44.44"), "100.00"),
    (soal("naik", "-3", "-3"), "100.00"),
    (soal("naik", "-1", "-3"), "target_negatif"),
    (soal("naik", "5", "0"), "target_nol"),
    (soal("naik", "0", "0"), "target_nol"),
    (soal("naik", "85", "80", "90"), "100.00"),
    (soal("naik", "80", "80", "90"), "100.00"),
    (soal("naik", "90", "80", "90"), "100.00"),
    (soal("naik", "70", "80", "90"), "87.50"),
    (soal("naik", "92", "80", "90"), "102.22"),
    (soal("naik", "-1", "0", "5"), "target_nol"),
    (soal("naik", "3", "-5", "0"), "target_nol"),
    (soal("turun_selisih", "56.23", "49"), "85.24"),
    (soal("turun_selisih", "4.88", "32"), "184.75"),
    (soal("turun_selisih", "186", "162"), "85.19"),
    (soal("turun_selisih", "0", "5"), "200.00"),
    (soal("turun_selisih", "12", "5"), "-40.00"),
    (soal("turun_selisih", "0", "0"), "100.00"),
    (soal("turun_selisih", "3", "0"), "target_nol"),
    (soal("turun_selisih", "9.2", "9.2"), "100.00"),
    (soal("turun_selisih", "-4", "-2"), "target_negatif"),
    (soal("turun_selisih", "7.5", "7", "8"), "100.00"),
    (soal("turun_selisih", "6.5", "7", "8"), "107.14"),
    (soal("turun_selisih", "9", "7", "8"), "87.50"),
    (soal("turun_selisih", "-1", "0", "5"), "target_nol"),
    (soal("turun_selisih", "3", "-5", "0"), "target_nol"),
    (soal("turun_rasio", "186", "162"), "87.10"),
    (soal("turun_rasio", "9.53", "9.20"), "96.54"),
    (soal("turun_rasio", "9.2", "9.2"), "100.00"),
    (soal("turun_rasio", "0", "0"), "100.00"),
    (soal("turun_rasio", "3", "0"), "0.00"),
    (soal("turun_rasio", "-3", "0"), "target_nol"),
    (soal("turun_rasio", "0", "5"), "realisasi_nol"),
    (soal("turun_rasio", "-2", "5"), "realisasi_negatif"),
    (soal("turun_rasio", "-4", "-2"), "target_negatif"),
    (soal("turun_rasio", "7.5", "7", "8"), "100.00"),
    (soal("turun_rasio", "6.5", "7", "8"), "107.14"),
    (soal("turun_rasio", "9", "7", "8"), "87.50"),
    (soal("turun_rasio", "-1", "0", "5"), "target_nol"),
    (soal("turun_rasio", "3", "-5", "0"), "target_nol"),
    (soal("ordinal", "3", "4"), "75.00"),
    (soal("ordinal", "4", "4"), "100.00"),
    (soal("ordinal", "4", "0"), "target_nol"),
    (soal("ordinal", "1", "-1"), "target_negatif"),
    (soal("ordinal", "2", "2", "3"), "100.00"),
    (soal("ordinal", "1", "2", "3"), "50.00"),
    (soal("ordinal", "4", "2", "3"), "133.33"),
    (soal("ordinal", "-1", "0", "1"), "target_nol"),
    (soal("ordinal", "1", "-1", "0"), "target_nol"),
]


def _tertulis(hasil: Fraction | str) -> str:
    return hasil if isinstance(hasil, str) else f"{bulatkan_pecahan(hasil, 2):f}"


@pytest.mark.parametrize(("soal", "hasil"), CONTOH, ids=str)
def test_each_case_gives_the_printed_figure_or_the_reason_why_there_is_none(soal: Soal, hasil: str) -> None:
    assert _tertulis(soal.tepat()) == hasil


def test_the_examples_reach_every_case_of_every_rumus() -> None:
    semua = {
        (kode, bentuk, nomor)
        for kode, rumus in DAFTAR_RUMUS.items()
        for bentuk in BENTUK
        for nomor, kasus in enumerate(rumus.kasus(bentuk))
        if kasus.kebijakan is None or kasus.kebijakan in NOL_SERATUS
    }
    assert {_kasus_dipakai(soal) for soal, _ in CONTOH} == semua


def _kasus_dipakai(soal: Soal) -> tuple[str, str, int]:
    sasaran = soal.sasaran()
    isi = {"realisasi": soal.realisasi, "target": soal.target, "bawah": soal.target, "atas": soal.atas or 0}
    kasus = pilih_kasus(
        DAFTAR_RUMUS[soal.rumus],
        sasaran.bentuk,
        {kunci: Fraction(nilai) for kunci, nilai in isi.items()},
        NOL_SERATUS,
    )
    return soal.rumus, sasaran.bentuk, DAFTAR_RUMUS[soal.rumus].kasus(sasaran.bentuk).index(kasus)


def test_0_of_0_has_no_value_when_the_office_does_not_want_the_policy() -> None:
    assert soal("turun_selisih", "0", "0").tepat(TANPA_KEBIJAKAN) == "target_nol"
    assert soal("turun_rasio", "0", "0").tepat(TANPA_KEBIJAKAN) == "target_nol"


def test_a_target_of_0_that_is_missed_is_0_persen_where_the_office_prints_it_so() -> None:
    kebijakan = frozenset({"target_nol_meleset"})
    assert soal("turun_selisih", "3", "0").tepat(kebijakan) == 0
    assert [soal("turun_selisih", nilai, "0").tepat(kebijakan) for nilai in ("0", "-3")] == ["target_nol"] * 2
    assert soal("naik", "3", "0").tepat(kebijakan) == "target_nol"
    rumus = render_excel(DAFTAR_RUMUS["turun_selisih"], "angka", ALAMAT, kebijakan)
    assert rumus != render_excel(DAFTAR_RUMUS["turun_selisih"], "angka", ALAMAT, TANPA_KEBIJAKAN)


def _semua_kasus() -> Iterator[tuple[str, Bentuk, tuple[Kasus, ...]]]:
    for rumus in DAFTAR_RUMUS.values():
        for bentuk in BENTUK:
            yield rumus.kode, bentuk, rumus.kasus(bentuk)


def test_the_registry_is_whole() -> None:
    """The last case holds always, each case gives a value or a known reason, and reads only what its form has."""
    for kode, bentuk, daftar in _semua_kasus():
        boleh = {"realisasi", "target"} if bentuk == "angka" else {"realisasi", "bawah", "atas"}
        assert [kasus.bila is None for kasus in daftar] == [False] * (len(daftar) - 1) + [True], kode
        for kasus in daftar:
            assert (kasus.hasil is None) == (kasus.tanpa in ALASAN)
            for teks in filter(None, (kasus.bila, kasus.hasil)):
                assert ekspresi.kunci_dipakai(teks) <= boleh


def test_the_general_expression_of_a_rumus_is_its_last_case() -> None:
    assert {kode: rumus.umum for kode, rumus in DAFTAR_RUMUS.items()} == {
        kode: rumus.angka[-1].hasil for kode, rumus in DAFTAR_RUMUS.items()
    }


def test_each_falling_rumus_names_the_other_one() -> None:
    turun = [kode for kode, rumus in DAFTAR_RUMUS.items() if rumus.polaritas == ("turun",)]
    assert sorted(PADANAN) == sorted(turun)
    assert all(PADANAN[PADANAN[kode]] == kode for kode in turun)


KODE = st.sampled_from(sorted(DAFTAR_RUMUS))
UKURAN = st.decimals(-(10**8), 10**8, places=4)
UKURAN_POSITIF = st.decimals("0.0001", 10**8, places=4)


@given(KODE, UKURAN.filter(bool))
def test_the_target_itself_is_100_under_every_rule(kode: str, target: Decimal) -> None:
    assert Soal(kode, target, target).tepat() == 100
    assert Soal(kode, target, target, target).tepat() == 100


@given(KODE, UKURAN, UKURAN, UKURAN_POSITIF, st.one_of(st.none(), UKURAN_POSITIF))
def test_a_better_realisasi_never_has_a_lower_capaian(
    kode: str, satu: Decimal, lain: Decimal, target: Decimal, lebar: Decimal | None
) -> None:
    atas = None if lebar is None else target + lebar
    rendah, tinggi = (Soal(kode, nilai, target, atas).tepat() for nilai in sorted((satu, lain)))
    assume(isinstance(rendah, Fraction) and isinstance(tinggi, Fraction))
    assert isinstance(rendah, Fraction)
    assert isinstance(tinggi, Fraction)
    assert rendah >= tinggi if DAFTAR_RUMUS[kode].polaritas == ("turun",) else rendah <= tinggi


def test_the_two_falling_rules_differ_and_meet_only_at_the_target() -> None:
    assert [_tertulis(soal(kode, "186", "162").tepat()) for kode in PADANAN] == ["85.19", "87.10"]
    assert {soal(kode, "162", "162").tepat() for kode in PADANAN} == {Fraction(100)}


@pytest.fixture(scope="module")
def mesin() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as koneksi:
        koneksi.execute(render_sql())
        yield koneksi


Jawaban = tuple[float | None, Decimal | None, str | None]
_TANYA = """
SELECT capaian_mentah(r, nilai, target, bawah, atas, {nol}),
       bulat(capaian_mentah(r, nilai, target, bawah, atas, {nol}), 2),
       capaian_alasan(r, nilai, target, bawah, atas, {nol})
FROM (VALUES {baris}) AS t(nomor, r, nilai, target, bawah, atas) ORDER BY nomor
"""


def _tanya_mesin(mesin: duckdb.DuckDBPyConnection, daftar: Sequence[Soal], *, nol: bool = True) -> list[Jawaban]:
    """All rows in one question."""
    baris = ", ".join(
        f"({nomor}, '{soal.rumus}', {_sql(soal.realisasi)}, {_sql(soal.target if soal.atas is None else None)}, "
        f"{_sql(None if soal.atas is None else soal.target)}, {_sql(soal.atas)})"
        for nomor, soal in enumerate(daftar)
    )
    return mesin.execute(_TANYA.format(nol=str(nol).lower(), baris=baris)).fetchall()


def _sql(nilai: Decimal | None) -> str:
    return "CAST(NULL AS DECIMAL(30, 12))" if nilai is None else f"CAST('{nilai:f}' AS DECIMAL(30, 12))"


def _cocokkan(soal: Soal, jawaban: Jawaban, *, nol: bool = True) -> None:
    mentah, bulat, alasan = jawaban
    tepat = soal.tepat(NOL_SERATUS if nol else TANPA_KEBIJAKAN)
    if isinstance(tepat, str):
        assert jawaban == (None, None, tepat)
        return
    assert alasan is None
    assert mentah == pytest.approx(float(tepat), rel=1e-9, abs=1e-9)
    assert bulat == bulatkan_capaian(tepat, 2)


def test_the_engine_gives_every_example_as_exact_arithmetic_does(mesin: duckdb.DuckDBPyConnection) -> None:
    daftar = [soal for soal, _ in CONTOH]
    for nol in (True, False):
        for soal, jawaban in zip(daftar, _tanya_mesin(mesin, daftar, nol=nol), strict=True):
            _cocokkan(soal, jawaban, nol=nol)


def _soal_acak() -> st.SearchStrategy[Soal]:
    kecil = st.decimals(-200, 200, places=2)
    nilai = st.one_of(kecil, UKURAN, st.integers(-5, 5).map(Decimal))
    angka = st.builds(Soal, KODE, nilai, nilai)
    rentang = st.builds(
        lambda kode, realisasi, ujung: Soal(kode, realisasi, min(ujung), max(ujung)),
        KODE,
        nilai,
        st.tuples(nilai, nilai),
    )
    return st.one_of(angka, rentang)


@given(st.lists(_soal_acak(), min_size=1, max_size=60))
def test_the_engine_agrees_with_exact_arithmetic_on_any_row(
    mesin: duckdb.DuckDBPyConnection, daftar: list[Soal]
) -> None:
    for soal, jawaban in zip(daftar, _tanya_mesin(mesin, daftar), strict=True):
        _cocokkan(soal, jawaban)


def _seri() -> st.SearchStrategy[Soal]:
    """A realisasi whose capaian lies exactly half-way between two printed figures."""
    return st.builds(
        lambda target, setengah: Soal("naik", Decimal(setengah) * target / Decimal(20000), Decimal(target)),
        st.sampled_from([1, 2, 4, 5, 8, 20, 25, 40, 50, 100, 125, 200, 400, 625, 1000, 8000]),
        st.integers(-20_000, 40_000).map(lambda bilangan: 2 * bilangan + 1),
    )


@given(st.lists(_seri(), min_size=1, max_size=60))
@example([soal("naik", "450.03", "200"), soal("naik", "-450.03", "200"), soal("naik", "0.0001", "2")])
def test_a_tie_is_rounded_away_from_zero_although_the_engine_divides_in_binary(
    mesin: duckdb.DuckDBPyConnection, daftar: list[Soal]
) -> None:
    for butir, (_, bulat, _) in zip(daftar, _tanya_mesin(mesin, daftar), strict=True):
        tepat = butir.tepat()
        assert isinstance(tepat, Fraction)
        assert (tepat * 200) % 2 == 1
        menjauh = Fraction(1, 200) if tepat > 0 else Fraction(-1, 200)
        assert Fraction(str(bulat)) == tepat + menjauh


def test_a_missing_realisasi_or_target_is_a_reason_and_never_a_zero(mesin: duckdb.DuckDBPyConnection) -> None:
    kosong = "CAST(NULL AS DECIMAL(30, 12))"
    for kode in DAFTAR_RUMUS:
        jawaban = mesin.execute(
            f"SELECT capaian_mentah('{kode}', {kosong}, 5, {kosong}, {kosong}, true), "
            f"capaian_alasan('{kode}', {kosong}, 5, {kosong}, {kosong}, true), "
            f"capaian_mentah('{kode}', 5, {kosong}, {kosong}, {kosong}, true), "
            f"capaian_alasan('{kode}', 5, {kosong}, {kosong}, {kosong}, true)"
        ).fetchone()
        assert jawaban == (None, "tanpa_realisasi", None, "tanpa_target")


@pytest.mark.parametrize(("target", "terjangkau"), [("0.1", True), ("0.001", False), ("0.000000000001", False)])
def test_a_value_beyond_reach_is_a_reason_and_no_crash(
    mesin: duckdb.DuckDBPyConnection, target: str, terjangkau: bool
) -> None:
    butir = soal("naik", "999999999999", target)
    mentah = _tanya_mesin_mentah(mesin, butir)
    assert mesin.execute("SELECT terjangkau(?)", [mentah]).fetchone() == (terjangkau,)
    assert (butir.tepat() == "di_luar_jangkauan") is not terjangkau


def _tanya_mesin_mentah(mesin: duckdb.DuckDBPyConnection, soal: Soal) -> float:
    kosong = _sql(None)
    isi = f"'{soal.rumus}', {_sql(soal.realisasi)}, {_sql(soal.target)}, {kosong}, {kosong}, true"
    jawaban = mesin.execute(f"SELECT capaian_mentah({isi})").fetchone()
    assert jawaban is not None
    return float(jawaban[0])


def test_a_formula_is_written_for_people() -> None:
    assert tulis_ekspresi(TURUN_SELISIH.umum) == "(2 × target − realisasi) / target × 100"
    assert tulis_ekspresi("realisasi >= bawah and realisasi <= atas") == "realisasi ≥ bawah dan realisasi ≤ atas"


ALAMAT = {"realisasi": "$D5", "target": "$C5", "bawah": "$E5", "atas": "$F5"}


def test_the_excel_formula_is_the_same_list_of_cases_over_cells() -> None:
    assert render_excel(DAFTAR_RUMUS["naik"], "angka", ALAMAT, NOL_SERATUS) == (
        'IF(AND(ISNUMBER($D5),ISNUMBER($C5)),IF($C5=0,"",IF($D5=$C5,100,IF($C5<0,"",$D5/$C5*100))),"")'
    )
    assert render_excel(DAFTAR_RUMUS["turun_selisih"], "angka", ALAMAT, NOL_SERATUS) == (
        'IF(AND(ISNUMBER($D5),ISNUMBER($C5)),IF(AND($C5=0,$D5=0),100,IF($C5=0,"",IF($D5=$C5,100,IF($C5<0,"",'
        '(2*$C5-$D5)/$C5*100)))),"")'
    )
    assert render_excel(DAFTAR_RUMUS["naik"], "rentang", ALAMAT, NOL_SERATUS) == (
        "IF(AND(ISNUMBER($D5),ISNUMBER($E5),ISNUMBER($F5)),IF(AND($D5>=$E5,$D5<=$F5),100,"
        'IF(AND($D5<$E5,$E5<=0),"",IF(AND($D5>$F5,$F5<=0),"",IF($D5<$E5,$D5/$E5*100,$D5/$F5*100)))),"")'
    )


def test_the_excel_formula_leaves_out_a_policy_that_is_off() -> None:
    dengan = render_excel(DAFTAR_RUMUS["turun_rasio"], "angka", ALAMAT, NOL_SERATUS)
    tanpa = render_excel(DAFTAR_RUMUS["turun_rasio"], "angka", ALAMAT, TANPA_KEBIJAKAN)
    assert "AND($C5=0,$D5=0)" in dengan
    assert "AND($C5=0,$D5=0)" not in tanpa
