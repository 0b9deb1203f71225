"""Two workbooks of a late unit to try the upload page with: one right, one with planted mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.isi import isi_format
from analytics.contoh.kiriman import Ketik, Kiriman, isian_anggaran, ketik_nilai
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang

UNIT: Final = "UMPEG"
PERIODE: Final = Periode(2026, 3)
_DIBUAT: Final = datetime(2026, 9, 25, 8, 0)

BENAR: Final = {
    "K-03": "3",
    "SK-02": "3",
    "SK-03": "1",
    "K-07": "3",
    "SK-05": "3",
    "SK-06": "3",
    "SK-07": "9",
    "K-08": "11",
    "SK-08": "11",
    "SK-09": "11",
    "SK-10": "1",
    "SK-11": "1",
    "SK-12": "12",
    "SK-13": "9",
}
"""What the unit would report for triwulan III 2026."""
KELIRU: Final[Ketik] = {
    "K-03": {"realisasi": "tiga"},
    "SK-05": {"realisasi": "1.200"},
    "SK-07": {"realisasi": 5},
    "SK-10": {"realisasi": ""},
    "SK-12": {"realisasi": "12.0"},
}
"""Planted mistakes: a word, a number with two readings, a cumulative value that falls, a blank, a dot."""
KELIRU_ANGGARAN: Final[Ketik] = {
    "7.01.01.2.08.0001": {"rupiah": 33000000},
    "7.01.01.2.08.0002": {"rupiah": "Rp 38 juta"},
    "7.01.01.2.08.0004": {"rupiah": 1000000},
}
"""Planted mistakes: ten times the pagu, a text, an amount that falls."""


def susun_coba(gudang: Gudang) -> Iterator[tuple[str, bytes]]:
    """(path below data/contoh, bytes) of both workbooks, for a store that holds the sample office."""
    kosong = susun_format(gudang, KODE_PD, UNIT, PERIODE, _DIBUAT)
    isian: Ketik = {kode: ketik_nilai(teks) for kode, teks in BENAR.items()}
    anggaran = isian_anggaran(Kiriman(UNIT, PERIODE, 1, _DIBUAT, _DIBUAT))
    nama = f"coba/{kosong.nama.removesuffix('.xlsx')}"
    yield f"{nama}_benar.xlsx", isi_format(kosong.isi, isian, anggaran)
    yield f"{nama}_keliru.xlsx", isi_format(kosong.isi, isian | KELIRU, anggaran | KELIRU_ANGGARAN)
