"""The row of figures at the top of a page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pages.komponen.teks import aman


@dataclass(frozen=True)
class Kartu:
    """One figure: what it is, its value, and of how many it speaks."""

    label: str
    nilai: str
    catatan: str


def tampilkan(*kartu: Kartu) -> None:
    """Draw the figures in one row, two rows of two on a phone."""
    with st.grid(4, min_column_width=150, gap="small"):
        for angka in kartu:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.metric(aman(angka.label), aman(angka.nilai or "–"))
                st.caption(aman(angka.catatan))
