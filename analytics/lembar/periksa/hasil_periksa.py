"""What a check of one uploaded workbook yields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from analytics.aturan.pecahan import tulis_laporan
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    TERISI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
)
from analytics.aturan.teks import alasan_sah
from analytics.lembar.bentuk.format import IdentitasFormat, JenisNarasi
from analytics.pembaca.baca import BukuTerbaca
from analytics.temuan.butir import Temuan, ada_galat
from analytics.temuan.katalog import SALAH_KETIK


@dataclass(frozen=True)
class Narasi:
    """One text that the unit wrote beside an indicator; `jenis` as in table narasi."""

    jenis: JenisNarasi
    isi: str
    lembar: str
    sel: str


@dataclass(frozen=True)
class BarisRealisasi:
    """One indicator as the workbook was understood.

    `keadaan` is terisi, belum_ada_data, belum_waktunya, tidak_direncanakan or tidak_ada_kejadian. Exactly one of
    `nilai`, the pair `pembilang` and `penyebut`, or `peringkat` is given when it is terisi. `diketik` is the content as
    typed.
    """

    kode_indikator: str
    nama: str
    satuan: str
    keadaan: KeadaanRealisasi
    nilai: Decimal | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    peringkat: str | None
    alasan: str | None
    diketik: str | None
    lembar: str
    sel: str
    narasi: tuple[Narasi, ...]

    @property
    def disimpan(self) -> bool:
        """Whether the row becomes a fact: it has a value, is due and has none, or had nothing to measure."""
        return self.keadaan in {TERISI, BELUM_ADA_DATA, TIDAK_ADA_KEJADIAN}

    def tulis(self) -> str:
        """`85,5`, `12 / 13`, `BB`, `tidak ada kejadian`, or empty."""
        if self.keadaan == TIDAK_ADA_KEJADIAN:
            return NAMA_KEADAAN[self.keadaan]
        return tulis_laporan(self.nilai, self.pembilang, self.penyebut, self.peringkat)


@dataclass(frozen=True)
class BarisAnggaran:
    """The money of one leaf as understood, Rp s/d the triwulan; None: nothing was given."""

    kode_simpul: str
    nama: str
    pagu: Decimal | None
    rupiah: Decimal | None
    alasan: str | None
    lembar: str
    sel: str


@dataclass(frozen=True)
class BanyakTerisi:
    """How many rows of a workbook have a value: indikator on sheet Realisasi, leaves on sheet Anggaran."""

    indikator: int
    anggaran: int


@dataclass(frozen=True)
class HasilPeriksa:
    """The result of checking one file. What it holds is exactly what `terima` stores.

    `identitas` is None when the file could not be identified. `alasan_tertulis` holds, by `Temuan.kunci`, the reasons
    that stand in the workbook itself. `versi_rencana` is the plan, with its settings, that it was checked against,
    `pilihan` the readings that were chosen for cells with several (by `Temuan.alamat`), `buku` the parsed workbook,
    None when it was not read, `terperiksa` the (sheet, code) of every row that was read.
    """

    kode_pd: str
    nama_berkas: str
    isi: bytes = field(repr=False)
    sha256: str
    identitas: IdentitasFormat | None
    nama_unit: str | None
    realisasi: tuple[BarisRealisasi, ...]
    anggaran: tuple[BarisAnggaran, ...]
    temuan: tuple[Temuan, ...]
    alasan_tertulis: Mapping[str, str]
    versi_rencana: int
    pilihan: Mapping[str, str] = field(default_factory=dict)
    buku: BukuTerbaca | None = field(default=None, repr=False, compare=False)
    terperiksa: frozenset[tuple[str, str]] = frozenset()

    @property
    def boleh_disimpan(self) -> bool:
        """Whether nothing forbids storing it; reasons may still be missing."""
        return not ada_galat(self.temuan)

    @property
    def nama_baris(self) -> dict[str, str]:
        """The names of the rows that were read, by code."""
        indikator = {baris.kode_indikator: baris.nama for baris in self.realisasi}
        return indikator | {baris.kode_simpul: baris.nama for baris in self.anggaran}

    @property
    def terisi(self) -> BanyakTerisi:
        """How much was filled."""
        return BanyakTerisi(
            sum(baris.keadaan == TERISI for baris in self.realisasi),
            sum(baris.rupiah is not None for baris in self.anggaran),
        )

    @property
    def kalimat_isian(self) -> str:
        """How much was filled: `Terisi 11 dari 13 indikator (2 belum waktunya atau tidak direncanakan) dan ...`."""
        terisi = self.terisi
        bebas = sum(baris.keadaan in {BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN} for baris in self.realisasi)
        nihil = sum(baris.keadaan == TIDAK_ADA_KEJADIAN for baris in self.realisasi)
        lain = [f"{bebas} belum waktunya atau tidak direncanakan"] if bebas else []
        lain += [f"{nihil} tidak ada kejadian"] if nihil else []
        belum = f" ({', '.join(lain)})" if lain else ""
        anggaran = f" dan {terisi.anggaran} dari {len(self.anggaran)} baris anggaran" if self.anggaran else ""
        return f"Terisi {terisi.indikator} dari {len(self.realisasi)} indikator{belum}{anggaran}."

    def perlu_alasan(self, alasan: Mapping[str, str]) -> tuple[Temuan, ...]:
        """The peringatan that nothing explains: neither `alasan` (by `Temuan.kunci`) nor the workbook.

        What looks like a slip of the hand (`SALAH_KETIK`) is not settled by what stands in the workbook; somebody has
        to look at it and say so.
        """
        return tuple(
            temuan
            for temuan in self.temuan
            if temuan.tingkat == "peringatan"
            and alasan_sah(alasan.get(temuan.kunci)) is None
            and (temuan.kode in SALAH_KETIK or temuan.kunci not in self.alasan_tertulis)
        )

    def menunggu(self, alasan: Mapping[str, str]) -> tuple[Temuan, ...]:
        """Those of `perlu_alasan` that the unit explained in its workbook: they are confirmed, not asked again."""
        return tuple(temuan for temuan in self.perlu_alasan(alasan) if temuan.kunci in self.alasan_tertulis)

    def lengkap(self, alasan: Mapping[str, str]) -> bool:
        """Whether the file leaves nothing to ask, so that it can become a kiriman."""
        return self.identitas is not None and self.boleh_disimpan and not self.perlu_alasan(alasan)

    def alasan_untuk(self, temuan: Temuan, alasan: Mapping[str, str]) -> str | None:
        """The reason given for a finding: from `alasan` first, then from the workbook."""
        return alasan_sah(alasan.get(temuan.kunci)) or self.alasan_tertulis.get(temuan.kunci)
