"""The formulas that Capaian writes into workbooks, recomputed by LibreOffice: the third independent answer."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter

from analytics.aturan import ketercapaian
from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.angka import DESIMAL_HITUNG
from analytics.aturan.capaian import Target, bulatkan_capaian, hitung_mentah
from analytics.aturan.predikat import SkalaPredikat, susun_skala
from analytics.aturan.rumus import DAFTAR_RUMUS, render_excel
from data.gudang import Gudang
from tests.alat.libreoffice import hitung_ulang, perlu_libreoffice

BASI = 777
"""The cached value of every formula: what stands there afterwards was computed by LibreOffice."""

KEBIJAKAN = frozenset({"kebijakan_nol"})
ANGKA = [
    "-3",
    "-1.41",
    "0",
    "0.18",
    "1",
    "4.88",
    "5.86",
    "44.44",
    "49",
    "56.23",
    "100",
    "162",
    "186",
    "450.03",
    "940468",
]
RENTANG = [("80", "90"), ("7", "8"), ("0", "5"), ("-5", "0"), ("5", "5"), ("0.5", "1.5")]
CAPAIAN = ["-5", "0", "50", "50.01", "65", "65.01", "75", "75.01", "90", "90.01", "100", "184.75"]
TRIWULAN = [["80", "91", "70", "84"], ["1.1", None, "3.3", None], [None, "5", None, None], ["0", "0", "0", "0"]]

pytestmark = perlu_libreoffice


def _skala() -> SkalaPredikat:
    gudang = Gudang.buka(None)
    try:
        return susun_skala(gudang.kueri("skala_predikat"))["permendagri_86_2017"]
    finally:
        gudang.tutup()


def _sasaran() -> list[Target]:
    nilai = [Target(nilai=Decimal(angka)) for angka in ANGKA]
    return nilai + [Target(bawah=Decimal(bawah), atas=Decimal(atas)) for bawah, atas in RENTANG]


def _bilangan(nilai: Decimal | str | None) -> float | str:
    return "" if nilai is None else float(nilai)


def _susun_buku(jalur: Path) -> dict[str, list[object]]:
    """Write every combination with its formula; what we expect comes back, one list a sheet."""
    penulis = {
        "Capaian": _tulis_capaian,
        "Predikat": _tulis_predikat,
        "Agregasi": _tulis_agregasi,
        "Ketercapaian": _tulis_ketercapaian,
    }
    harapan: dict[str, list[object]] = {}
    with xlsxwriter.Workbook(jalur) as buku:
        for nama, tulis in penulis.items():
            harapan[nama] = tulis(buku.add_worksheet(nama))
    return harapan


def _tulis_capaian(lembar: xlsxwriter.worksheet.Worksheet) -> list[object]:
    harapan: list[object] = []
    for rumus in DAFTAR_RUMUS.values():
        for sasaran in _sasaran():
            for realisasi in [*ANGKA, None]:
                baris = len(harapan)
                masukan = (realisasi, sasaran.nilai, sasaran.bawah, sasaran.atas)
                lembar.write_row(baris, 0, [_bilangan(angka) for angka in masukan])
                alamat = {kunci: f"{kolom}{baris + 1}" for kunci, kolom in zip(KUNCI, "ABCD", strict=True)}
                lembar.write_formula(baris, 4, f"={render_excel(rumus, sasaran.bentuk, alamat, KEBIJAKAN)}", None, BASI)
                lembar.write_formula(baris, 5, f'=IF(ISNUMBER(E{baris + 1}),ROUND(E{baris + 1},2),"")', None, BASI)
                harapan.append("" if realisasi is None else _harapan(rumus.kode, realisasi, sasaran))
    return harapan


KUNCI = ("realisasi", "target", "bawah", "atas")


def _harapan(kode: str, realisasi: str, sasaran: Target) -> Fraction | str:
    hasil = hitung_mentah(kode, Fraction(realisasi), sasaran, KEBIJAKAN)
    return hasil if isinstance(hasil, Fraction) else ""


def _tulis_predikat(lembar: xlsxwriter.worksheet.Worksheet) -> list[object]:
    skala = _skala()
    for baris, nilai in enumerate(CAPAIAN):
        lembar.write_number(baris, 0, float(nilai))
        lembar.write_formula(baris, 1, f"={skala.render_excel(f'A{baris + 1}')}", None, BASI)
    return [skala.beri(Decimal(nilai)).predikat for nilai in CAPAIAN]


def _tulis_agregasi(lembar: xlsxwriter.worksheet.Worksheet) -> list[object]:
    harapan: list[object] = []
    for agregasi in DAFTAR_AGREGASI.values():
        for empat in TRIWULAN:
            baris = len(harapan)
            for kolom, nilai in zip((0, 2, 4, 6), empat, strict=True):
                lembar.write(baris, kolom, _bilangan(nilai))
            sel = [f"{kolom}{baris + 1}" for kolom in "ACEG"]
            lembar.write_formula(baris, 7, f"={agregasi.excel(sel)}", None, BASI)
            harapan.append(agregasi.hitung([Fraction(nilai) for nilai in empat if nilai is not None]))
    return harapan


def _tulis_ketercapaian(lembar: xlsxwriter.worksheet.Worksheet) -> list[object]:
    """Quotients against targets with decimals, at them, just below and just above them."""
    soal = [
        (polaritas, bagian, Decimal(bagian * 10**desimal // 1 + geser).scaleb(-desimal))
        for polaritas in ("naik", "turun")
        for bagian in (Fraction(1100, 13), Fraction(200, 3), Fraction(100, 7), Fraction(125, 2))
        for desimal in (1, 2, 4)
        for geser in (-1, 0, 1, 2)
    ]
    for baris, (polaritas, bagian, ujung) in enumerate(soal):
        lembar.write_row(baris, 0, [float(bagian), float(ujung)])
        desimal = ketercapaian.desimal_banding(ujung) or DESIMAL_HITUNG
        syarat = ketercapaian.render_excel(polaritas, f"A{baris + 1}", f"B{baris + 1}", desimal)
        lembar.write_formula(baris, 2, f'=IF({syarat},"ya","belum")', None, BASI)
    putusan = [ketercapaian.putuskan(*butir, terhitung=True) for butir in soal]
    return ["belum" if kata == "belum" else "ya" for kata in putusan]


Terhitung = tuple[python_calamine.CalamineWorkbook, dict[str, list[object]]]


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory: pytest.TempPathFactory) -> Terhitung:
    jalur = tmp_path_factory.mktemp("excel") / "rumus.xlsx"
    harapan = _susun_buku(jalur)
    return hitung_ulang(jalur), harapan


def _kolom(terhitung: Terhitung, lembar: str, kolom: int) -> list[tuple[object, object]]:
    buku, harapan = terhitung
    baris = buku.get_sheet_by_name(lembar).to_python(skip_empty_area=False)
    return list(zip((larik[kolom] for larik in baris), harapan[lembar], strict=True))


def test_a_capaian_formula_gives_our_value_in_every_case(terhitung: Terhitung) -> None:
    for mereka, kami in _kolom(terhitung, "Capaian", 4):
        assert mereka == (pytest.approx(float(kami), rel=1e-9, abs=1e-9) if isinstance(kami, Fraction) else "")


def test_a_rounded_capaian_is_the_same_number(terhitung: Terhitung) -> None:
    for mereka, kami in _kolom(terhitung, "Capaian", 5):
        bulat = bulatkan_capaian(kami, 2) if isinstance(kami, Fraction) else ""
        assert (Decimal(repr(mereka)) if isinstance(mereka, float) else mereka) == bulat


def test_a_predikat_formula_gives_our_grade_on_and_beside_every_limit(terhitung: Terhitung) -> None:
    assert [mereka for mereka, _ in _kolom(terhitung, "Predikat", 1)] == terhitung[1]["Predikat"]


def test_an_aggregation_formula_gives_our_year_whatever_quarters_are_missing(terhitung: Terhitung) -> None:
    for mereka, kami in _kolom(terhitung, "Agregasi", 7):
        assert isinstance(kami, Fraction)
        assert mereka == pytest.approx(float(kami), rel=1e-9)


def test_a_quotient_is_held_against_the_decimals_of_its_target_as_the_exact_rule_does(terhitung: Terhitung) -> None:
    semua = _kolom(terhitung, "Ketercapaian", 2)
    assert [mereka for mereka, _ in semua] == [kami for _, kami in semua]
    assert {mereka for mereka, _ in semua} == {"ya", "belum"}
