"""The layout profiles of the compiled workbook: which columns each form has, in which order, under which number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from analytics.aturan.periode import ROMAWI
from analytics.dokumen.tata_letak import Kolom, Susunan

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


def _pasang(kunci: str, judul: tuple[str, ...], bagian: int, *, rasio: bool = False) -> tuple[Kolom, Kolom]:
    """A pair of columns K and Rp under one header and number."""
    return (
        Kolom(f"{kunci}_k", (*judul, "K"), _K, bagian=bagian),
        Kolom(f"{kunci}_rp", (*judul, "Rp (%)" if rasio else "Rp"), _PERSEN if rasio else _RP, bagian=bagian),
    )


_SD: Final = "Tahun berjalan s/d triwulan ini"
_SERAPAN: Final = "serapan"
_CAPAIAN_TAHUN: Final = "Tingkat capaian tahun berjalan (%) = {tahun_k} / {target_k}"
_PROGRAM: Final = "Program / Kegiatan / Sub kegiatan"
_AWAL_POHON: Final[Mapping[str, tuple[Kolom, ...]]] = {
    "no": (Kolom("no", ("No",), 4),),
    "sasaran": (Kolom("sasaran", ("Sasaran",), 17),),
    "kode": (Kolom("kode", ("Kode",), 11.5),),
    "program": (Kolom("program", (_PROGRAM,), 27),),
    "program_tanpa_kode": (Kolom("program", (_PROGRAM,), 22),),
    "indikator": (Kolom("indikator", ("Indikator kinerja (satuan)",), 25),),
}
_KELOMPOK_RENJA: Final[Mapping[str, tuple[Kolom, ...]]] = {
    **_AWAL_POHON,
    "target_renstra": _pasang("target_renstra", ("Target Renstra pada akhir periode",), 1),
    "lalu": _pasang("lalu", ("Realisasi Renstra s/d Renja tahun lalu",), 1),
    "target": _pasang("target", ("Target Renja tahun berjalan",), 1),
    **{
        f"tw{triwulan}": _pasang(f"tw{triwulan}", ("Realisasi kinerja pada triwulan", romawi), 1)
        for triwulan, romawi in ROMAWI.items()
    },
    "tahun": _pasang("tahun", ("Realisasi Renja yang dievaluasi",), 2),
    "capaian_tahun": (
        Kolom("capaian_tahun_k", (_CAPAIAN_TAHUN, "K"), _PERSEN, bagian=2),
        Kolom(_SERAPAN, (_CAPAIAN_TAHUN, "Rp (%)"), _PERSEN, bagian=2),
    ),
    "sd": (
        Kolom("sd_target", (_SD, "Target K"), _K, bagian=2),
        Kolom("sd_capaian", (_SD, "Capaian K (%)"), _PERSEN, bagian=2),
    ),
    "serapan": (Kolom(_SERAPAN, (_SD, "Serapan Rp (%)"), _PERSEN, bagian=2),),
    "sampai": _pasang("sampai", ("Realisasi Renstra s/d tahun ini",), 2),
    "capaian": _pasang("capaian", ("Tingkat capaian Renstra (%)",), 2, rasio=True),
    "unit": (Kolom("unit", ("Unit penanggung jawab",), 17, bagian=2),),
    "keterangan": (Kolom("keterangan", ("Keterangan",), 34, bagian=2),),
}
"""Every column that a layout of E.81 can have. Those of one key stand side by side and share one number."""
_TANPA_NOMOR: Final = ("sd", "serapan")
"""What many Bappeda add without a number: s/d triwulan."""

_TENGAH_RENJA: Final = ("target_renstra", "lalu", "target", "tw1", "tw2", "tw3", "tw4", "tahun")
_AKHIR_RENJA: Final = ("sampai", "capaian", "unit", "keterangan")
_TANPA_KODE: Final = ("no", "sasaran", "program", "indikator")
_DENGAN_KODE: Final = ("no", "sasaran", "kode", "program_tanpa_kode", "indikator")
PROFIL_RENJA: Final[Mapping[str, tuple[str, ...]]] = {
    "baku": (*_TANPA_KODE, *_TENGAH_RENJA, "sd", "serapan", *_AKHIR_RENJA),
    "capaian_tahun": (*_TANPA_KODE, *_TENGAH_RENJA, "capaian_tahun", "sd", *_AKHIR_RENJA),
    "kode": (*_DENGAN_KODE, *_TENGAH_RENJA, "sd", "serapan", *_AKHIR_RENJA),
    "kode_capaian_tahun": (*_DENGAN_KODE, *_TENGAH_RENJA, "capaian_tahun", "sd", *_AKHIR_RENJA),
}
"""The layouts of E.81 (setting `susunan_renja`): their columns by key, in order. Numbers follow from the order."""
PROFIL_RENSTRA: Final[Mapping[str, tuple[str, ...]]] = {"baku": _TANPA_KODE, "kode": _DENGAN_KODE}
"""The layouts of E.80 (setting `susunan_renstra`): the columns before the figures."""


@cache
def susun_e81(profil: str) -> Susunan:
    """E.81, Evaluasi hasil Renja perangkat daerah (Permendagri 86/2017), in one of `PROFIL_RENJA`."""
    kunci = PROFIL_RENJA[profil]
    tercetak = _nomori([(_KELOMPOK_RENJA[satu], satu not in _TANPA_NOMOR) for satu in kunci])
    sisipan = _bantu_capaian_tahun() if "capaian_tahun" in kunci else ()
    return Susunan((*tercetak, *_bantu_renja(tercetak), *sisipan), _tetap(kunci))


def _tetap(kunci: Sequence[str]) -> int:
    """The columns up to the indikator repeat on every page."""
    return kunci.index("indikator") + 1


def _nomori(kelompok: Iterable[tuple[tuple[Kolom, ...], bool]]) -> tuple[Kolom, ...]:
    """Print the numbers in order, one for each group that has one, and put them where a header names a column."""
    hasil: list[Kolom] = []
    urut = 0
    for kolom, bernomor in kelompok:
        urut += bernomor
        hasil += [replace(satu, nomor=str(urut) if bernomor else "") for satu in kolom]
    nomor = {satu.kunci: satu.nomor for satu in hasil}
    return tuple(replace(satu, judul=tuple(judul.format_map(nomor) for judul in satu.judul)) for satu in hasil)


def _bantu_renja(tercetak: Sequence[Kolom]) -> tuple[Kolom, ...]:
    lalu = next(satu.nomor for satu in tercetak if satu.kunci == "lalu_k")
    return (
        *(kolom for satu in ROMAWI for kolom in bantu_pecahan(f"tw{satu}_k", f"TW {ROMAWI[satu]}")),
        _bantu("faktor", "Faktor pengali"),
        *bantu_target("target_renstra_k", "Target Renstra"),
        *bantu_target("sd_target", "Target s/d triwulan"),
        _bantu("tahun_k_angka", "Realisasi: angka peringkat"),
        bantu_mentah("sd_capaian", "Capaian s/d triwulan"),
        _bantu("sd_dirata", "Capaian s/d triwulan: masuk rata-rata"),
        _bantu("jumlah_tahun_lalu", f"Banyak tahun di kolom {lalu}"),
        _bantu("sampai_k_angka", "Realisasi s/d tahun ini: angka peringkat"),
        bantu_mentah("capaian_k", "Tingkat capaian Renstra"),
        _bantu("capaian_dirata", "Tingkat capaian Renstra: masuk rata-rata"),
        _bantu("terbawah", "Tingkat terbawah"),
        _bantu("serapan_dirata", "Serapan: masuk rata-rata"),
        _bantu("capaian_rp_dirata", "Tingkat capaian Rp: masuk rata-rata"),
    )


def _bantu_capaian_tahun() -> tuple[Kolom, ...]:
    return (
        *bantu_target("target_k", "Target tahun"),
        bantu_mentah("capaian_tahun_k", "Tingkat capaian tahun berjalan"),
        _bantu("capaian_tahun_dirata", "Tingkat capaian tahun berjalan: masuk rata-rata"),
    )


E81: Final = susun_e81("baku")
"""E.81 as the regulation prints it."""


def susun_e80(tahun: Sequence[int], berjalan: str, profil: str = "baku") -> Susunan:
    """E.80, Evaluasi hasil Renstra perangkat daerah, for these years; `berjalan` says how far the running year is."""
    kunci = PROFIL_RENSTRA[profil]
    rangkai = (
        ("t", "Target tahun", 1, False),
        ("r", f"Realisasi tahun ({berjalan})", 2, False),
        ("c", "Rasio capaian tahun (%)", 3, True),
    )
    kelompok = [
        *(_AWAL_POHON[satu] for satu in kunci),
        (Kolom("awal", ("Data capaian awal",), _K),),
        _pasang("akhir", ("Target akhir Renstra",), 1),
        *(
            _pasang(f"{awalan}{satu}", (judul, str(satu)), bagian, rasio=rasio)
            for awalan, judul, bagian, rasio in rangkai
            for satu in tahun
        ),
        (Kolom("unit", ("Unit penanggung jawab",), 16, bagian=3),),
    ]
    keterangan = (Kolom("keterangan", ("Keterangan",), 26, bagian=3),)
    tercetak = _nomori([*((satu, True) for satu in kelompok), (keterangan, False)])
    return Susunan((*tercetak, *_bantu_renstra(tahun)), _tetap(kunci))


def _bantu_renstra(tahun: Sequence[int]) -> tuple[Kolom, ...]:
    return (
        *(kolom for satu in tahun for kolom in bantu_target(f"t{satu}_k", f"Target {satu}")),
        *(_bantu(f"r{satu}_k_angka", f"Realisasi {satu}: angka peringkat") for satu in tahun),
        *(bantu_mentah(f"c{satu}_k", f"Rasio {satu}") for satu in tahun),
        *bantu_target("akhir_k", "Target akhir"),
        _bantu("awal_angka", "Capaian awal: angka peringkat"),
        _bantu("terbawah", "Tingkat terbawah"),
        _bantu("dirata", "Rasio tahun berjalan: masuk rata-rata"),
        _bantu("rp_dirata", "Rasio Rp tahun berjalan: masuk rata-rata"),
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
