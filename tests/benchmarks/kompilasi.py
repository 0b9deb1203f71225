"""The compiled workbook of an office with six years, against the XlsxWriter calls that write it, made again alone."""

from __future__ import annotations

import gc
import io
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial, wraps
from inspect import isfunction
from math import log
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from analytics.rupa import opsi_buku
from analytics.sistem import buka_gudang
from tests.benchmarks.kantor_tahun import KODE_PD, PERIODE, KantorTahun
from tests.benchmarks.ukur import BatasUkur, HasilUkur, Pertumbuhan, bandingkan_cpu, dipasang

BATAS: Final = BatasUkur(1.3, 1.3)
_ULANGAN: Final = {60: 9, 300: 5, 3000: 3}
_BUKU: Final = -1
"""Stands for the workbook itself."""
_MB: Final = 1_000_000


@dataclass(frozen=True)
class IngatanPuncak:
    """How much memory the work takes at its peak, beside the size of what it writes."""

    nama: str
    puncak: int
    berkas: int

    def tulis(self) -> str:
        """One line of the report."""
        return f"{self.nama:<78} {self.puncak / _MB:>8.1f} MB  (berkas {self.berkas / _MB:.1f} MB)"


@dataclass(frozen=True)
class PanggilanBuku:
    """One call: `pada` and the formats in it are numbers of earlier calls."""

    pada: int
    nama: str
    isi: tuple[Any, ...]
    opsi: dict[str, Any]


def ukur() -> Iterator[HasilUkur | Pertumbuhan | IngatanPuncak]:
    """For every size of the office; the results are evaluated before time is taken."""
    semua: dict[int, HasilUkur] = {}
    for banyak, ulangan in _ULANGAN.items():
        kompilasi = _kompilasi(banyak)
        langkah = rekam(kompilasi)
        # The office and the recording stay as they are: that the collector walks them again and again is nobody's work.
        gc.collect()
        gc.freeze()
        nama = f"buku kompilasi {banyak} indikator / panggilan XlsxWriter-nya saja"
        batas = BATAS if banyak < max(_ULANGAN) else None
        semua[banyak] = bandingkan_cpu(
            nama, partial(susun_kompilasi, kompilasi), partial(putar, langkah), ulangan, batas
        )
        yield semua[banyak]
        gc.unfreeze()
    kecil, besar = 300, max(_ULANGAN)
    pangkat = log(semua[besar].kerja / semua[kecil].kerja) / log(besar / kecil)
    yield Pertumbuhan(f"pangkat pertumbuhan buku kompilasi, {kecil} ke {besar} indikator (tidak di atas 1,10)", pangkat)
    yield _ingatan(kompilasi, besar)


def _kompilasi(banyak: int) -> Kompilasi:
    gudang = buka_gudang(None)
    KantorTahun(banyak).isi(gudang)
    kompilasi = evaluasi_semua(gudang, KODE_PD, PERIODE)
    gudang.tutup()
    return kompilasi


def _ingatan(kompilasi: Kompilasi, banyak: int) -> IngatanPuncak:
    tracemalloc.start()
    berkas = len(susun_kompilasi(kompilasi))
    puncak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return IngatanPuncak(f"ingatan puncak buku kompilasi {banyak} indikator", puncak, berkas)


def rekam(kompilasi: Kompilasi) -> Sequence[PanggilanBuku]:
    """The calls to XlsxWriter that write this workbook; the bytes that they make again are the same."""
    perekam = _PerekamBuku()
    with perekam.rekam():
        isi = susun_kompilasi(kompilasi)
    assert putar(perekam.langkah) == isi
    return perekam.langkah


def putar(langkah: Sequence[PanggilanBuku]) -> bytes:
    """The floor: the recorded calls and nothing else."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(keluaran, opsi_buku())
    hasil: list[Any] = []
    for satu in langkah:
        isi = [hasil[nilai.nomor] if type(nilai) is _Acuan else nilai for nilai in satu.isi]
        opsi = {nama: _ganti(nilai, hasil) for nama, nilai in satu.opsi.items()} if satu.opsi else {}
        pada = buku if satu.pada == _BUKU else hasil[satu.pada]
        if satu.nama == "conditional_format":
            isi[-1] = _ganti(isi[-1], hasil)
        hasil.append(getattr(pada, satu.nama)(*isi, **opsi))
    return keluaran.getvalue()


@dataclass(frozen=True)
class _Acuan:
    """Stands for the result of a call: a sheet or a format."""

    nomor: int


def _ganti(nilai: Any, hasil: Sequence[Any]) -> Any:
    if isinstance(nilai, _Acuan):
        return hasil[nilai.nomor]
    if isinstance(nilai, dict):
        return {kunci: _ganti(isi, hasil) for kunci, isi in nilai.items()}
    return nilai


class _PerekamBuku:
    """Writes down the calls that the program makes itself, not those that XlsxWriter makes inside of them."""

    def __init__(self) -> None:
        self.langkah: list[PanggilanBuku] = []
        self._di_dalam = 0
        self._asal: dict[int, tuple[object, int]] = {}

    @contextmanager
    def rekam(self) -> Iterator[None]:
        """Every call inside the block is written down."""
        with (
            dipasang(xlsxwriter.Workbook, **dict(self._milik(xlsxwriter.Workbook))),
            dipasang(Worksheet, **dict(self._milik(Worksheet))),
        ):
            yield

    def _milik(self, kelas: type) -> Iterator[tuple[str, Callable[..., Any]]]:
        for nama in dir(kelas):
            if (nama[0] != "_" or nama == "__init__") and isfunction(asli := getattr(kelas, nama)):
                yield nama, self._bungkus(nama, asli)

    def _bungkus(self, nama: str, asli: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(asli)
        def panggil(pada: Any, *isi: Any, **opsi: Any) -> Any:
            if self._di_dalam or nama == "__init__":
                return self._biarkan(lambda: asli(pada, *isi, **opsi))
            return self._catat(pada, nama, isi, opsi, lambda: asli(pada, *isi, **opsi))

        return panggil

    def _catat(self, pada: Any, nama: str, isi: tuple[Any, ...], opsi: dict[str, Any], kerja: Callable[[], Any]) -> Any:
        asal = _BUKU if isinstance(pada, xlsxwriter.Workbook) else self._asal[id(pada)][1]
        self.langkah.append(PanggilanBuku(asal, nama, tuple(map(self._acu, isi)), self._acu(opsi)))
        hasil = self._biarkan(kerja)
        self._asal[id(hasil)] = (hasil, len(self.langkah) - 1)
        return hasil

    def _biarkan(self, kerja: Callable[[], Any]) -> Any:
        """What XlsxWriter calls of its own is no call of the program."""
        self._di_dalam += 1
        try:
            return kerja()
        finally:
            self._di_dalam -= 1

    def _acu(self, nilai: Any) -> Any:
        if isinstance(nilai, Format | Worksheet):
            return _Acuan(self._asal[id(nilai)][1])
        if isinstance(nilai, dict):
            return {kunci: self._acu(isi) for kunci, isi in nilai.items()}
        return nilai
