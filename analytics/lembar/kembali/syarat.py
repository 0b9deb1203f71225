"""Whether a cell still holds what was written into it, as a formula for colours and for the column Keadaan."""

from __future__ import annotations

from typing import Final

from analytics.aturan.teks import apa_adanya, bersihkan, panjang_utf16
from analytics.lembar.bentuk.ketikan import Ketikan, bilangan

BATAS_TEKS: Final = 255
"""The longest text that may stand inside a formula."""


def syarat_tetap(ketikan: Ketikan, rujukan: str) -> str:
    """A condition that holds while the cell is as it was written; `rujukan` is how the formula names it.

    Functions are named as in the file format (English). Of a text that a formula cannot hold only the length is
    compared.
    """
    angka = bilangan(ketikan)
    if ketikan is None or ketikan == "":
        return f"LEN({rujukan})=0"
    if isinstance(ketikan, bool):
        return f"AND(ISLOGICAL({rujukan}),{rujukan}={str(ketikan).upper()})"
    if angka is not None:
        return f"AND(ISNUMBER({rujukan}),{rujukan}={float(angka)!r})".upper()
    teks = apa_adanya(str(ketikan))
    if panjang_utf16(teks) > BATAS_TEKS or bersihkan(teks) != teks:
        return f"AND(ISTEXT({rujukan}),LEN({rujukan})={panjang_utf16(teks)})"
    kutip = teks.replace('"', '""')
    return f'AND(ISTEXT({rujukan}),EXACT({rujukan},"{kutip}"))'
