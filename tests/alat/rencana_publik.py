"""A public five-year plan of a kecamatan as a workbook: 55 indicators, pagu on three levels, no quarterly targets.

What the csv lacks is added by hand: units, polaritas, frekuensi and agregasi. It can be typed as numbers, or pasted as
text as another system exports it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

import openpyxl

from analytics.aturan.angka import satuan_persen
from analytics.rencana.baris import IdentitasKantor, NilaiRencana, Rencana, Riwayat, SimpulPohon
from analytics.rencana.lembar.susun import susun_templat
from tests.alat.rencana_csv import RENSTRA, BarisCsv, baca_csv, kode_indikator, susun, unit

KODE_PD: Final = "uji-7.01.1.00"
_BERANGKA: Final = ("Target Renstra", "Target Renja", "Pagu", "Riwayat")
_RUPIAH_TERKECIL: Final = 1_000_000


def baris_publik() -> list[BarisCsv]:
    """The rows as published."""
    return baca_csv("rencana_kecamatan_2026_2030.csv")


@cache
def rencana_publik() -> Rencana:
    """The whole plan, with the baselines that the csv prints."""
    baris = baris_publik()
    kantor = IdentitasKantor(KODE_PD, "Kecamatan Uji Publik", "Kabupaten Uji", None, None, contoh=True)
    rencana = susun(kantor, baris, [_simpul(baris_csv) for baris_csv in baris], _jadwal)
    return replace(rencana, riwayat=tuple(_awal(baris_csv) for baris_csv in baris if _berawal(baris_csv)))


def _simpul(baris_csv: BarisCsv) -> SimpulPohon:
    kode, tingkat, induk = baris_csv["kode"], baris_csv["tingkat"].replace(" ", "_"), baris_csv["induk"] or None
    return SimpulPohon(kode, tingkat, induk, baris_csv["nama"], unit(kode))


def _jadwal(baris_csv: BarisCsv) -> tuple[str, str]:
    atas = baris_csv["tingkat"] in {"tujuan", "sasaran"}
    dijumlah = not satuan_persen(baris_csv["satuan"]) and not atas
    return "tahunan" if atas else "triwulanan", "jumlah" if dijumlah else "nilai_akhir"


def _berawal(baris_csv: BarisCsv) -> bool:
    return baris_csv["kondisi_awal"] not in {"", "-"}


def _awal(baris_csv: BarisCsv) -> Riwayat:
    nilai = NilaiRencana(Decimal(baris_csv["kondisi_awal"]))
    return Riwayat(RENSTRA, kode_indikator(baris_csv["kode"]), "kondisi_awal", 2025, nilai, "Renstra")


@cache
def berkas_publik(*, teks: bool = False) -> bytes:
    """The workbook, with typed numbers or with every number as text and `.00` behind every amount of rupiah."""
    isi = susun_templat(rencana_publik()).isi
    if not teks:
        return isi
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for nama in _BERANGKA:
        for baris in buku[nama].iter_rows(min_row=5):
            for sel in baris:
                if isinstance(sel.value, int | float) and sel.column_letter > "C":
                    sel.value = _sebagai_teks(nama, sel.value, tahun=nama == "Riwayat" and sel.value in TAHUN_RIWAYAT)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


TAHUN_RIWAYAT: Final = (2025,)


def buku(semua: Sequence[Sequence[object]], gabungan: Sequence[str] = ()) -> bytes:
    """A workbook with one sheet of these rows."""
    hasil = openpyxl.Workbook()
    lembar = hasil.active
    assert lembar is not None
    for baris in semua:
        lembar.append(list(baris))
    for daerah in gabungan:
        lembar.merge_cells(daerah)
    wadah = io.BytesIO()
    hasil.save(wadah)
    return wadah.getvalue()


def ketik_sel(isi: bytes, ubahan: Mapping[str, object]) -> bytes:
    """The workbook with other content in some cells (`Pagu!D5`)."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for letak, tulisan in ubahan.items():
        lembar, sel = letak.split("!")
        buku[lembar][sel] = tulisan
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _sebagai_teks(lembar: str, angka: float, *, tahun: bool) -> str:
    rupiah = lembar == "Pagu" or (not tahun and angka >= _RUPIAH_TERKECIL)
    return f"{angka:.2f}" if rupiah else str(angka)
