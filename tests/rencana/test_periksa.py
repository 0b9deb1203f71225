"""Every finding of the catalogue, planted in one cell of a good workbook and expected at its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from analytics.aturan.nomenklatur import kode_simpul_baku
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca
from analytics.rencana.baris import NilaiRencana, Rencana
from analytics.rencana.lembar.baca import BacaanRencana, baca_rencana
from analytics.rencana.periksa.konteks import Tersimpan, per_tahun, susun_konteks
from analytics.rencana.periksa.periksa_rencana import periksa_rencana, susun_lipatan
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import KATALOG_RENCANA
from tests.rencana.alat_kecil import KEGIATAN, RENSTRA, SKALA, SUB_1, SUB_2, buku_kecil, ketik, rencana_kecil

SUB_3 = "7.01.06.2.01.0004"
TANGGAL_POHON = SelTerbaca("Pohon", "B7", "tanggal", 37043, "01/06/2001", persen=False, rumus=None)
RENJA_BARU = dict(
    zip("ABCDEGH", ("RENJA-26", "Renja", 2026, 2026, "murni", "18 Desember 2025", "Renja 2026"), strict=True)
)
DUA_SASARAN = {
    f"Pohon!{huruf}{baris}": tulisan
    for baris, isi in ((11, ("sasaran", "S2", "T1", "Meningkatnya ketertiban")), (12, ("program", "7.01.06", "S2")))
    for huruf, tulisan in zip("ABCD", (*isi, "Program Pembinaan Pemerintahan Desa"), strict=False)
} | {"Pohon!E12": "PEM"}
"""The program of the small plan once more, under a second sasaran."""
KASUS: list[tuple[str, Mapping[str, object], str]] = [
    ("wajib_kosong", {"Unit!B5": None}, "Unit!B5"),
    ("wajib_kosong", {"Identitas!B6": None}, "Identitas!B6"),
    ("wajib_kosong", {"Riwayat!F5": "-"}, "Riwayat!F5"),
    ("wajib_kosong", {"Riwayat Anggaran!E5": None}, "Riwayat Anggaran!E5"),
    ("pilihan_asing", {"Unit!C5": "bidang"}, "Unit!C5"),
    ("pilihan_asing", {"Indikator!F5": "stabil"}, "Indikator!F5"),
    ("pilihan_asing", {"Indikator!O5": "IKU, LKjIP"}, "Indikator!O5"),
    ("pilihan_asing", {"Indikator!T5": "tahun lalu"}, "Indikator!T5"),
    ("tempo_berikutnya", {"Indikator!T6": "Tahun  berikutnya"}, "Indikator!T6"),
    ("pilihan_asing", {"Indikator!T5": "TW V"}, "Indikator!T5"),
    (
        "teks_janggal",
        {"Unit!B5": SelTerbaca("Unit", "B5", "galat", None, "#REF!", persen=False, rumus=None)},
        "Unit!B5",
    ),
    ("teks_janggal", {"Unit!B5": "Seksi\u202e Pemerintahan"}, "Unit!B5"),
    ("kode_janggal", {"Pohon!B7": TANGGAL_POHON}, "Pohon!B7"),
    ("kode_janggal", {"Pohon!B8": 7.01}, "Pohon!B8"),
    ("kode_asing", {"Indikator!E5": "PEN"}, "Indikator!E5"),
    ("kode_asing", {"Indikator!B5": "S9"}, "Indikator!B5"),
    ("kode_asing", {"Target Renja!B5": "I-99"}, "Target Renja!B5"),
    ("kode_asing", {"Pagu!A5": "RENSTRA-25"}, "Pagu!A5"),
    ("kode_asing", {"IKK!B5": "I-99"}, "IKK!B5"),
    ("kode_salah_ketik", {"Pohon!B9": "7.01.06.2.01.0020"}, "Pohon!B9"),
    ("sasaran_janggal", {"Pohon!F8": "S9"}, "Pohon!F8"),
    ("sasaran_janggal", {"Pohon!F8": "S1, T1"}, "Pohon!F8"),
    ("sasaran_janggal", {"Pohon!F6": "S1"}, "Pohon!F6"),
    ("sasaran_ganda", DUA_SASARAN, "Pohon!F7"),
    ("kode_ganda", {"Unit!A6": "PEM"}, "Unit!A6"),
    ("kode_ganda", {"Pohon!B10": "7.01.06.2.01.0002"}, "Pohon!B10"),
    ("kode_ganda", {"Target Renja!B6": "I-1"}, "Target Renja!B6"),
    ("kode_ganda", {"Indikator!A6": "I-1"}, "Indikator!A6"),
    ("kode_ganda", {"Pagu!B6": "7.01.06.2.01"}, "Pagu!B6"),
    ("tahun_janggal", {"Indikator!R5": "20024"}, "Indikator!R5"),
    ("tahun_di_luar_dokumen", {"Pagu!D8": 5_000_000}, "Pagu!D8"),
    ("tahun_di_luar_dokumen", {"Indikator!R5": 2031}, "Indikator!R5"),
    ("versi_tidak_sesuai", {"Dokumen!E6": "perubahan", "Dokumen!F6": 4e9}, "Dokumen!F6"),
    ("tanggal_janggal", {"Dokumen!G5": "05/06/2023"}, "Dokumen!G5"),
    ("angka_ambigu", {"Target Renja!D10": "1.200"}, "Target Renja!D10"),
    ("angka_ambigu", {"Pagu!D6": "10.000"}, "Pagu!D6"),
    ("angka_tidak_terbaca", {"Target Renja!D10": "dua belas?"}, "Target Renja!D10"),
    ("angka_tidak_terbaca", {"Target Renstra!D5": "90-80"}, "Target Renstra!D5"),
    (
        "angka_tidak_terbaca",
        {
            "Target Renja!D10": SelTerbaca(
                "Target Renja", "D10", "tanggal", 45000, "15/03/2023", persen=False, rumus=None
            )
        },
        "Target Renja!D10",
    ),
    (
        "format_persen",
        {"Target Renstra!D5": SelTerbaca("Target Renstra", "D5", "angka", 0.8, "0.8", persen=True, rumus=None)},
        "Target Renstra!D5",
    ),
    ("bentuk_nilai", {"Target Renja!D10": "BB"}, "Target Renja!D10"),
    ("bentuk_nilai", {"Target Renja!D8": 4}, "Target Renja!D8"),
    ("bentuk_nilai", {"Riwayat!F5": "80-90"}, "Riwayat!F5"),
    ("bentuk_nilai", {"Standar Nasional!E5": "BB"}, "Standar Nasional!E5"),
    ("batas_berlawanan", {"Target Renja!D5": "<= 80"}, "Target Renja!D5"),
    ("peringkat_asing", {"Target Renja!D8": "WTP"}, "Target Renja!D8"),
    ("peringkat_asing", {"Riwayat!F6": "ZZ"}, "Riwayat!F6"),
    ("rupiah_negatif", {"Pagu!D6": -1}, "Pagu!D6"),
    ("dokumen_salah_jenis", {"Target Renja!A5": "RENSTRA-24"}, "Target Renja!A5"),
    ("versi_tidak_sesuai", {"Dokumen!E6": "perubahan"}, "Dokumen!F6"),
    ("versi_tidak_sesuai", {"Dokumen!F6": 1}, "Dokumen!F6"),
    ("masa_dokumen", {"Dokumen!D6": 2026}, "Dokumen!D6"),
    ("masa_dokumen", {"Dokumen!D5": 2022}, "Dokumen!D5"),
    ("masa_renstra", {"Dokumen!D5": 2062}, "Dokumen!D5"),
    ("induk_tidak_ada", {"Pohon!C8": None}, "Pohon!C8"),
    ("induk_tidak_ada", {"Pohon!C8": "7.01.09"}, "Pohon!C8"),
    ("induk_salah_tingkat", {"Pohon!C9": "7.01.06"}, "Pohon!C9"),
    ("induk_salah_tingkat", {"Pohon!C5": "S1"}, "Pohon!C5"),
    ("rumus_tidak_sejalan", {"Indikator!G5": "turun rasio"}, "Indikator!G5"),
    ("pembilang_tidak_lengkap", {"Indikator!L6": None}, "Indikator!L6"),
    ("pembilang_tidak_lengkap", {"Indikator!M6": -100}, "Indikator!M6"),
    ("skala_tidak_sesuai", {"Indikator!N8": None}, "Indikator!N8"),
    ("skala_tidak_sesuai", {"Indikator!N8": "akreditasi"}, "Indikator!N8"),
    ("aturan_tidak_ada", {"Indikator!R5": 2025}, "Target Renstra!D5"),
    ("angka_ditanya", {"Target Renstra!D5": "80.5"}, "Target Renstra!D5"),
    ("batas_tegas", {"Target Renja!D7": "< 8"}, "Target Renja!D7"),
    ("batas_dibaca", {"Target Renja!D7": "<= 8"}, "Target Renja!D7"),
    ("kode_wilayah_janggal", {"Identitas!B8": "33030500"}, "Identitas!B8"),
    ("kode_tidak_seiring", {"Pohon!B10": "7.01.05.2.01.0003"}, "Pohon!B10"),
    ("target_triwulan", {"Target Renja!H10": 4}, "Target Renja!D10"),
    ("target_triwulan", {"Target Renja!H6": 79}, "Target Renja!D6"),
    ("target_triwulan", {"Target Renja!E9": 30}, "Target Renja!D9"),
    ("target_triwulan", {"Target Renja!H11": 7}, "Target Renja!D11"),
    ("target_tahun_kosong", {"Target Renja!D10": None}, "Target Renja!E10"),
    ("target_bukan_waktunya", {"Target Renja!E5": 80}, "Target Renja!E5"),
    ("target_menurun", {"Target Renja!F11": 0}, "Target Renja!H11"),
    ("target_persen", {"Target Renstra!F6": 105}, "Target Renstra!F6"),
    ("target_negatif", {"Target Renstra!D5": -1}, "Target Renstra!D5"),
    ("sd_bukan_jumlah", {"Indikator!I11": "maksimum"}, "Indikator!I11"),
    ("pembilang_tidak_lengkap", {"Indikator!I9": "rasio"}, "Indikator!I9"),
    ("jatuh_tempo_janggal", {"Indikator!T5": "2,4"}, "Indikator!T5"),
    (
        "kondisi_akhir_janggal",
        {"Riwayat!B5": "I-3", "Riwayat!D5": "kondisi akhir", "Riwayat!E5": 2026, "Riwayat!F5": 30},
        "Riwayat!F5",
    ),
    (
        "kondisi_akhir_janggal",
        {"Riwayat!B5": "I-3", "Riwayat!D5": "kondisi akhir", "Riwayat!E5": 2026, "Riwayat!F5": "0-3"},
        "Riwayat!F5",
    ),
    (
        "bentuk_nilai",
        {"Riwayat!B5": "I-6", "Riwayat!D5": "kondisi akhir", "Riwayat!E5": 2026, "Riwayat!F5": "80-90"},
        "Riwayat!F5",
    ),
    ("batas_dibaca", {"Riwayat!D5": "kondisi akhir", "Riwayat!E5": 2026, "Riwayat!F5": ">= 83"}, "Riwayat!F5"),
    ("wajib_kosong", {"Riwayat!D5": "kondisi akhir", "Riwayat!F5": None}, "Riwayat!F5"),
    ("nama_lawan_polaritas", {"Indikator!C5": "Menurunnya keluhan masyarakat"}, "Indikator!F5"),
    ("nama_lawan_polaritas", {"Indikator!C7": "Meningkatnya ketertiban"}, "Indikator!F7"),
    ("pagu_anak", {"Pagu!D6": 9_000_000}, "Pagu!D5"),
    ("kas_kosong", {"Pagu!H9": 10_000_000}, "Pagu!H9"),
    ("kas_beda_pagu", {f"Pagu!{huruf}9": 3_000_000 for huruf in "HIJK"}, "Pagu!H9"),
    ("kas_di_atas", {f"Pagu!{huruf}8": 7_500_000 for huruf in "HIJK"}, "Pagu!H8"),
    ("tanpa_indikator", {"Indikator!B11": "7.01.06.2.01.0002"}, "Pohon!B10"),
    ("tanpa_unit", {"Unit!D6": "tidak", "Pohon!E10": None}, "Pohon!E10"),
    ("kode_bentuk", {"Pohon!B7": "7.1.06", "Pohon!C8": "7.1.06"}, "Pohon!B7"),
    ("kode_bentuk", {"Pohon!B10": "7.01.06.2.01"}, "Pohon!B10"),
    ("simpul_kembar", {"Pohon!D10": "FASILITASI  Administrasi Desa"}, "Pohon!D10"),
    ("indikator_kembar", {"Indikator!C8": "Indeks Kepuasan  masyarakat", "Indikator!D8": "indeks"}, "Indikator!C8"),
    ("satuan_nama", {"Indikator!D6": "Desa"}, "Indikator!D6"),
    ("satuan_nama", {"Indikator!D10": "%"}, "Indikator!D10"),
    ("satuan_janggal", {"Indikator!D10": "Lapora n"}, "Indikator!D10"),
    ("satuan_janggal", {"Indikator!D10": "Lapuran"}, "Indikator!D10"),
    ("agregasi_satuan", {"Indikator!I6": "jumlah"}, "Indikator!I6"),
    ("agregasi_satuan", {"Indikator!I5": "jumlah"}, "Indikator!I5"),
    ("target_nol", {"Target Renstra!E10": 0}, "Target Renstra!E10"),
    ("target_nol", {"Indikator!B7": "7.01.06.2.01.0002", "Pagu!F6": 0}, "Target Renstra!F7"),
    ("target_tanpa_pagu", {"Pagu!E6": 0}, "Target Renstra!E10"),
    ("target_tanpa_pagu", {f"Pagu!{huruf}10": None for huruf in "ABCDEF"}, "Target Renja!D11"),
    ("pagu_tanpa_target", {f"Target Renja!{huruf}10": None for huruf in "ABDEFGH"}, "Pagu!E9"),
    ("target_pecahan", {"Target Renstra!D6": 0.7, "Target Renstra!E6": 0.8, "Target Renstra!F6": 0.9}
        | {f"Target Renja!{huruf}6": 0.8 for huruf in "DEFGH"}, "Target Renstra!D6"),
    ("target_jauh", {"Target Renstra!D6": 0.7}, "Target Renstra!D6"),
    ("target_tidak_utuh", {"Target Renstra!D10": 12.5}, "Target Renstra!D10"),
    ("pagu_kecil", {"Pagu!D6": 10_000}, "Pagu!D6"),
    ("pagu_kembar", {"Pagu!A5": None, "Pagu!B5": None} | {f"Pagu!{huruf}5": None for huruf in "DEF"}
        | {f"Pagu!{huruf}6": 20_000_000 for huruf in "DEF"}, "Pagu!D6"),
    ("pagu_berulang", {"Pagu!A11": "RENJA-25", "Pagu!B11": SUB_1, "Pagu!E11": 10_000_000, "Pagu!E9": 10_000_000,
        "Pagu!E8": None, "Pagu!E10": None}, "Pagu!E11"),
    ("pagu_disatukan", {"Pagu!A11": "RENJA-25", "Pagu!B11": SUB_1}, "Pagu!B11"),
    ("riwayat_rupiah", {"Riwayat!F5": 79_250_000}, "Riwayat!F5"),
    ("riwayat_rupiah", {"Riwayat!F5": 79_250_000, "Riwayat!D5": "realisasi"}, "Riwayat!F5"),
    ("target_rupiah", {"Target Renja!D10": 10_000_000}, "Target Renja!D10"),
    ("pagu_kecil", {"Pagu!D6": 10_000_000, "Pagu!E6": 10_000}, "Pagu!E6"),
    ("pagu_kecil", {"Pagu!D7": 20_000_000_000}, "Pagu!E7"),
    ("kondisi_awal_jauh", {"Riwayat!F5": 0.79}, "Riwayat!F5"),
    ("kondisi_awal_lewat", {"Riwayat!F5": 84}, "Riwayat!F5"),
    ("sub_skpd_janggal", {"Unit!C5": "kelurahan"}, "Unit!E5"),
    ("sub_skpd_janggal", {"Unit!C5": "UPT", "Unit!E5": "7.01.05"}, "Unit!E5"),
    ("kode_ganda", {"Unit!E5": "7.01.0.05.001", "Unit!E6": "7.01.0.05.0001"}, "Unit!A6"),
    ("kode_asing", {"Pagu!G6": "KEL"}, "Pagu!G6"),
    ("induk_salah_tingkat", {"Pagu!G5": "PEM"}, "Pagu!G5"),
    ("sumber_nilai", {"Indikator!X9": "I-5"}, "Indikator!X9"),
    ("sumber_nilai", {"Indikator!Y9": "I-6"}, "Indikator!Y9"),
    ("kode_asing", {"Indikator!X9": "I-99"}, "Indikator!X9"),
    ("sama_dengan_beda", {"Indikator!X9": "I-6"}, "Indikator!X9"),
    (
        "indikator_berulang",
        {"Indikator!C9": "Jumlah laporan fasilitasi desa", "Indikator!D9": "laporan"},
        "Indikator!X9",
    ),
    ("ejaan_dibaca", {"Pagu!D6": "10000000.00"}, "Pagu!D6"),
    ("ejaan_dibaca", {"Target Renja!D10": "12 laporan"}, "Target Renja!D10"),
    ("kode_dibaca", {"Pohon!B9": "7.01.06.02.01.00002"}, "Pohon!B9"),
    ("dokumen_kosong", {f"Dokumen!{huruf}7": ketikan for huruf, ketikan in RENJA_BARU.items()}, "Dokumen!A7"),
    ("menurut_renstra", {"Target Renja!D5": None}, "Dokumen!A6"),
    ("tanpa_target_triwulan", {f"Target Renja!{huruf}10": None for huruf in "EFGH"}, "Dokumen!A6"),
]  # fmt: skip


def periksa(buku: BukuTerbaca, tersimpan: Tersimpan | None = None) -> tuple[Temuan, ...]:
    return _periksa(baca_rencana(b"", lambda _: buku), tersimpan)


def _periksa(bacaan: BacaanRencana, tersimpan: Tersimpan | None) -> tuple[Temuan, ...]:
    return periksa_rencana(susun_konteks(bacaan, tersimpan, SKALA), bacaan.temuan)


def _lipat(ubahan: Mapping[str, object]) -> tuple[Temuan, ...]:
    """The findings of the small plan with these cells, each cause once."""
    bacaan = baca_rencana(b"", lambda _: ketik(ubahan))
    return susun_lipatan(bacaan, skala=SKALA).lipat(_periksa(bacaan, None))


def tanda(temuan: tuple[Temuan, ...]) -> set[tuple[str, str]]:
    return {(butir.kode, butir.alamat) for butir in temuan}


def test_a_good_workbook_has_no_finding() -> None:
    assert periksa(buku_kecil()) == ()


@pytest.mark.parametrize(
    ("ketikan", "tempo"),
    [("TW II", "2"), ("2", "2"), (2, "2"), ("II dan IV", "2,4"), ("4, 2", "2,4"), ("2.4", "2,4"), (2.4, "2,4")],
)
def test_due_triwulan_are_read_as_people_write_them(ketikan: object, tempo: str) -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({"Indikator!T5": ketikan}))
    assert bacaan.rencana is not None
    assert bacaan.rencana.aturan[0].jatuh_tempo == tempo


def test_a_workbook_of_an_earlier_template_says_nothing_in_columns_that_it_does_not_have() -> None:
    bacaan = baca_rencana(
        b"", lambda _: ketik({f"Indikator!{huruf}{baris}": None for huruf in "TUVW" for baris in range(3, 12)})
    )
    assert (bacaan.temuan, bacaan.rencana is not None) == ((), True)
    assert {
        (aturan.jatuh_tempo, aturan.agregasi_tahun, aturan.boleh_tanpa_kejadian) for aturan in bacaan.rencana.aturan
    } == {(None, None, None)}
    assert {indikator.bukti_wajib for indikator in bacaan.rencana.indikator} == {None}


@pytest.mark.parametrize(("ketikan", "wajib"), [("Ya", True), ("tidak", False), (None, None)])
def test_whether_evidence_must_come_along_is_read_and_what_is_left_open_stays_open(
    ketikan: object, wajib: bool | None
) -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({"Indikator!W6": ketikan}))
    assert bacaan.rencana is not None
    assert bacaan.rencana.indikator[1].bukti_wajib is wajib
    assert bacaan.rencana.indikator[0].bukti_wajib is True


@pytest.mark.parametrize(("kode", "ubahan", "alamat"), KASUS, ids=[f"{k}-{a}" for k, _, a in KASUS])
def test_a_planted_mistake_is_found_at_its_cell(kode: str, ubahan: Mapping[str, object], alamat: str) -> None:
    temuan = periksa(ketik(ubahan))
    assert (kode, alamat) in tanda(temuan)
    pertama = next(butir for butir in temuan if butir.kode == kode)
    assert pertama.tingkat == KATALOG_RENCANA[kode].tingkat
    assert pertama.pesan.endswith((".", "?"))
    assert pertama.saran.endswith(".")


SATU_SEBAB: list[tuple[str, Mapping[str, object], str]] = [
    ("kode_salah_ketik", {"Pohon!B6": "S2"}, "Pohon!B6"),
    ("kode_salah_ketik", {"Pohon!B7": "7.01.60"}, "Pohon!B7"),
    ("kode_salah_ketik", {"Pohon!B8": "7.01.06.2.10"}, "Pohon!B8"),
    ("kode_salah_ketik", {"Pohon!B8": "7.01.06.2"}, "Pohon!B8"),
    ("kode_salah_ketik", {"Pohon!B9": "7.01.06.2.01"}, "Pohon!B9"),
    ("kode_salah_ketik", {"Pohon!B10": SUB_1}, "Pohon!B10"),
    ("kode_salah_ketik", {"Dokumen!A6": "RENSTRA-24"}, "Dokumen!A6"),
    ("kode_salah_ketik", {"Indikator!A10": "I-66"}, "Indikator!A10"),
    ("kode_salah_ketik", {"Unit!A5": "PME"}, "Unit!A5"),
    ("kode_salah_ketik", {"Dokumen!A6": "RENJA-52"}, "Dokumen!A6"),
    ("kode_salah_ketik", {"Dokumen!A5": "RENSTRA-42"}, "Dokumen!A5"),
    ("kode_asing", {f"Pohon!{huruf}8": None for huruf in "ABCDE"}, "Pohon!C9"),
    ("kode_asing", {f"Unit!{huruf}5": None for huruf in "ABCD"}, "Pohon!E7"),
    ("kode_asing", {"Indikator!B10": "7.01.06.2.01.0022"}, "Indikator!B10"),
    ("kode_asing", {"Pagu!B6": "7.01.06.2.01.0022"}, "Pagu!B6"),
    ("induk_tidak_ada", {"Pohon!C8": "7.01.60"}, "Pohon!C8"),
    ("induk_salah_tingkat", {"Pohon!A8": "program"}, "Pohon!C8"),
    ("kode_janggal", {"Pohon!B8": 7.01}, "Pohon!B8"),
    ("wajib_kosong", {"Pohon!D8": None}, "Pohon!D8"),
    ("wajib_kosong", {"Indikator!D10": None}, "Indikator!D10"),
    ("tahun_janggal", {"Dokumen!C6": "dua ribu"}, "Dokumen!C6"),
    ("tahun_janggal", {"Dokumen!C5": "dua ribu"}, "Dokumen!C5"),
    ("masa_dokumen", {"Dokumen!C6": 2052}, "Dokumen!D6"),
    ("masa_dokumen", {"Dokumen!C6": 2015}, "Dokumen!D6"),
    ("aturan_tidak_ada", {"Dokumen!C6": 2015, "Dokumen!D6": 2015}, "Dokumen!C6"),
    ("tahun_di_luar_dokumen", {"Dokumen!C6": 2026, "Dokumen!D6": 2026}, "Pagu!E8"),
    ("masa_renstra", {"Dokumen!D5": 2030}, "Dokumen!D5"),
    ("kode_ganda", {"Pagu!A11": RENSTRA, "Pagu!B11": SUB_1, "Pagu!D11": 5_000_000}, "Pagu!B11"),
    ("kode_ganda", {"Pagu!A11": RENSTRA, "Pagu!B11": KEGIATAN, "Pagu!D11": 5_000_000}, "Pagu!B11"),
    (
        "pagu_berulang",
        {"Pagu!A11": RENSTRA, "Pagu!B11": KEGIATAN, "Pagu!D5": 9_000_000, "Pagu!D11": 9_000_000},
        "Pagu!D11",
    ),
    ("dokumen_salah_jenis", {"Dokumen!B6": "Renstra"}, "Target Renja!A5"),
    ("bentuk_nilai", {"Pagu!D6": "sepuluh"}, "Pagu!D6"),
    ("angka_ambigu", {"Pagu!D6": "10.000"}, "Pagu!D6"),
    ("bentuk_nilai", {"Pagu!D5": "tiga puluh"}, "Pagu!D5"),
    ("kolom_ganda", {"Dokumen!B4": "Kode dokumen"}, "Dokumen!B4"),
    ("kolom_ganda", {"Target Renja!B4": "Dokumen"}, "Target Renja!B4"),
    ("kolom_tidak_ada", {"Dokumen!A4": "Kode dok."}, "Dokumen"),
]
"""One slip each, on which other rows hang."""


@pytest.mark.parametrize(("kode", "ubahan", "alamat"), SATU_SEBAB, ids=[f"{k}-{a}" for k, _, a in SATU_SEBAB])
def test_one_cause_is_one_finding_and_what_hangs_on_it_is_folded_into_it(
    kode: str, ubahan: Mapping[str, object], alamat: str
) -> None:
    assert [(butir.kode, butir.alamat) for butir in _lipat(ubahan)] == [(kode, alamat)]


@pytest.mark.parametrize("lembar", ["Unit", "Dokumen", "Indikator", "Target Renstra", "Target Renja", "Pagu"])
def test_whichever_cell_of_a_row_cannot_be_read_nothing_else_is_asked_because_of_it(lembar: str) -> None:
    kas = {f"Pagu!{huruf}9": 2_500_000 for huruf in "HIJK"}
    baris = dict(ketik(kas).lembar[lembar].baris())
    nomor = 9 if lembar == "Pagu" else min(10, max(nomor for nomor, sel in baris.items() if "A" in sel))
    for huruf, sel in baris[nomor].items():
        if sel.teks:
            temuan = _lipat({**kas, f"{lembar}!{huruf}{nomor}": "??? ?"})
            assert len(temuan) <= 1, f"{lembar}!{huruf}{nomor}"


def test_a_slip_of_a_code_offers_the_code_that_rows_wait_for_and_hides_no_other_mistake() -> None:
    (salah,) = _lipat({"Pohon!B8": "7.01.06.2.10", "Pagu!E6": 9_000_000})
    assert (salah.kode, salah.pengganti) == ("kode_salah_ketik", ("7.01.06.2.01",))
    assert "5 baris menunggu 7.01.06.2.01" in salah.pesan
    kode = [butir.kode for butir in _lipat({"Pohon!B8": "7.01.06.2.10", "Unit!C5": "bidang"})]
    assert kode == ["pilihan_asing", "kode_salah_ketik"]


def test_a_row_that_stands_twice_is_no_slip_of_a_code_of_another_level() -> None:
    """Indicators wait for a program, and a sub kegiatan is copied: two mistakes, each for itself."""
    kembar = zip("ABCDE", ("sub kegiatan", SUB_1, KEGIATAN, "Fasilitasi Administrasi Desa", "PEM"), strict=True)
    asing = {"Indikator!B5": "7.01.05", "Indikator!B6": "7.01.05"}
    temuan = _lipat({**{f"Pohon!{huruf}11": isi for huruf, isi in kembar}, **asing})
    assert [(butir.kode, butir.alamat) for butir in temuan] == [
        ("kode_ganda", "Pohon!B11"),
        ("kode_asing", "Indikator!B5"),
    ]


def test_a_tree_that_goes_round_is_refused_at_each_of_its_rows() -> None:
    putar = {"Pohon!A9": "kegiatan", "Pohon!C9": SUB_2, "Pohon!A10": "kegiatan", "Pohon!C10": SUB_1}
    galat = {butir.alamat for butir in periksa(ketik(putar)) if butir.kode == "induk_salah_tingkat"}
    assert galat == {"Pohon!C9", "Pohon!C10"}


def test_the_row_of_a_part_that_has_no_money_names_no_unknown_code() -> None:
    kosong = {f"Pagu!{huruf}6": None for huruf in "DEF"} | {"Pagu!G6": "PEM"}
    assert "kode_asing" not in {butir.kode for butir in periksa(ketik(kosong))}


def test_siblings_with_one_pagu_are_asked_also_where_one_of_them_has_none() -> None:
    tiga = {
        f"Pohon!{h}11": isi for h, isi in zip("ABCDE", ("sub kegiatan", SUB_3, KEGIATAN, "Lain", "PEM"), strict=True)
    }
    tanpa_induk = {f"Pagu!{huruf}{baris}": None for baris in (5, 8) for huruf in "ABDEF"}
    sama = {f"Pagu!{huruf}6": 20_000_000 for huruf in "DEF"} | {"Pagu!E9": 20_000_000}
    kembar = [butir for butir in periksa(ketik(tiga | tanpa_induk | sama)) if butir.kode == "pagu_kembar"]
    assert [(butir.alamat, butir.pengganti) for butir in kembar] == [
        ("Pagu!D6", (f"pagu {KEGIATAN}, sekali saja pada {SUB_1}",))
    ]
    nol = {f"Pagu!{huruf}11": isi for huruf, isi in zip("ABDEF", (RENSTRA, SUB_3, 0, 0, 0), strict=True)}
    assert [butir for butir in periksa(ketik(tiga | tanpa_induk | sama | nol)) if butir.kode == "pagu_kembar"] == kembar
    beda = sama | {"Pagu!F6": 5_000_000}
    (sisa,) = (butir for butir in periksa(ketik(tiga | tanpa_induk | beda)) if butir.kode == "pagu_kembar")
    assert "2024-2025 (RENSTRA-24)" in sisa.pesan


def test_all_mistakes_are_found_at_once_in_the_order_of_the_workbook() -> None:
    semua = {"Unit!C5": "bidang", "Indikator!F7": "stabil", "Target Renja!D10": "1.200", "Pagu!D6": -1}
    temuan = [butir for butir in periksa(ketik(semua)) if butir.tingkat == "galat"]
    assert [butir.alamat for butir in temuan] == ["Unit!C5", "Indikator!F7", "Target Renja!D10", "Pagu!D6"]


def test_a_row_that_cannot_be_read_is_not_reported_again_as_an_unknown_code() -> None:
    kode = {temuan.kode for temuan in periksa(ketik({"Unit!C5": "bidang", "Indikator!F5": "stabil"}))}
    assert kode == {"pilihan_asing"}


def test_a_missing_sheet_is_named_once_and_its_codes_are_not_called_unknown() -> None:
    lembar = {nama: lembar for nama, lembar in buku_kecil().lembar.items() if nama != "Unit"}
    assert tanda(periksa(BukuTerbaca(lembar))) == {("lembar_tidak_ada", "berkas")}


def test_a_missing_optional_sheet_is_asked_about() -> None:
    lembar = {nama: lembar for nama, lembar in buku_kecil().lembar.items() if nama != "IKK"}
    assert tanda(periksa(BukuTerbaca(lembar))) == {("lembar_pilihan_tidak_ada", "berkas")}


def test_a_sheet_and_a_column_of_the_office_s_own_are_left_unread_and_said_so() -> None:
    buku = ketik({"Unit!H4": "Kepala seksi", "Unit!H5": "catatan"})
    tambahan = BukuTerbaca({**buku.lembar, "Catatan": LembarTerbaca("Catatan", "visible", {})})
    assert tanda(periksa(tambahan)) == {("lembar_tidak_dibaca", "Catatan"), ("kolom_tidak_dibaca", "Unit!H4")}


def test_a_renamed_header_is_a_missing_column() -> None:
    assert ("kolom_tidak_ada", "Pohon") in tanda(periksa(ketik({"Pohon!C4": "Atasan"})))


def test_a_header_that_stands_twice_is_refused() -> None:
    assert ("kolom_ganda", "Pohon!G4") in tanda(periksa(ketik({"Pohon!G4": "Kode"})))
    assert ("kolom_ganda", "Pagu!G4") in tanda(periksa(ketik({"Pagu!G4": 2026})))


def test_a_sheet_without_a_year_is_refused() -> None:
    assert ("tahun_tidak_ada", "Pagu") in tanda(periksa(ketik(dict.fromkeys(("Pagu!D4", "Pagu!E4", "Pagu!F4")))))


def test_columns_are_found_by_name_wherever_they_stand() -> None:
    lembar = buku_kecil().lembar["Unit"]
    tukar = {"A": "D", "D": "A"}
    sel = {}
    for alamat, isi in lembar.sel.items():
        baru = tukar.get(alamat[0], alamat[0]) + alamat[1:]
        sel[baru] = isi._replace(alamat=baru)
    buku = BukuTerbaca({**buku_kecil().lembar, "Unit": LembarTerbaca("Unit", "visible", sel)})
    bacaan = baca_rencana(b"", lambda _: buku)
    assert bacaan.rencana is not None
    assert bacaan.rencana.unit == rencana_kecil().unit


def test_a_sub_kegiatan_with_two_digits_is_the_one_with_four() -> None:
    pendek = {"Pohon!B9": "7.01.06.2.01.02", "Pagu!B6": "7.01.06.2.01.02", "Indikator!B10": "7.01.06.2.01.02"}
    buku = ketik(pendek)
    bacaan = baca_rencana(b"", lambda _: buku)
    assert periksa(buku) == ()
    assert bacaan.rencana is not None
    assert bacaan.rencana.simpul == rencana_kecil().simpul


@pytest.mark.parametrize(
    ("diketik", "baku"),
    [
        ("7.01.01.2.01.01", "7.01.01.2.01.0001"),
        ("7.01.01.2.01.001", "7.01.01.2.01.0001"),
        ("7.01.01.2.01.00003", "7.01.01.2.01.0003"),
        ("7.01.01.2.01.0012", "7.01.01.2.01.0012"),
        ("7.01.01.02.01", "7.01.01.2.01"),
        ("7.01.01.02.01.0007.", "7.01.01.2.01.0007"),
        ("7.01.01 PROGRAM PENUNJANG URUSAN", "7.01.01"),
        ("7.01.01. 2 .01", "7.01.01.2.01"),
        ("7.01.01.2.01 - Perencanaan, Penganggaran", "7.01.01.2.01"),
        ("S1.1", "S1.1"),
        ("1.2.01", "1.2.01"),
        ("7.01.01.2.01.12345", "7.01.01.2.01.12345"),
        ("T1 Tujuan", "T1 Tujuan"),
    ],
)
def test_a_code_of_the_tree_has_one_stored_form(diketik: str, baku: str) -> None:
    assert kode_simpul_baku(diketik) == baku


def test_two_spellings_of_one_code_are_one_row_twice_and_never_two_pagu() -> None:
    kembar = {"Pohon!B10": "7.01.06.2.01.002", "Pagu!B7": "7.01.06.2.01.00002"}
    galat = {butir.alamat for butir in periksa(ketik(kembar)) if butir.kode == "kode_ganda"}
    assert galat == {"Pohon!B10", "Pagu!B7"}


def test_a_code_that_is_stored_in_another_spelling_stays_that_code() -> None:
    lama = rencana_kecil()
    ejaan = "7.01.06.2.01.002"
    tersimpan = replace(lama, simpul=tuple(replace(s, kode=ejaan) if s.kode == SUB_1 else s for s in lama.simpul))
    konteks = susun_konteks(baca_rencana(b"", lambda _: buku_kecil()), Tersimpan(tersimpan), SKALA)
    assert [simpul.kode for simpul in konteks.rencana.simpul] == [simpul.kode for simpul in tersimpan.simpul]
    assert {pagu.simpul for pagu in konteks.rencana.pagu} == {KEGIATAN, ejaan, SUB_2}
    assert "kode_asing" not in {butir.kode for butir in periksa_rencana(konteks, ())}


@pytest.mark.parametrize(
    ("letak", "diketik", "nilai"),
    [
        ("Target Renja!D10", "12 Laporan", "12"),
        ("Target Renja!D10", "12  laporan ", "12"),
        ("Target Renja!D10", "12.00", "12"),
        ("Target Renja!D10", "1,200,300", "1200300"),
        ("Target Renja!D6", "80 %", "80"),
        ("Target Renja!D6", "80 persen", "80"),
    ],
)
def test_a_number_with_one_reading_is_read_with_a_note_and_no_question(letak: str, diketik: str, nilai: str) -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({letak: diketik}))
    assert {butir.tingkat for butir in bacaan.temuan} <= {"info"}
    assert bacaan.rencana is not None
    lembar, sel = letak.split("!")
    target = next(t for t in bacaan.rencana.target if (t.asal.lembar, t.asal.sel) == (lembar, sel))
    assert target.nilai.nilai == Decimal(nilai)


@pytest.mark.parametrize(
    ("letak", "diketik", "dibaca"),
    [
        ("Target Renstra!E9", "25-28 menit", NilaiRencana(bawah=Decimal(25), atas=Decimal(28))),
        ("Target Renstra!E9", "25 s/d 28 Menit", NilaiRencana(bawah=Decimal(25), atas=Decimal(28))),
        ("Target Renja!D7", "<= 8 kejadian", NilaiRencana(Decimal(8), batas="<=")),
    ],
)
def test_a_range_or_bound_may_have_its_own_satuan_behind_it(letak: str, diketik: str, dibaca: NilaiRencana) -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({letak: diketik}))
    assert [butir.kode for butir in bacaan.temuan] == ["ejaan_dibaca"]
    assert bacaan.rencana is not None
    lembar, sel = letak.split("!")
    (target,) = (t for t in bacaan.rencana.target if (t.asal.lembar, t.asal.sel) == (lembar, sel))
    assert (target.nilai, target.nilai.batas) == (dibaca, dibaca.batas)


@pytest.mark.parametrize(
    ("letak", "diketik", "pilihan"),
    [
        ("Target Renja!D10", "12 Dokumen", ("12",)),
        ("Target Renja!D10", "1.200 Laporan", ("1200", "1,2")),
        ("Target Renja!D10", "1.200", ("1200", "1,2")),
        ("Pagu!D6", "13,5 juta", ("13500000",)),
        ("Target Renja!D10", "dua belas?", ()),
    ],
)
def test_what_is_not_read_is_quoted_with_the_readings_that_it_may_have(
    letak: str, diketik: str, pilihan: tuple[str, ...]
) -> None:
    temuan = next(butir for butir in periksa(ketik({letak: diketik})) if butir.tingkat == "galat")
    assert (temuan.alamat, temuan.diketik, temuan.pengganti) == (letak, diketik, pilihan)
    assert diketik in temuan.pesan


@pytest.mark.parametrize("diketik", ["10000000.00", "10000000.0", "Rp 10,000,000.00", "10,000,000", "10.000.000.00"])
def test_rupiah_of_another_system_is_read_to_the_rupiah(diketik: str) -> None:
    buku = ketik({"Pagu!D6": diketik})
    assert {butir.kode for butir in periksa(buku)} == {"ejaan_dibaca"}
    bacaan = baca_rencana(b"", lambda _: buku)
    assert bacaan.rencana is not None
    assert set(bacaan.rencana.pagu) == set(rencana_kecil().pagu)


def test_a_decimal_point_is_asked_about_unless_the_workbook_itself_says_what_its_points_are() -> None:
    assert {butir.kode for butir in periksa(ketik({"Target Renstra!D5": "80.5"}))} == {"angka_ditanya"}
    pasti = ketik({"Target Renstra!D5": "80.5", "Pagu!D6": "10000000.00"})
    assert {butir.kode for butir in periksa(pasti)} == {"ejaan_dibaca"}


def test_one_fact_of_several_documents_is_one_finding_that_names_them() -> None:
    beda = periksa(ketik({"Pagu!E5": 31_000_000, "Pagu!E8": 31_000_000}))
    assert [butir.kode for butir in beda] == ["pagu_anak"]
    assert "2025 (RENSTRA-24), 2025 (RENJA-25) Rp 31.000.000, jumlah di bawahnya Rp 30.000.000" in beda[0].pesan
    lebih = periksa(ketik({"Target Renstra!E6": 180, "Target Renja!D6": 180}))
    assert [butir.alamat for butir in lebih if butir.kode == "target_persen"] == ["Target Renstra!E6"]


def test_a_node_whose_only_indicator_has_a_galat_is_not_said_to_have_none() -> None:
    assert {butir.kode for butir in periksa(ketik({"Indikator!F11": "stabil"}))} == {"pilihan_asing"}


def test_the_sum_below_a_node_goes_through_children_without_a_pagu_of_their_own() -> None:
    tanpa_kegiatan = {f"Pagu!{huruf}{baris}": None for huruf in "ABDEF" for baris in (5, 8)}
    program = {"Pagu!A5": "RENSTRA-24", "Pagu!B5": "7.01.06", "Pagu!D5": 30_000_000}
    assert periksa(ketik(tanpa_kegiatan | program)) == ()
    salah = periksa(ketik(tanpa_kegiatan | program | {"Pagu!D5": 40_000_000}))
    assert [butir.kode for butir in salah] == ["pagu_anak"]


def test_equal_pagu_of_siblings_is_asked_only_where_no_parent_tells_their_sum() -> None:
    sama = {f"Pagu!{huruf}{baris}": 15_000_000 for huruf in "DEF" for baris in (6, 7)} | {
        f"Pagu!E{baris}": 15_000_000 for baris in (9, 10)
    }
    assert periksa(ketik(sama)) == ()
    tanpa_induk = {f"Pagu!{huruf}{baris}": None for huruf in "ABDEF" for baris in (5, 8)}
    assert [butir.kode for butir in periksa(ketik(sama | tanpa_induk))] == ["pagu_kembar"]


def test_growth_may_be_more_than_a_hundred_percent() -> None:
    tumbuh = {"Indikator!C6": "Persentase pertumbuhan desa tepat waktu", "Target Renstra!F6": 105}
    assert periksa(ketik(tumbuh)) == ()


def test_a_mistyped_code_is_answered_with_the_likely_one() -> None:
    buku = ketik({"Pagu!B6": "7.01.06.2.01.00022"})
    temuan = next(temuan for temuan in periksa(buku) if temuan.kode == "kode_asing")
    assert temuan.saran == "Mungkin maksudnya 7.01.06.2.01.0002."


def test_a_code_in_small_letters_is_answered_with_the_right_one() -> None:
    temuan = next(temuan for temuan in periksa(ketik({"Pagu!A6": "renstra-24"})) if temuan.kode == "kode_asing")
    assert temuan.saran == "Mungkin maksudnya RENSTRA-24."


@pytest.mark.parametrize("letak", ["Target Renja!D6", "Target Renstra!D6", "Riwayat!F5", "Pagu!E5"])
def test_nihil_is_quoted_as_it_stands_and_0_is_offered(letak: str) -> None:
    temuan = next(butir for butir in periksa(ketik({letak: "Nihil"})) if f"{butir.lembar}!{butir.sel}" == letak)
    assert (temuan.kode, temuan.pengganti) == ("angka_tidak_terbaca", ("0",))
    assert "“Nihil” berupa kata" in temuan.pesan


def test_a_persen_sign_that_was_typed_is_quoted_and_is_no_rupiah() -> None:
    assert not periksa(ketik({"Target Renja!D6": "80%"}))
    (indeks,) = (butir for butir in periksa(ketik({"Target Renja!D5": "80%"})) if butir.kode == "format_persen")
    assert indeks.pesan == "“80%” bertanda %: dapat berarti 80 atau 0,8."
    (pagu,) = (butir for butir in periksa(ketik({"Pagu!E5": "80%"})) if butir.kode == "format_persen")
    assert (pagu.pengganti, "persen, padahal yang diminta jumlah rupiahnya" in pagu.pesan) == ((), True)


def test_a_mistyped_node_of_the_only_indicator_is_one_finding() -> None:
    kode = {butir.kode for butir in periksa(ketik({"Indikator!B11": "7.01.06.2.01.0030"}))}
    assert "kode_asing" in kode
    assert "tanpa_indikator" not in kode


def test_an_empty_target_means_not_planned_and_is_no_finding() -> None:
    buku = ketik(dict.fromkeys(f"Target Renja!{huruf}10" for huruf in "DEFGH"))
    bacaan = baca_rencana(b"", lambda _: buku)
    assert periksa(buku) == ()
    assert bacaan.rencana is not None
    assert not [target for target in bacaan.rencana.target if (target.dokumen, target.indikator) == ("RENJA-25", "I-6")]


def _perubahan(rencana: Rencana) -> Rencana:
    renja = rencana.dokumen[1]
    kini = replace(renja, kode="RENJA-25-P1", ke=1, tanggal=renja.tanggal.replace(year=2025, month=9))
    return replace(rencana, dokumen=(*rencana.dokumen, kini))


def _salin(rencana: Rencana, kecuali: str) -> Rencana:
    """The perubahan repeats every row of the murni but one indicator."""
    baris = [
        replace(s, dokumen="RENJA-25-P1") for s in rencana.target if s.dokumen == "RENJA-25" and s.indikator != kecuali
    ]
    rujukan = [
        replace(s, dokumen="RENJA-25-P1") for s in rencana.rujukan if s.dokumen == "RENJA-25" and s.kode != kecuali
    ]
    return replace(rencana, target=(*rencana.target, *baris), rujukan=(*rencana.rujukan, *rujukan))


def _temuan(rencana: Rencana, tersimpan: Tersimpan | None = None) -> tuple[Temuan, ...]:
    bacaan = baca_rencana(b"", lambda _: buku_kecil())
    return _periksa(replace(bacaan, rencana=rencana), tersimpan)


def test_a_perubahan_that_leaves_out_an_indicator_is_asked_about() -> None:
    utuh = _salin(_perubahan(rencana_kecil()), "")
    assert _temuan(utuh) == ()
    temuan = _temuan(_salin(_perubahan(rencana_kecil()), "I-6"))
    assert [butir.kode for butir in temuan] == ["perubahan_tidak_memuat"]
    assert "I-6" in temuan[0].pesan


def test_a_perubahan_that_lists_an_indicator_with_empty_targets_dropped_it_on_purpose() -> None:
    rencana = _salin(_perubahan(rencana_kecil()), "")
    kosong = [s for s in rencana.target if (s.dokumen, s.indikator) != ("RENJA-25-P1", "I-6")]
    assert _temuan(replace(rencana, target=tuple(kosong))) == ()


def test_a_perubahan_is_compared_with_the_murni_that_the_store_holds() -> None:
    lama = rencana_kecil()
    tersimpan = Tersimpan(lama, {k: (a, 0) for k, a in per_tahun(lama.aturan, 2026).items()})
    baru = _salin(_perubahan(lama), "I-6")
    sendiri = replace(
        baru,
        dokumen=baru.dokumen[2:],
        target=tuple(s for s in baru.target if s.dokumen == "RENJA-25-P1"),
        rujukan=tuple(s for s in baru.rujukan if s.dokumen == "RENJA-25-P1"),
        pagu=(),
        riwayat=(),
        riwayat_anggaran=(),
        standar=(),
        tautan=(),
        ikk=(),
    )
    assert {temuan.kode for temuan in _temuan(sendiri, tersimpan)} == {"perubahan_tidak_memuat"}
    assert "perubahan_tanpa_murni" in {temuan.kode for temuan in _temuan(sendiri)}


def test_a_perubahan_dated_before_its_murni_is_asked_about() -> None:
    rencana = _salin(_perubahan(rencana_kecil()), "")
    awal = replace(rencana.dokumen[2], tanggal=rencana.dokumen[1].tanggal)
    temuan = _temuan(replace(rencana, dokumen=(*rencana.dokumen[:2], awal)))
    assert {butir.kode for butir in temuan} == {"perubahan_mendahului"}


def test_a_rule_that_changes_needs_its_reason() -> None:
    rencana = rencana_kecil()
    kedua = replace(rencana.aturan[0], mulai=2026, frekuensi="semesteran", jatuh_tempo=None)
    diam = _temuan(replace(rencana, aturan=(*rencana.aturan, kedua)))
    assert {temuan.kode for temuan in diam} == {"aturan_tanpa_alasan"}
    assert _temuan(replace(rencana, aturan=(*rencana.aturan, replace(kedua, alasan="Survei kini tiap semester")))) == ()


def test_a_rule_that_differs_from_the_stored_one_needs_its_reason() -> None:
    lama = rencana_kecil()
    tersimpan = Tersimpan(lama, {k: (a, 0) for k, a in per_tahun(lama.aturan, 2026).items()})
    lain = replace(lama.aturan[0], frekuensi="semesteran")
    temuan = _temuan(replace(lama, aturan=(lain, *lama.aturan[1:])), tersimpan)
    assert {butir.kode for butir in temuan if butir.tingkat == "galat"} == {"aturan_tanpa_alasan"}


def test_a_node_keeps_the_level_under_which_it_was_stored() -> None:
    lama = rencana_kecil()
    dulu = replace(lama, simpul=tuple(replace(s, tingkat="program") if s.kode == "S1" else s for s in lama.simpul))
    assert "tingkat_berubah" in {temuan.kode for temuan in _temuan(lama, Tersimpan(dulu))}


def test_every_finding_of_the_catalogue_is_planted_somewhere() -> None:
    ditanam = {kode for kode, _, _ in KASUS} | {
        "lembar_tidak_ada",
        "lembar_pilihan_tidak_ada",
        "lembar_tidak_dibaca",
        "kolom_tidak_ada",
        "kolom_tidak_dibaca",
        "kolom_ganda",
        "tahun_tidak_ada",
        "aturan_tanpa_alasan",
        "bagian_tanpa_target",
        "bagian_tengah_tahun",
        "tingkat_berubah",
        "perubahan_tidak_memuat",
        "perubahan_tanpa_murni",
        "perubahan_mendahului",
        "atribut_berubah",
        "revisi_dokumen",
    }
    assert ditanam == set(KATALOG_RENCANA)
