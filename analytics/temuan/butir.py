"""Findings: what is wrong with a workbook, where, and what to type instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from analytics.temuan.katalog import KATALOG_FORMAT, Tingkat
from analytics.temuan.kode import KodeFormat

URUTAN_TINGKAT: Final[dict[Tingkat, int]] = {"galat": 0, "peringatan": 1, "info": 2}


@dataclass(frozen=True)
class Temuan:
    """One finding. `pesan` says what is wrong and why, `saran` what to type or do instead, both in Indonesian.

    `lembar` and `sel` are the sheet and the cell (A1), None when the whole file is meant. `kode_baris` is the code of
    the row (an indikator, on sheet Anggaran a leaf of the plan tree) and `kolom` the key of the column: they stay when
    rows and columns move. `diketik` is the content as typed, `dipahami` how it was read, `pengganti` what can be typed
    instead, each exact and complete; `pembanding` earlier values to compare with, such as `Triwulan II 2026: 70`.
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
    kode_baris: str | None = None
    kolom: str | None = None
    pengganti: tuple[str, ...] = ()
    pembanding: tuple[str, ...] = ()

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

    @property
    def pokok(self) -> str:
        """Identifies the mistake from file to file, wherever its row and column have moved to."""
        if self.kode_baris is None:
            return self.kunci
        return f"{self.kode}@{self.lembar or ''}/{self.kode_baris}/{self.kolom or ''}"


def buat(kode: KodeFormat, pesan: str, sisipan: Mapping[str, str] | None = None, **letak: Any) -> Temuan:
    """Make a finding of a catalogue rule; `sisipan` fills the template of its saran, `letak` the fields of its place.

    Without `sisipan["pilihan"]` the replacements themselves stand there, as `1200 atau 1,2`; `contoh` is the first of
    them as it is typed where Excel would make something else of it, `'1200`. Raises KeyError for a kode that is not in
    the catalogue and for a template that is not filled.
    """
    aturan = KATALOG_FORMAT[kode]
    pengganti = letak.get("pengganti", ())
    pilihan = {"pilihan": " atau ".join(pengganti), "contoh": f"'{next(iter(pengganti), '')}"}
    return Temuan(kode, aturan.tingkat, pesan, aturan.saran.format_map({**pilihan, **(sisipan or {})}), **letak)


def catatan(temuan: Temuan) -> dict[str, Any]:
    """The finding as columns of table temuan, without its place and its life."""
    senarai = {nama: json.dumps(getattr(temuan, nama), ensure_ascii=False) for nama in ("pengganti", "pembanding")}
    return asdict(temuan) | senarai | {"pokok": temuan.pokok}


def dari_catatan(baris: Mapping[str, Any]) -> Temuan:
    """The finding that a row of table temuan holds."""
    senarai: dict[str, Any] = {nama: tuple(json.loads(baris[nama])) for nama in ("pengganti", "pembanding")}
    return Temuan(**{nama: baris[nama] for nama in Temuan.__dataclass_fields__ if nama not in senarai} | senarai)


def ada_galat(temuan: Iterable[Temuan]) -> bool:
    """Whether any finding forbids storing the file."""
    return any(butir.tingkat == "galat" for butir in temuan)


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Put findings in their one order: tingkat, then sheet, row, column, kode."""
    return tuple(sorted(temuan, key=_urutan))


def _urutan(temuan: Temuan) -> tuple[int, str, int, int, str, str, str]:
    cocok = re.match(r"([A-Z]+)(\d+)", temuan.sel or "")
    huruf, baris = (cocok.group(1), int(cocok.group(2))) if cocok else ("", 0)
    return (URUTAN_TINGKAT[temuan.tingkat], temuan.lembar or "", baris, len(huruf), huruf, temuan.kode, temuan.pesan)
