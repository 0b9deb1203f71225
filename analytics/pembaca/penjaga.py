"""The guard: looks at an uploaded file from outside before anything parses it.

Standard library only. It never raises and never follows anything; every reason to refuse comes back as a finding. It
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
from analytics.temuan.butir import Temuan, buat

BATAS_BERKAS: Final = 10 * 1024 * 1024
"""Largest file in bytes."""
BATAS_ANGGOTA: Final = 500

_WAJIB: Final = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
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
            return tuple(_periksa_susunan(arsip, isi)) or tuple(dict.fromkeys(_periksa_isi(arsip)))
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


def _periksa_susunan(arsip: zipfile.ZipFile, isi: bytes) -> Iterator[Temuan]:
    """Findings from the directory of the zip alone, before anything is inflated."""
    anggota = arsip.infolist()
    nama = {satu.filename.lower() for satu in anggota}
    lain = _jenis_lain(arsip, nama)
    if lain:
        yield _bukan_xlsx(lain)
        return
    if any(satu.flag_bits & _SANDI for satu in anggota):
        yield buat("berkas_bersandi", "Isi berkas ini bersandi.")
    sebab = _ganjil(arsip, isi)
    if sebab:
        yield buat("berkas_ganjil", f"Susunan berkas tidak wajar: {sebab}.")
    hilang = [wajib for wajib in _WAJIB if wajib.lower() not in nama]
    if hilang:
        yield buat("bagian_hilang", f"Berkas tidak memuat bagian wajib buku kerja: {', '.join(hilang)}.")
    yield from _periksa_tambahan(nama)


def _periksa_tambahan(nama: Collection[str]) -> Iterator[Temuan]:
    """Parts beside the data that run, come from elsewhere, or are files of their own."""
    if any("vbaproject" in satu or "/macrosheets/" in satu for satu in nama):
        yield buat("berkas_makro", "Berkas ini berisi makro.")
    if any(satu.startswith("xl/activex/") for satu in nama):
        yield buat("berkas_makro", "Berkas ini berisi kontrol ActiveX, yaitu program; hapus tombol atau kotaknya.")
    if any(satu.startswith(_AWALAN_LUAR) for satu in nama):
        yield _tautan_luar()
    if any(satu.startswith("xl/embeddings/") for satu in nama):
        yield buat("berkas_ganjil", "Ada berkas lain yang disisipkan di dalam buku kerja ini; hapus objek sisipannya.")


def _tautan_luar() -> Temuan:
    return buat("tautan_luar", "Berkas ini mengambil angka dari berkas atau sumber data lain.")


def _jenis_lain(arsip: zipfile.ZipFile, nama: set[str]) -> str | None:
    jenis = arsip.NameToInfo.get("mimetype")
    if jenis and jenis.compress_type == zipfile.ZIP_STORED and jenis.file_size < 200:
        lembar = b"spreadsheet" in arsip.read(jenis)
        return "lembar kerja LibreOffice (.ods)" if lembar else "dokumen OpenDocument"
    if "xl/workbook.bin" in nama:
        return "buku kerja Excel biner (.xlsb)"
    if "word/document.xml" in nama:
        return "dokumen Word (.docx)"
    if "ppt/presentation.xml" in nama:
        return "presentasi PowerPoint (.pptx)"
    return None if any(satu.startswith("xl/") for satu in nama) else "arsip ZIP"


def _ganjil(arsip: zipfile.ZipFile, isi: bytes) -> str | None:
    """What is odd about the zip itself, as the end of a sentence."""
    anggota = arsip.infolist()
    nama = [satu.orig_filename for satu in anggota]
    if len(anggota) > BATAS_ANGGOTA:
        return f"memuat {len(anggota)} bagian, paling banyak {BATAS_ANGGOTA}"
    if any(_NAMA_GANJIL.search(satu) for satu in nama):
        return "memuat bagian dengan nama yang tidak wajar"
    if len({_sama(satu) for satu in nama}) < len(nama):
        return "memuat dua bagian dengan nama yang sama"
    if any(satu.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for satu in anggota):
        return "dimampatkan dengan cara yang tidak dikenal Excel"
    if not all(_kepala_cocok(isi, satu) for satu in anggota):
        return "daftar isinya berbeda dengan isinya"
    if _bertumpuk([_tempat(isi, satu) for satu in anggota], arsip.start_dir):
        return "memuat bagian yang saling bertumpuk"
    return None


def _sama(nama: str) -> str:
    """One spelling for all the names that some reader takes for the same part."""
    return unicodedata.normalize("NFKC", unquote(nama)).casefold()


def _kepala_cocok(isi: bytes, anggota: zipfile.ZipInfo) -> bool:
    """Whether the header in front of a member says the same as the directory."""
    awal = anggota.header_offset
    if awal < 0 or awal + _LOKAL.size > len(isi):
        return False
    tanda, _, bendera, cara, _, _, *ukuran, panjang, _ = _LOKAL.unpack_from(isi, awal)
    nama = isi[awal + _LOKAL.size : awal + _LOKAL.size + panjang]
    huruf = "utf-8" if anggota.flag_bits & 0x800 else "cp437"
    sama = (tanda, cara, nama) == (b"PK\x03\x04", anggota.compress_type, anggota.orig_filename.encode(huruf))
    return sama and not bendera & _SANDI and (bool(bendera & _PENUNDA) or _ukuran_cocok(ukuran, anggota))


def _ukuran_cocok(ukuran: list[int], anggota: zipfile.ZipInfo) -> bool:
    """Whether checksum and sizes agree; a size of all ones stands in the extra field of a large archive."""
    pusat = (anggota.CRC, anggota.compress_size, anggota.file_size)
    return all(lokal in {satu, 0xFFFFFFFF} for lokal, satu in zip(ukuran, pusat, strict=True))


def _tempat(isi: bytes, anggota: zipfile.ZipInfo) -> tuple[int, int]:
    """Where header and data of a member begin and end."""
    panjang_nama, panjang_tambahan = _LOKAL.unpack_from(isi, anggota.header_offset)[-2:]
    awal_data = anggota.header_offset + _LOKAL.size + panjang_nama + panjang_tambahan
    return anggota.header_offset, awal_data + anggota.compress_size


def _bertumpuk(tempat: list[tuple[int, int]], daftar: int) -> bool:
    """Whether members share bytes, reach into the directory, or begin behind something else."""
    urut = [(0, 0), *sorted(tempat), (daftar, daftar)]
    return urut[1][0] != 0 or any(kiri[1] > kanan[0] for kiri, kanan in pairwise(urut))


def _periksa_isi(arsip: zipfile.ZipFile) -> Iterator[Temuan]:
    """Findings from the inflated members, each counted while it is inflated."""
    sisa = BATAS_ISI
    semua = {satu.lower() for satu in arsip.namelist()}
    for anggota in arsip.infolist():
        with arsip.open(anggota) as alir:
            isi = alir.read(sisa + 1)
        sisa -= len(isi)
        if sisa < 0:
            yield buat("isi_besar", "Isi berkas setelah dibuka lebih besar dari 32 MB.")
            return
        yield from _periksa_bagian(anggota.filename, isi, semua)


def _periksa_bagian(nama: str, isi: bytes, semua: Collection[str]) -> Iterator[Temuan]:
    kecil = nama.lower()
    if not _berupa_xml(kecil, isi):
        return
    larangan = xml_terlarang(isi)
    if larangan:
        yield buat("xml_terlarang", f"Bagian {sebut(nama, 80)} {larangan}.")
        return
    if kecil == "[content_types].xml" and b"macroEnabled" in isi:
        yield buat("berkas_makro", "Berkas ini buku kerja bermakro (.xlsm).")
    if b"Link" in isi and _DDE.search(isi):
        yield _tautan_luar()
    if kecil.endswith(".rels"):
        yield from _periksa_hubungan(nama, isi, semua)
    yield from _periksa_rujukan(nama, isi)


def _berupa_xml(nama: str, isi: bytes) -> bool:
    """Whether a reader may parse a part. Nobody parses pictures, and what add-ins keep is theirs, in any encoding."""
    if nama.endswith(".rels"):
        return True
    if nama.startswith(("xl/media/", "customxml/")):
        return False
    return nama.endswith((".xml", ".vml")) or isi[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _periksa_hubungan(nama: str, isi: bytes, semua: Collection[str]) -> Iterator[Temuan]:
    """Findings from the relationships of one part. A hyperlink that somebody typed may leave the file, nothing else."""
    try:
        hubungan = _baca_hubungan(isi)
    except expat.ExpatError:
        yield buat("berkas_rusak", f"Bagian {sebut(nama, 80)} rusak.")
        return
    folder = nama.lower().rpartition("_rels/")[0]
    jenis = [satu.jenis for satu in hubungan]
    if not _JENIS_MAKRO.isdisjoint(jenis):
        yield buat("berkas_makro", "Berkas ini berisi makro.")
    tujuan = [None if satu.luar else _urai(satu.sasaran, folder) for satu in hubungan]
    keluar = any(satu is None and satu_jenis != "hyperlink" for satu_jenis, satu in zip(jenis, tujuan, strict=True))
    if keluar or not _JENIS_LUAR.isdisjoint(jenis):
        yield _tautan_luar()
    if len({satu.nomor for satu in hubungan}) < len(hubungan):
        yield buat("berkas_ganjil", f"Susunan berkas tidak wajar: bagian {sebut(nama, 80)} memuat nomor kembar.")
    yield from _periksa_tujuan(nama.lower(), list(zip(jenis, tujuan, strict=True)), semua)


def _periksa_tujuan(nama: str, tujuan: list[tuple[str, str | None]], semua: Collection[str]) -> Iterator[Temuan]:
    """Whether the parts that are read are there, and are those that Excel shows."""
    if nama == "_rels/.rels" and [satu for jenis, satu in tujuan if jenis == "officedocument"] != ["xl/workbook.xml"]:
        yield buat("bagian_hilang", "Berkas tidak menunjuk xl/workbook.xml sebagai satu-satunya buku kerjanya.")
    if nama == "xl/_rels/workbook.xml.rels":
        dibaca = [(jenis, satu) for jenis, satu in tujuan if jenis in _JENIS_DIBACA]
        if any(satu not in semua for _, satu in dibaca):
            yield buat("bagian_hilang", "Lembar yang disebut buku kerja tidak ada di dalam berkas.")
        if any([jenis for jenis, _ in dibaca].count(tunggal) > 1 for tunggal in ("sharedstrings", "styles")):
            yield buat("berkas_ganjil", "Susunan berkas tidak wajar: buku kerja menunjuk dua daftar teks atau gaya.")


def _baca_hubungan(isi: bytes) -> list[_Hubungan]:
    """The relationships of a part without a DTD. Raises ExpatError when it is not XML."""
    hasil: list[_Hubungan] = []

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        if nama.rpartition(":")[2] == "Relationship":
            jenis = atribut.get("Type", "").rpartition("/")[2].lower()
            luar = atribut.get("TargetMode", "").lower() == "external"
            hasil.append(_Hubungan(atribut.get("Id", ""), jenis, atribut.get("Target", ""), luar))

    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = mulai
    pengurai.Parse(isi, True)  # noqa: FBT003 - the parser has no name for it
    return hasil


def _urai(sasaran: str, folder: str) -> str | None:
    """The name of the part that a target in `folder` stands for, None when it is outside the file."""
    jalan = unquote(sasaran).partition("#")[0].lower()
    if _SKEMA.match(jalan):
        return None
    hasil: list[str] = []
    for satu in jalan.split("/") if jalan.startswith("/") else f"{folder}{jalan}".split("/"):
        if satu == "..":
            if not hasil:
                return None
            hasil.pop()
        elif satu not in {"", "."}:
            hasil.append(satu)
    return "/".join(hasil)


def _periksa_rujukan(nama: str, isi: bytes) -> Iterator[Temuan]:
    if b"sheetData" in isi and isi.count(b"<c ") > BATAS_SEL:
        yield buat("isi_besar", f"Bagian {sebut(nama, 80)} memuat lebih dari 200.000 sel.")
        return
    jauh = _jauh(_RUJUKAN_JAUH.findall(isi)) if b"sheetData" in isi else None
    if jauh is None and any(satu in isi for satu in _BERENTANG):
        jauh = _jauh([sel for rentang in _RENTANG.findall(isi) for sel in _ALAMAT.findall(rentang)])
    if jauh:
        yield buat("sel_di_luar_batas", f"Sel {jauh} di bagian {sebut(nama, 80)} terlalu jauh dari isi.")


def _jauh(alamat: list[tuple[bytes, bytes]]) -> str | None:
    """The first of these addresses that is beyond column ZZ or the last row."""
    for huruf, baris in alamat:
        if len(huruf) > 2 or int(baris.lstrip(b"0")[:8] or b"0") > BATAS_BARIS:
            return (huruf + baris).decode()[:20]
    return None
