"""The check of the log on a page: what was found, and the tips that somebody kept elsewhere."""

from __future__ import annotations

import streamlit as st

from analytics.aturan.angka import tulis_angka
from analytics.bukti_asli.ingkar import Ingkar
from analytics.bukti_asli.periksa_jejak import (
    TANPA_UJUNG,
    HasilJejak,
    baca_ujung,
    cadangan_tak_terbaca,
    periksa_jejak,
    ujung_cadangan,
)
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import Gudang
from pages.komponen import tabel
from pages.komponen.teks import aman

_NAMA = {
    "rantai": "Rantai",
    "snapshot": "Snapshot",
    "alur": "Kedudukan dokumen",
    "fakta": "Fakta yang disetujui",
    "berkas": "Berkas asli",
    "dokumen": "Dokumen yang disetujui",
    "arsip": "Register arsip",
}
_KOLOM = (
    Kolom("Bagian", lebar=22),
    Kolom("Letak", lebar=28),
    Kolom("Kolom", lebar=14),
    Kolom("Yang tercatat", lebar=28),
    Kolom("Kini", lebar=28),
    Kolom("Penjelasan", lebar=60),
)


def periksa(gudang: Gudang) -> None:
    """A field for a tip, a button, and below it what the check found."""
    with st.form("periksa_jejak", border=False):
        teks = st.text_input(
            "Ujung yang tercatat di luar aplikasi (boleh kosong)",
            key="jejak_ujung",
            placeholder="NOMOR:SIDIK, seperti pada sampul dokumen yang disetujui",
        )
        jalan = st.form_submit_button("Periksa jejak", type="primary", icon=":material/fact_check:")
    if not jalan:
        return
    ujung = baca_ujung(teks) if teks.strip() else None
    if teks.strip() and ujung is None:
        st.error("Ujung ditulis NOMOR:SIDIK; sidik terdiri atas 64 angka dan huruf a sampai f.")
        return
    for pesan in cadangan_tak_terbaca(gudang):
        st.warning(aman(f"{pesan} {TANPA_UJUNG}"), icon=":material/gpp_maybe:")
    _tampilkan(periksa_jejak(gudang, [*ujung_cadangan(gudang), *([] if ujung is None else [ujung])]))


def _tampilkan(hasil: HasilJejak) -> None:
    if hasil.utuh:
        st.success(
            f"{aman(hasil.putusan)} {tulis_angka(hasil.fakta, 0)} baris fakta dibandingkan.", icon=":material/verified:"
        )
        return
    st.error(aman(hasil.putusan), icon=":material/gpp_bad:")
    tabel.tampilkan(Tabel("Yang tidak sesuai", _KOLOM, tuple(map(_baris, hasil.ingkar))))


def _baris(ingkar: Ingkar) -> BarisTabel:
    letak = f"{ingkar.kode} {ingkar.kapan}".strip() or ingkar.letak
    return BarisTabel((_NAMA[ingkar.jenis], letak, ingkar.kolom, ingkar.lama, ingkar.baru, ingkar.pesan), "galat")
