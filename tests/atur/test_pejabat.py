"""Who holds an office on a day, deputies before the one they stand in for."""

from __future__ import annotations

from datetime import date

import pytest

from analytics.acuan import TidakSah, pejabat_pada
from analytics.atur.pejabat import CabutPejabat, TetapkanPejabat, daftar_jabatan, daftar_pejabat
from analytics.atur.perubahan import Perubahan, simpan
from data.gudang import Gudang
from tests.alat.tabel_beku import beku
from tests.alat.toko import KODE_PD
from tests.atur.alat_kantor import ALASAN, KASUBBAG, WAKTU

CAMAT = TetapkanPejabat(ALASAN, "Camat", "Siti Aminah", date(2026, 1, 2), pangkat="Pembina Tingkat I")
PLT = TetapkanPejabat(
    ALASAN, "Camat", "Budi Santoso", date(2026, 7, 1), sebagai="plt", selesai=date(2026, 7, 31), nip="1" * 18
)


def ubah(gudang: Gudang, *perubahan: Perubahan) -> None:
    for butir in perubahan:
        simpan(gudang, KASUBBAG, KODE_PD, butir, WAKTU)


def sebutan(gudang: Gudang, hari: date) -> tuple[str, str] | None:
    pejabat = pejabat_pada(gudang, KODE_PD, "Camat", hari)
    return None if pejabat is None else (pejabat.sebutan, pejabat.nama)


@pytest.fixture(scope="module")
def berpejabat(utuh: Gudang) -> Gudang:
    """The office with its Camat and a deputy, for what is refused."""
    ubah(utuh, CAMAT, PLT)
    return utuh


def test_a_deputy_holds_the_office_for_the_stated_days_only(kantor: Gudang) -> None:
    ubah(kantor, CAMAT, PLT)
    assert sebutan(kantor, date(2026, 1, 1)) is None
    assert sebutan(kantor, date(2026, 6, 30)) == ("Camat", "Siti Aminah")
    assert sebutan(kantor, date(2026, 7, 1)) == ("Plt. Camat", "Budi Santoso")
    assert sebutan(kantor, date(2026, 7, 31)) == ("Plt. Camat", "Budi Santoso")
    assert sebutan(kantor, date(2026, 8, 1)) == ("Camat", "Siti Aminah")


def test_a_successor_takes_over_on_the_first_day_and_nobody_is_overwritten(kantor: Gudang) -> None:
    ubah(kantor, CAMAT, TetapkanPejabat(ALASAN, "Camat", "Rahmat Hidayat", date(2026, 10, 1)))
    assert sebutan(kantor, date(2026, 9, 30)) == ("Camat", "Siti Aminah")
    assert sebutan(kantor, date(2026, 10, 1)) == ("Camat", "Rahmat Hidayat")
    assert len(daftar_pejabat(kantor, KODE_PD)) == 2


def test_who_is_withdrawn_holds_nothing_and_the_row_stays(kantor: Gudang) -> None:
    ubah(kantor, CAMAT, PLT, CabutPejabat(ALASAN, "2"))
    assert sebutan(kantor, date(2026, 7, 15)) == ("Camat", "Siti Aminah")
    assert len(beku(kantor, "pejabat", KODE_PD)) == 2
    with pytest.raises(TidakSah, match="sudah dicabut"):
        ubah(kantor, CabutPejabat(ALASAN, "2"))


@pytest.mark.parametrize(
    ("usul", "sebab"),
    [
        (TetapkanPejabat(ALASAN, "Lurah", "Siti", date(2026, 1, 2)), "tidak ada di kantor ini"),
        (TetapkanPejabat(ALASAN, "Camat", " . ", date(2026, 1, 2)), "tidak boleh kosong"),
        (TetapkanPejabat(ALASAN, "Camat", "Siti", date(2026, 1, 2), nip="12345"), "18 angka"),
        (TetapkanPejabat(ALASAN, "Camat", "Siti", date(2026, 1, 2), sebagai="plh"), "Plh. memerlukan hari terakhir"),
        (TetapkanPejabat(ALASAN, "Camat", "Siti", date(2026, 1, 2), selesai=date(2026, 1, 1)), "tidak boleh sebelum"),
        (
            TetapkanPejabat(ALASAN, "Camat", "Siti", date(2026, 7, 31), sebagai="plh", selesai=date(2026, 8, 2)),
            "Pada masa itu sudah ada Plt. Budi Santoso",
        ),
    ],
)
def test_an_official_that_cannot_be_is_refused(berpejabat: Gudang, usul: Perubahan, sebab: str) -> None:
    sebelum = beku(berpejabat, "pejabat", KODE_PD)
    with pytest.raises(TidakSah, match=sebab):
        ubah(berpejabat, usul)
    assert beku(berpejabat, "pejabat", KODE_PD) == sebelum


def test_the_offices_are_those_of_the_sop_of_every_unit_and_of_who_evaluates(kantor: Gudang) -> None:
    assert daftar_jabatan(kantor, KODE_PD, WAKTU.date()) == (
        "Camat",
        "Sekretaris Kecamatan",
        "Kasubbag Perencanaan dan Keuangan",
        "Kasubbag Umum dan Kepegawaian",
        "Kepala Seksi Satu",
        "Kepala Seksi Dua",
        "Kepala Bappeda",
    )
