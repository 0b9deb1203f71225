"""A list of the finance system fills the money of a format; what did not match is listed, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest

from analytics.aturan.nomenklatur import kode_bagian
from analytics.aturan.periode import Periode
from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.layar.draf import IsianLayar
from analytics.lembar.layar.keuangan import (
    HasilKeuangan,
    LembarKeuangan,
    PeranKeuangan,
    baca_keuangan,
    muat_lalu,
    susun_keuangan,
)
from analytics.pembaca.baca import baca_buku
from data.gudang import Gudang
from tests.alat.rencana_publik import buku

KERTAS, LISTRIK, GEDUNG = "7.01.01.2.08.0001", "7.01.01.2.08.0002", "7.01.01.2.08.0004"
"""Leaves of a unit of the sample office, with pagu 3,3, 57,5 and 178,7 juta."""
KODE, SD, SENDIRI = (PeranKeuangan(jenis) for jenis in ("kode", "sd_triwulan", "triwulan_ini"))  # type: ignore[arg-type]
KEPALA = ["Kode Rekening", "Uraian", "Anggaran", "Realisasi s.d. Triwulan Ini", "%"]
Baris = Sequence[object]


@pytest.fixture
def bahan(gudang_contoh: Gudang) -> BahanFormat:
    return muat_bahan(gudang_contoh, KODE_PD, "UMPEG", Periode(2026, 3))


def csv(*semua: Sequence[str], pemisah: str = ";") -> LembarKeuangan:
    isi = "\n".join(pemisah.join(baris) for baris in ([*KEPALA], *semua)).encode()
    return _satu(isi, "daftar.csv")


def _satu(isi: bytes, nama: str) -> LembarKeuangan:
    (lembar,) = baca_keuangan(isi, nama, baca_buku)
    assert isinstance(lembar, LembarKeuangan)
    return lembar


def terisi(bahan: BahanFormat, *semua: Sequence[str], lalu: Mapping[str, Decimal] | None = None) -> HasilKeuangan:
    lembar = csv(*semua)
    peran = {"A": KODE, "D": SD if lalu is None else SENDIRI}
    return susun_keuangan(lembar, peran, bahan, lalu or {})


def sebab(hasil: HasilKeuangan) -> dict[int | None, str]:
    return {catatan.baris: catatan.sebab for catatan in hasil.catatan if catatan.baris is not None}


def test_amounts_go_to_their_leaves_by_the_one_form_of_a_code_however_they_are_written(bahan: BahanFormat) -> None:
    hasil = terisi(
        bahan,
        ["7.01.01.02.08.01", "Surat", "3300000", "2234100.00", "67"],
        ["7.01.01.2.08.0002 Listrik", "", "57500000", "Rp 38.927.500,-", ""],
        ["7.01.01.2.08.0004", "", "", "128.485.300,00", ""],
    )
    assert hasil.rupiah == {KERTAS: "2234100", LISTRIK: "38927500", GEDUNG: "128485300"}
    assert sebab(hasil) == {}
    assert {catatan.sebab for catatan in hasil.catatan} == {"tidak ada di daftar; bidangnya tidak diubah"}
    assert len(hasil.catatan) == len(bahan.simpul) - 3


def test_a_workbook_says_the_same_as_a_csv_and_its_headers_say_which_column_is_what(bahan: BahanFormat) -> None:
    lembar = _satu(buku([["LAPORAN REALISASI"], KEPALA, [KERTAS, "Surat", 3300000, 2234100.5, 0.68]]), "a.xlsx")
    assert lembar.usul == {"A": KODE, "D": SD}
    assert susun_keuangan(lembar, lembar.usul, bahan, {}).rupiah == {KERTAS: "2234100,5"}


def test_a_realisasi_of_which_the_header_does_not_say_s_d_when_is_left_to_a_person() -> None:
    lembar = _satu(buku([["Kode", "Realisasi"], [KERTAS, 1]]), "a.xlsx")
    assert lembar.usul == {"A": KODE}
    assert _satu(buku([["Kode", "Realisasi bulan ini"], [KERTAS, 1]]), "a.xlsx").usul["B"] == SENDIRI


def test_what_stands_twice_what_is_not_asked_and_what_is_above_its_pagu_is_listed(bahan: BahanFormat) -> None:
    hasil = terisi(
        bahan,
        ["7.01.01", "Program", "", "169646900", ""],
        ["7.01.01.2.08", "Kegiatan", "", "41161600", ""],
        [KERTAS, "Surat", "", "2000000", ""],
        [KERTAS, "Surat", "", "234100", ""],
        [LISTRIK, "Listrik", "", "57500001", ""],
        [GEDUNG, "Gedung", "", "", ""],
        ["7.01.03.2.01.0001", "Milik unit lain", "", "5000000", ""],
        ["5.1.02.01", "Belanja", "", "7", ""],
    )
    assert hasil.rupiah == {LISTRIK: "57500001"}
    assert sebab(hasil) == {
        2: "jumlah dari rincian di bawahnya; format meminta rinciannya",
        3: "jumlah dari rincian di bawahnya; format meminta rinciannya",
        4: "kode yang sama pada 2 baris; tidak ada yang diisikan",
        5: "kode yang sama pada 2 baris; tidak ada yang diisikan",
        6: "Rp 57.500.001 melebihi pagunya, Rp 57.500.000",
        7: "realisasinya kosong; bidangnya tidak diubah",
        8: "tidak diminta format unit ini",
        9: "tanpa kode sub kegiatan",
    }


def test_an_amount_with_two_readings_stands_in_its_field_as_written_so_that_the_check_asks(bahan: BahanFormat) -> None:
    hasil = terisi(bahan, [KERTAS, "", "", "2.234", ""])
    assert hasil.rupiah == {KERTAS: "2.234"}
    assert sebab(hasil) == {2: "belum terbaca; bidangnya diisi seperti tertulis"}


def test_an_amount_of_the_triwulan_alone_is_added_to_what_was_reported_s_d_the_one_before(
    gudang_contoh: Gudang, bahan: BahanFormat
) -> None:
    lalu = muat_lalu(gudang_contoh, bahan)
    assert lalu[KERTAS] == Decimal(1422300)
    assert terisi(bahan, [KERTAS, "", "", "811800", ""], lalu=lalu).rupiah == {KERTAS: "2234100"}
    assert terisi(bahan, [KERTAS, "", "", "2.234", ""], lalu=lalu).rupiah == {}


def test_where_the_triwulan_before_was_not_reported_no_sum_is_made(gudang_contoh: Gudang) -> None:
    """Nothing came in for triwulan III: what was spent s/d triwulan II is not what was spent s/d triwulan III."""
    akhir = muat_bahan(gudang_contoh, KODE_PD, "UMPEG", Periode(2026, 4))
    assert muat_lalu(gudang_contoh, akhir) == {}
    hasil = terisi(akhir, [KERTAS, "", "", "811800", ""], lalu={GEDUNG: Decimal(1)})
    assert hasil.rupiah == {}
    assert sebab(hasil) == {2: "realisasi s/d TW III belum dilaporkan; s/d triwulan ini tidak dapat dihitung"}


def test_what_was_typed_stays_and_what_a_list_replaces_is_named(bahan: BahanFormat) -> None:
    anggaran = {KERTAS: {"rupiah": "1", "alasan": "a"}, LISTRIK: {"rupiah": "2"}, GEDUNG: {"rupiah": "3"}}
    diketik = IsianLayar({"K-03": {"realisasi": "3"}}, anggaran)
    hasil = terisi(bahan, [KERTAS, "", "", "2234100", ""], [GEDUNG, "", "", "3", ""]).masukkan(diketik)
    assert hasil.isian.realisasi == diketik.realisasi
    assert hasil.isian.anggaran == {**anggaran, KERTAS: {"rupiah": "2234100", "alasan": "a"}}
    diganti = [(catatan.tulisan, catatan.sebab) for catatan in hasil.catatan if "diganti" in catatan.sebab]
    assert diganti == [(KERTAS, "“1” di bidangnya diganti dengan “2234100”")]


@pytest.mark.parametrize(
    ("peran", "pesan"),
    [
        ({"D": SD}, "satu kolom yang berisi kode"),
        ({"A": KODE}, "satu kolom realisasi"),
        ({"A": KODE, "C": SENDIRI, "D": SD}, "satu kolom realisasi"),
    ],
)
def test_codes_and_one_kind_of_amount_have_to_be_named(
    bahan: BahanFormat, peran: Mapping[str, PeranKeuangan], pesan: str
) -> None:
    with pytest.raises(ValueError, match=pesan):
        susun_keuangan(csv([KERTAS, "", "", "1", ""]), peran, bahan, {})


def test_a_csv_in_the_letters_of_windows_with_commas_is_read_and_one_without_codes_is_none() -> None:
    windows = f'Kode,Uraian,Realisasi s/d\n{KERTAS},"Surat “dinas”, biasa","1.000.000,00"\n'.encode("cp1252")
    ((_, sel),) = _satu(windows, "DAFTAR.CSV").baris
    assert (sel["B"].teks, sel["C"].teks) == ("Surat “dinas”, biasa", "1.000.000,00")
    assert baca_keuangan(b"a;b\n1;2\n", "a.csv", baca_buku) == ()
    with pytest.raises(ValueError, match=r"lebih dari 20\.000 baris"):
        baca_keuangan(b"1;2\n" * 20_001, "a.csv", baca_buku)
    tolakan = cast("tuple[object, ...]", baca_keuangan(b"1;2\n", "a.xlsx", baca_buku))
    assert len(tolakan) == 1


def test_the_part_of_a_unit_is_filled_by_the_code_of_its_sub_kegiatan_with_a_word_of_caution(
    bahan: BahanFormat,
) -> None:
    bagian = kode_bagian(KERTAS, bahan.kode_unit)
    sendiri = replace(bahan, simpul=tuple(replace(s, kode=bagian) if s.kode == KERTAS else s for s in bahan.simpul))
    hasil = terisi(sendiri, [KERTAS, "Surat", "", "2000000", ""])
    assert hasil.rupiah == {bagian: "2000000"}
    assert sebab(hasil) == {2: "diisikan pada bagian unit ini; pastikan daftar memuat bagian unit ini saja"}


def test_a_list_that_names_no_units_fills_the_part_of_none_where_one_unit_fills_for_all(bahan: BahanFormat) -> None:
    dua = [kode_bagian(KERTAS, unit) for unit in ("KEL-A", "KEL-B")]
    asal = next(simpul for simpul in bahan.simpul if simpul.kode == KERTAS)
    hasil = terisi(
        replace(bahan, simpul=tuple(replace(asal, kode=kode) for kode in dua)), [KERTAS, "Surat", "", "2000000", ""]
    )
    assert hasil.rupiah == {}
    assert sebab(hasil) == {2: "dibagi per unit, dan daftar tidak menyebut unitnya; isikan bagian tiap unit"}
