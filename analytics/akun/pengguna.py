"""Who is in: an account with what it may act as today. What a page shows; a command reads it from the store again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from analytics.acuan import Penanya
from analytics.akun.sandi import SandiTitipan, titipan_akun
from analytics.sop.izin import Sasaran, boleh
from analytics.sop.objek import Objek
from analytics.sop.peran import KEPALA_SEKSI, Pelaku, Tugas, baca_tugas


@dataclass(frozen=True)
class Pengguna:
    """Somebody who is in. `contoh`: one of the sample office; `titipan`: when somebody else set the password."""

    pelaku: Pelaku
    tugas: tuple[Tugas, ...]
    contoh: bool = False
    titipan: SandiTitipan | None = None

    @property
    def wajib_ganti_sandi(self) -> bool:
        """Whether somebody else knows the password."""
        return self.titipan is not None and self.titipan.diketahui

    @property
    def nama(self) -> str:
        """The name."""
        return self.pelaku.nama

    def boleh(self, aksi: str, objek: Objek | Sasaran | None = None) -> bool:
        """As `analytics.sop.izin.boleh`, for what is held today."""
        return boleh(self.tugas, aksi, objek)

    def unit_sendiri(self, kode_pd: str) -> frozenset[str] | None:
        """The units that somebody is confined to: those of a kepala_seksi without another peran; None: all of them."""
        milik = [tugas for tugas in self.tugas if tugas.untuk(kode_pd)]
        if any(tugas.peran != KEPALA_SEKSI for tugas in milik):
            return None
        return frozenset(tugas.kode_unit for tugas in milik if tugas.kode_unit)


def cari_pelaku(penanya: Penanya, nama_akun: str, lewat: str) -> Pelaku | None:
    """The account with this name, for a command that comes `lewat` something else than a page; None: unknown."""
    baris = penanya.kueri("akun_bernama", nama_akun=nama_akun)
    return Pelaku(baris[0]["id_akun"], baris[0]["nama"], lewat) if baris else None


def susun_pengguna(penanya: Penanya, akun: Mapping[str, Any], hari: date) -> Pengguna | None:
    """The account of a row of the question `akun_satu` with what it may act as on this day; None when disabled."""
    if not akun["aktif"]:
        return None
    pelaku = Pelaku(akun["id_akun"], akun["nama"])
    return Pengguna(pelaku, baca_tugas(penanya, pelaku, hari), akun["contoh"], titipan_akun(penanya, akun))
