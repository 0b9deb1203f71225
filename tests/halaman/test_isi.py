"""A unit fills in its triwulan on the page."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.alur.draf_layar import simpan_draf
from analytics.alur.kirim import unggah
from analytics.aturan.periode import Periode
from analytics.contoh.akun import KASUBBAG, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.lembar.bentuk.bahan import BahanFormat, muat_bahan
from analytics.lembar.layar.draf import IsianLayar, UnitLayar, baca_draf
from analytics.sistem import waktu_kini
from data.gudang import Gudang
from pages import cari
from pages.komponen import sesi
from tests.alat.gudang import jumlah_di
from tests.alat.halaman import Masuk, buka, jalankan, judul, tekan, terlihat
from tests.alat.periksa import periksa_berkas
from tests.alat.tunggu import tunggu_unit

TW3 = Periode(2026, 3)
UNIT = "UMPEG"


@pytest.fixture
def bahan(gudang_contoh: Gudang) -> BahanFormat:
    return muat_bahan(gudang_contoh, KODE_PD, UNIT, TW3)


@pytest.fixture
def kantor(request: pytest.FixtureRequest, masuk: Masuk) -> Gudang:
    """The store of the screens; the SOP waits for what the unit fills in, and its kepala is in."""
    request.getfixturevalue("salinan")
    buka()
    tunggu_unit(sesi.gudang(), TW3, [UNIT])
    masuk.siapa = kepala(UNIT)
    return sesi.gudang()


def isi() -> AppTest:
    return buka("isi", tahun="2026", triwulan="3")


def bidang(uji: AppTest, *bagian: str) -> object:
    akhir = "|".join(bagian)
    return next(kotak for kotak in (*uji.text_input, *uji.selectbox) if str(kotak.key).endswith(akhir))


def ketik(uji: AppTest, nilai: str, *bagian: str) -> AppTest:
    bidang(uji, *bagian).set_value(nilai)  # type: ignore[attr-defined]
    return jalankan(uji)


def _isi_semua(uji: AppTest, bahan: BahanFormat) -> AppTest:
    for indikator in bahan.indikator:
        if not indikator.wajib:
            continue
        target = indikator.target_triwulan if not indikator.target_triwulan.kosong else indikator.target_tahun
        angka = str(target.nilai if target.nilai is not None else target.atas or 1).replace(".", ",")
        if indikator.berpembilang:
            bidang(uji, indikator.kode, "pembilang").set_value("9")  # type: ignore[attr-defined]
            bidang(uji, indikator.kode, "penyebut").set_value("10")  # type: ignore[attr-defined]
        else:
            nilai = indikator.pilihan[0] if indikator.pilihan else angka
            bidang(uji, indikator.kode, "realisasi").set_value(nilai)  # type: ignore[attr-defined]
    for simpul in bahan.simpul:
        bidang(uji, simpul.kode, "rupiah").set_value("1.000.000,-")  # type: ignore[attr-defined]
    return jalankan(uji)


@pytest.mark.usefixtures("kantor")
def test_every_row_of_the_format_stands_there_with_its_targets_and_what_was_reported(bahan: BahanFormat) -> None:
    uji = isi()
    tulisan = terlihat(uji)
    wajib = sum(indikator.wajib for indikator in bahan.indikator)
    assert judul(uji) == f"{bahan.nama_unit}: 0 dari {wajib} isian wajib Triwulan III 2026 terisi"
    for indikator in bahan.indikator:
        assert f"**{indikator.nama}** ({indikator.satuan})" in tulisan
        assert f"{indikator.kode} · " in tulisan.replace("\\", "")
        assert bidang(uji, indikator.kode, "pembilang" if indikator.berpembilang else "realisasi") is not None
        if not indikator.target_tahun.kosong:
            assert f"target tahun 2026: {indikator.target_tahun.tulis()}" in tulisan
    assert all(f"**{simpul.nama}**" in tulisan for simpul in bahan.simpul)


@pytest.mark.usefixtures("kantor")
def test_a_number_is_echoed_as_understood_and_counts_as_filled(bahan: BahanFormat) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = ketik(isi(), "85,5", kode, "realisasi")
    assert "dibaca 85,5" in terlihat(uji)
    assert judul(uji).startswith(f"{bahan.nama_unit}: 1 dari ")
    assert "dua bacaan: 1.200 atau 1,2" in terlihat(ketik(uji, "1.200", kode, "realisasi"))


def test_a_draft_is_there_again_for_who_opens_the_page_later_and_nothing_was_uploaded(
    kantor: Gudang, bahan: BahanFormat, masuk: Masuk
) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    unggahan = jumlah_di(kantor, "unggahan")
    uji = tekan(ketik(isi(), "85,5", kode, "realisasi"), "Simpan draf")
    assert "Draf tersimpan sebagai versi 1. Belum dikirim." in terlihat(uji)
    assert jumlah_di(kantor, "unggahan") == unggahan
    masuk.siapa = KASUBBAG
    lagi = buka("isi", tahun="2026", triwulan="3", unit=UNIT)
    assert bidang(lagi, kode, "realisasi").value == "85,5"  # type: ignore[attr-defined]
    assert "Draf versi 1, " in terlihat(lagi)


@pytest.mark.usefixtures("kantor")
def test_who_leaves_the_page_after_saving_finds_what_was_saved_and_not_what_was_opened(bahan: BahanFormat) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = tekan(ketik(isi(), "85,5", kode, "realisasi"), "Simpan draf")
    uji = jalankan(uji.switch_page(cari("unggah").berkas))
    uji = jalankan(uji.switch_page(cari("isi").berkas))
    assert bidang(uji, kode, "realisasi").value == "85,5"  # type: ignore[attr-defined]
    assert "Tidak ada isian yang berubah" in terlihat(tekan(uji, "Simpan draf"))


def _unggah(gudang: Gudang, nama: str) -> None:
    berkas = LETAK / "coba" / f"format_2026_TW3_UMPEG_{nama}.xlsx"
    hasil = periksa_berkas(gudang, KODE_PD, berkas.read_bytes(), berkas.name)
    unggah(gudang, kepala(UNIT).pelaku, hasil, waktu_kini(), f"uji:{nama}")


def test_a_format_that_was_refused_stands_in_the_fields_with_its_findings_beside_them(kantor: Gudang) -> None:
    _unggah(kantor, "keliru")
    uji = isi()
    assert "Bidang di bawah dimulai dari format_2026_TW3_UMPEG_keliru.xlsx" in terlihat(uji)
    assert bidang(uji, "SK-05", "realisasi").value == "1.200"  # type: ignore[attr-defined]
    assert bidang(uji, "7.01.01.2.08.0002", "rupiah").value == "Rp 38 juta"  # type: ignore[attr-defined]
    assert "**✖ Galat.** “1.200” dapat dibaca 1200 atau 1,2." in terlihat(uji)
    assert "Hasil pemeriksaan" not in terlihat(uji)


def test_a_workbook_that_came_in_after_the_draft_can_take_the_place_of_its_fields(
    kantor: Gudang, bahan: BahanFormat
) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = tekan(ketik(isi(), "85,5", kode, "realisasi"), "Simpan draf")
    _unggah(kantor, "benar")
    uji = jalankan(uji)
    assert "Sesudah draf ini disimpan masuk format_2026_TW3_UMPEG_benar.xlsx" in terlihat(uji)
    uji = tekan(uji, "Mulai dari isi unggahan itu")
    assert bidang(uji, "SK-07", "realisasi").value == "9"  # type: ignore[attr-defined]
    assert "Draf tersimpan sebagai versi 2." in terlihat(tekan(uji, "Simpan draf"))
    assert jumlah_di(kantor, "draf_isian") == 2


def test_a_workbook_that_came_in_while_somebody_typed_is_said_also_after_the_draft_is_saved(
    kantor: Gudang, bahan: BahanFormat
) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = ketik(isi(), "85,5", kode, "realisasi")
    _unggah(kantor, "benar")
    uji = tekan(uji, "Simpan draf")
    assert "Draf tersimpan sebagai versi 1." in terlihat(uji)
    assert "Sesudah halaman ini dibuka masuk format_2026_TW3_UMPEG_benar.xlsx" in terlihat(uji)
    assert bidang(tekan(uji, "Mulai dari isi unggahan itu"), "SK-07", "realisasi").value == "9"  # type: ignore[attr-defined]


def test_who_typed_while_somebody_else_saved_chooses_and_loses_nothing(kantor: Gudang, bahan: BahanFormat) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = ketik(isi(), "85,5", kode, "realisasi")
    lain = IsianLayar({kode: {"realisasi": "70"}})
    simpan_draf(kantor, KASUBBAG.pelaku, UnitLayar(KODE_PD, UNIT, TW3), lain, 0, waktu_kini())
    uji = jalankan(uji)
    assert "Isian Anda di bawah belum disimpan, dan tidak ada yang ditimpa." in terlihat(uji)
    uji = tekan(uji, "Teruskan isian saya sebagai versi berikutnya")
    uji = tekan(uji, "Simpan draf")
    assert baca_draf(kantor, UnitLayar(KODE_PD, UNIT, TW3)).isian.realisasi[kode] == {"realisasi": "85,5"}
    assert jumlah_di(kantor, "draf_isian") == 2


def test_what_is_wrong_is_said_at_its_row_and_what_is_right_is_sent_after_the_statement(
    kantor: Gudang, bahan: BahanFormat
) -> None:
    unggahan, kiriman = jumlah_di(kantor, "unggahan"), jumlah_di(kantor, "kiriman")
    uji = _isi_semua(isi(), bahan)
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    benar = bidang(uji, kode, "realisasi").value  # type: ignore[attr-defined]
    uji = tekan(ketik(uji, "1.200", kode, "realisasi"), "Periksa dan kirim")
    assert "1 galat di atas bertanda ✖" in terlihat(uji)
    assert jumlah_di(kantor, "unggahan") == unggahan
    uji = tekan(ketik(uji, benar, kode, "realisasi"), "Periksa dan kirim")
    assert "galat di atas" not in terlihat(uji)
    assert "Terisi" in terlihat(uji)
    for kotak in uji.text_input:
        if str(kotak.key).startswith("umum_"):
            kotak.set_value("Sudah dicocokkan dengan berkas subbag")
    next(kotak for kotak in uji.checkbox if kotak.label == "Data ini sudah saya validasi").check()
    uji = tekan(uji, "Kirim")
    lagi = terlihat(isi())
    assert "Sesudah draf ini disimpan masuk" not in lagi
    assert "Giliran Kasubbag Umum" in lagi
    assert "Draf tetap dapat disimpan." in lagi
    assert (jumlah_di(kantor, "unggahan"), jumlah_di(kantor, "kiriman")) == (unggahan + 1, kiriman + 1)
    assert "diterima sebagai versi 1" in terlihat(uji)


@pytest.mark.usefixtures("kantor")
def test_a_list_of_the_finance_system_fills_the_money_beside_what_was_typed_and_says_what_did_not_match(
    bahan: BahanFormat,
) -> None:
    kode = next(i.kode for i in bahan.indikator if i.wajib and not i.berpembilang and not i.pilihan)
    uji = ketik(isi(), "85,5", kode, "realisasi")
    daftar = b"Kode;Uraian;Realisasi s/d\n7.01.01.2.08.0001;Surat;2.234.100\n9.99;Lain;1\n"
    uji.file_uploader[0].upload("daftar.csv", daftar)
    uji = tekan(jalankan(uji), "Isi bidang anggaran")
    assert bidang(uji, "7.01.01.2.08.0001", "rupiah").value == "2234100"  # type: ignore[attr-defined]
    assert bidang(uji, kode, "realisasi").value == "85,5"  # type: ignore[attr-defined]
    assert "1 dari 16 baris anggaran diisi dari daftar." in terlihat(uji)
    assert "tanpa kode sub kegiatan" in terlihat(uji)
    assert "Draf tersimpan sebagai versi 1." in terlihat(tekan(uji, "Simpan draf"))
