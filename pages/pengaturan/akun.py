from __future__ import annotations

import streamlit as st

from analytics.akun.kelola import daftar_akun
from analytics.sistem import waktu_kini
from pages.komponen import kepala, sesi, tabel
from pages.komponen.saring import pilih_kantor
from pages.pengaturan.bagian import akun

gudang, hari = sesi.gudang(), waktu_kini().date()
wadah = kepala.siapkan()
semua = daftar_akun(gudang, hari)
aktif = [milik for milik in semua if milik.aktif]
wakil = sum(tugas.jenis != "definitif" for milik in aktif for tugas in milik.tugas if tugas.mulai <= hari)

judul = f"{len(aktif)} akun aktif, {wakil or 'tidak ada'} Plt. atau Plh. sedang bertugas"
kepala.isi_umum(wadah, judul, pilih_kantor(gudang))
akun.sampaikan()
tabel.tampilkan(akun.tabel_akun(semua, hari))
st.caption(
    "Kata sandi tidak tersimpan, hanya sidiknya. Setiap perubahan dicatat pada jejak, dan perubahan peran, kata sandi, "
    "atau keaktifan mengakhiri semua sesi akun itu."
)

kelola, baru = st.tabs(["Kelola satu akun", "Akun baru"])
with kelola:
    pilihan = {milik.id_akun: milik for milik in semua}
    dipilih = st.selectbox(
        "Akun", list(pilihan), format_func=lambda id_akun: f"{pilihan[id_akun].nama} ({pilihan[id_akun].nama_akun})"
    )
    if dipilih is not None:
        akun.penugasan(gudang, pilihan[dipilih])
        akun.perubahan(gudang, pilihan[dipilih])
with baru:
    akun.akun_baru(gudang)
