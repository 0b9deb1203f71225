"""Papers on a page: what came with the moves of a document, and the archive register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from analytics.alur.arsip import (
    PANJANG,
    CalonArsip,
    Pencatatan,
    ambil_arsip,
    catat_arsip,
    daftar_arsip,
    nama_langkah,
    tabel_arsip,
)
from analytics.alur.berkas_alur import LampiranDokumen, ambil_lampiran
from analytics.alur.lampiran import JENIS, periksa_lampiran
from analytics.aturan.periode import tulis_tanggal, tulis_waktu
from analytics.dokumen.tabel import susun_csv, susun_tabel
from analytics.evaluasi.hasil import Kantor
from analytics.rupa import TANDA_CONTOH
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran
from analytics.sop.langkah import SOP
from pages.komponen import sesi, tabel, unduh
from pages.komponen.teks import aman

_JAWABAN = "jawaban_arsip"


def daftar_berkas(gudang: Gudang, kode_pd: str, lampiran: Sequence[LampiranDokumen]) -> None:
    """Every paper with the move that it came with, each to download; none replaces another."""
    for berkas in lampiran:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            kertas = " · pindaian lembar bertanda tangan" if berkas.lembar_kertas else ""
            revisi = f" · revisi {berkas.revisi}" if berkas.revisi > 1 else ""
            st.markdown(
                f"**{aman(berkas.nama_berkas)}**  \n"
                + aman(f"{berkas.nama}{kertas}{revisi} · {berkas.oleh}, {tulis_waktu(berkas.diunggah_pada)}"),
                width="stretch",
            )
            _unduh_lampiran(gudang, kode_pd, berkas)


def _unduh_lampiran(gudang: Gudang, kode_pd: str, berkas: LampiranDokumen) -> None:
    pelaku = sesi.pelaku()
    st.download_button(
        "Unduh",
        lambda: ambil_lampiran(gudang, pelaku, kode_pd, berkas.id_lampiran, waktu_kini()).isi,
        file_name=berkas.nama_berkas,
        mime=JENIS[berkas.jenis][0],
        on_click="ignore",
        icon=":material/download:",
        key=f"lampiran_{berkas.id_lampiran}",
    )


def boleh_mencatat(kode_pd: str) -> bool:
    """Whether who is in may add to the register; the command asks the store again."""
    return sesi.boleh("catat_arsip", Sasaran(kode_pd))


def tampilkan_jawaban() -> None:
    """What became of the last entry, said once."""
    jawaban = st.session_state.pop(_JAWABAN, None)
    if jawaban is not None:
        (st.success if jawaban.berhasil else st.error)(aman(jawaban.pesan))


def tawarkan(gudang: Gudang, kode_pd: str, tawaran: Sequence[CalonArsip]) -> None:
    """What ought to be archived, each with the place that somebody fills in."""
    st.subheader(f"Menunggu dicatat ({len(tawaran)})", anchor=False)
    if not tawaran:
        st.markdown("Semua yang disetujui, ditandatangani, dan dicatat di atas kertas sudah ada di register.")
    for nomor, calon in enumerate(tawaran):
        with st.container(border=True), st.form(f"arsip_{calon.kunci}", border=False):
            st.markdown(f"**{aman(calon.uraian)}**")
            bagian = (
                f"Langkah {nama_langkah(calon.langkah)}",
                calon.nomor_dokumen,
                tulis_tanggal(calon.tanggal),
                calon.nama_berkas,
            )
            st.caption(aman(" · ".join(filter(None, bagian))))
            with st.container(horizontal=True, vertical_alignment="bottom"):
                tempat = st.text_input("Tempat hard copy (rak, boks)", key=f"tempat_{calon.kunci}", max_chars=PANJANG)
                ditekan = st.form_submit_button("Catat di register", key=f"catat_{nomor}_{calon.kunci}")
            if ditekan:
                _catat(gudang, kode_pd, Pencatatan(calon, tempat))


def catat_lain(gudang: Gudang, kode_pd: str) -> None:
    """A form for what no offer covers."""
    with st.expander("Catat arsip lain"), st.form("arsip_lain", border=False):
        uraian = st.text_input("Uraian", key="arsip_uraian", max_chars=PANJANG)
        langkah = st.selectbox(
            "Langkah SOP", [baris_sop.nomor for baris_sop in SOP], 11, format_func=nama_langkah, key="arsip_langkah"
        )
        nomor = st.text_input("Nomor dokumen", key="arsip_nomor", max_chars=PANJANG)
        tanggal = st.date_input("Tanggal dokumen", None, key="arsip_tanggal", format="DD/MM/YYYY")
        tempat = st.text_input("Tempat hard copy (rak, boks)", key="arsip_tempat", max_chars=PANJANG)
        ditawarkan = ", ".join(sebutan for _, sebutan in JENIS.values())
        unggahan = st.file_uploader(f"Soft copy ({ditawarkan})", type=list(JENIS), key="arsip_berkas")
        ditekan = st.form_submit_button("Catat di register", key="catat_arsip_lain")
    if not ditekan:
        return
    berkas = periksa_lampiran(unggahan.name, unggahan.getvalue()) if unggahan is not None else None
    if not isinstance(tanggal, date) or isinstance(berkas, str):
        st.error(aman(berkas if isinstance(berkas, str) else "Tanggal dokumen belum diisi."))
        return
    _catat(gudang, kode_pd, Pencatatan(CalonArsip("arsip", langkah, uraian, nomor, tanggal), tempat, berkas))


def register(gudang: Gudang, kantor: Kantor) -> None:
    """The register as a table, as files, and the soft copies that it holds."""
    arsip = daftar_arsip(gudang, kantor.kode_pd)
    st.subheader(f"Register arsip ({len(arsip)})", anchor=False)
    daftar = tabel_arsip(arsip)
    tabel.tampilkan(daftar)
    tanda = [TANDA_CONTOH] if kantor.contoh else []
    sub = " · ".join([kantor.nama, *tanda])
    if arsip:
        with st.container(horizontal=True):
            unduh.berkas(
                "Unduh register (xlsx)",
                "register_arsip.xlsx",
                lambda: susun_tabel(daftar, sub, waktu_kini()),
                "arsip_xlsx",
            )
            unduh.berkas("Unduh register (csv)", "register_arsip.csv", lambda: susun_csv(daftar, sub), "arsip_csv")
    pelaku = sesi.pelaku()

    def ambil(id_arsip: str) -> bytes:
        return ambil_arsip(gudang, pelaku, kantor.kode_pd, id_arsip, waktu_kini()).isi

    with st.container(horizontal=True):
        for entri in arsip:
            if entri.sha256 and entri.nama_berkas:
                st.download_button(
                    f"{entri.id_arsip}: {entri.nama_berkas}",
                    partial(ambil, entri.id_arsip),
                    file_name=entri.nama_berkas,
                    on_click="ignore",
                    icon=":material/download:",
                    key=f"arsip_{entri.id_arsip}",
                )


def _catat(gudang: Gudang, kode_pd: str, isi: Pencatatan) -> None:
    st.session_state[_JAWABAN] = catat_arsip(gudang, sesi.pelaku(), kode_pd, isi, waktu_kini())
    st.rerun()
