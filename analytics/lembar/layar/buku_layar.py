"""A draft as the unit's own format workbook: what was sent before as a draft, a draft as bytes and as a check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.aturan.angka import Ambigu, Angka, Kosong, TidakTerbaca, baca_angka, tulis_angka
from analytics.aturan.periode import tulis_waktu
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.bentuk.format import KOLOM_ANGGARAN, kolom_realisasi
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, Teks, UnitLayar
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang

AKHIR_NAMA: Final = "diisi_di_layar"
"""Ends the name of a workbook that was filled in on screen; it is what its source says."""
_BUKAN_NAMA: Final = re.compile(r"[^\w.-]+")


def muat_isian(penanya: Penanya, unit: UnitLayar) -> IsianLayar:
    """What the unit reported for this triwulan last, as it would be typed; empty where it sent nothing."""
    kiriman = penanya.kueri("kiriman_terakhir", **unit.letak)
    if not kiriman:
        return IsianLayar()
    milik = {"kode_pd": unit.kode_pd, "id_kiriman": kiriman[0]["id_kiriman"]}
    realisasi: dict[str, dict[str, str]] = {
        baris["kode_indikator"]: _ketikan_lama(baris) for baris in penanya.kueri("kiriman_realisasi", **milik)
    }
    for baris in penanya.kueri("kiriman_narasi", **milik):
        realisasi.setdefault(baris["kode_indikator"], {})[baris["jenis"]] = baris["isi"]
    uang = penanya.kueri("kiriman_anggaran", **milik)
    anggaran = {baris["kode_simpul"]: {"rupiah": _polos(baris["rupiah"])} for baris in uang}
    return IsianLayar(realisasi, anggaran).rapi


def _ketikan_lama(baris: Mapping[str, Any]) -> dict[str, str]:
    pasangan = baris["pembilang"] is not None
    angka = {kunci: _polos(baris[kunci]) for kunci in ("pembilang", "penyebut") if pasangan}
    nilai = baris["peringkat"] or ("" if pasangan else _polos(baris["nilai"]))
    return {**angka, "realisasi": nilai, "alasan": baris["alasan"] or ""}


def _polos(nilai: Decimal | None) -> str:
    """A number without signs for thousands, so that it has one reading."""
    return "" if nilai is None else tulis_angka(nilai).replace(".", "")


def susun_buku(bahan: BahanFormat, draf: DrafIsian) -> bytes:
    """The format workbook of the unit with the cells of a draft typed; the same draft gives the same bytes.

    A row or column that the plan does not ask for any more is left out (`tersisih` names them). Raises ValueError for a
    draft that was never saved.
    """
    if draf.disimpan_pada is None:
        raise ValueError(draf.versi)
    realisasi = _ketikan(draf.isian.realisasi, _kolom(bahan, "realisasi"), {baris.kode for baris in bahan.indikator})
    anggaran = _ketikan(draf.isian.anggaran, _kolom(bahan, "anggaran"), {simpul.kode for simpul in bahan.simpul})
    return tulis_format(bahan, draf.disimpan_pada, IsianUnit(realisasi, anggaran))


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


def gema(tulisan: str) -> str:
    """How a number field is understood, said beside it at once; empty where nothing is typed."""
    terbaca = baca_angka(tulisan)
    if not tulisan.strip():
        return ""
    match terbaca:
        case Angka():
            return f"dibaca {tulis_angka(terbaca.nilai)}" + (f" ({terbaca.tanya})" if terbaca.tanya else "")
        case Ambigu():
            return f"dua bacaan: {' atau '.join(map(tulis_angka, terbaca.bacaan))}. Ketik tanpa titik ribuan."
        case TidakTerbaca():
            return f"belum terbaca: {terbaca.sebab}"
        case Kosong():
            return "dibaca kosong: belum ada data, bukan nol"
        case _:
            return f"dibaca {tulisan.strip()}"


def nama_buku(unit: UnitLayar) -> str:
    """`format_2026_TW3_PEM_diisi_di_layar.xlsx`."""
    kode = _BUKAN_NAMA.sub("_", unit.kode_unit)
    return f"format_{unit.periode.tahun}_TW{unit.periode.triwulan}_{kode}_{AKHIR_NAMA}.xlsx"


def periksa_draf(gudang: Gudang, unit: UnitLayar, draf: DrafIsian, pembaca: Pembaca) -> HasilPeriksa:
    """What the check of a workbook says of a draft; nothing is stored. Raises UnitTidakDikenal."""
    bahan = muat_bahan(gudang, unit.kode_pd, unit.kode_unit, unit.periode)
    pemeriksa = PemeriksaBerkas(gudang, unit.kode_pd, pembaca)
    isi = susun_buku(bahan, draf)
    return pemeriksa.periksa(isi, nama_buku(unit), kode_unit=unit.kode_unit, periode=unit.periode)


def baca_terbaru(penanya: Penanya, unit: UnitLayar, draf: DrafIsian) -> str | None:
    """A sentence about an upload that came in after the draft was saved; None where there is none."""
    terakhir = penanya.kueri("unggahan_terakhir", **unit.letak)
    if not terakhir or draf.disimpan_pada is None or terakhir[0]["diunggah_pada"] <= draf.disimpan_pada:
        return None
    baru = terakhir[0]
    return (
        f"Sesudah draf ini disimpan, {baru['oleh']} mengunggah {baru['nama_berkas']} pada "
        f"{tulis_waktu(baru['diunggah_pada'])}. Bila draf ini dikirim, ia menjadi unggahan yang lebih baru."
    )
