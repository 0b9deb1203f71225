"""A real kecamatan's Renstra 2026-2030 as a plan: kegiatan and sub kegiatan from the csv, the rest added by hand.

Tujuan, sasaran, program, units, polaritas, frekuensi and agregasi are not in the csv.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

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

CSV = Path(__file__).parent.parent / "golden" / "renstra_kecamatan.csv"
KODE_PD = "uji-7.01.0.00"
TAHUN = (2026, 2027, 2028, 2029, 2030)
RENSTRA, RENJA = "RENSTRA-26", "RENJA-26"

PROGRAM = {
    "7.01.01": ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "SEK"),
    "7.01.02": ("Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "PEM"),
    "7.01.03": ("Program Pemberdayaan Masyarakat Desa dan Kelurahan", "PMD"),
    "7.01.04": ("Program Koordinasi Ketenteraman dan Ketertiban Umum", "TRANTIB"),
    "7.01.06": ("Program Pembinaan dan Pengawasan Pemerintahan Desa", "PEM"),
}
UNIT = (
    Unit("PEM", "Seksi Pemerintahan", "seksi", anggaran_semua=False),
    Unit("PMD", "Seksi Pemberdayaan Masyarakat dan Desa", "seksi", anggaran_semua=False),
    Unit("TRANTIB", "Seksi Ketenteraman dan Ketertiban Umum", "seksi", anggaran_semua=False),
    Unit("SEK", "Subbagian Perencanaan dan Keuangan", "subbag", anggaran_semua=True),
)


def baris_csv() -> list[dict[str, str]]:
    """The rows as published."""
    with CSV.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def kode_indikator(simpul: str) -> str:
    """One indicator per row of the csv."""
    return f"I-{simpul}"


def rencana_nyata() -> Rencana:
    """The whole plan: the five-year Renstra, and a Renja 2026 with the first year's targets and pagu."""
    baris = baris_csv()
    target = tuple(_target(baris))
    pagu = tuple(_pagu(baris))
    lembar = [("target_renstra", RENSTRA, kode_indikator(b["kode"])) for b in baris]
    lembar += [("target_renja", RENJA, kode_indikator(b["kode"])) for b in baris]
    lembar += [("pagu", dokumen, b["kode"]) for dokumen in (RENSTRA, RENJA) for b in baris]
    return Rencana(
        identitas=IdentitasKantor(KODE_PD, "Kecamatan Uji", "Kabupaten Uji", None, None, contoh=True),
        unit=UNIT,
        dokumen=(
            VersiDokumen(RENSTRA, "renstra", 2026, 2030, 0, date(2025, 9, 1), "Renstra 2026-2030", None),
            VersiDokumen(RENJA, "renja", 2026, 2026, 0, date(2025, 12, 15), "Renja 2026", None),
        ),
        simpul=(*_atas(), *(_simpul(b) for b in baris)),
        indikator=tuple(_indikator(b) for b in baris),
        aturan=tuple(_aturan(b) for b in baris),
        target=target,
        pagu=pagu,
        rujukan=tuple(Rujukan(*rujukan) for rujukan in lembar),
    )


def _atas() -> list[SimpulPohon]:
    return [
        SimpulPohon("T1", "tujuan", None, "Meningkatnya kualitas penyelenggaraan pemerintahan kecamatan", None),
        SimpulPohon("S1.1", "sasaran", "T1", "Meningkatnya kualitas pelayanan dan tata kelola desa", None),
        *(SimpulPohon(kode, "program", "S1.1", nama, unit) for kode, (nama, unit) in PROGRAM.items()),
    ]


def _simpul(b: dict[str, str]) -> SimpulPohon:
    kode = b["kode"]
    return SimpulPohon(
        kode, b["level"], kode.rsplit(".", 1)[0] if b["level"] == "sub_kegiatan" else kode[:7], b["nama"], _unit(b)
    )


def _unit(b: dict[str, str]) -> str:
    return PROGRAM[b["kode"][:7]][1]


def _indikator(b: dict[str, str]) -> IndikatorRencana:
    kode = kode_indikator(b["kode"])
    return IndikatorRencana(kode, b["kode"], b["indikator"], b["satuan"], _unit(b), None, None, ("renja", "renstra"))


def _aturan(b: dict[str, str]) -> AturanRencana:
    return AturanRencana(
        kode=kode_indikator(b["kode"]),
        mulai=2026,
        polaritas="naik",
        rumus="naik",
        frekuensi="triwulanan",
        agregasi="jumlah",
        cara_isi="triwulan_ini",
        pembilang=None,
        penyebut=None,
        faktor=None,
        skala_ordinal=None,
        alasan=None,
    )


def _target(baris: list[dict[str, str]]) -> list[TargetRencana]:
    hasil = []
    for b in baris:
        for tahun in TAHUN:
            if b[f"target_{tahun}"]:
                nilai = NilaiRencana(Decimal(b[f"target_{tahun}"]))
                hasil.append(TargetRencana(RENSTRA, kode_indikator(b["kode"]), tahun, 0, nilai))
        if b["target_2026"]:
            hasil.append(
                TargetRencana(RENJA, kode_indikator(b["kode"]), 2026, 0, NilaiRencana(Decimal(b["target_2026"])))
            )
    return hasil


def _pagu(baris: list[dict[str, str]]) -> list[Pagu]:
    tahunan = [Pagu(RENSTRA, b["kode"], tahun, Decimal(b[f"pagu_{tahun}"])) for b in baris for tahun in TAHUN]
    return tahunan + [Pagu(RENJA, b["kode"], 2026, Decimal(b["pagu_2026"])) for b in baris]
