"""LibreOffice as an independent calculator for the workbooks that Capaian writes.

By itself LibreOffice trusts the cached values of a workbook and computes nothing: a comparison would compare our values
with themselves. The profile made here tells it to recalculate every formula when it opens a file.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import python_calamine

perlu_libreoffice = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
"""Marks for `pytestmark` of a module whose tests recalculate."""

_SELALU_HITUNG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def hitung_ulang(buku: Path) -> python_calamine.CalamineWorkbook:
    """Recalculate every formula of an xlsx and open the result (an ods beside it)."""
    profil = buku.parent / "profil-libreoffice"
    pengaturan = profil / "user" / "registrymodifications.xcu"
    pengaturan.parent.mkdir(parents=True, exist_ok=True)
    pengaturan.write_text(_SELALU_HITUNG, encoding="utf-8")
    ubah(buku, "ods", profil)
    return python_calamine.CalamineWorkbook.from_path(buku.with_suffix(".ods"))


def ubah(buku: Path, jenis: str, profil: Path) -> None:
    """Convert a file into another kind beside it, with a LibreOffice profile of its own."""
    perintah = ["soffice", f"-env:UserInstallation={profil.as_uri()}", "--headless", "--convert-to", jenis]
    subprocess.run([*perintah, "--outdir", str(buku.parent), str(buku)], check=True, capture_output=True, timeout=180)
