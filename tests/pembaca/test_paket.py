"""The reader as a piece of its own: what its README promises to whoever installs it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

from analytics.pembaca.tolakan import Kode
from tests.pembaca.alat_kaya import seperti_format

PAKET = Path(__file__).parents[2] / "analytics/pembaca"
README = (PAKET / "README.md").read_text(encoding="utf-8")


def test_the_reader_works_alone_with_the_standard_library(tmp_path: Path) -> None:
    """Its folder and nothing else of ours, without installed libraries, runs the example of its README."""
    (tmp_path / "analytics").mkdir()
    (tmp_path / "analytics/__init__.py").touch()
    shutil.copytree(PAKET, tmp_path / "analytics/pembaca", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "buku.xlsx").write_bytes(seperti_format())
    contoh = "".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    program = "import sys\nberkas = open(sys.argv[1], 'rb').read()\n" + contoh
    jalan = [sys.executable, "-E", "-s", "-S", "-c", program]
    baik = subprocess.run([*jalan, "buku.xlsx"], cwd=tmp_path, capture_output=True, check=True, text=True).stdout
    assert "F3 angka 6 6 C3*2" in baik
    (tmp_path / "surat.xlsx").write_bytes(b"%PDF-1.7")
    ditolak = subprocess.run([*jalan, "surat.xlsx"], cwd=tmp_path, capture_output=True, check=True, text=True).stdout
    assert ditolak == "bukan_xlsx jenis_lain {'jenis': 'pdf'} The file is of type pdf, not an xlsx workbook.\n"


def test_the_readme_names_every_kind_of_refusal_and_every_module() -> None:
    assert [kode for kode in get_args(Kode) if f"`{kode}`" not in README] == []
    modul = {berkas.stem for berkas in PAKET.glob("*.py")} - {"__init__"}
    assert {nama for nama in re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE) if nama in modul} == modul
