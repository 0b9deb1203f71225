"""The way of one document through the SOP, read from the log: its moves, where it waited, for how many working days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from analytics.acuan import Penanya
from analytics.sop.hari_kerja import Kalender, hari_kerja_antara
from analytics.sop.langkah import AWAL, MENURUT_AKSI, NAMA_KEADAAN_ALUR, KeadaanAlur, Langkah, giliran
from analytics.sop.objek import Objek
from analytics.sop.tanya_jawab import belum_dijawab


@dataclass(frozen=True)
class Pindah:
    """One applied row of the table of steps: who, when, in which peran, and what came with it."""

    objek: str
    aksi: str
    waktu: datetime
    oleh: str
    sebagai: str
    dari: KeadaanAlur
    ke: KeadaanAlur
    revisi: int
    catatan: str | None
    rangkap: bool
    nomor_kertas: str | None
    tanggal_kertas: date | None
    terbuka: bool = False
    """A question to the unit that has no answer yet."""

    @property
    def langkah(self) -> Langkah:
        """The row that was applied."""
        return MENURUT_AKSI[self.aksi]


@dataclass(frozen=True)
class Singgah:
    """A stay of a document in one keadaan; without an end it is there now."""

    keadaan: KeadaanAlur
    mulai: datetime
    sampai: datetime | None


@dataclass(frozen=True)
class Perjalanan:
    """One document with all its moves, oldest first. `awal` is when its first step could begin, None: not yet.

    `nama` is what people call it: the unit, or the document.
    """

    objek: Objek
    nama: str
    pindah: tuple[Pindah, ...]
    awal: datetime | None

    @property
    def keadaan(self) -> KeadaanAlur:
        """Where it stands."""
        return self.pindah[-1].ke if self.pindah else AWAL[self.objek.dokumen]

    @property
    def nama_keadaan(self) -> str:
        """Where it stands, as people read it."""
        return NAMA_KEADAAN_ALUR[self.objek.dokumen][self.keadaan]

    @property
    def giliran(self) -> Langkah | None:
        """The move that it waits for; None at the end, and while its first step cannot begin."""
        if not self.pindah and self.awal is None:
            return None
        return giliran(self.objek.dokumen, self.keadaan)

    @property
    def selesai(self) -> bool:
        """Whether nothing more is to be done with it."""
        return giliran(self.objek.dokumen, self.keadaan) is None

    @property
    def sejak(self) -> datetime | None:
        """Since when it waits where it is; a question or a correction does not begin the time anew."""
        return next((pindah.waktu for pindah in reversed(self.pindah) if pindah.dari != pindah.ke), self.awal)

    def singgah(self) -> Iterator[Singgah]:
        """Its stays, oldest first. The days of several add up to those of their whole."""
        mulai, keadaan = self.awal, AWAL[self.objek.dokumen]
        for pindah in self.pindah:
            if mulai is not None and mulai <= pindah.waktu:
                yield Singgah(keadaan, mulai, pindah.waktu)
            mulai, keadaan = pindah.waktu, pindah.ke
        if mulai is not None:
            yield Singgah(keadaan, mulai, None)

    def di_langkah(self, nomor: int) -> Iterator[Singgah]:
        """The stays in which it waited for this step."""
        for singgah in self.singgah():
            langkah = giliran(self.objek.dokumen, singgah.keadaan)
            if langkah is not None and langkah.nomor == nomor:
                yield singgah

    def hari(self, nomor: int, kini: datetime, kalender: Kalender) -> int:
        """The working days that it has waited for this step, all stays together."""
        return sum(
            hari_kerja_antara(singgah.mulai, singgah.sampai or kini, kalender) for singgah in self.di_langkah(nomor)
        )

    def mulai(self, nomor: int) -> datetime | None:
        """When it first waited for this step."""
        return next((singgah.mulai for singgah in self.di_langkah(nomor)), None)

    def pertanyaan(self) -> Pindah | None:
        """The newest question to the unit that has no answer yet."""
        return next((pindah for pindah in reversed(self.pindah) if pindah.terbuka), None)


def baca_pindah(penanya: Penanya, kode_pd: str, tahun: Iterable[int]) -> dict[str, tuple[Pindah, ...]]:
    """Every move of an office in the documents of these years, by document (`Objek.id`)."""
    milik: dict[str, list[Mapping[str, Any]]] = {}
    for baris in penanya.kueri("papan_pindah", kode_pd=kode_pd, tahun=sorted(set(tahun))):
        milik.setdefault(baris["objek"], []).append(baris)
    return {objek: tuple(_pindah(semua)) for objek, semua in milik.items()}


def _pindah(semua: Iterable[Mapping[str, Any]]) -> Iterator[Pindah]:
    daftar = list(semua)
    terbuka = belum_dijawab(daftar)
    medan = [nama for nama in Pindah.__dataclass_fields__ if nama != "terbuka"]
    for baris in daftar:
        yield Pindah(**{nama: baris[nama] for nama in medan}, terbuka=baris["nomor"] in terbuka)
