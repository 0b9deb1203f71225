from __future__ import annotations

import streamlit as st

from pages.komponen import kepala, koreksi, sesi, tabel, tanya, tindakan
from pages.komponen.saring import pilih
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import bukti, pengumpulan, rincian_unggahan, unggahan

saring = pilih(sesi.gudang())
tindakan.tampilkan_hasil()
masuk = unggahan.terima_berkas(saring, unggahan.kotak(saring))
daftar = unggahan.daftar(saring, masuk)
unggahan.tawarkan_semua(saring, daftar)
unggahan.tampilkan_tertunda()

menunggu = sum(unggahan_ini.terbaru and unggahan_ini.keadaan == "menunggu" for unggahan_ini in daftar)
judul = "Unggah format data: setiap berkas diperiksa dahulu, baru diterima"
if masuk:
    judul = unggahan.kesimpulan(masuk, daftar)
elif menunggu:
    judul = f"{menunggu} unggahan {saring.periode.nama} menunggu keputusan"
kepala.isi_umum(saring.wadah, judul, saring.kantor, tanya.lengkap(saring).keterangan.status)
pengumpulan.tampilkan(saring)

for datang in masuk:
    if datang.putusan.status == "sudah_ada":
        st.info(aman(datang.putusan.pesan), icon=":material/content_copy:")
    elif datang.putusan.id_unggahan is None:
        st.error(aman(datang.putusan.pesan), icon=":material/block:")
if daftar:
    unggahan.tampilkan_daftar(daftar, saring)
    dibuka = unggahan.pilih_dibuka(daftar, masuk)
    if dibuka:
        rincian_unggahan.tampilkan(saring.gudang, unggahan.buka(saring, dibuka))
st.subheader(f"Kiriman {saring.periode.nama}", anchor=False)
tabel.tampilkan(pengumpulan.tabel_unit(saring, tanya.lengkap(saring)))
bukti.tampilkan(saring)
koreksi.milik_saya(saring)
st.caption(
    "Unit dan triwulan dibaca dari berkasnya sendiri, tidak dari pilihan di atas. Berkas yang sama dikenali, "
    "berkas yang diperbaiki menjadi versi baru, dan yang ditolak tidak mengubah angka apa pun. Semua unggahan disimpan."
)
