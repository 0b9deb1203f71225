"""What is read across the years: which Renstra a figure belongs to, and offices that have only part of the plan."""

from decimal import Decimal

from analytics.aturan.periode import Periode
from analytics.evaluasi.indikator import rincian_indikator
from tests.alat.evaluasi import evaluasi_renstra
from tests.alat.toko import KODE_PD, Toko, date


def _riwayat(toko: Toko, rencana: int, jenis: str, tahun: int, nilai: int) -> None:
    toko.tambah(
        "riwayat",
        id_rencana=rencana,
        kode_indikator="A",
        jenis=jenis,
        tahun=tahun,
        nilai=Decimal(nilai),
        sumber="LKjIP",
        lembar="Riwayat",
        sel="E2",
    )


def test_kondisi_awal_and_akhir_are_those_of_the_renstra_in_force() -> None:
    toko = Toko()
    toko.dokumen(10, "renstra", 2029, 2033, date(2029, 1, 2))
    for tahun in (2026, 2029):
        toko.indikator("A", tahun=tahun)
    for rencana, awal, akhir, geser in ((1, 2023, 2028, 0), (10, 2028, 2033, 20)):
        _riwayat(toko, rencana, "kondisi_awal", awal, 50 + geser)
        _riwayat(toko, rencana, "kondisi_akhir", akhir, 60 + geser)
    gudang = toko.tulis()
    for tahun, awal, akhir in ((2026, 50, 60), (2029, 70, 80)):
        hasil = evaluasi_renstra(gudang, KODE_PD, Periode(tahun, 1))
        (kinerja,) = next(baris for baris in hasil.baris if baris.kinerja).kinerja
        rincian = rincian_indikator(gudang, KODE_PD, "A", Periode(tahun, 1))
        assert (kinerja.kondisi_awal.tepat, rincian.kondisi_awal.tepat, rincian.kondisi_akhir.tepat) == (
            awal,
            awal,
            akhir,
        )


def test_an_office_without_a_renstra_sees_the_running_year_against_its_renja() -> None:
    toko = Toko()
    toko.tabel["rencana"] = [baris for baris in toko.tabel["rencana"] if baris["jenis"] == "renja"]
    toko.indikator("A")
    toko.target("A", {0: 10, 1: 3})
    toko.lapor("A", {1: 3})
    (tahun,) = rincian_indikator(toko.tulis(), KODE_PD, "A", Periode(2026, 1)).riwayat
    assert (tahun.tahun, tahun.target.nilai, tahun.capaian.nilai) == (2026, 10, Decimal("30.00"))
    assert evaluasi_renstra(toko.gudang, KODE_PD, Periode(2026, 1)).tahun == ()


def test_a_year_after_the_periode_is_not_history() -> None:
    toko = Toko()
    toko.indikator("A", tahun=2024)
    for tahun in (2023, 2025):
        _riwayat(toko, 1, "realisasi", tahun, 5)
    rincian = rincian_indikator(toko.tulis(), KODE_PD, "A", Periode(2024, 1))
    assert [tahun.tahun for tahun in rincian.riwayat] == [2023, 2024]
