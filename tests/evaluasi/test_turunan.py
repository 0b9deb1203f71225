"""An indicator whose values come from others: one report, the same answer in every place, and its cells named."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from analytics.alur.koreksi import cari_fakta, daftar_fakta, sebab_tanpa_fakta
from analytics.alur.verifikasi import nama_diisi, susun_verifikasi
from analytics.aturan.periode import TERISI, TIDAK_ADA_KEJADIAN, Periode
from analytics.beku.fakta import TABEL
from analytics.beku.snapshot import isi_beku
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import Triwulan
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.indikator import rincian_indikator
from analytics.evaluasi.lingkup import susun_kelengkapan
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.format import tulis_cara_isi
from analytics.sop.objek import Objek
from data.gudang import Gudang
from tests.alat.kantor_turunan import PASANGAN, TW2, antarunit, kantor, kantor_sama
from tests.alat.toko import KODE_PD, TAHUN, WAKTU, Toko


def kini(gudang: Gudang, kode: str, periode: Periode = TW2) -> Triwulan:
    return baca(gudang, KODE_PD, periode).baris_indikator(periode.tahun, kode).pada(periode.triwulan)


@pytest.fixture(scope="module")
def sama() -> Gudang:
    return kantor_sama().tulis()


@pytest.fixture(scope="module")
def bacaan(sama: Gudang) -> Bacaan:
    return baca(sama, KODE_PD, TW2)


def test_it_has_the_value_of_its_source_on_every_form(bacaan: Bacaan) -> None:
    iku = {baris.baris.indikator.kode: baris.kini for baris in susun_iku(bacaan).baris}
    renja = {
        kinerja.baris.indikator.kode: kinerja.kini for baris in susun_renja(bacaan).baris for kinerja in baris.kinerja
    }
    renstra = {
        kinerja.indikator.kode: kinerja.tahun[2] for baris in susun_renstra(bacaan).baris for kinerja in baris.kinerja
    }
    for hasil in (iku, renja, renstra):
        assert hasil["keg"].realisasi == hasil["sub"].realisasi
        assert hasil["keg"].realisasi is not None
        assert hasil["keg"].realisasi.tepat == 5
        assert hasil["keg"].capaian == hasil["sub"].capaian
    assert (iku["keg"].keadaan, iku["keg"].capaian.mentah) == (TERISI, pytest.approx(500 / 6))


def test_its_origin_is_the_cell_of_its_source_and_the_page_says_whose_it_is(sama: Gudang) -> None:
    hasil = rincian_indikator(sama, KODE_PD, "keg", TW2)
    assert hasil.kini.asal is not None
    assert hasil.kini.asal.alamat == "S1-2026-2-v1.xlsx, Realisasi!J11"
    assert [bagian.kode for bagian in hasil.kini.asal.dari] == ["sub"]
    assert hasil.baris.indikator.sumber == "Sama dengan sub."
    assert hasil.baris.narasi == {"faktor_penghambat": "hujan"}


def test_the_unit_of_the_source_is_asked_and_told_and_the_other_is_not(sama: Gudang, bacaan: Bacaan) -> None:
    satu, dua = (muat_bahan(sama, KODE_PD, unit, TW2).indikator for unit in ("S1", "S2"))
    assert [indikator.kode for indikator in satu] == ["sub"]
    assert "Berlaku juga untuk keg" in tulis_cara_isi(satu[0])
    assert dua == ()
    lengkap = {unit.kode_unit: (unit.terisi, unit.wajib) for unit in susun_kelengkapan(bacaan).unit}
    assert lengkap == {"S1": (1, 1), "S2": (0, 0)}
    assert (list(nama_diisi(bacaan, "S1")), nama_diisi(bacaan, "S2")) == (["sub"], {})
    assert [baris.baris.indikator.kode for baris in susun_verifikasi(sama, bacaan, "S1").indikator] == ["sub"]
    assert susun_verifikasi(sama, bacaan, "S2").indikator == ()


def test_only_the_source_can_be_corrected_and_it_says_so(sama: Gudang) -> None:
    assert [(fakta.kode, fakta.serentak) for fakta in daftar_fakta(sama, KODE_PD, TW2)] == [("sub", ("keg",))]
    objek = Objek.kompilasi(KODE_PD, TW2)
    assert cari_fakta(sama, objek, "indikator", "keg") is None
    assert sebab_tanpa_fakta(sama, objek, "keg") == "keg sama dengan sub: koreksi sub, keduanya ikut berubah."
    unit = antarunit("jumlah").tulis()
    assert sebab_tanpa_fakta(unit, objek, "sub") == "sub dihitung dari unit-unit: koreksi angka unitnya."


def test_what_was_written_beside_two_indicators_with_one_report_closes_a_form_once(bacaan: Bacaan) -> None:
    for hasil in (susun_renja(bacaan), susun_renstra(bacaan)):
        assert hasil.penutup.narasi["faktor_penghambat"] == ("Indikator sub: hujan",)


def test_what_is_approved_is_computed_of_the_frozen_facts_alike(sama: Gudang) -> None:
    asal = {"kode_pd": KODE_PD, "status": "Disetujui", "nomor": None, "disetujui_pada": WAKTU, "tanpa_unit": ""}
    gudang = isi_beku(sama.ambil_beku(TABEL, KODE_PD, TAHUN, 2), asal)
    assert [kini(gudang, kode) for kode in ("keg", "sub")] == [kini(sama, kode) for kode in ("keg", "sub")]
    gudang.tutup()


def test_a_blank_of_the_source_is_a_blank_of_both_with_its_reason() -> None:
    toko = kantor(sama_dengan="sub")
    toko.lapor("sub", {1: 3, 2: None})
    hasil = kini(toko.tulis(), "keg")
    assert (hasil.sebutan, hasil.alasan_keadaan) == ("belum ada data TW II", "survei belum selesai")


def test_what_was_reported_before_the_plan_said_so_counts_for_its_triwulan() -> None:
    """1 for the kegiatan and 3 for the sub kegiatan in TW I; the rule of the year then says that both are one."""
    toko = kantor()
    toko.lapor("keg", {1: 1}, unit="S2")
    toko.lapor("sub", {1: 3, 2: 2})
    toko.tambah("aturan_indikator", **{**toko.tabel["aturan_indikator"][0], "revisi": 1, "sama_dengan": "sub"})
    gudang = toko.tulis()
    hasil = kini(gudang, "keg").realisasi
    assert hasil is not None
    assert hasil.tepat == 1 + 2
    bacaan = baca(gudang, KODE_PD, Periode(TAHUN, 1))
    assert [baris.baris.indikator.kode for baris in susun_verifikasi(gudang, bacaan, "S2").indikator] == ["keg"]


@pytest.mark.parametrize(
    ("toko", "satu", "dua", "nilai"),
    [
        (antarunit("jumlah"), {1: 1, 2: 2}, {1: 3, 2: 1}, Fraction(7)),
        (antarunit("rata_rata", agregasi="rata_rata", **PASANGAN), {1: 1, 2: 2}, {1: 3, 2: 1}, Fraction(7, 4)),
        (
            antarunit("rasio", agregasi="rasio", **{**PASANGAN, "faktor": 100}),
            {1: (1, 2), 2: (0, 0)},
            {1: (90, 100), 2: (9, 10)},
            Fraction(100 * 100, 112),
        ),
    ],
    ids=["jumlah", "rata_rata", "rasio"],
)
def test_the_office_is_made_of_its_units_and_each_has_its_own_row_and_cell(
    toko: Toko, satu: dict[int, Any], dua: dict[int, Any], nilai: Fraction
) -> None:
    toko.lapor("sub.1", satu)
    toko.lapor("sub.2", dua, unit="S2")
    gudang = toko.tulis()
    for kode in ("sub", "keg"):
        hasil = kini(gudang, kode)
        assert hasil.realisasi is not None
        assert hasil.realisasi.tepat == nilai
        assert hasil.asal is not None
        assert [bagian.kode for bagian in hasil.asal.dari] == ["sub.1", "sub.2"]
        assert "S2-2026-2-v1.xlsx, Realisasi!J11" in hasil.asal.alamat
    assert [indikator.kode for indikator in muat_bahan(gudang, KODE_PD, "S2", TW2).indikator] == ["sub.2"]
    assert [fakta.kode for fakta in daftar_fakta(gudang, KODE_PD, TW2)] == ["sub.1", "sub.2"]


def test_a_missing_unit_leaves_the_office_without_a_value_and_is_named() -> None:
    toko = antarunit("jumlah")
    toko.lapor("sub.1", {1: 1, 2: 2})
    toko.lapor("sub.2", {1: 3}, unit="S2")
    hasil = kini(toko.tulis(), "sub")
    assert (hasil.sebutan, hasil.alasan_keadaan) == ("belum ada data TW II", "menunggu Seksi Dua")
    assert hasil.realisasi is None


def test_a_unit_whose_part_is_not_planned_is_not_waited_for_from_the_renja_on_that_says_so() -> None:
    toko = antarunit("jumlah")
    toko.lapor("sub.1", {1: 1, 2: 2})
    toko.lapor("sub.2", {1: 3}, unit="S2")
    toko.dokumen(5, "renja", TAHUN, TAHUN, date(TAHUN, 6, 1), ke=1)
    for kode in ("sub", "keg", "sub.1"):
        toko.target(kode, {0: 6, 1: 1, 2: 2, 3: 1, 4: 2}, rencana=5)
    hasil = kini(toko.tulis(), "sub")
    assert hasil.realisasi is not None
    assert hasil.realisasi.tepat == (1 + 3) + 2


def test_where_no_unit_had_anything_to_measure_the_office_had_nothing() -> None:
    toko = antarunit("rasio", agregasi="rasio", **PASANGAN)
    for kode, unit in (("sub.1", "S1"), ("sub.2", "S2")):
        toko.lapor(kode, {1: (0, 0), 2: (0, 0)}, unit=unit)
    assert kini(toko.tulis(), "sub").keadaan == TIDAK_ADA_KEJADIAN


def test_forms_of_the_office_print_the_office_and_those_of_a_unit_its_own_part() -> None:
    toko = antarunit("jumlah")
    toko.lapor("sub.1", {1: 1, 2: 2})
    toko.lapor("sub.2", {1: 3, 2: 1}, unit="S2")
    bacaan = baca(toko.tulis(), KODE_PD, TW2)
    assert [baris.baris.indikator.kode for baris in susun_iku(bacaan).baris] == ["keg", "sub"]
    assert [baris.baris.indikator.kode for baris in susun_iku(bacaan, "S2").baris] == ["keg", "sub.2"]
    renja = [kinerja.baris.indikator.kode for baris in susun_renja(bacaan).baris for kinerja in baris.kinerja]
    assert renja == ["keg", "sub"]
    renstra = [kinerja.indikator.kode for baris in susun_renstra(bacaan, "S1").baris for kinerja in baris.kinerja]
    assert renstra == ["sub.1"]
