"""What several stories in a browser do with workbooks: type into them, upload them, read the list, take a return."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import FilePayload, Locator, expect

from analytics.lembar.bentuk.format import (
    KOLOM_ANGGARAN,
    LEMBAR_ANGGARAN,
    LEMBAR_REALISASI,
    cari_letak,
    kolom_realisasi,
)
from analytics.lembar.bentuk.ketikan import Ketikan
from tests.alat.layar import Layar

Sel = tuple[str, str, str]
"""A cell by sheet, row code and column key."""
Ketik = Mapping[Sel, Ketikan | datetime | None]
LAMA: Final = 120_000
"""Milliseconds that a step may take on a busy machine."""
_TRIWULAN: Final = 3
"""With the columns of which triwulan the places of cells are looked for; those that are typed stand in all."""
TITIPAN: Final = "Bagaimana data divalidasi"
"""How the field begins in which a Kasubbag says how data came in."""


def realisasi(kode: str, kolom: str = "realisasi") -> Sel:
    return (LEMBAR_REALISASI, kode, kolom)


def ketik(isi: bytes, isian: Ketik) -> bytes:
    """A workbook with these cells typed; a number in a cell that shows dates makes it a cell of numbers again."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for (lembar, kode, kolom), nilai in isian.items():
        sel = buku[lembar][alamat(buku[lembar], kode, kolom)]
        if sel.is_date:
            sel.number_format = "General"
        sel.value = nilai
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def alamat(lembar: Worksheet, kode: str, kolom: str) -> str:
    """Where the cell of a row stands."""
    teks = {sel.coordinate: str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None}
    letak = cari_letak(teks, KOLOM_ANGGARAN if lembar.title == LEMBAR_ANGGARAN else kolom_realisasi(_TRIWULAN))
    assert letak is not None
    return letak.alamat(kode, kolom)


def baris(tab: Layar) -> Locator:
    """The rows of the list of uploads."""
    return tab.halaman.get_by_role("region", name="Unggahan", exact=True).locator("tbody tr")


def unggah(tab: Layar, *berkas: FilePayload) -> None:
    tab.halaman.locator("input[type=file]").set_input_files(list(berkas), timeout=LAMA)


def muatan(nama: str, isi: bytes) -> FilePayload:
    return {"name": nama, "mimeType": "application/octet-stream", "buffer": isi}


def lihat(tab: Layar, teks: str) -> None:
    """Wait until a sentence can be read in the main area."""
    expect(tab.halaman.get_by_test_id("stMain").get_by_text(teks).first).to_be_visible(timeout=LAMA)


def judul(tab: Layar, teks: str) -> None:
    """Wait for the conclusion at the top."""
    expect(tab.halaman.get_by_role("heading", level=1)).to_have_text(teks, timeout=LAMA)


def kembalian(tab: Layar) -> dict[str, bytes]:
    """The files of the zip for the unit."""
    with tab.halaman.expect_download(timeout=LAMA) as unduhan:
        tab.halaman.get_by_role("button", name="Unduh pengembalian untuk unit (zip)").click(timeout=LAMA)
    with zipfile.ZipFile(unduhan.value.path()) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def bernama(tab: Layar, nama: str) -> Locator:
    """The row of the list of uploads that carries this name."""
    return baris(tab).filter(has=tab.halaman.get_by_role("rowheader", name=nama, exact=True))
