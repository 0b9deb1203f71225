from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.penjaga import BATAS_BERKAS, jaga
from tests.lembar.alat import buku_kecil, susun_ulang, tambah_bagian, ubah_bagian
from tests.libreoffice import perlu_libreoffice, ubah

LEMBAR = "xl/worksheets/sheet1.xml"
RELS_BUKU = "xl/_rels/workbook.xml.rels"
BAIK = buku_kecil({"Realisasi": {"A1": "IKM", "B1": 85.5}})


def _kode(isi: bytes) -> list[str]:
    return [satu.kode for satu in jaga(isi)]


def test_a_plain_workbook_passes() -> None:
    assert jaga(BAIK) == ()


@pytest.mark.parametrize(
    ("isi", "kode", "kata"),
    [
        (b"", "berkas_kosong", "kosong"),
        (b"PK\x03\x04" + bytes(BATAS_BERKAS), "berkas_besar", "10,0 MB"),
        (b"%PDF-1.7 ...", "bukan_xlsx", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "bukan_xlsx", ".xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "berkas_bersandi",
            "bersandi",
        ),
        (b"<html><table><tr><td>IKM</td></tr></table></html>", "bukan_xlsx", "HTML"),
        (b"indikator;realisasi\nIKM;85,5\n", "bukan_xlsx", "CSV"),
        (b'<?xml version="1.0"?><Workbook/>', "bukan_xlsx", "XML"),
        (b"\x01\x02\x03", "bukan_xlsx", "jenis lain"),
    ],
)
def test_a_file_in_xlsx_clothes_is_named_for_what_it_is(isi: bytes, kode: str, kata: str) -> None:
    (temuan,) = jaga(isi)
    assert (temuan.kode, temuan.tingkat, temuan.alamat) == (kode, "galat", "berkas")
    assert kata in temuan.pesan


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        ("word/document.xml", b"<w/>", "Word"),
        ("xl/workbook.bin", b"\x00", ".xlsb"),
        ("catatan.txt", b"halo", "ZIP"),
    ],
)
def test_another_zip_is_named_for_what_it_is(nama: str, isi: bytes, kata: str) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr(nama, isi)
    (temuan,) = jaga(wadah.getvalue())
    assert temuan.kode == "bukan_xlsx"
    assert kata in temuan.pesan


def test_the_tiny_workbook_with_a_cell_in_the_last_corner_is_refused() -> None:
    jauh = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b'r="B1"', b'r="XFD1048576"'))
    assert len(jauh) < 10_000
    (temuan,) = jaga(jauh)
    assert temuan.kode == "sel_di_luar_batas"
    assert "XFD1048576" in temuan.pesan


def test_a_bomb_is_counted_while_it_inflates() -> None:
    assert _kode(tambah_bagian(BAIK, "xl/media/gambar.bin", bytes(40 * 1024 * 1024))) == ["isi_besar"]


def test_a_declared_size_is_not_trusted() -> None:
    bom = bytearray(tambah_bagian(BAIK, "xl/media/gambar.bin", bytes(40 * 1024 * 1024)))
    pusat, lokal = bom.rindex(b"PK\x01\x02"), bom.rindex(b"PK\x03\x04")
    bom[pusat + 24 : pusat + 28] = (100).to_bytes(4, "little")
    assert _kode(bytes(bom)) == ["berkas_ganjil"]
    bom[lokal + 22 : lokal + 26] = (100).to_bytes(4, "little")
    assert _kode(bytes(bom)) == ["berkas_rusak"]


@pytest.mark.parametrize(
    "potongan", [1, 22, 400, len(BAIK) - 10], ids=["a byte", "the end record", "the directory", "all but its head"]
)
def test_a_truncated_file_is_refused(potongan: int) -> None:
    assert _kode(BAIK[:-potongan]) == ["berkas_rusak"]


@pytest.mark.parametrize(
    ("bagian", "kode"),
    [
        ("xl/vbaProject.bin", "berkas_makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan_luar"),
        ("xl/connections.xml", "tautan_luar"),
        ("xl/volatileDependencies.xml", "tautan_luar"),
        ("xl/activeX/activeX1.xml", "berkas_makro"),
        ("xl/embeddings/oleObject1.bin", "berkas_ganjil"),
        ("xl/embeddings/Dokumen.docx", "berkas_ganjil"),
        ("../jahat.xml", "berkas_ganjil"),
        ("xl/./jahat.xml", "berkas_ganjil"),
        ("xl//jahat.xml", "berkas_ganjil"),
        ("C:/jahat.xml", "berkas_ganjil"),
        ("xl/" + "a" * 300, "berkas_ganjil"),
        ("XL/WORKBOOK.XML", "berkas_ganjil"),
        ("xl/%77orkbook.xml", "berkas_ganjil"),
    ],
)
def test_a_part_that_data_does_not_need_is_refused(bagian: str, kode: str) -> None:
    assert _kode(tambah_bagian(BAIK, bagian, b"<x/>")) == [kode]


def test_the_same_member_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        kembar = tambah_bagian(BAIK, LEMBAR, b"<worksheet/>")
    assert _kode(kembar) == ["berkas_ganjil"]


@pytest.mark.parametrize("wajib", ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", RELS_BUKU, LEMBAR])
def test_a_workbook_without_its_required_part_is_refused(wajib: str) -> None:
    assert _kode(susun_ulang(BAIK, lambda nama, isi: None if nama == wajib else isi)) == ["bagian_hilang"]


def test_a_workbook_that_shows_another_part_than_the_one_read_is_refused() -> None:
    lain = ubah_bagian(BAIK, "_rels/.rels", lambda isi: isi.replace(b"xl/workbook.xml", b"xl/lain.xml"))
    assert _kode(tambah_bagian(lain, "xl/lain.xml", b"<workbook/>")) == ["bagian_hilang"]


@pytest.mark.parametrize(
    ("letak", "format_angka", "nilai"),
    [(8, "<H", 99), (6, "<H", 1), (14, "<L", 1), (18, "<L", 7), (30, "<5s", b"lain_")],
    ids=["method", "encryption", "checksum", "size", "name"],
)
def test_a_header_that_disagrees_with_the_directory_is_refused(letak: int, format_angka: str, nilai: object) -> None:
    beda = bytearray(BAIK)
    struct.pack_into(format_angka, beda, beda.rindex(b"PK\x03\x04") + letak, nilai)
    assert _kode(bytes(beda)) == ["berkas_ganjil"]


def test_members_that_share_bytes_are_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(BAIK)) as arsip:
        teks, lain = (arsip.getinfo(nama) for nama in ("docProps/app.xml", "docProps/core.xml"))
    isi = bytearray(BAIK)
    pusat = isi.index(b"docProps/core.xml", isi.index(b"PK\x01\x02")) - 46
    struct.pack_into("<L", isi, pusat + 42, teks.header_offset)
    assert _kode(bytes(isi)) == ["berkas_ganjil"]
    isi = bytearray(BAIK)
    for letak in (isi.index(b"docProps/core.xml") - 30 + 18, pusat + 20):
        struct.pack_into("<L", isi, letak, lain.compress_size + 5000)
    (temuan,) = jaga(bytes(isi))
    assert "bertumpuk" in temuan.pesan


def test_bytes_before_the_first_member_or_a_second_directory_are_refused() -> None:
    assert _kode(b"PK\x03\x04" + bytes(60) + BAIK) == ["berkas_ganjil"]
    wadah = io.BytesIO(BAIK)
    with zipfile.ZipFile(wadah, "a") as arsip:
        arsip.comment = b"PK\x05\x06" + b"x" * 40
    assert _kode(wadah.getvalue()) == ["berkas_rusak"]


def test_only_the_compression_of_excel_is_inflated() -> None:
    wadah = io.BytesIO(BAIK)
    with zipfile.ZipFile(wadah, "a", zipfile.ZIP_LZMA) as arsip:
        arsip.writestr("xl/media/gambar.png", bytes(1000))
    assert _kode(wadah.getvalue()) == ["berkas_ganjil"]


@pytest.mark.parametrize(
    ("tambahan", "kode"),
    [
        (b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', ["sel_di_luar_batas"]),
        (b'<mergeCells><mergeCell ref="A1:A99999"/></mergeCells>', ["sel_di_luar_batas"]),
        (b'<mergeCells><mergeCell ref="A1:C1"/></mergeCells>', []),
        (b"<hyperlinks><hyperlink display='x' ref='A1:XFD9'/></hyperlinks>", ["sel_di_luar_batas"]),
        (b'<hyperlinks><hyperlink ref="B1" location="S!A1"/></hyperlinks>', []),
        (b'<conditionalFormatting sqref="A1:XFD1048576"/>', []),
        (b'<dataValidations><dataValidation sqref="A1:A1048576"/></dataValidations>', []),
    ],
)
def test_an_area_that_a_reader_fills_stays_within_the_bounds(tambahan: bytes, kode: list[str]) -> None:
    isi = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"</sheetData>", b"</sheetData>" + tambahan))
    assert _kode(isi) == kode
    assert isinstance(baca_buku(isi), tuple) is bool(kode)


def test_a_table_beyond_the_bounds_is_refused() -> None:
    assert _kode(tambah_bagian(BAIK, "xl/tables/table1.xml", b'<table id="1" ref="A1:XFD1048576"/>')) == [
        "sel_di_luar_batas"
    ]


@pytest.mark.parametrize(
    ("ganti", "kode"),
    [
        (b'r="&#88;FD1048576"', "sel_di_luar_batas"),
        (b't=">" r="A1048576"', "sel_di_luar_batas"),
        (b'r="A00000000099999"', "sel_di_luar_batas"),
    ],
)
def test_an_address_cannot_hide_from_the_guard_and_the_child(ganti: bytes, kode: str) -> None:
    hasil = baca_buku(ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b'r="B1"', ganti)))
    assert isinstance(hasil, tuple)
    assert [satu.kode for satu in hasil] == [kode]


def test_a_dde_link_is_a_link_to_another_source() -> None:
    dde = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    assert _kode(tambah_bagian(BAIK, "xl/lain.xml", dde)) == ["tautan_luar"]


def test_a_workbook_that_writes_about_links_is_not_one() -> None:
    assert jaga(buku_kecil({"S": {"A1": "ddeLink", "A2": "<ddeLink", "A3": "TargetMode External vbaProject"}})) == ()


def test_a_dtd_is_refused_by_the_guard() -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    jahat = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"<worksheet", dtd + b"<worksheet", 1))
    assert _kode(jahat) == ["xml_terlarang"]


def test_a_dtd_cannot_hide_in_another_encoding() -> None:
    samar = ubah_bagian(
        BAIK, LEMBAR, lambda isi: isi.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    )
    assert _kode(samar) == ["xml_terlarang"]


def test_a_dtd_cannot_hide_behind_a_late_encoding_or_in_an_old_drawing() -> None:
    jauh = b'<?xml version="1.0"' + b" " * 600 + b'encoding="cp037"?>'
    assert _kode(tambah_bagian(BAIK, "docProps/lain.xml", jauh)) == ["xml_terlarang"]
    assert _kode(tambah_bagian(BAIK, "xl/drawings/vmlDrawing1.vml", b"<!DOCTYPE x><xml/>")) == ["xml_terlarang"]
    assert _kode(tambah_bagian(BAIK, "xl/lain.dat", b"\n<!DOCTYPE x><xml/>")) == ["xml_terlarang"]


def _hubungan(jenis: str, tujuan: str, luar: str = "") -> bytes:
    akar = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{akar}/package/2006/relationships"><Relationship Id="r1" Target="{tujuan}" {luar} '
        f'Type="{akar}/officeDocument/2006/relationships/{jenis}"/></Relationships>'
    ).encode()


LUAR = 'TargetMode="External"'


@pytest.mark.parametrize(
    ("jenis", "tujuan", "luar", "kode"),
    [
        ("oleObject", "http://contoh.id/", LUAR, ["tautan_luar"]),
        ("image", "http://contoh.id/a.png", LUAR, ["tautan_luar"]),
        ("image", "http://contoh.id/a.png", 'TargetMode="&#69;xternal"', ["tautan_luar"]),
        ("image", "../../../etc/passwd", "", ["tautan_luar"]),
        ("image", "..%2f../../etc/passwd", "", ["tautan_luar"]),
        ("image", "/../etc/passwd", "", ["tautan_luar"]),
        ("image", "file:///etc/passwd", "", ["tautan_luar"]),
        ("image", "C:/Windows/win.ini", "", ["tautan_luar"]),
        ("image", "//server/bagi/a.png", "", ["tautan_luar"]),
        ("image", "\\\\server\\bagi\\a.png", "", ["tautan_luar"]),
        ("externalLink", "lain.xml", "", ["tautan_luar"]),
        ("vbaProject", "lain.bin", "", ["berkas_makro"]),
        ("hyperlink", "http://contoh.id/", LUAR, []),
        ("hyperlink", "file:///C:/bukti.pdf", LUAR, []),
        ("hyperlink", "#Anggaran!A1", "", []),
        ("drawing", "../drawings/drawing1.xml", "", []),
        ("drawing", "/xl/drawings/drawing1.xml", "", []),
        ("image", "NULL", "", []),
    ],
)
def test_a_relationship_stays_in_the_file_unless_somebody_typed_it(
    jenis: str, tujuan: str, luar: str, kode: list[str]
) -> None:
    nama = "xl/worksheets/_rels/sheet1.xml.rels"
    assert _kode(tambah_bagian(BAIK, nama, _hubungan(jenis, tujuan, luar))) == kode


def test_relationships_that_cannot_be_told_apart_or_read_are_refused() -> None:
    kembar = ubah_bagian(BAIK, RELS_BUKU, lambda isi: isi.replace(b"rId2", b"rId1"))
    assert _kode(kembar) == ["berkas_ganjil"]
    assert _kode(ubah_bagian(BAIK, RELS_BUKU, lambda isi: isi[:-9])) == ["berkas_rusak"]
    dua_gaya = ubah_bagian(BAIK, RELS_BUKU, lambda isi: isi.replace(b"relationships/theme", b"relationships/styles"))
    assert _kode(dua_gaya) == ["berkas_ganjil"]


def _png() -> bytes:
    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">L", len(isi)) + nama + isi + struct.pack(">L", zlib.crc32(nama + isi))

    kepala = bagian(b"IHDR", struct.pack(">2L5B", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + kepala + bagian(b"IDAT", zlib.compress(bytes(4))) + bagian(b"IEND", b"")


def _kaya_xlsxwriter() -> bytes:
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


def _kaya_openpyxl() -> bytes:
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


def _seperti_excel() -> bytes:
    """A workbook with the parts that Excel itself adds: printer settings, add-ins' XML, a thumbnail, padded headers."""
    hubungan_lembar = "xl/worksheets/_rels/sheet1.xml.rels"
    isi = BAIK
    for nama, jenis, tujuan in (
        (RELS_BUKU, "customXml", "../customXml/item1.xml"),
        (RELS_BUKU, "calcChain", "calcChain.xml"),
        ("_rels/.rels", "metadata/thumbnail", "docProps/thumbnail.wmf"),
    ):
        satu = _hubungan(jenis, tujuan).replace(b"r1", jenis[-5:].encode()).partition(b"<Relationship ")[2]
        baru = b"<Relationship " + satu
        isi = ubah_bagian(isi, nama, lambda lama, baru=baru: lama.replace(b"</Relationships>", baru))
    for nama, bagian in {
        hubungan_lembar: _hubungan("printerSettings", "../printerSettings/printerSettings1.bin"),
        "xl/printerSettings/printerSettings1.bin": "Canon<".encode("utf-16-le") + bytes(200),
        "xl/calcChain.xml": b'<calcChain><c r="B1" i="1"/></calcChain>',
        "customXml/item1.xml": '<?xml version="1.0" encoding="utf-16"?><DataMashup/>'.encode("utf-16"),
        "customXml/_rels/item1.xml.rels": _hubungan("customXmlProps", "itemProps1.xml"),
        "customXml/itemProps1.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem/>',
        "docProps/thumbnail.wmf": b"\xd7\xcd\xc6\x9a" + bytes(90),
        "xl/media/image1.svg": b"<!DOCTYPE svg><svg/>",
        "xl/drawings/vmlDrawing1.vml": b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><br></xml>',
    }.items():
        isi = tambah_bagian(isi, nama, bagian)
    return _berbantal(isi)


def _berbantal(isi: bytes) -> bytes:
    """The same zip with the padding in its headers that Excel leaves for later growth."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for satu in lama.infolist():
            anggota = zipfile.ZipInfo(satu.filename)
            anggota.extra = struct.pack("<2H", 0xA220, 260) + bytes(260)
            baru.writestr(anggota, lama.read(satu), zipfile.ZIP_DEFLATED)
    return wadah.getvalue()


class _Alir(io.RawIOBase):
    """A file that can only be written on, so that the zip puts sizes behind the data."""

    def __init__(self) -> None:
        self.isi = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, bagian: object) -> int:
        self.isi += memoryview(bagian)  # type: ignore[arg-type]
        return len(memoryview(bagian))  # type: ignore[arg-type]


def _dialirkan() -> bytes:
    wadah = _Alir()
    with zipfile.ZipFile(io.BytesIO(BAIK)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, lama.read(nama))
    return bytes(wadah.isi)


NORMAL = [_kaya_xlsxwriter, _kaya_openpyxl, _seperti_excel, _dialirkan]


@pytest.mark.parametrize("buat", NORMAL, ids=["xlsxwriter", "openpyxl", "as Excel adds to it", "streamed"])
def test_what_programs_add_to_a_normal_workbook_passes(buat: Callable[[], bytes]) -> None:
    isi = buat()
    assert jaga(isi) == ()
    assert isinstance(baca_buku(isi), BukuTerbaca)


@perlu_libreoffice[0]
@perlu_libreoffice[1]
@pytest.mark.parametrize("buat", [_kaya_xlsxwriter, _kaya_openpyxl], ids=["xlsxwriter", "openpyxl"])
def test_what_libreoffice_saves_passes(buat: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "asal.xlsx").write_bytes(buat())
    for jenis, asal in (("ods", "asal.xlsx"), ("xlsx", "asal.ods")):
        ubah(tmp_path / asal, jenis, tmp_path / "profil")
    isi = (tmp_path / "asal.xlsx").read_bytes()
    assert jaga(isi) == ()
    assert isinstance(baca_buku(isi), BukuTerbaca)


@pytest.mark.parametrize(
    "isian",
    [
        b"<c x" * 150_000,
        b"<row " * 400_000,
        b"<c" + b" r" * 1_000_000,
        b"<c" + b' r="A' * 500_000,
        b"<mergeCell" + b" ref" * 1_000_000,
        b"<mergeCell" + b" ref=" * 1_000_000,
        b"<" + b"a" * 4_000_000,
        b"<ddeLin" * 800_000 + b"<ddeLink",
    ],
)
def test_no_input_makes_the_guard_search_for_minutes(isian: bytes) -> None:
    panjang = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"</sheetData>", isian + b"</sheetData>"))
    hasil = baca_buku(panjang)
    assert isinstance(hasil, tuple)
    assert {satu.kode for satu in hasil} <= {"tidak_terbaca", "tautan_luar"}


def test_too_many_cells_are_refused() -> None:
    banyak = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"</sheetData>", b"<c />" * 200_001 + b"</sheetData>"))
    assert _kode(banyak) == ["isi_besar"]


def test_a_refused_file_is_not_parsed() -> None:
    hasil = baca_buku(b"%PDF-1.7")
    assert isinstance(hasil, tuple)
    assert hasil[0].kode == "bukan_xlsx"
