"""The rows in force, kept as tables: what each of them rests on, and how they follow a write.

What a row in force is, one view of the schema says for each table. A transaction notes what it wrote, by the kiriman or
the office; before it reads the tables, and before it is committed, the rows of the periode concerned are put in anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import duckdb

from data.terurai import jalankan


@dataclass(frozen=True)
class TabelBerlaku:
    """A table of rows in force: the view whose rows it holds, and the tables that it rests on.

    A row is about one `kode` in one triwulan; `lain` are the columns that tell such rows apart. `sendiri` is a question
    that says the same in a quarter of the time where no indicator of the office takes its values from others.
    """

    nama: str
    aturan: str
    kode: str
    sumber: frozenset[str]
    lain: tuple[str, ...] = ()
    sendiri: str = ""

    @property
    def kunci(self) -> tuple[str, ...]:
        """By what a row is known."""
        return ("kode_pd", self.kode, *self.lain, "tahun", "triwulan")

    def ganti(self, letak: str, *, mengalir: bool) -> Iterator[str]:
        """The statements that put what the view says now in the place of what stands there.

        `mengalir`: whether values of the office flow from one indicator to another.
        """
        tanya = f"SELECT * FROM {self.aturan}" if mengalir or not self.sendiri else self.sendiri  # noqa: S608 - our own names
        yield f"DELETE FROM {self.nama} WHERE {letak}"  # noqa: S608 - our own names
        yield f"INSERT INTO {self.nama} {tanya} WHERE {letak}"


BERLAKU: Final = (
    TabelBerlaku(
        nama="realisasi_berlaku",
        aturan="realisasi_terhitung",
        kode="kode_indikator",
        sumber=frozenset(
            {"kiriman", "realisasi", "koreksi", "indikator", "aturan_indikator", "unit", "target", "rencana"}
        ),
        sendiri="SELECT *, NULL FROM realisasi_terlapor",
    ),
    TabelBerlaku(
        nama="anggaran_berlaku",
        aturan="anggaran_terhitung",
        kode="kode_simpul",
        sumber=frozenset({"kiriman", "realisasi_anggaran", "koreksi"}),
    ),
    TabelBerlaku(
        nama="narasi_berlaku",
        aturan="narasi_terhitung",
        kode="kode_indikator",
        sumber=frozenset({"kiriman", "narasi", "indikator", "aturan_indikator", "unit", "target", "rencana"}),
        lain=("jenis",),
        sendiri="SELECT * FROM narasi_terlapor",
    ),
)

_MILIK_KIRIMAN: Final = frozenset({"kiriman", "realisasi", "realisasi_anggaran", "narasi", "koreksi"})
"""Tables each of whose rows belongs to one kiriman, and so to the periode of that."""
_SUMBER: Final = frozenset().union(*(tabel.sumber for tabel in BERLAKU))
_NAMA: Final = frozenset(tabel.nama for tabel in BERLAKU)
_DISEBUT: Final = re.compile(rf"\b(?:{'|'.join(sorted(_NAMA))})\b")
_DITULIS: Final = re.compile(r"^(?:UPDATE|INSERT INTO|DELETE FROM|MERGE INTO)\s+(\w+)", re.IGNORECASE | re.MULTILINE)

_KANTOR: Final = "kode_pd = $kode_pd"
_SEBAGIAN: Final = f"{_KANTOR} AND list_contains($tahun, tahun) AND list_contains($triwulan, triwulan)"
"""Each column by itself: DuckDB carries that down into the views, and a pair not."""
_MENGALIR: Final = """
SELECT count(*) > 0
FROM aturan_indikator
WHERE kode_pd = $kode_pd AND (sama_dengan IS NOT NULL OR bagian_dari IS NOT NULL)
"""
"""Whether any year of an office has an indicator whose values come from others."""
_PERIODE: Final = """
SELECT list(DISTINCT tahun), list(DISTINCT triwulan)
FROM kiriman
WHERE kode_pd = $kode_pd AND list_contains($kiriman, id_kiriman)
"""


def tabel_ditulis(sql: str) -> frozenset[str]:
    """The tables that a statement writes to."""
    return frozenset(_DITULIS.findall(sql))


def menyebut_berlaku(sql: str) -> bool:
    """Whether a statement names a table of rows in force."""
    return _DISEBUT.search(sql) is not None


class Tersentuh:
    """What a transaction wrote since the rows in force last followed: by kiriman, or a whole office."""

    def __init__(self) -> None:
        self._tabel: set[str] = set()
        self._kiriman: set[tuple[str, str]] = set()
        self._kantor: set[str] = set()

    def tambah(self, tabel: str, baris: Iterable[Mapping[str, Any]]) -> None:
        """Rows are appended to a table. Raises ValueError for one whose rows only follow."""
        _jaga(tabel)
        if tabel not in _SUMBER:
            return
        self._tabel.add(tabel)
        if tabel in _MILIK_KIRIMAN:
            self._kiriman.update((isian["kode_pd"], isian["id_kiriman"]) for isian in baris)
        else:
            self._kantor.update(isian["kode_pd"] for isian in baris)

    def jalankan(self, sql: str, parameter: Mapping[str, Any]) -> None:
        """A statement is executed. Raises ValueError when it changes what rows follow and names no office."""
        for tabel in tabel_ditulis(sql):
            _jaga(tabel)
            if tabel in _SUMBER:
                if "kode_pd" not in parameter:
                    raise ValueError(f"a statement that changes {tabel} must name the office")
                self._tabel.add(tabel)
                self._kantor.add(parameter["kode_pd"])

    def segarkan(self, kursor: duckdb.DuckDBPyConnection) -> None:
        """Let the rows in force follow all that was noted."""
        for kode_pd in self._kantor | {kode_pd for kode_pd, _ in self._kiriman}:
            letak, parameter = self._letak(kursor, kode_pd)
            ((mengalir,),) = jalankan(kursor, _MENGALIR, {"kode_pd": kode_pd}).fetchall()
            for tabel in BERLAKU:
                for sql in tabel.ganti(letak, mengalir=mengalir) if tabel.sumber & self._tabel else ():
                    jalankan(kursor, sql, parameter)
        self._tabel, self._kiriman, self._kantor = set(), set(), set()

    def _letak(self, kursor: duckdb.DuckDBPyConnection, kode_pd: str) -> tuple[str, dict[str, Any]]:
        """Which rows of an office are concerned: all, or those of the periode of its kiriman."""
        kantor = {"kode_pd": kode_pd}
        if kode_pd in self._kantor:
            return _KANTOR, kantor
        kiriman = [id_kiriman for kode, id_kiriman in self._kiriman if kode == kode_pd]
        ((tahun, triwulan),) = jalankan(kursor, _PERIODE, {**kantor, "kiriman": kiriman}).fetchall()
        return _SEBAGIAN, {**kantor, "tahun": tahun, "triwulan": triwulan}


def _jaga(tabel: str) -> None:
    if tabel in _NAMA:
        raise ValueError(f"the rows of {tabel} follow what is stored; nobody writes them")
