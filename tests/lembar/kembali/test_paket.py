"""What goes back to the sender: the format in force with what was typed, the file as it came, and the memo."""

from __future__ import annotations

import io
import zipfile

import pytest

from analytics.lembar.kembali.paket import nama_bersih, susun_paket
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from data.gudang import Gudang
from tests.alat.buku import buku_kecil, tambah_bagian, ubah_bagian
from tests.alat.kantor_lembar import APBDES, KODE_PD, SUB_1, SUB_2
from tests.alat.kembali import ANGGARAN, ISIAN, pengembalian, teks_memo
from tests.alat.periksa import periksa_berkas
from tests.lembar.alat_isian import Periksa, Susun


def _arsip(gudang: Gudang, hasil: HasilPeriksa) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(susun_paket(pengembalian(gudang, hasil)).isi))


def test_the_package_holds_the_filled_format_the_untouched_original_and_the_memo(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    asal = susun(ISIAN, ANGGARAN)
    paket = susun_paket(pengembalian(gudang, periksa(asal), nama_berkas="../Format TW3 (final).xlsx"))
    arsip = zipfile.ZipFile(io.BytesIO(paket.isi))
    assert paket.nama == "pengembalian_Format_TW3_(final).zip"
    assert arsip.namelist() == [
        "nota_pengembalian.docx",
        "Format_TW3_(final)_kembali.xlsx",
        "Format_TW3_(final)_asli.xlsx",
    ]
    assert arsip.read("Format_TW3_(final)_asli.xlsx") == asal
    assert "1 (satu) format terisi dan 1 (satu) berkas asli" in teks_memo(arsip.read("nota_pengembalian.docx"))


@pytest.mark.parametrize(("pembilang", "penyebut"), [(11, 5e-324), (1e308, 0.001), (1e300, 1e-300)])
def test_a_pair_that_no_number_can_hold_goes_back_as_it_was_typed_and_without_a_result(
    susun: Susun, periksa: Periksa, gudang: Gudang, pembaca: Pembaca, pembilang: float, penyebut: float
) -> None:
    uang = {kode: {"rupiah": 1.7e308} for kode in (SUB_1, SUB_2)}
    hasil = periksa(susun({APBDES: {"pembilang": pembilang, "penyebut": penyebut}}, uang))
    assert not hasil.boleh_disimpan
    buku = pembaca.baca(_arsip(gudang, hasil).read("format_2026_TW3_PEM_kembali.xlsx"))
    assert isinstance(buku, BukuTerbaca)
    sel = buku.lembar["Realisasi"].sel
    assert (sel["K9"].nilai, sel["L9"].nilai) == (pembilang, penyebut)
    assert (sel["M9"].rumus is not None, sel["M9"].nilai) == (True, None)


def test_a_file_that_the_guard_stopped_is_not_handed_on(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    arsip = _arsip(gudang, periksa(tambah_bagian(susun(), "xl/vbaProject.bin", b"makro")))
    assert arsip.namelist() == ["nota_pengembalian.docx"]
    assert "Format terisi tidak dibuat" in teks_memo(arsip.read("nota_pengembalian.docx"))


def test_a_file_that_cannot_be_read_or_is_no_format_goes_back_with_the_memo(
    susun: Susun, periksa: Periksa, gudang: Gudang
) -> None:
    rusak = ubah_bagian(
        susun(),
        "xl/worksheets/sheet2.xml",
        lambda xml: xml.replace(b"</row>", b'<c r="A1"><v>2</v></c></row>'),
    )
    for isi in (rusak, buku_kecil({"A": {"A1": 1}})):
        arsip = _arsip(gudang, periksa(isi))
        assert arsip.namelist() == ["nota_pengembalian.docx", "format_2026_TW3_PEM_asli.xlsx"]
        memo = teks_memo(arsip.read("nota_pengembalian.docx"))
        assert "tidak dapat dipindahkan ke format Capaian" in memo
        assert "TEMUAN" not in memo


def test_a_format_of_another_unit_than_the_one_that_was_asked_for_is_not_filled(
    susun: Susun, gudang: Gudang, pembaca: Pembaca
) -> None:
    hasil = periksa_berkas(gudang, KODE_PD, susun(ISIAN), "kiriman.xlsx", pembaca=pembaca, kode_unit="TRANTIB")
    assert _arsip(gudang, hasil).namelist() == ["nota_pengembalian.docx", "format_2026_TW3_PEM_asli.xlsx"]


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("a/b\\..\\CON:*?.xlsx", "CON"),
        ("", "format"),
        ("....xlsx", "format"),
        ("format_bertanda.xlsx", "format"),
        ("format_kembali_kembali.xlsx", "format"),
        ("é" * 90, "format"),
        ("x" * 200 + ".xlsx", "x" * 60),
    ],
)
def test_a_name_is_made_clean_for_any_file_system(nama: str, bersih: str) -> None:
    assert nama_bersih(nama) == bersih
