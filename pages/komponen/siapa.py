"""Who is in, below the navigation: the name, as what and until when, and the way out."""

from __future__ import annotations

import streamlit as st

from analytics.akun.pengguna import Pengguna
from pages.komponen import sesi
from pages.komponen.kepala import TANDA_CONTOH
from pages.komponen.teks import aman


def tampilkan(pengguna: Pengguna) -> None:
    """Draw it in the sidebar."""
    with st.sidebar:
        st.caption(f"Masuk sebagai {aman(pengguna.nama)}")
        for sebutan in dict.fromkeys(f"{satu.sebutan} {satu.masa}".strip() for satu in pengguna.tugas):
            st.caption(aman(sebutan))
        if pengguna.contoh:
            st.caption(f":orange-badge[{TANDA_CONTOH}]")
        if st.button("Keluar", icon=":material/logout:", width="stretch", help="Sesi berakhir di semua peramban."):
            sesi.keluar()
            st.rerun()
