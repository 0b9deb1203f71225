"""What people wrote is shown letter by letter: not as Markdown, HTML, an icon, a formula, or a link."""

from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.dokumen.tabel import BarisTabel, Kolom, Tabel
from analytics.lembar.bentuk.susun import susun_format
from data.gudang import Gudang
from pages import DAFTAR
from pages.komponen import tabel
from pages.komponen.teks import aman
from tests.alat.halaman import buka, jalankan, terbaca, terlihat, tutup_gudang

JAHAT = "**tebal** <img src=https://jahat.example/x.png onerror=alert(1)> :red[merah] :material/home: $x^2$ [a](https://j.id)"


@given(st.text(alphabet="*_`[]()<>#:$~|\\!-=@wW./abmaterial{}\u202e\u200b\n ", max_size=80))
def test_markdown_signs_are_escaped_and_nothing_visible_is_lost(teks: str) -> None:
    hasil = aman(teks)
    assert terbaca(hasil) == " ".join(teks.replace("\u202e", "").replace("\u200b", "").split())
    tanpa_luput = hasil.replace("\\\\", "")
    assert not any(tanda in tanpa_luput.replace(f"\\{tanda}", "") for tanda in "*_`[]<>$#!")


@pytest.mark.parametrize("teks", ["https://j.id", "www.j.id", "a@j.id", ":streamlit:", ":smile:", "a -> b", "a >= b"])
def test_what_streamlit_looks_for_after_markdown_is_broken_up(teks: str) -> None:
    assert "\u2060" in aman(teks)


def test_a_plain_sentence_stays_searchable() -> None:
    assert "\u2060" not in aman("Rata-rata waktu: 3,5 menit (2026)")


def test_a_table_shows_a_real_minus_before_its_numbers_alone() -> None:
    kolom = (Kolom("Indikator"), Kolom("Capaian", "persen"), Kolom("Peringkat", "angka"))
    hasil = tabel.susun_html(Tabel("Capaian", kolom, (BarisTabel(("IKU-04", Decimal("-37.5"), "A-")),)), {})
    assert ">−37,50<" in hasil
    assert ">IKU-04<" in hasil
    assert ">A-<" in hasil


@given(st.text(alphabet="<>&'\"/scriptimg=onerror \u202e", max_size=60))
def test_a_table_holds_no_tag_but_its_own(teks: str) -> None:
    isi = Tabel(teks, (Kolom(teks), Kolom(teks)), (BarisTabel((teks, teks), kode_indikator=teks),))
    biasa = Tabel("x", (Kolom("x"), Kolom("x")), (BarisTabel(("x", "x"), kode_indikator="x"),))
    hasil = tabel.susun_html(isi, {"tahun": "2026"})
    assert hasil.count("<") == tabel.susun_html(biasa, {"tahun": "2026"}).count("<")


@pytest.fixture(scope="module")
def bernama_jahat(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample office where everything that has a name is called so; pages only read it."""
    jalur = Path(shutil.copyfile(berkas_contoh, tmp_path_factory.mktemp("jahat") / "contoh.duckdb"))
    with duckdb.connect(str(jalur)) as koneksi:
        for tabel_bernama in ("indikator", "unit", "simpul", "perangkat_daerah", "akun"):
            koneksi.execute(f"UPDATE {tabel_bernama} SET nama = ?", [JAHAT])
    yield jalur
    tutup_gudang(jalur)


@pytest.mark.parametrize("url", [halaman.url for halaman in DAFTAR if halaman.url != "sandi"])
def test_a_hostile_name_reaches_every_page_as_text(
    bernama_jahat: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("CAPAIAN_DATA", str(bernama_jahat))
    uji = buka(url)
    assert JAHAT.replace("  ", " ") in terlihat(uji)
    markdown = [unsur.value for kelompok in (uji.title, uji.markdown, uji.caption, uji.subheader) for unsur in kelompok]
    assert not any("**tebal**" in paragraf or "<img" in paragraf.replace("\\<", "") for paragraf in markdown)
    assert not any("<img src=https" in potongan.value for potongan in uji.html)
    assert not any("<img" in gambar.proto.spec for gambar in uji.get("plotly_chart"))


def test_an_unforeseen_error_shows_a_number_and_keeps_the_traceback_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def rusak() -> None:
        from pages.komponen.galat import tampilkan_galat  # noqa: PLC0415 - AppTest copies this function away

        try:
            raise ValueError("rahasia di jalur /data/lokal")
        except ValueError as galat:
            tampilkan_galat(galat)

    with caplog.at_level(logging.ERROR, logger="capaian"):
        uji = AppTest.from_function(rusak).run()
    pesan = uji.error[0].value
    assert pesan.startswith("Halaman ini tidak dapat ditampilkan. Data yang tersimpan tidak berubah.")
    assert "rahasia" not in pesan
    assert "rahasia di jalur" in caplog.text
    assert caplog.records[0].getMessage().split()[-1] in pesan


@pytest.mark.usefixtures("salinan")
def test_what_the_disk_refuses_is_told_with_its_cause_and_what_to_do() -> None:
    def penuh() -> None:
        from data.gudang import PenyimpananMenolak  # noqa: PLC0415 - AppTest copies this function away
        from pages.komponen.galat import tampilkan_galat  # noqa: PLC0415

        for pasti in (True, False):
            tampilkan_galat(PenyimpananMenolak("/rahasia/contoh.duckdb", "penuh", pasti=pasti))

    uji = AppTest.from_function(penuh).run()
    assert not uji.exception
    pertama, kedua = (galat.value for galat in uji.error)
    assert "Penyimpanan penuh" in pertama
    assert "Yang baru dikerjakan belum tersimpan" in pertama
    assert "Periksa dahulu apakah yang baru dikerjakan sudah tersimpan" in kedua
    assert "rahasia" not in pertama + kedua
    assert "Muat ulang" not in pertama + kedua


def test_a_store_where_nothing_may_be_written_is_told_with_its_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    penuh = tmp_path / "penuh.duckdb"
    penuh.symlink_to("/dev/full")
    monkeypatch.setenv("CAPAIAN_DATA", str(penuh))
    isi = terlihat(buka())
    assert "Gudang penuh.duckdb tidak dapat dipakai. Penyimpanan penuh" in isi
    assert "bukan data Capaian" not in isi


def test_a_store_that_another_program_holds_is_told_in_a_sentence(salinan: Path) -> None:
    program = f"import duckdb; k = duckdb.connect({str(salinan)!r}); print('buka', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as lain:
        assert lain.stdout is not None
        lain.stdout.readline()
        isi = terlihat(buka())
        lain.communicate("\n")
    assert "Data sedang dibuka oleh program lain." in isi


def test_a_file_that_is_no_store_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asing = tmp_path / "_catatan_.duckdb"
    asing.write_text(f"bukan gudang {datetime(2026, 1, 1)}" * 1000)
    monkeypatch.setenv("CAPAIAN_DATA", str(asing))
    assert "Berkas _catatan_.duckdb bukan data Capaian" in terlihat(buka())


@pytest.mark.usefixtures("salinan")
def test_what_stands_in_an_uploaded_workbook_reaches_the_page_as_text(jawaban: Gudang) -> None:
    kosong = susun_format(jawaban, KODE_PD, "PMD", Periode(2026, 3), datetime(2026, 10, 1)).isi
    buku = openpyxl.load_workbook(io.BytesIO(kosong))
    buku.create_sheet("$x^2$ #judul <img src=x>")["A1"] = "catatan"
    buku["Realisasi"]["M7"].value = JAHAT
    buku["Realisasi"]["C7"].value = JAHAT
    wadah = io.BytesIO()
    buku.save(wadah)
    uji = buka("unggah")
    uji.file_uploader(key="berkas_format").upload(f"{JAHAT.replace('/', '')}.xlsx", wadah.getvalue())
    jalankan(uji)
    isi = terlihat(uji)
    assert "1 berkas: 1 ditolak" in isi
    assert "**tebal** <img src=" in isi
    kelompok = (uji.title, uji.markdown, uji.caption, uji.subheader, uji.error, uji.warning, uji.info)
    tulisan = [unsur.value for jenis in kelompok for unsur in jenis]
    tulisan += [pilihan.content for kelompok in uji.segmented_control for pilihan in kelompok.proto.options]
    polos = [re.sub(r"\\.", "", teks) for teks in tulisan]
    assert not any(tanda in teks for teks in polos for tanda in ("**tebal**", "<img", "$x", ":red[", "](http"))
    assert not any("<img src=https" in potongan.value for potongan in uji.html)
