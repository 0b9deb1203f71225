"""What is remembered between runs and sessions: an answer holds until something is written that it may rest on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from analytics.sistem import Gudang

Hasil = TypeVar("Hasil")
Kunci = tuple[str | int | None, ...]


def ingat(gudang: Gudang, kode_pd: str | None, kunci: Kunci, kerja: Callable[[], Hasil]) -> Hasil:
    """The answer to a question named by `kunci`, made again only after a write that concerns this office.

    None as `kode_pd`: a question about several offices, made again after every write.
    """
    return _ingat((*versi(gudang, kode_pd), *kunci), kerja)


def versi(gudang: Gudang, kode_pd: str | None) -> Kunci:
    """Which store, whose data, and how new they are."""
    return str(gudang.jalur), kode_pd, gudang.versi_data(kode_pd)


@st.cache_resource(max_entries=400, show_spinner=False)
def _ingat(kunci: Kunci, _kerja: Callable[[], Hasil]) -> Hasil:  # noqa: ARG001 - the cache reads it
    return _kerja()
