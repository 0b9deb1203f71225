"""What Capaian leaves in a workbook that it marked, and how to know it again when the workbook comes back.

Three marks, each recognised by content that survives Excel and LibreOffice: the sheet TEMUAN by a hidden cell, a colour
by a term in its formula, a note by its first line. Standard library only, because the reader asks here as well.
"""

from __future__ import annotations

import re
from typing import Final

LEMBAR_TEMUAN: Final = "TEMUAN"
LEMBAR_TEMUAN_LAIN: Final = "TEMUAN (Capaian)"
"""The name of our sheet when the sender has a sheet TEMUAN of his own."""
SEL_PENANDA: Final = "A1"
"""The hidden cell of sheet TEMUAN that says that it is ours."""
PENANDA_TEMUAN: Final = "capaian-temuan-1"

BEKAS_RUMUS: Final = 'N("capaian")=0'
"""A term that is always true: the formula of a colour that holds it is ours."""
_BEKAS: Final = re.compile(r'\bN\s*\(\s*"capaian"\s*\)', re.IGNORECASE)

_AWAL_CATATAN: Final = "──── Catatan Capaian ────"
_AKHIR_CATATAN: Final = "────────────"
_CATATAN: Final = re.compile(f"\n?{_AWAL_CATATAN}(?:\n.*?)??(?:\n{_AKHIR_CATATAN}(?=\n|$)|$)", re.DOTALL)


def lembar_temuan(nama: str, isi_penanda: str) -> bool:
    """Whether a sheet is our TEMUAN, by its name and the content of its cell `SEL_PENANDA`."""
    return nama.strip().upper().startswith(LEMBAR_TEMUAN) and isi_penanda.strip() == PENANDA_TEMUAN


def warna_kita(rumus: str) -> bool:
    """Whether the formula of a conditional format is one of our marks."""
    return _BEKAS.search(rumus) is not None


def catatan_tanpa_kita(teks: str) -> str:
    """What a note says besides us: the sender's own words, empty when there are none."""
    return _CATATAN.sub("", teks.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def gabung_catatan(punya_pengirim: str, baris: list[str]) -> str:
    """A note with the sender's words first and ours below a line; `baris` may hold no line breaks."""
    kita = "\n".join((_AWAL_CATATAN, *baris, _AKHIR_CATATAN))
    return f"{punya_pengirim}\n{kita}" if punya_pengirim else kita
