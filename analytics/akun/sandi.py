"""Passwords: argon2id, and whether one fits an account."""

from __future__ import annotations

from typing import Final

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from analytics.acuan import Penanya

_PENYANDI: Final = PasswordHash((Argon2Hasher(),))


def sandikan(sandi: str) -> str:
    """The argon2id hash that the store keeps."""
    return _PENYANDI.hash(sandi)


def cocok(penanya: Penanya, id_akun: str, sandi: str) -> bool:
    """Whether this is the password of an active account; an account without one fits none."""
    baris = penanya.kueri("akun_sandi", id_akun=id_akun)
    if not baris or not baris[0]["aktif"] or baris[0]["sandi"] is None:
        return False
    return _PENYANDI.verify(sandi, baris[0]["sandi"])
