"""Sessions: the cookie of a browser holds a random token, the store only its SHA-256, looked up every time."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from analytics.sistem import SELISIH_JAM, PenyimpananMenolak
from analytics.sop.peran import SEMUA_KANTOR, Pelaku
from data.gudang import Gudang, Peristiwa, Transaksi

SebabAkhir = Literal["keluar", "sandi", "peran", "nonaktif"]
_BYTE_TOKEN: Final = 32
_TERPANJANG: Final = 100
"""Letters of a cookie that are looked at; a token has 43."""
_JEDA_CATAT: Final = timedelta(minutes=1)
"""How often the use of a session is written down at most."""


@dataclass(frozen=True)
class Sesi:
    """A session that counts now."""

    id_akun: str
    dibuat_pada: datetime
    terakhir_pada: datetime


def buka_sesi(tx: Transaksi, id_akun: str, alamat: str, waktu: datetime) -> str:
    """Start a session inside a transaction; its token, which stands nowhere else than in the cookie."""
    token = secrets.token_urlsafe(_BYTE_TOKEN)
    baris = {
        "token_sha256": _sidik(token),
        "id_akun": id_akun,
        "dibuat_pada": waktu,
        "terakhir_pada": waktu,
        "alamat": alamat,
    }
    tx.tambah("sesi", [baris])
    return token


def cari_sesi(gudang: Gudang, token: str, waktu: datetime) -> Sesi | None:
    """The session of a token when it counts at this time; its use is noted once a minute at most.

    One that began, or was used, at a time that has not come yet does not count: the clock went back, and nobody knows
    how old it is. A disk that does not take the note keeps nobody out who only reads.
    """
    if not token or len(token) > _TERPANJANG:
        return None
    sidik = _sidik(token)
    baris = gudang.kueri("sesi_satu", token_sha256=sidik, waktu=waktu, paling_akhir=waktu + SELISIH_JAM)
    if not baris:
        return None
    if waktu - baris[0]["terakhir_pada"] >= _JEDA_CATAT:
        with suppress(PenyimpananMenolak):
            gudang.sentuh("sesi_sentuh", token_sha256=sidik, waktu=waktu)
    return Sesi(baris[0]["id_akun"], baris[0]["dibuat_pada"], baris[0]["terakhir_pada"])


def akhiri_semua(tx: Transaksi, id_akun: str, sebab: SebabAkhir, waktu: datetime) -> None:
    """End every session of an account, inside the transaction that gives the reason."""
    tx.jalankan("sesi_akhiri", id_akun=id_akun, sebab=sebab, waktu=waktu)


def keluar(gudang: Gudang, pelaku: Pelaku, waktu: datetime) -> None:
    """Log out: every session of the account ends, in every browser."""
    peristiwa = Peristiwa(
        SEMUA_KANTOR,
        pelaku.nama,
        "keluar",
        f"akun:{pelaku.id_akun}",
        {},
        waktu,
        akun=pelaku.id_akun,
        mengubah=False,
    )
    with gudang.transaksi(peristiwa) as tx:
        akhiri_semua(tx, pelaku.id_akun, "keluar", waktu)


def _sidik(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
