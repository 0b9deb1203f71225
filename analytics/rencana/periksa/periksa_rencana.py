"""All findings of a plan at once, in the order of the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from analytics.pembaca.baca import urai_alamat
from analytics.rencana.lembar.baca import BacaanRencana, baca_lagi
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR
from analytics.rencana.periksa.asing import periksa_asing
from analytics.rencana.periksa.janggal import periksa_janggal
from analytics.rencana.periksa.konteks import KonteksRencana, Tersimpan, susun_konteks
from analytics.rencana.periksa.makna import periksa_makna
from analytics.rencana.periksa.rujuk import periksa_rujukan
from analytics.temuan.butir import Temuan

_URUTAN: Final = {lembar.nama: nomor for nomor, lembar in enumerate(DAFTAR_LEMBAR, 1)}


def periksa_rencana(konteks: KonteksRencana, sudah: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings of reading (`sudah`), those that forbid storing, those about meaning: by sheet, row and column."""
    janggal = (soal.temuan for soal in periksa_janggal(konteks))
    return urutkan((*sudah, *periksa_rujukan(konteks), *periksa_makna(konteks), *janggal))


@dataclass(frozen=True)
class Lipatan:
    """What slips of codes bring along: `sisa` are the findings without them, None where there is no slip."""

    sebab: frozenset[Temuan] = frozenset()
    sisa: frozenset[Temuan] | None = None

    def lipat(self, temuan: tuple[Temuan, ...]) -> tuple[Temuan, ...]:
        """The slips, and of the other findings those that do not go away with them."""
        if self.sisa is None:
            return temuan
        return tuple(butir for butir in temuan if butir in self.sebab or butir in self.sisa)


def susun_lipatan(
    bacaan: BacaanRencana, tersimpan: Tersimpan | None = None, skala: Mapping[str, frozenset[str]] | None = None
) -> Lipatan:
    """Read the workbook once more as if every slip of a code were mended."""
    sebab = [temuan for temuan in periksa_asing(susun_konteks(bacaan, tersimpan, skala)) if temuan.pengganti]
    if not sebab:
        return Lipatan()
    betul = baca_lagi(bacaan, {temuan.alamat: temuan.pengganti[0] for temuan in sebab})
    return Lipatan(frozenset(sebab), frozenset(periksa_rencana(susun_konteks(betul, tersimpan, skala), betul.temuan)))


def urutkan(temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Each finding once, in the order of the workbook: sheet, row, column."""
    return tuple(sorted(dict.fromkeys(temuan), key=_letak))


def _letak(temuan: Temuan) -> tuple[int, int, int, str, str]:
    huruf, nomor = urai_alamat(temuan.sel) if temuan.sel else ("", 0)
    return (_URUTAN.get(temuan.lembar or "", 0), nomor, len(huruf), huruf, temuan.kode)
