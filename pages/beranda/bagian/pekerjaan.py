"""What waits for who is in, each with the page where it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from analytics.akun.pengguna import Pengguna
from analytics.papan.pekerjaan import Pekerjaan, daftar_pekerjaan, kalimat_kosong
from analytics.sistem import waktu_kini
from analytics.sop.izin import Sasaran
from pages.komponen import kosong, papan, sesi, tanya
from pages.komponen.ingatan import ingat
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman

TEMPAT: Final[Mapping[str, str]] = {
    "susun_format": "format-data",
    "sampaikan_format": "format-data",
    "bagikan_format": "format-data",
    "kirim": "unggah",
    "himpun": "unggah",
    "teruskan_pengembalian": "unggah",
    "jawab": "unggah",
    "verifikasi": "verifikasi",
    "olah": "kompilasi",
    "supervisi": "supervisi",
    "setujui": "persetujuan",
    "input_satu_data": "satu-data",
    "susun_laporan": "laporan",
    "paraf": "laporan",
    "tanda_tangani": "laporan",
}
"""The page on which a move is made."""


def tampilkan(saring: Saringan, judul: str = "Yang harus Anda kerjakan") -> None:
    """The list, overdue first; without anything to do, what comes next."""
    siapa = sesi.pengguna()
    if siapa is None:
        return
    daftar = _daftar(saring, siapa)
    st.subheader(f"{judul} ({len(daftar)})" if daftar else judul, anchor=False)
    for pekerjaan in daftar:
        _tampilkan(saring, pekerjaan)
    if not daftar:
        st.markdown(aman(kalimat_kosong(saring.penanya, papan.ambil(saring), siapa.tugas)))
    if siapa.boleh("kirim_titipan", Sasaran(saring.kode_pd)):
        _terlambat(saring)


def _daftar(saring: Saringan, siapa: Pengguna) -> tuple[Pekerjaan, ...]:
    kini = waktu_kini()
    tugas = ",".join(f"{penugasan.id_penugasan}:{penugasan.peran}:{penugasan.kode_unit}" for penugasan in siapa.tugas)
    kunci = ("pekerjaan", *tanya.kunci_saringan(saring.hidup), tugas)
    return ingat(
        saring.gudang,
        saring.kode_pd,
        kunci,
        lambda: daftar_pekerjaan(saring.penanya, saring.kode_pd, siapa.tugas, saring.periode, kini),
    )


def _tampilkan(saring: Saringan, pekerjaan: Pekerjaan) -> None:
    with st.container(border=True, gap="xsmall"):
        tanda = ":red-badge[⚠ lewat waktu] " if pekerjaan.lewat else ""
        st.markdown(f"{tanda}**{aman(pekerjaan.kalimat)}**")
        st.caption(aman(f"{pekerjaan.waktu[0].upper()}{pekerjaan.waktu[1:]}."))
        if pekerjaan.catatan:
            st.markdown(aman(pekerjaan.catatan))
        kosong.tautan(TEMPAT[pekerjaan.langkah.aksi], "Kerjakan", _alamat(saring, pekerjaan))


def _alamat(saring: Saringan, pekerjaan: Pekerjaan) -> dict[str, str]:
    """The address with the periode of the work, and its unit when it is about one."""
    if pekerjaan.periode is None:
        return {**saring.alamat, "tahun": str(pekerjaan.objek[0].tahun)}
    alamat = {"tahun": str(pekerjaan.periode.tahun), "triwulan": str(pekerjaan.periode.triwulan)}
    unit = pekerjaan.objek[0].kode_unit
    return alamat | ({"unit": unit} if unit and len(pekerjaan.objek) == 1 else {})


def _terlambat(saring: Saringan) -> None:
    nama = [unit.nama for unit in papan.ketepatan(saring) if unit.ketepatan == "lewat"]
    if nama:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{len(nama)} unit belum mengirim dan lewat tenggat:** {aman(', '.join(nama))}.")
            kosong.tautan("format-data", "Ambil teks pengingat", saring.alamat)
