"""A snapshot: what was approved, as canonical JSON with a SHA-256, and the frozen store that is made from it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import ROMAWI, Periode
from analytics.beku.fakta import TabelBeku
from analytics.beku.kanonik import baca_kanonik, sidik
from analytics.dokumen.cap import BUTIR
from analytics.sistem import siapkan
from data.gudang import Baris, Gudang, Peristiwa

BENTUK: Final = 1
"""The version of the form of a snapshot."""
BATAS_SNAPSHOT: Final = 64 * 1024 * 1024
"""Bytes that a snapshot may have when it is unpacked."""
_WAJIB: Final[Mapping[str, type]] = {
    "bentuk": int,
    "nomor": str,
    "kode_pd": str,
    "tahun": int,
    "triwulan": int,
    "revisi": int,
    "status": str,
    "tanpa_unit_kalimat": str,
    "tabel": dict,
    "pemeriksa": list,
    "disetujui": dict,
    "ujung": dict,
    "dokumen": dict,
    "cap": dict,
}
"""What every snapshot says, and of which kind it is."""
_DISETUJUI: Final = frozenset({"oleh", "sebagai", "pada", "rangkap", "kertas"})


class SnapshotTidakAda(Exception):
    """The store has no snapshot of this nomor."""


class SnapshotRusak(Exception):
    """Bytes that are no snapshot, or not the one that its sidik names; the message is an Indonesian sentence."""


@dataclass(frozen=True)
class RingkasSnapshot:
    """One snapshot in a list: its nomor, periode, sidik, and who approved it when.

    `dokumen` is the SHA-256 of its document, None where an earlier program kept no bytes.
    """

    nomor: str
    periode: Periode
    revisi: int
    sidik: str
    dibuat_pada: datetime
    oleh: str
    dokumen: str | None = None


@dataclass(frozen=True)
class Snapshot:
    """What was approved: `mentah` are its canonical bytes, `isi` what they say, `sidik` their SHA-256."""

    mentah: bytes
    isi: Mapping[str, Any]
    sidik: str

    @property
    def nomor(self) -> str:
        """`S-2026-TW3-R1`."""
        return str(self.isi["nomor"])

    @property
    def kode_pd(self) -> str:
        """The office."""
        return str(self.isi["kode_pd"])

    @property
    def periode(self) -> Periode:
        """The triwulan that was approved."""
        return Periode(self.isi["tahun"], self.isi["triwulan"])

    @property
    def tabel(self) -> TabelBeku:
        """Every row that the figures rest on, by table."""
        return dict(self.isi["tabel"])


def tulis_nomor(periode: Periode, revisi: int) -> str:
    """`S-2026-TW3-R1`."""
    return f"S-{periode.tahun}-TW{periode.triwulan}-R{revisi}"


def nama_dokumen(pokok: str, *, disusun_ulang: bool) -> str:
    """`kompilasi_S-2026-TW3-R1.xlsx`; the name says when it is not the file that was approved, but written anew."""
    return f"kompilasi_{pokok}{'_disusun_ulang' if disusun_ulang else ''}.xlsx"


def kemas(mentah: bytes) -> bytes:
    """The bytes as they are stored and carried along: the same content packs to the same bytes."""
    return gzip.compress(mentah, mtime=0)


def buka_kemasan(isi: bytes) -> bytes:
    """The canonical bytes again, never more than BATAS_SNAPSHOT. Raises SnapshotRusak."""
    pembuka = zlib.decompressobj(wbits=31)
    try:
        mentah = pembuka.decompress(isi, BATAS_SNAPSHOT)
    except zlib.error as galat:
        raise SnapshotRusak("Isi snapshot rusak: tidak dapat dibuka.") from galat
    if not pembuka.eof or pembuka.unused_data:
        raise SnapshotRusak("Isi snapshot rusak: terpotong atau terlalu besar.")
    return mentah


def baca_snapshot(mentah: bytes, harap: str | None = None) -> Snapshot:
    """A snapshot from its canonical bytes. Raises SnapshotRusak, also when its sidik is not `harap`."""
    hitung = sidik(mentah)
    if harap is not None and hitung != harap.lower():
        raise SnapshotRusak(f"Isi snapshot berubah: sidiknya {hitung}, seharusnya {harap.lower()}.")
    try:
        isi = baca_kanonik(mentah)
    except (ValueError, ArithmeticError, RecursionError) as galat:
        raise SnapshotRusak("Berkas ini bukan snapshot Capaian.") from galat
    if not isinstance(isi, dict) or not isinstance(isi.get("bentuk"), int):
        raise SnapshotRusak("Berkas ini bukan snapshot Capaian.")
    if isi["bentuk"] > BENTUK:
        raise SnapshotRusak("Snapshot ini dibuat versi Capaian yang lebih baru. Pasang versi terbaru.")
    if not _berbentuk(isi):
        raise SnapshotRusak("Berkas ini bukan snapshot Capaian.")
    return Snapshot(mentah, isi, hitung)


def _berbentuk(isi: Mapping[str, Any]) -> bool:
    """Whether every part that is read of a snapshot is of its kind, so that a made-up one stops nobody."""
    if not all(isinstance(isi.get(nama), jenis) for nama, jenis in _WAJIB.items()):
        return False
    return (
        isi["triwulan"] in ROMAWI
        and isi["disetujui"].keys() >= _DISETUJUI
        and isi["ujung"].keys() >= {"nomor", "sidik"}
        and all(isinstance(kunci, str) and kunci in BUTIR for kunci in isi["cap"].values())
        and all(isinstance(baris, list) for baris in isi["tabel"].values())
        and all(isinstance(lembar, dict) and all(map(_sel, lembar.values())) for lembar in isi["dokumen"].values())
    )


def _sel(sel: Any) -> bool:
    """A cell of the document: its value and its formula."""
    return isinstance(sel, list) and len(sel) == len(("nilai", "rumus"))


def muat_snapshot(penanya: Penanya, kode_pd: str, nomor: str) -> Snapshot:
    """One snapshot out of the store. Raises SnapshotTidakAda, and SnapshotRusak when its bytes are not its sidik's."""
    baris = penanya.kueri("snapshot_satu", kode_pd=kode_pd, nomor=nomor)
    if not baris:
        raise SnapshotTidakAda(nomor)
    return baca_snapshot(buka_kemasan(bytes(baris[0]["isi"])), baris[0]["sidik"])


def daftar_snapshot(penanya: Penanya, kode_pd: str) -> tuple[RingkasSnapshot, ...]:
    """Every snapshot of an office, newest periode and revisi first."""
    return tuple(
        RingkasSnapshot(
            baris["nomor"],
            Periode(baris["tahun"], baris["triwulan"]),
            baris["revisi"],
            baris["sidik"],
            baris["dibuat_pada"],
            baris["oleh"],
            baris["dokumen"],
        )
        for baris in penanya.kueri("snapshot_semua", kode_pd=kode_pd)
    )


class GudangBeku(Gudang):
    """A store in memory that never changes once it is filled, so that it remembers every answer."""

    _ingat: dict[str, list[Baris]] | None = None

    def bekukan(self) -> None:
        """From now on nothing is written any more."""
        self._ingat = {}

    def kueri(self, nama: str, **parameter: Any) -> list[Baris]:
        """As in every store; callers get rows of their own, but not values of their own."""
        if self._ingat is None:
            return super().kueri(nama, **parameter)
        kunci = json.dumps([nama, parameter], sort_keys=True, default=str)
        if kunci not in self._ingat:
            self._ingat[kunci] = super().kueri(nama, **parameter)
        return [dict(baris) for baris in self._ingat[kunci]]


def isi_beku(tabel: Mapping[str, list[Baris]], asal: Mapping[str, Any]) -> GudangBeku:
    """A frozen store of these rows; `asal` is its row of the table asal_beku. Close it when it is not kept."""
    gudang = siapkan(GudangBeku.kosong())
    peristiwa = Peristiwa(asal["kode_pd"], "Capaian", "bekukan", asal["nomor"] or "", {}, asal["disetujui_pada"])
    with gudang.transaksi(peristiwa) as tx:
        # Documents print the number of the data: 2 for every frozen store since the first.
        tx.catat(peristiwa)
        for nama, baris in tabel.items():
            tx.tambah(nama, baris)
        tx.tambah("asal_beku", [asal])
    gudang.bekukan()
    return gudang


def buka_beku(snapshot: Snapshot) -> GudangBeku:
    """The store as it was approved: every evaluation, page and export works on it as on one that lives."""
    isi = snapshot.isi
    setuju = isi["disetujui"]
    return isi_beku(
        snapshot.tabel,
        {
            "kode_pd": snapshot.kode_pd,
            "status": isi["status"],
            "nomor": snapshot.nomor,
            "sidik": snapshot.sidik,
            "revisi": isi["revisi"],
            "disetujui_pada": setuju["pada"],
            "oleh": setuju["oleh"],
            "sebagai": setuju["sebagai"],
            "di_atas_kertas": setuju["kertas"] is not None,
            "nomor_ujung": isi["ujung"]["nomor"],
            "sidik_ujung": isi["ujung"]["sidik"],
            "tanpa_unit": isi["tanpa_unit_kalimat"],
        },
    )
