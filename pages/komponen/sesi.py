"""Who is in and which store is open: the two seams between the screens and the world."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import streamlit as st

from analytics.akun.pengguna import Pengguna, baca_pengguna
from analytics.alur.peran import Pelaku
from analytics.contoh.akun import KASUBBAG
from analytics.contoh.semai import buat_contoh
from analytics.sistem import (
    GUDANG_CONTOH,
    Gudang,
    GudangTerkunci,
    GudangTidakDikenal,
    buka_gudang,
    jalur_gudang,
    waktu_kini,
)
from pages.komponen.teks import aman


def pengguna() -> Pengguna | None:
    """Who is in, read from the store on every run; None: nobody. A test replaces nothing but this."""
    return baca_pengguna(gudang(), KASUBBAG.id_akun, waktu_kini().date())


def pelaku() -> Pelaku:
    """Who acts, for a command. Stops the page when nobody is in."""
    siapa = pengguna()
    if siapa is None:
        _berhenti("Sesi Anda sudah berakhir. Muat ulang halaman ini untuk masuk lagi.")
    return siapa.pelaku


def gudang() -> Gudang:
    """The open store, one per process. Stops the page with a sentence when it cannot be opened."""
    jalur = jalur_gudang(os.environ)
    try:
        return _buka(str(jalur), contoh=jalur == GUDANG_CONTOH)
    except GudangTerkunci:
        _berhenti(
            "Data sedang dibuka oleh program lain. Tutup Capaian yang lain atau perintah yang sedang berjalan, "
            "lalu muat ulang halaman ini."
        )
    except GudangTidakDikenal:
        _berhenti(
            f"Berkas {aman(jalur.name)} bukan data Capaian, atau dibuat oleh versi Capaian yang lebih baru. "
            "Periksa isi CAPAIAN_DATA, atau pasang versi terbaru."
        )


def _berhenti(pesan: str) -> NoReturn:
    st.title("Halaman ini tidak dapat dibuka", anchor=False)
    st.error(pesan, icon=":material/lock:")
    st.stop()


def _tutup(gudang: Gudang) -> None:
    gudang.tutup()


@st.cache_resource(
    on_release=_tutup, show_spinner="Menyiapkan data. Pada pemakaian pertama kantor contoh dibuat lebih dahulu …"
)
def _buka(jalur: str, *, contoh: bool) -> Gudang:
    tujuan = Path(jalur)
    if contoh and not tujuan.exists():
        buat_contoh(tujuan)
    return buka_gudang(tujuan)
