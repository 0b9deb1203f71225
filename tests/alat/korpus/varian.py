"""Harmless changes: what people and other applications do to a workbook without touching what it says."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.buku import bagian_lembar, ganti_sel, sunting, susun_ulang, zip_baru
from tests.alat.korpus.kantor import APBDES, DESA_SELESAI, LAYANAN, OPINI, PEMBINAAN, PENGADUAN, SUB_1, SUB_2
from tests.alat.korpus.kasus import ANGGARAN, REALISASI, SIDIK, Denah, Rusakkan, Varian, denah
from tests.alat.korpus.sel import bentuk, ketik
from tests.alat.korpus.susunan import di_lembar, pisah_kolom, salin_sel
from tests.alat.libreoffice import simpan_ulang

_UTAMA: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HUBUNGAN: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _lembar_xml(isi: bytes, ubah: Callable[[str], str]) -> bytes:
    """The same workbook with the XML of every sheet changed."""
    return susun_ulang(
        isi, lambda nama, lama: ubah(lama.decode()).encode() if nama.startswith("xl/worksheets/sheet") else lama
    )


def _libreoffice(isi: bytes) -> bytes:
    """Opened and stored by LibreOffice in its own format, and from there as xlsx."""
    with tempfile.TemporaryDirectory() as nama:
        return simpan_ulang(isi, Path(nama) / "kiriman.xlsx")[1]


def _strict(isi: bytes) -> bytes:
    """The namespaces of ISO 29500 Strict, as Excel writes them under Strict Open XML Spreadsheet."""

    def ubah(_nama: str, lama: bytes) -> bytes:
        baru = lama.replace(_UTAMA.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return baru.replace(_HUBUNGAN.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")

    return susun_ulang(isi, ubah)


def _berawalan(isi: bytes) -> bytes:
    """Every element of the sheets with a namespace prefix."""

    def ubah(xml: str) -> str:
        return re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", xml).replace(f'xmlns="{_UTAMA}"', f'xmlns:x="{_UTAMA}"')

    return _lembar_xml(isi, ubah)


def _teks_bersama(isi: bytes) -> bytes:
    """Texts in the shared string table, as Excel stores them, the longer ones as two rich runs."""
    teks: list[str] = []

    def pindah(cocok: re.Match[str]) -> str:
        teks.append(cocok.group(2))
        return f'{cocok.group(1)} t="s"><v>{len(teks) - 1}</v></c>'

    pola = re.compile(r'(<c [^>]*?) t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>')
    baru = _lembar_xml(isi, lambda xml: pola.sub(pindah, xml))
    butir = "".join(f"<si>{_potongan(kata)}</si>" for kata in teks)
    tabel = f'<sst xmlns="{_UTAMA}" count="{len(teks)}" uniqueCount="{len(teks)}">{butir}</sst>'
    return _tambah_bagian_bersama(baru, tabel.encode())


def _potongan(teks: str) -> str:
    tengah = teks.find(" ")
    if tengah < 0:
        return f'<t xml:space="preserve">{teks}</t>'
    awal, akhir = teks[:tengah], teks[tengah:]
    tebal = f'<r><rPr><b/></rPr><t xml:space="preserve">{awal}</t></r>'
    return f'{tebal}<r><t xml:space="preserve">{akhir}</t></r><rPh sb="0" eb="1"><t>baca</t></rPh>'


def _tambah_bagian_bersama(isi: bytes, tabel: bytes) -> bytes:
    jenis = (
        b'<Override PartName="/xl/sharedStrings.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    hubungan = f'<Relationship Id="rId99" Type="{_HUBUNGAN}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'

    def ubah(nama: str, lama: bytes) -> bytes:
        if nama == "[Content_Types].xml":
            return lama.replace(b"</Types>", jenis)
        return lama.replace(b"</Relationships>", hubungan.encode()) if nama == "xl/_rels/workbook.xml.rels" else lama

    with zipfile.ZipFile(io.BytesIO(susun_ulang(isi, ubah))) as arsip:
        return zip_baru({**{nama: arsip.read(nama) for nama in arsip.namelist()}, "xl/sharedStrings.xml": tabel})


def _tanpa_alamat(isi: bytes) -> bytes:
    """Rows and cells without their address, told by their order alone."""

    def baris(cocok: re.Match[str]) -> str:
        nonlocal nomor
        kosong = int(cocok.group(1)) - nomor - 1
        nomor = int(cocok.group(1))
        return "<row/>" * kosong + f"<row{cocok.group(2)}>{_urutkan_sel(cocok.group(3))}</row>"

    def ubah(xml: str) -> str:
        nonlocal nomor
        nomor = 0
        return re.sub(r'<row r="(\d+)"([^>]*?)>(.*?)</row>', baris, xml, flags=re.S)

    nomor = 0
    return _lembar_xml(isi, ubah)


def _urutkan_sel(xml: str) -> str:
    hasil, terakhir = [], 0
    for huruf, sisa in re.findall(r'<c r="([A-Z]+)\d+"(.*?(?:/>|</c>))(?=<c |$)', xml, flags=re.S):
        kolom = column_index_from_string(huruf)
        hasil.append("<c/>" * (kolom - terakhir - 1) + f"<c{sisa}")
        terakhir = kolom
    return "".join(hasil)


def _berspasi(isi: bytes) -> bytes:
    """Texts marked to keep blanks around them, and blanks around them."""
    return _lembar_xml(
        isi, lambda xml: re.sub(r"<t(?: [^>]*)?>([^<]*[a-z][^<]* [^<]*)</t>", r'<t xml:space="preserve">  \1 </t>', xml)
    )


def _urutan_bita(isi: bytes) -> bytes:
    """A byte order mark before every part."""
    return susun_ulang(isi, lambda nama, lama: b"\xef\xbb\xbf" + lama if nama.endswith((".xml", ".rels")) else lama)


def _tersimpan(isi: bytes) -> bytes:
    """Stored, not compressed."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return zip_baru({nama: arsip.read(nama) for nama in arsip.namelist()}, zipfile.ZIP_STORED)


class _Alir(io.RawIOBase):
    """A target that cannot seek, so that a zip gets data descriptors."""

    def __init__(self) -> None:
        self.isi = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, bagian: Any) -> int:
        self.isi += bagian
        return len(bagian)


def _beralir(isi: bytes) -> bytes:
    """Written as a stream: sizes stand behind the members."""
    aliran = _Alir()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            with baru.open(nama, "w") as bagian:
                bagian.write(lama.read(nama))
    return bytes(aliran.isi)


def _huruf_besar(isi: bytes) -> bytes:
    """Part names in other letters than the relationships say; they are the same name by the standard."""
    sasaran = bagian_lembar(isi, REALISASI)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        ganti = {sasaran: "xl/Worksheets/Sheet2.xml"}
        return zip_baru({ganti.get(nama, nama): arsip.read(nama) for nama in arsip.namelist()})


def _sasaran(lama: str, baru: str) -> Rusakkan:
    def ubah(nama: str, bagian: bytes) -> bytes:
        return bagian.replace(lama.encode(), baru.encode()) if nama == "xl/_rels/workbook.xml.rels" else bagian

    return lambda isi: susun_ulang(isi, ubah)


def _tukar_baris(lembar: Worksheet, atas: int, bawah: int) -> None:
    """Exchange two rows whole, as sorting does."""
    for kolom in range(1, lembar.max_column + 1):
        kiri, kanan = lembar.cell(atas, kolom), lembar.cell(bawah, kolom)
        kiri.value, kanan.value = kanan.value, kiri.value
        kiri._style, kanan._style = kanan._style, kiri._style


def _urut_nama(lembar: Worksheet, peta: Denah) -> None:
    """Sorted so that the rows of the kegiatan stand in the opposite order."""
    _tukar_baris(lembar, peta.baris[DESA_SELESAI], peta.baris[PENGADUAN])


def _urut_uang(lembar: Worksheet, peta: Denah) -> None:
    _tukar_baris(lembar, peta.baris[SUB_1], peta.baris[SUB_2])


def _ke_bawah(lembar: Worksheet, peta: Denah) -> None:
    """A row cut and pasted below everything."""
    _tukar_baris(lembar, peta.baris[PEMBINAAN], peta.akhir + 1)


def _tukar_kolom(lembar: Worksheet, peta: Denah) -> None:
    """Two columns of texts exchanged whole, with keys and headers."""
    pisah_kolom(lembar)
    for nomor in range(peta.kepala, peta.akhir + 1):
        kiri, kanan = (lembar[f"{peta.kolom[kunci]}{nomor}"] for kunci in ("alasan", "bukti_dukung"))
        kiri.value, kanan.value = kanan.value, kiri.value
        kiri._style, kanan._style = kanan._style, kiri._style


def _kolom_ke_kanan(lembar: Worksheet, peta: Denah) -> None:
    """The column of the value cut and pasted to the right of everything."""
    kolom = get_column_letter(lembar.max_column + 2)
    for nomor in range(peta.kepala, peta.akhir + 1):
        asal = f"{peta.kolom['realisasi']}{nomor}"
        salin_sel(lembar, asal, f"{kolom}{nomor}")
        lembar[asal].value = None


def _baris_kosong(lembar: Worksheet, peta: Denah) -> None:
    lembar.insert_rows(peta.baris[PEMBINAAN], 3)


def _kolom_kosong(lembar: Worksheet, peta: Denah) -> None:
    lembar.insert_cols(lembar[peta.judul("satuan")].column, 2)


def _hias(lembar: Worksheet, peta: Denah) -> None:
    garis = Side(style="thick", color="FF0000")
    for huruf in peta.kolom.values():
        sel = lembar[f"{huruf}{peta.baris[LAYANAN]}"]
        sel.font, sel.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="336699")
        sel.border, sel.alignment = Border(top=garis, bottom=garis), Alignment(textRotation=30)
    lembar.conditional_formatting.add("A1:Z40", CellIsRule(operator="lessThan", formula=["50"], font=Font(italic=True)))


def _komentar(lembar: Worksheet, peta: Denah) -> None:
    lembar[peta.sel(PEMBINAAN, "realisasi")].comment = Comment("Cek lagi: 12 atau 3?", "Staf (contoh)")


def _bekukan(lembar: Worksheet, peta: Denah) -> None:
    lembar.freeze_panes = peta.sel(LAYANAN, "realisasi")
    lembar.sheet_view.zoomScale = 55
    lembar.sheet_view.showGridLines = True


def _lebarkan(lembar: Worksheet, peta: Denah) -> None:
    pisah_kolom(lembar)
    for huruf in peta.kolom.values():
        lembar.column_dimensions[huruf].width = 250


def _saring(lembar: Worksheet, peta: Denah) -> None:
    lembar.auto_filter.ref = f"A{peta.kepala + 1}:{peta.kolom['bukti_dukung']}{peta.akhir}"


def _cetak(lembar: Worksheet, peta: Denah) -> None:
    lembar.page_setup.orientation = "portrait"
    lembar.page_setup.paperSize = 9
    lembar.print_area = f"A1:F{peta.akhir}"
    lembar.oddHeader.center.text = "Kecamatan (contoh)"


def _buka_kunci(lembar: Worksheet, _peta: Denah) -> None:
    lembar.protection.disable()
    lembar.data_validations.dataValidation.clear()


def _tautan(lembar: Worksheet, peta: Denah) -> None:
    sel = lembar[peta.sel(PEMBINAAN, "bukti_dukung")]
    sel.value = "https://contoh.id/bukti?tw=3&unit=pem"
    sel.hyperlink = "https://contoh.id/bukti?tw=3&unit=pem"


def _apa_adanya(_buku: Workbook) -> None:
    """Opened and saved, nothing else."""


def _sifat(buku: Workbook) -> None:
    buku.properties.creator = "Staf (contoh)"
    buku.properties.title = "Realisasi TW III"
    buku.properties.keywords = "kinerja; triwulan"


def _nama(buku: Workbook) -> None:
    buku.defined_names["SemuaRealisasi"] = DefinedName("SemuaRealisasi", attr_text=f"{REALISASI}!$M$7:$M$20")


def _urut_lembar(buku: Workbook) -> None:
    buku.move_sheet(SIDIK, -3)
    buku.move_sheet(ANGGARAN, -1)
    buku.active = buku[REALISASI]


def _catatan(buku: Workbook) -> None:
    lembar = buku.create_sheet("Catatan", 0)
    lembar["B2"].value = "Rekap desa per 30 September"
    lembar["B3"].value = "=1/0"


def _huruf_lain(buku: Workbook) -> None:
    for lembar, nama in ((buku[REALISASI], "REALISASI"), (buku[ANGGARAN], "anggaran")):
        lembar.title = "sementara"
        lembar.title = nama


def _tanpa_petunjuk(buku: Workbook) -> None:
    buku.remove(buku["Petunjuk"])


def _rumus_jumlah(isi: bytes) -> bytes:
    """The pair's own formula with its value, as Excel stores it."""
    peta = denah(isi)[REALISASI]
    hasil, atas, bawah = (peta.sel(APBDES, kunci) for kunci in ("realisasi", "pembilang", "penyebut"))
    return ganti_sel(isi, REALISASI, hasil, "", f"<f>{atas}/{bawah}*100</f><v>92.3076923076923</v>")


_TAUTAN: Final = {(PEMBINAAN, "bukti_dukung"): "https://contoh.id/bukti?tw=3&unit=pem"}
_HURUF: Final = "Żółć, Ñandú, naïve, Ελλάδα, Привет, العربية, 日本語, e\u0301 (terurai), ½ ³ °C — “ok” 👍"
_TEKS: Final = frozenset({"angka_teks"})

VARIAN: Final = (
    Varian("disimpan ulang oleh openpyxl", sunting(_apa_adanya)),
    Varian("disimpan ulang oleh LibreOffice", _libreoffice, libreoffice=True),
    Varian("ruang nama Strict", _strict),
    Varian("ruang nama berawalan", _berawalan),
    Varian("teks di tabel bersama", _teks_bersama),
    Varian("tanpa alamat baris dan sel", _tanpa_alamat),
    Varian("spasi yang dipertahankan", _berspasi),
    Varian("penanda urutan bita di setiap bagian", _urutan_bita),
    Varian("zip tanpa pemampatan", _tersimpan),
    Varian("zip yang ditulis mengalir", _beralir),
    Varian("nama bagian berhuruf besar", _huruf_besar),
    Varian("sasaran hubungan relatif", _sasaran('Target="/xl/', 'Target="')),
    Varian("sasaran hubungan bertitik", _sasaran('Target="/xl/', 'Target="../xl/./')),
    Varian("baris diurutkan lain", di_lembar(REALISASI, _urut_nama)),
    Varian("sub kegiatan diurutkan lain", di_lembar(ANGGARAN, _urut_uang)),
    Varian("baris dipindah ke bawah", di_lembar(REALISASI, _ke_bawah)),
    Varian("kolom teks dipindah", di_lembar(REALISASI, _tukar_kolom)),
    Varian("kolom realisasi dipindah ke kanan", di_lembar(REALISASI, _kolom_ke_kanan)),
    Varian("baris kosong disisipkan", di_lembar(REALISASI, _baris_kosong)),
    Varian("kolom kosong disisipkan", di_lembar(REALISASI, _kolom_kosong)),
    Varian("hiasan tambahan", di_lembar(REALISASI, _hias)),
    Varian("komentar sel", di_lembar(REALISASI, _komentar)),
    Varian("jendela dibekukan dan diperkecil", di_lembar(REALISASI, _bekukan)),
    Varian("kolom sangat lebar", di_lembar(REALISASI, _lebarkan)),
    Varian("saringan tanpa baris tersembunyi", di_lembar(REALISASI, _saring)),
    Varian("pengaturan cetak", di_lembar(ANGGARAN, _cetak)),
    Varian("pelindung dan aturan isian dibuka", di_lembar(REALISASI, _buka_kunci)),
    Varian("tautan yang diketik di narasi", di_lembar(REALISASI, _tautan), berubah=_TAUTAN),
    Varian("sifat dokumen", sunting(_sifat)),
    Varian("nama wilayah", sunting(_nama)),
    Varian("urutan lembar", sunting(_urut_lembar)),
    Varian("catatan sendiri di lembar pertama", sunting(_catatan), frozenset({"lembar_tambahan"})),
    Varian("tanpa petunjuk", sunting(_tanpa_petunjuk)),
    Varian("nama lembar berhuruf lain", sunting(_huruf_lain)),
    Varian("rumus pasangan dengan nilainya", _rumus_jumlah),
    Varian("format persen di satuan persen", bentuk(DESA_SELESAI, "realisasi", 0.6667, "0.00%")),
    Varian("angka sebagai teks berkoma", ketik(DESA_SELESAI, "realisasi", "66,67"), _TEKS),
    Varian("angka teks berspasi tak putus", ketik(LAYANAN, "realisasi", "\u00a0196\u00a0"), _TEKS),
    Varian("rupiah berspasi tak putus", ketik(SUB_1, "rupiah", "30\u00a0000\u00a0000", ANGGARAN), _TEKS),
    Varian("rupiah bertanda Rp", ketik(SUB_1, "rupiah", "Rp 30.000.000,00", ANGGARAN), _TEKS),
    Varian("peringkat berhuruf kecil", ketik(OPINI, "realisasi", " bb ")),
    Varian(
        "huruf segala aksara di narasi",
        ketik(LAYANAN, "bukti_dukung", _HURUF),
        berubah={(LAYANAN, "bukti_dukung"): _HURUF},
    ),
    Varian(
        "narasi 2.000 karakter",
        ketik(LAYANAN, "bukti_dukung", "a" * 2000),
        berubah={(LAYANAN, "bukti_dukung"): "a" * 2000},
    ),
)
