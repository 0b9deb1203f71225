"""What the user sees when something breaks that should not: one sentence, while the log keeps the traceback."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

_LOG = logging.getLogger("capaian")


def tampilkan_galat(galat: Exception) -> bool:
    """Log the error under a short number and show that number; True keeps Streamlit's own display away."""
    nomor = secrets.token_hex(3).upper()
    _LOG.error("galat %s", nomor, exc_info=galat)
    st.error(
        f"Halaman ini tidak dapat ditampilkan. Data yang tersimpan tidak berubah. Muat ulang halaman; bila terulang, "
        f"sampaikan nomor galat **{nomor}** kepada pengelola aplikasi.",
        icon=":material/error:",
    )
    return True
