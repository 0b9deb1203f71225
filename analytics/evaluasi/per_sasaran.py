"""The plan tree as forms print it, where rows of one program serve several sasaran.

Such a program, and such a kegiatan, stands under each of them with the rows that serve it: in several places, each a
row of the tree with a key. What has no rows below stands once, under the first sasaran that it serves, with one line
elsewhere that refers to it. So every sum goes by code, and no money counts twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.gudang import Baris


def bentangkan(simpul: Iterable[Baris]) -> dict[str, Baris]:
    """The rows of the question `simpul` by key, in the order of print, each under the key of the row above it.

    The first place of a node has its code as key, where its indicators stand; `utama` is that code in its other places.
    In a place that has a part of its rows, or only refers to another, the name says so; `rujukan` in the latter, and
    `dirujuk` in every sasaran, whose codes are then in names.
    """
    semua = {str(baris["kode_simpul"]): baris for baris in simpul}
    if not any(baris["sasaran"] for baris in semua.values()):
        return semua
    hasil = dict(_Bentangan(semua).susun())
    return hasil | {kode: baris for kode, baris in semua.items() if kode not in hasil}


@dataclass(frozen=True)
class _Bentangan:
    """The rows of a tree by code."""

    semua: Mapping[str, Baris]

    @cached_property
    def anak(self) -> dict[str, list[str]]:
        hasil: dict[str, list[str]] = {}
        for kode, baris in self.semua.items():
            hasil.setdefault(baris["kode_induk"] or "", []).append(kode)
        return hasil

    @cached_property
    def tautan(self) -> dict[str, tuple[str, ...]]:
        """The sasaran that a row below them serves, the first one first: its own, else those of the row above it."""
        hasil: dict[str, tuple[str, ...]] = {}
        for program in self._program:
            induk = str(self.semua[program]["kode_induk"])
            hasil[program] = tuple(dict.fromkeys((induk, *self._tertulis(program))))
            self._turunkan(program, hasil)
        return hasil

    def _turunkan(self, kode: str, hasil: dict[str, tuple[str, ...]]) -> None:
        for anak in self.anak.get(kode, ()):
            hasil[anak] = self._tertulis(anak) or hasil[kode]
            self._turunkan(anak, hasil)

    def _tertulis(self, kode: str) -> tuple[str, ...]:
        return tuple(sasaran for sasaran in _daftar_kode(self.semua[kode]["sasaran"]) if sasaran in self._sasaran)

    @cached_property
    def _sasaran(self) -> dict[str, None]:
        return {kode: None for kode, baris in self.semua.items() if baris["tingkat"] == "sasaran"}

    @cached_property
    def _program(self) -> Sequence[str]:
        return [program for sasaran in self._sasaran for program in self.anak.get(sasaran, ())]

    @cached_property
    def rumah(self) -> dict[str, frozenset[str]]:
        """The sasaran under which the lowest rows of a node stand."""
        hasil: dict[str, frozenset[str]] = {}
        for kode in reversed(self.tautan):
            bawah = self.anak.get(kode, ())
            hasil[kode] = (
                frozenset().union(*(hasil[anak] for anak in bawah)) if bawah else frozenset(self.tautan[kode][:1])
            )
        return hasil

    def susun(self) -> Iterator[tuple[str, Baris]]:
        for kode in self.anak.get("", ()):
            yield from self._puncak(kode)

    def _puncak(self, kode: str) -> Iterator[tuple[str, Baris]]:
        baris = self.semua[kode]
        if baris["tingkat"] == "sasaran":
            yield kode, {**baris, "dirujuk": True}
            for program in self._program:
                yield from self._di_bawah(program, kode, kode)
            return
        yield kode, baris
        for anak in self.anak.get(kode, ()):
            yield from self._puncak(anak)

    def _di_bawah(self, kode: str, sasaran: str, induk: str) -> Iterator[tuple[str, Baris]]:
        """What stands of a row under a sasaran: it with its rows there, one line that refers to it, or nothing."""
        if sasaran in self.rumah[kode]:
            kunci, baris = self._tempat(kode, sasaran)
            yield kunci, {**baris, "kode_induk": induk}
            for anak in self.anak.get(kode, ()):
                yield from self._di_bawah(anak, sasaran, kunci)
        elif sasaran in self.tautan[kode]:
            nama = f"{self.semua[kode]['nama']}: lihat sasaran {self._utama(kode)}"
            lain = {"nama": nama, "kode_induk": induk, "daun": False, "utama": kode, "rujukan": True}
            yield f"{kode}|{sasaran}", {**self.semua[kode], **lain}
        else:
            for anak in self.anak.get(kode, ()):
                yield from self._di_bawah(anak, sasaran, induk)

    def _tempat(self, kode: str, sasaran: str) -> tuple[str, Baris]:
        baris, utama = self.semua[kode], self._utama(kode)
        if len(self.rumah[kode]) == 1:
            return kode, baris
        sebagian = {**baris, "nama": f"{baris['nama']} (sebagian, sasaran {sasaran})"}
        if sasaran == utama:
            return kode, sebagian
        return f"{kode}|{sasaran}", {**sebagian, "utama": kode, "kinerja_di": utama}

    def _utama(self, kode: str) -> str:
        """Where a node stands first: under its first sasaran that has any of its rows."""
        return next(sasaran for sasaran in (*self.tautan[kode], *self._sasaran) if sasaran in self.rumah[kode])


def _daftar_kode(teks: str | None) -> Sequence[str]:
    """The codes of a list as it is stored."""
    return [kode.strip() for kode in (teks or "").split(",") if kode.strip()]
