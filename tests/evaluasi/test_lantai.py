"""The evaluations against SQL that was written by hand for one office, three statements that know nothing of ours."""

from tests.alat.kosong import gudang_kosong
from tests.benchmarks.evaluasi import periksa
from tests.benchmarks.kantor_tahun import KantorTahun


def test_the_three_evaluations_of_six_years_give_the_figures_of_sql_written_by_hand() -> None:
    gudang = gudang_kosong()
    KantorTahun(60).isi(gudang)
    periksa(gudang)
    gudang.tutup()
