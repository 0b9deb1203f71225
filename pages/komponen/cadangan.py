"""The forms of the backup page: make one, take one away, prove one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import streamlit as st

from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.periksa_jejak import HasilJejak, tulis_ujung
from analytics.cadangan import jaga
from analytics.cadangan.buat import Cadangan, CadanganRusak, SalinanGagal, ambil, buat, semua_cadangan
from analytics.cadangan.jaga import BASI, kabar
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.penyimpanan import kalimat_salinan
from analytics.sistem import Gudang, belum_tiba, waktu_kini
from analytics.sop.izin import TidakBerhak
from pages.komponen import kosong, sesi, unduh
from pages.komponen.teks import aman

__all__ = [
    "PULIHKAN",
    "beri_kabar",
    "beri_kabar_pengelola",
    "kesimpulan",
    "rincian",
    "sampaikan",
    "semua_cadangan",
    "tabel_cadangan",
    "tombol_buat",
]

_PYTHON: Final = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
PULIHKAN: Final = f"{_PYTHON} -m analytics cadangan pulihkan CADANGAN.zip"
"""The command that puts a backup back, as it is typed in the folder of the program."""
_KUNCI: Final = "pesan_cadangan"
_PALING_BANYAK: Final = 3
"""Sentences about backups on a page that is not about them."""
_MB: Final = 1_000_000


def kesimpulan(semua: Sequence[Cadangan], kini: datetime) -> str:
    """The title: when the last backup was made, and whether that is long ago."""
    if not semua:
        return "Belum ada cadangan"
    lama = (kini.date() - semua[0].dibuat.date()).days
    kapan = f"Cadangan terakhir dibuat {tulis_waktu(semua[0].dibuat)}"
    if belum_tiba(semua[0].dibuat, kini):
        return f"{kapan} menurut jam yang saat itu salah"
    return f"{kapan}, sudah {lama} hari yang lalu" if lama > BASI else kapan


def beri_kabar(gudang: Gudang) -> None:
    """What is wrong with the backups, where something is."""
    for pesan in kabar(gudang, waktu_kini()):
        st.warning(aman(pesan), icon=":material/gpp_maybe:")


def beri_kabar_pengelola(gudang: Gudang) -> None:
    """The same on a page that is not about backups, for who looks after them."""
    semua = kabar(gudang, waktu_kini()) if sesi.boleh("buat_cadangan") else ()
    if not semua:
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Cadangan data perlu diperhatikan**")
        for pesan in semua[:_PALING_BANYAK]:
            st.markdown(aman(pesan))
        kosong.tautan("cadangan", _lihat(len(semua)))


def _lihat(banyak: int) -> str:
    return "Buka halaman Cadangan" if banyak <= _PALING_BANYAK else f"Lihat semua {banyak} hal di halaman Cadangan"


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
        return False, f"Cadangan tidak dapat ditulis; data tidak berubah. {kalimat_salinan(gagal)}"
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
                tulis_waktu(cadangan.dibuat),
                "Capaian, otomatis" if cadangan.otomatis else cadangan.oleh,
                f"{tulis_angka(cadangan.ukuran / _MB, 1)} MB",
                tulis_ujung(cadangan.ujung),
                cadangan.berkas.name,
            )
        )
        for cadangan in semua
    )
    return Tabel("Cadangan", kolom, baris)


def rincian(gudang: Gudang, semua: Sequence[Cadangan]) -> None:
    """One backup: prove it, or take it away."""
    pilihan = {cadangan.berkas.name: cadangan for cadangan in semua}
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
        _tampilkan(gudang, dipilih)


def _tampilkan(gudang: Gudang, dipilih: Cadangan) -> None:
    try:
        hasil: HasilJejak = jaga.periksa(gudang, dipilih)
    except CadanganRusak as rusak:
        st.error(aman(str(rusak)), icon=":material/gpp_bad:")
        return
    except SalinanGagal as gagal:
        st.error(aman(f"Cadangan itu belum dapat diperiksa. {kalimat_salinan(gagal)}"), icon=":material/error:")
        return
    if hasil.utuh:
        st.success(f"{dipilih.berkas.name} dapat dipulihkan. {aman(hasil.putusan)}", icon=":material/verified:")
    else:
        st.error(aman(hasil.putusan), icon=":material/gpp_bad:")
