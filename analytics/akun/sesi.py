"""Sessions: the cookie of a browser holds a random token, the store only its SHA-256, looked up every time."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from analytics.acuan import Penanya
from analytics.sistem import SELISIH_JAM, PenyimpananMenolak
from analytics.sop.peran import SEMUA_KANTOR, Pelaku
from data.gudang import Baris, Gudang, Peristiwa, Transaksi

SebabAkhir = Literal["keluar", "sandi", "peran", "nonaktif"]
_BYTE_TOKEN: Final = 32
_TERPANJANG: Final = 100
"""Letters of a cookie that are looked at; a token has 43."""
_JEDA_CATAT: Final = timedelta(minutes=1)
"""How often the use of a session is written down at most."""


@dataclass(frozen=True)
class Sesi:
    """A session that counts now, and its account as the question `akun_satu` has it."""

    akun: Baris
    dibuat_pada: datetime
    terakhir_pada: datetime

    @property
    def id_akun(self) -> str:
        """Whose it is."""
        return str(self.akun["id_akun"])


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


def cari_sesi(gudang: Gudang, token: str, waktu: datetime, acuan: Penanya | None = None) -> Sesi | None:
    """The session of a token when it counts at this time; its use is noted once a minute at most.

    The session itself is looked up in the store every time; `acuan` answers for settings and offices where somebody
    remembers them.

    One that began, or was used, at a time that has not come yet does not count: the clock went back, and nobody knows
    how old it is. A disk that does not take the note keeps nobody out who only reads.
    """
    if not token or len(token) > _TERPANJANG:
        return None
    sidik = _sidik(token)
    baris = gudang.kueri("sesi_satu", token_sha256=sidik, paling_akhir=waktu + SELISIH_JAM)
    if not baris or not _berlaku(acuan or gudang, baris[0], waktu):
        return None
    if waktu - baris[0]["terakhir_pada"] >= _JEDA_CATAT:
        with suppress(PenyimpananMenolak):
            gudang.sentuh("sesi_sentuh", token_sha256=sidik, waktu=waktu)
    return Sesi(baris[0], baris[0]["sejak"], baris[0]["terakhir_pada"])


def _berlaku(penanya: Penanya, sesi: Baris, waktu: datetime) -> bool:
    """Whether it is neither idle nor too old by the settings; that of a sample account counts beside samples only."""
    batas = {baris["kunci"]: baris["nilai"] for baris in penanya.kueri("pengaturan_berlaku", hari=waktu.date())}
    menganggur = timedelta(minutes=int(batas["sesi_menganggur_menit"]))
    paling_lama = timedelta(hours=int(batas["sesi_paling_lama_jam"]))
    if waktu >= sesi["terakhir_pada"] + menganggur or waktu >= sesi["sejak"] + paling_lama:
        return False
    return not sesi["contoh"] or all(kantor["contoh"] for kantor in penanya.kueri("perangkat_daerah"))


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
