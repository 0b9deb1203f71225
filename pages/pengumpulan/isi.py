from __future__ import annotations

import streamlit as st

from pages.komponen import kepala, sesi, tindakan
from pages.komponen.saring import pilih
from pages.pengumpulan.bagian import isi_layar

saring = pilih(sesi.gudang())
tindakan.tampilkan_hasil()
kode_unit = isi_layar.pilih_unit(saring)
if kode_unit is None:
    kepala.isi_umum(saring.wadah, "Isi di layar kantor ini tidak terbuka untuk peran Anda", saring.kantor)
    st.stop()

meja = isi_layar.buka(saring, kode_unit)
isi_layar.keadaan(meja)
isian = isi_layar.bidang(meja)
isi_layar.simpan(meja, isian)
isi_layar.kirim(meja, isian)
kepala.isi_umum(saring.wadah, isi_layar.kesimpulan(meja, isian), saring.kantor)
