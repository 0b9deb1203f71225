"""What an import would add to the store: nothing is overwritten, and what would change is told first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from analytics.aturan.teks import sebaris
from analytics.rencana.baris import (
    BAGIAN_DOKUMEN,
    AsalSel,
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    IsiDokumen,
    Rencana,
    SimpulPohon,
    Unit,
    VersiDokumen,
)
from analytics.rencana.kolom import kolom_medan
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan

Berkode = Unit | SimpulPohon | IndikatorRencana | IdentitasKantor
_T = TypeVar("_T")
_ANGKA_ATAU_HURUF: Final = re.compile(r"\d+|\D+")


@dataclass(frozen=True)
class Ubahan:
    """A stored row whose description changes: `beda` maps each attribute to (old, new)."""

    lama: Berkode
    baru: Berkode
    beda: Mapping[str, tuple[object, object]]
    asal: AsalSel

    @property
    def kode(self) -> str:
        """The code of the row."""
        return self.baru.kode_pd if isinstance(self.baru, IdentitasKantor) else self.baru.kode


@dataclass(frozen=True)
class AturanBaru:
    """A rule to store for one year, with its revisi."""

    aturan: AturanRencana
    tahun: int
    revisi: int


@dataclass(frozen=True)
class DokumenBaru:
    """A document version to store, with its revisi and everything that stands under it."""

    dokumen: VersiDokumen
    revisi: int
    isi: tuple[IsiDokumen, ...]


@dataclass(frozen=True)
class Selisih:
    """Everything that an import adds or changes. `urutan` is the place of every node in the tree, from 1."""

    identitas: IdentitasKantor | None
    unit: tuple[Unit, ...]
    simpul: tuple[SimpulPohon, ...]
    indikator: tuple[IndikatorRencana, ...]
    aturan: tuple[AturanBaru, ...]
    dokumen: tuple[DokumenBaru, ...]
    ubahan: tuple[Ubahan, ...]
    urutan: Mapping[str, int]

    @property
    def kosong(self) -> bool:
        """Whether the store has all of it already."""
        bagian = (self.identitas, self.unit, self.simpul, self.indikator, self.aturan, self.dokumen, self.ubahan)
        return not any(bagian)


def banding(konteks: KonteksRencana) -> Selisih:
    """Compare a workbook's plan with the stored one."""
    baru, lama = konteks.rencana, konteks.tersimpan.rencana
    return Selisih(
        identitas=baru.identitas if lama.identitas is None else None,
        unit=tuple(_belum_ada(baru.unit, lama.unit)),
        simpul=tuple(_belum_ada(baru.simpul, lama.simpul)),
        indikator=tuple(_belum_ada(baru.indikator, lama.indikator)),
        aturan=tuple(_aturan_baru(konteks)),
        dokumen=tuple(_dokumen_baru(baru, lama)),
        ubahan=tuple(_ubahan(baru, lama)),
        urutan=urutan_pohon(konteks.simpul),
    )


def temuan_selisih(selisih: Selisih) -> Iterator[Temuan]:
    """What the importer must know, and give a reason for, before something stored is superseded."""
    for ubahan in selisih.ubahan:
        for atribut, (lama, baru) in ubahan.beda.items():
            nama = kolom_medan(type(ubahan.baru))[atribut].sebutan
            pesan = f"{ubahan.kode}: {nama} berubah dari “{_tulis(lama)}” menjadi “{_tulis(baru)}”."
            saran = "Bila yang diukur berbeda, pakai kode baru; bila hanya perbaikan, beri alasan."
            yield tegur("atribut_berubah", pesan, saran, ubahan.asal, diketik=_tulis(baru), dipahami=_tulis(lama))
    for dokumen in selisih.dokumen:
        if dokumen.revisi > 0:
            pesan = (
                f"{dokumen.dokumen.sebutan} sudah tersimpan dengan isi lain; yang ini menjadi revisi {dokumen.revisi}."
            )
            saran = "Beri alasan revisinya. Bila ini perubahan resmi, catat sebagai versi perubahan."
            yield tegur("revisi_dokumen", pesan, saran, dokumen.dokumen.asal)


def _tulis(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, tuple):
        return ", ".join(kata.upper() for kata in nilai)
    return "kosong" if nilai is None else str(nilai)


def _belum_ada(baru: Iterable[Any], lama: Iterable[Any]) -> Iterator[Any]:
    ada = {baris.kode for baris in lama}
    return (baris for baris in baru if baris.kode not in ada)


def _ubahan(baru: Rencana, lama: Rencana) -> Iterator[Ubahan]:
    pasangan: list[tuple[Berkode, Berkode]] = []
    if baru.identitas is not None and lama.identitas is not None:
        # A workbook can say that an office is real; it cannot turn a real one into a sample.
        contoh = lama.identitas.contoh and baru.identitas.contoh
        pasangan.append((lama.identitas, replace(baru.identitas, contoh=contoh)))
    kelompok: tuple[tuple[Iterable[Any], Iterable[Any]], ...] = (
        (lama.unit, baru.unit),
        (lama.simpul, baru.simpul),
        (lama.indikator, baru.indikator),
    )
    for dulu, kini in kelompok:
        ada = {baris.kode: baris for baris in dulu}
        pasangan += [(ada[baris.kode], baris) for baris in kini if baris.kode in ada]
    for dari, menjadi in pasangan:
        beda = _beda(dari, menjadi) if dari != menjadi else {}
        if beda:
            yield Ubahan(dari, menjadi, beda, menjadi.asal)


def _beda(dari: Berkode, menjadi: Berkode) -> dict[str, tuple[object, object]]:
    nama = [medan.name for medan in fields(menjadi) if medan.compare]
    pasangan = {medan: (getattr(dari, medan), getattr(menjadi, medan)) for medan in nama}
    return {medan: (lama, baru) for medan, (lama, baru) in pasangan.items() if _jernih(lama) != baru}


def _jernih(nilai: _T) -> _T:
    """A stored value as it would be read today: texts of earlier versions may hold what does not show."""
    if isinstance(nilai, str):
        return cast(_T, sebaris(nilai))
    if isinstance(nilai, tuple):
        return cast(_T, tuple(map(_jernih, nilai)))
    if not is_dataclass(nilai) or isinstance(nilai, type):
        return nilai
    medan = {medan.name: getattr(nilai, medan.name) for medan in fields(nilai) if medan.compare}
    return replace(nilai, **{nama: _jernih(isian) for nama, isian in medan.items()})


def _aturan_baru(konteks: KonteksRencana) -> Iterator[AturanBaru]:
    for (kode, tahun), aturan in sorted(konteks.aturan_baru.items(), key=lambda butir: butir[0]):
        tersimpan = konteks.tersimpan.aturan.get((kode, tahun))
        if tersimpan is None:
            yield AturanBaru(aturan, tahun, 0)
        elif not tersimpan[0].sama(aturan) and not _jernih(tersimpan[0]).sama(aturan):
            yield AturanBaru(aturan, tahun, tersimpan[1] + 1)


def _dokumen_baru(baru: Rencana, lama: Rencana) -> Iterator[DokumenBaru]:
    tersimpan = {dokumen_lama.kunci: dokumen_lama for dokumen_lama in lama.dokumen}
    for dokumen in baru.dokumen:
        di_bawahnya = isi_dokumen(baru, dokumen.kode)
        ada = tersimpan.get(dokumen.kunci)
        if ada is None:
            yield DokumenBaru(dokumen, 0, di_bawahnya)
        elif not _sama_dokumen((ada, isi_dokumen(lama, ada.kode)), (dokumen, di_bawahnya)):
            yield DokumenBaru(dokumen, ada.revisi + 1, di_bawahnya)


_DokumenUtuh = tuple[VersiDokumen, tuple[IsiDokumen, ...]]
"""A document and everything under it."""


def _sama_dokumen(lama: _DokumenUtuh, baru: _DokumenUtuh) -> bool:
    """Whether a document and everything under it stay as they are stored."""
    return any(dokumen == baru[0] and set(bagian) == set(baru[1]) for dokumen, bagian in (lama, _jernih(lama)))


def isi_dokumen(rencana: Rencana, kode: str) -> tuple[IsiDokumen, ...]:
    """Everything that stands under a document."""
    return tuple(baris for nama in BAGIAN_DOKUMEN for baris in getattr(rencana, nama) if baris.dokumen == kode)


def urutan_pohon(simpul: Mapping[str, SimpulPohon]) -> dict[str, int]:
    """The place of every node, from 1: a parent before its children, brothers by the numbers in their codes."""
    anak: dict[str | None, list[str]] = {}
    for kode in sorted(simpul, key=_kunci_kode):
        anak.setdefault(simpul[kode].induk, []).append(kode)
    hasil: dict[str, int] = {}
    tunggu = list(reversed(anak.get(None, [])))
    while tunggu:
        kode = tunggu.pop()
        hasil[kode] = len(hasil) + 1
        tunggu.extend(reversed(anak.get(kode, [])))
    return hasil


def _kunci_kode(kode: str) -> tuple[tuple[int, int, str], ...]:
    potong = _ANGKA_ATAU_HURUF.findall(kode)
    return tuple((0, int(bagian), "") if bagian.isdecimal() else (1, 0, bagian) for bagian in potong)
