"""The accounts of the sample office: one for every peran, without a password. They cannot exist beside real data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.sop.peran import (
    ADMIN_SATU_DATA,
    CAMAT,
    KASUBBAG_PERENCANAAN,
    KASUBBAG_UMUM,
    KEPALA_SEKSI,
    PENGELOLA,
    SEKRETARIS,
    Pelaku,
)
from data.gudang import Gudang, Peristiwa


@dataclass(frozen=True)
class AkunContoh:
    """One account of the sample office."""

    id_akun: str
    nama: str
    peran: tuple[str, ...]
    kode_unit: str | None = None

    @property
    def pelaku(self) -> Pelaku:
        """Who acts."""
        return Pelaku(self.id_akun, self.nama)


class BukanContoh(Exception):
    """The store holds the data of a real office, or accounts already."""


_KEPALA: Final = tuple(
    AkunContoh(f"kepala-{unit.kode.lower()}", f"Kepala {unit.nama} (contoh)", (KEPALA_SEKSI,), unit.kode)
    for unit in UNIT
)
KASUBBAG: Final = AkunContoh("kasubbag", "Kasubbag Perencanaan (contoh)", (KASUBBAG_PERENCANAAN, PENGELOLA))
UMUM: Final = AkunContoh("umum", "Kasubbag Umum (contoh)", (KASUBBAG_UMUM,))
SATU_DATA: Final = AkunContoh("satu-data", "Admin Satu Data (contoh)", (ADMIN_SATU_DATA,))
SEKCAM: Final = AkunContoh("sekretaris", "Sekretaris Kecamatan (contoh)", (SEKRETARIS,))
CAMAT_CONTOH: Final = AkunContoh("camat", "Camat (contoh)", (CAMAT,))
AKUN: Final = (KASUBBAG, UMUM, *_KEPALA, SATU_DATA, SEKCAM, CAMAT_CONTOH)
"""In the order of the SOP."""


def kepala(kode_unit: str) -> AkunContoh:
    """The account of the head of a unit. Raises StopIteration for an unknown one."""
    return next(satu for satu in _KEPALA if satu.kode_unit == kode_unit)


def semai_akun(gudang: Gudang, waktu: datetime, kode_pd: str = KODE_PD) -> None:
    """Make the accounts of the sample office. Raises BukanContoh beside real data or other accounts."""
    nyata = [satu for satu in gudang.kueri("perangkat_daerah") if not satu["contoh"]]
    if nyata or gudang.kueri("akun_ada"):
        raise BukanContoh
    isi = {"akun": [satu.id_akun for satu in AKUN]}
    peristiwa = Peristiwa(kode_pd, "kantor contoh", "buat_akun", "akun contoh", isi, waktu, mengubah=False)
    with gudang.transaksi(peristiwa) as tx:
        tx.tambah(
            "akun",
            [
                {
                    "id_akun": satu.id_akun,
                    "nama_akun": satu.id_akun,
                    "nama": satu.nama,
                    "aktif": True,
                    "contoh": True,
                    "dibuat_pada": waktu,
                    "versi": 1,
                }
                for satu in AKUN
            ],
        )
        tx.tambah(
            "penugasan",
            [
                {
                    "id_penugasan": f"{satu.id_akun}:{peran}",
                    "id_akun": satu.id_akun,
                    "kode_pd": kode_pd,
                    "peran": peran,
                    "kode_unit": satu.kode_unit,
                    "jenis": "definitif",
                    "mulai": waktu.date(),
                    "dibuat_pada": waktu,
                }
                for satu in AKUN
                for peran in satu.peran
            ],
        )
