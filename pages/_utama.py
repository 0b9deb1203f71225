"""The one script that Streamlit runs: who is in, and which pages this peran may see."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages import DAFTAR, Halaman
from pages.komponen import kepala, sandi, sesi, siapa

_KOMPONEN = Path(__file__).parent / "komponen"


def _halaman(halaman: Halaman, *, awal: bool) -> StreamlitPage:
    return st.Page(
        halaman.berkas, title=halaman.judul, icon=halaman.ikon, url_path=halaman.url, default=awal, help=halaman.bantuan
    )


def _menu(boleh: list[Halaman]) -> StreamlitPage:
    """The menu of these pages, the first of them in front; the page that the address names."""
    if not boleh:
        # Without a menu the addresses stay known: a page that was open must not be called missing.
        return st.navigation([_halaman(halaman, awal=halaman is DAFTAR[0]) for halaman in DAFTAR], position="hidden")
    menu: dict[str, list[StreamlitPage]] = {}
    for halaman in boleh:
        menu.setdefault(halaman.kelompok, []).append(_halaman(halaman, awal=halaman is boleh[0]))
    return st.navigation(menu, expanded=True)


def utama() -> None:
    """Draw the navigation and run the page that the address names."""
    # A page_icon from the icon font would be fetched from the internet.
    st.set_page_config(page_title="Capaian", page_icon=str(_KOMPONEN / "ikon.png"), layout="wide")
    st.logo(str(_KOMPONEN / "logo.svg"), size="large", icon_image=str(_KOMPONEN / "ikon.png"))
    st.html(kepala.gaya())
    pengguna = sesi.pengguna()
    terbuka = pengguna is not None and not pengguna.wajib_ganti_sandi
    boleh = [halaman for halaman in DAFTAR if terbuka and pengguna is not None and pengguna.boleh(halaman.lihat)]
    dipilih = _menu(boleh)
    if pengguna is None:
        sesi.tamu()
    sesi.jaga_pemilik(pengguna)
    siapa.tampilkan(pengguna)
    if pengguna.wajib_ganti_sandi:
        sandi.wajib(pengguna)
    if not boleh:
        siapa.tanpa_tugas()
    dipilih.run()


with sesi.satu_putaran():
    utama()
