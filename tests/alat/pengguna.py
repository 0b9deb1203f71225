"""Who an account is on a day, without a session."""

from __future__ import annotations

from datetime import date

from analytics.acuan import Penanya
from analytics.akun.pengguna import Pengguna, susun_pengguna


def baca_pengguna(penanya: Penanya, id_akun: str, hari: date) -> Pengguna | None:
    """The active account with what it may act as; None when it is unknown or disabled."""
    baris = penanya.kueri("akun_satu", id_akun=id_akun)
    return susun_pengguna(penanya, baris[0], hari) if baris else None
