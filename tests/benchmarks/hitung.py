"""Evaluating the sample office, against the bare aggregate over the same rows."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.contoh.semai import semai
from analytics.evaluasi.ringkasan import periode_awal
from analytics.formulir import FORMULIR
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from tests.benchmarks.ukur import Perbandingan, bandingkan

_AGREGAT = (
    "SELECT kode_indikator, sum(nilai), max(nilai), avg(nilai) FROM realisasi_berlaku GROUP BY kode_indikator",
    "SELECT kode_simpul, max(rupiah) FROM anggaran_berlaku GROUP BY kode_simpul",
)


def ukur() -> Iterator[Perbandingan]:
    """Each evaluation form."""
    gudang = buka_gudang(None)
    semai(gudang)
    kantor = gudang.kueri("perangkat_daerah")[0]["kode_pd"]
    periode = periode_awal(gudang, kantor)
    assert periode is not None
    for formulir in FORMULIR:
        yield bandingkan(
            f"evaluasi {formulir.lembar.sebutan} kantor contoh / agregat DuckDB atas baris yang sama",
            lambda formulir=formulir: formulir.evaluasi(gudang, kantor, periode, None),
            lambda: _agregat(gudang),
        )
    gudang.tutup()


def _agregat(gudang: Gudang) -> list[object]:
    with gudang._koneksi.cursor() as kursor:
        return [kursor.execute(sql).fetchall() for sql in _AGREGAT]
