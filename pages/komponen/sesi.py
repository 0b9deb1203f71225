"""Who is in: the seam between the screens and the world."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, NoReturn

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analytics.akun.pengguna import Pengguna, susun_pengguna
from analytics.akun.sesi import keluar as akhiri
from analytics.sistem import GalatGudang, Gudang, waktu_kini
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Objek
from analytics.sop.peran import Pelaku
from pages.gerbang import pemilik, pengunjung, toko
from pages.gerbang.asal import KUKI
from pages.komponen.teks import aman

_PEMILIK: Final = "_akun_pemilik"
"""Where a browser session remembers whose it is; nobody acts by it."""


@dataclass
class _Putaran:
    """What one run of a page knows about who is in."""

    terjawab: bool = False
    pengguna: Pengguna | None = None


_PUTARAN: Final[ContextVar[_Putaran | None]] = ContextVar("putaran", default=None)


@contextmanager
def satu_putaran() -> Iterator[None]:
    """One run of a page: who is in is asked once in it, and anew in the next one, when the account may be closed."""
    tanda = _PUTARAN.set(_Putaran())
    try:
        yield
    finally:
        _PUTARAN.reset(tanda)


def pengguna() -> Pengguna | None:
    """Who is in, by the cookie, asked of the store once a run; None: nobody. A test replaces nothing but this."""
    putaran = _PUTARAN.get()
    if putaran is None:
        return _tanya_pengguna()
    if not putaran.terjawab:
        putaran.pengguna, putaran.terjawab = _tanya_pengguna(), True
    return putaran.pengguna


def token() -> str:
    """What the browser brought along to say whose session this is; empty: nothing."""
    return st.context.cookies.get(KUKI) or ""


def _tanya_pengguna() -> Pengguna | None:
    terbuka, waktu = gudang(), waktu_kini()
    ada = pengunjung.cari(terbuka, token(), waktu)
    return susun_pengguna(terbuka, ada.akun, waktu.date()) if ada else None


def boleh(aksi: str, objek: Objek | Sasaran | None = None) -> bool:
    """Whether who is in may do this: a move of the SOP, an izin, or something to look at; without `objek` anywhere.

    The command asks the store again.
    """
    siapa = pengguna()
    return siapa is not None and siapa.boleh(aksi, objek)


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
        return toko.buka()
    except GalatGudang as galat:
        _tutup_halaman("Halaman ini tidak dapat dibuka", toko.kalimat_galat(galat))
    except toko.BelumSiap as belum:
        langkah = belum.langkah
        _tutup_halaman("Kantor contoh sedang disiapkan", f"Langkah {langkah.ke} dari {langkah.dari}: {langkah.uraian}.")
    except toko.GagalDisiapkan as gagal:
        _tutup_halaman("Kantor contoh tidak dapat disiapkan", str(gagal))


def _tutup_halaman(judul: str, kalimat: str) -> NoReturn:
    st.title(judul, anchor=False)
    st.error(aman(kalimat), icon=":material/lock:")
    st.stop()
