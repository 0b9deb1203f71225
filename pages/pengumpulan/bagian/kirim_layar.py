"""From the fields of *Isi di layar* to a draft, to a check, and to the Kasubbag."""

from __future__ import annotations

import streamlit as st

from analytics.alur.draf_layar import PutusanDraf, kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan
from analytics.lembar.layar.buku_layar import periksa_draf
from analytics.lembar.layar.draf import IsianLayar
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sistem import waktu_kini
from pages.komponen import anak, kosong, sesi
from pages.komponen import temuan as komponen_temuan
from pages.komponen.teks import aman
from pages.pengumpulan.bagian import unggahan
from pages.pengumpulan.bagian.meja_layar import Meja, Pembukaan


def simpan(meja: Meja, isian: IsianLayar) -> None:
    """The button that keeps what was typed without sending it."""
    with st.container(horizontal=True):
        ditekan = st.button("Simpan draf", icon=":material/save:", key=meja.kunci("simpan"))
        diperiksa = st.button(
            "Periksa dan kirim", icon=":material/fact_check:", type="primary", key=meja.kunci("periksa")
        )
    if ditekan:
        putusan = _simpan(meja, isian)
        if putusan.status in {"tersimpan", "sama"}:
            st.success(aman(putusan.pesan), icon=":material/check:")
    elif diperiksa:
        _periksa(meja, isian)


def _simpan(meja: Meja, isian: IsianLayar) -> PutusanDraf:
    """Save; what came in between is said."""
    lembaran = meja.lembaran
    putusan = simpan_draf(meja.gudang, sesi.pelaku(), meja.unit, isian, lembaran.dilihat, waktu_kini())
    if putusan.status in {"tersimpan", "sama"}:
        # What was saved is what stands there again for who leaves the page and comes back.
        lembaran.dibuka, lembaran.dilihat = Pembukaan(putusan.draf), putusan.draf.versi
    else:
        st.error(aman(putusan.pesan), icon=":material/block:")
    return putusan


def _periksa(meja: Meja, isian: IsianLayar) -> None:
    putusan = _simpan(meja, isian)
    if putusan.status in {"tersimpan", "sama"} and putusan.draf.versi:
        lembaran = meja.lembaran
        lembaran.diperiksa = periksa_draf(meja.gudang, meja.unit, putusan.draf, anak.pembaca())
        lembaran.temuan, lembaran.isian_diperiksa = lembaran.diperiksa.temuan, putusan.draf.isian
        st.rerun()
    elif putusan.status == "sama":
        st.info("Belum ada yang diisi.")


def kirim(meja: Meja, isian: IsianLayar) -> None:
    """After the check: what is to be mended, else reasons, the statement, and the way to the Kasubbag."""
    hasil = meja.lembaran.diperiksa
    if hasil is None:
        return
    st.subheader("Hasil pemeriksaan", anchor=False)
    if isian != meja.lembaran.isian_diperiksa:
        st.warning("Isian berubah sesudah diperiksa. Tekan Periksa dan kirim sekali lagi.", icon=":material/update:")
    elif not hasil.boleh_disimpan:
        galat = [temuan for temuan in hasil.temuan if temuan.tingkat == "galat"]
        nama = hasil.nama_baris
        baris = "; ".join(dict.fromkeys(nama[temuan.kode_baris] for temuan in galat if temuan.kode_baris in nama))
        kalimat = f"{len(galat)} galat di atas bertanda ✖" + (f", pada {baris}" if baris else "")
        st.error(aman(f"{kalimat}. Betulkan isiannya, lalu periksa lagi."), icon=":material/block:")
    else:
        _siap(meja, hasil)


def _siap(meja: Meja, hasil: HasilPeriksa) -> None:
    st.info(aman(hasil.kalimat_isian), icon=":material/task_alt:")
    if meja.halangan is not None:
        st.warning(aman(f"Belum dapat dikirim. {meja.halangan}"), icon=":material/hourglass_top:")
        return
    kunci = f"{hasil.sha256[:12]}_{meja.kedudukan.versi}"
    nama = hasil.nama_baris
    kurang = hasil.perlu_alasan({})
    with st.form(f"kirim_layar_{kunci}"):
        alasan = komponen_temuan.isian_alasan(kurang, nama, hasil.alasan_tertulis, kunci)
        if unggahan.pengirim(meja.unit.kode_pd, meja.unit.kode_unit):
            nyata = st.checkbox("Data ini sudah saya validasi", key=f"nyata_{kunci}")
            penyerahan = Penyerahan(meja.kedudukan.versi, pernyataan=nyata)
        else:
            catatan = st.text_input(unggahan.TANYA_TITIPAN, key=f"catatan_{kunci}", max_chars=500)
            penyerahan = Penyerahan(meja.kedudukan.versi, catatan=catatan)
        ditekan = st.form_submit_button("Kirim", type="primary", icon=":material/check:")
    if ditekan and hasil.perlu_alasan(alasan):
        st.error("Masih ada peringatan yang alasannya kosong.", icon=":material/error:")
    elif ditekan:
        _kirim(meja, hasil, alasan, penyerahan)


def _kirim(meja: Meja, hasil: HasilPeriksa, alasan: dict[str, str], penyerahan: Penyerahan) -> None:
    putusan = kirim_draf(meja.gudang, sesi.pelaku(), hasil, alasan, penyerahan, waktu_kini())
    if putusan.status not in {"diterima", "sudah_ada"}:
        st.error(aman(putusan.pesan), icon=":material/update:")
        return
    meja.lembaran.lupakan_periksa()
    meja.lembaran.unggahan = putusan.id_unggahan
    st.success(aman(putusan.pesan), icon=":material/check_circle:")
    if putusan.id_unggahan is not None:
        kosong.tautan("unggah", "Lihat unggahannya", {**meja.saring.alamat, "unggahan": putusan.id_unggahan})
