"""Step 5 on the screen: a kiriman is walked through, asked about, answered, returned, verified."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.alur.bukti import Bukti, UntukIndikator, unggah_bukti
from analytics.alur.kirim import Penyerahan, kirim, unggah
from analytics.alur.verifikasi import LembarVerifikasi, baca_verifikasi, susun_verifikasi
from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.sistem import waktu_kini
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from pages.komponen import sesi
from tests.alat.halaman import Masuk, buka, jalankan, judul, terlihat
from tests.alat.isi_format import isi_format
from tests.alat.periksa import periksa_berkas
from tests.alat.tunggu import JALAN, pindahkan

TW3 = Periode(2026, 3)
KESOS = Objek.pengumpulan(KODE_PD, TW3, "KESOS")
"""A unit of the sample office whose kiriman waits for step 5."""
NAMA = "Seksi Kesejahteraan Sosial dan Pelayanan"
PERTANYAAN = "Mengapa pengaduan turun?"


@pytest.fixture(scope="module")
def lembar(gudang_contoh: Gudang) -> LembarVerifikasi:
    """What is known of the kiriman of the unit before anybody does anything here."""
    return susun_verifikasi(gudang_contoh, baca_verifikasi(gudang_contoh, KODE_PD, TW3), "KESOS")


def verifikasi(**alamat: str) -> AppTest:
    return buka("verifikasi", tahun="2026", triwulan="3", **{"unit": "KESOS", **alamat})


def tombol(uji: AppTest, label: str, urutan: int = 0) -> AppTest:
    [tombol for tombol in uji.button if tombol.label == label][urutan].click()
    return jalankan(uji)


def tulis(uji: AppTest, label: str, isi: str, urutan: int = 0) -> AppTest:
    [kotak for kotak in uji.text_area if kotak.label == label][urutan].set_value(isi)
    return uji


@pytest.mark.usefixtures("contoh")
def test_the_title_is_the_conclusion_and_every_value_is_that_of_the_evaluation(lembar: LembarVerifikasi) -> None:
    uji = verifikasi()
    isi, mentah = terlihat(uji), "".join(potongan.value for potongan in uji.html)
    assert judul(uji) == f"{NAMA}: {len(lembar.indikator)} indikator, 1 temuan dijelaskan"
    assert "**menunggu verifikasi** sejak" in isi
    for indikator in lembar.indikator:
        assert indikator.baris.indikator.nama in isi
        if indikator.kini.dilaporkan is not None:
            assert indikator.kini.dilaporkan.tulis() in isi
        if indikator.kini.capaian.nilai is not None:
            assert f"data-judul='Capaian (%)'>{indikator.kini.capaian.tulisan}<" in mentah
    assert all(uang.nama in isi for uang in lembar.uang)


@pytest.mark.usefixtures("contoh")
def test_figures_below_each_other_are_level_and_say_their_unit_once(lembar: LembarVerifikasi) -> None:
    uang = lembar.uang[0]
    assert uang.pagu is not None
    assert uang.serapan is not None
    mentah = "".join(potongan.value for potongan in verifikasi().html)
    assert f"<td class='angka' data-judul='Pagu (Rp)'>{tulis_angka(uang.pagu, 0)}</td>" in mentah
    assert f"<td class='angka' data-judul='Serapan (%)'>{tulis_angka(uang.serapan, 2)}</td>" in mentah
    assert "<td class='kosong' data-judul='Triwulan ini'>belum waktunya</td>" in mentah


@pytest.mark.usefixtures("contoh")
def test_the_unit_that_waits_is_offered_first_and_one_without_a_kiriman_says_so() -> None:
    uji = buka("verifikasi", tahun="2026", triwulan="3")
    pilihan = next(pilihan for pilihan in uji.selectbox if pilihan.label == "Unit").options
    assert pilihan[0] == f"{NAMA} · menunggu verifikasi"
    assert (
        judul(verifikasi(unit="PMD")) == "Seksi Pemberdayaan Masyarakat dan Desa belum mengirim data Triwulan III 2026"
    )


@pytest.mark.usefixtures("contoh")
def test_the_walk_goes_round_and_its_place_is_in_the_address(lembar: LembarVerifikasi) -> None:
    banyak = len(lembar.indikator)
    uji = verifikasi()
    assert f"**Indikator 1 dari {banyak}**" in terlihat(uji)
    uji = tombol(uji, "Indikator sebelumnya")
    assert f"**Indikator {banyak} dari {banyak}**" in terlihat(uji)
    assert str(banyak) in uji.query_params["indikator_ke"]
    assert lembar.indikator[-1].baris.indikator.nama in next(judul.value for judul in uji.subheader).replace("\\", "")
    assert f"**Indikator 3 dari {banyak}**" in terlihat(verifikasi(indikator_ke="3"))


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("siapa", [SEKCAM, CAMAT_CONTOH])
def test_sekretaris_and_camat_read_and_can_decide_nothing_here(masuk: Masuk, siapa: AkunContoh) -> None:
    masuk.siapa = siapa
    uji = verifikasi()
    label = {tombol.label for tombol in uji.button}
    assert "Indikator berikutnya" in label
    assert not label & {"Verifikasi", "Tanyakan kepada unit", "Kembalikan kepada Kasubbag Umum", "Terima 1 penjelasan"}
    assert "Tidak ada yang dapat Anda putuskan di sini sekarang." in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_a_question_about_an_indicator_reaches_the_unit_and_its_answer_comes_back(
    masuk: Masuk, lembar: LembarVerifikasi
) -> None:
    kode = lembar.indikator[1].baris.indikator.kode
    uji = verifikasi(indikator_ke="2")
    uji = tombol(tulis(uji, "Pertanyaan (wajib)", PERTANYAAN), "Tanyakan kepada unit")
    assert f"Pertanyaan tentang {kode}" in terlihat(uji)
    assert "pertanyaan belum dijawab" in terlihat(uji)
    masuk.siapa = kepala("KESOS")
    uji = buka("unggah", tahun="2026", triwulan="3")
    assert PERTANYAAN in terlihat(uji)
    uji = tombol(tulis(uji, "Jawaban (wajib)", "Kanal aduan baru dibuka September"), "Jawab pertanyaan")
    assert "Kanal aduan baru dibuka September" in terlihat(uji)
    masuk.siapa = KASUBBAG
    isi = terlihat(verifikasi(indikator_ke="2"))
    assert f"Jawaban tentang {kode}" in isi
    assert "pertanyaan belum dijawab" not in isi


@pytest.mark.usefixtures("salinan")
def test_a_return_needs_a_reason_and_the_unit_reads_it(masuk: Masuk) -> None:
    uji = tombol(verifikasi(), "Kembalikan kepada Kasubbag Umum")
    assert "memerlukan alasan" in terlihat(uji)
    uji = tulis(uji, "Alasan (wajib)", "Angka pengaduan tertukar dengan tahun lalu")
    uji = tombol(uji, "Kembalikan kepada Kasubbag Umum")
    assert "dikembalikan, di Kasubbag Umum" in terlihat(uji)
    masuk.siapa = kepala("KESOS")
    isi = terlihat(buka("unggah", tahun="2026", triwulan="3"))
    assert "Angka pengaduan tertukar dengan tahun lalu" in isi
    assert "Giliran Kasubbag Umum dan Kepegawaian: teruskan kepada unit untuk diperbaiki" in isi


@pytest.mark.usefixtures("salinan")
def test_evidence_stands_beside_its_indicator_explanations_are_accepted_and_the_kiriman_is_verified(
    lembar: LembarVerifikasi,
) -> None:
    untuk = UntukIndikator(KODE_PD, "KESOS", lembar.indikator[0].baris.indikator.kode, TW3)
    bukti = unggah_bukti(sesi.gudang(), kepala("KESOS").pelaku, untuk, "rekap.pdf", b"%PDF-1.7\n", waktu_kini())
    assert isinstance(bukti, Bukti)
    uji = verifikasi()
    assert "Unduh rekap.pdf" in [tombol.label for tombol in uji.get("download_button")]
    uji = tombol(uji, "Terima 1 penjelasan")
    assert judul(uji).endswith("indikator")
    bertemuan = next(indikator.nomor for indikator in lembar.indikator if indikator.temuan)
    assert "diterima oleh Kasubbag Perencanaan (contoh)" in terlihat(verifikasi(indikator_ke=str(bertemuan)))
    uji = tombol(verifikasi(), "Verifikasi")
    assert "**terverifikasi** sejak" in terlihat(uji)
    assert baca_kedudukan(sesi.gudang(), KESOS).keadaan == "terverifikasi"


@pytest.mark.usefixtures("salinan")
def test_what_changed_since_the_versi_before_is_shown_old_and_new(lembar: LembarVerifikasi) -> None:
    gudang = sesi.gudang()
    pindahkan(gudang, KESOS, *JALAN["terhimpun"], waktu=waktu_kini())
    isi = next(LETAK.rglob("format_2026_TW3_KESOS.xlsx")).read_bytes()
    hasil = periksa_berkas(gudang, KODE_PD, isi, "lama.xlsx")
    realisasi = next(baris for baris in hasil.realisasi if baris.nilai is not None)
    assert realisasi.nilai is not None
    lain = isi_format(isi, {realisasi.kode_indikator: {"realisasi": realisasi.nilai + 1}})
    baru = periksa_berkas(gudang, KODE_PD, lain, "perbaikan.xlsx")
    alasan = {temuan.kunci: "sudah dicek" for temuan in baru.temuan}
    siapa, waktu = kepala("KESOS").pelaku, waktu_kini()
    naik = unggah(gudang, siapa, baru, waktu, "uji")
    penyerahan = Penyerahan(baca_kedudukan(gudang, KESOS).versi, pernyataan=True)
    assert kirim(gudang, siapa, baru, alasan, naik.id_unggahan or "", penyerahan, waktu).status == "diterima"
    nomor = next(
        indikator.nomor for indikator in lembar.indikator if indikator.baris.indikator.kode == realisasi.kode_indikator
    )
    uji = verifikasi(indikator_ke=str(nomor))
    assert "1 berubah dari versi sebelumnya" in judul(uji)
    assert f"{realisasi.tulis()} → {tulis_angka(realisasi.nilai + 1)}" in terlihat(uji)
