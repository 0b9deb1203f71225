"""Marks one workbook: old marks out, new marks in, sheet TEMUAN first, and every original cell as it was."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

import openpyxl
from openpyxl import Workbook
from openpyxl.utils.exceptions import InvalidFileException

from analytics.lembar.penanda import daftar
from analytics.lembar.penanda.amplop import Permintaan
from analytics.lembar.penanda.asli import Asli
from analytics.lembar.penanda.cangkok import cangkok
from analytics.lembar.penanda.rugi import tidak_terbawa
from analytics.lembar.penanda.tanda import beri_tanda, hapus_tanda
from analytics.lembar.penanda.tempat import tempatkan
from analytics.naskah.kepala import PENULIS
from analytics.pembaca.anak import SelMentah, urai
from analytics.pembaca.zip_tetap import tetapkan
from analytics.temuan.berkas_ditolak import kalimat

_TIDAK_WAJAR: Final = (
    AttributeError,
    EOFError,
    InvalidFileException,
    LookupError,
    OSError,
    OverflowError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl and the XML parsers raise for a workbook that they do not understand."""


class TidakTertandai(Exception):
    """The workbook cannot be copied with marks; the message is the Indonesian reason."""


def tandai_isi(isi: bytes, permintaan: Permintaan) -> tuple[bytes, tuple[str, ...]]:
    """The workbook with marks, and what the copy does not carry. The same input gives the same bytes.

    Raises TidakTertandai for a workbook that cannot be copied.
    """
    terbaca = urai(isi)
    if "tolakan" in terbaca:
        raise TidakTertandai(kalimat(terbaca["tolakan"]))
    sel = {satu["nama"]: {mentah[0]: mentah for mentah in satu["sel"]} for satu in terbaca["lembar"]}
    try:
        asli, buku = Asli(isi), _muat(isi)
        hilang = tidak_terbawa(asli, buku)
    except _TIDAK_WAJAR as galat:
        raise TidakTertandai("Susunan buku kerja ini tidak dapat disalin dengan utuh.") from galat
    kita = _tandai(buku, sel, permintaan, hilang)
    try:
        return tetapkan(_simpan(buku, asli, kita), permintaan.kepala.waktu), hilang
    except _TIDAK_WAJAR as galat:
        raise TidakTertandai("Susunan buku kerja ini tidak dapat disimpan kembali dengan utuh.") from galat


def _muat(isi: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it warns of is said to the sender by `tidak_terbawa`
        return openpyxl.load_workbook(io.BytesIO(isi))


def _tandai(
    buku: Workbook,
    sel: Mapping[str, Mapping[str, SelMentah]],
    permintaan: Permintaan,
    hilang: tuple[str, ...],
) -> daftar.LembarKita:
    """Put the marks in."""
    hapus_tanda(buku)
    tempat = [tempatkan(satu, buku, sel) for satu in permintaan.temuan]
    beri_tanda(buku, tempat)
    buku.properties.lastModifiedBy = PENULIS
    return daftar.tulis(buku, permintaan.kepala, tempat, hilang)


def _simpan(buku: Workbook, asli: Asli, kita: daftar.LembarKita) -> bytes:
    wadah: Any = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buku.save(wadah)
    bagian = {satu.title: f"xl/worksheets/sheet{nomor}.xml" for nomor, satu in enumerate(buku.worksheets, 1)}
    milik_kita = bagian.pop(kita.nama)
    lembar = {nama: asli.lembar[judul] for judul, nama in bagian.items()}
    return cangkok(wadah.getvalue(), lembar, {milik_kita: kita.hasil})
