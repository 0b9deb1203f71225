from __future__ import annotations

import streamlit as st

from analytics.alur.arsip import tawaran
from pages.komponen import kepala, kosong, sesi
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.saring import pilih_kantor
from pages.pelaporan.bagian import arsip

gudang = sesi.gudang()
wadah = kepala.siapkan()
kantor = pilih_kantor(gudang)
if kantor is None:
    kosong.panduan_awal(wadah)
    st.stop()
menunggu = tawaran(PenanyaIngat(gudang, kantor.kode_pd), kantor.kode_pd)
judul = f"{len(menunggu)} dokumen menunggu dicatat di register arsip" if menunggu else "Register arsip lengkap"
kepala.isi_umum(wadah, judul, kantor)
arsip.tampilkan_jawaban()
if arsip.boleh_mencatat(kantor.kode_pd):
    arsip.tawarkan(gudang, kantor.kode_pd, menunggu)
    arsip.catat_lain(gudang, kantor.kode_pd)
arsip.register(gudang, kantor)
