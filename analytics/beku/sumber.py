"""Where the figures of a periode come from: the snapshot once it is approved, before that what would be approved."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.beku.fakta import ambil_fakta
from analytics.beku.pembekuan import buka_calon
from analytics.beku.snapshot import Snapshot, buka_beku, muat_snapshot
from analytics.sistem import waktu_kini
from data.gudang import Gudang

StatusPeriode = Literal["draf", "terverifikasi", "disetujui"]
"""How far a periode has come: anything may change, the kompilasi was handed over, it was approved."""


@dataclass(frozen=True)
class SumberAngka:
    """A store to evaluate a periode on, and the snapshot that it was made from; None while figures can change."""

    gudang: Gudang
    snapshot: Snapshot | None = None

    @property
    def lembar(self) -> Collection[str] | None:
        """The sheets of the document that was approved; None while figures can change."""
        return None if self.snapshot is None else self.snapshot.isi["dokumen"].keys()


@dataclass(frozen=True)
class KedudukanAngka:
    """How far a periode has come: its status, and nomor, sidik and document of the snapshot that was approved last.

    `dokumen` is the SHA-256 of its bytes, None where an earlier program kept none.
    """

    status: StatusPeriode
    nomor: str | None = None
    sidik: str | None = None
    dokumen: str | None = None


def baca_kedudukan_angka(penanya: Penanya, kode_pd: str, periode: Periode) -> KedudukanAngka:
    """Where the figures of this periode are to be taken from."""
    baris = penanya.kueri("status_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    if not baris:
        return KedudukanAngka("draf")
    return KedudukanAngka(*(baris[0][nama] for nama in ("status", "nomor_snapshot", "sidik", "dokumen")))


def buka_sumber(gudang: Gudang, kode_pd: str, periode: Periode, kedudukan: KedudukanAngka) -> SumberAngka:
    """The store that the figures come from: frozen in memory, or the living one. Raises SnapshotRusak.

    A periode that is compiled shows exactly what an approval would freeze, without units that are not terverifikasi.
    """
    if kedudukan.status == "disetujui" and kedudukan.nomor is not None:
        snapshot = muat_snapshot(gudang, kode_pd, kedudukan.nomor)
        return SumberAngka(buka_beku(snapshot), snapshot)
    if kedudukan.status == "terverifikasi":
        fakta = ambil_fakta(gudang, kode_pd, periode)
        return SumberAngka(buka_calon(fakta, kode_pd, kedudukan.status, waktu_kini()))
    return SumberAngka(gudang)


@contextmanager
def sumber_angka(gudang: Gudang, kode_pd: str, periode: Periode) -> Iterator[SumberAngka]:
    """As `buka_sumber`, for one use: a frozen store is closed afterwards. Raises SnapshotRusak."""
    sumber = buka_sumber(gudang, kode_pd, periode, baca_kedudukan_angka(gudang, kode_pd, periode))
    try:
        yield sumber
    finally:
        if sumber.gudang is not gudang:
            sumber.gudang.tutup()
