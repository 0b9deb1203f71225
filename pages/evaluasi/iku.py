from __future__ import annotations

import streamlit as st

from analytics.formulir import kata
from analytics.formulir.iku import IKU
from analytics.grafik import peluru, peta_panas
from pages.komponen import aturan_kini, gambar, kalimat, kartu, kepala, kosong, sesi, tabel, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import pilih

saring = pilih(sesi.gudang(), unit=True, kiriman="pilihan")
hasil = tanya.evaluasi(saring, IKU)
kepala.isi(saring.wadah, IKU.kalimat(hasil), hasil.keterangan)
aturan_kini.tampilkan(saring)
if not hasil.baris:
    kosong.pesan(
        "Tidak ada IKU untuk pilihan ini. Pilih unit lain, atau tandai indikator sebagai IKU pada buku kerja rencana.",
        "rencana",
        "Buka halaman Rencana",
    )
    st.stop()

kartu.tampilkan(
    kartu.iku_tercapai(hasil),
    Kartu(
        "Rata-rata capaian",
        kata.rata_rata(hasil.rata_rata),
        f"{kartu.catatan_rata(hasil.rata_rata)} · {hasil.rata_rata.predikat or 'belum ada predikat'}",
    ),
    Kartu("Belum ada data", str(hasil.belum_ada_data), "wajib lapor, masih kosong"),
    Kartu("Belum waktunya", str(hasil.belum_waktunya), kartu.luar_hitungan(hasil)),
    catatan=kartu.catatan_iku(hasil),
)
if not hasil.dinilai:
    kosong.pesan(
        f"Belum ada angka yang dapat dinilai. {kalimat.sebut_belum_dinilai(hasil)}",
        *(
            ("rencana", "Buka halaman Rencana")
            if hasil.tanpa_target_triwulan
            else ("unggah", "Unggah format yang sudah diisi")
        ),
    )

kiri, kanan = st.columns(2)
with kiri.container(border=True):
    st.subheader("Capaian terhadap target", anchor=False)
    batang = tanya.olahan(saring, "batang iku", lambda: peluru.urutkan(peluru.dari_iku(hasil)))
    figur = tanya.gambar(saring, "peluru_iku", batang, lambda: peluru.gambar(batang, hasil.pengaturan))
    gambar.tampilkan(figur, peluru.bacaan(batang), "peluru")
with kanan.container(border=True):
    st.subheader("Capaian s/d tiap triwulan", anchor=False)
    peta = tanya.olahan(saring, "peta iku", lambda: peta_panas.dari_iku(hasil))
    figur = tanya.gambar(saring, "peta_iku", peta.lajur, lambda: peta_panas.gambar(peta))
    gambar.tampilkan(figur, peta_panas.bacaan(peta), "peta")
gambar.legenda(hasil.pengaturan)

st.subheader("Angka, rumus, dan sumbernya", anchor=False)
evaluasi = tanya.tabel(saring, IKU)
tabel.tampilkan(evaluasi, saring.alamat, tetap=True)
unduh.tombol(saring, evaluasi, hasil.keterangan, IKU.berkas)
