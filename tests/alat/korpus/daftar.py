"""The corpus: a good workbook broken in every way that the catalogue names, and changed where it must not matter."""

from __future__ import annotations

from typing import Final

from tests.alat.korpus.berkas import BERKAS, IDENTITAS
from tests.alat.korpus.kasus import Kasus
from tests.alat.korpus.makna import MAKNA
from tests.alat.korpus.sel import SEL
from tests.alat.korpus.susunan import SUSUNAN
from tests.alat.korpus.varian import VARIAN

KORPUS: Final[tuple[Kasus, ...]] = (*BERKAS, *IDENTITAS, *SUSUNAN, *SEL, *MAKNA)
"""Every broken workbook, in the order in which a workbook is checked."""

PENGECUALIAN: Final = {
    "angka_dipilih": "made on screen, when an officer picks one of two readings; no workbook alone brings it about",
}
"""Rules of the catalogue that no broken workbook can show, with the reason."""

__all__ = ["KORPUS", "PENGECUALIAN", "VARIAN"]
