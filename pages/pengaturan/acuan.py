from __future__ import annotations

import streamlit as st

from analytics.acuan import Butir
from analytics.atur.pengaturan import Berlaku, UbahPengaturan, baca_berlaku
from analytics.atur.skala import baca_skala
from analytics.aturan.periode import tulis_tanggal
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.formulir import BUTIR
from analytics.sistem import waktu_kini
from pages.komponen import tabel
from pages.komponen.saring import pilih_daftar
from pages.pengaturan.bagian import pengaturan
from pages.pengaturan.bagian.pengaturan import Ruang

KOLOM = (
    Kolom("Pengaturan", lebar=34),
    Kolom("Berlaku", lebar=26),
    Kolom("Sejak", lebar=16),
    Kolom("Mengubah capaian", lebar=12),
    Kolom("Dasar", lebar=34),
    Kolom("Dipakai oleh", lebar=34),
)


def _baris(setelan: Berlaku) -> BarisTabel:
    sejak = tulis_tanggal(setelan.mulai) if setelan.ditetapkan else "semula"
    ya = "ya" if setelan.butir.angka else "tidak"
    return BarisTabel((setelan.butir.nama, setelan.tulisan, sejak, ya, setelan.sumber, setelan.butir.pembaca))


def _isian(ruang: Ruang, butir: Butir, kini: str) -> str:
    label, kunci = f"{butir.nama} yang baru", f"baru_{butir.kunci}"
    pilihan = sorted(baca_skala(ruang.penanya)) if butir.jenis == "skala" else list(butir.pilihan)
    if pilihan:
        return st.selectbox(label, pilihan, pilihan.index(kini), format_func=butir.tulis, key=kunci)
    return st.text_input(label, kini, help=f"Yang dapat: {butir.boleh}.", key=kunci)


def _formulir(ruang: Ruang, berlaku: dict[str, Berlaku]) -> None:
    st.subheader("Ubah satu pengaturan", anchor=False)
    nama = {kunci: butir.nama for kunci, butir in BUTIR.items()}
    butir = BUTIR[pilih_daftar("Yang diubah", "butir", nama, next(iter(nama)))]
    st.caption(butir.penjelasan)
    with st.form(f"ubah_{butir.kunci}"):
        nilai = _isian(ruang, butir, berlaku[butir.kunci].nilai)
        mulai = st.date_input("Berlaku sejak", waktu_kini().date().replace(month=1, day=1), format="DD/MM/YYYY")
        if butir.angka:
            st.caption("Sebuah triwulan dinilai menurut pengaturan yang berlaku pada hari terakhirnya.")
        sumber = st.text_input("Dasar (peraturan atau keputusan)", placeholder="Kebijakan kantor", max_chars=200)
        alasan = st.text_area("Alasan", max_chars=1000)
        if st.form_submit_button("Lihat akibatnya", type="primary", icon=":material/preview:"):
            pengaturan.usulkan(UbahPengaturan(alasan, butir.kunci, nilai, mulai, sumber))


ruang = pengaturan.buka()
berlaku = baca_berlaku(ruang.penanya, waktu_kini().date())
diubah = sum(setelan.ditetapkan for setelan in berlaku.values())
pengaturan.tulis_kepala(ruang, f"{len(berlaku)} pengaturan berlaku, {diubah} di antaranya ditetapkan kantor ini")
for nomor, kelompok in enumerate(dict.fromkeys(butir.kelompok for butir in BUTIR.values())):
    setelan_kelompok = tuple(_baris(setelan) for setelan in berlaku.values() if setelan.butir.kelompok == kelompok)
    with st.expander(f"{kelompok} ({len(setelan_kelompok)})", expanded=nomor == 0):
        tabel.tampilkan(Tabel(kelompok, KOLOM, setelan_kelompok))
if ruang.boleh:
    _formulir(ruang, berlaku)
pengaturan.tinjau(ruang, UbahPengaturan)
pengaturan.tampilkan_riwayat(ruang, "pengaturan")
