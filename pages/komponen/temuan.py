"""Findings of a workbook: where, what, and what to type instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.temuan import Temuan
from pages.komponen import tabel
from pages.komponen.teks import aman

_NAMA: Final = {"galat": "✖ galat", "peringatan": "⚠ peringatan", "info": "ℹ info"}
_KOLOM: Final = (
    Kolom("Sel", lebar=18),
    Kolom("Tingkat", lebar=22),
    Kolom("Indikator", lebar=30),
    Kolom("Yang ditemukan", lebar=44),
    Kolom("Sebaiknya", lebar=36),
    Kolom("Diketik", lebar=16),
    Kolom("Dibaca", lebar=16),
)


def ringkas(temuan: Sequence[Temuan]) -> str:
    """`2 galat, 1 peringatan`, or `tanpa temuan`."""
    hitungan = {jenis: sum(satu.tingkat == jenis for satu in temuan) for jenis in _NAMA}
    return ", ".join(f"{banyak} {jenis}" for jenis, banyak in hitungan.items() if banyak) or "tanpa temuan"


def tampilkan(temuan: Sequence[Temuan], nama: Mapping[str, str]) -> None:
    """Every finding of a file, in the order in which they are to be worked off; `nama` of indicators by code."""
    tabel.tampilkan(Tabel("Temuan", _KOLOM, tuple(_baris(satu, nama) for satu in temuan), "Tidak ada temuan."))


def tanya_alasan(temuan: Sequence[Temuan], nama: Mapping[str, str], kunci: str) -> dict[str, str] | None:
    """A form with one reason for every peringatan; the reasons by `Temuan.kunci` once it is sent, else None."""
    with st.form(f"alasan_{kunci}"):
        st.markdown(f"**{len(temuan)} peringatan perlu alasan.** Alasan tersimpan bersama kiriman.")
        umum = st.text_input("Alasan untuk semua yang tidak diisi sendiri", key=f"umum_{kunci}", max_chars=500)
        alasan = {
            satu.kunci: st.text_input(
                aman(f"{_sebut(satu, nama)}: {satu.pesan}"), key=f"alasan_{kunci}_{nomor}", max_chars=500
            )
            for nomor, satu in enumerate(temuan)
        }
        dikirim = st.form_submit_button("Terima dengan alasan ini", type="primary", icon=":material/check:")
    return {satu: isi.strip() or umum.strip() for satu, isi in alasan.items()} if dikirim else None


def _sebut(satu: Temuan, nama: Mapping[str, str]) -> str:
    indikator = nama.get(satu.kode_indikator or "", satu.kode_indikator or "")
    return f"{satu.alamat} {indikator}".strip()


def _baris(satu: Temuan, nama: Mapping[str, str]) -> BarisTabel:
    indikator = nama.get(satu.kode_indikator or "", satu.kode_indikator or "")
    tingkat, dibaca = _NAMA[satu.tingkat], satu.dipahami or ""
    isi = (satu.alamat, tingkat, indikator, satu.pesan, satu.saran, satu.diketik or "", dibaca)
    return BarisTabel(isi, satu.tingkat)
