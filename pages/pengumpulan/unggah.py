from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_evaluasi import tabel_kelengkapan
from pages.komponen import kepala, sesi, tabel, tanya, unggahan
from pages.komponen.saring import pilih

saring = pilih(sesi.gudang())
gudang, kode_pd = saring.gudang, saring.kode_pd
berkas = st.file_uploader(
    "Format data yang sudah diisi (.xlsx), boleh beberapa sekaligus",
    type="xlsx",
    accept_multiple_files=True,
    max_upload_size=10,
    key="berkas_format",
)
semua: list[unggahan.Unggahan] = []
for nomor, isi in enumerate(berkas, start=1):
    with st.spinner(f"Memeriksa berkas {nomor} dari {len(berkas)} …"):
        semua.append(unggahan.siapkan(gudang, kode_pd, isi))
unggahan.lupakan_selain(semua)

siap = [satu for satu in semua if satu.siap]
if len(siap) > 1 and st.button(f"Terima {len(siap)} berkas yang siap", type="primary", icon=":material/done_all:"):
    for satu in siap:
        unggahan.simpan(gudang, satu, {})
    st.rerun()

for satu in semua:
    unggahan.tampilkan(gudang, satu)

judul = unggahan.kesimpulan(semua) if semua else "Unggah format data: setiap berkas diperiksa dahulu, baru diterima"
kepala.isi_umum(saring.wadah, judul, saring.kantor)
if not semua:
    st.subheader(f"Kiriman {saring.periode.nama}", anchor=False)
    tabel.tampilkan(tabel_kelengkapan(tanya.lengkap(saring)))
    st.caption(
        "Unit dan triwulan dibaca dari berkasnya sendiri, tidak dari pilihan di atas. Berkas yang sama dikenali, "
        "berkas yang diperbaiki menjadi versi baru, dan yang ditolak tidak mengubah angka apa pun."
    )
