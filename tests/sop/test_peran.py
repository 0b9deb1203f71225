"""Who holds which peran on a day, and how far it reaches: office, unit, time."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest

from analytics.sop.peran import (
    BARIS_PERINTAH,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    PENGELOLA,
    SEKRETARIS,
    SEMUA_KANTOR,
    Pelaku,
    baca_tugas,
    pilih_tugas,
    sebut_pemegang,
)
from data.gudang import Gudang
from tests.alat.kantor_alur import CAMAT_, HARI, KODE_PD, PEM, SEKCAM, UMUM, Kantor
from tests.alat.pengguna import baca_pengguna

BARU = Pelaku("baru", "Orang Baru")


def _peran(kantor: Kantor, pelaku: Pelaku, hari: date = HARI) -> set[str]:
    return {penugasan.peran for penugasan in baca_tugas(kantor.gudang, pelaku, hari)}


@pytest.mark.parametrize("jenis", ["plt", "plh"])
def test_a_deputy_acts_from_the_first_to_the_last_day_and_not_a_day_more(kantor: Kantor, jenis: str) -> None:
    akhir = HARI + timedelta(days=6)
    kantor.tugaskan(SEKCAM, CAMAT, jenis=jenis, mulai=HARI, selesai=akhir)
    assert CAMAT not in _peran(kantor, SEKCAM, HARI - timedelta(days=1))
    assert CAMAT in _peran(kantor, SEKCAM, HARI)
    assert CAMAT in _peran(kantor, SEKCAM, akhir)
    assert CAMAT not in _peran(kantor, SEKCAM, akhir + timedelta(days=1))
    assert SEKRETARIS in _peran(kantor, SEKCAM, akhir + timedelta(days=1))


def test_a_deputy_is_called_one_and_says_until_when(kantor: Kantor) -> None:
    kantor.tugaskan(SEKCAM, CAMAT, jenis="plt", mulai=HARI, selesai=date(2026, 10, 31))
    tugas = pilih_tugas(baca_tugas(kantor.gudang, SEKCAM, HARI), [CAMAT], KODE_PD)
    assert tugas is not None
    assert (tugas.sebutan, tugas.masa) == ("Plt. Camat", "sampai 31 Oktober 2026")


def test_the_own_office_goes_before_a_deputyship(kantor: Kantor) -> None:
    kantor.tugaskan(CAMAT_, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    tugas = pilih_tugas(baca_tugas(kantor.gudang, CAMAT_, HARI), [CAMAT], KODE_PD)
    assert tugas is not None
    assert tugas.sebutan == "Camat"


def test_a_withdrawn_penugasan_and_a_disabled_account_give_nothing(kantor: Kantor) -> None:
    kantor.tambah_akun(BARU)
    kantor.tugaskan(BARU, KASUBBAG_UMUM, dicabut_pada=kantor.waktu())
    assert _peran(kantor, BARU) == set()
    mati = Pelaku("mati", "Akun Mati")
    kantor.tambah_akun(mati, aktif=False)
    kantor.tugaskan(mati, CAMAT)
    assert _peran(kantor, mati) == set()
    assert baca_pengguna(kantor.gudang, "mati", HARI) is None


def test_a_penugasan_without_an_account_and_an_account_without_a_penugasan_give_nothing(kantor: Kantor) -> None:
    kantor.tugaskan(BARU, CAMAT)
    assert _peran(kantor, BARU) == set()
    lain = Pelaku("lain", "Tanpa Tugas")
    kantor.tambah_akun(lain)
    assert _peran(kantor, lain) == set()
    assert _peran(kantor, Pelaku("", "Camat")) == set()


def test_a_kepala_seksi_is_one_for_the_own_unit_and_office(kantor: Kantor) -> None:
    (tugas,) = baca_tugas(kantor.gudang, PEM, HARI)
    assert tugas.untuk(KODE_PD, "PEM")
    assert not tugas.untuk(KODE_PD, "TRANTIB")
    assert not tugas.untuk(KODE_PD, "")
    assert not tugas.untuk("7.01.99", "PEM")


def test_a_penugasan_for_every_office_reaches_this_one_and_one_for_another_does_not(kantor: Kantor) -> None:
    kantor.tugaskan(UMUM, SEKRETARIS, kode_pd=SEMUA_KANTOR)
    kantor.tugaskan(UMUM, CAMAT, kode_pd="7.01.99")
    milik = baca_tugas(kantor.gudang, UMUM, HARI)
    assert pilih_tugas(milik, [SEKRETARIS], KODE_PD)
    assert pilih_tugas(milik, [CAMAT], KODE_PD) is None
    assert pilih_tugas(milik, [CAMAT], "7.01.99")


def test_the_command_line_acts_as_kasubbag_only_while_there_is_no_account(gudang: Gudang, kantor: Kantor) -> None:
    tugas = baca_tugas(gudang, BARIS_PERINTAH, HARI)
    assert {penugasan.peran for penugasan in tugas} == {KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, PENGELOLA}
    assert baca_tugas(kantor.gudang, BARIS_PERINTAH, HARI) == ()


def test_even_a_disabled_account_ends_the_time_of_the_command_line(gudang: Gudang) -> None:
    kantor_uji = Kantor(gudang)
    kantor_uji.tambah_akun(BARU, aktif=False)
    assert baca_tugas(gudang, BARIS_PERINTAH, HARI) == ()


@pytest.mark.parametrize(
    "ganti",
    [
        {"peran": KEPALA_SEKSI},
        {"peran": CAMAT, "kode_unit": "PEM"},
        {"peran": CAMAT, "jenis": "plt"},
        {"peran": CAMAT, "jenis": "plt", "selesai": date(2025, 1, 1)},
        {"peran": CAMAT, "jenis": "wakil"},
    ],
    ids=str,
)
def test_the_store_takes_no_penugasan_that_makes_no_sense(kantor: Kantor, ganti: dict[str, object]) -> None:
    with pytest.raises(duckdb.ConstraintException):
        kantor.tugaskan(BARU, **ganti)


def test_everybody_who_may_approve_is_named_deputies_too_and_nobody_else(kantor: Kantor) -> None:
    def semua() -> tuple[str, ...]:
        return sebut_pemegang(kantor.gudang, (CAMAT,), KODE_PD, HARI)

    assert semua() == ("Hadi (Camat)",)
    kantor.tugaskan(SEKCAM, CAMAT, jenis="plt", mulai=HARI, selesai=HARI)
    assert semua() == ("Hadi (Camat)", "Rina (Plt. Camat, sampai 5 Oktober 2026)")
    kantor.tugaskan(SEKCAM, CAMAT, jenis="plh", mulai=HARI + timedelta(days=1), selesai=HARI + timedelta(days=1))
    mati = Pelaku("mati", "Akun Mati")
    kantor.tambah_akun(mati, aktif=False)
    kantor.tugaskan(mati, CAMAT)
    assert len(semua()) == 2
    assert sebut_pemegang(kantor.gudang, (CAMAT,), "7.01.99", HARI) == ()
