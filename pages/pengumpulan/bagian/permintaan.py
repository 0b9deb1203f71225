"""Steps 1-3 on a page: the request letter with its deadline, the moves for all units, papers and reminders."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from analytics.alur.isi_surat import pengingat, perlu_diingatkan, surat_permintaan
from analytics.alur.permintaan import (
    NOMOR_TERPANJANG,
    HasilPermintaan,
    IsiPermintaan,
    PermintaanData,
    atur_permintaan,
    baca_permintaan,
    riwayat_permintaan,
)
from analytics.aturan.periode import tulis_hari_tanggal, tulis_tanggal, tulis_waktu
from analytics.naskah.surat import SuratPermintaan, susun_ekspedisi, susun_surat
from analytics.papan.tenggat import baca_waktu_baku, tenggat_usul
from analytics.sistem import waktu_kini
from analytics.sop.hari_kerja import baca_kalender, catatan_perkiraan
from analytics.sop.izin import Sasaran
from analytics.sop.objek import Objek
from pages.komponen import papan, sesi, tanya, unduh
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman
from pages.komponen.tindakan import tampilkan_hasil, tindakan_banyak

_HASIL = "hasil_permintaan"


def tampilkan(saring: Saringan) -> None:
    """The request for the periode: what it says, its papers, and for who may, its form and the moves."""
    tampilkan_hasil()
    kini = baca_permintaan(saring.penanya, saring.kode_pd, saring.periode)
    with st.container(border=True):
        st.subheader("Permintaan data", anchor=False)
        _hasil()
        st.markdown(aman(_kalimat(saring, kini)))
        if kini is not None and papan.unit_sendiri(saring) is None:
            _kertas(saring, kini)
        if sesi.boleh("atur_permintaan", Sasaran(saring.kode_pd)):
            _formulir(saring, kini)
            _riwayat(saring)
        _langkah(saring)


def ingatkan(saring: Saringan) -> None:
    """A reminder for every unit that has sent nothing, ready to copy."""
    if not sesi.boleh("kirim_titipan", Sasaran(saring.kode_pd)):
        return
    daftar = perlu_diingatkan(papan.ketepatan(saring))
    if not daftar:
        return
    st.subheader(f"Teks pengingat untuk {len(daftar)} unit", anchor=False)
    st.caption("Salin dengan tombol di sudut kanan atas kotak, lalu tempelkan ke pesan.")
    for unit in daftar:
        with st.expander(aman(f"{unit.nama}: {unit.tulisan}")):
            st.code(pengingat(unit, saring.kantor, saring.periode), language=None, wrap_lines=True)


def _hasil() -> None:
    hasil: HasilPermintaan | None = st.session_state.pop(_HASIL, None)
    if hasil is not None:
        (st.success if hasil.berhasil else st.error)(aman(hasil.pesan))


def _kalimat(saring: Saringan, kini: PermintaanData | None) -> str:
    if kini is None:
        return f"Tenggat data {saring.periode.nama} belum ditetapkan."
    surat = kini.isi
    nomor = f"Surat nomor {surat.nomor_surat}" if surat.nomor_surat else "Surat tanpa nomor"
    tanggal = f" tanggal {tulis_tanggal(surat.tanggal_surat)}" if surat.tanggal_surat else ""
    return f"{nomor}{tanggal}: data diminta paling lambat {tulis_hari_tanggal(surat.tenggat)}."


def _kertas(saring: Saringan, kini: PermintaanData) -> None:
    periode, revisi = saring.periode, kini.revisi
    nama = f"{periode.tahun}_TW{periode.triwulan}"
    with st.container(horizontal=True):
        unduh.berkas(
            "Unduh surat permintaan",
            f"surat_permintaan_{nama}.docx",
            lambda: susun_surat(_surat(saring, kini)),
            f"surat_{revisi}",
        )
        unduh.berkas(
            "Unduh tanda terima",
            f"tanda_terima_{nama}.docx",
            lambda: susun_ekspedisi(_surat(saring, kini)),
            f"terima_{revisi}",
        )


def _surat(saring: Saringan, kini: PermintaanData) -> SuratPermintaan:
    return surat_permintaan(saring.gudang, saring.kantor, kini, tanya.lengkap(saring).unit, papan.ambil(saring).jalan)


def _formulir(saring: Saringan, kini: PermintaanData | None) -> None:
    """The form; its keys carry the revisi, so that another periode or revisi begins with its own values."""
    kunci = f"permintaan_{saring.kode_pd}_{saring.periode.singkat}_{kini.revisi if kini else 0}"
    hari = waktu_kini().date()
    awal = kini.isi if kini else IsiPermintaan("", hari, _usul(saring, hari))
    judul = "Ubah surat dan tenggat" if kini else "Tetapkan surat dan tenggat"
    with st.expander(judul, expanded=kini is None), st.form(kunci, border=False):
        nomor = st.text_input("Nomor surat", awal.nomor_surat, max_chars=NOMOR_TERPANJANG, key=f"{kunci}_nomor")
        kiri, kanan = st.columns(2)
        tanggal = kiri.date_input("Tanggal surat", awal.tanggal_surat, format="DD/MM/YYYY", key=f"{kunci}_tanggal")
        tenggat = kanan.date_input("Tenggat unit", awal.tenggat, format="DD/MM/YYYY", key=f"{kunci}_tenggat")
        st.caption(aman(_asal_usul(saring, hari)))
        ditekan = st.form_submit_button("Simpan permintaan", type="secondary" if kini else "primary")
    if ditekan and isinstance(tenggat, date):
        surat = IsiPermintaan(nomor, tanggal if isinstance(tanggal, date) else None, tenggat)
        simpan = partial(atur_permintaan, saring.gudang, sesi.pelaku(), saring.kode_pd, saring.periode)
        st.session_state[_HASIL] = simpan(surat, kini.revisi if kini else 0, waktu_kini())
        st.rerun()


def _usul(saring: Saringan, hari: date) -> date:
    return tenggat_usul(baca_waktu_baku(saring.penanya), hari, baca_kalender(saring.penanya))


def _asal_usul(saring: Saringan, hari: date) -> str:
    usul = _usul(saring, hari)
    perkiraan = catatan_perkiraan(usul)
    return f"Usul tenggat {tulis_hari_tanggal(usul)}: waktu baku langkah 3 dan 4 dari hari ini. {perkiraan}".strip()


def _riwayat(saring: Saringan) -> None:
    lama = riwayat_permintaan(saring.penanya, saring.kode_pd, saring.periode)[:-1]
    if lama:
        bagian = [
            f"tenggat {tulis_tanggal(revisi.isi.tenggat)} ({revisi.oleh}, {tulis_waktu(revisi.dicatat_pada)})"
            for revisi in lama
        ]
        st.caption(aman(f"Sebelumnya: {'; '.join(bagian)}."))


def _langkah(saring: Saringan) -> None:
    """The moves of steps 1-3, each for all units that stand where it can be made."""
    unit = [Objek.pengumpulan(saring.kode_pd, saring.periode, milik.kode_unit) for milik in tanya.lengkap(saring).unit]
    with st.container(horizontal=True):
        for aksi in ("susun_format", "sampaikan_format", "bagikan_format"):
            tindakan_banyak(saring.gudang, unit, aksi)
