"""The pages around an approval: figures that stand still, a document that is proved, the log."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analytics.contoh.akun import CAMAT_CONTOH
from analytics.dokumen.kompilasi import DISUSUN_ULANG
from analytics.sistem import buka_gudang
from analytics.sop.izin import peran_untuk
from analytics.sop.objek import Objek
from analytics.sop.peran import NAMA_PERAN
from pages import DAFTAR
from tests.alat.halaman import buka, jalankan, judul, terlihat, tutup_gudang
from tests.alat.kantor_beku import disetujui, pindah, setujui
from tests.alat.kantor_dokumen import PERIODE
from tests.alat.toko import KODE_PD
from tests.alat.ubah_buku import buang_lembar, setel

LAIN = "".join(
    f"UPDATE {tabel} SET nilai = 500 WHERE kode_indikator = 'IKU-01' AND triwulan = 3 AND tahun = 2026;"
    for tabel in ("realisasi", "realisasi_berlaku")
)
"""Another figure behind the program, in what was sent and in what is in force."""
JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _ubah(jalur: Path, sql: str) -> None:
    with duckdb.connect(str(jalur)) as koneksi:
        koneksi.execute(sql)


def _unggah(isi: bytes) -> AppTest:
    uji = buka("periksa-dokumen")
    uji.file_uploader[0].upload("kompilasi.xlsx", isi, JENIS)
    return jalankan(uji)


@pytest.mark.usefixtures("kantor_tetap")
def test_an_approved_document_is_proved_and_its_sidik_shown() -> None:
    uji = _unggah(disetujui().dokumen)
    assert "Berkas ini dokumen yang disetujui itu sendiri, byte demi byte: snapshot S-2026-TW3-R1." in terlihat(uji)
    assert uji.code[0].value == disetujui().snapshot.sidik


@pytest.mark.usefixtures("kantor_tetap")
def test_an_approved_document_that_was_saved_again_is_proved_by_its_cells() -> None:
    wadah = io.BytesIO(disetujui().dokumen)
    with zipfile.ZipFile(wadah, "a") as arsip:
        arsip.comment = b"disimpan lagi"
    isi = terlihat(_unggah(wadah.getvalue()))
    assert "Isi berkas ini sama dengan yang disetujui pada snapshot S-2026-TW3-R1." in isi


@pytest.mark.usefixtures("kantor_tetap")
def test_a_changed_figure_is_named_on_the_page() -> None:
    isi = terlihat(_unggah(setel(disetujui().dokumen, "Evaluasi IKU", "F9", 460.03)))
    assert "tidak sama dengan yang disetujui pada snapshot S-2026-TW3-R1: 1 perbedaan." in isi
    for kata in ("Evaluasi IKU!F9", "Indeks Kepuasan Masyarakat", "450,03", "460,03"):
        assert kata in isi


@pytest.mark.usefixtures("kantor_tetap")
def test_a_file_without_a_snapshot_is_compared_with_the_one_that_is_chosen() -> None:
    isi = terlihat(_unggah(buang_lembar(disetujui().dokumen, "Snapshot")))
    assert "Berkas ini tidak membawa snapshot. Pilih snapshot yang dibandingkan." in isi
    assert "Isi berkas ini sama dengan yang disetujui" in isi


def test_the_document_of_an_earlier_revision_is_said_to_be_out_of_force(kantor: Path) -> None:
    gudang = buka_gudang(kantor)
    pindah(gudang, CAMAT_CONTOH, "buka_kembali", Objek.kompilasi(KODE_PD, PERIODE), 4, catatan="Angka keliru")
    setujui(gudang)
    gudang.tutup()
    isi = terlihat(_unggah(disetujui().dokumen))
    assert "byte demi byte: snapshot S-2026-TW3-R1." in isi
    assert "sudah disetujui ulang sebagai snapshot S-2026-TW3-R2" in isi
    assert "Dokumen dari snapshot S-2026-TW3-R1 tidak berlaku lagi." in isi


@pytest.mark.usefixtures("kantor_tetap")
def test_what_is_not_looked_at_is_said_beside_the_result() -> None:
    assert "Tidak diperiksa: warna dan huruf" in terlihat(_unggah(disetujui().dokumen))


@pytest.mark.usefixtures("kantor_tetap")
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence() -> None:
    uji = _unggah(b"%PDF-1.4")
    assert "bukan buku kerja Excel" in uji.error[0].value


def test_everybody_may_prove_a_document_and_read_the_log() -> None:
    peran = {halaman.url: set(peran_untuk(halaman.lihat)) for halaman in DAFTAR}
    assert peran["periksa-dokumen"] == peran["jejak"] == peran["beranda"] == set(NAMA_PERAN)


def test_pages_show_the_frozen_figures_and_name_the_snapshot(kantor: Path) -> None:
    sebelum = terlihat(buka("evaluasi-iku", tahun="2026", triwulan="3"))
    assert "snapshot S-2026-TW3-R1, disetujui 12 Oktober 2026 12.00" in sebelum
    assert "450,03" in sebelum
    tutup_gudang(kantor)
    _ubah(kantor, LAIN)
    assert terlihat(buka("evaluasi-iku", tahun="2026", triwulan="3")) == sebelum
    satu_unit = terlihat(buka("evaluasi-iku", tahun="2026", triwulan="3", unit="S1"))
    assert "450,03" in satu_unit
    assert "450,03" in terlihat(buka("indikator", tahun="2026", triwulan="3", indikator="IKU-01"))


@pytest.mark.usefixtures("kantor_tetap")
def test_another_triwulan_of_the_same_office_stays_a_draft() -> None:
    isi = terlihat(buka("evaluasi-iku", tahun="2026", triwulan="2"))
    assert "draf" in isi
    assert "snapshot" not in isi


def test_a_reopened_periode_shows_the_draft_and_what_was_approved_last(kantor: Path) -> None:
    gudang = buka_gudang(kantor)
    pindah(gudang, CAMAT_CONTOH, "buka_kembali", Objek.kompilasi(KODE_PD, PERIODE), 4, catatan="Angka keliru")
    gudang.tutup()
    _ubah(kantor, LAIN)
    isi = terlihat(buka("evaluasi-iku", tahun="2026", triwulan="3"))
    assert "yang terakhir disetujui adalah snapshot S-2026-TW3-R1" in isi
    assert "450,03" not in isi
    ekspor = buka("ekspor", tahun="2026", triwulan="3")
    assert judul(ekspor) == "Dokumen kompilasi Triwulan III 2026 siap diunduh sebagai draf"
    label = [tombol.label for tombol in ekspor.get("download_button")]
    assert {"Unduh dokumen (xlsx)", "Unduh snapshot (json)"} <= set(label)


@pytest.mark.usefixtures("kantor_tetap")
def test_ekspor_says_that_the_figures_are_approved_and_shows_the_sidik() -> None:
    uji = buka("ekspor", tahun="2026", triwulan="3")
    assert judul(uji) == "Dokumen kompilasi Triwulan III 2026 sudah disetujui dan angkanya tidak berubah lagi"
    assert disetujui().snapshot.sidik in [kutipan.value for kutipan in uji.code]
    assert "Berkas yang dibuat saat disetujui, byte demi byte. SHA-256 berkas: " in terlihat(uji)


def test_ekspor_says_that_the_document_of_an_earlier_program_is_written_anew(kantor: Path) -> None:
    _ubah(kantor, "DELETE FROM dokumen_snapshot")
    isi = terlihat(buka("ekspor", tahun="2026", triwulan="3"))
    assert DISUSUN_ULANG in isi
    assert "byte demi byte" not in isi


@pytest.mark.usefixtures("kantor_lama")
def test_pages_of_an_approved_periode_show_both_figures_where_todays_rules_see_another() -> None:
    for halaman in ("evaluasi-iku", "evaluasi-renja", "evaluasi-renstra", "indikator", "ekspor", "persetujuan"):
        isi = terlihat(buka(halaman, tahun="2026", triwulan="2"))
        assert "4 angka yang disetujui berbeda menurut aturan sekarang" in isi, halaman
        assert "disetujui 158,93; menurut aturan sekarang tidak ada nilai" in isi, halaman
        assert "baru dapat dinilai setelah waktu targetnya habis" in isi, halaman


@pytest.mark.usefixtures("kantor_tetap")
def test_an_approval_of_todays_rules_has_no_second_figure() -> None:
    assert "menurut aturan sekarang" not in terlihat(buka("evaluasi-iku", tahun="2026", triwulan="3"))


def test_a_snapshot_that_was_changed_is_not_shown(kantor: Path) -> None:
    _ubah(kantor, f"UPDATE snapshot SET sidik = '{'0' * 64}'")
    uji = buka("evaluasi-iku", tahun="2026", triwulan="3")
    assert "Isi snapshot berubah" in uji.error[0].value
    assert not uji.title


@pytest.mark.usefixtures("kantor_tetap")
def test_a_correction_stands_where_the_source_of_a_figure_stands() -> None:
    isi = terlihat(buka("indikator", tahun="2026", triwulan="3", indikator="IKU-12"))
    kalimat = (
        "dikoreksi dari -1,41 menjadi 1,41 oleh Sekretaris Kecamatan (contoh), 12 Oktober 2026: Tanda minus salah ketik"
    )
    assert kalimat in isi
