"""A csv of Capaian opened by a spreadsheet that would compute a formula if it found one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.teks import PEMICU
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel, susun_csv
from tests.alat.libreoffice import CSV_INDONESIA, perlu_libreoffice, ubah

pytestmark = perlu_libreoffice
DEPAN = ("", " ", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff", '"', ";", "\x00")
NAKAL = tuple(f"{depan}{pemicu}1+1" for depan in DEPAN for pemicu in PEMICU)


def _buka(isi: bytes, folder: Path) -> Worksheet:
    (folder / "tabel.csv").write_bytes(isi)
    return openpyxl.load_workbook(ubah(folder / "tabel.csv", "xlsx", CSV_INDONESIA)).active


def test_a_text_is_never_a_formula_and_a_negative_number_stays_a_number(tmp_path: Path) -> None:
    tabel = Tabel("Uji", (Kolom("Teks"), Kolom("Angka", "persen")), tuple(BarisTabel((s, -44.44)) for s in NAKAL))
    lembar = _buka(susun_csv(tabel), tmp_path)
    assert [sel.data_type for sel in lembar["A"]] == ["s"] * (len(NAKAL) + 1)
    assert [sel.value for sel in lembar["B"][1:]] == [-44.44] * len(NAKAL)


def test_the_spreadsheet_of_this_test_would_have_computed_a_formula(tmp_path: Path) -> None:
    assert _buka("\ufeffTeks\r\n=1+1\r\n".encode(), tmp_path)["A2"].data_type == "f"
