"""Scales of grades: which grade is better than which, and the number of each where the scale gives numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from analytics.aturan.angka import Peringkat, baca_angka
from analytics.aturan.predikat import SkalaTidakUtuh
from analytics.aturan.teks import sandingan


@dataclass(frozen=True)
class JenjangPeringkat:
    """One grade; `nilai` None: its scale has no numbers, so that it is reached or not."""

    peringkat: str
    nilai: Decimal | None


@dataclass(frozen=True)
class SkalaPeringkat:
    """A scale, its best grade first, and the document that it stands in.

    Raises SkalaTidakUtuh where grades are alike, could be read as something else, or where numbers do not fall from
    grade to grade or only some grades have one.
    """

    kode: str
    jenjang: tuple[JenjangPeringkat, ...]
    sumber: str

    def __post_init__(self) -> None:
        nama = [sandingan(jenjang.peringkat) for jenjang in self.jenjang]
        angka = [jenjang.nilai for jenjang in self.jenjang if jenjang.nilai is not None]
        if len(set(nama)) != len(nama):
            raise SkalaTidakUtuh("Setiap peringkat harus berbeda.")
        asing = [j.peringkat for j in self.jenjang if not isinstance(baca_angka(j.peringkat), Peringkat)]
        if asing:
            raise SkalaTidakUtuh(f"“{asing[0]}” tidak dapat menjadi peringkat: tulis huruf, bukan angka atau tanda.")
        if angka and len(angka) < len(self.jenjang):
            raise SkalaTidakUtuh("Beri angka pada semua peringkat, atau tidak pada satu pun.")
        if any(lebih <= kurang for lebih, kurang in pairwise(angka)):
            raise SkalaTidakUtuh("Angka harus menurun dari peringkat terbaik ke terendah.")


def susun_peringkat(baris: Iterable[Mapping[str, Any]]) -> dict[str, SkalaPeringkat]:
    """The scales of the rows of the question `skala_ordinal`, by code. Raises SkalaTidakUtuh."""
    per_skala: dict[str, list[Mapping[str, Any]]] = {}
    for jenjang in sorted(baris, key=lambda jenjang: (jenjang["skala"], jenjang["urutan"])):
        per_skala.setdefault(jenjang["skala"], []).append(jenjang)
    return {kode: _susun(kode, jenjang) for kode, jenjang in per_skala.items()}


def _susun(kode: str, semua: Sequence[Mapping[str, Any]]) -> SkalaPeringkat:
    jenjang = tuple(JenjangPeringkat(baris["peringkat"], baris["nilai"]) for baris in semua)
    return SkalaPeringkat(kode, jenjang, semua[0]["sumber"])
