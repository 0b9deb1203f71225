from __future__ import annotations

import streamlit as st

from analytics.acuan import Pejabat, baca_pejabat
from analytics.atur.pejabat import CabutPejabat, TetapkanPejabat, daftar_jabatan, daftar_pejabat, tulis_pejabat
from analytics.aturan.periode import tulis_tanggal
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import waktu_kini
from analytics.sop.peran import ARTI_JENIS
from pages.komponen import tabel
from pages.pengaturan.bagian import pengaturan
from pages.pengaturan.bagian.pengaturan import Ruang

KOLOM = (
    Kolom("Jabatan", lebar=34),
    Kolom("Pejabat", lebar=34),
    Kolom("NIP", lebar=20),
    Kolom("Pangkat", lebar=20),
    Kolom("Sejak", lebar=18),
    Kolom("Sampai", lebar=18),
)


def _baris(jabatan: str, pejabat: Pejabat | None) -> BarisTabel:
    if pejabat is None:
        return BarisTabel((jabatan, "belum ditetapkan", "", "", "", ""))
    sampai = tulis_tanggal(pejabat.selesai) if pejabat.selesai else ""
    nama = f"{pejabat.nama} ({pejabat.sebutan})" if pejabat.jenis != "definitif" else pejabat.nama
    return BarisTabel((jabatan, nama, pejabat.nip, pejabat.pangkat, tulis_tanggal(pejabat.mulai), sampai))


def _tetapkan(jabatan: tuple[str, ...]) -> None:
    with st.form("tetapkan_pejabat"):
        dipilih = st.selectbox("Jabatan", jabatan)
        sebagai = st.selectbox("Sebagai", list(ARTI_JENIS), format_func=ARTI_JENIS.__getitem__)
        nama = st.text_input("Nama dengan gelar", max_chars=120)
        nip = st.text_input("NIP (boleh kosong)", max_chars=30)
        pangkat = st.text_input("Pangkat (boleh kosong)", max_chars=120)
        mulai = st.date_input("Hari pertama", waktu_kini().date(), format="DD/MM/YYYY")
        selesai = st.date_input("Hari terakhir (wajib untuk Plt. dan Plh.)", None, format="DD/MM/YYYY")
        alasan = st.text_area("Alasan (nomor surat keputusan atau surat perintah)", max_chars=1000)
        if st.form_submit_button("Periksa pejabat ini", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(TetapkanPejabat(alasan, dipilih, nama, mulai, nip, pangkat, sebagai, selesai))


def _cabut(semua: tuple[Pejabat, ...]) -> None:
    label = {pejabat.id_pejabat: f"{pejabat.jabatan}: {tulis_pejabat(pejabat)}" for pejabat in semua}
    with st.form("cabut_pejabat"):
        dipilih = st.selectbox("Yang dicabut", list(label), format_func=label.__getitem__, key="pejabat_dicabut")
        alasan = st.text_area("Alasan", max_chars=1000, key="alasan_cabut")
        if st.form_submit_button("Periksa pencabutan", icon=":material/preview:") and dipilih:
            pengaturan.usulkan(CabutPejabat(alasan, dipilih))


def _formulir(ruang: Ruang, jabatan: tuple[str, ...]) -> None:
    semua = daftar_pejabat(ruang.penanya, ruang.kode_pd)
    tetapkan, cabut = st.tabs(["Tetapkan pejabat", "Cabut yang keliru"])
    with tetapkan:
        _tetapkan(jabatan)
    with cabut:
        _cabut(semua)


ruang = pengaturan.buka("atur_pejabat")
hari = waktu_kini().date()
jabatan = daftar_jabatan(ruang.penanya, ruang.kode_pd, hari)
kini = baca_pejabat(ruang.penanya, ruang.kode_pd, hari)
terisi = sum(nama in kini for nama in jabatan)
pengaturan.tulis_kepala(ruang, f"{terisi} dari {len(jabatan)} jabatan ada pejabatnya hari ini")
st.caption("Nama di sini dicetak pada surat dan tanda tangan Dokumen Kompilasi. Yang belum ada dicetak titik-titik.")
tabel.tampilkan(
    Tabel("Pejabat hari ini", KOLOM, tuple(_baris(nama, kini.get(nama)) for nama in jabatan)), rupa="ringkas"
)
if ruang.boleh:
    _formulir(ruang, jabatan)
pengaturan.tinjau(ruang, TetapkanPejabat)
pengaturan.tinjau(ruang, CabutPejabat)
pengaturan.tampilkan_riwayat(ruang, "pejabat")
