"""The command line does the same work as the pages, and says so in JSON."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from analytics.__main__ import aplikasi
from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.evaluasi.iku import evaluasi_iku
from data.gudang import Gudang

CONTOH = Path(__file__).parents[1] / "data" / "contoh"
BENAR = CONTOH / "coba" / "format_2026_TW3_UMPEG_benar.xlsx"
KELIRU = CONTOH / "coba" / "format_2026_TW3_UMPEG_keliru.xlsx"
GOLDEN = Path(__file__).parent / "golden" / "capaian_tercetak.csv"


def jalankan(*argumen: str | Path) -> Result:
    return CliRunner().invoke(aplikasi, [str(satu) for satu in argumen])


def json_dari(hasil: Result) -> Any:
    return json.loads(hasil.stdout)


def test_evaluasi_says_the_same_figures_as_the_pages(salinan_contoh: Path, gudang_contoh: Gudang) -> None:
    hasil = jalankan("evaluasi", "iku", "--gudang", salinan_contoh, "--tahun", "2025", "--triwulan", "4", "--json")
    assert hasil.exit_code == 0
    isi = json_dari(hasil)
    benar = evaluasi_iku(gudang_contoh, KODE_PD, Periode(2025, 4))
    assert isi["tercapai"] == benar.tercapai
    assert [satu["kini"]["capaian"]["mentah"] for satu in isi["baris"]] == [
        satu.kini.capaian.mentah for satu in benar.baris
    ]
    assert isi["baris"][1]["kini"]["capaian"]["cara_hitung"] == "83,96 / 84 × 100 = 99,95"


@pytest.mark.parametrize("jenis", ["iku", "renja", "renstra"])
def test_evaluasi_opens_at_the_newest_periode_and_names_it(salinan_contoh: Path, jenis: str) -> None:
    hasil = jalankan("evaluasi", jenis, "--gudang", salinan_contoh)
    assert hasil.exit_code == 0
    assert hasil.stdout.startswith("Kecamatan Purbalingga (contoh), Triwulan III 2026, draf\n")


def test_a_filled_workbook_is_received_once_and_recognised_the_second_time(salinan_contoh: Path) -> None:
    pertama = jalankan("terima", BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert pertama.exit_code == 0
    isi = json_dari(pertama)
    assert isi["putusan"]["status"] == "diterima"
    assert any(satu["keadaan"] == "terisi" and satu["nilai"] is not None for satu in isi["realisasi"])
    kedua = jalankan("terima", BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert json_dari(kedua)["putusan"]["status"] == "sudah_ada"


def test_a_wrong_workbook_is_refused_with_its_cells_and_the_good_one_beside_it_is_taken(salinan_contoh: Path) -> None:
    hasil = jalankan("terima", KELIRU, BENAR, "--gudang", salinan_contoh, "--alasan", "sudah dicek", "--json")
    assert hasil.exit_code == 1
    keliru, benar = json_dari(hasil)
    assert (keliru["putusan"]["status"], benar["putusan"]["status"]) == ("ditolak", "diterima")
    galat = [satu for satu in keliru["putusan"]["temuan"] if satu["tingkat"] == "galat"]
    assert galat
    assert all(satu["lembar"] and satu["sel"] and satu["saran"] for satu in galat)


def test_format_writes_one_workbook_per_unit(salinan_contoh: Path, tmp_path: Path) -> None:
    hasil = jalankan(
        "format", tmp_path / "keluar", "--gudang", salinan_contoh, "--tahun", "2026", "--triwulan", "4", "--json"
    )
    berkas = json_dari(hasil)["berkas"]
    assert len(berkas) == 6
    assert all(Path(satu).read_bytes().startswith(b"PK") for satu in berkas)


def test_ekspor_writes_the_compiled_workbook(salinan_contoh: Path, tmp_path: Path) -> None:
    tujuan = tmp_path / "kompilasi.xlsx"
    hasil = jalankan("ekspor", tujuan, "--gudang", salinan_contoh)
    assert hasil.exit_code == 0
    assert "Triwulan III 2026" in hasil.stdout
    assert openpyxl.load_workbook(tujuan, read_only=True).sheetnames[0] == "Sampul"


def test_an_empty_store_takes_a_rencana_and_says_what_to_do_first(tmp_path: Path) -> None:
    gudang = tmp_path / "baru.duckdb"
    kosong = jalankan("evaluasi", "iku", "--gudang", gudang)
    assert kosong.exit_code == 2
    assert "Impor rencana dulu" in kosong.stderr
    impor = jalankan("impor", CONTOH / "rencana.xlsx", "--gudang", gudang, "--alasan", "sudah dicek", "--json")
    assert json_dari(impor)["status"] == "tersimpan"
    assert jalankan("evaluasi", "renja", "--gudang", gudang).exit_code == 0


def test_the_template_of_a_rencana_can_be_written(tmp_path: Path) -> None:
    tujuan = tmp_path / "templat.xlsx"
    assert jalankan("templat", tujuan).exit_code == 0
    assert "Indikator" in openpyxl.load_workbook(tujuan, read_only=True).sheetnames


def test_hitung_needs_no_store() -> None:
    hasil = jalankan("hitung", GOLDEN, "--json")
    assert hasil.exit_code == 0
    assert json_dari(hasil)[0]["cara_hitung"] == "88,94 / 82,5 × 100 = 107,81"


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (("evaluasi", "lain"), "Evaluasi lain tidak dikenal"),
        (("format", "x", "--unit", "TIDAK"), "Unit TIDAK tidak dikenal"),
        (("terima", "tidak_ada.xlsx"), "tidak dapat dibuka"),
        (("evaluasi", "iku", "--kantor", "lain"), "Sebutkan --kantor"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(salinan_contoh: Path, argumen: tuple[str, ...], kalimat: str) -> None:
    hasil = jalankan(*argumen, "--gudang", salinan_contoh)
    assert hasil.exit_code == 2
    assert kalimat in hasil.stderr


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    bukan = tmp_path / "bukan.duckdb"
    bukan.write_bytes(b"bukan gudang" * 1000)
    hasil = jalankan("evaluasi", "iku", "--gudang", bukan)
    assert hasil.exit_code == 2
    assert "bukan gudang Capaian" in hasil.stderr
