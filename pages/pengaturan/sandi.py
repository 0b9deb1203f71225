from __future__ import annotations

import streamlit as st

from analytics.akun.daftar import ganti_sandi
from analytics.sistem import waktu_kini
from pages.komponen import kepala, sesi
from pages.komponen.saring import pilih_kantor

wadah = kepala.siapkan()
kepala.isi_umum(wadah, "Ganti kata sandi Anda", pilih_kantor(sesi.gudang()))
st.markdown(
    "Kata sandi paling sedikit 10 karakter dan tidak berisi nama akun; beberapa kata yang tidak berhubungan mudah "
    "diingat dan sukar ditebak. Sesudah diganti, Anda masuk lagi dengan kata sandi yang baru."
)
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
