"""Putting a store in a place: nothing of another one is left there, nothing that stood there is lost."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analytics.__main__ import aplikasi
from analytics.cadangan.buat import buat
from analytics.cadangan.uji import pulihkan
from analytics.contoh import semai as modul_semai
from analytics.contoh.semai import buat_contoh
from analytics.sistem import GudangHilang, buka_gudang
from analytics.sop.peran import BARIS_PERINTAH
from data.cadangan import Cadangan, CadanganRusak
from data.gudang import Gudang, GudangRusak, folder_cadangan
from data.letak import letakkan, pengiring, sisihkan
from tests.alat.cadangan import AKAR, WAKTU, catat, dirikan, objek, terbuka, tulis_lalu_mati

SISIH = "capaian-sebelum-pulih-20261126-101500.duckdb"
PULIH = WAKTU + timedelta(hours=1)


@pytest.fixture
def cadangan(jalur_gudang: Path) -> Cadangan:
    """A backup of a small office whose store is closed."""
    with terbuka(jalur_gudang) as gudang:
        dirikan(gudang)
        return buat(gudang, BARIS_PERINTAH, WAKTU)


def _wal(jalur: Path) -> Path:
    return jalur.with_name(f"{jalur.name}.wal")


def test_the_log_that_a_lost_store_left_is_set_aside_and_what_is_put_back_opens(
    jalur_gudang: Path, cadangan: Cadangan
) -> None:
    tulis_lalu_mati(jalur_gudang, 3)
    sisa = _wal(jalur_gudang).read_bytes()
    jalur_gudang.unlink()
    hasil = pulihkan(cadangan.berkas, jalur_gudang, PULIH)
    assert hasil.lama is None
    assert [berkas.name for berkas in hasil.pengiring] == [f"{SISIH}.wal"]
    assert hasil.pengiring[0].read_bytes() == sisa, "what the lost store had not yet taken up is kept"
    with terbuka(jalur_gudang) as gudang:
        assert objek(gudang)[-1] == "gudang"
        catat(gudang, "sesudah pulih")


def test_the_command_names_every_file_that_it_set_aside(jalur_gudang: Path, cadangan: Cadangan) -> None:
    tulis_lalu_mati(jalur_gudang, 3)
    jalur_gudang.unlink()
    perintah = ["cadangan", "pulihkan", str(cadangan.berkas), "--gudang", str(jalur_gudang)]
    hasil = CliRunner().invoke(aplikasi, perintah)
    assert hasil.exit_code == 0, hasil.stderr
    assert "dan terbuka di sana" in hasil.stdout
    disebut = [baris for baris in hasil.stdout.splitlines() if baris.startswith("Berkas pengiring")]
    assert len(disebut) == 1
    assert disebut[0].endswith(".duckdb.wal.")
    for nama in ("buat", "daftar"):
        assert CliRunner().invoke(aplikasi, ["cadangan", nama, "--gudang", str(jalur_gudang)]).exit_code == 0


def test_a_killed_store_that_is_replaced_keeps_its_log_and_all_that_was_committed(
    jalur_gudang: Path, cadangan: Cadangan
) -> None:
    tulis_lalu_mati(jalur_gudang, 3)
    hasil = pulihkan(cadangan.berkas, jalur_gudang, PULIH)
    assert hasil.lama == jalur_gudang.with_name(SISIH)
    assert hasil.pengiring == (_wal(jalur_gudang.with_name(SISIH)),)
    with terbuka(hasil.lama) as lama:
        assert objek(lama)[-3:] == [f"sesaat sebelum mati {nomor}" for nomor in range(3)]
    with terbuka(jalur_gudang) as gudang:
        assert "sesaat sebelum mati 0" not in objek(gudang)


def test_two_stores_set_aside_within_a_second_do_not_overwrite_each_other(
    jalur_gudang: Path, cadangan: Cadangan
) -> None:
    nama = []
    for _ in range(3):
        lama = pulihkan(cadangan.berkas, jalur_gudang, PULIH).lama
        assert lama is not None
        nama.append(lama.name)
    assert nama == [SISIH, *(SISIH.replace(".duckdb", f"-{nomor}.duckdb") for nomor in (2, 3))]
    assert {berkas.name for berkas in jalur_gudang.parent.glob("*.duckdb")} == {*nama, jalur_gudang.name}


def test_what_does_not_open_in_its_place_is_taken_away_again_and_the_old_one_stands(
    jalur_gudang: Path, cadangan: Cadangan, monkeypatch: pytest.MonkeyPatch
) -> None:
    tulis_lalu_mati(jalur_gudang, 2)
    sebelum = {berkas.name: berkas.read_bytes() for berkas in jalur_gudang.parent.iterdir() if berkas.is_file()}

    def rusak(jalur: Path | None) -> Gudang:
        if jalur == jalur_gudang:
            raise GudangRusak(str(jalur))
        return buka_gudang(jalur)

    monkeypatch.setattr("analytics.cadangan.uji.buka_gudang", rusak)
    with pytest.raises(CadanganRusak, match="tidak dapat dibuka"):
        pulihkan(cadangan.berkas, jalur_gudang, PULIH)
    assert {berkas.name: berkas.read_bytes() for berkas in jalur_gudang.parent.iterdir() if berkas.is_file()} == sebelum
    assert [berkas.name for berkas in jalur_gudang.parent.iterdir() if berkas.is_dir()] == [
        folder_cadangan(jalur_gudang).name
    ]


def test_a_lost_store_is_not_begun_anew_over_the_log_that_it_left(jalur_gudang: Path) -> None:
    with terbuka(jalur_gudang) as gudang:
        dirikan(gudang)
    tulis_lalu_mati(jalur_gudang, 5)
    sisa = _wal(jalur_gudang).read_bytes()
    aman = jalur_gudang.rename(jalur_gudang.with_name("terbawa.duckdb"))
    with pytest.raises(GudangHilang):
        buka_gudang(jalur_gudang)
    hasil = CliRunner().invoke(aplikasi, ["impor", "rencana.xlsx", "--gudang", str(jalur_gudang)])
    assert hasil.exit_code == 2
    assert f"Gudang {jalur_gudang} hilang, sedangkan catatan tulisnya (capaian.duckdb.wal) masih ada." in hasil.stderr
    assert _wal(jalur_gudang).read_bytes() == sisa
    aman.rename(jalur_gudang)
    with terbuka(jalur_gudang) as gudang:
        assert objek(gudang)[-1] == "sesaat sebelum mati 4", "put back beside its log, it lost nothing"


def test_a_log_of_another_store_is_told_as_such_and_is_no_foreign_file(jalur_gudang: Path, tmp_path: Path) -> None:
    lain = tmp_path / "lain.duckdb"
    for jalur in (jalur_gudang, lain):
        with terbuka(jalur) as gudang:
            dirikan(gudang)
            catat(gudang, jalur.name)
    tulis_lalu_mati(lain, 1)
    _wal(lain).rename(_wal(jalur_gudang))
    hasil = CliRunner().invoke(aplikasi, ["cadangan", "daftar", "--gudang", str(jalur_gudang)])
    assert hasil.exit_code == 2
    assert "(capaian.duckdb.wal) milik gudang lain" in hasil.stderr
    assert "bukan gudang Capaian" not in hasil.stderr


def test_the_sample_office_is_made_anew_beside_the_log_of_a_deleted_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul_semai, "semai", lambda gudang, **_: dirikan(gudang))
    contoh = tmp_path / "contoh.duckdb"
    buat_contoh(contoh)
    tulis_lalu_mati(contoh, 2)
    contoh.unlink()
    (tmp_path / "sedang-dibuat-dulu").mkdir()
    tulis_lalu_mati(tmp_path / "sedang-dibuat-dulu" / "contoh.duckdb", 2)
    buat_contoh(contoh)
    assert {berkas.name for berkas in tmp_path.iterdir()} == {"contoh.duckdb", "contoh-sebelumnya.duckdb.wal"}
    with terbuka(contoh) as gudang:
        assert objek(gudang) == ["kantor"]


@pytest.fixture
def tempat(tmp_path: Path) -> Path:
    for nama in ("a.duckdb", "a.duckdb.wal", "a.duckdb.wal.checkpoint", "a.duckdb.bak", "a.duckdb2", "ba.duckdb.wal"):
        (tmp_path / nama).write_text(nama)
    (tmp_path / "a.duckdb.tmp").mkdir()
    return tmp_path


def test_a_store_is_moved_with_all_that_the_engine_keeps_beside_it_and_with_nothing_else(tempat: Path) -> None:
    milik = ["a.duckdb.tmp", "a.duckdb.wal", "a.duckdb.wal.checkpoint"]
    assert [berkas.name for berkas in pengiring(tempat / "a.duckdb")] == milik
    pindah = sisihkan(tempat / "a.duckdb", "lama")
    assert [asal.name for asal, _ in pindah] == ["a.duckdb", *milik], "the store first"
    assert {berkas.name for berkas in tempat.iterdir()} == {
        "a-lama.duckdb",
        "a-lama.duckdb.tmp",
        "a-lama.duckdb.wal",
        "a-lama.duckdb.wal.checkpoint",
        "a.duckdb.bak",
        "a.duckdb2",
        "ba.duckdb.wal",
    }
    letakkan(tempat / "a-lama.duckdb", tempat / "a.duckdb")
    assert (tempat / "a.duckdb.wal").read_text() == "a.duckdb.wal"


def test_a_store_is_never_put_where_something_of_another_one_stands(tempat: Path) -> None:
    baru = tempat / "baru.duckdb"
    baru.write_text("baru")
    (tempat / "a.duckdb").unlink()
    with pytest.raises(FileExistsError):
        letakkan(baru, tempat / "a.duckdb")
    assert baru.read_text() == "baru"


def test_a_move_that_stops_half_way_is_taken_back(tempat: Path) -> None:
    """A folder in the way of the log's new name: the second rename fails as a disk would make it fail."""
    sebelum = sorted(berkas.name for berkas in tempat.iterdir())
    kode = (
        "import sys; from pathlib import Path; from data import letak\n"
        "letak.nama_bebas = lambda jalur, tanda: jalur.with_name('terisi.duckdb')\n"
        "letak.sisihkan(Path(sys.argv[1]), 'lama')"
    )
    (tempat / "terisi.duckdb.wal").mkdir()
    perintah = [sys.executable, "-c", kode, str(tempat / "a.duckdb")]
    assert subprocess.run(perintah, cwd=AKAR, check=False, capture_output=True).returncode == 1
    assert sorted(berkas.name for berkas in tempat.iterdir()) == sorted([*sebelum, "terisi.duckdb.wal"])
