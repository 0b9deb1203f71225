"""What a returned workbook says about itself: whose it is, which upload, the verdict, and how far its correction is.

The format that goes back, the memo and the package share this heading and these words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from analytics.aturan.periode import tulis_tanggal
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import Tingkat

LAMBANG: Final[dict[Tingkat, str]] = {"galat": "✖", "peringatan": "⚠", "info": "ℹ"}
"""The sign of each tingkat, so that colour is never the only cue."""
PENGIRIM: Final = "Kepala Subbagian Perencanaan dan Keuangan"
"""Who sends formats out and back."""
PENULIS: Final = "Capaian"
"""The author that our papers and notes name."""


@dataclass(frozen=True)
class Penanda:
    """Who signs; without a name the lines are dotted."""

    jabatan: str
    nama: str = ""
    nip: str = ""
    pangkat: str = ""


class Pemegang(Protocol):
    """Who holds an office, as it is on record."""

    @property
    def jabatan(self) -> str:
        """The office."""

    @property
    def sebutan(self) -> str:
        """The office, after `Plt. ` or `Plh. ` of a deputy."""

    @property
    def nama(self) -> str:
        """With the titles."""

    @property
    def nip(self) -> str | None:
        """None: not known."""

    @property
    def pangkat(self) -> str | None:
        """None: not known."""


def susun_penanda(jabatan: str, pemegang: Pemegang | None) -> Penanda:
    """Who signs for an office that papers call `jabatan`; nobody on record signs on dotted lines."""
    if pemegang is None:
        return Penanda(jabatan)
    awalan = pemegang.sebutan.removesuffix(pemegang.jabatan)
    return Penanda(f"{awalan}{jabatan}", pemegang.nama, pemegang.nip or "", pemegang.pangkat or "")


@dataclass(frozen=True)
class Kembalian:
    """The heading of a return.

    `periode` is its name (`Triwulan III 2026`), `ke` counts the uploads of this unit and periode from 1, `waktu` is the
    local time of the check, `putusan` the verdict as one sentence. `keterangan` are sentences beside it: how much was
    filled, what was mended since the upload before, what waits for somebody else. `kabupaten` may be empty. `penanda`
    signs the memo.
    """

    nama_kantor: str
    nama_unit: str
    periode: str
    nama_berkas: str
    ke: int
    waktu: datetime
    contoh: bool
    putusan: str
    keterangan: tuple[str, ...] = ()
    kabupaten: str = ""
    penanda: Penanda = Penanda(PENGIRIM)

    def tulis_waktu(self) -> str:
        """`17 Agustus 2026 pukul 10.15`."""
        return f"{tulis_tanggal(self.waktu.date())} pukul {self.waktu:%H.%M}"


def tulis_tingkat(tingkat: Tingkat) -> str:
    """`✖ galat`."""
    return f"{LAMBANG[tingkat]} {tingkat}"


def hitung_tingkat(temuan: Sequence[Temuan]) -> str:
    """`3 galat, 2 peringatan, 1 info`, or `tanpa temuan`."""
    banyak = {tingkat: sum(butir.tingkat == tingkat for butir in temuan) for tingkat in LAMBANG}
    return ", ".join(f"{jumlah} {tingkat}" for tingkat, jumlah in banyak.items() if jumlah) or "tanpa temuan"
