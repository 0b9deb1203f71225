"""The layout of Evaluasi IKU: which columns, in which order, under which number."""

from __future__ import annotations

from typing import Final

from analytics.dokumen.kolom_bersama import bantu_mentah, bantu_pecahan, bantu_target, kolom_bantu
from analytics.dokumen.tata_letak import KolomFormulir, Susunan

IKU: Final = Susunan(
    kolom=(
        KolomFormulir("no", ("No",), 4, "1"),
        KolomFormulir("sasaran", ("Sasaran",), 21, "2"),
        KolomFormulir("indikator", ("Indikator kinerja utama",), 28, "3"),
        KolomFormulir("satuan", ("Satuan",), 8.5, "4"),
        KolomFormulir("target", ("S/d triwulan ini", "Target"), 9, "5"),
        KolomFormulir("realisasi", ("S/d triwulan ini", "Realisasi"), 9, "6"),
        KolomFormulir("capaian", ("S/d triwulan ini", "Capaian (%)"), 9, "7"),
        KolomFormulir("predikat", ("S/d triwulan ini", "Predikat"), 9.5, "8"),
        KolomFormulir("status", ("S/d triwulan ini", "Target tercapai?"), 9.5, "9"),
        KolomFormulir("target_tahun", ("Setahun", "Target"), 9, "10"),
        KolomFormulir("capaian_tahun", ("Setahun", "Capaian (%)"), 9, "11"),
        KolomFormulir("lalu", ("Tahun lalu", "Realisasi"), 9, "12"),
        KolomFormulir("capaian_lalu", ("Tahun lalu", "Capaian (%)"), 9, "13"),
        KolomFormulir("target_akhir", ("Akhir Renstra", "Target"), 9, "14"),
        KolomFormulir("capaian_akhir", ("Akhir Renstra", "Capaian (%)"), 9, "15"),
        KolomFormulir("standar", ("Standar nasional",), 9, "16"),
        KolomFormulir("keterangan", ("Keadaan dan keterangan",), 26, "17"),
        KolomFormulir("rumus", ("Rumus capaian",), 33, "18", 2),
        KolomFormulir("cara_hitung", ("Cara hitung",), 28, "19", 2),
        KolomFormulir("sumber", ("Sumber angka (berkas, lembar!sel)",), 24, "20", 2),
        KolomFormulir("faktor_penghambat", ("Faktor penghambat",), 32, "21", 2),
        KolomFormulir("tindak_lanjut", ("Tindak lanjut",), 32, "22", 2),
        *bantu_pecahan("realisasi", "Realisasi"),
        kolom_bantu("faktor", "Faktor pengali"),
        kolom_bantu("realisasi_angka", "Realisasi: angka peringkat"),
        *bantu_target("target", "Target"),
        bantu_mentah("capaian", "Capaian"),
        kolom_bantu("dirata", "Masuk rata-rata"),
        *bantu_target("target_tahun", "Target setahun"),
        bantu_mentah("capaian_tahun", "Capaian setahun"),
        kolom_bantu("lalu_angka", "Tahun lalu: angka peringkat"),
        kolom_bantu("lalu_target", "Tahun lalu: target"),
        *bantu_target("lalu_target", "Target tahun lalu"),
        bantu_mentah("capaian_lalu", "Capaian tahun lalu"),
        kolom_bantu("sampai", "Realisasi Renstra s/d tahun ini"),
        *bantu_target("target_akhir", "Target akhir Renstra"),
        bantu_mentah("capaian_akhir", "Capaian akhir Renstra"),
        kolom_bantu("keadaan", "Keadaan"),
    ),
    tetap=3,
)
"""Evaluasi IKU (pengukuran kinerja, PermenPANRB 53/2014)."""
