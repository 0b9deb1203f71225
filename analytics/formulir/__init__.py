"""Which forms are there? The evaluation forms, one entry each: its own files, and its row in `FORMULIR`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from analytics.acuan import BUTIR_UMUM, Butir, Penanya, urutan_butir
from analytics.aturan.periode import Periode
from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.evaluasi.bacaan import baca
from analytics.formulir.entri import Formulir
from analytics.formulir.iku import IKU
from analytics.formulir.renja import RENJA
from analytics.formulir.renstra import RENSTRA

FORMULIR: Final[tuple[Formulir[Any], ...]] = (
    IKU,
    RENJA,
    RENSTRA,
)
"""In the order in which they are printed. The compiled workbook, pages, command line and benchmarks iterate it."""
BERPOHON: Final[tuple[Formulir[Any], ...]] = (RENJA, RENSTRA)
"""Those over the plan tree, which are made for one unit, too."""
MENURUT_KODE: Final = {formulir.kode: formulir for formulir in FORMULIR}
BUTIR: Final[Mapping[str, Butir]] = {
    butir.kunci: butir
    for butir in sorted(
        (*BUTIR_UMUM.values(), *(butir for formulir in FORMULIR for butir in formulir.pengaturan)),
        key=lambda butir: urutan_butir(butir.kunci),
    )
}
"""Every setting of the table `pengaturan`, by kunci. Page, check and docs are renderings of it."""


def isi_kompilasi(ambil: Callable[[Formulir[Any]], Any], lembar: Collection[str] | None = None) -> Kompilasi:
    """Every form filled with the result that `ambil` gives for it.

    `lembar` are the sheets of a document that was approved: a form that came later is not in it, then or now.
    """
    return Kompilasi(
        tuple(formulir.isi(ambil(formulir)) for formulir in FORMULIR if lembar is None or formulir.nama in lembar)
    )


def evaluasi_semua(
    penanya: Penanya, kode_pd: str, periode: Periode, lembar: Collection[str] | None = None
) -> Kompilasi:
    """Every form of an office and periode, evaluated; `lembar` as in `isi_kompilasi`. Raises KantorTidakAda."""
    bacaan = baca(penanya, kode_pd, periode)
    return isi_kompilasi(lambda formulir: formulir.evaluasi(bacaan, None), lembar)
