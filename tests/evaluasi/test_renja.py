"""E.81 on figures small enough to check by hand: 2024 and 2025 are full years, 2026 has run to triwulan III."""

from decimal import Decimal

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.evaluasi.hasil.renja import BarisRenja, EvaluasiRenja
from analytics.evaluasi.indikator import rincian_indikator
from data.gudang import Gudang
from pages.evaluasi.bagian.aturan import tabel_pembanding
from tests.alat.evaluasi import evaluasi_iku, evaluasi_renja, evaluasi_renstra
from tests.alat.toko import KODE_PD
from tests.evaluasi.alat_renja import KEGIATAN, PROGRAM, SUB_1, SUB_2, TUNGGAL, TW3, isi_toko, riwayat_anggaran


@pytest.fixture(scope="module")
def gudang_renja() -> Gudang:
    return isi_toko().tulis()


@pytest.fixture(scope="module")
def renja(gudang_renja: Gudang) -> EvaluasiRenja:
    return evaluasi_renja(gudang_renja, KODE_PD, TW3)


def baris(hasil: EvaluasiRenja, kode: str) -> BarisRenja:
    return next(baris for baris in hasil.baris if baris.kode_simpul == kode)


def test_rows_follow_the_plan_from_sasaran_down(renja: EvaluasiRenja) -> None:
    assert [baris.kode_simpul for baris in renja.baris] == ["S1.1", PROGRAM, KEGIATAN, SUB_1, SUB_2, TUNGGAL]


def test_k_columns_5_6_12_13_14_go_by_agregasi(renja: EvaluasiRenja) -> None:
    (dok,) = baris(renja, SUB_1).kinerja
    assert dok.target_renstra.nilai == 40
    assert dok.realisasi_lalu.tepat == 15
    assert [triwulan.sendiri for triwulan in dok.baris.triwulan[:3]] == [2.0, 3.0, 1.0]
    assert dok.kini.realisasi.tepat == 6
    assert dok.kini.capaian.nilai == Decimal("100.00")
    assert dok.realisasi_sd.tepat == 21
    assert dok.capaian_renstra.nilai == Decimal("52.50")


def test_sd_triwulan_quarters_are_differences_and_their_sum_is_column_12(renja: EvaluasiRenja) -> None:
    (lap,) = baris(renja, SUB_2).kinerja
    assert [triwulan.sendiri for triwulan in lap.baris.triwulan[:3]] == [3.0, 4.0, 2.0]
    assert lap.kini.realisasi.tepat == 9


def test_a_yearly_indicator_before_its_time_has_no_column_12_to_14(renja: EvaluasiRenja) -> None:
    (ikm,) = baris(renja, "S1.1").kinerja
    assert ikm.target_renstra.nilai == 87
    assert ikm.realisasi_lalu.tepat == 86
    assert ikm.kini.keadaan == "belum_waktunya"
    assert ikm.realisasi_sd is None
    assert ikm.capaian_renstra.nilai is None


def test_money_rolls_up_the_tree_and_a_silent_leaf_is_named() -> None:
    toko = isi_toko()
    for simpul, tahun in ((SUB_1, (2025,)), (SUB_2, (2024, 2025)), (TUNGGAL, (2024, 2025))):
        riwayat_anggaran(toko, simpul, dict.fromkeys(tahun, 0))
    renja = evaluasi_renja(toko.tulis(), KODE_PD, TW3)
    program = baris(renja, PROGRAM).uang
    assert program.kini.pagu == 35_000_000
    assert program.kini.realisasi == 22_500_000
    assert program.kini.triwulan == (6_000_000, 3_000_000, 13_500_000, None)
    assert program.kini.lengkap is False
    assert baris(renja, KEGIATAN).uang.kini.lengkap is True
    assert program.target_renstra == 175_000_000
    assert program.realisasi_lalu == 9_000_000
    assert program.realisasi_sd == 31_500_000
    assert program.tingkat_capaian == pytest.approx(31.5 / 150 * 100)
    assert (program.terhitung.banyak, program.kini.terhitung.banyak) == ("2 dari 3", "2 dari 3")
    assert program.kini.serapan == pytest.approx(22.5 / 30 * 100)


def test_a_leaf_without_any_report_has_no_realisasi_rather_than_zero(renja: EvaluasiRenja) -> None:
    uang = baris(renja, TUNGGAL).uang.kini
    assert uang.realisasi is None
    assert uang.serapan is None


def test_closing_rows_average_the_lowest_level_and_say_n_of_m(renja: EvaluasiRenja) -> None:
    penutup = renja.penutup
    assert (penutup.kinerja.n, penutup.kinerja.m) == (2, 2)
    assert penutup.kinerja.mentah == pytest.approx(100.0)
    assert penutup.serapan_rata == pytest.approx((75 + 75) / 2)
    assert penutup.serapan_jumlah == pytest.approx(22.5 / 30 * 100)
    assert (penutup.terhitung.banyak, penutup.tanpa_anggaran) == ("2 dari 3", (f"Nama {TUNGGAL}",))
    assert penutup.predikat_serapan == "Sedang"


def test_one_unit_sees_its_rows_and_those_above(gudang_renja: Gudang) -> None:
    hasil = evaluasi_renja(gudang_renja, KODE_PD, TW3, "S2")
    assert [baris.kode_simpul for baris in hasil.baris] == ["S1.1", PROGRAM, KEGIATAN, SUB_2]


def test_iku_compares_with_last_year_and_the_end_of_the_renstra(gudang_renja: Gudang) -> None:
    hasil = evaluasi_iku(gudang_renja, KODE_PD, Periode(2025, 4))
    ikm = next(baris for baris in hasil.baris if baris.baris.indikator.kode == "ikm")
    assert ikm.kini.capaian.nilai == Decimal("102.38")
    assert ikm.tahun_lalu is None
    assert ikm.target_akhir.nilai == 87
    assert ikm.capaian_akhir.nilai == Decimal("98.85")
    assert (hasil.tercapai, hasil.dinilai) == (1, 2)


def test_iku_counts_states_apart_from_figures(gudang_renja: Gudang) -> None:
    hasil = evaluasi_iku(gudang_renja, KODE_PD, TW3)
    assert (hasil.tercapai, hasil.dinilai, hasil.belum_waktunya, hasil.belum_ada_data) == (2, 2, 1, 0)
    assert (hasil.rata_rata.n, hasil.rata_rata.m) == (2, 2)
    assert hasil.keterangan.dokumen == "renja 2026 murni"
    assert hasil.keterangan.status == "draf"


def test_renstra_compares_every_year_with_its_own_target(gudang_renja: Gudang) -> None:
    hasil = evaluasi_renstra(gudang_renja, KODE_PD, TW3)
    assert hasil.tahun == (2024, 2025, 2026, 2027, 2028)
    (dok,) = next(baris for baris in hasil.baris if baris.kode_simpul == SUB_1).kinerja
    assert [str(tahun.capaian.nilai) for tahun in dok.tahun] == ["100.00", "87.50", "75.00", "None", "None"]
    assert [tahun.catatan for tahun in dok.tahun] == ["", "", "s/d TW III", "", ""]
    assert [tahun.keadaan for tahun in dok.tahun][3:] == ["belum_waktunya", "belum_waktunya"]
    uang = next(baris for baris in hasil.baris if baris.kode_simpul == SUB_1).uang
    assert [anggaran.realisasi for anggaran in uang] == [9_000_000, None, 7_500_000, None, None]
    assert uang[0].rasio == pytest.approx(90.0)


def test_a_planned_year_without_a_report_leaves_a_sum_over_years_without_value() -> None:
    toko = isi_toko()
    toko.tabel["realisasi"] = [
        baris for baris in toko.tabel["realisasi"] if not (baris["kode_indikator"] == "dok" and baris["tahun"] == 2025)
    ]
    hasil = evaluasi_renja(toko.tulis(), KODE_PD, TW3)
    (dok,) = baris(hasil, SUB_1).kinerja
    assert dok.realisasi_lalu is None
    assert dok.capaian_renstra.nilai is None
    assert (dok.sebut_lalu(), dok.sebut_sd()) == ("belum ada data TW I 2025", "belum ada data TW I 2025")
    assert dok.catatan_kurang(("6", "13")) == "Kolom 6 dan 13: belum ada data TW I 2025."
    rincian = rincian_indikator(toko.gudang, KODE_PD, "dok", TW3)
    assert [baris.isi[2] for baris in tabel_pembanding(rincian).baris][1] == "belum ada data TW I 2025"


def test_what_was_written_later_is_not_read_back_into_an_earlier_triwulan() -> None:
    toko = isi_toko()
    for triwulan, jenis in ((1, "faktor_pendorong"), (1, "tindak_lanjut_triwulan"), (3, "faktor_pendorong")):
        toko.tambah(
            "narasi",
            id_kiriman=f"S1-2026-{triwulan}-v1",
            kode_indikator="dok",
            jenis=jenis,
            isi=f"ditulis triwulan {triwulan}",
            lembar="Realisasi",
            sel="P9",
        )
    gudang = toko.tulis()
    narasi = {tw: evaluasi_renja(gudang, KODE_PD, Periode(2026, tw)).penutup.narasi for tw in (1, 2, 3)}
    assert [narasi[tw]["faktor_pendorong"] for tw in (1, 2, 3)] == [
        ("Indikator dok: ditulis triwulan 1",),
        ("Indikator dok: ditulis triwulan 1",),
        ("Indikator dok: ditulis triwulan 3",),
    ]
    assert [len(narasi[tw]["tindak_lanjut_triwulan"]) for tw in (1, 2, 3)] == [1, 0, 0]


def test_money_of_a_kegiatan_stays_when_the_kegiatan_gets_sub_kegiatan_later() -> None:
    toko = isi_toko()
    toko.anggaran(TUNGGAL, {4: 4_500_000}, tahun=2024)
    toko.simpul(f"{TUNGGAL}.0001", "sub_kegiatan", TUNGGAL, 8, unit="S1")
    hasil = evaluasi_renja(toko.tulis(), KODE_PD, Periode(2024, 4))
    uang = baris(hasil, PROGRAM).uang
    assert (uang.kini.pagu, uang.kini.realisasi) == (35_000_000, 13_500_000)
    assert (uang.realisasi_sd, uang.kini.triwulan[3]) == (13_500_000, 13_500_000)
    assert baris(hasil, TUNGGAL).uang.kini.lengkap
    assert hasil.penutup.serapan_jumlah == pytest.approx(13.5 / 15 * 100)
    assert hasil.penutup.serapan_rata == pytest.approx((90 + 90) / 2)
    assert evaluasi_renstra(toko.gudang, KODE_PD, Periode(2024, 4)).penutup.serapan_jumlah == pytest.approx(
        13.5 / 15 * 100
    )


def test_history_fills_the_leaves_that_no_kiriman_names_and_never_the_running_year() -> None:
    toko = isi_toko()
    riwayat_anggaran(toko, SUB_1, {2024: 1, 2025: 3_000_000})
    riwayat_anggaran(toko, SUB_2, {2024: 19_000_000, 2025: 4_000_000, 2026: 20_000_000})
    hasil = evaluasi_renja(toko.tulis(), KODE_PD, Periode(2026, 1))
    assert baris(hasil, KEGIATAN).uang.realisasi_lalu == 9_000_000 + 19_000_000 + 3_000_000 + 4_000_000
    assert baris(hasil, SUB_2).uang.realisasi_sd == 19_000_000 + 4_000_000 + 5_000_000
    awal = evaluasi_renja(toko.gudang, KODE_PD, Periode(2024, 1))
    assert baris(awal, SUB_2).uang.realisasi_sd is None


@pytest.mark.parametrize("triwulan", [1, 3, 4])
def test_every_form_gives_the_same_capaian_against_the_end_of_the_renstra(triwulan: int, gudang_renja: Gudang) -> None:
    periode = Periode(2026, triwulan)
    renja, renstra = (evaluasi(gudang_renja, KODE_PD, periode) for evaluasi in (evaluasi_renja, evaluasi_renstra))
    iku = {
        baris.baris.indikator.kode: baris.capaian_akhir for baris in evaluasi_iku(gudang_renja, KODE_PD, periode).baris
    }
    kinerja = [butir for baris in renja.baris for butir in baris.kinerja]
    assert iku == {butir.baris.indikator.kode: butir.capaian_renstra for butir in kinerja}
    assert iku["ikm"].nilai is None
    assert renja.penutup.kinerja_renstra == renstra.penutup.kinerja_renstra


def test_a_last_year_that_stopped_early_is_named_as_such_on_every_rendering() -> None:
    toko = isi_toko()
    toko.tabel["realisasi"] = [
        baris for baris in toko.tabel["realisasi"] if not (baris["kode_indikator"] == "ikm" and baris["tahun"] == 2025)
    ]
    toko.lapor("ikm", {2: 86}, tahun=2025)
    hasil = evaluasi_iku(toko.tulis(), KODE_PD, TW3)
    ikm = next(baris for baris in hasil.baris if baris.baris.indikator.kode == "ikm")
    assert ikm.tahun_lalu is None
    assert ikm.catatan_tahun_lalu == "belum ada data TW IV, terakhir 86 (TW II)"
    isi = [baris.isi for baris in tabel_iku(hasil).baris]
    assert any("belum ada data TW IV, terakhir 86 (TW II)" in baris for baris in isi)


def test_every_rupiah_on_the_renja_table_has_its_working_and_its_cell(renja: EvaluasiRenja) -> None:
    isi = {baris.isi[0]: baris.isi for baris in tabel_renja(renja).baris}
    daun = isi[f"Sub kegiatan {SUB_1}: Nama {SUB_1}"]
    assert "7.500.000 / 10.000.000 × 100 = 75,00" in daun
    assert "S1-2026-3-v1.xlsx, Anggaran!F9 (versi 1)" in daun
    program = isi[f"Program {PROGRAM}: Nama {PROGRAM}"]
    assert "22.500.000 / 30.000.000 × 100 = 75,00. Anggaran: 2 dari 3 baris melaporkan TW III." in program
    assert "jumlah baris di bawahnya" in program


def test_the_renstra_table_says_which_year_is_not_whole(gudang_renja: Gudang) -> None:
    isi = {baris.isi[0]: baris.isi for baris in tabel_renstra(evaluasi_renstra(gudang_renja, KODE_PD, TW3)).baris}
    assert isi["Indikator dok"][-1] == "2026: s/d TW III"
    program = isi[f"Program {PROGRAM}: Nama {PROGRAM}"][-1]
    assert program == "2024: anggaran 1 dari 3 baris. 2026: anggaran 2 dari 3 baris."
