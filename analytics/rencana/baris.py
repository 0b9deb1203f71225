"""A plan as rows of sheets, the inverse of `baca`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from analytics.rencana import kolom as k
from analytics.rencana.isi import Aturan, Nilai, Rencana, Rujukan, Tautan

TAHUN_AWAL: Final = 2025
"""First year of the columns per year in an empty template; an office types its own years over them."""

Isian = str | int | Decimal | date | Nilai | None
Baris = Mapping[str, Isian]


def tahun_lembar(rencana: Rencana, lembar: k.Lembar, tahun_awal: int = TAHUN_AWAL) -> tuple[int, ...]:
    """The years that a sheet with columns per year has."""
    jenis = {"target_renstra": {"renstra"}}.get(lembar.kunci, {"renstra", "renja"})
    masa = [(d.tahun_awal, d.tahun_akhir) for d in rencana.dokumen if d.jenis in jenis]
    if not masa:
        return tuple(range(tahun_awal, tahun_awal + 5))
    return tuple(range(min(awal for awal, _ in masa), max(akhir for _, akhir in masa) + 1))


def _identitas(rencana: Rencana) -> list[Baris]:
    satu = rencana.identitas
    if satu is None:
        return []
    return [
        {
            "kode_pd": satu.kode_pd,
            "nama": satu.nama,
            "kabupaten": satu.kabupaten,
            "kode_wilayah": satu.kode_wilayah,
            "kode_bps": satu.kode_bps,
            "contoh": _ya(satu.contoh),
        }
    ]


def _ya(isi: object) -> str:
    return "ya" if isi else "tidak"


def _kata(pilihan: Iterable[k.Pilihan], kode: str) -> str:
    return next(satu.nama for satu in pilihan if satu.kode == kode)


def _unit(rencana: Rencana) -> list[Baris]:
    return [
        {
            "kode": satu.kode,
            "nama": satu.nama,
            "jenis": _kata(k.JENIS_UNIT, satu.jenis),
            "anggaran_semua": _ya(satu.anggaran_semua),
        }
        for satu in rencana.unit
    ]


def _dokumen(rencana: Rencana) -> list[Baris]:
    return [
        {
            "kode": satu.kode,
            "jenis": _kata(k.JENIS_DOKUMEN, satu.jenis),
            "tahun_awal": satu.tahun_awal,
            "tahun_akhir": satu.tahun_akhir,
            "versi": "perubahan" if satu.ke else "murni",
            "ke": satu.ke or None,
            "tanggal": satu.tanggal,
            "nama": satu.nama,
            "alasan": satu.alasan,
        }
        for satu in rencana.dokumen
    ]


def _pohon(rencana: Rencana) -> list[Baris]:
    return [
        {
            "tingkat": _kata(k.TINGKAT, satu.tingkat),
            "kode": satu.kode,
            "induk": satu.induk,
            "nama": satu.nama,
            "unit": satu.unit,
        }
        for satu in rencana.simpul
    ]


def _indikator(rencana: Rencana) -> list[Baris]:
    """One row per rule: the indicator is repeated where its rule changes."""
    aturan: dict[str, list[Aturan]] = {}
    for satu in sorted(rencana.aturan, key=lambda satu: satu.mulai):
        aturan.setdefault(satu.kode, []).append(satu)
    return [
        {
            "kode": satu.kode,
            "simpul": satu.simpul,
            "nama": satu.nama,
            "satuan": satu.satuan,
            "unit": satu.unit,
            "laporan": ", ".join(_kata(k.LAPORAN, laporan) for laporan in satu.laporan),
            "definisi": satu.definisi,
            "sumber_data": satu.sumber_data,
            **_aturan(milik),
        }
        for satu in rencana.indikator
        for milik in aturan.get(satu.kode, [])
    ]


def _aturan(satu: Aturan) -> Baris:
    return {
        "polaritas": _kata(k.POLARITAS, satu.polaritas),
        "rumus": _kata(k.RUMUS, satu.rumus),
        "frekuensi": _kata(k.FREKUENSI, satu.frekuensi),
        "agregasi": _kata(k.AGREGASI, satu.agregasi),
        "cara_isi": _kata(k.CARA_ISI, satu.cara_isi),
        "pembilang": satu.pembilang,
        "penyebut": satu.penyebut,
        "faktor": satu.faktor,
        "skala_ordinal": satu.skala_ordinal,
        "mulai": satu.mulai,
        "alasan": satu.alasan,
    }


def _baris_rujukan(rencana: Rencana, lembar: str) -> dict[tuple[str, str], dict[str, Isian]]:
    kunci = "simpul" if lembar == "pagu" else "indikator"
    baris = (satu for satu in rencana.rujukan if satu.lembar == lembar)
    return {_pasangan(satu): {"dokumen": satu.dokumen, kunci: satu.kode} for satu in baris}


def _pasangan(satu: Rujukan) -> tuple[str, str]:
    return (satu.dokumen, satu.kode)


def _target(rencana: Rencana, jenis: str) -> list[Baris]:
    baris = _baris_rujukan(rencana, f"target_{jenis}")
    for satu in rencana.target:
        kunci = str(satu.tahun) if jenis == "renstra" else f"t{satu.triwulan}"
        if (satu.dokumen, satu.indikator) in baris:
            baris[satu.dokumen, satu.indikator][kunci] = satu.nilai
    return list(baris.values())


def _pagu(rencana: Rencana) -> list[Baris]:
    baris = _baris_rujukan(rencana, "pagu")
    for satu in rencana.pagu:
        baris[satu.dokumen, satu.simpul][str(satu.tahun)] = satu.rupiah
    return list(baris.values())


def _riwayat(rencana: Rencana) -> list[Baris]:
    return [
        {
            "dokumen": satu.dokumen,
            "indikator": satu.indikator,
            "jenis": _kata(k.JENIS_RIWAYAT, satu.jenis),
            "tahun": satu.tahun,
            "nilai": satu.nilai,
            "sumber": satu.sumber,
        }
        for satu in rencana.riwayat
    ]


def _riwayat_anggaran(rencana: Rencana) -> list[Baris]:
    return [
        {
            "dokumen": satu.dokumen,
            "simpul": satu.simpul,
            "tahun": satu.tahun,
            "rupiah": satu.rupiah,
            "sumber": satu.sumber,
        }
        for satu in rencana.riwayat_anggaran
    ]


def _standar(rencana: Rencana) -> list[Baris]:
    return [
        {
            "dokumen": satu.dokumen,
            "indikator": satu.indikator,
            "tahun": satu.tahun,
            "nilai": satu.nilai,
            "sumber": satu.sumber,
        }
        for satu in rencana.standar
    ]


def _tautan(rencana: Rencana) -> list[Baris]:
    baris: dict[tuple[str, ...], dict[str, Isian]] = {}
    for satu in rencana.tautan:
        isi = baris.setdefault(_kunci_tautan(satu), _awal_tautan(satu))
        isi[str(satu.tahun)] = None if satu.nilai == Nilai() else satu.nilai
    return list(baris.values())


def _kunci_tautan(satu: Tautan) -> tuple[str, ...]:
    return (satu.dokumen, satu.indikator, satu.program_prioritas, satu.indikator_rpjmd)


def _awal_tautan(satu: Tautan) -> dict[str, Isian]:
    return {
        "dokumen": satu.dokumen,
        "indikator": satu.indikator,
        "program_prioritas": satu.program_prioritas,
        "indikator_rpjmd": satu.indikator_rpjmd,
    }


def _ikk(rencana: Rencana) -> list[Baris]:
    return [
        {
            "dokumen": satu.dokumen,
            "indikator": satu.indikator,
            "kode_ikk": satu.kode_ikk,
            "nama_ikk": satu.nama_ikk,
            "rumus_ikk": satu.rumus_ikk,
            "elemen": _kata(k.ELEMEN_IKK, satu.elemen),
        }
        for satu in rencana.ikk
    ]


ISI_LEMBAR: Final[Mapping[str, Callable[[Rencana], Sequence[Baris]]]] = {
    "identitas": _identitas,
    "unit": _unit,
    "dokumen": _dokumen,
    "pohon": _pohon,
    "indikator": _indikator,
    "target_renstra": lambda rencana: _target(rencana, "renstra"),
    "target_renja": lambda rencana: _target(rencana, "renja"),
    "pagu": _pagu,
    "riwayat": _riwayat,
    "riwayat_anggaran": _riwayat_anggaran,
    "standar_nasional": _standar,
    "tautan_rpjmd": _tautan,
    "ikk": _ikk,
}
"""What stands on each sheet, row by row."""
