"""Who is in, below the navigation: the name, as what and until when, and the way out."""

from __future__ import annotations

import html
from typing import NoReturn

import streamlit as st

from analytics.akun.pengguna import Pengguna
from analytics.aturan.teks import sebaris
from analytics.rupa import TANDA_CONTOH
from pages.komponen import sesi


def tampilkan(pengguna: Pengguna) -> None:
    """Draw it in the sidebar."""
    with st.sidebar:
        st.html(_isi(pengguna))
        if st.button("Keluar", icon=":material/logout:", width="stretch", help="Sesi berakhir di semua peramban."):
            sesi.keluar()
            st.rerun()


def tanpa_tugas() -> NoReturn:
    """Somebody is in who may act as nothing today."""
    st.title("Anda belum mempunyai tugas", anchor=False)
    st.info("Mintalah pengelola aplikasi memberi penugasan.", icon=":material/badge:")
    st.stop()


def _isi(pengguna: Pengguna) -> str:
    tugas = dict.fromkeys(f"{penugasan.sebutan} {penugasan.masa}".strip() for penugasan in pengguna.tugas)
    nama = f"<p class='nama'>Masuk sebagai {html.escape(sebaris(pengguna.nama))}</p>"
    baris = "".join(f"<p>{html.escape(sebutan)}</p>" for sebutan in tugas or ("Belum ditugaskan",))
    tanda = f"<span class='tanda'>{TANDA_CONTOH}</span>" if pengguna.contoh else ""
    return f"<div class='siapa'>{nama}{baris}{tanda}</div>"
