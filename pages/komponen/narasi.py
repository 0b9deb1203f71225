"""What the units wrote: factors and follow-up, by kind."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.komponen.teks import aman

JUDUL = {
    "faktor_pendorong": "Faktor pendorong keberhasilan kinerja",
    "faktor_penghambat": "Faktor penghambat pencapaian kinerja",
    "tindak_lanjut_triwulan": "Tindak lanjut yang diperlukan dalam triwulan berikutnya",
    "tindak_lanjut_renja": "Tindak lanjut yang diperlukan dalam Renja berikutnya",
    "bukti_dukung": "Bukti dukung",
}


def tampilkan(narasi: Mapping[str, tuple[str, ...]]) -> None:
    """One expander per kind that has text; a sentence when there is none."""
    st.subheader("Faktor dan tindak lanjut", anchor=False)
    ada = [(judul, narasi[jenis]) for jenis, judul in JUDUL.items() if narasi.get(jenis)]
    if not ada:
        st.caption("Belum ada faktor pendorong, penghambat, atau tindak lanjut pada kiriman periode ini.")
    for judul, uraian in ada:
        with st.expander(f"{judul} ({len(uraian)})"):
            st.markdown("\n".join(f"- {aman(teks)}" for teks in uraian))
