"""A finished file, and several in one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.pembaca.zip_tetap import tulis_anggota


@dataclass(frozen=True)
class Berkas:
    """A file to hand out: its name and its bytes."""

    nama: str
    isi: bytes


def bungkus_zip(semua: Iterable[Berkas]) -> bytes:
    """Files in one zip, each under its own name; the same files give the same bytes."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for berkas in semua:
            tulis_anggota(arsip, berkas.nama, berkas.isi)
    return wadah.getvalue()
