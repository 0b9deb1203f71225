"""A published five-year plan of a kecamatan as a plan of ours: what two such plans have alike.

Units, polaritas, frekuensi and agregasi stand in neither csv; they are added by hand.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from analytics.rencana.baris import (
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Rujukan,
    SimpulPohon,
    TargetRencana,
    Unit,
    VersiDokumen,
)

TAHUN: Final = (2026, 2027, 2028, 2029, 2030)
RENSTRA, RENJA = "RENSTRA-26", "RENJA-26"
PROGRAM: Final = {
    "7.01.01": ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "SEK"),
    "7.01.02": ("Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "PEM"),
    "7.01.03": ("Program Pemberdayaan Masyarakat Desa dan Kelurahan", "PMD"),
    "7.01.04": ("Program Koordinasi Ketenteraman dan Ketertiban Umum", "TRANTIB"),
    "7.01.06": ("Program Pembinaan dan Pengawasan Pemerintahan Desa", "PEM"),
}
UNIT: Final = (
    Unit("PEM", "Seksi Pemerintahan", "seksi", anggaran_semua=False),
    Unit("PMD", "Seksi Pemberdayaan Masyarakat dan Desa", "seksi", anggaran_semua=False),
    Unit("TRANTIB", "Seksi Ketenteraman dan Ketertiban Umum", "seksi", anggaran_semua=False),
    Unit("SEK", "Subbagian Perencanaan dan Keuangan", "subbag", anggaran_semua=True),
)
BarisCsv = dict[str, str]
_DOKUMEN: Final = (
    VersiDokumen(RENSTRA, "renstra", 2026, 2030, 0, date(2025, 9, 1), "Renstra 2026-2030", None),
    VersiDokumen(RENJA, "renja", 2026, 2026, 0, date(2025, 12, 15), "Renja 2026", None),
)
_MASA: Final = ((RENSTRA, TAHUN), (RENJA, TAHUN[:1]))


def baca_csv(nama: str) -> list[BarisCsv]:
    """The rows as published."""
    with (Path(__file__).parent.parent / "golden" / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def kode_indikator(simpul: str) -> str:
    """One indicator per row of the csv."""
    return f"I-{simpul}"


def unit(kode: str) -> str | None:
    """Who answers for a node, by its program; None for tujuan and sasaran."""
    return PROGRAM[kode[:7]][1] if kode[:7] in PROGRAM else None


def susun(
    kantor: IdentitasKantor,
    baris: Sequence[BarisCsv],
    simpul: Sequence[SimpulPohon],
    jadwal: Callable[[BarisCsv], tuple[str, str]],
) -> Rencana:
    """The Renstra 2026-2030, and a Renja 2026 that repeats its first year; `jadwal` tells frekuensi and agregasi."""
    berpagu = [baris_csv for baris_csv in baris if baris_csv["pagu_2026"]]
    rujukan = [
        (f"target_{jenis}", dokumen, kode_indikator(baris_csv["kode"]))
        for jenis, dokumen in (("renstra", RENSTRA), ("renja", RENJA))
        for baris_csv in baris
    ]
    rujukan += [("pagu", dokumen, baris_csv["kode"]) for dokumen in (RENSTRA, RENJA) for baris_csv in berpagu]
    return Rencana(
        identitas=kantor,
        unit=UNIT,
        dokumen=_DOKUMEN,
        simpul=tuple(simpul),
        indikator=tuple(_indikator(baris_csv) for baris_csv in baris),
        aturan=tuple(_aturan(baris_csv["kode"], *jadwal(baris_csv)) for baris_csv in baris),
        target=tuple(_target(baris)),
        pagu=tuple(_pagu(berpagu)),
        rujukan=tuple(Rujukan(*isi) for isi in rujukan),
    )


def _indikator(baris_csv: BarisCsv) -> IndikatorRencana:
    kode, nama, satuan = (baris_csv[kolom] for kolom in ("kode", "indikator", "satuan"))
    return IndikatorRencana(
        kode_indikator(kode), kode, nama, satuan, unit(kode) or "SEK", None, None, ("renja", "renstra")
    )


def _aturan(kode: str, frekuensi: str, agregasi: str) -> AturanRencana:
    return AturanRencana(
        kode=kode_indikator(kode),
        mulai=2026,
        polaritas="naik",
        rumus="naik",
        frekuensi=frekuensi,
        agregasi=agregasi,
        cara_isi="triwulan_ini",
        pembilang=None,
        penyebut=None,
        faktor=None,
        skala_ordinal=None,
        alasan=None,
    )


def _target(baris: Sequence[BarisCsv]) -> Iterator[TargetRencana]:
    for dokumen, masa in _MASA:
        for baris_csv in baris:
            for tahun in masa:
                if baris_csv[f"target_{tahun}"]:
                    nilai = NilaiRencana(Decimal(baris_csv[f"target_{tahun}"]))
                    yield TargetRencana(dokumen, kode_indikator(baris_csv["kode"]), tahun, 0, nilai)


def _pagu(baris: Sequence[BarisCsv]) -> Iterator[Pagu]:
    for dokumen, masa in _MASA:
        for baris_csv in baris:
            for tahun in masa:
                yield Pagu(dokumen, baris_csv["kode"], tahun, Decimal(baris_csv[f"pagu_{tahun}"]))
