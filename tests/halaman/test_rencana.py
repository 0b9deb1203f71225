"""The plan page: template, import with findings and reasons, and what it then shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK, RENCANA
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.pemindahan import Peran
from analytics.rencana.simpanan.muat import muat_rencana
from data.gudang import Gudang
from tests.alat.halaman import buka, jalankan, judul, terlihat
from tests.alat.rencana_publik import berkas_publik, buku, ketik_sel

SIMPAN = "Simpan dengan jawaban ini"
BACAAN = {
    "target_nol": "Dibaca: tidak direncanakan",
    "target_tanpa_pagu": "Dibaca: tidak direncanakan",
    "satuan_janggal": "Dibaca: Lembaga Kemasyarakatan",
}


def impor(nama: str, isi: bytes) -> AppTest:
    uji = buka("rencana")
    uji.file_uploader(key="berkas_rencana").upload(nama, isi)
    jalankan(uji)
    return tekan(uji, "Periksa dan simpan")


def pilih(uji: AppTest, kode: str, jawaban: str) -> AppTest:
    uji.radio(key=f"jawab_{kode}").set_value(jawaban)
    return jalankan(uji)


def tekan(uji: AppTest, label: str) -> AppTest:
    next(tombol for tombol in uji.button if tombol.label == label).click()
    return jalankan(uji)


@pytest.mark.usefixtures("kosong")
def test_an_office_goes_in_from_one_workbook_and_the_first_run_guide_is_gone() -> None:
    uji = impor(RENCANA, (LETAK / RENCANA).read_bytes())
    assert "1 pertanyaan (9 baris) dijawab" in terlihat(uji)
    uji = pilih(uji, "indikator_berulang", "Memang demikian, dengan alasan")
    uji.text_input(key="alasan_indikator_berulang").set_value("Diisi terpisah")
    isi = terlihat(tekan(uji, SIMPAN))
    assert "Rencana tersimpan." in isi
    assert "Ditambahkan: 1 perangkat daerah, 6 unit" in isi
    assert judul(uji).endswith("indikator")
    assert judul(buka("evaluasi-iku")).startswith("Belum ada IKU yang dapat dinilai")


@pytest.mark.usefixtures("kosong")
def test_an_empty_template_is_refused_with_every_finding_and_its_cell() -> None:
    uji = impor("templat.xlsx", susun_templat().isi)
    isi = terlihat(uji)
    assert "Data yang tersimpan tidak berubah." in isi
    assert "✖ galat" in isi
    assert judul(uji) == "Impor rencana kantor Anda dari satu buku kerja"


@pytest.mark.usefixtures("kosong")
def test_a_file_that_is_no_workbook_is_refused_in_words() -> None:
    uji = impor("surat.xlsx", b"Dengan hormat,")
    assert "✖ galat" in terlihat(uji)
    assert "Traceback" not in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_the_same_plan_again_changes_nothing() -> None:
    uji = impor(RENCANA, (LETAK / RENCANA).read_bytes())
    assert "Berkas ini sudah diimpor pada" in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_a_renamed_indicator_is_asked_about_before_it_is_stored(jawaban: Gudang) -> None:
    lama = muat_rencana(jawaban, KODE_PD)
    assert lama is not None
    baru = replace(lama, indikator=(replace(lama.indikator[0], nama="Nama yang lain"), *lama.indikator[1:]))
    uji = impor("rencana_ubah.xlsx", susun_templat(baru).isi)
    assert "1 pertanyaan (1 baris) dijawab" in terlihat(uji)
    assert "menjadi “Nama yang lain”" in terlihat(uji)
    uji = tekan(uji, SIMPAN)
    assert "Belum dijawab: Yang tersimpan berubah: apa sebabnya?" in terlihat(uji)
    uji = pilih(uji, "atribut_berubah", "Memang demikian, dengan alasan")
    assert "Belum dijawab" in terlihat(tekan(uji, SIMPAN))
    assert "Nama yang lain" not in terlihat(buka("evaluasi-iku"))
    uji.text_input(key="alasan_atribut_berubah").set_value("Nama disesuaikan dengan Renstra")
    assert "Rencana tersimpan." in terlihat(tekan(uji, SIMPAN))
    assert "Nama yang lain" in terlihat(buka("evaluasi-iku"))


@pytest.mark.usefixtures("kosong")
def test_a_public_plan_asks_one_question_for_each_kind_and_its_rows_can_be_answered_singly() -> None:
    uji = impor("publik.xlsx", berkas_publik())
    assert "setelah 4 pertanyaan (34 baris) dijawab" in terlihat(uji)
    for kode, jawaban in {**BACAAN, "riwayat_rupiah": "Dibaca: bukan nilai indikator"}.items():
        uji = pilih(uji, kode, jawaban)
    uji = pilih(uji, "target_tanpa_pagu", "Dijawab tiap baris")
    assert "Belum dijawab: Bertarget tanpa pagu: tidak direncanakan?" in terlihat(tekan(uji, SIMPAN))
    for kode in ("7.01.01.2.07", "7.01.03.2.02", "7.01.01.2.09.0009"):
        uji.selectbox(key=f"jawab_target_tanpa_pagu_{kode}").set_value("Dibaca: tidak direncanakan")
    jalankan(uji)
    assert "Rencana tersimpan." in terlihat(tekan(uji, SIMPAN))


@pytest.mark.usefixtures("kosong")
def test_a_reading_settles_a_galat_and_what_was_answered_holds_for_the_mended_file() -> None:
    rusak = ketik_sel(berkas_publik(), {"Target Renstra!D50": "1.157", "Unit!C5": "bidang"})
    uji = pilih(impor("publik.xlsx", rusak), "angka_ambigu", "Dibaca: 1157")
    uji = pilih(uji, "riwayat_rupiah", "Dibaca: bukan nilai indikator")
    assert "1 hal harus dibetulkan" in terlihat(tekan(uji, "Periksa lagi dengan jawaban ini"))
    uji.file_uploader(key="berkas_rencana").upload("dibetulkan.xlsx", ketik_sel(rusak, {"Unit!C5": "seksi"}))
    jalankan(uji)
    uji = tekan(uji, "Periksa dan simpan")
    assert "setelah 3 pertanyaan (12 baris) dijawab" in terlihat(uji)
    for kode, jawaban in BACAAN.items():
        uji = pilih(uji, kode, jawaban)
    assert "Rencana tersimpan." in terlihat(tekan(uji, SIMPAN))


@pytest.mark.usefixtures("kosong")
def test_a_list_of_another_system_becomes_a_plan_workbook_with_what_it_left_out() -> None:
    kepala = ["Kode", "Uraian", "Indikator", "Satuan", "Target 2026", "Pagu"]
    isi = ["7.01.02.2.01.0001", "Koordinasi", "Jumlah laporan", "Laporan", "4", "1000000.00"]
    daftar = buku([kepala, isi, [None, "JUMLAH", None, None, None, "1000000.00"]])
    uji = buka("rencana")
    uji.file_uploader(key="berkas_daftar").upload("daftar.xlsx", daftar)
    jalankan(uji)
    kolom = {pilihan.label: pilihan for pilihan in uji.selectbox}
    assert kolom["E · Target 2026"].value.sebutan == "Target 2026"
    assert kolom["F · Pagu"].value is None
    kolom["F · Pagu"].set_value(Peran("pagu", 2026))
    uji = tekan(jalankan(uji), "Susun buku kerja rencana")
    assert "3 simpul pohon dan 1 indikator dipindahkan." in terlihat(uji)
    assert "1 baris tidak dipindahkan." in terlihat(uji)
    assert "JUMLAH | 1000000.00" in terlihat(uji)
    next(pilihan for pilihan in uji.selectbox if pilihan.label == "A · Kode").set_value(Peran("nama"))
    uji = tekan(jalankan(uji), "Susun buku kerja rencana")
    assert "Pilih kolom yang berisi kode." in terlihat(uji)
    assert "dipindahkan." not in terlihat(uji)


@pytest.mark.usefixtures("contoh")
def test_the_stored_plan_can_be_taken_out_again_for_a_perubahan() -> None:
    label = [tombol.label for tombol in buka("rencana").get("download_button")]
    assert label == ["Unduh templat kosong", "Unduh rencana tersimpan, untuk disiapkan perubahannya"]
