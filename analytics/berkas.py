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


def bungkus_zip(isi: Iterable[Berkas]) -> bytes:
    """Files in one zip, each under its own name; the same files give the same bytes."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for satu in isi:
            tulis_anggota(arsip, satu.nama, satu.isi)
    return wadah.getvalue()
