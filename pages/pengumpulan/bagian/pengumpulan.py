"""What units collect for a periode on the page: where it stands, what was asked and answered, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analytics.alur.bukti import hitung_bukti_wajib
from analytics.alur.kirim import halangan
from analytics.alur.verifikasi import Ucapan, baca_percakapan
from analytics.aturan.periode import tulis_waktu
from analytics.dokumen.tabel import Kolom, Tabel
from analytics.dokumen.tabel_evaluasi import tabel_kelengkapan
from analytics.evaluasi.hasil import Kelengkapan
from analytics.evaluasi.lingkup import daftar_unit
from analytics.sop.objek import Objek
from pages.komponen import sesi
from pages.komponen import tanya as komponen_tanya
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman
from pages.komponen.tindakan import tindakan_banyak
from pages.pengumpulan.bagian import percakapan as formulir_percakapan

_NAMA_UCAPAN = {
    "tanyakan": "Pertanyaan",
    "jawab": "Jawaban",
    "kembalikan_data": "Alasan pengembalian",
    "teruskan_pengembalian": "Catatan penerusan",
    "kirim_titipan": "Catatan penerimaan",
}


def unit_terlihat(saring: Saringan) -> dict[str, str]:
    """Name by code of the units that who is in may see: all of them, or the own ones of a Kepala Seksi."""
    siapa = sesi.pengguna()
    sendiri = siapa.unit_sendiri(saring.kode_pd) if siapa else frozenset()
    semua = daftar_unit(saring.penanya, saring.kode_pd, saring.periode.hari_terakhir)
    return {kode: nama for kode, nama in semua if sendiri is None or kode in sendiri}


def tabel_unit(saring: Saringan, lengkap: Kelengkapan) -> Tabel:
    """What the units that are seen have handed in."""
    terlihat = unit_terlihat(saring)
    unit = tuple(unit for unit in lengkap.unit if unit.kode_unit in terlihat)
    tabel = tabel_kelengkapan(replace(lengkap, unit=unit))
    hitungan = hitung_bukti_wajib(saring.penanya, saring.kode_pd, saring.periode)
    if not any(milik.kode_unit in hitungan for milik in unit):
        return tabel
    bukti = (hitungan[milik.kode_unit].kalimat if milik.kode_unit in hitungan else "–" for milik in unit)
    baris = tuple(replace(baris, isi=(*baris.isi, kata)) for baris, kata in zip(tabel.baris, bukti, strict=True))
    return replace(tabel, kolom=(*tabel.kolom, Kolom("Bukti wajib", lebar=14)), baris=baris)


def tampilkan(saring: Saringan) -> None:
    """Where the units stand: their own one in full for a Kepala Seksi; for a Kasubbag what can be passed on."""
    terlihat = unit_terlihat(saring)
    objek = [Objek.pengumpulan(saring.kode_pd, saring.periode, kode) for kode in terlihat]
    with st.container(horizontal=True):
        tindakan_banyak(saring.gudang, objek, "himpun")
        tindakan_banyak(saring.gudang, objek, "teruskan_pengembalian")
    siapa = sesi.pengguna()
    if siapa is not None and siapa.unit_sendiri(saring.kode_pd) is not None:
        for milik in objek:
            _unit(saring, milik, terlihat[milik.kode_unit])


def _unit(saring: Saringan, objek: Objek, nama: str) -> None:
    kini = komponen_tanya.kedudukan(saring.gudang, objek)
    percakapan = baca_percakapan(saring.penanya, objek)
    with st.container(border=True):
        st.markdown(f"**{aman(nama)}**: {aman(kini.nama)}")
        halang = halangan(saring.penanya, kini)
        st.caption(aman(halang or "Data dapat dikirim sekarang."))
        tampilkan_percakapan(percakapan)
    formulir_percakapan.jawab(saring, kini, percakapan)


def tampilkan_percakapan(ucapan: Sequence[Ucapan]) -> None:
    """Questions, answers and reasons, oldest first."""
    for kata in ucapan:
        perihal = f" tentang {kata.kode_indikator}" if kata.kode_indikator else ""
        kepala = f"{_NAMA_UCAPAN[kata.aksi]}{perihal}, {kata.oleh} ({kata.sebagai}), {tulis_waktu(kata.waktu)}"
        with st.chat_message("user" if kata.aksi == "jawab" else "assistant", avatar=_rupa(kata)):
            st.caption(aman(kepala))
            st.markdown(aman(kata.catatan))


def _rupa(ucapan: Ucapan) -> str:
    return {"tanyakan": ":material/help:", "jawab": ":material/reply:"}.get(ucapan.aksi, ":material/assignment_return:")
