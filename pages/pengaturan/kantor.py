from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.atur.kantor import KeteranganKantor, UbahKantor, UbahUnit, UrutkanUnit, baca_kantor
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.dokumen.tabel_rencana import tabel_pasangan
from analytics.sistem import waktu_kini
from pages.komponen import tabel
from pages.komponen.saring import pilih_daftar
from pages.pengaturan.bagian import pengaturan


def _sejak(kunci: str) -> date:
    hari: date = st.date_input("Berlaku sejak", waktu_kini().date(), format="DD/MM/YYYY", key=f"sejak_{kunci}")
    return hari


def _ubah_kantor(kini: KeteranganKantor) -> None:
    with st.form("ubah_kantor"):
        nama = st.text_input("Nama kantor", kini.nama, max_chars=200)
        kabupaten = st.text_input("Kabupaten", kini.kabupaten, max_chars=200)
        wilayah = st.text_input("Kode wilayah (Kemendagri)", kini.kode_wilayah, max_chars=8)
        bps = st.text_input("Kode BPS", kini.kode_bps, max_chars=7)
        mulai = _sejak("kantor")
        alasan = st.text_area("Alasan", max_chars=1000)
        if st.form_submit_button("Periksa perubahan kantor", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahKantor(alasan, mulai, nama, kabupaten, wilayah, bps))


def _ubah_unit(kini: KeteranganKantor) -> None:
    kode = pilih_daftar("Unit yang diubah", "unit_diubah", dict(kini.unit), next(iter(kini.unit)))
    with st.form(f"ubah_unit_{kode}"):
        nama = st.text_input("Nama unit", kini.unit[kode], max_chars=200, key=f"nama_unit_{kode}")
        mulai = _sejak(f"unit_{kode}")
        alasan = st.text_area("Alasan", max_chars=1000, key=f"alasan_unit_{kode}")
        if st.form_submit_button("Periksa nama unit", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahUnit(alasan, kode, nama, mulai))


def _urutkan_unit(kini: KeteranganKantor) -> None:
    kode = pilih_daftar("Unit yang dipindah", "unit_dipindah", dict(kini.unit), next(iter(kini.unit)))
    with st.form(f"urutkan_unit_{kode}"):
        tempat = list(range(1, len(kini.unit) + 1))
        urutan = st.selectbox("Urutan", tempat, list(kini.unit).index(kode), key=f"urutan_unit_{kode}")
        alasan = st.text_area("Alasan", max_chars=1000, key=f"alasan_urutan_{kode}")
        if st.form_submit_button("Periksa urutan", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UrutkanUnit(alasan, kode, urutan))


ruang = pengaturan.buka()
kini = baca_kantor(ruang.penanya, ruang.kode_pd, waktu_kini().date())
pengaturan.tulis_kepala(ruang, f"{kini.nama}, {kini.kabupaten}, dengan {len(kini.unit)} unit")
identitas = {"Kode perangkat daerah": ruang.kode_pd, "Nama": kini.nama, "Kabupaten": kini.kabupaten}
identitas |= {"Kode wilayah": kini.kode_wilayah or "belum diisi", "Kode BPS": kini.kode_bps or "belum diisi"}
tabel.tampilkan(tabel_pasangan("Kantor hari ini", identitas))
baris = tuple(
    BarisTabel((nama, kini.jenis_unit[kode], kode, str(n))) for n, (kode, nama) in enumerate(kini.unit.items(), 1)
)
kolom = (Kolom("Unit", lebar=40), Kolom("Jenis", lebar=30), Kolom("Kode"), Kolom("Urutan"))
tabel.tampilkan(Tabel("Unit hari ini", kolom, baris))
st.caption(
    "Kode kantor dan kode unit tidak dapat diubah, dan unit tidak dapat dihapus, karena setiap angka tersimpan di "
    "bawahnya. Unit baru datang bersama impor rencana. Setiap dokumen memakai nama yang berlaku pada hari terakhir "
    "periodenya; dokumen yang sudah disetujui tidak berubah."
)
if ruang.boleh:
    keterangan, nama, urutan = st.tabs(["Ubah keterangan kantor", "Ubah nama unit", "Ubah urutan unit"])
    with keterangan:
        _ubah_kantor(kini)
    with nama:
        _ubah_unit(kini)
    with urutan:
        _urutkan_unit(kini)
for jenis in (UbahKantor, UbahUnit, UrutkanUnit):
    pengaturan.tinjau(ruang, jenis)
pengaturan.tampilkan_riwayat(ruang, "kantor", "unit", "urutan_unit")
