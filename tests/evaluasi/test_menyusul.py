"""What comes out in the year after (nilai SAKIP) is asked for then, and is the value of its year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analytics.alur.verifikasi import baca_verifikasi, susun_verifikasi
from analytics.aturan.capaian import Target
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.evaluasi.renja import susun_renja
from analytics.lembar.bentuk.bahan import muat_bahan
from data.gudang import Gudang
from tests.alat.toko import KODE_PD, Toko

MENUNGGU = "belum waktunya (tahun berikutnya)"


def _kantor(*, mulai: int = 2025, **lapor: int) -> Gudang:
    """Nilai SAKIP with a target of 70 for 2025 and 72 for 2026; `lapor` is what was reported in 2026, by triwulan."""
    toko = Toko()
    for tahun, rencana, target in ((2025, 3, 70), (2026, 4, 72)):
        tempo = "5" if tahun >= mulai else None
        toko.indikator("sakip", tahun=tahun, frekuensi="tahunan", agregasi="nilai_akhir", jatuh_tempo=tempo)
        toko.target("sakip", {0: target}, tahun, rencana)
        toko.target("sakip", {0: target}, tahun, 1)
    toko.lapor("sakip", {int(nama[-1]): nilai for nama, nilai in lapor.items()})
    return toko.tulis()


def test_its_own_year_waits_for_it_without_being_counted_as_missing() -> None:
    bacaan = baca(_kantor(tw1=71), KODE_PD, Periode(2025, 4))
    kini = bacaan.baris_indikator(2025, "sakip").pada(4)
    assert (kini.sebutan, kini.realisasi, kini.capaian.nilai) == (MENUNGGU, None, None)
    (kinerja,) = (kinerja for simpul in susun_renja(bacaan).baris for kinerja in simpul.kinerja)
    assert (kinerja.kini.sebutan, bacaan.tahun_renstra((2025, "sakip")).sebutan) == (MENUNGGU, MENUNGGU)
    assert susun_kelengkapan(bacaan).unit[0].wajib == 0


@pytest.mark.parametrize(("lapor", "triwulan"), [({"tw1": 71}, 1), ({"tw2": 71}, 3), ({"tw1": 69, "tw3": 71}, 4)])
def test_reported_in_the_year_after_it_stands_for_its_year_and_not_for_that_one(
    lapor: dict[str, int], triwulan: int
) -> None:
    bacaan = baca(_kantor(**lapor), KODE_PD, Periode(2026, triwulan))
    lalu = bacaan.tahun_renstra((2025, "sakip"))
    assert (lalu.realisasi and lalu.realisasi.tepat, lalu.capaian.nilai, lalu.sebutan) == (
        71,
        Decimal("101.43"),
        "terisi",
    )
    kini = bacaan.baris_indikator(2026, "sakip").pada(triwulan)
    assert (kini.sebutan, kini.realisasi, [tw.dilaporkan for tw in bacaan.baris_indikator(2026, "sakip").triwulan]) == (
        MENUNGGU,
        None,
        [None] * 4,
    )


def test_until_it_is_reported_the_year_before_has_no_data_and_the_unit_owes_it() -> None:
    bacaan = baca(_kantor(), KODE_PD, Periode(2026, 1))
    assert bacaan.tahun_renstra((2025, "sakip")).sebutan == "belum ada data (tahun berikutnya)"
    unit = susun_kelengkapan(bacaan).unit[0]
    assert (unit.wajib, unit.terisi, unit.kosong) == (1, 0, ("Indikator sakip",))
    assert susun_kelengkapan(baca(_kantor(tw1=71), KODE_PD, Periode(2026, 1))).unit[0].terisi == 1


def test_the_format_asks_for_the_year_before_by_its_target_until_it_was_reported() -> None:
    gudang = _kantor(tw1=71)
    satu, dua = (muat_bahan(gudang, KODE_PD, "S1", Periode(2026, triwulan)).indikator[0] for triwulan in (1, 2))
    assert (satu.nama, satu.wajib, satu.target_tahun) == (
        "Indikator sakip (nilai tahun 2025)",
        True,
        Target(Decimal(70)),
    )
    assert (dua.wajib, dua.bila_kosong) == (False, "belum_waktunya")
    assert muat_bahan(gudang, KODE_PD, "S1", Periode(2025, 4)).indikator[0].bila_kosong == "belum_waktunya"


def test_in_the_first_year_of_such_a_rule_nothing_of_the_year_before_is_asked() -> None:
    gudang = _kantor(mulai=2026)
    (indikator,) = muat_bahan(gudang, KODE_PD, "S1", Periode(2026, 1)).indikator
    assert (indikator.nama, indikator.bila_kosong) == ("Indikator sakip", "belum_waktunya")
    dini = baca(_kantor(mulai=2026, tw4=75), KODE_PD, Periode(2026, 4)).baris_indikator(2026, "sakip").pada(4)
    assert (dini.realisasi and dini.realisasi.tepat, dini.catatan) == (
        75,
        "dilaporkan sebelum jatuh tempo, tahun berikutnya",
    )


def test_who_verifies_sees_the_value_of_the_year_before_marked_so() -> None:
    gudang = _kantor(tw1=69)
    lembar = susun_verifikasi(gudang, baca_verifikasi(gudang, KODE_PD, Periode(2026, 1)), "S1")
    (baris,) = lembar.indikator
    assert (baris.kini.realisasi and baris.kini.realisasi.tepat, baris.kini.target_tahun) == (69, Target(Decimal(70)))
    assert (baris.menyusul, [perhatian.jenis for perhatian in baris.perhatian]) == (True, ["meleset"])
