"""What a plan is checked against: itself, what the store already holds, and the reference data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from analytics.rencana.baca import BacaanRencana
from analytics.rencana.baris import AturanRencana, IndikatorRencana, Rencana, Rujukan, SimpulPohon, VersiDokumen

KunciAturan = tuple[str, int]
"""(kode indikator, tahun)."""


@dataclass(frozen=True)
class Tersimpan:
    """What the store holds of one office: its plan, and each rule in force with its revisi by (kode, tahun)."""

    rencana: Rencana = field(default_factory=Rencana)
    aturan: Mapping[KunciAturan, tuple[AturanRencana, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class KonteksRencana:
    """A workbook's plan together with the stored one; where both have a code, the workbook counts.

    `skala` maps each scale of grades to its grades.
    """

    rencana: Rencana
    tersimpan: Tersimpan
    skala: Mapping[str, frozenset[str]]
    cacat: frozenset[tuple[str, str]]

    @cached_property
    def simpul(self) -> dict[str, SimpulPohon]:
        """Every node by code."""
        return {simpul.kode: simpul for simpul in (*self.tersimpan.rencana.simpul, *self.rencana.simpul)}

    @cached_property
    def indikator(self) -> dict[str, IndikatorRencana]:
        """Every indicator by code."""
        return {indikator.kode: indikator for indikator in (*self.tersimpan.rencana.indikator, *self.rencana.indikator)}

    @cached_property
    def dokumen(self) -> dict[str, VersiDokumen]:
        """The documents of the workbook by code."""
        return {dokumen.kode: dokumen for dokumen in self.rencana.dokumen}

    @cached_property
    def aturan_baru(self) -> dict[KunciAturan, AturanRencana]:
        """The rules of the workbook for each year in which they hold."""
        return per_tahun(self.rencana.aturan, self.tahun_terakhir)

    @cached_property
    def aturan(self) -> dict[KunciAturan, AturanRencana]:
        """The rule of every indicator and year."""
        return {kunci: aturan for kunci, (aturan, _) in self.tersimpan.aturan.items()} | self.aturan_baru

    @cached_property
    def tahun_terakhir(self) -> int:
        """The last year of any document."""
        return max((d.tahun_akhir for d in (*self.tersimpan.rencana.dokumen, *self.rencana.dokumen)), default=0)

    @cached_property
    def kode(self) -> dict[str, frozenset[str]]:
        """The known codes by the key of the sheet that defines them."""
        unit = (*self.tersimpan.rencana.unit, *self.rencana.unit)
        return {
            "unit": frozenset(baris.kode for baris in unit),
            "dokumen": frozenset(self.dokumen),
            "pohon": frozenset(self.simpul),
            "indikator": frozenset(self.indikator),
        }

    def dikenal(self, lembar: str, kode: str) -> bool:
        """Whether a code may be referred to; a code whose own row could not be read has its finding already."""
        return kode in self.kode[lembar] or bool({(lembar, ""), (lembar, kode)} & self.cacat)

    def sebelum(self, dokumen: VersiDokumen) -> VersiDokumen | None:
        """The version just before this one, from the workbook or the store; None when there is none."""
        calon = {
            versi.kunci: versi
            for versi in (*self.tersimpan.rencana.dokumen, *self.rencana.dokumen)
            if versi.kunci[:2] == dokumen.kunci[:2] and versi.ke < dokumen.ke
        }
        return max(calon.values(), key=lambda versi: versi.ke, default=None)

    def rujukan(self, dokumen: VersiDokumen) -> tuple[Rujukan, ...]:
        """The rows under a document, from the workbook when the document is in it, else from the store."""
        dari = self.rencana if self.dokumen.get(dokumen.kode) is dokumen else self.tersimpan.rencana
        return tuple(rujukan for rujukan in dari.rujukan if rujukan.dokumen == dokumen.kode)


def susun_konteks(
    bacaan: BacaanRencana, tersimpan: Tersimpan | None = None, skala: Mapping[str, frozenset[str]] | None = None
) -> KonteksRencana:
    """What a reading is checked against; without a store nothing is known but the workbook itself."""
    return KonteksRencana(bacaan.rencana or Rencana(), tersimpan or Tersimpan(), skala or {}, bacaan.cacat)


def per_tahun(aturan: Iterable[AturanRencana], sampai: int) -> dict[KunciAturan, AturanRencana]:
    """Each rule for each of its years: from `mulai` until a later rule of the same indicator, at most `sampai`."""
    return {
        (aturan_mulai.kode, tahun): aturan_mulai
        for aturan_mulai in sorted(aturan, key=lambda aturan_mulai: aturan_mulai.mulai)
        for tahun in range(aturan_mulai.mulai, sampai + 1)
    }
