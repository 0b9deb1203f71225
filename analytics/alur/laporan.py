"""Steps 10-12: a yearly report, its versions, and what may be handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from analytics.acuan import Penanya
from analytics.alur.berkas_alur import LampiranDokumen, daftar_lampiran
from analytics.alur.persetujuan import Perpindahan, riwayat_dokumen
from analytics.aturan.periode import Periode
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan


@dataclass(frozen=True)
class LaporanKinerja:
    """A report: where it stands, its moves and its papers, newest first, and whether the year's data are approved."""

    kedudukan: Kedudukan
    perpindahan: tuple[Perpindahan, ...]
    lampiran: tuple[LampiranDokumen, ...]
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
            perpindahan.keterangan
            for perpindahan in reversed(self.perpindahan)
            if perpindahan.revisi == revisi and perpindahan.nomor_kertas
        )

    @property
    def draf(self) -> tuple[LampiranDokumen, ...]:
        """The drafts that were handed in, newest first."""
        return tuple(lampiran for lampiran in self.lampiran if lampiran.aksi == "susun_laporan")

    @property
    def sejak(self) -> datetime | None:
        """Since when it stands there."""
        return self.kedudukan.sejak


def baca_laporan(penanya: Penanya, kode_pd: str, tahun: int, jenis: str = "lkjip") -> LaporanKinerja:
    """Everything on record about a report of a year."""
    objek = Objek.laporan(kode_pd, tahun, jenis)
    akhir = baca_kedudukan(penanya, Objek.kompilasi(kode_pd, Periode(tahun, 4)))
    return LaporanKinerja(
        baca_kedudukan(penanya, objek),
        riwayat_dokumen(penanya, objek),
        daftar_lampiran(penanya, objek),
        akhir.keadaan in ("disetujui", "terinput"),
    )
