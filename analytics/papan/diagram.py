"""The flow of the SOP as the form draws it: a row for every step, a column for every pelaksana, arrows, *Tidak* dashed.

An SVG that is written from the table of steps; a board colours it and adds signs. Units of length are pixels.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from analytics.papan.papan import TANDA, LangkahPapan, Papan
from analytics.rupa import BAHAYA, GARIS_LEMAH, KEADAAN, LATAR_LEMAH, PUTIH, TINTA, TINTA_LEMAH
from analytics.sop.langkah import LANGKAH, SOP, Langkah, LangkahSop, giliran
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    NAMA_PERAN,
    SEKRETARIS,
)

LAJUR: Final = (KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, ADMIN_SATU_DATA, KEPALA_SEKSI, SEKRETARIS, CAMAT)
"""The columns of the form, in its order."""
_LEBAR_TEKS, _LEBAR_LAJUR, _TINGGI_KEPALA, _TINGGI = 300, 104, 52, 62
_LEBAR: Final = _LEBAR_TEKS + _LEBAR_LAJUR * len(LAJUR) + 30
_KOTAK_X, _KOTAK_Y = 34, 17


@dataclass(frozen=True)
class PanahTidak:
    """A *Tidak*: from a step back to the pelaksana and step whose turn it is then."""

    dari: int
    peran_dari: str
    ke: int
    peran_ke: str


def panah_tidak() -> tuple[PanahTidak, ...]:
    """Every *Tidak* arrow of the form; one that makes a new revisi or is only recorded from paper is not drawn."""
    return tuple(
        PanahTidak(langkah.nomor, langkah.oleh[0], tujuan.nomor, tujuan.oleh[0])
        for langkah in LANGKAH
        if langkah.tidak and not langkah.kertas and not langkah.revisi_baru and (tujuan := _tujuan(langkah)) is not None
    )


def susun_diagram(papan: Papan | None = None) -> str:
    """The SVG; with a board every step is marked with how it stands."""
    keadaan = {langkah.langkah.nomor: langkah for langkah in papan.langkah} if papan else {}
    tinggi = _TINGGI_KEPALA + _TINGGI * len(SOP) + 8
    judul = f"Alur SOP {papan.periode.nama}" if papan else "Alur SOP"
    bagian = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEBAR} {tinggi}" width="{_LEBAR}" height="{tinggi}" '
        f'role="img" aria-label="{html.escape(judul)}" font-family="Source Sans, Arial, sans-serif" font-size="12">',
        f'<rect width="{_LEBAR}" height="{tinggi}" fill="{PUTIH}"/>',
        _PANAH,
        *_kepala(),
        *_lajur(tinggi),
        *(bagian for langkah in SOP for bagian in _baris(langkah, keadaan.get(langkah.nomor))),
        *_maju(),
        *(bagian for panah in panah_tidak() for bagian in _mundur(panah)),
        *(bagian for langkah in SOP for bagian in _kotak_baris(langkah, keadaan.get(langkah.nomor))),
        "</svg>",
    ]
    return "\n".join(bagian)


_PANAH: Final = (
    "<defs>"
    '<marker id="maju" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    f'<path d="M0 0 L8 4 L0 8 z" fill="{TINTA_LEMAH}"/></marker>'
    '<marker id="mundur" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    f'<path d="M0 0 L8 4 L0 8 z" fill="{BAHAYA}"/></marker></defs>'
)


def _tujuan(langkah: Langkah) -> Langkah | None:
    return giliran(langkah.dokumen, langkah.ke)


def _pusat(nomor: int, peran: str) -> tuple[int, int]:
    return (
        _LEBAR_TEKS + _LEBAR_LAJUR * LAJUR.index(peran) + _LEBAR_LAJUR // 2,
        _TINGGI_KEPALA + _TINGGI * (nomor - 1) + _TINGGI // 2,
    )


def _teks(x: int, y: int, tulisan: str, gaya: str = "") -> str:
    return f'<text x="{x}" y="{y}" {gaya}>{html.escape(tulisan)}</text>'


def _kepala() -> Iterator[str]:
    yield f'<rect width="{_LEBAR}" height="{_TINGGI_KEPALA}" fill="{LATAR_LEMAH}"/>'
    yield _teks(10, 30, "Langkah", 'font-weight="600"')
    for peran in LAJUR:
        x = _pusat(1, peran)[0]
        baris = textwrap.wrap(NAMA_PERAN[peran], 15)
        for nomor, kata in enumerate(baris):
            y = _TINGGI_KEPALA // 2 + 5 + round(14 * (nomor - (len(baris) - 1) / 2))
            yield _teks(x, y, kata, 'text-anchor="middle" font-weight="600" font-size="11"')


def _lajur(tinggi: int) -> Iterator[str]:
    for nomor in range(len(LAJUR) + 1):
        x = _LEBAR_TEKS + _LEBAR_LAJUR * nomor
        yield f'<line x1="{x}" y1="0" x2="{x}" y2="{tinggi}" stroke="{GARIS_LEMAH}"/>'


def _baris(langkah: LangkahSop, papan: LangkahPapan | None) -> Iterator[str]:
    atas = _TINGGI_KEPALA + _TINGGI * (langkah.nomor - 1)
    yield f'<line x1="0" y1="{atas + _TINGGI}" x2="{_LEBAR}" y2="{atas + _TINGGI}" stroke="{GARIS_LEMAH}"/>'
    if papan is not None and papan.keadaan == "berjalan":
        yield f'<rect x="0" y="{atas}" width="{_LEBAR_TEKS}" height="{_TINGGI}" fill="{_warna(papan)[0]}"/>'
    tanda = f"{TANDA[papan.keadaan]} " if papan is not None else ""
    baris = textwrap.wrap(f"{tanda}{langkah.nomor}. {langkah.aktivitas}", 46, max_lines=3, placeholder=" …")
    for nomor, kata in enumerate(baris):
        y = atas + _TINGGI // 2 + 4 + round(15 * (nomor - (len(baris) - 1) / 2))
        yield _teks(10, y, kata, f'fill="{TINTA}"')


def _warna(papan: LangkahPapan | None) -> tuple[str, str]:
    if papan is None:
        return KEADAAN[""]
    return KEADAAN["lewat" if papan.lewat and papan.keadaan == "berjalan" else papan.keadaan]


def _kotak_baris(langkah: LangkahSop, papan: LangkahPapan | None) -> Iterator[str]:
    warna, garis = _warna(papan)
    memutus = any(panah.dari == langkah.nomor for panah in panah_tidak())
    for peran in langkah.pelaksana:
        x, y = _pusat(langkah.nomor, peran)
        gaya = f'fill="{warna}" stroke="{garis}" stroke-width="1.6"'
        if memutus:
            sudut = f"{x - _KOTAK_X},{y} {x},{y - _KOTAK_Y - 5} {x + _KOTAK_X},{y} {x},{y + _KOTAK_Y + 5}"
            yield f'<polygon points="{sudut}" {gaya}/>'
        else:
            kotak = f'x="{x - _KOTAK_X}" y="{y - _KOTAK_Y}" width="{2 * _KOTAK_X}" height="{2 * _KOTAK_Y}"'
            yield f'<rect {kotak} rx="4" {gaya}/>'
        yield _teks(
            x, y + 5, str(langkah.nomor), f'text-anchor="middle" font-weight="600" font-size="14" fill="{garis}"'
        )


def _titik() -> list[tuple[int, str]]:
    return [(langkah.nomor, peran) for langkah in SOP for peran in langkah.pelaksana]


def _maju() -> Iterator[str]:
    """The arrows from every pelaksana to the next one."""
    titik = _titik()
    for (nomor, peran), (nomor_lagi, peran_lagi) in pairwise(titik):
        (x1, y1), (x2, y2) = _pusat(nomor, peran), _pusat(nomor_lagi, peran_lagi)
        if nomor == nomor_lagi:
            arah = 1 if x2 > x1 else -1
            jalan = f"M{x1 + arah * _KOTAK_X} {y1} L{x2 - arah * (_KOTAK_X + 2)} {y2}"
        elif x1 == x2:
            jalan = f"M{x1} {y1} L{x2} {y2 - _atas(nomor_lagi)}"
        else:
            tengah = y2 - _TINGGI // 2
            jalan = f"M{x1} {y1} L{x1} {tengah} L{x2} {tengah} L{x2} {y2 - _atas(nomor_lagi)}"
        yield f'<path d="{jalan}" fill="none" stroke="{TINTA_LEMAH}" stroke-width="1.4" marker-end="url(#maju)"/>'


def _atas(nomor: int) -> int:
    """How far above its middle the figure of a step begins."""
    return _KOTAK_Y + (5 if any(panah.dari == nomor for panah in panah_tidak()) else 0) + 2


def _mundur(panah: PanahTidak) -> Iterator[str]:
    """A dashed arrow from the upper right of a decision up and into the right side of where it leads."""
    (x1, y1), (x2, y2) = _pusat(panah.dari, panah.peran_dari), _pusat(panah.ke, panah.peran_ke)
    sisi = max(x1, x2) + _LEBAR_LAJUR // 2 - 6
    keluar = y1 - 11
    jalan = f"M{x1 + _KOTAK_X // 2} {keluar} L{sisi} {keluar} L{sisi} {y2} L{x2 + _KOTAK_X + 2} {y2}"
    garis = f'fill="none" stroke="{BAHAYA}" stroke-width="1.4" stroke-dasharray="5 4" marker-end="url(#mundur)"'
    yield f'<path d="{jalan}" {garis}/>'
    yield _teks(sisi - 3, keluar - 4, "Tidak", f'text-anchor="end" font-size="10" fill="{BAHAYA}"')
