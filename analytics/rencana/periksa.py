"""All findings of a plan at once, in the order of the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from analytics.pembaca.baca import urai_alamat
from analytics.rencana.baca import BacaanRencana
from analytics.rencana.konteks import KonteksRencana, Tersimpan, susun_konteks
from analytics.rencana.makna import periksa_makna
from analytics.rencana.rujuk import periksa_rujukan
from analytics.rencana.templat import DAFTAR_LEMBAR
from analytics.temuan.butir import Temuan

_URUTAN: Final = {lembar.nama: nomor for nomor, lembar in enumerate(DAFTAR_LEMBAR, 1)}


def periksa_rencana(
    bacaan: BacaanRencana, tersimpan: Tersimpan | None = None, skala: Mapping[str, frozenset[str]] | None = None
) -> tuple[Temuan, ...]:
    """Every finding of a workbook: those of reading it, those that forbid storing, those about meaning.

    `tersimpan` is what the store holds of the office, `skala` the grades of each scale of the reference data.
    """
    konteks = susun_konteks(bacaan, tersimpan, skala)
    return temuan_konteks(konteks, bacaan.temuan)


def temuan_konteks(konteks: KonteksRencana, sudah: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings of reading together with those of checking, sorted by sheet, row and column."""
    return urutkan((*sudah, *periksa_rujukan(konteks), *periksa_makna(konteks)))


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once, in the order of the workbook: sheet, row, column."""
    return tuple(sorted(dict.fromkeys(temuan), key=_letak))


def _letak(temuan: Temuan) -> tuple[int, int, int, str, str]:
    huruf, nomor = urai_alamat(temuan.sel) if temuan.sel else ("", 0)
    return (_URUTAN.get(temuan.lembar or "", 0), nomor, len(huruf), huruf, temuan.kode)
