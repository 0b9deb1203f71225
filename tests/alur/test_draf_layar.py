"""A triwulan filled in on screen is the same kiriman as one that came in a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.alur.draf_layar import PutusanDraf, kirim_draf, simpan_draf
from analytics.alur.kirim import Penyerahan, unggah
from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.layar.buku_layar import baca_terbaru, gema, ketik, muat_isian, periksa_draf, susun_buku, tersisih
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, UnitLayar, baca_draf
from analytics.lembar.periksa.hasil_periksa import BarisRealisasi, HasilPeriksa
from analytics.pembaca.baca import Pembaca
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.gudang import buang, jumlah_di, tanya
from tests.alat.periksa import periksa_berkas
from tests.alat.sampai import sesudah
from tests.alat.tunggu import PADA, tunggu_unit

TW3 = Periode(2026, 3)
UMPEG = UnitLayar(KODE_PD, "UMPEG", TW3)
OBJEK = Objek.pengumpulan(KODE_PD, TW3, "UMPEG")
KEPALA = kepala("UMPEG").pelaku
BENAR = LETAK / "coba" / "format_2026_TW3_UMPEG_benar.xlsx"


def _bagikan_ke_umpeg(gudang: Gudang) -> None:
    tunggu_unit(gudang, TW3, ("UMPEG",))


@pytest.fixture
def toko(berkas_contoh: Path, tmp_path: Path) -> Iterator[Gudang]:
    """The sample office; UMPEG has its format for triwulan III 2026 and has sent nothing."""
    gudang = sesudah(_bagikan_ke_umpeg, berkas_contoh, tmp_path / "contoh.duckdb")
    yield gudang
    buang(gudang)


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca() as anak:
        yield anak


@pytest.fixture(scope="module")
def benar(gudang_contoh: Gudang, pembaca: Pembaca) -> HasilPeriksa:
    """A workbook that leaves nothing to ask."""
    return periksa_berkas(gudang_contoh, KODE_PD, BENAR.read_bytes(), BENAR.name, pembaca=pembaca)


def _teks(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulis_angka(nilai).replace(".", "")


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
    return simpan_draf(toko, KEPALA, UMPEG, isian, dilihat, PADA + timedelta(minutes=menit))


def test_what_is_typed_on_screen_reads_as_the_same_typed_in_a_workbook(
    toko: Gudang, benar: HasilPeriksa, isian: IsianLayar, pembaca: Pembaca
) -> None:
    hasil = periksa_draf(toko, UMPEG, _simpan(toko, isian).draf, pembaca)
    assert (hasil.realisasi, hasil.anggaran) == (benar.realisasi, benar.anggaran)
    assert [temuan.kunci for temuan in hasil.temuan] == [temuan.kunci for temuan in benar.temuan]
    assert hasil.nama_berkas == "format_2026_TW3_UMPEG_diisi_di_layar.xlsx"


def test_sending_a_draft_makes_an_upload_and_a_kiriman_with_bytes_cells_and_the_source_in_its_name(
    toko: Gudang, isian: IsianLayar, pembaca: Pembaca
) -> None:
    unggahan, kiriman = jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")
    draf = _simpan(toko, isian).draf
    hasil = periksa_draf(toko, UMPEG, draf, pembaca)
    assert (jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")) == (unggahan, kiriman)
    putusan = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), PADA)
    assert (putusan.status, putusan.versi) == ("diterima", 1)
    assert (jumlah_di(toko, "unggahan"), jumlah_di(toko, "kiriman")) == (unggahan + 1, kiriman + 1)
    assert baca_kedudukan(toko, OBJEK).keadaan == "terkirim"
    berkas = tanya(toko, "SELECT isi FROM berkas WHERE sha256 = ?", [hasil.sha256])
    assert bytes(berkas[0][0]) == hasil.isi
    nama = tanya(toko, "SELECT nama_berkas FROM kiriman WHERE id_kiriman = ?", [putusan.id_kiriman])
    assert nama == [("format_2026_TW3_UMPEG_diisi_di_layar.xlsx",)]
    lagi = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), PADA)
    assert lagi.status == "sudah_ada"


def _versi(toko: Gudang) -> int:
    return baca_kedudukan(toko, OBJEK).versi


def test_without_the_statement_nothing_is_sent_and_the_draft_stays(
    toko: Gudang, isian: IsianLayar, pembaca: Pembaca
) -> None:
    draf = _simpan(toko, isian).draf
    hasil = periksa_draf(toko, UMPEG, draf, pembaca)
    putusan = kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko)), PADA)
    assert putusan.status == "tertahan"
    assert jumlah_di(toko, "kiriman") == 65
    assert baca_draf(toko, UMPEG) == draf


def test_the_same_draft_gives_the_same_bytes(toko: Gudang, isian: IsianLayar) -> None:
    draf = _simpan(toko, isian).draf
    bahan = muat_bahan(toko, KODE_PD, "UMPEG", TW3)
    assert susun_buku(bahan, draf) == susun_buku(bahan, baca_draf(toko, UMPEG))


def test_a_half_filled_draft_is_kept_versi_by_versi_and_logged_without_touching_a_figure(toko: Gudang) -> None:
    angka = toko.versi_angka(KODE_PD)
    pertama = _simpan(toko, IsianLayar({"UM-1": {"realisasi": " 85,5 ", "alasan": " "}}))
    kedua = _simpan(toko, IsianLayar({"UM-1": {"realisasi": "86"}}), pertama.draf.versi, menit=5)
    assert (pertama.status, kedua.status, kedua.draf.versi) == ("tersimpan", "tersimpan", 2)
    assert pertama.draf.isian == IsianLayar({"UM-1": {"realisasi": "85,5"}})
    assert baca_draf(toko, UMPEG) == kedua.draf
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
    simpan_draf(toko, KASUBBAG.pelaku, UMPEG, milik, 0, PADA)
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
    putusan = simpan_draf(toko, pelaku, UMPEG, IsianLayar({"UM-1": {"realisasi": "1"}}), 0, PADA)  # type: ignore[arg-type]
    assert (putusan.status, putusan.draf) == ("ditolak", DrafIsian())
    assert jumlah_di(toko, "draf_isian") == 1
    assert tanya(toko, "SELECT aksi FROM peristiwa ORDER BY nomor DESC LIMIT 1") == [("tolak:isi_layar",)]


def test_a_workbook_that_came_in_after_the_draft_is_named(toko: Gudang, benar: HasilPeriksa) -> None:
    draf = _simpan(toko, IsianLayar({"UM-1": {"realisasi": "85,5"}})).draf
    assert baca_terbaru(toko, UMPEG, draf) is None
    unggah(toko, KEPALA, benar, PADA + timedelta(hours=1), "kunci")
    kalimat = baca_terbaru(toko, UMPEG, draf)
    assert kalimat is not None
    assert BENAR.name in kalimat
    assert KEPALA.nama in kalimat


def test_what_was_sent_before_is_where_a_first_draft_begins(toko: Gudang, isian: IsianLayar, pembaca: Pembaca) -> None:
    assert muat_isian(toko, UMPEG) == IsianLayar()
    hasil = periksa_draf(toko, UMPEG, _simpan(toko, isian).draf, pembaca)
    kirim_draf(toko, KEPALA, hasil, {}, Penyerahan(_versi(toko), pernyataan=True), PADA)
    lama = muat_isian(toko, UMPEG)
    tanpa_alasan = {kode: {"rupiah": ketikan["rupiah"]} for kode, ketikan in isian.rapi.anggaran.items()}
    assert lama == IsianLayar(isian.rapi.realisasi, tanpa_alasan)


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
        ("", "", ""),
    ],
)
def test_a_number_field_says_at_once_how_it_is_understood_and_never_guesses(
    tulisan: str, ketikan: object, kalimat: str
) -> None:
    assert ketik(tulisan, "angka") == ketikan
    assert gema(tulisan).startswith(kalimat)
    assert bool(gema(tulisan)) == bool(kalimat)


def test_a_text_field_keeps_its_text_also_where_it_looks_like_a_number() -> None:
    assert ketik("85,5", "teks") == "85,5"
