"""Zips without the clock: the same input gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Final

WAKTU_TETAP: Final = datetime(2026, 1, 1)
_DIUBAH: Final = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")
_TERAKHIR: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def tetapkan(berkas: bytes, waktu: datetime | None = None) -> bytes:
    """The same office document with fixed times of its members, and of the document itself.

    With `waktu` that becomes the time of the last change and the time of making stays; without, both are set.
    """
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for anggota in lama.infolist():
            bagian = lama.read(anggota)
            if anggota.filename == "docProps/core.xml":
                bagian = _atur_waktu(bagian, waktu)
            tulis_anggota(baru, anggota.filename, bagian)
    return wadah.getvalue()


def tulis_anggota(arsip: zipfile.ZipFile, nama: str, bagian: bytes) -> None:
    """Add a member with a fixed time."""
    anggota = zipfile.ZipInfo(nama, WAKTU_TETAP.timetuple()[:6])
    anggota.compress_type = zipfile.ZIP_DEFLATED
    arsip.writestr(anggota, bagian)


def _atur_waktu(bagian: bytes, waktu: datetime | None) -> bytes:
    pola = _DIUBAH if waktu is None else _TERAKHIR
    tulisan = (waktu or WAKTU_TETAP).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return pola.sub(rb"\g<1>" + tulisan, bagian)
