"""The log as people read it: filtered, in words, as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.periksa_jejak import nama_aksi
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel

BATAS_LAYAR: Final = 200
BATAS_UNDUH: Final = 1_000_000
_KOLOM: Final = (
    Kolom("Nomor", lebar=8),
    Kolom("Waktu", lebar=20),
    Kolom("Oleh", lebar=28),
    Kolom("Sebagai", lebar=24),
    Kolom("Tindakan", lebar=32),
    Kolom("Dokumen", lebar=34),
    Kolom("Rincian", lebar=56),
)


@dataclass(frozen=True)
class SaringanJejak:
    """Which peristiwa to show: by whom, which aksi, and words that their dokumen or rincian hold; empty: all."""

    oleh: str = ""
    aksi: str = ""
    cari: str = ""


def pilihan(penanya: Penanya, kode_pd: str) -> tuple[dict[str, str], dict[str, str]]:
    """Who and which aksi can be filtered by: label by value, `` for all."""
    baris = penanya.kueri("peristiwa_pilihan", kode_pd=kode_pd)
    oleh = {"": "Semua orang", **{peristiwa["oleh"]: peristiwa["oleh"] for peristiwa in baris}}
    aksi = sorted({peristiwa["aksi"] for peristiwa in baris}, key=nama_aksi)
    return oleh, {"": "Semua tindakan", **{nama: nama_aksi(nama) for nama in aksi}}


def tabel_jejak(penanya: Penanya, kode_pd: str, saring: SaringanJejak, batas: int = BATAS_LAYAR) -> Tabel:
    """The newest peristiwa that the filter lets through."""
    pilihan = {"oleh": saring.oleh, "aksi": saring.aksi, "cari": saring.cari.strip()}
    baris = penanya.kueri("peristiwa_saring", kode_pd=kode_pd, batas=batas, **pilihan)
    return Tabel("Jejak", _KOLOM, tuple(map(_baris, baris)), "Tidak ada peristiwa yang cocok dengan saringan.")


def _baris(peristiwa: dict[str, Any]) -> BarisTabel:
    return BarisTabel(
        (
            str(peristiwa["nomor"]),
            tulis_waktu(peristiwa["waktu"]),
            peristiwa["oleh"],
            peristiwa["sebagai"] or "",
            nama_aksi(peristiwa["aksi"]),
            peristiwa["objek"],
            "; ".join(_rincian(peristiwa["rincian"])),
        )
    )


_BUKAN_ISI: Final = frozenset({"dokumen", "tahun", "triwulan", "kode_unit", "jenis", "tugas", "alamat"})
"""What the dokumen of a move says already, and where somebody logged in from, which is not everybody's business."""


def _rincian(teks: str) -> Iterator[str]:
    """What the log says beside who, what and which document, flat and without what is empty."""
    try:
        rincian = json.loads(teks)
    except ValueError:
        yield teks[:300]
        return
    for nama, nilai in rincian.items() if isinstance(rincian, dict) else ():
        if nama in _BUKAN_ISI or nilai in (None, "", [], {}):
            continue
        yield f"{nama.replace('_', ' ')}: {_tulis_nilai(nilai)[:200]}"


def _tulis_nilai(nilai: object) -> str:
    """A value of the log in words; what is nested stays as it was written."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return json.dumps(nilai, ensure_ascii=False) if isinstance(nilai, dict | list) else str(nilai)
