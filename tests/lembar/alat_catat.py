"""The record of uploads below the policy of the SOP, each act in a transaction of its own."""

from __future__ import annotations

from datetime import datetime

from analytics.lembar.catat import terima as lembar_terima
from analytics.lembar.catat import unggahan as lembar_unggahan
from analytics.lembar.catat.terima import PutusanKiriman, TidakTersimpan
from analytics.lembar.catat.unggahan import Pengiriman, Unggahan
from analytics.lembar.catat.wewenang import Wewenang
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from data.gudang import Gudang, SudahTercatat
from tests.alat.gudang import isi_tabel


def unggah(gudang: Gudang, pemeriksaan: HasilPeriksa, oleh: str, waktu: datetime, kunci: str) -> PutusanKiriman:
    try:
        with gudang.transaksi() as tx:
            return lembar_terima.unggah(tx, Pengiriman(pemeriksaan, Wewenang(oleh), waktu, kunci))
    except TidakTersimpan as tidak:
        return tidak.putusan


def pilih_bacaan(gudang: Gudang, unggahan: Unggahan, alamat: str, bacaan: str, oleh: str, waktu: datetime) -> None:
    with gudang.transaksi() as tx:
        lembar_unggahan.pilih_bacaan(tx, unggahan, alamat, bacaan, Wewenang(oleh), waktu)


def terima_penjelasan(gudang: Gudang, unggahan: Unggahan, oleh: str, waktu: datetime) -> bool:
    """Whether it was accepted now, and not before."""
    try:
        with gudang.transaksi() as tx:
            lembar_unggahan.terima_penjelasan(tx, unggahan, Wewenang(oleh), waktu)
    except SudahTercatat:
        return False
    return True


def jumlah_baris(gudang: Gudang) -> dict[str, int]:
    """How many rows each table has that an upload may touch."""
    tabel = ("berkas", "unggahan", "kiriman", "realisasi", "realisasi_anggaran", "narasi", "temuan", "peristiwa")
    return {nama: len(isi_tabel(gudang, nama)) for nama in tabel}
