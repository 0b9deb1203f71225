"""`hitung`: any old table comes back with our value, the working and the class of what was printed."""

import io
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from analytics.hitung import BarisHitung, TabelTidakDikenal, hitung_tabel

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


def test_a_truth_value_is_no_target() -> None:
    (baris,) = hitung_tabel(
        tabel_xlsx([["Polaritas", "Target", "Realisasi", "Capaian"], ["naik", True, 1, 100]]), "x.xlsx"
    )
    assert (baris.nilai, baris.kelas) == (None, "tidak_dapat_dihitung")
    assert "target “TRUE (kotak centang)” tidak terbaca" in baris.penjelasan


def test_the_rumus_that_stands_in_for_the_first_one_is_named() -> None:
    hasil = satu_baris("Konflik,turun,,0,1,")
    assert (hasil.nilai, hasil.rumus) == (Decimal("0.00"), "turun_rasio")
    assert hasil.catatan == "Rumus turun_selisih tidak memberi nilai; hitungan ini menurut rumus turun_rasio."


def test_a_print_with_two_readings_names_both() -> None:
    assert (
        satu_baris("Nilai,naik,,10,12,1.200").catatan == "Angka tercetak “1.200” mempunyai dua bacaan: 1200 atau 1,2."
    )


def test_an_ambiguous_text_is_not_guessed() -> None:
    (baris,) = hitung_tabel(b"polaritas;target;realisasi;capaian\nnaik;1.200;1.100;91,67\n", "lama.csv")
    assert baris.kelas == "tidak_dapat_dihitung"
    assert baris.nilai is None


def satu_baris(baris: str) -> BarisHitung:
    (hasil,) = hitung_tabel(f"indikator,polaritas,rumus,target,realisasi,capaian\n{baris}\n".encode(), "lama.csv")
    return hasil


def test_a_print_without_its_inputs_comes_back_and_names_what_is_missing() -> None:
    hasil = satu_baris('IKM,naik,,,,"110,66"')
    assert (hasil.tercetak, hasil.nilai, hasil.kelas) == ("110,66", None, "tidak_dapat_dihitung")
    assert "tidak ada target dan realisasi" in hasil.penjelasan


@pytest.mark.parametrize(
    ("baris", "sebab"),
    [
        ("IKM,naik,,60,,", "tidak ada realisasi"),
        ("IKM,naik,,,60,", "tidak ada target"),
        ("Meningkatnya pelayanan,,,,,", "tidak ada target dan realisasi"),
        ("SAKIP,naik,,BB,70,", "target “BB” adalah peringkat, bukan angka"),
        ("IKM,naik,,60?,70,", "target “60?” tidak terbaca"),
        ("IKM,naik,,60,70-80,", "realisasi bukan satu angka"),
        ("IKM,naik,,60,<= 5,", "realisasi bukan satu angka"),
    ],
)
def test_every_row_comes_back_with_a_value_or_with_what_is_wrong_with_its_inputs(baris: str, sebab: str) -> None:
    hasil = satu_baris(baris)
    assert (hasil.nilai, hasil.kelas) == (None, "tidak_dapat_dihitung")
    assert sebab in hasil.penjelasan
    assert hasil.alasan


@pytest.mark.parametrize("kata", ["negatif", "Negatif", "minimize", "makin rendah makin baik", "turun"])
def test_what_reports_call_a_polaritas_is_known(kata: str) -> None:
    hasil = satu_baris(f'Angka kesakitan,{kata},,60,"42,58","129,03"')
    assert (hasil.polaritas, hasil.rumus, hasil.nilai, hasil.kelas) == (
        "turun",
        "turun_selisih",
        Decimal("129.03"),
        "tepat",
    )


@pytest.mark.parametrize("aturan", ["ngawur,", "baik sekali,", ",rumus sendiri", "naik,rumus sendiri"])
def test_an_unknown_polaritas_or_rumus_is_refused_and_never_read_as_naik(aturan: str) -> None:
    hasil = satu_baris(f'Angka kesakitan,{aturan},60,"129,03","215,05"')
    assert (hasil.nilai, hasil.kelas) == (None, "tidak_dapat_dihitung")
    assert "tidak dikenal" in hasil.penjelasan
    assert "Tulis polaritas naik atau turun" in hasil.catatan


def test_without_a_polaritas_it_says_by_which_rumus_it_computed() -> None:
    hasil = satu_baris('Angka kesakitan,,,49,"56,23",')
    assert (hasil.nilai, hasil.rumus) == (Decimal("114.76"), "naik")
    assert hasil.catatan == "Polaritas tidak disebut; hitungan ini menurut rumus naik."


def test_both_readings_of_an_ambiguous_number_are_told_and_the_one_that_gives_the_print() -> None:
    hasil = satu_baris("Dokumen,naik,,1.200,600,50")
    assert (hasil.nilai, hasil.kelas) == (None, "tidak_dapat_dihitung")
    assert "target “1.200” mempunyai dua bacaan: 1200 atau 1,2" in hasil.penjelasan
    assert "Bila target 1200: 50,00, sama dengan yang tercetak. Bila target 1,2: 50.000,00." in hasil.catatan


def test_an_unusual_spelling_is_read_and_asked() -> None:
    hasil = satu_baris("Nilai,naik,,12.5,10,80.0")
    assert (hasil.nilai, hasil.kelas) == (Decimal("80.00"), "tepat")
    assert "Kolom target: Dibaca 12,5 (titik dianggap koma). Benar?" in hasil.catatan
    assert "Kolom capaian tercetak: Dibaca 80 (titik dianggap koma). Benar?" in hasil.catatan


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
