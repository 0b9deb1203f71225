"""The anggaran kas of a Renja: four columns of sheet Pagu that may be left empty, or be missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from analytics.aturan.nomenklatur import kode_bagian
from analytics.pembaca.baca import BukuTerbaca
from analytics.rencana.baris import AnggaranKas, Rencana
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.baca import baca_buku, baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.konteks import susun_konteks
from analytics.rencana.periksa.periksa_rencana import periksa_rencana
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.rencana.simpanan.rekam import dari_rekaman, ke_rekaman
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.alat.kosong import gudang_kosong
from tests.rencana.alat_kecil import KODE_PD, RENJA, SKALA, SUB_1, SUB_2, buku_kecil, ketik, rencana_kecil

KAS = {"Pagu!H9": 2_000_000, "Pagu!I9": 3_000_000, "Pagu!J9": 3_000_000, "Pagu!K9": 2_000_000}
"""Of the first sub kegiatan, whose pagu in the Renja is 10 million."""


def berkas(*rupiah: int) -> Rencana:
    kas = tuple(AnggaranKas(RENJA, SUB_1, 2025, nomor, Decimal(angka)) for nomor, angka in enumerate(rupiah, 1))
    return replace(rencana_kecil(), kas=kas)


def baca(ubahan: dict[str, object], buku: BukuTerbaca | None = None) -> tuple[Rencana, tuple[Temuan, ...]]:
    terketik = ketik(ubahan, buku)
    bacaan = baca_rencana(b"", lambda _: terketik)
    assert bacaan.rencana is not None
    return bacaan.rencana, periksa_rencana(susun_konteks(bacaan, skala=SKALA), bacaan.temuan)


def impor(gudang: Gudang, rencana: Rencana, alasan: str | None = "Sesuai dokumen") -> PutusanImpor:
    isi = susun_templat(rencana).isi
    return impor_rencana(gudang, isi, "rencana.xlsx", "Kasubbag (uji)", datetime(2025, 1, 5, 8, 0), alasan)


def test_what_is_typed_of_each_triwulan_is_read_with_its_cell() -> None:
    rencana, temuan = baca(KAS)
    assert temuan == ()
    assert set(rencana.kas) == set(berkas(2_000_000, 3_000_000, 3_000_000, 2_000_000).kas)
    assert [(kas.asal.lembar, kas.asal.sel) for kas in rencana.kas] == [("Pagu", f"{huruf}9") for huruf in "HIJK"]
    assert all(dari_rekaman(AnggaranKas, ke_rekaman(kas), dokumen=RENJA) == kas for kas in rencana.kas)


def test_a_workbook_of_before_has_no_such_columns_and_says_nothing() -> None:
    rencana, temuan = baca({f"Pagu!{huruf}{baris}": None for huruf in "HIJK" for baris in (3, 4)})
    assert (rencana.kas, temuan) == ((), ())
    assert rencana == baca({})[0]


def test_it_is_written_as_it_was_read_and_stored_under_its_document() -> None:
    rencana = berkas(2_000_000, 3_000_000, 3_000_000, 2_000_000)
    buku = baca_buku(susun_templat(rencana).isi)
    assert isinstance(buku, BukuTerbaca)
    judul = [buku.lembar["Pagu"].sel[f"{huruf}4"].teks for huruf in "GHIJK"]
    assert judul == ["Unit", "Kas TW I", "Kas TW II", "Kas TW III", "Kas TW IV"]
    gudang = gudang_kosong()
    assert impor(gudang, rencana).status == "tersimpan"
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    assert set(tersimpan.kas) == set(rencana.kas)
    assert impor(gudang, tersimpan).status == "sudah_diimpor"
    lain = replace(tersimpan, kas=berkas(1_000_000, 4_000_000, 3_000_000, 2_000_000).kas)
    assert "revisi_dokumen" in {butir.kode for butir in impor(gudang, lain, None).temuan}
    assert impor(gudang, lain).status == "tersimpan"
    baru = muat_rencana(gudang, KODE_PD)
    assert baru is not None
    assert set(baru.kas) == set(lain.kas), "the newest revisi is what a workbook is made of"
    gudang.tutup()


@pytest.mark.parametrize(
    ("ubahan", "kode", "pesan"),
    [
        ({"Pagu!K9": None}, "kas_kosong", f"Anggaran kas {SUB_1}: {RENJA} belum diisi untuk TW IV."),
        (
            {"Pagu!K9": 1_000_000},
            "kas_beda_pagu",
            f"Anggaran kas {SUB_1}: {RENJA} berjumlah Rp 9.000.000, pagunya Rp 10.000.000.",
        ),
        (
            {"Pagu!E9": None, "Pagu!E8": None, "Pagu!E10": None},
            "kas_beda_pagu",
            f"Anggaran kas {SUB_1}: {RENJA} berjumlah Rp 10.000.000, pagunya tidak ada.",
        ),
        (
            {f"Pagu!{huruf}8": 7_500_000 for huruf in "HIJK"},
            "kas_di_atas",
            f"Anggaran kas 7.01.06.2.01: {RENJA} ditulis di atas rinciannya.",
        ),
    ],
)
def test_what_is_odd_is_asked_and_can_be_meant(ubahan: dict[str, object], kode: str, pesan: str) -> None:
    temuan = [butir for butir in baca(KAS | ubahan)[1] if butir.kode.startswith("kas_")]
    assert [(butir.kode, butir.tingkat, butir.pesan) for butir in temuan] == [(kode, "peringatan", pesan)]


@pytest.mark.parametrize(
    ("ubahan", "kode"),
    [
        ({"Pagu!H9": -2_000_000}, "rupiah_negatif"),
        ({"Pagu!H6": 2_000_000}, "dokumen_salah_jenis"),
        ({"Pagu!B9": "7.01.06.2.01.0009"}, "kode_asing"),
        ({"Pagu!G9": "XYZ"}, "kode_asing"),
    ],
)
def test_what_cannot_be_stored_is_a_galat_at_its_cell(ubahan: dict[str, object], kode: str) -> None:
    galat = [butir for butir in baca(KAS | ubahan)[1] if butir.tingkat == "galat"]
    assert [(butir.kode, butir.alamat) for butir in galat] == [(kode, *ubahan)]


def test_the_part_of_a_unit_has_its_own() -> None:
    unit = {"Pagu!G9": "PEM", "Pagu!H10": 20_000_000} | dict.fromkeys(("Pagu!I10", "Pagu!J10", "Pagu!K10"), 0)
    rencana, temuan = baca(KAS | unit)
    assert {kas.simpul for kas in rencana.kas} == {kode_bagian(SUB_1, "PEM"), SUB_2}
    assert not [butir for butir in temuan if butir.kode.startswith("kas_")]
    assert buku_kecil().lembar["Pagu"].sel["B10"].teks == SUB_2
