from __future__ import annotations

import hashlib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from analytics.aturan.periode import Periode
from analytics.lembar.bentuk.ketikan import IsianUnit
from analytics.lembar.bentuk.susun import susun_format
from analytics.lembar.catat.terima import Perbedaan, terima
from analytics.lembar.catat.unggahan import muat_unggahan
from analytics.lembar.periksa.periksa_berkas import PemeriksaBerkas
from analytics.pembaca.baca import Pembaca
from data.gudang import Gudang, Peristiwa
from tests.alat.buku import buku_kecil
from tests.alat.gudang import isi_tabel
from tests.alat.kantor_lembar import (
    APBDES,
    DESA_SELESAI,
    IKM,
    KODE_PD,
    PADA,
    PEMBINAAN,
    SUB_1,
    SUB_2,
    TAHUN,
    isi_gudang,
)
from tests.alat.periksa import periksa_berkas
from tests.lembar.alat_catat import jumlah_baris
from tests.lembar.alat_isian import BERFAKTOR, FAKTA, UANG, Kirim, Periksa, Susun

PEM_TW3 = {"kode_pd": KODE_PD, "kode_unit": "PEM", "tahun": TAHUN, "triwulan": 3}


def test_an_accepted_workbook_is_stored_with_everything_it_says(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    isi = susun(BERFAKTOR, UANG)
    putusan = kirim(isi)
    assert (putusan.status, putusan.versi, putusan.perbedaan) == ("diterima", 1, ())
    sidik = hashlib.sha256(isi).hexdigest()
    assert isi_tabel(gudang, "berkas") == [(sidik, isi, len(isi))]
    (kiriman,) = gudang.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=TAHUN)
    assert (kiriman["id_kiriman"], kiriman["kode_unit"], kiriman["triwulan"], kiriman["versi"], kiriman["sha256"]) == (
        putusan.id_kiriman,
        "PEM",
        3,
        1,
        sidik,
    )
    fakta = {baris["kode_indikator"]: baris for baris in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=TAHUN)}
    assert set(fakta) == set(BERFAKTOR)
    assert (fakta[APBDES]["pembilang"], fakta[APBDES]["penyebut"], fakta[APBDES]["nilai"]) == (12, 13, None)
    assert fakta[DESA_SELESAI]["nilai"] == Decimal("66.67")
    assert (fakta[DESA_SELESAI]["lembar"], fakta[DESA_SELESAI]["sel"]) == ("Realisasi", "M12")
    assert [uang["rupiah"] for uang in gudang.kueri("anggaran_tahun", kode_pd=KODE_PD, tahun=TAHUN)] == [
        30_000_000,
        12_500_000,
    ]
    (narasi,) = gudang.kueri("bacaan_narasi", kode_pd=KODE_PD, tahun=TAHUN, triwulan=3, kode_indikator=None)
    assert (narasi["jenis"], narasi["isi"]) == ("faktor_pendorong", "Pendampingan rutin")


def test_the_log_names_the_file_its_versi_and_its_findings(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    putusan = kirim(susun(BERFAKTOR, UANG))
    peristiwa = isi_tabel(gudang, "peristiwa")[-1]
    assert peristiwa[3:6] == ("Kasubbag (contoh)", "terima_kiriman", putusan.id_kiriman)
    assert '"versi": 1' in peristiwa[6]
    assert '"nama_berkas": "kiriman.xlsx"' in peristiwa[6]


def test_a_blank_due_indicator_is_stored_with_its_reason_and_no_value(
    susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    isian = {kode: ketikan for kode, ketikan in BERFAKTOR.items() if kode != PEMBINAAN}
    kirim(susun(isian, UANG), "Berita\u200b acara belum\u202e terkumpul ")
    fakta = {baris["kode_indikator"]: baris for baris in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=TAHUN)}
    assert (fakta[PEMBINAAN]["keadaan"], fakta[PEMBINAAN]["nilai"]) == ("belum_ada_data", None)
    assert fakta[PEMBINAAN]["alasan"] == "Berita acara belum terkumpul"
    assert IKM not in fakta


def test_a_blank_amount_is_not_stored_as_zero(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    kirim(susun(BERFAKTOR, {SUB_1: {"rupiah": 0}}), "SPJ belum selesai")
    (uang,) = gudang.kueri("anggaran_tahun", kode_pd=KODE_PD, tahun=TAHUN)
    assert (uang["kode_simpul"], uang["rupiah"]) == (SUB_1, 0)
    ditanya = {baris[4:6] for baris in isi_tabel(gudang, "temuan")}
    assert ditanya == {("anggaran_kosong", "peringatan"), ("rupiah_nol", "peringatan")}


def test_without_a_reason_only_the_upload_is_kept_and_the_caller_learns_what_lacks_one(
    susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    sebelum = jumlah_baris(gudang)
    putusan = kirim(susun(BERFAKTOR, {SUB_1: {"rupiah": 51_000_000}, SUB_2: UANG[SUB_2]}), None)
    assert (putusan.status, putusan.id_kiriman) == ("perlu_alasan", None)
    assert [temuan.kode for temuan in putusan.perlu_alasan] == ["anggaran_lebih"]
    sesudah = jumlah_baris(gudang)
    assert {nama: sesudah[nama] - sebelum[nama] for nama in sebelum if sesudah[nama] != sebelum[nama]} == {
        "berkas": 1,
        "unggahan": 1,
        "temuan": 1,
        "peristiwa": 1,
    }
    assert not set(FAKTA) & {nama for nama in sebelum if sesudah[nama] != sebelum[nama]}


def test_a_blank_reason_is_no_reason(susun: Susun, kirim: Kirim) -> None:
    assert kirim(susun(BERFAKTOR, {SUB_1: UANG[SUB_1]}), "   ").status == "perlu_alasan"


def test_an_explained_finding_is_stored_with_its_reason(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    uang = {SUB_1: {"rupiah": 51_000_000, "alasan": "Pergeseran anggaran"}, SUB_2: UANG[SUB_2]}
    assert kirim(susun(BERFAKTOR, uang), None).status == "diterima"
    (temuan,) = muat_unggahan(gudang, KODE_PD, gudang.kueri("unggahan_sederet", **PEM_TW3)[0]["id_unggahan"]).temuan
    assert (temuan.keadaan, temuan.alasan, temuan.dijelaskan_oleh) == (
        "dijelaskan",
        "Pergeseran anggaran",
        "unit pengirim",
    )


def test_the_same_file_again_is_recognised(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    isi = susun(BERFAKTOR, UANG)
    pertama = kirim(isi)
    sebelum = jumlah_baris(gudang)
    kedua = kirim(isi)
    assert (kedua.status, kedua.id_kiriman, kedua.versi) == ("sudah_ada", pertama.id_kiriman, 1)
    assert "versi 1" in kedua.pesan
    assert jumlah_baris(gudang) == sebelum


def test_a_corrected_file_is_the_next_versi_and_says_what_changed(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    pertama = kirim(susun(BERFAKTOR, UANG))
    betul = {**BERFAKTOR, DESA_SELESAI: {"realisasi": 76.67}, IKM: {"realisasi": 84.9}}
    kedua = kirim(susun(betul, {**UANG, SUB_1: {"rupiah": 31_000_000}}))
    assert (kedua.status, kedua.versi) == ("diterima", 2)
    assert kedua.perbedaan == (
        Perbedaan("indikator", IKM, "", "84,9"),
        Perbedaan("indikator", DESA_SELESAI, "66,67", "76,67"),
        Perbedaan("anggaran", SUB_1, "Rp 30.000.000", "Rp 31.000.000"),
    )
    (berlaku,) = gudang.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=TAHUN)
    assert berlaku["id_kiriman"] == kedua.id_kiriman
    assert len(gudang.kueri("kiriman_realisasi", kode_pd=KODE_PD, id_kiriman=pertama.id_kiriman)) == 4


def test_an_old_file_after_a_newer_one_does_not_come_back_into_force(
    susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    lama = susun(BERFAKTOR, UANG)
    kirim(lama)
    baru = kirim(susun({**BERFAKTOR, PEMBINAAN: {"realisasi": 4}}, UANG))
    lagi = kirim(lama)
    assert (lagi.status, lagi.versi) == ("sudah_ada", 1)
    assert "Yang berlaku tetap versi 2" in lagi.pesan
    (berlaku,) = gudang.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=TAHUN)
    assert berlaku["id_kiriman"] == baru.id_kiriman


def test_a_corrected_triwulan_that_overtakes_a_later_one_is_asked_about(susun: Susun, kirim: Kirim) -> None:
    kirim(susun({**BERFAKTOR, DESA_SELESAI: {"realisasi": 40}}, UANG, triwulan=2))
    kirim(susun(BERFAKTOR, UANG))
    uang = {**UANG, SUB_2: {"rupiah": 12_500_001}}
    putusan = kirim(susun({**BERFAKTOR, DESA_SELESAI: {"realisasi": 66.68}}, uang, triwulan=2), alasan=None)
    tanya = {temuan.kode: temuan.pesan for temuan in putusan.perlu_alasan}
    assert "66,68, lebih besar dari 66,67 s/d triwulan III" in tanya["sd_turun"]
    assert "lebih besar dari Rp" in tanya["anggaran_turun"]
    assert putusan.status == "perlu_alasan"


def test_a_correction_by_the_old_unit_keeps_what_it_said_about_an_indicator_that_moved_away(
    susun: Susun, kirim: Kirim, gudang: Gudang
) -> None:
    kirim(susun(BERFAKTOR, UANG))
    ini = next(
        baris
        for baris in gudang.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=TAHUN, hari=date(TAHUN, 12, 31))
        if baris["kode_indikator"] == PEMBINAAN
    )
    kolom = ("kode_indikator", "kode_simpul", "nama", "satuan", "definisi", "sumber_data", "bukti_wajib")
    tetap = {nama: ini[nama] for nama in kolom}
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", "pindah", PEMBINAAN, {}, PADA)) as tx:
        tx.jalankan("ubah_indikator", kode_pd=KODE_PD, kode_unit="TRANTIB", **tetap)
    tersisa = {kode: ketikan for kode, ketikan in BERFAKTOR.items() if kode != PEMBINAAN}
    kirim(susun({**tersisa, DESA_SELESAI: {"realisasi": 67}}, UANG))
    nilai = {
        baris["kode_indikator"]: (baris["nilai"], baris["versi"])
        for baris in gudang.kueri("realisasi_tahun", kode_pd=KODE_PD, tahun=TAHUN)
    }
    assert (nilai[PEMBINAAN], nilai[DESA_SELESAI]) == ((3, 1), (67, 2))


def test_two_units_and_two_triwulan_do_not_touch_each_other(susun: Susun, kirim: Kirim, gudang: Gudang) -> None:
    kirim(susun(BERFAKTOR, UANG, triwulan=2))
    kirim(susun(BERFAKTOR, UANG))
    kirim(susun({"IKU-05": {"realisasi": 1}}, {"7.01.04.2.01": {"rupiah": 1_000_000}}, unit="TRANTIB"))
    kiriman = gudang.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=TAHUN)
    assert [(baris["kode_unit"], baris["triwulan"], baris["versi"]) for baris in kiriman] == [
        ("PEM", 2, 1),
        ("PEM", 3, 1),
        ("TRANTIB", 3, 1),
    ]


@pytest.mark.parametrize("jenis", ["asing", "ambigu", "bukan zip"])
def test_a_refused_file_stores_only_its_refusal(susun: Susun, kirim: Kirim, gudang: Gudang, jenis: str) -> None:
    isi = {
        "asing": buku_kecil({"Sheet1": {"A1": 1}}),
        "ambigu": susun({**BERFAKTOR, PEMBINAAN: {"realisasi": "1.200"}}, UANG),
        "bukan zip": b"%PDF-1.7",
    }[jenis]
    sebelum = jumlah_baris(gudang)
    putusan = kirim(isi)
    assert (putusan.status, putusan.versi) == ("ditolak", None)
    sesudah = jumlah_baris(gudang)
    assert {kunci: sesudah[kunci] - sebelum[kunci] for kunci in sebelum} == {
        "berkas": 1,
        "unggahan": 1,
        "kiriman": 0,
        "realisasi": 0,
        "realisasi_anggaran": 0,
        "narasi": 0,
        "temuan": len(putusan.temuan),
        "peristiwa": 1,
    }
    assert {baris[1:3] for baris in isi_tabel(gudang, "temuan")} == {("unggahan", putusan.id_unggahan)}
    assert isi_tabel(gudang, "berkas")[0][1] == isi


def test_a_retry_with_the_same_key_adds_nothing(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    baik, buruk = periksa(susun(BERFAKTOR, UANG)), periksa(b"%PDF-1.7")
    for pemeriksaan, kunci in ((baik, "k1"), (buruk, "k2")):
        pertama = terima(gudang, pemeriksaan, {}, "contoh", PADA, kunci)
        sebelum = jumlah_baris(gudang)
        kedua = terima(gudang, pemeriksaan, {}, "contoh", PADA, kunci)
        assert (kedua.id_kiriman, kedua.id_unggahan) == (pertama.id_kiriman, pertama.id_unggahan)
        assert jumlah_baris(gudang) == sebelum


def test_a_key_that_was_used_answers_what_it_did(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    pertama = terima(gudang, periksa(susun(BERFAKTOR, UANG)), {}, "contoh", PADA, "k1")
    lain = periksa(susun({**BERFAKTOR, PEMBINAAN: {"realisasi": 4}}, UANG))
    assert terima(gudang, lain, {}, "contoh", PADA, "k1").id_kiriman == pertama.id_kiriman


def test_a_refused_file_that_is_good_later_is_accepted(susun: Susun, periksa: Periksa, gudang: Gudang) -> None:
    isi = susun(BERFAKTOR, UANG)
    salah = periksa_berkas(gudang, KODE_PD, isi, "x.xlsx", kode_unit="TRANTIB")
    assert terima(gudang, salah, {}, "contoh", PADA, "k1").status == "ditolak"
    assert terima(gudang, periksa(isi), {}, "contoh", PADA, "k2").status == "diterima"
    assert len(isi_tabel(gudang, "berkas")) == 1


def test_a_write_that_fails_at_its_end_leaves_nothing(susun: Susun) -> None:
    gudang = Gudang.buka(None)
    isi_gudang(gudang)
    isi = susun({**BERFAKTOR, PEMBINAAN: {"realisasi": "3"}}, UANG)
    pemeriksaan = periksa_berkas(gudang, KODE_PD, isi, "x.xlsx")
    sebelum = jumlah_baris(gudang)
    gudang.pasang("ALTER TABLE temuan RENAME COLUMN pesan TO pesan_lama")
    with pytest.raises(ValueError, match="temuan has no column"):
        terima(gudang, pemeriksaan, {}, "contoh", PADA, "k1")
    assert jumlah_baris(gudang) == sebelum
    gudang.pasang("ALTER TABLE temuan RENAME COLUMN pesan_lama TO pesan")
    assert terima(gudang, pemeriksaan, {}, "contoh", PADA, "k1").status == "diterima"
    gudang.tutup()


def test_what_was_accepted_is_still_there_after_reopening(tmp_path: Path) -> None:
    jalur = tmp_path / "kantor.duckdb"
    gudang = Gudang.buka(jalur)
    isi_gudang(gudang)
    isi = susun_format(gudang, KODE_PD, "PEM", Periode(TAHUN, 3), PADA, IsianUnit(BERFAKTOR, UANG)).isi
    terima(gudang, periksa_berkas(gudang, KODE_PD, isi, "x.xlsx"), {}, "contoh", datetime(2026, 10, 2), "k")
    gudang.tutup()
    lagi = Gudang.buka(jalur)
    assert terima(lagi, periksa_berkas(lagi, KODE_PD, isi, "y.xlsx"), {}, "contoh", PADA, "k9").status == "sudah_ada"
    assert len(isi_tabel(lagi, "realisasi")) == 4
    lagi.tutup()


@pytest.mark.parametrize(
    "aksi", ["impor_rencana", "atur:aturan", "atur:kantor", "atur:unit", "atur:pengaturan", "atur:skala"]
)
def test_a_plan_or_setting_that_changed_since_the_check_stops_the_write_and_no_later_one(
    susun: Susun, periksa: Periksa, gudang: Gudang, aksi: str
) -> None:
    pemeriksaan = periksa(susun(BERFAKTOR, UANG))
    alasan = {temuan.kunci: "sudah diperiksa" for temuan in pemeriksaan.temuan}
    with gudang.transaksi(Peristiwa(KODE_PD, "penguji", aksi, "yang baru", {}, PADA)):
        pass
    sebelum = jumlah_baris(gudang)
    putusan = terima(gudang, pemeriksaan, alasan, "penguji", PADA, "kunci-usang")
    assert putusan.status == "usang"
    assert "Unggah lagi" in putusan.pesan
    assert jumlah_baris(gudang) == sebelum
    segar = periksa(pemeriksaan.isi)
    assert terima(gudang, segar, alasan, "penguji", PADA, "kunci-segar").status == "diterima"


def test_what_is_accepted_between_two_files_is_known_to_the_checker_of_both(
    gudang: Gudang, susun: Susun, pembaca: Pembaca
) -> None:
    pemeriksa = PemeriksaBerkas(gudang, KODE_PD, pembaca)
    awal = susun({DESA_SELESAI: {"realisasi": 50}}, triwulan=1)
    lanjutan = susun({DESA_SELESAI: {"realisasi": 45}}, triwulan=2)
    sebelum = pemeriksa.periksa(lanjutan, "tw2.xlsx")
    pemeriksaan = pemeriksa.periksa(awal, "tw1.xlsx")
    alasan = {temuan.kunci: "sudah dicek" for temuan in pemeriksaan.perlu_alasan({})}
    assert terima(gudang, pemeriksaan, alasan, "contoh", PADA, "k1").status == "diterima"
    sesudah = pemeriksa.periksa(lanjutan, "tw2.xlsx")
    assert "sd_turun" not in {temuan.kode for temuan in sebelum.temuan}
    assert "sd_turun" in {temuan.kode for temuan in sesudah.temuan}
