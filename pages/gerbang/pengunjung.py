"""Who visits: the session of a token, looked up every time, judged by settings that are remembered."""

from __future__ import annotations

from datetime import datetime

from analytics.akun.sesi import Sesi, cari_sesi
from analytics.sistem import Gudang
from analytics.sop.peran import SEMUA_KANTOR
from pages.komponen.ingatan import PenanyaIngat


def cari(gudang: Gudang, token: str, waktu: datetime) -> Sesi | None:
    """The session of a token when it counts at this time; one question for each file that a page loads."""
    return cari_sesi(gudang, token, waktu, PenanyaIngat(gudang, SEMUA_KANTOR))
