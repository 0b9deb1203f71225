"""A draft as the unit's own format workbook: what a field says, and a draft as bytes and as a check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from analytics.aturan.angka import (
    Ambigu,
    Angka,
    Kosong,
    Peringkat,
    TidakTerbaca,
    baca_angka,
    rupiah_bertitik_nol,
    tulis_angka,
)
from analytics.aturan.teks import sandingan
from analytics.aturan.tetap import urai_tetap
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.bentuk.format import KOLOM_ANGGARAN, kolom_realisasi
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import banyak_terisi, nama_format, tulis_format
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, Teks, UnitLayar
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang

AKHIR_NAMA: Final = "diisi_di_layar"
"""Ends the name of a workbook that was filled in on screen; it is what its source says."""


def susun_buku(bahan: BahanFormat, draf: DrafIsian) -> bytes:
    """The format workbook of the unit with the cells of a draft typed; the same draft gives the same bytes.

    Raises ValueError for a draft that was never saved.
    """
    if draf.disimpan_pada is None:
        raise ValueError(draf.versi)
    return tulis_format(bahan, draf.disimpan_pada, susun_isian(bahan, draf.isian))


def susun_isian(bahan: BahanFormat, isian: IsianLayar) -> IsianUnit:
    """What is typed into the format. A row or column that the plan does not ask for any more is left out."""
    realisasi = _ketikan(isian.realisasi, _kolom(bahan, "realisasi"), {baris.kode for baris in bahan.indikator})
    anggaran = _ketikan(isian.anggaran, _kolom(bahan, "anggaran"), {simpul.kode for simpul in bahan.simpul})
    return IsianUnit(realisasi, anggaran)


def wajib_terisi(bahan: BahanFormat, isian: IsianLayar) -> int:
    """How many due rows are filled, as the workbook will count them."""
    return banyak_terisi(bahan, susun_isian(bahan, isian).realisasi)


def tersisih(bahan: BahanFormat, isian: IsianLayar) -> tuple[str, ...]:
    """The codes of rows that a draft fills and the plan does not ask for any more."""
    diminta = {*(indikator.kode for indikator in bahan.indikator), *(simpul.kode for simpul in bahan.simpul)}
    return tuple(kode for kode in (*isian.realisasi, *isian.anggaran) if kode not in diminta)


def _kolom(bahan: BahanFormat, lembar: Literal["realisasi", "anggaran"]) -> Mapping[str, str]:
    """Kind by key of the columns that a unit fills."""
    semua = kolom_realisasi(bahan.periode.triwulan) if lembar == "realisasi" else KOLOM_ANGGARAN
    return {kolom.kunci: kolom.jenis for kolom in semua if kolom.jenis != "terkunci"}


def _ketikan(teks: Teks, kolom: Mapping[str, str], baris: set[str]) -> Isian:
    return {
        kode: {kunci: ketik(tulisan, kolom[kunci]) for kunci, tulisan in ketikan.items() if kunci in kolom}
        for kode, ketikan in teks.items()
        if kode in baris
    }


def ketik(tulisan: str, jenis: str) -> Ketikan:
    """What goes into the cell: a number that has one usual reading as that number, everything else as it was typed."""
    terbaca = baca_angka(tulisan) if jenis == "angka" else None
    lazim = isinstance(terbaca, Angka) and terbaca.tanya is None and not terbaca.persen and not terbaca.tergerus
    return terbaca.nilai if isinstance(terbaca, Angka) and lazim else tulisan


def gema(tulisan: str, kata: Sequence[str] = (), *, rupiah: bool = False) -> str:
    """How a number field is understood, said beside it at once; empty where nothing is typed.

    `kata` are the words that can stand in the place of the number; `rupiah`: it is an amount of money.
    """
    if not tulisan.strip():
        return ""
    if urai_tetap(tulisan):
        tetap = next((sebutan for sebutan in kata if urai_tetap(sebutan)), None)
        return f"dibaca {tetap}" if tetap else "belum terbaca: di sini tidak ada nilai yang dapat tetap berlaku"
    terbaca = baca_angka((rupiah_bertitik_nol(tulisan) if rupiah else None) or tulisan)
    match terbaca:
        case Angka():
            return f"dibaca {tulis_angka(terbaca.nilai)}" + (f" ({terbaca.tanya})" if terbaca.tanya else "")
        case Ambigu():
            return f"dua bacaan: {' atau '.join(map(tulis_angka, terbaca.bacaan))}. Ketik tanpa titik ribuan."
        case TidakTerbaca():
            return f"belum terbaca: {terbaca.sebab}"
        case Kosong():
            return "dibaca kosong: belum ada data, bukan nol"
        case Peringkat() if sandingan(tulisan) not in map(sandingan, kata):
            return "belum terbaca: berupa kata, bukan angka"
        case _:
            return f"dibaca {tulisan.strip()}"


def periksa_draf(gudang: Gudang, unit: UnitLayar, draf: DrafIsian, pembaca: Pembaca) -> HasilPeriksa:
    """What the check of a workbook says of a draft; nothing is stored. Raises UnitTidakDikenal."""
    bahan = muat_bahan(gudang, unit.kode_pd, unit.kode_unit, unit.periode)
    pemeriksa = PemeriksaBerkas(gudang, unit.kode_pd, pembaca)
    nama = nama_format(unit.kode_unit, unit.periode, AKHIR_NAMA)
    return pemeriksa.periksa(susun_buku(bahan, draf), nama, kode_unit=unit.kode_unit, periode=unit.periode)
