"""Files that come with a move or prove a figure: what kind they are is read from their content, not from their name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import filetype

from analytics.aturan.teks import nama_berkas

BATAS_LAMPIRAN: Final = 10 * 1024 * 1024
"""Bytes that a file may have."""
JENIS: Final[Mapping[str, tuple[str, str]]] = {
    "pdf": ("application/pdf", "PDF"),
    "png": ("image/png", "PNG"),
    "jpg": ("image/jpeg", "JPEG"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (xlsx)"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word (docx)"),
}
"""What is taken, by kind: what a browser calls it, and what people call it."""
_AKHIRAN: Final = {"jpeg": "jpg"}


@dataclass(frozen=True)
class Berkas:
    """A checked file: its name, bytes and kind (a key of JENIS)."""

    nama: str
    isi: bytes
    jenis: str

    @property
    def sha256(self) -> str:
        """The name of its content."""
        return hashlib.sha256(self.isi).hexdigest()


def periksa_lampiran(nama: str, isi: bytes) -> Berkas | str:
    """The file when it can be taken, else the sentence why not."""
    bersih = nama_berkas(nama)
    if not isi:
        return f"Berkas {bersih} kosong."
    if len(isi) > BATAS_LAMPIRAN:
        return f"Berkas {bersih} lebih besar dari {BATAS_LAMPIRAN // 1024 // 1024} MB."
    dikenal = filetype.guess(isi)
    jenis = dikenal.extension if dikenal is not None else ""
    if jenis not in JENIS:
        boleh = ", ".join(sebutan for _, sebutan in JENIS.values())
        return f"Berkas {bersih} bukan jenis yang diterima. Yang diterima: {boleh}."
    akhir = bersih.rsplit(".", 1)[-1].lower() if "." in bersih else ""
    if _AKHIRAN.get(akhir, akhir) != jenis:
        return f"Isi berkas {bersih} adalah {JENIS[jenis][1]}, tidak sesuai dengan akhiran namanya."
    return Berkas(bersih, isi, jenis)
