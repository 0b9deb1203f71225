"""Accounts for tests: a store with a pengelola and a Camat who log in with passwords."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest

from analytics.akun import sandi
from analytics.akun.kelola import Akun, AkunBaru, buat_akun, daftar_akun
from analytics.akun.penugasan import TugasBaru
from analytics.akun.pertama import buat_akun_pertama, isian_pertama
from analytics.sop.peran import CAMAT, Pelaku
from data.gudang import Gudang

WAKTU = datetime(2026, 10, 5, 9, 0)
ALAMAT = "192.168.1.20"
SANDI = "padi-menguning-7"
SANDI_CAMAT = "gunung slamet pagi"


def isi_akun(gudang: Gudang) -> tuple[Pelaku, Akun]:
    """The first account, and a Camat that it makes; their passwords are hashed once a process."""
    with pytest.MonkeyPatch.context() as sementara:
        sementara.setattr(sandi._PENYANDI, "hash", _sidik)
        return _isi_akun(gudang)


@cache
def _sidik(kata: str) -> str:
    return sandi.PasswordHash(sandi._PENYANDI.hashers).hash(kata)


def _isi_akun(gudang: Gudang) -> tuple[Pelaku, Akun]:
    pertama = isian_pertama("Sri Wahyuni", "sri", SANDI, WAKTU)
    assert buat_akun_pertama(gudang, pertama, ALAMAT, WAKTU, kode_benar=True).berhasil
    pengelola = Pelaku(cari(gudang, "sri").id_akun, "Sri Wahyuni")
    baru = AkunBaru("Bambang Irawan", "bambang", SANDI_CAMAT, TugasBaru(CAMAT, "*", WAKTU.date()))
    putusan = buat_akun(gudang, pengelola, baru, WAKTU)
    assert putusan.berhasil, putusan.pesan
    return pengelola, cari(gudang, "bambang")


def cari(gudang: Gudang, nama_akun: str) -> Akun:
    """The account of a name as a list shows it."""
    return next(akun for akun in daftar_akun(gudang, WAKTU.date()) if akun.nama_akun == nama_akun)


def jejak(gudang: Gudang) -> list[str]:
    """What the log says was done, in order."""
    return [peristiwa["aksi"] for peristiwa in gudang.kueri("peristiwa_semua")]
