"""The layout of Evaluasi IKU: which columns, in which order, under which number."""

from __future__ import annotations

from typing import Final

from analytics.dokumen.kolom import bantu_mentah, bantu_pecahan, bantu_target, kolom_bantu
from analytics.dokumen.tata_letak import Kolom, Susunan

IKU: Final = Susunan(
    kolom=(
        Kolom("no", ("No",), 4, "1"),
        Kolom("sasaran", ("Sasaran",), 21, "2"),
        Kolom("indikator", ("Indikator kinerja utama",), 28, "3"),
        Kolom("satuan", ("Satuan",), 8.5, "4"),
        Kolom("target", ("S/d triwulan ini", "Target"), 9, "5"),
        Kolom("realisasi", ("S/d triwulan ini", "Realisasi"), 9, "6"),
        Kolom("capaian", ("S/d triwulan ini", "Capaian (%)"), 9, "7"),
        Kolom("predikat", ("S/d triwulan ini", "Predikat"), 9.5, "8"),
        Kolom("status", ("S/d triwulan ini", "Target tercapai?"), 9.5, "9"),
        Kolom("target_tahun", ("Setahun", "Target"), 9, "10"),
        Kolom("capaian_tahun", ("Setahun", "Capaian (%)"), 9, "11"),
        Kolom("lalu", ("Tahun lalu", "Realisasi"), 9, "12"),
        Kolom("capaian_lalu", ("Tahun lalu", "Capaian (%)"), 9, "13"),
        Kolom("target_akhir", ("Akhir Renstra", "Target"), 9, "14"),
        Kolom("capaian_akhir", ("Akhir Renstra", "Capaian (%)"), 9, "15"),
        Kolom("standar", ("Standar nasional",), 9, "16"),
        Kolom("keterangan", ("Keadaan dan keterangan",), 26, "17"),
        Kolom("rumus", ("Rumus capaian",), 33, "18", 2),
        Kolom("cara_hitung", ("Cara hitung",), 28, "19", 2),
        Kolom("sumber", ("Sumber angka (berkas, lembar!sel)",), 24, "20", 2),
        Kolom("faktor_penghambat", ("Faktor penghambat",), 32, "21", 2),
        Kolom("tindak_lanjut", ("Tindak lanjut",), 32, "22", 2),
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
