from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_evaluasi import tabel_kelengkapan
from analytics.formulir import MENURUT_KODE
from analytics.formulir.kata import rangkai
from pages.komponen import aturan_kini, kalimat, kepala, kosong, sesi, tabel, tanya, unduh
from pages.komponen.saring import pilih
from pages.pelaporan.bagian import snapshot

saring = pilih(sesi.gudang(), kiriman="pilihan")
kompilasi, lengkap = tanya.kompilasi(saring), tanya.lengkap_dokumen(saring)
keterangan = kompilasi.keterangan
kepala.isi(saring.wadah, kalimat.ekspor(keterangan), keterangan)
aturan_kini.tampilkan(saring)

belum = [unit.nama for unit in lengkap.unit if unit.versi is None]
if belum and keterangan.pengesahan is None:
    apa = "terverifikasi" if keterangan.terverifikasi else "mengirim"
    kosong.pesan(
        f"**{len(belum)} dari {len(lengkap.unit)} unit belum {apa}.** Angkanya tertulis *belum ada data* di "
        "dokumen, tidak pernah 0.",
        "unggah",
        "Unggah format yang sudah diisi",
    )
isi_buku = ("sampul", "ringkasan", *(terisi.lembar.uraian for terisi in kompilasi.formulir))
with st.container(border=True):
    st.subheader("Dokumen Kompilasi Data Kinerja", anchor=False)
    st.markdown(
        f"Satu buku kerja berukuran folio: {rangkai(isi_buku)}. "
        "Rumusnya hidup, sehingga setiap angka dapat diperiksa kembali di Excel atau LibreOffice."
    )
    unduh.kompilasi(saring, utama=True)
with st.container(border=True):
    st.subheader("Tabel evaluasi saja", anchor=False)
    for terisi in kompilasi.formulir:
        formulir = MENURUT_KODE[terisi.lembar.kode]
        evaluasi = tanya.tabel(saring, formulir)
        with st.container(horizontal=True, vertical_alignment="center"):
            unduh.tabel_xlsx(saring, evaluasi, keterangan, formulir.berkas)
            indikator = len({baris.kode_indikator for baris in evaluasi.baris} - {None})
            st.markdown(f"{formulir.nama}: {indikator} indikator dalam {len(evaluasi.baris)} baris")
snapshot.tampilkan(saring)
st.subheader("Data yang masuk dokumen ini", anchor=False)
tabel.tampilkan(tabel_kelengkapan(lengkap))
