"""Who is in and which store is open: the two seams between the screens and the world."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import streamlit as st

from analytics.contoh.semai import buat_contoh
from analytics.sistem import GUDANG_CONTOH, Gudang, GudangTerkunci, GudangTidakDikenal, buka_gudang, jalur_gudang
from pages import PERAN
from pages.komponen.teks import aman


@dataclass(frozen=True)
class Pengguna:
    """Somebody who works with the program."""

    nama: str
    peran: frozenset[str]


def pengguna() -> Pengguna:
    """The one local user; a test replaces nothing but this."""
    return Pengguna("Kasubbag (contoh)", PERAN)


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
    st.title("Data tidak dapat dibuka", anchor=False)
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
