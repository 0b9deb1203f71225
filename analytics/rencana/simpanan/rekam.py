"""Rows of a plan as rows of the store and back, by the columns that their fields are stored in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from analytics.aturan.angka import pilih_rentang, tulis_rentang
from analytics.rencana.baris import AsalSel, BarisRencana, NilaiRencana
from analytics.rencana.kolom import kolom_simpan

_T = TypeVar("_T", bound=BarisRencana)
Rekaman = dict[str, Any]
"""A row of the store, by column."""


def ke_rekaman(baris: BarisRencana) -> Rekaman:
    """The columns of the store for a row, without its office and document."""
    hasil: Rekaman = {}
    for medan, kolom in kolom_simpan(type(baris)).items():
        nilai = getattr(baris, medan)
        utuh = _padatkan(nilai, kolom) if isinstance(nilai, NilaiRencana) else nilai
        hasil |= {kolom[0]: utuh} if len(kolom) == 1 else {nama: getattr(utuh, nama) for nama in kolom}
    return hasil


def _padatkan(nilai: NilaiRencana, kolom: tuple[str, ...]) -> NilaiRencana:
    """The value, a range as the text of `peringkat` where its table has no columns for both ends: no grade reads so."""
    if nilai.bawah is None or nilai.atas is None or "bawah" in kolom:
        return nilai
    return NilaiRencana(peringkat=tulis_rentang(nilai.bawah, nilai.atas))


def dari_rekaman(jenis: type[_T], rekaman: Mapping[str, Any], **lain: Any) -> _T:
    """The row that the columns of the store hold; `lain` are the fields that are not stored with it."""
    medan = {nama: kolom for nama, kolom in kolom_simpan(jenis).items() if kolom}
    return jenis(**{nama: _nilai(kolom, rekaman) for nama, kolom in medan.items()}, **lain)


def _nilai(kolom: tuple[str, ...], rekaman: Mapping[str, Any]) -> Any:
    """The value of one column, or the object whose attributes several columns hold."""
    if len(kolom) == 1:
        return rekaman[kolom[0]]
    if "sel" in kolom:
        return AsalSel(**{nama: rekaman[nama] for nama in kolom})
    rentang = None if "bawah" in kolom else pilih_rentang(rekaman["peringkat"])
    if rentang is not None:
        return NilaiRencana(bawah=rentang.bawah, atas=rentang.atas)
    return NilaiRencana(**{nama: rekaman[nama] for nama in kolom})
