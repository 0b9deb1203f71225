"""Two workbooks of a late unit to try the upload page with: one right, one with planted mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.baca_data import baca_toml
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.kiriman import Kiriman, isian_anggaran, ketik_nilai
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang


@dataclass(frozen=True)
class _Coba:
    """What the unit would report, and what takes its place in the second workbook: cells by row code and column."""

    unit: str
    periode: Periode
    dibuat: datetime
    benar: dict[str, str]
    keliru: dict[str, dict[str, str | int]]
    keliru_anggaran: dict[str, dict[str, str | int]]


_COBA: Final = baca_toml(_Coba, "coba.toml")


def susun_coba(gudang: Gudang) -> Iterator[tuple[str, bytes]]:
    """(path below data/contoh, bytes) of both workbooks, for a store that holds the sample office."""
    isian = {kode: ketik_nilai(teks) for kode, teks in _COBA.benar.items()}
    anggaran = isian_anggaran(Kiriman(_COBA.unit, _COBA.periode, 1, _COBA.dibuat, _COBA.dibuat))
    keliru = IsianUnit({**isian, **_COBA.keliru}, {**anggaran, **_COBA.keliru_anggaran})
    for akhir, diketik in (("benar", IsianUnit(isian, anggaran)), ("keliru", keliru)):
        berkas = susun_format(gudang, KODE_PD, _COBA.unit, _COBA.periode, _COBA.dibuat, diketik)
        yield f"coba/{berkas.nama.removesuffix('.xlsx')}_{akhir}.xlsx", berkas.isi
