"""The data version is known without a question and moves by what concerns an office; others keep their answers."""

from datetime import datetime
from pathlib import Path

import pytest

from analytics.sistem import buka_gudang
from data.gudang import Gudang, Peristiwa, TanpaPeristiwa

PADA = datetime(2026, 7, 1, 9, 0)
SATU, DUA = "7.01.0.00.0.00.05.0000", "7.01.0.00.0.00.06.0000"


def _ubah(gudang: Gudang, kode_pd: str, *, mengubah: bool = True) -> None:
    with gudang.transaksi(Peristiwa(kode_pd, "penguji", "uji", "objek", {}, PADA, mengubah=mengubah)):
        pass


def _tertanya(gudang: Gudang) -> int:
    return int(gudang.kueri("versi_data")[0]["nomor"])


def test_a_write_of_one_office_leaves_the_version_of_another(gudang: Gudang) -> None:
    _ubah(gudang, SATU)
    sebelum = gudang.versi_data(DUA)
    _ubah(gudang, SATU)
    assert gudang.versi_data(DUA) == sebelum
    assert gudang.versi_data(SATU) == gudang.versi_data() == _tertanya(gudang)


@pytest.mark.parametrize("kode_pd", ["*", ""])
def test_what_is_no_single_offices_moves_the_version_of_all(gudang: Gudang, kode_pd: str) -> None:
    _ubah(gudang, SATU)
    sebelum = gudang.versi_data(DUA)
    _ubah(gudang, kode_pd)
    assert gudang.versi_data(SATU) == gudang.versi_data(DUA) == gudang.versi_data() == _tertanya(gudang) > sebelum


def test_a_login_or_a_refusal_moves_nothing(gudang: Gudang) -> None:
    _ubah(gudang, SATU)
    sebelum = gudang.versi_data(SATU)
    _ubah(gudang, SATU, mengubah=False)
    assert gudang.versi_data(SATU) == gudang.versi_data() == sebelum == _tertanya(gudang)


def test_what_was_taken_back_moves_nothing(gudang: Gudang) -> None:
    _ubah(gudang, SATU)
    sebelum = gudang.versi_data(SATU)
    with gudang.coba() as tx:
        tx.catat(Peristiwa(SATU, "penguji", "uji", "objek", {}, PADA))
    with pytest.raises(TanpaPeristiwa), gudang.transaksi():
        pass
    with pytest.raises(ZeroDivisionError), gudang.transaksi(Peristiwa(SATU, "penguji", "uji", "objek", {}, PADA)):
        raise ZeroDivisionError
    assert gudang.versi_data(SATU) == gudang.versi_data() == sebelum == _tertanya(gudang)


def test_after_reopening_what_was_before_counts_for_every_office(jalur_gudang: Path) -> None:
    gudang = buka_gudang(jalur_gudang)
    _ubah(gudang, SATU)
    _ubah(gudang, DUA)
    gudang.tutup()
    lagi = buka_gudang(jalur_gudang)
    assert lagi.versi_data(SATU) == lagi.versi_data(DUA) == lagi.versi_data() == _tertanya(lagi) == 2
    lagi.tutup()
