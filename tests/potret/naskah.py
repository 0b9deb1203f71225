"""Any file that Capaian hands out, as text that can be compared line by line."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.potret.buku import teks_buku

_ZIP: Final = b"PK\x03\x04"


def teks_berkas(nama: str, isi: bytes) -> Iterator[str]:
    """The lines of a file: a workbook, a letter, an archive with all that is in it, json, or plain text."""
    if isi.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            yield from _arsip(arsip, isi)
    elif nama.endswith(".json"):
        yield from json.dumps(json.loads(isi), indent=1, ensure_ascii=False).splitlines()
    else:
        yield from _polos(isi)


def _arsip(arsip: zipfile.ZipFile, isi: bytes) -> Iterator[str]:
    nama = set(arsip.namelist())
    if "xl/workbook.xml" in nama:
        yield from teks_buku(arsip)
    elif "word/document.xml" in nama:
        yield from _teks_docx(docx.Document(io.BytesIO(isi)))
    else:
        for anggota in arsip.infolist():
            yield f"##### {anggota.filename}"
            yield from teks_berkas(anggota.filename, arsip.read(anggota))


def _polos(isi: bytes) -> Iterator[str]:
    try:
        teks = isi.decode()
    except UnicodeDecodeError:
        teks = "\0"
    if "\0" in teks:
        yield f"{len(isi)} byte, sha256 {hashlib.sha256(isi).hexdigest()}"
    else:
        # The end of a line is part of a csv.
        yield from (repr(baris)[1:-1] for baris in teks.splitlines(keepends=True))


def _teks_docx(dokumen: Document) -> Iterator[str]:
    sifat = dokumen.core_properties
    yield f"sifat {sifat.title!r} {sifat.author!r} {sifat.created} {sifat.modified}"
    for bagian in dokumen.sections:
        ukuran = (bagian.page_width, bagian.page_height, bagian.left_margin, bagian.right_margin, bagian.top_margin)
        yield f"kertas {' '.join(map(str, ukuran))} {bagian.bottom_margin} {bagian.orientation}"
        yield from _isi_docx("kepala", bagian.header)
        yield from _isi_docx("kaki", bagian.footer)
    yield from _isi_docx("", dokumen)


def _isi_docx(awal: str, wadah: Any) -> Iterator[str]:
    for bagian in wadah.iter_inner_content():
        if isinstance(bagian, Table):
            yield from _tabel_docx(awal, bagian)
        elif isinstance(bagian, Paragraph):
            yield f"{awal} {_paragraf(bagian)}".strip()


def _tabel_docx(awal: str, tabel: Table) -> Iterator[str]:
    lebar = [kolom.width for kolom in tabel.columns]
    yield f"{awal} tabel {tabel.style.name if tabel.style else ''} {lebar}".strip()
    for nomor, baris in enumerate(tabel.rows):
        for letak, sel in enumerate(baris.cells):
            yield from _isi_docx(f"{awal} {nomor}.{letak}", sel)


def _paragraf(paragraf: Paragraph) -> str:
    gaya = paragraf.style
    rupa = f"[{gaya.name if gaya else ''} {paragraf.alignment}]"
    return f"{rupa} {' + '.join(_potongan(potong) for potong in paragraf.runs)}"


def _potongan(potong: Any) -> str:
    huruf = potong.font
    ciri = [nama for nama in ("bold", "italic", "underline") if getattr(huruf, nama)]
    ciri += [str(huruf.size.pt)] if huruf.size else []
    ciri += [str(huruf.color.rgb)] if huruf.color is not None and huruf.color.rgb else []
    return f"{potong.text!r}{'/'.join(['', *ciri])}"
