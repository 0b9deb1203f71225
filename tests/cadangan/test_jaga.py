"""What the program does for its backups by itself: damage is named, a wrong clock does no harm, nothing stops."""

from __future__ import annotations

import asyncio
import logging
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

import app as aplikasi_web
from analytics.__main__ import aplikasi
from analytics.cadangan import buat as buat_cadangan
from analytics.cadangan.buat import SalinanGagal, buat, buat_harian, semua_cadangan
from analytics.cadangan.jaga import jaga, kabar, periksa_semua
from analytics.sop.peran import BARIS_PERINTAH
from data.cadangan import Cadangan, CadanganRusak, baca_cadangan, bersihkan_sisa, buktikan_isi, daftar_cadangan
from data.gudang import Gudang, Ujung, folder_cadangan
from data.sementara import bersihkan, folder_sementara
from tests.alat.cadangan import AKAR, WAKTU, aksi, balik_bit, catat, dirikan, terbuka, tulis_lalu_mati
from tests.alat.kosong import byte_berisi

SALAH = datetime(2031, 1, 3, 9)
"""What a computer with a wrong clock thinks it is."""


@pytest.fixture
def toko(jalur_gudang: Path) -> Iterator[Gudang]:
    jalur_gudang.write_bytes(byte_berisi(dirikan))
    with terbuka(jalur_gudang) as gudang:
        yield gudang


def _letak(berkas: Path, anggota: str) -> int:
    """A byte in the middle of what a zip holds of a file."""
    with zipfile.ZipFile(berkas) as zip_:
        letak = zip_.getinfo(anggota)
        return letak.header_offset + 30 + len(anggota) + letak.compress_size // 2


def _harian(gudang: Gudang, hari: int) -> Cadangan:
    waktu = WAKTU + timedelta(days=hari)
    catat(gudang, f"hari {hari}", waktu)
    hasil = buat_harian(gudang, waktu)
    assert hasil is not None
    return hasil


def test_one_damaged_note_is_named_and_all_else_goes_on(toko: Gudang) -> None:
    rusak, baik = _harian(toko, 0), _harian(toko, 1)
    balik_bit(rusak.berkas, _letak(rusak.berkas, "cadangan.json"))
    ada, pesan = semua_cadangan(toko)
    assert [cadangan.berkas for cadangan in ada] == [baik.berkas]
    assert pesan == (f"{rusak.berkas.name} tidak dapat dibaca sebagai cadangan Capaian. Isinya rusak.",)
    jaga(toko, WAKTU + timedelta(days=1, hours=1))
    catat(toko, "hari berikutnya", WAKTU + timedelta(days=2))
    jaga(toko, WAKTU + timedelta(days=2))
    assert len(semua_cadangan(toko)[0]) == 2, "the next day has its backup"
    assert kabar(toko, WAKTU + timedelta(days=2)) == pesan


def test_a_damaged_store_in_a_backup_is_found_without_being_asked_for(toko: Gudang) -> None:
    rusak, baik = _harian(toko, 0), _harian(toko, 1)
    for cadangan in (rusak, baik):
        balik_bit(cadangan.berkas, _letak(cadangan.berkas, "gudang.duckdb"))
    assert len(semua_cadangan(toko)[0]) == 2, "a list unpacks no store"
    jaga(toko, WAKTU + timedelta(days=1, hours=1))
    ada, pesan = semua_cadangan(toko)
    assert sorted(pesan) == sorted(
        f"{cadangan.berkas.name} tidak dapat dibaca sebagai cadangan Capaian. Isinya rusak."
        for cadangan in (rusak, baik)
    )
    assert [cadangan.dibuat for cadangan in ada] == [WAKTU + timedelta(days=1, hours=1)], (
        "this day had no whole backup any more"
    )
    balik_bit(baik.berkas, _letak(baik.berkas, "gudang.duckdb"))
    shutil.copyfile(baik.berkas, baik.berkas.with_name("lagi.zip"))
    assert "lagi.zip" in {cadangan.berkas.name for cadangan in semua_cadangan(toko)[0]}, (
        "what is known is known of that file"
    )


def test_the_command_line_lists_checks_the_log_and_makes_backups_beside_damaged_ones(
    toko: Gudang, jalur_gudang: Path
) -> None:
    rusak, baik = _harian(toko, 0), _harian(toko, 1)
    balik_bit(rusak.berkas, _letak(rusak.berkas, "cadangan.json"))
    toko.tutup()
    jalankan = CliRunner()
    daftar = jalankan.invoke(aplikasi, ["cadangan", "daftar", "--gudang", str(jalur_gudang)])
    assert f"! {rusak.berkas.name} tidak dapat dibaca" in daftar.stdout
    assert baik.berkas.name in daftar.stdout
    jejak = jalankan.invoke(aplikasi, ["jejak", "periksa", "--gudang", str(jalur_gudang)])
    assert jejak.exit_code == 0
    assert f"! {rusak.berkas.name} tidak dapat dibaca" in jejak.stderr
    assert "Ujung jejak di dalamnya tidak ikut dibandingkan." in jejak.stderr
    assert jalankan.invoke(aplikasi, ["cadangan", "buat", "--gudang", str(jalur_gudang)]).exit_code == 0
    periksa = jalankan.invoke(aplikasi, ["cadangan", "periksa", str(rusak.berkas)])
    assert (periksa.exit_code, "Isinya rusak." in periksa.stderr) == (1, True)


def test_whichever_bit_of_a_backup_is_flipped_it_is_read_as_written_or_called_damaged(tmp_path: Path) -> None:
    """Every bit of a small backup: header, note, store, directory. Nothing else is ever raised."""
    asli = tmp_path / "asli.zip"
    catatan = (
        '{"bentuk": "capaian-cadangan-1", "dibuat": "2026-11-26T09:15:00", "oleh": "Sri", "otomatis": true, '
        '"ujung": {"nomor": 7, "sidik": "ab"}, "sidik": '
        '"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}'
    )
    with zipfile.ZipFile(asli, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("gudang.duckdb", "abc")
        zip_.writestr("cadangan.json", catatan)
    buktikan_isi(baca_cadangan(asli))
    folder = tmp_path / "cadangan"
    folder.mkdir()
    salinan, isi, utuh = folder / "asli.zip", asli.read_bytes(), 0
    for nomor in range(len(isi) * 8):
        lain = bytearray(isi)
        lain[nomor // 8] ^= 1 << nomor % 8
        salinan.write_bytes(lain)
        baik, rusak = daftar_cadangan(folder)
        assert len(baik) + len(rusak) == 1
        for cadangan in baik:
            assert (cadangan.ujung, cadangan.oleh, cadangan.dibuat) == (Ujung(7, "ab"), "Sri", WAKTU)
            with suppress(CadanganRusak):
                buktikan_isi(cadangan)
                utuh += 1
    assert 0 < utuh < len(isi) * 4, "only what says nothing about the content may change unseen"


@pytest.fixture
def sedikit(monkeypatch: pytest.MonkeyPatch) -> int:
    """How many backups are kept, for tests that make as many."""
    monkeypatch.setattr(buat_cadangan, "SIMPAN_HARIAN", 8)
    return 8


def test_damaged_backups_push_no_whole_one_out_and_are_not_deleted(toko: Gudang, sedikit: int) -> None:
    semua = [_harian(toko, hari) for hari in range(sedikit)]
    for cadangan in semua[1:4]:
        balik_bit(cadangan.berkas, _letak(cadangan.berkas, "gudang.duckdb"))
    balik_bit(semua[4].berkas, _letak(semua[4].berkas, "cadangan.json"))
    periksa_semua(toko)
    for hari in range(sedikit, sedikit + 4):
        _harian(toko, hari)
    assert all(cadangan.berkas.exists() for cadangan in semua), (
        "as many whole ones, and the four damaged ones beside them"
    )
    _harian(toko, sedikit + 4)
    assert [cadangan.berkas.exists() for cadangan in semua[:6]] == [False, True, True, True, True, True]


def test_a_backup_that_does_not_read_back_is_not_kept(toko: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    def lupa(_self: zipfile.ZipFile, berkas: Path, nama: str) -> None:
        _self.writestr(nama, Path(berkas).read_bytes()[:-1])

    monkeypatch.setattr(zipfile.ZipFile, "write", lupa)
    with pytest.raises(SalinanGagal, match="Yang tertulis tidak terbaca kembali"):
        buat(toko, BARIS_PERINTAH, WAKTU)
    assert list(folder_cadangan(Path(str(toko.jalur))).iterdir()) == []


def test_a_daily_backup_that_fails_is_noted_told_and_tried_again(toko: Gudang) -> None:
    folder = folder_cadangan(Path(str(toko.jalur)))
    folder.write_text("a file where the folder should be")
    for jam in range(3):
        with pytest.raises(SalinanGagal):
            jaga(toko, WAKTU + timedelta(hours=jam))
    assert aksi(toko).count("cadangan_gagal") == 1, "once a day in the log"
    pesan = kabar(toko, WAKTU + timedelta(hours=3))
    assert len(pesan) == 1
    assert pesan[0].startswith("Cadangan harian gagal dibuat sejak 26 November 2026 09.15; Capaian mencobanya lagi")
    folder.unlink()
    jaga(toko, WAKTU + timedelta(hours=3))
    assert kabar(toko, WAKTU + timedelta(hours=3)) == ()
    assert [cadangan.dibuat for cadangan in semua_cadangan(toko)[0]] == [WAKTU + timedelta(hours=3)]


def test_whatever_is_raised_the_next_hour_comes(
    toko: Gudang, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    jam = []

    def rusak(gudang: Gudang, _waktu: datetime) -> None:
        jam.append(gudang)
        raise ZeroDivisionError("yang tidak terduga")

    monkeypatch.setattr(aplikasi_web, "jaga", rusak)
    monkeypatch.setattr(aplikasi_web, "_SATU_JAM", 0)
    monkeypatch.setattr(aplikasi_web.toko, "buka", lambda: toko)

    async def tiga_jam() -> None:
        tugas = asyncio.create_task(aplikasi_web._jaga_cadangan())
        while len(jam) < 3:
            await asyncio.sleep(0.01)
        tugas.cancel()

    # A thread of its own, because a browser test of the same process may keep an event loop in this one.
    with caplog.at_level(logging.WARNING, logger="capaian"), ThreadPoolExecutor(1) as benang:
        benang.submit(lambda: asyncio.run(tiga_jam())).result()
    assert "yang tidak terduga" in caplog.text


def test_an_unforeseen_failure_is_told_too(toko: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("analytics.cadangan.jaga.buat_harian", rusak)
    with pytest.raises(ZeroDivisionError):
        jaga(toko, WAKTU)
    assert kabar(toko, WAKTU)[0].endswith("Terjadi galat yang tidak terduga; rinciannya ada pada log Capaian.")


def test_a_proof_that_breaks_does_not_keep_the_backup_of_the_day_from_being_made(
    toko: Gudang, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("analytics.cadangan.jaga.periksa_semua", rusak)
    with pytest.raises(ZeroDivisionError):
        jaga(toko, WAKTU)
    assert len(semua_cadangan(toko)[0]) == 1
    assert len(kabar(toko, WAKTU)) == 1


def test_a_backup_of_a_wrong_clock_holds_no_later_day_back(toko: Gudang) -> None:
    catat(toko, "tahun yang salah", SALAH)
    salah = buat_harian(toko, SALAH)
    assert salah is not None
    for hari in range(1, 4):
        waktu = WAKTU + timedelta(days=hari)
        catat(toko, f"hari {hari}", waktu)
        jaga(toko, waktu)
    ada, _ = semua_cadangan(toko)
    assert [cadangan.dibuat for cadangan in ada] == [*(WAKTU + timedelta(days=hari) for hari in (3, 2, 1)), SALAH]
    assert aksi(toko).count("jam_mundur") == 1, "put on record once"
    pesan = kabar(toko, WAKTU + timedelta(days=3))
    assert pesan[0].startswith(
        "Jam komputer mundur: sudah ada catatan bertanggal 3 Januari 2031 09.00, sedangkan jam menunjukkan "
        "27 November 2026 09.15."
    )
    assert pesan[1].startswith(f"Bertanggal yang belum tiba, karena jam komputer saat itu salah: {salah.berkas.name}.")
    assert kabar(toko, WAKTU + timedelta(days=12))[0].startswith("Bertanggal"), "the clock is told for a week"


def test_after_a_wrong_clock_the_oldest_give_way_and_not_those_of_today(toko: Gudang, sedikit: int) -> None:
    catat(toko, "tahun yang salah", SALAH)
    salah = buat_harian(toko, SALAH)
    semua = [_harian(toko, hari) for hari in range(sedikit)]
    assert salah is not None
    assert [cadangan.berkas.exists() for cadangan in (salah, *semua)] == [False, *[True] * sedikit]


def test_a_clock_that_is_set_right_by_minutes_is_nothing_to_tell(toko: Gudang) -> None:
    catat(toko, "sesaat lagi", WAKTU + timedelta(minutes=4))
    jaga(toko, WAKTU)
    assert "jam_mundur" not in aksi(toko)
    assert kabar(toko, WAKTU) == ()


def test_backups_of_another_store_that_stood_here_neither_hold_back_nor_are_deleted(
    toko: Gudang, jalur_gudang: Path, tmp_path: Path
) -> None:
    (tmp_path / "lain.duckdb").write_bytes(byte_berisi(dirikan))
    with terbuka(tmp_path / "lain.duckdb") as lain:
        for nomor in range(50):
            catat(lain, f"lain {nomor}")
        asing = [buat(lain, BARIS_PERINTAH, WAKTU - timedelta(days=1)).berkas]
    folder = folder_cadangan(jalur_gudang)
    folder.mkdir()
    asing = [Path(shutil.copyfile(berkas, folder / berkas.name)) for berkas in asing]
    semua = [_harian(toko, hari) for hari in range(3)]
    assert all(berkas.exists() for berkas in [*asing, *(berkas.berkas for berkas in semua)])


def test_what_a_killed_backup_left_is_cleared_at_the_next_start(toko: Gudang) -> None:
    folder = folder_cadangan(Path(str(toko.jalur)))
    for nama in ("sedang-ditulis-lama", "dari-cadangan-lama"):
        (folder / nama).mkdir(parents=True)
        (folder / nama / "gudang.duckdb").write_bytes(b"x" * 1000)
    pulih = folder.parent / "dari-cadangan-lama"
    pulih.mkdir()
    (pulih / "gudang.duckdb").write_bytes(b"x" * 1000)
    jaga(toko, WAKTU)
    assert [berkas.suffix for berkas in folder.iterdir()] == [".zip"]
    assert not pulih.exists()


def test_an_old_backup_of_changed_data_is_told_whatever_the_reason(toko: Gudang) -> None:
    _harian(toko, 0)
    assert kabar(toko, WAKTU + timedelta(days=20)) == (), "nothing was changed since"
    catat(toko, "sesudahnya", WAKTU + timedelta(days=1))
    assert kabar(toko, WAKTU + timedelta(days=7)) == ()
    assert kabar(toko, WAKTU + timedelta(days=8)) == ("Data berubah, tetapi cadangan terakhir sudah 8 hari yang lalu.",)


_PENULIS = """
import sys, time
from pathlib import Path
from data.sementara import folder_sementara
with folder_sementara(Path(sys.argv[1]), "sedang-ditulis-") as folder:
    (folder / "gudang.duckdb").write_bytes(b"x" * 1000)
    print(folder.name, flush=True)
    time.sleep(60)
"""


def test_what_another_program_is_writing_is_left_alone_until_it_is_killed(tmp_path: Path) -> None:
    perintah = [sys.executable, "-c", _PENULIS, str(tmp_path)]
    with subprocess.Popen(perintah, cwd=AKAR, stdout=subprocess.PIPE, text=True) as lain:
        assert lain.stdout is not None
        nama = lain.stdout.readline().strip()
        assert bersihkan_sisa(tmp_path) == ()
        assert (tmp_path / nama / "gudang.duckdb").exists()
        lain.kill()
    assert bersihkan_sisa(tmp_path) == (nama,)
    assert list(tmp_path.iterdir()) == []


def test_what_this_program_is_writing_is_left_alone_and_so_is_what_bears_another_name(tmp_path: Path) -> None:
    (tmp_path / "sebelum-pulih-20261126").mkdir()
    (tmp_path / "sedang-ditulis-baru").mkdir()
    with folder_sementara(tmp_path, "sedang-ditulis-") as folder:
        (folder / "gudang.duckdb").write_bytes(b"x")
        assert bersihkan(tmp_path, "sedang-ditulis-") == (), "nor one that was made this very moment"
        assert folder.exists()
    assert {berkas.name for berkas in tmp_path.iterdir()} == {"sebelum-pulih-20261126", "sedang-ditulis-baru"}


def test_a_killed_office_goes_on_and_its_backup_holds_what_was_committed(jalur_gudang: Path) -> None:
    jalur_gudang.write_bytes(byte_berisi(dirikan))
    tulis_lalu_mati(jalur_gudang, 4)
    with terbuka(jalur_gudang) as gudang:
        jaga(gudang, WAKTU + timedelta(hours=1))
        assert semua_cadangan(gudang)[0][0].ujung.nomor == 5
