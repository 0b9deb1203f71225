"""The cells around a finding, as a small table: what a person would see on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from analytics.lembar.bentuk.format import KOLOM_ANGGARAN, cari_letak, kolom_realisasi
from analytics.lembar.periksa.nilai import kutip
from analytics.pembaca.anak import huruf_kolom, nomor_kolom
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, urai_alamat

_ATAS_BAWAH: Final = 2
_KIRI_KANAN: Final = 3
_KOLOM_PENGENAL: Final = 3
"""Columns at the left that say which row it is: number, code, name."""


@dataclass(frozen=True)
class Potongan:
    """A part of a sheet: column letters, and rows as (row number, texts).

    `sel` is the cell that is meant, `nomor` its row.
    """

    lembar: str
    sel: str
    nomor: int
    kolom: tuple[str, ...]
    baris: tuple[tuple[int, tuple[str, ...]], ...]


def potong(buku: BukuTerbaca, nama_lembar: str | None, sel: str | None) -> Potongan | None:
    """The surroundings of a cell; None when the sheet or the cell is not there to be shown."""
    lembar = buku.lembar.get(nama_lembar or "")
    if lembar is None or sel is None:
        return None
    huruf, nomor = urai_alamat(sel)
    pusat = nomor_kolom(huruf)
    awal, akhir = max(pusat - _KIRI_KANAN, 1), pusat + _KIRI_KANAN
    urutan = sorted({*range(1, _KOLOM_PENGENAL + 1), *range(awal, akhir + 1)})
    kolom = tuple(huruf_kolom(letak) for letak in urutan)
    baris = tuple(
        (dekat, tuple(_teks(lembar, f"{huruf_dekat}{dekat}") for huruf_dekat in kolom))
        for dekat in _baris(lembar, nomor)
    )
    return Potongan(lembar.nama, sel, nomor, kolom, baris)


def _baris(lembar: LembarTerbaca, nomor: int) -> Iterator[int]:
    """The headings, then the row itself and its visible neighbours."""
    awal = max(nomor - _ATAS_BAWAH, 1)
    judul = _baris_judul(lembar)
    if judul is not None and judul < awal:
        yield judul
    for urutan in range(awal, nomor + _ATAS_BAWAH + 1):
        if urutan == nomor or urutan not in lembar.baris_tersembunyi:
            yield urutan


def _baris_judul(lembar: LembarTerbaca) -> int | None:
    """The row of the headings, below the hidden keys of a sheet of the format."""
    letak = cari_letak({alamat: sel.teks for alamat, sel in lembar.sel.items()}, (*kolom_realisasi(1), *KOLOM_ANGGARAN))
    return None if letak is None else letak.judul


def _teks(lembar: LembarTerbaca, alamat: str) -> str:
    sel = lembar.sel.get(alamat)
    return "" if sel is None else kutip(sel)
