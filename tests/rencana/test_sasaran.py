"""A program of two sasaran goes in: listed under each of them, or with the column that names what its rows serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from analytics.pembaca.baca import Pembaca
from analytics.rencana.baris import Rencana, SimpulPohon
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from analytics.rencana.simpanan.muat import muat_rencana
from data.gudang import Gudang
from tests.alat.rencana_publik import ketik_sel
from tests.rencana.alat_kecil import KEGIATAN, KODE_PD, RENJA, SUB_1, SUB_2, rencana_kecil

PROGRAM, KEGIATAN_2 = "7.01.06", "7.01.06.2.02"
Pengimpor = Callable[..., PutusanImpor]


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture
def impor(gudang: Gudang, pembaca: Pembaca) -> Pengimpor:
    def jalankan(rencana: Rencana | bytes, **jawaban: JawabanSoal) -> PutusanImpor:
        isi = rencana if isinstance(rencana, bytes) else susun_templat(rencana).isi
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


def _berpagu(*rupiah: int) -> bytes:
    """The small plan, its program under two sasaran, with a row of its pagu in the Renja for each amount."""
    sasaran = {SUB_1: "S1", SUB_2: "S2"}
    rencana = _dua_kali()
    simpul = tuple(replace(s, sasaran=sasaran[s.kode]) if s.kode in sasaran else s for s in rencana.simpul)
    ketikan = {
        f"Pagu!{huruf}{nomor}": isi
        for nomor, angka in enumerate(rupiah, 11)
        for huruf, isi in (("A", RENJA), ("B", PROGRAM), ("E", angka))
    }
    return ketik_sel(susun_templat(replace(rencana, simpul=simpul)).isi, ketikan)


def _pagu_program(gudang: Gudang) -> list[Decimal]:
    rencana = muat_rencana(gudang, KODE_PD)
    assert rencana is not None
    return [pagu.rupiah for pagu in rencana.pagu if pagu.simpul == PROGRAM]


@pytest.mark.parametrize("rupiah", [(10_000_000, 20_000_000), (30_000_000, 30_000_000)])
def test_a_program_with_its_pagu_under_each_sasaran_has_the_one_that_its_rows_add_up_to(
    gudang: Gudang, impor: Pengimpor, rupiah: tuple[int, ...]
) -> None:
    putusan = impor(_berpagu(*rupiah))
    assert (putusan.status, [butir.kode for butir in putusan.temuan if butir.kode[:4] == "pagu"]) == (
        "tersimpan",
        ["pagu_disatukan"],
    )
    disatukan = next(butir.pesan for butir in putusan.temuan if butir.kode == "pagu_disatukan")
    cara = "sekali saja" if len(set(rupiah)) == 1 else "jumlah Rp 10.000.000 dan Rp 20.000.000"
    assert disatukan.endswith(f"dibaca sebagai satu pagu: 2025 (RENJA-25) Rp 30.000.000, {cara}.")
    assert _pagu_program(gudang) == [30_000_000]


def test_a_pagu_that_its_rows_do_not_settle_is_asked_once_with_its_readings(gudang: Gudang, impor: Pengimpor) -> None:
    beda = impor(_berpagu(15_000_000, 20_000_000))
    soal = next(soal for soal in beda.pertanyaan if soal.kode == "pagu_berulang")
    assert (beda.status, soal.bacaan, soal.beralasan) == ("ditolak", ("dijumlahkan, Rp 35.000.000",), False)
    assert [butir.kode for butir in beda.temuan if butir.kode[:4] == "pagu"] == ["pagu_berulang"]
    sama = impor(_berpagu(25_000_000, 25_000_000))
    soal = next(soal for soal in sama.pertanyaan if soal.kode == "pagu_berulang")
    assert soal.bacaan == ("satu pagu yang ditulis berulang, Rp 25.000.000", "dijumlahkan, Rp 50.000.000")
    sudah = {"pagu_anak": JawabanSoal(alasan="dokumen belum rinci")}
    assert impor(_berpagu(25_000_000, 25_000_000), pagu_berulang=JawabanSoal(1), **sudah).status == "tersimpan"
    assert _pagu_program(gudang) == [25_000_000]


def test_more_rows_than_sasaran_are_a_double_code(impor: Pengimpor) -> None:
    putusan = impor(_berpagu(10_000_000, 15_000_000, 5_000_000))
    assert (putusan.status, "kode_ganda" in {temuan.kode for temuan in putusan.temuan}) == ("ditolak", True)
