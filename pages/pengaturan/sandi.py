from __future__ import annotations

import streamlit as st

from pages.komponen import kepala, sandi, sesi
from pages.komponen.saring import pilih_kantor

wadah = kepala.siapkan()
kepala.isi_umum(wadah, "Ganti kata sandi Anda", pilih_kantor(sesi.gudang()))
st.markdown(
    "Kata sandi paling sedikit 10 karakter dan tidak berisi nama akun; beberapa kata yang tidak berhubungan mudah "
    "diingat dan sukar ditebak. Sesudah diganti, Anda masuk lagi dengan kata sandi yang baru."
)
sandi.formulir()
pengguna = sesi.pengguna()
if pengguna is not None:
    sandi.riwayat(pengguna)
