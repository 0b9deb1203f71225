from __future__ import annotations

import streamlit as st

from analytics.sistem import waktu_kini
from pages.komponen import cadangan, kepala, sesi, tabel
from pages.komponen.saring import pilih_kantor

gudang = sesi.gudang()
wadah = kepala.siapkan()
cadangan.sampaikan()
semua, _ = cadangan.semua_cadangan(gudang)
kepala.isi_umum(wadah, cadangan.kesimpulan(semua, waktu_kini()), pilih_kantor(gudang))

cadangan.tombol_buat(gudang)
cadangan.beri_kabar(gudang)
if semua:
    tabel.tampilkan(cadangan.tabel_cadangan(semua))
    cadangan.rincian(gudang, semua)
st.subheader("Memulihkan", anchor=False)
st.markdown(
    "Pemulihan dijalankan di folder Capaian, di komputer tempat Capaian terpasang, sesudah Capaian ditutup. "
    "Cadangan diperiksa lebih dahulu, dan data yang ada sekarang disimpan di sampingnya:"
)
st.code(cadangan.PULIHKAN, language=None, wrap_lines=True)
