from __future__ import annotations

import io
import zipfile

import pytest

from analytics.lembar.baca import baca_buku
from analytics.lembar.penjaga import BATAS_BERKAS, jaga
from tests.lembar.alat import buku_kecil, susun_ulang, tambah_bagian, ubah_bagian

LEMBAR = "xl/worksheets/sheet1.xml"
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
    pusat = bom.rindex(b"PK\x01\x02")
    bom[pusat + 24 : pusat + 28] = (100).to_bytes(4, "little")
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
        ("../jahat.xml", "berkas_ganjil"),
        ("XL/WORKBOOK.XML", "berkas_ganjil"),
    ],
)
def test_a_part_that_data_does_not_need_is_refused(bagian: str, kode: str) -> None:
    assert _kode(tambah_bagian(BAIK, bagian, b"<x/>")) == [kode]


def test_the_same_member_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        kembar = tambah_bagian(BAIK, LEMBAR, b"<worksheet/>")
    assert _kode(kembar) == ["berkas_ganjil"]


def test_a_workbook_without_its_required_part_is_refused() -> None:
    assert _kode(susun_ulang(BAIK, lambda nama, isi: None if nama == "xl/workbook.xml" else isi)) == ["bagian_hilang"]


def test_a_dtd_is_refused_by_the_guard() -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    jahat = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"<worksheet", dtd + b"<worksheet", 1))
    assert _kode(jahat) == ["xml_terlarang"]


def test_a_dtd_cannot_hide_in_another_encoding() -> None:
    samar = ubah_bagian(
        BAIK, LEMBAR, lambda isi: isi.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    )
    assert _kode(samar) == ["xml_terlarang"]


def test_an_external_relationship_is_refused_but_a_typed_hyperlink_is_not() -> None:
    hubungan = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="http://contoh.id/" '
        b'TargetMode="External"/></Relationships>'
    )
    nama = "xl/worksheets/_rels/sheet1.xml.rels"
    assert _kode(tambah_bagian(BAIK, nama, hubungan % b"oleObject")) == ["tautan_luar"]
    assert _kode(tambah_bagian(BAIK, nama, hubungan % b"hyperlink")) == []


@pytest.mark.parametrize("isian", [b"<c x" * 150_000, b"<row " * 400_000, b"<c" + b" r" * 1_000_000])
def test_no_input_makes_the_guard_search_for_minutes(isian: bytes) -> None:
    panjang = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"</sheetData>", isian + b"</sheetData>"))
    assert jaga(panjang) == ()
    hasil = baca_buku(panjang)
    assert isinstance(hasil, tuple)
    assert hasil[0].kode == "tidak_terbaca"


def test_too_many_cells_are_refused() -> None:
    banyak = ubah_bagian(BAIK, LEMBAR, lambda isi: isi.replace(b"</sheetData>", b"<c />" * 200_001 + b"</sheetData>"))
    assert _kode(banyak) == ["isi_besar"]


def test_a_refused_file_is_not_parsed() -> None:
    hasil = baca_buku(b"%PDF-1.7")
    assert isinstance(hasil, tuple)
    assert hasil[0].kode == "bukan_xlsx"
