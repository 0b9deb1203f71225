"""Somebody wants another figure to be read under the approval: whatever he does to the file is named, or said.

An attack that makes a reader see another figure is an alarm. What only covers a figure is said and is no alarm.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font

from analytics.beku.kanonik import sidik, tulis_kanonik
from analytics.beku.snapshot import Snapshot, baca_snapshot, kemas
from analytics.bukti_asli.beda_dokumen import BedaDokumen
from analytics.bukti_asli.periksa_dokumen import TIDAK_DIPERIKSA, HasilDokumen
from analytics.dokumen.cap import NAMA_LEMBAR
from analytics.pembaca.baca import Pembaca
from tests.alat.kantor_beku import dokumen
from tests.alat.periksa import periksa_dokumen
from tests.alat.ubah_buku import bagian, geser, rakit, setel, ubah_bagian, ubah_lembar

IKU, RENJA, SUMBER, SAMPUL = "Evaluasi IKU", "Evaluasi Renja", "Sumber", "Sampul"
Ubah = Callable[[bytes], bytes]
Buku = openpyxl.Workbook


def _berat(hasil: HasilDokumen) -> list[BedaDokumen]:
    return [beda for beda in hasil.beda if beda.berat]


def _openpyxl(ubah: Callable[[Buku], object]) -> Ubah:
    """A change by a program that writes the whole file anew and drops stored results."""

    def jalankan(isi: bytes) -> bytes:
        buku, wadah = openpyxl.load_workbook(io.BytesIO(isi)), io.BytesIO()
        ubah(buku)
        buku.save(wadah)
        return wadah.getvalue()

    return jalankan


@pytest.fixture(autouse=True, scope="module")
def _tanpa_garis_gabungan() -> Iterator[None]:
    """openpyxl draws the borders of merged cells anew in every workbook that it opens: that is a third of its time."""
    with pytest.MonkeyPatch.context() as tempel:
        tempel.setattr(openpyxl.worksheet.merge.MergedCellRange, "format", lambda _gabungan: None)
        yield


def _format_disimpan_ulang(alamat: str, pola: str) -> Ubah:
    return _openpyxl(lambda buku: setattr(buku[IKU][alamat], "number_format", pola))


def _format(alamat: str, pola: str) -> Ubah:
    """A cell with another number format, as Excel writes it: one more format, and one more style that has it."""

    def jalankan(isi: bytes) -> bytes:
        gaya = bagian(isi)["xl/styles.xml"].decode()
        nomor = len(re.findall("<xf ", re.findall("<cellXfs.*?</cellXfs>", gaya, re.DOTALL)[0]))
        isi = ubah_bagian(isi, "xl/styles.xml", lambda xml: _gaya_baru(xml, pola))
        sel = re.compile(rf'(<c r="{alamat}" s=")\d+"')
        return ubah_lembar(isi, IKU, lambda xml: sel.sub(rf'\g<1>{nomor}"', xml, count=1))

    return jalankan


def _gaya_baru(xml: str, pola: str) -> str:
    bentuk = f'<numFmt numFmtId="199" formatCode="{escape(pola, {chr(34): "&quot;"})}"/></numFmts>'
    gaya = '<xf numFmtId="199" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    return xml.replace("</numFmts>", bentuk).replace("</cellXfs>", gaya)


def _rumus(alamat: str, lama: str, baru: str) -> Ubah:
    """The element of a formula replaced; its stored result stays."""
    pola = re.compile(rf'(<c r="{alamat}"[^>]*>){lama}')
    return lambda isi: ubah_lembar(isi, IKU, lambda xml: pola.sub(rf"\g<1>{baru}", xml, count=1))


def _di_depan(buku: Buku, nama: str) -> None:
    lembar = buku.create_sheet(nama, 0)
    lembar["B2"], lembar["C2"] = "Capaian IKU", 97.5
    buku.active = 0


def _snapshot_tampak(buku: Buku) -> None:
    """Other figures beside the packed snapshot, on the one sheet that is not compared."""
    lembar = buku[NAMA_LEMBAR]
    buku.move_sheet(lembar, -6)
    lembar.sheet_state = "visible"
    lembar.column_dimensions["A"].width = 0.2
    lembar["C2"], lembar["D2"] = "Capaian IKU", 97.5


def _tukar_snapshot(isi: bytes, lain: Snapshot) -> bytes:
    """The document carrying another snapshot than the one it was made from."""
    teks = base64.b64encode(kemas(lain.mentah)).decode()
    potongan = [teks[awal : awal + 30_000] for awal in range(0, len(teks), 30_000)]
    for nomor, nilai in enumerate((lain.nomor, lain.sidik, *potongan), 2):
        isi = setel(isi, NAMA_LEMBAR, f"A{nomor}", nilai)
    return isi


ALARM: dict[str, tuple[Ubah, str]] = {
    "rumus lain dengan hasil tersimpan yang lama": (lambda isi: setel(isi, IKU, "G10", 63.89, "100"), f"{IKU}!G10"),
    "angka menjadi rumus dengan hasil tersimpan yang lama": (
        lambda isi: setel(isi, IKU, "F9", 450.03, "RANDBETWEEN(400,500)"),
        f"{IKU}!F9",
    ),
    "rumus bersama dari sel lain": (_rumus("G10", "<f>.*?</f>", '<f t="shared" si="0"/>'), f"{IKU}!G10"),
    "tabel data": (
        _rumus("G10", "<f>.*?</f>", '<f t="dataTable" ref="G10" dt2D="0" dtr="0" r1="F9"/>'),
        f"{IKU}!G10",
    ),
    "baris kosong disisipkan lalu rumus diganti": (
        lambda isi: _openpyxl(lambda buku: buku[IKU].__setitem__("G11", "=100"))(_baris_kosong(isi)),
        f"{IKU}!",
    ),
    "baris kosong disisipkan": (lambda isi: _baris_kosong(isi), f"{IKU}!"),  # noqa: PLW0108 - defined below
    "angka menjadi logika": (
        lambda isi: ubah_lembar(
            isi,
            IKU,
            lambda xml: re.sub(r'<c r="A9"([^>]*)><v>1</v>', r'<c r="A9"\1 t="b"><v>1</v>', xml),
        ),
        f"{IKU}!A9",
    ),
    "lembar lain di depan": (_openpyxl(lambda buku: _di_depan(buku, "Ringkasan Akhir")), "Ringkasan Akhir"),
    "lembar yang namanya hampir sama": (_openpyxl(lambda buku: _di_depan(buku, "Evaluasi  IKU")), "Evaluasi  IKU"),
    "angka lain di lembar Snapshot": (_openpyxl(_snapshot_tampak), f"{NAMA_LEMBAR}!"),
    "format harfiah": (_format("F9", '"460,03"'), f"{IKU}!F9"),
    "format harfiah bersyarat": (_format("F9", '[<500]"460,03";0.00'), f"{IKU}!F9"),
    "format menambah angka di depan": (_format("F9", '"9"0.00'), f"{IKU}!F9"),
    "format menambah angka lewat mata uang": (_format("F9", "[$9-421]0.00"), f"{IKU}!F9"),
    "format menggeser koma": (_format("F9", '0"."00'), f"{IKU}!F9"),
    "format ribuan": (_format("F9", "0.00,"), f"{IKU}!F9"),
    "format persen": (_format("F9", "0%"), f"{IKU}!F9"),
    "format persen di bagian kedua": (_format("F9", "[>1000]0.00;0.00%"), f"{IKU}!F9"),
    "format tanggal": (_format("F9", "d"), f"{IKU}!F9"),
    "format tanggal lengkap": (_format("F9", "dd/mm/yyyy"), f"{IKU}!F9"),
    "format pecahan": (_format("F9", "# ?/?"), f"{IKU}!F9"),
    "format kosong": (_format("F9", ";;;"), f"{IKU}!F9"),
    "format membuang minus": (_format("F9", "0.00;0.00"), f"{IKU}!F9"),
    "format membuat minus": (_format("F9", '"-"0.00'), f"{IKU}!F9"),
    "format pengisi": (_format("F9", "*90.00"), f"{IKU}!F9"),
    "format harfiah, disimpan ulang": (_format_disimpan_ulang("F9", '"460,03"'), f"{IKU}!F9"),
    "format teks harfiah": (_format("H10", '0;0;0;"Sangat Tinggi"'), f"{IKU}!H10"),
    "format teks ditambah": (_format("H10", '0;0;0;"Sangat "@'), f"{IKU}!H10"),
    "format teks ditambah, disimpan ulang": (_format_disimpan_ulang("H10", '0;0;0;"Sangat "@'), f"{IKU}!H10"),
    "format lewat pemformatan bersyarat": (
        _openpyxl(lambda buku: _bersyarat(buku, '"460,03"')),
        "Berkas",
    ),
    "tanggal dihitung dari 1904": (
        lambda isi: ubah_bagian(
            isi, "xl/workbook.xml", lambda xml: xml.replace("<workbookPr ", '<workbookPr date1904="1" ')
        ),
        "Berkas",
    ),
    "angka dibulatkan menurut tampilannya": (
        lambda isi: ubah_bagian(
            isi, "xl/workbook.xml", lambda xml: re.sub("<calcPr ", '<calcPr fullPrecision="0" ', xml)
        ),
        "Berkas",
    ),
    "nomor lain di kaki halaman": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: xml.replace("S-2026-TW3-R1 ·", "S-2026-TW3-R2 ·")),
        IKU,
    ),
    "sidik lain di kaki halaman": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: re.sub("sidik [0-9a-f]{16}", f"sidik {'0' * 16}", xml)),
        IKU,
    ),
    "nomor lain di sifat berkas": (
        lambda isi: ubah_bagian(isi, "docProps/custom.xml", lambda xml: xml.replace("S-2026-TW3-R1", "S-2026-TW3-R2")),
        "Berkas",
    ),
    "nomor lain di lembar Snapshot": (lambda isi: setel(isi, NAMA_LEMBAR, "A2", "S-2026-TW3-R2"), NAMA_LEMBAR),
    "tabel pivot yang menimpa sel": (
        lambda isi: _hubungan(isi, "pivotTable", "../pivotTables/pivotTable1.xml", "<pivotTableDefinition/>"),
        "Berkas",
    ),
}


def _baris_kosong(isi: bytes) -> bytes:
    """A blank row put in above row 10, so that every row keeps its content."""

    def kosong(xml: str) -> str:
        return re.sub(r'<row r="10"[^>]*>.*?</row>', '<row r="10"/>', xml, count=1, flags=re.DOTALL)

    return ubah_lembar(geser(isi, IKU, 10, 1), IKU, kosong)


def _bersyarat(buku: Buku, pola: str) -> None:
    buku[IKU].conditional_formatting.add("F9:F18", CellIsRule("greaterThan", ["0"], font=Font(color="FF000000")))
    gaya = buku[IKU].conditional_formatting
    (aturan,) = [rules for daftar in gaya for rules in daftar.rules if rules.operator == "greaterThan"]
    aturan.dxf.numFmt = openpyxl.styles.numbers.NumberFormat(numFmtId=199, formatCode=pola)


def _hubungan(isi: bytes, jenis: str, sasaran: str, badan: str, bagian_lain: str = "") -> bytes:
    """One more part that belongs to the sheet of the IKU."""
    semua = bagian(isi)
    induk = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    butir = f'<Relationship Id="rIdX" Type="{induk}/{jenis}" Target="{sasaran}"/>'
    ruang = "http://schemas.openxmlformats.org/package/2006/relationships"
    hubungan = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{ruang}">{butir}</Relationships>'
    jalur = sasaran.replace("..", "xl")
    return rakit(
        {**semua, "xl/worksheets/_rels/sheet3.xml.rels": hubungan.encode(), jalur: (bagian_lain or badan).encode()}
    )


@pytest.mark.parametrize("nama", ALARM)
def test_what_makes_people_read_another_figure_is_an_alarm_and_named(
    nama: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    rusakkan, letak = ALARM[nama]
    hasil = periksa_dokumen(rusakkan(asli), snapshot, pembaca)
    assert not hasil.asli
    assert any(beda.letak.startswith(letak) for beda in _berat(hasil)), [beda.kalimat for beda in hasil.beda]


def _urut(buku: Buku) -> None:
    buku.move_sheet(IKU, -2)


def _gabung(buku: Buku) -> None:
    buku[IKU].merged_cells.ranges.add(openpyxl.worksheet.cell_range.CellRange("F9:G9"))


DISEBUT: dict[str, tuple[Ubah, str]] = {
    "urutan lembar": (_openpyxl(_urut), "Urutan lembar"),
    "sel gabungan yang menutupi angka": (
        lambda isi: ubah_lembar(
            isi,
            IKU,
            lambda xml: xml.replace('<mergeCell ref="A1:C1"/>', '<mergeCell ref="A1:C1"/><mergeCell ref="E9:G9"/>'),
        ),
        "Sel gabungan E9:G9 menutupi isi",
    ),
    "baris setinggi garis": (
        lambda isi: ubah_lembar(
            isi, IKU, lambda xml: re.sub(r'<row r="10"([^>]*?) ht="[^"]*"', r'<row r="10"\1 ht="0.5"', xml)
        ),
        "Baris 10 disembunyikan",
    ),
    "kolom selebar garis": (
        lambda isi: ubah_lembar(
            isi,
            IKU,
            lambda xml: re.sub(
                r'<cols><col min="1" max="1" width="[^"]*"', '<cols><col min="1" max="1" width="0.2"', xml
            ),
        ),
        "Kolom A disembunyikan",
    ),
    "nol tidak ditampilkan": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: re.sub("<sheetView ", '<sheetView showZeros="0" ', xml, count=1)),
        "Angka nol pada lembar",
    ),
    "rumus ditampilkan": (
        lambda isi: ubah_lembar(
            isi, IKU, lambda xml: re.sub("<sheetView ", '<sheetView showFormulas="1" ', xml, count=1)
        ),
        "Lembar Evaluasi IKU menampilkan rumus",
    ),
    "komentar": (
        _openpyxl(lambda buku: setattr(buku[IKU]["F9"], "comment", Comment("Yang benar 460,03", "Camat"))),
        "Ada komentar",
    ),
    "gambar tanpa awalan nama": (
        lambda isi: _hubungan(isi, "drawing", "../lukisan/d1.xml", '<wsDr xmlns="x"><sp/></wsDr>'),
        "Ada gambar, bentuk, atau kotak teks",
    ),
    "gambar latar": (lambda isi: _hubungan(isi, "image", "../media/latar.png", "x"), "Ada gambar"),
    "bagian yang tidak dikenal": (
        lambda isi: _hubungan(isi, "slicer", "../slicers/s1.xml", "<slicers/>"),
        "Ada bagian lain di dalam berkas (slicer)",
    ),
    "kaki halaman dihapus": (
        lambda isi: ubah_lembar(isi, IKU, lambda xml: re.sub("<headerFooter>.*</headerFooter>", "", xml)),
        "Kepala dan kaki halaman lembar Evaluasi IKU tidak menyebut snapshot",
    ),
    "angka lain di kepala halaman": (
        lambda isi: ubah_lembar(
            isi, IKU, lambda xml: xml.replace("<oddFooter>", "<oddHeader>&amp;CCapaian IKU 97,5</oddHeader><oddFooter>")
        ),
        "Kepala atau kaki halaman lembar Evaluasi IKU memuat tulisan lain",
    ),
    "lembar Snapshot ditampilkan": (
        _openpyxl(lambda buku: setattr(buku[NAMA_LEMBAR], "sheet_state", "visible")),
        "Lembar Snapshot ditampilkan",
    ),
    "lembar kosong ditambahkan": (_openpyxl(lambda buku: buku.create_sheet("Sheet1")), "Lembar Sheet1"),
}


@pytest.mark.parametrize("nama", DISEBUT)
def test_what_covers_or_surrounds_figures_is_said_in_the_verdict(
    nama: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    ubah, kalimat = DISEBUT[nama]
    hasil = periksa_dokumen(ubah(asli), snapshot, pembaca)
    assert hasil.asli, [beda.kalimat for beda in _berat(hasil)]
    assert any(beda.pesan.startswith(kalimat) for beda in hasil.beda), [beda.pesan for beda in hasil.beda]
    assert "perlu diketahui" in hasil.putusan


def _lebar(buku: Buku) -> None:
    for lembar in buku.worksheets:
        lembar.column_dimensions["C"].width = 60
        lembar.row_dimensions[9].height = 44


def _cetak(buku: Buku) -> None:
    for lembar in buku.worksheets:
        lembar.page_setup.orientation = "portrait"
        lembar.page_setup.paperSize = 9
        lembar.print_area = "A1:H20"
        lembar.sheet_view.zoomScale = 80


def _pilih_lain(buku: Buku) -> None:
    buku.active = 3
    buku[RENJA].sheet_view.selection[0].activeCell = "C12"


def _nama(buku: Buku) -> None:
    buku.defined_names["Kantor"] = openpyxl.workbook.defined_name.DefinedName("Kantor", attr_text="'Sampul'!$A$1")


def _warna(buku: Buku) -> None:
    buku[IKU]["F9"].font = Font(bold=True, color="FF0000FF")
    buku[IKU]["F9"].number_format = "#,##0.00"
    buku[IKU]["F10"].number_format = "#,##0.00_);[Red](#,##0.00)"
    buku[IKU]["F11"].number_format = '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-'
    buku[IKU]["E9"].number_format = "General"


BIASA: dict[str, Ubah] = {
    "disimpan openpyxl": _openpyxl(lambda _: None),
    "lebar kolom dan tinggi baris": _openpyxl(_lebar),
    "pengaturan cetak dan pembesaran": _openpyxl(_cetak),
    "lembar lain yang terbuka": _openpyxl(_pilih_lain),
    "nama untuk sebuah sel": _openpyxl(_nama),
    "huruf, warna, dan format bilangan biasa": _openpyxl(_warna),
    "spasi dari LibreOffice di format": lambda isi: ubah_bagian(
        isi, "xl/styles.xml", lambda xml: xml.replace("#,##0.00_)", "#,##0.00\\ ")
    ),
    "penyaring dilepas": lambda isi: ubah_lembar(isi, SUMBER, lambda xml: re.sub("<autoFilter[^>]*/>", "", xml)),
    "kaki halaman ditulis ulang dengan huruf lain": lambda isi: ubah_lembar(
        isi, IKU, lambda xml: xml.replace("&amp;L&amp;8", "&amp;L&amp;&quot;Arial,Bold&quot;&amp;10")
    ),
}


@pytest.mark.parametrize("nama", BIASA)
def test_what_people_do_to_a_file_to_read_or_print_it_is_nothing_to_speak_of(
    nama: str, asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    hasil = periksa_dokumen(BIASA[nama](asli), snapshot, pembaca)
    assert [beda.kalimat for beda in hasil.beda] == []
    assert hasil.asli


def test_formulas_that_were_filled_down_are_those_that_were_approved(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    """Programs write a formula once for several cells; `si` names it and every cell has it shifted."""
    kolom = {alamat: sel[1] for alamat, sel in snapshot.isi["dokumen"]["Evaluasi IKU"].items() if sel[1]}
    awal = next(
        alamat
        for alamat, rumus in kolom.items()
        if kolom.get(_bawah(alamat)) == re.sub(r"(?<=[A-Z])\d+", lambda cocok: str(int(cocok[0]) + 1), rumus)
    )
    bersama = _rumus(awal, "<f>(.*?)</f>", rf'<f t="shared" ref="{awal}:{_bawah(awal)}" si="0">\2</f>')(asli)
    bersama = _rumus(_bawah(awal), "<f>.*?</f>", '<f t="shared" si="0"/>')(bersama)
    assert periksa_dokumen(bersama, snapshot, pembaca).beda == ()


def _bawah(alamat: str) -> str:
    huruf = alamat.rstrip("0123456789")
    return f"{huruf}{int(alamat[len(huruf) :]) + 1}"


def test_a_document_that_carries_another_approved_snapshot_is_named(
    asli: bytes, snapshot: Snapshot, pembaca: Pembaca
) -> None:
    lain = baca_snapshot(tulis_kanonik({**snapshot.isi, "revisi": 2, "nomor": "S-2026-TW3-R2"}))
    hasil = periksa_dokumen(_tukar_snapshot(asli, lain), snapshot, pembaca)
    assert any("membawa snapshot lain" in beda.pesan for beda in _berat(hasil))


def test_a_snapshot_that_was_edited_with_its_document_is_not_the_one_of_the_register(
    snapshot: Snapshot, pembaca: Pembaca
) -> None:
    isi = baca_snapshot(snapshot.mentah).isi
    lembar = {**isi["dokumen"][IKU], "F9": [460.03, None]}
    palsu = baca_snapshot(tulis_kanonik({**isi, "dokumen": {**isi["dokumen"], IKU: lembar}}))
    assert sidik(palsu.mentah) != snapshot.sidik
    assert kemas(palsu.mentah) != kemas(snapshot.mentah)
    hasil = periksa_dokumen(dokumen(palsu), snapshot, pembaca)
    assert {beda.jenis for beda in _berat(hasil)} >= {"cap"}


def test_the_result_says_plainly_what_is_not_looked_at() -> None:
    for kata in ("warna", "desimal", "cetakan kertas", "revisi yang lebih baru"):
        assert kata in TIDAK_DIPERIKSA
