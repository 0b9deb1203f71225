"""Downloads: the table of a page as a workbook and as csv, and the compiled workbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from analytics.beku.dokumen_disetujui import ambil_dokumen
from analytics.beku.snapshot import nama_dokumen
from analytics.dokumen.kompilasi import susun_formulir, susun_kompilasi
from analytics.dokumen.tabel import Tabel, susun_csv, susun_tabel
from analytics.evaluasi.hasil import Keterangan
from analytics.formulir import BERPOHON
from analytics.formulir.kata import rangkai
from pages.komponen import tanya
from pages.komponen.kepala import subjudul
from pages.komponen.saring import Saringan

_JENIS: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "json": "application/json",
}
"""What a browser calls a file, by the end of its name."""


def berkas(label: str, nama: str, isi: Callable[[], bytes], kunci: str, *, utama: bool = False) -> None:
    """A button that makes its file when it is asked for."""
    st.download_button(
        label,
        isi,
        file_name=nama,
        mime=_JENIS[nama.rsplit(".", 1)[1]],
        on_click="ignore",
        icon=":material/download:",
        type="primary" if utama else "secondary",
        key=f"unduh_{kunci}",
    )


def tombol(saring: Saringan, tabel: Tabel, keterangan: Keterangan, nama: str) -> None:
    """The downloads below an evaluation."""
    with st.container(horizontal=True):
        tabel_xlsx(saring, tabel, keterangan, nama)
        tabel_csv(saring, tabel, keterangan, nama)
        if saring.kode_unit is not None:
            formulir_unit(saring)
        kompilasi(saring)


def formulir_unit(saring: Saringan) -> None:
    """The forms of the chosen unit alone, as they are printed."""
    nomor = rangkai([formulir.lembar.nomor for formulir in BERPOHON], " dan ")
    berkas(
        f"Unduh formulir {nomor} unit ini (xlsx)",
        f"formulir_{_pokok(saring)}.xlsx",
        lambda: susun_formulir(tanya.formulir_unit(saring)),
        "formulir_unit",
    )


def tabel_xlsx(saring: Saringan, tabel: Tabel, keterangan: Keterangan, nama: str) -> None:
    """The table of a page as a workbook."""
    berkas(
        "Unduh tabel (xlsx)",
        f"{nama}_{_pokok(saring)}.xlsx",
        lambda: susun_tabel(tabel, subjudul(keterangan), keterangan.dibuat, keterangan),
        nama,
    )


def tabel_csv(saring: Saringan, tabel: Tabel, keterangan: Keterangan, nama: str) -> None:
    """The table of a page as csv."""
    berkas(
        "Unduh tabel (csv)",
        f"{nama}_{_pokok(saring)}.csv",
        lambda: susun_csv(tabel, subjudul(keterangan)),
        f"{nama}_csv",
    )


def _pokok(saring: Saringan) -> str:
    """`2026_TW3`, with the code of the unit that was chosen."""
    unit = f"_{saring.kode_unit}" if saring.kode_unit else ""
    return f"{saring.periode.tahun}_TW{saring.periode.triwulan}{unit}"


def kompilasi(saring: Saringan, *, utama: bool = False) -> None:
    """The compiled workbook of the whole office for the periode; of an approved one the file that was approved."""
    kantor = saring.sekantor
    berkas(
        "Unduh kompilasi (xlsx)",
        nama_dokumen(_pokok(kantor), disusun_ulang=tanya.disusun_ulang(kantor)),
        lambda: _isi_kompilasi(kantor),
        "kompilasi",
        utama=utama,
    )


def _isi_kompilasi(kantor: Saringan) -> bytes:
    snapshot = tanya.sumber(kantor).snapshot
    return susun_kompilasi(tanya.kompilasi(kantor)) if snapshot is None else ambil_dokumen(kantor.gudang, snapshot).isi
