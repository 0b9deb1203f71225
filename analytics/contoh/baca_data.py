"""Reads the data files of the sample office into typed rows; a wrong name or kind is named with its file and row."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

FOLDER: Final = Path(__file__).parents[2] / "data" / "contoh" / "kantor"
"""Where the data files stand."""

_Baris = TypeVar("_Baris")


class DataContohSalah(Exception):
    """A data file of the sample office does not say what the program expects; the message names file and row."""


def baca_toml(kelas: type[_Baris], nama: str, folder: Path = FOLDER) -> _Baris:
    """One file as a whole, as a value of `kelas`. Raises DataContohSalah."""
    with (folder / nama).open("rb") as berkas:
        berisi: _Baris = _susun(kelas, tomllib.load(berkas), nama)
    return berisi


def baca_csv(kelas: type[_Baris], nama: str, folder: Path = FOLDER) -> tuple[_Baris, ...]:
    """The rows of a file with semicolons, as Excel in Indonesia writes it; a blank cell is None.

    Raises DataContohSalah, also for a column that is not there.
    """
    with (folder / nama).open(encoding="utf-8", newline="") as berkas:
        baris = csv.DictReader(berkas, delimiter=";", strict=True)
        wajib = {bidang.name for bidang in fields(kelas) if not _berbawaan(bidang)}  # type: ignore[arg-type]
        if set(baris.fieldnames or ()) != wajib:
            raise DataContohSalah(f"{nama}: kolom {baris.fieldnames}, seharusnya {sorted(wajib)}")
        return tuple(_susun(kelas, _ketik(kelas, sel), f"{nama} baris {baris.line_num}") for sel in baris)


@cache
def _jenis(kelas: Hashable) -> Mapping[str, Any]:
    return get_type_hints(kelas)


def _ketik(kelas: type, sel: Mapping[Any, Any]) -> dict[Any, Any]:
    """The cells of a row as what their fields hold: a number where one is expected, several words as a tuple."""
    jenis = _jenis(kelas)
    return {kolom: _ketik_sel(jenis.get(kolom), teks) for kolom, teks in sel.items()}


def _ketik_sel(jenis: Any, teks: object) -> object:
    if not isinstance(teks, str) or not teks:
        return None
    if jenis in (int, int | None):
        return int(teks) if teks.isdecimal() else teks
    return tuple(teks.split()) if get_origin(jenis) is tuple else teks


def _susun(kelas: Any, tertulis: Mapping[Any, Any], letak: str) -> Any:
    """A value of a dataclass; what may be None and is not written is None."""
    jenis = _jenis(kelas)
    semua = fields(kelas)
    asing = [str(nama) for nama in tertulis if nama not in {bidang.name for bidang in semua}]
    wajib = [bidang.name for bidang in semua if not _berbawaan(bidang)]
    kosong = {nama: None for nama in wajib if nama not in tertulis and NoneType in get_args(jenis[nama])}
    kurang = [nama for nama in wajib if nama not in tertulis and nama not in kosong]
    if asing or kurang:
        raise DataContohSalah(f"{letak}: tidak dikenal {asing}, tidak ada {kurang}")
    terbaca = {nama: _nilai(jenis[nama], nilai, f"{letak}: {nama}") for nama, nilai in tertulis.items()}
    return kelas(**kosong, **terbaca)


def _berbawaan(bidang: Field[Any]) -> bool:
    return bidang.default is not MISSING or bidang.default_factory is not MISSING


def _nilai(jenis: Any, nilai: Any, letak: str) -> Any:
    """`nilai` as the kind that a field is declared with."""
    if is_dataclass(jenis) and isinstance(jenis, type) and isinstance(nilai, dict):
        return _susun(jenis, nilai, letak)
    asal, bagian = get_origin(jenis), get_args(jenis)
    if asal is tuple and isinstance(nilai, list | tuple):
        return tuple(_nilai(bagian[0], anggota, f"{letak} ke-{nomor}") for nomor, anggota in enumerate(nilai, 1))
    if asal is dict and isinstance(nilai, dict):
        return {kunci: _nilai(bagian[1], anggota, f"{letak} {kunci}") for kunci, anggota in nilai.items()}
    if asal in (Union, UnionType):
        return _nilai(_yang_cocok(bagian, nilai), nilai, letak)
    if type(nilai) is not jenis:
        raise DataContohSalah(f"{letak}: {nilai!r} bukan {getattr(jenis, '__name__', jenis)}")
    return nilai


def _yang_cocok(pilihan: tuple[Any, ...], nilai: Any) -> Any:
    return next((jenis for jenis in pilihan if type(nilai) is (get_origin(jenis) or jenis)), NoneType)
