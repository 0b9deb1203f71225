from __future__ import annotations

import streamlit as st

from pages.komponen import kepala, sesi, tindakan
from pages.komponen.saring import pilih
from pages.pengumpulan.bagian import pengumpulan, percakapan, verifikasi

saring = pilih(sesi.gudang())
tindakan.tampilkan_hasil()
kode_unit = verifikasi.pilih_unit(saring)
if kode_unit is None:
    kepala.isi_umum(saring.wadah, "Verifikasi kantor ini tidak terbuka untuk peran Anda", saring.kantor)
    st.stop()

lembar = verifikasi.muat(saring, kode_unit)
kepala.isi_umum(saring.wadah, lembar.kalimat, saring.kantor, lembar.keterangan.status)
if lembar.kiriman is not None:
    verifikasi.menuju_putusan(saring, lembar)
verifikasi.keadaan(saring, lembar)
if lembar.kiriman is not None:
    penelusuran = verifikasi.susuri(saring, lembar)
    verifikasi.telusuri(saring, lembar, penelusuran)
    st.subheader("Semua baris, yang perlu perhatian lebih dahulu", anchor=False)
    verifikasi.tabel_indikator(saring, lembar, penelusuran)
    verifikasi.anggaran(lembar, penelusuran)
    verifikasi.temuan_umum(lembar)
    verifikasi.putuskan(saring, lembar, penelusuran)
    percakapan.tanyakan(saring, lembar)
st.subheader("Pertanyaan, jawaban, dan alasan", anchor=False)
pengumpulan.tampilkan_percakapan(lembar.percakapan)
if not lembar.percakapan:
    st.caption("Belum ada pertanyaan atau pengembalian untuk data unit ini.")
