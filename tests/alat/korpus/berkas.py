"""Files that are not what they seem, and workbooks of somebody else."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Final

import openpyxl
from openpyxl.workbook import Workbook

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.format import IdentitasFormat, baca_identitas
from tests.alat.buku import (
    buku_kecil,
    entri_pusat,
    ganti_sel,
    sunting,
    susun_ulang,
    tambah_bagian,
    ubah_bagian,
    ubah_lembar,
    zip_baru,
)
from tests.alat.korpus.kantor import PEM, TAHUN, UMUM, YAN, tambah_indikator, tambah_simpul
from tests.alat.korpus.kasus import REALISASI, SIDIK, Kasus, Rusakkan

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HUBUNGAN: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{jenis}" Target="{sasaran}" '
    'TargetMode="External"/></Relationships>'
)
_DTD: Final = b'<!DOCTYPE worksheet [<!ENTITY rahasia SYSTEM "file:///etc/passwd">]>'


def _tetap(isi: bytes) -> Rusakkan:
    return lambda _lama: isi


def _csv(isi: bytes) -> bytes:
    """The sheet Realisasi as somebody exports it."""
    lembar = openpyxl.load_workbook(io.BytesIO(isi))[REALISASI]
    baris = (";".join("" if sel is None else str(sel) for sel in baris) for baris in lembar.iter_rows(values_only=True))
    return "\r\n".join(baris).encode()


def _html(isi: bytes) -> bytes:
    """The sheet Realisasi as another application exports it under the name .xls."""
    lembar = openpyxl.load_workbook(io.BytesIO(isi))[REALISASI]
    baris = ("<tr>" + "".join(f"<td>{sel}</td>" for sel in baris) + "</tr>" for baris in lembar.values)
    return f"<html><body><table>{''.join(baris)}</table></body></html>".encode()


_XML_2003: Final = (
    b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>'
)
_BUKAN_XLSX: Final[dict[str, Rusakkan]] = {
    "buku kerja Excel 97": _tetap(_OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(2048)),
    "buku kerja Excel biner": lambda isi: susun_ulang(
        tambah_bagian(isi, "xl/workbook.bin", b"\x83\x01"),
        lambda nama, lama: None if nama == "xl/workbook.xml" else lama,
    ),
    "lembar kerja LibreOffice": _tetap(
        zip_baru(
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}, zipfile.ZIP_STORED
        )
    ),
    "ekspor CSV": _csv,
    "ekspor CSV berpenanda urutan bita": lambda isi: b"\xef\xbb\xbf" + _csv(isi),
    "halaman HTML bernama xls": _html,
    "berkas PDF": _tetap(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"),
    "dokumen Word": _tetap(zip_baru({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})),
    "presentasi PowerPoint": _tetap(zip_baru({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"})),
    "gambar PNG": _tetap(b"\x89PNG\r\n\x1a\n" + bytes(64)),
    "gambar JPEG": _tetap(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(64)),
    "arsip ZIP berisi format": lambda isi: zip_baru({"format_2026_TW3_PEM.xlsx": isi}),
    "arsip RAR": _tetap(b"Rar!\x1a\x07\x01\x00" + bytes(64)),
    "XML 2003": _tetap(_XML_2003),
    "dokumen RTF": _tetap(rb"{\rtf1\ansi Realisasi TW III\par}"),
    "format yang didahului bita lain": lambda isi: b"\r\n" + isi,
}


def _bendera_sandi(isi: bytes) -> bytes:
    """Every member marked as encrypted, in its own head and in the directory."""
    baru = bytearray(isi)
    for pusat in entri_pusat(isi):
        lokal = int.from_bytes(isi[pusat + 42 : pusat + 46], "little")
        baru[pusat + 8] |= 1
        baru[lokal + 6] |= 1
    return bytes(baru)


def _kembar(isi: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return tambah_bagian(isi, "xl/workbook.xml", b"<workbook/>")


def _bertumpuk(isi: bytes) -> bytes:
    """The directory lets the last member start inside the one before it."""
    *_, sebelum, akhir = entri_pusat(isi)
    return isi[: akhir + 42] + isi[sebelum + 42 : sebelum + 46] + isi[akhir + 46 :]


def _banyak_bagian(isi: bytes) -> bytes:
    wadah = io.BytesIO(isi)
    with zipfile.ZipFile(wadah, "a") as arsip:
        for nomor in range(500):
            arsip.writestr(f"xl/media/gambar{nomor}.png", b"")
    return wadah.getvalue()


def _palsukan(isi: bytes, letak: int, nilai: bytes, *, di_kepala: bool) -> bytes:
    """A field of the last member (16 its checksum, 24 its size) changed in the directory, or in its head too."""
    pusat = entri_pusat(isi)[-1]
    lokal = int.from_bytes(isi[pusat + 42 : pusat + 46], "little") + letak - 2
    baru = isi[: pusat + letak] + nilai + isi[pusat + letak + 4 :]
    return baru[:lokal] + nilai + baru[lokal + 4 :] if di_kepala else baru


def _bom(isi: bytes) -> bytes:
    return tambah_bagian(isi, "xl/media/gambar.bin", bytes(40 * 1024 * 1024))


_SERATUS: Final = (100).to_bytes(4, "little")


def _tanpa(nama: str) -> Rusakkan:
    return lambda isi: susun_ulang(isi, lambda anggota, lama: None if anggota == nama else lama)


def _tambah(nama: str, bagian: bytes) -> Rusakkan:
    return lambda isi: tambah_bagian(isi, nama, bagian)


def _ubah(lembar: str, lama: bytes, baru: bytes) -> Rusakkan:
    return lambda isi: ubah_lembar(isi, lembar, lambda bagian: bagian.replace(lama, baru, 1))


def _sisip(isian: bytes) -> Rusakkan:
    """Raw XML behind the last row of sheet Realisasi."""
    return _ubah(REALISASI, b"</sheetData>", isian + b"</sheetData>")


def _huruf_besar(isi: bytes) -> bytes:
    """The DTD in a sheet whose part is named in capitals, which Excel reads as well."""
    nama = "xl/worksheets/sheet2.xml"
    dtd = ubah_bagian(isi, nama, lambda bagian: bagian.replace(b"<worksheet", _DTD + b"<worksheet", 1))
    with zipfile.ZipFile(io.BytesIO(dtd)) as arsip:
        return zip_baru(
            {(anggota.upper() if anggota == nama else anggota): arsip.read(anggota) for anggota in arsip.namelist()}
        )


def _utf_16(bagian: bytes) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-16"?>' + bagian.decode()).encode("utf-16")


def _sel_banyak(awalan: str) -> bytes:
    """200.001 cells with a value, all within the bounds of rows and columns."""
    buka, tutup = f"<{awalan}", f"</{awalan}"
    sel = f"{buka}c>{buka}v>1{tutup}v>{tutup}c>"
    baris = (f'{buka}row r="{nomor}">{sel * 500}{tutup}row>' for nomor in range(1000, 1401))
    return "".join(baris).encode()


def _buku(ubah: Callable[[bytes], bytes]) -> Rusakkan:
    return lambda isi: ubah_bagian(isi, "xl/workbook.xml", ubah)


_XLSM: Final = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_JENIS_UTAMA: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_BERKAS: Final[dict[str, dict[str, Rusakkan]]] = {
    "berkas_kosong": {"berkas tanpa isi": _tetap(b"")},
    "berkas_besar": {"berkas 11 MB": lambda isi: isi + bytes(11 * 1024 * 1024)},
    "bukan_xlsx": _BUKAN_XLSX,
    "berkas_bersandi": {
        "buku kerja bersandi": _tetap(_OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1024)),
        "zip berbendera sandi": _bendera_sandi,
    },
    "berkas_rusak": {
        "terpotong satu bita": lambda isi: isi[:-1],
        "terpotong separuh": lambda isi: isi[: len(isi) // 2],
        "terpotong setelah kepala": lambda isi: isi[:40],
        "sampah setelah PK": lambda isi: isi[:4] + b"\xa5" * len(isi),
        "ukuran yang dinyatakan palsu": lambda isi: _palsukan(_bom(isi), 24, _SERATUS, di_kepala=True),
        "sidik isi tidak cocok": lambda isi: _palsukan(isi, 16, _SERATUS, di_kepala=True),
    },
    "berkas_ganjil": {
        "bagian kembar": _kembar,
        "bagian kembar beda huruf besar": _tambah("XL/Workbook.XML", b"<workbook/>"),
        "nama bagian keluar folder": _tambah("../../jahat.xml", b"<x/>"),
        "nama bagian dari akar": _tambah("/etc/jahat.xml", b"<x/>"),
        "nama bagian bergaris miring terbalik": _tambah("xl\\jahat.xml", b"<x/>"),
        "lebih dari 500 bagian": _banyak_bagian,
        "bagian bertumpuk": _bertumpuk,
        "direktori menyebut ukuran lain": lambda isi: _palsukan(_bom(isi), 24, _SERATUS, di_kepala=False),
        "berkas lain yang disisipkan": _tambah("xl/embeddings/oleObject1.bin", _OLE),
    },
    "isi_besar": {
        "bom zip 40 MB": _bom,
        "200.001 sel": _sisip(_sel_banyak("").replace(b"<c>", b'<c s="0">')),
        "200.001 sel tanpa sifat": _sisip(_sel_banyak("")),
        "200.001 sel berawalan": _sisip(
            _sel_banyak("x:").replace(
                b"<x:row ", b'<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            )
        ),
    },
    "bagian_hilang": {
        "tanpa workbook.xml": _tanpa("xl/workbook.xml"),
        "tanpa daftar jenis isi": _tanpa("[Content_Types].xml"),
        "tanpa hubungan paket": _tanpa("_rels/.rels"),
        "tanpa isi lembar Realisasi": _tanpa("xl/worksheets/sheet2.xml"),
        "tanpa hubungan buku kerja": _tanpa("xl/_rels/workbook.xml.rels"),
    },
    "xml_terlarang": {
        "DTD di lembar": _ubah(REALISASI, b"<worksheet", b"<!DOCTYPE worksheet><worksheet"),
        "entitas luar di lembar": _ubah(REALISASI, b"<worksheet", _DTD + b"<worksheet"),
        "entitas di gaya": lambda isi: ubah_bagian(isi, "xl/styles.xml", lambda bagian: _DTD + bagian),
        "lembar berhuruf UTF-16": lambda isi: ubah_lembar(isi, REALISASI, _utf_16),
        "DTD di bagian bernama huruf besar": _huruf_besar,
    },
    "berkas_makro": {
        "kontrol ActiveX": _tambah("xl/activeX/activeX1.xml", b"<ocx/>"),
        "proyek VBA": _tambah("xl/vbaProject.bin", _OLE),
        "lembar makro Excel 4": _tambah("xl/macrosheets/sheet1.xml", b"<macrosheet/>"),
        "jenis isi bermakro": lambda isi: ubah_bagian(
            isi, "[Content_Types].xml", lambda bagian: bagian.replace(_JENIS_UTAMA, _XLSM)
        ),
    },
    "tautan_luar": {
        "bagian tautan luar": _tambah("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        "sambungan data": _tambah("xl/connections.xml", b"<connections/>"),
        "tabel kueri": _tambah("xl/queryTables/queryTable1.xml", b"<queryTable/>"),
        "hubungan ke berkas lain": _tambah(
            "xl/worksheets/_rels/sheet2.xml.rels",
            _HUBUNGAN.format(jenis="externalLinkPath", sasaran="file:///C:/rekap.xlsx").encode(),
        ),
        "gambar dari jaringan": _tambah(
            "xl/worksheets/_rels/sheet2.xml.rels",
            _HUBUNGAN.format(jenis="image", sasaran="http://contoh.id/logo.png").encode(),
        ),
    },
    "sel_di_luar_batas": {
        "sel XFD1048576": _sisip(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "baris 1048576": _sisip(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        "kolom XFD": _sisip(b'<row r="900"><c r="XFD900"><v>1</v></c></row>'),
        "gabungan sel sampai XFD1048576": _ubah(
            REALISASI,
            b"</sheetData>",
            b'</sheetData><mergeCells count="1"><mergeCell ref="A900:XFD1048576"/></mergeCells>',
        ),
    },
    "tidak_terbaca": {
        "XML lembar tidak tertutup": _ubah(REALISASI, b"</sheetData>", b"</sheetDat>"),
        "sel tertulis dua kali": _sisip(
            b'<row r="900"><c r="A900"><v>1</v></c></row><row r="900"><c r="A900"><v>2</v></c></row>'
        ),
        "dua lembar bernama sama": _buku(lambda bagian: bagian.replace(b'name="Petunjuk"', b'name="REALISASI"')),
        "teks bersama yang tidak ada": lambda isi: ganti_sel(isi, REALISASI, "A1", ' t="s"', "<v>999</v>"),
        "gaya yang tidak ada": _sisip(b'<row r="900"><c r="A900" s="99999"><v>1</v></c></row>'),
        "sel di baris yang salah": _sisip(b'<row r="900"><c r="A901"><v>1</v></c></row>'),
        "dua lembar berisi satu bagian": lambda isi: ubah_bagian(
            isi, "xl/_rels/workbook.xml.rels", lambda bagian: bagian.replace(b"sheet1.xml", b"sheet2.xml")
        ),
        "alamat sel tidak wajar": _sisip(b'<row r="900"><c r="$A$900"><v>1</v></c></row>'),
    },
}


def _atur(sel: str, nilai: str) -> Rusakkan:
    """The fingerprint edited by hand: its own checksum no longer holds."""

    def tulis(buku: Workbook) -> None:
        buku[SIDIK][sel].value = nilai

    return sunting(tulis)


def _tanda_tangani(**ganti: object) -> Rusakkan:
    """The fingerprint replaced by another one that holds."""

    def tulis(buku: Workbook) -> None:
        terbaca = baca_identitas({sel.coordinate: str(sel.value) for sel in chain(*buku[SIDIK].iter_rows())})
        assert terbaca is not None
        _tulis_sidik(buku, replace(terbaca[0], **ganti))

    return sunting(tulis)


def _tulis_sidik(buku: Workbook, identitas: IdentitasFormat) -> None:
    lembar = buku[SIDIK]
    lembar.delete_rows(1, lembar.max_row)
    for larik in identitas.tulis():
        lembar.append(larik)


def _hapus_lembar(nama: str) -> Rusakkan:
    return sunting(lambda buku: buku.remove(buku[nama]))


def _namai(lama: str, baru: str) -> Rusakkan:
    return sunting(lambda buku: setattr(buku[lama], "title", baru))


_DITUKAR: Final = frozenset({"baris_hilang", "baris_asing", "simpul_berubah"})

IDENTITAS: Final = (
    Kasus("laporan bulanan buatan sendiri", "bukan_format", _tetap(buku_kecil({"Sheet1": {"A1": "Laporan bulanan"}}))),
    Kasus("lembar sidik dihapus", "bukan_format", _hapus_lembar(SIDIK)),
    Kasus("lembar sidik dinamai lain", "bukan_format", _namai(SIDIK, "sidik")),
    Kasus("sidik tanpa triwulan", "bukan_format", _atur("B5", "tiga")),
    Kasus("format versi lain", "versi_format", _atur("B1", "capaian-format-99")),
    *(
        Kasus(f"sidik disunting: {apa}", "sidik_berubah", _atur(sel, nilai))
        for apa, sel, nilai in (
            ("perangkat daerah", "B2", "33.03.06"),
            ("unit", "B3", YAN),
            ("tahun", "B4", "2025"),
            ("triwulan", "B5", "2"),
            ("indikator", "B7", "IKU-77"),
        )
    ),
    Kasus("format kantor lain", "kantor_lain", _tanda_tangani(kode_pd="33.03.06"), kata=("33.03.06",)),
    Kasus("unit yang tidak dikenal", "unit_asing", _tanda_tangani(kode_unit="ARSIP"), kata=("ARSIP",)),
    Kasus("unit lain dari yang diminta", "unit_lain", _tanda_tangani(), minta=(YAN, None), kata=(YAN,)),
    Kasus(
        "triwulan lain dari yang diminta",
        "periode_lain",
        _tanda_tangani(),
        minta=(PEM, Periode(TAHUN, 2)),
        kata=("Triwulan III", "Triwulan II "),
    ),
    Kasus(
        "indikator baru di rencana",
        "indikator_berubah",
        _tanda_tangani(),
        rencana=tambah_indikator,
        juga=frozenset({"baris_hilang"}),
        kata=("IKU-99",),
    ),
    Kasus(
        "sub kegiatan baru di rencana",
        "simpul_berubah",
        _tanda_tangani(),
        rencana=tambah_simpul,
        juga=frozenset({"baris_hilang"}),
        kata=("0099",),
    ),
    Kasus("sidik unit lain ditempel", "indikator_berubah", _tanda_tangani(kode_unit=UMUM), juga=_DITUKAR),
)

_JENIS: Final = {
    "buku kerja Excel biner": ".xlsb",
    "buku kerja Excel 97": ".xls",
    "lembar kerja LibreOffice": ".ods",
    "ekspor CSV": "CSV",
    "halaman HTML bernama xls": "HTML",
    "berkas PDF": "PDF",
    "dokumen Word": ".docx",
    "presentasi PowerPoint": ".pptx",
    "gambar PNG": "PNG",
    "gambar JPEG": "JPEG",
    "arsip ZIP berisi format": "ZIP",
    "dokumen RTF": "RTF",
}
"""What the sentence calls a file that is something else."""

BERKAS: Final = tuple(
    Kasus(
        nama,
        kode,
        rusakkan,
        juga=frozenset({"berkas_ganjil"} if nama == "zip berbendera sandi" else ()),
        kata=(_JENIS[nama],) if nama in _JENIS else (),
    )
    for kode, daftar in _BERKAS.items()
    for nama, rusakkan in daftar.items()
)
