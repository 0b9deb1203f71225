"""The layouts of E.80, Evaluasi hasil Renstra: which columns, in which order, under which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from analytics.dokumen.kolom_bersama import (
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
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra

PROFIL_RENSTRA: Final[Mapping[str, tuple[str, ...]]] = {"baku": TANPA_KODE, "kode": DENGAN_KODE}
"""The layouts of E.80 (setting `susunan_renstra`): the columns before the figures."""
_TAHUN_BIASA: Final = 5
_LEBIH_RAMPING: Final = 0.9
"""How much narrower the names stand beside more years than usual, so that a page stays readable."""


def susunan_renstra(hasil: EvaluasiRenstra) -> Susunan:
    """E.80 in the layout of the office, over the years of the Renstra in force."""
    periode = hasil.keterangan.periode
    return susun_e80(hasil.tahun, f"{periode.tahun} s/d {periode.singkat}", hasil.pengaturan.teks["susunan_renstra"])


def susun_e80(semua_tahun: Sequence[int], berjalan: str, profil: str = "baku") -> Susunan:
    """E.80, Evaluasi hasil Renstra perangkat daerah, for these years; `berjalan` says how far the running year is."""
    kunci = PROFIL_RENSTRA[profil]
    rangkai = (
        ("t", "Target tahun", 1, False),
        ("r", f"Realisasi tahun ({berjalan})", 2, False),
        ("c", "Rasio capaian tahun (%)", 3, True),
    )
    kelompok = [
        *(_awal(nama, len(semua_tahun)) for nama in kunci),
        (KolomFormulir("awal", ("Data capaian awal",), lebar=LEBAR_K),),
        pasang_kolom("akhir", ("Target akhir Renstra",), 1),
        *(
            pasang_kolom(f"{awalan}{tahun}", (judul, str(tahun)), bagian, rasio=rasio)
            for awalan, judul, bagian, rasio in rangkai
            for tahun in semua_tahun
        ),
        (KolomFormulir("unit", ("Unit penanggung jawab",), lebar=16, bagian=3),),
    ]
    keterangan = (KolomFormulir("keterangan", ("Keterangan",), lebar=26, bagian=3),)
    tercetak = nomori([*((kolom, True) for kolom in kelompok), (keterangan, False)])
    return Susunan((*tercetak, *_bantu_renstra(semua_tahun)), hitung_tetap(kunci))


def _awal(nama: str, banyak_tahun: int) -> tuple[KolomFormulir, ...]:
    """What names a row, beside so many years."""
    skala = 1 if banyak_tahun <= _TAHUN_BIASA else _LEBIH_RAMPING
    return tuple(replace(kolom, lebar=kolom.lebar * skala) for kolom in AWAL_POHON[nama])


def _bantu_renstra(semua_tahun: Sequence[int]) -> tuple[KolomFormulir, ...]:
    return (
        *(kolom for tahun in semua_tahun for kolom in bantu_target(f"t{tahun}_k", f"Target {tahun}")),
        *(kolom_bantu(f"r{tahun}_k_angka", f"Realisasi {tahun}: angka peringkat") for tahun in semua_tahun),
        *(bantu_mentah(f"c{tahun}_k", f"Rasio {tahun}") for tahun in semua_tahun),
        *bantu_target("akhir_k", "Target akhir"),
        kolom_bantu("awal_angka", "Capaian awal: angka peringkat"),
        kolom_bantu("terbawah", "Tingkat terbawah"),
        kolom_bantu("dirata", "Rasio tahun berjalan: masuk rata-rata"),
        kolom_bantu("rp_dirata", "Rasio Rp tahun berjalan: masuk rata-rata"),
        kolom_bantu("rp_seluruh", "Pagu tahun berjalan: masuk seluruh pagu"),
    )
