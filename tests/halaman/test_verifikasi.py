"""Step 5 on the screen: a kiriman is walked through, asked about, answered, returned, verified."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea, TextInput

from analytics.alur.bukti import Bukti, UntukIndikator, unggah_bukti
from analytics.alur.dilihat import ANGGARAN
from analytics.alur.kirim import Penyerahan, kirim, unggah
from analytics.alur.perintah import Perintah, terapkan
from analytics.alur.verifikasi import LembarVerifikasi, baca_verifikasi, susun_verifikasi
from analytics.aturan.angka import tulis_angka
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.contoh.semai import LETAK
from analytics.lembar.catat.terima import Perbedaan
from analytics.sistem import waktu_kini
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from pages.komponen import sesi
from tests.alat.gudang import tanya
from tests.alat.halaman import Masuk, buka, jalankan, judul, terlihat
from tests.alat.isi_format import isi_format
from tests.alat.periksa import periksa_berkas
from tests.alat.tunggu import JALAN, pindahkan

TW3 = Periode(2026, 3)
KESOS = Objek.pengumpulan(KODE_PD, TW3, "KESOS")
"""A unit of the sample office whose kiriman waits for step 5."""
NAMA = "Seksi Kesejahteraan Sosial dan Pelayanan"
PERTANYAAN = "Mengapa pengaduan turun?"
BERPEMBILANG, SD_TRIWULAN, SEBAB = "P-02", "SK-17", "Loket ditutup untuk perbaikan"


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


def bidang(uji: AppTest, akhir: str) -> TextArea | TextInput:
    """The field whose key ends so."""
    return next(kotak for kotak in (*uji.text_area, *uji.text_input) if str(kotak.key).endswith(akhir))


def polos(label: str) -> str:
    """A label as it is read."""
    return label.replace("\\", "")


@pytest.mark.usefixtures("contoh")
def test_the_title_is_the_conclusion_and_every_value_is_that_of_the_evaluation(lembar: LembarVerifikasi) -> None:
    uji = verifikasi()
    isi, mentah = terlihat(uji), "".join(potongan.value for potongan in uji.html)
    perlu = sum(bool(indikator.perhatian) for indikator in lembar.indikator)
    assert judul(uji) == f"{NAMA}: {perlu} dari {len(lembar.dilalui)} indikator perlu perhatian, 1 temuan dijelaskan"
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
def test_the_walk_begins_with_what_needs_attention_goes_round_and_its_place_is_in_the_address(
    lembar: LembarVerifikasi,
) -> None:
    banyak = len(lembar.dilalui) + 1
    assert [bool(indikator.perhatian) for indikator in lembar.dilalui] == [True, True, *[False] * (banyak - 3)]
    uji = verifikasi()
    assert f"**Baris 1 dari {banyak}**" in terlihat(uji)
    assert {tombol.label: tombol.proto.shortcut for tombol in uji.button if tombol.proto.shortcut} == {
        "Baris sebelumnya": "left",
        "Baris berikutnya": "right",
    }
    uji = tombol(uji, "Baris sebelumnya")
    assert f"**Baris {banyak} dari {banyak}**" in terlihat(uji)
    assert "anggaran" in uji.query_params["baris"]
    assert next(judul.value for judul in uji.subheader) == "Anggaran"
    assert f"**Baris 3 dari {banyak}**" in terlihat(verifikasi(baris=lembar.dilalui[2].kode))


@pytest.mark.usefixtures("salinan")
def test_what_was_seen_is_marked_for_who_verifies_and_stays_seen(masuk: Masuk, lembar: LembarVerifikasi) -> None:
    banyak, kode = len(lembar.dilalui) + 1, lembar.dilalui[4].kode
    assert f"dilihat 1 dari {banyak}" in terlihat(verifikasi())
    assert f"dilihat 2 dari {banyak}" in terlihat(verifikasi(baris=kode))
    lagi = verifikasi()
    assert f"dilihat 2 dari {banyak}" in terlihat(lagi)
    assert "".join(potongan.value for potongan in lagi.html).count("data-judul='Dilihat'>✓<") == 2
    masuk.siapa = SEKCAM
    assert "dilihat" not in terlihat(verifikasi(baris=lembar.dilalui[1].kode)).lower()
    assert {akun for (akun,) in tanya(sesi.gudang(), "SELECT akun FROM baris_dilihat")} == {KASUBBAG.id_akun}


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize("siapa", [SEKCAM, CAMAT_CONTOH])
def test_sekretaris_and_camat_read_and_can_decide_nothing_here(masuk: Masuk, siapa: AkunContoh) -> None:
    masuk.siapa = siapa
    uji = verifikasi()
    label = {tombol.label for tombol in uji.button}
    assert "Baris berikutnya" in label
    assert not label & {"Verifikasi", "Tanyakan kepada unit", "Kembalikan kepada Kasubbag Umum", "Terima 1 penjelasan"}
    assert "Tidak ada yang dapat Anda putuskan di sini sekarang." in terlihat(uji)


@pytest.mark.usefixtures("salinan")
def test_questions_about_several_rows_go_out_at_once_and_each_gets_its_answer(
    masuk: Masuk, lembar: LembarVerifikasi
) -> None:
    pertama, kedua = (indikator.baris.indikator for indikator in (lembar.dilalui[1], lembar.dilalui[3]))
    uji = verifikasi()
    assert "belum ada yang ditulis" in terlihat(tombol(uji, "Tanyakan kepada unit"))
    for indikator, pertanyaan in ((pertama, PERTANYAAN), (kedua, "Dari mana angkanya?")):
        bidang(uji, f"_{indikator.kode}").set_value(pertanyaan)
    isi = terlihat(tombol(uji, "Tanyakan kepada unit"))
    assert f"Pertanyaan tentang {pertama.kode}" in isi
    assert f"Pertanyaan tentang {kedua.kode}" in isi
    assert f"{NAMA}: 3 dari" in judul(verifikasi())
    masuk.siapa = kepala("KESOS")
    uji = buka("unggah", tahun="2026", triwulan="3")
    assert "2 pertanyaan menunggu jawaban unit" in terlihat(uji)
    assert polos(bidang(uji, f"_{pertama.kode}").label).endswith(f"{pertama.nama}: {PERTANYAAN}")
    bidang(uji, f"_{pertama.kode}").set_value("Kanal aduan baru dibuka September")
    uji = tombol(uji, "Jawab pertanyaan")
    assert "1 pertanyaan menunggu jawaban unit" in terlihat(uji)
    masuk.siapa = KASUBBAG
    isi = terlihat(verifikasi(baris=pertama.kode))
    assert f"Jawaban tentang {pertama.kode}" in isi
    assert "Pertanyaan dijawab: Kanal aduan baru dibuka September." in isi
    assert "Pertanyaan belum dijawab." in terlihat(verifikasi(baris=kedua.kode))


@pytest.mark.usefixtures("salinan")
def test_what_is_typed_stays_when_somebody_else_moves_the_data_meanwhile(lembar: LembarVerifikasi) -> None:
    kode = lembar.dilalui[1].kode
    uji = verifikasi()
    bidang(uji, f"_{kode}").set_value(PERTANYAAN)
    lain = Perintah("tanyakan", KESOS, baca_kedudukan(sesi.gudang(), KESOS).versi, catatan="Sudah lengkap?")
    assert terapkan(sesi.gudang(), KASUBBAG.pelaku, lain, waktu_kini()).berhasil
    uji = tombol(uji, "Tanyakan kepada unit")
    assert "Periksa lagi, lalu kirim tulisan di atas." in terlihat(uji)
    assert bidang(uji, f"_{kode}").value == PERTANYAAN
    uji = tombol(uji, "Tanyakan kepada unit")
    assert f"Pertanyaan tentang {kode}" in terlihat(uji)
    assert bidang(uji, f"_{kode}").value == ""


@pytest.mark.usefixtures("salinan")
def test_what_is_typed_can_be_copied_where_somebody_else_took_its_field_away(
    masuk: Masuk, lembar: LembarVerifikasi
) -> None:
    gudang, kode = sesi.gudang(), lembar.dilalui[1].kode
    tertanya = Perintah("tanyakan", KESOS, baca_kedudukan(gudang, KESOS).versi, catatan="Sudah lengkap?")
    assert terapkan(gudang, KASUBBAG.pelaku, tertanya, waktu_kini()).berhasil
    menanya, kosong = verifikasi(), verifikasi()
    bidang(menanya, f"_{kode}").set_value(PERTANYAAN)
    masuk.siapa = kepala("KESOS")
    menjawab = buka("unggah", tahun="2026", triwulan="3")
    menjawab.text_area[0].set_value("Sudah, \n*semuanya*")
    kembali = Perintah("kembalikan_data", KESOS, baca_kedudukan(gudang, KESOS).versi, catatan="Tertukar")
    assert terapkan(gudang, KASUBBAG.pelaku, kembali, waktu_kini()).berhasil
    menjawab = tombol(menjawab, "Jawab pertanyaan")
    masuk.siapa = KASUBBAG
    menanya = tombol(menanya, "Tanyakan kepada unit")
    for uji, tulisan in ((menjawab, "Sudah, \n*semuanya*"), (menanya, PERTANYAAN)):
        assert "tulisan ini tidak terkirim dan isiannya tidak ada lagi." in terlihat(uji)
        assert [salinan.value for salinan in uji.code] == [tulisan]
    menanya = jalankan(menanya)
    assert [salinan.value for salinan in menanya.code] == [PERTANYAAN]
    assert not tombol(menanya, "Sudah disalin").code
    assert "Tulisan yang belum dikirim tidak tersimpan." in terlihat(tombol(kosong, "Baris berikutnya"))
    assert "Tulisan yang belum dikirim" not in terlihat(verifikasi())


def test_money_that_changed_is_in_the_title_also_where_no_indicator_asks_for_attention(
    lembar: LembarVerifikasi,
) -> None:
    tenang = tuple(indikator for indikator in lembar.indikator if not indikator.perhatian)
    beda = Perbedaan("anggaran", lembar.uang[0].kode, "Rp 1", "Rp 2")
    diubah = replace(lembar.uang[0], perubahan=beda, temuan=())
    uji = replace(lembar, kiriman=replace(lembar.kiriman, unggahan=None), indikator=tenang, uang=(diubah,))
    assert [perhatian.jenis for perhatian in diubah.perhatian] == ["berubah"]
    assert uji.kalimat == f"{NAMA}: {len(uji.dilalui)} indikator, hanya anggarannya perlu perhatian"
    assert uji.urutan == (ANGGARAN, *(indikator.kode for indikator in uji.dilalui))
    polos_saja = replace(uji, uang=(replace(diubah, perubahan=None),))
    assert polos_saja.urutan[-1] == ANGGARAN
    assert polos_saja.kalimat == f"{NAMA}: {len(uji.dilalui)} indikator, tidak ada yang perlu perhatian"


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
    untuk = UntukIndikator(KODE_PD, "KESOS", lembar.indikator[0].kode, TW3)
    tanya(sesi.gudang(), "UPDATE indikator SET bukti_wajib = TRUE WHERE kode_indikator = ?", (untuk.kode_indikator,))
    isi = terlihat(verifikasi())
    assert "1 bukti wajib belum ada" in isi
    assert "Belum ada berkas bukti dukung (bukti wajib)." in isi
    assert _bukti_di_unggah() == "0 dari 1"
    bukti = unggah_bukti(sesi.gudang(), kepala("KESOS").pelaku, untuk, "rekap.pdf", b"%PDF-1.7\n", waktu_kini())
    assert isinstance(bukti, Bukti)
    uji = verifikasi()
    assert "bukti wajib belum ada" not in terlihat(uji)
    assert _bukti_di_unggah() == "1 dari 1"
    assert "Unduh rekap.pdf" in [tombol.label for tombol in uji.get("download_button")]
    uji = tombol(uji, "Terima 1 penjelasan")
    assert judul(uji).endswith("perlu perhatian")
    bertemuan = next(indikator.kode for indikator in lembar.indikator if indikator.temuan)
    assert "diterima oleh Kasubbag Perencanaan (contoh)" in terlihat(verifikasi(baris=bertemuan))
    for kode in (*(indikator.kode for indikator in lembar.dilalui), "anggaran"):
        uji = verifikasi(baris=kode)
    assert not [kotak for kotak in uji.checkbox if "tanpa melihat" in kotak.label]
    uji = tombol(uji, "Verifikasi")
    assert "**terverifikasi** sejak" in terlihat(uji)
    assert f"dilihat {len(lembar.dilalui) + 1} dari {len(lembar.dilalui) + 1} baris" in terlihat(uji)
    assert baca_kedudukan(sesi.gudang(), KESOS).keadaan == "terverifikasi"


def _bukti_di_unggah() -> str:
    """What the page of kiriman counts."""
    mentah = "".join(potongan.value for potongan in buka("unggah", tahun="2026", triwulan="3").html)
    (hitungan,) = re.findall(r"data-judul='Bukti wajib'>(\d[^<]*)<", mentah)
    return str(hitungan)


@pytest.mark.usefixtures("salinan")
def test_who_verifies_rows_that_he_has_not_seen_says_so_by_name_and_it_is_kept(lembar: LembarVerifikasi) -> None:
    uji = tombol(verifikasi(), "Verifikasi")
    assert " belum dilihat seluruhnya: " in terlihat(uji)
    assert baca_kedudukan(sesi.gudang(), KESOS).keadaan == "terhimpun"
    luput = [indikator.baris.indikator for indikator in lembar.dilalui[1:]]
    (kotak,) = uji.checkbox
    assert polos(kotak.label).startswith(f"Verifikasi tanpa melihat {len(luput) + 1} baris: ")
    assert all(f"{indikator.kode} {indikator.nama}" in polos(kotak.label) for indikator in luput)
    kotak.check()
    isi = terlihat(tombol(uji, "Verifikasi"))
    assert f"dilihat 1 dari {len(lembar.dilalui) + 1} baris; tanpa melihat " in isi
    assert luput[0].kode in isi


@pytest.mark.usefixtures("salinan")
def test_what_changed_is_shown_old_and_new_and_that_nothing_happened_is_confirmed_with_its_reason() -> None:
    gudang = sesi.gudang()
    pindahkan(gudang, KESOS, *JALAN["terhimpun"], waktu=waktu_kini())
    isi = next(LETAK.rglob("format_2026_TW3_KESOS.xlsx")).read_bytes()
    hasil = periksa_berkas(gudang, KODE_PD, isi, "lama.xlsx")
    realisasi = next(baris for baris in hasil.realisasi if baris.nilai is not None)
    assert realisasi.nilai is not None
    ketikan = {
        realisasi.kode_indikator: {"realisasi": realisasi.nilai + 1},
        BERPEMBILANG: {"pembilang": 0, "penyebut": 0, "alasan": SEBAB},
        SD_TRIWULAN: {"realisasi": "nilai TW II tetap berlaku"},
    }
    lain = isi_format(isi, ketikan)
    baru = periksa_berkas(gudang, KODE_PD, lain, "perbaikan.xlsx")
    alasan = {temuan.kunci: "sudah dicek" for temuan in baru.temuan}
    siapa, waktu = kepala("KESOS").pelaku, waktu_kini()
    naik = unggah(gudang, siapa, baru, waktu, "uji")
    penyerahan = Penyerahan(baca_kedudukan(gudang, KESOS).versi, pernyataan=True)
    assert kirim(gudang, siapa, baru, alasan, naik.id_unggahan or "", penyerahan, waktu).status == "diterima"
    pindahkan(gudang, KESOS, "himpun", waktu=waktu_kini())
    uji = verifikasi(baris=realisasi.kode_indikator)
    assert "3 berubah dari versi sebelumnya" in terlihat(uji)
    assert f"{realisasi.tulis()} → {tulis_angka(realisasi.nilai + 1)}" in terlihat(uji)
    assert "1 tidak ada kejadian" in terlihat(uji)
    assert "Dinyatakan tetap berlaku: nilai TW II tetap berlaku." in terlihat(verifikasi(baris=SD_TRIWULAN))
    _pastikan_tanpa_kejadian()


def _pastikan_tanpa_kejadian() -> None:
    uji = verifikasi(baris=BERPEMBILANG)
    assert f"Tidak ada kejadian: {SEBAB}." in terlihat(uji)
    nihil, luput = uji.checkbox
    assert polos(nihil.label).startswith(f"Saya pastikan tidak ada kejadian: {BERPEMBILANG} ")
    assert polos(nihil.label).endswith(f"({SEBAB})")
    luput.check()
    uji = tombol(uji, "Verifikasi")
    assert "pastikan dahulu bahwa memang tidak ada kejadian" in terlihat(uji)
    for kotak in uji.checkbox:
        kotak.check()
    isi = terlihat(tombol(uji, "Verifikasi"))
    assert f"dipastikan tidak ada kejadian: {BERPEMBILANG}" in isi
