"""A thousand workbooks through the command line's own intake, against calamine reading the same thousand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory

from analytics.aturan.periode import Periode
from analytics.borongan import HasilTerima, PenerimaBerkas, kesimpulan, kumpulkan
from analytics.sistem import buka_gudang
from analytics.sop.objek import baca_semua
from analytics.sop.peran import BARIS_PERINTAH
from data.gudang import Gudang
from tests.alat.tunggu import JALAN, pindahkan, tunggu_unit
from tests.benchmarks.buku_kerja import calamine
from tests.benchmarks.kantor_ukur import KODE_PD, PADA, KantorUkur
from tests.benchmarks.ukur import Perbandingan, lama

_KANTOR = KantorUkur(unit=10, baris=60, tahun=(2022, 2023, 2024, 2025, 2026))
"""200 workbooks of 60 rows, each in five fillings."""


def ukur(banyak: int = 1000) -> Iterator[Perbandingan]:
    """The first `banyak` workbooks in the order of time, from files on disk into a store on disk."""
    with TemporaryDirectory() as folder:
        gudang = buka_gudang(Path(folder) / "borongan.duckdb")
        _KANTOR.isi_gudang(gudang)
        masuk = _tulis(gudang, Path(folder) / "masuk", banyak)
        for tahun, triwulan in product(_KANTOR.tahun, (1, 2, 3, 4)):
            tunggu_unit(gudang, Periode(tahun, triwulan), _KANTOR.kode_unit, KODE_PD, PADA)
        hasil: list[HasilTerima] = []
        kerja_ms = dasar_ms = 0.0
        with PenerimaBerkas(gudang, KODE_PD, BARIS_PERINTAH, "diterima lewat surel") as penerima:
            for jalur in kumpulkan([masuk]):
                kerja_ms += lama(lambda jalur=jalur: hasil.append(penerima.terima(jalur)))
                if hasil[-1].putusan.status == "diterima":
                    _kembalikan(gudang)
                dasar_ms += lama(lambda jalur=jalur: calamine(jalur.read_bytes()))
        gudang.tutup()
    yield Perbandingan(f"borongan {kesimpulan(hasil)} / calamine saja", kerja_ms, dasar_ms, 1)


def _kembalikan(gudang: Gudang) -> None:
    """Return what was sent, so that the next filling can be."""
    for objek, kini in baca_semua(gudang, KODE_PD).items():
        if kini.keadaan == "terkirim":
            pindahkan(gudang, objek, *JALAN["terkirim"], waktu=PADA)


def _tulis(gudang: Gudang, folder: Path, banyak: int) -> Path:
    folder.mkdir()
    for buku in islice(_KANTOR.buku(gudang), banyak):
        (folder / buku.nama).write_bytes(buku.isi)
    return folder
