"""When an indicator is due, and how a periode is named."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    TERISI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    WAJIB_LAPOR,
    Periode,
    jadwal,
    render_sql,
    sebut_jadwal,
    tulis_tanggal,
    wajib_lapor,
)
from data.gudang import Gudang
from tests.alat.gudang import tanya


@pytest.mark.parametrize(
    ("frekuensi", "wajib"),
    [
        ("triwulanan", [True, True, True, True]),
        ("semesteran", [False, True, False, True]),
        ("tahunan", [False] * 3 + [True]),
    ],
)
def test_the_frekuensi_says_in_which_triwulan_an_indicator_is_due(frekuensi: str, wajib: list[bool]) -> None:
    assert [wajib_lapor(frekuensi, triwulan) for triwulan in (1, 2, 3, 4)] == wajib


def test_a_triwulan_without_its_own_target_is_not_due_when_the_plan_has_targets_per_triwulan() -> None:
    assert [wajib_lapor("triwulanan", triwulan, frozenset({2, 4})) for triwulan in (1, 2, 3, 4)] == [
        False,
        True,
        False,
        True,
    ]


def test_a_target_per_triwulan_does_not_make_an_indicator_due_before_its_frekuensi() -> None:
    assert not wajib_lapor("tahunan", 2, frozenset({2, 4}))


def test_targets_at_triwulan_that_are_never_due_leave_the_calendar_as_it_is() -> None:
    assert [wajib_lapor("tahunan", triwulan, frozenset({2})) for triwulan in (1, 2, 3, 4)] == [
        False,
        False,
        False,
        True,
    ]


def test_the_engine_has_the_same_calendar() -> None:
    with duckdb.connect() as mesin:
        mesin.execute(render_sql())
        for frekuensi, wajib in WAJIB_LAPOR.items():
            jawaban = mesin.execute(
                f"SELECT jadwal_lapor('{frekuensi}', NULL, t) FROM range(1, 5) AS r(t) ORDER BY t"
            ).fetchall()
            assert [larik[0] for larik in jawaban] == [triwulan in wajib for triwulan in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("jatuh_tempo", "sebutan"), [("2", "TW II"), ("1,3", "TW I, III"), ("1,2,3,4", "TW I, II, III, IV")]
)
def test_the_plan_may_say_when_an_indicator_is_due_and_the_engine_knows_it(jatuh_tempo: str, sebutan: str) -> None:
    tempo = jadwal("tahunan", jatuh_tempo)
    assert [wajib_lapor("tahunan", t, jatuh_tempo=jatuh_tempo) for t in (1, 2, 3, 4)] == [
        t in tempo for t in (1, 2, 3, 4)
    ]
    assert sebut_jadwal("tahunan", jatuh_tempo) == f"sekali setahun ({sebutan})"
    with duckdb.connect() as mesin:
        mesin.execute(render_sql())
        kolom = ", ".join(f"jadwal_lapor('tahunan', '{jatuh_tempo}', {t})" for t in (1, 2, 3, 4))
        ujung = f"jadwal_awal('tahunan', '{jatuh_tempo}'), jadwal_akhir('tahunan', '{jatuh_tempo}')"
        assert mesin.execute(f"SELECT {kolom}, {ujung}").fetchone() == (
            *(t in tempo for t in (1, 2, 3, 4)),
            tempo[0],
            tempo[-1],
        )


def test_the_engine_ends_a_triwulan_on_the_same_day() -> None:
    gudang = Gudang.buka(None)
    for tahun in range(1999, 2101):
        akhir = tanya(gudang, f"SELECT akhir_triwulan({tahun}, t) FROM range(1, 5) AS r(t) ORDER BY t")
        assert [hari for (hari,) in akhir] == [Periode(tahun, t).hari_terakhir for t in (1, 2, 3, 4)]
    gudang.tutup()


def test_the_empty_states_are_four_and_none_is_zero() -> None:
    assert set(NAMA_KEADAAN) - {TERISI} == {BELUM_WAKTUNYA, BELUM_ADA_DATA, TIDAK_DIRENCANAKAN, TIDAK_ADA_KEJADIAN}
    assert not any("0" in nama for nama in NAMA_KEADAAN.values())


@pytest.mark.parametrize(
    ("periode", "nama", "singkat", "akhir"),
    [
        (Periode(2026, 1), "Triwulan I 2026", "TW I 2026", date(2026, 3, 31)),
        (Periode(2024, 2), "Triwulan II 2024", "TW II 2024", date(2024, 6, 30)),
        (Periode(2026, 3), "Triwulan III 2026", "TW III 2026", date(2026, 9, 30)),
        (Periode(2025, 4), "Triwulan IV 2025", "TW IV 2025", date(2025, 12, 31)),
    ],
)
def test_a_periode_has_a_name_and_a_last_day(periode: Periode, nama: str, singkat: str, akhir: date) -> None:
    assert (periode.nama, periode.singkat, periode.hari_terakhir) == (nama, singkat, akhir)


@pytest.mark.parametrize("triwulan", [0, 5, -1])
def test_a_year_has_four_triwulan(triwulan: int) -> None:
    with pytest.raises(ValueError, match=str(triwulan)):
        Periode(2026, triwulan)


def test_periods_are_ordered_in_time() -> None:
    assert sorted([Periode(2026, 1), Periode(2025, 4), Periode(2025, 2)])[0] == Periode(2025, 2)


def test_a_date_is_written_in_words() -> None:
    assert tulis_tanggal(date(2026, 8, 17)) == "17 Agustus 2026"
