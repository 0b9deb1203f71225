"""Whose data a page shows: one line below every title, one choice in the address, the same figures everywhere."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, SEKCAM
from analytics.dokumen.tabel import Kolom, Tabel, susun_csv, susun_tabel
from analytics.evaluasi.hasil import Kantor, Keterangan
from pages.komponen.kepala import _lipatan, subjudul
from tests.alat.halaman import Masuk, buka, jalankan, judul, kartu, status, terlihat
from tests.alat.sampai import PADA

ALAMAT = {"tahun": "2026", "triwulan": "3"}
BELUM = "belum: Seksi Pemberdayaan Masyarakat dan Desa, Subbagian Umum dan Kepegawaian"
SEMUA = f"4 dari 6 unit s/d TW III 2026, {BELUM}"
TERVERIFIKASI = f"4 dari 6 unit terverifikasi s/d TW III 2026, {BELUM}"
BERPILIHAN = ("beranda", "evaluasi-iku", "evaluasi-renja", "evaluasi-renstra", "indikator", "ekspor")
"""Pages on which anybody chooses whose data the figures are made of."""
PUTUSAN = ("kompilasi", "supervisi", "persetujuan")
"""Pages on which somebody decides about what is terverifikasi."""


def garis(uji: AppTest) -> str:
    """The line below the title."""
    (baris,) = re.findall(r"<p class='keterangan'>(.*?)</p>", "".join(potongan.value for potongan in uji.html))
    return re.sub(r"<[^>]+>", " ", baris)


def pilihan(uji: AppTest) -> list[str]:
    """What the page lets choose from; empty where it lets nothing choose."""
    return [tombol.value for tombol in uji.button_group if tombol.key == "pilih_kiriman"]


def angka(uji: AppTest) -> dict[str, str]:
    """The figures that Beranda and the pages of a decision both show."""
    semua = kartu(uji)
    return {nama: semua[nama] for nama in ("IKU mencapai target", "Serapan anggaran")}


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", BERPILIHAN)
def test_a_page_with_figures_names_the_units_that_are_in_and_those_that_are_missing(url: str) -> None:
    uji = buka(url, **ALAMAT)
    assert garis(uji).count(SEMUA) == 1
    assert pilihan(uji) == ["semua"]
    assert "kiriman" not in uji.query_params, "nobody chose"


@pytest.mark.usefixtures("terverifikasi")
def test_beranda_shows_what_would_be_approved_when_it_is_asked_for(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    beranda = buka("beranda", kiriman="terverifikasi", **ALAMAT)
    assert judul(beranda).startswith("4 dari 6 unit terverifikasi s/d Triwulan III 2026; ")
    putusan = buka("persetujuan", **ALAMAT)
    assert TERVERIFIKASI in garis(beranda)
    assert TERVERIFIKASI in garis(putusan)
    assert angka(beranda) == angka(putusan)


@pytest.mark.usefixtures("contoh")
def test_what_nobody_verified_leaves_the_figures_with_the_choice_and_comes_back_with_it() -> None:
    uji = buka("evaluasi-iku", **ALAMAT)
    semua = kartu(uji)
    uji.get_by_key("pilih_kiriman").set_value("terverifikasi")
    uji = jalankan(uji)
    assert uji.query_params["kiriman"] == "terverifikasi"
    assert kartu(uji) != semua
    assert " unit terverifikasi s/d TW III 2026" in garis(uji)
    uji.query_params.clear()
    uji.switch_page("evaluasi/renja.py")
    uji = jalankan(uji)
    assert uji.query_params["kiriman"] == "terverifikasi", "the choice goes along to the next page"
    uji.get_by_key("pilih_kiriman").set_value("semua")
    assert SEMUA in garis(jalankan(uji))


@pytest.mark.usefixtures("contoh")
def test_a_choice_that_means_nothing_is_said_and_replaced() -> None:
    uji = buka("evaluasi-iku", kiriman="sebagian", **ALAMAT)
    assert "Alamat meminta kiriman yang tidak ada" in terlihat(uji)
    assert uji.query_params["kiriman"] == "semua"


@pytest.mark.usefixtures("di_sekretaris")
def test_once_compiled_pages_show_verified_data_and_all_of_it_only_as_a_draft() -> None:
    uji = buka("evaluasi-iku", **ALAMAT)
    assert (pilihan(uji), status(uji)) == (["terverifikasi"], "terverifikasi")
    assert TERVERIFIKASI in garis(uji)
    for url in BERPILIHAN:
        uji = buka(url, kiriman="semua", **ALAMAT)
        assert status(uji) == "draf", url
        assert SEMUA in garis(uji), url


@pytest.mark.usefixtures("di_sekretaris")
def test_who_decides_reads_first_of_how_many_units_the_figures_are_and_has_no_other_choice(masuk: Masuk) -> None:
    masuk.siapa = SEKCAM
    for url in PUTUSAN:
        uji = buka(url, kiriman="semua", **ALAMAT)
        assert judul(uji).startswith("4 dari 6 unit terverifikasi"), url
        assert TERVERIFIKASI in garis(uji), url
        assert pilihan(uji) == [], url
    assert judul(buka("supervisi", **ALAMAT)).endswith(". Menunggu supervisi Sekretaris")


@pytest.mark.usefixtures("disetujui_2026")
def test_an_approved_periode_has_no_choice_and_says_why_units_are_missing() -> None:
    for url in BERPILIHAN:
        uji = buka(url, kiriman="semua", **ALAMAT)
        assert (pilihan(uji), status(uji)) == ([], "disetujui"), url
        assert "kiriman" not in uji.query_params, url
        assert TERVERIFIKASI in garis(uji), url
        assert "Catatan: Unit yang lain menyusul pada revisi berikutnya." in garis(uji), url


@pytest.fixture
def keterangan() -> Keterangan:
    """The heading of a draft in which five of eight units are missing."""
    kantor = Kantor("K", "Kecamatan Contoh", "Kabupaten", None, contoh=True)
    belum = ("Umum", "Kesra", "Trantib", "PMD", "<b>")
    return Keterangan(kantor, Periode(2026, 3), "draf", None, 1, None, PADA, unit=8, unit_belum=belum)


def test_many_missing_units_are_counted_in_the_line_and_named_in_its_fold(keterangan: Keterangan) -> None:
    lipatan = _lipatan(keterangan.unit_belum)
    assert "<summary>5 unit belum</summary>Umum, Kesra, Trantib, PMD, &lt;b&gt;" in lipatan
    assert _lipatan(keterangan.unit_belum[:3]) == ""


def test_a_downloaded_table_carries_the_line_with_every_name(keterangan: Keterangan) -> None:
    baris = subjudul(keterangan)
    assert "status draf · 3 dari 8 unit s/d TW III 2026, belum: Umum, Kesra, Trantib, PMD, <b>" in baris
    tabel = Tabel("Judul", (Kolom("Kolom"),), ())
    assert baris.encode() in susun_csv(tabel, baris)
    buku = openpyxl.load_workbook(BytesIO(susun_tabel(tabel, baris, PADA, keterangan)))
    assert buku["Tabel"]["A2"].value == baris
