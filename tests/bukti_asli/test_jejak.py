"""Whatever is changed behind the program is found and named: in the log, in the snapshots, in approved facts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb
import pytest
from typer.testing import CliRunner, Result

from analytics.__main__ import aplikasi
from analytics.beku.kanonik import sidik, tulis_kanonik
from analytics.beku.snapshot import kemas
from analytics.bukti_asli.baca_jejak import SaringanJejak, tabel_jejak
from analytics.bukti_asli.ingkar import Ingkar
from analytics.bukti_asli.periksa_jejak import HasilJejak, baca_ujung, nama_aksi, periksa_jejak, tulis_ujung, ujung_kini
from analytics.bukti_asli.telusur import telusuri
from analytics.sistem import buka_gudang
from data.gudang import Gudang, Peristiwa, Transaksi
from data.rantai import AWAL, KOLOM, UJUNG_AWAL, Ujung, sidik_peristiwa
from tests.alat.kantor_beku import WAKTU, disetujui
from tests.alat.toko import KODE_PD

IKM: Final = "kode_indikator = 'IKU-01' AND triwulan = 3 AND tahun = 2026"


@contextmanager
def _terbuka(jalur: Path) -> Iterator[Gudang]:
    gudang = buka_gudang(jalur)
    try:
        yield gudang
    finally:
        gudang.tutup()


def _periksa(kantor: Transaksi, *ujung: Ujung) -> HasilJejak:
    return periksa_jejak(kantor, ujung)


def _rusak(kantor: Transaksi, *sql: str, isi: list[Any] | None = None) -> None:
    """Change the store behind the program's back."""
    _jalankan_sql(kantor._kursor, *sql, isi=isi)


def _rusak_berkas(jalur: Path, *sql: str) -> None:
    """The same, as another program does it while nobody has the store open."""
    with duckdb.connect(str(jalur)) as koneksi:
        _jalankan_sql(koneksi, *sql)


def _jalankan_sql(koneksi: duckdb.DuckDBPyConnection, *sql: str, isi: list[Any] | None = None) -> None:
    for pernyataan in sql:
        assert koneksi.execute(pernyataan, isi or []).fetchall()[0][0] > 0, pernyataan


@pytest.fixture(scope="module")
def gudang(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    berkas = tmp_path_factory.mktemp("jejak") / "kantor.duckdb"
    berkas.write_bytes(disetujui().gudang)
    with _terbuka(berkas) as gudang:
        yield gudang


@pytest.fixture
def kantor(gudang: Gudang) -> Iterator[Transaksi]:
    """The approved office, to be changed at will: everything is taken back afterwards."""
    with gudang.coba() as kantor:
        yield kantor


@pytest.fixture
def jalur(tmp_path: Path) -> Path:
    berkas = tmp_path / "kantor.duckdb"
    berkas.write_bytes(disetujui().gudang)
    return berkas


def test_a_store_that_nobody_touched_is_whole(kantor: Transaksi) -> None:
    hasil = _periksa(kantor)
    assert hasil.utuh
    assert hasil.ingkar == ()
    assert (hasil.snapshot, hasil.peristiwa) == (1, hasil.ujung.nomor)
    assert hasil.fakta > 200
    assert hasil.putusan.startswith(f"Jejak utuh: {hasil.peristiwa} peristiwa bersambung")


# What is done to the log: the sentence that names the first broken link.
LOG: dict[str, tuple[tuple[str, ...], str]] = {
    "pelaku diganti": (("UPDATE peristiwa SET oleh = 'Orang lain' WHERE nomor = 6",), "Peristiwa nomor 6 berubah"),
    "akun diganti": (("UPDATE peristiwa SET akun = 'camat' WHERE nomor = 6",), "Peristiwa nomor 6 berubah"),
    "waktu digeser": (
        ("UPDATE peristiwa SET waktu = waktu - INTERVAL 1 SECOND WHERE nomor = 9",),
        "Peristiwa nomor 9 berubah",
    ),
    "rincian diganti": (
        ("UPDATE peristiwa SET rincian = replace(rincian, 'surel', 'kertas') WHERE nomor = 6",),
        "Peristiwa nomor 6 berubah",
    ),
    "rincian bukan json": (("UPDATE peristiwa SET rincian = 'x' WHERE nomor = 6",), "Peristiwa nomor 6 berubah"),
    "aksi diganti": (("UPDATE peristiwa SET aksi = 'alur:jawab' WHERE nomor = 5",), "Peristiwa nomor 5 berubah"),
    "dokumen diganti": (("UPDATE peristiwa SET objek = 'lain' WHERE nomor = 5",), "Peristiwa nomor 5 berubah"),
    "sebagai diganti": (("UPDATE peristiwa SET sebagai = 'Plt. Camat' WHERE nomor = 5",), "Peristiwa nomor 5 berubah"),
    "tanda mengubah": (
        ("UPDATE peristiwa SET mengubah = NOT mengubah WHERE nomor = 4",),
        "Peristiwa nomor 4 berubah",
    ),
    "kunci dihapus": (("UPDATE peristiwa SET kunci = NULL WHERE nomor = 4",), "Peristiwa nomor 4 berubah"),
    "sidik diganti": (
        (f"UPDATE peristiwa SET sidik = '{'0' * 64}' WHERE nomor = 7",),
        "Peristiwa nomor 7 berubah",
    ),
    "sidik dihapus": (("UPDATE peristiwa SET sidik = NULL WHERE nomor = 7",), "Peristiwa nomor 7 berubah"),
    "satu dihapus": (("DELETE FROM peristiwa WHERE nomor = 8",), "Peristiwa nomor 8 hilang"),
    "yang pertama dihapus": (("DELETE FROM peristiwa WHERE nomor = 1",), "Peristiwa nomor 1 hilang"),
    "satu dihapus, nomor dirapatkan": (
        (
            "DELETE FROM peristiwa WHERE nomor = 8",
            "UPDATE peristiwa SET nomor = nomor - 1 WHERE nomor > 8",
        ),
        "Peristiwa nomor 8 berubah",
    ),
    "dua ditukar": (
        ("UPDATE peristiwa SET nomor = CASE nomor WHEN 9 THEN 10 ELSE 9 END WHERE nomor IN (9, 10)",),
        "Peristiwa nomor 9 berubah",
    ),
    "satu disisipkan di ujung": (
        (
            "INSERT INTO peristiwa (nomor, kode_pd, waktu, oleh, aksi, objek, rincian, mengubah, sidik) "
            "SELECT max(nomor) + 1, any_value(kode_pd), max(waktu), 'x', 'uji', 'uji', '{}', TRUE, max(sidik) "
            "FROM peristiwa",
        ),
        "berubah: isinya tidak lagi sesuai dengan sidiknya",
    ),
}


@pytest.mark.parametrize("nama", LOG)
def test_a_touched_log_is_found_at_its_first_broken_link(nama: str, kantor: Transaksi) -> None:
    sql, kalimat = LOG[nama]
    _rusak(kantor, *sql)
    hasil = _periksa(kantor)
    assert not hasil.utuh
    assert hasil.ingkar[0].jenis == "rantai"
    assert kalimat in hasil.ingkar[0].pesan
    assert kalimat in hasil.putusan


def _rangkai_ulang(kantor: Transaksi, ubah: Callable[[list[dict[str, Any]]], None]) -> None:
    """What a clever forger does: change the log and compute every sidik anew."""
    kursor, kolom = kantor._kursor, ", ".join(KOLOM)
    baris = [
        dict(zip(KOLOM, peristiwa, strict=True))
        for peristiwa in kursor.execute(f"SELECT {kolom} FROM peristiwa ORDER BY nomor").fetchall()
    ]
    ubah(baris)
    kursor.execute(f"CREATE TABLE palsu AS SELECT {kolom}, sidik FROM peristiwa LIMIT 0")
    sebelum = "0" * 64
    for nomor, kejadian in enumerate(baris, 1):
        kejadian["nomor"] = nomor
        sebelum = sidik_peristiwa(kejadian, sebelum)
        kursor.execute(
            f"INSERT INTO palsu VALUES ({', '.join('?' * len(KOLOM))}, ?)",
            [*(kejadian[nama] for nama in KOLOM), sebelum],
        )
    for perintah in ("DROP INDEX peristiwa_kunci", "DROP TABLE peristiwa", "ALTER TABLE palsu RENAME TO peristiwa"):
        kursor.execute(perintah)


def test_a_log_that_was_chained_anew_does_not_meet_the_tip_in_the_snapshot(kantor: Transaksi) -> None:
    _rangkai_ulang(kantor, lambda baris: baris[5].update(oleh="Orang lain"))
    hasil = _periksa(kantor)
    nomor = disetujui().snapshot.isi["ujung"]["nomor"]
    assert f"Sidik peristiwa nomor {nomor} bukan yang dicatat di luar jejak." in hasil.ingkar[0].pesan


def test_a_tail_that_was_cut_and_chained_anew_misses_the_tip_in_the_snapshot(kantor: Transaksi) -> None:
    _rangkai_ulang(kantor, lambda baris: baris.__delitem__(slice(-3, None)))
    pesan = [ingkar.pesan for ingkar in _periksa(kantor).ingkar]
    assert any("hilang dari ujung jejak" in tulisan for tulisan in pesan)
    assert any("berpindah tanpa catatan pada jejak" in tulisan for tulisan in pesan)


def test_the_approval_itself_cannot_be_cut_off(kantor: Transaksi) -> None:
    _rusak(kantor, "DELETE FROM peristiwa WHERE nomor = (SELECT max(nomor) FROM peristiwa)")
    pesan = [ingkar.pesan for ingkar in _periksa(kantor).ingkar]
    assert "Snapshot S-2026-TW3-R1 ada tanpa persetujuan pada jejak." in pesan
    assert any(
        tulisan.startswith("Kompilasi data kinerja Triwulan III 2026 tertulis disetujui Camat") for tulisan in pesan
    )


def test_a_cut_tail_of_entries_that_move_nothing_is_found_with_the_tip_that_was_kept_elsewhere(
    kantor: Transaksi,
) -> None:
    kantor.catat(_masuk())
    ujung = ujung_kini(kantor)
    _rusak(kantor, f"DELETE FROM peristiwa WHERE nomor = {ujung.nomor}")
    assert _periksa(kantor).utuh
    hasil = _periksa(kantor, ujung)
    assert f"Peristiwa nomor {ujung.nomor} sampai {ujung.nomor} hilang dari ujung jejak." in hasil.ingkar[0].pesan


def _masuk() -> Any:
    return Peristiwa(KODE_PD, "x", "masuk", "akun", {}, WAKTU, mengubah=False)


# What is done to approved facts: table, what it is about, when, column, as approved, now.
Fakta = tuple[str, str, str, str, str, str]
FAKTA: dict[str, tuple[str, Fakta]] = {
    "realisasi": (
        f"UPDATE realisasi SET nilai = 500 WHERE {IKM}",
        ("realisasi", "IKU-01", "TW III 2026", "nilai", "450.03", "500"),
    ),
    "realisasi di desimal terakhir": (
        f"UPDATE realisasi SET nilai = nilai + 0.000000000001 WHERE {IKM}",
        ("realisasi", "IKU-01", "TW III 2026", "nilai", "450.03", "450.030000000001"),
    ),
    "pembilang": (
        "UPDATE realisasi SET pembilang = 12 WHERE kode_indikator = 'IKU-04' AND triwulan = 3 AND tahun = 2026",
        ("realisasi", "IKU-04", "TW III 2026", "pembilang", "11", "12"),
    ),
    "peringkat": (
        "UPDATE realisasi SET peringkat = 'WTP' WHERE kode_indikator = 'IKU-06' AND triwulan = 3 AND tahun = 2026",
        ("realisasi", "IKU-06", "TW III 2026", "peringkat", "WDP", "WTP"),
    ),
    "realisasi tahun lalu": (
        "UPDATE realisasi SET nilai = 99 WHERE kode_indikator = 'IKU-01' AND tahun = 2025",
        ("realisasi", "IKU-01", "TW IV 2025", "nilai", "83.96", "99"),
    ),
    "sel asal": (
        f"UPDATE realisasi SET sel = 'H99' WHERE {IKM}",
        ("realisasi", "IKU-01", "TW III 2026", "sel", "J12", "H99"),
    ),
    "alasan kosong": (
        "UPDATE realisasi SET alasan = 'lain' WHERE kode_indikator = 'IKU-09' AND triwulan = 3 AND tahun = 2026",
        ("realisasi", "IKU-09", "TW III 2026", "alasan", "survei belum selesai", "lain"),
    ),
    "anggaran": (
        "UPDATE realisasi_anggaran SET rupiah = rupiah + 1 WHERE kode_simpul = '7.01.01.2.02' AND tahun = 2026 "
        "AND triwulan = 3",
        ("realisasi_anggaran", "7.01.01.2.02", "TW III 2026", "rupiah", "1300000000", "1300000001"),
    ),
    "narasi": (
        "UPDATE narasi SET isi = 'Tidak ada' WHERE kode_indikator = 'IKU-02' AND jenis = 'faktor_penghambat'",
        ("narasi", "IKU-02", "TW III 2026", "isi", "Koordinasi", "Tidak ada"),
    ),
    "koreksi": (
        "UPDATE koreksi SET nilai = 2",
        ("koreksi", "IKU-12", "TW III 2026", "nilai", "1.41", "2"),
    ),
    "alasan koreksi": (
        "UPDATE koreksi SET alasan = 'Perintah lisan'",
        ("koreksi", "IKU-12", "TW III 2026", "alasan", "Tanda minus salah ketik", "Perintah lisan"),
    ),
    "kiriman": (
        "UPDATE kiriman SET oleh = 'Orang lain' WHERE id_kiriman = 'S1-2026-3-v1'",
        ("kiriman", "S1", "TW III 2026", "oleh", "penguji", "Orang lain"),
    ),
    "target": (
        "UPDATE target SET nilai = 100 WHERE kode_indikator = 'IKU-01' AND tahun = 2026 AND triwulan = 3",
        ("target", "IKU-01", "TW III 2026", "nilai", "200", "100"),
    ),
    "target Renstra": (
        "UPDATE target SET nilai = 80 WHERE kode_indikator = 'IKU-01' AND tahun = 2028",
        ("target", "IKU-01", "2028", "nilai", "87.5", "80"),
    ),
    "pagu": (
        "UPDATE pagu SET rupiah = 1 WHERE kode_simpul = '7.01.02.2.01.0001' AND tahun = 2026 AND id_rencana = 4",
        ("pagu", "7.01.02.2.01.0001", "2026", "rupiah", "7200000", "1"),
    ),
    "rumus": (
        "UPDATE aturan_indikator SET rumus = 'turun_rasio' WHERE kode_indikator = 'IKU-02' AND tahun = 2026",
        ("aturan_indikator", "IKU-02", "2026", "rumus", "turun_selisih", "turun_rasio"),
    ),
    "agregasi": (
        "UPDATE aturan_indikator SET agregasi = 'maksimum' WHERE kode_indikator = 'IKU-03' AND tahun = 2026",
        ("aturan_indikator", "IKU-03", "2026", "agregasi", "rata_rata", "maksimum"),
    ),
    "riwayat": (
        "UPDATE riwayat SET nilai = 80",
        ("riwayat", "IKU-01", "2023", "nilai", "82.9", "80"),
    ),
    "standar nasional": (
        "UPDATE standar_nasional SET nilai = 80",
        ("standar_nasional", "IKU-01", "2026", "nilai", "88.31", "80"),
    ),
    "tanggal rencana": (
        "UPDATE rencana SET tanggal = '2026-12-31' WHERE id_rencana = 4",
        ("rencana", "renja 2026 murni", "", "tanggal", "2026-01-02", "2026-12-31"),
    ),
    "pengaturan": (
        "UPDATE pengaturan SET nilai = '0' WHERE kunci = 'desimal'",
        ("pengaturan", "desimal", "", "nilai", "2", "0"),
    ),
    "skala predikat": (
        "UPDATE skala_predikat SET di_atas = 60 WHERE predikat = 'Sedang'",
        ("skala_predikat", "Sedang", "", "di_atas", "65", "60"),
    ),
    "skala ordinal": (
        "UPDATE skala_ordinal SET nilai = 4 WHERE peringkat = 'WDP'",
        ("skala_ordinal", "WDP", "", "nilai", "3", "4"),
    ),
}


def _fakta(ingkar: Ingkar) -> Fakta:
    return (ingkar.tabel, ingkar.kode, ingkar.kapan, ingkar.kolom, ingkar.lama, ingkar.baru)


@pytest.mark.parametrize("nama", FAKTA)
def test_an_approved_fact_that_was_changed_is_named_with_its_old_and_new_value(nama: str, kantor: Transaksi) -> None:
    sql, harap = FAKTA[nama]
    _rusak(kantor, sql)
    (beda,) = _periksa(kantor).ingkar
    assert beda.jenis == "fakta"
    ada = _fakta(beda)
    assert (*ada[:4], ada[5]) == (*harap[:4], harap[5])
    assert ada[4].startswith(harap[4])
    assert harap[1] in beda.pesan
    assert "S-2026-TW3-R1" in beda.pesan


# Rows that are gone, and rows that were put in: table, what it is about, which side has nothing.
BARIS: dict[str, tuple[str, tuple[str, str, str]]] = {
    "realisasi dihapus": (f"DELETE FROM realisasi WHERE {IKM}", ("realisasi", "IKU-01", "baru")),
    "anggaran dihapus": (
        "DELETE FROM realisasi_anggaran WHERE kode_simpul = '7.01.02.2.01.0001'",
        ("realisasi_anggaran", "7.01.02.2.01.0001", "baru"),
    ),
    "narasi dihapus": (
        "DELETE FROM narasi WHERE kode_indikator = 'SK1-A' AND jenis = 'faktor_pendorong'",
        ("narasi", "SK1-A", "baru"),
    ),
    "koreksi dihapus": ("DELETE FROM koreksi", ("koreksi", "IKU-12", "baru")),
    "target dihapus": (
        "DELETE FROM target WHERE kode_indikator = 'IKU-02' AND tahun = 2026 AND triwulan = 4",
        ("target", "IKU-02", "baru"),
    ),
    "pagu dihapus": (
        "DELETE FROM pagu WHERE kode_simpul = '7.01.02.2.01.0001' AND tahun = 2026 AND id_rencana = 4",
        ("pagu", "7.01.02.2.01.0001", "baru"),
    ),
    "skala dihapus": ("DELETE FROM skala_ordinal WHERE peringkat = 'WDP'", ("skala_ordinal", "WDP", "baru")),
    "realisasi kembar": (
        f"INSERT INTO realisasi SELECT * REPLACE (500 AS nilai) FROM realisasi WHERE {IKM}",
        ("realisasi", "IKU-01", "lama"),
    ),
    "realisasi disisipkan": (
        f"INSERT INTO realisasi SELECT * REPLACE ('IKU-08' AS kode_indikator) FROM realisasi WHERE {IKM}",
        ("realisasi", "IKU-08", "lama"),
    ),
    "anggaran disisipkan": (
        "INSERT INTO realisasi_anggaran SELECT * REPLACE ('7.01.02.2.01.0001' AS kode_simpul) FROM realisasi_anggaran "
        "WHERE kode_simpul = '7.01.01.2.02' AND tahun = 2026 AND triwulan = 3",
        ("realisasi_anggaran", "7.01.02.2.01.0001", "lama"),
    ),
    "narasi disisipkan": (
        "INSERT INTO narasi SELECT * REPLACE ('IKU-01' AS kode_indikator) FROM narasi WHERE kode_indikator = 'IKU-02' "
        "AND jenis = 'faktor_pendorong'",
        ("narasi", "IKU-01", "lama"),
    ),
    "koreksi disisipkan": (
        "INSERT INTO koreksi SELECT * REPLACE ('k-2' AS id_koreksi, 2 AS nomor, 'IKU-01' AS kode) FROM koreksi",
        ("koreksi", "IKU-01", "lama"),
    ),
    "target disisipkan": (
        "INSERT INTO target SELECT * REPLACE (1 AS triwulan) FROM target WHERE kode_indikator = 'IKU-08' AND "
        "triwulan = 0 AND id_rencana = 4",
        ("target", "IKU-08", "lama"),
    ),
    "kiriman disisipkan": (
        "INSERT INTO kiriman SELECT * REPLACE ('palsu' AS id_kiriman, 2 AS versi) FROM kiriman WHERE "
        "id_kiriman = 'S1-2026-3-v1'",
        ("kiriman", "S1", "lama"),
    ),
}


@pytest.mark.parametrize("nama", BARIS)
def test_an_approved_row_that_is_gone_or_was_put_in_is_named(nama: str, kantor: Transaksi) -> None:
    sql, (tabel, kode, tiada) = BARIS[nama]
    _rusak(kantor, sql)
    (beda,) = _periksa(kantor).ingkar
    assert (beda.jenis, beda.tabel, beda.kode) == ("fakta", tabel, kode)
    assert getattr(beda, tiada) == "tidak ada"


# What is done to the snapshot, and to where documents stand.
LAIN: dict[str, tuple[str, str]] = {
    "snapshot dihapus": ("DELETE FROM snapshot", "Snapshot S-2026-TW3-R1 hilang; jejak mencatat persetujuannya."),
    "isi snapshot dirusak": ("UPDATE snapshot SET isi = 'rusak'::BLOB", "Isi snapshot rusak"),
    "sidik snapshot diganti": (f"UPDATE snapshot SET sidik = '{'0' * 64}'", "Isi snapshot berubah: sidiknya"),
    "nomor snapshot diganti": (
        "UPDATE snapshot SET nomor = 'S-2026-TW2-R1'",
        "Snapshot S-2026-TW2-R1 tersimpan dengan nama milik snapshot S-2026-TW3-R1.",
    ),
    "kompilasi dipindahkan": (
        "UPDATE alur SET keadaan = 'terinput' WHERE dokumen = 'kompilasi'",
        "tertulis disetujui, sudah di Satu Data (revisi 1); menurut jejak disetujui Camat (revisi 1).",
    ),
    "kompilasi dibuka diam-diam": (
        "UPDATE alur SET keadaan = 'belum_diolah', revisi = 2 WHERE dokumen = 'kompilasi'",
        "tertulis belum diolah (revisi 2); menurut jejak disetujui Camat (revisi 1).",
    ),
    "kedudukan dihapus": ("DELETE FROM alur WHERE dokumen = 'kompilasi'", "hilang; jejak mencatat perpindahannya."),
    "kedudukan disisipkan": (
        "INSERT INTO alur SELECT * REPLACE (2 AS triwulan) FROM alur WHERE dokumen = 'kompilasi'",
        "Kompilasi data kinerja Triwulan II 2026 berpindah tanpa catatan pada jejak.",
    ),
}


@pytest.mark.parametrize("nama", LAIN)
def test_a_touched_snapshot_or_keadaan_is_named(nama: str, kantor: Transaksi) -> None:
    sql, kalimat = LAIN[nama]
    _rusak(kantor, sql)
    hasil = _periksa(kantor)
    assert not hasil.utuh
    assert any(kalimat in ingkar.pesan for ingkar in hasil.ingkar), [ingkar.pesan for ingkar in hasil.ingkar]


def test_a_snapshot_that_was_replaced_whole_is_not_the_one_of_the_log(kantor: Transaksi) -> None:
    isi = {**disetujui().snapshot.isi, "kantor": "Kecamatan Lain"}
    mentah = tulis_kanonik(isi)
    _rusak(kantor, "UPDATE snapshot SET isi = ?, sidik = ?", isi=[kemas(mentah), sidik(mentah)])
    pesan = [ingkar.pesan for ingkar in _periksa(kantor).ingkar]
    assert pesan == [
        f"Snapshot S-2026-TW3-R1 bukan yang disetujui: sidiknya {sidik(mentah)}, "
        f"pada jejak {disetujui().snapshot.sidik}."
    ]


def test_a_later_plan_and_a_later_setting_are_no_alarm(kantor: Transaksi) -> None:
    _rusak(
        kantor,
        "INSERT INTO rencana SELECT * REPLACE (9 AS id_rencana, 1 AS ke) FROM rencana WHERE id_rencana = 4",
        "INSERT INTO target SELECT * REPLACE (9 AS id_rencana) FROM target WHERE id_rencana = 4",
        "INSERT INTO pengaturan SELECT * REPLACE (2 AS revisi) FROM pengaturan WHERE kunci = 'desimal'",
        "INSERT INTO aturan_indikator SELECT * REPLACE (1 AS revisi) FROM aturan_indikator WHERE tahun = 2026",
    )
    assert _periksa(kantor).utuh


def test_several_changes_are_all_named(kantor: Transaksi) -> None:
    _rusak(
        kantor,
        f"UPDATE realisasi SET nilai = 500, sel = 'A1' WHERE {IKM}",
        "UPDATE peristiwa SET oleh = 'x' WHERE nomor = 3",
        "DELETE FROM alur WHERE dokumen = 'kompilasi'",
    )
    hasil = _periksa(kantor)
    assert sorted(ingkar.jenis for ingkar in hasil.ingkar) == ["alur", "fakta", "fakta", "rantai"]


@pytest.mark.parametrize("teks", ["", "5", "5:abc", f"x:{'0' * 64}", f"5:{'g' * 64}", f":{'0' * 64}"])
def test_what_is_no_tip_is_not_taken_for_one(teks: str) -> None:
    assert baca_ujung(teks) is None


def test_a_tip_reads_back_as_it_is_printed() -> None:
    ujung = Ujung(17, "ab" * 32)
    assert baca_ujung(tulis_ujung(ujung)) == ujung
    assert baca_ujung(f" 17: {('AB' * 32)} ") == ujung


def test_an_entry_is_called_by_the_name_of_its_move() -> None:
    assert nama_aksi("alur:setujui") == "Setujui data capaian kinerja"
    assert nama_aksi("tolak:setujui") == "Ditolak: Setujui data capaian kinerja"
    assert nama_aksi("impor_rencana") == "Impor rencana"


def _jalankan(*argumen: str | Path) -> Result:
    return CliRunner().invoke(aplikasi, ["jejak", "periksa", *map(str, argumen)])


def test_the_command_says_whether_the_log_is_whole_and_names_its_tip(jalur: Path) -> None:
    hasil = _jalankan("--gudang", jalur)
    assert hasil.exit_code == 0
    with _terbuka(jalur) as gudang:
        ujung = ujung_kini(gudang)
    assert f"Ujung jejak: {tulis_ujung(ujung)}" in hasil.stdout
    assert _jalankan("--gudang", jalur, "--ujung", tulis_ujung(ujung)).exit_code == 0
    assert _jalankan("--gudang", jalur, "--ujung", f"{ujung.nomor}:{'0' * 64}").exit_code == 1
    assert _jalankan("--gudang", jalur, "--ujung", "bukan").exit_code == 2


def test_the_command_names_a_changed_fact(jalur: Path) -> None:
    _rusak_berkas(jalur, f"UPDATE realisasi SET nilai = 500 WHERE {IKM}")
    hasil = _jalankan("--gudang", jalur, "--json")
    assert hasil.exit_code == 1
    (beda,) = json.loads(hasil.stdout)["ingkar"]
    assert (beda["tabel"], beda["kode"], beda["kolom"], beda["lama"], beda["baru"]) == (
        "realisasi",
        "IKU-01",
        "nilai",
        "450.03",
        "500",
    )


def test_a_changed_snapshot_is_not_exported_as_if_it_were_the_approved_one(jalur: Path, tmp_path: Path) -> None:
    _rusak_berkas(jalur, f"UPDATE snapshot SET sidik = '{'0' * 64}'")
    argumen = ["ekspor", str(tmp_path / "x.xlsx"), "--gudang", str(jalur), "--tahun", "2026", "--triwulan", "3"]
    hasil = CliRunner().invoke(aplikasi, argumen)
    assert hasil.exit_code == 1
    assert "Isi snapshot berubah" in hasil.stderr
    assert not (tmp_path / "x.xlsx").exists()


# What is done behind the program to what follows from the facts, or to a fact of a draft: table, kolom, what it says.
BERLAKU: Final = {
    "angka": (f"UPDATE realisasi_berlaku SET nilai = 500 WHERE {IKM}", "realisasi_berlaku", "nilai"),
    "uang": ("UPDATE anggaran_berlaku SET rupiah = 1 WHERE rowid = 0", "anggaran_berlaku", "rupiah"),
    "teks": ("UPDATE narasi_berlaku SET isi = 'lain' WHERE rowid = 0", "narasi_berlaku", "isi"),
    "asal": (f"UPDATE realisasi_berlaku SET sel = 'A1' WHERE {IKM}", "realisasi_berlaku", "sel"),
    "hilang": (f"DELETE FROM realisasi_berlaku WHERE {IKM}", "realisasi_berlaku", ""),
    "dua kali": (
        f"INSERT INTO realisasi_berlaku SELECT * FROM realisasi_berlaku WHERE {IKM}",
        "realisasi_berlaku",
        "",
    ),
    "karangan": (
        "INSERT INTO anggaran_berlaku SELECT * REPLACE ('lain' AS kode_simpul) FROM anggaran_berlaku WHERE rowid = 0",
        "anggaran_berlaku",
        "",
    ),
}


@pytest.mark.parametrize("nama", BERLAKU)
def test_a_row_in_force_that_does_not_follow_from_the_facts_is_named_once(nama: str, kantor: Transaksi) -> None:
    sql, tabel, kolom = BERLAKU[nama]
    _rusak(kantor, sql)
    (beda,) = _periksa(kantor).ingkar
    assert (beda.jenis, beda.tabel, beda.kolom) == ("berlaku", tabel, kolom)
    assert "menurut kiriman dan koreksinya" in beda.pesan
    assert beda.lama != beda.baru
    assert ("tidak ada" in (beda.lama, beda.baru)) == (not kolom)


def test_a_fact_of_a_draft_that_was_changed_is_noticed_by_what_followed_from_it(kantor: Transaksi) -> None:
    baru = "'baru' AS id_kiriman, 1 AS triwulan, 2027 AS tahun"
    _rusak(kantor, f"INSERT INTO kiriman SELECT * REPLACE ({baru}) FROM kiriman WHERE id_kiriman = 'S1-2026-3-v1'")
    _rusak(kantor, f"INSERT INTO realisasi SELECT * REPLACE ({baru}) FROM realisasi WHERE {IKM}")
    (beda,) = _periksa(kantor).ingkar
    assert (beda.jenis, beda.tabel, beda.kapan, beda.baru) == ("berlaku", "realisasi_berlaku", "TW I 2027", "tidak ada")


def test_the_check_keeps_nothing_of_a_log_but_what_the_store_is_held_against() -> None:
    def log(banyak: int) -> Iterator[dict[str, Any]]:
        sebelum = AWAL
        for nomor in range(1, banyak + 1):
            isi = {"rincian": "{}", "kunci": None, "akun": None, "sebagai": None, "mengubah": False, "objek": "x"}
            baris = {"nomor": nomor, "kode_pd": "", "waktu": WAKTU, "oleh": "x", "aksi": "masuk", **isi}
            sebelum = sidik_peristiwa(baris, sebelum)
            yield {**baris, "sidik": sebelum}

    hasil = telusuri(log(500), [])
    assert (hasil.putus, hasil.banyak, hasil.ujung.nomor) == (None, 500, 500)
    assert (hasil.setuju, hasil.akhir, hasil.arsip) == ({}, {}, [])
    assert telusuri(log(500), [Ujung(400, AWAL), hasil.ujung]).putus is not None
    assert telusuri(log(499), [hasil.ujung]).putus is not None
    assert telusuri(log(5), [UJUNG_AWAL]).putus is None, "a backup of an empty store remembers what every log has"


def test_what_the_log_holds_is_read_in_words(kantor: Transaksi) -> None:
    _rusak(
        kantor, """UPDATE peristiwa SET rincian = '{"pernyataan": true, "rangkap": false, "n": 1}' WHERE nomor = 6"""
    )
    (rincian,) = (baris.isi[-1] for baris in tabel_jejak(kantor, KODE_PD, SaringanJejak()).baris if baris.isi[0] == "6")
    assert rincian == "pernyataan: ya; rangkap: tidak; n: 1"
