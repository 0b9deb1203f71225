from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest

from analytics.lembar.kembali.paket import nama_bersih, susun_paket
from analytics.naskah.memo import Lampiran, sebut_kepala, susun_memo
from analytics.temuan.butir import buat
from tests.buku_uji import tambah_bagian, ubah_bagian
from tests.lembar.conftest import Susun
from tests.lembar.kembali import ANGGARAN, ISIAN, banyak_panjang, kepala, semua

MAKRO = (buat("berkas_makro", "Berkas ini berisi makro."),)


def _teks(isi: bytes) -> str:
    dokumen = docx.Document(io.BytesIO(isi))
    sel = [sel.text for tabel in dokumen.tables for baris in tabel.rows for sel in baris.cells]
    return "\n".join([*(satu.text for satu in dokumen.paragraphs), *sel])


def _baris(isi: bytes) -> list[list[str]]:
    return [[sel.text for sel in baris.cells] for baris in docx.Document(io.BytesIO(isi)).tables[1].rows]


def test_the_memo_says_who_what_and_what_next() -> None:
    teks = _teks(susun_memo(kepala(), semua()))
    for bagian in (
        "PEMERINTAH KABUPATEN PURBALINGGA",
        "KECAMATAN PURBALINGGA (CONTOH)",
        "NOTA PENGEMBALIAN FORMAT DATA KINERJA",
        "CONTOH, BUKAN DATA RESMI",
        "Kepala Seksi Pemerintahan",
        "Kepala Subbagian Perencanaan dan Keuangan",
        "17 Agustus 2026",
        "Pengembalian format data kinerja Triwulan III 2026 (unggahan ke-2)",
        "Berkas belum dapat diterima karena masih ada galat. Hasil pemeriksaan: 5 galat, 4 peringatan.",
        "7 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1.",
        "Berkas asli yang Saudara kirim terlampir tanpa perubahan apa pun.",
        "1 (satu) salinan bertanda dan 1 (satu) berkas asli",
    ):
        assert bagian in teks
    assert re.search(r"NIP\t: \.+$", teks, re.MULTILINE)


def test_the_table_has_the_errors_first_and_counts_what_does_not_fit() -> None:
    baris = _baris(susun_memo(kepala(), tuple(reversed(semua()))))
    assert baris[0] == ["No", "Sel", "Yang ditemukan", "Yang diminta"]
    assert ["galat" in satu[1] for satu in baris[1:]] == sorted(
        ("galat" in satu[1] for satu in baris[1:]), reverse=True
    )
    assert "✖ galat\nseluruh berkas" in [satu[1] for satu in baris]
    banyak = susun_memo(kepala(), banyak_panjang(300))
    muat = len(_baris(banyak)) - 1
    assert 2 <= muat <= 8
    assert f"dan {300 - muat} temuan lain pada lembar TEMUAN" in _teks(banyak)


def test_a_real_office_and_a_first_upload_are_not_called_an_example() -> None:
    teks = _teks(susun_memo(kepala(contoh=False, kemajuan="", kabupaten=""), semua()))
    assert "CONTOH," not in teks
    assert "sebelumnya" not in teks
    assert "PEMERINTAH" not in teks


@pytest.mark.parametrize(
    ("lampiran", "kalimat"),
    [
        ("tanpa", "Salinan bertanda tidak dibuat dan berkas asli tidak dilampirkan"),
        ("asli", "Salinan bertanda tidak dapat dibuat dari berkas ini."),
    ],
)
def test_a_memo_without_an_annotated_copy_does_not_speak_of_sheet_temuan(lampiran: Lampiran, kalimat: str) -> None:
    teks = _teks(susun_memo(kepala(), banyak_panjang(40), lampiran))
    assert kalimat in teks
    assert "TEMUAN" not in teks


@pytest.mark.parametrize(
    ("unit", "sebutan"),
    [
        ("Subbagian Umum dan Kepegawaian", "Kepala Subbagian Umum dan Kepegawaian"),
        ("Sekretariat", "Sekretaris Kecamatan"),
        ("Kelurahan Bojong", "Lurah Bojong"),
    ],
)
def test_a_unit_is_addressed_by_its_head(unit: str, sebutan: str) -> None:
    assert sebut_kepala(unit) == sebutan


def test_text_from_people_cannot_break_the_memo() -> None:
    jahat = "\x00<w:p>\u202e&amp;\x0b\ud800" + "panjang" * 9_000
    satu = replace(semua()[0], pesan=jahat, saran=jahat, lembar=jahat, sel="A1", kode_indikator=jahat)
    isi = susun_memo(kepala(nama_unit=jahat, nama_berkas=jahat, putusan=jahat, nama_kantor="Kecamatan"), (satu,))
    assert "<w:p>" in _teks(isi)
    assert len(_teks(isi)) < 4_000


def test_the_same_memo_has_the_same_bytes() -> None:
    assert susun_memo(kepala(), semua()) == susun_memo(kepala(), semua())


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
    assert "salinan bertanda" in _teks(arsip.read("nota_pengembalian.docx"))


def test_a_file_that_the_guard_stopped_is_not_handed_on(susun: Susun) -> None:
    bermakro = tambah_bagian(susun(), "xl/vbaProject.bin", b"makro")
    arsip = zipfile.ZipFile(io.BytesIO(susun_paket(bermakro, kepala(), MAKRO).isi))
    assert arsip.namelist() == ["nota_pengembalian.docx"]
    assert "Salinan bertanda tidak dibuat" in _teks(arsip.read("nota_pengembalian.docx"))


def test_a_file_that_cannot_be_copied_goes_back_with_the_memo(susun: Susun) -> None:
    rusak = ubah_bagian(susun(), "xl/styles.xml", lambda xml: xml.replace(b"cellXfs", b"cellXxs"))
    arsip = zipfile.ZipFile(io.BytesIO(susun_paket(rusak, kepala(), semua()).isi))
    assert arsip.namelist() == ["nota_pengembalian.docx", "format_2026_TW3_PEM_asli.xlsx"]
    assert "Salinan bertanda tidak dapat dibuat" in _teks(arsip.read("nota_pengembalian.docx"))


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
