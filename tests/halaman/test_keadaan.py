"""Every page in every state of the store: empty, plan only, a running triwulan, a full year."""

from __future__ import annotations

import re
from functools import cache

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.formulir import IKU, MENURUT_KODE, RENJA
from data.gudang import Gudang
from pages import DAFTAR
from tests.alat.halaman import AKAR, TANGGAL_MESIN, buka, judul, kartu, status, terlihat

SEMUA = [halaman.url for halaman in DAFTAR]
DATA = [halaman.url for halaman in DAFTAR if halaman.kelompok != "Pengaturan"]
"""Pages that show the figures of an office."""
TANPA_STATUS = [halaman.url for halaman in DAFTAR if halaman.kelompok == "Pengaturan"] + ["periksa-dokumen", "arsip"]
"""Pages that show no figures of a periode, so that none of them is a draft."""
EVALUASI = [f"evaluasi-{kode}" for kode in MENURUT_KODE]
"""The pages of the forms."""
TW3 = Periode(2026, 3)
TW4 = Periode(2025, 4)


@cache
def setahun(gudang: Gudang) -> Bacaan:
    """A full year."""
    return baca(gudang, KODE_PD, TW4)


def test_every_page_file_is_in_the_list_and_has_its_own_address() -> None:
    semua = [berkas.relative_to(AKAR / "pages") for berkas in (AKAR / "pages").rglob("*.py")]
    berkas = {
        str(berkas)
        for berkas in semua
        if berkas.name not in {"__init__.py", "_utama.py"} and not {"komponen", "gerbang", "bagian"} & set(berkas.parts)
    }
    assert berkas == {halaman.berkas for halaman in DAFTAR}
    assert len(set(SEMUA)) == len(DAFTAR)


def test_no_two_pages_of_the_menu_have_one_picture() -> None:
    assert len({halaman.ikon for halaman in DAFTAR}) == len(DAFTAR)


def test_every_page_names_the_sop_steps_that_it_serves_or_what_else_it_is_there_for() -> None:
    assert {nomor for halaman in DAFTAR for nomor in halaman.langkah} <= set(range(1, 13))
    assert [halaman.url for halaman in DAFTAR if bool(halaman.langkah) == bool(halaman.di_luar_sop)] == []
    assert [halaman.url for halaman in DAFTAR if halaman.kelompok == "Pengaturan" and halaman.langkah] == []


@pytest.mark.usefixtures("tanpa_rencana")
@pytest.mark.parametrize("url", [url for url in DATA if url != "rencana"])
def test_an_empty_store_opens_with_the_first_run_guide(url: str) -> None:
    uji = buka(url)
    assert judul(uji) == "Mulai dengan mengimpor rencana kantor Anda"
    assert "1. Buka halaman **Rencana** dan unduh templat rencana." in terlihat(uji)
    assert "Buka halaman Rencana" in [tautan.value for tautan in uji.page_link]


@pytest.mark.usefixtures("tanpa_rencana")
def test_in_an_empty_store_the_plan_page_offers_template_and_import() -> None:
    uji = buka("rencana")
    assert judul(uji) == "Impor rencana kantor Anda dari satu buku kerja"
    assert [tombol.label for tombol in uji.get("download_button")] == ["Unduh templat kosong"]
    assert uji.file_uploader[0].label == "Buku kerja rencana (.xlsx)"


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", DATA)
def test_status_sample_mark_and_a_single_title_stand_on_every_page(url: str) -> None:
    uji = buka(url)
    isi = terlihat(uji)
    assert judul(uji)
    assert status(uji) or url in TANPA_STATUS
    assert "contoh, bukan data resmi" in isi
    assert "Kecamatan Purbalingga" in isi
    assert "Masuk sebagai Kasubbag Perencanaan (contoh)" in isi


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", TANPA_STATUS)
def test_a_page_without_figures_calls_nothing_a_draft(url: str) -> None:
    uji = buka(url)
    assert judul(uji)
    assert status(uji) == ""


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", [url for url in SEMUA if url != "jejak"])  # the log stands as it was recorded
def test_every_date_is_written_as_indonesians_write_it(url: str) -> None:
    assert TANGGAL_MESIN.findall(terlihat(buka(url, tahun="2026", triwulan="2"))) == []


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", ["unggah", "verifikasi"])
def test_kiriman_of_an_approved_triwulan_are_not_called_a_draft(url: str) -> None:
    assert status(buka(url, tahun="2026", triwulan="3")) == "draf"
    assert status(buka(url, tahun="2026", triwulan="2")) == "disetujui"


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", ["beranda", *EVALUASI, "indikator", "ekspor"])
def test_data_date_and_plan_version_in_force_stand_on_every_evaluation(url: str) -> None:
    isi = terlihat(buka(url))
    assert "s/d TW III 2026, belum: " in isi
    assert "data per 3 Oktober 2026" in isi
    assert "menurut Ren" in isi


@pytest.mark.usefixtures("contoh")
def test_beranda_says_who_has_not_sent_and_how_the_iku_stand(jawaban: Gudang) -> None:
    bacaan = baca(jawaban, KODE_PD, TW3)
    iku, lengkap = IKU.evaluasi(bacaan, None), susun_kelengkapan(bacaan)
    belum = [unit.nama for unit in lengkap.unit if unit.versi is None]
    uji = buka()
    assert judul(uji) == (
        f"{len(belum)} dari {len(lengkap.unit)} unit belum mengirim data Triwulan III 2026; "
        f"{iku.tercapai} dari {iku.dinilai} IKU yang dapat dinilai mencapai target"
    )
    assert kartu(uji)["IKU mencapai target"] == f"{iku.tercapai} dari {iku.dinilai}"
    assert kartu(uji)["Unit sudah mengirim"] == f"{lengkap.lengkap} dari {len(lengkap.unit)}"
    isi = terlihat(uji)
    for nama in belum:
        assert re.search(rf"{re.escape(nama)}\s+0 dari \d+ isian wajib\s+(⚠ )?belum mengirim", isi)
    assert f"Unduh format untuk {len(belum)} unit yang belum mengirim" in isi


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("url", ["beranda", "evaluasi-iku"])
def test_every_count_of_iku_says_what_it_counts_and_all_agree(jawaban: Gudang, url: str) -> None:
    iku = IKU.evaluasi(setahun(jawaban), None)
    tanpa = [baris.kini.tercapai for baris in iku.baris if baris.kini.capaian.mentah is None]
    persen = len(iku.baris) - len(tanpa)
    assert tanpa
    assert persen == iku.rata_rata.n
    isi = terlihat(buka(url, tahun="2025", triwulan="4"))
    assert f"{iku.dinilai} dari {len(iku.baris)} IKU dapat dinilai" in isi
    assert f"{persen} bernilai persen dari {iku.rata_rata.m} wajib lapor" in isi
    beda = f"{iku.dinilai} IKU dinilai tercapai atau tidak; rata-rata dari {persen} yang bernilai persen, "
    assert f"{beda}tanpa {iku.dinilai - persen} yang dinilai tanpa persen" in isi
    if url == "evaluasi-iku":
        assert (
            f"{iku.tercapai - sum(map(bool, tanpa))} dari {persen} indikator yang bernilai mencapai target, "
            f"juga {sum(map(bool, tanpa))} dari {len(tanpa)} yang dinilai tanpa persen; "
        ) in isi
    else:
        luput = f"{iku.dinilai - iku.tercapai} IKU di bawah target, 5 yang terjauh digambar"
        assert f"{luput}; paling jauh Jumlah konflik sosial (tidak tercapai, tanpa persen)." in isi


@pytest.mark.usefixtures("contoh")
def test_ekspor_says_how_many_indikator_the_rows_of_a_table_are(jawaban: Gudang) -> None:
    iku = IKU.evaluasi(setahun(jawaban), None)
    isi = terlihat(buka("ekspor", tahun="2025", triwulan="4"))
    assert f"Evaluasi IKU: {len(iku.baris)} indikator dalam " in isi


@pytest.mark.usefixtures("contoh")
def test_a_full_year_has_nothing_to_wait_for_and_offers_the_compiled_workbook(jawaban: Gudang) -> None:
    iku = IKU.evaluasi(setahun(jawaban), None)
    uji = buka(tahun="2025", triwulan="4")
    assert judul(uji).startswith("Semua 6 unit terverifikasi s/d Triwulan IV 2025; ")
    assert kartu(uji)["IKU mencapai target"] == f"{iku.tercapai} dari {iku.dinilai}"
    assert "Unduh kompilasi (xlsx)" in [tombol.label for tombol in uji.get("download_button")]


@pytest.mark.usefixtures("contoh")
def test_evaluasi_iku_shows_every_iku_with_rule_working_and_cell(jawaban: Gudang) -> None:
    hasil = IKU.evaluasi(setahun(jawaban), None)
    uji = buka("evaluasi-iku", tahun="2025", triwulan="4")
    isi = terlihat(uji)
    assert judul(uji).endswith("mencapai target s/d Triwulan IV 2025")
    for baris in hasil.baris:
        assert baris.baris.indikator.nama in isi
        assert baris.kini.capaian.cara_hitung in isi
        assert baris.kini.asal is None or baris.kini.asal.alamat in isi
    assert len(uji.get("plotly_chart")) == 2


@pytest.mark.usefixtures("contoh")
def test_evaluasi_renja_shows_money_beside_performance(jawaban: Gudang) -> None:
    hasil = RENJA.evaluasi(setahun(jawaban), None)
    uji = buka("evaluasi-renja", tahun="2025", triwulan="4")
    assert judul(uji).startswith("Capaian Renja rata-rata ")
    assert str(hasil.penutup.kinerja.nilai).replace(".", ",") in judul(uji)
    assert f"({hasil.penutup.predikat_kinerja})" in judul(uji)
    assert all(baris.nama in terlihat(uji) for baris in hasil.baris)
    assert len(uji.get("plotly_chart")) == 3


@pytest.mark.usefixtures("contoh")
def test_evaluasi_renstra_runs_over_its_five_years() -> None:
    uji = buka("evaluasi-renstra")
    assert judul(uji).endswith(" indikator Renstra mencapai target s/d Triwulan III 2026")
    assert list(kartu(uji))[:2] == ["Rata-rata capaian s/d triwulan", "Terhadap target 2026"]
    assert all(f"Target {tahun}" in terlihat(uji) for tahun in range(2024, 2029))


@pytest.mark.usefixtures("contoh")
def test_every_picture_has_a_reading_and_its_table_and_download() -> None:
    for url in EVALUASI:
        uji = buka(url)
        gambar = uji.get("plotly_chart")
        assert len(gambar) >= 2
        terbaca = [keterangan.value for keterangan in uji.caption]
        assert all(bagan.proto.alt for bagan in gambar)
        assert sum("indikator" in teks or "baris" in teks for teks in terbaca) >= len(gambar)
        assert {"Unduh tabel (xlsx)", "Unduh kompilasi (xlsx)"} <= {s.label for s in uji.get("download_button")}


@pytest.mark.usefixtures("rencana")
def test_a_plan_without_data_says_what_is_missing_on_every_evaluation() -> None:
    assert "belum ada IKU yang dapat dinilai" in judul(buka())
    iku = buka("evaluasi-iku")
    assert judul(iku).startswith("Belum ada IKU yang dapat dinilai s/d ")
    assert "belum ada kiriman" in terlihat(iku)
    assert "Angka muncul setelah kiriman unit diterima." in terlihat(iku)
    assert judul(buka("evaluasi-renja")).startswith("Belum ada indikator Renja yang mempunyai capaian s/d ")
    assert [url for url in EVALUASI if not judul(buka(url)).startswith("Belum ada ")] == []
    assert "6 dari 6 unit belum mengirim." in terlihat(buka("ekspor"))


@pytest.mark.usefixtures("rencana")
def test_without_data_a_figure_is_a_dash_and_never_a_silent_zero() -> None:
    assert kartu(buka())["Rata-rata capaian IKU"] == "–"
    assert kartu(buka())["Serapan anggaran"] == "–"
    renja = kartu(buka("evaluasi-renja"))
    assert set(renja.values()) == {"–"}
    assert kartu(buka("indikator"))["Realisasi s/d triwulan"] == "–"


@pytest.mark.usefixtures("contoh")
def test_format_data_has_one_workbook_per_unit_and_one_for_all() -> None:
    uji = buka("format-data")
    assert judul(uji) == "6 format data untuk Triwulan III 2026, satu buku kerja tiap unit"
    label = [tombol.label for tombol in uji.get("download_button")]
    assert label[-7:] == ["Unduh semua (6 berkas, zip)", *["Unduh format"] * 6]


@pytest.mark.usefixtures("contoh")
def test_rencana_shows_documents_with_their_version_and_the_tree_with_pagu() -> None:
    uji = buka("rencana", tahun="2025", triwulan="4")
    isi = terlihat(uji)
    assert "perubahan ke-1" in isi
    assert "Target dan pagu 2025" in isi
    assert "Target dan pagu Renstra 2024–2028" in isi
