"""The import of a rencana workbook on the page: choose, check, say why, store."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.alur.kirim import impor_rencana
from analytics.evaluasi.hasil import Kantor
from analytics.rencana.impor import PutusanImpor, muat_skala
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal, dapat_dijawab, kunci_soal
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.sistem import Gudang, waktu_kini
from analytics.sop.izin import TidakBerhak, sebut_peran
from pages.komponen import sesi, unduh
from pages.komponen import temuan as komponen_temuan
from pages.komponen.teks import aman
from pages.perencanaan.bagian import daftar_lain, pertanyaan

_PUTUSAN = "putusan_impor"
_DIJAWAB = "jawaban_impor"


def ada_putusan() -> bool:
    """Whether a file was just checked, so that its verdict should be in sight."""
    return _PUTUSAN in st.session_state


def tampilkan(gudang: Gudang, kantor: Kantor | None) -> None:
    """Template, upload box, the verdict of the last file, and the way in for a list of another system."""
    with st.container(horizontal=True):
        unduh.berkas("Unduh templat kosong", "templat_rencana.xlsx", lambda: _templat(gudang), "templat")
        if kantor is not None:
            unduh.berkas(
                "Unduh rencana tersimpan, untuk disiapkan perubahannya",
                "rencana_tersimpan.xlsx",
                lambda: susun_templat(muat_rencana(gudang, kantor.kode_pd)).isi,
                "rencana_tersimpan",
            )
    if not sesi.boleh("impor_rencana"):
        st.caption(f"Rencana diimpor oleh {sebut_peran('impor_rencana')}.")
        return
    _unggahan(gudang)
    with st.expander("Punya daftar sub kegiatan dari sistem lain? Pindahkan ke buku kerja rencana"):
        daftar_lain.tampilkan(gudang, kantor)


def _unggahan(gudang: Gudang) -> None:
    berkas = st.file_uploader("Buku kerja rencana (.xlsx)", type="xlsx", max_upload_size=10, key="berkas_rencana")
    if berkas is None:
        st.session_state.pop(_PUTUSAN, None)
        st.caption(
            "Perubahan Renja atau PK diimpor dengan cara yang sama: isi dokumen baru, versi lama tetap tersimpan."
        )
        return
    if st.button("Periksa dan simpan", type="primary", icon=":material/fact_check:"):
        _impor(gudang, berkas, {})
    putusan = st.session_state.get(_PUTUSAN)
    if putusan is not None and putusan[0] == berkas.file_id:
        _hasil(gudang, berkas, putusan[1])


def _templat(gudang: Gudang) -> bytes:
    return susun_templat(skala=sorted(muat_skala(gudang))).isi


def _impor(gudang: Gudang, berkas: UploadedFile, jenis: Mapping[str, JawabanSoal]) -> None:
    """Check and store; a stored plan redraws the page, so that it shows what it now holds.

    What was answered for a file that could not be stored yet holds for the mended one, where it asks the very same.
    """
    dulu = st.session_state.setdefault(_DIJAWAB, {})
    with st.spinner("Memeriksa buku kerja rencana …"):
        try:
            jawaban = JawabanRencana(jenis, dulu)
            putusan = impor_rencana(gudang, sesi.pelaku(), berkas.getvalue(), berkas.name, waktu_kini(), jawaban)
        except TidakBerhak as tidak:
            st.error(aman(str(tidak)), icon=":material/block:")
            return
    dijawab = {kunci_soal(butir.temuan): butir.jawaban for butir in putusan.terjawab}
    st.session_state[_DIJAWAB] = {} if putusan.status == "tersimpan" else dulu | dijawab
    st.session_state[_PUTUSAN] = (berkas.file_id, putusan)
    st.rerun()


def _hasil(gudang: Gudang, berkas: UploadedFile, putusan: PutusanImpor) -> None:
    pesan, temuan = aman(putusan.pesan), putusan.temuan
    if putusan.status == "tersimpan":
        st.success(f"{pesan} {aman(_jumlah(putusan))}", icon=":material/check_circle:")
    elif putusan.status == "sudah_diimpor":
        st.info(pesan, icon=":material/content_copy:")
    else:
        if putusan.status == "ditolak":
            st.error(f"{pesan} Data yang tersimpan tidak berubah.", icon=":material/block:")
        else:
            st.warning(pesan, icon=":material/help:")
        _tanya(gudang, berkas, putusan)
        temuan = tuple(butir for butir in temuan if not dapat_dijawab(butir))
    if temuan:
        st.caption(f"Temuan: {komponen_temuan.ringkas(temuan)}.")
        komponen_temuan.tampilkan(temuan, {})


def _tanya(gudang: Gudang, berkas: UploadedFile, putusan: PutusanImpor) -> None:
    """What is asked, with one button: to store what is answered whole, or to look again at a file that is refused."""
    semua = putusan.pertanyaan
    if not semua:
        return
    st.markdown("Jawaban dicatat bersama nama Anda; berkas asli tidak berubah. Yang sama tidak ditanyakan lagi.")
    jawaban = pertanyaan.tanyakan(semua)
    ditolak = putusan.status == "ditolak"
    label = "Periksa lagi dengan jawaban ini" if ditolak else "Simpan dengan jawaban ini"
    if st.button(label, type="primary", icon=":material/check:"):
        belum = () if ditolak else pertanyaan.belum_dijawab(semua, jawaban)
        if belum:
            st.error(f"Belum dijawab: {aman(' · '.join(belum))}", icon=":material/error:")
            return
        _impor(gudang, berkas, jawaban)


def _jumlah(putusan: PutusanImpor) -> str:
    """What was added, without the kinds that had nothing."""
    tambahan = ", ".join(f"{n} {nama.replace('_', ' ')}" for nama, n in (putusan.jumlah or {}).items() if n)
    dokumen = f" Dokumen: {', '.join(putusan.dokumen)}." if putusan.dokumen else ""
    return f"Ditambahkan: {tambahan}.{dokumen}" if tambahan else dokumen
