"""What stands beside the value of a year: that it is not the whole year, how its target was reached."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.iku.lembar_iku import isi_baris
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.dokumen.tabel_evaluasi import tabel_riwayat, tabel_triwulan
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil import TahunRenstra
from analytics.evaluasi.hasil.iku import BarisIku
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.indikator import rincian_indikator
from analytics.evaluasi.renstra import susun_renstra
from data.gudang import Gudang
from tests.alat.toko import KODE_PD, Toko


def _setahun(gudang: Gudang, tahun: int, triwulan: int) -> TahunRenstra:
    return baca(gudang, KODE_PD, Periode(tahun, triwulan)).tahun_renstra((2025, "A"))


def _sekali(jatuh_tempo: str | None) -> Toko:
    toko = Toko()
    for tahun, rencana in ((2025, 3), (2026, 4)):
        toko.indikator("A", tahun=tahun, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo=jatuh_tempo)
        toko.target("A", {0: 70}, tahun, rencana)
    toko.target("A", {0: 70}, 2025, 1)
    toko.lapor("A", {2: 69}, 2025)
    return toko


@pytest.mark.parametrize(("tahun", "triwulan"), [(2025, 2), (2025, 3), (2025, 4), (2026, 1)])
def test_a_value_that_is_due_in_the_second_triwulan_is_that_of_the_year(tahun: int, triwulan: int) -> None:
    gudang = _sekali("2").tulis()
    assert _setahun(gudang, tahun, triwulan).catatan == ""
    if tahun == 2026:
        (iku,) = susun_iku(baca(gudang, KODE_PD, Periode(tahun, triwulan))).baris
        assert (iku.tahun_lalu and iku.tahun_lalu.tulis(), iku.catatan_tahun_lalu) == ("69", "")


def test_a_value_before_the_last_due_triwulan_is_partial() -> None:
    assert _setahun(_sekali("4").tulis(), 2025, 3).catatan == "s/d TW II"
    toko = Toko()
    toko.indikator("A", tahun=2025)
    toko.target("A", {0: 80, 1: 20, 2: 20, 3: 20, 4: 20}, 2025, 3)
    toko.lapor("A", {1: 20, 2: 20}, 2025)
    assert _setahun(toko.tulis(), 2025, 2).catatan == "s/d TW II"


def _bolong(agregasi: str, *tahun_lapor: int) -> tuple[BarisIku, dict[str, object]]:
    """An IKU of three years of which these were reported, and what its cells on the sheet hold."""
    toko = Toko()
    for tahun, rencana in ((2024, 2), (2025, 3), (2026, 4)):
        toko.indikator("A", tahun=tahun, agregasi=agregasi)
        toko.target("A", {0: 80, 1: 20, 2: 20, 3: 20, 4: 20}, tahun, rencana)
        toko.target("A", {0: 80}, tahun, 1)
        if tahun in tahun_lapor:
            toko.lapor("A", dict.fromkeys((1, 2, 3, 4), 20), tahun)
    hasil = susun_iku(baca(toko.tulis(), KODE_PD, Periode(2026, 4)))
    (iku,) = hasil.baris
    assert tabel_iku(hasil).baris[-1].isi[9] == (iku.catatan_tahun_lalu or iku.tahun_lalu)
    return iku, {kunci: sel.nilai for kunci, sel in isi_baris(iku, 1, hasil.pengaturan).items()}


def test_a_last_year_without_any_report_is_named_in_the_evaluasi_iku() -> None:
    iku, sel = _bolong("nilai_akhir", 2024, 2026)
    assert iku.catatan_tahun_lalu == sel["lalu"] == "belum ada data TW IV"
    assert sel["keterangan"] == "Nilai tahun lalu: belum ada data TW IV."
    assert iku.kurang == ""


def test_a_total_of_the_renstra_names_the_earlier_year_that_it_waits_for() -> None:
    iku, sel = _bolong("jumlah", 2025, 2026)
    assert iku.kurang == sel["sampai"] == "belum ada data TW I 2024"
    assert sel["keterangan"] == "Akhir Renstra: belum ada data TW I 2024."
    assert _bolong("jumlah", 2024, 2025, 2026)[0].kurang == ""


def test_a_target_reached_at_its_decimals_says_so_in_every_table() -> None:
    toko = Toko()
    toko.indikator("A", agregasi="nilai_akhir", frekuensi="tahunan", pembilang="p", penyebut="q", faktor=Decimal(100))
    for rencana in (1, 4):
        toko.target("A", {0: "66.67"}, rencana=rencana, desimal=2)
    toko.lapor("A", {4: (2, 3)})
    gudang = toko.tulis()
    bacaan = baca(gudang, KODE_PD, Periode(2026, 4))
    kata = "tercapai (target dibulatkan)"
    assert bacaan.tahun_renstra((2026, "A")).sebut_tanda() == kata
    assert tabel_renstra(susun_renstra(bacaan)).baris[-1].isi[-1] == f"2026: {kata}"
    rincian = rincian_indikator(gudang, KODE_PD, "A", Periode(2026, 4))
    assert str(tabel_riwayat(rincian).baris[-1].isi[5]).endswith(f"; {kata}")
    assert str(tabel_triwulan(rincian, rincian.pengaturan).baris[-1].isi[6]).endswith(f"; {kata}")


def test_money_that_was_not_reported_says_so_in_e80_with_what_was_reported_last() -> None:
    toko = Toko()
    toko.simpul("7.01.02", "program", "S1.1", 3, "S1")
    toko.pagu("7.01.02", dict.fromkeys((2025, 2026, 2027), 9_000_000), 1)
    toko.pagu("7.01.02", {2026: 9_000_000}, 4)
    toko.anggaran("7.01.02", {3: 3_333_333})
    hasil = susun_renstra(baca(toko.tulis(), KODE_PD, Periode(2026, 4)))
    simpul = next(baris for baris in hasil.baris if baris.kode_simpul == "7.01.02")
    terakhir = "2026: anggaran terakhir 3.333.333 (TW III)."
    assert [uang.catatan for uang in simpul.uang] == ["", "", terakhir, "", ""]
    baris = next(baris for baris in tabel_renstra(hasil).baris if "7.01.02" in str(baris.isi[0]))
    assert baris.isi[5:17:3] == (None, "belum ada data TW IV", "belum ada data TW IV", "belum waktunya")
    assert baris.isi[-1] == terakhir
