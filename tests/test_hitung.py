"""`hitung`: any old table comes back with our value, the working and the class of what was printed."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from analytics.hitung import TabelTidakDikenal, hitung_tabel

GOLDEN = Path(__file__).parent / "golden" / "capaian_tercetak.csv"


def tabel_xlsx(baris: list[list[object]]) -> bytes:
    berkas = io.BytesIO()
    buku = xlsxwriter.Workbook(berkas)
    lembar = buku.add_worksheet("Laporan lama")
    lembar.write_row(0, 0, ["Laporan Kinerja 2020"])
    for nomor, larik in enumerate(baris, start=2):
        lembar.write_row(nomor, 0, larik)
    buku.close()
    return berkas.getvalue()


def test_a_csv_of_printed_figures_comes_back_with_value_working_and_class() -> None:
    hasil = {baris.nomor: baris for baris in hitung_tabel(GOLDEN.read_bytes(), "capaian_tercetak.csv")}
    ikm = hasil[2]
    assert (ikm.nilai, ikm.kelas, ikm.cara_hitung) == (
        Decimal("107.81"),
        "tepat",
        "88,94 / 82,5 × 100 = 107,81",
    )
    turun = next(baris for baris in hasil.values() if baris.tercetak == "87,10")
    assert turun.rumus == "turun_rasio"
    assert turun.cara_hitung == "162 / 186 × 100 = 87,10"


def test_numeric_cells_of_a_workbook_are_read_as_numbers_and_thousands_are_not_ambiguous() -> None:
    isi = tabel_xlsx(
        [["Indikator", "Polaritas", "Target", "Realisasi", "Capaian"], ["Dokumen", "naik", 1200, 900.5, 75.04]]
    )
    (baris,) = hitung_tabel(isi, "lama.xlsx")
    assert (baris.nomor, baris.target, baris.realisasi, baris.kelas) == (4, "1200", "900,5", "tepat")


def test_an_ambiguous_text_is_not_guessed() -> None:
    (baris,) = hitung_tabel(b"polaritas;target;realisasi;capaian\nnaik;1.200;1.100;91,67\n", "lama.csv")
    assert baris.kelas == "tidak_dapat_dihitung"
    assert baris.nilai is None


def test_without_a_print_our_value_is_given() -> None:
    (baris,) = hitung_tabel(b'polaritas,target,realisasi\nturun,49,"56,23"\n', "lama.csv")
    assert (baris.nilai, baris.kelas) == (Decimal("85.24"), "tanpa_cetakan")


@pytest.mark.parametrize("isi", [b"", b"a,b\n1,2\n", b"target\n5\n"])
def test_a_table_without_its_columns_is_refused_with_a_sentence(isi: bytes) -> None:
    with pytest.raises(TabelTidakDikenal, match="Tidak ada baris judul"):
        hitung_tabel(isi, "lain.csv")


def test_a_file_that_is_no_workbook_is_refused_with_findings() -> None:
    with pytest.raises(TabelTidakDikenal) as tangkap:
        hitung_tabel(b"bukan buku kerja", "lama.xlsx")
    assert tangkap.value.temuan
