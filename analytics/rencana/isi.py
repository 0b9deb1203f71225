"""A plan in memory: what a *rencana* workbook says, or what the store holds, in the same shape.

Every row knows the cell it came from (`asal`); two rows are equal when they say the same, wherever they stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from analytics.aturan.angka import satuan_persen


@dataclass(frozen=True)
class Asal:
    """Where a row or value was typed: sheet and cell (A1); both empty when it came from the store.

    `kolom` maps the column keys of the sheet to letters and `nomor` is the row, so that `di` finds other cells of the
    row; in Identitas `kolom` holds whole addresses and `nomor` is 0.
    """

    lembar: str = ""
    sel: str = ""
    kolom: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    nomor: int = field(default=0, compare=False, repr=False)

    def di(self, kunci: str) -> Asal:
        """The cell of another column in the same row; this cell itself when the row is not known."""
        huruf = self.kolom.get(kunci)
        if huruf is None:
            return self
        return Asal(self.lembar, f"{huruf}{self.nomor or ''}", self.kolom, self.nomor)


_TANPA_ASAL = Asal()


@dataclass(frozen=True)
class Nilai:
    """One planned or measured value in exactly one form: `nilai`, the range `bawah`-`atas`, or the grade `peringkat`.

    `batas` is the sign (<, <=, >, >=) that stood before `nilai`: the direction is told by the polaritas, so it is asked
    about and not stored.
    """

    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    peringkat: str | None = None
    batas: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Identitas:
    """The perangkat daerah that owns the plan; `kode_pd` is its key, kode wilayah only an attribute."""

    kode_pd: str
    nama: str
    kabupaten: str
    kode_wilayah: str | None
    kode_bps: str | None
    contoh: bool
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Unit:
    """One seksi or subbag; `anggaran_semua` when it fills realisasi anggaran for every unit."""

    kode: str
    nama: str
    jenis: str
    anggaran_semua: bool
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Dokumen:
    """One version of a Renstra or Renja. `ke` 0 is murni, n is perubahan ke-n; `revisi` counts corrected imports."""

    kode: str
    jenis: str
    tahun_awal: int
    tahun_akhir: int
    ke: int
    tanggal: date
    nama: str
    alasan: str | None = field(compare=False)
    revisi: int = field(default=0, compare=False)
    asal: Asal = field(default=_TANPA_ASAL, compare=False)

    @property
    def kunci(self) -> tuple[str, int, int]:
        """What identifies the document whatever its code: jenis, first year, ke."""
        return (self.jenis, self.tahun_awal, self.ke)

    @property
    def sebutan(self) -> str:
        """`Renja 2025 perubahan ke-1`."""
        masa = str(self.tahun_awal) if self.tahun_awal == self.tahun_akhir else f"{self.tahun_awal}-{self.tahun_akhir}"
        return f"{self.jenis.capitalize()} {masa} {'murni' if self.ke == 0 else f'perubahan ke-{self.ke}'}"


@dataclass(frozen=True)
class Simpul:
    """One node of the plan tree."""

    kode: str
    tingkat: str
    induk: str | None
    nama: str
    unit: str | None
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Indikator:
    """One indicator, without its rule; `laporan` holds the codes of the reports it belongs to, in fixed order."""

    kode: str
    simpul: str
    nama: str
    satuan: str
    unit: str
    definisi: str | None
    sumber_data: str | None
    laporan: tuple[str, ...]
    asal: Asal = field(default=_TANPA_ASAL, compare=False)

    @property
    def persen(self) -> bool:
        """Whether the value is a percentage."""
        return satuan_persen(self.satuan)


@dataclass(frozen=True)
class Aturan:
    """The rule of one indicator from the year `mulai` on, until a later rule of the same indicator."""

    kode: str
    mulai: int
    polaritas: str
    rumus: str
    frekuensi: str
    agregasi: str
    cara_isi: str
    pembilang: str | None
    penyebut: str | None
    faktor: Decimal | None
    skala_ordinal: str | None
    alasan: str | None = field(compare=False)
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Target:
    """One planned value; `triwulan` 0 is the whole year."""

    dokumen: str
    indikator: str
    tahun: int
    triwulan: int
    nilai: Nilai
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Pagu:
    """The budget of one node for one year, in rupiah."""

    dokumen: str
    simpul: str
    tahun: int
    rupiah: Decimal
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Riwayat:
    """A value from outside the quarterly loop: kondisi awal, kondisi akhir, or realisasi of an earlier year."""

    dokumen: str
    indikator: str
    jenis: str
    tahun: int
    nilai: Nilai
    sumber: str
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class RiwayatAnggaran:
    """Money spent on one node in an earlier year, in rupiah."""

    dokumen: str
    simpul: str
    tahun: int
    rupiah: Decimal
    sumber: str
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Standar:
    """A national standard for one indicator and year."""

    dokumen: str
    indikator: str
    tahun: int
    nilai: Decimal
    sumber: str
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Tautan:
    """The RPJMD indicator that an indicator supports, with the RPJMD target of one year when there is one."""

    dokumen: str
    indikator: str
    program_prioritas: str
    indikator_rpjmd: str
    tahun: int
    nilai: Nilai
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class ElemenIkk:
    """What an indicator supplies to an IKK of the LPPD: its pembilang, penyebut or capaian."""

    dokumen: str
    indikator: str
    kode_ikk: str
    nama_ikk: str
    rumus_ikk: str
    elemen: str
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Rujukan:
    """One row of a sheet that speaks of `kode` (an indicator or a node) under a document, whatever else it holds.

    An empty target is a decision, a missing row is not: only a Rujukan tells them apart.
    """

    lembar: str
    dokumen: str
    kode: str
    asal_dokumen: Asal = field(default=_TANPA_ASAL, compare=False)
    asal: Asal = field(default=_TANPA_ASAL, compare=False)


@dataclass(frozen=True)
class Rencana:
    """A whole plan. `identitas` is None when the workbook does not say whose it is."""

    identitas: Identitas | None = None
    unit: tuple[Unit, ...] = ()
    dokumen: tuple[Dokumen, ...] = ()
    simpul: tuple[Simpul, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    aturan: tuple[Aturan, ...] = ()
    target: tuple[Target, ...] = ()
    pagu: tuple[Pagu, ...] = ()
    riwayat: tuple[Riwayat, ...] = ()
    riwayat_anggaran: tuple[RiwayatAnggaran, ...] = ()
    standar: tuple[Standar, ...] = ()
    tautan: tuple[Tautan, ...] = ()
    ikk: tuple[ElemenIkk, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
