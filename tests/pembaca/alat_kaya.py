"""Workbooks with everything that programs put into a normal one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from tests.alat.buku import buku_kecil, tambah_bagian, ubah_bagian

RELS_BUKU = "xl/_rels/workbook.xml.rels"
BAIK = buku_kecil({"Realisasi": {"A1": "IKM", "B1": 85.5}})
"""A plain workbook."""


def hubungan(jenis: str, tujuan: str, luar: str = "") -> bytes:
    """A part of relationships with one entry."""
    akar = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{akar}/package/2006/relationships"><Relationship Id="r1" Target="{tujuan}" {luar} '
        f'Type="{akar}/officeDocument/2006/relationships/{jenis}"/></Relationships>'
    ).encode()


def _png() -> bytes:
    def bagian(nama: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + nama + data + struct.pack(">L", zlib.crc32(nama + data))

    kepala = bagian(b"IHDR", struct.pack(">2L5B", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + kepala + bagian(b"IDAT", zlib.compress(bytes(4))) + bagian(b"IEND", b"")


def kaya_xlsxwriter() -> bytes:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        kuning = buku.add_format({"bg_color": "yellow"})
        lembar = buku.add_worksheet("Realisasi")
        lembar.set_column(0, 16383, 12, kuning)
        lembar.write_column("A1", [1, 2, 3])
        lembar.merge_range("B1:C2", "gabungan")
        lembar.write_url("D1", "https://contoh.id/bukti?a=1&b=2")
        lembar.write_url("D2", "internal:'Anggaran'!A1")
        lembar.write_url("D3", r"external:\\server\bagi\bukti.pdf")
        lembar.write_comment("A1", "catatan")
        lembar.data_validation("A1:A1048576", {"validate": "list", "source": ["ya", "tidak"]})
        lembar.conditional_format("A1:XFD1048576", {"type": "cell", "criteria": ">", "value": 2, "format": kuning})
        lembar.insert_image("F1", "gambar.png", {"image_data": io.BytesIO(_png()), "url": "https://contoh.id"})
        lembar.set_header("&L&G", {"image_left": "kop.png", "image_data_left": io.BytesIO(_png())})
        bagan = buku.add_chart({"type": "column"})
        bagan.add_series({"values": "=Realisasi!$A$1:$A$3"})
        lembar.insert_chart("H1", bagan)
        lembar.insert_textbox("J1", "kotak")
        lembar.insert_checkbox("K1", True)  # noqa: FBT003
        lain = buku.add_worksheet("Anggaran")
        lain.add_table("A1:C5", {"data": [[1, 2, 3]]})
        lain.add_sparkline("E1", {"range": "Anggaran!A2:C2"})
        kue = buku.add_chart({"type": "pie"})
        kue.add_series({"values": "=Realisasi!$A$1:$A$3"})
        buku.add_chartsheet("Bagan").set_chart(kue)
        buku.define_name("Angka", "=Realisasi!$A$1:$A$3")
        buku.set_custom_property("Unit", "PEM")
    return wadah.getvalue()


def kaya_openpyxl() -> bytes:
    buku = openpyxl.Workbook()
    lembar = buku.active
    for baris in range(1, 6):
        lembar.append([baris, baris * 2])
    lembar["A1"].comment = Comment("catatan", "petugas")
    lembar["C1"].hyperlink = "https://contoh.id"
    lembar.merge_cells("D1:E3")
    pilihan = DataValidation(type="list", formula1='"ya,tidak"')
    pilihan.add("A1:A1048576")
    lembar.add_data_validation(pilihan)
    lembar.conditional_formatting.add("A1:Z99", CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill()))
    bagan = BarChart()
    bagan.add_data(Reference(lembar, min_col=1, min_row=1, max_row=5))
    lembar.add_chart(bagan, "G1")
    buku.create_sheet("Kedua").protection.enable()
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def seperti_excel() -> bytes:
    """A workbook with the parts that Excel itself adds: printer settings, add-ins' XML, a thumbnail, padded headers."""
    hubungan_lembar = "xl/worksheets/_rels/sheet1.xml.rels"
    berkas = BAIK
    for nama, jenis, tujuan in (
        (RELS_BUKU, "customXml", "../customXml/item1.xml"),
        (RELS_BUKU, "calcChain", "calcChain.xml"),
        ("_rels/.rels", "metadata/thumbnail", "docProps/thumbnail.wmf"),
    ):
        butir = hubungan(jenis, tujuan).replace(b"r1", jenis[-5:].encode()).partition(b"<Relationship ")[2]
        baru = b"<Relationship " + butir
        berkas = ubah_bagian(berkas, nama, lambda lama, baru=baru: lama.replace(b"</Relationships>", baru))
    for nama, bagian in {
        hubungan_lembar: hubungan("printerSettings", "../printerSettings/printerSettings1.bin"),
        "xl/printerSettings/printerSettings1.bin": "Canon<".encode("utf-16-le") + bytes(200),
        "xl/calcChain.xml": b'<calcChain><c r="B1" i="1"/></calcChain>',
        "customXml/item1.xml": '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16"),
        "customXml/_rels/item1.xml.rels": hubungan("customXmlProps", "itemProps1.xml"),
        "customXml/itemProps1.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem/>',
        "docProps/thumbnail.wmf": b"\xd7\xcd\xc6\x9a" + bytes(90),
        "xl/media/image1.svg": b"<!DOCTYPE svg><svg/>",
        "xl/drawings/vmlDrawing1.vml": b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><br></xml>',
    }.items():
        berkas = tambah_bagian(berkas, nama, bagian)
    return _berbantal(berkas)


def _berbantal(berkas: bytes) -> bytes:
    """The same zip with the padding in its headers that Excel leaves for later growth."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for entri in lama.infolist():
            anggota = zipfile.ZipInfo(entri.filename)
            anggota.extra = struct.pack("<2H", 0xA220, 260) + bytes(260)
            baru.writestr(anggota, lama.read(entri), zipfile.ZIP_DEFLATED)
    return wadah.getvalue()


class _Alir(io.RawIOBase):
    """A file that can only be written on, so that the zip puts sizes behind the data."""

    def __init__(self) -> None:
        self.tertulis = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, bagian: object) -> int:
        self.tertulis += memoryview(bagian)  # type: ignore[arg-type]
        return len(memoryview(bagian))  # type: ignore[arg-type]


def dialirkan() -> bytes:
    wadah = _Alir()
    with zipfile.ZipFile(io.BytesIO(BAIK)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, lama.read(nama))
    return bytes(wadah.tertulis)


def seperti_format() -> bytes:
    """A filled form: texts, numbers, percentages, dates, formulas, hidden rows and sheets, all that a reader tells."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        persen, tanggal, ribuan = (buku.add_format({"num_format": pola}) for pola in ("0.0%", "dd/mm/yyyy", "#,##0"))
        lembar = buku.add_worksheet("Realisasi")
        lembar.set_header("&CLaporan &P")
        lembar.merge_range("A1:F1", "Realisasi kinerja")
        for baris in range(2, 30):
            lembar.write_row(baris, 0, [f"SK-{baris:02}", "Persentase surat yang dijawab", baris * 1.5])
            lembar.write_number(baris, 3, baris / 40, persen)
            lembar.write_number(baris, 4, 46_000 + baris, tanggal)
            lembar.write_formula(baris, 5, f"=C{baris + 1}*2", ribuan, baris * 3)
        lembar.set_row(12, None, None, {"hidden": True})
        lembar.set_column("H:H", None, None, {"hidden": True})
        lembar.write_url("D1", "internal:'Anggaran'!A1")
        lembar.conditional_format("C3:C30", {"type": "no_errors", "format": ribuan})
        anggaran = buku.add_worksheet("Anggaran")
        anggaran.write_row("A1", ["5.1.02", 42_000_000, True, "=1/0"])
        buku.add_worksheet("_identitas").very_hidden()
    return wadah.getvalue()
