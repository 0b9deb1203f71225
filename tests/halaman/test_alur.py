"""The page Alur SOP is drawn from the table of steps, with the state of the periode and the history of a document."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

import pytest
from streamlit.testing.v1 import AppTest

from analytics.contoh.akun import KASUBBAG, kepala
from analytics.papan.diagram import LAJUR, panah_tidak, susun_diagram
from analytics.sop.langkah import LANGKAH, SOP, giliran
from analytics.sop.peran import NAMA_PERAN, PENGELOLA
from tests.alat.halaman import Masuk, buka, judul, terlihat


def gambar(uji: AppTest) -> str:
    """The drawing that the page shows."""
    isi = next(potongan.value for potongan in uji.html if "data:image/svg+xml" in potongan.value)
    cocok = re.search(r"base64,([\w+/=]+)", isi)
    assert cocok is not None
    return base64.b64decode(cocok[1]).decode()


def teks(svg: str) -> list[str]:
    return [unsur.text or "" for unsur in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own


def test_the_drawing_has_every_step_with_every_pelaksana_once() -> None:
    isi = teks(susun_diagram())
    for langkah in SOP:
        assert isi.count(str(langkah.nomor)) == len(langkah.pelaksana)
    assert set(LAJUR) == {peran for langkah in SOP for peran in langkah.pelaksana}
    assert set(LAJUR) == set(NAMA_PERAN) - {PENGELOLA}


def test_every_tidak_of_the_table_is_an_arrow_to_whose_turn_it_is_then() -> None:
    panah = {(panah.dari, panah.ke) for panah in panah_tidak()}
    assert panah == {(5, 4), (7, 6), (8, 7), (11, 10), (12, 11)}
    for langkah in LANGKAH:
        tujuan = giliran(langkah.dokumen, langkah.ke)
        if langkah.tidak and not langkah.kertas and not langkah.revisi_baru:
            assert tujuan is not None
            assert (langkah.nomor, tujuan.nomor) in panah
    assert teks(susun_diagram()).count("Tidak") == len(panah)


@pytest.mark.usefixtures("contoh")
def test_the_page_marks_the_state_of_the_periode_on_drawing_and_table() -> None:
    uji = buka("alur")
    assert judul(uji).startswith("Alur SOP Triwulan III 2026: langkah 3, 4 dan 5 sedang berjalan")
    isi = "\n".join(teks(gambar(uji)))
    assert "✓ 1. Menyusun draf format data" in isi
    assert "▶ 5. Menghimpun, menganalisis, dan" in isi
    assert "○ 8. Menyetujui data capaian kinerja" in isi
    assert "dianggap 1 hari" in terlihat(uji)


@pytest.mark.usefixtures("contoh")
def test_every_move_of_the_table_stands_on_the_page() -> None:
    isi = terlihat(buka("alur"))
    assert [langkah.aksi for langkah in LANGKAH if langkah.nama not in isi] == []
    assert "dasar: Kata Inspektur di samping langkah 12" in isi


@pytest.mark.usefixtures("contoh")
def test_the_history_of_a_document_says_who_when_as_what_and_why(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    isi = terlihat(buka("alur", tahun="2026", triwulan="2", dokumen="pengumpulan:7-01.0-00.0-00.05.00:2026:2:TRANTIB:"))
    assert "Angka IKU tidak sesuai dengan rekap bulanan; mohon diperiksa kembali." in isi
    assert "Kasubbag Perencanaan (contoh), sebagai Kasubbag Perencanaan dan Keuangan" in isi
    assert "↩ Kembalikan kepada Kasubbag Umum" in isi


@pytest.mark.usefixtures("contoh")
def test_paper_stands_in_the_history_with_its_number() -> None:
    isi = terlihat(buka("alur", tahun="2026", triwulan="1", dokumen="kompilasi:7-01.0-00.0-00.05.00:2026:1::"))
    assert "Catat persetujuan Camat di atas kertas" in isi
    assert "di atas kertas (nomor 400.10/017/contoh, " in isi


@pytest.mark.usefixtures("contoh")
def test_a_kepala_seksi_reads_the_history_of_the_own_unit_and_of_the_office(masuk: Masuk) -> None:
    masuk.siapa = kepala("PEM")
    pilihan = next(pilihan for pilihan in buka("alur").selectbox if pilihan.label == "Dokumen")
    assert [teks.split(":")[0] for teks in pilihan.options] == [
        "Seksi Pemerintahan",
        "Kompilasi data kinerja Triwulan III 2026",
        "Laporan Kinerja (LKjIP) 2026",
    ]
