"""What the sender's workbook holds, part by part as it stands in its XML, so that it can be put back unchanged."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element, fromstring, iterparse
from xml.sax.saxutils import escape, quoteattr

_RUANG_XML: Final = "http://www.w3.org/XML/1998/namespace"
_X14: Final = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM: Final = "http://schemas.microsoft.com/office/excel/2006/main"
_AWALAN: Final = {_X14: "x14:", _XM: "xm:"}
_BAGIAN_UTUH: Final = frozenset({"protectedRanges", "headerFooter", "ignoredErrors"})
PERLUASAN_UTUH: Final = frozenset({"dataValidations", "sparklineGroups"})
"""Extensions of a sheet that stand for themselves and can be put back as they are."""


@dataclass
class LembarAsli:
    """One worksheet as it was sent.

    `sel` holds (type, XML) of the content by address, `utuh` the XML of the parts that are put back, `perluasan` the
    names of its extensions, `tersimpan` those of them whose XML stands in `utuh["extLst"]`, `unsur` the names of all
    its parts, `gambar` the part name of its drawing, `bermetadata` whether a cell refers to xl/metadata.xml.
    """

    nama: str
    sel: dict[str, tuple[str, str]] = field(default_factory=dict)
    utuh: dict[str, str] = field(default_factory=dict)
    unsur: set[str] = field(default_factory=set)
    perluasan: set[str] = field(default_factory=set)
    tersimpan: set[str] = field(default_factory=set)
    gambar: str | None = None
    bermetadata: set[str] = field(default_factory=set)


class Asli:
    """The zip as it was sent. Raises KeyError, ValueError and SyntaxError for what is not as it should be."""

    def __init__(self, isi: bytes) -> None:
        self._arsip = zipfile.ZipFile(io.BytesIO(isi))
        self.anggota = tuple(self._arsip.namelist())
        self.buku = self.akar("xl/workbook.xml")
        hubungan = self.hubungan("xl/workbook.xml")
        teks = next((bagian for jenis, bagian in hubungan.values() if jenis == "sharedStrings"), None)
        self._teks = [_tulis_isi(satu) for satu in self.akar(teks)] if teks in self.anggota and teks else []
        self.lembar = {
            satu.nama: satu for satu in (self._lembar(nama, hubungan[nomor]) for nama, nomor in self._daftar()) if satu
        }

    def akar(self, nama: str) -> Element:
        """The root element of a member."""
        return fromstring(self.baca(nama))  # noqa: S314 - the guard let no DTD through

    def baca(self, nama: str) -> bytes:
        """The bytes of a member."""
        return self._arsip.read(nama)

    def hubungan(self, nama: str) -> dict[str, tuple[str, str]]:
        """The relationships of a member by id: the last word of the type, and the member that is meant."""
        folder, berkas = posixpath.split(nama)
        daftar = f"{folder}/_rels/{berkas}.rels"
        if daftar not in self.anggota:
            return {}
        return {
            satu.get("Id", ""): (
                satu.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, satu.get("Target", "")))[1:],
            )
            for satu in self.akar(daftar)
        }

    def _daftar(self) -> Iterator[tuple[str, str]]:
        for daftar in self.buku:
            if polos(daftar.tag) == "sheets":
                for satu in daftar:
                    atribut = {polos(nama): nilai for nama, nilai in satu.attrib.items()}
                    yield atribut["name"], atribut["id"]

    def _lembar(self, nama: str, hubungan: tuple[str, str]) -> LembarAsli | None:
        jenis, bagian = hubungan
        if jenis != "worksheet":
            return None
        satu = LembarAsli(nama)
        gambar = [tujuan for kata, tujuan in self.hubungan(bagian).values() if kata == "drawing"]
        satu.gambar = gambar[0] if gambar and gambar[0] in self.anggota else None
        with self._arsip.open(bagian) as alir:
            self._urai(alir, satu)
        return satu

    def _urai(self, alir: Any, satu: LembarAsli) -> None:
        dalam, nomor = 0, 0
        for peristiwa, unsur in iterparse(alir, ("start", "end")):  # noqa: S314 - as above
            dalam += 1 if peristiwa == "start" else -1
            if peristiwa == "start":
                continue
            nama = polos(unsur.tag)
            if nama == "row" and dalam == 2:
                nomor = int(unsur.get("r", nomor + 1))
                self._baris(unsur, nomor, satu)
                unsur.clear()
            elif dalam == 1:
                _catat(unsur, nama, satu)
                unsur.clear()

    def _baris(self, baris: Element, nomor: int, satu: LembarAsli) -> None:
        kolom = 0
        for sel in baris:
            alamat = sel.get("r") or f"{huruf(kolom + 1)}{nomor}"
            kolom = angka_kolom(alamat.rstrip("0123456789"))
            satu.bermetadata.update({"cm", "vm"} & set(sel.attrib))
            isi = self._isi_sel(sel)
            if isi[1]:
                satu.sel[alamat] = isi

    def _isi_sel(self, sel: Element) -> tuple[str, str]:
        jenis = sel.get("t", "n")
        if jenis == "s":
            nilai = next((anak.text or "" for anak in sel if polos(anak.tag) == "v"), "")
            return ("inlineStr", f"<is>{self._teks[int(nilai)]}</is>") if nilai else ("n", "")
        isi = "".join(tulis(anak) for anak in sel if polos(anak.tag) in {"f", "v", "is"})
        return jenis, isi


def _catat(unsur: Element, nama: str, satu: LembarAsli) -> None:
    satu.unsur.add(nama)
    if nama in _BAGIAN_UTUH:
        satu.utuh[nama] = tulis(unsur)
    elif nama == "extLst":
        for ext in unsur:
            _catat_perluasan(ext, satu)


def _catat_perluasan(ext: Element, satu: LembarAsli) -> None:
    isi = {polos(anak.tag) for anak in ext} or {"kosong"}
    satu.perluasan |= isi
    if isi <= PERLUASAN_UTUH:
        satu.tersimpan |= isi
        dalam = "".join(tulis(anak) for anak in ext)
        satu.utuh["extLst"] = satu.utuh.get("extLst", "") + (
            f'<ext xmlns:x14="{_X14}" xmlns:xm="{_XM}" uri={quoteattr(ext.get("uri", ""))}>{dalam}</ext>'
        )


def polos(nama: str) -> str:
    """A tag or attribute name without its namespace."""
    return nama.rpartition("}")[2]


def tulis(unsur: Element) -> str:
    """The XML of an element in the main namespace, or with the usual prefix of the extensions that we know.

    Attributes of other namespaces (revision marks) are left out.
    """
    ruang, _, nama = unsur.tag.rpartition("}")
    penuh = f"{_AWALAN.get(ruang[1:], '')}{nama}"
    return f"<{penuh}{_tulis_atribut(unsur.attrib)}>{_tulis_isi(unsur)}</{penuh}>"


def _tulis_atribut(atribut: Mapping[str, str]) -> str:
    tulisan = []
    for nama, nilai in atribut.items():
        if not nama.startswith("{"):
            tulisan.append(f" {nama}={quoteattr(nilai, _ENTITAS)}")
        elif nama.startswith(f"{{{_RUANG_XML}}}"):
            tulisan.append(f" xml:{polos(nama)}={quoteattr(nilai)}")
    return "".join(tulisan)


_ENTITAS: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def _tulis_isi(unsur: Element) -> str:
    teks = escape(unsur.text or "", {"\r": "&#13;"})
    if not len(unsur):
        return teks
    return (teks if teks.strip() else "") + "".join(map(tulis, unsur))


def huruf(kolom: int) -> str:
    """1 -> `A`."""
    hasil = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


def angka_kolom(kolom: str) -> int:
    """`A` -> 1."""
    nomor = 0
    for satu in kolom:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor
