from __future__ import annotations

import streamlit as st

from analytics.alur.hari_kerja import baca_kalender
from analytics.alur.langkah import SOP
from analytics.alur.tenggat import WaktuBaku, baca_waktu_baku, waktu_baku
from analytics.atur.hari import UbahHari, UbahWaktuBaku
from analytics.aturan.periode import tulis_tanggal
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import waktu_kini
from pages.komponen import pengaturan, tabel
from pages.komponen.saring import pilih_daftar

AKTIVITAS = {satu.nomor: f"{satu.nomor}. {satu.aktivitas}" for satu in SOP}
KOLOM_BAKU = (
    Kolom("Langkah", lebar=50),
    Kolom("Waktu baku", lebar=20),
    Kolom("Keterangan", lebar=34),
    Kolom("Dasar", lebar=34),
)
KOLOM_HARI = (Kolom("Hari", lebar=20), Kolom("Menjadi", lebar=16), Kolom("Nama", lebar=40), Kolom("Alasan", lebar=40))


def _ubah_waktu(baku: tuple[WaktuBaku, ...]) -> None:
    per_langkah = {str(satu.langkah): satu for satu in baku}
    nama = {kunci: AKTIVITAS[satu.langkah] for kunci, satu in per_langkah.items()}
    kini = per_langkah[pilih_daftar("Langkah yang diubah", "langkah", nama, next(iter(nama)))]
    with st.form(f"waktu_{kini.langkah}"):
        cepat = st.text_input("Paling cepat (hari kerja)", str(kini.paling_cepat), key=f"cepat_{kini.langkah}")
        lama = st.text_input("Paling lama (hari kerja)", str(kini.paling_lama), key=f"lama_{kini.langkah}")
        mulai = st.date_input("Berlaku sejak", waktu_kini().date(), format="DD/MM/YYYY", key=f"sejak_{kini.langkah}")
        alasan = st.text_area("Alasan", max_chars=1000, key=f"alasan_{kini.langkah}")
        if st.form_submit_button("Periksa waktu baku", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahWaktuBaku(alasan, kini.langkah, cepat, lama, mulai))


def _ubah_hari() -> None:
    with st.form("hari_khusus"):
        hari = st.date_input("Tanggal", waktu_kini().date(), format="DD/MM/YYYY", key="hari_khusus_tanggal")
        rupa = st.selectbox("Hari itu menjadi", ["libur", "hari kerja"], key="hari_khusus_rupa")
        nama = st.text_input("Nama", placeholder="Hari Jadi Kabupaten", max_chars=120, key="hari_khusus_nama")
        alasan = st.text_area("Alasan (surat edaran atau keputusan)", max_chars=1000, key="hari_khusus_alasan")
        if st.form_submit_button("Periksa hari ini", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahHari(alasan, hari, rupa == "libur", nama))


ruang = pengaturan.buka()
semua, khusus = baca_waktu_baku(ruang.gudang), baca_kalender(ruang.gudang).khusus
baku = tuple(waktu_baku(semua, nomor, waktu_kini().date()) for nomor in AKTIVITAS)
lama = sum(satu.paling_lama for satu in baku)
pengaturan.tulis_kepala(
    ruang, f"Dua belas langkah SOP paling lama {lama} hari kerja; {len(khusus)} hari khusus tercatat"
)
baris = (BarisTabel((AKTIVITAS[satu.langkah], satu.tulisan, satu.keterangan, satu.sumber)) for satu in baku)
tabel.tampilkan(Tabel("Waktu baku", KOLOM_BAKU, tuple(baris)), rupa="ringkas")
st.subheader("Hari yang berbeda dari kalender nasional", anchor=False)
hari = (
    BarisTabel((tulis_tanggal(tanggal), "libur" if satu.libur else "hari kerja", satu.nama, satu.sumber))
    for tanggal, satu in khusus.items()
)
tidak_ada = "Belum ada. Hari libur nasional dan cuti bersama sudah dikenal; Sabtu dan Minggu bukan hari kerja."
tabel.tampilkan(Tabel("Hari khusus", KOLOM_HARI, tuple(hari), kosong=tidak_ada))
if ruang.boleh:
    satu, dua = st.tabs(["Ubah waktu baku", "Tambah hari libur atau hari kerja"])
    with satu:
        _ubah_waktu(baku)
    with dua:
        _ubah_hari()
pengaturan.tinjau(ruang, UbahWaktuBaku)
pengaturan.tinjau(ruang, UbahHari)
pengaturan.tampilkan_riwayat(ruang, "waktu_baku", "hari_khusus")
