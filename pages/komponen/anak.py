"""The child processes that read and mark workbooks, one of each for all sessions."""

from __future__ import annotations

import streamlit as st

from analytics.lembar.tandai import buat_penanda
from analytics.pembaca.baca import Pembaca
from analytics.pembaca.proses import ProsesAnak


def _tutup(anak: Pembaca | ProsesAnak) -> None:
    anak.tutup()


@st.cache_resource(on_release=_tutup, show_spinner=False)
def pembaca() -> Pembaca:
    """Reads workbooks; started with the first file."""
    return Pembaca()


@st.cache_resource(on_release=_tutup, show_spinner=False)
def penanda() -> ProsesAnak:
    """Marks workbooks; started with the first return."""
    return buat_penanda()
