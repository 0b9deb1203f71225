"""Plans write the money of one row at different levels; what is compared is the same money at every one of them."""

from __future__ import annotations

import pytest

from analytics.evaluasi.uang import susun_tahun
from tests.evaluasi.alat_uang import DI_KEGIATAN, DI_SUB, DUA, KEGIATAN, PROGRAM, SATU, TANPA, TIGA, Isi, baca, e80, e81

KOLOM = ("6", "13", "14")


@pytest.mark.parametrize("renja", [DI_KEGIATAN, DI_SUB])
@pytest.mark.parametrize("renstra", [DI_KEGIATAN, DI_SUB])
@pytest.mark.parametrize("lain", [{}, {TIGA: 100}])
def test_it_does_not_matter_at_which_level_a_plan_gives_its_money(renstra: Isi, renja: Isi, lain: Isi) -> None:
    realisasi = {KEGIATAN: 80} if renja is DI_KEGIATAN else {SATU: 50, DUA: 30}
    uang = baca({2026: ({**renstra, **lain}, {**renja, **lain}, {**realisasi, **dict.fromkeys(lain, 80)})})
    for kode in (KEGIATAN, PROGRAM):
        assert (e81(uang, kode).tingkat_capaian, e80(uang, kode=kode).rasio) == (80, 80)
        assert e81(uang, kode).kini.serapan == 80
        assert e81(uang, kode).terhitung.lengkap
        assert e80(uang, kode=kode).lengkap
    assert e81(uang).realisasi_sd == (160 if lain else 80)


@pytest.mark.parametrize("renja", [DI_KEGIATAN, DI_SUB])
@pytest.mark.parametrize("renstra", [DI_KEGIATAN, DI_SUB])
def test_a_row_of_the_renstra_whose_money_was_not_all_reported_counts_on_no_form(renstra: Isi, renja: Isi) -> None:
    """The rest of the program has reached 30 of 50; the row that is missing neither lifts nor lowers it."""
    sebagian = {} if renja is DI_KEGIATAN else {SATU: 50}
    uang = baca({2026: ({**renstra, TIGA: 50}, {**renja, TIGA: 50}, {**sebagian, TIGA: 30})})
    terhitung = (50 + 30, 60 + 50) if renstra is DI_SUB and renja is DI_SUB else (30, 50)
    for hasil in (e81(uang).terhitung, e80(uang).terhitung):
        assert (hasil.realisasi, hasil.pagu, hasil.n) == (*terhitung, len(renstra if terhitung[0] == 80 else [1]))
        assert not hasil.lengkap
    if renstra is DI_KEGIATAN:
        assert (e81(uang, KEGIATAN).realisasi_sd, e81(uang, KEGIATAN).tingkat_capaian) == (None, None)
        assert e80(uang, kode=KEGIATAN).rasio is None


def test_what_no_renja_plans_leaves_the_rows_above_as_they_are() -> None:
    uang = baca({2026: ({**DI_SUB, TIGA: 50}, {TIGA: 50}, {TIGA: 30, SATU: 7})})
    assert (e81(uang).tingkat_capaian, e80(uang).rasio, e81(uang).kini.serapan) == (60, 60, 60)
    assert (e81(uang).kini.realisasi, e81(uang).realisasi_sd) == (37, 30)
    assert e80(uang).di_luar == 2
    assert e80(uang, kode=SATU).tanpa_renja


@pytest.mark.parametrize("renja", [TANPA, DI_SUB])
def test_history_that_is_known_of_a_kegiatan_counts_for_the_rows_below_it(renja: Isi) -> None:
    """Spent 90 of 100 in 2025, by kegiatan: known above, and below not nil."""
    uang = baca({2025: (DI_SUB, renja, {KEGIATAN: 90}), 2026: (DI_SUB, DI_SUB, {SATU: 50, DUA: 30})})
    assert [e80(uang, 2025, kode).rasio for kode in (SATU, KEGIATAN, PROGRAM)] == [None, 90, 90]
    assert e80(uang, 2025, SATU).terhitung.n == 0
    assert e80(uang, 2025).terhitung.n == 2
    assert (e81(uang).realisasi_sd, e81(uang).tingkat_capaian) == (170, 85)


def test_a_year_that_spent_as_planned_stays_when_the_next_gives_the_row_no_money() -> None:
    uang = baca({2025: (DI_SUB, DI_SUB, {SATU: 50, DUA: 30}), 2026: (DI_SUB, {SATU: 60}, {SATU: 40})})
    assert (e81(uang).realisasi_sd, e81(uang).terhitung.pagu) == (120, 200)
    assert e81(uang, DUA).tingkat_capaian == pytest.approx(37.5)


def test_a_sum_of_rows_of_which_one_is_missing_and_one_not_planned_is_not_nil() -> None:
    """What was spent on the second row in 2025 stands for it; the first is missing, with what it spent before."""
    uang = baca({2025: (DI_SUB, DI_SUB, {SATU: 50, DUA: 30}), 2026: ({}, {SATU: 60}, {})})
    assert (e81(uang).realisasi_sd, e81(uang).tingkat_capaian) == (30, 75)
    assert e81(uang, SATU).realisasi_sd is None


def test_a_running_year_without_a_renja_counts_nothing_of_this_year() -> None:
    uang = baca({2025: (DI_SUB, DI_SUB, {SATU: 50, DUA: 30}), 2026: ({}, {}, {SATU: 40})})
    assert (e81(uang).realisasi_sd, e81(uang).tingkat_capaian, e81(uang).kini.serapan) == (80, 80, None)


def test_money_without_a_pagu_on_the_same_side_is_in_no_ratio_and_is_named() -> None:
    """A row that the Renja adds to the Renstra: 30 of the 60 of the Renstra are spent, and 30 that it does not know."""
    uang = baca({2026: ({SATU: 60}, {SATU: 60, TIGA: 50}, {SATU: 30, TIGA: 30})})
    assert (e81(uang).realisasi_sd, e81(uang).tingkat_capaian, e80(uang).rasio) == (60, 50, 50)
    assert e81(uang).kini.serapan == pytest.approx(60 / 110 * 100)
    assert e81(uang).catatan(KOLOM) == "Kolom 14 tanpa 30 yang tidak dianggarkan dalam Renstra."
    assert e80(uang).catatan == "2026: rasio tanpa 30 yang tidak dianggarkan dalam Renstra atau Renja."
    assert e81(uang, TIGA).tingkat_capaian is None


def test_years_that_give_the_pagu_at_other_levels_are_held_against_all_of_it() -> None:
    uang = baca({2025: (DI_KEGIATAN, DI_SUB, {SATU: 50, DUA: 30}), 2026: (DI_SUB, DI_SUB, {SATU: 50, DUA: 30})})
    for kode in (KEGIATAN, PROGRAM):
        assert (e81(uang, kode).target_renstra, e81(uang, kode).tingkat_capaian) == (200, 80)


def test_a_row_that_is_known_in_a_sum_of_one_year_counts_beside_one_that_is_known_by_itself() -> None:
    uang = baca({2025: (DI_SUB, DI_KEGIATAN, {KEGIATAN: 80}), 2026: ({SATU: 60}, {SATU: 60}, {SATU: 50})})
    assert (e81(uang).terhitung.realisasi, e81(uang).terhitung.pagu, e81(uang).terhitung.banyak) == (
        130,
        160,
        "2 dari 2",
    )


def test_a_row_that_misses_a_year_takes_along_the_year_that_gave_the_kegiatan_its_pagu() -> None:
    rencana = {**DI_SUB, TIGA: 10}
    uang = baca({2025: (DI_KEGIATAN, DI_SUB, {SATU: 50}), 2026: (rencana, rencana, {SATU: 50, DUA: 30, TIGA: 5})})
    assert (e81(uang).terhitung.realisasi, e81(uang).terhitung.pagu, e81(uang).terhitung.banyak) == (5, 10, "1 dari 3")
    assert e81(uang, SATU).realisasi_sd == 100


@pytest.mark.parametrize(("renstra", "lapor"), [(DI_KEGIATAN, {SATU: 50, DUA: 30}), (DI_SUB, {KEGIATAN: 80})])
def test_a_kegiatan_whose_rows_serve_two_sasaran_has_a_ratio_only_by_its_code(renstra: Isi, lapor: Isi) -> None:
    """Its pagu and its realisasi cannot be parted alike: no place prints a ratio, and all of them together are 80 %."""
    uang = baca({2026: (renstra, DI_KEGIATAN, lapor)}, terbagi=True)
    hasil = susun_tahun(uang, 2026)
    tempat = [kode for kode, simpul in uang.pohon.simpul.items() if KEGIATAN in (kode, simpul.get("utama"))]
    assert len(tempat) == 2
    assert [hasil[kode].rasio for kode in tempat] == [None, None]
    sebab = "pagu dan realisasinya ditulis pada tingkat yang berlainan, dan barisnya terbagi pada beberapa sasaran"
    assert hasil[tempat[0]].catatan == f"2026: rasio tidak dihitung: {sebab}."
    terhitung = [hasil[kode].terhitung for kode in uang.pohon.puncak]
    assert sum(milik.realisasi for milik in terhitung) == 80
    assert sum(milik.pagu for milik in terhitung) == 100
    assert sum(milik.n for milik in terhitung) == len(renstra)


def test_a_sum_names_what_it_leaves_out_and_of_how_many_rows_it_is() -> None:
    """Spent 40 of 60, and 7 of what the Renja gives nothing: 66,67 stands beside 47, and 13 beside 12."""
    uang = baca({2026: (DI_SUB, {SATU: 60}, {SATU: 40, DUA: 7})})
    assert (e81(uang).kini.realisasi, e81(uang).realisasi_sd, e81(uang).kini.serapan) == (
        47,
        40,
        pytest.approx(200 / 3),
    )
    luar = "Serapan dan realisasi Renstra tanpa 7 yang tidak dianggarkan dalam Renja."
    assert (e81(uang).kini.catatan, e81(uang).catatan(KOLOM)) == (luar, "Kolom 13 dan 14: 1 dari 2 baris.")
    assert (
        e81(uang, DUA).kini.catatan
        == "Realisasi ini tidak dianggarkan dalam Renja: di luar serapan dan realisasi Renstra."
    )
    assert e80(uang).catatan.endswith("rasio tanpa 7 yang tidak dianggarkan dalam Renstra atau Renja.")
    lengkap = baca({2026: (DI_SUB, DI_SUB, {SATU: 40, DUA: 7})})
    assert (e81(lengkap).kini.catatan, e81(lengkap).catatan(KOLOM)) == ("", "")


def test_where_only_rows_outside_the_renstra_spent_the_reason_stands_beside_the_dash() -> None:
    uang = baca({2026: ({TIGA: 30}, {SATU: 10}, {SATU: 8})})
    assert (e81(uang).realisasi_sd, e81(uang).tingkat_capaian) == (8, None)
    assert e81(uang).catatan(KOLOM) == "Kolom 13 dan 14: realisasinya di baris yang tidak dianggarkan dalam Renstra."


@pytest.mark.parametrize(("renja", "lapor"), [({SATU: 0, DUA: 0}, {}), (TANPA, {SATU: 40}), (TANPA, {})])
def test_what_the_renja_of_the_running_year_gives_no_money_is_not_planned_on_both_forms(renja: Isi, lapor: Isi) -> None:
    uang = baca({2026: (DI_SUB, renja, lapor)})
    for kode in (SATU, PROGRAM):
        assert {e81(uang, kode).kini.sebutan, e80(uang, kode=kode).sebutan} == {"tidak direncanakan"}
        assert (e81(uang, kode).tingkat_capaian, e80(uang, kode=kode).rasio) == (None, None)
    assert {e81(uang).kini.terhitung.banyak, e80(uang).terhitung.banyak} == {"0 dari 0"}


def test_an_earlier_renja_of_which_all_is_0_planned_nothing_and_one_without_money_says_nothing() -> None:
    kini = (DI_SUB, DI_SUB, {SATU: 50, DUA: 30})
    nol, tanpa = (baca({2025: (DI_SUB, renja, {SATU: 40}), 2026: kini}) for renja in ({SATU: 0, DUA: 0}, TANPA))
    assert [e80(uang, 2025, SATU).rasio for uang in (nol, tanpa)] == [None, pytest.approx(200 / 3)]
    assert e80(nol, 2025, DUA).sebutan == "tidak direncanakan"
    assert e80(tanpa, 2025, DUA).sebutan == "belum ada data TW IV"
