"""The list of sub kegiatan of another planning system becomes a plan workbook, which the one import reads."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from analytics.aturan.teks import sebaris
from analytics.pembaca.baca import Pembaca
from analytics.pembaca.penjaga import jaga
from analytics.rencana.impor import impor_rencana
from analytics.rencana.lembar.baca import BacaanRencana, baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.pemindahan import LembarEkspor, Peran, baca_ekspor, susun_dari_ekspor
from analytics.rencana.periksa.jawab import JawabanRencana
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.temuan.butir import Temuan
from tests.alat.kosong import gudang_kosong
from tests.alat.rencana_csv import TAHUN
from tests.alat.rencana_publik import baris_publik, buku, rencana_publik

WAKTU = datetime(2026, 1, 5, 8)
JUDUL = ("Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "Kondisi Awal")
Baris = Sequence[object]


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as terbuka:
        yield terbuka


@pytest.fixture(scope="module")
def baca(pembaca: Pembaca) -> Callable[[Sequence[Baris]], LembarEkspor]:
    def jalankan(semua: Sequence[Baris]) -> LembarEkspor:
        (lembar,) = baca_ekspor(buku(semua), pembaca.baca)
        assert isinstance(lembar, LembarEkspor)
        return lembar

    return jalankan


def daftar_publik() -> list[Baris]:
    """The public plan from program down as such a system exports it: every number as text, rupiah with `.00`."""
    kepala = [*JUDUL, *(f"Target {tahun}" for tahun in TAHUN), *(f"Pagu {tahun} (Rp)" for tahun in TAHUN)]
    semua: list[Baris] = [["RENCANA KERJA DAN PENDANAAN"], [], kepala]
    for baris in baris_publik():
        if baris["pagu_2026"]:
            uraian = [baris[nama] for nama in ("kode", "nama", "indikator", "satuan", "kondisi_awal")]
            target = [baris[f"target_{tahun}"] for tahun in TAHUN]
            semua.append([*uraian, *target, *(f"{baris[f'pagu_{tahun}']}.00" for tahun in TAHUN)])
    return semua


def lengkapi(isi: bytes) -> bytes:
    """What a person types into the marked cells: tujuan and sasaran, and what no list says of an indicator."""
    hasil = openpyxl.load_workbook(io.BytesIO(isi))
    pohon = hasil["Pohon"]
    program = [baris for baris in pohon.iter_rows(min_row=5) if baris[0].value == "program"]
    for baris in program:
        baris[2].value = "S1"
    akhir = max(baris[0].row for baris in pohon.iter_rows(min_row=5) if baris[0].value)
    for nomor, isian in enumerate((("tujuan", "T1", None, "Tujuan"), ("sasaran", "S1", "T1", "Sasaran")), akhir + 1):
        for kolom, nilai in enumerate(isian, 1):
            pohon.cell(nomor, kolom, nilai)
    for nama, semua in ISIAN.items():
        lembar = hasil[nama]
        letak = {sel.value: sel.column for sel in lembar[4]}
        for baris in lembar.iter_rows(min_row=5):
            if baris[0].value:
                for judul, nilai in semua.items():
                    lembar.cell(baris[0].row, letak[judul], nilai)
    wadah = io.BytesIO()
    hasil.save(wadah)
    return wadah.getvalue()


ISIAN: Mapping[str, Mapping[str, object]] = {
    "Dokumen": {"Tanggal": "1 September 2025", "Nomor dan nama dokumen": "Renstra 2026-2030"},
    "Indikator": {
        "Unit": "SEK",
        "Polaritas": "naik",
        "Rumus": "naik",
        "Frekuensi": "triwulanan",
        "Agregasi": "nilai akhir",
        "Cara isi": "triwulan ini",
        "Laporan": "Renja, Renstra",
    },
    "Riwayat": {"Tahun": 2025},
}


def isi_buku(isi: bytes, nama: str) -> dict[str, dict[str, Any]]:
    """The rows of a sheet by their code, or their first cell, each by header; blanks single."""
    lembar = openpyxl.load_workbook(io.BytesIO(isi))[nama]
    judul = [sel.value for sel in lembar[4]]
    semua = [
        dict(zip(judul, map(_rapi, baris), strict=True)) for baris in lembar.iter_rows(min_row=5, values_only=True)
    ]
    return {str(baris.get("Kode") or next(iter(baris.values()))): baris for baris in semua if any(baris.values())}


def _rapi(isian: object) -> object:
    return sebaris(isian) if isinstance(isian, str) else isian


def test_the_columns_are_proposed_by_their_headers(baca: Callable[[Sequence[Baris]], LembarEkspor]) -> None:
    usul = baca(daftar_publik()).usul
    jenis = ("kode", "nama", "indikator", "satuan", "kondisi_awal")
    assert [usul[huruf] for huruf in "ABCDE"] == [Peran(nama) for nama in jenis]  # type: ignore[arg-type]
    assert [usul[huruf] for huruf in "FGHIJ"] == [Peran("target", tahun) for tahun in TAHUN]
    assert [usul[huruf] for huruf in "KLMNO"] == [Peran("pagu", tahun) for tahun in TAHUN]


def test_a_year_above_two_columns_is_the_year_of_both(pembaca: Pembaca) -> None:
    kepala = [["Kode", "Uraian", "Indikator Kinerja", "Satuan", 2026, None], [None, None, None, None, "K", "Rp"]]
    isi = [["7.01.02", "PROGRAM A", "Persentase", "%", 90, 1_000_000]]
    gabungan = ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1")
    (lembar,) = baca_ekspor(buku([*kepala, *isi], gabungan), pembaca.baca)
    assert isinstance(lembar, LembarEkspor)
    assert [lembar.usul[huruf] for huruf in "ABCDEF"] == [
        *(Peran(jenis) for jenis in ("kode", "nama", "indikator", "satuan")),
        Peran("target", 2026),
        Peran("pagu", 2026),
    ]


def test_without_a_year_in_any_header_a_person_chooses_one(baca: Callable[[Sequence[Baris]], LembarEkspor]) -> None:
    lembar = baca([["Kode", "Uraian", "Target", "Pagu"], ["7.01.02", "PROGRAM A", 90, 1_000_000]])
    assert lembar.usul == {"A": Peran("kode"), "B": Peran("nama")}
    assert {Peran("target", 2025), Peran("pagu", 2030)} <= set(lembar.peran)


def test_a_public_list_becomes_a_workbook_whose_every_figure_the_import_reads(
    baca: Callable[[Sequence[Baris]], LembarEkspor], pembaca: Pembaca
) -> None:
    lembar = baca(daftar_publik())
    hasil = susun_dari_ekspor(lembar, lembar.usul, _kantor())
    assert (hasil.simpul, hasil.indikator, hasil.tersisa) == (52, 52, ())
    gudang = gudang_kosong()
    isi = lengkapi(hasil.buku.isi)
    putusan = impor_rencana(
        gudang, isi, "rencana.xlsx", "Kasubbag (uji)", WAKTU, JawabanRencana(alasan="dicoba"), buka=pembaca.baca
    )
    assert putusan.status == "tersimpan", putusan.temuan
    assert putusan.kode_pd is not None
    rencana = muat_rencana(gudang, putusan.kode_pd)
    gudang.tutup()
    assert rencana is not None
    baris = [baris for baris in baris_publik() if baris["pagu_2026"]]
    assert {(pagu.simpul, pagu.tahun): pagu.rupiah for pagu in rencana.pagu} == {
        (baris_csv["kode"], tahun): Decimal(baris_csv[f"pagu_{tahun}"]) for baris_csv in baris for tahun in TAHUN
    }
    assert {(target.indikator, target.tahun): target.nilai.nilai for target in rencana.target} == {
        (f"I-{baris_csv['kode']}", tahun): Decimal(baris_csv[f"target_{tahun}"])
        for baris_csv in baris
        for tahun in TAHUN
        if baris_csv[f"target_{tahun}"]
    }
    assert {simpul.kode: simpul.nama for simpul in rencana.simpul if "." in simpul.kode} == {
        baris_csv["kode"]: sebaris(baris_csv["nama"]) for baris_csv in baris
    }


def _kantor() -> Any:
    """The office and its units, as they are stored before any plan is."""
    return type(rencana_publik())(identitas=rencana_publik().identitas, unit=rencana_publik().unit)


def test_what_a_list_does_not_say_stays_empty_with_a_proposal_beside_it(
    baca: Callable[[Sequence[Baris]], LembarEkspor], pembaca: Pembaca
) -> None:
    lembar = baca(daftar_publik())
    isi = susun_dari_ekspor(lembar, lembar.usul).buku.isi
    assert jaga(isi) == ()
    indikator = openpyxl.load_workbook(io.BytesIO(isi))["Indikator"]
    letak = {sel.value: sel.column for sel in indikator[4]}
    usul = {judul: indikator.cell(5, letak[judul]) for judul in ("Unit", "Polaritas", "Agregasi", "Frekuensi")}
    assert [sel.value for sel in usul.values()] == [None] * 4
    assert usul["Agregasi"].comment is not None
    assert usul["Agregasi"].comment.text == "Usul Capaian: nilai akhir"
    bacaan: BacaanRencana = baca_rencana(isi, pembaca.baca)
    assert {temuan.kode for temuan in bacaan.temuan if temuan.tingkat == "galat"} == {"wajib_kosong"}


def test_rows_that_belong_to_no_code_are_named_and_not_lost(baca: Callable[[Sequence[Baris]], LembarEkspor]) -> None:
    semua = [
        ["Kode", "Uraian", "Indikator", "Satuan", "Target 2026", "Pagu 2026"],
        ["7.01.02.2.01.0001 Koordinasi Kegiatan", None, "Jumlah laporan", "Laporan", "12 Laporan", "1.000.000"],
        [None, None, "Jumlah dokumen", "Dokumen", 0.5, None],
        ["7.01.02.2.01.0001", None, "Jumlah rapat", "Kali", "95%", "2.000.000"],
        [None, "JUMLAH", None, None, None, "3.000.000"],
        ["7.01", "URUSAN KECAMATAN", None, None, None, "3.000.000"],
    ]
    lembar = baca(semua)
    hasil = susun_dari_ekspor(lembar, lembar.usul)
    assert [nomor for nomor, _ in hasil.tersisa] == [4, 5, 6]
    assert hasil.tersisa[0][1] == "pagu 7.01.02.2.01.0001 yang lain: 2.000.000"
    assert isi_buku(hasil.buku.isi, "Pohon")["7.01.02.2.01.0001"]["Nama"] == "Koordinasi Kegiatan"
    assert list(isi_buku(hasil.buku.isi, "Pohon")) == ["7.01.02", "7.01.02.2.01", "7.01.02.2.01.0001"]
    assert list(isi_buku(hasil.buku.isi, "Indikator")) == [f"I-7.01.02.2.01.0001{ekor}" for ekor in ("", "-2", "-3")]
    renja = openpyxl.load_workbook(io.BytesIO(hasil.buku.isi))["Target Renja"]
    assert [renja.cell(nomor, 4).value for nomor in (5, 6, 7)] == ["12 Laporan", 0.5, "95%"]


def test_what_the_office_has_stored_keeps_its_codes_units_and_rules(
    baca: Callable[[Sequence[Baris]], LembarEkspor],
) -> None:
    lembar = baca(daftar_publik())
    isi = susun_dari_ekspor(lembar, lembar.usul, rencana_publik()).buku.isi
    semula = susun_templat(rencana_publik()).isi
    for nama in ("Identitas", "Unit"):
        assert isi_buku(isi, nama) == isi_buku(semula, nama)
    dulu, kini = isi_buku(semula, "Indikator"), isi_buku(isi, "Indikator")
    assert kini == {kode: baris for kode, baris in dulu.items() if kode.startswith("I-7")}
    assert set(isi_buku(isi, "Pohon")) == set(isi_buku(semula, "Pohon"))
    assert isi_buku(isi, "Pohon")["7.01.01"]["Kode induk"] == "S1"
    assert isi_buku(isi, "Dokumen")["RENSTRA-26"] == isi_buku(semula, "Dokumen")["RENSTRA-26"]


def test_a_file_that_is_no_workbook_and_one_without_codes_hold_no_list(pembaca: Pembaca) -> None:
    temuan = baca_ekspor(b"Dengan hormat", pembaca.baca)
    assert temuan
    assert all(isinstance(butir, Temuan) for butir in temuan)
    assert baca_ekspor(buku([["Nama", "Jumlah"], ["Meja", 4]]), pembaca.baca) == ()


@pytest.mark.parametrize(
    ("peran", "sebab"),
    [
        ({"B": Peran("nama"), "F": Peran("target", 2026)}, "kode"),
        ({"A": Peran("kode")}, "target atau pagu"),
        ({"A": Peran("kode"), "F": Peran("target", 2026), "G": Peran("target", 2026)}, "2 kolom .* Target 2026"),
    ],
)
def test_a_list_needs_a_column_of_codes_and_a_year_and_each_column_once(
    baca: Callable[[Sequence[Baris]], LembarEkspor], peran: dict[str, Peran], sebab: str
) -> None:
    with pytest.raises(ValueError, match=sebab):
        susun_dari_ekspor(baca(daftar_publik()), peran)
