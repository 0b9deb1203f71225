"""All findings of a plan at once, in the order of the workbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from analytics.pembaca.baca import urai_alamat
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR
from analytics.rencana.periksa.janggal import periksa_janggal
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.periksa.makna import periksa_makna
from analytics.rencana.periksa.rujuk import periksa_rujukan
from analytics.temuan.butir import Temuan

_URUTAN: Final = {lembar.nama: nomor for nomor, lembar in enumerate(DAFTAR_LEMBAR, 1)}


def periksa_rencana(konteks: KonteksRencana, sudah: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings of reading (`sudah`), those that forbid storing, those about meaning: by sheet, row and column."""
    janggal = (soal.temuan for soal in periksa_janggal(konteks))
    return urutkan((*sudah, *periksa_rujukan(konteks), *periksa_makna(konteks), *janggal))


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once, in the order of the workbook: sheet, row, column."""
    return tuple(sorted(dict.fromkeys(temuan), key=_letak))


def _letak(temuan: Temuan) -> tuple[int, int, int, str, str]:
    huruf, nomor = urai_alamat(temuan.sel) if temuan.sel else ("", 0)
    return (_URUTAN.get(temuan.lembar or "", 0), nomor, len(huruf), huruf, temuan.kode)
