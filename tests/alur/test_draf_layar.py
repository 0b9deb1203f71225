"""A triwulan filled in on screen is the same kiriman as one that came in a workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from analytics.alur.draf_layar import PutusanDraf, kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan, unggah
from analytics.aturan.angka import tulis_ketikan
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.format import LEMBAR_REALISASI
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import tulis_format
from analytics.lembar.layar.awal import AwalIsian, UnggahanUnit, baca_unggahan, susun_awal, tulis_isian
from analytics.lembar.layar.buku_layar import gema, ketik, periksa_draf, susun_buku, tersisih
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, UnitLayar, baca_draf
from analytics.lembar.periksa.hasil_periksa import BarisRealisasi, HasilPeriksa
from analytics.pembaca.baca import BukuTerbaca, Pembaca
from analytics.sop.objek import baca_kedudukan
from data.gudang import Gudang
from tests.alat.gudang import jumlah_di, tanya
from tests.alat.tunggu import PADA
from tests.alur.alat_umpeg import BENAR, KEPALA, TW3, UMPEG

UNIT = UnitLayar(KODE_PD, "UMPEG", TW3)


def _teks(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulis_ketikan(nilai)


def _ketikan(baris: BarisRealisasi) -> dict[str, str]:
    angka = {"pembilang": _teks(baris.pembilang), "penyebut": _teks(baris.penyebut)}
    narasi = {narasi.jenis: narasi.isi for narasi in baris.narasi}
    return {**angka, "realisasi": baris.peringkat or _teks(baris.nilai), "alasan": baris.alasan or "", **narasi}


@pytest.fixture(scope="module")
def isian(benar: HasilPeriksa) -> IsianLayar:
    """What stands in the workbook, typed on screen instead."""
    anggaran = {
        uang.kode_simpul: {"rupiah": _teks(uang.rupiah), "alasan": uang.alasan or ""} for uang in benar.anggaran
    }
    return IsianLayar({baris.kode_indikator: _ketikan(baris) for baris in benar.realisasi}, anggaran)


def _simpan(toko: Gudang, isian: IsianLayar, dilihat: int = 0, menit: int = 0) -> PutusanDraf:
    return simpan_draf(toko, KEPALA, UNIT, isian, dilihat, PADA + timedelta(minutes=menit))


def test_what_is_typed_on_screen_reads_as_the_same_typed_in_a_workbook(
    toko: Gudang, benar: HasilPeriksa, isian: IsianLayar, pembaca: Pembaca
) -> None:
    hasil = periksa_draf(toko, UNIT, _simpan(toko, isian).draf, pembaca)
    assert (hasil.realisasi, hasil.anggaran) == (benar.realisasi, benar.anggaran)
    assert [temuan.kunci for temuan in hasil.temuan] == [temuan.kunci for temuan in benar.temuan]
    assert hasil.nama_berkas == "format_2026_TW3_UMPEG_diisi_di_layar.xlsx"


def test_sending_a_draft_makes_an_upload_and_a_kiriman_with_bytes_cells_and_the_source_in_its_name(
    toko: Gudang, isian: IsianLayar, pembaca: Pembaca
) -> None:
    unggahan, kiriman = jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")
    draf = _simpan(toko, isian).draf
    hasil = periksa_draf(toko, UNIT, draf, pembaca)
    assert (jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")) == (unggahan, kiriman)
    putusan = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), PADA)
    assert (putusan.status, putusan.versi) == ("diterima", 1)
    assert (jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")) == (unggahan + 1, kiriman + 1)
    assert baca_kedudukan(toko, UMPEG).keadaan == "terkirim"
    berkas = tanya(toko, "SELECT isi FROM berkas WHERE sha256 = ?", [hasil.sha256])
    assert bytes(berkas[0][0]) == hasil.isi
    nama = tanya(toko, "SELECT nama_berkas FROM kiriman WHERE id_kiriman = ?", [putusan.id_kiriman])
    assert nama == [("format_2026_TW3_UMPEG_diisi_di_layar.xlsx",)]
    lagi = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), PADA)
    assert lagi.status == "sudah_ada"


def _versi(toko: Gudang) -> int:
    return baca_kedudukan(toko, UMPEG).versi


def test_without_the_statement_nothing_is_sent_and_the_draft_stays(
    toko: Gudang, isian: IsianLayar, pembaca: Pembaca
) -> None:
    draf = _simpan(toko, isian).draf
    hasil = periksa_draf(toko, UNIT, draf, pembaca)
    putusan = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko)), PADA)
    assert putusan.status == "tertahan"
    assert jumlah_di(toko, "kiriman") == 65
    assert baca_draf(toko, UNIT) == draf


def test_the_same_draft_gives_the_same_bytes(toko: Gudang, isian: IsianLayar) -> None:
    draf = _simpan(toko, isian).draf
    bahan = muat_bahan(toko, KODE_PD, "UMPEG", TW3)
    assert susun_buku(bahan, draf) == susun_buku(bahan, baca_draf(toko, UNIT))


def test_a_half_filled_draft_is_kept_versi_by_versi_and_logged_without_touching_a_figure(toko: Gudang) -> None:
    angka = toko.versi_angka(KODE_PD)
    pertama = _simpan(toko, IsianLayar({"UM-1": {"realisasi": " 85,5 ", "alasan": " "}}))
    kedua = _simpan(toko, IsianLayar({"UM-1": {"realisasi": "86"}}), pertama.draf.versi, menit=5)
    assert (pertama.status, kedua.status, kedua.draf.versi) == ("tersimpan", "tersimpan", 2)
    assert pertama.draf.isian == IsianLayar({"UM-1": {"realisasi": "85,5"}})
    assert baca_draf(toko, UNIT) == kedua.draf
    assert jumlah_di(toko, "draf_isian") == 2
    assert toko.versi_angka(KODE_PD) == angka
    jejak = tanya(toko, "SELECT aksi, objek, oleh FROM peristiwa ORDER BY nomor DESC LIMIT 1")
    assert jejak == [("isi_layar", f"UMPEG/{TW3.singkat}", KEPALA.nama)]


def test_saving_what_is_saved_already_writes_nothing(toko: Gudang) -> None:
    isian = IsianLayar({"UM-1": {"realisasi": "85,5"}})
    draf = _simpan(toko, isian).draf
    sebelum = toko.versi_data()
    assert _simpan(toko, isian, draf.versi).status == "sama"
    assert toko.versi_data() == sebelum


def test_who_saves_after_somebody_else_is_told_and_nothing_is_overwritten(toko: Gudang) -> None:
    milik = IsianLayar({"UM-1": {"realisasi": "85,5"}})
    simpan_draf(toko, KASUBBAG.pelaku, UNIT, milik, 0, PADA)
    putusan = _simpan(toko, IsianLayar({"UM-1": {"realisasi": "70"}}))
    assert putusan.status == "bentrok"
    assert putusan.draf.isian == milik
    assert KASUBBAG.pelaku.nama in putusan.pesan
    assert "tidak ada yang ditimpa" in putusan.pesan
    assert jumlah_di(toko, "draf_isian") == 1


@pytest.mark.parametrize("pelaku", [kepala("PMD").pelaku, CAMAT_CONTOH.pelaku])
def test_only_the_unit_and_who_collects_may_fill_it_in_and_a_refusal_is_logged(toko: Gudang, pelaku: object) -> None:
    """Whatever he says that he saw: what others have typed is not told to him."""
    _simpan(toko, IsianLayar({"UM-1": {"realisasi": "85,5"}}))
    putusan = simpan_draf(toko, pelaku, UNIT, IsianLayar({"UM-1": {"realisasi": "1"}}), 0, PADA)  # type: ignore[arg-type]
    assert (putusan.status, putusan.draf) == ("ditolak", DrafIsian())
    assert jumlah_di(toko, "draf_isian") == 1
    assert tanya(toko, "SELECT aksi FROM peristiwa ORDER BY nomor DESC LIMIT 1") == [("tolak:isi_layar",)]


def _menyusul(toko: Gudang, draf: DrafIsian) -> UnggahanUnit | None:
    """An upload that came in after the draft, and is something else."""
    terbaru = baca_unggahan(toko, UNIT)
    bahan = muat_bahan(toko, KODE_PD, "UMPEG", TW3)
    return terbaru if terbaru is not None and terbaru.menyusul(bahan, draf) else None


def test_a_workbook_that_came_in_after_the_draft_is_named(toko: Gudang, benar: HasilPeriksa) -> None:
    draf = _simpan(toko, IsianLayar({"UM-1": {"realisasi": "85,5"}})).draf
    assert baca_unggahan(toko, UNIT) is None
    unggah(toko, KEPALA, benar, PADA + timedelta(hours=1), "kunci")
    menyusul = _menyusul(toko, draf)
    assert menyusul is not None
    assert menyusul.sebutan.startswith(f"{BENAR.name}, diunggah {KEPALA.nama} pada ")


def test_what_a_draft_itself_became_is_no_other_workbook(
    toko: Gudang, isian: IsianLayar, benar: HasilPeriksa, pembaca: Pembaca
) -> None:
    draf = _kirim(toko, isian, pembaca)
    assert _menyusul(toko, draf) is None
    kemudian = _simpan(toko, IsianLayar({**isian.realisasi, "SK-02": {"realisasi": "2"}}), draf.versi, menit=90).draf
    assert _menyusul(toko, kemudian) is None
    unggah(toko, KEPALA, benar, PADA + timedelta(hours=2), "kunci")
    assert _menyusul(toko, kemudian) is not None


def _kirim(toko: Gudang, isian: IsianLayar, pembaca: Pembaca) -> DrafIsian:
    """Save and send an hour later."""
    draf = _simpan(toko, isian).draf
    hasil = periksa_draf(toko, UNIT, draf, pembaca)
    saat = PADA + timedelta(hours=1)
    assert kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), saat).status == "diterima"
    return draf


def _awal(toko: Gudang, hasil: HasilPeriksa, pilihan: Mapping[str, str] | None = None) -> AwalIsian:
    assert hasil.buku is not None
    return susun_awal(hasil.buku, muat_bahan(toko, KODE_PD, "UMPEG", TW3), pilihan or {})


def test_a_first_draft_begins_with_the_texts_of_the_newest_upload_whatever_became_of_it(
    toko: Gudang, benar: HasilPeriksa, keliru: HasilPeriksa, isian: IsianLayar
) -> None:
    assert _awal(toko, benar).isian == isian.rapi
    ditolak = _awal(toko, keliru)
    assert ditolak.isian.realisasi["K-03"] == {"realisasi": "tiga"}
    assert ditolak.isian.realisasi["SK-05"] == {"realisasi": "1.200"}
    assert ditolak.isian.anggaran["7.01.01.2.08.0002"] == {"rupiah": "Rp 38 juta"}
    assert ditolak.sisa == ()


def test_what_was_wrong_in_a_workbook_is_found_again_in_the_fields_that_begin_with_it(
    toko: Gudang, keliru: HasilPeriksa, pembaca: Pembaca
) -> None:
    awal = _awal(toko, keliru)
    di_layar = periksa_draf(toko, UNIT, DrafIsian(0, awal.isian, KEPALA.nama, PADA), pembaca)
    assert [temuan.pokok for temuan in di_layar.temuan] == [temuan.pokok for temuan in keliru.temuan]


def test_a_reading_that_somebody_chose_stands_in_the_field(toko: Gudang, keliru: HasilPeriksa) -> None:
    ambigu = next(temuan for temuan in keliru.temuan if temuan.kode == "angka_ambigu")
    awal = _awal(toko, keliru, {ambigu.alamat: "1200"})
    assert awal.isian.realisasi["SK-05"] == {"realisasi": "1200"}


def test_what_has_no_field_is_named_with_its_cell(toko: Gudang, pembaca: Pembaca) -> None:
    """A row that was copied, and an error where a reason belongs: neither is in a field, and neither is lost."""
    bahan = muat_bahan(toko, KODE_PD, "UMPEG", TW3)
    isi = tulis_format(bahan, PADA, IsianUnit({"SK-02": {"realisasi": 3}, "SK-03": {"realisasi": 1}}))
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    lembar = buku[LEMBAR_REALISASI]
    kode = {sel.value: sel.row for sel in lembar["B"]}
    kolom = {sel.value: sel.column for sel in lembar[4]}
    lembar.cell(kode["SK-02"], 2).value = "SK-03"
    lembar.cell(kode["K-03"], kolom["alasan"]).value = "#REF!"
    wadah = io.BytesIO()
    buku.save(wadah)
    diubah = pembaca.baca(wadah.getvalue())
    assert isinstance(diubah, BukuTerbaca)
    awal = susun_awal(diubah, bahan, {})
    assert not {"SK-02", "SK-03", "K-03"} & set(awal.isian.realisasi)
    isi_sisa = {sisa.alamat.partition("!")[2]: sisa.isi for sisa in awal.sisa}
    realisasi = get_column_letter(kolom["realisasi"])
    assert isi_sisa[f"{realisasi}{kode['SK-02']}"] == "3"
    assert isi_sisa[f"{realisasi}{kode['SK-03']}"] == "1"
    assert isi_sisa[f"{get_column_letter(kolom['alasan'])}{kode['K-03']}"] == "#REF!"


@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, places=6) | st.integers(0, 10**9).map(lambda n: Decimal(n) / 1000)
)
@example(Decimal("84.615"))
@example(Decimal(1200))
def test_a_number_of_a_cell_is_the_same_number_in_the_cell_that_its_field_becomes(angka: Decimal) -> None:
    assert ketik(tulis_isian(angka), "angka") == angka


def test_a_row_that_the_plan_does_not_ask_for_any_more_is_named_and_left_out(toko: Gudang, isian: IsianLayar) -> None:
    bahan = muat_bahan(toko, KODE_PD, "UMPEG", TW3)
    lebih = replace(isian.rapi, realisasi={**isian.rapi.realisasi, "LAMA-9": {"realisasi": "3"}})
    assert tersisih(bahan, lebih) == ("LAMA-9",)
    draf = DrafIsian(1, isian.rapi, "penguji", PADA)
    assert susun_buku(bahan, replace(draf, isian=lebih)) == susun_buku(bahan, draf)


@pytest.mark.parametrize(
    ("tulisan", "ketikan", "kalimat"),
    [
        ("85,5", Decimal("85.5"), "dibaca 85,5"),
        ("1.234,5", Decimal("1234.5"), "dibaca 1.234,5"),
        ("Rp 1.000.000,-", Decimal(1000000), "dibaca 1.000.000"),
        ("1.200", "1.200", "dua bacaan: 1.200 atau 1,2. Ketik tanpa titik ribuan."),
        ("95%", "95%", "dibaca 95"),
        ("-", "-", "dibaca kosong: belum ada data, bukan nol"),
        ("12 Laporan", "12 Laporan", "belum terbaca"),
        ("nihil", "nihil", "belum terbaca: berupa kata"),
        ("tetap", "tetap", "belum terbaca: di sini tidak ada nilai yang dapat tetap berlaku"),
        ("", "", ""),
    ],
)
def test_a_number_field_says_at_once_how_it_is_understood_and_never_guesses(
    tulisan: str, ketikan: object, kalimat: str
) -> None:
    assert ketik(tulisan, "angka") == ketikan
    assert gema(tulisan).startswith(kalimat)
    assert bool(gema(tulisan)) == bool(kalimat)


def test_an_amount_as_other_systems_write_it_has_one_reading_in_rupiah() -> None:
    for tulisan in ("13500000.00", "13,500,000.00"):
        assert gema(tulisan, rupiah=True) == "dibaca 13.500.000"
        assert gema(tulisan).endswith("Benar?)")


def test_words_that_stand_for_a_value_are_understood_where_the_row_allows_them() -> None:
    boleh = ("tidak ada kejadian", "nilai TW II tetap berlaku")
    assert gema("Tidak ada kejadian", boleh) == "dibaca Tidak ada kejadian"
    assert gema("masih tetap", boleh) == "dibaca nilai TW II tetap berlaku"
    assert gema("tidak ada kejadian").startswith("belum terbaca")


def test_a_text_field_keeps_its_text_also_where_it_looks_like_a_number() -> None:
    assert ketik("85,5", "teks") == "85,5"
