"""What a plan is checked against: itself, what the store already holds, and the reference data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from itertools import product
from typing import Final

from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.nomenklatur import kode_simpul_baku, pisah_bagian
from analytics.rencana.baris import (
    AturanRencana,
    IndikatorRencana,
    Pagu,
    Rencana,
    Rujukan,
    SimpulPohon,
    TargetRencana,
    VersiDokumen,
)
from analytics.rencana.lembar.baca import BacaanRencana
from analytics.rencana.lembar.templat import LEMBAR_MERUJUK
from analytics.rencana.pilihan import TINGKAT
from analytics.rencana.soal import BacaanSoal, kelompokkan, satukan_pagu, terapkan_bacaan

_BERDOKUMEN: Final = frozenset({"target_renstra", "target_renja", "pagu"})
"""The sheets of which a row is looked for by its document and code."""
_URUTAN_TINGKAT: Final = tuple(tingkat.kode for tingkat in TINGKAT)
KunciAturan = tuple[str, int]
"""(kode indikator, tahun)."""
KunciPagu = tuple[str, int, str]
"""(kode dokumen, tahun, kode simpul)."""
BERPAGU: Final = frozenset({"kegiatan", "sub_kegiatan"})
"""The levels that a pagu is asked of."""


@dataclass(frozen=True)
class Tersimpan:
    """What the store holds of one office: its plan, and each rule in force with its revisi by (kode, tahun)."""

    rencana: Rencana = field(default_factory=Rencana)
    aturan: Mapping[KunciAturan, tuple[AturanRencana, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class KonteksRencana:
    """A workbook's plan together with the stored one; where both have a code, the workbook counts.

    `skala` maps each scale of grades to its grades. `berulang` are the amounts, as they are written, that stand in
    several rows of one node and may have become one in `rencana`.
    """

    rencana: Rencana
    tersimpan: Tersimpan
    skala: Mapping[str, frozenset[str]]
    cacat: frozenset[tuple[str, str]]
    berulang: Mapping[KunciPagu, Sequence[Pagu]] = field(default_factory=dict)

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

    def mirip(self, lembar: str, kode: str) -> list[str]:
        """The known codes that one which is not known may be a slip of, the nearest first."""
        dikenal = {kode_dikenal.lower(): kode_dikenal for kode_dikenal in sorted(self.kode[lembar])}
        return [dikenal[kode_dikenal] for kode_dikenal in get_close_matches(kode.lower(), dikenal, 99, 0.8)]

    def masa_salah(self, dokumen: VersiDokumen) -> bool:
        """Whether the years of a document cannot be those that are meant, so that what hangs on them says nothing."""
        banyak = dokumen.tahun_akhir - dokumen.tahun_awal + 1
        return banyak < 1 or (dokumen.jenis == "renja" and banyak > 1)

    @cached_property
    def tanpa_aturan(self) -> dict[str, list[TargetRencana]]:
        """The targets of the years in which no indicator of a document has a rule, by the code of the document."""
        setahun = kelompokkan(self.rencana.target, lambda target: (target.dokumen, target.tahun))
        kosong = [
            target
            for (dokumen, tahun), semua in setahun.items()
            if dokumen in self.dokumen and not any((target.indikator, tahun) in self.aturan for target in semua)
            for target in semua
            if target.indikator in self.indikator and ("indikator", target.indikator) not in self.cacat
        ]
        sedokumen = kelompokkan(kosong, lambda target: target.dokumen)
        return {kode: semua for kode, semua in sedokumen.items() if len({target.indikator for target in semua}) > 1}

    @cached_property
    def target_tahun(self) -> tuple[TargetRencana, ...]:
        """The targets of the workbook for whole years."""
        return tuple(target for target in self.rencana.target if target.triwulan == 0)

    def target_indikator(self, kode: str) -> Sequence[TargetRencana]:
        """The targets of an indicator in the workbook, of years and triwulan."""
        return self._target.get(kode, ())

    @cached_property
    def _target(self) -> dict[str, list[TargetRencana]]:
        hasil: dict[str, list[TargetRencana]] = {}
        for target in self.rencana.target:
            hasil.setdefault(target.indikator, []).append(target)
        return hasil

    @cached_property
    def pagu(self) -> dict[KunciPagu, Decimal]:
        """The pagu that the workbook gives a node, by document, year and code."""
        return {(pagu.dokumen, pagu.tahun, pagu.simpul): pagu.rupiah for pagu in self.rencana.pagu}

    @cached_property
    def baris_berulang(self) -> dict[tuple[str, str], list[Rujukan]]:
        """The rows of sheet Pagu that repeat a code under a document and can be one: by document and code.

        A program may stand there once for each sasaran that it serves; any node once for each of its indicators, with
        its whole pagu or none. Anggaran kas stands in one of them.
        """
        baris = kelompokkan((r for r in self.rencana.rujukan if r.lembar == "pagu"), lambda r: (r.dokumen, r.kode))
        kas = Counter((kas.dokumen, kas.simpul, kas.triwulan) for kas in self.rencana.kas)
        ganda = {(dokumen, kode) for (dokumen, kode, _), banyak in kas.items() if banyak > 1}
        return {
            kunci: semua
            for kunci, semua in baris.items()
            if semua[1:] and kunci not in ganda and self._dapat_disatukan(semua)
        }

    @cached_property
    def pagu_ganda(self) -> frozenset[KunciPagu]:
        """What has more than one amount in a year, so that nobody can tell which one counts."""
        banyak = Counter((pagu.dokumen, pagu.tahun, pagu.simpul) for pagu in self.rencana.pagu)
        return frozenset(kunci for kunci, kali in banyak.items() if kali > 1)

    def _dapat_disatukan(self, semua: Sequence[Rujukan]) -> bool:
        """Whether rows that repeat a code can be those of one node."""
        simpul = self.simpul.get(semua[0].kode)
        if simpul is not None and 1 < len(semua) <= len(simpul.semua_sasaran) and simpul.tingkat == "program":
            return True
        uang = self._pagu_baris.get((semua[0].dokumen, semua[0].kode), [])
        return all(len({pagu.rupiah for pagu in setahun}) == 1 for setahun in kelompokkan(uang, _tahun).values())

    @cached_property
    def _pagu_baris(self) -> dict[tuple[str, str], list[Pagu]]:
        return kelompokkan(self.rencana.pagu, lambda pagu: (pagu.dokumen, pagu.simpul))

    @cached_property
    def pagu_berulang(self) -> dict[KunciPagu, list[Pagu]]:
        """The amounts of such rows that stand more than once in a year."""
        milik = [pagu for kunci in self.baris_berulang for pagu in self._pagu_baris.get(kunci, [])]
        setahun = kelompokkan(milik, lambda pagu: (pagu.dokumen, pagu.tahun, pagu.simpul))
        return {kunci: semua for kunci, semua in setahun.items() if semua[1:]}

    @cached_property
    def anak(self) -> dict[str, list[str]]:
        """The codes of the children of every node that has any."""
        hasil: dict[str, list[str]] = {}
        for simpul in self.simpul.values():
            if simpul.induk is not None:
                hasil.setdefault(simpul.induk, []).append(simpul.kode)
        return hasil

    def pagu_di_bawah(self, kunci: KunciPagu, lewat: frozenset[str] = frozenset()) -> Decimal | None:
        """What the nodes below one add up to, where a node without a pagu counts as its own; None without any.

        `lewat` are the nodes on the way, which a broken tree may come back to.
        """
        dokumen, tahun, kode = kunci
        lewat |= {kode}
        anak = [(dokumen, tahun, milik) for milik in self.anak.get(kode, ()) if milik not in lewat]
        uang = [self.pagu[milik] if milik in self.pagu else self.pagu_di_bawah(milik, lewat) for milik in anak]
        ada = [rupiah for rupiah in uang if rupiah is not None]
        return sum(ada, Decimal(0)) if ada else None

    def pagu_indikator(self, target: TargetRencana) -> Decimal | None:
        """The pagu of the node of a target's indicator, as its document gives it; None where it gives none."""
        indikator = self.indikator.get(target.indikator)
        return self.pagu.get((target.dokumen, target.tahun, indikator.simpul)) if indikator else None

    def tanpa_pagu(self, target: TargetRencana) -> bool:
        """Whether a target stands under a kegiatan or sub kegiatan without money in a document that gives money."""
        simpul = self.simpul.get(self.indikator[target.indikator].simpul)
        if simpul is None or simpul.tingkat not in BERPAGU or (target.dokumen, target.tahun) not in self._berpagu:
            return False
        kunci = (target.dokumen, target.tahun, simpul.kode)
        tertulis = self.pagu.get(kunci) or self.pagu_di_bawah(kunci) or kunci in self.pagu_ganda
        return not tertulis and not self.pagu_cacat(kunci)

    def pagu_cacat(self, kunci: KunciPagu) -> bool:
        """Whether the amount may stand in a row that could not be read; a part is known by its whole there."""
        dokumen, _, kode = kunci
        return self.terlepas("pagu", dokumen, pisah_bagian(kode)[0])

    def terlepas(self, lembar: str, dokumen: str, kode: str) -> bool:
        """Whether a row of a sheet that has its finding already may be the one of that document and code."""
        return any((lembar, *letak) in self._lepas for letak in product((dokumen, ""), (kode, "")))

    @cached_property
    def _lepas(self) -> frozenset[tuple[str, str, str]]:
        """Sheet, document and code of rows that could not be read or placed; "" for what is not known of them."""
        tercatat = [(lembar, *kunci.partition("|")[::2]) for lembar, kunci in self.cacat if lembar in _BERDOKUMEN]
        asing = [
            (r.lembar, r.dokumen, pisah_bagian(r.kode)[0]) for r in self.rencana.rujukan if r.lembar in _BERDOKUMEN
        ]
        semua = {(lembar, *self._dikenali(lembar, dokumen, kode)) for lembar, dokumen, kode in asing}
        rusak = {(lembar, *self._dikenali(lembar, dokumen, kode)) for lembar, dokumen, kode in tercatat}
        return frozenset({letak for letak in semua if "" in letak} | rusak)

    def _dikenali(self, lembar: str, dokumen: str, kode: str) -> tuple[str, str]:
        """A document and a code, each "" where it stands nowhere."""
        ada = self.simpul if LEMBAR_MERUJUK[lembar] == "simpul" else self.indikator
        return dokumen if dokumen in self.dokumen else "", kode if kode in ada else ""

    def salah_tingkat(self, simpul: SimpulPohon) -> bool:
        """Whether the parent of a node does not stand one level above it; a parent that is not known says nothing."""
        return self.tingkat_seharusnya(simpul) not in {None, simpul.tingkat}

    def tingkat_seharusnya(self, simpul: SimpulPohon) -> str | None:
        """The level below that of its parent, empty below the lowest; None where that says nothing."""
        induk = self.simpul.get(simpul.induk or "")
        if induk is None or BAGIAN_UNIT in {simpul.tingkat, induk.tingkat}:
            return None
        return dict(zip(_URUTAN_TINGKAT, (*_URUTAN_TINGKAT[1:], ""), strict=True))[induk.tingkat]

    def terputus(self, pagu: Pagu) -> bool:
        """Whether a pagu or part of what is below its node cannot be told, which has its finding already."""
        awalan, ganda = f"{pagu.simpul}.", (pagu.dokumen, pagu.tahun, pagu.simpul) in self.pagu_ganda
        yatim = any(kode.startswith(awalan) for kode in self._yatim)
        return ganda or yatim or self._pagu_bawah_cacat(pagu, pagu.simpul)

    def _pagu_bawah_cacat(self, pagu: Pagu, kode: str, lewat: frozenset[str] = frozenset()) -> bool:
        """Whether the amount of that year of a node below this one could not be read, or is not one."""
        anak = [milik for milik in self.anak.get(kode, ()) if milik not in lewat]
        kunci = [(pagu.dokumen, pagu.tahun, milik) for milik in anak]
        cacat = (self.pagu_cacat(milik) if milik not in self.pagu else milik in self.pagu_ganda for milik in kunci)
        return any(cacat) or any(self._pagu_bawah_cacat(pagu, milik, lewat | {kode}) for milik in anak)

    @cached_property
    def _yatim(self) -> frozenset[str]:
        """The codes of the tree that rows of the workbook speak of and that are not in it."""
        rencana = self.rencana
        disebut = {pisah_bagian(r.kode)[0] for r in rencana.rujukan if LEMBAR_MERUJUK[r.lembar] == "simpul"}
        disebut |= {simpul.induk for simpul in rencana.simpul if simpul.induk is not None}
        terlepas = {
            simpul.kode
            for simpul in rencana.simpul
            if simpul.tingkat != "tujuan" and (simpul.induk is None or simpul.induk not in self.simpul)
        }
        rusak = {kode for lembar, kode in self.cacat if lembar == "pohon" and kode}
        return frozenset({kode for kode in disebut if kode not in self.simpul} | terlepas | rusak)

    def kunci_induk(self, pagu: Pagu) -> KunciPagu:
        """The document, year and parent of a pagu; a parent "" for what has none."""
        simpul = self.simpul.get(pagu.simpul)
        return (pagu.dokumen, pagu.tahun, (simpul.induk if simpul else None) or "")

    def leluhur(self, kode: str) -> tuple[str, ...]:
        """A node and everything above it, the nearest first."""
        hasil: list[str] = []
        while kode in self.simpul and kode not in hasil:
            hasil.append(kode)
            kode = self.simpul[kode].induk or ""
        return tuple(hasil)

    @cached_property
    def _berpagu(self) -> frozenset[tuple[str, int]]:
        return frozenset((pagu.dokumen, pagu.tahun) for pagu in self.rencana.pagu)

    def aturan_terdekat(self, kode: str, tahun: int) -> AturanRencana | None:
        """The rule of that year, or the one of the nearest year: history often lies before the first rule."""
        dekat = sorted(range(tahun - 10, self.tahun_terakhir + 1), key=lambda lain: abs(lain - tahun))
        return next((self.aturan[kode, calon] for calon in dekat if (kode, calon) in self.aturan), None)

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
    tersimpan = tersimpan or Tersimpan()
    rencana = _pakai_kode_lama(bacaan.rencana or Rencana(), tersimpan.rencana)
    konteks = KonteksRencana(rencana, tersimpan, skala or {}, bacaan.cacat)
    satuan = [bacaan_pagu for kunci in konteks.pagu_berulang if (bacaan_pagu := _menurut_rincian(konteks, kunci))]
    return replace(konteks, rencana=terapkan_bacaan(rencana, satuan), berulang=konteks.pagu_berulang)


def _menurut_rincian(konteks: KonteksRencana, kunci: KunciPagu) -> BacaanSoal | None:
    """A repeated pagu as the one that the rows below it add up to, together or each; None where they say neither."""
    semua, terinci = konteks.pagu_berulang[kunci], konteks.pagu_di_bawah(kunci)
    rupiah = [pagu.rupiah for pagu in semua]
    cocok = terinci is not None and (sum(rupiah) == terinci or set(rupiah) == {terinci})
    return satukan_pagu("", semua, terinci) if cocok and terinci is not None else None


def _tahun(pagu: Pagu) -> int:
    return pagu.tahun


def _pakai_kode_lama(rencana: Rencana, tersimpan: Rencana) -> Rencana:
    """The plan with the codes of the tree as the store has them, where an earlier program stored another spelling."""
    ada = {simpul.kode for simpul in tersimpan.simpul}
    lama = {kode_simpul_baku(kode): kode for kode in ada if kode_simpul_baku(kode) not in ada}
    if not lama:
        return rencana
    return replace(
        rencana,
        simpul=tuple(
            replace(simpul, kode=lama.get(simpul.kode, simpul.kode), induk=lama.get(simpul.induk or "", simpul.induk))
            for simpul in rencana.simpul
        ),
        indikator=tuple(
            replace(indikator, simpul=lama.get(indikator.simpul, indikator.simpul)) for indikator in rencana.indikator
        ),
        pagu=tuple(replace(pagu, simpul=lama.get(pagu.simpul, pagu.simpul)) for pagu in rencana.pagu),
        kas=tuple(replace(kas, simpul=lama.get(kas.simpul, kas.simpul)) for kas in rencana.kas),
        riwayat_anggaran=tuple(
            replace(riwayat, simpul=lama.get(riwayat.simpul, riwayat.simpul)) for riwayat in rencana.riwayat_anggaran
        ),
        rujukan=tuple(
            replace(rujukan, kode=lama.get(rujukan.kode, rujukan.kode))
            if LEMBAR_MERUJUK[rujukan.lembar] == "simpul"
            else rujukan
            for rujukan in rencana.rujukan
        ),
    )


def per_tahun(aturan: Iterable[AturanRencana], sampai: int) -> dict[KunciAturan, AturanRencana]:
    """Each rule for each of its years: from `mulai` until a later rule of the same indicator, at most `sampai`."""
    return {
        (aturan_mulai.kode, tahun): aturan_mulai
        for aturan_mulai in sorted(aturan, key=lambda aturan_mulai: aturan_mulai.mulai)
        for tahun in range(aturan_mulai.mulai, sampai + 1)
    }
