"""One parser for everything that officers type, and the Indonesian writing of numbers."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analytics.aturan.angka import (
    BATAS_BESAR,
    Ambigu,
    Angka,
    Batas,
    Bersatuan,
    Kosong,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    baca_bilangan,
    bulatkan,
    satuan_persen,
    tulis_angka,
    tulis_ketikan,
    tulis_minus,
    tulis_rupiah,
)

SATU_BACAAN = {
    "7": "7",
    "007": "7",
    "-5": "-5",
    "−5": "-5",
    "0": "0",
    "\t7\n": "7",
    "12,5": "12.5",
    "1.234,5": "1234.5",
    "1.200,5": "1200.5",
    "-1.234.567,89": "-1234567.89",
    "1.234.567": "1234567",
    "12.345.678,90": "12345678.90",
    "1\u00a0234,5": "1234.5",
    "1 000": "1000",
    "1\u202f000\u202f000": "1000000",
    "66,67%": "66.67",
    "66,67 %": "66.67",
    "-19,72": "-19.72",
    "100,00": "100",
    "Rp 1.000.000,-": "1000000",
    "Rp1.000.000": "1000000",
    "rp. 1.500,50": "1500.50",
    "Rp 1.200": "1200",
    "Rp -5.000": "-5000",
    "-Rp 5.000": "-5000",
    "1.000.000,-": "1000000",
    "Rp\u00a025.000.000,--": "25000000",
    "999999999999999999": "999999999999999999",
    "99999999999999999,123456789012": "99999999999999999.123456789012",
}
DENGAN_TANYA = {
    "12.5": "12.5",
    "12.50": "12.5",
    "3.14159": "3.14159",
    "95.5%": "95.5",
    "-1.41": "-1.41",
    "1,234.5": "1234.5",
    "1,500.00": "1500",
    "Rp 12.5": "12.5",
}
DUA_BACAAN = {
    "1.200": ("1200", "1.2"),
    "-1.200": ("-1200", "-1.2"),
    "1.200%": ("1200", "1.2"),
    "100.000": ("100000", "100"),
    "0.269": ("269", "0.269"),
    "<= 1.200": ("1200", "1.2"),
}
RENTANG = {
    "80-90": ("80", "90"),
    "80 - 90": ("80", "90"),
    "80–90": ("80", "90"),
    "80%-90%": ("80", "90"),
    "80-90%": ("80", "90"),
    "7-8": ("7", "8"),
    "12,5 s.d. 15,75": ("12.5", "15.75"),
    "80 s/d 90": ("80", "90"),
    "80 sampai dengan 90": ("80", "90"),
    "5-5": ("5", "5"),
}
BATAS = {"<= 1": ("<=", "1"), "≤1": ("<=", "1"), "≥ 80%": (">=", "80"), "< 2,5": ("<", "2.5"), ">10": (">", "10")}
KOSONG = ["", " ", "\u00a0", "-", "–", "—", "--", "n/a", "N/A", "NA", "n.a.", "Rp -", "Belum ada data"]
PERINGKAT = ["BB", "WTP", "A", "A-", "B+", "AA", "Sangat Baik"]
TIDAK_TERBACA = [
    "1_000",
    "1e5",
    "1E+05",
    "0x1F",
    "٩٥",
    "１２",
    "½",
    "5\u200b",
    "\u202e5",
    "+5",
    "(5)",
    "5-",
    ",5",
    ".5",
    "5,",
    "12 5",
    "12,5,6",
    "1.2.3",
    "1.234.56",
    "1.500.00",
    "1,234,567",
    "12 orang",
    "maks 5",
    "% 50",
    "1/2",
    "1-2-2024",
    "10-5",
    "1.200-1.500",
    "<= abc",
    "=1+1",
    "#REF!",
    "9999999999999999999",
    "1" * 30_000,
]


@pytest.mark.parametrize(("teks", "nilai"), SATU_BACAAN.items())
def test_a_spelling_with_one_reading_is_that_number_without_a_question(teks: str, nilai: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, Angka)
    assert (hasil.nilai, hasil.tanya, hasil.persen) == (Decimal(nilai), None, teks.endswith("%"))


@pytest.mark.parametrize(("teks", "nilai"), DENGAN_TANYA.items())
def test_an_english_spelling_is_read_and_asked_about(teks: str, nilai: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, Angka)
    assert hasil.nilai == Decimal(nilai)
    assert hasil.tanya is not None
    assert tulis_angka(hasil.nilai) in hasil.tanya


@pytest.mark.parametrize(("teks", "bacaan"), DUA_BACAAN.items())
def test_one_dot_and_three_digits_give_both_readings_and_no_number(teks: str, bacaan: tuple[str, str]) -> None:
    assert baca_angka(teks) == Ambigu(
        teks.strip() if teks[0] == "<" else teks, (Decimal(bacaan[0]), Decimal(bacaan[1]))
    )


@pytest.mark.parametrize(("teks", "ujung"), RENTANG.items())
def test_a_range_has_both_its_ends(teks: str, ujung: tuple[str, str]) -> None:
    assert baca_angka(teks) == Rentang(Decimal(ujung[0]), Decimal(ujung[1]))


@pytest.mark.parametrize(("teks", "batas"), BATAS.items())
def test_a_bound_keeps_its_sign(teks: str, batas: tuple[str, str]) -> None:
    assert baca_angka(teks) == Batas(batas[0], Decimal(batas[1]))


def test_the_question_about_a_dot_is_asked_in_a_range_and_in_a_bound_too() -> None:
    rentang, batas = baca_angka("12-15.5"), baca_angka("<= 1.5")
    assert isinstance(rentang, Rentang)
    assert isinstance(batas, Batas)
    assert (rentang.tanya, batas.tanya) == (
        "Dibaca 15,5 (titik dianggap koma). Benar?",
        "Dibaca 1,5 (titik dianggap koma). Benar?",
    )


@pytest.mark.parametrize("teks", KOSONG)
def test_nothing_is_kosong_and_never_zero(teks: str) -> None:
    assert baca_angka(teks) == Kosong(teks)


@pytest.mark.parametrize("teks", PERINGKAT)
def test_a_grade_is_kept_as_letters(teks: str) -> None:
    assert baca_angka(teks) == Peringkat(teks)


@pytest.mark.parametrize("teks", TIDAK_TERBACA, ids=lambda teks: teks[:12])
def test_what_has_no_reading_is_refused_with_a_sentence(teks: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, TidakTerbaca)
    assert hasil.sebab.endswith(".")


@pytest.mark.parametrize("teks", ["nan", "NaN", "inf", "Infinity", "-inf", "True", "None"])
def test_a_word_that_python_takes_for_a_number_is_none(teks: str) -> None:
    assert isinstance(baca_angka(teks), Peringkat | TidakTerbaca)


@pytest.mark.parametrize(
    ("nilai", "biasa", "berformat_persen"),
    [
        (0.95, "0.95", "95"),
        (0.1 + 0.2, "0.3", "30.000000000000004"),
        (12, "12", "1200"),
        (-1.41, "-1.41", "-141"),
        (88.94, "88.94", "8894"),
        (1234567890123456, "1234567890123456", "123456789012345600"),
    ],
)
def test_a_numeric_cell_is_that_number_and_times_100_under_a_percent_format(
    nilai: float, biasa: str, berformat_persen: str
) -> None:
    assert baca_bilangan(nilai) == Angka(Decimal(biasa), None, persen=False)
    assert baca_bilangan(nilai, persen=True) == Angka(bulatkan(Decimal(berformat_persen), 12), None, persen=True)


@pytest.mark.parametrize(("nilai", "tersimpan"), [(5e-324, "0"), (1e-13, "0"), (1.5e-12, "2E-12"), (-4e-13, "0")])
def test_a_number_of_which_another_one_would_be_stored_is_asked(nilai: float, tersimpan: str) -> None:
    hasil = baca_bilangan(nilai)
    assert isinstance(hasil, Angka)
    assert (hasil.nilai, hasil.tergerus) == (Decimal(tersimpan), True)
    assert hasil.tanya == f"Terlalu kecil; dibaca {tulis_angka(Decimal(tersimpan))}. Benar?"
    assert baca_angka(tulis_angka(nilai)) == hasil


@pytest.mark.parametrize("nilai", [0.0, 1e-12, 0.1 + 0.2, 84.615384615384613, 123456789.123456789])
def test_the_last_digits_of_a_computer_are_not_asked(nilai: float) -> None:
    hasil = baca_bilangan(nilai)
    assert isinstance(hasil, Angka)
    assert (hasil.tanya, hasil.tergerus) == (None, False)


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), float("-inf"), 1e308, 10**18, -(10**18)])
def test_a_numeric_cell_that_cannot_be_stored_is_refused(nilai: float) -> None:
    assert isinstance(baca_bilangan(nilai), TidakTerbaca)
    assert isinstance(baca_bilangan(nilai, persen=True), TidakTerbaca)


def test_a_percent_cell_is_measured_after_it_is_multiplied() -> None:
    assert isinstance(baca_bilangan(5e17, persen=True), TidakTerbaca)


NILAI_SIMPAN = st.decimals(-BATAS_BESAR + 1, BATAS_BESAR - 1, allow_nan=False, places=12)
NILAI_BERAGAM = st.one_of(NILAI_SIMPAN, *(st.decimals(-(10**9), 10**9, places=desimal) for desimal in (0, 1, 2, 3)))


@given(NILAI_BERAGAM)
@example(Decimal("999999999999999999.999999999999"))
@example(Decimal("-0.000000000001"))
@example(Decimal(1200))
def test_what_is_written_is_read_back_and_only_one_dot_before_three_digits_is_asked(nilai: Decimal) -> None:
    teks = tulis_angka(nilai)
    hasil = baca_angka(teks)
    if re.fullmatch(r"-?\d{1,3}\.\d{3}", teks):
        assert isinstance(hasil, Ambigu)
        assert hasil.bacaan[0] == nilai
    elif re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", teks):
        assert isinstance(hasil, Angka)
        assert (hasil.nilai, hasil.tanya is None) == (nilai, False)
    else:
        assert hasil == Angka(nilai)


@given(NILAI_BERAGAM)
@example(Decimal(1200))
@example(Decimal("1234.567"))
def test_what_is_written_to_be_typed_has_no_thousands_and_is_that_number(nilai: Decimal) -> None:
    teks = tulis_ketikan(nilai)
    hasil = baca_angka(teks)
    assert "." not in teks
    assert isinstance(hasil, Angka)
    assert hasil.nilai == nilai


@pytest.mark.parametrize(
    ("teks", "bacaan"),
    [
        ("1,200", Angka(Decimal("1.200"), "Dibaca 1,2 (koma dianggap desimal). Benar?")),
        ("-12,500", Angka(Decimal("-12.500"), "Dibaca -12,5 (koma dianggap desimal). Benar?")),
        ("0,125", Angka(Decimal("0.125"))),
        ("1234,567", Angka(Decimal("1234.567"))),
        ("Rp 12,500", Ambigu("Rp 12,500", (Decimal(12500), Decimal("12.500")))),
    ],
)
def test_a_comma_before_three_digits_is_asked_and_in_money_it_is_ambiguous(teks: str, bacaan: object) -> None:
    assert baca_angka(teks) == bacaan


@given(NILAI_BERAGAM, st.integers(0, 12))
def test_a_written_number_with_decimals_has_exactly_those(nilai: Decimal, desimal: int) -> None:
    teks = tulis_angka(nilai, desimal)
    assert len(teks.partition(",")[2]) == desimal
    bersih = teks.replace(".", "").replace(",", ".")
    assert Decimal(bersih) == bulatkan(nilai, desimal)
    assert abs(Decimal(bersih) - nilai) * 2 <= Decimal(1).scaleb(-desimal)


TEKS_ANGKA = st.text(alphabet="0123456789.,-% Rp", max_size=14)


@given(TEKS_ANGKA)
def test_no_number_is_read_silently_unless_it_is_the_indonesian_reading(teks: str) -> None:
    """Thousands by dots, decimals by a comma; anything else that yields a number carries a question."""
    hasil = baca_angka(teks)
    if isinstance(hasil, Angka) and hasil.tanya is None:
        isi = re.sub(r",-+$", "", re.sub(r"[Rp%\s]|^\.", "", teks))
        titik, _, koma = isi.partition(",")
        assert re.fullmatch(r"-?(\d+|\d{1,3}(\.\d{3})+)", titik)
        assert hasil.nilai == Decimal(f"{titik.replace('.', '')}.{koma or 0}")


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(teks: str) -> None:
    assert isinstance(baca_angka(teks), Angka | Rentang | Batas | Peringkat | Kosong | Ambigu | TidakTerbaca)


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (Decimal("1234.5"), None, "1.234,5"),
        (Decimal("0.10"), None, "0,1"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-0.001"), 2, "0,00"),
        (Decimal("-0"), None, "0"),
        (Decimal("225.015"), 2, "225,02"),
        (Decimal("-0.005"), 2, "-0,01"),
        (85.2449, 2, "85,24"),
        (1000000, None, "1.000.000"),
    ],
)
def test_a_number_is_written_the_indonesian_way(nilai: Decimal | float | int, desimal: int | None, teks: str) -> None:
    assert tulis_angka(nilai, desimal) == teks


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [
        ("-44,44", "−44,44"),
        ("(-1,41) / 2 × 100 = -70,50", "(−1,41) / 2 × 100 = −70,50"),
        ("80-90", "80-90"),
        ("IKU-04", "IKU-04"),
        ("A-", "A-"),
        ("-", "-"),
    ],
)
def test_a_negative_number_that_is_only_read_has_a_real_minus(ditulis: str, dibaca: str) -> None:
    assert tulis_minus(ditulis) == dibaca


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(1234567, "Rp 1.234.567"), (Decimal("12.5"), "Rp 12,50"), (Decimal("3000.00"), "Rp 3.000"), (0, "Rp 0")],
)
def test_an_amount_shows_sen_only_when_there_are_any(nilai: Decimal | int, teks: str) -> None:
    assert tulis_rupiah(nilai) == teks


def test_percent_is_a_satuan_and_poin_is_not() -> None:
    assert [satuan_persen(satuan) for satuan in ("%", "Persen", " persen ", "poin", "orang", "per 1.000")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [
        ("12 Laporan", "laporan", "12"),
        ("13 Orang/Bulan", "Orang/Bulan", "13"),
        ("0 kasus", "Kasus", "0"),
        ("95 persen", "%", "95"),
        ("1.000.000 rupiah", "Rp", "1000000"),
        ("13,5 juta rupiah", "Juta rupiah", "13.5"),
    ],
)
def test_a_number_with_its_own_satuan_is_that_number(teks: str, satuan: str, nilai: str) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, Bersatuan)
    angka = hasil.dalam(satuan)
    assert isinstance(angka, Angka)
    assert angka.nilai == Decimal(nilai)
    assert hasil.dalam("Hektare") is None


def test_a_number_with_two_readings_keeps_both_beside_its_satuan() -> None:
    hasil = baca_angka("1.200 orang")
    assert isinstance(hasil, Bersatuan)
    assert isinstance(hasil.dalam("Orang"), Ambigu)
    assert hasil.usul == (Decimal(1200), Decimal("1.2"))


@pytest.mark.parametrize(
    ("teks", "usul"),
    [
        ("13,5 juta", ["13500000"]),
        ("Rp 38 juta", ["38000000"]),
        ("2 rb", ["2000"]),
        ("1,4 milyar", ["1400000000"]),
        ("1,350,000,000", ["1350000000"]),
        ("12 (dua belas) laporan", ["12"]),
        ("sekitar 12", []),
        ("999999999 triliun", []),
    ],
)
def test_what_is_not_read_shows_the_number_that_is_likely_meant(teks: str, usul: list[str]) -> None:
    hasil = baca_angka(teks)
    assert isinstance(hasil, TidakTerbaca)
    assert list(hasil.usul) == [Decimal(angka) for angka in usul]
