"""Reading and checking a workbook of 60 indicators, against calamine reading the same file and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal

import python_calamine

from analytics.aturan.periode import Periode
from analytics.contoh.isi import isi_format
from analytics.lembar.baca import Pembaca
from analytics.lembar.pemeriksa import periksa_berkas
from analytics.lembar.susun import susun_format
from analytics.sistem import buka_gudang
from data.gudang import Gudang, Peristiwa
from tests.benchmarks.ukur import Perbandingan, bandingkan
from tests.lembar.kantor import KODE_PD, PADA, TAHUN, isi_gudang

BARIS = 60
PERIODE = Periode(TAHUN, 4)
_KODE = [f"B-{nomor:02}" for nomor in range(BARIS)]


def ukur() -> Iterator[Perbandingan]:
    """With a running child, as the command line and a page with many files have it, and with a child for one file."""
    gudang = buka_gudang(None)
    isi = _buku(gudang)
    with Pembaca() as pembaca:
        yield bandingkan(
            f"baca buku kerja {BARIS} baris, proses anak siap / calamine saja",
            lambda: pembaca.baca(isi),
            lambda: _calamine(isi),
        )
        yield bandingkan(
            f"baca + periksa buku kerja {BARIS} baris, proses anak siap / calamine saja",
            lambda: periksa_berkas(gudang, KODE_PD, isi, "b.xlsx", pembaca=pembaca),
            lambda: _calamine(isi),
        )
    yield bandingkan(
        f"baca + periksa buku kerja {BARIS} baris, proses anak baru / calamine saja",
        lambda: periksa_berkas(gudang, KODE_PD, isi, "b.xlsx"),
        lambda: _calamine(isi),
        ulangan=9,
    )
    gudang.tutup()


def _calamine(isi: bytes) -> list[object]:
    buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return [buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names]


def _buku(gudang: Gudang) -> bytes:
    isi_gudang(gudang)
    dasar = {"kode_pd": KODE_PD, "tahun": TAHUN}
    aturan = {"polaritas": "naik", "rumus": "naik", "frekuensi": "triwulanan", "agregasi": "jumlah"}
    with gudang.transaksi(Peristiwa(KODE_PD, "benchmark", "isi", "indikator", {}, PADA)) as tx:
        tx.tambah("indikator", [_indikator(nomor, kode) for nomor, kode in enumerate(_KODE)])
        tx.tambah(
            "aturan_indikator",
            [{**dasar, **aturan, "kode_indikator": kode, "revisi": 0, "cara_isi": "triwulan_ini"} for kode in _KODE],
        )
        target = {"triwulan": 0, "nilai": Decimal(12), "lembar": "Target Renja", "sel": "A1"}
        tx.tambah(
            "target",
            [
                {**dasar, **target, "kode_indikator": kode, "id_rencana": rencana}
                for kode in _KODE
                for rencana in (1, 2)
            ],
        )
    kosong = susun_format(gudang, KODE_PD, "TRANTIB", PERIODE, PADA).isi
    terisi = {kode: {"realisasi": nomor + 0.5, "faktor_pendorong": "rapat rutin"} for nomor, kode in enumerate(_KODE)}
    return isi_format(kosong, terisi)


def _indikator(nomor: int, kode: str) -> dict[str, object]:
    return {
        "kode_pd": KODE_PD,
        "kode_indikator": kode,
        "kode_simpul": "S1",
        "nama": f"Jumlah laporan kegiatan ke-{nomor}",
        "satuan": "Laporan",
        "kode_unit": "TRANTIB",
        "urutan": nomor,
    }
