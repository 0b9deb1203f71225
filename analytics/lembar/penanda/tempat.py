"""Where a finding stands in the workbook, and how a formula sees whether it is still there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from analytics.lembar.penanda.asli import angka_kolom
from analytics.lembar.penanda.syarat import syarat
from analytics.pembaca.anak import BATAS_BARIS, BATAS_KOLOM, SelMentah
from analytics.temuan.butir import Temuan

_ALAMAT: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_KODE, _NAMA, _ALASAN = "kode", "nama", "alasan"


@dataclass(frozen=True)
class Tempat:
    """A finding with its place.

    `lembar` is the sheet's name, None when the whole file is meant or the sheet is not there; `sel` the cell that
    carries the mark (of a merged area its first), None when the finding is about no single cell. `nama` is the name of
    the row as the sheet has it. `asli` is the cell as it was sent, `dapat_dipantau` whether a formula can tell a
    change, `alasan` the cell of the row where a reason settles the finding, None when there is none.
    """

    temuan: Temuan
    lembar: str | None
    sel: str | None
    nama: str
    asli: SelMentah | None
    alasan: str | None

    def syarat(self, lembar: str = "") -> str | None:
        """The condition that holds while nothing was changed; `lembar` names the sheet in front of the address."""
        return None if self.sel is None else syarat(self.asli, f"{lembar}{self.sel}")


def tempatkan(temuan: Temuan, buku: Workbook, sel: Mapping[str, Mapping[str, SelMentah]]) -> Tempat:
    """Find the place of a finding in the workbook."""
    if temuan.lembar is None or temuan.lembar not in buku.sheetnames or temuan.lembar not in sel:
        return Tempat(temuan, None, None, "", None, None)
    lembar, isi = buku[temuan.lembar], sel[temuan.lembar]
    kunci = petakan_kunci(isi)
    alamat = _sel_bertanda(lembar, temuan.sel)
    baris = re.sub(r"\D", "", alamat or "")
    nama = _teks(isi, kunci.get(_NAMA), baris)
    return Tempat(temuan, temuan.lembar, alamat, nama, isi.get(alamat or ""), _sel_alasan(temuan, isi, kunci, alamat))


def petakan_kunci(isi: Mapping[str, SelMentah]) -> dict[str, str]:
    """The column letters of a format sheet by key, from its hidden key row; empty for another sheet."""
    for alamat, satu in isi.items():
        if satu[3] == _KODE:
            nomor = re.sub(r"\D", "", alamat)
            baris = {str(lain[3]): huruf[: -len(nomor)] for huruf, lain in isi.items() if _di_baris(huruf, nomor)}
            if {_NAMA, _ALASAN} <= baris.keys():
                return baris
    return {}


def _di_baris(alamat: str, nomor: str) -> bool:
    return alamat.rstrip("0123456789") + nomor == alamat


def _teks(isi: Mapping[str, SelMentah], kolom: str | None, baris: str) -> str:
    sel = isi.get(f"{kolom}{baris}") if kolom and baris else None
    return str(sel[3]) if sel else ""


def _sel_alasan(
    temuan: Temuan, isi: Mapping[str, SelMentah], kunci: Mapping[str, str], alamat: str | None
) -> str | None:
    """Where a reason may still be written: beside a peringatan, in a cell that was blank."""
    baris = re.sub(r"\D", "", alamat or "")
    kode = _teks(isi, kunci.get(_KODE), baris)
    tempat = f"{kunci.get(_ALASAN)}{baris}"
    if temuan.tingkat != "peringatan" or not kode or kode == _KODE or tempat in isi or tempat == alamat:
        return None
    return tempat


def _sel_bertanda(lembar: Worksheet, alamat: str | None) -> str | None:
    """The cell that can carry a mark: of a merged area only its first can."""
    cocok = _ALAMAT.fullmatch(alamat or "")
    if cocok is None or not isinstance(lembar, Worksheet):
        return None
    kolom, baris = angka_kolom(cocok.group(1)), int(cocok.group(2))
    if kolom > BATAS_KOLOM or baris > BATAS_BARIS:
        return None
    for satu in lembar.merged_cells.ranges:
        if satu.min_col <= kolom <= satu.max_col and satu.min_row <= baris <= satu.max_row:
            return str(satu.start_cell.coordinate)
    return alamat
