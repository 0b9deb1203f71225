"""The level of the plan tree that a picture shows; it lives in the address like the other filters."""

from __future__ import annotations

from collections.abc import Iterable

from pages.komponen.saring import pilih_ruas

_URUTAN = ("sasaran", "program", "kegiatan", "sub_kegiatan")


def nama(tingkat: str) -> str:
    """`Sub kegiatan`."""
    return tingkat.replace("_", " ").capitalize()


def pilih(ada: Iterable[tuple[str, bool]]) -> str:
    """One of the levels that have something to show, given as (level, has indicators); the first with indicators."""
    semua = list(ada)
    sah = [nama_tingkat for nama_tingkat in _URUTAN if nama_tingkat in {tingkat for tingkat, _ in semua}]
    awal = next((nama_tingkat for nama_tingkat in (*_URUTAN[1:], _URUTAN[0]) if (nama_tingkat, True) in semua), sah[0])
    return pilih_ruas("Tingkat", "tingkat", sah, awal, nama)
