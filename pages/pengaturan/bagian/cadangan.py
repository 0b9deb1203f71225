"""The forms of the backup page: make one, take one away, prove one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import streamlit as st

from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.jejak import HasilJejak, tulis_ujung
from analytics.cadangan.simpan import Cadangan, CadanganRusak, SalinanGagal, ambil, buat, semua_cadangan
from analytics.cadangan.uji import uji_cadangan
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import TidakBerhak
from pages.komponen import sesi, unduh
from pages.komponen.teks import aman

__all__ = ["PULIHKAN", "aman", "kesimpulan", "sampaikan", "satu", "semua_cadangan", "tabel_cadangan", "tombol_buat"]

_PYTHON: Final = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
PULIHKAN: Final = f"{_PYTHON} -m analytics cadangan pulihkan CADANGAN.zip"
"""The command that puts a backup back, as it is typed in the folder of the program."""
_KUNCI: Final = "pesan_cadangan"
_BASI: Final = 7
"""Days after which the last backup is called old."""
_MB: Final = 1_000_000


def kesimpulan(semua: Sequence[Cadangan], kini: datetime) -> str:
    """The title: when the last backup was made, and whether that is long ago."""
    if not semua:
        return "Belum ada cadangan"
    lama = (kini.date() - semua[0].dibuat.date()).days
    kapan = f"Cadangan terakhir dibuat {tulis_waktu(semua[0].dibuat)}"
    return f"{kapan}, sudah {lama} hari yang lalu" if lama > _BASI else kapan


def sampaikan() -> None:
    """Say what became of the last command."""
    berhasil, pesan = st.session_state.pop(_KUNCI, (True, ""))
    if pesan:
        (st.success if berhasil else st.error)(aman(pesan))


def tombol_buat(gudang: Gudang) -> None:
    """The button that makes a backup, and what it is good for."""
    st.markdown(
        "Satu cadangan memuat seluruh data: rencana, kiriman, bukti, snapshot, akun, dan jejak. Selama berjalan, "
        "Capaian membuatnya sendiri sekali sehari bila ada yang berubah, kecuali untuk kantor contoh. Unduh secara "
        "berkala dan simpan di tempat lain yang terkunci; isinya sama rahasianya dengan data kantor."
    )
    if st.button("Buat cadangan sekarang", type="primary", icon=":material/backup:"):
        st.session_state[_KUNCI] = _buat(gudang)
        st.rerun()


def _buat(gudang: Gudang) -> tuple[bool, str]:
    try:
        hasil = buat(gudang, sesi.pelaku(), waktu_kini())
    except TidakBerhak as tidak:
        return False, str(tidak)
    except SalinanGagal as gagal:
        return False, f"Cadangan tidak dapat ditulis; data tidak berubah. Periksa ruang cakram. ({gagal})"
    return True, f"Cadangan dibuat: {hasil.berkas.name}. Ujung jejak di dalamnya: {tulis_ujung(hasil.ujung)}"


def tabel_cadangan(semua: Sequence[Cadangan]) -> Tabel:
    """Every backup beside the store, newest first."""
    kolom = (
        Kolom("Dibuat", lebar=24),
        Kolom("Oleh", lebar=28),
        Kolom("Ukuran"),
        Kolom("Ujung jejak", lebar=40),
        Kolom("Berkas", lebar=36),
    )
    baris = tuple(
        BarisTabel(
            (
                tulis_waktu(satu.dibuat),
                "Capaian, otomatis" if satu.otomatis else satu.oleh,
                f"{tulis_angka(satu.ukuran / _MB, 1)} MB",
                tulis_ujung(satu.ujung),
                satu.berkas.name,
            )
        )
        for satu in semua
    )
    return Tabel("Cadangan", kolom, baris)


def satu(gudang: Gudang, semua: Sequence[Cadangan]) -> None:
    """One backup: prove it, or take it away."""
    pilihan = {isi.berkas.name: isi for isi in semua}
    nama = st.selectbox("Cadangan", list(pilihan), key="cadangan_dipilih")
    dipilih, pelaku = pilihan[nama], sesi.pelaku()
    with st.container(horizontal=True):
        periksa = st.button("Periksa cadangan ini", icon=":material/fact_check:")
        unduh.berkas(
            "Unduh cadangan ini (zip)",
            nama,
            lambda: ambil(gudang, pelaku, dipilih, waktu_kini()),
            "cadangan",
        )
    if periksa:
        _tampilkan(dipilih)


def _tampilkan(dipilih: Cadangan) -> None:
    try:
        hasil: HasilJejak = uji_cadangan(dipilih)
    except CadanganRusak as rusak:
        st.error(aman(str(rusak)), icon=":material/gpp_bad:")
        return
    if hasil.utuh:
        st.success(f"{dipilih.berkas.name} dapat dipulihkan. {aman(hasil.putusan)}", icon=":material/verified:")
    else:
        st.error(aman(hasil.putusan), icon=":material/gpp_bad:")
