"""The long form of `tests/alur/test_serentak.py`: eight writers for a minute, a hundred approvals against changes.

Checked as strictly as there; printed is how much was done, on a store file.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.alat.kantor_alur import buka_kantor
from tests.alat.rame import RAME, adu_setujui, kerja_bersama, periksa


@dataclass(frozen=True)
class Laporan:
    """One line of what was done and found."""

    isi: str

    def tulis(self) -> str:
        """The line."""
        return self.isi


def ukur(detik: float = 60.0, adu: int = 100) -> Iterator[Laporan]:
    """Both rushes. Raises AssertionError when anything was lost, broken, approved unseen, or failed in the engine."""
    with tempfile.TemporaryDirectory() as folder:
        yield _penulis(Path(folder), detik)
        yield _adu(Path(folder), adu)


def _penulis(folder: Path, detik: float) -> Laporan:
    with buka_kantor(folder / "penulis.duckdb") as kantor:
        catatan = kerja_bersama(kantor, detik=detik)
        periksa(kantor, catatan)
    status = Counter(jawaban.hasil.status for jawaban in catatan)
    rinci = ", ".join(f"{banyak} {nama}" for nama, banyak in status.most_common())
    return Laporan(f"{RAME} penulis selama {detik:.0f} detik: {len(catatan)} perintah ({rinci}); tak ada yang hilang")


def _adu(folder: Path, adu: int) -> Laporan:
    mulai = time.monotonic()
    with buka_kantor(folder / "adu.duckdb") as kantor:
        hasil = Counter(adu_setujui(kantor, nomor) for nomor in range(adu))
        periksa(kantor)
    assert set(hasil) == {"sesuai", "ditolak"}, f"both sides must win now and then: {hasil}"
    rinci = ", ".join(f"{banyak} {nama}" for nama, banyak in hasil.most_common())
    return Laporan(f"{adu} persetujuan beradu dengan perubahan ({rinci}), {time.monotonic() - mulai:.0f} detik")
