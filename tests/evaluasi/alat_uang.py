"""The money of a small tree without a store: what plans give it, what was realised, what the forms make of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from analytics.evaluasi.hasil.renja import UangRenja
from analytics.evaluasi.hasil.renstra import UangTahun
from analytics.evaluasi.uang import UangTerbaca, susun_berjalan, susun_pohon, susun_renja_uang, susun_tahun

PROGRAM, KEGIATAN, SATU, DUA = "7.01.06", "7.01.06.2.01", "7.01.06.2.01.0001", "7.01.06.2.01.0002"
LAIN, TIGA = "7.01.06.2.02", "7.01.06.2.02.0001"
ATAS: Final = {KEGIATAN: PROGRAM, SATU: KEGIATAN, DUA: KEGIATAN, LAIN: PROGRAM, TIGA: LAIN}
TINGKAT = {1: "program", 2: "kegiatan", 3: "sub_kegiatan"}

Isi = Mapping[str, int]
DI_KEGIATAN, DI_SUB = {KEGIATAN: 100}, {SATU: 60, DUA: 40}
TANPA: Isi = {}


def baca(per_tahun: Mapping[int, tuple[Isi, Isi, Isi]]) -> UangTerbaca:
    """The money of 2026 and other years: of each the pagu of the Renstra and of the Renja, and the realisasi."""
    pohon = susun_pohon(
        {
            "kode_simpul": kode,
            "kode_induk": ATAS.get(kode),
            "tingkat": TINGKAT[1 if kode == PROGRAM else 2 if kode in (KEGIATAN, LAIN) else 3],
            "kode_unit": "S1",
            "daun": kode in (SATU, DUA, TIGA),
            "sasaran": None,
        }
        for kode in (PROGRAM, KEGIATAN, SATU, DUA, LAIN, TIGA)
    )
    baris = {
        tahun: {
            kode: {
                nama: Decimal(milik[kode]) if kode in milik else None
                for nama, milik in zip(("pagu_renstra", "pagu_renja", "realisasi"), isi, strict=True)
            }
            | {"kas": None}
            for kode in {kode for milik in isi for kode in milik}
        }
        for tahun, isi in per_tahun.items()
    }
    return UangTerbaca(pohon, 2026, 4, baris, {})


def e81(uang: UangTerbaca, kode: str = PROGRAM) -> UangRenja:
    return susun_renja_uang(uang, susun_berjalan(uang))[kode]


def e80(uang: UangTerbaca, tahun: int = 2026, kode: str = PROGRAM) -> UangTahun:
    return susun_tahun(uang, tahun)[kode]
