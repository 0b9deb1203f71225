"""What was changed so far: read from the log, so that page and log cannot differ."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from analytics.acuan import Penanya


@dataclass(frozen=True)
class PerubahanTercatat:
    """One change on record: what, from what to what, from which day on, by whom, when, why."""

    nomor: int
    jenis: str
    perihal: str
    lama: str
    baru: str
    sejak: date | None
    oleh: str
    sebagai: str
    waktu: datetime
    alasan: str


def baca_riwayat(penanya: Penanya, kode_pd: str, jenis: Collection[str]) -> tuple[PerubahanTercatat, ...]:
    """The changes of these kinds in an office, the last first."""
    baris = penanya.kueri("atur_riwayat", kode_pd=kode_pd)
    return tuple(_satu(catatan) for catatan in baris if catatan["jenis"] in jenis)


def _satu(baris: dict[str, object]) -> PerubahanTercatat:
    rincian = json.loads(str(baris["rincian"]))
    return PerubahanTercatat(
        nomor=int(str(baris["nomor"])),
        jenis=str(baris["jenis"]),
        perihal=rincian["perihal"],
        lama=rincian["lama"],
        baru=rincian["baru"],
        sejak=date.fromisoformat(rincian["sejak"]) if rincian["sejak"] else None,
        oleh=str(baris["oleh"]),
        sebagai=str(baris["sebagai"]),
        waktu=datetime.fromisoformat(str(baris["waktu"])),
        alasan=rincian["alasan"],
    )
