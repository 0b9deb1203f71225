"""A program that a plan lists under each of its sasaran, as one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analytics.rencana.baris import SimpulPohon
from analytics.rencana.soal import kelompokkan


def satukan_program(semua: Sequence[SimpulPohon]) -> tuple[SimpulPohon, ...]:
    """The rows of the tree, where a program that is listed under several sasaran is one row that serves them all."""
    kelompok = kelompokkan(semua, lambda simpul: simpul.kode)
    return tuple(simpul for sekode in kelompok.values() for simpul in _satukan(sekode))


def _satukan(sekode: Sequence[SimpulPohon]) -> Sequence[SimpulPohon]:
    pertama, induk = sekode[0], {simpul.induk for simpul in sekode}
    kembar = any(replace(simpul, induk=pertama.induk, sasaran=pertama.sasaran) != pertama for simpul in sekode)
    if pertama.tingkat != "program" or len(sekode) == 1 or len(induk) < len(sekode) or None in induk or kembar:
        return sekode
    sasaran = dict.fromkeys(kode for simpul in sekode for kode in simpul.semua_sasaran)
    baris = tuple((simpul.asal.nomor, simpul.induk or "") for simpul in sekode)
    return [replace(pertama, sasaran=", ".join(sasaran), berulang=baris)]
