"""Columns that several forms have: helper columns, K beside Rp, those that name a row of the plan tree, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from analytics.dokumen.tata_letak import KolomFormulir

LEBAR_K, LEBAR_RP, LEBAR_PERSEN = 8.0, 11.5, 8.0
"""Widths of a measure, an amount and a percentage."""


def kolom_bantu(kunci: str, judul: str) -> KolomFormulir:
    """A column right of the form, outside the print area, that formulas read."""
    return KolomFormulir(kunci, (f"Kolom bantu, tidak dicetak. {judul}",), lebar=14, bantu=True)


def bantu_target(kunci: str, nama: str) -> tuple[KolomFormulir, ...]:
    """Where a range and a grade's number of this target stand."""
    return (
        kolom_bantu(f"{kunci}_bawah", f"{nama}: batas bawah"),
        kolom_bantu(f"{kunci}_atas", f"{nama}: batas atas"),
        kolom_bantu(f"{kunci}_angka", f"{nama}: angka peringkat"),
    )


def bantu_pecahan(kunci: str, nama: str) -> tuple[KolomFormulir, ...]:
    """Where pembilang and penyebut of this realisasi stand."""
    return (
        kolom_bantu(f"{kunci}_pembilang", f"{nama}: pembilang"),
        kolom_bantu(f"{kunci}_penyebut", f"{nama}: penyebut"),
    )


def bantu_mentah(kunci: str, nama: str) -> KolomFormulir:
    """Where the unrounded capaian stands."""
    return kolom_bantu(f"{kunci}_mentah", f"{nama}: tanpa pembulatan")


def pasang_kolom(
    kunci: str, judul: tuple[str, ...], bagian: int, *, rasio: bool = False
) -> tuple[KolomFormulir, KolomFormulir]:
    """A pair of columns K and Rp under one header and number."""
    return (
        KolomFormulir(f"{kunci}_k", (*judul, "K"), lebar=LEBAR_K, bagian=bagian),
        KolomFormulir(
            f"{kunci}_rp",
            (*judul, "Rp (%)" if rasio else "Rp"),
            lebar=LEBAR_PERSEN if rasio else LEBAR_RP,
            bagian=bagian,
        ),
    )


_PROGRAM: Final = "Program / Kegiatan / Sub kegiatan"
AWAL_POHON: Final[Mapping[str, tuple[KolomFormulir, ...]]] = {
    "no": (KolomFormulir("no", ("No",), lebar=4),),
    "sasaran": (KolomFormulir("sasaran", ("Sasaran",), lebar=17),),
    "kode": (KolomFormulir("kode", ("Kode",), lebar=11.5),),
    "program": (KolomFormulir("program", (_PROGRAM,), lebar=27),),
    "program_tanpa_kode": (KolomFormulir("program", (_PROGRAM,), lebar=22),),
    "indikator": (KolomFormulir("indikator", ("Indikator kinerja (satuan)",), lebar=25),),
}
"""What names a row of the plan tree, left of the figures."""
TANPA_KODE: Final = ("no", "sasaran", "program", "indikator")
DENGAN_KODE: Final = ("no", "sasaran", "kode", "program_tanpa_kode", "indikator")
"""The two choices of those columns: the code before the name, or in a column of its own."""


def hitung_tetap(kunci: Sequence[str]) -> int:
    """The columns up to the indikator repeat on every page."""
    return kunci.index("indikator") + 1


def nomori(kelompok: Iterable[tuple[tuple[KolomFormulir, ...], bool]]) -> tuple[KolomFormulir, ...]:
    """Print the numbers in order, one for each group that has one, and put them where a header names a column."""
    hasil: list[KolomFormulir] = []
    urut = 0
    for seiring, bernomor in kelompok:
        urut += bernomor
        hasil += [replace(kolom, nomor=str(urut) if bernomor else "") for kolom in seiring]
    nomor = {kolom.kunci: kolom.nomor for kolom in hasil}
    return tuple(replace(kolom, judul=tuple(judul.format_map(nomor) for judul in kolom.judul)) for kolom in hasil)
