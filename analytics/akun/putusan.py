"""How a command about accounts is carried out: izin for every office that it reaches, one transaction, one answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from analytics.sop.izin import TidakBerhak, Tindakan, catat_penolakan, periksa_izin
from analytics.sop.peran import BARIS_PERINTAH, SEMUA_KANTOR, Pelaku
from data.gudang import Gudang, Peristiwa, Transaksi


@dataclass(frozen=True)
class Putusan:
    """What became of a command about accounts; `pesan` is the sentence for who gave it."""

    berhasil: bool
    pesan: str


class Tolak(Exception):
    """The command is refused; the message is the sentence for who gave it."""


def tindakan(aksi_pada: str, waktu: datetime, **rincian: Any) -> Tindakan:
    """An act under the izin `atur_akun`, on an account."""
    return Tindakan("atur_akun", SEMUA_KANTOR, f"akun:{aksi_pada}", waktu, rincian=rincian, mengubah=False)


def laksanakan(gudang: Gudang, pelaku: Pelaku, apa: Tindakan, kerja: Callable[[Transaksi], str]) -> Putusan:
    """Do the work in one transaction and answer with its sentence; a refusal is logged and answered."""
    try:
        with gudang.transaksi() as tx:
            pesan = kerja(tx)
    except (Tolak, TidakBerhak) as tidak:
        catat_penolakan(gudang, pelaku, apa, str(tidak))
        return Putusan(berhasil=False, pesan=str(tidak))
    return Putusan(berhasil=True, pesan=pesan)


def catat(tx: Transaksi, pelaku: Pelaku, apa: Tindakan, aksi: str, kantor: Iterable[str]) -> None:
    """Check the izin for every office that the act reaches, and log it. Raises TidakBerhak.

    The command line stands where the store stands and needs no peran: it is how a lost password of the last pengelola
    is mended.
    """
    if pelaku == BARIS_PERINTAH:
        tx.catat(Peristiwa(apa.kode_pd, pelaku.nama, aksi, apa.objek, apa.rincian, apa.waktu, mengubah=False))
        return
    semua = [replace(apa, kode_pd=kode) for kode in sorted(set(kantor))]
    tugas = [periksa_izin(tx, pelaku, tindakan) for tindakan in semua]
    tx.catat(semua[0].peristiwa(pelaku, tugas[0], aksi))
