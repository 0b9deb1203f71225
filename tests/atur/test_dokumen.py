"""What the office sets reaches the compiled workbook through the result: form numbers, legal texts, signatures."""

from __future__ import annotations

import io
from datetime import date

import openpyxl

from analytics.acuan import SEMULA
from analytics.atur.pejabat import TetapkanPejabat, daftar_jabatan
from analytics.atur.pengaturan import UbahPengaturan
from analytics.atur.perubahan import simpan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import TabelBeku, ambil_fakta
from analytics.beku.snapshot import isi_beku
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.formulir import evaluasi_semua
from data.gudang import Gudang
from tests.alat.toko import KODE_PD, TAHUN
from tests.atur.alat_kantor import ALASAN, AWAL_TAHUN, KASUBBAG, WAKTU


def teks_lembar(gudang: Gudang) -> dict[str, list[str]]:
    """Every text of every sheet of the workbook of TW III."""
    periode = Periode(TAHUN, 3)
    isi = susun_kompilasi(evaluasi_semua(gudang, KODE_PD, periode))
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {
        lembar.title: [sel for baris in lembar.iter_rows(values_only=True) for sel in baris if isinstance(sel, str)]
        for lembar in buku
    }


def test_form_numbers_and_legal_texts_are_those_of_the_office(kantor: Gudang) -> None:
    for kunci, nilai in (
        ("nomor_formulir_renja", "E.81 Kab"),
        ("nomor_formulir_renstra", "E.80 Kab"),
        ("dasar_hukum_renja", "Perbup 12/2026"),
    ):
        usul = UbahPengaturan(ALASAN, kunci, nilai, AWAL_TAHUN, "Bagian Hukum")
        simpan(kantor, KASUBBAG, KODE_PD, usul, WAKTU)
    lembar = teks_lembar(kantor)
    assert any("EVALUASI HASIL RENJA PERANGKAT DAERAH (E.81 Kab)" in teks for teks in lembar["Evaluasi Renja"])
    assert any("EVALUASI HASIL RENSTRA PERANGKAT DAERAH (E.80 Kab)" in teks for teks in lembar["Evaluasi Renstra"])
    sampul = lembar["Sampul"]
    letak = sampul.index("Dasar hukum Evaluasi Renja")
    assert sampul[letak : letak + 3] == ["Dasar hukum Evaluasi Renja", "Perbup 12/2026", "Bagian Hukum"]
    assert any(tulisan.startswith("Formulir E.81 Kab: kinerja (K)") for tulisan in sampul)


def test_a_store_that_nobody_changed_prints_the_numbers_of_the_regulation(kantor: Gudang) -> None:
    lembar = teks_lembar(kantor)
    assert any("EVALUASI HASIL RENJA PERANGKAT DAERAH (E.81)" in teks for teks in lembar["Evaluasi Renja"])
    assert "Permendagri 86/2017" in lembar["Sampul"]


def test_the_signature_names_who_holds_the_office_and_keeps_dots_for_what_is_not_known(kantor: Gudang) -> None:
    titik = "." * 38
    tanpa = next(teks for teks in teks_lembar(kantor)["Evaluasi Renja"] if teks.startswith("Disusun"))
    assert tanpa.splitlines()[2] == "Camat"
    assert tanpa.splitlines()[-2:] == ["." * 44, f"NIP {titik}"]
    camat = TetapkanPejabat(ALASAN, "Camat", "Siti Aminah, S.Sos.", date(2020, 1, 2), pangkat="Pembina")
    bappeda = TetapkanPejabat(ALASAN, "Kepala Bappeda", "Budi", date(2020, 1, 2), "1" * 18, "", "plt", date(2099, 1, 1))
    for pejabat in (camat, bappeda):
        simpan(kantor, KASUBBAG, KODE_PD, pejabat, WAKTU)
    lembar = teks_lembar(kantor)["Evaluasi Renja"]
    disusun = next(tulisan for tulisan in lembar if tulisan.startswith("Disusun")).splitlines()
    assert (disusun[2], disusun[-3:]) == ("Camat", ["Siti Aminah, S.Sos.", "Pembina", f"NIP {titik}"])
    dievaluasi = next(tulisan for tulisan in lembar if tulisan.startswith("Dievaluasi")).splitlines()
    assert dievaluasi[2] == "Plt. Kepala Bappeda Kabupaten Uji"
    assert dievaluasi[-2:] == ["Budi", f"NIP {'1' * 18}"]


def test_the_rows_under_the_tables_and_who_evaluates_are_named_by_the_office(kantor: Gudang) -> None:
    for kunci, nilai in (
        ("label_rata_renja", "Rerata kinerja"),
        ("label_predikat_renstra", "Predikat tahun {tahun}"),
        ("label_tindak_lanjut_renja", "Usul Renja berikut"),
        ("label_usulan_renja", "Usul ke Renja"),
        ("label_usulan_renstra", "Usul ke Renstra"),
        ("label_dievaluasi", "Diperiksa"),
        ("label_jabatan_penilai", "Kepala Bapperida"),
    ):
        simpan(kantor, KASUBBAG, KODE_PD, UbahPengaturan(ALASAN, kunci, nilai, AWAL_TAHUN), WAKTU)
    assert {"Kepala Bappeda", "Kepala Bapperida"} <= {*daftar_jabatan(kantor, KODE_PD, WAKTU.date())}
    penilai = TetapkanPejabat(ALASAN, "Kepala Bapperida", "Budi", date(2020, 1, 2))
    simpan(kantor, KASUBBAG, KODE_PD, penilai, WAKTU)
    lembar = teks_lembar(kantor)
    assert any(teks.startswith("Rerata kinerja, tingkat ") for teks in lembar["Evaluasi Renja"])
    assert f"Predikat tahun {TAHUN} (terhadap target/pagu setahun)" in lembar["Evaluasi Renstra"]
    assert "Usul Renja berikut" in lembar["Evaluasi Renja"]
    assert {"Usul ke Renja", "Usul ke Renstra"} <= {*lembar["Evaluasi Renstra"]}
    for nama in ("Evaluasi Renja", "Evaluasi Renstra"):
        tanda = next(tulisan for tulisan in lembar[nama] if tulisan.startswith("Diperiksa")).splitlines()
        assert (tanda[2], tanda[-2]) == ("Kepala Bapperida Kabupaten Uji", "Budi")


def test_a_snapshot_older_than_a_setting_prints_what_was_printed_before_it_could_be_chosen(kantor: Gudang) -> None:
    semula = _teks_beku(ambil_fakta(kantor, KODE_PD, Periode(TAHUN, 3)).tabel)
    for kunci, nilai in (("susunan_renja", "kode_capaian_tahun"), ("label_disusun", "Dibuat")):
        simpan(kantor, KASUBBAG, KODE_PD, UbahPengaturan(ALASAN, kunci, nilai, AWAL_TAHUN), WAKTU)
    tabel = ambil_fakta(kantor, KODE_PD, Periode(TAHUN, 3)).tabel
    assert _teks_beku(tabel)["Evaluasi Renja"] != semula["Evaluasi Renja"]
    tabel["pengaturan"] = [butir for butir in tabel["pengaturan"] if butir["kunci"] not in SEMULA]
    assert _teks_beku(tabel)["Evaluasi Renja"] == semula["Evaluasi Renja"]
    assert _teks_beku(tabel)["Evaluasi Renstra"] == semula["Evaluasi Renstra"]


def _teks_beku(tabel: TabelBeku) -> dict[str, list[str]]:
    asal = {
        "kode_pd": KODE_PD,
        "status": "disetujui",
        "nomor": "S",
        "sidik": "",
        "revisi": 1,
        "oleh": "",
        "sebagai": "",
    }
    lain = {"disetujui_pada": WAKTU, "tanpa_unit": "", "di_atas_kertas": False, "nomor_ujung": 0, "sidik_ujung": ""}
    gudang = isi_beku(tabel, {**asal, **lain})
    try:
        return teks_lembar(gudang)
    finally:
        gudang.tutup()
