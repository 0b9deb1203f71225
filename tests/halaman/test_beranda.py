"""Beranda is a work list: everybody reads what waits for him, the Camat his figures first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.alur.perintah import Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.papan.pekerjaan import KERJAKAN
from analytics.sistem import buka_gudang
from analytics.sop.izin import peran_untuk
from analytics.sop.langkah import cari_langkah
from analytics.sop.objek import Objek, baca_kedudukan
from pages import cari
from pages.beranda.bagian.pekerjaan import TEMPAT
from tests.alat.halaman import Masuk, buka, kartu, terbaca, terlihat

TW3 = Periode(2026, 3)
KESOS = "Seksi Kesejahteraan Sosial dan Pelayanan"


def pekerjaan(uji: AppTest) -> list[str]:
    """The sentences of the work list."""
    return [
        terbaca(paragraf.value).split("**")[1] for paragraf in uji.markdown if paragraf.value.rstrip().endswith(".**")
    ]


def anak_judul(uji: AppTest) -> list[str]:
    return [terbaca(judul.value) for judul in uji.subheader]


def pindah(jalur: Path, siapa: AkunContoh, aksi: str, unit: str, catatan: str = "") -> None:
    """Make one move in the store of the screens."""
    gudang = buka_gudang(jalur)
    objek = Objek.pengumpulan(KODE_PD, TW3, unit)
    perintah = Perintah(aksi, objek, baca_kedudukan(gudang, objek).versi, catatan=catatan)
    hasil = terapkan(gudang, siapa.pelaku, perintah, datetime(2026, 10, 12, 9))
    gudang.tutup()
    assert hasil.berhasil, hasil.pesan


@pytest.mark.usefixtures("contoh")
def test_the_kasubbag_sees_what_to_verify_and_which_units_are_late(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    uji = buka()
    assert pekerjaan(uji) == [
        f"Periksa data yang terhimpun: verifikasi, tanyakan, atau kembalikan ({KESOS}, Triwulan III 2026)."
    ]
    assert anak_judul(uji)[0] == "Yang harus Anda kerjakan (1)"
    isi = terlihat(uji)
    assert "2 unit belum mengirim dan lewat tenggat:" in isi
    assert "Seksi Pemberdayaan Masyarakat dan Desa, Subbagian Umum dan Kepegawaian" in isi


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize(
    ("siapa", "kalimat"),
    [
        (
            UMUM,
            "Himpun data yang sudah dikirim dan sampaikan kepada Kasubbag Perencanaan "
            "(Subbagian Perencanaan dan Keuangan, Triwulan III 2026).",
        ),
        (
            kepala("UMPEG"),
            "Isi, validasi, lalu kirim format data (Subbagian Umum dan Kepegawaian, Triwulan III 2026).",
        ),
    ],
    ids=["umum", "kepala"],
)
def test_everybody_sees_the_own_work_alone(masuk: Masuk, siapa: AkunContoh, kalimat: str) -> None:
    masuk.siapa = siapa
    assert pekerjaan(buka()) == [kalimat]


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize(
    ("siapa", "nomor"), [(SEKCAM, 7), (SATU_DATA, 9), (CAMAT_CONTOH, 8)], ids=["sekretaris", "satu-data", "camat"]
)
def test_who_has_nothing_to_do_reads_which_step_comes_next(masuk: Masuk, siapa: AkunContoh, nomor: int) -> None:
    masuk.siapa = siapa
    uji = buka()
    assert pekerjaan(uji) == []
    assert f"Tidak ada yang menunggu Anda. Berikutnya langkah {nomor}: " in terlihat(uji)


@pytest.mark.usefixtures("contoh")
def test_the_camat_keeps_his_first_screen_with_what_waits_beside_it(masuk: Masuk) -> None:
    masuk.siapa = CAMAT_CONTOH
    urut = anak_judul(buka())
    assert urut[:2] == ["Paling jauh dari target", "Yang menunggu keputusan Anda"]
    assert urut.index("Papan SOP Triwulan III 2026") > urut.index("Yang menunggu keputusan Anda")
    masuk.siapa = KASUBBAG
    assert anak_judul(buka())[1] == "Papan SOP Triwulan III 2026"


@pytest.mark.usefixtures("contoh")
def test_the_board_shows_twelve_steps_with_turn_and_days() -> None:
    isi = terlihat(buka())
    assert "Langkah 3, 4 dan 5 sedang berjalan" in isi
    assert "▶ berjalan, 4 dari 6 unit selesai" in isi
    assert "Kepala Seksi: Seksi Pemberdayaan Masyarakat dan Desa, Subbagian Umum dan Kepegawaian" in isi
    assert "12. Melakukan validasi dan tanda tangan Laporan Kinerja" in isi
    assert "baku 3–22 hari kerja" in isi


@pytest.mark.usefixtures("contoh")
def test_completeness_and_timeliness_are_separate_figures() -> None:
    angka = kartu(buka())
    assert angka["Kelengkapan"].split(" dari ")[1].isdigit()
    assert angka["Ketepatan"].endswith(" dari 6")


@pytest.mark.usefixtures("contoh")
def test_paper_is_shown_on_the_board_of_its_periode() -> None:
    assert "di atas kertas (nomor 400.10/017/contoh" in terlihat(buka(tahun="2026", triwulan="1"))


@pytest.mark.usefixtures("contoh")
def test_what_came_in_before_the_sop_was_used_is_said(masuk: Masuk) -> None:
    masuk.siapa = KASUBBAG
    isi = terlihat(buka(tahun="2024", triwulan="2"))
    assert "Diterima tanpa alur, sehingga tidak dihitung waktunya: Seksi Pemerintahan," in isi


@pytest.mark.usefixtures("contoh")
def test_a_kepala_seksi_finds_the_own_unit_first(masuk: Masuk) -> None:
    masuk.siapa = kepala("UMPEG")
    baris = next(potongan.value for potongan in buka().html if "Kiriman pertama" in potongan.value)
    assert baris.index("Subbagian Umum dan Kepegawaian") < baris.index("Seksi Pemerintahan")


def test_a_question_waits_for_the_kepala_seksi_until_it_is_answered(salinan: Path, masuk: Masuk) -> None:
    pindah(salinan, KASUBBAG, "tanyakan", "KESOS", "Mengapa <b>turun</b> dari 12 menjadi 9?")
    masuk.siapa = kepala("KESOS")
    uji = buka()
    assert pekerjaan(uji) == [f"Jawab pertanyaan Kasubbag Perencanaan ({KESOS}, Triwulan III 2026)."]
    assert "Pertanyaan: Mengapa <b>turun</b> dari 12 menjadi 9?" in terlihat(uji)
    assert all("<b>" not in paragraf.value for paragraf in uji.markdown)


def test_what_was_sent_back_comes_to_the_unit_with_its_reason(salinan: Path, masuk: Masuk) -> None:
    pindah(salinan, KASUBBAG, "kembalikan_data", "KESOS", "Angka IKM tertukar")
    masuk.siapa = UMUM
    assert pekerjaan(buka())[-1].startswith("Teruskan data yang dikembalikan kepada unit untuk diperbaiki")


@pytest.mark.usefixtures("contoh")
def test_a_line_of_the_work_list_leads_to_the_page_where_it_is_done(masuk: Masuk) -> None:
    masuk.siapa = kepala("UMPEG")
    assert "Kerjakan" in [tautan.label for tautan in buka().get("page_link")]


@pytest.mark.parametrize("aksi", KERJAKAN)
def test_whoever_is_waited_for_may_see_the_page_where_the_move_is_made(aksi: str) -> None:
    assert set(cari_langkah(aksi).oleh) <= set(peran_untuk(cari(TEMPAT[aksi]).lihat))


@pytest.mark.usefixtures("contoh")
@pytest.mark.parametrize(("siapa", "ada"), [(KASUBBAG, True), (UMUM, True), (SEKCAM, False), (CAMAT_CONTOH, False)])
def test_only_who_collects_the_data_is_sent_to_collect_them(masuk: Masuk, siapa: AkunContoh, ada: bool) -> None:
    masuk.siapa = siapa
    tautan = [tautan.value for tautan in buka().page_link]
    assert ("Unduh format untuk 2 unit yang belum mengirim" in tautan) is ada
    assert ("Unggah format yang sudah diisi" in tautan) is ada
