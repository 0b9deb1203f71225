"""Money is judged s/d triwulan against what was to be drawn by then, where the Renja says how much that is."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from analytics.aturan.periode import Periode
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.dokumen.tabel import IsiTabel
from analytics.dokumen.tabel_rencana import tabel_kas
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.hasil.renja import EvaluasiRenja
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import RENJA, evaluasi_semua, kata
from data.gudang import Gudang
from tests.alat.toko import KODE_PD, Toko
from tests.evaluasi.alat_renja import KEGIATAN, PROGRAM, SUB_1, SUB_2, TUNGGAL, isi_toko

JUTA = 1_000_000


def berkas(*kas: tuple[str, tuple[int, ...]]) -> Toko:
    """The small Renja, with the anggaran kas of some rows in millions of each triwulan."""
    toko = isi_toko()
    for simpul, rupiah in kas:
        toko.kas(simpul, *(angka * JUTA for angka in rupiah))
    return toko


def renja(gudang: Gudang, triwulan: int, unit: str | None = None) -> EvaluasiRenja:
    return susun_renja(baca(gudang, KODE_PD, Periode(2026, triwulan)), unit)


DUA = ((SUB_1, (2, 3, 3, 2)), (SUB_2, (4, 6, 6, 4)))


@pytest.fixture(scope="module")
def gudang() -> Gudang:
    return berkas(*DUA).tulis()


@pytest.mark.parametrize(
    ("triwulan", "realisasi", "rencana", "baris", "kalimat"),
    [
        (1, 6, 6, (2, 2), "I: 100,00 % (Sangat Tinggi), 2 dari 2"),
        (2, 4, 5, (1, 1), "II: 80,00 % (Tinggi), 1 dari 1"),
        (3, Decimal("22.5"), 24, (2, 2), "III: 93,75 % (Sangat Tinggi), 2 dari 2"),
    ],
)
def test_realisasi_is_held_against_what_the_same_rows_were_to_draw_by_now(
    gudang: Gudang,
    triwulan: int,
    realisasi: Decimal | int,
    rencana: int,
    baris: tuple[int, int],
    kalimat: str,
) -> None:
    """In TW II the second row did not report: its anggaran kas is left out with it."""
    hasil = renja(gudang, triwulan)
    ada = hasil.penarikan
    assert ada is not None
    assert (ada.realisasi, ada.rencana, (ada.n, ada.m)) == (realisasi * JUTA, rencana * JUTA, baris)
    assert kata.penarikan(hasil.penutup, triwulan) == (
        f"Terhadap rencana penarikan s/d TW {kalimat} baris punya anggaran kas"
    )
    assert hasil.predikat_serapan is None


def test_the_tree_on_screen_shows_by_row_what_was_to_be_drawn_by_now_beside_its_serapan(gudang: Gudang) -> None:
    """SUB_2 did not report TW II: what it was to draw stands, without a percent."""

    def baris(triwulan: int) -> tuple[list[str], dict[str, tuple[IsiTabel, ...]]]:
        tabel = tabel_renja(renja(gudang, triwulan))
        judul = [kolom.judul for kolom in tabel.kolom]
        letak = [nomor for nomor, kolom in enumerate(judul) if "penarikan" in kolom]
        return judul, {str(isi.isi[0]): tuple(isi.isi[nomor] for nomor in letak) for isi in tabel.baris}

    judul, isi = baris(2)
    assert judul.index("Rencana penarikan s/d triwulan (Rp)") == judul.index("Serapan (%)") + 1
    per_kode = {kode: next(nilai for nama, nilai in isi.items() if f"{kode}:" in nama) for kode in (SUB_1, SUB_2)}
    assert per_kode == {SUB_1: (5 * JUTA, pytest.approx(80)), SUB_2: (10 * JUTA, None)}
    cara = [str(kata_sel) for simpul in tabel_renja(renja(gudang, 2)).baris for kata_sel in simpul.isi]
    assert any(tulisan.endswith("terhadap rencana penarikan 4.000.000 / 5.000.000 × 100 = 80,00") for tulisan in cara)
    assert not any("penarikan" in kolom for kolom in baris(4)[0]), "the whole pagu is to be drawn by then"


def test_nothing_else_changes_by_it(gudang: Gudang) -> None:
    tanpa = isi_toko().tulis()
    for triwulan in (1, 2, 3, 4):
        dengan, lama = renja(gudang, triwulan).penutup, renja(tanpa, triwulan).penutup
        assert (dengan.terhitung, dengan.serapan_rata, dengan.predikat_serapan) == (
            lama.terhitung,
            lama.serapan_rata,
            lama.predikat_serapan,
        )
        assert (lama.penarikan, lama.predikat_penarikan, kata.penarikan(lama, triwulan)) == (None, None, "")
    assert renja(gudang, 3).penutup.serapan_jumlah == pytest.approx(75)


def test_at_the_end_of_the_year_and_in_a_renstra_there_is_one_serapan(gudang: Gudang) -> None:
    hasil = renja(gudang, 4)
    assert (hasil.penarikan, kata.penarikan(hasil.penutup, 4)) == (None, "")
    renstra = susun_renstra(baca(gudang, KODE_PD, Periode(2026, 3)))
    assert kata.penarikan(renstra.penutup, 3) == ""


def test_of_one_unit_it_is_that_of_its_rows(gudang: Gudang) -> None:
    ada = renja(gudang, 3, "S2").penarikan
    assert ada is not None
    assert (ada.realisasi, ada.rencana, ada.n, ada.m) == (15 * JUTA, 16 * JUTA, 1, 1)


def test_a_row_without_anggaran_kas_is_left_out_on_both_sides_and_counted() -> None:
    """SUB_2 has one that stops before the triwulan: an empty triwulan is no 0."""
    toko = berkas((SUB_1, (2, 3, 3, 2)), (SUB_2, (4, 6)))
    ada = renja(toko.tulis(), 3).penarikan
    assert ada is not None
    assert (ada.realisasi, ada.rencana, ada.n, ada.m) == (Decimal(7_500_000), 8 * JUTA, 1, 2)


def test_a_gap_ends_what_can_be_added_up() -> None:
    toko = berkas((SUB_1, (2,)))
    toko.kas(SUB_1, 3 * JUTA, mulai=3)
    gudang = toko.tulis()
    assert renja(gudang, 3).penarikan is None
    assert renja(gudang, 1).penarikan is not None


def test_where_nothing_was_to_be_drawn_yet_there_is_no_figure() -> None:
    assert renja(berkas((SUB_1, (0, 3, 3, 4))).tulis(), 1).penarikan is None


def test_the_renja_in_force_says_what_is_to_be_drawn() -> None:
    """A perubahan of June repeats pagu and anggaran kas: 5 and 10 instead of 8 million s/d TW III."""
    toko = berkas((SUB_1, (2, 3, 3, 2)))
    toko.dokumen(9, "renja", 2026, 2026, date(2026, 6, 1), ke=1)
    toko.pagu(SUB_1, {2026: 12 * JUTA}, rencana=9)
    toko.kas(SUB_1, 2 * JUTA, 3 * JUTA, 5 * JUTA, 2 * JUTA, rencana=9)
    gudang = toko.tulis()
    hasil = [renja(gudang, triwulan).penarikan for triwulan in (1, 3)]
    assert [ada.rencana for ada in hasil if ada] == [2 * JUTA, 10 * JUTA]


def test_a_parent_has_an_anggaran_kas_where_every_row_below_it_has_one() -> None:
    gudang = berkas(*DUA).tulis()
    kas = {baris.kode_simpul: baris.uang.kini.kas for baris in renja(gudang, 3).baris}
    assert kas[SUB_1] == (2 * JUTA, 5 * JUTA, 8 * JUTA, 10 * JUTA)
    assert kas[KEGIATAN] == (6 * JUTA, 15 * JUTA, 24 * JUTA, 30 * JUTA)
    assert kas[PROGRAM] == kas[TUNGGAL] == ()
    tabel = tabel_kas(renja(gudang, 3))
    assert tabel is not None
    assert [baris.isi[4:] for baris in tabel.baris] == [
        (30 * JUTA, 30 * JUTA),
        (10 * JUTA, 10 * JUTA),
        (20 * JUTA, 20 * JUTA),
    ]
    assert tabel_kas(renja(isi_toko().tulis(), 3)) is None


@pytest.mark.parametrize("triwulan", [3, 4])
def test_the_summary_prints_it_with_its_two_sums_and_a_live_formula(gudang: Gudang, triwulan: int) -> None:
    isi = susun_kompilasi(evaluasi_semua(gudang, KODE_PD, Periode(2026, triwulan)))
    lembar = openpyxl.load_workbook(io.BytesIO(isi))["Ringkasan"]
    semua = [[sel.value for sel in baris if sel.value is not None] for baris in lembar.iter_rows()]
    baris = [sel for sel in semua if any("rencana penarikan" in str(nilai) for nilai in sel)]
    if triwulan == 4:
        assert baris == []
        return
    ((_, uraian, nilai, predikat, keterangan),) = baris
    assert uraian == "Serapan anggaran (%), terhadap rencana penarikan s/d TW III"
    assert nilai == "=22500000.00/24000000.00*100"
    assert "22500000.00/24000000.00*100" in predikat
    assert keterangan == (
        "Realisasi Rp 22.500.000 dibagi anggaran kas Rp 24.000.000; 2 dari 2 baris yang melapor punya anggaran kas."
    )


def test_a_change_of_the_scale_shows_what_its_predikat_becomes(gudang: Gudang) -> None:
    semua = RENJA.angka(renja(gudang, 3)).serapan
    assert [(angka.dasar, angka.predikat) for angka in semua] == [
        ("rata-rata serapan anggaran", None),
        ("serapan terhadap rencana penarikan s/d triwulan", "Sangat Tinggi"),
    ]
