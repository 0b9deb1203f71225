"""What is frozen when the Camat approves: every fact, rule, scale and plan row that his figures rest on.

Facts of the periode are only those of units that are terverifikasi; the others are named in the snapshot. Facts of
earlier triwulan count where they are terverifikasi too, or are older than the SOP in this store.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.beku.kanonik import sidik, tulis_kanonik

TABEL_MENURUT_PERIODE: Final = ("kiriman", "realisasi", "realisasi_anggaran", "narasi", "koreksi")
"""Facts, kept up to the periode."""
TABEL_RENCANA: Final = (
    "rencana",
    "target",
    "pagu",
    "anggaran_kas",
    "aturan_indikator",
    "riwayat",
    "riwayat_anggaran",
    "standar_nasional",
    "tautan_rpjmd",
    "elemen_ikk",
)
"""Rows that are never changed once they are written."""
TABEL_BERTANGGAL: Final = ("perangkat_daerah", "unit")
"""What office and units are called on the last day of the periode: later it may be otherwise."""
TABEL_SEBUTAN: Final = ("simpul", "indikator", "laporan_indikator", "pejabat")
"""What else is called how, and who signs: later it may be otherwise."""
TABEL_ACUAN: Final = ("pengaturan", "skala_predikat", "skala_ordinal")
"""Settings and scales of the store."""
TABEL: Final = (*TABEL_MENURUT_PERIODE, *TABEL_RENCANA, *TABEL_BERTANGGAL, *TABEL_SEBUTAN, *TABEL_ACUAN)
"""Everything that is frozen."""

TabelBeku = dict[str, list[dict[str, Any]]]


class PenanyaBeku(Penanya, Protocol):
    """Who also reads what a snapshot keeps: a store, or a transaction of one."""

    def ambil_beku(
        self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int
    ) -> dict[str, list[dict[str, Any]]]:
        """The rows of these tables, cut to an office and a periode."""
        ...


@dataclass(frozen=True)
class FaktaPeriode:
    """Every row that the figures of a periode rest on, by table, and the units without data in it: name by code."""

    tabel: TabelBeku
    belum: Mapping[str, str]

    @cached_property
    def sidik(self) -> str:
        """SHA-256 over everything that would be frozen: who approves names the one that he saw."""
        return sidik(tulis_kanonik(self.tabel))


def ambil_fakta(penanya: PenanyaBeku, kode_pd: str, periode: Periode) -> FaktaPeriode:
    """What the figures of this periode rest on now."""
    tabel = penanya.ambil_beku(TABEL, kode_pd, periode.tahun, periode.triwulan)
    unit = unit_belum(penanya, kode_pd, periode)
    belum = _belum_terverifikasi(penanya, kode_pd, periode, unit)
    buang = {
        kiriman["id_kiriman"]
        for kiriman in tabel["kiriman"]
        if (kiriman["kode_unit"], kiriman["tahun"], kiriman["triwulan"]) in belum
    }
    for nama in TABEL_MENURUT_PERIODE:
        tabel[nama] = [baris for baris in tabel[nama] if baris["id_kiriman"] not in buang]
    return FaktaPeriode(tabel, unit)


def _belum_terverifikasi(
    penanya: Penanya, kode_pd: str, periode: Periode, unit: Iterable[str]
) -> set[tuple[str, int, int]]:
    """(unit, tahun, triwulan) of the data that nobody verified: of this periode, and where earlier ones were begun."""
    kini = {(kode, periode.tahun, periode.triwulan) for kode in unit}
    dimulai = {
        (alur["kode_unit"], alur["tahun"], alur["triwulan"])
        for alur in penanya.kueri("alur_semua", kode_pd=kode_pd)
        if alur["dokumen"] == "pengumpulan" and alur["keadaan"] != "terverifikasi"
    }
    return kini | dimulai


def unit_belum(penanya: Penanya, kode_pd: str, periode: Periode) -> dict[str, str]:
    """The units whose data of this periode are not terverifikasi: name by code."""
    baris = penanya.kueri("pengumpulan_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return {unit["kode_unit"]: unit["nama"] for unit in baris if unit["keadaan"] != "terverifikasi"}


def sidik_isi(penanya: PenanyaBeku, kode_pd: str, periode: Periode) -> str:
    """SHA-256 over everything that would be frozen now."""
    return ambil_fakta(penanya, kode_pd, periode).sidik
