"""Steps 10-12: a yearly report, its versions, and what may be handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from analytics.acuan import Penanya
from analytics.alur.berkas_alur import Lampiran, daftar_lampiran
from analytics.alur.persetujuan import Perpindahan, riwayat_dokumen
from analytics.aturan.periode import Periode
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan


@dataclass(frozen=True)
class Laporan:
    """A report: where it stands, its moves and its papers, newest first, and whether the year's data are approved."""

    kedudukan: Kedudukan
    perpindahan: tuple[Perpindahan, ...]
    lampiran: tuple[Lampiran, ...]
    data_disetujui: bool

    @property
    def akhir(self) -> Perpindahan | None:
        """The last move, None before the first."""
        return self.perpindahan[0] if self.perpindahan else None

    @property
    def di_atas_kertas(self) -> str:
        """What was signed on paper of the revisi that counts, as one sentence; empty when nothing was."""
        revisi = self.kedudukan.revisi
        return "; ".join(
            satu.keterangan for satu in reversed(self.perpindahan) if satu.revisi == revisi and satu.nomor_kertas
        )

    @property
    def draf(self) -> tuple[Lampiran, ...]:
        """The drafts that were handed in, newest first."""
        return tuple(satu for satu in self.lampiran if satu.aksi == "susun_laporan")

    @property
    def sejak(self) -> datetime | None:
        """Since when it stands there."""
        return self.kedudukan.sejak


def baca_laporan(penanya: Penanya, kode_pd: str, tahun: int, jenis: str = "lkjip") -> Laporan:
    """Everything on record about a report of a year."""
    objek = Objek.laporan(kode_pd, tahun, jenis)
    akhir = baca_kedudukan(penanya, Objek.kompilasi(kode_pd, Periode(tahun, 4)))
    return Laporan(
        baca_kedudukan(penanya, objek),
        riwayat_dokumen(penanya, objek),
        daftar_lampiran(penanya, objek),
        akhir.keadaan in ("disetujui", "terinput"),
    )
