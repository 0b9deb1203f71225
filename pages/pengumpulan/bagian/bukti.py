"""Evidence on the page: added by a unit, listed, given out, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.alur.bukti import (
    Bukti,
    UntukIndikator,
    daftar_bukti,
    hitung_bukti_wajib,
    isi_bukti,
    tarik_bukti,
    unggah_bukti,
)
from analytics.alur.lampiran import JENIS
from analytics.aturan.istilah import BUKTI_WAJIB
from analytics.aturan.periode import tulis_waktu
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import Sasaran, TidakBerhak
from pages.komponen import sesi, tanya
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import pengumpulan

_PESAN = "pesan_bukti"


def tampilkan(saring: Saringan) -> None:
    """For the units of who is in: the evidence of the periode, and a form to add some."""
    siapa = sesi.pengguna()
    sendiri = siapa.unit_sendiri(saring.kode_pd) if siapa else None
    if not sendiri:
        return
    st.subheader(f"Bukti dukung {saring.periode.nama}", anchor=False)
    tampilkan_pesan()
    for kode, nama in pengumpulan.unit_terlihat(saring).items():
        _unit(saring, kode, nama)


def tampilkan_pesan() -> None:
    """What became of the evidence that was added or withdrawn a moment ago."""
    pesan = st.session_state.pop(_PESAN, None)
    if pesan:
        st.info(aman(pesan), icon=":material/attach_file:")


def _unit(saring: Saringan, kode_unit: str, nama_unit: str) -> None:
    semua = daftar_bukti(saring.penanya, saring.kode_pd, kode_unit, saring.periode)
    wajib = tanya.wajib_bukti(saring, kode_unit)
    nama = {
        kode: f"{sebutan} ({BUKTI_WAJIB})" if kode in wajib else sebutan
        for kode, sebutan in tanya.indikator_diisi(saring, kode_unit).items()
    }
    hitungan = hitung_bukti_wajib(saring.penanya, saring.kode_pd, saring.periode).get(kode_unit)
    if hitungan is not None:
        st.markdown(f"{BUKTI_WAJIB.capitalize()}: {hitungan.kalimat} nilai yang dilaporkan sudah disertai berkas.")
    with st.form(f"bukti_{kode_unit}", clear_on_submit=True):
        kode = st.selectbox(
            f"Indikator {aman(nama_unit)}", list(nama), format_func=lambda pilihan: nama.get(pilihan, pilihan)
        )
        berkas = _kotak(kode_unit)
        if st.form_submit_button("Tambahkan bukti", icon=":material/attach_file:") and kode:
            untuk = UntukIndikator(saring.kode_pd, kode_unit, kode, saring.periode)
            _simpan(saring.gudang, untuk, berkas)
    for kode, milik in semua.items():
        st.markdown(f"**{aman(nama.get(kode, kode))}**")
        daftar(saring.gudang, saring.kode_pd, milik, tarik=True)


def tambah(saring: Saringan, kode_unit: str, kode_indikator: str) -> None:
    """A form for evidence of one indicator that reached the office beside the program, for who may add some."""
    if not sesi.boleh("unggah_bukti", Sasaran(saring.kode_pd, kode_unit)):
        return
    with st.form(f"bukti_{kode_unit}_{kode_indikator}", clear_on_submit=True):
        berkas = _kotak(f"{kode_unit}_{kode_indikator}")
        if st.form_submit_button("Tambahkan bukti", icon=":material/attach_file:"):
            _simpan(saring.gudang, UntukIndikator(saring.kode_pd, kode_unit, kode_indikator, saring.periode), berkas)


def _kotak(kunci: str) -> Sequence[UploadedFile]:
    boleh = ", ".join(sebutan for _, sebutan in JENIS.values())
    return st.file_uploader(
        f"Berkas bukti ({boleh}; paling besar 10 MB)",
        type=list(JENIS),
        accept_multiple_files=True,
        max_upload_size=10,
        key=f"berkas_bukti_{kunci}",
    )


def _simpan(gudang: Gudang, untuk: UntukIndikator, berkas: Iterable[UploadedFile]) -> None:
    pesan = []
    for diunggah in berkas:
        try:
            hasil = unggah_bukti(gudang, sesi.pelaku(), untuk, diunggah.name, diunggah.getvalue(), waktu_kini())
        except TidakBerhak as tidak:
            hasil = str(tidak)
        pesan.append(hasil if isinstance(hasil, str) else f"{hasil.nama_berkas} tersimpan.")
    st.session_state[_PESAN] = " ".join(pesan) or "Pilih berkasnya dahulu."
    st.rerun()


def daftar(gudang: Gudang, kode_pd: str, bukti: Iterable[Bukti], *, tarik: bool = False) -> None:
    """Files to download, each checked again when its bytes are asked for; with `tarik` they can be withdrawn."""
    siapa = sesi.pelaku()

    def ambil(id_bukti: str) -> bytes:
        return isi_bukti(gudang, siapa, kode_pd, id_bukti, waktu_kini())

    for berkas in bukti:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.download_button(
                f"Unduh {berkas.nama_berkas}",
                partial(ambil, berkas.id_bukti),
                file_name=berkas.nama_berkas,
                mime=berkas.mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"unduh_{berkas.id_bukti}",
            )
            besar = f"{max(berkas.ukuran // 1024, 1)} KB"
            st.caption(aman(f"{besar}, {berkas.oleh}, {tulis_waktu(berkas.diunggah_pada)}"), width="content")
            if tarik and st.button("Tarik", key=f"tarik_{berkas.id_bukti}", icon=":material/undo:"):
                _tarik(gudang, kode_pd, berkas)


def _tarik(gudang: Gudang, kode_pd: str, bukti: Bukti) -> None:
    try:
        pesan = tarik_bukti(gudang, sesi.pelaku(), kode_pd, bukti.id_bukti, waktu_kini())
    except TidakBerhak as tidak:
        pesan = str(tidak)
    st.session_state[_PESAN] = pesan or f"{bukti.nama_berkas} ditarik; berkasnya tetap tersimpan sebagai arsip."
    st.rerun()
