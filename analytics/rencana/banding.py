"""What an import would add to the store: nothing is overwritten, and what would change is told first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from analytics.aturan.teks import sebaris
from analytics.rencana.isi import (
    Asal,
    Aturan,
    Dokumen,
    ElemenIkk,
    Identitas,
    Indikator,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Simpul,
    Standar,
    Target,
    Tautan,
    Unit,
)
from analytics.rencana.konteks import Konteks
from analytics.rencana.muat import sama_aturan
from analytics.rencana.temuan import buat
from analytics.temuan.butir import Temuan

Berkode = Unit | Simpul | Indikator | Identitas
Isi = Target | Pagu | Riwayat | RiwayatAnggaran | Standar | Tautan | ElemenIkk
_T = TypeVar("_T")
_ANGKA_ATAU_HURUF: Final = re.compile(r"\d+|\D+")
_NAMA_ATRIBUT: Final = {"induk": "induk", "kode_bps": "kode BPS", "contoh": "data contoh"}


@dataclass(frozen=True)
class Ubahan:
    """A stored row whose description changes: `beda` maps each attribute to (old, new)."""

    lama: Berkode
    baru: Berkode
    beda: Mapping[str, tuple[object, object]]
    asal: Asal

    @property
    def kode(self) -> str:
        """The code of the row."""
        return self.baru.kode_pd if isinstance(self.baru, Identitas) else self.baru.kode


@dataclass(frozen=True)
class AturanBaru:
    """A rule to store for one year, with its revisi."""

    aturan: Aturan
    tahun: int
    revisi: int


@dataclass(frozen=True)
class DokumenBaru:
    """A document version to store, with its revisi and everything that stands under it."""

    dokumen: Dokumen
    revisi: int
    isi: tuple[Isi, ...]


@dataclass(frozen=True)
class Selisih:
    """Everything that an import adds or changes. `urutan` is the place of every node in the tree, from 1."""

    identitas: Identitas | None
    unit: tuple[Unit, ...]
    simpul: tuple[Simpul, ...]
    indikator: tuple[Indikator, ...]
    aturan: tuple[AturanBaru, ...]
    dokumen: tuple[DokumenBaru, ...]
    ubahan: tuple[Ubahan, ...]
    urutan: Mapping[str, int]

    @property
    def kosong(self) -> bool:
        """Whether the store has all of it already."""
        isi = (self.identitas, self.unit, self.simpul, self.indikator, self.aturan, self.dokumen, self.ubahan)
        return not any(isi)


def banding(konteks: Konteks) -> Selisih:
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
            nama = _NAMA_ATRIBUT.get(atribut, atribut.replace("_", " "))
            pesan = f"{ubahan.kode}: {nama} berubah dari “{_tulis(lama)}” menjadi “{_tulis(baru)}”."
            saran = "Bila yang diukur berbeda, pakai kode baru; bila hanya perbaikan, beri alasan."
            yield buat("atribut_berubah", pesan, saran, ubahan.asal, diketik=_tulis(baru), dipahami=_tulis(lama))
    for satu in selisih.dokumen:
        if satu.revisi > 0:
            pesan = f"{satu.dokumen.sebutan} sudah tersimpan dengan isi lain; yang ini menjadi revisi {satu.revisi}."
            saran = "Beri alasan revisinya. Bila ini perubahan resmi, catat sebagai versi perubahan."
            yield buat("revisi_dokumen", pesan, saran, satu.dokumen.asal)


def _tulis(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, tuple):
        return ", ".join(satu.upper() for satu in nilai)
    return "kosong" if nilai is None else str(nilai)


def _belum_ada(baru: Iterable[Any], lama: Iterable[Any]) -> Iterator[Any]:
    ada = {satu.kode for satu in lama}
    return (satu for satu in baru if satu.kode not in ada)


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
        ada = {satu.kode: satu for satu in dulu}
        pasangan += [(ada[satu.kode], satu) for satu in kini if satu.kode in ada]
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
    return replace(nilai, **{nama: _jernih(isi) for nama, isi in medan.items()})


def _aturan_baru(konteks: Konteks) -> Iterator[AturanBaru]:
    for (kode, tahun), aturan in sorted(konteks.aturan_baru.items(), key=lambda satu: satu[0]):
        tersimpan = konteks.tersimpan.aturan.get((kode, tahun))
        if tersimpan is None:
            yield AturanBaru(aturan, tahun, 0)
        elif not sama_aturan(tersimpan[0], aturan) and not sama_aturan(_jernih(tersimpan[0]), aturan):
            yield AturanBaru(aturan, tahun, tersimpan[1] + 1)


def _dokumen_baru(baru: Rencana, lama: Rencana) -> Iterator[DokumenBaru]:
    tersimpan = {satu.kunci: satu for satu in lama.dokumen}
    for dokumen in baru.dokumen:
        isi = isi_dokumen(baru, dokumen.kode)
        ada = tersimpan.get(dokumen.kunci)
        if ada is None:
            yield DokumenBaru(dokumen, 0, isi)
        elif not _sama_dokumen((ada, isi_dokumen(lama, ada.kode)), (dokumen, isi)):
            yield DokumenBaru(dokumen, ada.revisi + 1, isi)


def _sama_dokumen(lama: tuple[Dokumen, tuple[Isi, ...]], baru: tuple[Dokumen, tuple[Isi, ...]]) -> bool:
    """Whether a document and everything under it stay as they are stored."""
    return any(dokumen == baru[0] and set(isi) == set(baru[1]) for dokumen, isi in (lama, _jernih(lama)))


def isi_dokumen(rencana: Rencana, kode: str) -> tuple[Isi, ...]:
    """Everything that stands under a document."""
    semua: tuple[Isi, ...] = (
        *rencana.target,
        *rencana.pagu,
        *rencana.riwayat,
        *rencana.riwayat_anggaran,
        *rencana.standar,
        *rencana.tautan,
        *rencana.ikk,
    )
    return tuple(satu for satu in semua if satu.dokumen == kode)


def urutan_pohon(simpul: Mapping[str, Simpul]) -> dict[str, int]:
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
    return tuple((0, int(satu), "") if satu.isdecimal() else (1, 0, satu) for satu in potong)
