from __future__ import annotations

from datetime import date

import streamlit as st

from analytics.atur.hari import UbahHari, UbahWaktuBaku
from analytics.papan.tabel_papan import tabel_hari, tabel_waktu_baku
from analytics.papan.tenggat import WaktuBaku, baca_waktu_baku, waktu_baku
from analytics.sistem import waktu_kini
from analytics.sop.hari_kerja import Kalender, baca_kalender, catatan_perkiraan, hari_bebas
from analytics.sop.langkah import SOP
from pages.komponen import tabel
from pages.komponen.saring import pilih_daftar, pilih_ruas
from pages.pengaturan.bagian import pengaturan

AKTIVITAS = {langkah.nomor: f"{langkah.nomor}. {langkah.aktivitas}" for langkah in SOP}


def _ubah_waktu(baku: tuple[WaktuBaku, ...]) -> None:
    per_langkah = {str(waktu.langkah): waktu for waktu in baku}
    nama = {kunci: AKTIVITAS[waktu.langkah] for kunci, waktu in per_langkah.items()}
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


def _hari_libur(kalender: Kalender) -> None:
    kini = waktu_kini().year
    dipilih = int(pilih_ruas("Tahun", "tahun_libur", [str(kini + beda) for beda in (-1, 0, 1)], str(kini)))
    st.caption(
        f"Sabtu dan Minggu tidak dihitung. Hari libur nasional dan cuti bersama {dipilih} di bawah ini sudah tersimpan "
        "di Capaian; cocokkan dengan keputusan bersama tiga menteri. Yang berbeda dapat diubah satu per satu di bawah."
    )
    if catatan := catatan_perkiraan(date(dipilih, 1, 1)):
        st.warning(catatan, icon=":material/event_busy:")
    tabel.tampilkan(tabel_hari(hari_bebas(kalender, dipilih), dipilih), rupa="ringkas")


ruang = pengaturan.buka()
semua, kalender = baca_waktu_baku(ruang.penanya), baca_kalender(ruang.penanya)
baku = tuple(waktu_baku(semua, nomor, waktu_kini().date()) for nomor in AKTIVITAS)
lama = sum(waktu.paling_lama for waktu in baku)
pengaturan.tulis_kepala(
    ruang, f"Dua belas langkah SOP paling lama {lama} hari kerja; {len(kalender.khusus)} hari khusus tercatat"
)
tab_waktu, tab_libur = st.tabs(["Waktu baku", "Hari libur"])
with tab_waktu:
    tabel.tampilkan(tabel_waktu_baku(baku), rupa="ringkas")
    if ruang.boleh:
        _ubah_waktu(baku)
with tab_libur:
    _hari_libur(kalender)
    if ruang.boleh:
        _ubah_hari()
pengaturan.tinjau(ruang, UbahWaktuBaku)
pengaturan.tinjau(ruang, UbahHari)
pengaturan.tampilkan_riwayat(ruang, "waktu_baku", "hari_khusus")
