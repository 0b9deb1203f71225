"""Questions about a plan that offer what may have been meant, and the plan as it is when such a reading is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from analytics.rencana.baris import AsalSel, BarisRencana, Pagu, Rencana, TargetRencana
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeRencana

Ganti = tuple[BarisRencana, BarisRencana | None]
"""A row of the plan and what it becomes; None when it is left out."""


@dataclass(frozen=True)
class BacaanSoal:
    """One thing that may have been meant: in words, and what the rows of the plan become by it."""

    teks: str
    ganti: tuple[Ganti, ...]


@dataclass(frozen=True)
class Soal:
    """A question about one row of the plan. The texts of its readings are the `pengganti` of its finding."""

    temuan: Temuan
    bacaan: tuple[BacaanSoal, ...]


def susun_soal(
    kode: KodeRencana,
    baris: str,
    pesan: str,
    saran: str,
    asal: AsalSel,
    bacaan: Sequence[BacaanSoal] = (),
    **lain: Any,
) -> Soal:
    """A question of the catalogue about the row with the code `baris`; `lain` are further fields of `Temuan`."""
    teks = tuple(pilihan.teks for pilihan in bacaan)
    return Soal(tegur(kode, pesan, saran, asal, kode_baris=baris, pengganti=teks, **lain), tuple(bacaan))


def tanpa(teks: str, semua: Iterable[BarisRencana]) -> BacaanSoal:
    """The reading that leaves rows out."""
    return BacaanSoal(teks, tuple((baris, None) for baris in semua))


def satukan_pagu(teks: str, semua: Sequence[Pagu], rupiah: Decimal) -> BacaanSoal:
    """The reading that makes several rows of money one, with this amount."""
    pertama, *lain = semua
    return BacaanSoal(teks, ((pertama, replace(pertama, rupiah=rupiah)), *((pagu, None) for pagu in lain)))


def terapkan_bacaan(rencana: Rencana, semua: Iterable[BacaanSoal]) -> Rencana:
    """The plan with the rows as the readings make them; they are rows of this very plan."""
    baru = {id(lama): kini for bacaan in semua for lama, kini in bacaan.ganti}
    if not baru:
        return rencana

    def bagian(daftar: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(kini for lama in daftar if (kini := baru.get(id(lama), lama)) is not None)

    semua_bagian: dict[str, Any] = {medan.name: getattr(rencana, medan.name) for medan in fields(rencana)}
    berubah = {nama: bagian(isi) for nama, isi in semua_bagian.items() if isinstance(isi, tuple)}
    return replace(rencana, **(semua_bagian | berubah))


def sebut_tahun(semua: Iterable[TargetRencana | Pagu]) -> str:
    """In which years of which documents something stands: `2026-2029 dan 2031 (RENSTRA-26), 2026 (RENJA-26)`."""
    per_dokumen: dict[str, set[int]] = {}
    for baris in semua:
        per_dokumen.setdefault(baris.dokumen, set()).add(baris.tahun)
    return ", ".join(f"{_rentang(sorted(tahun))} ({dokumen})" for dokumen, tahun in per_dokumen.items())


def _rentang(tahun: Sequence[int]) -> str:
    awal = [angka for angka in tahun if angka - 1 not in tahun]
    akhir = [angka for angka in tahun if angka + 1 not in tahun]
    bagian = [str(dari) if dari == sampai else f"{dari}-{sampai}" for dari, sampai in zip(awal, akhir, strict=True)]
    return " dan ".join(bagian)


def kelompokkan(semua: Iterable[Any], kunci: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    """Rows by what they share, in their order."""
    hasil: dict[Any, list[Any]] = {}
    for baris in semua:
        hasil.setdefault(kunci(baris), []).append(baris)
    return hasil
