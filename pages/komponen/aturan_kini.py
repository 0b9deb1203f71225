"""On every page of an approved periode: the figures that today's rules see otherwise than they were approved."""

from __future__ import annotations

import streamlit as st

from analytics.bukti_asli.beda_aturan import BedaAturan
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from pages.komponen import tabel, tanya
from pages.komponen.saring import Saringan

_KOLOM = (
    Kolom("Angka", lebar=38),
    Kolom("Disetujui, dan sekarang", lebar=30),
    Kolom("Sebab", lebar=46),
)


def tampilkan(saring: Saringan) -> None:
    """Both figures and the reason, each; nothing where all are as approved, or nothing was approved."""
    semua = tanya.beda_aturan(saring)
    if not semua:
        return
    st.warning(
        f"{len(semua)} angka yang disetujui berbeda menurut aturan sekarang, yang dipakai halaman ini. Yang disetujui "
        "tidak berubah: dokumennya memuat angka yang disetujui.",
        icon=":material/rule:",
    )
    with st.expander(f"Lihat {len(semua)} angka: yang disetujui dan menurut aturan sekarang"):
        tabel.tampilkan(Tabel("Menurut aturan sekarang", _KOLOM, tuple(map(_baris, semua))), rupa="ringkas")


def _baris(beda: BedaAturan) -> BarisTabel:
    angka = " · ".join(filter(None, (beda.baris, beda.formulir, beda.kolom)))
    keduanya = f"disetujui {beda.disetujui}; menurut aturan sekarang {beda.kini}"
    return BarisTabel((angka, keduanya, beda.sebab))
