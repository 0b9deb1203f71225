"""The log as people read it: filtered, in words, as a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.jejak import nama_aksi
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
class Saringan:
    """Which peristiwa to show: by whom, which aksi, and words that their dokumen or rincian hold; empty: all."""

    oleh: str = ""
    aksi: str = ""
    cari: str = ""


def pilihan(penanya: Penanya, kode_pd: str) -> tuple[dict[str, str], dict[str, str]]:
    """Who and which aksi can be filtered by: label by value, `` for all."""
    baris = penanya.kueri("peristiwa_pilihan", kode_pd=kode_pd)
    oleh = {"": "Semua orang", **{satu["oleh"]: satu["oleh"] for satu in baris}}
    aksi = sorted({satu["aksi"] for satu in baris}, key=nama_aksi)
    return oleh, {"": "Semua tindakan", **{satu: nama_aksi(satu) for satu in aksi}}


def tabel_jejak(penanya: Penanya, kode_pd: str, saring: Saringan, batas: int = BATAS_LAYAR) -> Tabel:
    """The newest peristiwa that the filter lets through."""
    isi = {"oleh": saring.oleh, "aksi": saring.aksi, "cari": saring.cari.strip()}
    baris = penanya.kueri("peristiwa_saring", kode_pd=kode_pd, batas=batas, **isi)
    return Tabel("Jejak", _KOLOM, tuple(map(_baris, baris)), "Tidak ada peristiwa yang cocok dengan saringan.")


def _baris(satu: dict[str, Any]) -> BarisTabel:
    return BarisTabel(
        (
            str(satu["nomor"]),
            tulis_waktu(satu["waktu"]),
            satu["oleh"],
            satu["sebagai"] or "",
            nama_aksi(satu["aksi"]),
            satu["objek"],
            "; ".join(_rincian(satu["rincian"])),
        )
    )


_BUKAN_ISI: Final = frozenset({"dokumen", "tahun", "triwulan", "kode_unit", "jenis", "tugas", "alamat"})
"""What the dokumen of a move says already, and where somebody logged in from, which is not everybody's business."""


def _rincian(teks: str) -> Iterator[str]:
    """What the log says beside who, what and which document, flat and without what is empty."""
    try:
        isi = json.loads(teks)
    except ValueError:
        yield teks[:300]
        return
    for nama, satu in isi.items() if isinstance(isi, dict) else ():
        if nama in _BUKAN_ISI or satu in (None, "", [], {}):
            continue
        tulisan = json.dumps(satu, ensure_ascii=False) if isinstance(satu, dict | list) else str(satu)
        yield f"{nama.replace('_', ' ')}: {tulisan[:200]}"
