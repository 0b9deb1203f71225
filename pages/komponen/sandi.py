"""The own password: its form, and the screen that stands before all others while somebody else knows it."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from analytics.akun.kelola import ganti_sandi
from analytics.akun.pengguna import Pengguna
from analytics.aturan.periode import tulis_waktu
from analytics.sistem import waktu_kini
from pages.komponen import sesi
from pages.komponen.teks import aman


def formulir() -> None:
    """The form that changes it, and what became of that."""
    with st.form("ganti_sandi", width=480):
        lama = st.text_input("Kata sandi lama", type="password", autocomplete="current-password")
        baru = st.text_input("Kata sandi baru", type="password", autocomplete="new-password")
        lagi = st.text_input("Kata sandi baru sekali lagi", type="password", autocomplete="new-password")
        dikirim = st.form_submit_button("Ganti kata sandi", type="primary")
    if dikirim and baru != lagi:
        st.error("Kedua kata sandi baru tidak sama.")
    elif dikirim:
        putusan = ganti_sandi(sesi.gudang(), sesi.pelaku(), lama, baru, sesi.alamat(), waktu_kini())
        if putusan.berhasil:
            st.success(putusan.pesan)
            sesi.pintu()
        else:
            st.error(putusan.pesan)


def wajib(siapa: Pengguna) -> NoReturn:
    """Somebody is in with a password that another one set: nothing else is shown before it is changed."""
    st.title("Buat kata sandi Anda sendiri", anchor=False)
    if siapa.titipan is not None:
        st.warning(
            aman(f"{siapa.titipan.kalimat} Halaman lain terbuka sesudah Anda menggantinya."), icon=":material/password:"
        )
    formulir()
    st.stop()


def riwayat(siapa: Pengguna) -> None:
    """Whether somebody else ever set it, and when it was changed after that; its owner knows whether he asked."""
    if siapa.titipan is not None and siapa.titipan.diganti is not None:
        diganti = f"Sesudah itu diganti pertama kali {tulis_waktu(siapa.titipan.diganti)}."
        tanya = "Bila bukan atas permintaan Anda, periksa halaman Jejak dan beri tahu atasan Anda."
        st.caption(aman(f"{siapa.titipan.kalimat} {diganti} {tanya}"))
