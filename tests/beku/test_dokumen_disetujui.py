"""At an approval the bytes of its document are stored, and handed out from then on."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.alur.arsip import Pencatatan, ambil_arsip, catat_arsip, tawaran
from analytics.alur.perintah import Perintah, terapkan_dalam
from analytics.alur.perintah import _calon as siapkan_setuju
from analytics.beku import pembekuan
from analytics.beku.dokumen_disetujui import DokumenDisetujui, ambil_dokumen
from analytics.beku.fakta import sidik_isi
from analytics.beku.kanonik import sidik
from analytics.beku.snapshot import SnapshotRusak, daftar_snapshot, muat_snapshot
from analytics.bukti_asli.periksa_jejak import periksa_jejak
from analytics.contoh.akun import CAMAT_CONTOH, UMUM
from analytics.dokumen.cap import banyak_potongan, potong
from analytics.pembaca.anak import urai
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.kantor_beku import (
    WAKTU,
    dokumen,
    kantor_disetujui,
    kantor_terhimpun,
    pindah,
    serahkan,
    setujui,
)
from tests.alat.kantor_dokumen import PERIODE
from tests.alat.toko import KODE_PD, peristiwa

KOMPILASI = Objek.kompilasi(KODE_PD, PERIODE)


def _ambil(gudang: Gudang, nomor: str = "S-2026-TW3-R1") -> DokumenDisetujui:
    return ambil_dokumen(gudang, muat_snapshot(gudang, KODE_PD, nomor))


def _catatan(gudang: Gudang) -> dict[str, Any]:
    """What the log says of the snapshot of the approval."""
    pindah_akhir = gudang.kueri("perpindahan_objek", objek=KOMPILASI.id)[-1]
    catatan: dict[str, Any] = json.loads(pindah_akhir["rincian"])["snapshot"]
    return catatan


def test_the_log_names_the_bytes_that_are_handed_out() -> None:
    gudang, snapshot = kantor_disetujui()
    hasil = ambil_dokumen(gudang, snapshot)
    assert hasil.sha256 == sidik(hasil.isi)
    assert _catatan(gudang) == {"nomor": snapshot.nomor, "sidik": snapshot.sidik, "dokumen": hasil.sha256}
    assert [ringkas.dokumen for ringkas in daftar_snapshot(gudang, KODE_PD)] == [hasil.sha256]


@pytest.mark.parametrize("kertas", [False, True])
def test_the_document_that_is_stored_reads_as_one_that_was_written_with_its_stamp(kertas: bool) -> None:
    """Every cell of every sheet, stamp and packed snapshot too: no mark is left in it, and nothing else was touched."""
    gudang, snapshot = kantor_disetujui(kertas=kertas)
    assert urai(ambil_dokumen(gudang, snapshot).isi) == urai(dokumen(snapshot))


def test_what_this_program_would_write_now_does_not_touch_what_is_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    gudang, snapshot = kantor_disetujui()
    tersimpan, tertulis = ambil_dokumen(gudang, snapshot), dokumen(snapshot)
    monkeypatch.setattr("analytics.dokumen.gaya.FOLIO", 9)
    assert dokumen(snapshot) != tertulis, "another layout"
    assert ambil_dokumen(gudang, snapshot) == tersimpan


def test_each_revisi_keeps_its_own_document() -> None:
    gudang, _ = kantor_disetujui()
    pertama = _ambil(gudang)
    pindah(gudang, CAMAT_CONTOH, "buka_kembali", KOMPILASI, 4, catatan="Angka IKM keliru")
    setujui(gudang)
    assert _ambil(gudang) == pertama
    assert _ambil(gudang, "S-2026-TW3-R2").sha256 not in (None, pertama.sha256)


def _siap() -> tuple[Gudang, Perintah]:
    gudang = kantor_terhimpun()
    serahkan(gudang)
    versi = baca_kedudukan(gudang, KOMPILASI).versi
    return gudang, Perintah("setujui", KOMPILASI, versi, sidik_dilihat=sidik_isi(gudang, KODE_PD, PERIODE))


def test_inside_the_write_lock_nothing_is_evaluated_or_written_anew_though_the_log_went_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gudang, perintah = _siap()
    calon = siapkan_setuju(gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU)
    monkeypatch.setattr(pembekuan, "_susun_calon", None)
    with gudang.transaksi(replace(peristiwa("masuk"), mengubah=False)):
        pass
    with gudang.transaksi() as tx:
        assert terapkan_dalam(tx, CAMAT_CONTOH.pelaku, perintah, WAKTU, calon).berhasil
    snapshot = muat_snapshot(gudang, KODE_PD, "S-2026-TW3-R1")
    assert snapshot.isi["ujung"]["nomor"] == gudang.kueri("peristiwa_ujung")[0]["nomor"] - 1
    assert urai(ambil_dokumen(gudang, snapshot).isi) == urai(dokumen(snapshot))
    assert periksa_jejak(gudang).utuh


def test_who_approves_is_part_of_what_was_prepared() -> None:
    """Whose name changed meanwhile is not called by the old one."""
    gudang, perintah = _siap()
    calon = siapkan_setuju(gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU)
    pelaku = replace(CAMAT_CONTOH.pelaku, nama="Camat dengan nama baru")
    with gudang.transaksi() as tx:
        assert terapkan_dalam(tx, pelaku, perintah, WAKTU, calon).berhasil
    snapshot = muat_snapshot(gudang, KODE_PD, "S-2026-TW3-R1")
    assert snapshot.isi["disetujui"]["oleh"] == "Camat dengan nama baru"
    assert urai(ambil_dokumen(gudang, snapshot).isi) == urai(dokumen(snapshot))


def test_move_snapshot_document_and_log_are_one_transaction() -> None:
    gudang, perintah = _siap()
    sebelum = gudang.kueri("berkas_sidik")
    with gudang.coba() as tx:
        assert terapkan_dalam(tx, CAMAT_CONTOH.pelaku, perintah, WAKTU).berhasil
        assert len(tx.kueri("dokumen_semua")) == 1
    assert gudang.kueri("berkas_sidik") == sebelum
    assert gudang.kueri("dokumen_semua") == []
    assert daftar_snapshot(gudang, KODE_PD) == ()


@pytest.mark.parametrize(
    ("sql", "sebab"),
    [
        ("DELETE FROM berkas WHERE sha256 = $sha256", "hilang"),
        ("UPDATE berkas SET isi = isi || 'x'::BLOB WHERE sha256 = $sha256", "berubah"),
    ],
)
def test_a_document_that_somebody_took_away_or_changed_is_found_and_not_handed_out(sql: str, sebab: str) -> None:
    gudang, snapshot = kantor_disetujui()
    sha256 = ambil_dokumen(gudang, snapshot).sha256
    _ubah(gudang, sql, sha256)
    with pytest.raises(SnapshotRusak, match=sebab):
        ambil_dokumen(gudang, snapshot)
    assert sebab in periksa_jejak(gudang).putusan


@pytest.mark.parametrize(
    ("sql", "pesan"),
    [
        ("DELETE FROM dokumen_snapshot", "Dokumen snapshot S-2026-TW3-R1 hilang; jejak mencatatnya."),
        ("UPDATE dokumen_snapshot SET sha256 = (SELECT min(sha256) FROM berkas WHERE sha256 <> $sha256)", "bukan yang"),
        ("UPDATE dokumen_snapshot SET nomor = 'S-2026-TW3-R9'", "ada tanpa catatan pada jejak."),
    ],
)
def test_the_check_of_the_log_proves_which_document_was_approved(sql: str, pesan: str) -> None:
    gudang, snapshot = kantor_disetujui()
    _ubah(gudang, sql, ambil_dokumen(gudang, snapshot).sha256)
    assert any(pesan in ingkar.pesan for ingkar in periksa_jejak(gudang).ingkar)


def _ubah(gudang: Gudang, sql: str, sha256: str | None) -> None:
    with gudang.transaksi(peristiwa("uji")) as tx:
        tx._kursor.execute(sql, {"sha256": sha256} if "$sha256" in sql else None)


def test_the_archive_keeps_and_hands_out_the_same_bytes() -> None:
    gudang, snapshot = kantor_disetujui()
    hasil = ambil_dokumen(gudang, snapshot)
    (calon,) = (calon for calon in tawaran(gudang, KODE_PD) if calon.nomor_dokumen == snapshot.nomor)
    assert (calon.sha256, calon.sidik, calon.nama_berkas) == (
        hasil.sha256,
        snapshot.sidik,
        "kompilasi_S-2026-TW3-R1.xlsx",
    )
    assert catat_arsip(gudang, UMUM.pelaku, KODE_PD, Pencatatan(calon, "Rak 1"), WAKTU).berhasil
    assert ambil_arsip(gudang, UMUM.pelaku, KODE_PD, "A-00001", WAKTU).isi == hasil.isi
    assert calon not in tawaran(gudang, KODE_PD)


@given(st.binary(max_size=120_000), st.integers(0, 200))
def test_a_packed_snapshot_comes_back_from_its_cells_also_when_it_grew_by_a_log_number(isi: bytes, lebih: int) -> None:
    potongan = potong(isi + bytes(lebih), max(banyak_potongan(isi), 1))
    assert base64.b64decode("".join(potongan)) == isi + bytes(lebih)
    assert max(map(len, potongan)) <= 32_767


def test_a_snapshot_that_does_not_fit_its_cells_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        potong(bytes(30_000), 1)
