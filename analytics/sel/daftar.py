"""A list that another system exported: the sheets that hold codes of the nomenklatur, their headers and their rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from analytics.aturan.angka import tulis_angka
from analytics.aturan.nomenklatur import kode_nomenklatur
from analytics.aturan.teks import sebaris
from analytics.pembaca.anak import huruf_kolom
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, urai_alamat
from analytics.pembaca.tolakan import Tolakan
from analytics.sel.baca_sel import berisi
from analytics.temuan.berkas_ditolak import temuan_berkas
from analytics.temuan.butir import Temuan

_JUDUL_TERBANYAK: Final = 6
"""Rows above the first code that can be its header; one with a single cell is a title."""
_PANJANG_JUDUL: Final = 80
_CONTOH: Final = 3
_PEMISAH: Final = ";,\t"
_BARIS_CSV: Final = 20_000
_KOLOM_CSV: Final = 200


@dataclass(frozen=True)
class LembarDaftar:
    """A sheet with codes: its rows from the first code on, and the headers of its columns, by letters."""

    nama: str
    judul: Mapping[str, str]
    baris: tuple[tuple[int, Mapping[str, SelTerbaca]], ...]

    @property
    def kolom_kode(self) -> str:
        """The letters of the column in which most codes stand."""
        return max(self.judul, key=lambda huruf: sum(kode_sel(sel.get(huruf)) is not None for _, sel in self.baris))

    def contoh(self, huruf: str) -> str:
        """What the first rows hold in a column."""
        teks = dict.fromkeys(sebaris(sel[huruf].teks, 40) for _, sel in self.baris if huruf in sel)
        return " · ".join(list(teks)[:_CONTOH])


Lembar = TypeVar("Lembar", bound=LembarDaftar)


def kode_sel(sel: SelTerbaca | None) -> str | None:
    """The stored form of a code of the nomenklatur that stands in a cell."""
    return kode_nomenklatur(sebaris(sel.teks)) if sel is not None and sel.jenis == "teks" else None


def baca_daftar(
    buku: BukuTerbaca | tuple[Tolakan, ...], jenis: type[Lembar]
) -> tuple[Lembar, ...] | tuple[Temuan, ...]:
    """The sheets of a file that hold such a list; findings where it is no workbook."""
    if not isinstance(buku, BukuTerbaca):
        return temuan_berkas(buku)
    return tuple(lembar for sheet in buku.lembar.values() if (lembar := _lembar(sheet, jenis)) is not None)


def baca_csv(isi: bytes) -> BukuTerbaca:
    """A csv as a workbook of one sheet, each cell a text; what its rows have most of `;`, `,` and tabs parts them.

    Raises ValueError, in words for the user, for one that cannot be read to its end.
    """
    try:
        teks = isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", errors="replace")
    pemisah = max(_PEMISAH, key=lambda tanda: sum(tanda in baris for baris in teks.splitlines()))
    sel: dict[str, SelTerbaca] = {}
    nomor = 0
    try:
        for nomor, baris in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), 1):
            sel |= {butir.alamat: butir for butir in _sel_csv(nomor, baris)}
    except csv.Error as galat:
        raise ValueError(f"Berkas csv ini tidak terbaca sesudah baris {nomor}.") from galat
    return BukuTerbaca({"csv": LembarTerbaca("csv", "visible", sel)})


def _sel_csv(nomor: int, baris: Sequence[str]) -> Iterator[SelTerbaca]:
    if nomor > _BARIS_CSV or len(baris) > _KOLOM_CSV:
        raise ValueError(f"Berkas csv ini lebih dari {tulis_angka(_BARIS_CSV)} baris atau {_KOLOM_CSV} kolom.")
    for kolom, tulisan in enumerate(baris, 1):
        if tulisan.strip():
            alamat = f"{huruf_kolom(kolom)}{nomor}"
            yield SelTerbaca("csv", alamat, "teks", None, tulisan, persen=False, rumus=None)


def _lembar(lembar: LembarTerbaca, jenis: type[Lembar]) -> Lembar | None:
    semua = list(lembar.baris())
    awal = next((nomor for nomor, sel in semua if any(kode_sel(isian) for isian in sel.values())), None)
    if awal is None:
        return None
    rincian = tuple(
        (nomor, {huruf: sel for huruf, sel in baris.items() if berisi(sel)}) for nomor, baris in semua if nomor >= awal
    )
    huruf = sorted({huruf for _, baris in rincian for huruf in baris}, key=lambda nama: (len(nama), nama))
    judul = [(nomor, sel) for nomor, sel in semua if awal - _JUDUL_TERBANYAK <= nomor < awal and len(sel) > 1]
    return jenis(lembar.nama, {nama: _judul(lembar, judul, nama) for nama in huruf}, rincian)


def _judul(lembar: LembarTerbaca, judul: Sequence[tuple[int, Mapping[str, SelTerbaca]]], huruf: str) -> str:
    """What stands above a column, from the top, with the text of merged cells over each of their columns."""
    kata = [(sel.get(huruf) or _tergabung(lembar, huruf, nomor)) for nomor, sel in judul]
    teks = dict.fromkeys(sebaris(sel.teks.removesuffix(".0")) for sel in kata if sel is not None)
    return " ".join(kata_judul for kata_judul in teks if kata_judul)[:_PANJANG_JUDUL]


def _tergabung(lembar: LembarTerbaca, huruf: str, nomor: int) -> SelTerbaca | None:
    for daerah in lembar.gabungan:
        (kiri, atas), (kanan, bawah) = (urai_alamat(sudut) for sudut in daerah.split(":"))
        di_kolom = (len(kiri), kiri) <= (len(huruf), huruf) <= (len(kanan), kanan)
        if di_kolom and atas <= nomor <= bawah:
            return lembar.sel.get(f"{kiri}{atas}")
    return None
