"""A table of a screen: one definition, shown in the browser and downloaded as a workbook or as plain rows."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

import xlsxwriter

from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Capaian, Target
from analytics.aturan.desimal import tulis_terukur
from analytics.aturan.teks import bersihkan, mirip_rumus
from analytics.dokumen.buku import catat_sifat
from analytics.dokumen.gaya import GayaSel, atur_halaman
from analytics.dokumen.lembar import tulis_baris, tulis_kepala
from analytics.dokumen.sel import Sel, bilangan, bilangan_target
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil import Keterangan, Nilai
from analytics.rupa import opsi_buku

IsiTabel = str | int | Decimal | float | Nilai | Target | Capaian | None
JenisIsi = Literal["teks", "angka", "persen", "rupiah"]
_RUPA: Final[dict[JenisIsi, str]] = {"teks": "teks", "angka": "angka2", "persen": "angka2", "rupiah": "rupiah"}


@dataclass(frozen=True)
class Kolom:
    """One column: heading, kind of content, width in characters of the workbook column."""

    judul: str
    jenis: JenisIsi = "teks"
    lebar: int = 14


@dataclass(frozen=True)
class BarisTabel:
    """One row. `nada` names its place in the plan tree; `kode_indikator` leads to the page of that indicator.

    `menuju` is the address that its first cell leads to, empty for none.
    """

    isi: tuple[IsiTabel, ...]
    nada: str = ""
    kode_indikator: str | None = None
    menuju: str = ""


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


def tulis_isi(isi: IsiTabel, jenis: JenisIsi = "teks") -> str:
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
    return tulis_terukur(Fraction(Decimal(repr(isi)) if isinstance(isi, float) else Decimal(isi)))


def angka_isi(isi: IsiTabel) -> float | None:
    """The number that a workbook cell gets, unrounded; None where the cell is text or empty."""
    if isinstance(isi, Capaian):
        return None if isi.nilai is None else float(isi.nilai)
    if isinstance(isi, Nilai):
        return isi.angka if isi.peringkat is None else None
    if isinstance(isi, Target):
        return float(isi.nilai) if isi.nilai is not None and isi.peringkat is None else None
    return None if isi is None or isinstance(isi, str) else float(isi)


def susun_tabel(tabel: Tabel, subjudul: str, pada: datetime, keterangan: Keterangan | None = None) -> bytes:
    """The table as a workbook; `subjudul` says whose, which periode and which status it is.

    With a `keterangan` its status, snapshot and sidik are properties of the file too.
    """
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, opsi_buku()) as buku:
        buku.set_properties({"title": bersihkan(tabel.judul, 200), "author": "Capaian", "created": pada})
        if keterangan is not None:
            catat_sifat(buku, keterangan)
        lembar, gaya, susunan = buku.add_worksheet("Tabel"), GayaSel(buku), _susunan(tabel)
        for nomor, (tulisan, nada) in enumerate(((tabel.judul, "judul"), (subjudul, "redup"))):
            lembar.set_row(nomor, gaya.tinggi(tulisan, _TAK_TERBATAS, "teks", nada))
            lembar.write_string(nomor, 0, bersihkan(tulisan), gaya.ambil("teks", nada, "lurus"))
        awal = tulis_kepala(lembar, gaya, susunan, _AWAL)
        for nomor, baris in enumerate(tabel.baris or (BarisTabel((tabel.kosong,)),), awal + 1):
            tulis_baris(lembar, gaya, susunan, nomor, _isi_baris(tabel, baris), *((baris.nada,) if baris.nada else ()))
        lembar.freeze_panes(awal, 1)
        lembar.repeat_rows(_AWAL, awal - 1)
        atur_halaman(lembar, subjudul)
        lembar.fit_to_pages(1, 0)
    return wadah.getvalue()


def susun_csv(tabel: Tabel, subjudul: str = "") -> bytes:
    """The table as csv for a spreadsheet set to Indonesian: UTF-8 with BOM, semicolons, decimal commas, CRLF.

    Numbers are those of the workbook, unrounded and without thousands. Text that a spreadsheet could take for a formula
    gets an apostrophe in front. With a `subjudul` it stands below the title, above the table, as in the workbook.
    """
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";", lineterminator="\r\n")
    if subjudul:
        penulis.writerows([[_teks_csv(tabel.judul)], [_teks_csv(subjudul)], []])
    if tabel.berkepala:
        penulis.writerow([_teks_csv(kolom.judul) for kolom in tabel.kolom])
    for baris in tabel.baris or (BarisTabel((tabel.kosong,)),):
        pasangan = zip(baris.isi, tabel.kolom, strict=False)
        penulis.writerow([_isi_csv(sel_tabel(isi, kolom.jenis).nilai) for isi, kolom in pasangan])
    return wadah.getvalue().encode("utf-8-sig")


def _isi_csv(nilai: str | float | datetime) -> str:
    if isinstance(nilai, int | float):
        return _angka_csv(nilai)
    return _teks_csv(str(nilai))


def _angka_csv(nilai: float) -> str:
    """`1798620871`, `-44,44`: no exponent, no thousands, no decimals where there are none."""
    bulat = int(nilai)
    return str(bulat) if nilai == bulat else f"{Decimal(repr(nilai)):f}".replace(".", ",")


def _teks_csv(teks: str) -> str:
    """Text from people, guarded against being read as a formula; a tab or carriage return may hide its beginning."""
    bersih = bersihkan(teks)
    return f"'{bersih}" if mirip_rumus(bersih) or teks.lstrip(" ").startswith(("\t", "\r")) else bersih


_AWAL: Final = 3
_TERLEBAR: Final = 38
_TAK_TERBATAS: Final = 10_000


def _susunan(tabel: Tabel) -> Susunan:
    """The columns by their position, none so wide that the page must shrink for it."""
    kolom = (
        KolomFormulir(str(nomor), (kolom.judul,), lebar=min(kolom.lebar, _TERLEBAR))
        for nomor, kolom in enumerate(tabel.kolom)
    )
    return Susunan(tuple(kolom), tetap=1)


def _isi_baris(tabel: Tabel, baris: BarisTabel) -> dict[str, Sel]:
    return {
        str(nomor): sel_tabel(isi, kolom.jenis)
        for nomor, (kolom, isi) in enumerate(zip(tabel.kolom, baris.isi, strict=False))
    }


def sel_tabel(isi: IsiTabel, jenis: JenisIsi) -> Sel:
    """One cell of a table: a number stays a number, an amount of money has no decimals, nothing stays empty."""
    angka = angka_isi(isi)
    if angka is None or not math.isfinite(angka):
        rupa = "teks" if jenis == "teks" else "tengah"
        return Sel(tulis_isi(isi, jenis) if angka is None else "tidak berhingga", rupa=rupa)
    if jenis in ("rupiah", "persen") or isinstance(isi, Capaian):
        return Sel(angka, rupa=_RUPA[jenis] if jenis != "teks" else "angka2")
    if isinstance(isi, Target) and isi.nilai is not None:
        return bilangan_target(isi.nilai)
    if isinstance(isi, Nilai) and isi.tepat is not None:
        return bilangan(isi.tepat, banding=isi.banding)
    return bilangan(angka)
