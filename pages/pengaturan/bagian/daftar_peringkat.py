"""The scales of grades on the page of scales: those that there are, and a form for another one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics.atur.skala_peringkat import PeringkatDiketik, TambahPeringkat, baca_peringkat, tulis_peringkat
from analytics.aturan.peringkat import SkalaPeringkat
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from pages.komponen import tabel
from pages.pengaturan.bagian import pengaturan
from pages.pengaturan.bagian.pengaturan import Ruang


def tampilkan(ruang: Ruang) -> None:
    """The scales, and for who may add one the form and what became of it."""
    st.subheader("Skala peringkat", anchor=False)
    tabel.tampilkan(tabel_peringkat(baca_peringkat(ruang.penanya)))
    if ruang.boleh:
        _formulir()
    pengaturan.tinjau(ruang, TambahPeringkat)


def tabel_peringkat(semua: Mapping[str, SkalaPeringkat]) -> Tabel:
    """Every scale of grades, the best grade first."""
    kolom = (Kolom("Skala", lebar=20), Kolom("Peringkat, terbaik lebih dahulu", lebar=48), Kolom("Sumber", lebar=40))
    baris = (BarisTabel((kode, tulis_peringkat(skala), skala.sumber)) for kode, skala in semua.items())
    return Tabel("Skala peringkat", kolom, tuple(baris))


def _peringkat(tulisan: str) -> tuple[PeringkatDiketik, ...]:
    """The grades of a text with one on each line, its number behind a `=`."""
    baris = (kata.partition("=") for kata in tulisan.splitlines() if kata.strip())
    return tuple(PeringkatDiketik(nama.strip(), angka.strip()) for nama, _, angka in baris)


def _formulir() -> None:
    st.subheader("Tambah skala peringkat", anchor=False)
    st.markdown(
        "Untuk indikator yang targetnya peringkat, misalnya predikat atau kategori. Tulis yang terbaik lebih dahulu, "
        "satu baris satu peringkat; bila sumbernya memberi angka, tulis di belakang tanda sama dengan. Tanpa angka, "
        "target tercapai atau tidak, tanpa persen. Kolom Skala peringkat di buku kerja rencana menyebut namanya."
    )
    with st.form("skala_peringkat_baru"):
        kode = st.text_input("Nama skala peringkat", placeholder="desa_digital", max_chars=40).strip()
        sumber = st.text_input("Sumber skala peringkat", max_chars=200)
        tulisan = st.text_area("Peringkat", placeholder="Mandiri = 3\nMaju = 2\nBerkembang = 1", max_chars=600)
        alasan = st.text_area("Alasan menambah skala peringkat", max_chars=1000)
        if st.form_submit_button("Periksa skala peringkat ini", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(TambahPeringkat(alasan, kode, sumber, _peringkat(tulisan)))
