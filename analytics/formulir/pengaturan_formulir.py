"""The settings that a form may have, so that they read alike for every form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from analytics.acuan import DOKUMEN_KOMPILASI, SEMULA, Butir, butir_label

_BARIS: Final = {"rata": "rata-rata", "predikat": "predikat", "jumlah": "jumlah anggaran"}
"""The closing rows whose text every form chooses for itself."""


def butir_nomor(kode: str, sebutan: str) -> Butir:
    """The number of the form in the title of its sheet."""
    return Butir(
        f"nomor_formulir_{kode}",
        f"Nomor formulir Evaluasi {sebutan}",
        "teks",
        f"Nomor formulir pada judul lembar Evaluasi {sebutan}.",
        DOKUMEN_KOMPILASI,
        batas=(1, 20),
    )


def butir_dasar_hukum(kode: str, sebutan: str) -> Butir:
    """The legal basis on the cover."""
    return Butir(
        f"dasar_hukum_{kode}",
        f"Dasar hukum Evaluasi {sebutan}",
        "teks",
        f"Dasar hukum pada sampul, untuk {sebutan}.",
        DOKUMEN_KOMPILASI,
    )


def butir_susunan(kode: str, sebutan: str, pilihan: Mapping[str, str], *, layar: bool, rumus: bool) -> Butir:
    """The layout of its columns; `layar`: the table on screen follows it, `rumus`: its formulas do."""
    mengikuti = "nomor kolom dan rumus mengikuti susunannya" if rumus else "nomor kolom mengikuti susunannya"
    return Butir(
        f"susunan_{kode}",
        f"Susunan kolom Evaluasi {sebutan}",
        "pilihan",
        f"Kolom formulir Evaluasi {sebutan}; {mengikuti}.",
        f"{DOKUMEN_KOMPILASI}, Evaluasi {sebutan}" if layar else DOKUMEN_KOMPILASI,
        pilihan=pilihan,
    )


def butir_baris(kode: str, sebutan: str, tulisan: Mapping[str, str] | None = None) -> tuple[Butir, ...]:
    """The texts of its closing rows, by the keys of `_BARIS`; without `tulisan` those that it always had."""
    semula = tulisan or {baris: SEMULA[f"label_{baris}_{kode}"] for baris in _BARIS}
    return tuple(
        butir_label(f"{baris}_{kode}", f"Baris {nama} Evaluasi {sebutan}", semula[baris])
        for baris, nama in _BARIS.items()
        if baris in semula
    )
