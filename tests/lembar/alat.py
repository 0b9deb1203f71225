"""Small workbooks, and ways to break them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter


def buku_kecil(lembar: Mapping[str, Mapping[str, object]]) -> bytes:
    """A workbook with these cells: numbers, texts, booleans and formulas (a tuple of formula and value)."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_formulas": False}) as buku:
        for nama, sel in lembar.items():
            satu = buku.add_worksheet(nama)
            for alamat, isi in sel.items():
                if isinstance(isi, tuple):
                    satu.write_formula(alamat, isi[0], None, isi[1])
                else:
                    satu.write(alamat, isi)
    return wadah.getvalue()


def ubah_bagian(isi: bytes, nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The same zip with one member changed."""
    return susun_ulang(isi, lambda satu, lama: ubah(lama) if satu == nama else lama)


def tambah_bagian(isi: bytes, nama: str, bagian: bytes) -> bytes:
    """The same zip with one member more."""
    wadah = io.BytesIO(isi)
    with zipfile.ZipFile(wadah, "a", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, bagian)
    return wadah.getvalue()


def susun_ulang(isi: bytes, ubah: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same zip with every member passed through `ubah`; None leaves it out."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            bagian = ubah(nama, lama.read(nama))
            if bagian is not None:
                baru.writestr(nama, bagian)
    return wadah.getvalue()
