"""The document of an approval as it is handed out: the bytes stored with it, whatever this program would write.

Earlier programs kept no bytes. Their approvals are written anew in today's layout, with the cells that were approved.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.acuan import Penanya
from analytics.beku.kanonik import sidik
from analytics.beku.pembekuan import susun_cap
from analytics.beku.snapshot import Snapshot, SnapshotRusak, buka_beku
from analytics.dokumen.kompilasi import DISUSUN_ULANG, susun_kompilasi
from analytics.formulir import evaluasi_semua


@dataclass(frozen=True)
class DokumenDisetujui:
    """The compiled workbook of an approval. `sha256` names the bytes that were stored with it; None: written anew."""

    isi: bytes
    sha256: str | None

    @property
    def kalimat(self) -> str:
        """Which of both it is, as people are told."""
        return kalimat_dokumen(self.sha256)


def kalimat_dokumen(sha256: str | None) -> str:
    """What is to be known about a document of this SHA-256, or of none."""
    if sha256 is None:
        return DISUSUN_ULANG
    return f"Berkas yang dibuat saat disetujui, byte demi byte. SHA-256 berkas: {sha256}."


def ambil_dokumen(penanya: Penanya, snapshot: Snapshot) -> DokumenDisetujui:
    """The document of a snapshot. Raises SnapshotRusak when its bytes are gone, or not those that were stored."""
    baris = penanya.kueri("dokumen_isi", kode_pd=snapshot.kode_pd, nomor=snapshot.nomor)
    if not baris:
        return DokumenDisetujui(_susun_ulang(snapshot), None)
    sha256, tersimpan = str(baris[0]["sha256"]), baris[0]["isi"]
    if tersimpan is None:
        raise SnapshotRusak(f"Berkas dokumen snapshot {snapshot.nomor} hilang dari penyimpanan.")
    isi = bytes(tersimpan)
    if sidik(isi) != sha256:
        raise SnapshotRusak(f"Berkas dokumen snapshot {snapshot.nomor} berubah: bukan lagi yang disetujui.")
    return DokumenDisetujui(isi, sha256)


def _susun_ulang(snapshot: Snapshot) -> bytes:
    gudang = buka_beku(snapshot)
    try:
        kompilasi = evaluasi_semua(gudang, snapshot.kode_pd, snapshot.periode, snapshot.isi["dokumen"])
    finally:
        gudang.tutup()
    return susun_kompilasi(kompilasi, susun_cap(snapshot.isi, snapshot.sidik, snapshot.mentah))
