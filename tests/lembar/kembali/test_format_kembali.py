"""The format that goes back: filled with what was typed, marked where something is asked, sheet TEMUAN in front."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill, Protection
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from analytics.lembar.bekas import LEMBAR_TEMUAN, PENANDA_TEMUAN, SEL_PENANDA, lembar_temuan
from analytics.lembar.kembali.bawaan import sebut_bawaan
from analytics.lembar.kembali.nasib import URUTAN_KELOMPOK
from analytics.lembar.kembali.paket import tulis_kembali
from analytics.lembar.kembali.pindahan import IsianPindah, pindahkan
from analytics.lembar.kembali.syarat import syarat_tetap
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.naskah.kepala import PENULIS
from analytics.pembaca.penjaga import jaga
from data.gudang import Gudang
from tests.alat.buku import sunting, susun_ulang, tambah_bagian
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, PEMBINAAN, SUB_1
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
    pengembalian,
)
from tests.lembar.alat_isian import LENGKAP, UANG, Periksa, Susun, cari_baris

KEADAAN = 10
"""The column of sheet TEMUAN, from 0, that says what became of a finding."""
Balik = Callable[..., bytes]


@pytest.fixture
def balik(gudang: Gudang, periksa: Periksa) -> Balik:
    """The format that goes back for these bytes; the rest is for its heading."""

    def jalankan(isi: bytes, **kepala: Any) -> bytes:
        kembali = pengembalian(gudang, periksa(isi), **kepala)
        assert kembali.buku is not None
        assert kembali.bahan is not None
        return tulis_kembali(kembali, kembali.buku, kembali.bahan)

    return jalankan


def _buka(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def _baris(isi: bytes) -> list[tuple[str, ...]]:
    """Every row of sheet TEMUAN as texts."""
    return [tuple(str(sel or "") for sel in baris) for baris in _buka(isi)[LEMBAR_TEMUAN].iter_rows(values_only=True)]


def _tabel(isi: bytes) -> dict[str, tuple[str, ...]]:
    """The findings of sheet TEMUAN by tingkat and address in the sender's file."""
    return {f"{baris[1]} {baris[3]}": baris for baris in _baris(isi) if baris[0].isdigit() and baris[KEADAAN]}


def _teks(isi: bytes) -> str:
    return "\n".join("\t".join(baris) for baris in _baris(isi))


def _warna(lembar: Worksheet) -> dict[str, str]:
    return {
        str(kelompok.sqref): aturan.formula[0]
        for kelompok in lembar.conditional_formatting
        for aturan in kelompok.rules
    }


def _catatan(lembar: Worksheet) -> dict[str, str]:
    return {sel.coordinate: sel.comment.text for baris in lembar.iter_rows() for sel in baris if sel.comment}


def test_what_goes_back_is_a_format_that_says_what_the_sender_typed(
    susun: Susun, periksa: Periksa, balik: Balik
) -> None:
    asal = susun(ISIAN, ANGGARAN)
    kembali = balik(asal)
    lama, baru = periksa(asal), periksa(kembali)
    assert jaga(kembali) == ()
    assert (baru.temuan, baru.realisasi, baru.anggaran) == (lama.temuan, lama.realisasi, lama.anggaran)
    buku, kosong = _buka(kembali), _buka(susun())
    assert buku.sheetnames == [LEMBAR_TEMUAN, *kosong.sheetnames]
    assert buku.active.title == LEMBAR_TEMUAN
    assert [lembar.title for lembar in buku.worksheets if lembar.sheet_view.tabSelected] == [LEMBAR_TEMUAN]
    for nama in kosong.sheetnames:
        assert dict(buku[nama].protection) == dict(kosong[nama].protection)
        assert buku[nama].freeze_panes == kosong[nama].freeze_panes
        banyak = [len(lembar.data_validations.dataValidation) for lembar in (buku[nama], kosong[nama])]
        assert banyak[0] == banyak[1]


def test_the_same_return_has_the_same_bytes_and_a_return_of_a_return_says_the_same(susun: Susun, balik: Balik) -> None:
    sekali = balik(susun(ISIAN, ANGGARAN))
    assert balik(susun(ISIAN, ANGGARAN)) == sekali
    lagi = balik(sekali)
    assert _buka(lagi).sheetnames == _buka(sekali).sheetnames
    assert _tabel(lagi) == _tabel(sekali)


def test_nothing_of_the_sender_s_format_survives_in_a_cell_to_be_filled(
    susun: Susun, periksa: Periksa, balik: Balik
) -> None:
    """95 pasted with a date format, a lock and % is a date and a refusal; in the return 95 can be typed again."""

    def tempel(buku: Workbook) -> None:
        for alamat, nilai, pola in (("M12", 95, "d-mmm"), ("M14", 0.95, "0%"), ("K9", datetime(2026, 5, 12), "d-mmm")):
            sel = buku["Realisasi"][alamat]
            sel.value, sel.number_format, sel.protection = nilai, pola, Protection(locked=True)

    asal = sunting(tempel)(susun(LENGKAP, UANG))
    assert [(temuan.kode, temuan.sel) for temuan in periksa(asal).temuan if temuan.tingkat == "galat"] == [
        ("tanggal_bukan_angka", "K9"),
        ("tanggal_bukan_angka", "M12"),
        ("persen_bukan_satuan", "M14"),
    ]
    kembali = balik(asal)
    for alamat in ("K9", "M12", "M14"):
        sel, semula = _buka(kembali)["Realisasi"][alamat], _buka(susun())["Realisasi"][alamat]
        assert (sel.number_format, sel.protection.locked) == (semula.number_format, False)
        assert sel.data_type == "s"
        assert alamat in _warna(_buka(kembali)["Realisasi"])
    assert (
        _tabel(kembali)["✖ galat Realisasi!M14"][7] == "Ketik 95 atau 0,95; sel di format terisi sudah berformat angka."
    )

    def betulkan(buku: Workbook) -> None:
        buku["Realisasi"]["M12"], buku["Realisasi"]["M14"], buku["Realisasi"]["K9"] = 95, 3, 12

    bersih = periksa(sunting(betulkan)(kembali))
    assert [temuan for temuan in bersih.temuan if temuan.tingkat == "galat"] == []
    assert {baris.kode_indikator: baris.nilai for baris in bersih.realisasi}[DESA_SELESAI] == Decimal(95)


def test_every_finding_colours_its_cell_until_it_is_changed_or_explained(susun: Susun, balik: Balik) -> None:
    buku = _buka(balik(susun(ISIAN, ANGGARAN)))
    assert _warna(buku["Realisasi"]) == {
        PEMBILANG: f'AND(AND(ISTEXT({PEMBILANG}),EXACT({PEMBILANG},"12 desa")))',
        OPINI_SEL: f'AND(AND(ISTEXT({OPINI_SEL}),EXACT({OPINI_SEL},"B+")))',
        DESA: f'AND(AND(ISTEXT({DESA}),EXACT({DESA},"1.200")))',
        DOKUMEN: f'AND(AND(ISTEXT({DOKUMEN}),EXACT({DOKUMEN},"8 - 10")))',
    }
    assert _warna(buku["Anggaran"]) == {
        RUPIAH_1: f"AND(AND(ISNUMBER({RUPIAH_1}),{RUPIAH_1}=999999999.0),LEN({ALASAN_1})=0)",
        RUPIAH_2: f"AND(LEN({RUPIAH_2})=0,LEN({ALASAN_2})=0)",
    }
    assert buku["Realisasi"][DESA].comment.author == PENULIS
    assert _catatan(buku["Realisasi"])[DESA].splitlines() == [
        "──── Catatan Capaian ────",
        "✖ GALAT: “1.200” dapat dibaca 1200 atau 1,2.",
        "Ketik / lakukan: Ketik 1200 atau 1,2.",
        "────────────",
    ]
    assert list(_catatan(buku["Realisasi"])) == [PEMBILANG, OPINI_SEL, DESA, DOKUMEN]


def test_the_first_sheet_lists_the_findings_with_links_rules_and_reasons(susun: Susun, balik: Balik) -> None:
    kembali = balik(susun(ISIAN, ANGGARAN))
    lembar, teks = _buka(kembali)[LEMBAR_TEMUAN], _teks(kembali)
    assert lembar[SEL_PENANDA].value == PENANDA_TEMUAN
    assert lembar.row_dimensions[1].hidden
    for bagian in (
        "Kecamatan Purbalingga (contoh) · Seksi Pemerintahan · Triwulan III 2026",
        "unggahan ke-2, diperiksa 17 Agustus 2026 pukul 10.15",
        "CONTOH, BUKAN DATA RESMI",
        "Berkas belum dapat diterima karena masih ada galat.",
        "Jumlah: 4 galat, 2 peringatan. 7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",
        "✖ galat: harus dibetulkan",
        "Perlu dibetulkan atau dijelaskan (6)",
        "Berkas asal dikembalikan bersama ini tanpa perubahan apa pun.",
    ):
        assert bagian in teks
    desa = _tabel(kembali)["✖ galat Realisasi!M12"]
    assert desa[2:9] == (
        "Realisasi!M12",
        "Realisasi!M12",
        "K-01 Persentase desa yang tertib administrasi",
        "1.200",
        "“1.200” dapat dibaca 1200 atau 1,2.",
        "Ketik 1200 atau 1,2.",
        "",
    )
    assert desa[9].startswith("Angka hanya boleh punya satu bacaan. 1.200 sebagai teks dapat berarti")
    tautan = {sel.value: sel.hyperlink for sel in lembar["C"] if sel.hyperlink}
    assert tautan["Realisasi!M12"].location == "'Realisasi'!M12"
    assert [pranala.target for pranala in tautan.values() if pranala.target] == []


def test_the_list_can_be_printed_on_folio_and_every_row_shows_its_text(susun: Susun, balik: Balik) -> None:
    panjang = {**LENGKAP, DESA_SELESAI: {"realisasi": "kata " * 90}}
    lembar = _buka(balik(susun(panjang, UANG)))[LEMBAR_TEMUAN]
    baris = next(sel.row for sel in lembar["A"] if sel.value == 1)
    assert (lembar.page_setup.orientation, lembar.page_setup.paperSize) == ("landscape", 14)
    assert lembar.print_title_rows == f"${baris - 2}:${baris - 2}"
    assert lembar.freeze_panes == f"D{baris - 1}"
    assert lembar.row_dimensions[baris].height > 3 * 12.5
    assert lembar.protection.sheet
    assert not lembar.protection.formatColumns
    assert lembar.protection.password is None


def test_an_office_that_is_no_example_and_a_first_upload_say_neither(susun: Susun, balik: Balik) -> None:
    teks = _teks(balik(susun(LENGKAP, UANG), contoh=False, keterangan=()))
    assert "CONTOH" not in teks
    assert "diperbaiki" not in teks
    assert "Tidak ada temuan." in teks


def test_a_formula_becomes_its_value_with_the_formula_named_beside_it(
    susun: Susun, periksa: Periksa, balik: Balik
) -> None:
    rumus = sunting(lambda buku: buku["Realisasi"].__setitem__("M14", "=1+2"))(susun(LENGKAP, UANG))
    isi = susun_ulang(rumus, lambda _, bagian: re.sub(rb"<f>1\+2</f><v ?/?>(</v>)?", b"<f>1+2</f><v>3</v>", bagian))
    assert [temuan.kode for temuan in periksa(isi).temuan] == ["rumus_di_isian"]
    kembali = balik(isi)
    buku = _buka(kembali)
    assert buku["Realisasi"]["M14"].value == 3
    assert "Di berkas asal sel ini berisi rumus: =1+2." in _catatan(buku["Realisasi"])["M14"]
    assert "1 rumus di sel isian, yang menjadi hasilnya (rumusnya pada catatan sel): Realisasi!M14" in _teks(kembali)
    assert periksa(kembali).temuan == ()


def test_a_keterangan_that_is_merged_down_speaks_for_every_row_and_goes_back_in_each(
    susun: Susun, periksa: Periksa, balik: Balik
) -> None:
    isian = {kode: ketikan for kode, ketikan in LENGKAP.items() if kode not in {DESA_SELESAI, PEMBINAAN}}
    sebab = "Menunggu berita acara desa"
    polos = susun({**isian, DESA_SELESAI: {"alasan": sebab}}, UANG)
    desa, pembinaan = (cari_baris(periksa(polos), kode).sel for kode in (DESA_SELESAI, PEMBINAAN))
    rentang = f"{desa}:{pembinaan}".replace("M", "O")
    asal = sunting(lambda buku: buku["Realisasi"].merge_cells(rentang))(polos)
    hasil = periksa(asal)
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tingkat, temuan.alamat) == ("keterangan_gabungan", "info", f"Realisasi!O{desa[1:]}")
    assert {cari_baris(hasil, kode).alasan for kode in (DESA_SELESAI, PEMBINAAN)} == {sebab}
    kembali = periksa(balik(asal))
    assert (kembali.temuan, kembali.realisasi) == ((), hasil.realisasi)


def test_what_has_no_place_is_listed_with_its_cell_and_its_words(susun: Susun, periksa: Periksa, balik: Balik) -> None:
    def rusak(buku: Workbook) -> None:
        lembar = buku["Realisasi"]
        lembar["B9"] = "ZZ-9"
        lembar["AZ12"], lembar["C30"], lembar["M30"] = "di luar tabel", "Jumlah desa", 17
        lembar.merge_cells("M14:N14")
        lembar["K10"] = 5

    asal = sunting(rusak)(susun({**LENGKAP, APBDES: {**LENGKAP[APBDES], "alasan": "menurut register"}}, UANG))
    kembali = balik(asal)
    sisa = {baris[1]: (baris[3], baris[5], baris[6]) for baris in _baris(kembali) if baris[0].isdigit()}
    nama = "ZZ-9 Persentase desa dengan APBDes tepat waktu"
    assert {alamat: isi for alamat, isi in sisa.items() if alamat.startswith("Realisasi!")} == {
        "Realisasi!K9": (nama, "Pembilang", "12"),
        "Realisasi!L9": (nama, "Penyebut", "13"),
        "Realisasi!O9": (nama, "Keterangan, atau alasan bila kosong", "menurut register"),
        "Realisasi!K10": ("IKU-04 Predikat AKIP", "Pembilang", "5"),
        "Realisasi!M10": ("IKU-04 Predikat AKIP", "Realisasi triwulan III", "BB"),
        "Realisasi!M14": ("SK-01 Jumlah dokumen fasilitasi pengelolaan keuangan desa", "Realisasi triwulan III", "3"),
        "Realisasi!AZ12": ("K-01 Persentase desa yang tertib administrasi", "", "di luar tabel"),
        "Realisasi!C30": ("Jumlah desa", "Indikator", "Jumlah desa"),
        "Realisasi!M30": ("Jumlah desa", "Realisasi triwulan III", "17"),
    }
    assert _buka(kembali)["Realisasi"]["M12"].value == 66.67
    assert [_buka(kembali)["Realisasi"][sel].value for sel in ("K9", "L9", "M10", "M14")] == [None] * 4
    assert {temuan.kode for temuan in periksa(kembali).temuan} == {"belum_ada_data"}


@pytest.mark.parametrize(
    "rusak",
    [
        pytest.param(lambda lembar: lembar.delete_rows(4), id="the hidden keys are gone"),
        pytest.param(lambda lembar: lembar.delete_cols(17), id="a column is gone"),
        pytest.param(lambda lembar: lembar.__setitem__("R4", "realisasi"), id="a column stands twice"),
        pytest.param(lambda lembar: lembar.insert_rows(6, 3), id="rows are put in"),
        pytest.param(lambda lembar: lembar.__setitem__("B12", APBDES), id="a row stands twice"),
        pytest.param(lambda lembar: lembar.__setattr__("title", "REAL"), id="the sheet has another name"),
        pytest.param(lambda lembar: lembar.__setitem__("C9", lembar["C12"].value), id="a row has another's name"),
    ],
)
def test_nothing_typed_is_lost_from_sight(
    rusak: Callable[[Worksheet], object], susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    """Every value typed is in a cell of the return, or listed on sheet TEMUAN."""
    isian = {APBDES: {"pembilang": 7123, "penyebut": 7124}, DESA_SELESAI: {"realisasi": 71.25, "alasan": "kata tujuh"}}
    asal = sunting(lambda buku: rusak(buku["Realisasi"]))(susun({**LENGKAP, **isian}, UANG))
    hasil = periksa(asal)
    pindahan = _pindahan(hasil, gudang)
    dibawa = {str(ketikan) for ketikan in pindahan.ketikan.values()} | {sisa.isi for sisa in pindahan.sisa}
    ditulis = {kata.replace(".", "").replace(",", ".") for kata in dibawa} | dibawa
    assert {"7123", "7124", "71.25", "kata tujuh", "BB", "30000000"} <= ditulis | {
        kata.removesuffix(".0") for kata in ditulis
    }


def test_what_the_format_does_not_have_is_named(
    susun: Susun, periksa: Periksa, balik: Balik, gudang: Gudang, tmp_path: Path
) -> None:
    def tambah(buku: Workbook) -> None:
        buku["Realisasi"][DESA].comment = Comment("Sumber: buku register", "Budi")
        buku.create_sheet("Rekap '26")["B2"] = "hitungan"
        buku.create_sheet("Temuan")["A1"] = "temuan lapangan"

    teks = _teks(balik(sunting(tambah)(susun(LENGKAP, UANG))))
    for bagian in (
        "• lembar “Rekap '26” (1 sel terisi)",
        "• lembar “Temuan” (1 sel terisi)",
        f"• catatan pada sel {DESA}: “Sumber: buku register”",
    ):
        assert bagian in teks
    pindahan = _pindahan(periksa(susun(LENGKAP, UANG)), gudang)
    assert sebut_bawaan(susun(LENGKAP, UANG), pindahan) == ()
    assert set(sebut_bawaan(_kaya(tmp_path), pindahan)) == {
        "gambar",
        "grafik",
        "catatan pada sel A2: “catatan”",
        "bentuk atau kotak teks: “halo”",
    }


ANGGOTA = {
    "xl/threadedComments/threadedComment1.xml": "percakapan komentar",
    "xl/slicers/slicer1.xml": "pemotong data (slicer) dan garis waktu",
    "xl/pivotTables/pivotTable1.xml": "tabel pivot",
    "xl/tables/table1.xml": "tabel Excel (Insert > Table)",
    "xl/ctrlProps/ctrlProp1.xml": "tombol dan kontrol formulir",
    "xl/embeddings/oleObject1.bin": "dokumen lain yang ditanam di dalam lembar",
    "xl/diagrams/data1.xml": "diagram SmartArt",
    "xl/charts/chartEx1.xml": "grafik",
    "xl/model/item.data": "model data (Power Pivot)",
    "xl/webextensions/webextension1.xml": "add-in web",
    "customUI/customUI.xml": "pita menu buatan sendiri",
    "xl/ink/ink1.xml": "tulisan tangan, suara, atau video",
}


@pytest.mark.parametrize("nama", ANGGOTA)
def test_a_part_that_no_format_has_is_named(nama: str, susun: Susun) -> None:
    kosong = IsianPindah({}, {}, (), {}, ())
    assert sebut_bawaan(tambah_bagian(susun(), nama, b"<x/>"), kosong) == (ANGGOTA[nama],)


def _pindahan(hasil: HasilPeriksa, gudang: Gudang) -> IsianPindah:
    kembali = pengembalian(gudang, hasil)
    assert kembali.buku is not None
    assert kembali.bahan is not None
    return pindahkan(kembali.buku, kembali.bahan)


def _kaya(tempat: Path) -> bytes:
    """A workbook with much of what Excel can put into one."""
    gambar = str(tempat / "a.png")
    Image.new("RGB", (20, 20), "red").save(gambar)
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("A")
        lembar.write_column("A1", [1, 2, 3])
        lembar.insert_textbox("E1", "halo")
        lembar.insert_image("E5", gambar)
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=A!$A$1:$A$3"})
        lembar.insert_chart("G5", grafik)
        lembar.write_comment("A2", "catatan")
    return wadah.getvalue()


def test_a_copy_that_an_earlier_program_marked_is_still_received(susun: Susun, periksa: Periksa, balik: Balik) -> None:
    """It is the sender's workbook with a sheet TEMUAN in front, our colours, and our words in its notes."""
    kita = "──── Catatan Capaian ────\n✖ GALAT: “1.200” punya dua bacaan.\n────────────"

    def tandai(buku: Workbook) -> None:
        depan = buku.create_sheet("TEMUAN (Capaian)", 0)
        depan["A1"], depan["B9"] = "capaian-temuan-1", "✖ galat"
        buku.create_sheet("TEMUAN")["A1"] = "catatan seksi"
        lembar = buku["Realisasi"]
        lembar.conditional_formatting.add(
            DESA, FormulaRule(['AND(N("capaian")=0,ISTEXT(M12))'], fill=PatternFill(bgColor="FFF8CBC6"))
        )
        lembar[DESA].comment = Comment(kita, "Capaian")
        lembar[DOKUMEN].comment = Comment(f"Sumber: register\n{kita}\nSudah saya cek.", "Budi")

    asal = sunting(tandai)(susun(LENGKAP, UANG))
    hasil = periksa(asal)
    assert [(temuan.kode, temuan.lembar) for temuan in hasil.temuan] == [("lembar_tambahan", "TEMUAN")]
    kembali = balik(asal)
    assert [nama for nama in _buka(kembali).sheetnames if nama.upper().startswith("TEMUAN")] == [LEMBAR_TEMUAN]
    assert "• lembar “TEMUAN” (1 sel terisi)" in _teks(kembali)
    assert f"• catatan pada sel {DOKUMEN}: “Sumber: register Sudah saya cek.”" in _teks(kembali)
    assert "punya dua bacaan" not in _teks(kembali)
    assert not lembar_temuan("Catatan saya", PENANDA_TEMUAN)
    assert not lembar_temuan("TEMUAN", "catatan seksi")


@pytest.mark.parametrize(
    "jahat", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\u202e=1", "<r>a</r>", "=cmd|'/c calc'!A1"]
)
def test_text_from_people_is_never_a_formula(jahat: str, susun: Susun, balik: Balik, periksa: Periksa) -> None:
    asal = susun({**LENGKAP, DESA_SELESAI: {"realisasi": jahat, "alasan": jahat}}, UANG)
    kembali = balik(asal, nama_unit=jahat, nama_berkas=jahat, putusan=jahat)
    assert jaga(kembali) == ()
    assert periksa(kembali).temuan == periksa(asal).temuan
    buku = _buka(kembali)
    depan = [sel.coordinate for baris in buku[LEMBAR_TEMUAN].iter_rows() for sel in baris if sel.data_type == "f"]
    assert {alamat[0] for alamat in depan} <= {"K"}
    isian = buku["Realisasi"][DESA]
    assert isian.data_type == "s"
    assert isian.quotePrefix == jahat.startswith(("=", "+", "-", "@"))


def test_text_of_any_length_fits_its_cell_and_its_note(susun: Susun, balik: Balik) -> None:
    kembali = _buka(balik(susun({**LENGKAP, DESA_SELESAI: {"realisasi": "b " * 15_000, "alasan": "a" * 32_000}}, UANG)))
    teks = [str(nilai) for baris in kembali[LEMBAR_TEMUAN].iter_rows(values_only=True) for nilai in baris]
    assert max(map(len, teks)) <= 600
    assert len(_catatan(kembali["Realisasi"])[DESA]) < 2_000
    assert kembali["Realisasi"][DESA].comment.height <= 900
    assert len(kembali["Realisasi"]["O12"].value) == 32_000


def test_what_only_the_kasubbag_can_settle_is_not_asked_of_the_unit_again(
    susun: Susun, periksa: Periksa, gudang: Gudang, balik: Balik
) -> None:
    """925 in persen with a reason waits; a reason settles other questions; a blank amount is still asked."""
    isian = {
        **LENGKAP,
        DESA_SELESAI: {"realisasi": 925, "alasan": "sesuai rekap desa"},
        PEMBINAAN: {"realisasi": -3, "alasan": "pembetulan rekap"},
    }
    hasil = periksa(susun(isian, {SUB_1: UANG[SUB_1]}))
    kembali = pengembalian(gudang, hasil)
    per_kelompok = {
        kelompok: [butir.temuan.kode for butir in kembali.temuan if butir.kelompok == kelompok]
        for kelompok in URUTAN_KELOMPOK
    }
    assert per_kelompok["unit"] == ["anggaran_kosong"]
    assert "persen_lebih" in per_kelompok["kasubbag"]
    assert per_kelompok["selesai"] == ["nilai_negatif"]
    buku = _buka(balik(susun(isian, {SUB_1: UANG[SUB_1]})))
    assert _warna(buku["Realisasi"]) == {} == _catatan(buku["Realisasi"])
    lembar = _tabel(balik(susun(isian, {SUB_1: UANG[SUB_1]})))
    assert {baris[KEADAAN] for alamat, baris in lembar.items() if alamat.endswith("M12")} == {"menunggu Kasubbag"}
    assert lembar["⚠ peringatan Realisasi!M14"][7] == "Sudah dijelaskan: pembetulan rekap"


def test_a_row_that_is_not_in_the_file_is_asked_where_the_format_has_it(susun: Susun, balik: Balik) -> None:
    kembali = balik(sunting(lambda buku: buku["Realisasi"].delete_rows(12))(susun(LENGKAP, UANG)))
    [baris] = [baris for alamat, baris in _tabel(kembali).items() if alamat.startswith("✖")]
    assert baris[2:5] == ("Realisasi!M12", "Realisasi", "K-01 Persentase desa yang tertib administrasi")
    assert _warna(_buka(kembali)["Realisasi"]) == {DESA: f"AND(LEN({DESA})=0)"}


@pytest.mark.parametrize(
    ("ketikan", "rumus"),
    [
        ("a" * 255, f'AND(ISTEXT(A1),EXACT(A1,"{"a" * 255}"))'),
        ("a" * 256, "AND(ISTEXT(A1),LEN(A1)=256)"),
        ('kata "kutip"', 'AND(ISTEXT(A1),EXACT(A1,"kata ""kutip"""))'),
        ("dua\u200bbagian", "AND(ISTEXT(A1),LEN(A1)=10)"),
        (12.5, "AND(ISNUMBER(A1),A1=12.5)"),
        (1e-13, "AND(ISNUMBER(A1),A1=1E-13)"),
        (-7, "AND(ISNUMBER(A1),A1=-7.0)"),
        (True, "AND(ISLOGICAL(A1),A1=TRUE)"),
        ("", "LEN(A1)=0"),
        (None, "LEN(A1)=0"),
    ],
)
def test_what_was_written_becomes_a_condition_of_the_cell(ketikan: Any, rumus: str) -> None:
    assert syarat_tetap(ketikan, "A1") == rumus
