"""The format that goes back for a workbook of 60 rows, against writing the same format blank."""

from __future__ import annotations

from collections.abc import Iterator

from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.kembali.paket import tulis_kembali
from analytics.pembaca.baca import Pembaca
from analytics.sistem import buka_gudang
from tests.alat.kembali import pengembalian
from tests.alat.periksa import periksa_berkas
from tests.benchmarks.kantor_ukur import KODE_PD, PADA, KantorUkur
from tests.benchmarks.ukur import Perbandingan, bandingkan

_KANTOR = KantorUkur(unit=1, baris=60, tahun=(2026,))


def ukur() -> Iterator[Perbandingan]:
    """Everything beyond the sheets themselves: what was typed, the marks, their notes, and sheet TEMUAN."""
    gudang = buka_gudang(None)
    _KANTOR.isi_gudang(gudang)
    isi = next(_KANTOR.buku(gudang)).isi
    with Pembaca() as pembaca:
        hasil = periksa_berkas(gudang, KODE_PD, isi, "b.xlsx", pembaca=pembaca)
    kembali = pengembalian(gudang, hasil)
    buku, identitas = hasil.buku, hasil.identitas
    assert buku is not None
    assert identitas is not None
    bahan = muat_bahan(gudang, KODE_PD, identitas.kode_unit, identitas.periode)
    yield bandingkan(
        f"kembalikan buku kerja {_KANTOR.baris} baris / tulis format kosongnya saja",
        lambda: tulis_kembali(kembali, buku, bahan),
        lambda: tulis_format(bahan, PADA),
        ulangan=9,
    )
    gudang.tutup()
