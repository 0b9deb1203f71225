"""The row of figures at the top of a page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.evaluasi.hasil import RataRata
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir import kata
from pages.komponen.teks import aman


@dataclass(frozen=True)
class Kartu:
    """One figure: what it is, its value, and of how many it speaks."""

    label: str
    nilai: str
    catatan: str


def iku_tercapai(hasil: EvaluasiIku) -> Kartu:
    """How many IKU reached their target, of how many that can be judged, of how many that are planned."""
    catatan = f"{hasil.dinilai} dari {len(hasil.baris)} IKU dapat dinilai"
    return Kartu("IKU mencapai target", kata.dari(hasil.tercapai, hasil.dinilai), catatan)


def catatan_rata(rata: RataRata) -> str:
    """Of what a mean speaks: a grade, or a target of 0 that was missed, is judged and has no percent."""
    return f"{rata.n} bernilai persen dari {rata.m} wajib lapor"


def tampilkan(*kartu: Kartu) -> None:
    """Draw the figures in one row, two beside each other on a phone."""
    with st.grid(max(4, len(kartu)), min_column_width=150, gap="small"):
        for angka in kartu:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.metric(aman(angka.label), aman(angka.nilai or "–"))
                st.caption(aman(angka.catatan))
