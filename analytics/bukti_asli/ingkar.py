"""One thing in the store that is not as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

JenisIngkar = Literal["rantai", "snapshot", "alur", "fakta", "berkas", "arsip"]


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
