from __future__ import annotations

import re
from string import Formatter
from typing import get_args

import pytest

from analytics.pembaca.anak import BATAS_GABUNGAN, BATAS_ISI, BATAS_SEL
from analytics.pembaca.penjaga import BATAS_ANGGOTA, BATAS_BERKAS
from analytics.pembaca.tolakan import SEBAB, Kode, Sebab, Tolakan, tolak
from analytics.temuan.berkas_ditolak import JENIS, KALIMAT, kalimat, temuan_berkas
from analytics.temuan.katalog import KATALOG_FORMAT

_BAHASA_MESIN = re.compile(r"Traceback|Error|Exception|<class|object at 0x|\bNone\b|[{}]")
_PESAN: list[tuple[Tolakan, str]] = [
    (tolak("tanpa_isi"), "Berkas ini kosong (0 byte)."),
    (tolak("terlalu_besar", byte=10_485_764), "Berkas berukuran 10,0 MB, paling besar 10 MB."),
    (tolak("terlalu_besar", byte=26_424_115), "Berkas berukuran 25,2 MB, paling besar 10 MB."),
    (tolak("jenis_lain", jenis="pdf"), "Berkas ini berkas PDF, bukan buku kerja Excel (.xlsx)."),
    (tolak("jenis_lain", jenis="xls"), "Berkas ini buku kerja Excel lama (.xls), bukan buku kerja Excel (.xlsx)."),
    (tolak("buku_bersandi"), "Buku kerja ini bersandi (password)."),
    (
        tolak("bagian_terlalu_banyak", banyak=1200, batas=500),
        "Susunan berkas tidak wajar: memuat 1200 bagian, paling banyak 500.",
    ),
    (
        tolak("nomor_hubungan_kembar", bagian="xl/_rels/workbook.xml.rels"),
        "Susunan berkas tidak wajar: bagian xl/_rels/workbook.xml.rels memuat nomor kembar.",
    ),
    (tolak("hubungan_rusak", bagian="_rels/.rels"), "Bagian _rels/.rels rusak."),
    (tolak("makro"), "Berkas ini berisi makro."),
    (tolak("sumber_luar"), "Berkas ini mengambil angka dari berkas atau sumber data lain."),
    (tolak("dtd", bagian="xl/workbook.xml"), "Bagian xl/workbook.xml memuat DTD atau entitas."),
    (tolak("sel_jauh", sel="XFD1048576"), "Sel XFD1048576 terlalu jauh dari isi."),
    (tolak("terlalu_besar_dibuka"), "Isi berkas setelah dibuka lebih besar dari 32 MB."),
    (
        tolak("sel_salah_baris", sel="A901", baris="900"),
        "Isi buku kerja tidak dapat dibaca. Sel A901 tertulis di baris 900.",
    ),
    (
        tolak("tidak_selesai"),
        "Isi buku kerja tidak dapat dibaca. Berkas tidak selesai dibaca dalam batas waktu dan memori.",
    ),
]


def _nama(templat: str) -> set[str]:
    return {nama for _, nama, _, _ in Formatter().parse(templat) if nama}


def _dengan_fakta(sebab: Sebab) -> Tolakan:
    """A refusal of this reason, its facts full of what could be taken for a template or markup."""
    contoh: dict[str, str | int] = {"byte": 2**40, "banyak": 501, "batas": 500, "jenis": "lain"}
    return tolak(sebab, **{nama: contoh.get(nama, "{kode} <b> 100%s \ufffd") for nama in _nama(SEBAB[sebab][1])})


def test_every_reason_has_its_kind_and_its_sentence_in_both_languages() -> None:
    assert set(SEBAB) == set(KALIMAT) == set(get_args(Sebab))
    assert {kode for kode, _ in SEBAB.values()} == set(get_args(Kode))
    assert {sebab: _nama(teks) for sebab, (_, teks) in SEBAB.items()} == {
        sebab: _nama(teks) for sebab, teks in KALIMAT.items()
    }


def test_every_kind_is_a_galat_of_the_catalogue() -> None:
    assert {KATALOG_FORMAT[kode].tingkat for kode in get_args(Kode)} == {"galat"}


@pytest.mark.parametrize("sebab", SEBAB)
def test_every_refusal_is_a_sentence_for_an_officer_about_the_whole_file(sebab: Sebab) -> None:
    tolakan = _dengan_fakta(sebab)
    (temuan,) = temuan_berkas([tolakan])
    assert (temuan.kode, temuan.alamat) == (tolakan.kode, "berkas")
    for teks in (temuan.pesan, temuan.saran):
        assert teks[0].isupper()
        assert teks.endswith(".")
        assert teks.isprintable()
        assert not _BAHASA_MESIN.search(teks.replace("{kode}", ""))


@pytest.mark.parametrize(("tolakan", "pesan"), _PESAN, ids=lambda nilai: getattr(nilai, "sebab", ""))
def test_a_refusal_is_worded_as_officers_know_it(tolakan: Tolakan, pesan: str) -> None:
    assert [temuan.pesan for temuan in temuan_berkas([tolakan])] == [pesan]


def test_a_reason_alone_leaves_out_that_the_workbook_could_not_be_read() -> None:
    assert kalimat(tolak("susunan_asing")) == "Susunan isi buku kerja tidak sesuai aturan Excel."


@pytest.mark.parametrize("jenis", JENIS)
def test_a_file_of_another_type_is_named_in_words(jenis: str) -> None:
    assert kalimat(tolak("jenis_lain", jenis=jenis)) == f"Berkas ini {JENIS[jenis]}, bukan buku kerja Excel (.xlsx)."


def test_the_bounds_that_sentences_name_are_those_of_the_reader() -> None:
    bagian = tolak("bagian_terlalu_banyak", banyak=BATAS_ANGGOTA + 1, batas=BATAS_ANGGOTA)
    assert kalimat(bagian).endswith("paling banyak 500.")
    assert (BATAS_BERKAS, BATAS_ISI, BATAS_SEL, BATAS_GABUNGAN) == (10 * 2**20, 32 * 2**20, 200_000, 10_000)
    assert "10 MB" in KALIMAT["terlalu_besar"]
    assert "32 MB" in KALIMAT["terlalu_besar_dibuka"]
    assert "200.000 sel" in KALIMAT["sel_terlalu_banyak"]
    assert "200.000 sel" in KALIMAT["rentang_terlalu_luas"]
    assert "10.000 sel" in KALIMAT["rentang_terlalu_banyak"]
