"""What is frozen when the Camat approves: every fact, rule, scale and plan row that his figures rest on.

Facts of the periode are only those of units that are terverifikasi; the others are named in the snapshot. Facts of
earlier triwulan count where they are terverifikasi too, or are older than the SOP in this store.
"""

from __future__ import annotations

from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.beku.kanonik import sidik, tulis_kanonik

TABEL_MENURUT_PERIODE: Final = ("kiriman", "realisasi", "realisasi_anggaran", "narasi", "koreksi")
"""Facts, kept up to the periode."""
TABEL_RENCANA: Final = (
    "rencana",
    "target",
    "pagu",
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

Tabel = dict[str, list[dict[str, Any]]]


def ambil_tabel(penanya: Penanya, kode_pd: str, periode: Periode) -> Tabel:
    """Every row that the figures of this periode rest on, by table."""
    milik = {"kode_pd": kode_pd}
    waktu = {"tahun": periode.tahun, "triwulan": periode.triwulan}
    hasil = {nama: penanya.kueri(f"beku_{nama}", **milik, **waktu) for nama in TABEL_MENURUT_PERIODE}
    hasil |= {nama: penanya.kueri(f"beku_{nama}", **milik) for nama in (*TABEL_RENCANA, *TABEL_SEBUTAN)}
    hasil |= {nama: penanya.kueri(f"beku_{nama}", **milik, **waktu) for nama in TABEL_BERTANGGAL}
    hasil |= {nama: penanya.kueri(f"beku_{nama}") for nama in TABEL_ACUAN}
    belum = _belum_terverifikasi(penanya, kode_pd, periode)
    buang = {
        satu["id_kiriman"] for satu in hasil["kiriman"] if (satu["kode_unit"], satu["tahun"], satu["triwulan"]) in belum
    }
    for nama in TABEL_MENURUT_PERIODE:
        hasil[nama] = [satu for satu in hasil[nama] if satu["id_kiriman"] not in buang]
    return hasil


def _belum_terverifikasi(penanya: Penanya, kode_pd: str, periode: Periode) -> set[tuple[str, int, int]]:
    """(unit, tahun, triwulan) of the data that nobody verified: of this periode, and where earlier ones were begun."""
    kini = {(kode, periode.tahun, periode.triwulan) for kode in unit_belum(penanya, kode_pd, periode)}
    dimulai = {
        (satu["kode_unit"], satu["tahun"], satu["triwulan"])
        for satu in penanya.kueri("alur_semua", kode_pd=kode_pd)
        if satu["dokumen"] == "pengumpulan" and satu["keadaan"] != "terverifikasi"
    }
    return kini | dimulai


def unit_belum(penanya: Penanya, kode_pd: str, periode: Periode) -> dict[str, str]:
    """The units whose data of this periode are not terverifikasi: name by code."""
    baris = penanya.kueri("pengumpulan_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return {satu["kode_unit"]: satu["nama"] for satu in baris if satu["keadaan"] != "terverifikasi"}


def sidik_isi(penanya: Penanya, kode_pd: str, periode: Periode) -> str:
    """SHA-256 over everything that would be frozen now: who approves names the one that he saw."""
    return sidik(tulis_kanonik(ambil_tabel(penanya, kode_pd, periode)))
