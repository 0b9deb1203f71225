"""The child process that reads workbooks, one for all sessions."""

from __future__ import annotations

import streamlit as st

from analytics.pembaca.baca import Pembaca


def _tutup(anak: Pembaca) -> None:
    anak.tutup()


@st.cache_resource(on_release=_tutup, show_spinner=False)
def pembaca() -> Pembaca:
    """Reads workbooks; started with the first file."""
    return Pembaca()
