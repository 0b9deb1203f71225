from __future__ import annotations

import streamlit as st

from pages.komponen import kepala, sesi, tindakan
from pages.komponen.saring import pilih
from pages.pengumpulan.bagian import bidang_layar, daftar_keuangan, kirim_layar, meja_layar

saring = pilih(sesi.gudang())
tindakan.tampilkan_hasil()
kode_unit = meja_layar.pilih_unit(saring)
if kode_unit is None:
    kepala.isi_umum(saring.wadah, "Isi di layar kantor ini tidak terbuka untuk peran Anda", saring.kantor)
    st.stop()

meja = meja_layar.buka(saring, kode_unit)
meja_layar.keadaan(meja)
daftar = st.container()
isian = bidang_layar.bidang(meja)
with daftar:
    daftar_keuangan.tampilkan(meja, isian)
kirim_layar.simpan(meja, isian)
kirim_layar.kirim(meja, isian)
kepala.isi_umum(saring.wadah, meja_layar.kesimpulan(meja, isian), saring.kantor, meja_layar.status(meja))
