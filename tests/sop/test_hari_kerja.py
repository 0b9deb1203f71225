"""Working days: counted from the day after, without weekends, national holidays, cuti bersama; the office decides."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.sop.hari_kerja import (
    HariKhusus,
    Kalender,
    baca_kalender,
    catatan_perkiraan,
    hari_kerja_antara,
    libur_nasional,
    tahun_pasti,
    tambah_hari_kerja,
)
from data.gudang import Gudang, Peristiwa

NASIONAL = Kalender()
HARI = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def test_the_day_after_arrival_is_day_one_and_the_same_day_is_none() -> None:
    senin = datetime(2026, 10, 5, 8, 0)
    assert hari_kerja_antara(senin, senin.replace(hour=16), NASIONAL) == 0
    assert hari_kerja_antara(senin, datetime(2026, 10, 6, 7, 0), NASIONAL) == 1
    assert tambah_hari_kerja(senin, 1, NASIONAL) == date(2026, 10, 6)


def test_weekends_do_not_count() -> None:
    assert hari_kerja_antara(date(2026, 10, 2), date(2026, 10, 5), NASIONAL) == 1
    assert NASIONAL.libur(date(2026, 10, 3)) == "Sabtu"
    assert NASIONAL.libur(date(2026, 10, 4)) == "Minggu"


@pytest.mark.parametrize(
    ("hari", "nama"),
    [
        (date(2026, 8, 17), "Hari Kemerdekaan Republik Indonesia"),
        (date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia"),
    ],
)
def test_national_holidays_and_cuti_bersama_are_free(hari: date, nama: str) -> None:
    assert NASIONAL.libur(hari) == nama


def test_the_office_can_work_on_a_holiday_and_rest_on_a_working_day() -> None:
    kalender = Kalender(
        {
            date(2026, 12, 24): HariKhusus(libur=False, nama="Masuk", sumber="SE Camat"),
            date(2026, 12, 18): HariKhusus(libur=True, nama="Hari jadi kabupaten", sumber="SE Bupati"),
        }
    )
    assert kalender.bekerja(date(2026, 12, 24))
    assert kalender.libur(date(2026, 12, 18)) == "Hari jadi kabupaten"


def test_the_last_word_of_the_office_about_a_day_counts(gudang: Gudang) -> None:
    hari = date(2026, 12, 18)
    baris = {"tanggal": hari, "nama": "Hari jadi", "sumber": "SE Bupati"}
    with gudang.transaksi(Peristiwa("X", "uji", "uji", "hari", {}, datetime(2026, 1, 1))) as tx:
        tx.tambah("hari_khusus", [{**baris, "revisi": 1, "libur": True}, {**baris, "revisi": 2, "libur": False}])
    assert baca_kalender(gudang).bekerja(hari)


def test_a_year_without_decreed_holidays_is_called_an_estimate() -> None:
    assert tahun_pasti(2025)
    assert tahun_pasti(2026)
    assert not tahun_pasti(2035)
    assert catatan_perkiraan(date(2026, 12, 1)) == ""
    assert "2035 belum ditetapkan seluruhnya" in catatan_perkiraan(date(2026, 12, 1), date(2035, 1, 4))


@settings(max_examples=60)
@given(HARI, st.integers(0, 40))
def test_adding_n_working_days_and_counting_them_is_the_same(hari: date, n: int) -> None:
    sampai = tambah_hari_kerja(hari, n, NASIONAL)
    assert hari_kerja_antara(hari, sampai, NASIONAL) == n
    assert n == 0 or NASIONAL.bekerja(sampai)


@settings(max_examples=60)
@given(HARI, st.integers(0, 60), st.integers(0, 60))
def test_counts_add_up_and_never_exceed_the_days_of_the_calendar(hari: date, a: int, b: int) -> None:
    tengah, akhir = hari + timedelta(days=a), hari + timedelta(days=a + b)
    penuh = hari_kerja_antara(hari, akhir, NASIONAL)
    assert penuh == hari_kerja_antara(hari, tengah, NASIONAL) + hari_kerja_antara(tengah, akhir, NASIONAL)
    assert 0 <= penuh <= a + b


@settings(max_examples=40)
@given(HARI)
def test_a_free_day_is_a_weekend_or_has_a_name_in_the_national_calendar(hari: date) -> None:
    assert NASIONAL.bekerja(hari) == (hari.weekday() < 5 and hari not in libur_nasional(hari.year))


def test_backwards_there_is_nothing_to_add() -> None:
    assert hari_kerja_antara(date(2026, 10, 6), date(2026, 10, 5), NASIONAL) == 0
    with pytest.raises(ValueError, match="-1"):
        tambah_hari_kerja(date(2026, 10, 6), -1, NASIONAL)


def test_a_command_that_counts_no_days_does_not_load_the_calendar() -> None:
    kode = "import sys, analytics.sop.hari_kerja; print('holidays' in sys.modules)"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "False"
