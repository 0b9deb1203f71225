from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_evaluasi import tabel_riwayat, tabel_triwulan
from analytics.evaluasi.hasil import RincianIndikator
from analytics.grafik import riwayat
from pages.evaluasi.bagian import aturan
from pages.komponen import gambar, kalimat, kartu, kepala, kosong, narasi, sesi, tabel, tanya, unduh
from pages.komponen.kartu import Kartu
from pages.komponen.saring import Saringan, pilih, pilih_daftar


def _pilih_indikator(saring: Saringan) -> str | None:
    nama = tanya.daftar_indikator(saring)
    if not nama:
        return None
    label = {kode: f"{kode} · {sebutan}" for kode, sebutan in nama.items()}
    return pilih_daftar("Indikator", "indikator", label, next(iter(nama)))


def _angka(hasil: RincianIndikator) -> None:
    kini, satuan = hasil.kini, hasil.baris.indikator.satuan
    realisasi = kini.realisasi.tulis() if kini.realisasi else "–"
    predikat = kini.capaian.predikat
    kartu.tampilkan(
        Kartu("Realisasi s/d triwulan", realisasi, satuan),
        Kartu("Target s/d triwulan", kini.target.tulis(), f"target tahun {kini.target_tahun.tulis() or 'tidak ada'}"),
        Kartu(
            "Capaian s/d triwulan",
            f"{kini.capaian.tulisan} %" if predikat else "–",
            f"{predikat.simbol} {predikat.predikat}" if predikat else "belum ada predikat",
        ),
        Kartu(
            "Terhadap target tahun",
            f"{kini.capaian_tahun.tulisan} %" if kini.capaian_tahun.nilai is not None else "–",
            "posisi s/d triwulan ini",
        ),
    )


saring = pilih(sesi.gudang())
kode = _pilih_indikator(saring)
if kode is None:
    kepala.isi_umum(saring.wadah, f"Belum ada indikator pada rencana tahun {saring.periode.tahun}", saring.kantor)
    kosong.pesan("Indikator masuk bersama buku kerja rencana.", "rencana", "Buka halaman Rencana")
    st.stop()

hasil = tanya.rincian(saring, kode)
kepala.isi(saring.wadah, kalimat.indikator(hasil), hasil.keterangan)
_angka(hasil)
kiri, kanan = st.columns(2)
with kiri.container(border=True):
    st.subheader("Dari tahun ke tahun", anchor=False)
    if riwayat.dapat_digambar(hasil):
        gambar.tampilkan(riwayat.gambar(hasil), riwayat.bacaan(hasil), "riwayat")
    else:
        st.caption("Indikator ini dinilai dengan peringkat; riwayatnya ada pada tabel di bawah.")
with kanan.container(border=True):
    st.subheader("Cara hitung", anchor=False)
    tabel.tampilkan(aturan.tabel_cara_hitung(hasil))
    st.subheader("Perbandingan", anchor=False)
    tabel.tampilkan(aturan.tabel_pembanding(saring, hasil))
st.subheader(f"Triwulan {saring.periode.tahun}: nilai, cara hitung, dan sel sumbernya", anchor=False)
tabel.tampilkan(tabel_triwulan(hasil, hasil.pengaturan))
st.subheader("Riwayat", anchor=False)
isi = tabel_riwayat(hasil)
tabel.tampilkan(isi)
unduh.tombol(saring, isi, hasil.keterangan, "indikator")
st.subheader("Aturan", anchor=False)
tabel.tampilkan(aturan.tabel_aturan(hasil))
narasi.tampilkan({jenis: (teks,) for jenis, teks in hasil.baris.narasi.items()})
