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
    isi = list(ada)
    sah = [satu for satu in _URUTAN if satu in {tingkat for tingkat, _ in isi}]
    awal = next((satu for satu in (*_URUTAN[1:], _URUTAN[0]) if (satu, True) in isi), sah[0])
    return pilih_ruas("Tingkat", "tingkat", sah, awal, nama)
