from __future__ import annotations

from collections import Counter

import streamlit as st

from analytics.alur.persetujuan import CalonKompilasi, keadaan_unit
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.hasil import Kelengkapan
from analytics.sop.objek import Objek
from pages.komponen import kepala, persetujuan, sesi, tabel, tanya, tindakan, unduh
from pages.komponen.saring import Saringan, pilih
from pages.komponen.teks import aman

_KOLOM = (
    Kolom("Unit", lebar=34),
    Kolom("Keadaan", lebar=30),
    Kolom("Kiriman", lebar=14),
    Kolom("Indikator wajib terisi", lebar=20),
    Kolom("Penjelasan yang belum diterima", "angka", lebar=16),
)


def _unit(saring: Saringan, lengkap: Kelengkapan, calon: CalonKompilasi) -> None:
    keadaan = keadaan_unit(saring.penanya, saring.kode_pd, saring.periode)
    terbuka = Counter(temuan["kode_unit"] for temuan in calon.temuan if temuan["keadaan"] != "diterima")
    baris = tuple(
        BarisTabel(
            (
                unit.nama,
                keadaan[unit.kode_unit],
                f"versi {unit.versi}" if unit.versi else "belum mengirim",
                f"{unit.terisi} dari {unit.wajib}",
                terbuka[unit.kode_unit],
            ),
            "peringatan" if unit.kode_unit in calon.belum else "",
        )
        for unit in lengkap.unit
    )
    tabel.tampilkan(Tabel("Unit yang masuk kompilasi", _KOLOM, baris))


saring = pilih(sesi.gudang(), kiriman="terverifikasi")
objek = Objek.kompilasi(saring.kode_pd, saring.periode)
calon, lengkap = persetujuan.ambil(saring), tanya.lengkap(saring)
banyak = len(lengkap.unit)
kepala.isi(
    saring.wadah,
    f"{banyak - len(calon.belum)} dari {banyak} unit terverifikasi untuk kompilasi {saring.periode.nama}",
    calon.iku.keterangan,
)
tindakan.tampilkan_hasil()
st.caption(aman(f"Kompilasi: {persetujuan.keadaan(saring.gudang, objek)}"))
if calon.belum:
    st.warning(
        aman(f"Belum terverifikasi: {', '.join(calon.belum.values())}.")
        + " Kompilasi boleh diolah tanpa unit itu; namanya tercantum di dokumen dan pada yang disetujui Camat.",
        icon=":material/group_off:",
    )
_unit(saring, lengkap, calon)
unduh.kompilasi(saring)
tindakan.tindakan(saring.gudang, objek, hanya=("olah",))
persetujuan.pengecualian(calon, saring)
persetujuan.riwayat(saring.gudang, objek)
