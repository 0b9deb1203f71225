"""A disk that refuses, for real: the cause is named, and nothing is half-written."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.cakram import SebabMenolak, sebab_menolak
from data.gudang import Gudang, GudangRusak, PenyimpananMenolak, SalinanGagal
from tests.alat.gudang import tanya

AKAR = Path(__file__).parents[2]

_PENUH = """
import json, os, resource, sys
from datetime import datetime
from pathlib import Path
from data.gudang import Gudang, Peristiwa, PenyimpananMenolak
jalur = Path(sys.argv[1])
gudang = Gudang.buka(jalur)
jawab = []
def tulis(nomor, besar):
    peristiwa = Peristiwa("*", "uji", "uji", str(nomor), {}, datetime(2026, 11, 26))
    baris = {"sha256": f"{nomor:064d}", "isi": os.urandom(besar), "ukuran": besar}
    try:
        with gudang.transaksi(peristiwa) as tx:
            tx.tambah("berkas", [baris])
        jawab.append("ya")
    except PenyimpananMenolak as tolak:
        jawab.append([tolak.sebab, tolak.pasti])
def batasi(byte):
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, resource.RLIM_INFINITY))
awal, sisa, besar = map(int, sys.argv[2:])
tulis(1, awal)
gudang.tutup()
gudang = Gudang.buka(jalur)
batasi(os.path.getsize(jalur) + sisa)
for nomor in range(2, 14):
    tulis(nomor, besar)
    if jawab[-1] != "ya":
        break
jawab.append(gudang.versi_data())
tulis(98, 100)
batasi(resource.RLIM_INFINITY)
tulis(99, besar)
print(json.dumps(jawab))
gudang.tutup()
"""


def _penuh(jalur: Path, awal: int, sisa: int, besar: int) -> list[Any]:
    """Fill a store with `awal` bytes, let no file grow by more than `sisa`, and write pieces until one is refused.

    The answer to each; then the version that is read, and the answers to a small piece and, with room again, to one.
    """
    perintah = [sys.executable, "-c", _PENUH, str(jalur), str(awal), str(sisa), str(besar)]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    jawab: list[Any] = json.loads(hasil.stdout)
    return jawab


def _isi(jalur: Path) -> tuple[list[str], list[str]]:
    gudang = Gudang.buka(jalur)
    try:
        objek = [peristiwa["objek"] for peristiwa in gudang.kueri("peristiwa_semua")]
        return objek, [str(int(sha256)) for (sha256,) in tanya(gudang, "SELECT sha256 FROM berkas ORDER BY ALL")]
    finally:
        gudang.tutup()


def test_a_write_that_finds_no_room_is_refused_as_a_whole_and_the_next_one_that_fits_is_taken(
    jalur_gudang: Path,
) -> None:
    jawab = _penuh(jalur_gudang, 1000, 50_000, 4_000_000)
    assert jawab == ["ya", ["penuh", True], 1, "ya", "ya"]
    assert _isi(jalur_gudang) == (["1", "98", "99"], ["1", "98", "99"])


def test_an_engine_that_gives_up_for_want_of_room_is_opened_again_and_loses_nothing(jalur_gudang: Path) -> None:
    """The log is taken into the store when it has grown: a full disk then takes the whole engine down."""
    jawab = _penuh(jalur_gudang, 20_000_000, 4_000_000, 2_000_000)
    gagal = jawab.index(["penuh", False])
    tersimpan = ["1", *(str(nomor) for nomor in range(2, gagal + 1))]
    assert jawab[gagal + 1] == gagal, "reading goes on at once"
    assert jawab[-1] == "ya", "and writing, as soon as there is room"
    objek, berkas = _isi(jalur_gudang)
    assert objek == berkas, "a fact and its entry, together or not at all"
    assert objek[: len(tersimpan)] == tersimpan
    assert objek[-1] == "99"


def _anak(kode: str, *argumen: object) -> str:
    perintah = [sys.executable, "-c", kode, *map(str, argumen)]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout.strip()


@pytest.fixture
def folder_umum() -> Iterator[Path]:
    """A folder that everybody reaches: the ones of pytest are closed to others than their owner."""
    with tempfile.TemporaryDirectory(prefix="capaian-uji-") as nama:
        Path(nama).chmod(0o755)
        yield Path(nama)


_TANPA_IZIN = """
import os, sys
from pathlib import Path
from data.gudang import Gudang, PenyimpananMenolak
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)  # root may do everything
try:
    Gudang.buka(Path(sys.argv[1])).tutup()
except PenyimpananMenolak as tolak:
    print(tolak.sebab)
"""


@pytest.mark.parametrize("apa", ["berkas", "folder", "folder_baru"])
def test_a_place_where_one_may_not_write_is_no_foreign_file(folder_umum: Path, apa: str) -> None:
    jalur = folder_umum / ("baru/capaian.duckdb" if apa == "folder_baru" else "capaian.duckdb")
    if apa == "berkas":
        Gudang.buka(jalur).tutup()
        jalur.chmod(0o444)
    folder_umum.chmod(0o555)
    try:
        assert _anak(_TANPA_IZIN, jalur) == "tanpa_izin"
    finally:
        folder_umum.chmod(0o755)
    assert [berkas.name for berkas in folder_umum.iterdir()] == (["capaian.duckdb"] if apa == "berkas" else [])


def test_a_device_without_room_is_named_as_full(tmp_path: Path) -> None:
    jalur = tmp_path / "penuh.duckdb"
    jalur.symlink_to("/dev/full")
    with pytest.raises(PenyimpananMenolak) as tolak:
        Gudang.buka(jalur)
    assert tolak.value.sebab == "penuh"


@pytest.mark.parametrize(
    ("kode", "sebab"),
    [
        (errno.ENOSPC, "penuh"),
        (errno.EDQUOT, "penuh"),
        (errno.EFBIG, "penuh"),
        (errno.EROFS, "hanya_baca"),
        (errno.EACCES, "tanpa_izin"),
        (errno.EPERM, "tanpa_izin"),
        (errno.EIO, "cakram"),
        (errno.ENOENT, None),
    ],
)
def test_what_the_system_says_is_understood_from_it_and_from_the_engine_that_passes_it_on(
    kode: int, sebab: SebabMenolak | None
) -> None:
    dari_mesin = SalinanGagal(f'IO Error: Cannot open file "/x/capaian.duckdb": {os.strerror(kode)}')
    assert dari_mesin.sebab == sebab
    assert sebab_menolak(OSError(kode, os.strerror(kode))) == sebab


def test_a_store_that_was_cut_is_damaged_and_not_foreign(jalur_gudang: Path) -> None:
    Gudang.buka(jalur_gudang).tutup()
    jalur_gudang.write_bytes(jalur_gudang.read_bytes()[: jalur_gudang.stat().st_size // 2])
    with pytest.raises(GudangRusak):
        Gudang.buka(jalur_gudang)
