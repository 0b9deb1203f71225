"""The child process that parses workbooks, so that no file can stop or fill the program itself.

Runs as `python -m analytics.pembaca.anak MEMORY_BYTES` under `proses.ProsesAnak`: frames of workbook bytes in, frames
of JSON out, until the input ends. Standard library only, so that it starts in a blink. It sees only files that
`penjaga` let through, and holds the same bounds again while it reads; a file that breaks them, or that is not the XML
it should be, is answered with a Tolakan. Anything worse ends the process, which the parent notices. One pass over each
sheet's XML gives every cell that has content: values, errors, formulas with or without a cached value, and whether
the number format is a percentage or a date; and beside the cells which rows and columns are hidden, which areas are
merged, which cells a format makes to be read as another value, and what stands above and below a page.
"""

from __future__ import annotations

import io
import json
import math
import posixpath
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final, Literal, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from analytics.pembaca.bentuk_angka import menyamarkan_angka, menyamarkan_tanggal, menyamarkan_teks
from analytics.pembaca.proses import batasi_memori, layani
from analytics.pembaca.tolakan import Sebab, tolak

BATAS_ISI: Final = 32 * 1024 * 1024
"""Largest sum of the inflated members in bytes, and of the texts that cells hold in characters."""
BATAS_SEL: Final = 200_000
"""Most cells, written or covered by merged areas and hyperlinks."""
BATAS_BARIS: Final = 20_000
BATAS_KOLOM: Final = 702
BATAS_GABUNGAN: Final = 10_000

_ALAMAT: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ANGKA: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
_KODE_HURUF: Final = re.compile(rb"encoding\s*=\s*[\"']([A-Za-z0-9._-]*)[\"']")
_BENAR: Final = frozenset({"1", "true"})
_LOLOS: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BUKAN_POLA: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\[\]]*\]', re.IGNORECASE)
_PERSEN_BAWAAN: Final = frozenset({9, 10})
_TANGGAL_BAWAAN: Final = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_RUJUKAN: Final = re.compile(r"(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(])")
_HARI_HANTU: Final = 60
"""Excel's number of 29 February 1900, a day that never was."""
_TERSEMBUNYI: Final = 1.0
"""Points of a row, or letters of a column, below which nobody reads it."""
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
"""[alamat, jenis, nilai, teks, persen, rumus], as `baca.SelTerbaca` without its sheet."""


class TidakWajar(ValueError):
    """The workbook breaks a bound."""

    def __init__(self, sebab: Sebab, **fakta: str | int) -> None:
        super().__init__(sebab)
        self.tolakan = tolak(sebab, **fakta)


def jawab(berkas: bytes) -> bytes:
    """The JSON answer for the bytes of one workbook."""
    return json.dumps(urai(berkas), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def urai(berkas: bytes) -> dict[str, Any]:
    """All sheets of a workbook as plain lists, or `{"tolakan": Tolakan}`."""
    try:
        with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
            return _urai_buku(_Arsip(arsip))
    except TidakWajar as batas:
        return {"tolakan": batas.tolakan}
    except _TERBACA:
        return {"tolakan": tolak("susunan_asing")}


def sebut(teks: str, panjang: int = 40) -> str:
    """Text of a file as a message may quote it: short, and without what does not show or turns the line around."""
    return "".join(huruf if huruf.isprintable() else "\ufffd" for huruf in teks[:panjang])


def xml_terlarang(bagian: bytes) -> Literal["bukan_utf8", "dtd"] | None:
    """Why a part of a workbook may not be parsed, None when it may.

    Only UTF-8 shows a DTD as what it is, so that any other encoding is refused with it.
    """
    awal = bagian[:512]
    if b"\x00" in awal or (awal.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") and not _utf8(awal)):
        return "bukan_utf8"
    return "dtd" if b"<!DOCTYPE" in bagian or b"<!ENTITY" in bagian else None


def _utf8(awal: bytes) -> bool:
    pernyataan, ujung, _ = awal.partition(b"?>")
    kode = _KODE_HURUF.search(pernyataan)
    return bool(ujung) and (kode is None or kode.group(1).lower() in {b"utf-8", b"us-ascii", b"ascii"})


class _Arsip:
    """The members of a zip by name without regard to case, inflated within one bound for the whole file."""

    def __init__(self, arsip: zipfile.ZipFile) -> None:
        self._arsip = arsip
        self._nama = {anggota.lower(): anggota for anggota in arsip.namelist()}
        self._sisa = BATAS_ISI

    def __contains__(self, nama: str) -> bool:
        return nama.lower() in self._nama

    def akar(self, nama: str) -> Element:
        """The root element of a part. Raises KeyError when it is missing and ParseError when it is not XML."""
        with self._arsip.open(self._nama[nama.lower()]) as alir:
            bagian = alir.read(self._sisa + 1)
        self._sisa -= len(bagian)
        if self._sisa < 0:
            raise TidakWajar("terlalu_besar_dibuka")
        larangan = xml_terlarang(bagian)
        if larangan:
            raise TidakWajar(larangan, bagian=sebut(nama, 80))
        return fromstring(bagian)  # noqa: S314 - a part with a DTD was refused just above


def _polos(nama: str) -> str:
    """A tag or attribute name without its namespace: transitional and strict workbooks read alike."""
    return nama.rpartition("}")[2]


def _anak(induk: Element, nama: str) -> Iterator[Element]:
    return (simpul for simpul in induk if _polos(simpul.tag) == nama)


def _urai_buku(arsip: _Arsip) -> dict[str, Any]:
    """The whole workbook; the parts that all sheets share are parsed once, and their trees let go before the sheets."""
    buku, hubungan = arsip.akar("xl/workbook.xml"), _hubungan(arsip)
    gaya, ganjil = _gaya_dan_ganjil(buku, _akar_menurut_jenis(arsip, hubungan, "styles"))
    teks = _teks_bersama(_akar_menurut_jenis(arsip, hubungan, "sharedStrings"))
    pengurai = _Pengurai(teks, gaya, mulai_1904="mulai_1904" in ganjil)
    return {"lembar": list(_semua_lembar(arsip, buku, hubungan, pengurai)), "ganjil": ganjil}


def _gaya_dan_ganjil(buku: Element, akar: Element | None) -> tuple[list[_Gaya], list[str]]:
    return _gaya(akar), list(_ganjil(buku, akar))


def _akar_menurut_jenis(arsip: _Arsip, hubungan: dict[str, tuple[str, str]], jenis: str) -> Element | None:
    """The root of the first part of this type, None when there is none."""
    bagian = next((bagian for ini, bagian in hubungan.values() if ini == jenis), None)
    return arsip.akar(bagian) if bagian is not None and bagian in arsip else None


def _semua_lembar(
    arsip: _Arsip, buku: Element, hubungan: dict[str, tuple[str, str]], pengurai: _Pengurai
) -> Iterator[dict[str, Any]]:
    terbaca = set[str]()
    for simpul in (simpul for daftar in _anak(buku, "sheets") for simpul in daftar):
        atribut = {_polos(nama): nilai for nama, nilai in simpul.attrib.items()}
        nama = atribut["name"]
        jenis, bagian = hubungan[atribut["id"]]
        if nama.casefold() in terbaca:
            raise TidakWajar("lembar_kembar", lembar=sebut(nama))
        if bagian in terbaca:
            raise TidakWajar("isi_lembar_lain", lembar=sebut(nama))
        terbaca.update((nama.casefold(), bagian))
        petak = pengurai.urai(arsip.akar(bagian)) if jenis == "worksheet" else {"sel": []}
        yield {"nama": nama, "keadaan": atribut.get("state", "visible"), **petak}


def _hubungan(arsip: _Arsip) -> dict[str, tuple[str, str]]:
    """Relationship id -> (last word of its type, part name)."""
    hasil = {}
    for simpul in arsip.akar("xl/_rels/workbook.xml.rels"):
        jenis = simpul.get("Type", "").rpartition("/")[2]
        hasil[simpul.get("Id", "")] = (jenis, posixpath.normpath(posixpath.join("/xl", simpul.get("Target", "")))[1:])
    return hasil


def _teks_bersama(akar: Element | None) -> list[str]:
    return [] if akar is None else [_isi_teks(butir) for butir in _anak(akar, "si")]


def _isi_teks(induk: Element) -> str:
    """The text of a string item: its own run or its rich-text runs, without phonetic hints."""
    if len(induk) == 1 and induk[0].tag.endswith("}t"):
        return _lolos(induk[0].text or "")
    bagian = []
    for simpul in induk:
        nama = _polos(simpul.tag)
        if nama == "t":
            bagian.append(simpul.text or "")
        elif nama == "r":
            bagian.extend(t.text or "" for t in _anak(simpul, "t"))
    return _lolos("".join(bagian))


def _lolos(teks: str) -> str:
    return _LOLOS.sub(_huruf_lolos, teks) if "_x" in teks else teks


def _huruf_lolos(cocok: re.Match[str]) -> str:
    nomor = int(cocok.group(1), 16)
    return "\ufffd" if 0xD800 <= nomor <= 0xDFFF else chr(nomor)


class _Gaya(NamedTuple):
    """A cell style: `persen`, `tanggal` or neither (empty), its number format, and what it hides of values."""

    jenis: str
    pola: str | None
    samar_angka: bool
    samar_teks: bool


_POLOS: Final = _Gaya("", None, samar_angka=False, samar_teks=False)


def _gaya(akar: Element | None) -> list[_Gaya]:
    """What every cell style makes of values."""
    if akar is None:
        return []
    pola = {
        simpul.get("numFmtId"): simpul.get("formatCode", "") for daftar in _anak(akar, "numFmts") for simpul in daftar
    }
    nomor = [simpul.get("numFmtId", "0") for daftar in _anak(akar, "cellXfs") for simpul in daftar]
    gaya = {format_angka: _susun_gaya(format_angka, pola.get(format_angka)) for format_angka in set(nomor)}
    return [gaya[format_angka] for format_angka in nomor]


def _susun_gaya(nomor: str, pola: str | None) -> _Gaya:
    jenis = _jenis_format(nomor, pola)
    samar = jenis != "tanggal" and menyamarkan_angka(nomor, pola)
    return _Gaya(jenis, pola, samar_angka=samar, samar_teks=menyamarkan_teks(pola))


def _ganjil(buku: Element, gaya: Element | None) -> Iterator[str]:
    """What holds for the whole workbook and makes people read other values than the cells hold."""
    if any(sifat.get("date1904") in _BENAR for sifat in _anak(buku, "workbookPr")):
        yield "mulai_1904"
    if any(sifat.get("fullPrecision") in {"0", "false"} for sifat in _anak(buku, "calcPr")):
        yield "presisi_tampilan"
    bagian = () if gaya is None else gaya
    format_lain = (
        pola for simpul in bagian if _polos(simpul.tag) == "dxfs" for dxf in simpul for pola in _anak(dxf, "numFmt")
    )
    if any(_menyamarkan(simpul.get("formatCode", "")) for simpul in format_lain):
        yield "format_bersyarat"


def _menyamarkan(pola: str) -> bool:
    gaya = _susun_gaya("164", pola)
    return gaya.samar_angka or gaya.samar_teks or gaya.jenis == "persen"


def _jenis_format(nomor: str, pola: str | None) -> str:
    if pola is None:
        kode = int(nomor)
        return "persen" if kode in _PERSEN_BAWAAN else "tanggal" if kode in _TANGGAL_BAWAAN else ""
    bersih = _BUKAN_POLA.sub("", pola).split(";")[0].lower()
    if "%" in bersih:
        return "persen"
    return "tanggal" if bersih != "general" and re.search(r"[dmyhs]", bersih) else ""


class _Pengurai:
    """Reads the sheets of one workbook, one after another."""

    def __init__(self, teks: list[str], gaya: list[_Gaya], *, mulai_1904: bool) -> None:
        self._teks = teks
        self._gaya = gaya
        self._gaya_dikenal: dict[str | None, _Gaya] = {}
        self._jatah_sel = self._jatah_luas = BATAS_SEL
        self._jatah_huruf = BATAS_ISI
        self._kolom: dict[str, int] = {}
        self._samar: list[str] = []
        self._bersama: dict[str, tuple[str, str]] = {}
        self._ruang = self._c = self._v = self._f = self._is = ""
        self._awal = datetime(1904, 1, 1) if mulai_1904 else datetime(1899, 12, 30)
        self._akhir = (datetime(9999, 12, 31) - self._awal).days

    def urai(self, akar: Element) -> dict[str, Any]:
        """Every cell with content, in file order, and beside them what hides or surrounds cells where there is any."""
        ruang = self._ruang = akar.tag[: akar.tag.rfind("}") + 1]
        self._c, self._v, self._f, self._is = f"{ruang}c", f"{ruang}v", f"{ruang}f", f"{ruang}is"
        baris_tersembunyi = set[int]()
        self._samar, self._bersama = [], {}
        sel = self._tanpa_kembar(self._semua(akar, baris_tersembunyi))
        self._jaga_rentang(akar, "hyperlinks", "hyperlink")
        rincian = {
            "baris": sorted(baris_tersembunyi),
            "kolom": self._kolom_tersembunyi(akar),
            "gabungan": self._jaga_rentang(akar, "mergeCells", "mergeCell"),
            "samar": self._samar,
            "kepala_kaki": [
                simpul.text for kelompok in _anak(akar, "headerFooter") for simpul in kelompok if simpul.text
            ],
            "pandangan": sorted(_pandangan(akar)),
        }
        return {"sel": sel, **{nama: rinci for nama, rinci in rincian.items() if rinci}}

    def _tanpa_kembar(self, semua: Iterator[SelMentah]) -> list[SelMentah]:
        hasil: dict[str, SelMentah] = {}
        for sel in semua:
            if sel[0] in hasil:
                raise TidakWajar("sel_kembar", sel=sel[0])
            hasil[sel[0]] = sel
        self._jatah_huruf -= sum(len(sel[3]) for sel in hasil.values())
        if self._jatah_huruf < 0:
            raise TidakWajar("teks_terlalu_panjang")
        return list(hasil.values())

    def _semua(self, akar: Element, tersembunyi: set[int]) -> Iterator[SelMentah]:
        nomor = "0"
        for data in _anak(akar, "sheetData"):
            for baris in data:
                if baris.tag != f"{self._ruang}row":
                    raise ValueError(baris.tag)
                nomor = baris.get("r") or str(_indeks(nomor) + 1)
                if (baris.get("hidden") in _BENAR or _nol(baris.get("ht"))) and _indeks(nomor) <= BATAS_BARIS:
                    tersembunyi.add(int(nomor))
                yield from self._baris(baris, nomor)

    def _baris(self, baris: Element, nomor: str) -> Iterator[SelMentah]:
        self._jatah_sel -= len(baris)
        if self._jatah_sel < 0:
            raise TidakWajar("sel_terlalu_banyak")
        kolom, dikenal, c = 0, self._kolom, self._c
        for sel in baris:
            if sel.tag != c:
                raise ValueError(sel.tag)
            alamat = sel.get("r") or f"{huruf_kolom(kolom + 1)}{nomor}"
            huruf = alamat.removesuffix(nomor)
            if not kolom or huruf == alamat or huruf not in dikenal:
                dikenal[huruf] = self._nomor_kolom(alamat, nomor)
            kolom = dikenal[huruf]
            if len(sel):
                terbaca = self._sel(alamat, sel)
                if terbaca is not None:
                    yield terbaca

    def _nomor_kolom(self, alamat: str, nomor: str) -> int:
        """The column number of a cell. Raises TidakWajar for an address that is not of its row."""
        kolom, baris = _jaga_batas(alamat)
        if str(baris) != nomor:
            raise TidakWajar("sel_salah_baris", sel=alamat, baris=sebut(nomor))
        return kolom

    def _kolom_tersembunyi(self, akar: Element) -> list[str]:
        nomor = set[int]()
        for daftar in _anak(akar, "cols"):
            for kolom in daftar:
                awal, akhir = _indeks(kolom.get("min")), _indeks(kolom.get("max"))
                if kolom.get("hidden") in _BENAR or _nol(kolom.get("width")):
                    nomor.update(range(max(awal, 1), min(akhir, BATAS_KOLOM) + 1))
        return [huruf_kolom(urutan) for urutan in sorted(nomor)]

    def _jaga_rentang(self, akar: Element, induk: str, nama: str) -> list[str]:
        """The areas of more than one cell that a sheet merges or links, none of them beyond the bounds."""
        rujukan = [simpul.get("ref", "") for daftar in _anak(akar, induk) for simpul in _anak(daftar, nama)]
        if len(rujukan) > BATAS_GABUNGAN:
            raise TidakWajar("rentang_terlalu_banyak")
        self._jatah_luas -= sum(map(_luas, rujukan))
        if self._jatah_luas < 0:
            raise TidakWajar("rentang_terlalu_luas")
        return [rentang for rentang in rujukan if ":" in rentang]

    def _sel(self, alamat: str, sel: Element) -> SelMentah | None:
        jenis = sel.get("t", "n")
        rumus: str | None = None
        nilai: str | None = None
        for unsur in sel:
            if unsur.tag == self._v:
                nilai = unsur.text or ""
            elif unsur.tag == self._f:
                rumus = self._rumus(alamat, unsur)
            elif unsur.tag == self._is:
                nilai = _isi_teks(unsur)
        if nilai is None or (nilai == "" and jenis != "str"):
            return None if rumus is None else self._tanpa_hasil(alamat, sel.get("s"), rumus)
        return self._nilai(alamat, jenis, nilai, sel.get("s"), rumus)

    def _rumus(self, alamat: str, unsur: Element) -> str:
        """The text of a formula; one that is written once for several cells as it is in this one."""
        teks, jenis, nomor = unsur.text or "", unsur.get("t", ""), unsur.get("si", "")
        if jenis in {"array", "dataTable"}:
            return f"{{{teks}}}"
        if jenis != "shared":
            return teks
        if teks:
            self._bersama[nomor] = (alamat, teks)
            return teks
        asal = self._bersama.get(nomor)
        return "" if asal is None else _pindahkan(asal[1], asal[0], alamat)

    def _tanpa_hasil(self, alamat: str, gaya: str | None, rumus: str) -> SelMentah:
        bentuk = self._gaya_sel(gaya)
        if bentuk.samar_angka or bentuk.samar_teks:
            self._samar.append(alamat)
        return [alamat, "rumus", None, "", bentuk.jenis == "persen", rumus]

    def _gaya_sel(self, nomor: str | None) -> _Gaya:
        gaya = self._gaya_dikenal.get(nomor)
        if gaya is None:
            gaya = self._gaya_dikenal[nomor] = self._gaya[_indeks(nomor or "0")] if self._gaya else _POLOS
        return gaya

    def _nilai(self, alamat: str, jenis: str, nilai: str, gaya: str | None, rumus: str | None) -> SelMentah | None:
        if jenis in {"s", "str", "inlineStr"}:
            if self._gaya_sel(gaya).samar_teks:
                self._samar.append(alamat)
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
        if not math.isfinite(angka):
            return [alamat, "galat", None, nilai, False, rumus]
        bentuk = self._gaya_sel(gaya)
        if bentuk.samar_angka or (bentuk.jenis == "tanggal" and menyamarkan_tanggal(bentuk.pola, angka)):
            self._samar.append(alamat)
        if bentuk.jenis == "tanggal":
            return [alamat, "tanggal", angka, self._tanggal(float(angka)), False, rumus]
        return [alamat, "angka", angka, nilai, bentuk.jenis == "persen", rumus]

    def _tanggal(self, seri: float) -> str:
        if not 1 <= seri <= self._akhir:
            return f"{seri:g}"
        # What Excel shows for the days before it is one day later.
        saat = self._awal + timedelta(days=seri + (self._awal.year < 1900 and seri < _HARI_HANTU))
        return saat.strftime("%d/%m/%Y" if seri == int(seri) else "%d/%m/%Y %H:%M")


def _indeks(teks: str | None) -> int:
    """The number that a part refers by. Raises ValueError for anything but plain digits."""
    if teks is None or not (teks.isascii() and teks.isdigit()):
        raise ValueError(teks)
    return int(teks)


def _nol(ukuran: str | None) -> bool:
    return ukuran is not None and float(ukuran) < _TERSEMBUNYI


def _pandangan(akar: Element) -> set[str]:
    """What the window of a sheet leaves out or shows instead of values."""
    jendela = [pandangan for daftar in _anak(akar, "sheetViews") for pandangan in _anak(daftar, "sheetView")]
    tanpa_nol = any(pandangan.get("showZeros") in {"0", "false"} for pandangan in jendela)
    rumus = any(pandangan.get("showFormulas") in _BENAR for pandangan in jendela)
    return {nama for nama, ada in (("tanpa_nol", tanpa_nol), ("rumus", rumus)) if ada}


def _pindahkan(rumus: str, dari: str, ke: str) -> str:
    """A formula as it is in another cell: every reference without a dollar sign moves along."""
    (kolom, baris), (kolom_ke, baris_ke) = _jaga_batas(dari), _jaga_batas(ke)

    def geser(cocok: re.Match[str]) -> str:
        huruf = cocok[2] if cocok[1] else huruf_kolom(nomor_kolom(cocok[2]) + kolom_ke - kolom)
        nomor = cocok[4] if cocok[3] else str(int(cocok[4]) + baris_ke - baris)
        return f"{cocok[1]}{huruf}{cocok[3]}{nomor}"

    bagian = rumus.split('"')
    bagian[::2] = [_RUJUKAN.sub(geser, potongan) for potongan in bagian[::2]]
    return '"'.join(bagian)


def _jaga_batas(alamat: str) -> tuple[int, int]:
    """Column and row number of an address. Raises TidakWajar outside the bounds."""
    cocok = _ALAMAT.fullmatch(alamat)
    if not cocok:
        raise TidakWajar("alamat_asing", sel=sebut(alamat))
    kolom, baris = nomor_kolom(cocok.group(1)), int(cocok.group(2))
    if baris > BATAS_BARIS or kolom > BATAS_KOLOM:
        raise TidakWajar("sel_jauh", sel=alamat)
    return kolom, baris


def _luas(rentang: str) -> int:
    """How many cells `B2` or `B2:D9` covers. Raises ValueError for what is neither, TidakWajar outside the bounds."""
    awal, ada, akhir = rentang.partition(":")
    kolom, baris = _jaga_batas(awal)
    kolom_akhir, baris_akhir = _jaga_batas(akhir) if ada else (kolom, baris)
    if kolom_akhir < kolom or baris_akhir < baris:
        raise ValueError(rentang)
    return (kolom_akhir - kolom + 1) * (baris_akhir - baris + 1)


def nomor_kolom(huruf: str) -> int:
    """`AB` -> 28."""
    nomor = 0
    for lambang in huruf:
        nomor = nomor * 26 + ord(lambang) - 64
    return nomor


def huruf_kolom(kolom: int) -> str:
    """28 -> `AB`."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


if __name__ == "__main__":
    batasi_memori(int(sys.argv[1]))
    layani(sys.stdin.buffer, sys.stdout.buffer, jawab)
