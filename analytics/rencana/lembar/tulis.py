"""A plan as rows of sheets, the inverse of `baca`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.periode import SEBUTAN_BERIKUTNYA, tahun_berikutnya
from analytics.rencana.bagian import letak_bagian
from analytics.rencana.baris import AturanRencana, BarisRencana, NilaiRencana, Rencana, Tautan
from analytics.rencana.kolom import KolomRencana, kolom_medan
from analytics.rencana.lembar import templat
from analytics.rencana.lembar.templat import LEMBAR_MERUJUK, LembarRencana
from analytics.rencana.pilihan import VERSI_DOKUMEN, Pilihan

TAHUN_AWAL: Final = 2025
"""First year of the columns per year in an empty template; an office types its own years over them."""
_BANYAK_TAHUN: Final = 6
"""How many of them: a Renstra has five or six years, and a column that is left empty says nothing."""


@dataclass(frozen=True)
class UsulIsian:
    """A cell that stays empty for a person to fill; `teks` is what stands there as a proposal beside it."""

    teks: str


IsiSel = str | int | float | Decimal | date | NilaiRencana | UsulIsian | None
BarisLembar = Mapping[str, IsiSel]


def tahun_lembar(rencana: Rencana, lembar: LembarRencana, tahun_awal: int = TAHUN_AWAL) -> tuple[int, ...]:
    """The years that a sheet with columns per year has."""
    jenis = {"target_renstra": {"renstra"}}.get(lembar.kunci, {"renstra", "renja"})
    masa = [(d.tahun_awal, d.tahun_akhir) for d in rencana.dokumen if d.jenis in jenis]
    if not masa:
        return tuple(range(tahun_awal, tahun_awal + _BANYAK_TAHUN))
    return tuple(range(min(awal for awal, _ in masa), max(akhir for _, akhir in masa) + 1))


def baris_lembar(rencana: Rencana, lembar: LembarRencana) -> Sequence[BarisLembar]:
    """What stands on a sheet, row by row, by column key; a column per year has its year as key."""
    match lembar.kunci:
        case "identitas":
            return [] if rencana.identitas is None else [_sel(rencana.identitas)]
        case "dokumen":
            return [
                {**_sel(dokumen), "versi": _kata(VERSI_DOKUMEN, "perubahan" if dokumen.ke else "murni")}
                | {"ke": dokumen.ke or None}
                for dokumen in rencana.dokumen
            ]
        case "indikator":
            return _indikator(rencana)
        case "target_renstra" | "target_renja":
            return _target(rencana, lembar)
        case "pohon":
            return [_sel(simpul) for simpul in rencana.simpul if simpul.tingkat != BAGIAN_UNIT]
        case "pagu":
            return _pagu(rencana)
        case "tautan_rpjmd":
            return _tautan(rencana.tautan)
    return [_sel(baris) for baris in getattr(rencana, lembar.bagian)]


def _sel(baris: BarisRencana) -> dict[str, IsiSel]:
    """The cells of a row, by the key of their column."""
    return {medan: _tulis(kolom, getattr(baris, medan)) for medan, kolom in kolom_medan(type(baris)).items()}


def _tulis(kolom: KolomRencana, nilai: Any) -> IsiSel:
    """What a cell shows for the value of a field."""
    if kolom.jenis == "daftar":
        return ", ".join(_kata(kolom.pilihan, kode) for kode in nilai)
    if kolom.jenis == "triwulan" and tahun_berikutnya(nilai):
        return SEBUTAN_BERIKUTNYA
    if kolom.jenis == "pilihan" and isinstance(nilai, bool):
        return _kata(kolom.pilihan, "ya" if nilai else "tidak")
    hasil: IsiSel = _kata(kolom.pilihan, nilai) if kolom.pilihan and isinstance(nilai, str) else nilai
    return hasil


def _kata(pilihan: Iterable[Pilihan], kode: str) -> str:
    return next(kata.nama for kata in pilihan if kata.kode == kode)


def _indikator(rencana: Rencana) -> list[BarisLembar]:
    """One row per rule: the indicator is repeated where its rule changes."""
    milik: dict[str, list[AturanRencana]] = {}
    for aturan in sorted(rencana.aturan, key=lambda aturan: aturan.mulai):
        milik.setdefault(aturan.kode, []).append(aturan)
    return [
        _sel(indikator) | _sel(aturan) for indikator in rencana.indikator for aturan in milik.get(indikator.kode, [])
    ]


def _dirujuk(rencana: Rencana, lembar: str) -> dict[tuple[str, str], dict[str, IsiSel]]:
    """The rows of a sheet by document and code, filled or not."""
    kunci = LEMBAR_MERUJUK[lembar]
    rujukan = (rujukan for rujukan in rencana.rujukan if rujukan.lembar == lembar)
    return {(baris.dokumen, baris.kode): {"dokumen": baris.dokumen, kunci: baris.kode} for baris in rujukan}


def _target(rencana: Rencana, lembar: LembarRencana) -> list[BarisLembar]:
    baris = _dirujuk(rencana, lembar.kunci)
    for target in rencana.target:
        kunci = str(target.tahun) if lembar.per_tahun else f"t{target.triwulan}"
        if (target.dokumen, target.indikator) in baris:
            baris[target.dokumen, target.indikator][kunci] = target.nilai
    return list(baris.values())


def _pagu(rencana: Rencana) -> list[BarisLembar]:
    baris = _dirujuk(rencana, templat.PAGU.kunci)
    for pagu in rencana.pagu:
        baris[pagu.dokumen, pagu.simpul][str(pagu.tahun)] = pagu.rupiah
    for kas in rencana.kas:
        baris[kas.dokumen, kas.simpul][templat.KOLOM_KAS[kas.triwulan].kunci] = kas.rupiah
    bagian = letak_bagian(rencana.simpul)
    for (_, kode), isian in baris.items():
        if kode in bagian:
            isian["simpul"], isian[templat.KOLOM_UNIT.kunci] = bagian[kode]
    return list(baris.values())


def _tautan(daftar: Iterable[Tautan]) -> list[BarisLembar]:
    """One row for the years of one link."""
    hasil: dict[tuple[IsiSel, ...], dict[str, IsiSel]] = {}
    for tautan in daftar:
        sel = _sel(tautan)
        baris = hasil.setdefault(tuple(sel.values()), sel)
        baris[str(tautan.tahun)] = None if tautan.nilai == NilaiRencana() else tautan.nilai
    return list(hasil.values())
