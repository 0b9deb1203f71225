"""Any frozen result as plain JSON values, for `--json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any


def jadikan(nilai: Any) -> Any:
    """Dataclasses become objects with their public properties, DECIMAL and exact values numbers, dates ISO text.

    Bytes are left out: a file is not JSON.
    """
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return _objek(nilai)
    if isinstance(nilai, Mapping):
        return {str(kunci): jadikan(isi) for kunci, isi in nilai.items()}
    if isinstance(nilai, tuple | list | frozenset | set):
        urut = sorted(nilai) if isinstance(nilai, frozenset | set) else nilai
        return [jadikan(isi) for isi in urut]
    if isinstance(nilai, Decimal):
        return int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
    if isinstance(nilai, Fraction):
        return float(nilai)
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _objek(nilai: Any) -> dict[str, Any]:
    nama = [satu.name for satu in fields(nilai)]
    nama += [kunci for kunci, isi in vars(type(nilai)).items() if isinstance(isi, property | cached_property)]
    isi = {kunci: getattr(nilai, kunci) for kunci in nama}
    return {kunci: jadikan(satu) for kunci, satu in isi.items() if not isinstance(satu, bytes)}
