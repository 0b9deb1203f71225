"""Backups: whole, provable, restorable, and remembering where the log ended."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from analytics.__main__ import aplikasi
from analytics.bukti_asli.periksa_jejak import periksa_jejak, tulis_ujung, ujung_cadangan, ujung_kini
from analytics.cadangan import buat as buat_cadangan
from analytics.cadangan.buat import SIMPAN_HARIAN, SalinanGagal, ambil, buat, buat_harian, semua_cadangan
from analytics.cadangan.uji import pulihkan, uji_cadangan
from analytics.contoh.akun import AKUN
from analytics.sistem import GudangTerkunci, buka_gudang
from analytics.sop.izin import TidakBerhak
from analytics.sop.peran import BARIS_PERINTAH, SEMUA_KANTOR, Pelaku
from data.cadangan import CadanganRusak, baca_cadangan
from data.gudang import Gudang, Peristiwa, folder_cadangan, jaga_tertutup
from tests.alat.cadangan import terbuka
from tests.alat.gudang import tanya
from tests.alat.kantor_beku import disetujui
from tests.alat.toko import KODE_PD

WAKTU = datetime(2026, 11, 26, 9, 15)
PENGELOLA_ = Pelaku(AKUN[0].id_akun, AKUN[0].nama)


@pytest.fixture
def contoh(salinan_contoh: Path) -> Iterator[Gudang]:
    """The sample office."""
    with terbuka(salinan_contoh) as gudang:
        yield gudang


@pytest.fixture
def toko(tmp_path: Path) -> Iterator[Gudang]:
    """A small office with an approval, in a folder of its own."""
    jalur = tmp_path / "toko" / "kantor.duckdb"
    jalur.parent.mkdir()
    jalur.write_bytes(disetujui().gudang)
    with terbuka(jalur) as gudang:
        yield gudang


def _isi(jalur: Path) -> dict[str, tuple[int, int]]:
    """Every table of a closed store: how many rows, and a sum over all that stands in them."""
    with duckdb.connect(str(jalur), read_only=True) as koneksi:
        nama = koneksi.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
        return {
            tabel: koneksi.execute(f"SELECT count(*), bit_xor(hash(isi)) FROM {tabel} AS isi").fetchall()[0]
            for (tabel,) in nama
        }


def _catat(gudang: Gudang, apa: str, waktu: datetime = WAKTU) -> None:
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "uji", apa, {}, waktu)):
        pass


def _resmi(gudang: Gudang) -> None:
    """An office as if it were a real one: only such have daily backups."""
    tanya(gudang, "UPDATE perangkat_daerah SET contoh = false")


def test_a_backup_holds_every_row_of_every_table_while_the_store_is_in_use(contoh: Gudang, tmp_path: Path) -> None:
    ujung = ujung_kini(contoh)
    cadangan = buat(contoh, PENGELOLA_, WAKTU)
    assert (cadangan.ujung, cadangan.oleh, cadangan.dibuat) == (ujung, PENGELOLA_.nama, WAKTU)
    akhir = contoh.kueri("peristiwa_semua")[-1]
    assert (akhir["aksi"], akhir["objek"], akhir["sebagai"]) == (
        "buat_cadangan",
        cadangan.berkas.name,
        "Pengelola Aplikasi",
    )
    with zipfile.ZipFile(cadangan.berkas) as zip_:
        zip_.extract("gudang.duckdb", tmp_path)
    contoh.tutup()
    asal, salinan = _isi(Path(str(contoh.jalur))), _isi(tmp_path / "gudang.duckdb")
    assert len(salinan) > 40
    assert asal.pop("peristiwa")[0] == salinan.pop("peristiwa")[0] + 1, "only the word that a backup was made is newer"
    assert salinan == asal
    assert [berkas.name for berkas in cadangan.berkas.parent.iterdir()] == [cadangan.berkas.name], (
        "nothing half is left"
    )


def test_the_tip_in_a_backup_notices_a_log_that_was_cut(toko: Gudang) -> None:
    buat(toko, PENGELOLA_, WAKTU)
    _catat(toko, "sesudahnya")
    cadangan = buat(toko, PENGELOLA_, WAKTU + timedelta(minutes=1))
    assert periksa_jejak(toko, ujung_cadangan(toko)).utuh
    batas = cadangan.ujung.nomor - 1
    tanya(toko, "DELETE FROM peristiwa WHERE nomor > ?", [batas])
    assert periksa_jejak(toko).utuh, "the store alone cannot know that its log once was longer"
    hasil = periksa_jejak(toko, ujung_cadangan(toko))
    assert hasil.ingkar[0].pesan == f"Peristiwa nomor {batas + 1} sampai {batas + 1} hilang dari ujung jejak."


def test_only_who_looks_after_the_program_makes_or_takes_a_backup(toko: Gudang) -> None:
    camat = next(Pelaku(akun.id_akun, akun.nama) for akun in AKUN if "camat" in akun.peran)
    with pytest.raises(TidakBerhak, match="Membuat dan mengunduh cadangan"):
        buat(toko, camat, WAKTU)
    assert semua_cadangan(toko) == ((), ())
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    with pytest.raises(TidakBerhak):
        ambil(toko, camat, cadangan, WAKTU)
    assert ambil(toko, PENGELOLA_, cadangan, WAKTU) == cadangan.berkas.read_bytes()
    tercatat = [(peristiwa["aksi"], peristiwa["oleh"]) for peristiwa in toko.kueri("peristiwa_semua")][-4:]
    assert tercatat == [
        ("tolak:buat_cadangan", camat.nama),
        ("buat_cadangan", PENGELOLA_.nama),
        ("tolak:buat_cadangan", camat.nama),
        ("unduh_cadangan", PENGELOLA_.nama),
    ]


def test_a_pengelola_of_one_office_does_not_carry_the_others_away(toko: Gudang) -> None:
    with toko.transaksi(Peristiwa(SEMUA_KANTOR, "uji", "uji", "kantor", {}, WAKTU)) as tx:
        tx.tambah("perangkat_daerah", [{"kode_pd": "7.01.99", "nama": "Lain", "kabupaten": "Lain", "contoh": True}])
    milik = {tugas["kode_pd"] for tugas in toko.kueri("tugas_akun", id_akun=PENGELOLA_.id_akun, hari=WAKTU.date())}
    assert milik == {KODE_PD}
    with pytest.raises(TidakBerhak):
        buat(toko, PENGELOLA_, WAKTU)


def test_every_day_that_changed_something_gets_one_backup_and_the_oldest_give_way(
    contoh: Gudang, toko: Gudang, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SIMPAN_HARIAN == 30, "as the guide of the pengelola says; fewer tell the same sooner"
    sedikit = 8
    monkeypatch.setattr(buat_cadangan, "SIMPAN_HARIAN", sedikit)
    assert buat_harian(contoh, WAKTU) is None, "the sample office needs none"
    _resmi(toko)
    milik_orang = buat(toko, PENGELOLA_, WAKTU - timedelta(days=1))
    for hari in range(sedikit + 3):
        waktu = WAKTU + timedelta(days=hari)
        _catat(toko, f"hari {hari}", waktu)
        assert buat_harian(toko, waktu) is not None
        assert buat_harian(toko, waktu + timedelta(hours=1)) is None, "one a day"
    assert buat_harian(toko, WAKTU + timedelta(days=99)) is None, "nothing was changed since"
    ada, _ = semua_cadangan(toko)
    otomatis = [cadangan for cadangan in ada if cadangan.otomatis]
    assert len(otomatis) == sedikit
    assert otomatis[0].dibuat.date() == (WAKTU + timedelta(days=sedikit + 2)).date()
    assert milik_orang.berkas.exists()


@pytest.mark.parametrize("apa", ["isi", "catatan", "terpotong", "bukan_zip", "tanpa_gudang"])
def test_a_backup_that_was_touched_is_named_and_never_put_back(toko: Gudang, apa: str) -> None:
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    toko.tutup()
    jalur = Path(str(toko.jalur))
    sebelum = jalur.read_bytes()
    _rusak(cadangan.berkas, apa)
    with pytest.raises(CadanganRusak):
        uji_cadangan(baca_cadangan(cadangan.berkas))
    hasil = CliRunner().invoke(aplikasi, ["cadangan", "pulihkan", str(cadangan.berkas), "--gudang", str(jalur)])
    assert hasil.exit_code == 1
    assert hasil.stderr.startswith("Tidak ada yang diubah.")
    assert jalur.read_bytes() == sebelum
    assert {berkas.name for berkas in jalur.parent.iterdir()} == {jalur.name, folder_cadangan(jalur).name}


def _rusak(berkas: Path, apa: str) -> None:
    with zipfile.ZipFile(berkas) as zip_:
        isi = {nama: zip_.read(nama) for nama in zip_.namelist()}
    if apa == "isi":
        tengah = len(isi["gudang.duckdb"]) // 2
        isi["gudang.duckdb"] = isi["gudang.duckdb"][:tengah] + b"\xff" + isi["gudang.duckdb"][tengah + 1 :]
    elif apa == "catatan":
        isi["cadangan.json"] = json.dumps({**json.loads(isi["cadangan.json"]), "sidik": "0" * 64}).encode()
    elif apa == "tanpa_gudang":
        del isi["gudang.duckdb"]
    with zipfile.ZipFile(berkas, "w") as zip_:
        for nama, bagian in isi.items():
            zip_.writestr(nama, bagian)
    if apa == "terpotong":
        berkas.write_bytes(berkas.read_bytes()[:-200])
    elif apa == "bukan_zip":
        berkas.write_bytes(b"bukan zip")


def test_a_backup_whose_chain_was_changed_and_sealed_again_is_still_named(toko: Gudang, tmp_path: Path) -> None:
    """The note is on nobody's paper: somebody can make it anew. The log in the store still tells."""
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    tanya(toko, "UPDATE peristiwa SET oleh = 'Orang Lain' WHERE nomor = 3")
    palsu = buat(toko, PENGELOLA_, WAKTU + timedelta(minutes=1))
    assert uji_cadangan(cadangan).utuh
    hasil = uji_cadangan(palsu)
    assert [ingkar.pesan for ingkar in hasil.ingkar] == [
        "Peristiwa nomor 3 berubah: isinya tidak lagi sesuai dengan sidiknya."
    ]
    with pytest.raises(CadanganRusak, match="Peristiwa nomor 3 berubah"):
        pulihkan(palsu.berkas, tmp_path / "baru.duckdb", WAKTU)
    assert not (tmp_path / "baru.duckdb").exists()


def test_what_is_put_back_says_so_and_what_stood_there_is_kept(toko: Gudang) -> None:
    jalur = Path(str(toko.jalur))
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    _catat(toko, "yang akan hilang")
    baru = buat(toko, PENGELOLA_, WAKTU + timedelta(minutes=1))
    toko.tutup()
    lama = _isi(jalur)
    hasil = pulihkan(cadangan.berkas, jalur, WAKTU + timedelta(hours=1))
    assert hasil.lama is not None
    assert _isi(hasil.lama) == lama, "nothing lost"
    assert [berkas.name for berkas in hasil.disisihkan] == [baru.berkas.name]
    with terbuka(jalur) as pulih:
        peristiwa = pulih.kueri("peristiwa_semua")
        assert (peristiwa[-1]["aksi"], json.loads(peristiwa[-1]["rincian"])["ujung"]) == (
            "pulihkan_cadangan",
            tulis_ujung(cadangan.ujung),
        )
        assert "yang akan hilang" not in {kejadian["objek"] for kejadian in peristiwa}
        assert periksa_jejak(pulih, ujung_cadangan(pulih)).utuh


def test_a_store_that_cannot_be_opened_is_what_a_backup_is_for(toko: Gudang) -> None:
    jalur = Path(str(toko.jalur))
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    toko.tutup()
    jalur.write_bytes(b"cakram rusak")
    hasil = pulihkan(cadangan.berkas, jalur, WAKTU)
    assert hasil.lama is not None
    assert hasil.lama.read_bytes() == b"cakram rusak"
    with terbuka(jalur) as pulih:
        assert pulih.kueri("perangkat_daerah")


def test_a_store_that_is_in_use_is_not_replaced(toko: Gudang, tmp_path: Path) -> None:
    cadangan = buat(toko, PENGELOLA_, WAKTU)
    berkas = shutil.copyfile(cadangan.berkas, tmp_path / "bawaan.zip")
    kode = "import sys; from analytics.cadangan.konsol import aplikasi; aplikasi(sys.argv[1:])"
    perintah = [sys.executable, "-c", kode, "pulihkan", str(berkas), "--gudang", str(toko.jalur)]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=False)
    assert hasil.returncode == 2
    assert "sedang dibuka oleh aplikasi lain" in hasil.stderr


def test_a_disk_that_cannot_be_written_loses_nothing(toko: Gudang) -> None:
    folder = folder_cadangan(Path(str(toko.jalur)))
    folder.write_text("a file where the folder should be")
    sebelum = ujung_kini(toko)
    with pytest.raises(SalinanGagal):
        buat(toko, PENGELOLA_, WAKTU)
    assert ujung_kini(toko) == sebelum
    with pytest.raises(SalinanGagal, match="tidak tersimpan sebagai berkas"):
        buat(buka_gudang(None), BARIS_PERINTAH, WAKTU)


def test_the_engine_writes_nowhere_but_into_the_folder_of_backups(toko: Gudang, tmp_path: Path) -> None:
    with pytest.raises(SalinanGagal):
        toko.salin(tmp_path / "luar.duckdb")
    assert not (tmp_path / "luar.duckdb").exists()


def test_the_command_line_makes_lists_checks_and_puts_back(toko: Gudang) -> None:
    jalur = str(toko.jalur)
    toko.tutup()
    jalankan = CliRunner()
    buatan = jalankan.invoke(aplikasi, ["cadangan", "buat", "--gudang", jalur])
    assert buatan.exit_code == 0, buatan.stderr
    berkas = next(folder_cadangan(Path(jalur)).glob("*.zip"))
    assert "oleh baris perintah" in jalankan.invoke(aplikasi, ["cadangan", "daftar", "--gudang", jalur]).stdout
    periksa = jalankan.invoke(aplikasi, ["cadangan", "periksa", str(berkas)])
    assert periksa.exit_code == 0
    assert "Jejak utuh" in periksa.stdout
    pulih = jalankan.invoke(aplikasi, ["cadangan", "pulihkan", str(berkas), "--gudang", jalur])
    assert pulih.exit_code == 0
    assert "Gudang yang lama disimpan sebagai" in pulih.stdout
    assert jalankan.invoke(aplikasi, ["jejak", "periksa", "--gudang", jalur]).exit_code == 0


def test_a_locked_store_is_noticed_without_touching_it(jalur_gudang: Path) -> None:
    jaga_tertutup(jalur_gudang)
    assert not jalur_gudang.exists()
    with terbuka(jalur_gudang), pytest.raises((GudangTerkunci, duckdb.ConnectionException)):
        jaga_tertutup(jalur_gudang)
