"""The log, followed once from its first peristiwa to its last: whether it holds, and what the store is held against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from analytics.beku.pembekuan import SETUJU
from data.gudang import Baris
from data.rantai import UJUNG_AWAL, Putus, Rantai, Ujung

_PINDAH: Final = "alur:"
_ARSIP: Final = "catat_arsip"


@dataclass
class Telusuran:
    """What the log says. It grows by approvals, documents and the archive register, not by every peristiwa.

    `setuju` is the sidik of each approval by office and nomor, `dokumen` the SHA-256 of its workbook if it names one,
    `akhir` the last move of each document with its rincian and `sejak`, `arsip` the peristiwa of the register.
    """

    ujung: Ujung = UJUNG_AWAL
    banyak: int = 0
    putus: Putus | None = None
    setuju: dict[tuple[str, str], str] = field(default_factory=dict)
    dokumen: dict[tuple[str, str], str] = field(default_factory=dict)
    akhir: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    arsip: list[Baris] = field(default_factory=list)

    def catat(self, peristiwa: Baris) -> None:
        """The next peristiwa."""
        self.banyak += 1
        self.ujung = Ujung(int(peristiwa["nomor"]), str(peristiwa["sidik"]))
        if peristiwa["aksi"] == _ARSIP:
            self.arsip.append(peristiwa)
        elif str(peristiwa["aksi"]).startswith(_PINDAH):
            self._pindah(peristiwa)

    def _pindah(self, peristiwa: Baris) -> None:
        """A move, read leniently: a log that somebody touched must not stop its check."""
        try:
            rincian = json.loads(peristiwa["rincian"])
        except ValueError:
            return
        if not isinstance(rincian, dict):
            return
        self.akhir[str(peristiwa["objek"])] = {**rincian, "sejak": peristiwa["waktu"]}
        if str(peristiwa["aksi"]).removeprefix(_PINDAH) in SETUJU:
            snapshot = rincian.get("snapshot")
            nama = snapshot if isinstance(snapshot, dict) else {}
            kunci = str(peristiwa["kode_pd"]), str(nama.get("nomor"))
            self.setuju[kunci] = str(nama.get("sidik"))
            if "dokumen" in nama:
                self.dokumen[kunci] = str(nama["dokumen"])


def telusuri(peristiwa: Iterable[Baris], ujung: Iterable[Ujung]) -> Telusuran:
    """Follow the log, given by nomor; `ujung` are tips remembered elsewhere."""
    rantai, hasil = Rantai(ujung), Telusuran()
    for baris in peristiwa:
        rantai.ikuti(baris)
        hasil.catat(baris)
    hasil.putus = rantai.putus
    return hasil
