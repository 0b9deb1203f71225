"""The archive register: hard copy and soft copy of what was approved, signed, and put on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from analytics.alur.arsip import CalonArsip, Pencatatan, ambil_arsip, catat_arsip, daftar_arsip, tabel_arsip, tawaran
from analytics.alur.berkas_alur import BerkasTidakAda
from analytics.alur.lampiran import BerkasLampiran
from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import KASUBBAG, SATU_DATA, SEKCAM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.dokumen.tabel import susun_csv, susun_tabel
from analytics.sistem import buka_gudang
from analytics.sop.izin import TidakBerhak
from analytics.sop.peran import Pelaku
from data.gudang import Gudang
from tests.alat.sampai import KERTAS, PADA, PDF, TW3, maju, olah

SURAT = CalonArsip("arsip", 12, "Surat pengantar LKjIP", "700/1/2026", date(2026, 10, 1))


@pytest.fixture
def kantor(salinan_contoh: Path) -> Iterator[Gudang]:
    toko = buka_gudang(salinan_contoh)
    yield toko
    toko.tutup()


def test_a_signed_sheet_is_offered_until_it_stands_in_the_register(kantor: Gudang) -> None:
    objek = olah(kantor)
    sidik = sidik_isi(kantor, KODE_PD, TW3)
    maju(kantor, KASUBBAG, "supervisi_kertas", objek, kertas=KERTAS, sidik_dilihat=sidik)
    calon = next(calon for calon in tawaran(kantor, KODE_PD) if calon.objek == objek.id)
    assert (calon.langkah, calon.nomor_dokumen, calon.tanggal) == (7, KERTAS.nomor, KERTAS.tanggal)
    assert calon.sha256 == PDF.sha256
    jawaban = catat_arsip(kantor, KASUBBAG.pelaku, KODE_PD, Pencatatan(calon, "Rak 2, boks 7"), PADA)
    assert jawaban.berhasil, jawaban.pesan
    assert calon not in tawaran(kantor, KODE_PD)
    (tercatat,) = [arsip for arsip in daftar_arsip(kantor, KODE_PD) if arsip.objek == objek.id]
    assert (tercatat.tempat, tercatat.rupa) == ("Rak 2, boks 7", "hard copy dan soft copy")
    assert ambil_arsip(kantor, SATU_DATA.pelaku, KODE_PD, tercatat.id_arsip, PADA) == PDF


def test_a_repeat_is_one_entry(kantor: Gudang) -> None:
    pencatatan = Pencatatan(SURAT, "Rak 1")
    assert catat_arsip(kantor, SEKCAM.pelaku, KODE_PD, pencatatan, PADA).berhasil
    assert catat_arsip(kantor, SEKCAM.pelaku, KODE_PD, pencatatan, PADA).pesan.startswith("Sudah tercatat")
    assert [arsip.uraian for arsip in daftar_arsip(kantor, KODE_PD)].count(SURAT.uraian) == 1


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (Pencatatan(SURAT), "Sebut tempat hard copy"),
        (Pencatatan(SURAT, "\u200b \u00ad"), "Sebut tempat hard copy"),
        (Pencatatan(CalonArsip("arsip", 12, "  ", "", date(2026, 10, 1)), "Rak 1"), "Uraian arsip belum diisi."),
        (
            Pencatatan(CalonArsip("arsip", 13, "Surat", "", date(2026, 10, 1)), "Rak 1"),
            "Langkah SOP harus 1 sampai 12.",
        ),
        (Pencatatan(CalonArsip("arsip", 12, "Surat", "", date(2026, 10, 9)), "Rak 1"), "tidak boleh sesudah hari ini"),
        (Pencatatan(SURAT, "", BerkasLampiran("a.pdf", b"bukan pdf", "pdf")), "bukan jenis yang diterima"),
        (Pencatatan(CalonArsip("arsip", 12, "X", "", date(2026, 10, 1), sha256="0" * 64)), "tidak ada di penyimpanan"),
        (Pencatatan(CalonArsip("arsip", 12, "X", "", date(2026, 10, 1), sidik="0" * 64)), "Snapshot itu tidak ada"),
    ],
)
def test_an_entry_of_nothing_is_refused(kantor: Gudang, isi: Pencatatan, kalimat: str) -> None:
    sebelum = len(daftar_arsip(kantor, KODE_PD))
    jawaban = catat_arsip(kantor, KASUBBAG.pelaku, KODE_PD, isi, PADA)
    assert (jawaban.berhasil, kalimat in jawaban.pesan) == (False, True)
    assert len(daftar_arsip(kantor, KODE_PD)) == sebelum


def test_who_may_not_archive_is_refused_and_the_refusal_is_logged(kantor: Gudang) -> None:
    jawaban = catat_arsip(kantor, kepala("PEM").pelaku, KODE_PD, Pencatatan(SURAT, "Rak 1"), PADA)
    assert (jawaban.berhasil, "Mencatat arsip" in jawaban.pesan) == (False, True)
    assert kantor.kueri("peristiwa_semua")[-1]["aksi"] == "tolak:catat_arsip"
    with pytest.raises(TidakBerhak):
        ambil_arsip(kantor, Pelaku("orang-luar", "Orang Luar"), KODE_PD, "A-00001", PADA)
    with pytest.raises(BerkasTidakAda):
        ambil_arsip(kantor, KASUBBAG.pelaku, KODE_PD, "A-99999", PADA)


def test_the_register_is_written_as_csv_and_workbook(kantor: Gudang) -> None:
    catat_arsip(kantor, KASUBBAG.pelaku, KODE_PD, Pencatatan(SURAT, "=Rak 1", PDF), PADA)
    tabel = tabel_arsip(daftar_arsip(kantor, KODE_PD))
    csv = susun_csv(tabel, "Kecamatan").decode("utf-8-sig")
    assert f"{PDF.sha256}" in csv
    assert "'=Rak 1" in csv
    lembar = openpyxl.load_workbook(io.BytesIO(susun_tabel(tabel, "Kecamatan", PADA))).active
    sel_arsip = [sel for baris in lembar.iter_rows(values_only=True) for sel in baris]
    assert PDF.sha256 in sel_arsip
    assert "=Rak 1" in sel_arsip


def test_the_register_is_narrow_enough_to_be_read_on_one_landscape_page() -> None:
    assert sum(kolom.lebar for kolom in tabel_arsip(()).kolom) <= 220
