"""An approval freezes what its figures rest on; nothing that comes later moves them."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import openpyxl
import pytest

from analytics.acuan import Penanya
from analytics.alur.perintah import Perintah, terapkan, terapkan_dalam
from analytics.alur.perintah import _calon as siapkan_setuju
from analytics.atur.kantor import UbahKantor, UbahUnit
from analytics.atur.perubahan import CatatanPerubahan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import TABEL_MENURUT_PERIODE, TABEL_RENCANA, ambil_fakta, sidik_isi
from analytics.beku.kanonik import tulis_kanonik
from analytics.beku.pembekuan import susun_cap
from analytics.beku.snapshot import buka_beku, daftar_snapshot, muat_snapshot
from analytics.beku.sumber import sumber_angka
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM
from analytics.dokumen.cap import NAMA_LEMBAR
from analytics.formulir import evaluasi_semua
from analytics.pembaca.anak import urai
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang
from tests.alat.gudang import hitung_tanya
from tests.alat.kantor_beku import (
    WAKTU,
    disetujui,
    dokumen,
    kantor_disetujui,
    kantor_terhimpun,
    kumpulkan,
    pindah,
    serahkan,
    setujui,
    tambah_fakta,
)
from tests.alat.kantor_dokumen import PERIODE
from tests.alat.tabel_beku import beku
from tests.alat.toko import KODE_PD, peristiwa

KOMPILASI = Objek.kompilasi(KODE_PD, PERIODE)


def _evaluasi(gudang: Penanya, periode: Periode = PERIODE) -> tuple[Any, ...]:
    """The result of every form, IKU first."""
    return tuple(terisi.hasil for terisi in evaluasi_semua(gudang, KODE_PD, periode).formulir)


def _angka(semua: tuple[Any, ...]) -> list[Any]:
    """The results without their heading."""
    return [{**vars(hasil), "keterangan": None} for hasil in semua]


def _beku(gudang: Gudang) -> tuple[Any, ...]:
    with sumber_angka(gudang, KODE_PD, PERIODE) as sumber:
        assert sumber.snapshot is not None
        return _evaluasi(sumber.gudang)


def test_what_is_frozen_gives_the_same_figures_as_the_store_did() -> None:
    gudang, snapshot = kantor_disetujui()
    assert _angka(_evaluasi(buka_beku(snapshot))) == _angka(_evaluasi(gudang))


def test_the_heading_of_frozen_figures_names_the_approval() -> None:
    gudang, snapshot = kantor_disetujui()
    keterangan = _beku(gudang)[0].keterangan
    sah = keterangan.pengesahan
    assert sah is not None
    assert (sah.nomor, sah.sidik, sah.oleh, sah.sebagai) == (
        "S-2026-TW3-R1",
        snapshot.sidik,
        CAMAT_CONTOH.nama,
        "Camat",
    )
    assert (keterangan.status, keterangan.dibuat) == ("disetujui", sah.pada)
    assert sah.nomor_ujung == snapshot.isi["ujung"]["nomor"]


def test_an_approval_on_paper_is_shown_as_one() -> None:
    gudang, snapshot = kantor_disetujui(kertas=True)
    keterangan = _beku(gudang)[0].keterangan
    assert keterangan.status == "disetujui di atas kertas"
    assert keterangan.pengesahan is not None
    assert keterangan.pengesahan.di_atas_kertas
    assert snapshot.isi["disetujui"]["kertas"]["nomor"] == "090/12"
    assert _evaluasi(gudang)[0].keterangan.status == "disetujui di atas kertas"


def test_who_checked_what_before_stands_in_the_snapshot() -> None:
    _, snapshot = kantor_disetujui()
    langkah = [(pemeriksa["langkah"], pemeriksa["aksi"], pemeriksa["oleh"]) for pemeriksa in snapshot.isi["pemeriksa"]]
    assert langkah == [
        (5, "verifikasi", KASUBBAG.nama),
        (5, "verifikasi", KASUBBAG.nama),
        (6, "olah", KASUBBAG.nama),
        (7, "supervisi", SEKCAM.nama),
    ]


def test_a_unit_that_is_not_verified_is_named_and_its_figures_are_not_frozen() -> None:
    gudang, snapshot = kantor_disetujui(unit=("S2",))
    assert snapshot.isi["tanpa_unit"] == {"S1": "Seksi Satu"}
    assert not [
        realisasi
        for realisasi in snapshot.tabel["realisasi"]
        if realisasi["triwulan"] == 3 and realisasi["tahun"] == 2026
    ]
    iku, *_ = _beku(gudang)
    assert iku.keterangan.tanpa_unit == "Seksi Satu. Catatan: Unit lain belum siap"
    assert all(baris.kini.dilaporkan is None for baris in iku.baris)


def test_an_earlier_triwulan_that_was_begun_and_never_verified_is_not_frozen_with_a_later_one() -> None:
    gudang = kantor_terhimpun()
    awal = Periode(2026, 1)
    milik = {
        baris["id_kiriman"]
        for baris in beku(gudang, "kiriman", KODE_PD, triwulan=1)
        if (baris["kode_unit"], baris["tahun"]) == ("S1", 2026)
    }
    ada = {baris["id_kiriman"] for baris in ambil_fakta(gudang, KODE_PD, PERIODE).tabel["realisasi"]}
    assert milik
    assert milik <= ada
    pindah(gudang, KASUBBAG, "susun_format", Objek.pengumpulan(KODE_PD, awal, "S1"))
    tabel = ambil_fakta(gudang, KODE_PD, PERIODE).tabel
    assert not milik & {baris["id_kiriman"] for nama in TABEL_MENURUT_PERIODE for baris in tabel[nama]}


def test_sekretaris_and_camat_see_what_an_approval_would_freeze() -> None:
    gudang = kantor_terhimpun(unit=("S2",))
    serahkan(gudang, catatan="Seksi Satu menyusul")
    with sumber_angka(gudang, KODE_PD, PERIODE) as sumber:
        iku = _evaluasi(sumber.gudang)[0]
    assert (iku.keterangan.status, iku.keterangan.tanpa_unit) == ("terverifikasi", "Seksi Satu")
    assert all(baris.kini.dilaporkan is None for baris in iku.baris)
    assert any(baris.kini.dilaporkan is not None for baris in _evaluasi(gudang)[0].baris)


def test_the_log_carries_nomor_and_sidik_of_what_was_frozen() -> None:
    gudang, snapshot = kantor_disetujui()
    rincian = gudang.kueri("perpindahan_objek", objek=KOMPILASI.id)[-1]["rincian"]
    assert f'"nomor": "{snapshot.nomor}"' in rincian
    assert snapshot.sidik in rincian


def test_the_settings_of_a_frozen_store_are_those_of_the_snapshot_and_no_others() -> None:
    gudang, snapshot = kantor_disetujui()
    hari = PERIODE.hari_terakhir
    beku = buka_beku(snapshot)
    assert beku.kueri("pengaturan_berlaku", hari=hari) == gudang.kueri("pengaturan_berlaku", hari=hari)
    isi = dict(snapshot.tabel)
    isi["pengaturan"] = [
        {**pengaturan, "nilai": "120"} if pengaturan["kunci"] == "batas_capaian" else pengaturan
        for pengaturan in isi["pengaturan"]
    ]
    isi["skala_ordinal"] = isi["skala_ordinal"][:1]
    lain = buka_beku(replace(snapshot, isi={**snapshot.isi, "tabel": isi}))
    nilai = {butir["kunci"]: butir["nilai"] for butir in lain.kueri("pengaturan_berlaku", hari=hari)}
    assert nilai["batas_capaian"] == "120"
    assert len(lain.kueri("skala_ordinal")) == 1


def _rencana_baru(gudang: Gudang) -> None:
    tambah_fakta(
        gudang, "rencana", id_rencana=9, kode_dokumen="renja-2026", jenis="renja", tahun_awal=2026, tahun_akhir=2026,
        ke=1, revisi=0, tanggal=date(2026, 6, 1), dokumen="renja 2026 perubahan ke-1",
    )  # fmt: skip
    tambah_fakta(
        gudang, "target", id_rencana=9, kode_indikator="IKU-01", tahun=2026, triwulan=0, nilai=Decimal(999),
        lembar="Target", sel="A1",
    )  # fmt: skip


def _pengaturan_baru(gudang: Gudang) -> None:
    butir = next(
        butir for butir in gudang.kueri("pengaturan_berlaku", hari=PERIODE.hari_terakhir) if butir["kunci"] == "desimal"
    )
    with gudang.transaksi(peristiwa("atur")) as tx:
        tx.tambah("pengaturan", [{**butir, "revisi": 2, "nilai": "0", "alasan": "uji"}])


def _kiriman_kemudian(gudang: Gudang) -> None:
    letak = {"id_kiriman": "S1-2026-4-v1", "tahun": 2026, "triwulan": 4}
    tambah_fakta(
        gudang, "kiriman", kode_unit="S1", versi=1, sha256="1" * 64, nama_berkas="tw4.xlsx", versi_format="1",
        diterima_pada=WAKTU, oleh="penguji", **letak,
    )  # fmt: skip
    tambah_fakta(
        gudang, "realisasi", kode_indikator="IKU-01", keadaan="terisi", nilai=Decimal(1), lembar="Realisasi", sel="H9",
        **letak,
    )  # fmt: skip


def _nama_baru(gudang: Gudang) -> None:
    baris = next(
        indikator for indikator in beku(gudang, "indikator", KODE_PD) if indikator["kode_indikator"] == "IKU-01"
    )
    with gudang.transaksi(peristiwa("impor")) as tx:
        kunci = (
            "kode_pd",
            "kode_indikator",
            "kode_simpul",
            "satuan",
            "kode_unit",
            "definisi",
            "sumber_data",
            "bukti_wajib",
        )
        tx.jalankan("ubah_indikator", nama="Nama lain", **{nama: baris[nama] for nama in kunci})


def _disetujui(gudang: Gudang) -> tuple[tuple[Any, ...], bytes]:
    """What was approved, as it is shown and as it is written anew."""
    with sumber_angka(gudang, KODE_PD, PERIODE) as sumber:
        assert sumber.snapshot is not None
        return _evaluasi(sumber.gudang), dokumen(sumber.snapshot)


@cache
def _sebelumnya() -> tuple[tuple[Any, ...], bytes, list[Any]]:
    """What the approved office says before anything comes later: as shown, as written, and of the living store."""
    gudang, _ = kantor_disetujui()
    return *_disetujui(gudang), _angka(_evaluasi(gudang, Periode(2026, 4)))


@pytest.mark.parametrize("kemudian", [_rencana_baru, _pengaturan_baru, _kiriman_kemudian, _nama_baru])
def test_approved_figures_do_not_move_by_what_comes_later(kemudian: Any) -> None:
    gudang, _ = kantor_disetujui()
    dahulu, berkas, hidup = _sebelumnya()
    kemudian(gudang)
    assert _disetujui(gudang) == (dahulu, berkas)
    assert _angka(_evaluasi(gudang, Periode(2026, 4))) != hidup


def test_a_reopened_periode_is_a_draft_again_and_its_next_approval_a_new_revision() -> None:
    gudang, _ = kantor_disetujui()
    _, berkas, _ = _sebelumnya()
    pindah(gudang, CAMAT_CONTOH, "buka_kembali", KOMPILASI, 4, catatan="Angka IKM keliru")
    with sumber_angka(gudang, KODE_PD, PERIODE) as sumber:
        assert sumber.gudang is gudang
        keterangan = _evaluasi(sumber.gudang)[0].keterangan
    assert (keterangan.status, keterangan.pengesahan) == ("draf", None)
    assert keterangan.snapshot_terakhir == "S-2026-TW3-R1"
    baru = setujui(gudang)
    assert baru.nomor == "S-2026-TW3-R2"
    assert [salinan.nomor for salinan in daftar_snapshot(gudang, KODE_PD)] == ["S-2026-TW3-R2", "S-2026-TW3-R1"]
    assert dokumen(muat_snapshot(gudang, KODE_PD, "S-2026-TW3-R1")) == berkas


def test_what_is_frozen_is_what_a_reader_finds_in_the_exported_document() -> None:
    """Cell by cell, value and formula, of the same type: an approval writes its workbook and never reads it."""
    contoh = disetujui()
    cap = contoh.snapshot.isi["cap"]
    terbaca = {
        lembar["nama"]: {
            alamat: [teks if jenis == "teks" else nilai, rumus]
            for alamat, jenis, nilai, teks, _, rumus in lembar["sel"]
            if f"{lembar['nama']}!{alamat}" not in cap
        }
        for lembar in urai(contoh.dokumen)["lembar"]
        if lembar["nama"] != NAMA_LEMBAR
    }
    assert tulis_kanonik(contoh.snapshot.isi["dokumen"]) == tulis_kanonik(terbaca)


def test_the_stamp_of_an_exported_document_stands_where_the_snapshot_says() -> None:
    contoh = disetujui()
    harap = susun_cap(contoh.snapshot.isi, contoh.snapshot.sidik, b"").butir
    sampul = openpyxl.load_workbook(io.BytesIO(contoh.dokumen))["Sampul"]
    letak = {kunci: alamat.removeprefix("Sampul!") for alamat, kunci in contoh.snapshot.isi["cap"].items()}
    assert {kunci: sampul[alamat].value for kunci, alamat in letak.items()} == dict(harap)


def test_an_approval_asks_the_store_at_most_60_questions_and_reads_what_it_rests_on_twice() -> None:
    """Once before the write lock and once inside; a frozen store in memory is asked without end."""
    gudang = kantor_terhimpun()
    objek = serahkan(gudang)
    dilihat = sidik_isi(gudang, KODE_PD, PERIODE)
    perintah = Perintah("setujui", objek, baca_kedudukan(gudang, objek).versi, sidik_dilihat=dilihat)
    with hitung_tanya(gudang) as tanya:
        assert terapkan(gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU).berhasil
    assert 0 < tanya.total() <= 60
    dibaca = [banyak for sql, banyak in tanya.items() if any(f" {nama} " in sql for nama in ("realisasi", "target"))]
    assert dibaca
    assert set(dibaca) == {2}


def test_what_an_approval_reads_before_its_write_waits_for_no_other_write() -> None:
    gudang = kantor_terhimpun()
    objek = serahkan(gudang)
    perintah = Perintah("setujui", objek, baca_kedudukan(gudang, objek).versi)
    perintah = replace(perintah, sidik_dilihat=sidik_isi(gudang, KODE_PD, PERIODE))
    with ThreadPoolExecutor(1) as kolam, gudang.coba():
        calon = kolam.submit(siapkan_setuju, gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU).result(timeout=60)
    assert calon is not None
    assert calon.cetakan.anggota


def test_nothing_moves_to_disetujui_without_a_snapshot_even_inside_a_larger_transaction() -> None:
    gudang = kantor_terhimpun()
    serahkan(gudang)
    dilihat = sidik_isi(gudang, KODE_PD, PERIODE)
    perintah = Perintah("setujui", KOMPILASI, baca_kedudukan(gudang, KOMPILASI).versi, sidik_dilihat=dilihat)
    with gudang.transaksi() as tx:
        assert terapkan_dalam(tx, CAMAT_CONTOH.pelaku, perintah, WAKTU).berhasil
    assert [snapshot.nomor for snapshot in daftar_snapshot(gudang, KODE_PD)] == ["S-2026-TW3-R1"]


def test_a_snapshot_that_cannot_be_written_leaves_the_kompilasi_where_it_was() -> None:
    gudang = kantor_terhimpun()
    serahkan(gudang)
    tambah_fakta(
        gudang, "snapshot", nomor="S-2026-TW3-R1", tahun=2026, triwulan=3, revisi=1, sidik="0" * 64, isi=b"",
        dibuat_pada=WAKTU, oleh="x",
    )  # fmt: skip
    dilihat = sidik_isi(gudang, KODE_PD, PERIODE)
    perintah = Perintah("setujui", KOMPILASI, baca_kedudukan(gudang, KOMPILASI).versi, sidik_dilihat=dilihat)
    with pytest.raises(Exception, match=r"(?i)constraint|duplicate"):
        terapkan(gudang, CAMAT_CONTOH.pelaku, perintah, WAKTU)
    assert baca_kedudukan(gudang, KOMPILASI).keadaan == "di_camat"


def test_what_was_prepared_before_the_lock_is_made_again_when_something_came_between() -> None:
    gudang = kantor_terhimpun()
    serahkan(gudang)
    perintah = Perintah("setujui", KOMPILASI, baca_kedudukan(gudang, KOMPILASI).versi)
    dahulu = replace(perintah, sidik_dilihat=sidik_isi(gudang, KODE_PD, PERIODE))
    calon = siapkan_setuju(gudang, CAMAT_CONTOH.pelaku, dahulu, WAKTU)
    assert calon is not None
    _nama_baru(gudang)
    perintah = replace(perintah, sidik_dilihat=sidik_isi(gudang, KODE_PD, PERIODE))
    with gudang.transaksi() as tx:
        terapkan_dalam(tx, CAMAT_CONTOH.pelaku, perintah, WAKTU, calon)
    snapshot = muat_snapshot(gudang, KODE_PD, "S-2026-TW3-R1")
    nilai = [sel[0] for sel in snapshot.isi["dokumen"]["Evaluasi IKU"].values()]
    assert "Nama lain" in nilai


def test_two_triwulan_can_be_approved_one_after_another() -> None:
    gudang = kantor_terhimpun()
    setujui(gudang)
    dua = Periode(2026, 2)
    kumpulkan(gudang, dua)
    pindah_dua = setujui(gudang, dua)
    assert pindah_dua.nomor in {snapshot.nomor for snapshot in daftar_snapshot(gudang, KODE_PD)}
    assert {snapshot.periode for snapshot in daftar_snapshot(gudang, KODE_PD)} == {PERIODE, dua}


def _namai(gudang: Gudang, nama: str, mulai: date) -> None:
    catatan = CatatanPerubahan(KASUBBAG.nama, WAKTU)
    with gudang.transaksi(peristiwa("uji")) as tx:
        UbahUnit("SOTK baru", "S1", nama, mulai).tulis(tx, KODE_PD, catatan)
        UbahKantor("SOTK baru", mulai, f"Kecamatan {nama}", "Kabupaten Uji").tulis(tx, KODE_PD, catatan)


def test_what_is_frozen_carries_the_names_of_the_last_day_of_the_periode() -> None:
    gudang = kantor_terhimpun()
    akhir = PERIODE.hari_terakhir
    _namai(gudang, "Pada Waktunya", akhir)
    sebelum = sidik_isi(gudang, KODE_PD, PERIODE)
    _namai(gudang, "Kelak", akhir + timedelta(days=1))
    assert sidik_isi(gudang, KODE_PD, PERIODE) == sebelum, "a name of later does not touch what is being approved"
    setujui(gudang)
    _namai(gudang, "Sesudahnya", akhir)
    for hasil in (_beku(gudang), _evaluasi(buka_beku(muat_snapshot(gudang, KODE_PD, "S-2026-TW3-R1")))):
        assert hasil[1].keterangan.kantor.nama == "Kecamatan Pada Waktunya"
        assert "Pada Waktunya" in {baris.nama_unit for baris in hasil[1].baris}
        assert "Sesudahnya" not in str(hasil)


def test_the_order_in_which_facts_came_in_is_no_content() -> None:
    gudang = kantor_terhimpun()
    sebelum = sidik_isi(gudang, KODE_PD, PERIODE)
    with gudang.transaksi(peristiwa("uji")) as tx:
        for tabel in (*TABEL_MENURUT_PERIODE, *TABEL_RENCANA):
            tx._kursor.execute(f"CREATE OR REPLACE TEMP TABLE terbalik AS SELECT * FROM {tabel} ORDER BY ALL DESC")
            tx._kursor.execute(f"DELETE FROM {tabel}")
            tx._kursor.execute(f"INSERT INTO {tabel} FROM terbalik")
    assert sidik_isi(gudang, KODE_PD, PERIODE) == sebelum
