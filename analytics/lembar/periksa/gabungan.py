"""Merged areas over cells that a unit fills: one text for several of them is read, one number is never."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from analytics.lembar.bentuk.format import JENIS_NARASI
from analytics.pembaca.anak import huruf_kolom, nomor_kolom
from analytics.pembaca.baca import LembarTerbaca, urai_alamat
from analytics.sel.baca_sel import berisi

KETERANGAN: Final = "alasan"
"""The column whose text may speak for several rows."""
_TEKS: Final = frozenset({KETERANGAN, *JENIS_NARASI})


@dataclass(frozen=True)
class GabunganIsian:
    """A merged area and the cells to be filled that it covers, as (column key, row number).

    `awal` is its first cell, where its content stands, `kolom` the column as which that is read, None where it is not:
    in the header or in a column that nobody fills, and what only its own row has in no row to be filled.
    `tunggal`: nothing stands in the cells that it covers.
    """

    rentang: str
    awal: str
    kolom: str | None
    sel: tuple[tuple[str, int], ...]
    tunggal: bool

    @property
    def terbaca(self) -> bool:
        """Whether it holds one text, so that nothing is lost; what a number is meant for nobody knows."""
        return self.tunggal and self.kolom is not None and {self.kolom, *(kolom for kolom, _ in self.sel)} <= _TEKS

    @property
    def berketerangan(self) -> tuple[int, ...]:
        """The rows for which its text is the Keterangan."""
        if not self.terbaca or self.kolom != KETERANGAN:
            return ()
        return tuple(nomor for kolom, nomor in self.sel if kolom == KETERANGAN)


def cari_gabungan(
    lembar: LembarTerbaca, isian: Mapping[str, str], baris: Collection[int], judul: int
) -> tuple[GabunganIsian, ...]:
    """The merged areas that cover cells to be filled, beside their first: `isian` by key, in these rows.

    `judul` is the row of the header.
    """
    kunci = {huruf: kolom for kolom, huruf in isian.items()}
    semua = (_gabungan(lembar, rentang, kunci, frozenset(baris), judul) for rentang in lembar.gabungan)
    return tuple(gabungan for gabungan in semua if gabungan is not None)


def _gabungan(
    lembar: LembarTerbaca, rentang: str, kunci: Mapping[str, str], baris: frozenset[int], judul: int
) -> GabunganIsian | None:
    alamat = list(_sel_rentang(rentang))
    kena = [(huruf, nomor) for huruf, nomor in alamat if huruf in kunci and nomor in baris]
    if not kena or kena == alamat[:1]:
        return None
    awal, *tertutup = (f"{huruf}{nomor}" for huruf, nomor in alamat)
    tunggal = not any(berisi(sel) for sel in map(lembar.sel.get, tertutup) if sel is not None)
    isian = tuple((kunci[huruf], nomor) for huruf, nomor in kena)
    huruf, nomor = alamat[0]
    terbaca = nomor in baris or (nomor > judul and kunci.get(huruf) == KETERANGAN)
    return GabunganIsian(rentang, awal, kunci.get(huruf) if terbaca else None, isian, tunggal)


def _sel_rentang(rentang: str) -> Iterator[tuple[str, int]]:
    """The cells of `M9:N10`, at most as many as a sheet of ours can have."""
    awal, _, akhir = rentang.partition(":")
    kiri, atas = urai_alamat(awal)
    kanan, bawah = urai_alamat(akhir or awal)
    for nomor in range(atas, bawah + 1):
        for urutan in range(nomor_kolom(kiri), nomor_kolom(kanan) + 1):
            yield huruf_kolom(urutan), nomor
