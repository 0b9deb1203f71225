"""Reading a workbook: guarded first, then parsed in a child process under memory and time limits.

`baca_buku(berkas)` starts a child for one file. `with Pembaca() as pembaca: pembaca.baca(berkas)` keeps one child for
many files in turn and starts a new one when it dies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any, Final, Literal, NamedTuple, Self

from analytics.pembaca.penjaga import jaga
from analytics.pembaca.proses import AnakMati, ProsesAnak
from analytics.pembaca.tolakan import Tolakan, tolak

BATAS_DETIK: Final = 10.0
"""Seconds that one file may take in the child."""
BATAS_MEMORI: Final = 450 * 1024 * 1024
"""Bytes that the child may use: of address space where the platform can limit it, else as `proses` measures."""

Jenis = Literal["angka", "teks", "logika", "tanggal", "galat", "rumus"]


class SelTerbaca(NamedTuple):
    """One cell with content. A blank cell has no Sel.

    `jenis`: angka (`nilai` is the number), teks, logika (0 or 1), tanggal (`nilai` the serial day), galat (an Excel
    error such as #REF!) or rumus (a formula whose value the file does not hold). `teks` is the content as text: the
    string, the number as written in the file, the date as dd/mm/yyyy, the error. `persen`: the number format is a
    percentage, so that 95% is held as 0.95. `rumus` is the formula, None when the cell was typed; it may be empty for
    a shared one.
    """

    lembar: str
    alamat: str
    jenis: Jenis
    nilai: int | float | None
    teks: str
    persen: bool
    rumus: str | None


@dataclass(frozen=True)
class LembarTerbaca:
    """One sheet: its cells with content by address (`F12`), in file order.

    `keadaan` is visible, hidden or veryHidden, as Excel names it. `baris_tersembunyi` are the numbers of the rows that
    do not show (hidden, filtered away or without height), `kolom_tersembunyi` the letters of such columns up to ZZ.
    `gabungan` are the merged areas, as `M9:M10`. `samar` are the cells that a number format makes to be read as another
    value. `kepala_kaki` is what stands above and below the printed pages, with its codes. `pandangan`: tanpa_nol (zeros
    do not show) and rumus (formulas show instead of values).
    """

    nama: str
    keadaan: str
    sel: Mapping[str, SelTerbaca]
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[str] = frozenset()
    gabungan: tuple[str, ...] = ()
    samar: frozenset[str] = frozenset()
    kepala_kaki: tuple[str, ...] = ()
    pandangan: frozenset[str] = frozenset()

    def teks(self, alamat: str) -> str:
        """The content of a cell as text without surrounding blanks, empty for a blank cell."""
        sel = self.sel.get(alamat)
        return sel.teks.strip() if sel else ""

    def baris(self) -> Iterator[tuple[int, dict[str, SelTerbaca]]]:
        """(row number, cells by column letters) for every row with content, from the top."""
        kumpulan: dict[int, dict[str, SelTerbaca]] = {}
        for alamat, sel in self.sel.items():
            kolom, nomor = urai_alamat(alamat)
            kumpulan.setdefault(nomor, {})[kolom] = sel
        yield from sorted(kumpulan.items())


@dataclass(frozen=True)
class BukuTerbaca:
    """A parsed workbook: its sheets by name, in their order.

    `ganjil` is what makes people read other values everywhere: mulai_1904 (dates count from 1904), presisi_tampilan
    (values are rounded as they show), format_bersyarat (a format that comes with a condition and says another value).
    """

    lembar: Mapping[str, LembarTerbaca]
    ganjil: frozenset[str] = frozenset()


class Pembaca:
    """A child process that parses workbooks one after another. Use it as a context manager; safe between threads."""

    def __init__(self, detik: float = BATAS_DETIK, memori: int = BATAS_MEMORI) -> None:
        self._anak = ProsesAnak("analytics.pembaca.anak", detik, memori)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.tutup()

    def baca(self, berkas: bytes) -> BukuTerbaca | tuple[Tolakan, ...]:
        """Guard and parse one file: its sheets, or every reason why not. Never raises for the file's sake."""
        tolakan = jaga(berkas)
        if tolakan:
            return tolakan
        try:
            jawaban = self._anak.tukar(berkas)
        except AnakMati:
            return (tolak("tidak_selesai"),)
        return susun_buku(json.loads(jawaban))

    def tutup(self) -> None:
        """End the child."""
        self._anak.tutup()


def baca_buku(berkas: bytes) -> BukuTerbaca | tuple[Tolakan, ...]:
    """Guard one file and parse it in a child of its own: its sheets, or every reason why not.

    Never raises for the file's sake.
    """
    with Pembaca() as pembaca:
        return pembaca.baca(berkas)


@lru_cache(maxsize=16_384)  # the same addresses in every workbook
def urai_alamat(alamat: str) -> tuple[str, int]:
    """`F12` -> (`F`, 12)."""
    huruf = alamat.rstrip("0123456789")
    return huruf, int(alamat[len(huruf) :])


def susun_buku(jawaban: Mapping[str, Any]) -> BukuTerbaca | tuple[Tolakan, ...]:
    """What the child answered, as values."""
    if "tolakan" in jawaban:
        sebab, fakta = jawaban["tolakan"]
        return (tolak(sebab, **dict(fakta)),)
    lembar = {lembaran["nama"]: _susun_lembar(lembaran) for lembaran in jawaban["lembar"]}
    return BukuTerbaca(lembar, frozenset(jawaban.get("ganjil", ())))


def _susun_lembar(lembaran: Mapping[str, Any]) -> LembarTerbaca:
    nama = lembaran["nama"]
    return LembarTerbaca(
        nama,
        lembaran["keadaan"],
        {sel[0]: SelTerbaca(nama, *sel) for sel in lembaran["sel"]},
        frozenset(lembaran.get("baris", ())),
        frozenset(lembaran.get("kolom", ())),
        tuple(lembaran.get("gabungan", ())),
        frozenset(lembaran.get("samar", ())),
        tuple(lembaran.get("kepala_kaki", ())),
        frozenset(lembaran.get("pandangan", ())),
    )
