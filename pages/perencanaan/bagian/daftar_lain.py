"""The list of sub kegiatan of another planning system on the page: which sheet, which column is what, the workbook."""

from __future__ import annotations

from typing import Final

import streamlit as st
from streamlit.typing import UploadedFile

from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.evaluasi.hasil import Kantor
from analytics.rencana.pemindahan import HasilEkspor, LembarEkspor, baca_ekspor, susun_dari_ekspor
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.sistem import Gudang
from pages.komponen import daftar_kolom, tabel, unduh
from pages.komponen.teks import aman

_HASIL: Final = "hasil_daftar_lain"
_TERSISA: Final = (Kolom("Baris", lebar=10), Kolom("Isinya", lebar=90))


def tampilkan(gudang: Gudang, kantor: Kantor | None) -> None:
    """Upload, choices, and the workbook to be completed and imported."""
    st.caption(
        "Daftar program, kegiatan, dan sub kegiatan dengan kode, nama, indikator, satuan, target, dan pagu per tahun, "
        "seperti yang diekspor sistem perencanaan, dipindahkan ke buku kerja rencana. Yang tidak ada di dalamnya "
        "(unit, polaritas, rumus, frekuensi, agregasi) tetap kosong, dengan usul pada catatan selnya. Lengkapi, lalu "
        "impor."
    )
    berkas = st.file_uploader("Daftar dari sistem lain (.xlsx)", type="xlsx", max_upload_size=10, key="berkas_daftar")
    if berkas is None:
        st.session_state.pop(_HASIL, None)
        return
    daftar = daftar_kolom.baca(berkas, "daftar_lain", lambda: baca_ekspor(berkas.getvalue()))
    if daftar:
        _petakan(gudang, kantor, berkas, daftar)


def _petakan(gudang: Gudang, kantor: Kantor | None, berkas: UploadedFile, daftar: tuple[LembarEkspor, ...]) -> None:
    nomor = daftar_kolom.pilih_lembar(daftar, "lembar_daftar")
    peran = daftar_kolom.pilih_isi(daftar[nomor], f"{berkas.file_id}_{nomor}")
    pilihan = (berkas.file_id, nomor, tuple(peran.items()))
    if st.button("Susun buku kerja rencana", type="primary", icon=":material/table_convert:"):
        try:
            tersimpan = muat_rencana(gudang, kantor.kode_pd) if kantor is not None else None
            st.session_state[_HASIL] = (pilihan, susun_dari_ekspor(daftar[nomor], peran, tersimpan))
        except ValueError as salah:
            st.error(aman(str(salah)), icon=":material/error:")
    susunan = st.session_state.get(_HASIL)
    if susunan is not None and susunan[0] == pilihan:
        _tampilkan_hasil(susunan[1])


def _tampilkan_hasil(hasil: HasilEkspor) -> None:
    pesan = f"{hasil.simpul} simpul pohon dan {hasil.indikator} indikator dipindahkan."
    st.success(f"{pesan} Lengkapi sel kuning di buku kerjanya, lalu impor di atas.", icon=":material/check_circle:")
    unduh.berkas("Unduh buku kerja rencana", "rencana_dari_daftar.xlsx", lambda: hasil.buku.isi, "dari_daftar")
    if hasil.tersisa:
        st.markdown(f"**{len(hasil.tersisa)} baris tidak dipindahkan.** Periksa apakah ada yang masih diperlukan.")
        baris = tuple(BarisTabel((str(nomor), isi)) for nomor, isi in hasil.tersisa)
        tabel.tampilkan(Tabel("Baris yang tidak dipindahkan", _TERSISA, baris))
