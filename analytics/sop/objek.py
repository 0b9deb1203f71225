"""A document that the SOP moves, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analytics.acuan import Penanya
from analytics.aturan.periode import ROMAWI, Periode
from analytics.sop.langkah import AWAL, JENIS_LAPORAN, NAMA_DOKUMEN, NAMA_KEADAAN_ALUR, JenisDokumen, KeadaanAlur


@dataclass(frozen=True)
class Objek:
    """One document: what a unit collects for a triwulan, the kompilasi of a triwulan, or a report of a year."""

    kode_pd: str
    dokumen: JenisDokumen
    tahun: int
    triwulan: int = 0
    kode_unit: str = ""
    jenis: str = ""

    @classmethod
    def pengumpulan(cls, kode_pd: str, periode: Periode, kode_unit: str) -> Objek:
        """What one unit collects for a periode (steps 1-5)."""
        return cls(kode_pd, "pengumpulan", periode.tahun, periode.triwulan, kode_unit)

    @classmethod
    def kompilasi(cls, kode_pd: str, periode: Periode) -> Objek:
        """The kompilasi of a periode (steps 6-9)."""
        return cls(kode_pd, "kompilasi", periode.tahun, periode.triwulan)

    @classmethod
    def laporan(cls, kode_pd: str, tahun: int, jenis: str = "lkjip") -> Objek:
        """A yearly report (steps 10-12)."""
        return cls(kode_pd, "laporan", tahun, jenis=jenis)

    @property
    def letak(self) -> dict[str, Any]:
        """The columns that name it, as parameters of a question."""
        return {
            "kode_pd": self.kode_pd,
            "dokumen": self.dokumen,
            "tahun": self.tahun,
            "triwulan": self.triwulan,
            "kode_unit": self.kode_unit,
            "jenis": self.jenis,
        }

    @property
    def id(self) -> str:
        """How the log names it: `pengumpulan:7.01.0001:2026:3:PMD:`."""
        return ":".join(
            str(bagian)
            for bagian in (self.dokumen, self.kode_pd, self.tahun, self.triwulan, self.kode_unit, self.jenis)
        )

    @property
    def periode(self) -> Periode | None:
        """The triwulan that it is about, None for a report."""
        return Periode(self.tahun, self.triwulan) if self.triwulan else None

    @property
    def sebutan(self) -> str:
        """`Kompilasi data kinerja triwulan III 2026`."""
        if self.periode is None:
            return f"{JENIS_LAPORAN.get(self.jenis, self.jenis)} {self.tahun}"
        unit = f" {self.kode_unit}" if self.kode_unit else ""
        return f"{NAMA_DOKUMEN[self.dokumen]}{unit} {self.periode.nama}"


@dataclass(frozen=True)
class Kedudukan:
    """Where a document stands: keadaan, revisi, and the versi that a command must name.

    `sejak` is when it came there, None while nobody has moved it.
    """

    objek: Objek
    keadaan: KeadaanAlur
    revisi: int
    versi: int
    sejak: datetime | None

    @property
    def nama(self) -> str:
        """The keadaan as people read it."""
        return NAMA_KEADAAN_ALUR[self.objek.dokumen][self.keadaan]


def dikenal(penanya: Penanya, objek: Objek) -> bool:
    """Whether there can be such a document: its office and unit are in the store, and its columns fit its kind."""
    if objek.dokumen == "laporan":
        bentuk = objek.jenis in JENIS_LAPORAN and not objek.triwulan and not objek.kode_unit
    else:
        bentuk = (
            not objek.jenis and objek.triwulan in ROMAWI and bool(objek.kode_unit) == (objek.dokumen == "pengumpulan")
        )
    if not bentuk or not objek.kode_unit:
        return bentuk and objek.kode_pd in {kantor["kode_pd"] for kantor in penanya.kueri("perangkat_daerah")}
    return objek.kode_unit in {unit["kode_unit"] for unit in penanya.kueri("unit", kode_pd=objek.kode_pd)}


def baca_kedudukan(penanya: Penanya, objek: Objek) -> Kedudukan:
    """Where this document stands now."""
    baris = penanya.kueri("alur_satu", **objek.letak)
    return _kedudukan(objek, baris[0]) if baris else belum_dipindah(objek)


def belum_dipindah(objek: Objek) -> Kedudukan:
    """Where a document stands that nobody has moved yet."""
    return Kedudukan(objek, AWAL[objek.dokumen], 1, 0, None)


def baca_semua(penanya: Penanya, kode_pd: str) -> dict[Objek, Kedudukan]:
    """Where every document of an office stands that somebody has moved."""
    hasil = {}
    for baris in penanya.kueri("alur_semua", kode_pd=kode_pd):
        objek = Objek(**{nama: baris[nama] for nama in Objek.__dataclass_fields__})
        hasil[objek] = _kedudukan(objek, baris)
    return hasil


def _kedudukan(objek: Objek, baris: Mapping[str, Any]) -> Kedudukan:
    return Kedudukan(objek, baris["keadaan"], baris["revisi"], baris["versi"], baris["sejak"])
