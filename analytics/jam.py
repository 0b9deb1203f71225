"""Did the clock go back? Noticed by what is stamped later than now, put on record, and told."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Final

from analytics.acuan import Penanya
from analytics.aturan.periode import tulis_waktu
from analytics.sistem import belum_tiba
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa

_AKSI: Final = "jam_mundur"
_DIKATAKAN: Final = timedelta(days=7)
"""How long it is told after it was noticed."""


def peristiwa_mundur(tercatat: datetime, kini: datetime) -> Peristiwa:
    """The entry of the log that says so: what was written down is dated `tercatat`, and now it is `kini`."""
    rincian = {"tercatat": tercatat.isoformat(), "jam": kini.isoformat()}
    return Peristiwa(SEMUA_KANTOR, "Capaian", _AKSI, "jam komputer", rincian, kini, mengubah=False)


def catat_mundur(gudang: Gudang, kini: datetime) -> bool:
    """Put on record that the log names a time that has not come yet, once for each time that the clock went back."""
    terakhir = gudang.kueri("jam_terakhir")[0]["waktu"]
    if terakhir is None or not belum_tiba(terakhir, kini):
        return False
    with gudang.transaksi(peristiwa_mundur(terakhir, kini)):
        return True


def kabar_jam(penanya: Penanya, kini: datetime) -> str | None:
    """The sentence about a clock that went back within the last days; None: it did not."""
    baris = penanya.kueri(_AKSI)
    if not baris or belum_tiba(baris[0]["waktu"], kini) or kini - baris[0]["waktu"] > _DIKATAKAN:
        return None
    rincian = json.loads(baris[0]["rincian"])
    tercatat, jam = (tulis_waktu(datetime.fromisoformat(rincian[nama])) for nama in ("tercatat", "jam"))
    return (
        f"Jam komputer mundur: sudah ada catatan bertanggal {tercatat}, sedangkan jam menunjukkan {jam}. Periksa "
        "tanggal dan jam komputer. Cadangan harian, waktu tunggu masuk, dan sesi mengikuti jam yang sekarang."
    )
