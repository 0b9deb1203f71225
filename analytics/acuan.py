"""The settings and scales in force on a day, as the plain values that the rules take."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from analytics.aturan.capaian import BATAS_TERSEDIA, Pengaturan
from analytics.aturan.predikat import susun_skala


class Penanya(Protocol):
    """Who answers named questions: a store, or something that remembers one."""

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        """The rows of a named question."""
        ...


def baca_pengaturan(gudang: Penanya, hari: date) -> Pengaturan:
    """The settings that hold on this day. Raises KeyError for a setting or a word that the program does not know."""
    berlaku = gudang.kueri("pengaturan_berlaku", hari=hari)
    isi = {baris["kunci"]: baris["nilai"] for baris in berlaku}
    return Pengaturan(
        batas=BATAS_TERSEDIA[isi["batas_capaian"]],
        desimal=int(isi["desimal"]),
        nol_seratus={"seratus": True, "tanpa_nilai": False}[isi["kebijakan_nol"]],
        skala=susun_skala(gudang.kueri("skala_predikat"))[isi["skala_predikat"]],
        skala_ordinal=_skala_ordinal(gudang),
        sumber={baris["kunci"]: baris["sumber"] for baris in berlaku},
    )


def nilai_pengaturan(penanya: Penanya, kunci: str, hari: date) -> str:
    """One setting as it holds on this day. Raises KeyError for a setting that the store does not have."""
    return {baris["kunci"]: str(baris["nilai"]) for baris in penanya.kueri("pengaturan_berlaku", hari=hari)}[kunci]


def _skala_ordinal(gudang: Penanya) -> dict[str, dict[str, Decimal | None]]:
    skala: dict[str, dict[str, Decimal | None]] = {}
    for baris in gudang.kueri("skala_ordinal"):
        skala.setdefault(baris["skala"], {})[baris["peringkat"]] = baris["nilai"]
    return skala
