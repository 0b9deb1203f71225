"""LibreOffice as an independent calculator for the workbooks that Capaian writes.

By itself LibreOffice trusts the cached values of a workbook and computes nothing: a comparison would compare our values
with themselves. The profile made here tells it to recalculate every formula when it opens a file.

To start it costs several times what a workbook costs. It is started once in a process and stays; each file is handed to
it by a command that finds it by its profile (and that would start one of its own if it were gone).
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import io
import math
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from openpyxl.utils.cell import coordinate_to_tuple

from tests.alat.buku import sel_rumus

perlu_libreoffice = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed."),
]
"""Marks for `pytestmark` of a module whose tests recalculate. With CI=true a skip is a failure (tests/conftest.py)."""

RELATIF = 1e-9
"""How far a recalculated value may be from ours, relative to it."""

_PENGATURAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{bahasa}</value></prop></item>
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
    return python_calamine.CalamineWorkbook.from_path(ubah(buku, "ods"))


def bandingkan(isi: bytes, folder: Path) -> list[SelRumus]:
    """Every formula cell of a workbook with our cached value and LibreOffice's; `folder` is for its files."""
    jalur = folder / "buku.xlsx"
    jalur.write_bytes(isi)
    mereka = hitung_ulang(jalur)
    return [
        SelRumus(nama, alamat, rumus, kami, _ambil(baris, alamat))
        for nama in python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi)).sheet_names
        for baris in [mereka.get_sheet_by_name(nama).to_python(skip_empty_area=False)]
        for alamat, rumus, kami in sel_rumus(isi, nama)
    ]


CSV_INDONESIA = "Text - txt - csv (StarCalc):59,34,76,1,,1057,false,true,false,false,false,-1,true"
"""The import filter for csv: semicolons, UTF-8, numbers as in Indonesian, and formulas are formulas."""


def ubah(berkas: Path, jenis: str, saring: str = "", bahasa: str = "id-ID") -> Path:
    """Convert a file into another kind beside it, on a computer of that language; `saring` opens the file.

    `jenis` is an ending, with the name of a filter behind a colon where it needs one. What stood there before is gone.
    """
    hasil = berkas.with_suffix(f".{jenis.partition(':')[0]}")
    hasil.unlink(missing_ok=True)
    masuk = [f"--infilter={saring}"] if saring else []
    perintah = [*_perintah(_mulai(bahasa)), "--convert-to", jenis, *masuk, "--outdir", str(berkas.parent), str(berkas)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    assert hasil.exists(), f"LibreOffice made no {hasil.name} of {berkas.name}."
    return hasil


def simpan_ulang(isi: bytes, berkas: Path, jenis: str = "xlsx") -> tuple[bytes, bytes]:
    """A workbook as LibreOffice stores it in its own format, and from there as `jenis`; `berkas` is where."""
    berkas.write_bytes(isi)
    sendiri = ubah(berkas, "ods")
    return sendiri.read_bytes(), ubah(sendiri, jenis).read_bytes()


def _perintah(profil: Path) -> list[str]:
    return ["soffice", f"-env:UserInstallation={profil.as_uri()}", "--headless", "--norestore"]


@cache
def _mulai(bahasa: str) -> Path:
    """Start a LibreOffice of that language, which stays until this process ends; its profile."""
    profil = Path(tempfile.mkdtemp(prefix="capaian-libreoffice-"))
    pengaturan = profil / "user" / "registrymodifications.xcu"
    pengaturan.parent.mkdir()
    pengaturan.write_text(_PENGATURAN.format(bahasa=bahasa), encoding="utf-8")
    # It ends after a conversion when no document is open, and hangs on a file that it gets while it opens one.
    terbuka, contoh = profil / "terbuka.xlsx", profil / "contoh.xlsx"
    for berkas in (terbuka, contoh):
        xlsxwriter.Workbook(berkas).close()
    perintah = [*_perintah(profil), str(terbuka), "--convert-to", "ods", "--outdir", str(profil), str(contoh)]
    diam = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    proses = subprocess.Popen(perintah, start_new_session=True, **diam)
    atexit.register(_akhiri, proses, profil)
    _tunggu(contoh.with_suffix(".ods"), proses)
    return profil


def _tunggu(hasil: Path, proses: subprocess.Popen[bytes]) -> None:
    """Until it has made its first file: then the document is open, and others are taken."""
    for _ in range(3600):
        if hasil.exists():
            return
        assert proses.poll() is None, "LibreOffice stopped"
        time.sleep(0.05)
    pytest.fail("LibreOffice did not come up in time")


def _akhiri(proses: subprocess.Popen[bytes], profil: Path) -> None:
    """Stop it, and remove its profile and the socket that it leaves behind, named by the digest of the profile."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(proses.pid, signal.SIGTERM)
    proses.wait(timeout=30)
    shutil.rmtree(profil, ignore_errors=True)
    sidik = hashlib.md5(profil.as_uri().encode("utf-16-le")).digest()  # noqa: S324 - as LibreOffice names it
    nama = "".join(f"{angka:x}" for angka in sidik)
    Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{nama}").unlink(missing_ok=True)  # noqa: S108


def _ambil(baris: list[list[object]], alamat: str) -> object:
    """The value at a cell; past the end of what LibreOffice wrote there is nothing."""
    nomor, kolom = coordinate_to_tuple(alamat)
    if nomor > len(baris) or kolom > len(baris[nomor - 1]):
        return None
    return baris[nomor - 1][kolom - 1]
