"""The row of figures at the top of a page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.evaluasi.hasil import Penutup, RataRata
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir import kata
from pages.komponen.teks import aman


@dataclass(frozen=True)
class Kartu:
    """One figure: what it is, its value, and of how many it speaks; `dinilai` is a second figure, in a sentence."""

    label: str
    nilai: str
    catatan: str
    dinilai: str = ""


def iku_tercapai(hasil: EvaluasiIku) -> Kartu:
    """How many IKU reached their target, of how many that can be judged, of how many that are planned."""
    catatan = f"{hasil.dinilai} dari {len(hasil.baris)} IKU dapat dinilai"
    return Kartu("IKU mencapai target", kata.dari(hasil.tercapai, hasil.dinilai), catatan)


def serapan(label: str, penutup: Penutup, triwulan: int, pagu: str = "pagu") -> Kartu:
    """Σ/Σ of the rows that reported, with whose it is not, and against what was to be drawn by now."""
    dinilai = kata.penarikan(penutup, triwulan)
    return Kartu(label, kata.persen(penutup.serapan_jumlah), kata.serapan(penutup, triwulan, pagu), dinilai)


def catatan_iku(hasil: EvaluasiIku) -> str:
    """What is to be known about the figures of the IKU, mostly nothing."""
    return " ".join(kata for kata in (menurut_tahun(hasil), beda_banyak(hasil)) if kata)


def menurut_tahun(hasil: EvaluasiIku) -> str:
    """The mean against the targets of the year, where the plan has no others; empty where it has."""
    if not hasil.tanpa_target_triwulan:
        return ""
    banyak = f"{hasil.tanpa_target_triwulan} dari {len(hasil.baris)} IKU"
    rata = f"{kata.rata_rata(hasil.rata_tahun)} ({kata.banyak(hasil.rata_tahun)})"
    return f"Target triwulan tidak ada pada {banyak}; terhadap target setahun rata-rata capaian {rata}."


def beda_banyak(hasil: EvaluasiIku) -> str:
    """Why count and mean of one page are of another number of IKU; empty where they are of the same."""
    bernilai = hasil.rata_rata.n
    tanpa = hasil.dinilai - bernilai
    if tanpa <= 0:
        return ""
    return (
        f"{hasil.dinilai} IKU dinilai tercapai atau tidak; rata-rata dan batang dari {bernilai} yang bernilai persen, "
        f"tanpa {tanpa} yang dinilai tanpa persen (peringkat, atau target 0 yang meleset)."
    )


def luar_hitungan(hasil: EvaluasiIku) -> str:
    """What else is outside n and m: not planned, and where there was nothing to measure."""
    nihil = f", {hasil.tidak_ada_kejadian} tidak ada kejadian" if hasil.tidak_ada_kejadian else ""
    return f"{hasil.tidak_direncanakan} tidak direncanakan{nihil}"


def catatan_rata(rata: RataRata) -> str:
    """Of what a mean speaks: a grade, or a target of 0 that was missed, is judged and has no percent."""
    return f"{rata.n} bernilai persen dari {rata.m} wajib lapor"


def tingkat(penutup: Penutup) -> str:
    """What the means of a tree are of, and why the pictures below them can show another number of indicators."""
    return (
        f"Rata-rata dihitung pada {penutup.tingkat}; gambar memuat tingkat yang dipilih, sehingga banyak indikatornya "
        "dapat berbeda."
    )


def tampilkan(*kartu: Kartu, catatan: str = "") -> None:
    """Draw the figures in one row, two beside each other on a phone, and below them what is to be known of all."""
    with st.grid(max(4, len(kartu)), min_column_width=150, gap="small"):
        for angka in kartu:
            with st.container(border=True, height="stretch", gap="xxsmall"):
                st.metric(aman(angka.label), aman(angka.nilai or "–"))
                st.caption(aman(angka.catatan))
                if angka.dinilai:
                    st.markdown(aman(angka.dinilai))
    if catatan:
        st.caption(aman(catatan))
