"""What Sekretaris and Camat look at: exceptions, who checked, and the sidik of exactly that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from analytics.alur.koreksi import Usul, daftar_fakta, koreksi
from analytics.alur.persetujuan import (
    JUDUL_PERKARA,
    CalonKompilasi,
    bandingkan,
    calon,
    riwayat_dokumen,
    siapa_memeriksa,
    yang_disetujui,
)
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM
from analytics.contoh.data_pohon import KODE_PD
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.sampai import (
    KERTAS,
    MENGIRIM,
    PADA,
    PDF,
    SEMUA_UNIT,
    TW3,
    jalan,
    maju,
    olah,
    sesudah,
    setujui,
    supervisi,
)

OBJEK = Objek.kompilasi(KODE_PD, TW3)


@pytest.fixture(scope="module")
def kantor(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    """Where the kompilasi is with the Sekretaris, to be looked at only."""
    toko = sesudah(olah, berkas_contoh, tmp_path_factory.mktemp("terolah") / "terolah.duckdb")
    yield toko
    toko.tutup()


@pytest.fixture(scope="module")
def terlihat(kantor: Gudang) -> CalonKompilasi:
    """What the Sekretaris looks at."""
    return calon(kantor, KODE_PD, TW3)


@dataclass(frozen=True)
class Dikoreksi:
    """The same office after one correction, which indicator that is of, and what the Sekretaris looks at then."""

    gudang: Gudang
    kode: str
    terlihat: CalonKompilasi


@pytest.fixture(scope="module")
def dikoreksi(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dikoreksi]:
    toko = sesudah(olah, berkas_contoh, tmp_path_factory.mktemp("dikoreksi") / "dikoreksi.duckdb")
    kode = koreksi_pertama(toko)
    yield Dikoreksi(toko, kode, calon(toko, KODE_PD, TW3))
    toko.tutup()


@pytest.fixture(scope="module")
def di_camat(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    """Where the kompilasi is with the Camat, to be looked at only."""
    toko = sesudah(supervisi, berkas_contoh, tmp_path_factory.mktemp("tersupervisi") / "tersupervisi.duckdb")
    yield toko
    toko.tutup()


@pytest.fixture
def disetujui(berkas_contoh: Path, tmp_path: Path) -> Iterator[Gudang]:
    """Where the Camat approved; a test may go on from there."""
    toko = sesudah(setujui, berkas_contoh, tmp_path / "disetujui.duckdb")
    yield toko
    toko.tutup()


def koreksi_pertama(gudang: Gudang) -> str:
    """Correct the first indicator that can be; its code."""
    fakta = next(
        fakta
        for fakta in daftar_fakta(gudang, KODE_PD, TW3)
        if fakta.terverifikasi and fakta.jenis == "indikator" and fakta.nilai is not None
    )
    usul = Usul(fakta.jenis, fakta.kode, fakta.tulisan, "77,5", "Sesuai berita acara.")
    assert koreksi(gudang, SEKCAM.pelaku, OBJEK, baca_kedudukan(gudang, OBJEK).versi, usul, PADA).berhasil
    return fakta.kode


def test_the_sidik_is_of_what_would_be_frozen_and_changes_with_a_correction(
    kantor: Gudang, terlihat: CalonKompilasi, dikoreksi: Dikoreksi
) -> None:
    assert terlihat.sidik == sidik_isi(kantor, KODE_PD, TW3)
    assert dikoreksi.terlihat.sidik != terlihat.sidik


def test_exceptions_come_gravest_first_and_name_what_is_below_target(dikoreksi: Dikoreksi) -> None:
    kompilasi = dikoreksi.terlihat
    perkara = [pengecualian.perkara for pengecualian in kompilasi.pengecualian]
    assert perkara == sorted(perkara, key=list(JUDUL_PERKARA).index)
    bawah = {pengecualian.kode for pengecualian in kompilasi.pengecualian if pengecualian.perkara == "di_bawah_target"}
    assert bawah == {angka.kode for angka in kompilasi.angka if angka.kini.tercapai is False}
    assert [pengecualian.kode for pengecualian in kompilasi.pengecualian if pengecualian.perkara == "dikoreksi"] == [
        dikoreksi.kode
    ]


def test_a_target_missed_without_a_percent_stands_before_the_lowest_capaian(gudang_contoh: Gudang) -> None:
    kompilasi = calon(gudang_contoh, KODE_PD, Periode(2025, 4))
    bawah = [hal.kode for hal in kompilasi.pengecualian if hal.perkara == "di_bawah_target"]
    angka = {angka.kode: angka.kini.capaian.mentah for angka in kompilasi.angka}
    assert angka[bawah[0]] is None
    assert angka[bawah[1]] is not None


def test_units_that_are_not_verified_are_named(terlihat: CalonKompilasi) -> None:
    assert set(terlihat.belum) == set(SEMUA_UNIT) - set(MENGIRIM)
    assert [perkara.nama for perkara in terlihat.pengecualian if perkara.perkara == "unit_belum"] == list(
        terlihat.belum.values()
    )


def test_who_checked_are_the_last_verifikasi_of_each_unit_and_the_steps_of_the_revisi(di_camat: Gudang) -> None:
    pemeriksa = siapa_memeriksa(di_camat, OBJEK)
    assert {pindah.kode_unit for pindah in pemeriksa if pindah.aksi == "verifikasi"} == set(MENGIRIM)
    assert [pindah.aksi for pindah in pemeriksa if not pindah.kode_unit] == ["olah", "supervisi"]
    assert pemeriksa[-1].siapa == f"{SEKCAM.nama} (Sekretaris Kecamatan)"


def test_what_was_signed_on_paper_says_so_with_number_and_date(berkas_contoh: Path, tmp_path: Path) -> None:
    kantor = sesudah(olah, berkas_contoh, tmp_path / "kertas.duckdb")
    sidik = sidik_isi(kantor, KODE_PD, TW3)
    maju(kantor, KASUBBAG, "supervisi_kertas", OBJEK, kertas=KERTAS, sidik_dilihat=sidik)
    maju(kantor, KASUBBAG, "setujui_kertas", OBJEK, kertas=KERTAS, sidik_dilihat=sidik)
    setuju, supervisi_kertas, *_ = riwayat_dokumen(kantor, OBJEK)
    assert setuju.keterangan == "disetujui di atas kertas (lembar 050/12/2026, 5 Oktober 2026)"
    assert supervisi_kertas.keterangan == "disupervisi di atas kertas (lembar 050/12/2026, 5 Oktober 2026)"
    assert setuju.sha256_kertas == PDF.sha256
    kantor.tutup()


def test_what_changed_after_it_was_shown_cannot_be_approved(terlihat: CalonKompilasi, dikoreksi: Dikoreksi) -> None:
    kantor, lama = dikoreksi.gudang, terlihat.sidik
    hasil = jalan(kantor, SEKCAM, "supervisi", OBJEK, sidik_dilihat=lama)
    assert (hasil.status, "berubah sejak halaman ini dibuka" in hasil.pesan) == ("ditolak", True)
    maju(kantor, SEKCAM, "supervisi", OBJEK, sidik_dilihat=dikoreksi.terlihat.sidik)
    assert jalan(kantor, CAMAT_CONTOH, "setujui", OBJEK, sidik_dilihat=lama).status == "ditolak"


def test_a_reopened_periode_begins_a_new_revisi_and_its_checks_begin_again(disetujui: Gudang) -> None:
    maju(disetujui, CAMAT_CONTOH, "buka_kembali", OBJEK, catatan="Realisasi anggaran PMD keliru.")
    assert [pindah.aksi for pindah in siapa_memeriksa(disetujui, OBJEK) if not pindah.kode_unit] == []
    riwayat = riwayat_dokumen(disetujui, OBJEK)
    assert len([perpindahan for perpindahan in riwayat if perpindahan.aksi == "setujui"]) == 1


def test_findings_that_were_explained_are_exceptions_with_their_explanation(terlihat: CalonKompilasi) -> None:
    jelas = [perkara for perkara in terlihat.pengecualian if perkara.perkara == "dijelaskan"]
    assert len(jelas) == sum(bool(temuan["alasan"]) for temuan in terlihat.temuan)
    assert all("Penjelasan: " in hal.kalimat for hal in jelas)


def test_the_figures_are_those_that_would_be_frozen_without_units_that_are_not_verified(
    salinan_contoh: Path,
) -> None:
    kantor = buka_gudang(salinan_contoh)
    olah(kantor, unit=("PEM", "TRANTIB"))
    kompilasi = calon(kantor, KODE_PD, TW3)
    luar = [angka for angka in kompilasi.angka if angka.baris.indikator.kode_unit in kompilasi.belum]
    assert luar
    assert all(angka.kini.dilaporkan is None for angka in luar)
    kantor.tutup()


def test_a_first_approval_is_held_against_the_periode_that_was_approved_before(di_camat: Gudang) -> None:
    banding = bandingkan(di_camat, calon(di_camat, KODE_PD, TW3))
    assert banding is not None
    assert (banding.periode, banding.ulang) == (Periode(2026, 2), False)
    assert banding.beda
    beralih = [beda.beralih for beda in banding.beda]
    assert beralih == sorted(beralih, reverse=True)


def test_a_new_revisi_is_held_against_what_was_approved_of_the_same_periode(disetujui: Gudang) -> None:
    maju(disetujui, CAMAT_CONTOH, "buka_kembali", OBJEK, catatan="Satu angka keliru.")
    maju(disetujui, KASUBBAG, "olah", OBJEK, catatan="Dua unit masih menyusul.")
    banding = bandingkan(disetujui, calon(disetujui, KODE_PD, TW3))
    assert banding is not None
    assert (banding.nomor, banding.ulang, banding.beda) == ("S-2026-TW3-R1", True, ())
    kode = koreksi_pertama(disetujui)
    banding = bandingkan(disetujui, calon(disetujui, KODE_PD, TW3))
    assert banding is not None
    (beda,) = banding.beda
    assert beda.kode == kode
    assert beda.kini is not None
    assert beda.kini.dilaporkan is not None
    assert beda.kini.dilaporkan.tulis() == "77,5"


def test_an_approved_periode_shows_its_snapshot(disetujui: Gudang) -> None:
    kompilasi = calon(disetujui, KODE_PD, TW3)
    assert kompilasi.iku.keterangan.pengesahan is not None
    (setuju,) = yang_disetujui(disetujui, OBJEK)
    assert setuju.sidik == kompilasi.iku.keterangan.pengesahan.sidik
    assert (setuju.nomor, setuju.perpindahan.oleh) == ("S-2026-TW3-R1", CAMAT_CONTOH.nama)
