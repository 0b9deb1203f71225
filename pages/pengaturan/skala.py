from __future__ import annotations

import streamlit as st

from analytics.acuan import nilai_pengaturan
from analytics.atur.skala import JenjangDiketik, TambahSkala, baca_skala
from analytics.aturan.predikat import sebut_skala
from analytics.sistem import waktu_kini
from pages.komponen import kosong, tabel
from pages.komponen.teks import aman
from pages.pengaturan.bagian import daftar_peringkat, pengaturan
from pages.pengaturan.bagian.skala import tabel_skala

ISIAN = {
    "predikat": "Predikat",
    "simbol": "Simbol",
    "di_atas": "Di atas",
    "tercetak_dari": "Tercetak dari",
    "tercetak_sampai": "Tercetak sampai",
}


def _jenjang(nomor: int, banyak: int) -> JenjangDiketik:
    """One line of the form; the lowest grade has no limit to type."""
    isi = {}
    for kolom, (kunci, label) in zip(st.columns(len(ISIAN)), ISIAN.items(), strict=True):
        terendah = kunci == "di_atas" and nomor == banyak
        sebut = f"{label} ({nomor})"
        isi[kunci] = kolom.text_input(sebut, key=f"jenjang_{nomor}_{kunci}", disabled=terendah, max_chars=40).strip()
    return JenjangDiketik(**isi)


def _formulir() -> None:
    st.subheader("Tambah skala", anchor=False)
    st.markdown(
        "Tulis jenjang terbaik lebih dahulu. Setiap jenjang berlaku untuk nilai di atas batasnya sampai batas jenjang "
        "di atasnya; yang terendah tanpa batas. Skala yang sudah tersimpan tidak dapat diubah."
    )
    banyak = st.selectbox("Banyaknya jenjang", range(2, 11), 3, key="banyak_jenjang")
    with st.form("skala_baru"):
        kode = st.text_input("Nama skala", placeholder="perbup_12_2026", max_chars=40).strip()
        sumber = st.text_input("Sumber (peraturan atau keputusan)", max_chars=200)
        jenjang = tuple(_jenjang(nomor, banyak) for nomor in range(1, banyak + 1))
        alasan = st.text_area("Alasan", max_chars=1000)
        if st.form_submit_button("Periksa skala ini", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(TambahSkala(alasan, kode, sumber, jenjang))


ruang = pengaturan.buka()
semua = baca_skala(ruang.penanya)
dipakai = nilai_pengaturan(ruang.penanya, "skala_predikat", waktu_kini().date())
pengaturan.tulis_kepala(ruang, f"Predikat diberikan menurut {semua[dipakai].sumber}")
for kode, skala in sorted(semua.items(), key=lambda pasangan: pasangan[0] != dipakai):
    st.subheader(f"{aman(sebut_skala(kode))}{' (dipakai)' if kode == dipakai else ''}", anchor=False)
    st.caption(aman(skala.sumber))
    tabel.tampilkan(tabel_skala(skala))
if ruang.boleh:
    kosong.pesan(
        "Skala yang dipakai dipilih pada Pengaturan umum, berlaku sejak tanggal tertentu.",
        "pengaturan",
        "Pilih skala yang dipakai",
        {"butir": "skala_predikat"},
    )
    _formulir()
pengaturan.tinjau(ruang, TambahSkala)
daftar_peringkat.tampilkan(ruang)
pengaturan.tampilkan_riwayat(ruang, "skala", "skala_peringkat")
