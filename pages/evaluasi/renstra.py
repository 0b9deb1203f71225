from __future__ import annotations

import streamlit as st

from analytics.evaluasi.hasil.renstra import EvaluasiRenstra
from analytics.formulir import kata
from analytics.formulir.renstra import RENSTRA
from analytics.grafik import peluru, peta_panas, serapan
from pages.evaluasi.bagian import tingkat
from pages.komponen import aturan_kini, gambar, kartu, kepala, kosong, narasi, sesi, tabel, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan, pilih


def _gambar(hasil: EvaluasiRenstra, saring: Saringan) -> None:
    dipilih = tingkat.pilih(
        (simpul.tingkat, bool(simpul.kinerja)) for simpul in hasil.baris if simpul.kinerja or simpul.pagu_akhir
    )
    pasangan = tanya.olahan(saring, f"serapan renstra {dipilih}", lambda: serapan.dari_renstra(hasil, dipilih))
    batang = tanya.olahan(
        saring, f"batang renstra {dipilih}", lambda: peluru.urutkan(peluru.dari_renstra(hasil, dipilih))
    )
    peta = tanya.olahan(saring, f"peta renstra {dipilih}", lambda: peta_panas.dari_renstra(hasil, dipilih))
    kiri, kanan = st.columns(2)
    with kiri.container(border=True):
        st.subheader("Capaian terhadap target s/d triwulan", anchor=False)
        figur = tanya.gambar(saring, f"renstra_{dipilih}", batang, lambda: peluru.gambar(batang, hasil.pengaturan))
        gambar.tampilkan(figur, peluru.bacaan(batang), "peluru")
    with kanan.container(border=True):
        st.subheader("Capaian dari tahun ke tahun", anchor=False)
        figur = tanya.gambar(saring, f"renstra_peta_{dipilih}", peta.lajur, lambda: peta_panas.gambar(peta))
        gambar.tampilkan(figur, peta_panas.bacaan(peta), "peta")
    gambar.legenda(hasil.pengaturan)
    with st.container(border=True):
        st.subheader(f"Capaian (K) s/d triwulan di samping serapan (Rp) {saring.periode.tahun}", anchor=False)
        figur = tanya.gambar(
            saring, f"renstra_serapan_{dipilih}", pasangan, lambda: serapan.gambar(pasangan, hasil.pengaturan)
        )
        gambar.tampilkan(figur, serapan.bacaan(pasangan), "serapan")


saring = pilih(sesi.gudang(), unit=True, kiriman="pilihan")
hasil = tanya.evaluasi(saring, RENSTRA)
kepala.isi(saring.wadah, RENSTRA.kalimat(hasil), hasil.keterangan)
aturan_kini.tampilkan(saring)
if not hasil.tahun or not any(simpul.kinerja or simpul.pagu_akhir for simpul in hasil.baris):
    kosong.pesan(
        "Tidak ada indikator atau pagu Renstra untuk pilihan ini. Pilih unit lain, atau lengkapi buku kerja rencana.",
        "rencana",
        "Buka halaman Rencana",
    )
    st.stop()

penutup, tahun = hasil.penutup, saring.periode.tahun
kartu.tampilkan(
    Kartu("Rata-rata capaian s/d triwulan", kata.rata_rata(hasil.sd), kata.banyak(hasil.sd)),
    Kartu(f"Terhadap target {tahun}", kata.rata_rata(penutup.kinerja), kata.banyak(penutup.kinerja)),
    kartu.serapan(f"Serapan {tahun}", penutup, saring.periode.triwulan, "pagu Renstra"),
    Kartu(
        "Seluruh tahun Renstra",
        kata.rata_rata(penutup.kinerja_renstra),
        f"rata-rata rasio K {hasil.tahun[0]}–{hasil.tahun[-1]}",
    ),
    Kartu(
        "Serapan seluruh tahun",
        kata.persen(penutup.serapan_renstra_jumlah),
        f"Σ realisasi dibagi Σ pagu, {penutup.terhitung_renstra.banyak} baris",
    ),
    catatan=kartu.tingkat(penutup),
)
_gambar(hasil, saring)
st.subheader("Pohon kinerja dan anggaran per tahun", anchor=False)
evaluasi = tanya.tabel(saring, RENSTRA)
tabel.tampilkan(evaluasi, saring.alamat, tetap=True)
unduh.tombol(saring, evaluasi, hasil.keterangan, RENSTRA.berkas)
narasi.tampilkan(penutup.narasi)
