"""Writes down all that the program says: `python -m tests.potret FOLDER`, to be compared by `diff -ru`.

Below FOLDER stands a text for every file that is handed out (`ekspor/`), for every command of the command line
(`perintah/`) and for every page as every peran sees it (`halaman/`). Two portraits of the same program are the same
to the byte. It fixes the clock and all that is random, so it is a program of its own and nothing that a test imports.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.potret import golden
from tests.potret.pengambil import ambil, tulis_jumlah


def utama() -> None:
    """Take the portrait, or renew what of it stays in the repository."""
    baca = argparse.ArgumentParser(prog="python -m tests.potret", description=(__doc__ or "").split("\n", 1)[0])
    baca.add_argument("folder", type=Path, nargs="?", help="where the texts go; must not hold anything yet")
    baca.add_argument("--tanpa-halaman", action="store_true", help="only the exported files and the command line")
    baca.add_argument("--contoh", type=Path, help="a store of the sample office that exists already")
    baca.add_argument("--perbarui", action="store_true", help="renew the golden files of tests/potret")
    pilihan = baca.parse_args()
    if pilihan.perbarui == (pilihan.folder is not None):
        baca.error("name a folder, or --perbarui")
    if pilihan.perbarui:
        _perbarui(pilihan.contoh)
    elif pilihan.folder.exists() and any(pilihan.folder.iterdir()):
        baca.error(f"{pilihan.folder} is not empty")
    else:
        mulai = time.monotonic()
        jumlah = ambil(pilihan.folder.resolve(), hanya_ekspor=pilihan.tanpa_halaman, contoh=pilihan.contoh)
        print(f"{tulis_jumlah(jumlah)}\n{time.monotonic() - mulai:.0f} s")


def _perbarui(contoh: Path | None) -> None:
    with TemporaryDirectory() as folder:
        jumlah = ambil(Path(folder), hanya_ekspor=True, contoh=contoh)
        golden.tulis_paket(golden.baca_folder(Path(folder)))
    print(f"{tulis_jumlah(jumlah)}\n{golden.PAKET.name}: {golden.PAKET.stat().st_size} byte")


if __name__ == "__main__":
    utama()
