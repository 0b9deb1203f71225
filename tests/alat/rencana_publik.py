"""A public five-year plan of a kecamatan as a workbook: 55 indicators, pagu on three levels, no quarterly targets.

What the csv lacks is added by hand: units, polaritas, frekuensi and agregasi. It can be typed as numbers, or pasted as
text as another system exports it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import openpyxl

from analytics.aturan.angka import satuan_persen
from analytics.rencana.baris import (
    AturanRencana,
    IdentitasKantor,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    Rujukan,
    SimpulPohon,
    TargetRencana,
    VersiDokumen,
)
from analytics.rencana.susun import susun_templat
from tests.alat.renstra_nyata import PROGRAM, UNIT

CSV: Final = Path(__file__).parent.parent / "golden" / "rencana_kecamatan_2026_2030.csv"
KODE_PD: Final = "uji-7.01.1.00"
TAHUN: Final = (2026, 2027, 2028, 2029, 2030)
RENSTRA, RENJA = "RENSTRA-26", "RENJA-26"
_BERANGKA: Final = ("Target Renstra", "Target Renja", "Pagu", "Riwayat")
_RUPIAH_TERKECIL: Final = 1_000_000


def baris_publik() -> list[dict[str, str]]:
    """The rows as published."""
    with CSV.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def kode_indikator(kode: str) -> str:
    """One indicator per row."""
    return f"I-{kode}"


@cache
def rencana_publik() -> Rencana:
    """The Renstra 2026-2030, and a Renja 2026 that repeats its first year."""
    baris = baris_publik()
    berpagu = [baris_csv for baris_csv in baris if baris_csv["pagu_2026"]]
    rujukan = [("target_renstra", RENSTRA, kode_indikator(baris_csv["kode"])) for baris_csv in baris]
    rujukan += [("target_renja", RENJA, kode_indikator(baris_csv["kode"])) for baris_csv in baris]
    rujukan += [("pagu", dokumen, baris_csv["kode"]) for dokumen in (RENSTRA, RENJA) for baris_csv in berpagu]
    return Rencana(
        identitas=IdentitasKantor(KODE_PD, "Kecamatan Uji Publik", "Kabupaten Uji", None, None, contoh=True),
        unit=UNIT,
        dokumen=(
            VersiDokumen(RENSTRA, "renstra", 2026, 2030, 0, date(2025, 9, 1), "Renstra 2026-2030", None),
            VersiDokumen(RENJA, "renja", 2026, 2026, 0, date(2025, 12, 15), "Renja 2026", None),
        ),
        simpul=tuple(_simpul(baris_csv) for baris_csv in baris),
        indikator=tuple(_indikator(baris_csv) for baris_csv in baris),
        aturan=tuple(_aturan(baris_csv) for baris_csv in baris),
        target=tuple(_target(baris)),
        pagu=tuple(_pagu(berpagu)),
        riwayat=tuple(
            Riwayat(
                RENSTRA,
                kode_indikator(baris_csv["kode"]),
                "kondisi_awal",
                2025,
                _nilai(baris_csv["kondisi_awal"]),
                "Renstra",
            )
            for baris_csv in baris
            if baris_csv["kondisi_awal"] not in {"", "-"}
        ),
        rujukan=tuple(Rujukan(*isi) for isi in rujukan),
    )


@cache
def berkas_publik(*, teks: bool = False) -> bytes:
    """The workbook, with typed numbers or with every number as text and `.00` behind every amount of rupiah."""
    isi = susun_templat(rencana_publik()).isi
    if not teks:
        return isi
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for nama in _BERANGKA:
        for baris in buku[nama].iter_rows(min_row=5):
            for sel in baris:
                if isinstance(sel.value, int | float) and sel.column_letter > "C":
                    sel.value = _sebagai_teks(nama, sel.value, tahun=nama == "Riwayat" and sel.value in TAHUN_RIWAYAT)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


TAHUN_RIWAYAT: Final = (2025,)


def buku(semua: Sequence[Sequence[object]], gabungan: Sequence[str] = ()) -> bytes:
    """A workbook with one sheet of these rows."""
    hasil = openpyxl.Workbook()
    lembar = hasil.active
    assert lembar is not None
    for baris in semua:
        lembar.append(list(baris))
    for daerah in gabungan:
        lembar.merge_cells(daerah)
    wadah = io.BytesIO()
    hasil.save(wadah)
    return wadah.getvalue()


def ketik_sel(isi: bytes, ubahan: Mapping[str, object]) -> bytes:
    """The workbook with other content in some cells (`Pagu!D5`)."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    for letak, tulisan in ubahan.items():
        lembar, sel = letak.split("!")
        buku[lembar][sel] = tulisan
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _sebagai_teks(lembar: str, angka: float, *, tahun: bool) -> str:
    rupiah = lembar == "Pagu" or (not tahun and angka >= _RUPIAH_TERKECIL)
    return f"{angka:.2f}" if rupiah else str(angka)


def _nilai(teks: str) -> NilaiRencana:
    return NilaiRencana(Decimal(teks))


def _simpul(baris_csv: dict[str, str]) -> SimpulPohon:
    return SimpulPohon(
        baris_csv["kode"],
        baris_csv["tingkat"].replace(" ", "_"),
        baris_csv["induk"] or None,
        baris_csv["nama"],
        _unit(baris_csv),
    )


def _unit(baris_csv: dict[str, str]) -> str | None:
    return PROGRAM[baris_csv["kode"][:7]][1] if baris_csv["kode"][:7] in PROGRAM else None


def _indikator(baris_csv: dict[str, str]) -> IndikatorRencana:
    unit = _unit(baris_csv) or "SEK"
    return IndikatorRencana(
        kode_indikator(baris_csv["kode"]),
        baris_csv["kode"],
        baris_csv["indikator"],
        baris_csv["satuan"],
        unit,
        None,
        None,
        ("renja", "renstra"),
    )


def _aturan(baris_csv: dict[str, str]) -> AturanRencana:
    atas = baris_csv["tingkat"] in {"tujuan", "sasaran"}
    dijumlah = not satuan_persen(baris_csv["satuan"]) and not atas
    return AturanRencana(
        kode=kode_indikator(baris_csv["kode"]),
        mulai=2026,
        polaritas="naik",
        rumus="naik",
        frekuensi="tahunan" if atas else "triwulanan",
        agregasi="jumlah" if dijumlah else "nilai_akhir",
        cara_isi="triwulan_ini",
        pembilang=None,
        penyebut=None,
        faktor=None,
        skala_ordinal=None,
        alasan=None,
    )


def _target(baris: list[dict[str, str]]) -> Iterator[TargetRencana]:
    for dokumen, masa in ((RENSTRA, TAHUN), (RENJA, TAHUN[:1])):
        for baris_csv in baris:
            for tahun in masa:
                if baris_csv[f"target_{tahun}"]:
                    yield TargetRencana(
                        dokumen, kode_indikator(baris_csv["kode"]), tahun, 0, _nilai(baris_csv[f"target_{tahun}"])
                    )


def _pagu(baris: list[dict[str, str]]) -> Iterator[Pagu]:
    for dokumen, masa in ((RENSTRA, TAHUN), (RENJA, TAHUN[:1])):
        for baris_csv in baris:
            for tahun in masa:
                yield Pagu(dokumen, baris_csv["kode"], tahun, Decimal(baris_csv[f"pagu_{tahun}"]))
