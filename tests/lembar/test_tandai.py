from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from analytics.lembar.bekas import LEMBAR_TEMUAN_LAIN, SEL_PENANDA, lembar_temuan, warna_kita
from analytics.lembar.penanda.amplop import Permintaan, buka, bungkus, susun_permintaan
from analytics.lembar.penanda.buku import TidakTertandai, tandai_isi
from analytics.lembar.penanda.syarat import syarat
from analytics.lembar.tandai import Salinan, TanpaSalinan, buat_penanda, tandai
from analytics.naskah.kepala import PENULIS
from analytics.pembaca.anak import urai
from analytics.pembaca.baca import BukuTerbaca, baca_buku
from analytics.pembaca.penjaga import jaga
from analytics.pembaca.proses import ProsesAnak
from analytics.temuan.butir import Temuan, buat
from tests.alat.buku import buku_kecil, susun_ulang, tambah_bagian, ubah_bagian
from tests.alat.kembali import (
    ALASAN_1,
    ALASAN_2,
    ANGGARAN,
    DESA,
    DOKUMEN,
    ISIAN,
    OPINI_SEL,
    PEMBILANG,
    RUPIAH_1,
    RUPIAH_2,
    di,
    kepala,
    lembar_unit,
    semua,
)
from tests.lembar.alat_isian import Susun

TEMUAN = "TEMUAN"


def _tandai(isi: bytes, *temuan: Temuan) -> bytes:
    return tandai_isi(isi, Permintaan(kepala(), temuan))[0]


def _hilang(isi: bytes) -> tuple[str, ...]:
    return tandai_isi(isi, Permintaan(kepala(), ()))[1]


def _buka(isi: bytes, *, hasil: bool = False) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a sheet that we put an extension back into
        return openpyxl.load_workbook(io.BytesIO(isi), data_only=hasil)


def _simpan(buku: openpyxl.Workbook) -> bytes:
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _tabel(isi: bytes, *, hasil: bool = True) -> list[tuple[object, ...]]:
    """The rows of the table of sheet TEMUAN, from its header on."""
    baris = list(_buka(isi, hasil=hasil)[TEMUAN].iter_rows(values_only=True))
    awal = next(nomor for nomor, larik in enumerate(baris) if larik[0] == "No")
    return [larik for larik in baris[awal:] if any(larik)]


def _seluruh_teks(isi: bytes) -> str:
    return "\n".join(str(sel) for baris in _buka(isi)[TEMUAN].iter_rows(values_only=True) for sel in baris if sel)


def _warna(lembar: Worksheet) -> dict[str, tuple[str, int]]:
    """Our rules of a sheet: formula and priority by cell."""
    return {
        str(kelompok.sqref): (aturan.formula[0], aturan.priority)
        for kelompok in lembar.conditional_formatting
        for aturan in kelompok.rules
        if warna_kita(aturan.formula[0])
    }


def _catatan(lembar: Worksheet) -> dict[str, str]:
    return {sel.coordinate: sel.comment.text for baris in lembar.iter_rows() for sel in baris if sel.comment}


@pytest.fixture
def salah(susun: Susun) -> bytes:
    """A filled format with mistakes."""
    return susun(ISIAN, ANGGARAN)


@pytest.fixture(scope="module")
def penanda() -> Iterator[ProsesAnak]:
    with buat_penanda() as penanda:
        yield penanda


def test_the_copy_says_in_every_original_cell_what_the_sender_wrote(susun: Susun, salah: bytes) -> None:
    """The empty format still has the stored results of its formulas, the filled one has lost them."""
    for asal in (susun(), salah):
        assert lembar_unit(_tandai(asal, *semua())) == lembar_unit(asal)
    assert lembar_unit(susun())["Realisasi"].teks("G2") == "Terisi 0 dari 4 indikator wajib"


def test_stored_results_rich_text_and_odd_spellings_come_back_unchanged() -> None:
    asal = buku_kecil(
        {"A": {"A1": 12.5, "A2": ("=A1*2", 25), "A3": ('=A1&"x"', "12.5x"), "A4": "_x000D_ <&>\n baru ", "A5": True}}
    )
    sel = (
        b'<row r="7"><c r="A7"><v>12.0</v></c><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        b'<c r="C7" t="d"><v>2026-08-17T00:00:00</v></c><c r="D7" t="b"><f>TRUE()</f><v>1</v></c>'
        b'<c r="E7"><f t="shared" ref="E7:E8" si="0">A1+1</f><v>13.5</v></c><c r="F7"><f>NOW()</f></c>'
        b'<c r="G7" t="inlineStr"><is><r><t>te</t></r><r><rPr><b/></rPr><t xml:space="preserve">bal </t></r></is></c>'
        b'<c r="H7"><v>0.1000000000000000055</v></c></row>'
        b'<row r="8"><c r="A8"><v>7</v></c><c r="B8"><v>8</v></c><c r="E8"><f t="shared" si="0"/><v>14</v></c></row>'
    )
    ekor = b'</sheetData><mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells>'
    asal = ubah_bagian(asal, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", sel + ekor))
    salinan = _tandai(asal, di("B7", "galat_excel", "A", templat={"isian": "angka"}))
    assert lembar_unit(salinan) == lembar_unit(asal)
    assert len(lembar_unit(asal)["A"].sel) == 16
    xml = zipfile.ZipFile(io.BytesIO(salinan)).read("xl/worksheets/sheet2.xml").decode()
    assert '<r><rPr><b></b></rPr><t xml:space="preserve">bal </t></r>' in xml
    assert '<f t="shared" si="0"></f><v>14</v>' in xml


def test_locks_validations_hidden_keys_and_the_fingerprint_survive(salah: bytes) -> None:
    lama, baru = _buka(salah), _buka(_tandai(salah, *semua()))
    assert baru.sheetnames == [TEMUAN, *lama.sheetnames]
    assert baru["_capaian"].sheet_state == "veryHidden"
    assert baru["Realisasi"].row_dimensions[4].hidden
    for nama in lama.sheetnames:
        kiri, kanan = lama[nama], baru[nama]
        assert dict(kiri.protection) == dict(kanan.protection)
        aturan = [
            [(str(dv.sqref), dict(dv)) for dv in lembar.data_validations.dataValidation] for lembar in (kiri, kanan)
        ]
        assert aturan[0] == aturan[1]
        assert kiri.freeze_panes == kanan.freeze_panes
        gaya = [[_gaya(sel) for baris in lembar.iter_rows() for sel in baris] for lembar in (kiri, kanan)]
        assert gaya[0] == gaya[1]
    assert len(lama["Realisasi"].data_validations.dataValidation) > 5


def _gaya(sel: object) -> tuple[str, ...]:
    return tuple(
        repr(getattr(sel, nama)) for nama in ("number_format", "font", "fill", "border", "protection", "alignment")
    )


def test_every_finding_colours_its_cell_and_says_what_to_type(salah: bytes) -> None:
    buku = _buka(_tandai(salah, *semua()))
    assert _warna(buku["Realisasi"]) == {
        PEMBILANG: (f'AND(N("capaian")=0,AND(ISTEXT({PEMBILANG}),EXACT({PEMBILANG},"12 desa")))', 1),
        OPINI_SEL: (f'AND(N("capaian")=0,AND(ISTEXT({OPINI_SEL}),EXACT({OPINI_SEL},"B+")))', 2),
        DESA: (f'AND(N("capaian")=0,AND(ISTEXT({DESA}),EXACT({DESA},"1.200")))', 3),
        DOKUMEN: (f'AND(N("capaian")=0,AND(ISTEXT({DOKUMEN}),EXACT({DOKUMEN},"8 - 10")))', 4),
    }
    assert _warna(buku["Anggaran"]) == {
        RUPIAH_1: (f'AND(N("capaian")=0,AND(ISNUMBER({RUPIAH_1}),{RUPIAH_1}=999999999),LEN({ALASAN_1})=0)', 1),
        RUPIAH_2: (f'AND(N("capaian")=0,LEN({RUPIAH_2})=0,LEN({ALASAN_2})=0)', 2),
    }
    assert buku["Realisasi"][DESA].comment.author == PENULIS
    assert _catatan(buku["Realisasi"])[DESA].splitlines() == [
        "──── Catatan Capaian ────",
        "✖ GALAT: “1.200” punya dua bacaan.",
        "Ketik / lakukan: Ketik 1200 atau 1,2.",
        "⚠ PERINGATAN: 1.200 jauh di atas kebiasaan.",
        "Ketik / lakukan: Periksa angkanya, atau tulis alasannya di kolom Keterangan.",
        "────────────",
    ]


def test_the_first_sheet_lists_the_findings_with_links_and_reasons(salah: bytes) -> None:
    salinan = _tandai(salah, *semua())
    buku = _buka(salinan)
    assert buku.active.title == TEMUAN
    assert [lembar.title for lembar in buku.worksheets if lembar.sheet_view.tabSelected] == [TEMUAN]
    teks = _seluruh_teks(salinan)
    for bagian in (
        "Kecamatan Purbalingga (contoh) · Seksi Pemerintahan · Triwulan III 2026",
        "unggahan ke-2, diperiksa 17 Agustus 2026 pukul 10.15",
        "CONTOH, BUKAN DATA RESMI",
        "Berkas belum dapat diterima karena masih ada galat.",
        "Jumlah: 5 galat, 4 peringatan. 7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",
        "✖ galat: harus dibetulkan",
        "Semua isi terbawa.",
    ):
        assert bagian in teks
    judul, berkas, kata, *_ = _tabel(salinan)
    assert judul[-2:] == ("Mengapa", "Keadaan")
    assert berkas[:3] == (1, "✖ galat", "seluruh berkas")
    assert (berkas[-1], kata[-1]) == ("periksa", "belum diubah")
    assert kata[3] == "IKU-03 Persentase desa dengan APBDes tepat waktu"
    tautan = {sel.value: sel.hyperlink for sel in buku[TEMUAN]["C"] if sel.hyperlink}
    assert tautan["Realisasi!M12"].location == "'Realisasi'!M12"
    assert tautan["Anggaran"].location == "'Anggaran'!A1"
    assert [pranala.target for pranala in tautan.values() if pranala.target] == []
    assert "seluruh berkas" not in tautan


def test_the_list_can_be_printed_on_folio_and_every_row_shows_its_text(salah: bytes) -> None:
    panjang = di(DESA, pesan="kata " * 110, pembanding=("Triwulan I 2026: 25",) * 6, diketik="x" * 400)
    lembar = _buka(_tandai(salah, panjang))[TEMUAN]
    baris = next(sel.row for sel in lembar["A"] if sel.value == 1)
    assert (lembar.page_setup.orientation, lembar.page_setup.paperSize) == ("landscape", 14)
    assert lembar.print_title_rows == f"${baris - 1}:${baris - 1}"
    assert lembar.freeze_panes == f"D{baris}"
    assert lembar.row_dimensions[baris].height > 17 * 12.5
    assert lembar.protection.sheet
    assert not lembar.protection.formatColumns
    assert lembar.protection.password is None
    assert lembar.row_dimensions[1].hidden


def test_a_corrected_copy_loses_the_marks_of_what_was_corrected(salah: bytes) -> None:
    buku = _buka(_tandai(salah, *semua()))
    buku["Realisasi"][DESA] = 66.67
    kembali = _tandai(_simpan(buku), di(OPINI_SEL, "peringkat_asing", pengganti=("BB",)))
    buku = _buka(kembali)
    assert buku.sheetnames.count(TEMUAN) == 1
    assert list(_warna(buku["Realisasi"])) == [OPINI_SEL] == list(_catatan(buku["Realisasi"]))
    assert _warna(buku["Anggaran"]) == {} == _catatan(buku["Anggaran"])


def test_marking_a_marked_copy_again_gives_the_same_bytes(salah: bytes) -> None:
    sekali = _tandai(salah, *semua())
    assert _tandai(salah, *semua()) == sekali
    assert _tandai(sekali, *semua()) == sekali


def test_a_note_of_the_sender_keeps_its_words_before_and_after_ours(salah: bytes) -> None:
    buku = _buka(salah)
    buku["Realisasi"][DESA].comment = Comment("Sumber: buku register", "Budi")
    buku["Realisasi"]["C9"].comment = Comment("catatan lain", "Budi")
    bertanda = _buka(_tandai(_simpan(buku), di(DESA)))
    catatan = bertanda["Realisasi"][DESA].comment
    assert catatan.text.startswith("Sumber: buku register\n──── Catatan Capaian ────\n")
    assert catatan.author == "Budi"
    bertanda["Realisasi"][DESA].comment = Comment(f"{catatan.text}\nSudah saya cek.", "Budi")
    kembali = _buka(_tandai(_simpan(bertanda)))
    assert _catatan(kembali["Realisasi"]) == {
        "C9": "catatan lain",
        DESA: "Sumber: buku register\nSudah saya cek.",
    }


def test_rules_of_the_sender_stay_and_stand_behind_ours(salah: bytes) -> None:
    buku = _buka(salah)
    merah = PatternFill(bgColor="FFFF0000", fill_type="solid")
    buku["Realisasi"].conditional_formatting.add("M6:M20", FormulaRule(["M6=1"], fill=merah))
    asal = _simpan(buku)
    for salinan, banyak in ((_tandai(asal, *semua()), 4), (_tandai(_tandai(asal, *semua())), 0)):
        aturan = [
            aturan for kelompok in _buka(salinan)["Realisasi"].conditional_formatting for aturan in kelompok.rules
        ]
        assert sorted(warna.priority for warna in aturan)[:banyak] == list(range(1, banyak + 1))
        [milik_pengirim] = [warna for warna in aturan if not warna_kita(warna.formula[0])]
        assert milik_pengirim.formula == ["M6=1"]
        assert milik_pengirim.priority > banyak
        assert milik_pengirim.dxf.fill.bgColor.rgb == "FFFF0000"


def test_a_sheet_of_the_sender_that_is_named_like_ours_is_not_touched() -> None:
    asal = buku_kecil({"Temuan": {"A1": "temuan lapangan"}, "Ruang 'A' B": {"B2": "x"}})
    salinan = _tandai(_tandai(asal, di("B2", lembar="Ruang 'A' B")), di("B2", lembar="Ruang 'A' B"))
    buku = _buka(salinan)
    assert buku.sheetnames == [LEMBAR_TEMUAN_LAIN, "Temuan", "Ruang 'A' B"]
    assert buku["Temuan"]["A1"].value == "temuan lapangan"
    [tautan] = [sel.hyperlink.location for sel in buku[LEMBAR_TEMUAN_LAIN]["C"] if sel.hyperlink]
    assert tautan == "'Ruang ''A'' B'!B2"


def test_the_reader_knows_our_sheet_again(salah: bytes) -> None:
    buku = baca_buku(_tandai(salah, *semua()))
    assert isinstance(buku, BukuTerbaca)
    assert [nama for nama, lembar in buku.lembar.items() if lembar_temuan(nama, lembar.teks(SEL_PENANDA))] == [TEMUAN]
    assert not lembar_temuan("Catatan saya", buku.lembar[TEMUAN].teks(SEL_PENANDA))


@pytest.mark.parametrize(
    "jahat", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\x00\u202e=1", "a\x0bb", "\ud800"]
)
def test_text_from_people_is_never_a_formula(salah: bytes, jahat: str) -> None:
    temuan = di(DESA, pesan=jahat, diketik=jahat, dipahami=jahat, pembanding=(jahat,), kode_indikator=jahat)
    salinan = tandai_isi(salah, Permintaan(kepala(nama_unit=jahat, nama_berkas=jahat, putusan=jahat), (temuan,)))[0]
    lembar = _buka(salinan)[TEMUAN]
    rumus = [sel.coordinate for baris in lembar.iter_rows() for sel in baris if sel.data_type == "f"]
    assert [alamat[0] for alamat in rumus] == ["K"]
    terbaca = baca_buku(salinan)
    assert isinstance(terbaca, BukuTerbaca)
    mirip = [sel for baris in lembar.iter_rows() for sel in baris if str(sel.value).startswith(("=", "+", "-", "@"))]
    assert all(sel.quotePrefix for sel in mirip if sel.coordinate not in rumus)


def test_text_of_any_length_fits_its_cell_and_its_note(salah: bytes) -> None:
    salinan = _tandai(salah, di(DESA, pesan="a" * 50_000, diketik="b" * 50_000, dipahami="c" * 50_000))
    lembar = _buka(salinan)
    assert max(len(str(nilai)) for baris in lembar[TEMUAN].iter_rows(values_only=True) for nilai in baris) <= 600
    assert len(_catatan(lembar["Realisasi"])[DESA]) < 2_000
    assert lembar["Realisasi"][DESA].comment.height <= 900


def test_a_finding_that_stands_nowhere_is_listed_without_a_mark(salah: bytes) -> None:
    temuan = [di(sel) for sel in ("ZZZ999999", "a1", "M12:M14", "", "M0")] + [di("A1", lembar="Tidak Ada")]
    salinan = _tandai(salah, *temuan)
    assert [baris[0] for baris in _tabel(salinan)[1:7]] == [1, 2, 3, 4, 5, 6]
    assert _warna(_buka(salinan)["Realisasi"]) == {}


def test_a_merged_area_is_marked_at_its_first_cell() -> None:
    buku = _buka(buku_kecil({"A": {"B2": "isi"}}))
    buku["A"].merge_cells("B2:D4")
    salinan = _buka(_tandai(_simpan(buku), di("C3", "sel_gabungan", "A")))
    assert list(_warna(salinan["A"])) == ["B2"] == list(_catatan(salinan["A"]))


@pytest.mark.parametrize(
    ("isi", "rumus"),
    [
        ("a" * 255, f'AND(ISTEXT(A1),EXACT(A1,"{"a" * 255}"))'),
        ("a" * 256, None),
        ('kata "kutip"', 'AND(ISTEXT(A1),EXACT(A1,"kata ""kutip"""))'),
        ("dua\u200bbagian", None),
        (12.5, "AND(ISNUMBER(A1),A1=12.5)"),
        (-7, "AND(ISNUMBER(A1),A1=-7.0)"),
        (True, "AND(ISLOGICAL(A1),A1=TRUE)"),
        (("=1+1", 2), "AND(IFERROR(_xlfn.ISFORMULA(A1),TRUE),AND(ISNUMBER(A1),A1=2))"),
        (None, "LEN(A1)=0"),
    ],
)
def test_what_was_complained_about_becomes_a_condition_of_the_cell(isi: object, rumus: str | None) -> None:
    sel = urai(buku_kecil({"A": {"B1": 1, **({} if isi is None else {"A1": isi})}}))["lembar"][0]["sel"]
    assert syarat(next((kotak for kotak in sel if kotak[0] == "A1"), None), "A1") == rumus


def test_an_error_and_a_formula_without_result_have_the_conditions_that_can_be_told() -> None:
    assert syarat(["A1", "galat", None, "#REF!", False, None], "A1") == "ISERROR(A1)"
    assert syarat(["A1", "rumus", None, "", False, "B1"], "A1") is None
    assert syarat(["A1", "angka", float("inf"), "1e999", False, None], "A1") is None


def _kaya(tempat: Path) -> bytes:
    """A workbook with much of what Excel can put into one."""
    gambar = str(tempat / "a.png")
    Image.new("RGB", (20, 20), "red").save(gambar)
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar, lembar_kedua = buku.add_worksheet("A"), buku.add_worksheet("B")
        lembar.write_column("A1", [1, 2, 3])
        lembar.add_sparkline("C1", {"range": "A!A1:A3"})
        lembar.insert_textbox("E1", "halo")
        lembar.insert_image("E5", gambar)
        lembar.insert_button("G1", {"caption": "x"})
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=A!$A$1:$A$3"})
        lembar.insert_chart("G5", grafik)
        lembar.set_background(gambar)
        lembar.set_header('&L&G&C&"Arial,Bold"&12Judul &8kecil', {"image_left": gambar})
        lembar.conditional_format("A1:A3", {"type": "data_bar", "data_bar_2010": True})
        lembar.write_comment("A2", "catatan", {"visible": True})
        lembar.write_dynamic_array_formula("D1:D1", "=_xlfn._xlws.SORT(A1:A3)", None, 1)
        lembar.unprotect_range("B1:B4", "rentang")
        lembar.protect("rahasia")
        lembar.ignore_errors({"number_stored_as_text": "A1:A3"})
        lembar_kedua.embed_image("E1", gambar)
    return wadah.getvalue()


RUGI_KAYA = {
    "tombol dan kontrol formulir": None,
    "gaya rinci grafik": None,
    "gambar latar lembar": b"<picture",
    "gambar di kepala atau kaki halaman": b"<legacyDrawingHF",
    "format bersyarat jenis baru (misalnya batang data bergradasi)": b"conditionalFormattings",
    "catatan yang selalu tampil (kini tampil bila selnya ditunjuk)": b"<x:Visible",
    "rumus larik dinamis (menjadi rumus larik biasa)": b' cm="',
    "gambar atau data tertaut di dalam sel": b' vm="',
    "bentuk, garis, dan kotak teks": b"sp>",
}


def _semua_xml(isi: bytes) -> bytes:
    arsip = zipfile.ZipFile(io.BytesIO(isi))
    return b"".join(arsip.read(nama) for nama in arsip.namelist() if nama.endswith((".xml", ".vml", ".rels")))


def test_what_the_copy_does_not_carry_is_really_gone_and_named(tmp_path: Path) -> None:
    asal = _kaya(tmp_path)
    salinan, hilang = tandai_isi(asal, Permintaan(kepala(), ()))
    assert set(hilang) == set(RUGI_KAYA) - {"tombol dan kontrol formulir"}
    for sebutan, jejak in RUGI_KAYA.items():
        assert jejak is None or (jejak in _semua_xml(asal), jejak in _semua_xml(salinan)) == (True, False), sebutan
    teks = _seluruh_teks(salinan)
    assert all(f"• {nama}" in teks for nama in hilang)
    assert "Semuanya tetap ada di berkas asli" in teks


def test_more_than_openpyxl_carries_is_put_back(tmp_path: Path) -> None:
    salinan = _tandai(_kaya(tmp_path))
    xml = zipfile.ZipFile(io.BytesIO(salinan)).read("xl/worksheets/sheet2.xml").decode()
    urutan = ("<sheetProtection ", "<protectedRanges>", "<conditionalFormatting", "<headerFooter>", "<ignoredErrors>",
              "<drawing ", "<legacyDrawing ", "<extLst>")  # fmt: skip
    assert [xml.index(bagian) for bagian in urutan] == sorted(xml.index(bagian) for bagian in urutan)
    assert '&amp;C&amp;"Arial,Bold"&amp;12Judul &amp;8kecil' in xml
    assert "x14:sparklineGroup" in xml
    assert "x14:conditionalFormatting" not in xml
    nama = zipfile.ZipFile(io.BytesIO(salinan)).namelist()
    assert {"xl/charts/chart1.xml", "xl/media/image1.png"} <= set(nama)


def test_a_validation_that_points_to_another_sheet_is_put_back() -> None:
    ext = (
        b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        b'uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" '
        b'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" '
        b'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{1}">'
        b"<x14:formula1><xm:f>B!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation>"
        b"</x14:dataValidations></ext></extLst></worksheet>"
    )
    asal = buku_kecil({"A": {"A1": 1}, "B": {"A1": 1}})
    asal = ubah_bagian(asal, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</worksheet>", ext))
    salinan, hilang = tandai_isi(asal, Permintaan(kepala(), ()))
    xml = zipfile.ZipFile(io.BytesIO(salinan)).read("xl/worksheets/sheet2.xml").decode()
    assert '<x14:dataValidation type="list"><x14:formula1><xm:f>B!$A$1:$A$3</xm:f></x14:formula1>' in xml
    assert "xr:uid" not in xml
    assert hilang == ()


ANGGOTA = {
    "xl/threadedComments/threadedComment1.xml": "percakapan komentar (tersisa sebagai catatan biasa)",
    "xl/slicers/slicer1.xml": "pemotong data (slicer) dan garis waktu",
    "xl/ctrlProps/ctrlProp1.xml": "tombol dan kontrol formulir",
    "xl/embeddings/oleObject1.bin": "dokumen lain yang ditanam di dalam lembar",
    "xl/diagrams/data1.xml": "diagram SmartArt",
    "xl/charts/chartEx1.xml": "grafik jenis baru (misalnya air terjun, peta)",
    "xl/model/item.data": "model data (Power Pivot)",
    "xl/webextensions/webextension1.xml": "add-in web",
    "xl/printerSettings/printerSettings1.bin": "setelan khusus pencetak",
    "customXml/item1.xml": "data XML tambahan yang tidak terlihat di lembar",
    "customUI/customUI.xml": "pita menu buatan sendiri",
    "xl/ink/ink1.xml": "tulisan tangan, suara, atau video",
}


@pytest.mark.parametrize("nama", ANGGOTA)
def test_a_part_that_openpyxl_drops_is_named(nama: str) -> None:
    asal = tambah_bagian(buku_kecil({"A": {"A1": 1}}), nama, b"<x/>")
    salinan, hilang = tandai_isi(asal, Permintaan(kepala(), ()))
    assert ANGGOTA[nama] in hilang
    assert nama not in zipfile.ZipFile(io.BytesIO(salinan)).namelist()


UNSUR = {
    b"<customSheetViews><customSheetView guid='{00000000-0000-0000-0000-000000000001}'/></customSheetViews>": (
        "tampilan lembar khusus (Custom Views)"
    ),
    b"<cellWatches><cellWatch r='A1'/></cellWatches>": "pantauan sel (Watch Window)",
    b"<dataConsolidate/>": "setelan konsolidasi data",
    b"<extLst><ext uri='{x}'><y:lain xmlns:y='urn:y'/></ext></extLst>": "perluasan lembar “lain”",
}


@pytest.mark.parametrize("unsur", UNSUR)
def test_a_part_of_a_sheet_that_openpyxl_drops_is_named(unsur: bytes) -> None:
    asal = ubah_bagian(
        buku_kecil({"A": {"A1": 1}}),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</worksheet>", unsur + b"</worksheet>"),
    )
    salinan, hilang = tandai_isi(asal, Permintaan(kepala(), ()))
    assert hilang == (UNSUR[unsur],)
    assert unsur[1:10] not in _semua_xml(salinan)


def test_a_picture_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    asal = ubah_bagian(_kaya(tmp_path), "xl/media/image2.png", lambda _: b"bukan gambar")
    gambar = [nama for nama in zipfile.ZipFile(io.BytesIO(asal)).namelist() if nama.startswith("xl/media/")]
    asal = susun_ulang(asal, lambda nama, isi: b"bukan gambar" if nama in gambar else isi)
    assert "gambar yang jenisnya tidak dikenal" in _hilang(asal)


def test_a_file_that_cannot_be_copied_gives_a_sentence_and_the_child_lives_on(
    salah: bytes, penanda: ProsesAnak
) -> None:
    rusak = ubah_bagian(salah, "xl/styles.xml", lambda xml: xml.replace(b"cellXfs", b"cellXxs"))
    assert jaga(rusak) == ()
    gagal = tandai(rusak, kepala(), semua(), penanda)
    nomor = penanda.nomor
    assert isinstance(gagal, TanpaSalinan)
    assert gagal.sebab.startswith("Salinan bertanda tidak dibuat. ")
    salinan = tandai(salah, kepala(), semua(), penanda)
    assert isinstance(salinan, Salinan)
    assert salinan.isi == _tandai(salah, *semua())
    assert penanda.nomor == nomor


def test_a_file_that_the_reader_refuses_is_refused_with_its_sentence() -> None:
    kembar = ubah_bagian(
        buku_kecil({"A": {"A1": 1}}),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</row>", b'<c r="A1"><v>2</v></c></row>'),
    )
    with pytest.raises(TidakTertandai, match="A1 tertulis dua kali"):
        tandai_isi(kembar, Permintaan(kepala(), ()))


def test_a_child_that_runs_out_of_time_or_memory_is_a_sentence_too(salah: bytes) -> None:
    with buat_penanda(detik=0.01) as anak:
        terlambat = tandai(salah, kepala(), semua(), anak)
    assert terlambat == TanpaSalinan("Salinan bertanda tidak selesai dibuat dalam batas waktu dan memori.")
    with buat_penanda(memori=1 << 20) as anak:
        assert isinstance(tandai(salah, kepala(), semua(), anak), TanpaSalinan)


def test_a_request_comes_out_of_its_frame_as_it_went_in() -> None:
    permintaan = Permintaan(kepala(), (*semua(), buat("bukan_angka", "\ud800 surogat", lembar="A", sel="A1")))
    ringkas, isi = buka(bungkus(permintaan.ringkas(), b"\x00isi"))
    assert (susun_permintaan(ringkas), isi) == (permintaan, b"\x00isi")
    tanpa = Permintaan(kepala(kemajuan=""), ())
    assert susun_permintaan(buka(bungkus(tanpa.ringkas(), b""))[0]) == tanpa


def test_an_office_that_is_no_example_and_a_first_upload_say_neither(salah: bytes) -> None:
    salinan = tandai_isi(salah, Permintaan(kepala(contoh=False, kemajuan=""), ()))[0]
    teks = _seluruh_teks(salinan)
    assert "CONTOH" not in teks
    assert "diperbaiki" not in teks
    assert "Tidak ada temuan." in teks


def test_nothing_warns_of_what_is_said_to_the_sender(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert _hilang(_kaya(tmp_path))
