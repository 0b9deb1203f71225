"""What an upload's return says of it: the verdict, how much was filled, and who has to do something."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from analytics.lembar.catat.unggahan import muat_unggahan
from analytics.lembar.kembali.kiriman_kembali import Pengembalian, diminta, susun_pengembalian
from data.gudang import Gudang
from tests.alat.kantor_lembar import DESA_SELESAI, KODE_PD, PADA, PEMBINAAN, SUB_1
from tests.lembar.alat_catat import unggah
from tests.lembar.alat_isian import LENGKAP, UANG, Periksa, Susun

LEBIH: dict[str, Any] = {**LENGKAP, DESA_SELESAI: {"realisasi": 925, "alasan": "sesuai rekap desa"}}
"""A likely slip of the hand, with a reason."""


def _kembali(gudang: Gudang, periksa: Periksa, isi: bytes, ke: int = 1) -> Pengembalian:
    hasil = periksa(isi)
    putusan = unggah(gudang, hasil, "Kasubbag", PADA + timedelta(minutes=ke), f"u{ke}")
    assert putusan.id_unggahan is not None
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    return susun_pengembalian(gudang, unggahan, hasil, hasil.temuan, PADA)


@pytest.mark.parametrize(
    ("realisasi", "anggaran", "putusan", "diminta_unit"),
    [
        (LENGKAP, UANG, "Siap diterima.", 0),
        (LENGKAP, {}, "Dapat diterima setelah 2 peringatan diperbaiki atau diberi alasan.", 2),
        (
            LEBIH,
            UANG,
            "Dapat diterima setelah Kasubbag Perencanaan menegaskan 1 peringatan yang sudah dijelaskan unit.",
            0,
        ),
        (LEBIH, {SUB_1: UANG[SUB_1]}, "Dapat diterima setelah 1 peringatan diperbaiki atau diberi alasan.", 1),
        (
            {**LEBIH, PEMBINAAN: {"realisasi": "1.200"}},
            UANG,
            "Belum dapat diterima: 1 galat harus diperbaiki; tidak ada angka yang disimpan.",
            1,
        ),
    ],
)
def test_the_verdict_says_who_has_to_do_something(
    realisasi: Any, anggaran: Any, putusan: str, diminta_unit: int, susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    kembali = _kembali(gudang, periksa, susun(realisasi, anggaran))
    assert kembali.kepala.putusan == putusan
    assert diminta(kembali.temuan) == diminta_unit


def test_the_heading_says_how_much_is_filled_and_what_waits(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    belum = {"alasan": "rekap belum selesai"}
    kosong = _kembali(gudang, periksa, susun(dict.fromkeys(LENGKAP, belum), dict.fromkeys(UANG, belum)))
    isian = "Terisi 0 dari 7 indikator (3 belum waktunya atau tidak direncanakan) dan 0 dari 2 baris anggaran."
    assert (kosong.kepala.putusan, kosong.kepala.keterangan) == ("Siap diterima.", (isian,))
    kedua = _kembali(gudang, periksa, susun(LEBIH, {SUB_1: UANG[SUB_1]}), 2).kepala
    assert kedua.ke == 2
    assert kedua.keterangan[1].startswith("4 indikator terisi, sebelumnya 0; 1 baris anggaran terisi, sebelumnya 0; ")
    assert kedua.keterangan[2] == "1 peringatan yang sudah dijelaskan unit menunggu Kasubbag Perencanaan."
