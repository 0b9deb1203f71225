"""The table of the SOP holds together: nothing hangs in the air, nobody waits for nobody, every Tidak has its arrow."""

from __future__ import annotations

import pytest

from analytics.alur import perintah
from analytics.sop.langkah import (
    ARTI_KELENGKAPAN,
    AWAL,
    LANGKAH,
    MENURUT_AKSI,
    NAMA_DOKUMEN,
    NAMA_KEADAAN_ALUR,
    SOP,
    Langkah,
    giliran,
    langkah_dari,
)
from analytics.sop.peran import CAMAT, KASUBBAG_PERENCANAAN, KASUBBAG_UMUM, KEPALA_SEKSI, NAMA_PERAN, SEKRETARIS
from tests.alat.kantor_alur import jalan

KEADAAN = [(dokumen, nama) for dokumen, nama in NAMA_KEADAAN_ALUR.items() for nama in nama]
AKHIR = {("pengumpulan", "terverifikasi"), ("kompilasi", "terinput"), ("laporan", "diserahkan")}
MENURUT_CATATAN = {("laporan", "ditandatangani")}
"""Where only handing over is left, which somebody notes when it has happened."""


@pytest.mark.parametrize(("dokumen", "keadaan"), KEADAAN)
def test_every_keadaan_can_be_reached_from_the_first_one(dokumen: str, keadaan: str) -> None:
    lewat = jalan(dokumen, AWAL[dokumen], keadaan)
    assert (lewat[-1].ke if lewat else AWAL[dokumen]) == keadaan


@pytest.mark.parametrize("langkah", LANGKAH, ids=lambda langkah: langkah.aksi)
def test_a_row_speaks_only_of_what_has_a_name(langkah: Langkah) -> None:
    nama = NAMA_KEADAAN_ALUR[langkah.dokumen]
    assert {*langkah.dari, langkah.ke} <= set(nama)
    assert set(langkah.oleh) <= set(NAMA_PERAN)
    assert set(langkah.kelengkapan) <= set(ARTI_KELENGKAPAN)
    assert langkah.nama
    assert langkah.dokumen in NAMA_DOKUMEN


def test_no_aksi_stands_twice_and_the_index_has_them_all() -> None:
    assert len({langkah.aksi for langkah in LANGKAH}) == len(LANGKAH) == len(MENURUT_AKSI)
    assert all(MENURUT_AKSI[langkah.aksi] is langkah for langkah in LANGKAH)


def test_everything_that_a_row_can_ask_for_is_explained_and_checked() -> None:
    diminta = {syarat for langkah in LANGKAH for syarat in langkah.kelengkapan}
    assert diminta == set(ARTI_KELENGKAPAN) == set(perintah._SYARAT)


@pytest.mark.parametrize(("dokumen", "keadaan"), KEADAAN)
def test_every_document_that_is_not_done_waits_for_exactly_one_move(dokumen: str, keadaan: str) -> None:
    menunggu = [langkah.aksi for langkah in langkah_dari(dokumen, keadaan) if langkah.giliran]
    selesai = (dokumen, keadaan) in AKHIR | MENURUT_CATATAN
    assert len(menunggu) == (0 if selesai else 1)
    assert giliran(dokumen, keadaan) == (None if selesai else MENURUT_AKSI[menunggu[0]])


@pytest.mark.parametrize("langkah", [langkah for langkah in LANGKAH if langkah.tidak], ids=lambda langkah: langkah.aksi)
def test_every_tidak_demands_a_reason_and_is_nobodys_turn(langkah: Langkah) -> None:
    assert langkah.wajib_catatan
    assert not langkah.giliran


def test_the_twelve_steps_are_there_in_order_and_each_has_a_row_of_its_document_and_doer() -> None:
    assert [baris_sop.nomor for baris_sop in SOP] == list(range(1, 13))
    for baris_sop in SOP:
        baris = [langkah for langkah in LANGKAH if langkah.nomor == baris_sop.nomor]
        assert baris
        assert {langkah.dokumen for langkah in baris} == {baris_sop.dokumen}
        assert set(baris_sop.pelaksana) <= {peran for langkah in baris for peran in langkah.oleh}


@pytest.mark.parametrize(
    "langkah", [langkah for langkah in LANGKAH if langkah.memeriksa], ids=lambda langkah: langkah.aksi
)
def test_what_a_move_checks_are_moves(langkah: Langkah) -> None:
    assert set(langkah.memeriksa) <= set(MENURUT_AKSI)
    assert langkah.aksi not in langkah.memeriksa


def _panah(aksi: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    menurut_aksi = MENURUT_AKSI[aksi]
    return menurut_aksi.oleh, menurut_aksi.dari, menurut_aksi.ke


def test_a_wrong_kiriman_goes_back_to_the_kasubbag_umum_who_takes_it_to_the_seksi() -> None:
    assert _panah("kembalikan_data") == (
        (KASUBBAG_PERENCANAAN,),
        ("terhimpun", "terverifikasi"),
        "dikembalikan_ke_umum",
    )
    assert _panah("teruskan_pengembalian") == ((KASUBBAG_UMUM,), ("dikembalikan_ke_umum",), "perbaikan")
    assert "perbaikan" in MENURUT_AKSI["kirim"].dari
    assert MENURUT_AKSI["kirim"].oleh == (KEPALA_SEKSI,)


def test_the_sekretaris_sends_a_kompilasi_back_to_the_kasubbag_and_a_report_back_to_its_draft() -> None:
    assert _panah("kembalikan_kompilasi") == ((SEKRETARIS,), ("di_sekretaris",), "dikembalikan")
    assert "dikembalikan" in MENURUT_AKSI["olah"].dari
    assert _panah("kembalikan_laporan") == ((SEKRETARIS,), ("di_sekretaris",), "dikembalikan")
    assert "dikembalikan" in MENURUT_AKSI["susun_laporan"].dari
    for aksi in ("olah", "susun_laporan"):
        assert MENURUT_AKSI[aksi].oleh == (KASUBBAG_PERENCANAAN,)


def test_paper_counts_for_exactly_the_steps_that_are_signed() -> None:
    kertas = [langkah for langkah in LANGKAH if langkah.kertas]
    assert {langkah.nomor for langkah in kertas} == {7, 8, 11, 12}
    for langkah in kertas:
        assert langkah.oleh == (KASUBBAG_PERENCANAAN,)
        assert "kertas" in langkah.kelengkapan
        di_layar = MENURUT_AKSI[langkah.aksi.removesuffix("_kertas")]
        assert (langkah.nomor, langkah.dari, langkah.ke, langkah.tidak) == (
            di_layar.nomor,
            di_layar.dari,
            di_layar.ke,
            di_layar.tidak,
        )
    assert {langkah.aksi for langkah in LANGKAH if "kertas" in langkah.kelengkapan} == {
        langkah.aksi for langkah in kertas
    }


def test_only_the_camat_opens_again_what_was_approved_or_signed() -> None:
    buka = [langkah for langkah in LANGKAH if langkah.revisi_baru]
    assert {langkah.dokumen for langkah in buka} == {"kompilasi", "laporan"}
    for langkah in buka:
        assert langkah.oleh == (CAMAT,)
        assert langkah.wajib_catatan
        assert "sandi" in langkah.kelengkapan
    selesai = {"disetujui", "terinput", "ditandatangani", "diserahkan"}
    mundur = [langkah for langkah in LANGKAH if set(langkah.dari) & selesai and langkah.ke not in selesai]
    assert mundur == buka


def test_what_the_camat_does_with_his_name_asks_for_his_password() -> None:
    for aksi in ("setujui", "tanda_tangani", "buka_kembali", "buka_laporan"):
        assert "sandi" in MENURUT_AKSI[aksi].kelengkapan
        assert MENURUT_AKSI[aksi].oleh == (CAMAT,)


def test_data_of_a_unit_change_only_below_an_open_kompilasi() -> None:
    bahan = {"kirim", "kirim_titipan", "verifikasi", "kembalikan_data"}
    assert {langkah.aksi for langkah in LANGKAH if "kompilasi_terbuka" in langkah.kelengkapan} == bahan


def test_who_approves_is_held_against_everybody_who_had_a_hand_in_it() -> None:
    tangan = {"kirim", "kirim_titipan", "olah", "koreksi", "supervisi"}
    assert set(MENURUT_AKSI["setujui"].memeriksa) == tangan
    assert set(MENURUT_AKSI["supervisi"].memeriksa) == {"kirim", "kirim_titipan", "olah"}
