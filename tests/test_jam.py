"""A clock that went back locks nobody out and keeps nobody in."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from analytics.akun.masuk import GagalMasuk, masuk
from analytics.akun.sesi import cari_sesi
from analytics.jam import kabar_jam
from data.gudang import Gudang
from tests.alat.akun import ALAMAT, SANDI, WAKTU, isi_akun, jejak

SALAH = datetime(2031, 1, 3, 9)
"""What a computer with a wrong clock thinks it is."""


def _gagal(gudang: Gudang, waktu: datetime, sandi: str = "salah sekali") -> str:
    with pytest.raises(GagalMasuk) as galat:
        masuk(gudang, "sri", sandi, ALAMAT, waktu)
    return str(galat.value)


@pytest.mark.parametrize(("gagal", "menit"), [(5, 1), (7, 4), (12, 64)])
def test_a_lock_of_a_wrong_clock_lasts_from_now_no_longer_than_it_was_given(
    gudang: Gudang, gagal: int, menit: int
) -> None:
    isi_akun(gudang)
    salah = SALAH
    for _ in range(gagal):
        _gagal(gudang, salah)
        salah += timedelta(hours=2)
    assert "Terlalu banyak" in _gagal(gudang, WAKTU, SANDI)
    for lewat in range(1, menit):
        assert "Terlalu banyak" in _gagal(gudang, WAKTU + timedelta(minutes=lewat), SANDI), "asking lengthens nothing"
    assert masuk(gudang, "sri", SANDI, ALAMAT, WAKTU + timedelta(minutes=menit))


def test_failures_of_a_wrong_clock_are_forgotten_after_a_day_like_all_others(gudang: Gudang) -> None:
    isi_akun(gudang)
    for _ in range(4):
        _gagal(gudang, SALAH)
    _gagal(gudang, WAKTU - timedelta(hours=25))
    for _ in range(4):
        assert "Coba lagi" not in _gagal(gudang, WAKTU)


def test_a_clock_that_went_back_at_the_door_is_put_on_record_and_told(gudang: Gudang) -> None:
    isi_akun(gudang)
    for _ in range(5):
        _gagal(gudang, SALAH)
    _gagal(gudang, WAKTU)
    masuk(gudang, "sri", SANDI, ALAMAT, WAKTU + timedelta(minutes=2))
    assert jejak(gudang).count("jam_mundur") == 1
    catatan = next(peristiwa for peristiwa in gudang.kueri("peristiwa_semua") if peristiwa["aksi"] == "jam_mundur")
    assert json.loads(catatan["rincian"]) == {"tercatat": "2031-01-03T09:00:00", "jam": "2026-10-05T09:00:00"}
    assert "Jam komputer mundur: sudah ada catatan bertanggal 3 Januari 2031" in str(kabar_jam(gudang, WAKTU))
    assert kabar_jam(gudang, WAKTU + timedelta(days=8)) is None


def test_a_session_of_a_wrong_clock_ends_instead_of_lasting_for_years(gudang: Gudang) -> None:
    isi_akun(gudang)
    dibuat = masuk(gudang, "sri", SANDI, ALAMAT, SALAH)
    assert cari_sesi(gudang, dibuat, SALAH) is not None
    assert cari_sesi(gudang, dibuat, WAKTU) is None
    dipakai = masuk(gudang, "sri", SANDI, ALAMAT, SALAH - timedelta(hours=11))
    assert cari_sesi(gudang, dipakai, SALAH - timedelta(hours=10)) is not None
    assert cari_sesi(gudang, dipakai, SALAH - timedelta(hours=10, minutes=6)) is None, "last used later than now"


def test_a_clock_that_is_set_right_by_minutes_ends_nothing(gudang: Gudang) -> None:
    isi_akun(gudang)
    token = masuk(gudang, "sri", SANDI, ALAMAT, WAKTU)
    assert cari_sesi(gudang, token, WAKTU - timedelta(minutes=4)) is not None
    for _ in range(5):
        _gagal(gudang, WAKTU)
    _gagal(gudang, WAKTU - timedelta(minutes=4))
    assert "jam_mundur" not in jejak(gudang)
