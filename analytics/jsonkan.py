"""Any frozen result as plain JSON values, for `--json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import isfinite
from typing import Any, Final

_ANGKA_TERPANJANG: Final = 30
"""Digits before the comma of the largest number in the store."""


def jadikan(nilai: Any) -> Any:
    """Dataclasses become objects with their public properties, DECIMAL and exact values numbers, dates ISO text.

    Bytes are left out: a file is not JSON. So are fields that are no part of the value (`compare`), such as how it is
    written. What is no finite number becomes null, and half a character (a lone
    surrogate, from a file name) its code as text, because JSON has neither.
    """
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return _objek(nilai)
    if isinstance(nilai, Mapping):
        return {jadikan(str(kunci)): jadikan(bagian) for kunci, bagian in nilai.items()}
    if isinstance(nilai, tuple | list | frozenset | set):
        urut = sorted(nilai) if isinstance(nilai, frozenset | set) else nilai
        return [jadikan(bagian) for bagian in urut]
    if isinstance(nilai, float | Decimal | Fraction):
        return _angka(nilai)
    if isinstance(nilai, str):
        return nilai.encode("utf-8", "backslashreplace").decode("utf-8")
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _angka(nilai: float | Decimal | Fraction) -> int | float | None:
    if isinstance(nilai, Decimal) and nilai.is_finite() and nilai.adjusted() < _ANGKA_TERPANJANG and nilai % 1 == 0:
        return int(nilai)
    try:
        pecahan = float(nilai)
    except OverflowError:
        return None
    return pecahan if isfinite(pecahan) else None


def _objek(nilai: Any) -> dict[str, Any]:
    nama = [bidang.name for bidang in fields(nilai) if bidang.compare]
    nama += [kunci for kunci, sifat in vars(type(nilai)).items() if isinstance(sifat, property | cached_property)]
    medan = {kunci: getattr(nilai, kunci) for kunci in nama}
    return {kunci: jadikan(bagian) for kunci, bagian in medan.items() if not isinstance(bagian, bytes)}
