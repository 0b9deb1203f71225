"""What a unit has filled in on screen and not sent yet. Nothing is overwritten: every Simpan adds a versi."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from data.gudang import Transaksi


@dataclass(frozen=True)
class UnitLayar:
    """Whose triwulan is filled in."""

    kode_pd: str
    kode_unit: str
    periode: Periode

    @property
    def letak(self) -> dict[str, Any]:
        """As the questions ask for it."""
        tahun, triwulan = self.periode.tahun, self.periode.triwulan
        return {"kode_pd": self.kode_pd, "kode_unit": self.kode_unit, "tahun": tahun, "triwulan": triwulan}

    @property
    def sebutan(self) -> str:
        """As the log names it."""
        return f"{self.kode_unit}/{self.periode.singkat}"


Teks = Mapping[str, Mapping[str, str]]
"""Per row code, what was typed by column key, as typed; blank fields are left out."""


@dataclass(frozen=True)
class IsianLayar:
    """The fields of one unit and triwulan: `realisasi` by indicator, `anggaran` by leaf of the plan tree."""

    realisasi: Teks = field(default_factory=dict)
    anggaran: Teks = field(default_factory=dict)

    @property
    def rapi(self) -> IsianLayar:
        """The same without blank fields and rows."""
        return IsianLayar(_rapikan(self.realisasi), _rapikan(self.anggaran))


KOSONG: Final = IsianLayar()


@dataclass(frozen=True)
class DrafIsian:
    """One versi of a draft. Versi 0 is where nothing was saved yet."""

    versi: int = 0
    isian: IsianLayar = KOSONG
    oleh: str = ""
    disimpan_pada: datetime | None = None


def baca_draf(penanya: Penanya, unit: UnitLayar) -> DrafIsian:
    """The newest versi of the draft of a unit and triwulan."""
    baris = penanya.kueri("draf_terakhir", **unit.letak)
    if not baris:
        return DrafIsian()
    draf = baris[0]
    return DrafIsian(draf["versi"], IsianLayar(**json.loads(draf["isian"])), draf["oleh"], draf["disimpan_pada"])


def simpan_draf(tx: Transaksi, unit: UnitLayar, draf: DrafIsian) -> None:
    """Add a versi. Raises duckdb.Error when it is there already."""
    isian = {"realisasi": draf.isian.realisasi, "anggaran": draf.isian.anggaran}
    baris: dict[str, Any] = {
        **unit.letak,
        "versi": draf.versi,
        "isian": json.dumps(isian, ensure_ascii=False, sort_keys=True),
        "oleh": draf.oleh,
        "disimpan_pada": draf.disimpan_pada,
    }
    tx.tambah("draf_isian", [baris])


def _rapikan(teks: Teks) -> Teks:
    hasil = {
        kode: {kunci: tulisan.strip() for kunci, tulisan in ketikan.items() if tulisan.strip()}
        for kode, ketikan in teks.items()
    }
    return {kode: ketikan for kode, ketikan in hasil.items() if ketikan}
