from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.capaian import Target
from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.bahan import KegiatanFormat, SimpulFormat, UnitTidakDikenal, muat_bahan
from analytics.lembar.bentuk.format import KOLOM_ANGGARAN, Letak, cari_letak, kolom_realisasi, kunci_isian
from analytics.lembar.bentuk.susun import susun_format, tulis_format
from analytics.pembaca.penjaga import jaga
from data.gudang import Gudang, Peristiwa
from tests.alat.gudang import tanya
from tests.alat.kantor_lembar import (
    APBDES,
    DESA_SELESAI,
    GANGGUAN,
    IKM,
    KEGIATAN,
    KEGIATAN_DAUN,
    KODE_PD,
    OPINI,
    PADA,
    PAGU_PERUBAHAN_SUB_1,
    PAMONG,
    PEMBINAAN,
    SAKIP,
    SUB_1,
    SUB_2,
    TAHUN,
    isi_gudang,
    tambah_indikator,
)
from tests.lembar.alat_isian import Kirim, Susun

SIMPUL = SimpulFormat("", "Sub kegiatan", Decimal(1_000_000), None, None)


def _lembar(isi: bytes, nama: str) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(isi))[nama]


def _letak(lembar: Worksheet, triwulan: int = 3) -> Letak:
    teks = {sel.coordinate: str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None}
    kolom = KOLOM_ANGGARAN if lembar.title == "Anggaran" else kolom_realisasi(triwulan)
    letak = cari_letak(teks, kolom)
    assert letak is not None
    return letak


def test_the_same_plan_gives_the_same_bytes(susun: Susun) -> None:
    assert susun() == susun()
    assert jaga(susun()) == ()


def test_the_file_name_says_year_triwulan_and_unit(gudang: Gudang) -> None:
    berkas = susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA)
    assert berkas.nama == "format_2026_TW3_PEM.xlsx"


def test_only_the_indicators_of_the_unit_stand_in_its_workbook(susun: Susun) -> None:
    letak = _letak(_lembar(susun(), "Realisasi"))
    assert list(letak.baris) == [IKM, SAKIP, APBDES, OPINI, DESA_SELESAI, PEMBINAAN, PAMONG]
    assert list(_letak(_lembar(susun(unit="TRANTIB"), "Realisasi")).baris) == [GANGGUAN]


@pytest.mark.parametrize(
    ("triwulan", "kode", "status"),
    [
        (3, IKM, "belum waktunya, boleh kosong"),
        (4, IKM, "wajib diisi"),
        (3, PAMONG, "belum waktunya, boleh kosong"),
        (2, PAMONG, "wajib diisi"),
        (3, APBDES, "wajib diisi"),
        (4, SAKIP, "tidak direncanakan tahun ini"),
    ],
)
def test_a_row_says_whether_it_is_due(susun: Susun, triwulan: int, kode: str, status: str) -> None:
    lembar = _lembar(susun(triwulan=triwulan), "Realisasi")
    assert lembar[_letak(lembar, triwulan).alamat(kode, "keadaan")].value == status


def test_a_row_whose_value_needs_evidence_says_so_and_still_counts_as_due(gudang: Gudang) -> None:
    tanya(gudang, "UPDATE indikator SET bukti_wajib = TRUE WHERE kode_indikator IN (?, ?)", (APBDES, IKM))
    isi = susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA).isi
    lembar = _lembar(isi, "Realisasi")
    letak = _letak(lembar)
    status = {kode: lembar[letak.alamat(kode, "keadaan")].value for kode in (APBDES, IKM, DESA_SELESAI)}
    assert status == {
        APBDES: "wajib diisi, bukti wajib",
        IKM: "belum waktunya, boleh kosong; bila diisi, bukti wajib",
        DESA_SELESAI: "wajib diisi",
    }
    hitungan = next(str(sel.value) for sel in lembar[2] if str(sel.value).startswith('="Terisi "'))
    assert '="wajib diisi, bukti wajib")+(' in hitungan
    assert '="wajib diisi"))*' in hitungan
    petunjuk = [str(sel.value) for baris in _lembar(isi, "Petunjuk").iter_rows() for sel in baris]
    assert any(kalimat.startswith("Baris berstatus bukti wajib") for kalimat in petunjuk)


def test_targets_are_those_of_the_plan_in_force_and_typed_as_the_plan_has_them(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    letak = _letak(lembar)
    nilai = {
        (kode, kunci): lembar[letak.alamat(kode, kunci)].value
        for kode in (APBDES, OPINI, PEMBINAAN, SAKIP)
        for kunci in ("target_triwulan", "target_tahun", "dokumen")
    }
    assert nilai[APBDES, "target_triwulan"] == 100
    assert nilai[APBDES, "dokumen"] == "Renja Perubahan 2026 (contoh)"
    assert (nilai[OPINI, "target_triwulan"], nilai[OPINI, "target_tahun"]) == (None, "BB")
    assert nilai[PEMBINAAN, "target_tahun"] == "10–14"
    assert (nilai[SAKIP, "target_tahun"], nilai[SAKIP, "dokumen"]) == (None, None)


def test_before_the_perubahan_the_murni_is_in_force(susun: Susun) -> None:
    lama, baru = (_lembar(susun(triwulan=triwulan), "Anggaran") for triwulan in (2, 3))
    assert lama[_letak(lama).alamat(SUB_1, "pagu")].value == 45_000_000
    assert baru[_letak(baru).alamat(SUB_1, "pagu")].value == PAGU_PERUBAHAN_SUB_1


def test_only_yellow_cells_are_unlocked(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    letak = _letak(lembar)
    kuning = {kunci for kunci in letak.kolom if not lembar[letak.alamat(APBDES, kunci)].protection.locked}
    assert lembar.protection.sheet
    assert kuning == {
        "pembilang",
        "penyebut",
        "capaian",
        "alasan",
        "faktor_pendorong",
        "faktor_penghambat",
        "tindak_lanjut_triwulan",
        "tindak_lanjut_renja",
        "bukti_dukung",
    }
    assert not lembar[letak.alamat(DESA_SELESAI, "realisasi")].protection.locked
    assert lembar[letak.alamat(DESA_SELESAI, "pembilang")].protection.locked


def test_a_ratio_row_computes_its_realisasi_live(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    letak = _letak(lembar)
    atas, bawah = letak.alamat(APBDES, "pembilang"), letak.alamat(APBDES, "penyebut")
    rumus = lembar[letak.alamat(APBDES, "realisasi")].value
    assert rumus == f'=IF(AND(ISNUMBER({atas}),ISNUMBER({bawah})),IF({bawah}=0,"",{atas}/{bawah}*100),"")'
    assert "Pembilang: desa dengan APBDes tepat waktu" in lembar[letak.alamat(APBDES, "cara_isi")].value


def test_number_cells_refuse_text_with_an_indonesian_message_and_grades_are_a_list(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    letak = _letak(lembar)
    aturan = {str(validasi.sqref): validasi for validasi in lembar.data_validations.dataValidation}
    angka = aturan[letak.alamat(DESA_SELESAI, "realisasi")]
    assert (angka.type, angka.errorStyle or "stop") == ("decimal", "stop")
    assert "Ketik angka saja" in angka.error
    assert aturan[letak.alamat(OPINI, "realisasi")].formula1 == '"AA,A,BB,B,CC,C,D"'


def test_earlier_reports_of_the_year_stand_beside_the_yellow_cell(susun: Susun, kirim: Kirim) -> None:
    isian = {
        APBDES: {"pembilang": 9, "penyebut": 13},
        OPINI: {"realisasi": "B"},
        DESA_SELESAI: {"realisasi": 30.5},
        PEMBINAAN: {"realisasi": "-"},
    }
    assert kirim(susun(isian, {SUB_1: {"rupiah": 9_500_000}}, triwulan=1)).status == "diterima"
    buku = susun(triwulan=2)
    lembar, uang = _lembar(buku, "Realisasi"), _lembar(buku, "Anggaran")
    letak = _letak(lembar, 2)
    assert lembar[letak.alamat(APBDES, "lalu_1")].value == pytest.approx(900 / 13)
    assert lembar[letak.alamat(OPINI, "lalu_1")].value == "B"
    assert lembar[letak.alamat(DESA_SELESAI, "lalu_1")].value == 30.5
    assert lembar[letak.alamat(PEMBINAAN, "lalu_1")].value is None
    assert uang[_letak(uang).alamat(SUB_1, "lalu")].value == 9_500_000
    assert uang[_letak(uang).alamat(SUB_2, "lalu")].value is None


def test_each_unit_fills_the_money_of_its_own_leaves(susun: Susun) -> None:
    assert list(_letak(_lembar(susun(), "Anggaran")).baris) == [KEGIATAN, SUB_1, SUB_2]
    assert list(_letak(_lembar(susun(unit="TRANTIB"), "Anggaran")).baris) == [KEGIATAN_DAUN]


def test_one_unit_may_fill_the_money_of_all() -> None:
    gudang = Gudang.buka(None)
    isi_gudang(gudang, anggaran_semua=True)
    pengisi, lain = (
        openpyxl.load_workbook(io.BytesIO(susun_format(gudang, KODE_PD, unit, Periode(TAHUN, 3), PADA).isi))
        for unit in ("PEM", "TRANTIB")
    )
    gudang.tutup()
    assert list(_letak(pengisi["Anggaran"]).baris) == [KEGIATAN, SUB_1, SUB_2, KEGIATAN_DAUN]
    assert "Anggaran" not in lain.sheetnames


def _anggaran(*, triwulan: int = 3, acak: bool = False) -> tuple[Worksheet, Letak]:
    """The money of all units in one sheet; `acak`: the leaves of the plan stand in another order."""
    gudang = Gudang.buka(None)
    isi_gudang(gudang, anggaran_semua=True)
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, triwulan))
    gudang.tutup()
    sub_1, sub_2, daun = bahan.simpul
    lembar = _lembar(
        tulis_format(replace(bahan, simpul=(sub_1, daun, sub_2) if acak else bahan.simpul), PADA), "Anggaran"
    )
    return lembar, _letak(lembar)


@pytest.mark.parametrize("acak", [False, True])
def test_the_leaves_of_a_kegiatan_stand_below_a_locked_row_that_sums_them(*, acak: bool) -> None:
    lembar, letak = _anggaran(acak=acak)
    assert letak.baris == {KEGIATAN: (6,), SUB_1: (7,), SUB_2: (8,), KEGIATAN_DAUN: (9,)}
    assert lembar["C6"].value == "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan Pemerintahan Desa"
    assert [lembar[f"{huruf}6"].value for huruf in "DEF"] == [
        f'=IF(COUNT({huruf}7:{huruf}8)=0,"",SUM({huruf}7:{huruf}8))' for huruf in "DEF"
    ]
    assert all(sel.protection.locked for sel in lembar[6])
    assert (lembar["C6"].font.b, lembar["C7"].font.b) == (True, False)
    assert [lembar[f"A{nomor}"].value for nomor in range(6, 11)] == [None, 1, 2, 3, None]


def test_a_sum_shows_what_it_is_before_anything_is_typed_and_every_leaf_once(susun: Susun) -> None:
    nilai = openpyxl.load_workbook(io.BytesIO(susun()), data_only=True)["Anggaran"]
    pagu = PAGU_PERUBAHAN_SUB_1 + 30_000_000
    assert [nilai[sel].value for sel in ("D6", "D9", "F6", "F9")] == [pagu, pagu, None, None]
    assert nilai["C9"].value == "Jumlah"


def test_a_kegiatan_that_is_itself_a_leaf_has_no_row_of_sums(susun: Susun) -> None:
    lembar = _lembar(susun(unit="TRANTIB"), "Anggaran")
    assert [lembar[f"C{nomor}"].value for nomor in (6, 7)] == [
        "Koordinasi Upaya Penyelenggaraan Ketenteraman",
        "Jumlah",
    ]


def test_the_material_names_each_kegiatan_with_its_leaves(gudang: Gudang) -> None:
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    nama = "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan Pemerintahan Desa"
    assert bahan.kegiatan == (KegiatanFormat(KEGIATAN, nama, (SUB_1, SUB_2)),)
    assert muat_bahan(gudang, KODE_PD, "TRANTIB", Periode(TAHUN, 3)).kegiatan == ()


def test_the_capaian_of_the_unit_is_optional_pale_and_a_number(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    letak = _letak(lembar)
    sel = lembar[letak.alamat(APBDES, "capaian")]
    aturan = {str(validasi.sqref): validasi for validasi in lembar.data_validations.dataValidation}[sel.coordinate]
    assert sel.fill.fgColor.rgb == "FFFFFAE3"
    assert lembar[f"{sel.column_letter}5"].value == "Capaian menurut unit (%)"
    assert aturan.type == "decimal"
    assert aturan.prompt.startswith("Boleh kosong; dibandingkan dengan hitungan Capaian.")
    kunci = [kolom.kunci for kolom in kolom_realisasi(3)]
    assert kunci[kunci.index("realisasi") + 1] == "capaian"


def test_a_workbook_without_the_optional_column_is_found_as_before() -> None:
    kunci = [kolom.kunci for kolom in kolom_realisasi(1) if not kolom.pilihan]
    letak = cari_letak(
        {f"{chr(65 + nomor)}4": nama_kolom for nomor, nama_kolom in enumerate(kunci)}, kolom_realisasi(1)
    )
    assert letak is not None
    assert (letak.kepala, letak.ganda, "capaian" in letak.kolom) == (4, (), False)
    assert set(kunci_isian(kolom_realisasi(1))) <= set(letak.kolom)


def test_a_key_that_stands_in_two_columns_is_named_and_the_first_one_counts() -> None:
    teks = {"AA4": "rupiah", "F4": "rupiah", "A4": "no", "B4": "kode", "C4": "nama", "G4": "rupiah", "H4": "kode"}
    letak = cari_letak(teks, KOLOM_ANGGARAN)
    assert letak is not None
    assert (letak.ganda, letak.kolom["rupiah"], letak.kolom["kode"]) == (("rupiah", "kode"), "F", "B")


def test_it_prints_on_folio_landscape_with_repeated_header_and_frozen_panes(susun: Susun) -> None:
    lembar = _lembar(susun(), "Realisasi")
    assert (lembar.page_setup.paperSize, lembar.page_setup.orientation) == (14, "landscape")
    assert (lembar.print_title_rows, lembar.print_title_cols) == ("$5:$5", "$A:$C")
    assert lembar.freeze_panes == "D6"


@pytest.mark.parametrize("lembar", ["Realisasi", "Anggaran"])
def test_a_heading_is_printed_on_the_page_of_the_row_below_it(gudang: Gudang, lembar: str) -> None:
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    banyak = replace(
        bahan,
        indikator=tuple(
            replace(indikator, kode=f"{indikator.kode}-{n}") for n in range(9) for indikator in bahan.indikator
        ),
        simpul=tuple(replace(SIMPUL, kode=f"{n}.{m}") for n in range(30) for m in range(2)),
        kegiatan=tuple(KegiatanFormat(str(n), "Kegiatan", (f"{n}.0", f"{n}.1")) for n in range(30)),
    )
    isi = _lembar(tulis_format(banyak, PADA), lembar)
    patahan = [patah.id for patah in isi.row_breaks.brk]
    assert len(patahan) > 1
    assert all(isinstance(isi.cell(nomor, 1).value, int) for nomor in patahan)


def test_what_every_printed_page_repeats_is_folded_and_not_cut(gudang: Gudang) -> None:
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    nama = "Penyediaan jasa pemeliharaan, biaya pemeliharaan, pajak, dan perizinan kendaraan dinas " * 2
    awal, *lain = bahan.indikator
    lembar = _lembar(
        tulis_format(replace(bahan, indikator=(replace(awal, nama_simpul=nama), *lain)), PADA), "Realisasi"
    )
    kelompok = [baris for baris in range(6, lembar.max_row + 1) if isinstance(lembar.cell(baris, 1).value, str)]
    assert {f"A{baris}:C{baris}" for baris in (2, *kelompok)} == {str(gabung) for gabung in lembar.merged_cells.ranges}
    assert all(lembar.cell(baris, 1).alignment.wrap_text for baris in (2, *kelompok))
    assert lembar.row_dimensions[6].height > lembar.row_dimensions[kelompok[1]].height
    assert (lembar["A3"].value, lembar["D3"].value) == (
        "CONTOH, BUKAN DATA RESMI",
        "Isi sel kuning saja. Sel kosong berarti belum ada data, bukan nol.",
    )


def test_a_target_with_many_decimals_is_shown_whole_and_what_is_typed_beside_it_too(gudang: Gudang) -> None:
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    kecil = Target(Decimal("0.0003"))
    indikator = [
        replace(butir, target_triwulan=kecil, target_tahun=kecil) if butir.kode == PEMBINAAN else butir
        for butir in bahan.indikator
    ]
    lembar = _lembar(tulis_format(replace(bahan, indikator=tuple(indikator)), PADA), "Realisasi")
    letak = _letak(lembar)
    bentuk = {
        (kode, kunci): lembar[letak.alamat(kode, kunci)].number_format
        for kode in (PEMBINAAN, DESA_SELESAI)
        for kunci in ("target_tahun", "realisasi")
    }
    assert bentuk[PEMBINAAN, "target_tahun"] == "[$-421]#,##0.0000_)"
    assert bentuk[PEMBINAAN, "realisasi"] == "[$-421]#,##0.00##########_)"
    assert bentuk[DESA_SELESAI, "realisasi"] == "[$-421]#,##0.00_)"


def test_a_row_is_as_high_as_its_longest_text_needs(gudang: Gudang) -> None:
    bahan = muat_bahan(gudang, KODE_PD, "PEM", Periode(TAHUN, 3))
    panjang = replace(bahan, indikator=(replace(bahan.indikator[0], definisi="kata " * 100), *bahan.indikator[1:]))
    tinggi = [
        _lembar(tulis_format(isi_buku, PADA), "Realisasi").row_dimensions[7].height for isi_buku in (bahan, panjang)
    ]
    assert tinggi[1] > 3 * tinggi[0]


def test_keys_and_fingerprint_are_hidden(susun: Susun) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(susun()))
    assert buku.sheetnames == ["Petunjuk", "Realisasi", "Anggaran", "_capaian"]
    assert buku["_capaian"].sheet_state == "veryHidden"
    assert buku["Realisasi"].row_dimensions[4].hidden


def test_the_guide_says_who_when_and_that_blank_is_not_zero(susun: Susun, gudang: Gudang) -> None:
    peristiwa = Peristiwa(KODE_PD, "contoh", "atur_permintaan", "2026-3", {}, PADA)
    letak = {"kode_pd": KODE_PD, "tahun": TAHUN, "triwulan": 3, "oleh": "contoh", "dicatat_pada": PADA}
    with gudang.transaksi(peristiwa) as tx:
        tx.tambah("permintaan", [{**letak, "revisi": 1, "tenggat": date(2026, 10, 9)}])
        tx.tambah("permintaan", [{**letak, "revisi": 2, "tenggat": date(2026, 10, 7)}])
    petunjuk = " ".join(str(sel.value) for baris in _lembar(susun(), "Petunjuk").iter_rows() for sel in baris)
    assert "Seksi Pemerintahan" in petunjuk
    assert "paling lambat 7 Oktober 2026" in petunjuk
    assert "belum ada data; tidak pernah dihitung sebagai nol" in petunjuk
    assert "CONTOH, BUKAN DATA RESMI" in petunjuk
    assert "Kolom Capaian menurut unit (%) boleh kosong" in petunjuk


def test_user_text_cannot_become_a_formula_or_a_link(gudang: Gudang) -> None:
    tambah_indikator(gudang, "X-1", "=1+1", "http://contoh.id")
    lembar = _lembar(susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA).isi, "Realisasi")
    sel = lembar[_letak(lembar).alamat("X-1", "nama")]
    assert (sel.value, sel.data_type) == ("=1+1", "s")
    assert lembar[_letak(lembar).alamat("X-1", "satuan")].hyperlink is None


def test_an_unknown_unit_is_named(gudang: Gudang) -> None:
    with pytest.raises(UnitTidakDikenal, match="TIDAK-ADA"):
        susun_format(gudang, KODE_PD, "TIDAK-ADA", Periode(TAHUN, 3), PADA)
