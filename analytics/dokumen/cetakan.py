"""A workbook that was written before its stamp was known, and the stamp put into it without writing it anew.

The sidik of a snapshot covers the cells of its document and the tip of the log, which only who holds the write lock
knows. Until then marks stand in its place.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from analytics.dokumen.cap import banyak_potongan, potong
from analytics.evaluasi.hasil import SIDIK_SINGKAT

_NOMOR: Final = 5
"""Digits of the number of a piece."""


@dataclass(frozen=True)
class TandaCap:
    """What stands for the parts of a stamp that nobody knows yet.

    Each is a SHA-256 over `dasar`, the digest of all that the workbook is made of, so that no text in it can hold one.
    """

    dasar: str

    @cached_property
    def sidik(self) -> str:
        """For the sidik of the snapshot."""
        return self._tanda("sidik")

    @cached_property
    def ujung(self) -> str:
        """For the tip of the log, as a stamp says it."""
        return self._tanda("ujung")

    @cached_property
    def kemasan(self) -> str:
        """For a piece of the packed snapshot, before its number."""
        return self._tanda("kemasan")

    def potongan(self, banyak: int) -> tuple[str, ...]:
        """For the packed snapshot in so many cells."""
        return tuple(f"{self.kemasan}{nomor:0{_NOMOR}}" for nomor in range(banyak))

    def _tanda(self, bagian: str) -> str:
        return hashlib.sha256(f"{bagian}:{self.dasar}".encode()).hexdigest()


@dataclass(frozen=True)
class Cetakan:
    """A finished workbook with marks for its stamp: the parts of its file, with so many `potongan` for a snapshot."""

    tanda: TandaCap
    potongan: int
    anggota: tuple[tuple[zipfile.ZipInfo, bytes], ...]

    def bubuhkan(self, sidik: str, ujung: str, kemasan: bytes) -> bytes:
        """The file with the sidik of the snapshot, the tip of the log, and the packed snapshot in their places.

        Raises ValueError for a snapshot that is longer than its room.
        """
        potongan = [teks.encode() for teks in potong(kemasan, self.potongan)]
        ganti = {self.tanda.sidik: sidik, self.tanda.sidik[:SIDIK_SINGKAT]: sidik[:SIDIK_SINGKAT]}
        ganti[self.tanda.ujung] = ujung
        pola = re.compile(self.tanda.kemasan.encode() + rb"(\d{%d})" % _NOMOR)
        keluaran = io.BytesIO()
        with zipfile.ZipFile(keluaran, "w") as arsip:
            for info, isi in self.anggota:
                bercap = pola.sub(lambda tanda: potongan[int(tanda[1])], _ganti(isi, ganti))
                arsip.writestr(info, bercap, zipfile.ZIP_DEFLATED)
        return keluaran.getvalue()


def _ganti(isi: bytes, ganti: Mapping[str, str]) -> bytes:
    for tanda, teks in ganti.items():
        isi = isi.replace(tanda.encode(), teks.encode())
    return isi


def susun_cetakan(isi: bytes, tanda: TandaCap, kemasan: bytes) -> Cetakan:
    """A workbook of these bytes, which carries these marks; `kemasan` is a snapshot as long as that to come."""
    return Cetakan(tanda, banyak_potongan(kemasan), tuple(_anggota(isi)))


def _anggota(isi: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for info in arsip.infolist():
            yield zipfile.ZipInfo(info.filename, info.date_time), arsip.read(info)
