"""The evaluations of one office and periode, as the registry of forms cuts them from the reading."""

from __future__ import annotations

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.hasil.renstra import EvaluasiRenstra
from analytics.formulir import IKU, RENJA, RENSTRA

Hasil = tuple[EvaluasiIku, EvaluasiRenja, EvaluasiRenstra]


def evaluasi_tiga(gudang: Penanya, kode_pd: str, periode: Periode) -> Hasil:
    """The three whose figures tests know one by one, from one reading."""
    bacaan = baca(gudang, kode_pd, periode)
    return IKU.evaluasi(bacaan, None), RENJA.evaluasi(bacaan, None), RENSTRA.evaluasi(bacaan, None)


def evaluasi_iku(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiIku:
    return IKU.evaluasi(baca(gudang, kode_pd, periode), kode_unit)


def evaluasi_renja(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiRenja:
    return RENJA.evaluasi(baca(gudang, kode_pd, periode), kode_unit)


def evaluasi_renstra(gudang: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None) -> EvaluasiRenstra:
    return RENSTRA.evaluasi(baca(gudang, kode_pd, periode), kode_unit)
