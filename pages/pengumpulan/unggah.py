from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_evaluasi import tabel_kelengkapan
from analytics.lembar.unggahan import muat_unggahan
from pages.komponen import kepala, rincian_unggahan, sesi, tabel, tanya, unggahan
from pages.komponen.saring import pilih
from pages.komponen.teks import aman

saring = pilih(sesi.gudang())
gudang, kode_pd = saring.gudang, saring.kode_pd
berkas = st.file_uploader(
    "Format data yang sudah diisi (.xlsx), boleh beberapa sekaligus",
    accept_multiple_files=True,
    max_upload_size=10,
    key="berkas_format",
)
masuk = unggahan.terima_berkas(saring, berkas)
daftar = unggahan.daftar(saring, masuk)
siap = unggahan.siap(daftar)
if len(siap) > 1 and st.button(f"Terima {len(siap)} berkas yang siap", type="primary", icon=":material/done_all:"):
    unggahan.terima_semua(gudang, kode_pd, siap)
    st.rerun()
unggahan.tampilkan_tertunda()

menunggu = sum(satu.terbaru and satu.keadaan == "menunggu" for satu in daftar)
judul = "Unggah format data: setiap berkas diperiksa dahulu, baru diterima"
if masuk:
    judul = unggahan.kesimpulan(masuk, daftar)
elif menunggu:
    judul = f"{menunggu} unggahan {saring.periode.nama} menunggu keputusan"
kepala.isi_umum(saring.wadah, judul, saring.kantor)

for satu in masuk:
    if satu.putusan.status == "sudah_ada":
        st.info(aman(satu.putusan.pesan), icon=":material/content_copy:")
if daftar:
    unggahan.tampilkan_daftar(daftar, saring)
    dibuka = unggahan.pilih_dibuka(daftar, masuk)
    if dibuka:
        rincian_unggahan.tampilkan(gudang, muat_unggahan(gudang, kode_pd, dibuka))
st.subheader(f"Kiriman {saring.periode.nama}", anchor=False)
tabel.tampilkan(tabel_kelengkapan(tanya.lengkap(saring)))
st.caption(
    "Unit dan triwulan dibaca dari berkasnya sendiri, tidak dari pilihan di atas. Berkas yang sama dikenali, "
    "berkas yang diperbaiki menjadi versi baru, dan yang ditolak tidak mengubah angka apa pun. Semua unggahan disimpan."
)
