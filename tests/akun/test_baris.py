"""Accounts from the command line: the way in when nobody can log in any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from analytics.__main__ import aplikasi
from analytics.akun.masuk import GagalMasuk, masuk
from analytics.sistem import buka_gudang, waktu_kini
from tests.alat.akun import ALAMAT

SANDI = {"CAPAIAN_SANDI": "sungai serayu"}


def _jalankan(jalur: Path, *perintah: str, env: dict[str, str] | None = None, ketikan: str | None = None) -> str:
    hasil = CliRunner().invoke(aplikasi, ["akun", *perintah, "--gudang", str(jalur)], env=env, input=ketikan)
    return f"{hasil.exit_code} {hasil.output.strip()}"


def test_an_account_is_made_listed_given_a_password_and_disabled(jalur_gudang: Path) -> None:
    buat = ("buat", "sri", "--nama", "Sri Wahyuni")
    assert _jalankan(jalur_gudang, *buat, env=SANDI) == "0 Akun sri dibuat untuk Sri Wahyuni: Pengelola Aplikasi."
    assert _jalankan(jalur_gudang, *buat, env=SANDI) == "1 Nama akun sri sudah dipakai."
    buat = ("buat", "bambang", "--nama", "Bambang Irawan", "--peran", "camat")
    assert _jalankan(jalur_gudang, *buat, ketikan="gunung slamet\n").startswith("0 Akun bambang dibuat")
    daftar = _jalankan(jalur_gudang, "daftar")
    assert "bambang: Bambang Irawan; Camat (*); belum pernah masuk" in daftar
    assert _jalankan(jalur_gudang, "nonaktif", "bambang").startswith("0 Akun bambang dinonaktifkan")
    assert "bambang [nonaktif]" in _jalankan(jalur_gudang, "daftar")
    assert _jalankan(jalur_gudang, "nonaktif", "sri").startswith("1 Ini pengelola aktif yang terakhir.")
    assert _jalankan(jalur_gudang, "sandi", "tidak-ada", env=SANDI) == "2 Akun tidak-ada tidak ada."


def test_a_lost_password_is_mended_and_the_log_says_from_where(jalur_gudang: Path) -> None:
    _jalankan(jalur_gudang, "buat", "sri", "--nama", "Sri Wahyuni", env=SANDI)
    baru = {"CAPAIAN_SANDI": "gunung slamet"}
    assert _jalankan(jalur_gudang, "sandi", "sri", env=baru).startswith("0 Kata sandi sri diganti")
    gudang = buka_gudang(jalur_gudang)
    with pytest.raises(GagalMasuk):
        masuk(gudang, "sri", SANDI["CAPAIAN_SANDI"], ALAMAT, waktu_kini())
    assert masuk(gudang, "sri", "gunung slamet", ALAMAT, waktu_kini())
    tercatat = [(peristiwa["aksi"], peristiwa["oleh"]) for peristiwa in gudang.kueri("peristiwa_semua")]
    assert ("setel_sandi", "baris perintah") in tercatat
    gudang.tutup()


def test_no_command_takes_a_password_as_an_argument() -> None:
    bantuan = "".join(
        CliRunner().invoke(aplikasi, ["akun", perintah, "--help"]).output for perintah in ("buat", "sandi")
    )
    assert "--sandi" not in bantuan
