"""One workbook being written: opened the same way every time, so that the same result gives the same bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellStringTuple, Worksheet

from analytics.aturan.teks import bersihkan
from analytics.dokumen.gaya import GayaSel
from analytics.evaluasi.hasil import Keterangan
from analytics.rupa import HURUF_PADAT, TANDA_CONTOH_CETAK, opsi_buku

_DIGIT_BULAT: Final = 16
"""Digits of a whole number that a DOUBLE cannot hold any more."""
_LOLOS: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes a letter by its number; in the result of a formula it means the letter."""
_BATAS_NAMA_KAKI: Final = 80
"""UTF-16 units of the name of the office that leave room for periode, status and the mark of sample data."""


@dataclass(frozen=True)
class Buku:
    """A workbook with its formats (`padat`: a narrow font for wide forms) and the heading that all sheets share."""

    buku: xlsxwriter.Workbook
    gaya: GayaSel
    padat: GayaSel
    keterangan: Keterangan
    keluaran: io.BytesIO

    @property
    def kaki(self) -> str:
        """Office, periode and status, for the foot of every page."""
        nama = bersihkan(self.keterangan.kantor.nama, _BATAS_NAMA_KAKI)
        kaki = f"{nama} · {self.keterangan.periode.nama} · {self.keterangan.status.upper()}"
        sah = self.keterangan.pengesahan
        if sah is not None:
            kaki = f"{kaki} · {sah.nomor} · sidik {sah.sidik_singkat}"
        return f"{kaki} · {TANDA_CONTOH_CETAK}" if self.keterangan.kantor.contoh else kaki

    def tutup(self) -> bytes:
        """Put the file together, once everything is written; its bytes."""
        self.buku.close()
        return self.keluaran.getvalue()


def buka_buku(judul: str, keterangan: Keterangan) -> Buku:
    """A new workbook in memory; only who wants its file closes it."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, opsi_buku())
    buku.set_properties(
        {
            "title": bersihkan(judul, 250),
            "author": "Capaian",
            "company": bersihkan(keterangan.kantor.nama, 250),
            "comments": f"Status {keterangan.status}. {TANDA_CONTOH_CETAK if keterangan.kantor.contoh else ''}".strip(),
            "created": keterangan.dibuat,
        }
    )
    catat_sifat(buku, keterangan)
    return Buku(buku, GayaSel(buku), GayaSel(buku, HURUF_PADAT), keterangan, keluaran)


def sel_tertulis(buku: xlsxwriter.Workbook) -> dict[str, dict[str, list[Any]]]:
    """What whoever reads the file will find, by sheet and address: [value, formula] of every cell that says something.

    Numbers and texts as the file holds them; None where a formula has no result. Ask before the workbook is closed.
    """
    teks = {nomor: tulisan for tulisan, nomor in buku.str_table.string_table.items()}
    return {lembar.get_name(): dict(_sel_lembar(lembar, teks)) for lembar in buku.worksheets()}


def _sel_lembar(lembar: Worksheet, teks: Mapping[int, str]) -> Iterator[tuple[str, list[Any]]]:
    for baris, kolom_baris in lembar.table.items():
        for kolom, sel in kolom_baris.items():
            rumus = getattr(sel, "formula", None)
            nilai = None if isinstance(sel, CellBlankTuple) else _tersimpan(sel, teks)
            if rumus is not None or nilai not in (None, ""):
                yield xl_rowcol_to_cell(baris, kolom), [nilai, rumus]


def _tersimpan(sel: Any, teks: Mapping[int, str]) -> str | float | None:
    """The value of a cell as it comes back out of the file: XlsxWriter keeps sixteen digits of a number."""
    if isinstance(sel, CellStringTuple):
        return teks[sel.string]
    if isinstance(sel, CellFormulaTuple):
        return _LOLOS.sub(_huruf, sel.value) or None if isinstance(sel.value, str) else _angka(str(sel.value))
    return _angka(f"{sel.number:.16G}")


def _angka(tertulis: str) -> float:
    """A number from its text in the file: whole ones stay whole."""
    return int(tertulis) if tertulis.isdigit() and len(tertulis) < _DIGIT_BULAT else float(tertulis)


def _huruf(lolos: re.Match[str]) -> str:
    return chr(int(lolos[1], 16))


def catat_sifat(buku: xlsxwriter.Workbook, keterangan: Keterangan) -> None:
    """Status, snapshot and sidik as properties of the file, where another program finds them."""
    sah = keterangan.pengesahan
    buku.set_custom_property("Status", keterangan.status, "text")
    if sah is not None:
        buku.set_custom_property("Snapshot", sah.nomor, "text")
        buku.set_custom_property("Sidik", sah.sidik, "text")
