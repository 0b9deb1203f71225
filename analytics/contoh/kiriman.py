"""What each unit of the sample office sends when, put together from its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from analytics.aturan.periode import Periode
from analytics.contoh.anggaran import realisasi_anggaran
from analytics.contoh.cerita import CERITA
from analytics.contoh.data_pohon import POHON, UNIT
from analytics.contoh.narasi import ALASAN, NARASI
from analytics.contoh.ukuran import TANPA_DATA, TRIWULAN, UKURAN, angka
from analytics.lembar.bentuk.ketikan import Ketikan

PERIODE: Final = tuple(
    periode
    for tahun in range(CERITA.pertama.tahun, CERITA.berjalan.tahun + 1)
    for triwulan in range(1, TRIWULAN + 1)
    if CERITA.pertama <= (periode := Periode(tahun, triwulan)) <= CERITA.berjalan
)
"""Two full years and three quarters of the running one; today is November 2026 in the story."""
TERLAMBAT: Final = {CERITA.berjalan: CERITA.terlambat}
"""The units that have not sent their workbook yet."""
_KELIRU: Final = CERITA.keliru_dulu
KELIRU_DULU: Final = {(_KELIRU.unit, _KELIRU.periode): {_KELIRU.kode: _KELIRU.realisasi}}
"""What a unit typed wrongly in a first workbook, before it sent the right one."""
DIPAKAI_SEJAK: Final = CERITA.dipakai_sejak
"""When Capaian came into use; the workbooks of the years before were filled in then, from the archive."""

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
    for ukuran in UKURAN:
        if ukuran.unit != kiriman.unit:
            continue
        kunci = (ukuran.kode, kiriman.periode)
        teks = kiriman.keliru.get(ukuran.kode) or ukuran.laporan_triwulan(
            kiriman.periode.tahun, kiriman.periode.triwulan
        )
        ketikan: dict[str, Ketikan] = {}
        if teks == TANPA_DATA:
            ketikan["alasan"] = ALASAN[kunci]
        elif teks is not None:
            ketikan |= ketik_nilai(teks)
        ketikan |= NARASI.get(kunci, {})
        if ketikan:
            hasil[ukuran.kode] = ketikan
    return hasil


def ketik_nilai(teks: str) -> dict[str, Ketikan]:
    """The cells of one reported value."""
    atas, garis, bawah = teks.partition("/")
    if garis:
        return {"pembilang": angka(atas), "penyebut": angka(bawah)}
    return {"realisasi": teks if teks.isalpha() else angka(teks)}


def isian_anggaran(kiriman: Kiriman) -> Ketik:
    """What the unit types on sheet Anggaran, by leaf of the plan tree."""
    hasil: Ketik = {}
    for simpul in POHON:
        rupiah = realisasi_anggaran(simpul.kode, kiriman.periode) if simpul.unit == kiriman.unit else None
        if rupiah is not None:
            hasil[simpul.kode] = {"rupiah": rupiah}
            alasan = ALASAN.get((simpul.kode, kiriman.periode))
            if alasan:
                hasil[simpul.kode]["alasan"] = alasan
    return hasil
