"""Whether a target was reached: one rule, and what is rendered from it as SQL and for Excel.

A value is compared as it was reported. One that was computed of pembilang and penyebut often does not end, and its
target was written with a few decimals: where it falls short of such a target, it is compared at the decimals of the
target, at least two. 11 of 13, 84,615…, reaches 84,62; it does not reach 85, and 84,615 that was typed does not reach
84,62.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from analytics.aturan.angka import DESIMAL_HITUNG
from analytics.aturan.capaian import Target, bulatkan_pecahan
from analytics.aturan.desimal import DESIMAL_BIASA, desimal_target

Ketercapaian = Literal["tercapai", "dibulatkan", "belum"]
"""Reached, reached at the decimals of the target only, or not."""
KATA_KETERCAPAIAN: Final[Mapping[Ketercapaian, str]] = {
    "tercapai": "tercapai",
    "dibulatkan": "tercapai (target dibulatkan)",
    "belum": "belum tercapai",
}
"""Each as it is printed."""


def ujung_target(polaritas: str, target: Target) -> Decimal | None:
    """What has to be reached: the number of a target, of a range the end that the polaritas comes to first."""
    if target.bawah is None or target.atas is None:
        return target.nilai
    return target.bawah if polaritas == "naik" else target.atas


def desimal_banding(ujung: Decimal, diketik: int | None = None) -> int | None:
    """The decimals at which a computed value is compared with a target that it falls short of; None: as it is.

    A whole target is compared as it is, and one with as many decimals as two values are compared at anyway; `diketik`
    are the decimals that it was typed with.
    """
    desimal = desimal_target(ujung)
    if desimal or ujung == ujung.to_integral_value():
        desimal = max(desimal, diketik or 0)
    return max(desimal, DESIMAL_BIASA) if 0 < desimal < DESIMAL_HITUNG else None


def putuskan(
    polaritas: str, realisasi: Fraction, ujung: Decimal, *, terhitung: bool, diketik: int | None = None
) -> Ketercapaian:
    """Whether a value reaches its target, which was typed with so many decimals.

    `terhitung`: it was computed of pembilang and penyebut.
    """
    if _sampai(polaritas, realisasi, ujung, DESIMAL_HITUNG):
        return "tercapai"
    desimal = desimal_banding(ujung, diketik) if terhitung else None
    if desimal is None:
        return "belum"
    dekat = Fraction(bulatkan_pecahan(realisasi, DESIMAL_HITUNG))
    return "dibulatkan" if _sampai(polaritas, dekat, ujung, desimal) else "belum"


def _sampai(polaritas: str, realisasi: Fraction, ujung: Decimal, desimal: int) -> bool:
    kiri, kanan = bulatkan_pecahan(realisasi, desimal), bulatkan_pecahan(Fraction(ujung), desimal)
    return kiri >= kanan if polaritas == "naik" else kiri <= kanan


def render_sql() -> str:
    """SQL macros over DOUBLE `realisasi` and DECIMAL `ujung`, true or false, NULL without either of them.

    `tercapai(polaritas, realisasi, ujung)` compares as reported, `tercapai_dibulatkan(..., diketik)` at the decimals of
    the target, for a computed value that the first one refuses; `diketik` are those that it was typed with, or NULL.
    """
    cabang = " ".join(
        f"WHEN ujung = round(ujung, {desimal}) AND coalesce(diketik, 0) <= {desimal} THEN {_banding_sql(desimal)}"
        for desimal in range(DESIMAL_BIASA, DESIMAL_HITUNG)
    )
    return (
        f"CREATE OR REPLACE MACRO tercapai(polaritas, realisasi, ujung) AS {_banding_sql(DESIMAL_HITUNG)};\n"
        "CREATE OR REPLACE MACRO tercapai_dibulatkan(polaritas, realisasi, ujung, diketik) AS "
        f"CASE WHEN ujung = round(ujung, 0) AND coalesce(diketik, 0) = 0 THEN false {cabang} ELSE false END;"
    )


def _banding_sql(desimal: int) -> str:
    kiri, kanan = f"bulat(realisasi, {desimal})", f"bulat(ujung, {desimal})"
    return f"CASE WHEN polaritas = 'naik' THEN {kiri} >= {kanan} ELSE {kiri} <= {kanan} END"


def render_excel(polaritas: str, realisasi: str, ujung: str, desimal: int) -> str:
    """The condition of Excel over two cells, a computed value against a target with so many decimals."""
    tanda = ">=" if polaritas == "naik" else "<="
    return f"ROUND(ROUND({realisasi},{DESIMAL_HITUNG}),{desimal}){tanda}ROUND({ujung},{desimal})"
