"""What goes back to the sender: the copy with marks, the file as it came, and the memo."""

from __future__ import annotations

import io
import zipfile

import pytest

from analytics.lembar.kembali.paket import nama_bersih, susun_paket
from analytics.temuan.butir import buat
from tests.alat.buku import tambah_bagian, ubah_bagian
from tests.alat.kembali import ANGGARAN, ISIAN, kepala, semua, teks_memo
from tests.lembar.alat_isian import Susun

MAKRO = (buat("berkas_makro", "Berkas ini berisi makro."),)


def test_the_package_holds_the_copy_the_untouched_original_and_the_memo(susun: Susun) -> None:
    asal = susun(ISIAN, ANGGARAN)
    paket = susun_paket(asal, kepala(nama_berkas="../Format TW3 (final).xlsx"), semua())
    arsip = zipfile.ZipFile(io.BytesIO(paket.isi))
    assert paket.nama == "pengembalian_Format_TW3_(final).zip"
    assert arsip.namelist() == [
        "nota_pengembalian.docx",
        "Format_TW3_(final)_bertanda.xlsx",
        "Format_TW3_(final)_asli.xlsx",
    ]
    assert arsip.read("Format_TW3_(final)_asli.xlsx") == asal
    assert "salinan bertanda" in teks_memo(arsip.read("nota_pengembalian.docx"))


def test_a_file_that_the_guard_stopped_is_not_handed_on(susun: Susun) -> None:
    bermakro = tambah_bagian(susun(), "xl/vbaProject.bin", b"makro")
    arsip = zipfile.ZipFile(io.BytesIO(susun_paket(bermakro, kepala(), MAKRO).isi))
    assert arsip.namelist() == ["nota_pengembalian.docx"]
    assert "Salinan bertanda tidak dibuat" in teks_memo(arsip.read("nota_pengembalian.docx"))


def test_a_file_that_cannot_be_copied_goes_back_with_the_memo(susun: Susun) -> None:
    rusak = ubah_bagian(susun(), "xl/styles.xml", lambda xml: xml.replace(b"cellXfs", b"cellXxs"))
    arsip = zipfile.ZipFile(io.BytesIO(susun_paket(rusak, kepala(), semua()).isi))
    assert arsip.namelist() == ["nota_pengembalian.docx", "format_2026_TW3_PEM_asli.xlsx"]
    assert "Salinan bertanda tidak dapat dibuat" in teks_memo(arsip.read("nota_pengembalian.docx"))


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("a/b\\..\\CON:*?.xlsx", "CON"),
        ("", "format"),
        ("....xlsx", "format"),
        ("format_bertanda.xlsx", "format"),
        ("é" * 90, "format"),
        ("x" * 200 + ".xlsx", "x" * 60),
    ],
)
def test_a_name_is_made_clean_for_any_file_system(nama: str, bersih: str) -> None:
    assert nama_bersih(nama) == bersih
