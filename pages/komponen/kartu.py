"""The row of figures at the top of a page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.evaluasi.hasil import Penutup, RataRata
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja
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
    return " ".join(kata for kata in (_iku_setahun(hasil), hasil.beda_banyak()) if kata)


def _iku_setahun(hasil: EvaluasiIku) -> str:
    return menurut_tahun(hasil.tanpa_target_triwulan, f"{len(hasil.baris)} IKU", hasil.rata_tahun)


def catatan_renja(hasil: EvaluasiRenja) -> str:
    """What is to be known about the figures of the Renja."""
    seluruh = f"{len(hasil.kinerja_terbawah())} indikator Renja"
    setahun = menurut_tahun(hasil.hitung_tanpa_target(), seluruh, hasil.penutup.kinerja_tahun)
    return " ".join(kata for kata in (setahun, tingkat(hasil.penutup)) if kata)


def menurut_tahun(tanpa: int, seluruh: str, rata: RataRata) -> str:
    """The mean against the targets of the year, where the plan has no others for some; empty where it has."""
    if not tanpa:
        return ""
    setahun = f"{kata.rata_rata(rata)} ({kata.banyak(rata)})"
    banyak = f"{tanpa} dari {seluruh}"
    return f"Target triwulan tidak ada pada {banyak}; terhadap target setahun rata-rata capaian {setahun}."


def rata_renja(label: str, penutup: Penutup) -> Kartu:
    """The mean capaian of the lowest rows, of how many, and its predikat."""
    catatan = f"{kata.banyak(penutup.kinerja)} · {penutup.predikat_kinerja or 'belum ada predikat'}"
    return Kartu(label, kata.rata_rata(penutup.kinerja), catatan)


def luar_hitungan(hasil: EvaluasiIku) -> str:
    """What else is outside n and m: not planned, and where there was nothing to measure."""
    nihil = f", {hasil.tidak_ada_kejadian} tidak ada kejadian" if hasil.tidak_ada_kejadian else ""
    return f"{hasil.tidak_direncanakan} tidak direncanakan{nihil}"


def catatan_rata(rata: RataRata) -> str:
    """Of what a mean speaks: a grade, or a target of 0 that was missed, is judged and has no percent."""
    return f"{rata.n} bernilai persen dari {rata.m} wajib lapor{rata.sebutan_nihil}"


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
