"""A table of a screen: one definition, shown in the browser and downloaded as a workbook with numeric cells."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, Literal

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.angka import bulatkan, tulis_angka
from analytics.aturan.capaian import Capaian, Target
from analytics.dokumen.aman import bersihkan, mirip_rumus
from analytics.dokumen.gaya import Gaya, atur_halaman
from analytics.evaluasi.hasil import Nilai

Isi = str | int | Decimal | float | Nilai | Target | Capaian | None
Jenis = Literal["teks", "angka", "persen", "rupiah"]
_RUPA: Final[dict[Jenis, str]] = {"teks": "teks", "angka": "angka2", "persen": "angka2", "rupiah": "rupiah"}


@dataclass(frozen=True)
class Kolom:
    """One column: heading, kind of content, width in characters of the workbook column."""

    judul: str
    jenis: Jenis = "teks"
    lebar: int = 14


@dataclass(frozen=True)
class BarisTabel:
    """One row. `nada` names its place in the plan tree; `kode_indikator` leads to the page of that indicator."""

    isi: tuple[Isi, ...]
    nada: str = ""
    kode_indikator: str | None = None


@dataclass(frozen=True)
class Tabel:
    """A titled table; every row has as many cells as there are columns. `kosong` is said when it has no rows.

    A description list has no headings to show (`berkepala`).
    """

    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    kosong: str = "Belum ada isi."
    berkepala: bool = True


def tulis_isi(isi: Isi, jenis: Jenis = "teks") -> str:
    """A cell as people read it: Indonesian numbers, percents with two decimals, an empty text for nothing."""
    if isi is None:
        return ""
    if isinstance(isi, str):
        return isi
    if isinstance(isi, Capaian):
        return isi.tulisan if isi.nilai is not None else ""
    if isinstance(isi, Nilai | Target):
        return isi.tulis()
    if jenis == "rupiah":
        return tulis_angka(isi, 0)
    if jenis == "persen":
        return tulis_angka(isi, 2)
    return tulis_angka(bulatkan(Decimal(repr(isi)) if isinstance(isi, float) else Decimal(isi), 2))


def angka_isi(isi: Isi) -> float | None:
    """The number that a workbook cell gets, unrounded; None where the cell is text or empty."""
    if isinstance(isi, Capaian):
        return None if isi.nilai is None else float(isi.nilai)
    if isinstance(isi, Nilai):
        return isi.angka if isi.peringkat is None else None
    if isinstance(isi, Target):
        return float(isi.nilai) if isi.nilai is not None and isi.peringkat is None else None
    return None if isi is None or isinstance(isi, str) else float(isi)


def susun_tabel(tabel: Tabel, subjudul: str, pada: datetime) -> bytes:
    """The table as a workbook; `subjudul` says whose, which periode and which status it is."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(
        wadah, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as buku:
        buku.set_properties({"title": bersihkan(tabel.judul, 200), "created": pada})
        lembar = buku.add_worksheet("Tabel")
        gaya = Gaya(buku)
        atur_halaman(lembar, subjudul)
        _kepala(lembar, gaya, tabel, subjudul)
        for nomor, baris in enumerate(tabel.baris, start=_AWAL + 1):
            _baris(lembar, gaya, nomor, tabel, baris)
    return wadah.getvalue()


_AWAL: Final = 3


def _kepala(lembar: Worksheet, gaya: Gaya, tabel: Tabel, subjudul: str) -> None:
    lembar.write_string(0, 0, bersihkan(tabel.judul), gaya.ambil("teks", "judul", "polos"))
    lembar.write_string(1, 0, bersihkan(subjudul), gaya.ambil("teks", "redup"))
    lembar.set_row(0, 22)
    for nomor, kolom in enumerate(tabel.kolom):
        lembar.set_column(nomor, nomor, kolom.lebar)
        lembar.write_string(_AWAL, nomor, bersihkan(kolom.judul), gaya.ambil("teks", "kepala"))
    lembar.freeze_panes(_AWAL + 1, 1)
    lembar.repeat_rows(_AWAL)
    lembar.fit_to_pages(1, 0)


def _baris(lembar: Worksheet, gaya: Gaya, nomor: int, tabel: Tabel, baris: BarisTabel) -> None:
    nada = ("tabel", *((baris.nada,) if baris.nada else ()))
    for letak, (kolom, isi) in enumerate(zip(tabel.kolom, baris.isi, strict=True)):
        angka = angka_isi(isi)
        if angka is not None:
            lembar.write_number(nomor, letak, angka, gaya.ambil(_RUPA[kolom.jenis], *nada))
            continue
        teks = bersihkan(tulis_isi(isi, kolom.jenis))
        lembar.write_string(nomor, letak, teks, gaya.ambil("teks", *nada, kutip=mirip_rumus(teks)))
