"""A table on a page: real HTML, so that long names wrap, screen readers can walk it, and a phone shows cards."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import urlencode

import streamlit as st

from analytics.aturan.angka import tulis_minus
from analytics.aturan.teks import sebaris
from analytics.dokumen.tabel import BarisTabel, IsiTabel, Kolom, Tabel, tulis_isi
from pages.komponen.ingatan import JawabanTersimpan

Rupa = Literal["", "kisi", "ringkas"]
"""How a phone shows a table: by its length, always as a grid, or as cards whose cells need no headings."""
_HTML: Final = JawabanTersimpan(60)
_LEBAR_TERBESAR: Final = 48
_KARTU_TERBANYAK: Final = 8
"""Rows up to which a phone shows a table as cards."""


def tampilkan(tabel: Tabel, alamat: Mapping[str, str] | None = None, *, rupa: Rupa = "", tetap: bool = False) -> None:
    """Draw the table. With `alamat` the first cell of an indicator row leads to the page of that indicator.

    `tetap`: this very table is drawn again until the data change (`tanya.tabel`), so that its HTML is kept.
    """
    if not tabel.baris:
        st.caption(tabel.kosong)
        return
    if not tetap:
        st.html(susun_html(tabel, alamat or {}, rupa=rupa))
        return
    # The table is kept with its HTML, so that no other one can have its number.
    kunci = (id(tabel), rupa, *sorted((alamat or {}).items()))
    st.html(_HTML.ambil(kunci, lambda: (tabel, susun_html(tabel, alamat or {}, rupa=rupa)))[1])


def susun_html(tabel: Tabel, alamat: Mapping[str, str], *, rupa: Rupa = "") -> str:
    """The table as HTML; everything that people wrote is escaped here."""
    kepala = "".join(
        f"<th scope='col' class='{kolom.jenis}' style='min-width:{_lebar(kolom)}em'>{_aman(kolom.judul)}</th>"
        for kolom in tabel.kolom
    )
    isi = "".join(_baris(baris, tabel.kolom, alamat) for baris in tabel.baris)
    pendek = not tabel.berkepala or len(tabel.baris) <= _KARTU_TERBANYAK
    kelas = {"kisi": "tabel kisi", "ringkas": "tabel kartu ringkas"}.get(rupa, "tabel kartu" if pendek else "tabel")
    sembunyi = "" if tabel.berkepala else " class='sembunyi'"
    return (
        f"<div class='{kelas}' tabindex='0' role='region' aria-label='{_aman(tabel.judul)}'><table>"
        f"<caption>{_aman(tabel.judul)}</caption><thead{sembunyi}><tr>{kepala}</tr></thead><tbody>{isi}</tbody></table></div>"
    )


def _baris(baris: BarisTabel, kolom: tuple[Kolom, ...], alamat: Mapping[str, str]) -> str:
    judul, *lain = zip(kolom, baris.isi, strict=True)
    nama = _aman(tulis_isi(judul[1], judul[0].jenis))
    tujuan = baris.menuju
    if baris.kode_indikator is not None and alamat:
        tujuan = f"indikator?{urlencode({**alamat, 'indikator': baris.kode_indikator})}"
    if tujuan:
        nama = f"<a href='{html.escape(tujuan)}' target='_self'>{nama}</a>"
    sel = "".join(_sel(kolom, isi) for kolom, isi in lain)
    return f"<tr class='{_aman(baris.nada)}'><th scope='row'>{nama}</th>{sel}</tr>"


def _sel(kolom: Kolom, isi: IsiTabel) -> str:
    """A cell; words in a column of numbers say why there is none."""
    teks = tulis_isi(isi, kolom.jenis)
    kelas = "teks" if kolom.jenis == "teks" else "kosong" if isinstance(isi, str) else "angka"
    tulisan = tulis_minus(teks) if kelas == "angka" else teks
    return f"<td class='{kelas}' data-judul='{_aman(kolom.judul)}'>{_aman(tulisan)}</td>"


def _lebar(kolom: Kolom) -> float:
    """The least width in em of a column that is `lebar` characters wide in a workbook; longer text wraps."""
    return round(min(kolom.lebar, _LEBAR_TERBESAR) * 0.45, 1)


def _aman(teks: str) -> str:
    return html.escape(sebaris(teks))
