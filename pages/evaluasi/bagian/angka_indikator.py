"""The figures of one indicator at the top of its page."""

from __future__ import annotations

import streamlit as st

from analytics.aturan.periode import NAMA_KEADAAN, TIDAK_ADA_KEJADIAN
from analytics.evaluasi.hasil import RincianIndikator
from pages.komponen import kartu
from pages.komponen.kartu import Kartu
from pages.komponen.teks import aman


def tampilkan(hasil: RincianIndikator) -> None:
    """The figures s/d the triwulan, and why the history below them has another capaian, where it has."""
    kini, satuan = hasil.kini, hasil.baris.indikator.satuan
    realisasi = kini.realisasi.tulis() if kini.realisasi else "–"
    predikat = kini.capaian.predikat
    kartu.tampilkan(
        Kartu("Realisasi s/d triwulan", realisasi, _catatan(hasil) or satuan),
        Kartu("Target s/d triwulan", kini.target.tulis(), f"target tahun {kini.target_tahun.tulis() or 'tidak ada'}"),
        Kartu(
            "Capaian s/d triwulan",
            f"{kini.capaian.tulisan} %" if predikat else "–",
            f"{predikat.simbol} {predikat.predikat}" if predikat else "belum ada predikat",
        ),
        Kartu(
            "Terhadap target tahun",
            f"{kini.capaian_tahun.tulisan} %" if kini.capaian_tahun.nilai is not None else "–",
            "posisi s/d triwulan ini",
        ),
    )
    if beda := _beda_target(hasil):
        st.caption(aman(beda))


def _catatan(hasil: RincianIndikator) -> str:
    """What is to be known about the value; a triwulan without anything to measure adds nothing to it."""
    kini = hasil.kini
    nihil = kini.keadaan_sel == TIDAK_ADA_KEJADIAN != kini.keadaan
    sebutan = f"{hasil.keterangan.periode.singkat}: {NAMA_KEADAAN[TIDAK_ADA_KEJADIAN]}" if nihil else ""
    return "; ".join(kata for kata in (kini.catatan, sebutan) if kata)


def _beda_target(hasil: RincianIndikator) -> str:
    """Why a year can have two capaian on this page; empty where Renstra and Renja say the same."""
    tahun, renja = hasil.keterangan.periode.tahun, hasil.kini.target_tahun
    renstra = next((lama.target for lama in hasil.riwayat if lama.tahun == tahun), renja)
    if renstra.kosong or renja.kosong or renstra.tulis() == renja.tulis():
        return ""
    return (
        f"Angka di atas memakai target Renja ({renja.tulis()}). Gambar dari tahun ke tahun dan Riwayat memakai target "
        f"Renstra ({renstra.tulis()} untuk {tahun}), sehingga capaiannya berbeda."
    )
