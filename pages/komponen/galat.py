"""What the user sees when something breaks that should not: one sentence, while the log keeps the traceback."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from analytics.sistem import GalatGudang
from pages.gerbang import toko
from pages.komponen.teks import aman

_LOG = logging.getLogger("capaian")


def tampilkan_galat(galat: Exception) -> bool:
    """Log the error under a short number and show that number; True keeps Streamlit's own display away.

    What the store or its disk refuses has a sentence of its own, which says what to do.
    """
    if isinstance(galat, GalatGudang):
        _LOG.warning(toko.kalimat_galat(galat), exc_info=galat)
        st.error(aman(toko.kalimat_galat(galat)), icon=":material/error:")
        return True
    nomor = secrets.token_hex(3).upper()
    _LOG.error("galat %s", nomor, exc_info=galat)
    st.error(
        f"Halaman ini tidak dapat ditampilkan. Data yang tersimpan tidak berubah. Muat ulang halaman; bila terulang, "
        f"sampaikan nomor galat **{nomor}** kepada pengelola aplikasi.",
        icon=":material/error:",
    )
    return True
