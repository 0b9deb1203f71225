from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_evaluasi import tabel_iku, tabel_kelengkapan, tabel_renja, tabel_renstra
from pages.komponen import kalimat, kepala, kosong, sesi, tabel, tanya, unduh
from pages.komponen.saring import pilih
from pages.pelaporan.bagian import snapshot

saring = pilih(sesi.gudang())
iku, renja, renstra, lengkap = (
    tanya.iku(saring),
    tanya.renja(saring),
    tanya.renstra(saring),
    tanya.lengkap_dokumen(saring),
)
kepala.isi(saring.wadah, kalimat.ekspor(iku.keterangan), iku.keterangan)

belum = [satu.nama for satu in lengkap.unit if satu.versi is None]
if belum and iku.keterangan.pengesahan is None:
    kosong.pesan(
        f"**{len(belum)} dari {len(lengkap.unit)} unit belum mengirim.** Angkanya tertulis *belum ada data* di "
        "dokumen, tidak pernah 0.",
        "unggah",
        "Unggah format yang sudah diisi",
    )
with st.container(border=True):
    st.subheader("Dokumen Kompilasi Data Kinerja", anchor=False)
    st.markdown(
        "Satu buku kerja berukuran folio: sampul, ringkasan, Evaluasi IKU, Evaluasi Renja (kolom E.81), dan Evaluasi "
        "Renstra (kolom E.80). Rumusnya hidup, sehingga setiap angka dapat diperiksa kembali di Excel atau LibreOffice."
    )
    unduh.kompilasi(saring, utama=True)
with st.container(border=True):
    st.subheader("Tabel evaluasi saja", anchor=False)
    for judul, isi, nama in (
        ("Evaluasi IKU", tabel_iku(iku), "evaluasi_iku"),
        ("Evaluasi Renja", tabel_renja(renja), "evaluasi_renja"),
        ("Evaluasi Renstra", tabel_renstra(renstra), "evaluasi_renstra"),
    ):
        with st.container(horizontal=True, vertical_alignment="center"):
            unduh.tabel_xlsx(saring, isi, iku.keterangan, nama)
            st.markdown(f"{judul}, {len(isi.baris)} baris")
snapshot.tampilkan(saring)
st.subheader("Data yang masuk dokumen ini", anchor=False)
tabel.tampilkan(tabel_kelengkapan(lengkap))
