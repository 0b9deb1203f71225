from __future__ import annotations

import streamlit as st

from analytics.evaluasi.hasil import Kelengkapan
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir import kata
from analytics.formulir.iku import IKU
from analytics.formulir.renja import RENJA
from analytics.grafik import peluru
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Objek
from pages.beranda.bagian import pekerjaan
from pages.komponen import cadangan, gambar, kalimat, kartu, kepala, koreksi, kosong, papan, sesi, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan, pilih

TERBURUK = 5


def _angka(hasil: EvaluasiIku, lengkap: Kelengkapan, saring: Saringan) -> None:
    penutup = tanya.evaluasi(saring, RENJA).penutup
    kartu.tampilkan(
        kartu.iku_tercapai(hasil),
        Kartu("Rata-rata capaian IKU", kata.rata_rata(hasil.rata_rata), kartu.catatan_rata(hasil.rata_rata)),
        kartu.serapan("Serapan anggaran", penutup, saring.periode.triwulan),
        Kartu("Unit sudah mengirim", f"{lengkap.lengkap} dari {len(lengkap.unit)}", saring.periode.singkat),
        catatan=kartu.catatan_iku(hasil),
    )


def _terburuk(hasil: EvaluasiIku, saring: Saringan) -> None:
    st.subheader("Paling jauh dari target", anchor=False)
    kurang = tanya.olahan(saring, "terburuk", lambda: peluru.terburuk(peluru.dari_iku(hasil)))
    batang = kurang[:TERBURUK]
    if not hasil.dinilai:
        st.markdown(f"Belum ada IKU yang dapat dinilai pada periode ini. {kalimat.sebut_belum_dinilai(hasil)}")
        return
    figur = tanya.gambar(saring, "terburuk", batang, lambda: peluru.gambar(batang, hasil.pengaturan))
    gambar.tampilkan(figur, peluru.bacaan_terburuk(kurang, TERBURUK), "terburuk")
    gambar.legenda(hasil.pengaturan)


def _berikutnya(lengkap: Kelengkapan, saring: Saringan, *, mengumpulkan: bool) -> None:
    st.subheader("Buka juga", anchor=False)
    belum = [unit.nama for unit in lengkap.unit if unit.versi is None]
    kurang = sum(len(unit.kosong) for unit in lengkap.unit if unit.versi is not None)
    if belum and mengumpulkan:
        kosong.tautan("format-data", f"Unduh format untuk {len(belum)} unit yang belum mengirim", saring.alamat)
        kosong.tautan("unggah", "Unggah format yang sudah diisi")
    if kurang:
        kosong.tautan("evaluasi-iku", f"Lihat {kurang} isian wajib yang belum ada datanya", saring.alamat)
    if not belum:
        unduh.kompilasi(saring, utama=True)
    kosong.tautan("evaluasi-renja", "Baca evaluasi Renja", saring.alamat)
    kosong.tautan("alur", "Lihat alur SOP dan riwayatnya", saring.alamat)


saring = pilih(sesi.gudang(), kiriman="pilihan")
hasil, lengkap = tanya.evaluasi(saring, IKU), tanya.lengkap(saring)
kepala.isi(saring.wadah, kalimat.beranda(hasil), hasil.keterangan)
menyetujui = sesi.boleh("setujui", Objek.kompilasi(saring.kode_pd, saring.periode))
mengumpulkan = sesi.boleh("kirim_titipan", Sasaran(saring.kode_pd))
cadangan.beri_kabar_pengelola(saring.gudang)
if not menyetujui:
    pekerjaan.tampilkan(saring)
    papan.tampilkan(saring)
koreksi.milik_saya(saring, hanya_unit=True)
_angka(hasil, lengkap, saring)
kiri, kanan = st.columns([3, 2])
with kiri.container(border=True):
    _terburuk(hasil, saring)
with kanan.container(key="keputusan_camat" if menyetujui else None):
    if menyetujui:
        pekerjaan.tampilkan(saring, "Yang menunggu keputusan Anda")
    with st.container(border=True):
        _berikutnya(lengkap, saring, mengumpulkan=mengumpulkan)
if menyetujui:
    papan.tampilkan(saring)
papan.unit(saring)
