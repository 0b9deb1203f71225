"""The Streamlit calls of one run of a page, recorded with their arguments, to be made again without the program.

Nothing of Streamlit is replaced while time is taken: only while the calls are written down do its functions pass
through the recorder, which calls them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from inspect import isfunction
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.state import SessionStateProxy

from tests.benchmarks.ukur import dipasang

BUKA_HALAMAN: Final = "run"
_SIMPAN: Final = "session_state"
_BUKAN_PANGGILAN: Final = frozenset({"cache_data", "cache_resource", "fragment", "dialog", "connection"})
"""What decorates functions, and draws nothing."""
_SISI: Final = -1
"""Stands for the sidebar, which no call returns."""


@dataclass(frozen=True)
class HasilPanggilan:
    """The result of an earlier call, or a part of it: the number of the call, and the place in its list."""

    panggilan: int
    bagian: int | None = None

    def ambil(self, hasil: Sequence[Any]) -> Any:
        """What it stands for in another run."""
        if self.panggilan == _SISI:
            return st.sidebar
        return hasil[self.panggilan] if self.bagian is None else hasil[self.panggilan][self.bagian]


@dataclass(frozen=True)
class Panggilan:
    """One call: of a function of Streamlit, or, with `pada`, of a method of what an earlier call returned."""

    nama: str
    isi: tuple[Any, ...]
    opsi: dict[str, Any]
    pada: HasilPanggilan | None = None

    def ulangi(self, hasil: Sequence[Any]) -> Any:
        """Make the call again, with the results of those before it."""
        if self.nama == BUKA_HALAMAN:
            return None
        if self.nama == _SIMPAN:
            st.session_state[self.isi[0]] = self.isi[1]
            return None
        sasaran = st if self.pada is None else self.pada.ambil(hasil)
        isi = tuple(_ambil(satu, hasil) for satu in self.isi) if self.nama == "navigation" else self.isi
        return getattr(sasaran, self.nama)(*isi, **self.opsi)


class Perekam:
    """Writes down the calls that the program makes itself, not those that Streamlit makes inside of them."""

    def __init__(self) -> None:
        self.panggilan: list[Panggilan] = []
        self._di_dalam = 0
        self._asal: dict[int, tuple[object, HasilPanggilan]] = {id(st.sidebar): (st.sidebar, HasilPanggilan(_SISI))}

    @contextmanager
    def rekam(self) -> Iterator[None]:
        """Every call inside the block is written down."""
        with (
            dipasang(st, **{nama: self._bungkus(nama, isi) for nama, isi in _fungsi(st) if nama[0] != "_"}),
            dipasang(DeltaGenerator, **dict(self._milik(DeltaGenerator))),
            dipasang(StreamlitPage, run=self._lewatkan(StreamlitPage.run)),
            dipasang(SessionStateProxy, __setitem__=self._simpan(SessionStateProxy.__setitem__)),
        ):
            yield

    def _milik(self, kelas: type) -> Iterator[tuple[str, Callable[..., Any]]]:
        for nama in dir(kelas):
            if isfunction(isi := getattr(kelas, nama)) and (nama in ("__enter__", "__exit__") or nama[0] != "_"):
                yield nama, self._bungkus_milik(nama, isi)

    def _bungkus(self, nama: str, asli: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(asli)
        def panggil(*isi: Any, **opsi: Any) -> Any:
            return self._panggil(Panggilan(nama, isi, opsi), lambda: asli(*isi, **opsi))

        return panggil

    def _bungkus_milik(self, nama: str, asli: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(asli)
        def panggil(pada: Any, *isi: Any, **opsi: Any) -> Any:
            asal = self._asal.get(id(pada))
            if asal is None:
                return asli(pada, *isi, **opsi)
            return self._panggil(Panggilan(nama, isi, opsi, asal[1]), lambda: asli(pada, *isi, **opsi))

        return panggil

    def _panggil(self, panggilan: Panggilan, kerja: Callable[[], Any]) -> Any:
        if self._di_dalam:
            return kerja()
        nomor = len(self.panggilan)
        self.panggilan.append(replace(panggilan, isi=tuple(map(self._acu, panggilan.isi))))
        self._di_dalam += 1
        try:
            hasil = kerja()
        finally:
            self._di_dalam -= 1
        self._asal[id(hasil)] = (hasil, HasilPanggilan(nomor))
        for letak, bagian in enumerate(hasil if isinstance(hasil, list | tuple) else ()):
            self._asal[id(bagian)] = (bagian, HasilPanggilan(nomor, letak))
        return hasil

    def _acu(self, nilai: Any) -> Any:
        """Pages by the calls that made them."""
        if isinstance(nilai, StreamlitPage):
            return self._asal[id(nilai)][1]
        if isinstance(nilai, dict) and nilai and all(isinstance(isi, list) for isi in nilai.values()):
            return {kunci: [self._acu(satu) for satu in isi] for kunci, isi in nilai.items()}
        return nilai

    def _lewatkan(self, asli: Callable[..., Any]) -> Callable[..., Any]:
        """The page itself runs in the main script, and its calls are the program's own."""

        def panggil(pada: Any) -> Any:
            self.panggilan.append(Panggilan(BUKA_HALAMAN, (), {}))
            return asli(pada)

        return panggil

    def _simpan(self, asli: Callable[..., Any]) -> Callable[..., Any]:
        def panggil(pada: Any, kunci: str, nilai: Any) -> None:
            if not self._di_dalam:
                self.panggilan.append(Panggilan(_SIMPAN, (kunci, nilai), {}))
            asli(pada, kunci, nilai)

        return panggil


def putar(panggilan: Sequence[Panggilan]) -> None:
    """Make the calls again, in a run of a script."""
    hasil: list[Any] = []
    for satu in panggilan:
        hasil.append(satu.ulangi(hasil))


def _ambil(nilai: Any, hasil: Sequence[Any]) -> Any:
    if isinstance(nilai, HasilPanggilan):
        return nilai.ambil(hasil)
    if isinstance(nilai, dict):
        return {kunci: [_ambil(satu, hasil) for satu in isi] for kunci, isi in nilai.items()}
    return nilai


def _fungsi(modul: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    for nama in dir(modul):
        isi = getattr(modul, nama)
        if callable(isi) and (nama == "Page" or not isinstance(isi, type)) and nama not in _BUKAN_PANGGILAN:
            yield nama, isi
