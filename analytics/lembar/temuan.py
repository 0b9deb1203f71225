"""Findings: what is wrong with a workbook, where, and what to type instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Tingkat = Literal["galat", "peringatan", "info"]
URUTAN_TINGKAT: Final[dict[Tingkat, int]] = {"galat": 0, "peringatan": 1, "info": 2}


@dataclass(frozen=True)
class Aturan:
    """One entry of the catalogue: a rule that a workbook can break.

    `aturan` is the rule as an Indonesian sentence, `sebab` why it matters and for which form, `sumber` its source.
    """

    kode: str
    tingkat: Tingkat
    aturan: str
    sebab: str
    sumber: str


@dataclass(frozen=True)
class Temuan:
    """One finding. `pesan` says what is wrong and why, `saran` what to type or do instead, both in Indonesian.

    `lembar` and `sel` are the sheet and the cell (A1), None when the whole file is meant; `diketik` is the content as
    typed, `dipahami` how it was read.
    """

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str
    lembar: str | None = None
    sel: str | None = None
    kode_indikator: str | None = None
    diketik: str | None = None
    dipahami: str | None = None

    @property
    def alamat(self) -> str:
        """`Realisasi!F12`, `Realisasi`, or `berkas` when the whole file is meant."""
        if self.lembar is None:
            return "berkas"
        return self.lembar if self.sel is None else f"{self.lembar}!{self.sel}"

    @property
    def kunci(self) -> str:
        """Identifies the finding within its file: the same mistake in the same cell has the same kunci."""
        return f"{self.kode}@{self.alamat}"


def ada_galat(temuan: tuple[Temuan, ...]) -> bool:
    """Whether any finding forbids storing the file."""
    return any(satu.tingkat == "galat" for satu in temuan)
