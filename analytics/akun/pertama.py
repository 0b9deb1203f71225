"""The first account of a store: made with a one-time code that stands on the console only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from analytics.acuan import Penanya
from analytics.akun.kelola import AkunBaru, tulis_akun
from analytics.akun.masuk import GagalMasuk, jaga_tebakan
from analytics.akun.penugasan import TugasBaru, tulis_tugas
from analytics.akun.putusan import Putusan, Tolak
from analytics.sop.peran import KASUBBAG_PERENCANAAN, PENGELOLA, SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa

_HURUF: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_PERAN: Final = (PENGELOLA, KASUBBAG_PERENCANAAN)


@dataclass(frozen=True)
class KodeSekali:
    """A code of twelve letters and digits (60 bits), kept in the memory of the process only."""

    kode: str

    @classmethod
    def buat(cls) -> KodeSekali:
        """A new random one."""
        kelompok = ("".join(secrets.choice(_HURUF) for _ in range(4)) for _ in range(3))
        return cls("-".join(kelompok))

    def cocok(self, teks: str) -> bool:
        """Whether this was typed, in small letters or without its hyphens too."""
        diketik = "".join(teks.upper().split()).replace("-", "")
        return secrets.compare_digest(diketik.encode(), self.kode.replace("-", "").encode())


def perlu_akun_pertama(penanya: Penanya) -> bool:
    """Whether the store has nobody who could log in: no account but samples, which may not log in beside real data."""
    return not penanya.kueri("akun_nyata") and not penanya.kueri("akun_contoh")


def buat_akun_pertama(gudang: Gudang, baru: AkunBaru, alamat: str, waktu: datetime, *, kode_benar: bool) -> Putusan:
    """Make the first account: pengelola and Kasubbag Perencanaan of every office.

    Refused for a wrong code, which counts like a failed login, and once there is an account.
    """
    try:
        jaga_tebakan(gudang, alamat, waktu, benar=kode_benar)
        with gudang.transaksi() as tx:
            if not perlu_akun_pertama(tx):
                raise Tolak("Akun pertama sudah ada. Masuk dengan akun itu.")
            id_akun = tulis_akun(tx, baru, waktu, contoh=False)
            for peran in _PERAN:
                tulis_tugas(tx, id_akun, replace(baru.tugas, peran=peran), waktu)
            rincian = {"peran": list(_PERAN), "alamat": alamat}
            objek = f"akun:{id_akun}"
            tx.catat(
                Peristiwa(SEMUA_KANTOR, baru.nama, "akun_pertama", objek, rincian, waktu, akun=id_akun, mengubah=False)
            )
    except (Tolak, GagalMasuk) as tidak:
        return Putusan(berhasil=False, pesan=str(tidak))
    return Putusan(berhasil=True, pesan="Akun pertama dibuat. Masuk dengan nama akun dan kata sandi itu.")


def isian_pertama(nama: str, nama_akun: str, sandi: str, waktu: datetime) -> AkunBaru:
    """What the form of the first account says."""
    return AkunBaru(nama, nama_akun, sandi, TugasBaru(PENGELOLA, SEMUA_KANTOR, waktu.date()))
