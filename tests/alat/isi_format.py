"""Fills the yellow cells of a format workbook, as a person at a unit would."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from analytics.lembar.bentuk.format import (
    KOLOM_ANGGARAN,
    LEMBAR_ANGGARAN,
    LEMBAR_REALISASI,
    LEMBAR_SIDIK,
    KolomFormat,
    baca_identitas,
    cari_letak,
    kolom_realisasi,
)
from analytics.lembar.bentuk.ketikan import Isian
from analytics.pembaca.zip_tetap import tetapkan


def isi_format(format_kosong: bytes, isian: Isian, anggaran: Isian | None = None) -> bytes:
    """The workbook with these cells typed: `isian` by indicator, `anggaran` by leaf of the plan tree.

    The same input gives the same bytes. Raises KeyError for a code or column that the workbook does not have, and for a
    workbook that is not a format.
    """
    buku = openpyxl.load_workbook(io.BytesIO(format_kosong))
    terbaca = baca_identitas(_teks(buku[LEMBAR_SIDIK]))
    if terbaca is None:
        raise KeyError(LEMBAR_SIDIK)
    _ketik(buku[LEMBAR_REALISASI], kolom_realisasi(terbaca[0].triwulan), isian)
    if anggaran:
        _ketik(buku[LEMBAR_ANGGARAN], KOLOM_ANGGARAN, anggaran)
    wadah = io.BytesIO()
    buku.save(wadah)
    return tetapkan(wadah.getvalue())


def _teks(lembar: Worksheet) -> dict[str, str]:
    return {sel.coordinate: str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None}


def _ketik(lembar: Worksheet, kolom: tuple[KolomFormat, ...], isian: Isian) -> None:
    letak = cari_letak(_teks(lembar), kolom)
    if letak is None:
        raise KeyError(lembar.title)
    for kode, ketikan in isian.items():
        for kunci, nilai in ketikan.items():
            sel = lembar[letak.alamat(kode, kunci)]
            sel.value = nilai
            if isinstance(nilai, str):
                sel.data_type = "s"
