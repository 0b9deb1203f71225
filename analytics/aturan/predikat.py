"""Predikat scales: half-open, continuous and gap-free, checked when they are loaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

_NOMOR_TAHUN: Final = re.compile(r"_(\d+)_(\d{4})$")
"""Number and year of the regulation, at the end of a scale's code."""


def sebut_skala(kode: str) -> str:
    """What people call a scale: `permendagri_86_2017` is `Permendagri 86/2017`. No two codes share a name."""
    nama = _NOMOR_TAHUN.sub(r" \1/\2", kode).replace("_", " ")
    return nama[:1].upper() + nama[1:]


class SkalaTidakUtuh(Exception):
    """A scale has a hole, an overlap, or no lowest row."""


@dataclass(frozen=True)
class Jenjang:
    """One grade of a scale: holds for values above `di_atas` (None: the lowest grade, for all that is left)."""

    urutan: int
    predikat: str
    simbol: str
    di_atas: Decimal | None
    tercetak_dari: Decimal | None
    tercetak_sampai: Decimal | None


@dataclass(frozen=True)
class SkalaPredikat:
    """A scale of predikat over capaian in persen, best grade first. Raises SkalaTidakUtuh when it is not gap-free."""

    kode: str
    sumber: str
    jenjang: tuple[Jenjang, ...]

    def __post_init__(self) -> None:
        batas = [jenjang.di_atas for jenjang in self.jenjang]
        if not batas or batas[-1] is not None or None in batas[:-1]:
            raise SkalaTidakUtuh(f"{self.kode}: only the lowest grade may lack di_atas")
        angka = [angka for angka in batas if angka is not None]
        if any(atas <= bawah for atas, bawah in pairwise(angka)):
            raise SkalaTidakUtuh(f"{self.kode}: limits must fall from grade to grade")

    def beri(self, nilai: Decimal) -> Jenjang:
        """The grade of a capaian that is already capped and rounded to the setting's decimals."""
        for jenjang in self.jenjang:
            if jenjang.di_atas is None or nilai > jenjang.di_atas:
                return jenjang
        raise SkalaTidakUtuh(self.kode)

    def di_celah_tercetak(self, nilai: Decimal) -> bool:
        """Whether the value lies in a hole of the printed scale (such as 90-91), which offices fill differently."""
        return not any(
            (jenjang.tercetak_dari is None or nilai >= jenjang.tercetak_dari)
            and (jenjang.tercetak_sampai is None or nilai <= jenjang.tercetak_sampai)
            for jenjang in self.jenjang
        )

    def render_sql(self, kolom: str) -> str:
        """A CASE that gives the predikat of a rounded capaian column."""
        cabang = [
            f"ELSE '{jenjang.predikat}'"
            if jenjang.di_atas is None
            else f"WHEN {kolom} > {jenjang.di_atas} THEN '{jenjang.predikat}'"
            for jenjang in self.jenjang
        ]
        return f"CASE WHEN {kolom} IS NULL THEN NULL {' '.join(cabang)} END"

    def render_excel(self, alamat: str, kosong: str = "") -> str:
        """An Excel formula (without `=`): the predikat of a cell that holds a rounded capaian, or the text `kosong`."""
        rumus = f'"{self.jenjang[-1].predikat}"'
        for jenjang in reversed(self.jenjang[:-1]):
            rumus = f'IF({alamat}>{jenjang.di_atas},"{jenjang.predikat}",{rumus})'
        return f'IF(ISNUMBER({alamat}),{rumus},"{kosong}")'


def susun_skala(baris: Iterable[Mapping[str, Any]]) -> dict[str, SkalaPredikat]:
    """Build every scale from its reference rows (table `skala_predikat`), best grade first."""
    per_skala: dict[str, list[Mapping[str, Any]]] = {}
    for jenjang in sorted(baris, key=lambda jenjang: (jenjang["skala"], jenjang["urutan"])):
        per_skala.setdefault(jenjang["skala"], []).append(jenjang)
    return {
        kode: SkalaPredikat(kode, daftar[-1]["sumber"], tuple(_jenjang(jenjang) for jenjang in daftar))
        for kode, daftar in per_skala.items()
    }


def _jenjang(baris: Mapping[str, Any]) -> Jenjang:
    return Jenjang(
        urutan=baris["urutan"],
        predikat=baris["predikat"],
        simbol=baris["simbol"],
        di_atas=_ringkas(baris["di_atas"]),
        tercetak_dari=_ringkas(baris["tercetak_dari"]),
        tercetak_sampai=_ringkas(baris["tercetak_sampai"]),
    )


def _ringkas(nilai: Decimal | None) -> Decimal | None:
    if nilai is None:
        return None
    return nilai.quantize(Decimal(1)) if nilai == nilai.to_integral_value() else nilai.normalize()
