"""What of the portrait stays in the repository: every exported file and every command, packed, with a list beside it.

The list names each text with its lines and its digest, so that a commit shows which texts it changes; the package holds
the texts themselves, so that a test can say which lines. Pages are not kept: they are meant to change.
"""

from __future__ import annotations

import difflib
import hashlib
import io
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

PAKET: Final = Path(__file__).parent / "golden.tar.xz"
DAFTAR: Final = Path(__file__).parent / "golden.txt"
_BANYAK: Final = 12
"""Lines that are shown of one text that differs."""

Teks = Mapping[str, str]


def baca_folder(folder: Path) -> dict[str, str]:
    """The texts of a portrait by their names."""
    semua = sorted(folder.rglob("*.txt"))
    return {berkas.relative_to(folder).as_posix(): berkas.read_text(encoding="utf-8") for berkas in semua}


def baca_paket() -> dict[str, str]:
    """The texts that the repository holds."""
    with tarfile.open(PAKET) as arsip:
        return {anggota.name: arsip.extractfile(anggota).read().decode() for anggota in arsip}  # type: ignore[union-attr]


def tulis_paket(teks: Teks) -> None:
    """Pack the texts so that the same ones give the same bytes."""
    with tarfile.open(PAKET, "w:xz", preset=9) as arsip:
        for nama, tulisan in sorted(teks.items()):
            anggota = tarfile.TarInfo(nama)
            anggota.size = len(tulisan.encode())
            arsip.addfile(anggota, io.BytesIO(tulisan.encode()))
    DAFTAR.write_text("".join(f"{baris}\n" for baris in susun_daftar(teks)), encoding="utf-8")


def susun_daftar(teks: Teks) -> Iterator[str]:
    """One line for each text: the beginning of its SHA-256, its lines, its name."""
    for nama, tulisan in sorted(teks.items()):
        yield f"{hashlib.sha256(tulisan.encode()).hexdigest()[:12]} {tulisan.count(chr(10)):>6} {nama}"


def bandingkan(lama: Teks, kini: Teks) -> Iterator[str]:
    """What differs, text by text, with its first lines; nothing when all is the same."""
    for nama in sorted({*lama, *kini}):
        if nama not in kini:
            yield f"- {nama}"
        elif nama not in lama:
            yield f"+ {nama}"
        elif lama[nama] != kini[nama]:
            yield f"! {nama}"
            yield from _beda(lama[nama], kini[nama])


def _beda(lama: str, kini: str) -> Iterable[str]:
    baris = difflib.unified_diff(lama.splitlines(), kini.splitlines(), n=0, lineterm="")
    berubah = [teks[:300] for teks in islice(baris, 2, None) if not teks.startswith("@@")]
    yield from berubah[:_BANYAK]
    if len(berubah) > _BANYAK:
        yield f"… and {len(berubah) - _BANYAK} lines more"
