"""The evaluations against SQL that was written by hand for one office, three statements that know nothing of ours."""

from analytics.sistem import buka_gudang
from tests.benchmarks.evaluasi import periksa
from tests.benchmarks.kantor_tahun import KantorTahun


def test_the_three_evaluations_of_six_years_give_the_figures_of_sql_written_by_hand() -> None:
    gudang = buka_gudang(None)
    KantorTahun(60).isi(gudang)
    periksa(gudang)
    gudang.tutup()
