"""How a column of a *rencana* workbook is declared: once, in the annotation of the field that holds it.

Writer, reader, loader, saver, comparison, dropdowns and guide are derived from the declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from analytics.rencana.pilihan import Pilihan

JenisKolomRencana = Literal[
    "teks",
    "kode",
    "kode_simpul",
    "kode_sub_skpd",
    "daftar_kode",
    "pilihan",
    "daftar",
    "triwulan",
    "tahun",
    "bilangan",
    "tanggal",
    "nilai",
    "sasaran",
    "rupiah",
    "bantu",
]
"""What a column holds. `nilai` is one number or grade where the column must be filled, `sasaran` one of any form that a
target has. `daftar` is several words with commas, `daftar_kode` several codes of the tree, `triwulan` one
or more of I to IV; `bantu` is filled by a formula and never read."""


@dataclass(frozen=True)
class KolomRencana:
    """One column (or one line of Identitas): `judul` is its header, `contoh` the grey note above the header.

    `acuan` names the sheet whose codes the column repeats, `sebutan` what a question about a change calls it (else its
    key in words). `urutan` puts the columns of a sheet in order where those of its fields are not. `kunci` is the name
    of the field, `wajib` whether a row without it cannot be stored: a field that may be None need not be filled. Only a
    column that stands beside the one of its field names them itself. `menyusul`: earlier templates have no such column,
    and a workbook without it says nothing there.
    """

    judul: str
    jenis: JenisKolomRencana
    contoh: str
    lebar: int
    pilihan: tuple[Pilihan, ...] = ()
    acuan: str | None = None
    sebutan: str = ""
    urutan: int = 0
    kunci: str = ""
    wajib: bool | None = None
    menyusul: bool = False


class Disimpan:
    """The columns of the store that hold a field; without names it is not stored with its row.

    A field without this mark is stored in the column of its own name. One with several names is stored attribute by
    attribute.
    """

    def __init__(self, *nama: str) -> None:
        self.nama = nama


def kolom_medan(baris: type) -> Mapping[str, KolomRencana]:
    """The column of every field of a row that has one, by the name of the field."""
    return {nama: kolom for nama, semua in _kolom(baris).items() for kolom in semua if kolom.kunci == nama}


def kolom_lembar(*baris: type) -> tuple[KolomRencana, ...]:
    """The columns of a sheet whose rows hold these, from the left."""
    semua = [kolom for jenis in baris for daftar in _kolom(jenis).values() for kolom in daftar]
    return tuple(sorted(semua, key=lambda kolom: kolom.urutan))


def kolom_simpan(baris: type) -> Mapping[str, tuple[str, ...]]:
    """The columns of the store that hold each field of a row, by the name of the field."""
    return _simpan(baris)


@cache
def _simpan(baris: type) -> Mapping[str, tuple[str, ...]]:
    tanda = {
        nama: [disimpan.nama for disimpan in semua if isinstance(disimpan, Disimpan)]
        for nama, _, semua in _medan(baris)
    }
    return {medan.name: next(iter(tanda[medan.name]), (medan.name,)) for medan in fields(baris)}


def _medan(baris: type) -> Iterator[tuple[str, Any, tuple[object, ...]]]:
    """(name, type, marks) of every field."""
    for nama, tipe in get_type_hints(baris, include_extras=True).items():
        if get_origin(tipe) is Annotated:
            dasar, *tanda = get_args(tipe)
            yield nama, dasar, tuple(tanda)
        else:
            yield nama, tipe, ()


@cache
def _kolom(baris: type) -> Mapping[str, tuple[KolomRencana, ...]]:
    """The columns of every field, each with its key, its name in a question and whether it must be filled."""
    return {
        nama: tuple(_lengkap(kolom, nama, dasar) for kolom in tanda if isinstance(kolom, KolomRencana))
        for nama, dasar, tanda in _medan(baris)
    }


def _lengkap(kolom: KolomRencana, medan: str, tipe: Any) -> KolomRencana:
    wajib = type(None) not in get_args(tipe) if kolom.wajib is None else kolom.wajib
    sebutan = kolom.sebutan or medan.replace("_", " ")
    return replace(kolom, kunci=kolom.kunci or medan, sebutan=sebutan, wajib=wajib)
