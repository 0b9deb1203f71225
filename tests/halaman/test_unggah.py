"""A filled workbook through the upload page: verdict, findings, reasons, acceptance, correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, UMUM, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.lembar.bentuk.bahan import muat_bahan
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit, Ketikan
from analytics.lembar.bentuk.susun import susun_format
from analytics.sistem import waktu_kini
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, jalankan, judul, label, tekan, terlihat
from tests.alat.isi_format import isi_format
from tests.alat.periksa import periksa_berkas
from tests.alat.tahun_wajar import sesuai_target
from tests.alat.tunggu import tunggu_unit

TW3, TW4 = Periode(2026, 3), Periode(2026, 4)
PADA = datetime(2026, 10, 1, 8)
UNIT = "PMD"
"""A unit of the sample office that has not sent its workbook for triwulan III 2026."""


@dataclass(frozen=True)
class Lengkap:
    """A workbook with every due cell filled, the name of an indicator in it, and the kode of one that is 7."""

    isi: bytes
    nama: str
    kode: str


@pytest.fixture(scope="module")
def format_unit(gudang_contoh: Gudang) -> Callable[..., bytes]:
    """The format workbook of the unit with these cells typed."""

    def buat(isian: Isian | None = None, anggaran: Isian | None = None) -> bytes:
        return susun_format(gudang_contoh, KODE_PD, UNIT, TW3, PADA, IsianUnit(isian or {}, anggaran or {})).isi

    return buat


@pytest.fixture(scope="module")
def lengkap(gudang_contoh: Gudang, format_unit: Callable[..., bytes]) -> Lengkap:
    hasil = periksa_berkas(gudang_contoh, KODE_PD, format_unit(), "kosong.xlsx")
    wajib = [realisasi for realisasi in hasil.realisasi if realisasi.keadaan == "belum_ada_data"]
    anggaran = {anggaran.kode_simpul: {"rupiah": 0} for anggaran in hasil.anggaran}
    pecahan = {isian.kode_indikator for isian in wajib if _berpecahan(gudang_contoh, isian.kode_indikator)}
    isian: dict[str, dict[str, int]] = {
        isian.kode_indikator: {"pembilang": 9, "penyebut": 12} if isian.kode_indikator in pecahan else {"realisasi": 7}
        for isian in wajib
    }
    return Lengkap(format_unit(isian, anggaran), wajib[0].nama, next(kode for kode in isian if kode not in pecahan))


def _berpecahan(gudang: Gudang, kode: str) -> bool:
    tahun = gudang.kueri("indikator_tahun", kode_pd=KODE_PD, tahun=2026, hari=date(2026, 12, 31))
    return any(baris["kode_indikator"] == kode and baris["pembilang"] is not None for baris in tahun)


def unggah(*berkas: tuple[str, bytes], uji: AppTest | None = None) -> AppTest:
    uji = uji or buka("unggah")
    for nama, isi in berkas:
        uji.file_uploader(key="berkas_format").upload(nama, isi)
    return jalankan(uji)


def titip(uji: AppTest) -> AppTest:
    """Say how the data were validated and received, in every form that asks."""
    for kotak in uji.text_input:
        if kotak.label.startswith("Bagaimana data divalidasi"):
            kotak.set_value("Dikirim lewat surel, validasi ditandatangani di kertas")
    return uji


def beralasan(uji: AppTest, alasan: str) -> AppTest:
    """One reason for all findings of the file that is open."""
    [kotak for kotak in uji.text_input if kotak.label.startswith("Alasan untuk semua")][-1].set_value(alasan)
    return uji


def terima(uji: AppTest) -> AppTest:
    """Accept the file that is open, with a reason where it asks for one."""
    if "Terima dengan alasan ini" in label(uji):
        return tekan(titip(beralasan(uji, "Sudah dicek")), "Terima dengan alasan ini")
    return tekan(titip(uji), "Terima")


def ditolak() -> int:
    """How many files the log says were refused."""
    return sum(peristiwa["aksi"] == "tolak_kiriman" for peristiwa in sesi.gudang().kueri("peristiwa_semua"))


def test_before_any_file_the_page_says_who_has_sent(contoh: None) -> None:  # noqa: ARG001 - the store it opens
    uji = buka("unggah")
    assert judul(uji) == "Unggah format data: setiap berkas diperiksa dahulu, baru diterima"
    assert "Kiriman Triwulan III 2026" in terlihat(uji)
    assert "belum mengirim" in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_findings_of_an_empty_format_are_explained_or_walked_and_mended_by_a_complete_one(
    format_unit: Callable[..., bytes], lengkap: Lengkap
) -> None:
    uji = unggah(("kosong.xlsx", format_unit()))
    isi = terlihat(uji)
    assert "Seksi Pemberdayaan Masyarakat dan Desa · Triwulan III 2026 · 5 peringatan" in isi
    assert "Belum diisi, padahal wajib dilaporkan triwulan ini; dicatat sebagai belum ada data, bukan nol." in isi
    assert "Realisasi!" in isi
    assert "Anggaran!F7" in isi
    uji = tekan(titip(uji), "Terima dengan alasan ini")
    assert [galat.value for galat in uji.error] == ["Masih ada peringatan yang alasannya kosong."]
    _telusuri(uji)
    uji = unggah(("lengkap.xlsx", lengkap.isi), uji=uji)
    isi = terlihat(uji)
    assert "5 diperbaiki, 0 tersisa" in isi
    assert "digantikan unggahan yang lebih baru" in isi
    lagi = buka("unggah")
    assert "kosong.xlsx" in terlihat(lagi), "the first one stays in the list"
    assert "1 unggahan Triwulan III 2026 menunggu keputusan" in judul(lagi)
    assert "diterima sebagai versi 1" in terlihat(terima(uji))
    renja = terlihat(buka("evaluasi-renja"))
    assert "lengkap.xlsx, Realisasi!" in renja
    assert lengkap.nama in renja
    assert "1 dari 6 unit belum mengirim" in judul(buka())


def _telusuri(uji: AppTest) -> None:
    """The five findings one by one, round and round, and those of one sheet."""
    assert "**Temuan 1 dari 5**" in terlihat(uji)
    uji = tekan(uji, "Temuan berikutnya")
    assert "**Temuan 2 dari 5**" in terlihat(uji)
    uji = tekan(tekan(uji, "Temuan sebelumnya"), "Temuan sebelumnya")
    assert "**Temuan 5 dari 5**" in terlihat(uji)
    next(pilihan for pilihan in uji.segmented_control if pilihan.label == "Lembar").set_value("Anggaran")
    assert "**Temuan 1 dari 3**" in terlihat(jalankan(uji))


@pytest.mark.usefixtures("salinan")
def test_with_reasons_it_is_accepted_as_belum_ada_data_and_a_corrected_file_is_a_new_versi(
    format_unit: Callable[..., bytes],
) -> None:
    pertama, kedua = (format_unit(None, {"7.01.03.2.01.0001": {"rupiah": rupiah}}) for rupiah in (100_000, 250_000))
    uji = unggah(("satu.xlsx", pertama))
    uji = tekan(titip(beralasan(uji, "Menunggu verifikasi")), "Terima dengan alasan ini")
    terisi = "Terisi 0 dari 9 indikator \\(7 belum waktunya atau tidak direncanakan\\) dan 1 dari 3 baris anggaran\\."
    assert [kabar.value for kabar in uji.success] == [f"Diterima sebagai versi 1\\. {terisi}"]
    assert judul(uji) == "1 berkas: 1 diterima"
    assert "belum ada data TW III (Menunggu verifikasi)" in terlihat(buka("evaluasi-renja", tingkat="sub_kegiatan"))
    tunggu_unit(sesi.gudang(), TW3, (UNIT,), waktu=waktu_kini())
    uji = unggah(("dua.xlsx", kedua), uji=uji)
    isi = terlihat(tekan(titip(beralasan(uji, "Menunggu verifikasi")), "Terima dengan alasan ini"))
    assert "diterima sebagai versi 2" in isi
    assert "Rp 100.000  Rp 250.000" in isi


@pytest.mark.usefixtures("salinan")
def test_what_is_known_or_strange_changes_nothing_and_only_the_refusal_is_stored(
    jawaban: Gudang, lengkap: Lengkap
) -> None:
    kiriman = jawaban.kueri("kiriman_berlaku", kode_pd=KODE_PD, tahun=2026)[0]
    berkas = next(berkas for berkas in LETAK.rglob(kiriman["nama_berkas"]))
    uji = unggah((berkas.name, berkas.read_bytes()))
    assert not any(tombol.label.startswith("Terima dengan") or tombol.label == "Terima" for tombol in uji.button)
    assert "Berkas ini sudah diterima sebagai kiriman" in terlihat(uji)
    assert "tidak ada yang berubah" in terlihat(uji)
    assert judul(uji) == "1 berkas: 1 sudah pernah diterima"
    sebelum = ditolak()
    uji = unggah(("<b>jahat</b>.xlsx", b"bukan buku kerja"), ("rusak.xlsx", lengkap.isi[:900]))
    isi = terlihat(uji)
    assert judul(uji) == "2 berkas: 2 ditolak"
    assert "Belum dapat diterima: 1 galat harus diperbaiki; tidak ada angka yang disimpan." in isi
    assert "yang dikembalikan hanya nota" in isi
    assert isi.count("ditolak (1 galat)") == 2
    assert "<b>jahat</b>.xlsx" in isi
    assert "\\<b\\>" in "".join(judul.value for judul in uji.subheader)
    assert "Terima" not in label(uji)
    jalankan(uji)
    assert ditolak() == sebelum + 2


@pytest.mark.usefixtures("salinan")
def test_clean_files_wait_for_the_sop_and_are_then_accepted_with_one_click_and_one_bad_one_does_not_matter(
    jawaban: Gudang,
) -> None:
    trantib, pem = ((f"{unit}.xlsx", _isi_penuh(jawaban, unit, TW4)) for unit in ("TRANTIB", "PEM"))
    uji = unggah(trantib)
    isi = terlihat(uji)
    assert "Belum dapat dikirim. Pengumpulan data unit TRANTIB Triwulan IV 2026: belum dimulai." in isi
    assert "Giliran Kasubbag Perencanaan dan Keuangan: susun format." in isi
    assert "Terima" not in label(uji)
    tunggu_unit(sesi.gudang(), TW4, ("TRANTIB", "PEM"))
    uji = unggah(trantib, pem, ("asing.xlsx", b"PK asing"))
    assert judul(uji) == "3 berkas: 2 siap diterima, 1 ditolak"
    uji = tekan(titip(uji), "Terima 2 berkas yang siap")
    assert judul(uji) == "3 berkas: 2 diterima, 1 ditolak"


def _isi_penuh(gudang: Gudang, unit: str, periode: Periode) -> bytes:
    """A workbook whose every due indicator and amount is filled with something that raises no question."""
    bahan = muat_bahan(gudang, KODE_PD, unit, periode)
    isian: dict[str, dict[str, Ketikan]] = {}
    for indikator in bahan.indikator:
        target = indikator.target_triwulan.nilai or indikator.target_tahun.nilai
        if indikator.wajib and target is not None:
            isian[indikator.kode] = {**sesuai_target(indikator, target), "alasan": "sesuai target"}
    uang = {simpul.kode: {"rupiah": simpul.pagu or 0} for simpul in bahan.simpul}
    return susun_format(gudang, KODE_PD, unit, periode, PADA, IsianUnit(isian, uang)).isi


@pytest.mark.usefixtures("salinan")
def test_a_kepala_seksi_settles_an_ambiguous_cell_and_sends_after_stating_that_the_data_are_validated(
    masuk: Masuk, lengkap: Lengkap
) -> None:
    masuk.siapa = kepala(UNIT)
    uji = unggah(("format_pmd.xlsx", isi_format(lengkap.isi, {lengkap.kode: {"realisasi": "1.200"}})))
    assert judul(uji) == "1 berkas: 1 ditolak"
    assert "▶ 1.200" in terlihat(uji)
    assert {"Pakai 1200", "Pakai 1,2"} <= {tombol.label for tombol in uji.button}
    uji = tekan(uji, "Pakai 1200")
    assert "“1.200” dibaca 1200 menurut pilihan petugas di layar." in terlihat(uji)
    for kotak in uji.text_input:
        kotak.set_value("Sudah dicek")
    uji = tekan(uji, "Kirim")
    assert "Belum ada pernyataan Kepala Seksi bahwa data sudah divalidasi." in terlihat(uji)
    next(kotak for kotak in uji.checkbox if kotak.label == "Data ini sudah saya validasi").check()
    uji = tekan(uji, "Kirim")
    assert judul(uji) == "1 berkas: 1 diterima"
    assert "diterima sebagai versi 1" in terlihat(uji)
    assert "dikirim unit, menunggu dihimpun" in terlihat(uji)
    assert not any(tombol.label == "Kirim" for tombol in uji.button)
    masuk.siapa = UMUM
    uji = tekan(buka("unggah"), "Himpun dan sampaikan kepada Kasubbag Perencanaan (2)")
    objek = Objek.pengumpulan(KODE_PD, TW3, UNIT)
    assert baca_kedudukan(sesi.gudang(), objek).keadaan == "terhimpun"


@pytest.mark.usefixtures("salinan")
def test_a_kepala_seksi_adds_evidence_sees_only_the_own_unit_and_cannot_upload_for_another(
    masuk: Masuk, lengkap: Lengkap
) -> None:
    masuk.siapa = kepala("PEM")
    _beri_dan_tarik_bukti(buka("unggah"))
    uji = unggah(("format_pmd.xlsx", lengkap.isi))
    isi = terlihat(uji)
    assert "Mengunggah format data unit untuk unit lain tidak termasuk tugas Anda." in isi
    assert judul(uji) == "1 berkas: 1 ditolak"
    assert "Seksi Pemerintahan" in isi
    assert not any(lain in isi for lain in ("Seksi Kesejahteraan", "Seksi Ketenteraman", "Subbagian", "KESOS"))
    masuk.siapa = KASUBBAG
    assert "format_pmd.xlsx" not in terlihat(buka("unggah"))


def _beri_dan_tarik_bukti(uji: AppTest) -> None:
    uji.file_uploader(key="berkas_bukti_PEM").upload("rekap.pdf", b"%PDF-1.7\n")
    uji = tekan(uji, "Tambahkan bukti")
    assert "rekap.pdf tersimpan." in terlihat(uji)
    assert "Unduh rekap.pdf" in [tombol.label for tombol in uji.get("download_button")]
    uji = tekan(uji, "Tarik")
    assert "rekap.pdf ditarik; berkasnya tetap tersimpan sebagai arsip." in terlihat(uji)
    assert "Unduh rekap.pdf" not in [tombol.label for tombol in uji.get("download_button")]


@pytest.mark.usefixtures("contoh")
def test_sekretaris_and_camat_read_the_uploads_and_have_no_box(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    uji = buka("unggah")
    assert "format_2026_TW3_KESOS.xlsx" in terlihat(uji)
    assert not uji.file_uploader
