"""Evidence: what is taken, who may see it, and that nothing of it is lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from analytics.alur.bukti import (
    Bukti,
    UntukIndikator,
    daftar_bukti,
    hitung_bukti_wajib,
    isi_bukti,
    muat_bukti,
    tarik_bukti,
    unggah_bukti,
)
from analytics.alur.lampiran import BATAS_LAMPIRAN
from analytics.alur.perintah import Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import buka_gudang
from analytics.sop.izin import TidakBerhak
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.gudang import tanya
from tests.alat.tunggu import PADA

TW3 = Periode(2026, 3)
KESOS = kepala("KESOS").pelaku
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n"


@pytest.fixture
def toko(salinan_contoh: Path) -> Iterator[Gudang]:
    gudang = buka_gudang(salinan_contoh)
    yield gudang
    gudang.tutup()


@pytest.fixture
def untuk(toko: Gudang) -> UntukIndikator:
    kode = next(
        indikator["kode_indikator"]
        for indikator in toko.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=2026, hari=date(2026, 12, 31))
        if indikator["kode_unit"] == "KESOS"
    )
    return UntukIndikator(KODE_PD, "KESOS", kode, TW3)


def simpan(toko: Gudang, untuk: UntukIndikator, nama: str = "rekap.pdf", isi: bytes = PDF) -> Bukti:
    hasil = unggah_bukti(toko, KESOS, untuk, nama, isi, PADA)
    assert isinstance(hasil, Bukti), hasil
    return hasil


def banyak(toko: Gudang, untuk: UntukIndikator) -> int:
    return len(daftar_bukti(toko, KODE_PD, untuk.kode_unit, TW3).get(untuk.kode_indikator, ()))


def xlsx() -> bytes:
    wadah = io.BytesIO()
    openpyxl.Workbook().save(wadah)
    return wadah.getvalue()


def test_evidence_is_counted_for_the_values_that_need_it_and_that_the_unit_reported_itself(
    toko: Gudang, untuk: UntukIndikator
) -> None:
    ((kode,),) = tanya(
        toko,
        "SELECT min(kode_indikator) FROM realisasi_berlaku "
        "WHERE tahun = 2026 AND triwulan = 3 AND keadaan = 'terisi' AND kode_unit = 'KESOS'",
    )
    assert hitung_bukti_wajib(toko, KODE_PD, TW3) == {}
    tanya(toko, "UPDATE indikator SET bukti_wajib = TRUE WHERE kode_indikator = ?", [kode])
    assert hitung_bukti_wajib(toko, KODE_PD, TW3)["KESOS"].kalimat == "0 dari 1"
    bukti_baru = simpan(toko, replace(untuk, kode_indikator=kode))
    assert hitung_bukti_wajib(toko, KODE_PD, TW3)["KESOS"].kalimat == "1 dari 1"
    tarik_bukti(toko, KESOS, KODE_PD, bukti_baru.id_bukti, PADA)
    assert hitung_bukti_wajib(toko, KODE_PD, TW3)["KESOS"].kalimat == "0 dari 1"
    tanya(toko, "UPDATE realisasi_berlaku SET dari = [] WHERE kode_indikator = ?", [kode])
    assert hitung_bukti_wajib(toko, KODE_PD, TW3) == {}


def test_a_unit_keeps_evidence_and_who_may_see_the_unit_gets_the_same_bytes(
    toko: Gudang, untuk: UntukIndikator
) -> None:
    for nama, isi in (("rekap.pdf", PDF), ("foto.png", PNG), ("daftar.xlsx", xlsx())):
        bukti_baru = simpan(toko, untuk, nama, isi)
        for siapa in (KESOS, KASUBBAG.pelaku, UMUM.pelaku, SEKCAM.pelaku, CAMAT_CONTOH.pelaku):
            assert isi_bukti(toko, siapa, KODE_PD, bukti_baru.id_bukti, PADA) == isi
    assert banyak(toko, untuk) == 3


@pytest.mark.parametrize("siapa", [kepala("PMD"), SATU_DATA])
def test_nobody_else_adds_reads_or_withdraws_it_and_every_attempt_is_logged(
    toko: Gudang, untuk: UntukIndikator, siapa: Any
) -> None:
    bukti_baru = simpan(toko, untuk)
    with pytest.raises(TidakBerhak):
        isi_bukti(toko, siapa.pelaku, KODE_PD, bukti_baru.id_bukti, PADA)
    with pytest.raises(TidakBerhak):
        unggah_bukti(toko, siapa.pelaku, untuk, "lain.pdf", PDF + b"2", PADA)
    with pytest.raises(TidakBerhak):
        tarik_bukti(toko, siapa.pelaku, KODE_PD, bukti_baru.id_bukti, PADA)
    aksi = [peristiwa["aksi"] for peristiwa in toko.kueri("peristiwa_semua") if peristiwa["akun"] == siapa.id_akun]
    assert aksi[-3:] == ["tolak:lihat_unit", "tolak:unggah_bukti", "tolak:tarik_bukti"]
    assert banyak(toko, untuk) == 1


def test_the_right_to_read_is_asked_at_every_download(toko: Gudang, untuk: UntukIndikator) -> None:
    bukti_baru = simpan(toko, untuk)
    assert isi_bukti(toko, UMUM.pelaku, KODE_PD, bukti_baru.id_bukti, PADA) == PDF
    tanya(toko, "UPDATE akun SET aktif = FALSE WHERE id_akun = ?", [UMUM.id_akun])
    with pytest.raises(TidakBerhak):
        isi_bukti(toko, UMUM.pelaku, KODE_PD, bukti_baru.id_bukti, PADA)


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("kosong.pdf", b"", "kosong"),
        ("gambar.pdf", PNG, "tidak sesuai dengan akhiran"),
        ("halaman.html", b"<html><script>alert(1)</script></html>", "bukan jenis yang diterima"),
        ("besar.pdf", PDF + b"0" * BATAS_LAMPIRAN, "lebih besar dari 10 MB"),
    ],
)
def test_what_a_file_is_says_its_content_and_what_is_too_large_is_refused(
    toko: Gudang, untuk: UntukIndikator, nama: str, isi: bytes, kata: str
) -> None:
    hasil = unggah_bukti(toko, KESOS, untuk, nama, isi, PADA)
    assert isinstance(hasil, str)
    assert kata in hasil
    assert banyak(toko, untuk) == 0


def test_evidence_for_an_indicator_of_another_unit_is_refused(toko: Gudang, untuk: UntukIndikator) -> None:
    asing = UntukIndikator(KODE_PD, "PMD", untuk.kode_indikator, TW3)
    assert unggah_bukti(toko, KASUBBAG.pelaku, asing, "a.pdf", PDF, PADA) == "Indikator ini bukan milik unit itu."


def test_the_same_file_twice_is_one_piece_of_evidence(toko: Gudang, untuk: UntukIndikator) -> None:
    assert simpan(toko, untuk).id_bukti == simpan(toko, untuk, "nama lain.pdf").id_bukti
    assert banyak(toko, untuk) == 1


def test_what_is_withdrawn_leaves_the_list_and_stays_in_the_store(toko: Gudang, untuk: UntukIndikator) -> None:
    bukti_baru = simpan(toko, untuk)
    assert tarik_bukti(toko, KESOS, KODE_PD, bukti_baru.id_bukti, PADA) is None
    assert banyak(toko, untuk) == 0
    assert muat_bukti(toko, KODE_PD, bukti_baru.id_bukti).ditarik_pada == PADA
    assert isi_bukti(toko, KASUBBAG.pelaku, KODE_PD, bukti_baru.id_bukti, PADA) == PDF


def test_evidence_on_which_a_kompilasi_rests_cannot_be_withdrawn(toko: Gudang, untuk: UntukIndikator) -> None:
    bukti_baru = simpan(toko, untuk)
    objek = Objek.kompilasi(KODE_PD, TW3)
    olah = Perintah("olah", objek, baca_kedudukan(toko, objek).versi, catatan="Dua unit menyusul")
    assert terapkan(toko, KASUBBAG.pelaku, olah, PADA).berhasil
    kalimat = tarik_bukti(toko, KESOS, KODE_PD, bukti_baru.id_bukti, PADA)
    assert kalimat is not None
    assert "menunggu supervisi Sekretaris" in kalimat
    assert banyak(toko, untuk) == 1
