"""The layouts of E.81, Evaluasi hasil Renja: which columns, in which order, under which number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from analytics.aturan.periode import ROMAWI
from analytics.dokumen.kolom_bersama import (
    AWAL_POHON,
    DENGAN_KODE,
    LEBAR_K,
    LEBAR_PERSEN,
    TANPA_KODE,
    bantu_mentah,
    bantu_pecahan,
    bantu_target,
    hitung_tetap,
    kolom_bantu,
    nomori,
    pasang_kolom,
)
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.hasil.renja import EvaluasiRenja

_SD: Final = "Tahun berjalan s/d triwulan ini"
_SERAPAN: Final = "serapan"
_CAPAIAN_TAHUN: Final = "Tingkat capaian tahun berjalan (%) = {tahun_k} / {target_k}"
_KELOMPOK_RENJA: Final[Mapping[str, tuple[KolomFormulir, ...]]] = {
    **AWAL_POHON,
    "target_renstra": pasang_kolom("target_renstra", ("Target Renstra pada akhir periode",), 1),
    "lalu": pasang_kolom("lalu", ("Realisasi Renstra s/d Renja tahun lalu",), 1),
    "target": pasang_kolom("target", ("Target Renja tahun berjalan",), 1),
    **{
        f"tw{triwulan}": pasang_kolom(f"tw{triwulan}", ("Realisasi kinerja pada triwulan", romawi), 1)
        for triwulan, romawi in ROMAWI.items()
    },
    "tahun": pasang_kolom("tahun", ("Realisasi Renja yang dievaluasi",), 2),
    "capaian_tahun": (
        KolomFormulir("capaian_tahun_k", (_CAPAIAN_TAHUN, "K"), lebar=LEBAR_PERSEN, bagian=2),
        KolomFormulir(_SERAPAN, (_CAPAIAN_TAHUN, "Rp (%)"), lebar=LEBAR_PERSEN, bagian=2),
    ),
    "sd": (
        KolomFormulir("sd_target", (_SD, "Target K"), lebar=LEBAR_K, bagian=2),
        KolomFormulir("sd_capaian", (_SD, "Capaian K (%)"), lebar=LEBAR_PERSEN, bagian=2),
    ),
    "serapan": (KolomFormulir(_SERAPAN, (_SD, "Serapan Rp (%)"), lebar=LEBAR_PERSEN, bagian=2),),
    "sampai": pasang_kolom("sampai", ("Realisasi Renstra s/d tahun ini",), 2),
    "capaian": pasang_kolom("capaian", ("Tingkat capaian Renstra (%)",), 2, rasio=True),
    "unit": (KolomFormulir("unit", ("Unit penanggung jawab",), lebar=17, bagian=2),),
    "keterangan": (KolomFormulir("keterangan", ("Keterangan",), lebar=34, bagian=2),),
}
"""Every column that a layout of E.81 can have. Those of one key stand side by side and share one number."""
_TANPA_NOMOR: Final = ("sd", "serapan")
"""What many Bappeda add without a number: s/d triwulan."""

_TENGAH_RENJA: Final = ("target_renstra", "lalu", "target", "tw1", "tw2", "tw3", "tw4", "tahun")
_AKHIR_RENJA: Final = ("sampai", "capaian", "unit", "keterangan")
PROFIL_RENJA: Final[Mapping[str, tuple[str, ...]]] = {
    "baku": (*TANPA_KODE, *_TENGAH_RENJA, "sd", "serapan", *_AKHIR_RENJA),
    "capaian_tahun": (*TANPA_KODE, *_TENGAH_RENJA, "capaian_tahun", "sd", *_AKHIR_RENJA),
    "kode": (*DENGAN_KODE, *_TENGAH_RENJA, "sd", "serapan", *_AKHIR_RENJA),
    "kode_capaian_tahun": (*DENGAN_KODE, *_TENGAH_RENJA, "capaian_tahun", "sd", *_AKHIR_RENJA),
}
"""The layouts of E.81 (setting `susunan_renja`): their columns by key, in order. Numbers follow from the order."""


def susunan_renja(hasil: EvaluasiRenja) -> Susunan:
    """E.81 in the layout of the office."""
    return susun_e81(hasil.pengaturan.teks["susunan_renja"])


@cache
def susun_e81(profil: str) -> Susunan:
    """E.81, Evaluasi hasil Renja perangkat daerah (Permendagri 86/2017), in one of `PROFIL_RENJA`."""
    kunci = PROFIL_RENJA[profil]
    tercetak = nomori([(_KELOMPOK_RENJA[nama], nama not in _TANPA_NOMOR) for nama in kunci])
    return Susunan((*tercetak, *_bantu_renja(tercetak), *_bantu_capaian_tahun()), hitung_tetap(kunci))


def _bantu_renja(tercetak: Sequence[KolomFormulir]) -> tuple[KolomFormulir, ...]:
    lalu = next(kolom.nomor for kolom in tercetak if kolom.kunci == "lalu_k")
    return (
        *(kolom for triwulan in ROMAWI for kolom in bantu_pecahan(f"tw{triwulan}_k", f"TW {ROMAWI[triwulan]}")),
        kolom_bantu("faktor", "Faktor pengali"),
        *bantu_target("target_renstra_k", "Target Renstra"),
        *bantu_target("sd_target", "Target s/d triwulan"),
        kolom_bantu("tahun_k_angka", "Realisasi: angka peringkat"),
        bantu_mentah("sd_capaian", "Capaian s/d triwulan"),
        kolom_bantu("sd_dirata", "Capaian s/d triwulan: masuk rata-rata"),
        kolom_bantu("jumlah_tahun_lalu", f"Banyak tahun di kolom {lalu}"),
        kolom_bantu("sampai_k_angka", "Realisasi s/d tahun ini: angka peringkat"),
        bantu_mentah("capaian_k", "Tingkat capaian Renstra"),
        kolom_bantu("capaian_dirata", "Tingkat capaian Renstra: masuk rata-rata"),
        kolom_bantu("terbawah", "Tingkat terbawah"),
        kolom_bantu("serapan_dirata", "Serapan: masuk rata-rata"),
        kolom_bantu("capaian_rp_dirata", "Tingkat capaian Rp: masuk rata-rata"),
    )


def _bantu_capaian_tahun() -> tuple[KolomFormulir, ...]:
    return (
        *bantu_target("target_k", "Target tahun"),
        bantu_mentah("capaian_tahun_k", "Tingkat capaian tahun berjalan"),
        kolom_bantu("capaian_tahun_dirata", "Tingkat capaian tahun berjalan: masuk rata-rata"),
    )
