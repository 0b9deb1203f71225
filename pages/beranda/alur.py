from __future__ import annotations

import html
from base64 import b64encode

import streamlit as st

from analytics.papan.diagram import susun_diagram
from analytics.papan.papan import Papan
from analytics.papan.tabel_papan import tabel_papan, tabel_perpindahan, tabel_riwayat_pindah, tabel_sop
from pages.komponen import kepala, papan, saring, sesi, tabel, tanya
from pages.komponen.saring import Saringan


def _diagram(hasil: Papan) -> None:
    st.subheader("Diagram alur", anchor=False)
    # Streamlit takes drawings out of HTML, but not out of a picture.
    svg = b64encode(susun_diagram(hasil).encode()).decode()
    alt = html.escape(f"Diagram alur SOP: {hasil.ringkas}")
    gambar = f"<img src='data:image/svg+xml;base64,{svg}' alt='{alt}'>"
    st.html(f"<div class='alur' tabindex='0' role='region' aria-label='Diagram alur SOP'>{gambar}</div>")
    st.caption(
        "✓ selesai, ▶ sedang berjalan, ○ belum. Belah ketupat: keputusan Ya atau Tidak; panah putus-putus: Tidak."
    )


def _riwayat(pilihan: Saringan, hasil: Papan) -> None:
    st.subheader("Riwayat dokumen", anchor=False)
    sendiri = papan.unit_sendiri(pilihan)
    jalan = {
        perjalanan.objek.id: perjalanan
        for perjalanan in hasil.jalan
        if sendiri is None or not perjalanan.objek.kode_unit or perjalanan.objek.kode_unit in sendiri
    }
    nama = {perjalanan.objek.id: f"{perjalanan.nama}: {perjalanan.nama_keadaan}" for perjalanan in jalan.values()}
    dipilih = saring.pilih_daftar("Dokumen", "dokumen", nama, next(iter(nama)), 560)
    tabel.tampilkan(tabel_riwayat_pindah(jalan[dipilih]), rupa="ringkas")


pilihan = saring.pilih(sesi.gudang())
hasil = papan.ambil(pilihan)
kepala.isi(pilihan.wadah, f"Alur SOP {pilihan.periode.nama}: {hasil.ringkas}", tanya.lengkap(pilihan).keterangan)
_diagram(hasil)
st.subheader("Keadaan tiap langkah", anchor=False)
tabel.tampilkan(tabel_papan(hasil), rupa="ringkas")
papan.catatan(hasil)
_riwayat(pilihan, hasil)
st.subheader("Dua belas langkah dan waktu bakunya", anchor=False)
tabel.tampilkan(tabel_sop([langkah.baku for langkah in hasil.langkah]), rupa="ringkas")
with st.expander("Semua perpindahan: oleh siapa, dari mana ke mana, apa yang harus ada"):
    tabel.tampilkan(tabel_perpindahan())
