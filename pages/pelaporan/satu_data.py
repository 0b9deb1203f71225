from __future__ import annotations

import streamlit as st

from analytics.alur.berkas_alur import daftar_lampiran
from analytics.formulir.iku import IKU
from analytics.sop.objek import Objek
from pages.komponen import kepala, persetujuan, sesi, tanya, tindakan
from pages.komponen.saring import pilih
from pages.komponen.teks import aman
from pages.pelaporan.bagian import arsip, satu_data

_JUDUL = {
    "disetujui": "Data capaian {nama} siap diisikan ke Satu Data",
    "terinput": "Data capaian {nama} sudah tercatat di Satu Data",
}

saring = pilih(sesi.gudang())
gudang, objek = saring.gudang, Objek.kompilasi(saring.kode_pd, saring.periode)
kini = tanya.kedudukan(gudang, objek)
judul = _JUDUL.get(kini.keadaan, "Data capaian {nama} belum disetujui Camat, sehingga belum dapat diisikan")
kepala.isi(saring.wadah, judul.format(nama=saring.periode.nama), tanya.evaluasi(saring, IKU).keterangan)
tindakan.tampilkan_hasil()
st.caption(aman(f"Kompilasi: {persetujuan.keadaan(gudang, objek)}"))
persetujuan.disetujui(gudang, objek)
satu_data.formulir(gudang, objek)
satu_data.catatan(gudang, objek)
arsip.daftar_berkas(
    gudang,
    saring.kode_pd,
    [lampiran for lampiran in daftar_lampiran(saring.penanya, objek) if lampiran.aksi == "input_satu_data"],
)
