from __future__ import annotations

from functools import partial

import streamlit as st

from analytics.bukti_asli.baca_jejak import BATAS_LAYAR, BATAS_UNDUH, SaringanJejak, pilihan, tabel_jejak
from analytics.bukti_asli.periksa_jejak import tulis_ujung, ujung_kini
from analytics.dokumen.tabel import susun_csv
from pages.komponen import kepala, kosong, sesi, tabel, unduh
from pages.komponen.saring import pilih_kantor
from pages.pengaturan.bagian import bukti_jejak

gudang = sesi.gudang()
wadah = kepala.siapkan()
kantor = pilih_kantor(gudang)
if kantor is None:
    kosong.panduan_awal(wadah)
    st.stop()
ujung = ujung_kini(gudang)
judul = f"Jejak mencatat {ujung.nomor} peristiwa, masing-masing terikat pada yang sebelumnya"
kepala.isi_umum(wadah, judul, kantor)

with st.container(border=True):
    st.subheader("Periksa keutuhan", anchor=False)
    st.caption("Ujung jejak saat ini. Catat di luar aplikasi, misalnya pada register arsip atau di samping cadangan.")
    st.code(tulis_ujung(ujung), language=None, wrap_lines=True)
    bukti_jejak.periksa(gudang)

st.subheader("Peristiwa", anchor=False)
siapa, apa = pilihan(gudang, kantor.kode_pd)
with st.container(horizontal=True):
    oleh = st.selectbox("Oleh", list(siapa), format_func=siapa.__getitem__, key="jejak_oleh")
    aksi = st.selectbox("Tindakan", list(apa), format_func=apa.__getitem__, key="jejak_aksi")
    cari = st.text_input("Dokumen atau isi", key="jejak_cari", placeholder="misalnya kompilasi, 2026:3, atau PMD")
susun = partial(tabel_jejak, gudang, kantor.kode_pd, SaringanJejak(oleh, aksi, cari))
peristiwa = susun()
with st.container(key="jejak"):
    tabel.tampilkan(peristiwa, rupa="kisi")
if len(peristiwa.baris) == BATAS_LAYAR:
    st.caption(f"Ditampilkan {BATAS_LAYAR} yang terbaru. Unduhan memuat semuanya.")
unduh.berkas(
    "Unduh jejak (csv)",
    "jejak.csv",
    lambda: susun_csv(susun(BATAS_UNDUH)),
    "jejak",
)
