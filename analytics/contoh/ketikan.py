"""What is typed into a format workbook, said without the library that types it: a store is opened without it too."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

Ketikan = str | int | float | Decimal
"""What is typed into one cell: a number becomes a numeric cell, a text a text cell (also `1.200` or `-`)."""
Isian = Mapping[str, Mapping[str, Ketikan]]
"""Per row code, what is typed by column key (`realisasi`, `pembilang`, `alasan`, `faktor_pendorong`, `rupiah` ...)."""
