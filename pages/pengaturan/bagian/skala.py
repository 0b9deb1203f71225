"""A scale of predikat as a table: from which value each grade holds, and how it is printed."""

from __future__ import annotations

from typing import Final

from analytics.aturan.angka import tulis_angka
from analytics.aturan.predikat import Jenjang, SkalaPredikat, sebut_skala
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel

_KOLOM: Final = (
    Kolom("Predikat", lebar=24),
    Kolom("Simbol", lebar=8),
    Kolom("Berlaku", lebar=20),
    Kolom("Tercetak", lebar=20),
)


def tabel_skala(skala: SkalaPredikat) -> Tabel:
    """The grades of a scale, the best first."""
    baris = []
    for jenjang in skala.jenjang:
        batas = "selebihnya" if jenjang.di_atas is None else f"di atas {tulis_angka(jenjang.di_atas)}"
        baris.append(BarisTabel((jenjang.predikat, jenjang.simbol, batas, _tercetak(jenjang))))
    return Tabel(f"Skala {sebut_skala(skala.kode)}", _KOLOM, tuple(baris))


def _tercetak(jenjang: Jenjang) -> str:
    """`76 – 90`; a grade that is printed open says on which side."""
    dari, sampai = jenjang.tercetak_dari, jenjang.tercetak_sampai
    if dari is None:
        return "" if sampai is None else f"sampai {tulis_angka(sampai)}"
    return f"{tulis_angka(dari)} ke atas" if sampai is None else f"{tulis_angka(dari)} – {tulis_angka(sampai)}"
