"""One workbook of 60 indicators read, checked and stored, against calamine reading the same file and nothing else."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

import python_calamine

from analytics.lembar.catat.terima import terima
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.anak import jawab
from analytics.pembaca.baca import Pembaca, susun_buku
from analytics.pembaca.penjaga import jaga
from analytics.sistem import buka_gudang
from data.gudang import Gudang
from tests.alat.periksa import periksa_berkas
from tests.benchmarks.kantor_ukur import KODE_PD, PADA, KantorUkur
from tests.benchmarks.ukur import Perbandingan, bandingkan

_KANTOR = KantorUkur(unit=1, baris=60, tahun=(2022, 2023, 2024, 2025, 2026))
_ULANGAN = 11


def ukur() -> Iterator[Perbandingan]:
    """With a running child, as the command line and a page with many files have it, and with a child for one file."""
    gudang = buka_gudang(None)
    _KANTOR.isi_gudang(gudang)
    baik = [buku.isi for buku in _KANTOR.buku(gudang) if buku.nama.endswith("_2.xlsx")]
    isi = baik[-1]
    nama = f"buku kerja {_KANTOR.baris} baris"
    yield bandingkan(f"jaga + urai + susun {nama} / unzip + urai XML saja", lambda: _baca(isi), lambda: urai_xml(isi))
    with Pembaca() as pembaca:
        yield bandingkan(
            f"baca {nama}, proses anak siap / calamine saja", lambda: pembaca.baca(isi), lambda: calamine(isi)
        )
        pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
        yield bandingkan(
            f"baca + periksa {nama}, proses anak siap / calamine saja",
            lambda: pemeriksa.periksa(isi, "b.xlsx"),
            lambda: calamine(isi),
        )
        yield _ukur_simpan(gudang, pemeriksa, baik)
    yield bandingkan(
        f"baca + periksa {nama}, proses anak baru / calamine saja",
        lambda: periksa_berkas(gudang, KODE_PD, isi, "b.xlsx"),
        lambda: calamine(isi),
        ulangan=9,
    )
    gudang.tutup()


def _ukur_simpan(gudang: Gudang, pemeriksa: PemeriksaBerkas, baik: list[bytes]) -> Perbandingan:
    """Each time the workbook of another triwulan, so that each one is really stored."""
    antrean = iter(baik)
    isi = baik[0]

    def simpan() -> None:
        nonlocal isi
        isi = next(antrean)
        putusan = terima(
            gudang, pemeriksa.periksa(isi, "b.xlsx"), {}, "benchmark", PADA, f"ukur {len(isi)} {hash(isi)}"
        )
        assert putusan.status == "diterima"

    nama = f"jaga + baca + periksa + simpan buku kerja {_KANTOR.baris} baris, anak siap / calamine saja"
    return bandingkan(nama, simpan, lambda: calamine(isi), ulangan=_ULANGAN)


def _baca(isi: bytes) -> object:
    """What guard, child and parent do with a file, without the pipe between them."""
    return jaga(isi) or susun_buku(json.loads(jawab(isi)))


def urai_xml(isi: bytes) -> list[Element]:
    """The floor of every reading: the trees of all parts of a workbook of our own, and nothing read from them."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = [arsip.read(nama) for nama in arsip.namelist() if nama.endswith((".xml", ".rels"))]
    return [fromstring(xml) for xml in bagian]  # noqa: S314


def calamine(isi: bytes) -> list[object]:
    """Every cell of every sheet, as the library gives them."""
    buku = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return [buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names]
