"""The folder that a portrait is written to: a text file for each file, command and page, and how much it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path


class Album:
    """Writes texts below a folder and counts them by the first part of their name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.jumlah: Counter[str] = Counter()

    def tulis(self, nama: str, baris: Iterable[str]) -> None:
        """Write one text. Raises FileExistsError when it is there already: nothing may hide behind another."""
        tujuan = self._folder / f"{nama}.txt"
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        isi = list(baris)
        with tujuan.open("x", encoding="utf-8", newline="\n") as berkas:
            berkas.writelines(f"{baris}\n" for baris in isi)
        bagian = nama.split("/", 1)[0]
        self.jumlah[f"{bagian}: berkas"] += 1
        self.jumlah[f"{bagian}: baris"] += len(isi)
        self.jumlah[f"{bagian}: sel"] += sum(baris.startswith("sel ") for baris in isi)
