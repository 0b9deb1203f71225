"""Spellings of other systems that have one reading: read, and told once for a document instead of once for a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from analytics.aturan.angka import tulis_angka
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_RENCANA

TITIK_NOL: Final = "angka yang berakhir titik dan nol, seperti yang ditulis sistem lain, dibaca tanpa desimal"
TITIK_DESIMAL: Final = "angka bertitik desimal, seperti angka lain di buku kerja ini, dibaca dengan koma"
KOMA_RIBUAN: Final = "koma di antara tiga angka dibaca sebagai pemisah ribuan"
BERSATUAN: Final = "angka yang diikuti satuannya sendiri dibaca angkanya"
KODE_LAIN: Final = "kode dengan ejaan lain dibaca menurut bentuk bakunya"
SARAN: Final = "Tidak perlu tindakan."

_BERTITIK: Final = re.compile(r"-?\d+\.\d\d?")
_DICATAT: Final = frozenset({"ejaan_dibaca", "kode_dibaca"})


def ringkas_ejaan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings of reading, of which notes about one spelling in one document become one.

    Where a workbook writes `2498400.00`, its `95.5` is 95,5 without a question: it says itself what its points are.
    """
    semua = list(temuan)
    bertitik = any(butir.kode == "ejaan_dibaca" and butir.pesan == TITIK_NOL for butir in semua)
    semua = [_desimal(butir) if bertitik and _berdesimal(butir) else butir for butir in semua]
    kelompok: dict[tuple[str, str | None, str], list[Temuan]] = {}
    for butir in semua:
        if butir.kode in _DICATAT:
            kelompok.setdefault((butir.kode, butir.kode_baris or butir.lembar, butir.pesan), []).append(butir)
    lain = (butir for butir in semua if butir.kode not in _DICATAT)
    return (*lain, *(_satukan(tempat or "", butir) for (_, tempat, _), butir in kelompok.items()))


def _berdesimal(butir: Temuan) -> bool:
    return butir.kode == "angka_ditanya" and _BERTITIK.fullmatch((butir.diketik or "").strip()) is not None


def _desimal(butir: Temuan) -> Temuan:
    tingkat, dibaca = KATALOG_RENCANA["ejaan_dibaca"].tingkat, next(iter(butir.pengganti), None)
    catatan = replace(butir, kode="ejaan_dibaca", tingkat=tingkat, pesan=TITIK_DESIMAL, saran=SARAN, dipahami=dibaca)
    return replace(catatan, kode_indikator=None, pengganti=())


def _satukan(tempat: str, semua: list[Temuan]) -> Temuan:
    pertama = semua[0]
    contoh = f"“{(pertama.diketik or '').strip()}” dibaca {pertama.dipahami}"
    return replace(pertama, pesan=f"{tempat}, {tulis_angka(len(semua))} sel: {pertama.pesan} (misalnya {contoh}).")
