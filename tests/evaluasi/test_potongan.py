"""The forms of one unit: its own money up the tree, its own indicators in the means, and what is others' named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from analytics.dokumen.isi_kompilasi import Kompilasi
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.dokumen.renja.tabel_renja import tabel_renja
from analytics.dokumen.renstra.tabel_renstra import tabel_renstra
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil.renja import BarisRenja
from analytics.evaluasi.iku import susun_iku
from analytics.evaluasi.renja import susun_renja
from analytics.evaluasi.renstra import susun_renstra
from analytics.formulir import BERPOHON, kata
from pages.komponen import kalimat
from tests.alat.kantor_bagian import BAGIAN, KEGIATAN, LAIN, PROGRAM, SUB, TW2, berbagi, kantor, sebagian, terlapor
from tests.alat.toko import KODE_PD, TAHUN, Toko

UNIT = ("S1", "S2", "A", "B")


def kantor_penuh() -> Toko:
    """Beside what the kelurahan share, S1 has a sub kegiatan, and S2 the indicator of the program."""
    toko = sebagian(berbagi(kantor()))
    toko.anggaran(LAIN, {2: 4_000_000})
    for kode, simpul, unit in (("prog", PROGRAM, "S2"), ("lain", LAIN, "S1")):
        toko.indikator(kode, simpul, unit=unit)
        toko.target(kode, {0: 4, 1: 1, 2: 1})
        toko.lapor(kode, {1: 1, 2: 1}, unit=unit)
    return toko


@pytest.fixture(scope="module")
def bacaan() -> Bacaan:
    return baca(kantor_penuh().tulis(), KODE_PD, TW2)


def baris(bacaan: Bacaan, unit: str | None) -> dict[str, BarisRenja]:
    return {simpul.kode_simpul: simpul for simpul in susun_renja(bacaan, unit).baris}


def test_above_the_rows_of_a_unit_stands_the_sum_of_its_own_rows_and_parts(bacaan: Bacaan) -> None:
    satu, a = baris(bacaan, "S1"), baris(bacaan, "A")
    for kode in ("S1.1", PROGRAM, KEGIATAN):
        assert (a[kode].uang.kini.pagu, a[kode].uang.kini.realisasi) == (6_000_000, 3_000_000)
        assert (satu[kode].uang.kini.pagu, satu[kode].uang.kini.realisasi) == (5_000_000, 4_000_000)
    assert [(kode, simpul.terbawah) for kode, simpul in a.items() if kode.startswith(KEGIATAN)] == [
        (KEGIATAN, False),
        (SUB, True),
    ]
    assert a[SUB].nama_unit == "Kelurahan A"
    assert a[SUB].uang.kini.laporan[-1].asal.alamat == "A-2026-2-v1.xlsx, Anggaran!F9"


def test_all_units_together_carry_what_the_office_has(bacaan: Bacaan) -> None:
    def jumlah(unit: str | None) -> dict[str, tuple[Decimal, Decimal]]:
        uang = {kode: simpul.uang.kini for kode, simpul in baris(bacaan, unit).items()}
        return {kode: (milik.pagu or Decimal(0), milik.realisasi or Decimal(0)) for kode, milik in uang.items()}

    milik = [jumlah(unit) for unit in UNIT]
    nol = (Decimal(0), Decimal(0))
    for kode, seluruh in jumlah(None).items():
        if kode not in BAGIAN:
            bagian = [uang.get(kode, nol) for uang in milik]
            assert tuple(map(sum, zip(*bagian, strict=True))) == seluruh


def test_the_means_of_a_unit_are_of_its_own_and_its_part_stands_in_the_place_of_what_is_made_of_it(
    bacaan: Bacaan,
) -> None:
    hasil = {unit: susun_renja(bacaan, unit).penutup for unit in UNIT}
    assert [kata.banyak(hasil[unit].kinerja) for unit in UNIT] == [
        "1 dari 2 indikator",
        "0 dari 0 indikator",
        "1 dari 1 indikator",
        "0 dari 1 indikator",
    ]
    assert [hasil[unit].terhitung.banyak for unit in UNIT] == ["1 dari 1", "0 dari 0", "1 dari 1", "0 dari 1"]
    assert [hasil[unit].serapan_jumlah for unit in UNIT] == [pytest.approx(80), None, pytest.approx(50), None]
    assert hasil["B"].unit_tanpa_anggaran == ("Kelurahan B",)
    renstra = {unit: susun_renstra(bacaan, unit) for unit in UNIT}
    assert [(renstra[unit].sd.n, renstra[unit].sd.m) for unit in UNIT] == [(1, 2), (0, 0), (1, 1), (0, 1)]
    assert [kinerja.baris.indikator.kode for kinerja in baris(bacaan, "A")[SUB].kinerja] == ["dok.A"]
    assert [kinerja.baris.indikator.kode for kinerja in baris(bacaan, "S1")[SUB].kinerja] == ["dok"]


def test_what_is_of_others_is_shown_with_whose_it_is_and_not_counted(bacaan: Bacaan) -> None:
    a = baris(bacaan, "A")
    lain = {kode: [kinerja.baris.indikator.kode for kinerja in simpul.kinerja_lain] for kode, simpul in a.items()}
    assert {kode: indikator for kode, indikator in lain.items() if indikator} == {PROGRAM: ["prog"]}
    nama = [str(baris_tabel.isi[0]) for baris_tabel in tabel_renja(susun_renja(bacaan, "A")).baris]
    assert "Indikator prog (milik Seksi Dua, tidak dihitung di sini)" in nama
    assert not any(simpul.kinerja_lain for simpul in baris(bacaan, None).values())


def test_money_that_no_document_gives_the_unit_is_neither_its_own_nor_unplanned(bacaan: Bacaan) -> None:
    """SUB is of S1, and divided since 2026; the Renstra does not divide it."""
    satu, a = baris(bacaan, "S1")[SUB].uang, baris(bacaan, "A")[SUB].uang
    assert (satu.kini.pagu, satu.kini.sebutan) == (None, "tidak pada unit ini")
    assert satu.kini.catatan == "Anggarannya tidak pada unit ini."
    assert (satu.target_renstra, satu.realisasi_lalu) == (10_000_000, 8_000_000)
    kurang = "Anggaran kolom 5 dan 14 tanpa 30.000.000, pagu Renstra 2026, 2027, 2028 yang tidak dibagi per unit."
    assert [uang.catatan_tak_dibagi("5", "14") for uang in (satu, a)] == [kurang, kurang]
    lain = [simpul.uang for unit in (None, "S1") for kode, simpul in baris(bacaan, unit).items() if kode == LAIN]
    assert [uang.catatan_tak_dibagi("5", "14") for uang in (*lain, baris(bacaan, None)[SUB].uang)] == ["", "", ""]
    assert (a.target_renstra, a.realisasi_lalu, a.tingkat_capaian) == (None, None, None)
    e80 = {simpul.kode_simpul: simpul.uang for simpul in susun_renstra(bacaan, "S1").baris}
    assert [(uang.pagu, uang.sebutan) for uang in e80[SUB]][1:3] == [
        (10_000_000, "belum ada data TW IV"),
        (None, "tidak pada unit ini"),
    ]


def test_what_the_renja_gives_a_unit_is_missing_or_not_due_yet_also_where_the_renstra_does_not_divide_it(
    bacaan: Bacaan,
) -> None:
    """B sent nothing of TW II; the pagu of the Renstra of 2026 to 2028 is of the whole row."""
    hasil = susun_renstra(bacaan, "B")
    assert [simpul.uang[2].sebutan for simpul in hasil.baris if simpul.kode_simpul == SUB] == ["belum ada data TW II"]
    isi = next(baris_tabel.isi for baris_tabel in tabel_renstra(hasil).baris if SUB in str(baris_tabel.isi[0]))
    mulai = 4 + 3 * hasil.tahun.index(TAHUN)
    assert isi[mulai : mulai + 2] == ("tidak pada unit ini", "belum ada data TW II")
    assert isi[mulai + 3 : mulai + 5] == ("tidak pada unit ini", "belum waktunya")
    cetak = tulis_kompilasi(Kompilasi(tuple(formulir.isi(formulir.evaluasi(bacaan, "B")) for formulir in BERPOHON)))
    lembar = {sel: nilai for sel, (nilai, _) in cetak.sel["Evaluasi Renstra"].items()}
    nomor = next(sel.lstrip("C") for sel, nilai in lembar.items() if str(nilai).startswith(SUB))
    assert [lembar[f"{kolom}{nomor}"] for kolom in ("U", "W", "Y")] == [
        "tidak pada unit ini",
        "belum ada data TW II",
        "belum waktunya",
    ]


def test_a_renstra_row_of_a_unit_that_no_renja_plans_is_that_on_its_own_form_too() -> None:
    toko = kantor_penuh()
    toko.pagu(LAIN, {TAHUN: 5_000_000}, rencana=1)
    toko.tabel["pagu"] = [pagu for pagu in toko.tabel["pagu"] if (pagu["kode_simpul"], pagu["id_rencana"]) != (LAIN, 4)]
    toko.tabel["realisasi_anggaran"] = [
        lapor for lapor in toko.tabel["realisasi_anggaran"] if lapor["kode_simpul"] != LAIN
    ]
    bacaan = baca(toko.tulis(), KODE_PD, TW2)
    for unit in (None, "S1"):
        e80 = {simpul.kode_simpul: simpul.uang[2] for simpul in susun_renstra(bacaan, unit).baris}
        assert e80[LAIN].catatan == "2026: tidak dianggarkan dalam Renja 2026."


def test_what_a_document_gives_beyond_the_rows_of_one_unit_is_told_on_its_form_and_not_where_several_share() -> None:
    toko = kantor_penuh()
    for simpul in toko.tabel["simpul"]:
        if simpul["kode_simpul"] == KEGIATAN:
            simpul["kode_unit"] = "S1"
    toko.simpul("7.01.06.2.02", "kegiatan", PROGRAM, 8, unit="S1")
    toko.simpul("7.01.06.2.02.0001", "sub_kegiatan", "7.01.06.2.02", 9, unit="S1")
    toko.pagu("7.01.06.2.02.0001", {TAHUN: 1_000_000}, rencana=4)
    for kode, rupiah in ((KEGIATAN, 16_000_000), ("7.01.06.2.02", 3_000_000)):
        toko.pagu(kode, {TAHUN: rupiah}, rencana=4)
    hasil = susun_renja(baca(toko.tulis(), KODE_PD, TW2), "S1")
    dokumen = {simpul.kode_simpul: simpul.uang.kini.pagu_dokumen for simpul in hasil.baris}
    assert (dokumen[KEGIATAN], dokumen["7.01.06.2.02"]) == (None, 3_000_000)
    assert hasil.penutup.tidak_dirinci == 2_000_000


def test_the_form_names_the_unit_and_its_code_and_says_whether_that_one_has_sent(bacaan: Bacaan) -> None:
    sel = tulis_kompilasi(Kompilasi(tuple(formulir.isi(formulir.evaluasi(bacaan, "A")) for formulir in BERPOHON))).sel
    judul = [lembar["A1"][0] for nama, lembar in sel.items() if nama in {formulir.nama for formulir in BERPOHON}]
    for formulir in BERPOHON:
        isi = {str(nilai) for nilai, _ in sel[formulir.nama].values()}
        assert "Indikator prog (persen)\nMilik Seksi Dua" in isi
        assert any(tulisan.startswith("Milik Seksi Dua, tidak dihitung di sini.") for tulisan in isi)
    akhir = ", Kelurahan A (sub SKPD 7.01.0.05.0003)"
    assert judul == [
        f"EVALUASI HASIL RENJA PERANGKAT DAERAH (E.81){akhir}",
        f"EVALUASI HASIL RENSTRA PERANGKAT DAERAH (E.80){akhir}",
    ]
    assert susun_renja(bacaan, "A").keterangan.kelengkapan == f"{akhir[2:]} sudah mengirim s/d TW II 2026"
    belum = susun_iku(bacaan, "B")
    assert belum.keterangan.banyak_unit == "Kelurahan B (sub SKPD 7.01.0.05.0004) belum mengirim"
    assert kalimat.sebut_belum_dinilai(belum) == "Angka muncul setelah kiriman unit diterima."


def test_an_earlier_year_that_the_renja_of_the_office_did_not_plan_is_not_missing_on_the_form_of_the_unit() -> None:
    """The Renstra has LAIN of S2 for 2025; the Renja of 2025 has nothing of S2."""
    toko = kantor()
    for simpul in toko.tabel["simpul"]:
        if simpul["kode_simpul"] == LAIN:
            simpul["kode_unit"] = "S2"
    toko.pagu(LAIN, {2025: 5_000_000, TAHUN: 5_000_000}, rencana=1)
    toko.anggaran(LAIN, {2: 4_000_000}, unit="S2")
    bacaan = baca(toko.tulis(), KODE_PD, TW2)
    kantor_, unit = (baris(bacaan, pilihan)[LAIN].uang for pilihan in (None, "S2"))
    assert (unit.realisasi_sd, unit.lalu, unit.tingkat_capaian) == (
        kantor_.realisasi_sd,
        kantor_.lalu,
        kantor_.tingkat_capaian,
    )
    assert unit.tingkat_capaian == pytest.approx(40)


@pytest.fixture(scope="module")
def utuh() -> Bacaan:
    """The Renja of 2025 has 5 million of A and 4 of B; S1 reported 8 million of all of it."""
    toko = terlapor(kantor())
    for kode, rupiah in zip(BAGIAN, (5_000_000, 4_000_000), strict=True):
        toko.pagu(kode, {2025: rupiah}, rencana=3)
    toko.tabel["pagu"] = [pagu for pagu in toko.tabel["pagu"] if (pagu["kode_simpul"], pagu["id_rencana"]) != (SUB, 3)]
    return baca(toko.tulis(), KODE_PD, TW2)


def test_a_year_that_was_divided_and_reported_whole_stands_on_the_form_of_the_unit_that_reported_it(
    utuh: Bacaan,
) -> None:
    uang = {unit: {kode: simpul.uang for kode, simpul in baris(utuh, unit).items()} for unit in (None, *UNIT)}
    for kode in (PROGRAM, KEGIATAN, SUB):
        for pilih in (lambda milik: milik.realisasi_lalu, lambda milik: milik.realisasi_sd):
            assert sum(pilih(uang[unit][kode]) or 0 for unit in UNIT if kode in uang[unit]) == pilih(uang[None][kode])
    satu, a = uang["S1"][SUB], uang["A"][SUB]
    assert (satu.realisasi_lalu, satu.realisasi_sd, satu.lalu.catatan("6")) == (
        8_000_000,
        8_000_000,
        "Realisasi 2025 dilaporkan utuh di sini, pagunya pada unit lain.",
    )
    assert (a.realisasi_lalu, a.realisasi_sd, a.lalu.sebut(), a.lalu.kurang) == (
        None,
        3_000_000,
        "tidak pada unit ini",
        (),
    )
    assert a.lalu.catatan("6") == "Anggaran kolom 6 tanpa realisasi 2025, yang dilaporkan utuh di luar unit ini."
    e80 = {simpul.kode_simpul: simpul.uang[1] for simpul in susun_renstra(utuh, "A").baris}
    assert (e80[SUB].realisasi, e80[SUB].sebutan) == (None, "tidak pada unit ini")


def test_a_row_whose_indicators_are_all_of_others_names_the_unit_of_its_money(utuh: Bacaan) -> None:
    cetak = tulis_kompilasi(Kompilasi(tuple(formulir.isi(formulir.evaluasi(utuh, "A")) for formulir in BERPOHON)))
    for formulir, kolom in zip(BERPOHON, ("AB", "AL"), strict=True):
        lembar = {sel: nilai for sel, (nilai, _) in cetak.sel[formulir.nama].items()}
        nomor = next(sel.lstrip("C") for sel, nilai in lembar.items() if str(nilai).startswith(SUB))
        assert (lembar[f"D{nomor}"], lembar[f"{kolom}{nomor}"]) == (
            "Indikator dok (persen)\nMilik Seksi Satu",
            "Kelurahan A",
        )
    keterangan = str(cetak.sel["Evaluasi Renja"]["AC13"][0])
    assert keterangan.splitlines()[-1].endswith(
        "tanpa 40.000.000, pagu Renstra 2025, 2026, 2027, 2028 yang tidak dibagi per unit."
    )
