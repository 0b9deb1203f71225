"""A value that is reported as pembilang and penyebut: its one formula, and what is rendered from it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan import ekspresi
from analytics.aturan.angka import tulis_angka

RUMUS_PECAHAN: Final = "pembilang / penyebut * faktor"
"""How the value comes of its parts; a penyebut is never 0."""


def hitung_pecahan(pembilang: Decimal, penyebut: Decimal, faktor: Decimal) -> Fraction:
    """The exact value."""
    bagian = {"pembilang": Fraction(pembilang), "penyebut": Fraction(penyebut), "faktor": Fraction(faktor)}
    return ekspresi.nilai(RUMUS_PECAHAN, bagian)


def nilai_pecahan(pembilang: Decimal | None, penyebut: Decimal | None, faktor: Decimal | None) -> Fraction | None:
    """The exact value of a report, None when it was not given so, or the rule says no faktor."""
    if pembilang is None or not penyebut or faktor is None:
        return None
    return hitung_pecahan(pembilang, penyebut, faktor)


def render_sql() -> str:
    """SQL macro `nilai_pecahan(pembilang, penyebut, faktor)`: DOUBLE, or NULL."""
    hitung = ekspresi.render_sql(RUMUS_PECAHAN, lambda kunci: f"CAST({kunci} AS DOUBLE)")
    return f"CREATE OR REPLACE MACRO nilai_pecahan(pembilang, penyebut, faktor) AS {hitung};"


def render_excel(pembilang: str, penyebut: str, faktor: str) -> str:
    """The live formula of Excel, without the leading `=`, over these cells or numbers."""
    return ekspresi.render_excel(RUMUS_PECAHAN, {"pembilang": pembilang, "penyebut": penyebut, "faktor": faktor})


def tulis_cara(pembilang: str, penyebut: str, faktor: Decimal) -> str:
    """The working for people: `12 / 13 × 100`, or with the names of the parts."""
    bagian = {"pembilang": pembilang, "penyebut": penyebut, "faktor": tulis_angka(faktor)}
    return ekspresi.tulis_ekspresi(RUMUS_PECAHAN, lambda kunci: bagian[kunci])


def tulis_pasangan(pembilang: Decimal, penyebut: Decimal) -> str:
    """The report as people write it: `12 / 13`."""
    return f"{tulis_angka(pembilang)} / {tulis_angka(penyebut)}"


def tulis_laporan(
    nilai: Decimal | None, pembilang: Decimal | None, penyebut: Decimal | None, peringkat: str | None
) -> str:
    """What was reported as people write it: `BB`, `12 / 13`, `85,5`, or empty."""
    if peringkat is not None:
        return peringkat
    if pembilang is not None and penyebut is not None:
        return tulis_pasangan(pembilang, penyebut)
    return "" if nilai is None else tulis_angka(nilai)
