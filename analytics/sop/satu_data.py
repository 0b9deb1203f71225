"""The checklist of step 9: what it asks, and how its answers are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from urllib.parse import urlsplit

from analytics.aturan.periode import tulis_tanggal


@dataclass(frozen=True)
class ButirPeriksa:
    """One item of the checklist: a tick, the address of a dataset, or a day."""

    kunci: str
    label: str
    jenis: Literal["centang", "alamat", "tanggal"]


BUTIR: Final = (
    ButirPeriksa(kunci="diunduh", label="Data diunduh dari snapshot yang disetujui, bukan dari draf", jenis="centang"),
    ButirPeriksa(kunci="diisi", label="Dataset pada aplikasi Satu Data sudah diisi", jenis="centang"),
    ButirPeriksa(kunci="tayang", label="Dataset sudah diperiksa tayang dan angkanya sama", jenis="centang"),
    ButirPeriksa(kunci="alamat", label="Alamat dataset", jenis="alamat"),
    ButirPeriksa(kunci="tanggal", label="Tanggal pengisian", jenis="tanggal"),
)
"""The checklist of step 9, in the order of the work."""
YA: Final = "ya"
"""How a tick is recorded."""
_PANJANG_ALAMAT: Final = 500

IsianPeriksa = Mapping[str, bool | str | date | None]


def baca_isian(isian: IsianPeriksa, hari: date) -> dict[str, str] | str:
    """The checklist as it is recorded, or the sentence that says what it lacks."""
    hasil: dict[str, str] = {}
    for butir in BUTIR:
        nilai = isian.get(butir.kunci)
        if butir.jenis == "centang":
            teks = YA if nilai is True else ""
        elif butir.jenis == "tanggal":
            teks = tulis_tanggal(nilai) if isinstance(nilai, date) and nilai <= hari else ""
        else:
            teks = _alamat(nilai)
        if not teks:
            return _kurang(butir)
        hasil[butir.label] = teks
    return hasil


def _alamat(nilai: object) -> str:
    """A web address as it is kept, empty when it is none."""
    teks = nilai.strip() if isinstance(nilai, str) else ""
    if len(teks) > _PANJANG_ALAMAT or any(huruf.isspace() or not huruf.isprintable() for huruf in teks):
        return ""
    try:
        bagian = urlsplit(teks)
    except ValueError:
        return ""
    return teks if bagian.scheme in {"http", "https"} and bagian.hostname else ""


def _kurang(butir: ButirPeriksa) -> str:
    contoh = {
        "centang": "belum dicentang",
        "alamat": "belum berupa alamat web yang lengkap, misalnya https://data.contoh.go.id/dataset/kinerja",
        "tanggal": "belum diisi, atau sesudah hari ini",
    }
    return f"{butir.label}: {contoh[butir.jenis]}."
