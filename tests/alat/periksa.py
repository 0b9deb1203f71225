"""One workbook checked, and one document proved, from their bytes."""

from __future__ import annotations

from analytics.aturan.periode import Periode
from analytics.beku.snapshot import Snapshot
from analytics.bukti_asli.periksa_dokumen import HasilDokumen, bandingkan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from data.gudang import Gudang


def periksa_berkas(
    gudang: Gudang,
    kode_pd: str,
    isi: bytes,
    nama_berkas: str,
    *,
    kode_unit: str | None = None,
    periode: Periode | None = None,
    pembaca: Pembaca | None = None,
) -> HasilPeriksa:
    """With a reading child of its own unless there is one."""
    if pembaca is None:
        with Pembaca() as sendiri:
            return periksa_berkas(
                gudang, kode_pd, isi, nama_berkas, kode_unit=kode_unit, periode=periode, pembaca=sendiri
            )
    pemeriksa = PemeriksaBerkas(gudang, kode_pd, pembaca)
    return pemeriksa.periksa(isi, nama_berkas, kode_unit=kode_unit, periode=periode)


def periksa_dokumen(isi: bytes, snapshot: Snapshot, pembaca: Pembaca) -> HasilDokumen:
    buku = pembaca.baca(isi)
    assert isinstance(buku, BukuTerbaca), buku
    return bandingkan(isi, buku, snapshot)
