from __future__ import annotations

import streamlit as st

from analytics.alur.laporan import baca_laporan
from analytics.sop.izin import sebut_peran
from analytics.sop.objek import Objek
from pages.komponen import kepala, persetujuan, sesi, tindakan
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.saring import pilih_tahun
from pages.komponen.teks import aman
from pages.pelaporan.bagian import arsip

gudang = sesi.gudang()
kantor, tahun, wadah = pilih_tahun(gudang)
laporan = baca_laporan(PenanyaIngat(gudang, kantor.kode_pd), kantor.kode_pd, tahun)
objek = Objek.laporan(kantor.kode_pd, tahun)
kepala.isi_umum(wadah, f"{objek.sebutan} {laporan.kedudukan.nama}", kantor, laporan.kedudukan.nama)
tindakan.tampilkan_hasil()
st.caption(aman(f"{objek.sebutan}: {persetujuan.keadaan(gudang, objek)}"))
if not laporan.data_disetujui:
    st.info(
        f"Data capaian Triwulan IV {tahun} belum disetujui Camat. Draf laporan dapat diserahkan sesudah itu, "
        "supaya angkanya tidak berubah lagi.",
        icon=":material/lock_clock:",
    )
if laporan.data_disetujui or laporan.lampiran:
    tindakan.tindakan(gudang, objek)
st.subheader(f"Semua versi ({len(laporan.lampiran)} berkas)", anchor=False)
if not laporan.lampiran:
    st.markdown(f"Belum ada draf. {sebut_peran('susun_laporan')} menyerahkannya dari halaman ini.")
arsip.daftar_berkas(gudang, kantor.kode_pd, laporan.lampiran)
persetujuan.riwayat(gudang, objek)
