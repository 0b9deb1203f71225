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
SASARAN: Final = ("S1", "S2")
ATAS: Final = {PROGRAM: "S1", KEGIATAN: PROGRAM, SATU: KEGIATAN, DUA: KEGIATAN, LAIN: PROGRAM, TIGA: LAIN}
_TINGKAT: Final = {
    **dict.fromkeys(SASARAN, "sasaran"), PROGRAM: "program", KEGIATAN: "kegiatan", LAIN: "kegiatan",
    **dict.fromkeys((SATU, DUA, TIGA), "sub_kegiatan"),
}  # fmt: skip

Isi = Mapping[str, int]
DI_KEGIATAN, DI_SUB = {KEGIATAN: 100}, {SATU: 60, DUA: 40}
TANPA: Isi = {}


def baca(per_tahun: Mapping[int, tuple[Isi, Isi, Isi]], *, terbagi: bool = False) -> UangTerbaca:
    """The money of 2026 and other years: of each the pagu of the Renstra and of the Renja, and the realisasi.

    `terbagi`: the second row of the kegiatan serves another sasaran than the first.
    """
    pohon = susun_pohon(
        {
            "kode_simpul": kode,
            "kode_induk": ATAS.get(kode),
            "tingkat": tingkat,
            "nama": kode,
            "kode_unit": "S1",
            "daun": kode in (SATU, DUA, TIGA),
            "sasaran": "S2" if terbagi and kode == DUA else None,
        }
        for kode, tingkat in _TINGKAT.items()
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
