from __future__ import annotations

import streamlit as st

from analytics.berkas import Berkas, bungkus_zip
from analytics.evaluasi.hasil import UnitPeriode
from analytics.lembar.bentuk.susun import susun_format
from analytics.sistem import waktu_kini
from pages.komponen import kepala, papan, sesi, tanya, unduh
from pages.komponen.saring import Saringan, pilih
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import permintaan


def _format(saring: Saringan, kode_unit: str) -> Berkas:
    return susun_format(saring.penanya, saring.kode_pd, kode_unit, saring.periode, waktu_kini())


def _keadaan(unit: UnitPeriode) -> str:
    if unit.versi is None:
        return f"{unit.wajib} isian wajib, belum mengirim" if unit.wajib else "tidak ada isian wajib triwulan ini"
    return f"{unit.terisi} dari {unit.wajib} isian wajib terisi, kiriman versi {unit.versi}"


def _unit(saring: Saringan, unit: UnitPeriode, alur: str) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{aman(unit.nama)}**")
        st.caption(aman(_keadaan(unit)))
        st.caption(f"Alur: {aman(alur)}")
        st.space("stretch")
        unduh.berkas(
            "Unduh format",
            f"format_{saring.periode.tahun}_TW{saring.periode.triwulan}_{unit.kode_unit}.xlsx",
            lambda: _format(saring, unit.kode_unit).isi,
            f"format_{unit.kode_unit}",
        )


saring = pilih(sesi.gudang())
lengkap, sendiri = tanya.lengkap(saring), papan.unit_sendiri(saring)
milik = [unit for unit in lengkap.unit if sendiri is None or unit.kode_unit in sendiri]
alur = {perjalanan.objek.kode_unit: perjalanan.nama_keadaan for perjalanan in papan.ambil(saring).jalan}
banyak, periode = len(milik), saring.periode
apa = f"Format data {milik[0].nama}" if banyak == 1 else f"{banyak} format data"
kepala.isi(saring.wadah, f"{apa} untuk {periode.nama}, satu buku kerja tiap unit", lengkap.keterangan)
permintaan.tampilkan(saring)
st.markdown(
    "Isi hanya sel kuning. Indikator, target, dan pagu sudah terisi menurut rencana yang berlaku dan terkunci. "
    "Setelah diisi, unggah di halaman **Unggah**; yang sedikit dapat diisi di halaman **Isi di layar**."
)
if banyak > 1:
    unduh.berkas(
        f"Unduh semua ({banyak} berkas, zip)",
        f"format_{periode.tahun}_TW{periode.triwulan}.zip",
        lambda: bungkus_zip([_format(saring, unit.kode_unit) for unit in milik]),
        "format_semua",
        utama=True,
    )
with st.grid(3, min_column_width=260):
    for unit in milik:
        _unit(saring, unit, alur[unit.kode_unit])
permintaan.ingatkan(saring)
