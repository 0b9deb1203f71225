"""Whether a cell still holds what was complained about, as a formula for colours and for the column Keadaan."""

from __future__ import annotations

import math
from typing import Final

from analytics.aturan.teks import bersihkan, panjang_utf16
from analytics.pembaca.anak import SelMentah

BATAS_TEKS: Final = 255
"""The longest text that may stand inside a formula."""


def syarat(sel: SelMentah | None, rujukan: str) -> str | None:
    """A condition that holds while the cell is as it was sent; None when a formula cannot tell.

    `sel` is the cell as our reader saw it, None when it was blank; `rujukan` how the formula names it. Functions are
    named as in the file format (English).
    """
    if sel is None:
        return f"LEN({rujukan})=0"
    _, jenis, nilai, teks, _, rumus = sel
    inti = _inti(str(jenis), nilai, str(teks), rujukan)
    if inti is None or rumus is None:
        return inti
    # Excel before 2013 does not know ISFORMULA; there the value alone decides.
    return f"AND(IFERROR(_xlfn.ISFORMULA({rujukan}),TRUE),{inti})"


def _inti(jenis: str, nilai: float | None, teks: str, rujukan: str) -> str | None:
    if jenis == "galat":
        return f"ISERROR({rujukan})"
    if jenis == "logika":
        return f"AND(ISLOGICAL({rujukan}),{rujukan}={'TRUE' if nilai else 'FALSE'})"
    if jenis in {"angka", "tanggal"} and nilai is not None and math.isfinite(nilai):
        return f"AND(ISNUMBER({rujukan}),{rujukan}={str(nilai).upper()})"
    if jenis == "teks" and teks == "":
        return f"LEN({rujukan})=0"
    if jenis == "teks" and panjang_utf16(teks) <= BATAS_TEKS and bersihkan(teks) == teks:
        kutip = teks.replace('"', '""')
        return f'AND(ISTEXT({rujukan}),EXACT({rujukan},"{kutip}"))'
    return None
