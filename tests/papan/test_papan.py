"""The board says where every step stands, whose turn it is and what it took; the work list says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SATU_DATA, SEKCAM, UMUM, AkunContoh, kepala
from analytics.papan.papan import LangkahPapan, Papan, susun_papan
from analytics.papan.pekerjaan import KERJAKAN, Pekerjaan, daftar_pekerjaan, kalimat_kosong
from analytics.papan.tabel_papan import tabel_papan, tulis_hari
from analytics.sop.langkah import LANGKAH
from analytics.sop.objek import Objek
from analytics.sop.peran import NAMA_PERAN, baca_tugas
from data.gudang import Peristiwa
from tests.alat.kantor_papan import KANTOR, TW3, Kantor, buka_kantor, kantor, kertas, unit

__all__ = ["kantor"]
PMD = "Seksi Pemberdayaan Masyarakat dan Desa"
KOMPILASI = Objek.kompilasi(KANTOR, TW3)


def papan(kantor: Kantor, bulan: int, hari: int, periode: Periode = TW3) -> Papan:
    return susun_papan(kantor.gudang, KANTOR, periode, datetime(2026, bulan, hari, 15))


def langkah(kantor: Kantor, nomor: int, bulan: int, hari: int) -> LangkahPapan:
    return papan(kantor, bulan, hari).langkah[nomor - 1]


def kerja(kantor: Kantor, siapa: AkunContoh, bulan: int, hari: int) -> tuple[Pekerjaan, ...]:
    kini = datetime(2026, bulan, hari, 15)
    return daftar_pekerjaan(kantor.gudang, KANTOR, baca_tugas(kantor.gudang, siapa.pelaku, kini.date()), TW3, kini)


def sampai_terhimpun(kantor: Kantor) -> None:
    """Formats made on Thursday 1 October, handed out on the 2nd, sent on the 6th, collected on the 7th."""
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.semua("bagikan_format", 10, 2)
    kantor.pindah(unit("PEM"), "kirim", 10, 5)
    kantor.pindah(unit("PMD"), "kirim", 10, 6)
    kantor.semua("himpun", 10, 7)


def sampai_terverifikasi(kantor: Kantor) -> None:
    sampai_terhimpun(kantor)
    kantor.semua("verifikasi", 10, 8)


@pytest.fixture
def terhimpun() -> Iterator[Kantor]:
    """The office where both units were collected."""
    with buka_kantor(sampai_terhimpun) as baru:
        yield baru


@pytest.fixture
def terverifikasi() -> Iterator[Kantor]:
    """The office where both units were verified."""
    with buka_kantor(sampai_terverifikasi) as baru:
        yield baru


def test_before_the_triwulan_is_over_nothing_runs(kantor: Kantor) -> None:
    hasil = papan(kantor, 9, 30)
    assert [baris_sop.keadaan for baris_sop in hasil.langkah] == ["belum"] * 12
    assert hasil.kalimat == "0 dari 12 langkah selesai, tidak ada yang sedang berjalan."


def test_the_clock_of_step_one_begins_when_the_triwulan_is_over(kantor: Kantor) -> None:
    permintaan = langkah(kantor, 1, 10, 6)
    assert (permintaan.keadaan, permintaan.hari, permintaan.lewat) == ("berjalan", 4, True)
    assert permintaan.tenggat == date(2026, 10, 1)
    assert permintaan.giliran == f"{NAMA_PERAN['kasubbag_perencanaan']} (2 unit)"


def test_a_step_over_several_units_takes_as_long_as_its_slowest(terhimpun: Kantor) -> None:
    tiga = langkah(terhimpun, 3, 10, 8)
    assert (tiga.keadaan, tiga.hari, tiga.paling_lambat) == ("selesai", 3, PMD)
    assert tiga.lewat
    assert [langkah(terhimpun, nomor, 10, 8).hari for nomor in (1, 2, 4)] == [1, 0, 2]


def test_the_board_names_whose_turn_it_is_and_which_units_are_waited_for(kantor: Kantor) -> None:
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.pindah(unit("PEM"), "bagikan_format", 10, 2)
    tiga = langkah(kantor, 3, 10, 5)
    assert "Kasubbag Umum dan Kepegawaian (1 unit)" in tiga.giliran
    assert "Kepala Seksi: Seksi Pemerintahan" in tiga.giliran


def test_a_step_that_nobody_is_at_says_how_many_units_have_done_it(kantor: Kantor) -> None:
    kantor.pindah(unit("PEM"), "susun_format", 10, 1)
    kantor.pindah(unit("PEM"), "sampaikan_format", 10, 1)
    baris = tabel_papan(papan(kantor, 10, 2)).baris
    assert [sel.isi[1] for sel in baris[:4]] == [
        "▶ berjalan, 1 dari 2 unit selesai",
        "○ 1 dari 2 unit selesai",
        "▶ berjalan",
        "○ belum",
    ]


def test_a_tidak_is_a_loop_and_its_second_stay_counts_on(terhimpun: Kantor) -> None:
    terhimpun.pindah(unit("PMD"), "kembalikan_data", 10, 8, catatan="Angka IKM tertukar")
    terhimpun.pindah(unit("PMD"), "teruskan_pengembalian", 10, 8)
    tiga, lima = langkah(terhimpun, 3, 10, 9), langkah(terhimpun, 5, 10, 9)
    assert (tiga.keadaan, tiga.hari) == ("berjalan", 4)
    assert (lima.keadaan, lima.putaran, lima.unit_selesai) == ("berjalan", 1, 0)
    pekerjaan = kerja(terhimpun, kepala("PMD"), 10, 9)[0]
    assert pekerjaan.catatan == "Alasan dikembalikan: Angka IKM tertukar"
    assert pekerjaan.langkah.aksi == "kirim"


def test_the_kompilasi_begins_when_the_last_unit_is_verified(terhimpun: Kantor) -> None:
    terhimpun.pindah(unit("PEM"), "verifikasi", 10, 8)
    assert langkah(terhimpun, 6, 10, 12).keadaan == "belum"
    terhimpun.pindah(unit("PMD"), "verifikasi", 10, 12)
    enam = langkah(terhimpun, 6, 10, 13)
    assert (enam.keadaan, enam.hari) == ("berjalan", 1)
    assert enam.giliran == NAMA_PERAN["kasubbag_perencanaan"]


def test_paper_stands_on_the_board(terverifikasi: Kantor) -> None:
    terverifikasi.pindah(KOMPILASI, "olah", 10, 9)
    terverifikasi.pindah(KOMPILASI, "supervisi", 10, 12)
    terverifikasi.pindah(KOMPILASI, "setujui_kertas", 10, 20, kertas=kertas())
    delapan = langkah(terverifikasi, 8, 10, 21)
    assert delapan.keadaan == "selesai"
    assert [jejak.nomor_kertas for jejak in delapan.kertas] == ["B/7"]
    assert delapan.hari == 6
    assert langkah(terverifikasi, 9, 10, 21).giliran == NAMA_PERAN["admin_satu_data"]


def test_the_report_waits_for_triwulan_four_alone(terverifikasi: Kantor) -> None:
    for aksi in ("olah", "supervisi", "setujui"):
        terverifikasi.pindah(KOMPILASI, aksi, 10, 12)
    assert langkah(terverifikasi, 10, 10, 20).keadaan == "belum"


def test_the_report_waits_from_the_approval_of_triwulan_four_on(kantor: Kantor) -> None:
    tw4 = Periode(2025, 4)
    kompilasi = Objek.kompilasi(KANTOR, tw4)
    for aksi in ("susun_format", "sampaikan_format", "bagikan_format", "kirim", "himpun", "verifikasi"):
        kantor.semua(aksi, 1, 6, tw4)
    for aksi in ("olah", "supervisi", "setujui"):
        kantor.pindah(kompilasi, aksi, 1, 7)
    sepuluh = papan(kantor, 1, 9, tw4).langkah[9]
    assert (sepuluh.keadaan, sepuluh.hari, sepuluh.tenggat) == ("berjalan", 2, date(2026, 2, 9))
    menunggu = [pekerjaan.langkah.aksi for pekerjaan in kerja(kantor, KASUBBAG, 1, 9)]
    assert menunggu == ["susun_laporan"]


def test_reopening_takes_the_periode_back_to_step_six(terverifikasi: Kantor) -> None:
    for aksi in ("olah", "supervisi", "setujui"):
        terverifikasi.pindah(KOMPILASI, aksi, 10, 9)
    terverifikasi.pindah(KOMPILASI, "buka_kembali", 10, 12, catatan="Ada angka keliru")
    hasil = papan(terverifikasi, 10, 13)
    assert [baris_sop.keadaan for baris_sop in hasil.langkah[5:9]] == ["berjalan", "belum", "belum", "belum"]
    assert (hasil.langkah[5].hari, hasil.langkah[7].putaran) == (2, 1)
    assert kerja(terverifikasi, KASUBBAG, 10, 13)[0].catatan == "Alasan dikembalikan: Ada angka keliru"


def test_who_checked_the_own_work_stands_on_the_board(kantor: Kantor) -> None:
    izinkan = {"kunci": "pemeriksa_sendiri", "mulai": date(2026, 1, 6), "revisi": 1, "nilai": "tandai"}
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "atur", {}, datetime(2026, 1, 6))) as tx:
        tx.tambah("pengaturan", [{**izinkan, "keterangan": "uji", "sumber": "uji"}])
    for aksi in ("susun_format", "sampaikan_format", "bagikan_format"):
        kantor.semua(aksi, 10, 1)
    for aksi in ("kirim_titipan", "himpun", "verifikasi"):
        kantor.pindah(unit("PEM"), aksi, 10, 2)
    hasil = papan(kantor, 10, 5)
    assert [baris_sop.aksi for baris_sop in hasil.langkah[4].rangkap] == ["verifikasi"]
    assert f"diperiksa pembuatnya sendiri ({KASUBBAG.nama})" in str(tabel_papan(hasil).baris[4].isi[-1])


def test_a_time_that_was_changed_holds_from_its_day(kantor: Kantor) -> None:
    baris = {"langkah": 1, "revisi": 1, "paling_cepat": 1, "keterangan": "", "sumber": "Keputusan Camat"}
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "baku", {}, datetime(2026, 1, 6))) as tx:
        tx.tambah("waktu_baku", [{**baris, "mulai": date(2026, 7, 1), "paling_lama": 9}])
        tx.tambah("waktu_baku", [{**baris, "mulai": date(2026, 10, 1), "paling_lama": 30}])
    permintaan = langkah(kantor, 1, 10, 6)
    assert (permintaan.baku.paling_lama, permintaan.lewat) == (9, False)
    assert permintaan.tenggat == date(2026, 10, 13)


def test_data_that_came_before_the_sop_was_recorded_has_no_clock(kantor: Kantor) -> None:
    kiriman = {"kode_pd": KANTOR, "id_kiriman": "a", "kode_unit": "PEM", "tahun": 2026, "triwulan": 3, "versi": 1}
    kiriman |= {
        "nama_berkas": "a.xlsx",
        "sha256": "0" * 64,
        "oleh": "x",
        "versi_format": 1,
        "diterima_pada": datetime(2026, 10, 2),
    }
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "kiriman", {}, datetime(2026, 10, 2))) as tx:
        tx.tambah("kiriman", [kiriman])
    hasil = papan(kantor, 10, 6)
    assert hasil.tanpa_alur == ("Seksi Pemerintahan",)
    assert hasil.langkah[0].giliran == f"{NAMA_PERAN['kasubbag_perencanaan']} (1 unit)"


def test_everybody_sees_what_waits_for_the_own_peran_and_unit(terhimpun: Kantor) -> None:
    terhimpun.pindah(unit("PEM"), "verifikasi", 10, 8)
    terhimpun.pindah(unit("PMD"), "tanyakan", 10, 8, catatan="Mengapa turun?")
    assert [(pekerjaan.langkah.aksi, pekerjaan.nama) for pekerjaan in kerja(terhimpun, KASUBBAG, 10, 8)] == [
        ("verifikasi", (PMD,))
    ]
    tanya = kerja(terhimpun, kepala("PMD"), 10, 9)
    assert [(tulisan.langkah.aksi, tulisan.catatan, tulisan.hari) for tulisan in tanya] == [
        ("jawab", "Pertanyaan: Mengapa turun?", 1)
    ]
    assert kerja(terhimpun, kepala("PEM"), 10, 9) == ()
    assert [kerja(terhimpun, siapa, 10, 9) for siapa in (UMUM, SEKCAM, CAMAT_CONTOH, SATU_DATA)] == [()] * 4
    terhimpun.pindah(unit("PMD"), "jawab", 10, 9)
    assert kerja(terhimpun, kepala("PMD"), 10, 9) == ()


def test_a_question_does_not_begin_the_clock_of_step_five_anew(terhimpun: Kantor) -> None:
    terhimpun.pindah(unit("PMD"), "tanyakan", 10, 9, catatan="Mengapa turun?")
    pekerjaan = next(pekerjaan for pekerjaan in kerja(terhimpun, KASUBBAG, 10, 12) if pekerjaan.nama == (PMD,))
    assert (pekerjaan.hari, pekerjaan.sejak, pekerjaan.tenggat) == (3, datetime(2026, 10, 7, 9), date(2026, 10, 15))
    assert pekerjaan.catatan == "Pertanyaan kepada unit belum dijawab."
    terhimpun.pindah(unit("PMD"), "jawab", 10, 20, catatan="Karena cuaca")
    pekerjaan = next(pekerjaan for pekerjaan in kerja(terhimpun, KASUBBAG, 10, 21) if pekerjaan.nama == (PMD,))
    assert (pekerjaan.tenggat, pekerjaan.lewat, pekerjaan.catatan) == (
        date(2026, 10, 15),
        True,
        "Jawaban unit: Karena cuaca",
    )


def test_moves_that_are_made_for_all_units_at_once_are_one_line(kantor: Kantor) -> None:
    pekerjaan = kerja(kantor, KASUBBAG, 10, 1)
    assert [butir.kalimat for butir in pekerjaan] == [
        "Susun format data dan surat permintaannya (2 unit, Triwulan III 2026)."
    ]
    assert pekerjaan[0].waktu == (
        "menunggu sejak 30 September 2026, terpakai 1 dari 1 hari kerja, tenggat 1 Oktober 2026"
    )


def test_what_is_overdue_comes_first(terverifikasi: Kantor) -> None:
    terverifikasi.pindah(KOMPILASI, "olah", 10, 9)
    terverifikasi.pindah(KOMPILASI, "supervisi", 10, 12)
    terverifikasi.pindah(KOMPILASI, "setujui", 10, 12)
    tw2 = Periode(2026, 2)
    terverifikasi.semua("susun_format", 10, 12, tw2)
    kerjaan = kerja(terverifikasi, KASUBBAG, 10, 12)
    assert [(pekerjaan.langkah.aksi, pekerjaan.lewat) for pekerjaan in kerjaan] == [("sampaikan_format", False)]
    kerjaan = kerja(terverifikasi, SATU_DATA, 10, 15)
    assert [(pekerjaan.langkah.aksi, pekerjaan.lewat) for pekerjaan in kerjaan] == [("input_satu_data", True)]


def minta_sampai_9_oktober(kantor: Kantor) -> None:
    """The letter that asks for the data."""
    permintaan = {"kode_pd": KANTOR, "tahun": 2026, "triwulan": 3, "revisi": 1, "oleh": "x"}
    with kantor.gudang.transaksi(Peristiwa(KANTOR, "uji", "uji", "surat", {}, datetime(2026, 10, 1))) as tx:
        tx.tambah("permintaan", [{**permintaan, "tenggat": date(2026, 10, 9), "dicatat_pada": datetime(2026, 10, 1)}])


def test_board_and_work_list_name_one_deadline_and_agree_who_is_late(kantor: Kantor) -> None:
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.semua("bagikan_format", 10, 1)
    minta_sampai_9_oktober(kantor)
    for hari, lewat in ((8, False), (9, False), (12, True)):
        tiga, pekerjaan = langkah(kantor, 3, 10, hari), kerja(kantor, kepala("PMD"), 10, hari)[0]
        assert (tiga.tenggat, tiga.lewat) == (pekerjaan.tenggat, pekerjaan.lewat) == (date(2026, 10, 9), lewat)
        assert tulis_hari(tiga) == f"{pekerjaan.hari} hari kerja{', lewat tenggat' if lewat else ''}"
    assert papan(kantor, 10, 12).kalimat == "Langkah 3 sedang berjalan dan melewati tenggat."


def test_who_sent_by_the_letter_took_no_longer_than_allowed_and_a_returned_format_goes_by_the_sop(
    kantor: Kantor,
) -> None:
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.semua("bagikan_format", 10, 1)
    minta_sampai_9_oktober(kantor)
    kantor.semua("kirim", 10, 9)
    assert not langkah(kantor, 3, 10, 20).lewat
    kantor.semua("himpun", 10, 9)
    kantor.pindah(unit("PEM"), "kembalikan_data", 10, 12)
    kantor.pindah(unit("PEM"), "teruskan_pengembalian", 10, 12)
    tiga, pekerjaan = langkah(kantor, 3, 10, 13), kerja(kantor, kepala("PEM"), 10, 13)[0]
    assert tiga.tenggat == pekerjaan.tenggat == date(2026, 10, 13)
    assert langkah(kantor, 3, 10, 15).lewat


def test_the_deadline_of_the_letter_counts_for_a_unit_that_fills_in(kantor: Kantor) -> None:
    kantor.semua("susun_format", 10, 1)
    kantor.semua("sampaikan_format", 10, 1)
    kantor.semua("bagikan_format", 10, 1)
    minta_sampai_9_oktober(kantor)
    pekerjaan = kerja(kantor, kepala("PEM"), 10, 9)[0]
    assert (pekerjaan.tenggat, pekerjaan.lewat, pekerjaan.hari) == (date(2026, 10, 9), False, 6)
    assert kerja(kantor, kepala("PEM"), 10, 12)[0].lewat


def test_who_has_nothing_to_do_reads_what_comes_next(terverifikasi: Kantor) -> None:
    terverifikasi.pindah(KOMPILASI, "olah", 10, 12)
    tugas = baca_tugas(terverifikasi.gudang, CAMAT_CONTOH.pelaku, date(2026, 10, 12))
    assert kalimat_kosong(terverifikasi.gudang, papan(terverifikasi, 10, 12), tugas) == (
        "Tidak ada yang menunggu Anda. Berikutnya langkah 8: Menyetujui data capaian kinerja, paling lambat "
        "13 Oktober 2026 bila langkah sebelumnya menurut waktu baku."
    )


def test_no_day_is_promised_while_a_step_before_is_overdue(terhimpun: Kantor) -> None:
    tugas = baca_tugas(terhimpun.gudang, CAMAT_CONTOH.pelaku, date(2026, 10, 30))
    assert kalimat_kosong(terhimpun.gudang, papan(terhimpun, 10, 30), tugas).endswith(
        "langkah 8: Menyetujui data capaian kinerja. Langkah 5 sebelumnya sudah melewati waktu baku."
    )


@pytest.mark.parametrize("aksi", sorted({baris_sop.aksi for baris_sop in LANGKAH if baris_sop.giliran} | {"jawab"}))
def test_every_move_that_is_waited_for_has_a_sentence(aksi: str) -> None:
    assert KERJAKAN[aksi]
