"""The guard: looks at an uploaded file from outside before anything parses it.

Standard library only. It never raises and never follows anything; every reason to refuse comes back as a Tolakan. It
scans the sheets as bytes, which is quick and stops what would burst a reader; the child that parses them afterwards
holds the same bounds again on what the XML really says.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

from analytics.pembaca.anak import BATAS_BARIS, BATAS_ISI, BATAS_SEL, sebut, xml_terlarang
from analytics.pembaca.tolakan import Tolakan, tolak

BATAS_BERKAS: Final = 10 * 1024 * 1024
"""Largest file in bytes."""
BATAS_ANGGOTA: Final = 500

_WAJIB: Final = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AWALAN: Final = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
)
_HTML: Final = re.compile(rb"^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body|table|meta|div)", re.IGNORECASE)
_RUJUKAN_JAUH: Final = re.compile(
    rb"<(?:\w+:)?c(?=\s)(?>[^<>]*?\sr\s*=\s*[\"'])(?=[A-Za-z]{3}|[A-Za-z]*[0-9]{5})([A-Za-z]*)([0-9]+)"
)
"""A cell far out: a column of three letters, or a row number of five digits or more."""
_RENTANG: Final = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink|table)(?=\s)(?>[^<>]*?\sref\s*=\s*[\"'])([A-Za-z0-9:]{1,40})"
)
"""An area whose every cell a reader may make."""
_BERENTANG: Final = (b"mergeCell", b"hyperlink", b"<table", b":table")
_ALAMAT: Final = re.compile(rb"([A-Za-z]+)([0-9]+)")
_DDE: Final = re.compile(rb"<(?:\w+:)?(?:ddeLink|oleLink)\b")
_NAMA_GANJIL: Final = re.compile(r"[\x00-\x1f\\:]|^/|//|(^|/)\.{1,2}(/|$)|^$|^.{256}", re.DOTALL)
_SKEMA: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")
_JENIS_MAKRO: Final = frozenset({"vbaproject", "xlmacrosheet", "xlintlmacrosheet", "wordvbadata"})
_JENIS_LUAR: Final = frozenset(
    {"externallink", "externallinkpath", "connections", "querytable", "volatiledependencies"}
)
_JENIS_DIBACA: Final = frozenset({"worksheet", "chartsheet", "sharedstrings", "styles"})
_AWALAN_LUAR: Final = ("xl/externallinks/", "xl/connections", "xl/querytables/", "xl/volatiledependencies")
_LOKAL: Final = struct.Struct("<4s5H3L2H")
_PENUNDA: Final = 0x8
"""The flag of a member whose sizes stand behind its data."""
_SANDI: Final = 0x2041
_RUSAK: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    OverflowError,
    ValueError,
)


class _Hubungan(NamedTuple):
    nomor: str
    jenis: str
    sasaran: str
    luar: bool


def jaga(berkas: bytes) -> tuple[Tolakan, ...]:
    """Every reason not to parse these bytes as an xlsx workbook; empty when they may be parsed."""
    if not berkas:
        return (tolak("tanpa_isi"),)
    if len(berkas) > BATAS_BERKAS:
        return (tolak("terlalu_besar", byte=len(berkas)),)
    if not berkas.startswith(b"PK\x03\x04"):
        return (_bukan_zip(berkas),)
    try:
        with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
            return tuple(_periksa_susunan(arsip, berkas)) or tuple(dict.fromkeys(_periksa_isi(arsip)))
    except _RUSAK:
        return (tolak("bukan_zip_utuh"),)


def _bukan_zip(berkas: bytes) -> Tolakan:
    if berkas.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in berkas:
            return tolak("buku_bersandi")
        return tolak("jenis_lain", jenis="xls")
    for awalan, nama in _AWALAN:
        if berkas.startswith(awalan):
            return tolak("jenis_lain", jenis=nama)
    if _HTML.match(berkas[:1024]):
        return tolak("jenis_lain", jenis="html")
    if berkas.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return tolak("jenis_lain", jenis="xml")
    return tolak("jenis_lain", jenis="csv" if _mirip_csv(berkas[:4096]) else "lain")


def _mirip_csv(awal: bytes) -> bool:
    return b"\x00" not in awal and any(pemisah in awal for pemisah in (b",", b";", b"\t")) and b"\n" in awal


def _periksa_susunan(arsip: zipfile.ZipFile, berkas: bytes) -> Iterator[Tolakan]:
    """Refusals from the directory of the zip alone, before anything is inflated."""
    anggota = arsip.infolist()
    nama = {entri.filename.lower() for entri in anggota}
    lain = _jenis_lain(arsip, nama)
    if lain:
        yield tolak("jenis_lain", jenis=lain)
        return
    if any(entri.flag_bits & _SANDI for entri in anggota):
        yield tolak("anggota_bersandi")
    sebab = _ganjil(arsip, berkas)
    if sebab:
        yield sebab
    hilang = [wajib for wajib in _WAJIB if wajib.lower() not in nama]
    if hilang:
        yield tolak("bagian_tidak_ada", bagian=", ".join(hilang))
    yield from _periksa_tambahan(nama)


def _periksa_tambahan(nama: Collection[str]) -> Iterator[Tolakan]:
    """Parts beside the data that run, come from elsewhere, or are files of their own."""
    if any("vbaproject" in bagian or "/macrosheets/" in bagian for bagian in nama):
        yield tolak("makro")
    if any(bagian.startswith("xl/activex/") for bagian in nama):
        yield tolak("aktif_x")
    if any(bagian.startswith(_AWALAN_LUAR) for bagian in nama):
        yield tolak("sumber_luar")
    if any(bagian.startswith("xl/embeddings/") for bagian in nama):
        yield tolak("berkas_sisipan")


def _jenis_lain(arsip: zipfile.ZipFile, nama: set[str]) -> str | None:
    jenis = arsip.NameToInfo.get("mimetype")
    if jenis and jenis.compress_type == zipfile.ZIP_STORED and jenis.file_size < 200:
        lembar = b"spreadsheet" in arsip.read(jenis)
        return "ods" if lembar else "odf"
    if "xl/workbook.bin" in nama:
        return "xlsb"
    if "word/document.xml" in nama:
        return "docx"
    if "ppt/presentation.xml" in nama:
        return "pptx"
    return None if any(bagian.startswith("xl/") for bagian in nama) else "zip"


def _ganjil(arsip: zipfile.ZipFile, berkas: bytes) -> Tolakan | None:
    """What is odd about the zip itself."""
    anggota = arsip.infolist()
    nama = [entri.orig_filename for entri in anggota]
    if len(anggota) > BATAS_ANGGOTA:
        return tolak("bagian_terlalu_banyak", banyak=len(anggota), batas=BATAS_ANGGOTA)
    if any(_NAMA_GANJIL.search(bagian) for bagian in nama):
        return tolak("nama_bagian_ganjil")
    if len({_sama(bagian) for bagian in nama}) < len(nama):
        return tolak("nama_bagian_kembar")
    if any(entri.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for entri in anggota):
        return tolak("cara_mampat")
    if not all(_kepala_cocok(berkas, entri) for entri in anggota):
        return tolak("kepala_berbeda")
    if _bertumpuk([_tempat(berkas, entri) for entri in anggota], arsip.start_dir):
        return tolak("saling_bertumpuk")
    return None


def _sama(nama: str) -> str:
    """One spelling for all the names that some reader takes for the same part."""
    return unicodedata.normalize("NFKC", unquote(nama)).casefold()


def _kepala_cocok(berkas: bytes, anggota: zipfile.ZipInfo) -> bool:
    """Whether the header in front of a member says the same as the directory."""
    awal = anggota.header_offset
    if awal < 0 or awal + _LOKAL.size > len(berkas):
        return False
    tanda, _, bendera, cara, _, _, *ukuran, panjang, _ = _LOKAL.unpack_from(berkas, awal)
    nama = berkas[awal + _LOKAL.size : awal + _LOKAL.size + panjang]
    huruf = "utf-8" if anggota.flag_bits & 0x800 else "cp437"
    sama = (tanda, cara, nama) == (b"PK\x03\x04", anggota.compress_type, anggota.orig_filename.encode(huruf))
    return sama and not bendera & _SANDI and (bool(bendera & _PENUNDA) or _ukuran_cocok(ukuran, anggota))


def _ukuran_cocok(ukuran: list[int], anggota: zipfile.ZipInfo) -> bool:
    """Whether checksum and sizes agree; a size of all ones stands in the extra field of a large archive."""
    pusat = (anggota.CRC, anggota.compress_size, anggota.file_size)
    return all(lokal in {tercatat, 0xFFFFFFFF} for lokal, tercatat in zip(ukuran, pusat, strict=True))


def _tempat(berkas: bytes, anggota: zipfile.ZipInfo) -> tuple[int, int]:
    """Where header and data of a member begin and end."""
    panjang_nama, panjang_tambahan = _LOKAL.unpack_from(berkas, anggota.header_offset)[-2:]
    awal_data = anggota.header_offset + _LOKAL.size + panjang_nama + panjang_tambahan
    return anggota.header_offset, awal_data + anggota.compress_size


def _bertumpuk(tempat: list[tuple[int, int]], daftar: int) -> bool:
    """Whether members share bytes, reach into the directory, or begin behind something else."""
    urut = [(0, 0), *sorted(tempat), (daftar, daftar)]
    return urut[1][0] != 0 or any(kiri[1] > kanan[0] for kiri, kanan in pairwise(urut))


def _periksa_isi(arsip: zipfile.ZipFile) -> Iterator[Tolakan]:
    """Refusals from the inflated members, each counted while it is inflated."""
    sisa = BATAS_ISI
    semua = {bagian.lower() for bagian in arsip.namelist()}
    for anggota in arsip.infolist():
        with arsip.open(anggota) as alir:
            terbuka = alir.read(sisa + 1)
        sisa -= len(terbuka)
        if sisa < 0:
            yield tolak("terlalu_besar_dibuka")
            return
        yield from _periksa_bagian(anggota.filename, terbuka, semua)


def _periksa_bagian(nama: str, bagian: bytes, semua: Collection[str]) -> Iterator[Tolakan]:
    kecil = nama.lower()
    if not _berupa_xml(kecil, bagian):
        return
    larangan = xml_terlarang(bagian)
    if larangan:
        yield tolak(larangan, bagian=sebut(nama, 80))
        return
    if kecil == "[content_types].xml" and b"macroEnabled" in bagian:
        yield tolak("buku_bermakro")
    if b"Link" in bagian and _DDE.search(bagian):
        yield tolak("sumber_luar")
    if kecil.endswith(".rels"):
        yield from _periksa_hubungan(nama, bagian, semua)
    yield from _periksa_rujukan(nama, bagian)


def _berupa_xml(nama: str, bagian: bytes) -> bool:
    """Whether a reader may parse a part. Nobody parses pictures, and what add-ins keep is theirs, in any encoding."""
    if nama.endswith(".rels"):
        return True
    if nama.startswith(("xl/media/", "customxml/")):
        return False
    return nama.endswith((".xml", ".vml")) or bagian[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _periksa_hubungan(nama: str, bagian: bytes, semua: Collection[str]) -> Iterator[Tolakan]:
    """Refusals from the relationships of one part. A hyperlink that somebody typed may leave the file, nothing else."""
    try:
        hubungan = _baca_hubungan(bagian)
    except expat.ExpatError:
        yield tolak("hubungan_rusak", bagian=sebut(nama, 80))
        return
    folder = nama.lower().rpartition("_rels/")[0]
    jenis = [ini.jenis for ini in hubungan]
    if not _JENIS_MAKRO.isdisjoint(jenis):
        yield tolak("makro")
    tujuan = [None if ini.luar else _urai(ini.sasaran, folder) for ini in hubungan]
    keluar = any(sasaran is None and macam != "hyperlink" for macam, sasaran in zip(jenis, tujuan, strict=True))
    if keluar or not _JENIS_LUAR.isdisjoint(jenis):
        yield tolak("sumber_luar")
    if len({ini.nomor for ini in hubungan}) < len(hubungan):
        yield tolak("nomor_hubungan_kembar", bagian=sebut(nama, 80))
    yield from _periksa_tujuan(nama.lower(), list(zip(jenis, tujuan, strict=True)), semua)


def _periksa_tujuan(nama: str, tujuan: list[tuple[str, str | None]], semua: Collection[str]) -> Iterator[Tolakan]:
    """Whether the parts that are read are there, and are those that Excel shows."""
    if nama == "_rels/.rels" and [bagian for jenis, bagian in tujuan if jenis == "officedocument"] != [
        "xl/workbook.xml"
    ]:
        yield tolak("buku_tidak_ditunjuk")
    if nama == "xl/_rels/workbook.xml.rels":
        dibaca = [(jenis, bagian) for jenis, bagian in tujuan if jenis in _JENIS_DIBACA]
        if any(bagian not in semua for _, bagian in dibaca):
            yield tolak("lembar_tidak_ada")
        if any([jenis for jenis, _ in dibaca].count(tunggal) > 1 for tunggal in ("sharedstrings", "styles")):
            yield tolak("daftar_kembar")


def _baca_hubungan(bagian: bytes) -> list[_Hubungan]:
    """The relationships of a part without a DTD. Raises ExpatError when it is not XML."""
    hasil: list[_Hubungan] = []

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        if nama.rpartition(":")[2] == "Relationship":
            jenis = atribut.get("Type", "").rpartition("/")[2].lower()
            luar = atribut.get("TargetMode", "").lower() == "external"
            hasil.append(_Hubungan(atribut.get("Id", ""), jenis, atribut.get("Target", ""), luar))

    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = mulai
    pengurai.Parse(bagian, True)  # noqa: FBT003 - the parser has no name for it
    return hasil


def _urai(sasaran: str, folder: str) -> str | None:
    """The name of the part that a target in `folder` stands for, None when it is outside the file."""
    jalan = unquote(sasaran).partition("#")[0].lower()
    if _SKEMA.match(jalan):
        return None
    hasil: list[str] = []
    for ruas in jalan.split("/") if jalan.startswith("/") else f"{folder}{jalan}".split("/"):
        if ruas == "..":
            if not hasil:
                return None
            hasil.pop()
        elif ruas not in {"", "."}:
            hasil.append(ruas)
    return "/".join(hasil)


def _periksa_rujukan(nama: str, bagian: bytes) -> Iterator[Tolakan]:
    if b"sheetData" in bagian and bagian.count(b"<c ") > BATAS_SEL:
        yield tolak("sel_terlalu_banyak_di_bagian", bagian=sebut(nama, 80))
        return
    jauh = _jauh(_RUJUKAN_JAUH.findall(bagian)) if b"sheetData" in bagian else None
    if jauh is None and any(kata in bagian for kata in _BERENTANG):
        jauh = _jauh([sel for rentang in _RENTANG.findall(bagian) for sel in _ALAMAT.findall(rentang)])
    if jauh:
        yield tolak("sel_jauh_di_bagian", sel=jauh, bagian=sebut(nama, 80))


def _jauh(alamat: list[tuple[bytes, bytes]]) -> str | None:
    """The first of these addresses that is beyond column ZZ or the last row."""
    for huruf, baris in alamat:
        if len(huruf) > 2 or int(baris.lstrip(b"0")[:8] or b"0") > BATAS_BARIS:
            return (huruf + baris).decode()[:20]
    return None
