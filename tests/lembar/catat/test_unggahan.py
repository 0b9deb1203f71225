"""From upload to upload: what is kept, what was mended, who chose, and that nothing happens twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from analytics.aturan.periode import Periode
from analytics.lembar.catat.terima import PutusanKiriman, terima
from analytics.lembar.catat.unggahan import daftar_unggahan, isi_berkas, jumlah_penjelasan, muat_unggahan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang
from tests.alat.buku import sunting
from tests.alat.gudang import isi_tabel
from tests.alat.kantor_lembar import APBDES, DESA_SELESAI, KODE_PD, OPINI, PADA, PEMBINAAN, SUB_1, SUB_2, TAHUN
from tests.lembar.alat_catat import jumlah_baris, pilih_bacaan, terima_penjelasan, unggah
from tests.lembar.alat_isian import BERFAKTOR, FAKTA, LENGKAP, UANG, Periksa, Susun

SALAH: Mapping[str, Mapping[str, Any]] = {
    APBDES: {"pembilang": 12},
    OPINI: {"realisasi": "XX"},
    DESA_SELESAI: {"realisasi": 0.95},
    PEMBINAAN: {"realisasi": "1.200"},
}
Unggah = Callable[..., PutusanKiriman]


@pytest.fixture
def kirim_berkas(gudang: Gudang, periksa: Periksa) -> Unggah:
    """Put a workbook on record, each call one minute later than the one before."""
    urutan = iter(range(100))

    def jalankan(isi: bytes) -> PutusanKiriman:
        nomor = next(urutan)
        return unggah(gudang, periksa(isi), "Kasubbag", PADA + timedelta(minutes=nomor), f"u{nomor}")

    return jalankan


def _kode(temuan: tuple[Any, ...]) -> list[str]:
    return sorted(butir.kode for butir in temuan)


def test_an_upload_is_kept_before_anybody_decides(susun: Susun, kirim_berkas: Unggah, gudang: Gudang) -> None:
    isi = susun(BERFAKTOR, UANG)
    sebelum = jumlah_baris(gudang)
    putusan = kirim_berkas(isi)
    assert (putusan.status, putusan.nomor) == ("siap", 1)
    assert all(jumlah_baris(gudang)[nama] == sebelum[nama] for nama in FAKTA)
    assert putusan.id_unggahan is not None
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    assert (unggahan.keadaan, unggahan.terbaru, unggahan.periode) == ("menunggu", True, Periode(TAHUN, 3))
    assert isi_berkas(gudang, unggahan.sha256) == isi


def test_the_same_file_twice_is_one_upload(susun: Susun, kirim_berkas: Unggah, gudang: Gudang) -> None:
    for berkas in (susun(SALAH, UANG), susun(BERFAKTOR, UANG), b"%PDF-1.7"):
        pertama = kirim_berkas(berkas)
        sebelum = jumlah_baris(gudang)
        kedua = kirim_berkas(berkas)
        assert (kedua.id_unggahan, kedua.nomor, kedua.status) == (pertama.id_unggahan, pertama.nomor, pertama.status)
        assert jumlah_baris(gudang) == sebelum


def test_what_was_mended_is_told_with_what_stands(susun: Susun, kirim_berkas: Unggah, gudang: Gudang) -> None:
    pertama = kirim_berkas(susun({**SALAH, PEMBINAAN: {"realisasi": "1.200"}}, {SUB_1: {"rupiah": 100_000_000}}))
    assert _kode(pertama.temuan) == [
        "anggaran_kelipatan",
        "anggaran_kosong",
        "angka_ambigu",
        "pasangan_tidak_lengkap",
        "pecahan_persen",
        "peringkat_asing",
    ]
    kedua = kirim_berkas(susun({**BERFAKTOR, OPINI: {"realisasi": "XX"}}, {SUB_1: UANG[SUB_1]}))
    assert kedua.kemajuan is not None
    assert _kode(kedua.kemajuan.tersisa) == ["anggaran_kosong", "peringkat_asing"]
    assert _kode(kedua.kemajuan.diperbaiki) == [
        "anggaran_kelipatan",
        "angka_ambigu",
        "pasangan_tidak_lengkap",
        "pecahan_persen",
    ]
    assert kedua.kemajuan.baru == ()
    assert kedua.kemajuan.kalimat == (
        "3 indikator terisi, sebelumnya 1; 4 diperbaiki, 2 tersisa, 0 baru dibanding unggahan ke-1"
    )
    assert kedua.id_unggahan is not None
    assert muat_unggahan(gudang, KODE_PD, kedua.id_unggahan).kemajuan == kedua.kemajuan


def test_an_upload_says_how_much_was_filled_since_the_one_before(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang
) -> None:
    belum = {"alasan": "rekap belum selesai"}
    kosong = susun(dict.fromkeys(BERFAKTOR, belum), dict.fromkeys(UANG, belum))
    assert "Terisi 0 dari 7 indikator" in kirim_berkas(kosong).pesan
    kedua = kirim_berkas(susun(LENGKAP, UANG))
    assert kedua.kemajuan is not None
    assert (kedua.kemajuan.diperbaiki, kedua.kemajuan.baru) == ((), ())
    isian = "4 indikator terisi, sebelumnya 0; 2 baris anggaran terisi, sebelumnya 0"
    assert kedua.kemajuan.kalimat == f"{isian} dibanding unggahan ke-1"
    assert muat_unggahan(gudang, KODE_PD, kedua.id_unggahan or "").kemajuan == kedua.kemajuan
    ketiga = kirim_berkas(susun({**LENGKAP, PEMBINAAN: {"realisasi": 2}}, UANG))
    assert ketiga.kemajuan is not None
    assert ketiga.kemajuan.kalimat == "tetap 4 indikator terisi dibanding unggahan ke-2"


def test_a_finding_that_was_mended_says_in_which_upload_and_versi(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang, periksa: Periksa
) -> None:
    pertama = kirim_berkas(susun(SALAH, UANG))
    baik = periksa(susun(BERFAKTOR, UANG))
    terima(gudang, baik, {}, "Kasubbag", PADA + timedelta(days=1), "terima")
    assert pertama.id_unggahan is not None
    lama = muat_unggahan(gudang, KODE_PD, pertama.id_unggahan)
    assert {temuan.keadaan for temuan in lama.temuan if temuan.temuan.tingkat != "info"} == {"diperbaiki"}
    assert lama.temuan[0].kalimat == "diperbaiki pada unggahan ke-2 (versi 1)"
    assert not lama.terbaru


def test_a_cell_that_is_still_unreadable_is_not_called_mended(susun: Susun, kirim_berkas: Unggah) -> None:
    kirim_berkas(susun({**BERFAKTOR, DESA_SELESAI: {"realisasi": -3}}, UANG))
    kedua = kirim_berkas(susun({**BERFAKTOR, DESA_SELESAI: {"realisasi": "1.200"}}, UANG))
    assert kedua.kemajuan is not None
    assert kedua.kemajuan.diperbaiki == ()
    assert "nilai_negatif" in _kode(kedua.kemajuan.belum_terperiksa)
    assert _kode(kedua.kemajuan.baru) == ["angka_ambigu"]


def test_a_finding_is_followed_when_its_row_moves(susun: Susun, kirim_berkas: Unggah, gudang: Gudang) -> None:
    del gudang
    pertama = kirim_berkas(susun({**BERFAKTOR, OPINI: {"realisasi": "XX"}}, UANG))
    digeser = kirim_berkas(_geser(susun({**BERFAKTOR, OPINI: {"realisasi": "XX"}, PEMBINAAN: {"realisasi": 4}}, UANG)))
    assert digeser.kemajuan is not None
    assert _kode(digeser.kemajuan.tersisa) == ["peringkat_asing"]
    assert digeser.temuan[0].sel != pertama.temuan[0].sel


def _geser(isi: bytes) -> bytes:
    return sunting(lambda buku: buku["Realisasi"].insert_rows(8))(isi)


def test_a_chosen_reading_is_stored_with_the_cell_and_its_chooser(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang, pembaca: Pembaca
) -> None:
    isi = susun({**BERFAKTOR, PEMBINAAN: {"realisasi": "1.200"}}, UANG)
    putusan = kirim_berkas(isi)
    (temuan,) = putusan.temuan
    assert temuan.pengganti == ("1200", "1,2")
    assert putusan.id_unggahan is not None
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    pilih_bacaan(gudang, unggahan, temuan.alamat, "1200", "Kasubbag", PADA)
    pilih_bacaan(gudang, unggahan, temuan.alamat, "1,2", "Kasubbag", PADA)
    pilihan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan).pilihan
    assert pilihan == {temuan.alamat: "1,2"}
    pilih_bacaan(gudang, unggahan, temuan.alamat, "", "Kasubbag", PADA)
    assert muat_unggahan(gudang, KODE_PD, putusan.id_unggahan).pilihan == {}
    pilih_bacaan(gudang, unggahan, temuan.alamat, "1,2", "Kasubbag", PADA)
    hasil = PemeriksaBerkas(gudang, KODE_PD, pembaca).periksa(isi, "kiriman.xlsx", pilihan=pilihan)
    assert [butir.kode for butir in hasil.temuan if butir.tingkat != "peringatan"] == ["angka_dipilih"]
    alasan = {butir.kunci: "benar" for butir in hasil.perlu_alasan({})}
    diterima = terima(gudang, hasil, alasan, "Kasubbag", PADA, "terima", putusan.id_unggahan)
    assert (diterima.status, diterima.id_unggahan) == ("diterima", putusan.id_unggahan)
    fakta = {baris["kode_indikator"]: baris for baris in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=TAHUN)}
    assert (fakta[PEMBINAAN]["nilai"], fakta[PEMBINAAN]["diketik"]) == (Decimal("1.2"), "1.200")
    aksi = [baris[4] for baris in isi_tabel(gudang, "peristiwa")]
    assert aksi.count("pilih_bacaan") == 4


def test_only_an_offered_reading_can_be_chosen(susun: Susun, kirim_berkas: Unggah, gudang: Gudang) -> None:
    putusan = kirim_berkas(susun({**BERFAKTOR, PEMBINAAN: {"realisasi": "1.200"}}, UANG))
    assert putusan.id_unggahan is not None
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    for alamat, bacaan in ((putusan.temuan[0].alamat, "12"), ("Realisasi!A1", "1200")):
        with pytest.raises(ValueError, match=bacaan):
            pilih_bacaan(gudang, unggahan, alamat, bacaan, "Kasubbag", PADA)


def test_an_older_upload_cannot_be_accepted_after_a_newer_one(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang, periksa: Periksa
) -> None:
    lama = susun(BERFAKTOR, UANG)
    pertama = kirim_berkas(lama)
    kirim_berkas(susun({**BERFAKTOR, PEMBINAAN: {"realisasi": 4}}, UANG))
    putusan = terima(gudang, periksa(lama), {}, "Kasubbag", PADA, "terima", pertama.id_unggahan)
    assert putusan.status == "usang"
    assert "unggahan yang lebih baru" in putusan.pesan
    assert jumlah_baris(gudang)["kiriman"] == 0


def test_accepting_twice_stores_once(susun: Susun, kirim_berkas: Unggah, gudang: Gudang, periksa: Periksa) -> None:
    isi = susun(BERFAKTOR, UANG)
    putusan = kirim_berkas(isi)
    hasil = periksa(isi)
    pertama = terima(gudang, hasil, {}, "Kasubbag", PADA, "klik", putusan.id_unggahan)
    sebelum = jumlah_baris(gudang)
    for kunci in ("klik", "klik lagi"):
        kedua = terima(gudang, hasil, {}, "Kasubbag", PADA, kunci, putusan.id_unggahan)
        assert (kedua.status, kedua.id_kiriman) == ("sudah_ada", pertama.id_kiriman)
    assert jumlah_baris(gudang) == sebelum
    assert kirim_berkas(isi).status == "sudah_ada"


def _dengan_alasan(pemeriksaan: HasilPeriksa, alasan: str) -> dict[str, str]:
    return {temuan.kunci: alasan for temuan in pemeriksaan.perlu_alasan({})}


def test_an_explanation_is_accepted_by_somebody(susun: Susun, gudang: Gudang, periksa: Periksa) -> None:
    hasil = periksa(susun(BERFAKTOR, {SUB_1: {"rupiah": 51_000_000}, SUB_2: UANG[SUB_2]}))
    putusan = terima(gudang, hasil, _dengan_alasan(hasil, "Pergeseran"), "Kasubbag", PADA, "k")
    assert putusan.id_unggahan is not None
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    assert [temuan.kalimat for temuan in unggahan.temuan] == ["dijelaskan: Pergeseran"]
    assert unggahan.temuan[0].dijelaskan_oleh == "Kasubbag"
    assert jumlah_penjelasan(unggahan) == 1
    assert terima_penjelasan(gudang, unggahan, "Sekretaris", datetime(2026, 10, 3))
    assert not terima_penjelasan(gudang, unggahan, "Sekretaris", datetime(2026, 10, 3))
    unggahan = muat_unggahan(gudang, KODE_PD, putusan.id_unggahan)
    assert [temuan.kalimat for temuan in unggahan.temuan] == [
        "dijelaskan: Pergeseran; diterima oleh Sekretaris, 3 Oktober 2026"
    ]
    assert jumlah_penjelasan(unggahan) == 0


def test_the_list_of_a_periode_is_newest_first_with_what_is_open(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang
) -> None:
    kirim_berkas(susun(SALAH, UANG))
    kirim_berkas(susun(BERFAKTOR, {SUB_1: UANG[SUB_1]}))
    kirim_berkas(b"%PDF-1.7")
    kirim_berkas(susun({"IKU-05": {"realisasi": 1}}, {"7.01.04.2.01": {"rupiah": 1}}, unit="TRANTIB", triwulan=2))
    daftar = daftar_unggahan(gudang, KODE_PD, Periode(TAHUN, 3))
    assert [(temuan.nama_unit, temuan.nomor, temuan.keadaan, temuan.terbaru) for temuan in daftar] == [
        (None, 1, "ditolak", False),
        ("Seksi Pemerintahan", 2, "menunggu", True),
        ("Seksi Pemerintahan", 1, "ditolak", False),
    ]
    assert (daftar[1].galat, daftar[1].peringatan, daftar[1].terbuka) == (0, 1, 1)


def test_a_total_that_was_typed_over_is_mended_when_it_agrees_again(susun: Susun, kirim_berkas: Unggah) -> None:
    def jumlahkan(buku: Workbook) -> None:
        buku["Anggaran"]["F6"].value = 1

    kirim_berkas(sunting(jumlahkan)(susun(BERFAKTOR, UANG)))
    kedua = kirim_berkas(susun(BERFAKTOR, UANG))
    assert kedua.kemajuan is not None
    assert _kode(kedua.kemajuan.diperbaiki) == ["jumlah_beda"]
    assert kedua.kemajuan.belum_terperiksa == ()


def test_the_keterangan_of_a_row_explains_its_changed_name(susun: Susun, periksa: Periksa) -> None:
    def ganti(buku: Workbook) -> None:
        buku["Realisasi"]["C9"].value = "APBDes tepat waktu"

    isian = {**BERFAKTOR, APBDES: {**BERFAKTOR[APBDES], "alasan": "Nama menurut surat Bappeda"}}
    hasil = periksa(sunting(ganti)(susun(isian, UANG)))
    (temuan,) = (butir for butir in hasil.temuan if butir.kode == "nama_berubah")
    assert hasil.alasan_untuk(temuan, {}) == "Nama menurut surat Bappeda"


def test_a_waiting_upload_that_is_asked_something_new_stays_one_upload_and_is_accepted_with_reasons(
    susun: Susun, kirim_berkas: Unggah, gudang: Gudang, periksa: Periksa
) -> None:
    isi = susun({**BERFAKTOR, DESA_SELESAI: {"realisasi": 66.68}}, UANG, triwulan=2)
    putusan = kirim_berkas(isi)
    terima(gudang, periksa(susun(BERFAKTOR, UANG)), {}, "Kasubbag", PADA, "kemudian")
    hasil = periksa(isi)
    for _ in range(2):
        tunda = terima(gudang, hasil, {}, "Kasubbag", PADA, "terima", putusan.id_unggahan)
        assert (tunda.status, tunda.id_unggahan) == ("perlu_alasan", putusan.id_unggahan)
    (ringkas,) = daftar_unggahan(gudang, KODE_PD, Periode(TAHUN, 2))
    assert (ringkas.terbaru, ringkas.terbuka) == (True, len(tunda.perlu_alasan))
    assert ringkas.terbuka > len(putusan.perlu_alasan)
    alasan = _dengan_alasan(hasil, "Koreksi data desa")
    diterima = terima(gudang, hasil, alasan, "Kasubbag", PADA, "terima", putusan.id_unggahan)
    assert (diterima.status, diterima.id_unggahan) == ("diterima", putusan.id_unggahan)
