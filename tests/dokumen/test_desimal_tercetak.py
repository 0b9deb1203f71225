"""Numbers as they are, in the workbook, in tables of the screen and in csv: as many decimals as a target needs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.iku.kolom_iku import IKU
from analytics.dokumen.iku.tabel_iku import tabel_iku
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.tabel import susun_csv, tulis_isi
from analytics.evaluasi.hasil.iku import EvaluasiIku
from analytics.formulir import evaluasi_semua
from analytics.grafik import peluru
from tests.alat.libreoffice import bandingkan, perlu_libreoffice
from tests.alat.toko import KODE_PD, TAHUN, Toko
from tests.dokumen.alat_lembar import LembarUji

pytestmark = perlu_libreoffice

BERPECAHAN: Final[dict[str, Any]] = {"pembilang": "desa tertib", "penyebut": "desa", "faktor": Decimal(100)}
LEMBAR: Final = "Evaluasi IKU"
KANTOR: Final[dict[str, tuple[Any, Any, dict[str, Any]]]] = {
    "KECIL": ("0.0003", "0.00021", {}),
    "RENIK": ("0.0003", "0.0000001", {}),
    "BESAR": ("200000000000", "85000000000", {}),
    "SEN": ("250000000.75", "250000000.5", {}),
    "BIASA": ("85", "84.5", {}),
    "HAMPIR": ("84.62", (11, 13), BERPECAHAN),
    "TURUN": ("15.38", (2, 13), {**BERPECAHAN, "polaritas": "turun", "rumus": "turun_selisih"}),
    "KURANG": ("84.63", (11, 13), BERPECAHAN),
}
"""Target, realisasi and rule of every IKU."""


@pytest.fixture(scope="module")
def terbit() -> tuple[EvaluasiIku, bytes]:
    """The IKU of an office, and its compiled workbook."""
    toko = Toko()
    for kode, (target, realisasi, aturan) in KANTOR.items():
        toko.indikator(kode, agregasi="nilai_akhir", **aturan)
        toko.target(kode, {0: target, 1: target})
        toko.lapor(kode, {1: realisasi})
    kompilasi = evaluasi_semua(toko.tulis(), KODE_PD, Periode(TAHUN, 1))
    iku = next(terisi.hasil for terisi in kompilasi.formulir if terisi.lembar.kode == "iku")
    return iku, susun_kompilasi(kompilasi)


@pytest.fixture(scope="module")
def lembar(terbit: tuple[EvaluasiIku, bytes]) -> LembarUji:
    return LembarUji.buka(terbit[1], LEMBAR, IKU)


@pytest.mark.parametrize(
    ("kode", "target", "realisasi"),
    [
        ("KECIL", "0,0003", "0,00021"),
        ("RENIK", "0,0003", "0,0000001"),
        ("BESAR", "200.000.000.000", "85.000.000.000"),
        ("SEN", "250.000.000,75", "250.000.000,5"),
        ("BIASA", "85", "84,5"),
        ("HAMPIR", "84,62", "84,615"),
    ],
)
def test_a_cell_shows_what_the_table_of_the_screen_says(
    terbit: tuple[EvaluasiIku, bytes], lembar: LembarUji, kode: str, target: str, realisasi: str
) -> None:
    tabel = tabel_iku(terbit[0])
    baris = next(baris for baris in tabel.baris if baris.kode_indikator == kode)
    assert [tulis_isi(sel) for sel in baris.isi[2:4]] == [target, realisasi]
    letak = lembar.baris("indikator", f"Indikator {kode}")
    for kunci, tertulis in (("target", target), ("realisasi", realisasi)):
        bentuk = lembar.nilai_[lembar.susunan.sel(kunci, letak)].number_format
        desimal = len(bentuk.removesuffix("_)").partition(".")[2])
        assert desimal == len(tertulis.partition(",")[2])


def test_a_csv_holds_every_decimal(terbit: tuple[EvaluasiIku, bytes]) -> None:
    teks = susun_csv(tabel_iku(terbit[0])).decode("utf-8-sig")
    assert ";0,0003;0,00021;70;" in teks
    assert ";0,0003;0,0000001;" in teks
    assert ";200000000000;85000000000;42,5;" in teks


def test_reaching_a_target_at_its_decimals_is_said_in_every_place_and_its_capaian_stays(
    terbit: tuple[EvaluasiIku, bytes], lembar: LembarUji
) -> None:
    iku, _ = terbit
    status = {kode: lembar.nilai("status", lembar.baris("indikator", f"Indikator {kode}")) for kode in KANTOR}
    dibulatkan = "tercapai (target dibulatkan)"
    assert {kode for kode, kata in status.items() if kata == dibulatkan} == {"HAMPIR", "TURUN"}
    assert status["KURANG"] == "belum tercapai"
    assert (iku.tercapai, iku.dinilai) == (2, len(KANTOR))
    letak = lembar.baris("indikator", "Indikator HAMPIR")
    assert lembar.nilai("capaian", letak) == 99.99
    assert "Tercapai (target dibulatkan)." in str(lembar.nilai("keterangan", letak))
    baris = next(baris for baris in tabel_iku(iku).baris if baris.kode_indikator == "HAMPIR")
    assert baris.isi[6] == f"Naik (makin tinggi makin baik): 84,615384… / 84,62 × 100 = 99,99; {dibulatkan}"
    batang = {batang.kode: batang for batang in peluru.dari_iku(iku)}
    assert batang["HAMPIR"].rinci == f"Target 84,62 · realisasi 84,615 · {dibulatkan}"
    assert {batang.kode for batang in peluru.terburuk(batang.values())} == {*KANTOR} - {"HAMPIR", "TURUN"}
    assert peluru.bacaan(tuple(batang.values())).startswith(f"2 dari {len(KANTOR)} ")


def test_libreoffice_comes_to_the_same_status_and_the_same_count(
    terbit: tuple[EvaluasiIku, bytes], tmp_path: Path
) -> None:
    sel = bandingkan(terbit[1], tmp_path)
    assert [rumus for rumus in sel if not rumus.sama] == []
    kata = {rumus.mereka for rumus in sel if rumus.lembar == LEMBAR}
    assert {"tercapai (target dibulatkan)", "belum tercapai", f"2 dari {len(KANTOR)}"} <= kata


def test_a_workbook_whose_realisasi_is_changed_judges_anew(
    terbit: tuple[EvaluasiIku, bytes], lembar: LembarUji, tmp_path: Path
) -> None:
    jalur = tmp_path / "diketik.xlsx"
    jalur.write_bytes(terbit[1])
    buku = openpyxl.load_workbook(jalur)
    letak = lembar.baris("indikator", "Indikator HAMPIR")
    buku[LEMBAR][lembar.susunan.sel("realisasi_pembilang", letak)] = 10
    buku.save(jalur)
    sel = {rumus.sel: rumus.mereka for rumus in bandingkan(jalur.read_bytes(), tmp_path) if rumus.lembar == LEMBAR}
    assert sel[lembar.susunan.sel("status", letak)] == "belum tercapai"
