"""The child process that parses workbooks, so that no file can stop or fill the program itself.

Runs as `python -m analytics.lembar.anak MEMORY_BYTES` under `proses.ProsesAnak`: frames of workbook bytes in, frames of
JSON out, until the input ends. Standard library only, so that it starts in a blink. It sees only files that `penjaga`
let through, and holds the same bounds again while it reads; a file that breaks them, or that is not the XML it should
be, is answered with `sebab`. Anything worse ends the process, which the parent notices.

One pass over each sheet's XML gives every cell that has content: values, errors, formulas with or without a cached
value, and whether the number format is a percentage or a date.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from analytics.lembar.proses import batasi_memori, layani

BATAS_ISI: Final = 32 * 1024 * 1024
BATAS_SEL: Final = 200_000
BATAS_BARIS: Final = 20_000
BATAS_KOLOM: Final = 702

_ALAMAT: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ANGKA: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_LOLOS: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BUKAN_POLA: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_PERSEN_BAWAAN: Final = frozenset({9, 10})
_TANGGAL_BAWAAN: Final = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_TERBACA: Final = (
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    ValueError,
    EOFError,
    MemoryError,
)

SelMentah = list[Any]
"""[alamat, jenis, nilai, teks, persen, rumus], as `baca.Sel` without its sheet."""


class _TidakWajar(ValueError):
    """The workbook breaks a bound; the message is the Indonesian sentence for the sender."""


def jawab(isi: bytes) -> bytes:
    """The JSON answer for the bytes of one workbook."""
    return json.dumps(urai(isi), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def urai(isi: bytes) -> dict[str, Any]:
    """All sheets of a workbook as plain lists, or `{"sebab": sentence}`."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return {"lembar": list(_semua_lembar(_Arsip(arsip)))}
    except _TidakWajar as batas:
        return {"sebab": str(batas)}
    except _TERBACA:
        return {"sebab": "Susunan isi buku kerja tidak sesuai aturan Excel."}


class _Arsip:
    """The members of a zip by name without regard to case, inflated within one bound for the whole file."""

    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip = arsip
        self._nama = {satu.lower(): satu for satu in arsip.namelist()}
        self._sisa = BATAS_ISI

    def __contains__(self, nama: str) -> bool:
        return nama.lower() in self._nama

    def akar(self, nama: str) -> Element:
        """The root element of a part. Raises KeyError when it is missing and ParseError when it is not XML."""
        with self._arsip.open(self._nama[nama.lower()]) as alir:
            isi = alir.read(self._sisa + 1)
        self._sisa -= len(isi)
        if self._sisa < 0:
            raise _TidakWajar("Isi berkas setelah dibuka terlalu besar.")
        if b"<!DOCTYPE" in isi or b"<!ENTITY" in isi or b"\x00" in isi[:512]:
            raise _TidakWajar("Isi berkas memuat bagian XML yang tidak diizinkan.")
        return fromstring(isi)  # noqa: S314 - a part with a DTD was refused just above


def _polos(nama: str) -> str:
    """A tag or attribute name without its namespace: transitional and strict workbooks read alike."""
    return nama.rpartition("}")[2]


def _anak(induk: Element, nama: str) -> Iterator[Element]:
    return (satu for satu in induk if _polos(satu.tag) == nama)


def _semua_lembar(arsip: _Arsip) -> Iterator[dict[str, Any]]:
    buku = arsip.akar("xl/workbook.xml")
    hubungan = _hubungan(arsip)
    gaya = _gaya(arsip, hubungan)
    teks = _teks_bersama(arsip, hubungan)
    mulai_1904 = any(satu.get("date1904") in {"1", "true"} for satu in _anak(buku, "workbookPr"))
    jatah, terbaca = BATAS_SEL, set[str]()
    for daftar in _anak(buku, "sheets"):
        for satu in daftar:
            atribut = {_polos(nama): nilai for nama, nilai in satu.attrib.items()}
            nama = atribut["name"]
            if nama.casefold() in terbaca:
                raise _TidakWajar(f"Ada dua lembar bernama {nama[:40]}.")
            terbaca.add(nama.casefold())
            jenis, bagian = hubungan[atribut["id"]]
            sel = (
                _Pengurai(teks, gaya, jatah, mulai_1904=mulai_1904).urai(arsip.akar(bagian))
                if jenis == "worksheet"
                else []
            )
            jatah -= len(sel)
            yield {"nama": nama, "keadaan": atribut.get("state", "visible"), "sel": sel}


def _hubungan(arsip: _Arsip) -> dict[str, tuple[str, str]]:
    """Relationship id -> (last word of its type, part name)."""
    hasil = {}
    for satu in arsip.akar("xl/_rels/workbook.xml.rels"):
        jenis = satu.get("Type", "").rpartition("/")[2]
        hasil[satu.get("Id", "")] = (jenis, posixpath.normpath(posixpath.join("/xl", satu.get("Target", "")))[1:])
    return hasil


def _bagian(hubungan: dict[str, tuple[str, str]], jenis: str) -> str | None:
    return next((bagian for satu, bagian in hubungan.values() if satu == jenis), None)


def _teks_bersama(arsip: _Arsip, hubungan: dict[str, tuple[str, str]]) -> list[str]:
    bagian = _bagian(hubungan, "sharedStrings")
    if bagian is None or bagian not in arsip:
        return []
    return [_isi_teks(satu) for satu in _anak(arsip.akar(bagian), "si")]


def _isi_teks(induk: Element) -> str:
    """The text of a string item: its own run or its rich-text runs, without phonetic hints."""
    if len(induk) == 1 and induk[0].tag.endswith("}t"):
        return _lolos(induk[0].text or "")
    bagian = []
    for satu in induk:
        nama = _polos(satu.tag)
        if nama == "t":
            bagian.append(satu.text or "")
        elif nama == "r":
            bagian.extend(t.text or "" for t in _anak(satu, "t"))
    return _lolos("".join(bagian))


def _lolos(teks: str) -> str:
    return _LOLOS.sub(_huruf_lolos, teks) if "_x" in teks else teks


def _huruf_lolos(cocok: re.Match[str]) -> str:
    nomor = int(cocok.group(1), 16)
    return "\ufffd" if 0xD800 <= nomor <= 0xDFFF else chr(nomor)


def _gaya(arsip: _Arsip, hubungan: dict[str, tuple[str, str]]) -> list[str]:
    """For each cell style whether its number format is `persen`, `tanggal` or neither (empty)."""
    bagian = _bagian(hubungan, "styles")
    if bagian is None or bagian not in arsip:
        return []
    akar = arsip.akar(bagian)
    pola = {satu.get("numFmtId"): satu.get("formatCode", "") for daftar in _anak(akar, "numFmts") for satu in daftar}
    return [
        _jenis_format(satu.get("numFmtId", "0"), pola.get(satu.get("numFmtId")))
        for daftar in _anak(akar, "cellXfs")
        for satu in daftar
    ]


def _jenis_format(nomor: str, pola: str | None) -> str:
    if pola is None:
        kode = int(nomor)
        return "persen" if kode in _PERSEN_BAWAAN else "tanggal" if kode in _TANGGAL_BAWAAN else ""
    bersih = _BUKAN_POLA.sub("", pola).split(";")[0].lower()
    if "%" in bersih:
        return "persen"
    return "tanggal" if bersih != "general" and re.search(r"[dmyhs]", bersih) else ""


class _Pengurai:
    """Reads the cells of one sheet."""

    def __init__(self, teks: list[str], gaya: list[str], jatah: int, *, mulai_1904: bool) -> None:
        self._teks = teks
        self._gaya = gaya
        self._jatah = jatah
        self._kolom: dict[str, int] = {}
        self._nomor: set[str] = set()
        self._v = self._f = self._is = ""
        self._awal = datetime(1904, 1, 1) if mulai_1904 else datetime(1899, 12, 30)

    def urai(self, akar: Element) -> list[SelMentah]:
        """Every cell with content, in file order."""
        hasil: dict[str, SelMentah] = {}
        for sel in self._semua(akar):
            if sel[0] in hasil:
                raise _TidakWajar(f"Sel {sel[0]} tertulis dua kali di dalam berkas.")
            hasil[sel[0]] = sel
        if len(hasil) > self._jatah:
            raise _TidakWajar("Buku kerja memuat terlalu banyak sel berisi.")
        return list(hasil.values())

    def _semua(self, akar: Element) -> Iterator[SelMentah]:
        ruang = akar.tag[: akar.tag.rfind("}") + 1]
        self._v, self._f, self._is = f"{ruang}v", f"{ruang}f", f"{ruang}is"
        for data in _anak(akar, "sheetData"):
            for urutan, baris in enumerate(data, 1):
                yield from self._baris(baris, baris.get("r", str(urutan)))

    def _baris(self, baris: Element, nomor: str) -> Iterator[SelMentah]:
        kolom = 0
        for sel in baris:
            kolom += 1
            if not len(sel):
                continue
            alamat = sel.get("r") or f"{_huruf(kolom)}{nomor}"
            kolom = self._nomor_kolom(alamat, nomor)
            isi = self._sel(alamat, sel)
            if isi is not None:
                yield isi

    def _nomor_kolom(self, alamat: str, nomor: str) -> int:
        """The column number of a cell; an address that was seen in another row need not be checked in full again."""
        huruf = alamat.removesuffix(nomor)
        dikenal = self._kolom.get(huruf)
        if dikenal is not None and nomor in self._nomor:
            return dikenal
        kolom = _jaga_batas(alamat)
        if alamat == f"{_huruf(kolom)}{nomor}":
            self._kolom[huruf] = kolom
            self._nomor.add(nomor)
        return kolom

    def _sel(self, alamat: str, sel: Element) -> SelMentah | None:
        jenis = sel.get("t", "n")
        rumus: str | None = None
        nilai: str | None = None
        for satu in sel:
            if satu.tag == self._v:
                nilai = satu.text or ""
            elif satu.tag == self._f:
                rumus = satu.text or ""
            elif satu.tag == self._is:
                nilai = _isi_teks(satu)
        if nilai is None or (nilai == "" and jenis != "str"):
            return None if rumus is None else [alamat, "rumus", None, "", False, rumus]
        return self._nilai(alamat, jenis, nilai, sel.get("s"), rumus)

    def _nilai(self, alamat: str, jenis: str, nilai: str, gaya: str | None, rumus: str | None) -> SelMentah | None:
        if jenis in {"s", "str", "inlineStr"}:
            teks = self._teks[_indeks(nilai)] if jenis == "s" else _lolos(nilai) if jenis == "str" else nilai
            return [alamat, "teks", None, teks, False, rumus] if teks or rumus is not None else None
        if jenis == "e":
            return [alamat, "galat", None, nilai, False, rumus]
        if jenis == "b":
            return [alamat, "logika", int(nilai in {"1", "true"}), nilai, False, rumus]
        if jenis == "d":
            return [alamat, "tanggal", None, nilai, False, rumus]
        return self._angka(alamat, nilai.strip(), gaya, rumus)

    def _angka(self, alamat: str, nilai: str, gaya: str | None, rumus: str | None) -> SelMentah:
        if not _ANGKA.fullmatch(nilai):
            return [alamat, "galat", None, nilai, False, rumus]
        angka = int(nilai) if nilai.isdigit() and len(nilai) < 16 else float(nilai)
        bentuk = self._gaya[_indeks(gaya)] if gaya and self._gaya else ""
        if bentuk == "tanggal":
            return [alamat, "tanggal", angka, self._tanggal(float(angka)), False, rumus]
        return [alamat, "angka", angka, nilai, bentuk == "persen", rumus]

    def _tanggal(self, seri: float) -> str:
        if not 1 <= seri < 2_958_466:
            return f"{seri:g}"
        saat = self._awal + timedelta(days=seri)
        return saat.strftime("%d/%m/%Y" if seri == int(seri) else "%d/%m/%Y %H:%M")


def _indeks(teks: str) -> int:
    """The index that a part refers by. Raises ValueError for anything but plain digits."""
    if not (teks.isascii() and teks.isdigit()):
        raise ValueError(teks)
    return int(teks)


def _jaga_batas(alamat: str) -> int:
    """The column number of an address. Raises _TidakWajar outside the bounds."""
    cocok = _ALAMAT.fullmatch(alamat)
    kolom = _nomor(cocok.group(1)) if cocok else 0
    if not cocok or int(cocok.group(2)) > BATAS_BARIS or kolom > BATAS_KOLOM:
        raise _TidakWajar(f"Alamat sel {alamat[:20]} di luar batas.")
    return kolom


def _nomor(huruf: str) -> int:
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def _huruf(kolom: int) -> str:
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


if __name__ == "__main__":
    batasi_memori(int(sys.argv[1]))
    layani(sys.stdin.buffer, sys.stdout.buffer, jawab)
