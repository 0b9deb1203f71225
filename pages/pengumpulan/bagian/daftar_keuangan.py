"""A list of the finance system on the page *Isi di layar*: which column is what, and what it brings into the fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.bentuk.susun import nama_format, tulis_format
from analytics.lembar.layar.buku_layar import susun_isian
from analytics.lembar.layar.draf import DrafIsian, IsianLayar
from analytics.lembar.layar.keuangan import (
    CatatanKeuangan,
    KeuanganTerisi,
    baca_keuangan,
    muat_lalu,
    susun_keuangan,
)
from analytics.sistem import waktu_kini
from pages.komponen import anak, daftar_kolom, tabel, unduh
from pages.komponen.teks import aman
from pages.pengumpulan.bagian.meja_layar import Meja

_CATATAN: Final = (Kolom("Yang perlu diperiksa", lebar=50), Kolom("Isinya", lebar=60), Kolom("Baris", lebar=8))


def tampilkan(meja: Meja, isian: IsianLayar) -> None:
    """Upload, choices, the fields filled, and what did not match; nothing where the unit has no money to report."""
    if not meja.bahan.simpul:
        return
    with st.expander("Isi anggaran dari daftar sistem keuangan", icon=":material/account_balance:"):
        st.caption(
            "Daftar dengan kode sub kegiatan dan realisasinya, seperti yang diekspor sistem keuangan, mengisi bidang "
            "anggaran di bawah. Periksa hasilnya, lalu simpan atau kirim seperti biasa."
        )
        berkas = st.file_uploader(
            "Daftar realisasi (.xlsx atau .csv)", type=["xlsx", "csv"], max_upload_size=10, key=meja.kunci("keuangan")
        )
        if berkas is not None:
            _petakan(meja, isian, berkas)
    if meja.lembaran.keuangan is not None:
        _tampilkan_hasil(meja, isian, meja.lembaran.keuangan)


def _petakan(meja: Meja, isian: IsianLayar, berkas: UploadedFile) -> None:
    daftar = daftar_kolom.baca(
        berkas, "daftar_keuangan", lambda: baca_keuangan(berkas.getvalue(), berkas.name, anak.pembaca().baca)
    )
    if not daftar:
        return
    nomor = daftar_kolom.pilih_lembar(daftar, meja.kunci("lembar keuangan"))
    peran = daftar_kolom.pilih_isi(daftar[nomor], f"{berkas.file_id}_{nomor}")
    if st.button("Isi bidang anggaran", icon=":material/input:", key=meja.kunci("isi anggaran")):
        lalu = muat_lalu(meja.saring.penanya, meja.bahan)
        try:
            hasil = susun_keuangan(daftar[nomor], peran, meja.bahan, lalu)
        except ValueError as salah:
            st.error(aman(str(salah)), icon=":material/error:")
            return
        _isi(meja, hasil.masukkan(isian))


def _isi(meja: Meja, hasil: KeuanganTerisi) -> None:
    """Begin the fields anew with these amounts beside all that was typed; nothing is saved yet."""
    terakhir = meja.terakhir
    draf = DrafIsian(terakhir.versi, hasil.isian, terakhir.oleh, terakhir.disimpan_pada)
    tetap = tuple(temuan for temuan in meja.lembaran.temuan if temuan.kode_baris not in hasil.terisi)
    meja.lembaran.mulai(replace(meja.lembaran.dibuka, draf=draf, temuan=tetap), meja.lembaran.dilihat)
    meja.lembaran.keuangan = hasil
    st.rerun()


def _tampilkan_hasil(meja: Meja, isian: IsianLayar, hasil: KeuanganTerisi) -> None:
    st.info(
        f"{len(hasil.terisi)} dari {len(meja.bahan.simpul)} baris anggaran diisi dari daftar.", icon=":material/input:"
    )
    if hasil.catatan:
        st.markdown(f"**{len(hasil.catatan)} hal perlu diperiksa.**")
        tabel.tampilkan(Tabel("Yang perlu diperiksa", _CATATAN, tuple(map(_baris, hasil.catatan))))
    unit = meja.unit
    unduh.berkas(
        "Unduh format terisi (xlsx)",
        nama_format(unit.kode_unit, unit.periode, "terisi"),
        lambda: tulis_format(meja.bahan, waktu_kini(), susun_isian(meja.bahan, isian)),
        "format_terisi",
    )


def _baris(catatan: CatatanKeuangan) -> BarisTabel:
    return BarisTabel((catatan.sebab, catatan.tulisan, "" if catatan.baris is None else str(catatan.baris)))
