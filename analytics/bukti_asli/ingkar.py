"""One thing in the store that is not as it was written, and how a row of the store stands in a sentence about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from data.gudang import Baris

JenisIngkar = Literal["rantai", "snapshot", "alur", "fakta", "berlaku", "berkas", "dokumen", "arsip"]


@dataclass(frozen=True)
class Ingkar:
    """One thing that is not as it was written. A fact is named by `tabel`, `kode`, `kapan`, `kolom`, `lama`, `baru`."""

    jenis: JenisIngkar
    letak: str
    pesan: str
    tabel: str = ""
    kode: str = ""
    kapan: str = ""
    kolom: str = ""
    lama: str = ""
    baru: str = ""


def ringkas_baris(baris: Baris) -> str:
    """What a row says: its values, without where it stands in a workbook."""
    buang = {"kode_pd", "lembar", "sel", *(nama for nama in baris if nama.startswith("id_"))}
    return "; ".join(
        f"{nama} {tulis_nilai(nilai)}" for nama, nilai in baris.items() if nama not in buang and nilai is not None
    )[:300]


def tulis_nilai(nilai: Any) -> str:
    """A stored value in a message, without the zeros that a DECIMAL column adds."""
    if nilai is None:
        return "kosong"
    teks = str(nilai)
    return teks.rstrip("0").rstrip(".") if "." in teks and teks.replace(".", "").lstrip("-").isdigit() else teks
