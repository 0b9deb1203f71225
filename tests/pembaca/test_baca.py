from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from analytics.pembaca.anak import urai
from analytics.pembaca.baca import BukuTerbaca, Pembaca, SelTerbaca, baca_buku
from analytics.pembaca.tolakan import tolak
from tests.alat.buku import buku_kecil, ubah_bagian

LEMBAR = "xl/worksheets/sheet1.xml"


def _baca(berkas: bytes) -> BukuTerbaca:
    hasil = baca_buku(berkas)
    assert isinstance(hasil, BukuTerbaca), hasil
    return hasil


def test_cells_come_back_with_sheet_and_address() -> None:
    buku = _baca(buku_kecil({"Realisasi": {"B2": 85.5, "C2": "Camat", "D2": True}, "Anggaran": {"A1": 12000000}}))
    assert list(buku.lembar) == ["Realisasi", "Anggaran"]
    assert buku.lembar["Realisasi"].sel["B2"] == SelTerbaca(
        lembar="Realisasi", alamat="B2", jenis="angka", nilai=85.5, teks="85.5", persen=False, rumus=None
    )
    assert buku.lembar["Realisasi"].sel["C2"].teks == "Camat"
    assert buku.lembar["Realisasi"].sel["D2"].jenis == "logika"
    assert buku.lembar["Anggaran"].sel["A1"].nilai == 12000000
    assert buku.lembar["Realisasi"].teks("Z9") == ""


def test_error_formula_and_lost_value_are_told_apart() -> None:
    sel = {"A1": ("=1/0", "#DIV/0!"), "A2": ("=B1*2", 18), "A3": ("=B1*2", 0)}
    tanpa_nilai = ubah_bagian(
        buku_kecil({"S": sel}), LEMBAR, lambda bagian: bagian.replace(b"<f>B1*2</f><v>0</v>", b"<f>B1*2</f>")
    )
    hasil = _baca(tanpa_nilai).lembar["S"].sel
    assert (hasil["A1"].jenis, hasil["A1"].teks) == ("galat", "#DIV/0!")
    assert (hasil["A2"].jenis, hasil["A2"].nilai, hasil["A2"].rumus) == ("angka", 18, "B1*2")
    assert (hasil["A3"].jenis, hasil["A3"].nilai) == ("rumus", None)


def test_percent_and_date_formats_are_seen() -> None:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        lembar = buku.add_worksheet("S")
        for baris, format_angka in enumerate(
            ["0%", "#,##0.00%", "d-mmm", '"s/d" 0.00', "[h]:mm", "[Red]0.0", "General"]
        ):
            lembar.write_number(baris, 0, 46154, buku.add_format({"num_format": format_angka}))
    sel = _baca(wadah.getvalue()).lembar["S"].sel
    assert [(nilai.jenis, nilai.persen) for nilai in sel.values()] == [
        ("angka", True),
        ("angka", True),
        ("tanggal", False),
        ("angka", False),
        ("tanggal", False),
        ("angka", False),
        ("angka", False),
    ]
    assert sel["A3"].teks == "12/05/2026"


def test_a_date_after_the_last_year_stays_a_number() -> None:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"date_1904": True}) as buku:
        tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
        lembar = buku.add_worksheet("S")
        lembar.write_number("A1", 2_958_465, tanggal)
        lembar.write_number("A2", 44_692, tanggal)
    sel = _baca(wadah.getvalue()).lembar["S"].sel
    assert [nilai.teks for nilai in sel.values()] == ["2.95846e+06", "12/05/2026"]


def test_rich_text_inline_text_and_escapes_are_read_whole() -> None:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        lembar = buku.add_worksheet("S")
        tebal = buku.add_format({"bold": True})
        lembar.write_rich_string("A1", "Nilai ", tebal, "SAKIP", " naik")
        lembar.write_string("A2", "baris\x01kendali")
    berkas = ubah_bagian(
        wadah.getvalue(),
        LEMBAR,
        lambda bagian: bagian.replace(
            b"</sheetData>", b'<row r="3"><c t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        ),
    )
    sel = _baca(berkas).lembar["S"].sel
    assert [nilai.teks for nilai in sel.values()] == ["Nilai SAKIP naik", "baris\x01kendali", "x"]
    assert list(sel) == ["A1", "A2", "A3"]


def test_hidden_sheets_are_read_with_their_state() -> None:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        buku.add_worksheet("Tampak")
        buku.add_worksheet("_capaian").very_hidden()
    assert [lembar.keadaan for lembar in _baca(wadah.getvalue()).lembar.values()] == ["visible", "veryHidden"]


def test_hidden_rows_and_columns_and_merged_areas_are_told() -> None:
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        lembar = buku.add_worksheet("S")
        lembar.write("A1", "isi")
        lembar.set_row(3, None, None, {"hidden": True})
        lembar.set_row(8, 0)
        lembar.set_column("C:D", None, None, {"hidden": True})
        lembar.set_column("F:F", 0)
        lembar.set_column("ZY:XFD", None, None, {"hidden": True})
        lembar.merge_range("M9:M10", "gabungan")
        buku.add_worksheet("Polos").write("A1", 1)
    semua = _baca(wadah.getvalue()).lembar
    assert semua["S"].baris_tersembunyi == {4, 9}
    assert semua["S"].kolom_tersembunyi == {"C", "D", "F", "ZY", "ZZ"}
    assert semua["S"].gabungan == ("M9:M10",)
    polos = semua["Polos"]
    assert (polos.baris_tersembunyi, polos.kolom_tersembunyi, polos.gabungan) == (frozenset(), frozenset(), ())


def test_a_row_that_is_not_numbered_is_the_next_one() -> None:
    asal = buku_kecil({"S": {"A5": 1, "A6": 2}})
    berkas = ubah_bagian(asal, LEMBAR, lambda bagian: bagian.replace(b'<row r="6"', b'<row hidden="true"'))
    berkas = ubah_bagian(berkas, LEMBAR, lambda bagian: bagian.replace(b'<c r="A6"', b"<c"))
    lembar = _baca(berkas).lembar["S"]
    assert (list(lembar.sel), lembar.baris_tersembunyi) == (["A5", "A6"], {6})


def test_openpyxl_reads_the_same_hidden_rows_and_columns_and_merged_areas() -> None:
    buku = openpyxl.Workbook()
    buku.active.column_dimensions["C"].hidden = True
    buku.active.row_dimensions[4].hidden = True
    buku.active.merge_cells("B2:D3")
    wadah = io.BytesIO()
    buku.save(wadah)
    lembar = _baca(wadah.getvalue()).lembar["Sheet"]
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi, lembar.gabungan) == ({4}, {"C"}, ("B2:D3",))


def test_a_stale_dimension_does_not_hide_rows() -> None:
    berkas = ubah_bagian(
        buku_kecil({"S": {"A1": 1, "A9": 9}}), LEMBAR, lambda bagian: bagian.replace(b'ref="A1:A9"', b'ref="A1"')
    )
    assert list(_baca(berkas).lembar["S"].sel) == ["A1", "A9"]


def test_a_workbook_written_by_openpyxl_reads_alike() -> None:
    buku = openpyxl.Workbook()
    buku.active.title = "S"
    buku.active["B3"] = "1.200"
    buku.active["B4"] = datetime(2026, 5, 12)
    wadah = io.BytesIO()
    buku.save(wadah)
    sel = _baca(wadah.getvalue()).lembar["S"].sel
    assert (sel["B3"].teks, sel["B4"].jenis, sel["B4"].teks) == ("1.200", "tanggal", "12/05/2026")


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (b'r="B1"', b'r="A1"'),
        (b"</sheetData>", b""),
        (b'r="B1"', b'r="1B"'),
        (b'<c r="A1" t="s"><v>0</v>', b'<c r="A1" t="s"><v>77</v>'),
        (b'<c r="A1" t="s"><v>0</v>', b'<c r="A1" t="s"><v>-1</v>'),
        (b'r="B1"', b'r="B2"'),
        (b'r="B1"', b'r="AB"'),
        (b'<row r="1"', b'<row r="01"'),
        (b'<row r="1"', b'<baris r="1"'),
        (b'<row r="1"', b'<row ht="tinggi" r="1"'),
        (b"<sheetData>", b'<cols><col min="-1" max="3"/></cols><sheetData>'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="C3:A1"/></mergeCells>'),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:"/></mergeCells>'),
        (b"</sheetData>", b"</sheetData><mergeCells>" + b'<mergeCell ref="A1:B1"/>' * 10_001 + b"</mergeCells>"),
    ],
)
def test_a_sheet_that_breaks_the_rules_of_excel_is_a_finding(lama: bytes, baru: bytes) -> None:
    asal = buku_kecil({"S": {"A1": "IKM", "B1": 85.5}})
    rusak = ubah_bagian(asal, LEMBAR, lambda bagian: bagian.replace(lama, baru))
    assert rusak != asal
    hasil = baca_buku(rusak)
    assert isinstance(hasil, tuple)
    assert [tolakan.kode for tolakan in hasil] == ["tidak_terbaca"]


@pytest.mark.parametrize(
    "tambahan",
    [
        b'<mergeCells><mergeCell ref="A1:ZZ9999"/></mergeCells>',
        b"<mergeCells>" + b'<mergeCell ref="A1:Z1000"/>' * 10 + b"</mergeCells>",
        b'<hyperlinks><hyperlink ref="A1:ZZ9999"/></hyperlinks>',
    ],
)
def test_areas_that_would_fill_a_reader_are_too_much(tambahan: bytes) -> None:
    asal = buku_kecil({"S": {"A1": 1}})
    hasil = baca_buku(
        ubah_bagian(asal, LEMBAR, lambda bagian: bagian.replace(b"</sheetData>", b"</sheetData>" + tambahan))
    )
    assert isinstance(hasil, tuple)
    assert [tolakan.kode for tolakan in hasil] == ["isi_besar"]


def test_one_long_text_in_many_cells_is_too_much() -> None:
    asal = buku_kecil({"S": {f"A{baris}": "panjang" for baris in range(1, 2001)}})
    teks = "xl/sharedStrings.xml"
    hasil = baca_buku(ubah_bagian(asal, teks, lambda bagian: bagian.replace(b"panjang", b"panjang" * 10_000)))
    assert isinstance(hasil, tuple)
    assert [tolakan.kode for tolakan in hasil] == ["isi_besar"]


def test_a_sheet_that_shows_the_cells_of_another_is_refused() -> None:
    asal = buku_kecil({"A": {"A1": 1}, "B": {"A1": 2}})
    kembar = ubah_bagian(
        asal, "xl/_rels/workbook.xml.rels", lambda bagian: bagian.replace(b"worksheets/sheet2", b"worksheets/sheet1")
    )
    hasil = baca_buku(kembar)
    assert isinstance(hasil, tuple)
    assert hasil == (tolak("isi_lembar_lain", lembar="B"),)


def test_two_sheets_of_one_name_are_refused() -> None:
    kembar = ubah_bagian(
        buku_kecil({"A": {"A1": 1}, "B": {"A1": 2}}),
        "xl/workbook.xml",
        lambda bagian: bagian.replace(b'name="B"', b'name="a"'),
    )
    hasil = baca_buku(kembar)
    assert isinstance(hasil, tuple)
    assert hasil == (tolak("lembar_kembar", lembar="a"),)


def test_a_child_that_runs_out_of_time_or_memory_is_replaced() -> None:
    baik = buku_kecil({"S": {"A1": 1}})
    with Pembaca(detik=0.0) as lambat:
        assert [tolakan.kode for tolakan in lambat.baca(baik)] == ["tidak_terbaca"]
    with Pembaca() as pembaca:
        assert isinstance(pembaca.baca(baik), BukuTerbaca)
        pertama = pembaca._anak._proses
        assert pertama is not None
        pertama.kill()
        pertama.wait()
        assert isinstance(pembaca.baca(baik), BukuTerbaca)
        assert pembaca._anak._proses is not pertama


def test_a_child_with_too_little_memory_answers_or_dies_but_never_stops_the_program() -> None:
    besar = buku_kecil({"S": {f"A{baris}": "teks " * 6000 + str(baris) for baris in range(1, 900)}})
    with Pembaca(memori=60 * 1024 * 1024) as sempit:
        hasil = sempit.baca(besar)
    assert isinstance(baca_buku(besar), BukuTerbaca)
    assert isinstance(hasil, tuple)
    assert [tolakan.kode for tolakan in hasil] == ["tidak_terbaca"]


def test_threads_share_a_child_and_get_their_own_answers() -> None:
    buku = [buku_kecil({"S": {"A1": nomor}}) for nomor in range(8)]
    with Pembaca() as pembaca, ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(pembaca.baca, buku * 3))
    assert [buku.lembar["S"].sel["A1"].nilai for buku in hasil if isinstance(buku, BukuTerbaca)] == list(range(8)) * 3


def test_the_child_needs_nothing_but_the_standard_library() -> None:
    perintah = [sys.executable, "-E", "-s", "-S", "-c", "import analytics.pembaca.anak, sys; print(*sys.modules)"]
    modul = subprocess.run(perintah, capture_output=True, check=True, text=True).stdout.split()
    assert not {"openpyxl", "xlsxwriter", "pandas", "duckdb", "python_calamine"} & set(modul)


@pytest.mark.parametrize("nilai", ["1_000", "٩٥", "nan", "inf", "0x10", "1,5", "1e999", "1" * 5000 + "x", ""])
def test_only_plain_digits_are_a_number(nilai: str) -> None:
    asal = buku_kecil({"S": {"A1": 123456}})
    berkas = ubah_bagian(asal, LEMBAR, lambda bagian: bagian.replace(b"<v>123456</v>", f"<v>{nilai}</v>".encode()))
    sel = _baca(berkas).lembar["S"].sel
    assert "A1" not in sel if nilai == "" else sel["A1"].jenis == "galat"


@given(
    st.dictionaries(
        st.tuples(st.integers(1, 40), st.sampled_from("ABCDEFG")),
        st.one_of(
            st.floats(-1e15, 1e15).filter(lambda nilai: nilai == float(f"{nilai:.15g}")),
            st.integers(-(10**12), 10**12),
            st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cn"]), min_size=1),
        ),
        min_size=1,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_values_equal_what_calamine_reads(isian: dict[tuple[int, str], float | int | str]) -> None:
    berkas = buku_kecil({"S": {f"{kolom}{baris}": nilai for (baris, kolom), nilai in isian.items()}})
    kami = {sel[0]: sel[3] if sel[1] == "teks" else sel[2] for sel in urai(berkas)["lembar"][0]["sel"]}
    tabel = load_workbook(io.BytesIO(berkas)).get_sheet_by_name("S").to_python(skip_empty_area=False)
    mereka = {
        f"{'ABCDEFG'[kolom]}{baris}": nilai
        for baris, isi_baris in enumerate(tabel, 1)
        for kolom, nilai in enumerate(isi_baris)
        if nilai != ""
    }
    assert kami == mereka
