"""Who is in and which store is open: the two seams between the screens and the world."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Final, NoReturn

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.akun.pengguna import Pengguna, baca_pengguna
from analytics.akun.sesi import cari_sesi
from analytics.akun.sesi import keluar as akhiri
from analytics.contoh.semai import buat_contoh
from analytics.penyimpanan import kalimat_gudang
from analytics.sistem import (
    GUDANG_CONTOH,
    GalatGudang,
    Gudang,
    GudangTerkunci,
    GudangTidakDikenal,
    buka_gudang,
    jalur_gudang,
    waktu_kini,
)
from analytics.sop.peran import Pelaku
from pages.gerbang import pemilik
from pages.gerbang.asal import KUKI
from pages.komponen.teks import aman

_LOG: Final = logging.getLogger("capaian")
_PEMILIK: Final = "_akun_pemilik"
"""Where a browser session remembers whose it is; nobody acts by it."""


def pengguna() -> Pengguna | None:
    """Who is in, by the cookie, asked of the store on every run; None: nobody. A test replaces nothing but this."""
    toko, waktu = gudang(), waktu_kini()
    ada = cari_sesi(toko, st.context.cookies.get(KUKI) or "", waktu)
    return baca_pengguna(toko, ada.id_akun, waktu.date()) if ada else None


def pelaku() -> Pelaku:
    """Who acts, for a command. Stops the page when nobody is in."""
    siapa = pengguna()
    if siapa is None:
        tamu()
    return siapa.pelaku


def tamu() -> NoReturn:
    """Nobody is in: say so, lead to the login page, and stop."""
    st.title("Silakan masuk", anchor=False)
    st.info("Anda belum masuk, atau sesi Anda sudah berakhir.", icon=":material/lock:")
    pintu()
    st.stop()


def pintu() -> None:
    """The way to the login page, in this tab: a link of Markdown would open a second one."""
    st.html("<a class='tombol' href='/masuk' target='_self'>Masuk ke Capaian</a>")


def jaga_pemilik(siapa: Pengguna) -> None:
    """Write down whose browser session this is; what somebody else left in it is cleared."""
    konteks, id_akun = get_script_run_ctx(), siapa.pelaku.id_akun
    if konteks is not None:
        pemilik.catat(konteks.session_id, id_akun)
    if st.session_state.get(_PEMILIK, id_akun) != id_akun:
        st.session_state.clear()
    st.session_state[_PEMILIK] = id_akun


def keluar() -> None:
    """Log out in every browser."""
    akhiri(gudang(), pelaku(), waktu_kini())


def alamat() -> str:
    """The address of the other side."""
    return st.context.ip_address or "127.0.0.1"


def gudang() -> Gudang:
    """The open store, one per process. Stops the page with a sentence when it cannot be opened."""
    try:
        return buka()
    except GalatGudang as galat:
        st.title("Halaman ini tidak dapat dibuka", anchor=False)
        st.error(aman(kalimat_galat(galat)), icon=":material/lock:")
        st.stop()


def buka() -> Gudang:
    """The open store, for the gate and the pages alike. Raises a kind of GalatGudang."""
    jalur = jalur_gudang(os.environ)
    return _buka(str(jalur), contoh=jalur == GUDANG_CONTOH)


def kalimat_galat(galat: GalatGudang) -> str:
    """Why the store cannot be used, and what to do, as plain text; where it stands is nobody's business here."""
    if isinstance(galat, GudangTerkunci):
        return (
            "Data sedang dibuka oleh program lain. Tutup Capaian yang lain atau perintah yang sedang berjalan, "
            "lalu muat ulang halaman ini."
        )
    nama = Path(jalur_gudang(os.environ).name)
    if isinstance(galat, GudangTidakDikenal):
        return (
            f"Berkas {nama} bukan data Capaian, atau dibuat oleh versi Capaian yang lebih baru. "
            "Periksa isi CAPAIAN_DATA, atau pasang versi terbaru."
        )
    return kalimat_gudang(galat, nama)


def _tutup(gudang: Gudang) -> None:
    gudang.tutup()


@st.cache_resource(on_release=_tutup, show_spinner=False)
def _buka(jalur: str, *, contoh: bool) -> Gudang:
    tujuan = Path(jalur)
    if contoh and not tujuan.exists():
        _LOG.warning("Kantor contoh disiapkan; ini hanya pada pemakaian pertama dan memakan waktu kurang dari semenit.")
        buat_contoh(tujuan)
    return buka_gudang(tujuan)
