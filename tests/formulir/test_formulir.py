"""The registry of the forms: whatever stands in it is printed, shown, and asked for by its name."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.periode import Periode
from analytics.dokumen import penutup
from analytics.dokumen.buku import buka_buku
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.penutup import PENILAI, PENYUSUN, TandaTangan
from analytics.dokumen.tata_letak import KolomFormulir, Susunan
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir import BUTIR, FORMULIR, IKU, RENJA, evaluasi_semua
from analytics.formulir.entri import Formulir
from data.gudang import Gudang
from pages import DAFTAR
from tests.alat.kantor_dokumen import isi_kantor
from tests.alat.toko import KODE_PD

AKAR = Path(__file__).parents[2]
TW3 = Periode(2026, 3)


@pytest.fixture(scope="module")
def kantor() -> Gudang:
    return isi_kantor()


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda formulir: formulir.kode)
def test_a_form_has_its_page_its_legal_basis_and_its_figures(formulir: Formulir[Any], kantor: Gudang) -> None:
    halaman = next(halaman for halaman in DAFTAR if halaman.url == f"evaluasi-{formulir.kode}")
    assert (AKAR / "pages" / halaman.berkas).exists()
    assert halaman.judul == formulir.nama
    assert BUTIR[f"dasar_hukum_{formulir.kode}"].tercetak
    hasil = formulir.evaluasi(baca(kantor, KODE_PD, TW3), None)
    assert formulir.tabel(hasil).baris
    assert formulir.kalimat(hasil)
    assert formulir.angka(hasil).kini


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda formulir: formulir.kode)
def test_the_heading_of_a_form_names_the_plan_that_its_cover_calls_in_force(
    formulir: Formulir[Any], kantor: Gudang
) -> None:
    bacaan = baca(kantor, KODE_PD, TW3)
    rencana = {"renja": bacaan.keterangan.dokumen, "renstra": bacaan.dokumen_renstra}
    assert len(set(rencana.values())) == 2
    assert formulir.evaluasi(bacaan, None).keterangan.dokumen == rencana[formulir.lembar.rencana]


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda formulir: formulir.kode)
def test_the_first_values_of_the_settings_of_a_form_stand_in_its_own_file(formulir: Formulir[Any]) -> None:
    berkas = AKAR / "data" / "acuan" / f"pengaturan_{formulir.kode}.toml"
    isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    assert [*isi] == ["pengaturan"]
    assert {setelan["kunci"] for setelan in isi["pengaturan"]} == {butir.kunci for butir in formulir.pengaturan}


def test_no_two_forms_share_a_name() -> None:
    for nama in ("kode", "nama", "ikon", "bantuan"):
        assert len({getattr(formulir, nama) for formulir in FORMULIR}) == len(FORMULIR)


def test_every_setting_has_a_first_value_in_a_new_store_and_the_store_holds_no_other(kantor: Gudang) -> None:
    berlaku = kantor.kueri("pengaturan_berlaku", hari=TW3.hari_terakhir)
    assert {str(baris["kunci"]) for baris in berlaku} == set(BUTIR)


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda formulir: formulir.kode)
def test_what_a_form_prints_by_a_setting_is_a_setting_that_it_names(formulir: Formulir[Any], kantor: Gudang) -> None:
    teks = formulir.evaluasi(baca(kantor, KODE_PD, TW3), None).pengaturan.teks
    assert {butir.kunci for butir in formulir.pengaturan} <= set(teks)
    assert {f"label_{tanda.perihal}" for tanda in formulir.lembar.tanda_tangan} <= set(teks)
    assert formulir.lembar.isi.format_map(teks)


def test_a_form_that_came_after_an_approval_is_not_in_its_document(kantor: Gudang) -> None:
    disetujui = {"Sampul", "Ringkasan", IKU.nama, RENJA.nama, "Sumber"}
    isi = susun_kompilasi(evaluasi_semua(kantor, KODE_PD, TW3, disetujui))
    buku = openpyxl.load_workbook(io.BytesIO(isi), read_only=True)
    assert set(buku.sheetnames) == disetujui
    sampul = {str(sel) for baris in buku["Sampul"].iter_rows(values_only=True) for sel in baris}
    assert "Dasar hukum Evaluasi Renja" in sampul
    assert not sampul & {"Renstra yang berlaku", "Dasar hukum Evaluasi Renstra", "Evaluasi Renstra"}


SUSUNAN = Susunan(tuple(KolomFormulir(f"k{nomor}", (f"K{nomor}",), lebar=12) for nomor in range(7)), tetap=1)


@pytest.mark.parametrize(
    ("tanda_tangan", "kotak"),
    [
        ((PENYUSUN, PENILAI), ["B1:D1", "E1:G1"]),
        ((PENYUSUN,), ["E1:G1"]),
        ((PENYUSUN, PENILAI, PENYUSUN), ["B1:C1", "D1:E1", "F1:G1"]),
    ],
    ids=["two", "one", "three"],
)
def test_signatures_share_the_width_and_one_alone_stands_right(
    tanda_tangan: tuple[TandaTangan, ...], kotak: list[str], kantor: Gudang
) -> None:
    lembar = _bertanda_tangan(IKU.evaluasi(baca(kantor, KODE_PD, TW3), None), tanda_tangan)
    assert sorted(str(rentang) for rentang in lembar.merged_cells.ranges) == kotak
    perihal = [str(lembar[rentang.split(":")[0]].value).splitlines()[0] for rentang in kotak]
    assert perihal == [{"disusun": "Disusun", "dievaluasi": "Dievaluasi"}[tanda.perihal] for tanda in tanda_tangan]


def _bertanda_tangan(hasil: EvaluasiIku, tanda_tangan: tuple[TandaTangan, ...]) -> Worksheet:
    buku = buka_buku("uji", hasil.keterangan)
    penutup.tulis_tanda_tangan(buku, buku.buku.add_worksheet("Uji"), SUSUNAN, 0, hasil.pengaturan, tanda_tangan)
    return openpyxl.load_workbook(io.BytesIO(buku.tutup()))["Uji"]
