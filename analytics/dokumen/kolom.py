"""The layout profiles of the compiled workbook: which columns each form has, in which order, under which number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analytics.aturan.periode import ROMAWI
from analytics.dokumen.susunan import Kolom, Susunan

_K, _RP, _PERSEN = 8.0, 11.5, 8.0


def _bantu(kunci: str, judul: str) -> Kolom:
    return Kolom(kunci, (f"Kolom bantu, tidak dicetak. {judul}",), 14, bantu=True)


def bantu_target(kunci: str, nama: str) -> tuple[Kolom, ...]:
    """Where a range and a grade's number of this target stand."""
    return (
        _bantu(f"{kunci}_bawah", f"{nama}: batas bawah"),
        _bantu(f"{kunci}_atas", f"{nama}: batas atas"),
        _bantu(f"{kunci}_angka", f"{nama}: angka peringkat"),
    )


def bantu_pecahan(kunci: str, nama: str) -> tuple[Kolom, ...]:
    """Where pembilang and penyebut of this realisasi stand."""
    return (_bantu(f"{kunci}_pembilang", f"{nama}: pembilang"), _bantu(f"{kunci}_penyebut", f"{nama}: penyebut"))


def bantu_mentah(kunci: str, nama: str) -> Kolom:
    """Where the unrounded capaian stands."""
    return _bantu(f"{kunci}_mentah", f"{nama}: tanpa pembulatan")


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
        _bantu("faktor", "Faktor pengali"),
        _bantu("realisasi_angka", "Realisasi: angka peringkat"),
        *bantu_target("target", "Target"),
        bantu_mentah("capaian", "Capaian"),
        _bantu("dirata", "Masuk rata-rata"),
        *bantu_target("target_tahun", "Target setahun"),
        bantu_mentah("capaian_tahun", "Capaian setahun"),
        _bantu("lalu_angka", "Tahun lalu: angka peringkat"),
        _bantu("lalu_target", "Tahun lalu: target"),
        *bantu_target("lalu_target", "Target tahun lalu"),
        bantu_mentah("capaian_lalu", "Capaian tahun lalu"),
        _bantu("sampai", "Realisasi Renstra s/d tahun ini"),
        *bantu_target("target_akhir", "Target akhir Renstra"),
        bantu_mentah("capaian_akhir", "Capaian akhir Renstra"),
        _bantu("keadaan", "Keadaan"),
    ),
    tetap=3,
)
"""Evaluasi IKU (pengukuran kinerja, PermenPANRB 53/2014)."""


def _pasang(kunci: str, judul: tuple[str, ...], nomor: str, bagian: int, *, rasio: bool = False) -> tuple[Kolom, Kolom]:
    """A pair of columns K and Rp under one header and number."""
    return (
        Kolom(f"{kunci}_k", (*judul, "K"), _K, nomor, bagian),
        Kolom(f"{kunci}_rp", (*judul, "Rp (%)" if rasio else "Rp"), _PERSEN if rasio else _RP, nomor, bagian),
    )


_TRIWULAN: Final = tuple(
    kolom
    for triwulan, romawi in ROMAWI.items()
    for kolom in _pasang(f"tw{triwulan}", ("Realisasi kinerja pada triwulan", romawi), str(7 + triwulan), 1)
)
_SD: Final = "Tahun berjalan s/d triwulan ini"

E81: Final = Susunan(
    kolom=(
        Kolom("no", ("No",), 4, "1"),
        Kolom("sasaran", ("Sasaran",), 17, "2"),
        Kolom("program", ("Program / Kegiatan / Sub kegiatan",), 27, "3"),
        Kolom("indikator", ("Indikator kinerja (satuan)",), 25, "4"),
        *_pasang("target_renstra", ("Target Renstra pada akhir periode",), "5", 1),
        *_pasang("lalu", ("Realisasi Renstra s/d Renja tahun lalu",), "6", 1),
        *_pasang("target", ("Target Renja tahun berjalan",), "7", 1),
        *_TRIWULAN,
        *_pasang("tahun", ("Realisasi Renja yang dievaluasi",), "12", 2),
        Kolom("sd_target", (_SD, "Target K"), _K, "", 2),
        Kolom("sd_capaian", (_SD, "Capaian K (%)"), _PERSEN, "", 2),
        Kolom("serapan", (_SD, "Serapan Rp (%)"), _PERSEN, "", 2),
        *_pasang("sampai", ("Realisasi Renstra s/d tahun ini",), "13", 2),
        *_pasang("capaian", ("Tingkat capaian Renstra (%)",), "14", 2, rasio=True),
        Kolom("unit", ("Unit penanggung jawab",), 17, "15", 2),
        Kolom("keterangan", ("Keterangan",), 34, "16", 2),
        *(kolom for satu in ROMAWI for kolom in bantu_pecahan(f"tw{satu}_k", f"TW {ROMAWI[satu]}")),
        _bantu("faktor", "Faktor pengali"),
        *bantu_target("target_renstra_k", "Target Renstra"),
        *bantu_target("sd_target", "Target s/d triwulan"),
        _bantu("tahun_k_angka", "Realisasi: angka peringkat"),
        bantu_mentah("sd_capaian", "Capaian s/d triwulan"),
        _bantu("sd_dirata", "Capaian s/d triwulan: masuk rata-rata"),
        _bantu("jumlah_tahun_lalu", "Banyak tahun di kolom 6"),
        _bantu("sampai_k_angka", "Realisasi s/d tahun ini: angka peringkat"),
        bantu_mentah("capaian_k", "Tingkat capaian Renstra"),
        _bantu("capaian_dirata", "Tingkat capaian Renstra: masuk rata-rata"),
        _bantu("terbawah", "Tingkat terbawah"),
        _bantu("serapan_dirata", "Serapan: masuk rata-rata"),
        _bantu("capaian_rp_dirata", "Tingkat capaian Rp: masuk rata-rata"),
    ),
    tetap=4,
)
"""E.81, Evaluasi hasil Renja perangkat daerah (Permendagri 86/2017).

The columns without a number, s/d triwulan, are what many Bappeda add after column 12.
"""


def susun_e80(tahun: Sequence[int], berjalan: str) -> Susunan:
    """E.80, Evaluasi hasil Renstra perangkat daerah, for these years; `berjalan` says how far the running year is."""
    kelompok = (
        ("t", "Target tahun", 7, 1, False),
        ("r", f"Realisasi tahun ({berjalan})", 7 + len(tahun), 2, False),
        ("c", "Rasio capaian tahun (%)", 7 + 2 * len(tahun), 3, True),
    )
    isi = tuple(
        kolom
        for awalan, judul, awal, bagian, rasio in kelompok
        for urut, satu in enumerate(tahun)
        for kolom in _pasang(f"{awalan}{satu}", (judul, str(satu)), str(awal + urut), bagian, rasio=rasio)
    )
    akhir = str(7 + 3 * len(tahun))
    return Susunan(
        kolom=(
            Kolom("no", ("No",), 4, "1"),
            Kolom("sasaran", ("Sasaran",), 17, "2"),
            Kolom("program", ("Program / Kegiatan / Sub kegiatan",), 27, "3"),
            Kolom("indikator", ("Indikator kinerja (satuan)",), 25, "4"),
            Kolom("awal", ("Data capaian awal",), _K, "5"),
            *_pasang("akhir", ("Target akhir Renstra",), "6", 1),
            *isi,
            Kolom("unit", ("Unit penanggung jawab",), 16, akhir, 3),
            Kolom("keterangan", ("Keterangan",), 26, "", 3),
            *(kolom for satu in tahun for kolom in bantu_target(f"t{satu}_k", f"Target {satu}")),
            *(_bantu(f"r{satu}_k_angka", f"Realisasi {satu}: angka peringkat") for satu in tahun),
            *(bantu_mentah(f"c{satu}_k", f"Rasio {satu}") for satu in tahun),
            *bantu_target("akhir_k", "Target akhir"),
            _bantu("awal_angka", "Capaian awal: angka peringkat"),
            _bantu("terbawah", "Tingkat terbawah"),
            _bantu("dirata", "Rasio tahun berjalan: masuk rata-rata"),
            _bantu("rp_dirata", "Rasio Rp tahun berjalan: masuk rata-rata"),
        ),
        tetap=4,
    )


SUMBER: Final = Susunan(
    kolom=(
        Kolom("no", ("No",), 5),
        Kolom("kode", ("Kode indikator / kegiatan",), 18),
        Kolom("indikator", ("Indikator",), 33),
        Kolom("unit", ("Unit",), 24),
        Kolom("triwulan", ("Triwulan",), 9),
        Kolom("nilai", ("Nilai yang dilaporkan",), 16),
        Kolom("satuan", ("Satuan",), 10),
        Kolom("berkas", ("Berkas",), 28),
        Kolom("sel", ("Lembar!sel",), 18),
        Kolom("kiriman", ("Kiriman",), 20),
        Kolom("versi", ("Versi",), 7),
        Kolom("diterima", ("Diterima",), 16),
        Kolom("koreksi", ("Koreksi Sekretaris",), 18),
    ),
    tetap=3,
)
"""Where every reported figure came from."""
