"""A program of two sasaran goes in: listed under each of them, or with the column that names what its rows serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from analytics.pembaca.baca import Pembaca
from analytics.rencana.baris import Rencana, SimpulPohon
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from analytics.rencana.simpanan.muat import muat_rencana
from data.gudang import Gudang
from tests.rencana.alat_kecil import KEGIATAN, KODE_PD, SUB_1, SUB_2, rencana_kecil

PROGRAM, KEGIATAN_2 = "7.01.06", "7.01.06.2.02"
Pengimpor = Callable[..., PutusanImpor]


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture
def impor(gudang: Gudang, pembaca: Pembaca) -> Pengimpor:
    def jalankan(rencana: Rencana, **jawaban: JawabanSoal) -> PutusanImpor:
        isi = susun_templat(rencana).isi
        tanya = JawabanRencana({"tanpa_indikator": JawabanSoal(alasan="uji"), **jawaban})
        waktu = datetime(2026, 1, 5, 8, 0)
        return impor_rencana(gudang, isi, "rencana.xlsx", "Kasubbag (uji)", waktu, tanya, buka=pembaca.baca)

    return jalankan


def _dua_kali(*di_bawah_kedua: SimpulPohon, **berubah: str) -> Rencana:
    """The small plan, its program listed again under a second sasaran, with these rows below it."""
    rencana = rencana_kecil()
    program = next(simpul for simpul in rencana.simpul if simpul.kode == PROGRAM)
    lagi = replace(program, induk="S2", **berubah)
    kedua = SimpulPohon("S2", "sasaran", "T1", "Meningkatnya ketertiban", None)
    return replace(rencana, simpul=(*rencana.simpul, kedua, lagi, *di_bawah_kedua))


_KEGIATAN_KEDUA = SimpulPohon(KEGIATAN_2, "kegiatan", PROGRAM, "Pembinaan Ketertiban Desa", "PEM")


def _sasaran(gudang: Gudang) -> dict[str, str | None]:
    rencana = muat_rencana(gudang, KODE_PD)
    assert rencana is not None
    return {simpul.kode: simpul.sasaran for simpul in rencana.simpul if simpul.tingkat not in ("tujuan", "sasaran")}


def test_a_program_under_two_sasaran_is_asked_which_of_its_rows_serve_which(gudang: Gudang, impor: Pengimpor) -> None:
    putusan = impor(_dua_kali(_KEGIATAN_KEDUA))
    soal = next(soal for soal in putusan.pertanyaan if soal.kode == "sasaran_ganda")
    assert (putusan.status, soal.baris) == ("perlu_alasan", (PROGRAM,))
    assert soal.bacaan == (f"menurut urutan barisnya (S1: {KEGIATAN}; S2: {KEGIATAN_2})",)
    assert "kode_ganda" not in {temuan.kode for temuan in putusan.temuan}
    assert muat_rencana(gudang, KODE_PD) is None


def test_the_order_of_its_rows_can_be_taken_for_the_answer(gudang: Gudang, impor: Pengimpor) -> None:
    assert impor(_dua_kali(_KEGIATAN_KEDUA), sasaran_ganda=JawabanSoal(1)).status == "tersimpan"
    assert _sasaran(gudang) == {PROGRAM: "S1, S2", KEGIATAN: "S1", KEGIATAN_2: "S2", SUB_1: None, SUB_2: None}


def test_that_they_serve_both_is_an_answer_too(gudang: Gudang, impor: Pengimpor) -> None:
    assert impor(_dua_kali(), sasaran_ganda=JawabanSoal(alasan="mendukung keduanya")).status == "tersimpan"
    assert set(_sasaran(gudang).values()) == {"S1, S2", None}


def test_where_the_rows_say_it_themselves_nothing_is_asked_and_the_plan_comes_back_as_it_was(
    gudang: Gudang, impor: Pengimpor
) -> None:
    rencana = rencana_kecil()
    sasaran = {PROGRAM: "S1, S2", SUB_1: "S1", SUB_2: "S2"}
    simpul = [replace(simpul, sasaran=sasaran.get(simpul.kode)) for simpul in rencana.simpul]
    kedua = SimpulPohon("S2", "sasaran", "T1", "Meningkatnya ketertiban", None)
    rencana = replace(rencana, simpul=(simpul[0], simpul[1], *simpul[2:], kedua))
    putusan = impor(rencana)
    assert (putusan.status, [soal.kode for soal in putusan.pertanyaan]) == ("tersimpan", [])
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    assert set(tersimpan.simpul) == set(rencana.simpul)
    assert susun_templat(tersimpan).isi == susun_templat(replace(rencana, simpul=tersimpan.simpul)).isi


def test_a_row_that_is_listed_twice_under_another_name_stays_a_double_code(impor: Pengimpor) -> None:
    putusan = impor(_dua_kali(nama="Program lain"))
    assert (putusan.status, "kode_ganda" in {temuan.kode for temuan in putusan.temuan}) == ("ditolak", True)
