"""The accounts of the sample office: one for every peran, without a password. They cannot exist beside real data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from analytics.contoh.baca_data import baca_csv
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.sop.peran import KEPALA_SEKSI, Pelaku
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


_KEPALA: Final = {
    unit.kode: AkunContoh(f"kepala-{unit.kode.lower()}", f"Kepala {unit.nama} (contoh)", (KEPALA_SEKSI,), unit.kode)
    for unit in UNIT
}
KASUBBAG, UMUM, SATU_DATA, SEKCAM, CAMAT_CONTOH = baca_csv(AkunContoh, "akun.csv")
AKUN: Final = (KASUBBAG, UMUM, *_KEPALA.values(), SATU_DATA, SEKCAM, CAMAT_CONTOH)
"""In the order of the SOP."""


def kepala(kode_unit: str) -> AkunContoh:
    """The account of the head of a unit. Raises KeyError for an unknown one."""
    return _KEPALA[kode_unit]


def semai_akun(gudang: Gudang, waktu: datetime, kode_pd: str = KODE_PD) -> None:
    """Make the accounts of the sample office. Raises BukanContoh beside real data or other accounts."""
    nyata = [kantor for kantor in gudang.kueri("perangkat_daerah") if not kantor["contoh"]]
    if nyata or gudang.kueri("akun_ada"):
        raise BukanContoh
    rincian = {"akun": [akun.id_akun for akun in AKUN]}
    peristiwa = Peristiwa(kode_pd, "kantor contoh", "buat_akun", "akun contoh", rincian, waktu, mengubah=False)
    with gudang.transaksi(peristiwa) as tx:
        tx.tambah(
            "akun",
            [
                {
                    "id_akun": akun.id_akun,
                    "nama_akun": akun.id_akun,
                    "nama": akun.nama,
                    "aktif": True,
                    "contoh": True,
                    "dibuat_pada": waktu,
                    "versi": 1,
                }
                for akun in AKUN
            ],
        )
        tx.tambah(
            "penugasan",
            [
                {
                    "id_penugasan": f"{akun.id_akun}:{peran}",
                    "id_akun": akun.id_akun,
                    "kode_pd": kode_pd,
                    "peran": peran,
                    "kode_unit": akun.kode_unit,
                    "jenis": "definitif",
                    "mulai": waktu.date(),
                    "dibuat_pada": waktu,
                }
                for akun in AKUN
                for peran in akun.peran
            ],
        )
