"""What each unit of the sample office sends when, put together from its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.data_anggaran import PAGU_RENSTRA, serapan
from analytics.contoh.data_narasi import ALASAN, ALASAN_ANGGARAN, NARASI
from analytics.contoh.data_pohon import POHON, UNIT
from analytics.contoh.isi import Ketikan
from analytics.contoh.rencana import UKURAN, ribu_perubahan, ribu_renja
from analytics.contoh.ukuran import TANPA_DATA, angka

PERIODE: Final = tuple(Periode(tahun, triwulan) for tahun in (2024, 2025, 2026) for triwulan in (1, 2, 3, 4))[:11]
"""Two full years and three quarters of the running one; today is November 2026 in the story."""
TERLAMBAT: Final = {Periode(2026, 3): ("PMD", "UMPEG")}
"""The units that have not sent their workbook yet."""
KELIRU_DULU: Final = {("TRANTIB", Periode(2026, 2)): {"IKU-16": "15"}}
"""What a unit typed wrongly in a first workbook, before it sent the right one."""
DIPAKAI_SEJAK: Final = datetime(2026, 1, 5, 8, 0)
"""Capaian came into use in January 2026; the workbooks of 2024 and 2025 were filled in then, from the archive."""

Ketik = dict[str, dict[str, Ketikan]]


@dataclass(frozen=True)
class Kiriman:
    """One workbook to be sent. `keliru` overrides what stands in the data, by indicator."""

    unit: str
    periode: Periode
    versi: int
    dibuat: datetime
    diterima: datetime
    keliru: Mapping[str, str] = field(default_factory=dict)

    @property
    def jalur(self) -> str:
        """Where it stands below data/contoh."""
        akhir = "_versi_1_keliru" if self.keliru else ""
        periode = self.periode
        return (
            f"{periode.tahun}/TW{periode.triwulan}/format_{periode.tahun}_TW{periode.triwulan}_{self.unit}{akhir}.xlsx"
        )


def daftar_kiriman() -> Iterator[Kiriman]:
    """Every workbook in the order in which it was received."""
    for urutan, periode in enumerate(PERIODE):
        dibuat = _dibuat(periode, urutan)
        for nomor, unit in enumerate(UNIT):
            if unit.kode in TERLAMBAT.get(periode, ()):
                continue
            diterima = dibuat + timedelta(days=8 if periode.tahun == 2026 else 0, hours=1 + nomor)
            keliru = KELIRU_DULU.get((unit.kode, periode))
            if keliru:
                yield Kiriman(unit.kode, periode, 1, dibuat, diterima, keliru)
            versi, tunda = (2, timedelta(days=2)) if keliru else (1, timedelta())
            yield Kiriman(unit.kode, periode, versi, dibuat, diterima + tunda)


def _dibuat(periode: Periode, urutan: int) -> datetime:
    if periode.tahun < DIPAKAI_SEJAK.year:
        return DIPAKAI_SEJAK + timedelta(days=1 + urutan)
    return datetime(periode.tahun, periode.triwulan * 3, 25, 8, 0)


def isian(kiriman: Kiriman) -> Ketik:
    """What the unit types on sheet Realisasi, by indicator and column."""
    hasil: Ketik = {}
    for satu in UKURAN:
        if satu.unit != kiriman.unit:
            continue
        kunci = (satu.kode, kiriman.periode.tahun, kiriman.periode.triwulan)
        teks = kiriman.keliru.get(satu.kode) or satu.laporan_triwulan(*kunci[1:])
        ketikan: dict[str, Ketikan] = {}
        if teks == TANPA_DATA:
            ketikan["alasan"] = ALASAN[kunci]
        elif teks is not None:
            ketikan |= ketik_nilai(teks)
        ketikan |= NARASI.get(kunci, {})
        if ketikan:
            hasil[satu.kode] = ketikan
    return hasil


def ketik_nilai(teks: str) -> dict[str, Ketikan]:
    """The cells of one reported value."""
    atas, garis, bawah = teks.partition("/")
    if garis:
        return {"pembilang": angka(atas), "penyebut": angka(bawah)}
    return {"realisasi": teks if teks.isalpha() else angka(teks)}


def isian_anggaran(kiriman: Kiriman) -> Ketik:
    """What the unit types on sheet Anggaran, by leaf of the plan tree."""
    periode = kiriman.periode
    hasil: Ketik = {}
    for simpul in POHON:
        rupiah = realisasi_anggaran(simpul.kode, periode) if simpul.unit == kiriman.unit else None
        if rupiah is not None:
            hasil[simpul.kode] = {"rupiah": rupiah}
            alasan = ALASAN_ANGGARAN.get((simpul.kode, periode.tahun, periode.triwulan))
            if alasan:
                hasil[simpul.kode]["alasan"] = alasan
    return hasil


def realisasi_anggaran(kode: str, periode: Periode) -> Decimal | None:
    """What was spent on a leaf s/d this triwulan, in rupiah; None: it has no pagu."""
    if kode not in PAGU_RENSTRA:
        return None
    murni, persen = ribu_renja(kode, periode.tahun), serapan(kode, periode.tahun, periode.triwulan)
    akhir = ribu_perubahan(kode) if periode.tahun == 2025 else murni
    berlaku = akhir if periode.triwulan >= 3 else murni
    return None if berlaku is None or persen is None else (akhir or berlaku) * persen * 10
