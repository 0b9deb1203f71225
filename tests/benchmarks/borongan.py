"""Sixty workbooks through the command line's own intake, against unzipping the same sixty and parsing their XML.

Both in turn in one run, in a process of its own, so that its memory is that of the intake: CPU of parent and reading
child over the CPU of the floor, and the most memory that the parent ever held.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from analytics.aturan.periode import Periode
from analytics.borongan import HasilTerima, PenerimaBerkas, kumpulkan
from analytics.sistem import buka_gudang
from analytics.sop.peran import BARIS_PERINTAH
from data.gudang import Gudang
from tests.alat.tunggu import tunggu_unit
from tests.benchmarks.buku_kerja import urai_xml
from tests.benchmarks.kantor_ukur import ISIAN, KODE_PD, PADA, KantorUkur
from tests.benchmarks.ukur import HasilUkur

_KANTOR = KantorUkur(unit=15, baris=60, tahun=(2026,))
"""One workbook of 60 rows of each of its units in each triwulan: sixty."""
_BAIK = ISIAN.index("pertama")


@dataclass(frozen=True)
class MemoriInduk:
    """The most memory that the parent held, in MB."""

    nama: str
    megabita: float

    def tulis(self) -> str:
        """One line of the report."""
        return f"{self.nama:<78} {self.megabita:>8.0f} MB"


def ukur() -> Iterator[HasilUkur | MemoriInduk]:
    """From files on disk into a store on disk. Raises AssertionError when a workbook was not accepted."""
    with TemporaryDirectory() as folder:
        gudang = buka_gudang(Path(folder) / "borongan.duckdb")
        _KANTOR.isi_gudang(gudang)
        banyak = _tulis(gudang, Path(folder) / "masuk")
        for tahun, triwulan in product(_KANTOR.tahun, (1, 2, 3, 4)):
            tunggu_unit(gudang, Periode(tahun, triwulan), _KANTOR.kode_unit, KODE_PD, PADA)
        gudang.tutup()
        perintah = [sys.executable, "-m", "tests.benchmarks.borongan", folder]
        jawaban = json.loads(subprocess.run(perintah, check=True, capture_output=True, text=True).stdout)
    assert jawaban["diterima"] == banyak, jawaban
    nama = f"terima {banyak} buku kerja {_KANTOR.baris} baris sampai tersimpan / unzip + urai XML saja"
    yield HasilUkur(nama, jawaban["kerja"], jawaban["dasar"])
    yield MemoriInduk(f"memori tertinggi induk selama menerima {banyak} buku kerja", jawaban["megabita"])


def _tulis(gudang: Gudang, folder: Path) -> int:
    folder.mkdir()
    baik = [buku for buku in _KANTOR.buku(gudang) if buku.nama.endswith(f"_{_BAIK}.xlsx")]
    for buku in baik:
        (folder / buku.nama).write_bytes(buku.isi)
    return len(baik)


def _terima(folder: Path) -> dict[str, float]:
    """Receive the folder; CPU in milliseconds, with that of the child, which counts when it has ended."""
    gudang = buka_gudang(folder / "borongan.duckdb")
    hasil: list[HasilTerima] = []
    dasar = 0.0
    awal = _cpu()
    with PenerimaBerkas(gudang, KODE_PD, BARIS_PERINTAH, "diterima lewat surel") as penerima:
        for masuk in penerima.terima(kumpulkan([folder / "masuk"])):
            hasil.append(masuk)
            mulai = time.process_time()
            urai_xml(Path(masuk.berkas).read_bytes())
            dasar += time.process_time() - mulai
    gudang.tutup()
    diterima = sum(masuk.putusan.status == "diterima" for masuk in hasil)
    kerja = _cpu() - awal - dasar
    return {"diterima": diterima, "kerja": kerja * 1000, "dasar": dasar * 1000, "megabita": _memori_tertinggi()}


def _memori_tertinggi() -> float:
    """Of this program alone: what the system counts as `ru_maxrss` holds also what started it had."""
    keadaan = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", keadaan)[0]) / 1024


def _cpu() -> float:
    waktu = os.times()
    return time.process_time() + waktu.children_user + waktu.children_system


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_terima(Path(sys.argv[1]))))
