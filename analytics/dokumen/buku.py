"""One workbook being written: opened the same way every time, so that the same result gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import xlsxwriter

from analytics.aturan.teks import bersihkan
from analytics.dokumen.gaya import GayaSel
from analytics.evaluasi.hasil import Keterangan
from analytics.rupa import HURUF_PADAT, TANDA_CONTOH_CETAK, opsi_buku

_BATAS_NAMA_KAKI: Final = 80
"""UTF-16 units of the name of the office that leave room for periode, status and the mark of sample data."""


@dataclass(frozen=True)
class Buku:
    """A workbook with its formats (`padat`: a narrow font for wide forms) and the heading that all sheets share."""

    buku: xlsxwriter.Workbook
    gaya: GayaSel
    padat: GayaSel
    keterangan: Keterangan
    keluaran: io.BytesIO

    @property
    def kaki(self) -> str:
        """Office, periode and status, for the foot of every page."""
        nama = bersihkan(self.keterangan.kantor.nama, _BATAS_NAMA_KAKI)
        isi = f"{nama} · {self.keterangan.periode.nama} · {self.keterangan.status.upper()}"
        sah = self.keterangan.pengesahan
        if sah is not None:
            isi = f"{isi} · {sah.nomor} · sidik {sah.sidik_singkat}"
        return f"{isi} · {TANDA_CONTOH_CETAK}" if self.keterangan.kantor.contoh else isi


@contextmanager
def buka_buku(judul: str, keterangan: Keterangan) -> Iterator[Buku]:
    """Open a workbook; after the block `keluaran` holds its bytes."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, opsi_buku())
    buku.set_properties(
        {
            "title": bersihkan(judul, 250),
            "author": "Capaian",
            "company": bersihkan(keterangan.kantor.nama, 250),
            "comments": f"Status {keterangan.status}. {TANDA_CONTOH_CETAK if keterangan.kantor.contoh else ''}".strip(),
            "created": keterangan.dibuat,
        }
    )
    catat_sifat(buku, keterangan)
    yield Buku(buku, GayaSel(buku), GayaSel(buku, HURUF_PADAT), keterangan, keluaran)
    buku.close()


def catat_sifat(buku: xlsxwriter.Workbook, keterangan: Keterangan) -> None:
    """Status, snapshot and sidik as properties of the file, where another program finds them."""
    sah = keterangan.pengesahan
    buku.set_custom_property("Status", keterangan.status, "text")
    if sah is not None:
        buku.set_custom_property("Snapshot", sah.nomor, "text")
        buku.set_custom_property("Sidik", sah.sidik, "text")
