from __future__ import annotations

import streamlit as st

from analytics.atur.kantor import KeteranganKantor, UbahKantor, UbahUnit, baca_kantor
from analytics.atur.riwayat import baca_riwayat, sebut_sejak
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.dokumen.tabel_rencana import tabel_pasangan
from pages.komponen import pengaturan, tabel
from pages.komponen.saring import pilih_daftar
from pages.komponen.teks import aman


def _ubah_kantor(kini: KeteranganKantor) -> None:
    with st.form("ubah_kantor"):
        nama = st.text_input("Nama kantor", kini.nama, max_chars=200)
        kabupaten = st.text_input("Kabupaten", kini.kabupaten, max_chars=200)
        wilayah = st.text_input("Kode wilayah (Kemendagri)", kini.kode_wilayah, max_chars=8)
        bps = st.text_input("Kode BPS", kini.kode_bps, max_chars=7)
        alasan = st.text_area("Alasan", max_chars=1000)
        if st.form_submit_button("Periksa perubahan kantor", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahKantor(alasan, nama, kabupaten, wilayah, bps))


def _ubah_unit(kini: KeteranganKantor) -> None:
    kode = pilih_daftar("Unit yang diubah", "unit_diubah", dict(kini.unit), next(iter(kini.unit)))
    with st.form(f"ubah_unit_{kode}"):
        nama = st.text_input("Nama unit", kini.unit[kode], max_chars=200, key=f"nama_unit_{kode}")
        tempat = list(range(1, len(kini.unit) + 1))
        urutan = st.selectbox("Urutan", tempat, list(kini.unit).index(kode), key=f"urutan_unit_{kode}")
        alasan = st.text_area("Alasan", max_chars=1000, key=f"alasan_unit_{kode}")
        if st.form_submit_button("Periksa perubahan unit", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahUnit(alasan, kode, nama, urutan))


ruang = pengaturan.buka()
kini = baca_kantor(ruang.gudang, ruang.kode_pd)
pengaturan.tulis_kepala(ruang, f"{kini.nama}, {kini.kabupaten}, dengan {len(kini.unit)} unit")
isi = {"Kode perangkat daerah": ruang.kode_pd, "Nama": kini.nama, "Kabupaten": kini.kabupaten}
isi |= {"Kode wilayah": kini.kode_wilayah or "belum diisi", "Kode BPS": kini.kode_bps or "belum diisi"}
tabel.tampilkan(tabel_pasangan("Kantor", isi))
baris = tuple(BarisTabel((nama, kode, str(n))) for n, (kode, nama) in enumerate(kini.unit.items(), 1))
tabel.tampilkan(Tabel("Unit", (Kolom("Unit", lebar=40), Kolom("Kode"), Kolom("Urutan")), baris))
st.caption(
    "Kode kantor dan kode unit tidak dapat diubah, dan unit tidak dapat dihapus, karena setiap angka tersimpan di "
    "bawahnya. Unit baru datang bersama impor rencana. Nama baru berlaku saat itu juga: dokumen yang sudah disetujui "
    "tetap memakai nama lama, dokumen yang belum disetujui memakai nama baru, juga dari periode yang sudah lewat."
)
for jenis in ("kantor", "unit"):
    sejak = sebut_sejak(baca_riwayat(ruang.gudang, ruang.kode_pd, (jenis,)))
    if sejak:
        st.caption(aman(sejak))
if ruang.boleh:
    satu, dua = st.tabs(["Ubah keterangan kantor", "Ubah nama atau urutan unit"])
    with satu:
        _ubah_kantor(kini)
    with dua:
        _ubah_unit(kini)
pengaturan.tinjau(ruang, UbahKantor)
pengaturan.tinjau(ruang, UbahUnit)
pengaturan.tampilkan_riwayat(ruang, "kantor", "unit")
