from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.penjaga import BATAS_BERKAS, jaga
from analytics.pembaca.tolakan import Tolakan, tolak
from tests.alat.buku import buku_kecil, susun_ulang, tambah_bagian, ubah_bagian
from tests.alat.libreoffice import perlu_libreoffice, simpan_ulang
from tests.pembaca.alat_kaya import (
    BAIK,
    RELS_BUKU,
    dialirkan,
    hubungan,
    kaya_openpyxl,
    kaya_xlsxwriter,
    seperti_excel,
    seperti_format,
)

LEMBAR = "xl/worksheets/sheet1.xml"


def _kode(berkas: bytes) -> list[str]:
    return [tolakan.kode for tolakan in jaga(berkas)]


def test_a_plain_workbook_passes() -> None:
    assert jaga(BAIK) == ()


@pytest.mark.parametrize(
    ("berkas", "tolakan"),
    [
        (b"", tolak("tanpa_isi")),
        (b"PK\x03\x04" + bytes(BATAS_BERKAS), tolak("terlalu_besar", byte=BATAS_BERKAS + 4)),
        (b"%PDF-1.7 ...", tolak("jenis_lain", jenis="pdf")),
        (rb"{\rtf1", tolak("jenis_lain", jenis="rtf")),
        (b"\x89PNG\r\n", tolak("jenis_lain", jenis="png")),
        (b"\xff\xd8\xff\xe0", tolak("jenis_lain", jenis="jpeg")),
        (b"Rar!\x1a\x07", tolak("jenis_lain", jenis="rar")),
        (b"7z\xbc\xaf\x27\x1c", tolak("jenis_lain", jenis="7z")),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), tolak("jenis_lain", jenis="xls")),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            tolak("buku_bersandi"),
        ),
        (b"<html><table><tr><td>IKM</td></tr></table></html>", tolak("jenis_lain", jenis="html")),
        (b"indikator;realisasi\nIKM;85,5\n", tolak("jenis_lain", jenis="csv")),
        (b'<?xml version="1.0"?><Workbook/>', tolak("jenis_lain", jenis="xml")),
        (b"\x01\x02\x03", tolak("jenis_lain", jenis="lain")),
    ],
)
def test_a_file_in_xlsx_clothes_is_named_for_what_it_is(berkas: bytes, tolakan: Tolakan) -> None:
    assert jaga(berkas) == (tolakan,)


@pytest.mark.parametrize(
    ("nama", "bagian", "jenis"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
        ("mimetype", b"application/vnd.oasis.opendocument.text", "odf"),
        ("word/document.xml", b"<w/>", "docx"),
        ("ppt/presentation.xml", b"<p/>", "pptx"),
        ("xl/workbook.bin", b"\x00", "xlsb"),
        ("catatan.txt", b"halo", "zip"),
    ],
)
def test_another_zip_is_named_for_what_it_is(nama: str, bagian: bytes, jenis: str) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr(nama, bagian)
    assert jaga(wadah.getvalue()) == (tolak("jenis_lain", jenis=jenis),)


def test_the_tiny_workbook_with_a_cell_in_the_last_corner_is_refused() -> None:
    jauh = ubah_bagian(BAIK, LEMBAR, lambda bagian: bagian.replace(b'r="B1"', b'r="XFD1048576"'))
    assert len(jauh) < 10_000
    assert jaga(jauh) == (tolak("sel_jauh_di_bagian", sel="XFD1048576", bagian=LEMBAR),)


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
    assert _kode(susun_ulang(BAIK, lambda nama, bagian: None if nama == wajib else bagian)) == ["bagian_hilang"]


def test_a_workbook_that_shows_another_part_than_the_one_read_is_refused() -> None:
    lain = ubah_bagian(BAIK, "_rels/.rels", lambda bagian: bagian.replace(b"xl/workbook.xml", b"xl/lain.xml"))
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
    berkas = bytearray(BAIK)
    pusat = berkas.index(b"docProps/core.xml", berkas.index(b"PK\x01\x02")) - 46
    struct.pack_into("<L", berkas, pusat + 42, teks.header_offset)
    assert _kode(bytes(berkas)) == ["berkas_ganjil"]
    berkas = bytearray(BAIK)
    for letak in (berkas.index(b"docProps/core.xml") - 30 + 18, pusat + 20):
        struct.pack_into("<L", berkas, letak, lain.compress_size + 5000)
    assert jaga(bytes(berkas)) == (tolak("saling_bertumpuk"),)


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
    berkas = ubah_bagian(BAIK, LEMBAR, lambda bagian: bagian.replace(b"</sheetData>", b"</sheetData>" + tambahan))
    assert _kode(berkas) == kode
    assert isinstance(baca_buku(berkas), tuple) is bool(kode)


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
    hasil = baca_buku(ubah_bagian(BAIK, LEMBAR, lambda bagian: bagian.replace(b'r="B1"', ganti)))
    assert isinstance(hasil, tuple)
    assert [tolakan.kode for tolakan in hasil] == [kode]


def test_a_dde_link_is_a_link_to_another_source() -> None:
    dde = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    assert _kode(tambah_bagian(BAIK, "xl/lain.xml", dde)) == ["tautan_luar"]


def test_a_workbook_that_writes_about_links_is_not_one() -> None:
    assert jaga(buku_kecil({"S": {"A1": "ddeLink", "A2": "<ddeLink", "A3": "TargetMode External vbaProject"}})) == ()


def test_a_dtd_is_refused_by_the_guard() -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    jahat = ubah_bagian(BAIK, LEMBAR, lambda bagian: bagian.replace(b"<worksheet", dtd + b"<worksheet", 1))
    assert _kode(jahat) == ["xml_terlarang"]


def test_a_dtd_cannot_hide_in_another_encoding() -> None:
    samar = ubah_bagian(
        BAIK, LEMBAR, lambda bagian: bagian.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    )
    assert _kode(samar) == ["xml_terlarang"]


def test_a_dtd_cannot_hide_behind_a_late_encoding_or_in_an_old_drawing() -> None:
    jauh = b'<?xml version="1.0"' + b" " * 600 + b'encoding="cp037"?>'
    assert _kode(tambah_bagian(BAIK, "docProps/lain.xml", jauh)) == ["xml_terlarang"]
    assert _kode(tambah_bagian(BAIK, "xl/drawings/vmlDrawing1.vml", b"<!DOCTYPE x><xml/>")) == ["xml_terlarang"]
    assert _kode(tambah_bagian(BAIK, "xl/lain.dat", b"\n<!DOCTYPE x><xml/>")) == ["xml_terlarang"]


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
    assert _kode(tambah_bagian(BAIK, nama, hubungan(jenis, tujuan, luar))) == kode


def test_relationships_that_cannot_be_told_apart_or_read_are_refused() -> None:
    kembar = ubah_bagian(BAIK, RELS_BUKU, lambda bagian: bagian.replace(b"rId2", b"rId1"))
    assert _kode(kembar) == ["berkas_ganjil"]
    assert _kode(ubah_bagian(BAIK, RELS_BUKU, lambda bagian: bagian[:-9])) == ["berkas_rusak"]
    dua_gaya = ubah_bagian(
        BAIK, RELS_BUKU, lambda bagian: bagian.replace(b"relationships/theme", b"relationships/styles")
    )
    assert _kode(dua_gaya) == ["berkas_ganjil"]


NORMAL = [kaya_xlsxwriter, kaya_openpyxl, seperti_excel, dialirkan, seperti_format]


@pytest.mark.parametrize("buat", NORMAL, ids=["xlsxwriter", "openpyxl", "as Excel adds to it", "streamed", "a form"])
def test_what_programs_add_to_a_normal_workbook_passes(buat: Callable[[], bytes]) -> None:
    berkas = buat()
    assert jaga(berkas) == ()
    assert isinstance(baca_buku(berkas), BukuTerbaca)


@perlu_libreoffice[0]
@perlu_libreoffice[1]
@pytest.mark.parametrize("buat", [kaya_xlsxwriter, kaya_openpyxl], ids=["xlsxwriter", "openpyxl"])
def test_what_libreoffice_saves_passes(buat: Callable[[], bytes], tmp_path: Path) -> None:
    _, berkas = simpan_ulang(buat(), tmp_path / "asal.xlsx")
    assert jaga(berkas) == ()
    assert isinstance(baca_buku(berkas), BukuTerbaca)


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
    panjang = ubah_bagian(BAIK, LEMBAR, lambda bagian: bagian.replace(b"</sheetData>", isian + b"</sheetData>"))
    hasil = baca_buku(panjang)
    assert isinstance(hasil, tuple)
    assert {tolakan.kode for tolakan in hasil} <= {"tidak_terbaca", "tautan_luar"}


def test_too_many_cells_are_refused() -> None:
    banyak = ubah_bagian(
        BAIK, LEMBAR, lambda bagian: bagian.replace(b"</sheetData>", b"<c />" * 200_001 + b"</sheetData>")
    )
    assert _kode(banyak) == ["isi_besar"]


def test_a_refused_file_is_not_parsed() -> None:
    hasil = baca_buku(b"%PDF-1.7")
    assert isinstance(hasil, tuple)
    assert hasil[0].kode == "bukan_xlsx"
