"""The guard: looks at an uploaded file from outside before anything parses it.

Standard library only. It never raises and never follows anything; every reason to refuse comes back as a finding.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from analytics.lembar.temuan import Temuan, buat

BATAS_BERKAS: Final = 10 * 1024 * 1024
"""Largest file in bytes."""
BATAS_ISI: Final = 32 * 1024 * 1024
"""Largest sum of the inflated members in bytes."""
BATAS_ANGGOTA: Final = 500
BATAS_SEL: Final = 200_000
BATAS_BARIS: Final = 20_000

_WAJIB: Final = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AWALAN: Final = (
    (b"%PDF", "berkas PDF"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
)
_HTML: Final = re.compile(rb"^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body|table|meta|div)", re.IGNORECASE)
_KODE_HURUF: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_RUJUKAN_JAUH: Final = re.compile(
    rb"<(?:\w+:)?(?:c|row)\s[^<>]*?\br\s*=\s*[\"'](?=[A-Za-z]{3}|[A-Za-z]*[0-9]{5})([A-Za-z]*)([0-9]+)"
)
"""A cell or row far out: a column of three letters, or a row number of five digits or more."""
_HUBUNGAN: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_NAMA_GANJIL: Final = re.compile(r"[\x00-\x1f\\:]|^/|(^|/)\.\.(/|$)|^$")
_RUSAK: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def jaga(isi: bytes) -> tuple[Temuan, ...]:
    """Every reason not to parse these bytes as an xlsx workbook; empty when they may be parsed."""
    if not isi:
        return (buat("berkas_kosong", "Berkas ini kosong (0 byte)."),)
    if len(isi) > BATAS_BERKAS:
        ukuran = f"{len(isi) / 1024 / 1024:.1f}".replace(".", ",")
        return (buat("berkas_besar", f"Berkas berukuran {ukuran} MB, paling besar 10 MB."),)
    if not isi.startswith(b"PK\x03\x04"):
        return (_bukan_zip(isi),)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return tuple(_periksa_susunan(arsip)) or tuple(_periksa_isi(arsip))
    except _RUSAK:
        return (_rusak(),)


def _rusak() -> Temuan:
    return buat("berkas_rusak", "Berkas ini rusak atau terpotong sehingga tidak dapat dibuka.")


def _bukan_zip(isi: bytes) -> Temuan:
    if isi.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in isi:
            return buat("berkas_bersandi", "Buku kerja ini bersandi (password).")
        return _bukan_xlsx("buku kerja Excel lama (.xls)")
    for awalan, nama in _AWALAN:
        if isi.startswith(awalan):
            return _bukan_xlsx(nama)
    if _HTML.match(isi[:1024]):
        return _bukan_xlsx("halaman HTML")
    if isi.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return _bukan_xlsx("berkas XML")
    return _bukan_xlsx("teks CSV" if _mirip_csv(isi[:4096]) else "berkas jenis lain")


def _mirip_csv(awal: bytes) -> bool:
    return b"\x00" not in awal and any(pemisah in awal for pemisah in (b",", b";", b"\t")) and b"\n" in awal


def _bukan_xlsx(nama: str) -> Temuan:
    return buat("bukan_xlsx", f"Berkas ini {nama}, bukan buku kerja Excel (.xlsx).")


def _periksa_susunan(arsip: zipfile.ZipFile) -> Iterator[Temuan]:
    """Findings from the directory of the zip alone, before anything is inflated."""
    anggota = arsip.infolist()
    nama = [satu.filename for satu in anggota]
    lain = _jenis_lain(arsip, set(nama))
    if lain:
        yield _bukan_xlsx(lain)
        return
    if any(satu.flag_bits & 0x1 for satu in anggota):
        yield buat("berkas_bersandi", "Isi berkas ini bersandi.")
    yield from _ganjil(anggota)
    hilang = [wajib for wajib in _WAJIB if wajib not in nama]
    if hilang:
        yield buat("bagian_hilang", f"Berkas tidak memuat bagian wajib buku kerja: {', '.join(hilang)}.")
    if any("vbaproject" in satu.lower() or "/macrosheets/" in satu.lower() for satu in nama):
        yield buat("berkas_makro", "Berkas ini berisi makro.")
    if any(satu.lower().startswith(("xl/externallinks/", "xl/connections", "xl/querytables/")) for satu in nama):
        yield _tautan_luar()


def _tautan_luar() -> Temuan:
    return buat("tautan_luar", "Berkas ini mengambil angka dari berkas atau sumber data lain.")


def _jenis_lain(arsip: zipfile.ZipFile, nama: set[str]) -> str | None:
    if "mimetype" in nama and arsip.getinfo("mimetype").file_size < 200:
        jenis = arsip.read("mimetype")
        return "lembar kerja LibreOffice (.ods)" if b"spreadsheet" in jenis else "dokumen OpenDocument"
    if "xl/workbook.bin" in nama:
        return "buku kerja Excel biner (.xlsb)"
    if "word/document.xml" in nama:
        return "dokumen Word (.docx)"
    if "ppt/presentation.xml" in nama:
        return "presentasi PowerPoint (.pptx)"
    return None if any(satu.startswith("xl/") for satu in nama) else "arsip ZIP"


def _ganjil(anggota: list[zipfile.ZipInfo]) -> Iterator[Temuan]:
    nama = [satu.orig_filename for satu in anggota]
    sebab = None
    if len(anggota) > BATAS_ANGGOTA:
        sebab = f"memuat {len(anggota)} bagian, paling banyak {BATAS_ANGGOTA}"
    elif len({satu.casefold() for satu in nama}) < len(nama):
        sebab = "memuat dua bagian dengan nama yang sama"
    elif any(_NAMA_GANJIL.search(satu) for satu in nama):
        sebab = "memuat bagian dengan nama yang tidak wajar"
    elif _bertumpuk(anggota):
        sebab = "memuat bagian yang saling bertumpuk"
    if sebab:
        yield buat("berkas_ganjil", f"Susunan berkas tidak wajar: {sebab}.")


def _bertumpuk(anggota: list[zipfile.ZipInfo]) -> bool:
    urut = sorted(anggota, key=lambda satu: satu.header_offset)
    return any(
        kiri.header_offset + 30 + len(kiri.orig_filename) + kiri.compress_size > kanan.header_offset
        for kiri, kanan in pairwise(urut)
    )


def _periksa_isi(arsip: zipfile.ZipFile) -> Iterator[Temuan]:
    """Findings from the inflated members, each counted while it is inflated."""
    sisa = BATAS_ISI
    for anggota in arsip.infolist():
        with arsip.open(anggota) as alir:
            isi = alir.read(sisa + 1)
        sisa -= len(isi)
        if sisa < 0:
            yield buat("isi_besar", "Isi berkas setelah dibuka lebih besar dari 32 MB.")
            return
        if anggota.filename.endswith((".xml", ".rels")):
            yield from _periksa_xml(anggota.filename, isi)


def _periksa_xml(nama: str, isi: bytes) -> Iterator[Temuan]:
    kode = _KODE_HURUF.match(isi[:512])
    if b"\x00" in isi[:512] or (kode and kode.group(1).lower() not in {b"utf-8", b"us-ascii", b"ascii"}):
        yield buat("xml_terlarang", f"Bagian {nama} tidak ditulis dengan huruf UTF-8.")
    if b"<!DOCTYPE" in isi or b"<!ENTITY" in isi:
        yield buat("xml_terlarang", f"Bagian {nama} memuat DTD atau entitas.")
    if nama == "[Content_Types].xml" and b"macroEnabled" in isi:
        yield buat("berkas_makro", "Berkas ini buku kerja bermakro (.xlsm).")
    if nama.endswith(".rels") and any(map(_keluar, _HUBUNGAN.findall(isi))):
        yield _tautan_luar()
    if b"sheetData" in isi:
        yield from _periksa_rujukan(nama, isi)


def _keluar(hubungan: bytes) -> bool:
    """Whether a relationship leaves the file; a hyperlink that somebody typed may."""
    return b"External" in hubungan and b"/hyperlink" not in hubungan


def _periksa_rujukan(nama: str, isi: bytes) -> Iterator[Temuan]:
    if isi.count(b"<c ") > BATAS_SEL:
        yield buat("isi_besar", f"Bagian {nama} memuat lebih dari 200.000 sel.")
        return
    for huruf, baris in _RUJUKAN_JAUH.findall(isi):
        if len(huruf) > 2 or int(baris[:8]) > BATAS_BARIS:
            sel = (huruf + baris).decode()[:20]
            yield buat("sel_di_luar_batas", f"Sel {sel} di bagian {nama} terlalu jauh dari isi.")
            return
