"""Step 3: a kiriman is its facts and its move, both or neither, and only by who may."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from analytics.alur.kirim import (
    Penyerahan,
    buka_unggahan,
    daftar_terlihat,
    halangan,
    impor_rencana,
    kirim,
    kirim_berkas,
    pilih_bacaan,
    terima_penjelasan,
    unggah,
)
from analytics.alur.perintah import Perintah, terapkan
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK, RENCANA
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.catat.unggahan import muat_unggahan
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sop.izin import TidakBerhak
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import KASUBBAG_PERENCANAAN, Pelaku
from data.gudang import Gudang, Peristiwa
from tests.alat.gudang import tanya
from tests.alat.kosong import gudang_kosong
from tests.alat.periksa import periksa_berkas
from tests.alat.tunggu import PADA, pindahkan, tunggu_unit
from tests.alur.alat_umpeg import KEPALA, TW3, UMPEG

SAH = Penyerahan(0, pernyataan=True)


def di_sini(toko: Gudang, **isi: Any) -> Penyerahan:
    """What goes with a kiriman from the versi that stands in the store now."""
    return replace(Penyerahan(baca_kedudukan(toko, UMPEG).versi), **isi)


def naik(toko: Gudang, hasil: HasilPeriksa, pelaku: Pelaku = KEPALA) -> str:
    putusan = unggah(toko, pelaku, hasil, PADA, f"uji:{hasil.sha256}")
    assert putusan.id_unggahan is not None, putusan.pesan
    return putusan.id_unggahan


def fakta(toko: Gudang) -> list[dict[str, Any]]:
    return [
        kiriman
        for kiriman in toko.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=2026)
        if kiriman["kode_unit"] == "UMPEG"
    ]


def log(toko: Gudang, aksi: str) -> list[dict[str, Any]]:
    semua = [peristiwa for peristiwa in toko.kueri("peristiwa_semua") if peristiwa["aksi"] == aksi]
    return [peristiwa | {"rincian": json.loads(peristiwa["rincian"])} for peristiwa in semua]


def utuh(toko: Gudang, putusan: PutusanKiriman, sebelum: list[dict[str, Any]], keadaan: str = "pengisian") -> None:
    """Nothing but a refusal came of it."""
    assert putusan.status == "tertahan"
    assert fakta(toko) == sebelum
    assert baca_kedudukan(toko, UMPEG).keadaan == keadaan


def test_the_kepala_seksi_sends_and_facts_move_and_log_are_one(toko: Gudang, benar: HasilPeriksa) -> None:
    id_unggahan = naik(toko, benar)
    putusan = kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), PADA)
    assert putusan.status == "diterima"
    assert baca_kedudukan(toko, UMPEG).keadaan == "terkirim"
    (baris_fakta,) = [baris_fakta for baris_fakta in fakta(toko) if baris_fakta["triwulan"] == 3]
    pindah = toko.kueri("perpindahan_objek", objek=UMPEG.id)[-1]
    assert json.loads(pindah["rincian"])["kiriman"] == baris_fakta["id_kiriman"]
    assert (pindah["aksi"], pindah["akun"], pindah["sebagai"]) == ("kirim", KEPALA.id_akun, "Kepala Seksi")
    (masuk,) = log(toko, "terima_kiriman")[-1:]
    assert (masuk["akun"], masuk["sebagai"], masuk["objek"]) == (
        KEPALA.id_akun,
        "Kepala Seksi",
        baris_fakta["id_kiriman"],
    )


def test_without_the_statement_that_the_data_are_validated_nothing_is_sent(toko: Gudang, benar: HasilPeriksa) -> None:
    sebelum, id_unggahan = fakta(toko), naik(toko, benar)
    putusan = kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko), PADA)
    utuh(toko, putusan, sebelum)
    assert "pernyataan Kepala Seksi bahwa data sudah divalidasi" in putusan.pesan
    assert log(toko, "tolak:kirim")[-1]["rincian"]["sebab"] == "pernyataan_validasi"
    assert muat_unggahan(toko, KODE_PD, id_unggahan).keadaan == "menunggu"


def test_a_kasubbag_sends_for_a_unit_only_with_a_note_how_it_came(toko: Gudang, benar: HasilPeriksa) -> None:
    sebelum, id_unggahan = fakta(toko), naik(toko, benar, UMUM.pelaku)
    utuh(toko, kirim(toko, UMUM.pelaku, benar, {}, id_unggahan, di_sini(toko, catatan=" - "), PADA), sebelum)
    baik = di_sini(toko, catatan="Dikirim lewat surel, validasi ditandatangani di kertas")
    assert kirim(toko, UMUM.pelaku, benar, {}, id_unggahan, baik, PADA).status == "diterima"
    pindah = toko.kueri("perpindahan_objek", objek=UMPEG.id)[-1]
    assert (pindah["aksi"], pindah["catatan"]) == ("kirim_titipan", baik.catatan)


@pytest.mark.parametrize("siapa", [kepala("PMD"), UMUM, KASUBBAG, SEKCAM, CAMAT_CONTOH, SATU_DATA])
def test_nobody_but_the_head_of_the_unit_can_state_that_its_data_are_validated(
    toko: Gudang, benar: HasilPeriksa, siapa: Any
) -> None:
    sebelum, id_unggahan = fakta(toko), naik(toko, benar)
    putusan = kirim(toko, siapa.pelaku, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), PADA)
    utuh(toko, putusan, sebelum)
    assert log(toko, "tolak:kirim")[-1]["akun"] == siapa.id_akun


@pytest.mark.parametrize("siapa", [kepala("PMD"), KASUBBAG, SEKCAM, CAMAT_CONTOH, SATU_DATA])
def test_a_workbook_of_another_unit_is_kept_only_for_who_may_upload_it(
    toko: Gudang, benar: HasilPeriksa, siapa: Any
) -> None:
    putusan = unggah(toko, siapa.pelaku, benar, PADA, "uji")
    if siapa is KASUBBAG:
        assert putusan.status == "siap"
        return
    assert (putusan.status, putusan.id_unggahan) == ("ditolak", None)
    assert "Berkas ini tidak disimpan." in putusan.pesan
    tolakan = log(toko, "tolak:unggah")[-1]
    assert tolakan["rincian"]["sha256"] == benar.sha256
    assert not toko.kueri("berkas_ada", sha256=benar.sha256)


def test_a_format_that_was_not_distributed_yet_cannot_be_sent_and_the_upload_stays(
    toko: Gudang, benar: HasilPeriksa
) -> None:
    assert benar.identitas is not None
    dini = replace(benar, identitas=replace(benar.identitas, triwulan=4))
    sebelum, id_unggahan = fakta(toko), naik(toko, dini)
    objek = replace(UMPEG, triwulan=4)
    putusan = kirim(toko, KEPALA, dini, {}, id_unggahan, SAH, PADA)
    assert putusan.status == "tertahan"
    assert fakta(toko) == sebelum
    assert muat_unggahan(toko, KODE_PD, id_unggahan).keadaan == "menunggu"
    assert halangan(toko, baca_kedudukan(toko, objek)) == (
        "Pengumpulan data unit UMPEG Triwulan IV 2026: belum dimulai. Giliran Kasubbag Perencanaan dan Keuangan: "
        "susun format."
    )


def test_what_is_sent_already_cannot_be_sent_over_and_the_new_upload_waits(
    toko: Gudang, benar: HasilPeriksa, keliru: HasilPeriksa
) -> None:
    kirim(toko, KEPALA, benar, {}, naik(toko, benar), di_sini(toko, pernyataan=True), PADA)
    sebelum = fakta(toko)
    lain = replace(benar, sha256=keliru.sha256, isi=keliru.isi, nama_berkas="lain.xlsx")
    id_lain = naik(toko, lain)
    putusan = kirim(toko, KEPALA, lain, {}, id_lain, di_sini(toko, pernyataan=True), PADA)
    utuh(toko, putusan, sebelum, "terkirim")
    assert "Berkasnya tersimpan; tidak ada angka yang berubah." in putusan.pesan
    assert muat_unggahan(toko, KODE_PD, id_lain).keadaan == "menunggu"
    halang = halangan(toko, baca_kedudukan(toko, UMPEG))
    assert halang is not None
    assert "Giliran Kasubbag Umum dan Kepegawaian" in halang


def test_a_corrected_workbook_after_a_return_is_the_next_versi(
    toko: Gudang, benar: HasilPeriksa, keliru: HasilPeriksa
) -> None:
    kirim(toko, KEPALA, benar, {}, naik(toko, benar), di_sini(toko, pernyataan=True), PADA)
    pindahkan(toko, UMPEG, "himpun", "kembalikan_data", "teruskan_pengembalian")
    lain = replace(benar, sha256=keliru.sha256, isi=keliru.isi, nama_berkas="perbaikan.xlsx")
    putusan = kirim(toko, KEPALA, lain, {}, naik(toko, lain), di_sini(toko, pernyataan=True), PADA)
    assert (putusan.status, putusan.versi) == ("diterima", 2)
    assert baca_kedudukan(toko, UMPEG).keadaan == "terkirim"


def test_what_was_returned_can_be_sent_again_unchanged_when_it_was_right(toko: Gudang, benar: HasilPeriksa) -> None:
    id_unggahan = naik(toko, benar)
    kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), PADA)
    pindahkan(toko, UMPEG, "himpun", "kembalikan_data", "teruskan_pengembalian")
    sebelum = fakta(toko)
    putusan = kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), PADA)
    assert putusan.status == "diterima"
    assert fakta(toko) == sebelum
    assert baca_kedudukan(toko, UMPEG).keadaan == "terkirim"


def test_a_double_click_sends_once_and_a_stale_page_with_another_file_is_a_conflict(
    toko: Gudang, benar: HasilPeriksa, keliru: HasilPeriksa
) -> None:
    lama = di_sini(toko, pernyataan=True)
    lain = replace(benar, sha256=keliru.sha256, isi=keliru.isi, nama_berkas="lain.xlsx")
    id_unggahan = naik(toko, benar)
    assert kirim(toko, KEPALA, benar, {}, id_unggahan, lama, PADA).status == "diterima"
    assert kirim(toko, KEPALA, benar, {}, id_unggahan, lama, PADA).status == "sudah_ada"
    sebelum = fakta(toko)
    putusan = kirim(toko, KEPALA, lain, {}, naik(toko, lain), lama, PADA)
    utuh(toko, putusan, sebelum, "terkirim")
    assert "sudah dikirim dengan berkas lain" in putusan.pesan


def test_nothing_changes_while_the_kompilasi_is_with_the_sekretaris(toko: Gudang, benar: HasilPeriksa) -> None:
    objek = Objek.kompilasi(KODE_PD, TW3)
    if baca_kedudukan(toko, objek).keadaan == "belum_diolah":
        lain = Objek.pengumpulan(KODE_PD, TW3, "PEM")
        tunggu_unit(toko, TW3, ("PEM",))
        pindahkan_titipan(toko, lain)
        olah = Perintah("olah", objek, baca_kedudukan(toko, objek).versi, catatan="Unit lain menyusul")
        assert terapkan(toko, KASUBBAG.pelaku, olah, PADA).berhasil
    sebelum = fakta(toko)
    putusan = kirim(toko, KEPALA, benar, {}, naik(toko, benar), di_sini(toko, pernyataan=True), PADA)
    utuh(toko, putusan, sebelum)
    assert "menunggu supervisi Sekretaris" in putusan.pesan
    halang = halangan(toko, baca_kedudukan(toko, UMPEG))
    assert halang is not None
    assert "menunggu supervisi Sekretaris" in halang


def pindahkan_titipan(toko: Gudang, objek: Objek) -> None:
    """Make a unit terverifikasi with what it sent before there was a SOP in the store."""
    versi = baca_kedudukan(toko, objek).versi
    titip = Perintah("kirim_titipan", objek, versi, catatan="Kiriman lama", kerja=lambda _: {})
    assert terapkan(toko, UMUM.pelaku, titip, PADA).berhasil
    pindahkan(toko, objek, "himpun", "verifikasi")


def test_a_file_with_a_galat_stays_refused_and_moves_nothing(toko: Gudang, keliru: HasilPeriksa) -> None:
    sebelum = fakta(toko)
    awal = unggah(toko, KEPALA, keliru, PADA, "uji")
    assert awal.status == "ditolak"
    assert awal.id_unggahan is not None
    putusan = kirim(toko, KEPALA, keliru, {}, awal.id_unggahan, di_sini(toko, pernyataan=True), PADA)
    assert putusan.status == "ditolak"
    assert fakta(toko) == sebelum


def test_who_lost_the_peran_after_the_upload_cannot_send(toko: Gudang, benar: HasilPeriksa) -> None:
    sebelum, id_unggahan = fakta(toko), naik(toko, benar)
    besok = PADA + timedelta(days=1)
    tanya(toko, "UPDATE akun SET aktif = FALSE WHERE id_akun = ?", [KEPALA.id_akun])
    putusan = kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), besok)
    utuh(toko, putusan, sebelum)
    with pytest.raises(TidakBerhak):
        pilih_bacaan(toko, KEPALA, muat_unggahan(toko, KODE_PD, id_unggahan), "Realisasi!A1", "1", besok)


def test_a_unit_sees_its_own_uploads_and_its_own_strange_files(toko: Gudang, benar: HasilPeriksa) -> None:
    asing = periksa_berkas(toko, KODE_PD, b"bukan buku kerja", "asing.xlsx")
    milik = {naik(toko, benar), naik(toko, asing)}

    def terlihat(siapa: Pelaku) -> set[str]:
        return milik & {unggahan.id_unggahan for unggahan in daftar_terlihat(toko, siapa, KODE_PD, TW3, PADA)}

    assert terlihat(KEPALA) == terlihat(UMUM.pelaku) == terlihat(KASUBBAG.pelaku) == milik
    assert terlihat(kepala("PMD").pelaku) == terlihat(SATU_DATA.pelaku) == set()
    assert len(terlihat(CAMAT_CONTOH.pelaku)) == 1
    for unggahan in milik:
        with pytest.raises(TidakBerhak):
            buka_unggahan(toko, kepala("PMD").pelaku, KODE_PD, unggahan, PADA)


def test_explanations_are_accepted_by_the_kasubbag_perencanaan_only(toko: Gudang, benar: HasilPeriksa) -> None:
    id_unggahan = naik(toko, benar)
    kirim(toko, KEPALA, benar, {}, id_unggahan, di_sini(toko, pernyataan=True), PADA)
    unggahan = muat_unggahan(toko, KODE_PD, id_unggahan)
    for siapa in (KEPALA, UMUM.pelaku, CAMAT_CONTOH.pelaku):
        with pytest.raises(TidakBerhak):
            terima_penjelasan(toko, siapa, unggahan, PADA)
    assert log(toko, "tolak:terima_penjelasan")[-1]["akun"] == CAMAT_CONTOH.id_akun
    banyak = sum(temuan.keadaan == "dijelaskan" for temuan in unggahan.temuan)
    assert terima_penjelasan(toko, KASUBBAG.pelaku, unggahan, PADA) == banyak


def test_a_plan_is_imported_by_the_kasubbag_perencanaan_of_its_office(toko: Gudang) -> None:
    isi = (LETAK / RENCANA).read_bytes()
    for siapa in (UMUM.pelaku, KEPALA, CAMAT_CONTOH.pelaku):
        with pytest.raises(TidakBerhak):
            impor_rencana(toko, siapa, isi, RENCANA, PADA)
    assert log(toko, "tolak:impor_rencana")[-1]["akun"] == CAMAT_CONTOH.id_akun
    assert impor_rencana(toko, KASUBBAG.pelaku, isi, RENCANA, PADA).status == "sudah_diimpor"


def test_a_kasubbag_of_another_office_imports_nothing_into_this_one() -> None:
    toko = gudang_kosong()
    pada = datetime(2026, 1, 1)
    akun = {"id_akun": "lain", "nama_akun": "lain", "nama": "Kasubbag lain", "aktif": True, "contoh": True, "versi": 1}
    tugas = {"id_penugasan": "t", "id_akun": "lain", "kode_pd": "99.99", "peran": KASUBBAG_PERENCANAAN}
    with toko.transaksi(Peristiwa("99.99", "uji", "buat_akun", "lain", {}, pada)) as tx:
        tx.tambah("akun", [akun | {"dibuat_pada": pada}])
        tx.tambah("penugasan", [tugas | {"jenis": "definitif", "mulai": pada.date(), "dibuat_pada": pada}])
    with pytest.raises(TidakBerhak):
        impor_rencana(toko, Pelaku("lain", "Kasubbag lain"), (LETAK / RENCANA).read_bytes(), RENCANA, PADA, "ya")
    assert toko.kueri("perangkat_daerah") == []
    assert log(toko, "tolak:impor_rencana")
    toko.tutup()


def test_the_command_line_sends_a_whole_file_at_once_and_keeps_it_when_the_sop_says_no(
    toko: Gudang, benar: HasilPeriksa
) -> None:
    siapa = replace(KASUBBAG.pelaku, lewat="baris perintah")
    tanpa = kirim_berkas(toko, siapa, benar, {}, "", PADA, "uji")
    assert (tanpa.status, tanpa.id_unggahan is not None) == ("tertahan", True)
    dengan = kirim_berkas(toko, siapa, benar, {}, "diterima lewat surel", PADA, "uji lagi")
    assert dengan.status == "diterima"
    assert toko.kueri("perpindahan_objek", objek=UMPEG.id)[-1]["rincian"].count('"lewat": "baris perintah"') == 1
    assert kirim_berkas(toko, siapa, benar, {}, "diterima lewat surel", PADA, "sekali lagi").status == "sudah_ada"


def test_no_page_and_no_command_reaches_the_store_of_workbooks_but_through_the_policy() -> None:
    menulis = {"terima", "unggah", "tanyakan", "simpan_unggahan", "pilih_bacaan", "terima_penjelasan"}
    menulis |= {"siapkan_kiriman", "simpan_kiriman"}
    menulis |= {"impor_rencana", "siapkan_impor", "simpan_impor"}
    akar = Path(__file__).parents[2]
    semua = [*(akar / "pages").rglob("*.py"), akar / "analytics" / "__main__.py", akar / "analytics" / "borongan.py"]
    lewat = [
        f"{jalur.name}: {nama.name}"
        for jalur in semua
        for baris in ast.walk(ast.parse(jalur.read_text(encoding="utf-8")))
        if isinstance(baris, ast.ImportFrom)
        and (baris.module or "").startswith(("analytics.lembar", "analytics.rencana"))
        for nama in baris.names
        if nama.name in menulis
    ]
    assert lewat == []
