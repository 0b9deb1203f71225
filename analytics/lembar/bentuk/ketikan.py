"""What is typed into a format workbook, by row and column; said without the library that writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Ketikan = str | bool | int | float | Decimal | None
"""What is typed into one cell: a number becomes a numeric cell, a text a text cell as it is (also `1.200`, `-` or
`=A1`), None leaves it blank."""
Isian = Mapping[str, Mapping[str, Ketikan]]
"""Per row code, what is typed by column key (`realisasi`, `pembilang`, `alasan`, `faktor_pendorong`, `rupiah` ...)."""


@dataclass(frozen=True)
class IsianUnit:
    """What a unit types into its format: `realisasi` by indicator, `anggaran` by leaf of the plan tree."""

    realisasi: Isian = field(default_factory=dict)
    anggaran: Isian = field(default_factory=dict)


def bilangan(ketikan: Ketikan) -> Decimal | None:
    """The number in a numeric cell, exactly as it is stored there; None for anything else."""
    if ketikan is None or isinstance(ketikan, str | bool):
        return None
    return Decimal(repr(ketikan)) if isinstance(ketikan, float) else Decimal(ketikan)
