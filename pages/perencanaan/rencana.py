from __future__ import annotations

import streamlit as st

from analytics.dokumen.tabel_rencana import tabel_dokumen, tabel_kas, tabel_pohon_renja, tabel_pohon_renstra
from analytics.evaluasi.hasil import Kantor
from analytics.evaluasi.lingkup import daftar_dokumen, periode_awal, pohon
from analytics.formulir.renja import RENJA
from analytics.formulir.renstra import RENSTRA
from analytics.sistem import Gudang
from pages.komponen import kepala, sesi, tabel, tanya
from pages.komponen.ingatan import PenanyaIngat
from pages.komponen.saring import Saringan, pilih, pilih_kantor
from pages.perencanaan.bagian import imporan

IMPOR = "Impor rencana"


def _judul(gudang: Gudang, kantor: Kantor) -> str:
    penanya = PenanyaIngat(gudang, kantor.kode_pd)
    simpul = pohon(penanya, kantor.kode_pd)
    indikator = sum(len(cabang.indikator) for cabang in simpul)
    dokumen = len(daftar_dokumen(penanya, kantor.kode_pd))
    return f"{dokumen} dokumen rencana, {len(simpul)} simpul pohon kinerja, {indikator} indikator"


def _pohon(saring: Saringan) -> None:
    renja, renstra = tanya.evaluasi(saring, RENJA), tanya.evaluasi(saring, RENSTRA)
    tab_renja, tab_renstra = st.tabs([f"Renja {saring.periode.tahun}", "Renstra"])
    with tab_renja:
        st.caption(f"Versi yang berlaku pada {saring.periode.nama}: {renja.keterangan.dokumen or 'belum ada'}.")
        tabel.tampilkan(tabel_pohon_renja(renja), saring.alamat)
        kas = tabel_kas(renja)
        if kas is not None:
            st.subheader(kas.judul, anchor=False)
            tabel.tampilkan(kas, saring.alamat)
    with tab_renstra:
        st.caption(f"Versi yang berlaku pada {saring.periode.nama}: {renstra.keterangan.dokumen or 'belum ada'}.")
        tabel.tampilkan(tabel_pohon_renstra(renstra), saring.alamat)


def _tersimpan(gudang: Gudang, kantor: Kantor) -> None:
    saring = pilih(gudang, unit=True)
    kepala.isi(saring.wadah, _judul(gudang, kantor), tanya.evaluasi(saring, RENJA).keterangan)
    # The first import makes these tabs appear: its verdict must not end up behind one that is closed.
    tab_pohon, tab_dokumen, tab_impor = st.tabs(
        ["Pohon, target, dan pagu", "Dokumen dan versinya", IMPOR], default=IMPOR if imporan.ada_putusan() else None
    )
    with tab_pohon:
        _pohon(saring)
    with tab_dokumen:
        tabel.tampilkan(tabel_dokumen(daftar_dokumen(saring.penanya, kantor.kode_pd)))
    with tab_impor:
        imporan.tampilkan(gudang, kantor)


def _belum(gudang: Gudang, kantor: Kantor | None) -> None:
    judul = (
        "Impor rencana kantor Anda dari satu buku kerja" if kantor is None else "Tambahkan Renja pada rencana kantor"
    )
    kepala.isi_umum(kepala.siapkan(), judul, kantor)
    st.markdown(
        "Buku kerja rencana memuat kantor, unit, pohon kinerja, indikator dengan aturannya, target, pagu, dan riwayat. "
        "Semua kekeliruan ditunjukkan sekaligus dengan selnya; tidak ada yang tersimpan sebelum bersih."
    )
    imporan.tampilkan(gudang, kantor)


gudang = sesi.gudang()
kantor = pilih_kantor(gudang)
if kantor is None or periode_awal(PenanyaIngat(gudang, kantor.kode_pd), kantor.kode_pd) is None:
    _belum(gudang, kantor)
else:
    _tersimpan(gudang, kantor)
