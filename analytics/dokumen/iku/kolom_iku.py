"""The layout of Evaluasi IKU: which columns, in which order, under which number."""

from __future__ import annotations

from typing import Final

from analytics.dokumen.kolom_bersama import bantu_mentah, bantu_pecahan, bantu_target, kolom_bantu
from analytics.dokumen.tata_letak import KolomFormulir, Susunan

IKU: Final = Susunan(
    kolom=(
        KolomFormulir("no", ("No",), lebar=4, nomor="1"),
        KolomFormulir("sasaran", ("Sasaran",), lebar=21, nomor="2"),
        KolomFormulir("indikator", ("Indikator kinerja utama",), lebar=28, nomor="3"),
        KolomFormulir("satuan", ("Satuan",), lebar=8.5, nomor="4"),
        KolomFormulir("target", ("S/d triwulan ini", "Target"), lebar=9, nomor="5"),
        KolomFormulir("realisasi", ("S/d triwulan ini", "Realisasi"), lebar=9, nomor="6"),
        KolomFormulir("capaian", ("S/d triwulan ini", "Capaian (%)"), lebar=9, nomor="7"),
        KolomFormulir("predikat", ("S/d triwulan ini", "Predikat"), lebar=9.5, nomor="8"),
        KolomFormulir("status", ("S/d triwulan ini", "Target tercapai?"), lebar=9.5, nomor="9"),
        KolomFormulir("target_tahun", ("Setahun", "Target"), lebar=9, nomor="10"),
        KolomFormulir("capaian_tahun", ("Setahun", "Capaian (%)"), lebar=9, nomor="11"),
        KolomFormulir("lalu", ("Tahun lalu", "Realisasi"), lebar=9, nomor="12"),
        KolomFormulir("capaian_lalu", ("Tahun lalu", "Capaian (%)"), lebar=9, nomor="13"),
        KolomFormulir("target_akhir", ("Akhir Renstra", "Target"), lebar=9, nomor="14"),
        KolomFormulir("capaian_akhir", ("Akhir Renstra", "Capaian (%)"), lebar=9, nomor="15"),
        KolomFormulir("standar", ("Standar nasional",), lebar=9, nomor="16"),
        KolomFormulir("keterangan", ("Keadaan dan keterangan",), lebar=26, nomor="17"),
        KolomFormulir("rumus", ("Rumus capaian",), lebar=33, nomor="18", bagian=2),
        KolomFormulir("cara_hitung", ("Cara hitung",), lebar=28, nomor="19", bagian=2),
        KolomFormulir("sumber", ("Sumber angka (berkas, lembar!sel)",), lebar=24, nomor="20", bagian=2),
        KolomFormulir("faktor_penghambat", ("Faktor penghambat",), lebar=32, nomor="21", bagian=2),
        KolomFormulir("tindak_lanjut", ("Tindak lanjut",), lebar=32, nomor="22", bagian=2),
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
