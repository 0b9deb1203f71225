"""A workbook as text: every cell with its type, value, formula and look, and all else that a sheet is made of.

It is read from the XML itself, so that nothing is lost that a library does not know. A look is named by a digest of
what it says and explained once for each workbook: cells do not change when a style gets another number.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring

_PAKET: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_ACUAN: Final = re.compile(r"^\{.*/relationships\}id$")
_BAWAAN: Final = {"xfId", "applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"}
_BAWAAN_XF: Final = _BAWAAN | {"applyProtection", "numFmtId", "fontId", "fillId", "borderId"}


def teks_buku(arsip: zipfile.ZipFile) -> Iterator[str]:
    """The lines of one workbook, sheet by sheet in their order."""
    yield from _Buku(arsip).baris()


class _Buku:
    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip = arsip
        self._ada = set(arsip.namelist())
        self._untai = [_isi_teks(butir) for butir in self._akar("xl/sharedStrings.xml")]
        self._rupa = _Rupa(self._akar("xl/styles.xml"))
        self._dibaca = {"xl/sharedStrings.xml", "xl/styles.xml"}

    def baris(self) -> Iterator[str]:
        buku = self._akar("xl/workbook.xml")
        acuan = self._acuan("xl/workbook.xml")
        for unsur in buku:
            if _nama(unsur) != "sheets":
                yield from _pohon(unsur)
        for lembar in buku.iter():
            if _nama(lembar) == "sheet":
                tempat = acuan[next(nilai for kunci, nilai in lembar.attrib.items() if _ACUAN.match(kunci))]
                yield f"=== lembar {lembar.get('name')} {lembar.get('state') or 'visible'}"
                yield from self._lembar(tempat)
        self._dibaca |= {"xl/workbook.xml"}
        for tempat in sorted(self._ada - self._dibaca):
            yield f"=== bagian {tempat}"
            yield from self._bagian(tempat)
        yield "=== rupa"
        yield from self._rupa.baris()

    def _akar(self, tempat: str) -> ET.Element:
        return fromstring(self._arsip.read(tempat)) if tempat in self._ada else ET.Element("tiada")

    def _acuan(self, tempat: str) -> dict[str, str]:
        folder, nama = posixpath.split(tempat)
        berkas = f"{folder}/_rels/{nama}.rels"
        self._dibaca.add(berkas)
        return {
            hubungan.get("Id", ""): posixpath.normpath(posixpath.join(folder, hubungan.get("Target", ""))).removeprefix(
                "/"
            )
            for hubungan in self._akar(berkas).iter(f"{_PAKET}Relationship")
        }

    def _bagian(self, tempat: str) -> Iterator[str]:
        isi = self._arsip.read(tempat)
        if tempat.endswith((".xml", ".rels", ".vml")):
            try:
                yield from _pohon(fromstring(isi))
                return
            except ET.ParseError:
                yield "bukan XML"
        yield f"{len(isi)} byte, sha256 {hashlib.sha256(isi).hexdigest()}"

    def _lembar(self, tempat: str) -> Iterator[str]:
        self._dibaca.add(tempat)
        for unsur in self._akar(tempat):
            if _nama(unsur) == "sheetData":
                yield from self._isi(unsur)
            elif _nama(unsur) == "cols":
                yield from (f"kolom {_atribut(self._bergaya(kolom, 'style'))}" for kolom in unsur)
            else:
                yield from _pohon(unsur)
        for kunci, tujuan in sorted(self._acuan(tempat).items()):
            yield f"acuan {kunci}: {tujuan}"

    def _bergaya(self, unsur: ET.Element, kunci: str) -> dict[str, str]:
        isi = dict(unsur.attrib)
        if kunci in isi:
            isi[kunci] = self._rupa.nama(int(isi[kunci]))
        return isi

    def _isi(self, data: ET.Element) -> Iterator[str]:
        for baris in data:
            ciri = {kunci: nilai for kunci, nilai in self._bergaya(baris, "s").items() if kunci != "spans"}
            if set(ciri) != {"r"}:
                yield f"baris {_atribut(ciri)}"
            yield from map(self._sel, baris)

    def _sel(self, sel: ET.Element) -> str:
        bagian = {_nama(bagian): bagian for bagian in sel}
        jenis, nilai = sel.get("t", "n"), bagian.get("v")
        tulisan = "" if nilai is None else nilai.text or ""
        if jenis == "s":
            jenis, tulisan = "str", self._untai[int(tulisan)]
        elif jenis == "inlineStr":
            tulisan = _isi_teks(bagian.get("is", ET.Element("is")))
        kosong = nilai is None and jenis == "n"
        kata = [f"sel {sel.get('r')}", self._rupa.nama(int(sel.get("s", "0")))]
        kata += [] if kosong else [f"{jenis} {tulisan!r}"]
        if (rumus := bagian.get("f")) is not None:
            kata.append(f"rumus {_atribut(rumus.attrib)} ={rumus.text or ''}")
        return " | ".join(kata)


class _Rupa:
    """Number formats, fonts, fills, borders and alignment, by the number that a cell carries."""

    def __init__(self, akar: ET.Element) -> None:
        bagian = {_nama(bagian): list(bagian) for bagian in akar}
        self._lain = [bagian for bagian in akar if _nama(bagian) in {"dxfs", "cellStyles", "colors"}]
        angka = {bentuk.get("numFmtId"): bentuk.get("formatCode", "") for bentuk in bagian.get("numFmts", [])}
        self._semua = [self._tulis_gaya(gaya, bagian, angka) for gaya in bagian.get("cellXfs", [])] or ["tanpa rupa"]
        self._terpakai: set[int] = set()

    @staticmethod
    def _tulis_gaya(xf: ET.Element, bagian: dict[str, list[ET.Element]], angka: dict[str | None, str]) -> str:
        nomor = xf.get("numFmtId")
        kata = [f"angka {angka.get(nomor, f'bawaan {nomor}')!r}"]
        for kunci, daftar in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            kata.append(_padat(bagian[daftar][int(xf.get(kunci, "0"))]))
        sisa = {kunci: nilai for kunci, nilai in xf.attrib.items() if kunci not in _BAWAAN_XF}
        return " ; ".join([*kata, *([_atribut(sisa)] if sisa else []), *map(_padat, xf)])

    def nama(self, nomor: int) -> str:
        self._terpakai.add(nomor)
        return f"r:{hashlib.sha256(self._semua[nomor].encode()).hexdigest()[:6]}"

    def baris(self) -> Iterator[str]:
        yield from sorted(f"{self.nama(nomor)} {self._semua[nomor]}" for nomor in self._terpakai)
        for unsur in self._lain:
            yield from _pohon(unsur)


def _nama(unsur: ET.Element) -> str:
    return unsur.tag.rsplit("}", 1)[-1]


def _atribut(isi: dict[str, str] | Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{kunci.rsplit('}', 1)[-1]}={nilai!r}" for kunci, nilai in sorted(dict(isi).items()))


def _padat(unsur: ET.Element) -> str:
    """An element on one line."""
    anak = ", ".join(map(_padat, unsur))
    kata = [_nama(unsur), _atribut(unsur.attrib), repr(unsur.text) if (unsur.text or "").strip() else ""]
    return " ".join(teks for teks in kata if teks) + (f" ({anak})" if anak else "")


def _pohon(unsur: ET.Element, dalam: int = 0) -> Iterator[str]:
    """An element with each of its children on a line of its own."""
    kata = [_nama(unsur), _atribut(unsur.attrib), repr(unsur.text) if (unsur.text or "").strip() else ""]
    yield "  " * dalam + " ".join(teks for teks in kata if teks)
    for anak in unsur:
        yield from _pohon(anak, dalam + 1)


def _isi_teks(unsur: ET.Element) -> str:
    """The text of a string, with the look of its parts where it has several."""
    bagian = [anak for anak in unsur if _nama(anak) == "r"]
    if not bagian:
        return "".join(anak.text or "" for anak in unsur if _nama(anak) == "t")
    return "".join(f"<{'; '.join(map(_padat, run))}>" for run in bagian)
