"""A real plan is asked about kind by kind, and what was answered is recorded and not asked again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.konsol import tulis_impor, urai_jawaban
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from analytics.rencana.simpanan.muat import muat_rencana
from data.gudang import Gudang
from tests.alat.gudang import tanya
from tests.alat.kosong import gudang_kosong
from tests.alat.rencana_csv import RENJA, kode_indikator
from tests.alat.rencana_publik import KODE_PD, baris_publik, berkas_publik, ketik_sel
from tests.rencana.alat_kecil import berkas_kecil

WAKTU = datetime(2026, 1, 5, 8, 0)
BACAAN = JawabanSoal(1)
SEMUA_BACAAN = dict.fromkeys(("riwayat_rupiah", "target_nol", "target_tanpa_pagu", "satuan_janggal"), BACAAN)
BARIS = {"satuan_janggal": 1, "target_tanpa_pagu": 3, "target_nol": 8, "riwayat_rupiah": 22}
Pengimpor = Callable[..., PutusanImpor]


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture
def gudang_publik() -> Iterator[Gudang]:
    gudang = gudang_kosong()
    yield gudang
    gudang.tutup()


@pytest.fixture
def impor(gudang_publik: Gudang, pembaca: Pembaca) -> Pengimpor:
    def jalankan(isi: bytes, jawaban: JawabanRencana | str | None = None) -> PutusanImpor:
        return impor_rencana(gudang_publik, isi, "rencana.xlsx", "Kasubbag (uji)", WAKTU, jawaban, buka=pembaca.baca)

    return jalankan


def kodenya(putusan: PutusanImpor) -> dict[str, int]:
    return {soal.kode: len(soal.baris) for soal in putusan.pertanyaan}


def rincian_impor(gudang: Gudang) -> dict[str, Any]:
    kueri = "SELECT rincian FROM peristiwa WHERE aksi = 'impor_rencana' ORDER BY nomor DESC LIMIT 1"
    return dict(json.loads(tanya(gudang, kueri)[0][0]))


@pytest.mark.parametrize("teks", [False, True], ids=["typed numbers", "pasted as text"])
def test_a_public_plan_is_asked_one_question_for_each_kind_however_its_numbers_are_written(
    impor: Pengimpor, gudang_publik: Gudang, *, teks: bool
) -> None:
    putusan = impor(berkas_publik(teks=teks))
    assert (putusan.status, kodenya(putusan)) == ("perlu_alasan", BARIS)
    assert putusan.pesan == "Rencana dapat disimpan setelah 4 pertanyaan (34 baris) dijawab."
    catatan = {butir.kode for butir in putusan.temuan if butir.tingkat == "info"}
    assert catatan == {"tanpa_target_triwulan"} | ({"ejaan_dibaca"} if teks else set())
    assert impor(berkas_publik(teks=teks), JawabanRencana(SEMUA_BACAAN)).status == "tersimpan"
    _sama_dengan_csv(gudang_publik)


def _sama_dengan_csv(gudang: Gudang) -> None:
    """Every figure of the csv is stored, but for what the readings say: no planned 0, no rupiah for a baseline."""
    rencana = muat_rencana(gudang, KODE_PD)
    assert rencana is not None
    tersimpan = {
        (target.dokumen == RENJA, target.indikator, target.tahun): target.nilai.nilai for target in rencana.target
    }
    tercetak = {
        (renja, kode_indikator(baris_csv["kode"]), tahun): Decimal(baris_csv[f"target_{tahun}"])
        for baris_csv in baris_publik()
        for renja, masa in ((False, range(2026, 2031)), (True, (2026,)))
        for tahun in masa
        if baris_csv[f"target_{tahun}"] not in {"", "0"} and baris_csv[f"pagu_{tahun}"] != "0"
    }
    assert tersimpan == tercetak
    pagu = {(pagu.dokumen == RENJA, pagu.simpul, pagu.tahun): pagu.rupiah for pagu in rencana.pagu}
    assert pagu == {
        (renja, baris_csv["kode"], tahun): Decimal(baris_csv[f"pagu_{tahun}"])
        for baris_csv in baris_publik()
        for renja, masa in ((False, range(2026, 2031)), (True, (2026,)))
        for tahun in masa
        if baris_csv[f"pagu_{tahun}"]
    }
    assert [(riwayat.indikator, riwayat.nilai.nilai) for riwayat in rencana.riwayat] == [
        ("I-7.01.03.2.01.0002", Decimal(1))
    ]
    assert "Lembaga Kemasyarakatan" in {indikator.satuan for indikator in rencana.indikator}


def test_pasted_amounts_are_noted_once_for_each_document(impor: Pengimpor) -> None:
    catatan = [butir.pesan for butir in impor(berkas_publik(teks=True)).temuan if butir.kode == "ejaan_dibaca"]
    assert [pesan.split(":")[0] for pesan in catatan] == [
        "Target Renstra, 2 sel",
        "Target Renja, 1 sel",
        "RENSTRA-26, 282 sel",
        "RENJA-26, 52 sel",
    ]
    assert "“3040259343.00” dibaca 3040259343" in catatan[2]


def test_a_reason_keeps_what_stands_there_and_one_row_can_differ_from_its_kind(
    impor: Pengimpor, gudang_publik: Gudang
) -> None:
    mebel, unit = "I-7.01.01.2.07.0005", "I-7.01.01.2.07.0009"
    jawaban = {
        **SEMUA_BACAAN,
        "target_nol": JawabanSoal(alasan="Ditargetkan 0 menurut dokumen"),
        f"target_nol/{mebel}": BACAAN,
    }
    assert impor(berkas_publik(), JawabanRencana(jawaban)).status == "tersimpan"
    rencana = muat_rencana(gudang_publik, KODE_PD)
    assert rencana is not None
    nol = {target.indikator for target in rencana.target if target.nilai.nilai == 0}
    assert (mebel in nol, unit in nol, len(nol)) == (False, True, 7)


def test_every_answer_is_recorded_with_its_rows(impor: Pengimpor, gudang_publik: Gudang) -> None:
    impor(berkas_publik(), JawabanRencana({**SEMUA_BACAAN, "target_tanpa_pagu": JawabanSoal(alasan="Tanpa anggaran")}))
    dicatat = {butir["kode"]: butir for butir in rincian_impor(gudang_publik)["jawaban"]}
    assert {kode: len(butir["baris"]) for kode, butir in dicatat.items()} == BARIS
    assert dicatat["target_nol"]["jawaban"] == "Dibaca: tidak direncanakan."
    assert dicatat["target_tanpa_pagu"]["jawaban"] == "Tanpa anggaran"
    kueri = "SELECT count(*), min(alasan), min(dipahami) FROM temuan WHERE kode = 'riwayat_rupiah'"
    assert tanya(gudang_publik, f"{kueri} AND keadaan = 'dijelaskan'") == [
        (22, "Dibaca: bukan nilai indikator.", "bukan nilai indikator")
    ]


def test_what_was_answered_is_not_asked_again_of_a_workbook_that_says_the_same(
    impor: Pengimpor, gudang_publik: Gudang
) -> None:
    jawaban = {**SEMUA_BACAAN, "target_tanpa_pagu": JawabanSoal(alasan="Tanpa anggaran")}
    impor(berkas_publik(), JawabanRencana(jawaban))
    lain = ketik_sel(berkas_publik(), {"Target Renstra!D5": 85})
    putusan = impor(lain)
    assert {soal.kode for soal in putusan.pertanyaan if soal.belum} == {"revisi_dokumen"}
    assert {butir.dulu for butir in putusan.terjawab} == {True}
    putusan = impor(lain, JawabanRencana({"revisi_dokumen": JawabanSoal(alasan="Salah ketik")}))
    assert putusan.status == "tersimpan"
    rencana = muat_rencana(gudang_publik, KODE_PD)
    assert rencana is not None
    assert not [target for target in rencana.target if target.nilai.nilai == 0]
    assert [d.alasan for d in rencana.dokumen if d.revisi] == ["Salah ketik"]
    assert all(butir["dulu"] for butir in rincian_impor(gudang_publik)["jawaban"] if butir["kode"] != "revisi_dokumen")


def test_another_fact_in_the_same_row_is_asked_again(impor: Pengimpor) -> None:
    impor(berkas_publik(), JawabanRencana(SEMUA_BACAAN))
    putusan = impor(ketik_sel(berkas_publik(), {"Riwayat!F5": 3_000_000_000}))
    belum = {soal.kode: [butir.alamat for butir in soal.belum] for soal in putusan.pertanyaan if soal.belum}
    assert belum == {"riwayat_rupiah": ["Riwayat!F5"], "revisi_dokumen": ["Dokumen!A5"]}


def test_the_very_same_workbook_with_its_answers_is_stored_once(impor: Pengimpor, gudang_publik: Gudang) -> None:
    impor(berkas_publik(), JawabanRencana(SEMUA_BACAAN))
    versi = gudang_publik.versi_data()
    assert impor(berkas_publik(), JawabanRencana(SEMUA_BACAAN)).status == "sudah_diimpor"
    assert impor(ketik_sel(berkas_publik(), {"Petunjuk!Z99": "lain"})).status == "sudah_diimpor"
    assert gudang_publik.versi_data() == versi


def test_a_galat_with_readings_is_settled_by_choosing_one_and_by_no_reason(
    impor: Pengimpor, gudang_publik: Gudang
) -> None:
    isi = ketik_sel(berkas_publik(), {"Target Renstra!D50": "1.157", "Target Renstra!E50": "1.157"})
    kode = next(baris_csv["kode"] for nomor, baris_csv in enumerate(baris_publik(), 5) if nomor == 50)
    ditolak = impor(isi, JawabanRencana(SEMUA_BACAAN, alasan="benar"))
    belum = {soal.kode: len(soal.belum) for soal in ditolak.pertanyaan if soal.belum}
    assert (ditolak.status, belum) == ("ditolak", {"angka_ambigu": 2})
    jawaban = {**SEMUA_BACAAN, "angka_ambigu": BACAAN}
    assert impor(isi, JawabanRencana(jawaban, alasan="benar")).status == "tersimpan"
    rencana = muat_rencana(gudang_publik, KODE_PD)
    assert rencana is not None
    nilai = [t.nilai.nilai for t in rencana.target if t.indikator == kode_indikator(kode) and t.tahun < 2028]
    assert nilai[:2] == [Decimal(1157), Decimal(1157)]


def test_the_command_line_answers_by_kind_by_row_and_all_at_once(impor: Pengimpor) -> None:
    tulisan = tulis_impor(impor(berkas_publik()))
    assert "riwayat_rupiah, 22 baris: Nilai ini rupiah anggaran, bukan nilai indikator?" in tulisan
    assert '--jawab "target_nol=…": bacaan 1: tidak direncanakan; alasan bila memang demikian.' in tulisan
    jawaban = urai_jawaban(
        ["riwayat_rupiah=bacaan", "target_nol/I-7.01.01.2.07.0005=bacaan 1", "satuan_janggal=Memang begitu"],
        "Sesuai dokumen",
    )
    assert jawaban.jenis == {
        "riwayat_rupiah": BACAAN,
        "target_nol/I-7.01.01.2.07.0005": BACAAN,
        "satuan_janggal": JawabanSoal(alasan="Memang begitu"),
    }
    assert impor(berkas_publik(), jawaban).status == "tersimpan"


@pytest.mark.parametrize(("tulisan", "sebab"), [("target_nihil=bacaan", "tidak dikenal"), ("target_nol=", "kosong")])
def test_an_answer_to_no_question_or_without_words_is_refused_with_its_reason(tulisan: str, sebab: str) -> None:
    with pytest.raises(ValueError, match=sebab):
        urai_jawaban([tulisan], None)


def test_a_reading_that_a_row_does_not_offer_is_no_answer_to_it(impor: Pengimpor) -> None:
    putusan = impor(berkas_publik(), JawabanRencana({**SEMUA_BACAAN, "target_nol": JawabanSoal(2)}))
    assert {soal.kode for soal in putusan.pertanyaan if soal.belum} == {"target_nol"}


def test_a_mistyped_code_is_settled_by_the_code_that_rows_wait_for_and_by_no_reason(impor: Pengimpor) -> None:
    buku = ketik_sel(berkas_kecil(), {"Pohon!B8": "7.01.06.2.10"})
    ditolak = impor(buku, JawabanRencana(alasan="tidak menolong"))
    assert (ditolak.status, [butir.kode for butir in ditolak.temuan]) == ("ditolak", ["kode_salah_ketik"])
    (soal,) = ditolak.pertanyaan
    assert (soal.bacaan, soal.beralasan) == (("7.01.06.2.01",), False)
    diterima = impor(buku, JawabanRencana({"kode_salah_ketik": JawabanSoal(1)}))
    assert diterima.status == "tersimpan"
    assert [(butir.dipahami, butir.kalimat) for butir in diterima.terjawab] == [
        ("7.01.06.2.01", "Dibaca: 7.01.06.2.01.")
    ]
