from __future__ import annotations

import streamlit as st

from analytics.sop.objek import Objek
from pages.komponen import aturan_kini, kepala, persetujuan, sesi, tanya, tindakan
from pages.komponen.saring import pilih
from pages.komponen.teks import aman
from pages.komponen.tindakan import Bekal

AKSI = ("setujui", "tolak_persetujuan", "setujui_kertas", "buka_kembali")

saring = pilih(sesi.gudang(), kiriman="terverifikasi")
gudang, objek = saring.gudang, Objek.kompilasi(saring.kode_pd, saring.periode)
calon, kini = persetujuan.ambil(saring), tanya.kedudukan(gudang, objek)
kepala.isi(saring.wadah, persetujuan.judul(calon, kini.keadaan), calon.iku.keterangan)
aturan_kini.tampilkan(saring)
tindakan.tampilkan_hasil()
st.caption(aman(f"Kompilasi: {persetujuan.keadaan(gudang, objek)}"))
tindakan.menuju_putusan(gudang, objek, AKSI)
st.caption(aman(persetujuan.penyetuju(saring)))
if kini.keadaan in ("belum_diolah", "dikembalikan", "di_sekretaris"):
    st.info("Belum ada yang menunggu persetujuan: kompilasi triwulan ini belum diteruskan kepada Camat.")
persetujuan.disetujui(gudang, objek)
persetujuan.angka(calon)
kiri, kanan = st.columns([3, 2])
with kiri:
    persetujuan.pengecualian(calon, saring)
    persetujuan.beda(saring, calon)
with kanan:
    persetujuan.pemeriksa(calon)
    tindakan.judul_putusan(gudang, objek, AKSI)
    tindakan.tindakan(gudang, objek, Bekal(sidik_dilihat=calon.sidik), hanya=AKSI)
persetujuan.semua_angka(calon, saring)
persetujuan.riwayat(gudang, objek)
