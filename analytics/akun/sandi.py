"""Passwords: argon2id, whether one fits an account, and whether one may be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from analytics.acuan import Penanya
from analytics.aturan.periode import tulis_waktu

SANDI_TERPENDEK: Final = 10
"""Characters that a password has at least."""
SANDI_TERPANJANG: Final = 200
_PENYANDI: Final = PasswordHash((Argon2Hasher(),))


def sandikan(sandi: str) -> str:
    """The argon2id hash that the store keeps."""
    return _PENYANDI.hash(sandi)


def cocok(penanya: Penanya, id_akun: str, sandi: str) -> bool:
    """Whether this is the password of an active account; an account without one fits none."""
    baris = penanya.kueri("akun_sandi", id_akun=id_akun)
    return sama(sandi, baris[0]["sandi"] if baris and baris[0]["aktif"] else None)


def sama(sandi: str, sidik: str | None) -> bool:
    """Whether a password has this hash; None fits nothing and takes as long to say so."""
    benar = _PENYANDI.verify(sandi[: SANDI_TERPANJANG + 1], sidik or _umpan())
    return benar and sidik is not None


@dataclass(frozen=True)
class SandiTitipan:
    """When somebody else last set the password of an account; `diganti`: when its owner first changed it after that."""

    oleh: str
    waktu: datetime
    diganti: datetime | None

    @property
    def diketahui(self) -> bool:
        """Whether who set it knows it still."""
        return self.diganti is None

    @property
    def kalimat(self) -> str:
        """Who set it and when, as people read it."""
        return f"Kata sandi akun ini disetel oleh {self.oleh}, {tulis_waktu(self.waktu)}."


def baca_titipan(penanya: Penanya, id_akun: str) -> SandiTitipan | None:
    """When somebody else last set this password, out of the log; None: nobody but its owner ever did."""
    baris = penanya.kueri("akun_satu", id_akun=id_akun)
    return titipan_akun(penanya, baris[0]) if baris else None


def titipan_akun(penanya: Penanya, akun: Mapping[str, Any]) -> SandiTitipan | None:
    """The same of a row of the question `akun_satu`; None also for an account without a password."""
    if not akun["bersandi"]:
        return None
    diganti = None
    for sandi in penanya.kueri("sandi_terakhir", id_akun=akun["id_akun"], nama_akun=akun["nama_akun"]):
        if sandi["aksi"] in ("setel_sandi", "buat_akun"):
            return SandiTitipan(sandi["oleh"], sandi["waktu"], diganti)
        diganti = sandi["waktu"]
    return None


def kelemahan(sandi: str, nama_akun: str) -> str | None:
    """Why this may not be the password of an account, as a sentence; None: it may."""
    if len(sandi) < SANDI_TERPENDEK:
        return f"Kata sandi paling sedikit {SANDI_TERPENDEK} karakter."
    if len(sandi) > SANDI_TERPANJANG:
        return f"Kata sandi paling banyak {SANDI_TERPANJANG} karakter."
    if nama_akun and nama_akun.casefold() in sandi.casefold() and len(sandi) < len(nama_akun) + SANDI_TERPENDEK:
        return "Kata sandi tidak boleh berisi nama akun."
    if len(set(sandi)) < 4:
        return "Kata sandi memerlukan paling sedikit empat karakter yang berbeda."
    return None


@cache
def _umpan() -> str:
    """What the password of an unknown account is held against, so that the answer takes as long."""
    return _PENYANDI.hash("bukan kata sandi siapa pun")
