"""An earlier year that was not reported is no nil: columns 6, 13 and 14 of E.81 say so, as E.80 does of that year."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from tests.evaluasi.alat_uang import DI_SUB, DUA, KEGIATAN, PROGRAM, SATU, TANPA, TIGA, Isi, baca, e80, e81

KOLOM = ("6", "13", "14")
LENGKAP = (DI_SUB, DI_SUB, {SATU: 50, DUA: 30})
KINI = (DI_SUB, DI_SUB, {SATU: 40, DUA: 20})


@pytest.mark.parametrize("renja", [DI_SUB, TANPA])
def test_a_row_that_misses_a_year_has_none_of_the_columns_over_years_and_names_it(renja: Isi) -> None:
    """With a Renja of that year or, before the store began, by the Renstra alone."""
    uang = baca({2024: LENGKAP, 2025: (DI_SUB, renja, {SATU: 50}), 2026: KINI})
    kosong = e81(uang, DUA)
    assert (kosong.realisasi_lalu, kosong.realisasi_sd, kosong.tingkat_capaian) == (None, None, None)
    assert {kosong.lalu.sebut(), kosong.sebut_sd()} == {"belum ada data TW IV 2025"}
    assert kosong.kini.serapan == 50, "what was reported of this year stays"
    assert kosong.catatan(KOLOM) == "Anggaran kolom 6: belum ada data TW IV 2025."
    assert e80(uang, 2025, DUA).sebutan == "belum ada data TW IV"
    utuh = e81(uang, SATU)
    assert (utuh.realisasi_lalu, utuh.realisasi_sd, utuh.tingkat_capaian) == (100, 140, pytest.approx(140 / 180 * 100))
    assert utuh.catatan(KOLOM) == ""


def test_the_rows_above_are_of_those_that_have_every_year_over_their_pagu() -> None:
    uang = baca({2024: LENGKAP, 2025: (DI_SUB, DI_SUB, {SATU: 50}), 2026: KINI})
    for kode in (KEGIATAN, PROGRAM):
        atas = e81(uang, kode)
        assert (atas.realisasi_lalu, atas.realisasi_sd, atas.terhitung.pagu) == (100, 140, 180)
        assert atas.catatan(KOLOM) == (
            "Anggaran kolom 6: 1 dari 2 baris, belum ada data TW IV 2025. Kolom 13 dan 14: 1 dari 2 baris."
        )
        assert atas.kini.realisasi == 60, "column 12 is of all that reported this year"
        assert (e80(uang, 2025, kode).realisasi, e80(uang, 2025, kode).terhitung.banyak) == (50, "1 dari 2")


def test_every_missing_year_is_named_and_the_earliest_stands_in_the_cell() -> None:
    uang = baca({2024: (DI_SUB, TANPA, TANPA), 2025: (DI_SUB, DI_SUB, {SATU: 50}), 2026: KINI})
    assert e81(uang, DUA).lalu.sebut() == "belum ada data TW IV 2024"
    assert e81(uang, DUA).catatan(KOLOM) == "Anggaran kolom 6: belum ada data TW IV 2024, 2025."
    assert (e81(uang).realisasi_lalu, e81(uang).lalu.sebut()) == (None, "belum ada data TW IV 2024")
    assert e80(uang, 2024).sebutan == "belum ada data TW IV"


def test_what_was_not_planned_before_is_not_missing() -> None:
    """A row without money in the Renja of a year, or that is new, owes nothing for it; its column 6 is a dash."""
    uang = baca({2025: (DI_SUB, {SATU: 60}, {SATU: 50}), 2026: ({**DI_SUB, TIGA: 10}, {**DI_SUB, TIGA: 10}, {TIGA: 5})})
    for kode in (DUA, TIGA):
        assert (e81(uang, kode).realisasi_lalu, e81(uang, kode).lalu.sebut()) == (None, "")
    assert (e81(uang, TIGA).realisasi_sd, e81(uang, TIGA).tingkat_capaian) == (5, 50)
    assert e80(uang, 2025, DUA).sebutan == "tidak direncanakan"
    assert e81(uang, DUA).sebut_sd() == "belum ada data TW IV"


def test_a_unit_owes_of_a_year_with_a_renja_what_that_gave_it() -> None:
    kantor = baca({2025: (DI_SUB, {SATU: 60}, {SATU: 50}), 2026: KINI})
    unit = baca({2025: ({DUA: 40}, TANPA, TANPA), 2026: ({DUA: 40}, {DUA: 40}, {DUA: 20})})
    assert e81(unit, DUA).lalu.sebut() == "belum ada data TW IV 2025"
    milik = replace(unit, asal=kantor)
    assert (e81(milik, DUA).lalu.sebut(), e81(milik, DUA).realisasi_sd) == ("", 20)


def test_what_a_renja_did_not_plan_is_in_no_sum_of_years_and_is_named() -> None:
    """As column 13 of that year left it out, so does column 6 of the next."""
    per_tahun = {2025: (DI_SUB, {SATU: 60}, {SATU: 50, DUA: 7}), 2026: KINI}
    uang = baca(per_tahun)
    assert (e81(uang).realisasi_lalu, e81(uang).realisasi_sd) == (50, 110)
    assert (e81(uang, DUA).realisasi_lalu, e81(uang, DUA).lalu.sebut()) == (None, "")
    assert e81(uang, DUA).catatan(KOLOM) == "Anggaran kolom 6 tanpa 7 yang tidak dianggarkan dalam Renja."


def test_money_that_only_the_renja_plans_and_nobody_reported_is_missing_on_both_forms() -> None:
    uang = baca({2026: ({SATU: 60}, {SATU: 60, TIGA: 50}, {SATU: 30})})
    assert {e81(uang, TIGA).kini.sebutan, e80(uang, kode=TIGA).sebutan} == {"belum ada data TW IV"}


def test_a_sum_that_is_known_above_only_is_no_nil_of_the_rows_below() -> None:
    uang = baca({2025: (DI_SUB, DI_SUB, {KEGIATAN: 90}), 2026: KINI})
    assert (e81(uang).realisasi_lalu, e81(uang).realisasi_sd, e81(uang).tingkat_capaian) == (90, 150, 75)
    for kode in (SATU, DUA):
        assert (e81(uang, kode).realisasi_lalu, e81(uang, kode).realisasi_sd) == (None, None)
        assert (e81(uang, kode).tingkat_capaian, e81(uang, kode).sebut_sd()) == (None, "belum ada data TW IV 2025")


def test_of_a_sum_above_no_row_can_be_taken_off() -> None:
    """2024 is known of the kegiatan alone, 2025 of one of its rows: no sum of rows has both years."""
    uang = baca({2024: (DI_SUB, DI_SUB, {KEGIATAN: 90}), 2025: (DI_SUB, DI_SUB, {SATU: 50}), 2026: KINI})
    assert (e81(uang).realisasi_lalu, e81(uang).realisasi_sd, e81(uang).terhitung.n) == (None, None, 0)
    assert e81(uang).lalu.kurang == (2025,)


@pytest.mark.parametrize("benih", range(40))
def test_the_columns_over_years_are_what_the_rules_say_of_any_office(benih: int) -> None:
    """Drawn by lot, and reckoned row by row from the rules: owed by the Renja, of a year without one by the Renstra."""
    acak, baris = Random(benih), (SATU, DUA, TIGA)  # noqa: S311 - drawn for a test
    per_tahun = {
        tahun: (_undi(acak, 0.8), _undi(acak, 0.8) if acak.random() < 0.7 or tahun == 2026 else {}, _undi(acak, 0.75))
        for tahun in (2024, 2025, 2026)
    }
    uang = baca(per_tahun)
    lalu = {kode: _sampai(per_tahun, kode, 2025) for kode in baris}
    sampai = {kode: _sampai(per_tahun, kode, 2026) for kode in baris}
    for kode in baris:
        assert (e81(uang, kode).realisasi_lalu, e81(uang, kode).realisasi_sd) == (lalu[kode], sampai[kode])
    target = {kode: sum(renstra.get(kode, 0) for renstra, _, _ in per_tahun.values()) for kode in baris}
    for atas, bawah in ((PROGRAM, baris), (KEGIATAN, (SATU, DUA))):
        hasil, ada = e81(uang, atas), [kode for kode in bawah if sampai[kode] is not None]
        assert (hasil.realisasi_lalu or 0) == sum(lalu[kode] or 0 for kode in bawah)
        assert (hasil.realisasi_sd or 0) == sum(sampai[kode] or 0 for kode in bawah)
        dasar = [kode for kode in ada if target[kode]]
        rasio = Fraction(sum(sampai[kode] or 0 for kode in ada), sum(target[kode] for kode in dasar) or 1) * 100
        assert hasil.tingkat_capaian == (pytest.approx(float(rasio)) if dasar else None)
        assert (hasil.terhitung.n, hasil.terhitung.m) == (len(dasar), sum(target[kode] > 0 for kode in bawah))


def _undi(acak: Random, ada: float) -> Isi:
    return {kode: acak.randint(1, 9) for kode in (SATU, DUA, TIGA) if acak.random() < ada}


def _sampai(per_tahun: dict[int, tuple[Isi, Isi, Isi]], kode: str, akhir: int) -> int | None:
    """All years of one row up to one; None where it misses one that it owes, and where it never had any."""
    nilai = []
    for tahun in range(2024, akhir + 1):
        renstra, renja, realisasi = per_tahun[tahun]
        wajib = kode in renja if renja else kode in renstra and tahun < 2026
        if wajib and kode not in realisasi:
            return None
        if kode in realisasi and (wajib or (not renja and tahun < 2026)):
            nilai.append(realisasi[kode])
    return sum(nilai) if nilai else None
