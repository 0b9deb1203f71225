"""LibreOffice as an independent calculator for the workbooks that Capaian writes.

By itself LibreOffice trusts the cached values of a workbook and computes nothing: a comparison would compare our values
with themselves. The profile made here tells it to recalculate every formula when it opens a file.
"""

from __future__ import annotations

import io
import math
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
import python_calamine

perlu_libreoffice = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed."),
]
"""Marks for `pytestmark` of a module whose tests recalculate. With CI=true a skip is a failure (tests/conftest.py)."""

RELATIF = 1e-9
"""How far a recalculated value may be from ours, relative to it."""

_SELALU_HITUNG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class SelRumus:
    """One formula cell: where, the formula, our cached value, and what LibreOffice makes of it."""

    lembar: str
    sel: str
    rumus: str
    kami: object
    mereka: object

    @property
    def sama(self) -> bool:
        """Texts equal; numbers within `RELATIF`."""
        if isinstance(self.kami, int | float) and isinstance(self.mereka, int | float):
            return math.isclose(self.kami, self.mereka, rel_tol=RELATIF, abs_tol=RELATIF)
        return self.kami == self.mereka


def hitung_ulang(buku: Path) -> python_calamine.CalamineWorkbook:
    """Recalculate every formula of an xlsx and open the result (an ods beside it)."""
    profil = buku.parent / "profil-libreoffice"
    pengaturan = profil / "user" / "registrymodifications.xcu"
    pengaturan.parent.mkdir(parents=True, exist_ok=True)
    pengaturan.write_text(_SELALU_HITUNG, encoding="utf-8")
    ubah(buku, "ods", profil)
    return python_calamine.CalamineWorkbook.from_path(buku.with_suffix(".ods"))


def bandingkan(isi: bytes, folder: Path) -> list[SelRumus]:
    """Every formula cell of a workbook with our cached value and LibreOffice's; `folder` is for its files."""
    jalur = folder / "buku.xlsx"
    jalur.write_bytes(isi)
    mereka = hitung_ulang(jalur)
    rumus, kami = (openpyxl.load_workbook(io.BytesIO(isi), data_only=nilai) for nilai in (False, True))
    return [
        SelRumus(nama, sel.coordinate, str(sel.value), kami[nama][sel.coordinate].value, _ambil(baris, sel))
        for nama in rumus.sheetnames
        for baris in [mereka.get_sheet_by_name(nama).to_python(skip_empty_area=False)]
        for sel in _sel_rumus(rumus[nama])
    ]


CSV_INDONESIA = "Text - txt - csv (StarCalc):59,34,76,1,,1057,false,true,false,false,false,-1,true"
"""The import filter for csv: semicolons, UTF-8, numbers as in Indonesian, and formulas are formulas."""


def ubah(buku: Path, jenis: str, profil: Path, saring: str = "") -> None:
    """Convert a file into another kind beside it, with a LibreOffice profile of its own; `saring` opens the file."""
    perintah = ["soffice", f"-env:UserInstallation={profil.as_uri()}", "--headless", "--convert-to", jenis]
    masuk = [f"--infilter={saring}"] if saring else []
    subprocess.run(
        [*perintah, *masuk, "--outdir", str(buku.parent), str(buku)], check=True, capture_output=True, timeout=180
    )


def _sel_rumus(lembar: openpyxl.worksheet.worksheet.Worksheet) -> Iterator[openpyxl.cell.Cell]:
    for baris in lembar.iter_rows():
        yield from (sel for sel in baris if sel.data_type == "f")


def _ambil(baris: list[list[object]], sel: openpyxl.cell.Cell) -> object:
    """The value at a cell; past the end of what LibreOffice wrote there is nothing."""
    if sel.row > len(baris) or sel.column > len(baris[sel.row - 1]):
        return None
    return baris[sel.row - 1][sel.column - 1]
