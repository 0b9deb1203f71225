"""The level of the plan tree that a picture shows; it lives in the address like the other filters."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pages.komponen.saring import baca, tulis_pilihan

_URUTAN = ("sasaran", "program", "kegiatan", "sub_kegiatan")


def nama(tingkat: str) -> str:
    """`Sub kegiatan`."""
    return tingkat.replace("_", " ").capitalize()


def pilih(ada: Iterable[tuple[str, bool]]) -> str:
    """One of the levels that have something to show, given as (level, has indicators); the first with indicators."""
    isi = list(ada)
    sah = [satu for satu in _URUTAN if satu in {tingkat for tingkat, _ in isi}]
    awal = next((satu for satu in (*_URUTAN[1:], _URUTAN[0]) if (satu, True) in isi), sah[0])
    st.session_state["pilih_tingkat"] = baca("tingkat", sah, awal)
    return st.segmented_control(
        "Tingkat",
        sah,
        key="pilih_tingkat",
        required=True,
        format_func=nama,
        on_change=tulis_pilihan,
        args=("tingkat",),
    )
