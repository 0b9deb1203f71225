"""The frames between the parent and the program that marks: a JSON heading and bytes in one message."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from analytics.naskah.kepala import Kembalian, Penanda
from analytics.pembaca.proses import KEPALA
from analytics.temuan.butir import Temuan


@dataclass(frozen=True)
class Permintaan:
    """What to mark: the heading and the findings in their order."""

    kepala: Kembalian
    temuan: tuple[Temuan, ...]

    def ringkas(self) -> dict[str, Any]:
        """As plain values for JSON."""
        kepala = {**asdict(self.kepala), "waktu": self.kepala.waktu.isoformat()}
        return {"kepala": kepala, "temuan": [asdict(satu) for satu in self.temuan]}


def susun_permintaan(ringkas: Mapping[str, Any]) -> Permintaan:
    """The request that `Permintaan.ringkas` made plain."""
    kepala = dict(ringkas["kepala"])
    kepala["waktu"] = datetime.fromisoformat(kepala["waktu"])
    kepala["penanda"] = Penanda(**kepala["penanda"])
    return Permintaan(Kembalian(**kepala), tuple(_temuan(satu) for satu in ringkas["temuan"]))


def _temuan(satu: Mapping[str, Any]) -> Temuan:
    isi: dict[str, Any] = {nama: tuple(nilai) if isinstance(nilai, list) else nilai for nama, nilai in satu.items()}
    return Temuan(**isi)


def bungkus(kepala: Mapping[str, Any], isi: bytes) -> bytes:
    """One message of a heading and bytes."""
    tulisan = json.dumps(kepala, ensure_ascii=True).encode("ascii")
    return KEPALA.pack(len(tulisan)) + tulisan + isi


def buka(pesan: bytes) -> tuple[dict[str, Any], bytes]:
    """The heading and the bytes of a message."""
    akhir = KEPALA.size + KEPALA.unpack_from(pesan)[0]
    kepala: dict[str, Any] = json.loads(pesan[KEPALA.size : akhir])
    return kepala, pesan[akhir:]
