"""Deadlines: what is proposed, what the letter sets, and whether a unit kept it, apart from how much it filled in."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from analytics.alur.isi_surat import perlu_diingatkan
from analytics.alur.permintaan import IsiPermintaan, atur_permintaan
from analytics.contoh.akun import KASUBBAG
from analytics.evaluasi.hasil import UnitPeriode
from analytics.papan.tenggat import (
    KetepatanUnit,
    baca_waktu_baku,
    ringkas_kelengkapan,
    ringkas_ketepatan,
    susun_ketepatan,
    tenggat_usul,
    waktu_baku,
)
from analytics.sop.hari_kerja import Kalender
from tests.alat.kantor_papan import KANTOR, TW3, UNIT, UNIT_PERIODE, Kantor, kantor, unit

__all__ = ["kantor"]


def minta(kantor: Kantor, hari: int) -> None:
    """Ask for the data until this day of October."""
    permintaan = IsiPermintaan("900/12", None, date(2026, 10, hari))
    assert atur_permintaan(
        kantor.gudang, KASUBBAG.pelaku, KANTOR, TW3, permintaan, 0, datetime(2026, 10, 1, 9)
    ).berhasil


def ketepatan(kantor: Kantor, hari: int, jam: int = 15) -> dict[str, KetepatanUnit]:
    kini = datetime(2026, 10, hari, jam)
    hasil = susun_ketepatan(kantor.gudang, KANTOR, TW3, UNIT_PERIODE, kini, Kalender())
    return {tenggat.kode_unit: tenggat for tenggat in hasil}


def test_the_form_gives_every_step_its_working_days(kantor: Kantor) -> None:
    daftar = baca_waktu_baku(kantor.gudang)
    assert [waktu_baku(daftar, nomor, date(2026, 10, 1)).langkah for nomor in range(1, 13)] == list(range(1, 13))
    assert waktu_baku(daftar, 5, date(2026, 10, 1)).tulisan == "2–6 hari kerja"
    assert waktu_baku(daftar, 1, date(1990, 1, 1)).tulisan == "1 hari kerja"
    with pytest.raises(LookupError):
        waktu_baku(daftar, 13, date(2026, 10, 1))


def test_the_proposed_deadline_is_the_longest_of_steps_three_and_four(kantor: Kantor) -> None:
    assert tenggat_usul(baca_waktu_baku(kantor.gudang), date(2026, 10, 1), Kalender()) == date(2026, 10, 7)


def test_completeness_and_timeliness_are_two_things(kantor: Kantor) -> None:
    assert ketepatan(kantor, 2)["PEM"].tulisan == "belum mengirim"
    minta(kantor, 7)
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.semua("bagikan_format", 10, 1)
    kantor.pindah(unit("PEM"), "kirim", 10, 7)
    hasil = ketepatan(kantor, 9)
    assert (hasil["PEM"].tulisan, hasil["PEM"].terisi, hasil["PEM"].wajib) == ("tepat waktu", 0, 4)
    assert hasil["PMD"].tulisan == "belum mengirim, lewat 2 hari kerja"
    kantor.pindah(unit("PMD"), "kirim", 10, 12)
    assert ketepatan(kantor, 20)["PMD"].tulisan == "terlambat 3 hari kerja"


def test_what_is_sent_on_a_free_day_after_the_deadline_is_one_day_late(kantor: Kantor) -> None:
    minta(kantor, 9)
    assert ketepatan(kantor, 10)["PEM"].tulisan == "belum mengirim, lewat 1 hari kerja"


def test_a_unit_without_anything_due_is_not_late(kantor: Kantor) -> None:
    minta(kantor, 7)
    tanpa = tuple(UnitPeriode(kode, nama, 0, 0, (), None, None, None) for kode, nama in UNIT.items())
    hasil = susun_ketepatan(kantor.gudang, KANTOR, TW3, tanpa, datetime(2026, 10, 20), Kalender())
    assert {tenggat.tulisan for tenggat in hasil} == {"tidak ada isian wajib"}
    assert perlu_diingatkan(hasil) == ()


def test_the_office_in_two_figures(kantor: Kantor) -> None:
    tanpa = tuple(ketepatan(kantor, 2).values())
    assert (ringkas_kelengkapan(tanpa), ringkas_ketepatan(tanpa)) == ("0 dari 8", "")
    minta(kantor, 7)
    assert ringkas_ketepatan(tuple(ketepatan(kantor, 2).values())) == "0 dari 2"
    assert ringkas_kelengkapan(()) == ""
