"""What was approved of a periode: every snapshot with its sidik, its document, and the snapshot itself."""

from __future__ import annotations

import streamlit as st

from analytics.aturan.periode import tulis_waktu
from analytics.beku.dokumen_disetujui import ambil_dokumen, kalimat_dokumen
from analytics.beku.snapshot import (
    RingkasSnapshot,
    Snapshot,
    SnapshotRusak,
    daftar_snapshot,
    muat_snapshot,
    nama_dokumen,
)
from analytics.sistem import Gudang
from pages.komponen import unduh
from pages.komponen.saring import Saringan
from pages.komponen.teks import aman


def tampilkan(saring: Saringan) -> None:
    """Every approval of the periode, newest first; nothing where there was none."""
    semua = [
        snapshot for snapshot in daftar_snapshot(saring.penanya, saring.kode_pd) if snapshot.periode == saring.periode
    ]
    if not semua:
        return
    st.subheader("Yang sudah disetujui", anchor=False)
    for snapshot in semua:
        with st.container(border=True):
            _tampilkan(saring, snapshot)
    st.caption(
        "Sidik adalah SHA-256 dari berkas snapshot. Simpan pada register arsip: dengannya siapa pun dapat membuktikan "
        "dokumen ini di halaman Periksa dokumen, atau tanpa aplikasi lewat baris perintah."
    )


def _tampilkan(saring: Saringan, snapshot: RingkasSnapshot) -> None:
    kapan = tulis_waktu(snapshot.dibuat_pada)
    st.markdown(f"**Snapshot {aman(snapshot.nomor)}**, dicatat {kapan} oleh {aman(snapshot.oleh)}")
    st.code(snapshot.sidik, language=None, wrap_lines=True)
    st.caption(kalimat_dokumen(snapshot.dokumen))
    with st.container(horizontal=True):
        nama = nama_dokumen(snapshot.nomor, disusun_ulang=snapshot.dokumen is None)
        unduh.berkas(
            "Unduh dokumen (xlsx)",
            nama,
            lambda: ambil_dokumen(saring.gudang, _muat(saring, snapshot)).isi,
            f"dokumen_{snapshot.nomor}",
        )
        nama = f"snapshot_{snapshot.nomor}.json"
        unduh.berkas("Unduh snapshot (json)", nama, lambda: _muat(saring, snapshot).mentah, f"json_{snapshot.nomor}")


def _muat(saring: Saringan, snapshot: RingkasSnapshot) -> Snapshot:
    return muat_snapshot(saring.gudang, saring.kode_pd, snapshot.nomor)


def pilih(nomor: str, semua: tuple[RingkasSnapshot, ...]) -> str:
    """Which snapshot to compare a file with; the one that it names comes first."""
    nama = [snapshot.nomor for snapshot in semua]
    awal = nama.index(nomor) if nomor in nama else 0
    return str(st.selectbox("Bandingkan dengan snapshot", nama, index=awal, key=f"snapshot_{nomor}"))


def sebut_pengganti(nomor: str, semua: tuple[RingkasSnapshot, ...]) -> None:
    """That a later approval took the place of a snapshot: an old document is not the one in force."""
    snapshot = next(ringkas for ringkas in semua if ringkas.nomor == nomor)
    akhir = max(
        (ringkas for ringkas in semua if ringkas.periode == snapshot.periode), key=lambda ringkas: ringkas.revisi
    )
    if akhir.revisi > snapshot.revisi:
        kapan = tulis_waktu(akhir.dibuat_pada)
        st.warning(
            f"{aman(snapshot.periode.nama)} sudah disetujui ulang sebagai snapshot {aman(akhir.nomor)} ({kapan}). "
            f"Dokumen dari snapshot {aman(nomor)} tidak berlaku lagi.",
            icon=":material/history:",
        )


def muat(gudang: Gudang, kode_pd: str, nomor: str) -> Snapshot | None:
    """One snapshot, None with a sentence when somebody changed it."""
    try:
        return muat_snapshot(gudang, kode_pd, nomor)
    except SnapshotRusak as rusak:
        st.error(f"{aman(str(rusak))} Periksa di halaman Jejak.", icon=":material/gpp_bad:")
        return None
