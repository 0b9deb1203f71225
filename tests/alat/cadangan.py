"""A small real office, backups of it, and programs that are killed while they write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from analytics.sistem import buka_gudang
from analytics.sop.peran import SEMUA_KANTOR
from data.gudang import Gudang, Peristiwa

AKAR = Path(__file__).parents[2]
WAKTU = datetime(2026, 11, 26, 9, 15)
_PENULIS = """
import os, sys
from datetime import datetime
from pathlib import Path
from data.gudang import Gudang, Peristiwa
gudang = Gudang.buka(Path(sys.argv[1]))
for nomor in range(int(sys.argv[2])):
    with gudang.transaksi(Peristiwa("*", "uji", "uji", f"sesaat sebelum mati {nomor}", {}, datetime(2026, 11, 26, 10))):
        pass
os._exit(9)
"""


@contextmanager
def terbuka(jalur: Path) -> Iterator[Gudang]:
    """The store at this path, for as long as it is needed."""
    gudang = buka_gudang(jalur)
    try:
        yield gudang
    finally:
        gudang.tutup()


def dirikan(gudang: Gudang) -> None:
    """Make the store one of a real office, which has daily backups."""
    kantor = {"kode_pd": "7.01.05", "nama": "Kecamatan Uji", "kabupaten": "Uji", "contoh": False}
    with gudang.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "uji", "kantor", {}, WAKTU)) as tx:
        tx.tambah("perangkat_daerah", [kantor])


def catat(gudang: Gudang, apa: str, waktu: datetime = WAKTU) -> None:
    """Change something."""
    with gudang.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "uji", apa, {}, waktu)):
        pass


def aksi(gudang: Gudang) -> list[str]:
    """What the log says was done, in order."""
    return [peristiwa["aksi"] for peristiwa in gudang.kueri("peristiwa_semua")]


def objek(gudang: Gudang) -> list[str]:
    """What the log says it was done to, in order."""
    return [peristiwa["objek"] for peristiwa in gudang.kueri("peristiwa_semua")]


def tulis_lalu_mati(jalur: Path, banyak: int) -> None:
    """Another program commits so many entries and ends without closing the store: its write-ahead log stays."""
    perintah = [sys.executable, "-c", _PENULIS, str(jalur), str(banyak)]
    assert subprocess.run(perintah, cwd=AKAR, check=False).returncode == 9


def balik_bit(berkas: Path, letak: int, bit: int = 0) -> None:
    """Change one bit of a file; its size and its dates stay, as when a disk grows old."""
    waktu = berkas.stat()
    isi = bytearray(berkas.read_bytes())
    isi[letak] ^= 1 << bit
    berkas.write_bytes(isi)
    os.utime(berkas, ns=(waktu.st_atime_ns, waktu.st_mtime_ns))
