from __future__ import annotations

import streamlit as st

from analytics.dokumen.kolom import susun_e81
from analytics.dokumen.tabel_evaluasi import tabel_renja
from analytics.evaluasi.hasil import EvaluasiRenja
from analytics.grafik import peluru, peta_panas, serapan
from pages.evaluasi.bagian import tingkat
from pages.komponen import gambar, kalimat, kartu, kepala, kosong, narasi, sesi, tabel, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan, pilih


def _gambar(hasil: EvaluasiRenja, saring: Saringan) -> None:
    dipilih = tingkat.pilih(
        (satu.tingkat, bool(satu.kinerja)) for satu in hasil.baris if satu.kinerja or satu.uang.kini.pagu
    )
    pasangan = serapan.dari_renja(hasil, dipilih)
    batang, peta = peluru.urutkan(peluru.dari_renja(hasil, dipilih)), peta_panas.dari_renja(hasil, dipilih)
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


saring = pilih(sesi.gudang(), unit=True)
hasil = tanya.renja(saring)
kepala.isi(saring.wadah, kalimat.renja(hasil), hasil.keterangan)
if not any(satu.kinerja or satu.uang.kini.pagu for satu in hasil.baris):
    kosong.pesan(
        "Tidak ada indikator atau pagu Renja untuk pilihan ini. Pilih unit lain, atau lengkapi buku kerja rencana.",
        "rencana",
        "Buka halaman Rencana",
    )
    st.stop()

penutup = hasil.penutup
kolom = susun_e81(hasil.pengaturan.teks["susunan_renja"]).nomor("capaian_k")
kartu.tampilkan(
    Kartu(
        "Rata-rata capaian",
        kalimat.rata_rata(penutup.kinerja),
        f"{penutup.kinerja.n} dari {penutup.kinerja.m} indikator · {penutup.predikat_kinerja or 'belum ada predikat'}",
    ),
    Kartu(
        "Serapan",
        kalimat.persen(penutup.serapan_jumlah),
        f"Σ realisasi dibagi Σ pagu, {penutup.terhitung.banyak} baris yang berpagu",
    ),
    Kartu(
        "Rata-rata serapan",
        kalimat.persen(penutup.serapan_rata),
        penutup.predikat_serapan or "belum ada predikat",
    ),
    Kartu("Terhadap akhir Renstra", kalimat.rata_rata(penutup.kinerja_renstra), f"rata-rata kolom {kolom} (K)"),
)
st.caption(f"Rata-rata dihitung pada {penutup.tingkat}.{kalimat.tanpa_anggaran(penutup)}")
_gambar(hasil, saring)
st.subheader("Pohon kinerja dan anggaran", anchor=False)
isi = tabel_renja(hasil)
tabel.tampilkan(isi, saring.alamat)
unduh.tombol(saring, isi, hasil.keterangan, "evaluasi_renja")
narasi.tampilkan(penutup.narasi)
