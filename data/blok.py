"""Several acts in one transaction: what they append is gathered and written once a table, in their order.

An act that asks before it writes costs no question of its own where the answer was given for all acts at once. Whatever
else is asked or changed in between is right as well: what was gathered is written down first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import duckdb

from data.gudang import Baris, Peristiwa, SudahTercatat, Transaksi, mengubah

TAK_TERSIMPAN: Final = (duckdb.DataError, duckdb.IntegrityError, duckdb.InvalidInputException)
"""What a write raises for content that the store does not take: nothing of that write is stored then."""
_TETAP: Final = frozenset({"akun_ada", "tugas_akun", "unit"})
"""Questions that are asked once, as long as nothing is written to their tables."""
_DI_LUAR: Final = _TETAP | {"alur_satu", "alur_pindah", "alur_sentuh"}
"""Questions and statements of tables into which nothing is gathered."""
_TAK_DIKUMPUL: Final = frozenset({"alur", "akun", "penugasan", "unit"})
"""Those tables: what is appended to them is written at once."""

JawabanBlok = Mapping[tuple[str, str], list[Baris]]
"""Rows by `sebut` of a question: what an act would be answered, asked for many at once."""


def sebut(nama: str, parameter: Mapping[str, Any]) -> tuple[str, str]:
    """A question with its parameters, whatever their order, as a key."""
    return nama, repr(sorted(parameter.items()))


class TransaksiBlok(Transaksi):
    """The inside of one write that holds several acts. `mulai` begins each, `tutup` writes down what is gathered.

    No two acts may write about the same thing (see `mulai`): what an act is answered was asked before all of them.
    """

    def __init__(self, tx: Transaksi) -> None:
        self._tx = tx
        self.tercatat = tx.tercatat
        self._antrean: dict[str, list[Mapping[str, Any]]] = {}
        self._peristiwa: list[Peristiwa] = []
        self._kunci: set[str] = set()
        self._unggahan: set[str] = set()
        self._tetap: dict[tuple[str, str], list[Baris]] = {}
        self._jawaban: JawabanBlok = {}

    def mulai(self, jawaban: JawabanBlok) -> None:
        """The next act begins. `jawaban` is what it would be answered; it holds until the act writes something."""
        self._jawaban = jawaban

    def tambah(self, tabel: str, baris: Iterable[Mapping[str, Any]]) -> None:
        """As `Transaksi.tambah`; what breaks a CHECK or key is noticed when the block is written down."""
        self._jawaban = {}
        if tabel in _TAK_DIKUMPUL:
            self._tetap.clear()
            self._tx.tambah(tabel, baris)
            return
        daftar = list(baris)
        self._antrean.setdefault(tabel, []).extend(daftar)
        if tabel == "unggahan":
            self._unggahan.update(str(unggahan["id_unggahan"]) for unggahan in daftar)

    def kueri(self, nama: str, **parameter: Any) -> list[Baris]:
        """As `Transaksi.kueri`; where the question could tell what is gathered, that is written down before."""
        if mengubah(nama):
            self._jawaban = {}
        kunci = sebut(nama, parameter)
        dijawab = self._jawaban.get(kunci, self._tetap.get(kunci))
        if dijawab is not None:
            return dijawab
        if nama not in _DI_LUAR:
            self.tutup()
        hasil = self._tx.kueri(nama, **parameter)
        if nama in _TETAP:
            self._tetap[kunci] = hasil
        return hasil

    def ambil_beku(self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int) -> dict[str, list[Baris]]:
        """As `Transaksi.ambil_beku`, after what was gathered."""
        self.tutup()
        return self._tx.ambil_beku(tabel, kode_pd, tahun, triwulan)

    def jalankan(self, nama: str, /, **parameter: Any) -> None:
        """As `Transaksi.jalankan`; one about an upload that was stored before meets nothing that is gathered."""
        self._jawaban = {}
        self._tetap.clear()
        if "id_unggahan" not in parameter or parameter["id_unggahan"] in self._unggahan:
            self.tutup()
        self._tx.jalankan(nama, **parameter)

    def segarkan(self) -> None:
        """As `Transaksi.segarkan`, after what was gathered."""
        self.tutup()
        self._tx.segarkan()

    def catat_semua(self, peristiwa: Iterable[Peristiwa]) -> None:
        """As `Transaksi.catat_semua`. A kunci that is in the log already is noticed when the block is written down."""
        for kejadian in peristiwa:
            if kejadian.kunci is not None and kejadian.kunci in self._kunci:
                raise SudahTercatat(kejadian.kunci, kejadian.objek)
            if kejadian.kunci is not None:
                self._kunci.add(kejadian.kunci)
            self._peristiwa.append(kejadian)

    def tutup(self) -> None:
        """Write down what is gathered: one append a table, then the log. Raises what `Transaksi` raises."""
        antrean, peristiwa = self._antrean, self._peristiwa
        self._antrean, self._peristiwa = {}, []
        self._unggahan.clear()
        for tabel, baris in antrean.items():
            self._tx.tambah(tabel, baris)
        if peristiwa:
            self._tx.catat_semua(peristiwa)
