from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics.dokumen.tabel import Tabel
from analytics.dokumen.tabel_evaluasi import tabel_riwayat, tabel_triwulan
from analytics.evaluasi.hasil import RincianIndikator
from analytics.grafik import riwayat
from pages.evaluasi.bagian import angka_indikator, aturan
from pages.komponen import aturan_kini, gambar, kalimat, kepala, kosong, narasi, sesi, tabel, tanya, unduh
from pages.komponen.saring import Saringan, pilih, pilih_daftar
from pages.komponen.teks import aman


def _pilih_indikator(saring: Saringan) -> str | None:
    nama = tanya.daftar_indikator(saring)
    if not nama:
        return None
    label = {kode: f"{kode} · {sebutan}" for kode, sebutan in nama.items()}
    return pilih_daftar("Indikator", "indikator", label, next(iter(nama)))


def _tabel(nama: str, susun: Callable[[RincianIndikator], Tabel]) -> Tabel:
    tabel_bagian = tanya.olahan(saring, f"{nama} {kode}", lambda: susun(hasil))
    tabel.tampilkan(tabel_bagian, tetap=True)
    return tabel_bagian


saring = pilih(sesi.gudang(), kiriman="pilihan")
kode = _pilih_indikator(saring)
if kode is None:
    kepala.isi_umum(saring.wadah, f"Belum ada indikator pada rencana tahun {saring.periode.tahun}", saring.kantor)
    kosong.pesan("Indikator masuk bersama buku kerja rencana.", "rencana", "Buka halaman Rencana")
    st.stop()

hasil = tanya.rincian(saring, kode)
kepala.isi(saring.wadah, kalimat.indikator(hasil), hasil.keterangan)
aturan_kini.tampilkan(saring)
angka_indikator.tampilkan(hasil)
kiri, kanan = st.columns(2)
with kiri.container(border=True):
    st.subheader("Dari tahun ke tahun", anchor=False)
    if riwayat.dapat_digambar(hasil):
        figur = tanya.gambar(saring, f"riwayat {kode}", hasil.riwayat, lambda: riwayat.gambar(hasil))
        gambar.tampilkan(figur, riwayat.bacaan(hasil), "riwayat")
    else:
        st.caption(aman(riwayat.sebut_tanpa_gambar(hasil)))
with kanan.container(border=True):
    st.subheader("Cara hitung", anchor=False)
    _tabel("cara hitung", aturan.tabel_cara_hitung)
    st.subheader("Perbandingan", anchor=False)
    _tabel("pembanding", aturan.tabel_pembanding)
st.subheader(f"Triwulan {saring.periode.tahun}: nilai, cara hitung, dan sel sumbernya", anchor=False)
_tabel("triwulan", lambda rincian: tabel_triwulan(rincian, rincian.pengaturan))
st.subheader("Riwayat", anchor=False)
unduh.tombol(saring, _tabel("riwayat", tabel_riwayat), hasil.keterangan, "indikator")
st.subheader("Aturan", anchor=False)
_tabel("aturan", aturan.tabel_aturan)
narasi.tampilkan({jenis: (teks,) for jenis, teks in hasil.baris.narasi.items()})
