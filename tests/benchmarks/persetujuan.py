"""An approval: how many questions it asks the store, and how much of its CPU its evaluation and workbook take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from analytics.alur.perintah import Perintah, terapkan
from analytics.beku.fakta import ambil_fakta, sidik_isi
from analytics.beku.pembekuan import buka_calon
from analytics.contoh.akun import CAMAT_CONTOH
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.gudang import hitung_tanya
from tests.alat.kantor_beku import WAKTU, kantor_terhimpun, serahkan, tutup_berkas
from tests.alat.kantor_dokumen import PERIODE
from tests.alat.toko import KODE_PD
from tests.benchmarks.ukur import lama_cpu

_ULANGAN: Final = 7


@dataclass(frozen=True)
class BagianCpu:
    """An approval: its questions to the store, its CPU, and that of evaluation and workbook alone, in milliseconds."""

    pertanyaan: int
    seluruhnya: float
    dokumen: float

    def tulis(self) -> str:
        """One line of the report."""
        bagian = f"evaluasi dan buku kerjanya {self.dokumen / self.seluruhnya:.0%} dari CPU {self.seluruhnya:.1f} ms"
        return f"setujui: {self.pertanyaan} pertanyaan kepada toko (tidak di atas 60); {bagian}"


def ukur() -> Iterator[BagianCpu]:
    """The same supervised kompilasi, approved again and again, each time out of a copy of its store."""
    with TemporaryDirectory() as folder:
        awal = _siapkan()
        hasil = [_sekali(Path(folder) / f"{nomor}.duckdb", awal) for nomor in range(_ULANGAN + 1)][1:]
    yield BagianCpu(
        max(bagian.pertanyaan for bagian in hasil),
        median(bagian.seluruhnya for bagian in hasil),
        median(bagian.dokumen for bagian in hasil),
    )


def _siapkan() -> bytes:
    gudang = kantor_terhimpun()
    serahkan(gudang)
    return tutup_berkas(gudang)


def _sekali(jalur: Path, awal: bytes) -> BagianCpu:
    jalur.write_bytes(awal)
    gudang = buka_gudang(jalur)
    objek = Objek.kompilasi(KODE_PD, PERIODE)
    dilihat = sidik_isi(gudang, KODE_PD, PERIODE)
    perintah = Perintah("setujui", objek, baca_kedudukan(gudang, objek).versi, sidik_dilihat=dilihat)
    dokumen = lama_cpu(lambda: _dokumen(gudang))
    with hitung_tanya(gudang) as tanya:
        seluruhnya = lama_cpu(lambda: _setujui(gudang, perintah))
    gudang.tutup()
    return BagianCpu(tanya.total(), seluruhnya, dokumen)


def _setujui(gudang: Gudang, perintah: Perintah) -> None:
    assert terapkan(gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU).berhasil


def _dokumen(gudang: Gudang) -> None:
    """What would be frozen, evaluated and written, and nothing else."""
    beku = buka_calon(ambil_fakta(gudang, KODE_PD, PERIODE), KODE_PD, "terverifikasi", WAKTU)
    susun_kompilasi(evaluasi_semua(beku, KODE_PD, PERIODE))
    beku.tutup()
