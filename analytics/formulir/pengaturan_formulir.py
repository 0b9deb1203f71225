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
        kunci=f"nomor_formulir_{kode}",
        nama=f"Nomor formulir Evaluasi {sebutan}",
        jenis="teks",
        penjelasan=f"Nomor formulir pada judul lembar Evaluasi {sebutan}.",
        pembaca=DOKUMEN_KOMPILASI,
        batas=(1, 20),
    )


def butir_dasar_hukum(kode: str, sebutan: str) -> Butir:
    """The legal basis on the cover."""
    return Butir(
        kunci=f"dasar_hukum_{kode}",
        nama=f"Dasar hukum Evaluasi {sebutan}",
        jenis="teks",
        penjelasan=f"Dasar hukum pada sampul, untuk {sebutan}.",
        pembaca=DOKUMEN_KOMPILASI,
    )


def butir_susunan(kode: str, sebutan: str, pilihan: Mapping[str, str], *, layar: bool, rumus: bool) -> Butir:
    """The layout of its columns; `layar`: the table on screen follows it, `rumus`: its formulas do."""
    mengikuti = "nomor kolom dan rumus mengikuti susunannya" if rumus else "nomor kolom mengikuti susunannya"
    return Butir(
        kunci=f"susunan_{kode}",
        nama=f"Susunan kolom Evaluasi {sebutan}",
        jenis="pilihan",
        penjelasan=f"Kolom formulir Evaluasi {sebutan}; {mengikuti}.",
        pembaca=f"{DOKUMEN_KOMPILASI}, Evaluasi {sebutan}" if layar else DOKUMEN_KOMPILASI,
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


def butir_narasi(nama: Mapping[str, str]) -> tuple[Butir, ...]:
    """The texts of the rows that no other form closes with, by key, with what a setting is called."""
    return tuple(butir_label(kunci, sebutan, SEMULA[f"label_{kunci}"]) for kunci, sebutan in nama.items())
