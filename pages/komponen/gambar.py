"""A picture on a page: the figure, its reading in one sentence, and the legend of the bands."""

from __future__ import annotations

import streamlit as st
from plotly.graph_objects import Figure

from analytics.aturan.capaian import Pengaturan
from analytics.grafik.gaya import keterangan_skala
from pages.komponen.teks import aman

_TATA = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def tampilkan(figur: Figure | None, bacaan: str, kunci: str) -> None:
    """Draw a figure below the sentence that says what it shows, or only the sentence where there is nothing to draw.

    The sentence is also the figure's name for screen readers.
    """
    st.caption(aman(bacaan))
    if figur is not None:
        st.plotly_chart(figur, theme=None, config=_TATA, key=kunci, alt=bacaan)


def legenda(pengaturan: Pengaturan) -> None:
    """The bands of the scale in force, with its source."""
    skala = pengaturan.skala
    st.caption(aman(f"{keterangan_skala(skala)}. Skala: {skala.sumber}."))
