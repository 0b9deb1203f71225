"""What a check of a document found, figure by figure."""

from __future__ import annotations

import streamlit as st

from analytics.aturan.angka import tulis_angka
from analytics.bukti_asli.beda_dokumen import NAMA_JENIS, BedaDokumen
from analytics.bukti_asli.periksa_dokumen import TIDAK_DIPERIKSA, Bawaan, HasilDokumen
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from pages.komponen import kartu, tabel
from pages.komponen.kartu import Kartu
from pages.komponen.teks import aman

_KOLOM = (
    Kolom("Letak", lebar=24),
    Kolom("Baris", lebar=40),
    Kolom("Yang disetujui", lebar=24),
    Kolom("Di berkas", lebar=24),
    Kolom("Penjelasan", lebar=48),
)


def tampilkan(hasil: HasilDokumen) -> None:
    """The result in a sentence, how much was compared, and every difference."""
    if hasil.asli:
        st.success(aman(hasil.putusan), icon=":material/verified:")
    else:
        st.error(aman(hasil.putusan), icon=":material/gpp_bad:")
    berat = [perbedaan for perbedaan in hasil.beda if perbedaan.berat]
    ringan = [perbedaan for perbedaan in hasil.beda if not perbedaan.berat]
    kartu.tampilkan(
        Kartu("Sel dibandingkan", tulis_angka(hasil.sel, 0), f"{tulis_angka(hasil.angka, 0)} di antaranya angka"),
        Kartu("Perbedaan", tulis_angka(len(berat), 0), "isi yang bukan milik snapshot"),
        Kartu("Catatan", tulis_angka(len(ringan), 0), "tidak mengubah isi"),
    )
    if berat:
        st.subheader("Yang berbeda dari yang disetujui", anchor=False)
        tabel.tampilkan(_tabel("Perbedaan", berat))
    if ringan:
        st.subheader("Yang perlu diketahui", anchor=False)
        tabel.tampilkan(_tabel("Catatan", ringan))
    st.caption(aman(f"{hasil.cakupan} {TIDAK_DIPERIKSA}"))
    st.caption(f"Sidik snapshot {aman(hasil.nomor)}; cocokkan dengan register arsip:")
    st.code(hasil.sidik, language=None, wrap_lines=True)


def sebut_bawaan(bawaan: Bawaan | None) -> None:
    """What the file says about itself before it is compared."""
    if bawaan is None:
        st.info("Berkas ini tidak membawa snapshot. Pilih snapshot yang dibandingkan.", icon=":material/info:")
    else:
        st.caption(f"Berkas ini menyebut dirinya snapshot {aman(bawaan.nomor or 'tanpa nomor')}.")


def _tabel(judul: str, beda: list[BedaDokumen]) -> Tabel:
    return Tabel(
        judul,
        _KOLOM,
        tuple(
            BarisTabel(
                (
                    perbedaan.letak,
                    perbedaan.baris,
                    perbedaan.harap,
                    perbedaan.ada,
                    f"{NAMA_JENIS[perbedaan.jenis]}. {perbedaan.pesan}",
                ),
                "galat" if perbedaan.berat else "info",
            )
            for perbedaan in beda
        ),
    )
