"""Marking a workbook of 60 rows in a running child, against openpyxl loading and saving the same file."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl

from analytics.lembar.tandai import Salinan, buat_penanda, tandai
from analytics.naskah.kepala import Kembalian
from analytics.pembaca.baca import Pembaca
from analytics.sistem import buka_gudang
from tests.alat.periksa import periksa_berkas
from tests.benchmarks.kantor_ukur import KODE_PD, PADA, KantorUkur
from tests.benchmarks.ukur import Perbandingan, bandingkan

_KANTOR = KantorUkur(unit=1, baris=60, tahun=(2026,))


def ukur() -> Iterator[Perbandingan]:
    """The workbook with a word in place of a number."""
    gudang = buka_gudang(None)
    _KANTOR.isi_gudang(gudang)
    isi = next(_KANTOR.buku(gudang)).isi
    with Pembaca() as pembaca:
        temuan = periksa_berkas(gudang, KODE_PD, isi, "b.xlsx", pembaca=pembaca).temuan
    kepala = Kembalian(
        "Kantor ukur", "Seksi U01", "Triwulan I 2026", "b.xlsx", 1, PADA, contoh=True, putusan="Belum dapat diterima."
    )
    with buat_penanda() as anak:
        assert isinstance(tandai(isi, kepala, temuan, anak), Salinan)
        yield bandingkan(
            f"tandai buku kerja {_KANTOR.baris} baris, proses anak siap / openpyxl buka + simpan",
            lambda: tandai(isi, kepala, temuan, anak),
            lambda: _buka_simpan(isi),
            ulangan=9,
        )
    gudang.tutup()


def _buka_simpan(isi: bytes) -> None:
    openpyxl.load_workbook(io.BytesIO(isi)).save(io.BytesIO())
