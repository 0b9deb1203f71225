"""Brings what a unit collects to where a test begins, through the moves of the SOP."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from analytics.alur.dilihat import baca_diperiksa, tegaskan_semua
from analytics.alur.perintah import Perintah, terapkan_semua
from analytics.aturan.periode import Periode
from analytics.contoh.akun import KASUBBAG, UMUM
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import BARIS_PERINTAH, Pelaku
from data.gudang import Gudang

PADA: Final = datetime(2026, 10, 1, 8)
JALAN: Final = {
    "belum_dimulai": ("susun_format", "sampaikan_format", "bagikan_format"),
    "format_disusun": ("sampaikan_format", "bagikan_format"),
    "format_di_umum": ("bagikan_format",),
    "terkirim": ("himpun", "kembalikan_data", "teruskan_pengembalian"),
    "terhimpun": ("kembalikan_data", "teruskan_pengembalian"),
    "terverifikasi": ("kembalikan_data", "teruskan_pengembalian"),
    "dikembalikan_ke_umum": ("teruskan_pengembalian",),
    "pengisian": (),
    "perbaikan": (),
}
"""The moves that make the SOP wait for the unit, by where its data stand."""
_UMUM: Final = frozenset({"bagikan_format", "himpun", "teruskan_pengembalian"})


def tunggu_unit(
    gudang: Gudang, periode: Periode, unit: Iterable[str], kode_pd: str = KODE_PD, waktu: datetime = PADA
) -> None:
    """Make the SOP wait for what these units fill in."""
    for kode_unit in unit:
        objek = Objek.pengumpulan(kode_pd, periode, kode_unit)
        pindahkan(gudang, objek, *JALAN[baca_kedudukan(gudang, objek).keadaan], waktu=waktu)


def pindahkan(gudang: Gudang, objek: Objek, *aksi: str, waktu: datetime = PADA) -> None:
    """Make these moves one after another, each by who may."""
    awal = baca_kedudukan(gudang, objek).versi
    for nomor, langkah in enumerate(aksi):
        siapa = _siapa(gudang, langkah)
        kepastian = tegaskan_semua(baca_diperiksa(gudang, objek, siapa.id_akun))
        perintah = Perintah(langkah, objek, awal + nomor, catatan="data ditinjau ulang", kepastian=kepastian)
        hasil = terapkan_semua(gudang, siapa, (perintah,), waktu)
        assert hasil.berhasil, hasil.pesan


def _siapa(gudang: Gudang, aksi: str) -> Pelaku:
    if not gudang.kueri("akun_ada"):
        return BARIS_PERINTAH
    return UMUM.pelaku if aksi in _UMUM else KASUBBAG.pelaku


def tunggu_unit_di(jalur: Path, periode: Periode, *unit: str) -> None:
    """The same for a store file that nothing has open."""
    gudang = buka_gudang(jalur)
    try:
        tunggu_unit(gudang, periode, unit)
    finally:
        gudang.tutup()
