"""A real kecamatan's five-year plan goes in through a workbook, and every figure of it stands in the store."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from analytics.pembaca.baca import Pembaca
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.jawab import JawabanRencana, JawabanSoal
from data.gudang import Gudang
from tests.alat.kosong import gudang_kosong
from tests.alat.rencana_csv import RENJA, TAHUN, kode_indikator
from tests.alat.renstra_nyata import KODE_PD, baris_csv, rencana_nyata

WAKTU = datetime(2026, 1, 5, 8, 0)
SEKALI = JawabanRencana({"indikator_berulang": JawabanSoal(1)})


@pytest.fixture(scope="module")
def berkas() -> bytes:
    return susun_templat(rencana_nyata()).isi


@pytest.fixture(scope="module")
def diimpor(berkas: bytes) -> Iterator[tuple[Gudang, PutusanImpor]]:
    gudang = gudang_kosong()
    yield gudang, impor_rencana(gudang, berkas, "renstra.xlsx", "Kasubbag (uji)", WAKTU, SEKALI)
    gudang.tutup()


def _dokumen(gudang: Gudang) -> dict[str, int]:
    return {b["kode_dokumen"]: b["id_rencana"] for b in gudang.kueri("rencana_dokumen", kode_pd=KODE_PD)}


def test_it_is_stored_with_one_question_about_nine_kegiatan_that_repeat_the_indicator_of_a_sub_kegiatan(
    diimpor: tuple[Gudang, PutusanImpor],
) -> None:
    gudang, putusan = diimpor
    asal = {temuan.kode for temuan in putusan.temuan}
    assert (putusan.status, asal) == ("tersimpan", {"tanpa_target_triwulan", "indikator_berulang"})
    assert [(soal.kode, len(soal.baris)) for soal in putusan.pertanyaan] == [("indikator_berulang", 9)]
    aturan = gudang.kueri("rencana_aturan", kode_pd=KODE_PD)
    sumber = {baris["kode_indikator"]: baris["sama_dengan"] for baris in aturan if baris["sama_dengan"]}
    assert len(sumber) == 9
    assert all(kode.startswith(f"{kegiatan}.") for kegiatan, kode in sumber.items())
    assert putusan.jumlah is not None
    assert (putusan.jumlah["simpul"], putusan.jumlah["indikator"]) == (47, 40)


def test_every_target_of_the_csv_comes_back_and_an_empty_one_stays_empty(diimpor: tuple[Gudang, PutusanImpor]) -> None:
    gudang, _ = diimpor
    renja = _dokumen(gudang)[RENJA]
    tersimpan = {
        (t["id_rencana"] == renja, t["kode_indikator"], t["tahun"], t["triwulan"]): t["nilai"]
        for t in gudang.kueri("rencana_target", kode_pd=KODE_PD)
    }
    tercetak = {
        (versi, kode_indikator(b["kode"]), tahun, 0): Decimal(b[f"target_{tahun}"])
        for b in baris_csv()
        for versi, masa in ((False, TAHUN), (True, TAHUN[:1]))
        for tahun in masa
        if b[f"target_{tahun}"]
    }
    assert tersimpan == tercetak
    assert len(tercetak) < 40 * 6


def test_every_pagu_of_the_csv_comes_back_zero_included(diimpor: tuple[Gudang, PutusanImpor]) -> None:
    gudang, _ = diimpor
    renja = _dokumen(gudang)[RENJA]
    tersimpan = {
        (p["kode_simpul"], p["tahun"]): p["rupiah"]
        for p in gudang.kueri("rencana_pagu", kode_pd=KODE_PD)
        if p["id_rencana"] != renja
    }
    assert tersimpan == {(b["kode"], tahun): Decimal(b[f"pagu_{tahun}"]) for b in baris_csv() for tahun in TAHUN}
    assert Decimal(0) in tersimpan.values()


def test_names_and_satuan_come_back_as_published(diimpor: tuple[Gudang, PutusanImpor]) -> None:
    gudang, _ = diimpor
    simpul = {s["kode_simpul"]: s["nama"] for s in gudang.kueri("simpul", kode_pd=KODE_PD)}
    indikator = {i["kode_indikator"]: i for i in gudang.kueri("rencana_indikator", kode_pd=KODE_PD)}
    for b in baris_csv():
        tersimpan = indikator[kode_indikator(b["kode"])]
        assert simpul[b["kode"]] == b["nama"]
        assert (tersimpan["nama"], tersimpan["satuan"]) == (b["indikator"], b["satuan"])


def test_money_is_kept_at_the_leaves_and_five_kegiatan_are_leaves(diimpor: tuple[Gudang, PutusanImpor]) -> None:
    gudang, _ = diimpor
    daun = gudang.kueri("simpul_daun", kode_pd=KODE_PD)
    assert [s["kode_simpul"] for s in daun if s["tingkat"] == "kegiatan"] == [
        "7.01.01.2.01",
        "7.01.01.2.02",
        "7.01.01.2.03",
        "7.01.01.2.05",
        "7.01.01.2.06",
    ]
    kode = {s["kode_simpul"] for s in daun}
    kegiatan = sum(int(b["pagu_2026"]) for b in baris_csv() if b["level"] == "kegiatan")
    assert sum(int(b["pagu_2026"]) for b in baris_csv() if b["kode"] in kode) == kegiatan


def test_codes_of_before_2023_with_two_digits_give_the_same_store(berkas: bytes) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas))
    for lembar in ("Pohon", "Indikator", "Pagu"):
        for baris in buku[lembar].iter_rows(min_row=5, max_col=3):
            for sel in baris:
                if isinstance(sel.value, str) and sel.value.count(".") == 5 and len(sel.value) == 17:
                    sel.value = f"{sel.value[:-4]}{sel.value[-2:]}"
    wadah = io.BytesIO()
    buku.save(wadah)
    gudang = gudang_kosong()
    with Pembaca() as pembaca:
        for isi in (wadah.getvalue(), berkas):
            putusan = impor_rencana(gudang, isi, "renstra.xlsx", "Kasubbag (uji)", WAKTU, SEKALI, buka=pembaca.baca)
    assert putusan.status == "sudah_diimpor"
    assert len(gudang.kueri("simpul", kode_pd=KODE_PD)) == 47
    gudang.tutup()


def test_a_workbook_saved_by_another_program_reads_the_same(berkas: bytes) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas))
    wadah = io.BytesIO()
    buku.save(wadah)
    gudang = gudang_kosong()
    assert impor_rencana(gudang, berkas, "a.xlsx", "Kasubbag (uji)", WAKTU, SEKALI).status == "tersimpan"
    assert impor_rencana(gudang, wadah.getvalue(), "b.xlsx", "Kasubbag (uji)", WAKTU).status == "sudah_diimpor"
    gudang.tutup()
