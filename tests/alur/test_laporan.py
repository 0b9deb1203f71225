"""Steps 9-12: the checklist of Satu Data, and a yearly report with every version of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from analytics.alur.berkas_alur import BerkasTidakAda, ambil_lampiran
from analytics.alur.laporan import baca_laporan
from analytics.alur.perintah import Perintah, terapkan
from analytics.alur.persetujuan import riwayat_dokumen
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import buka_gudang
from analytics.sop.izin import TidakBerhak
from analytics.sop.objek import Objek, baca_kedudukan
from analytics.sop.peran import Pelaku
from analytics.sop.satu_data import BUTIR, baca_isian
from data.gudang import Gudang
from tests.alat.kantor_alur import DAFTAR_PERIKSA
from tests.alat.sampai import (
    DRAF,
    KERTAS,
    PADA,
    PDF,
    TW4,
    jalan,
    maju,
    sesudah,
    setujui,
    setujui_2024,
    supervisi,
)

LKJIP = Objek.laporan(KODE_PD, TW4.tahun)


@pytest.fixture
def kantor(salinan_contoh: Path) -> Iterator[Gudang]:
    toko = buka_gudang(salinan_contoh)
    yield toko
    toko.tutup()


@pytest.fixture
def sesudah_tw4(berkas_contoh: Path, tmp_path: Path) -> Iterator[Gudang]:
    """Where triwulan IV of the year is approved, with the data of every unit."""
    toko = sesudah(setujui_2024, berkas_contoh, tmp_path / "disetujui.duckdb")
    yield toko
    toko.tutup()


def test_the_checklist_is_recorded_with_every_answer_and_the_proof(kantor: Gudang) -> None:
    objek = setujui(kantor)
    kini = baca_kedudukan(kantor, objek)
    bawaan = {"catatan": "Dua dataset.", "berkas": (PDF,), "daftar_periksa": DAFTAR_PERIKSA}
    assert terapkan(kantor, SATU_DATA.pelaku, Perintah("input_satu_data", objek, kini.versi, **bawaan), PADA).berhasil
    akhir = riwayat_dokumen(kantor, objek)[0]
    assert akhir.aksi == "input_satu_data"
    assert all(butir.label in akhir.rincian for butir in BUTIR)
    assert "https://data.contoh.go.id/dataset/kinerja" in akhir.rincian
    assert baca_kedudukan(kantor, objek).keadaan == "terinput"


@pytest.mark.parametrize("kunci", [butir.kunci for butir in BUTIR])
def test_an_open_item_is_named_and_nothing_is_recorded(kunci: str) -> None:
    label = next(butir.label for butir in BUTIR if butir.kunci == kunci)
    assert str(baca_isian({**DAFTAR_PERIKSA, kunci: None}, PADA.date())).startswith(f"{label}: ")


@pytest.mark.parametrize(
    "alamat", ["data.contoh.go.id", "javascript:alert(1)", "https://", "https://[", "https://a b.go.id", "ftp://a.id"]
)
def test_an_address_must_be_one_of_the_web(alamat: str) -> None:
    assert "belum berupa alamat web" in str(baca_isian({**DAFTAR_PERIKSA, "alamat": alamat}, PADA.date()))


def test_the_day_of_input_cannot_lie_ahead() -> None:
    assert "sesudah hari ini" in str(baca_isian({**DAFTAR_PERIKSA, "tanggal": date(2026, 10, 6)}, PADA.date()))


def test_satu_data_is_refused_before_the_approval_and_to_others(kantor: Gudang) -> None:
    objek = supervisi(kantor)
    kini = baca_kedudukan(kantor, objek)
    perintah = Perintah("input_satu_data", objek, kini.versi, daftar_periksa=DAFTAR_PERIKSA)
    hasil = terapkan(kantor, SATU_DATA.pelaku, perintah, PADA)
    assert (hasil.status, "menunggu persetujuan Camat" in hasil.pesan) == ("ditolak", True)
    hasil = terapkan(kantor, KASUBBAG.pelaku, perintah, PADA)
    assert "hanya dapat dilakukan oleh Admin Satu Data" in hasil.pesan


def test_a_report_waits_for_the_approval_of_triwulan_four(kantor: Gudang) -> None:
    assert not baca_laporan(kantor, KODE_PD, TW4.tahun).data_disetujui
    hasil = jalan(kantor, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    assert hasil.pesan == "Belum ada data capaian triwulan IV tahun itu sudah disetujui."


def test_a_report_goes_through_draft_return_paraf_and_signature_and_keeps_every_version(sesudah_tw4: Gudang) -> None:
    maju(sesudah_tw4, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    maju(sesudah_tw4, SEKCAM, "kembalikan_laporan", LKJIP, catatan="Bab III belum lengkap.")
    maju(sesudah_tw4, KASUBBAG, "susun_laporan", LKJIP, berkas=(PDF,))
    maju(sesudah_tw4, SEKCAM, "paraf", LKJIP)
    maju(sesudah_tw4, CAMAT_CONTOH, "tanda_tangani", LKJIP, berkas=(PDF,))
    maju(sesudah_tw4, KASUBBAG, "serahkan_inspektorat", LKJIP, catatan="Surat 700/1, 6 Oktober 2026.")
    laporan = baca_laporan(sesudah_tw4, KODE_PD, TW4.tahun)
    assert laporan.kedudukan.keadaan == "diserahkan"
    assert [(lampiran.aksi, lampiran.nama_berkas) for lampiran in laporan.lampiran] == [
        ("tanda_tangani", "lembar.pdf"),
        ("susun_laporan", "lembar.pdf"),
        ("susun_laporan", "draf_lkjip.pdf"),
    ]
    assert [draf.sha256 for draf in laporan.draf] == [PDF.sha256, DRAF.sha256]


def test_a_report_signed_on_paper_says_so(sesudah_tw4: Gudang) -> None:
    maju(sesudah_tw4, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    maju(sesudah_tw4, KASUBBAG, "paraf_kertas", LKJIP, kertas=KERTAS)
    maju(sesudah_tw4, KASUBBAG, "tanda_tangani_kertas", LKJIP, kertas=KERTAS)
    laporan = baca_laporan(sesudah_tw4, KODE_PD, TW4.tahun)
    assert laporan.di_atas_kertas.startswith("diparaf di atas kertas (lembar 050/12/2026")
    assert "ditandatangani di atas kertas" in laporan.di_atas_kertas
    assert [lampiran.lembar_kertas for lampiran in laporan.lampiran] == [True, True, False]


def test_a_reopened_report_keeps_what_was_signed(sesudah_tw4: Gudang) -> None:
    maju(sesudah_tw4, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    maju(sesudah_tw4, SEKCAM, "paraf", LKJIP)
    maju(sesudah_tw4, CAMAT_CONTOH, "tanda_tangani", LKJIP, berkas=(PDF,))
    maju(sesudah_tw4, CAMAT_CONTOH, "buka_laporan", LKJIP, catatan="Tabel 3.2 keliru.")
    laporan = baca_laporan(sesudah_tw4, KODE_PD, TW4.tahun)
    assert (laporan.kedudukan.keadaan, laporan.kedudukan.revisi) == ("dikembalikan", 2)
    assert "tanda_tangani" in [lampiran.aksi for lampiran in laporan.lampiran]


def test_papers_are_handed_out_to_who_may_see_the_office_only(sesudah_tw4: Gudang) -> None:
    maju(sesudah_tw4, KASUBBAG, "susun_laporan", LKJIP, berkas=(DRAF,))
    (lampiran,) = baca_laporan(sesudah_tw4, KODE_PD, TW4.tahun).lampiran
    assert ambil_lampiran(sesudah_tw4, CAMAT_CONTOH.pelaku, KODE_PD, lampiran.id_lampiran, PADA) == DRAF
    with pytest.raises(TidakBerhak):
        ambil_lampiran(sesudah_tw4, Pelaku("orang-luar", "Orang Luar"), KODE_PD, lampiran.id_lampiran, PADA)
    with pytest.raises(BerkasTidakAda):
        ambil_lampiran(sesudah_tw4, CAMAT_CONTOH.pelaku, KODE_PD, "tidak-ada", PADA)
