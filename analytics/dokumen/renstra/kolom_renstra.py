"""The layouts of E.80, Evaluasi hasil Renstra: which columns, in which order, under which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from analytics.dokumen.kolom import (
    AWAL_POHON,
    DENGAN_KODE,
    LEBAR_K,
    TANPA_KODE,
    bantu_mentah,
    bantu_target,
    hitung_tetap,
    kolom_bantu,
    nomori,
    pasang_kolom,
)
from analytics.dokumen.tata_letak import Kolom, Susunan

PROFIL_RENSTRA: Final[Mapping[str, tuple[str, ...]]] = {"baku": TANPA_KODE, "kode": DENGAN_KODE}
"""The layouts of E.80 (setting `susunan_renstra`): the columns before the figures."""


def susun_e80(tahun: Sequence[int], berjalan: str, profil: str = "baku") -> Susunan:
    """E.80, Evaluasi hasil Renstra perangkat daerah, for these years; `berjalan` says how far the running year is."""
    kunci = PROFIL_RENSTRA[profil]
    rangkai = (
        ("t", "Target tahun", 1, False),
        ("r", f"Realisasi tahun ({berjalan})", 2, False),
        ("c", "Rasio capaian tahun (%)", 3, True),
    )
    kelompok = [
        *(AWAL_POHON[satu] for satu in kunci),
        (Kolom("awal", ("Data capaian awal",), LEBAR_K),),
        pasang_kolom("akhir", ("Target akhir Renstra",), 1),
        *(
            pasang_kolom(f"{awalan}{satu}", (judul, str(satu)), bagian, rasio=rasio)
            for awalan, judul, bagian, rasio in rangkai
            for satu in tahun
        ),
        (Kolom("unit", ("Unit penanggung jawab",), 16, bagian=3),),
    ]
    keterangan = (Kolom("keterangan", ("Keterangan",), 26, bagian=3),)
    tercetak = nomori([*((satu, True) for satu in kelompok), (keterangan, False)])
    return Susunan((*tercetak, *_bantu_renstra(tahun)), hitung_tetap(kunci))


def _bantu_renstra(tahun: Sequence[int]) -> tuple[Kolom, ...]:
    return (
        *(kolom for satu in tahun for kolom in bantu_target(f"t{satu}_k", f"Target {satu}")),
        *(kolom_bantu(f"r{satu}_k_angka", f"Realisasi {satu}: angka peringkat") for satu in tahun),
        *(bantu_mentah(f"c{satu}_k", f"Rasio {satu}") for satu in tahun),
        *bantu_target("akhir_k", "Target akhir"),
        kolom_bantu("awal_angka", "Capaian awal: angka peringkat"),
        kolom_bantu("terbawah", "Tingkat terbawah"),
        kolom_bantu("dirata", "Rasio tahun berjalan: masuk rata-rata"),
        kolom_bantu("rp_dirata", "Rasio Rp tahun berjalan: masuk rata-rata"),
    )
