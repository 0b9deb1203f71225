"""What Capaian leaves in a workbook that goes back, and how to know it again when the workbook comes in.

The sheet TEMUAN is known by a hidden cell, a note by its first line, whatever Excel and LibreOffice made of them.
Earlier programs marked the sender's own workbook in the same way, so that their copies are known, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

LEMBAR_TEMUAN: Final = "TEMUAN"
SEL_PENANDA: Final = "A1"
"""The hidden cell of sheet TEMUAN that says that it is ours."""
PENANDA_TEMUAN: Final = "capaian-temuan-1"

_AWAL_CATATAN: Final = "──── Catatan Capaian ────"
_AKHIR_CATATAN: Final = "────────────"
_CATATAN: Final = re.compile(f"\n?{_AWAL_CATATAN}(?:\n.*?)??(?:\n{_AKHIR_CATATAN}(?=\n|$)|$)", re.DOTALL)


def lembar_temuan(nama: str, isi_penanda: str) -> bool:
    """Whether a sheet is our TEMUAN, by its name and the content of its cell `SEL_PENANDA`.

    Its name begins with TEMUAN: where a sender had a sheet of that name, earlier programs put more behind it.
    """
    return nama.strip().upper().startswith(LEMBAR_TEMUAN) and isi_penanda.strip() == PENANDA_TEMUAN


def catatan_tanpa_kita(teks: str) -> str:
    """What a note says besides us: the sender's own words, empty when there are none."""
    return _CATATAN.sub("", teks.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def bungkus_catatan(baris: Iterable[str]) -> str:
    """A note of ours, between lines by which it is known again; `baris` hold no line breaks."""
    return "\n".join((_AWAL_CATATAN, *baris, _AKHIR_CATATAN))
