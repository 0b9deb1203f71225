from __future__ import annotations

import streamlit as st

from analytics.evaluasi.hasil.renja import AKHIR_TAHUN, EvaluasiRenja
from analytics.formulir import kata
from analytics.formulir.renja import RENJA
from analytics.grafik import peluru, peta_panas, serapan
from pages.evaluasi.bagian import tingkat
from pages.komponen import aturan_kini, gambar, kartu, kepala, kosong, narasi, sesi, tabel, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan, pilih
from pages.komponen.teks import aman


def _gambar(hasil: EvaluasiRenja, saring: Saringan) -> None:
    dipilih = tingkat.pilih(
        (simpul.tingkat, bool(simpul.kinerja)) for simpul in hasil.baris if simpul.kinerja or simpul.uang.kini.pagu
    )
    pasangan = tanya.olahan(saring, f"serapan renja {dipilih}", lambda: serapan.dari_renja(hasil, dipilih))
    batang = tanya.olahan(saring, f"batang renja {dipilih}", lambda: peluru.urutkan(peluru.dari_renja(hasil, dipilih)))
    peta = tanya.olahan(saring, f"peta renja {dipilih}", lambda: peta_panas.dari_renja(hasil, dipilih))
    kiri, kanan = st.columns(2)
    with kiri.container(border=True):
        st.subheader("Capaian (K) di samping serapan (Rp)", anchor=False)
        figur = tanya.gambar(saring, f"serapan_{dipilih}", pasangan, lambda: serapan.gambar(pasangan, hasil.pengaturan))
        gambar.tampilkan(figur, serapan.bacaan(pasangan), "serapan")
    with kanan.container(border=True):
        st.subheader("Capaian terhadap target", anchor=False)
        figur = tanya.gambar(saring, f"peluru_{dipilih}", batang, lambda: peluru.gambar(batang, hasil.pengaturan))
        gambar.tampilkan(figur, peluru.bacaan(batang), "peluru")
    gambar.legenda(hasil.pengaturan)
    with st.container(border=True):
        st.subheader("Capaian s/d tiap triwulan", anchor=False)
        figur = tanya.gambar(saring, f"peta_{dipilih}", peta.lajur, lambda: peta_panas.gambar(peta))
        gambar.tampilkan(figur, peta_panas.bacaan(peta), "peta")


saring = pilih(sesi.gudang(), unit=True, kiriman="pilihan")
hasil = tanya.evaluasi(saring, RENJA)
kepala.isi(saring.wadah, RENJA.kalimat(hasil), hasil.keterangan)
aturan_kini.tampilkan(saring)
if not any(simpul.kinerja or simpul.uang.kini.pagu for simpul in hasil.baris):
    kosong.pesan(
        "Tidak ada indikator atau pagu Renja untuk pilihan ini. Pilih unit lain, atau lengkapi buku kerja rencana.",
        "rencana",
        "Buka halaman Rencana",
    )
    st.stop()

penutup = hasil.penutup
kolom = RENJA.lembar.susunan(hasil).nomor("capaian_k")
kartu.tampilkan(
    kartu.rata_renja("Rata-rata capaian", penutup),
    kartu.serapan("Serapan", penutup, saring.periode.triwulan),
    Kartu(
        "Rata-rata serapan",
        kata.persen(penutup.serapan_rata),
        hasil.predikat_serapan
        or ("belum ada predikat" if saring.periode.triwulan == AKHIR_TAHUN else "predikat mulai TW IV"),
    ),
    Kartu("Terhadap akhir Renstra", kata.rata_rata(penutup.kinerja_renstra), f"rata-rata kolom {kolom} (K)"),
    catatan=kartu.catatan_renja(hasil),
)
if penutup.tanpa_anggaran:
    with st.expander(f"{len(penutup.tanpa_anggaran)} baris belum melaporkan anggaran dan tidak masuk serapan"):
        st.markdown(aman("; ".join(penutup.tanpa_anggaran)))
_gambar(hasil, saring)
st.subheader("Pohon kinerja dan anggaran", anchor=False)
evaluasi = tanya.tabel(saring, RENJA)
tabel.tampilkan(evaluasi, saring.alamat, tetap=True)
unduh.tombol(saring, evaluasi, hasil.keterangan, RENJA.berkas)
narasi.tampilkan(penutup.narasi)
