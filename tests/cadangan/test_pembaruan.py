"""A store of an earlier program is backed up, proved and written anew before it is used; whatever happens, it stays."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import duckdb
import pytest
from typer.testing import CliRunner

from analytics.__main__ import aplikasi
from analytics.bukti_asli.periksa_jejak import periksa_jejak, ujung_kini
from analytics.cadangan import pembaruan
from analytics.cadangan.jaga import jaga, kabar
from analytics.cadangan.pembaruan import buka_terbaru, kabar_pembaruan
from analytics.cadangan.uji import uji_cadangan
from analytics.sistem import GudangTerkunci
from data.cadangan import baca_cadangan
from data.gudang import Gudang, folder_cadangan
from data.rantai import Ujung
from pages.gerbang.toko import PemegangGudang
from tests.alat.cadangan import AKAR, WAKTU, aksi, terbuka
from tests.alat.pemegang import tutup_pemegang

FIKSTUR: Final = AKAR / "tests" / "fikstur"
SKEMA_BLOK_KECIL: Final = 5
LAMA: Final = sorted(folder.name for folder in FIKSTUR.glob("skema-[0-9]") if int(folder.name[-1]) < SKEMA_BLOK_KECIL)
"""The kept stores of programs that wrote large blocks: what comes later is upgraded in its place."""
TERBARU: Final = len(list((AKAR / "data" / "skema").glob("*.sql")))
BLOK: Final = 32768
NAMA_LAMA: Final = f"kantor-sebelum-disusun-ulang-{WAKTU:%Y%m%d-%H%M%S}.duckdb"
BERUBAH: Final = {"skema": "diterapkan_pada"}
"""The one column that tells when a store was upgraded."""
SEBELUM_SOP: Final = "SELECT min(nomor) FROM peristiwa WHERE aksi LIKE 'alur:%'"
DARI_SOP: Final = (
    *("alur", "permintaan", "berkas", "unggahan", "temuan", "kiriman", "realisasi", "realisasi_anggaran", "narasi"),
    *("koreksi", "bukti", "lampiran", "snapshot", "sesi"),
)
"""What the log tells of from there on."""
_MATI: Final = """
import importlib, json, os, sys
from datetime import datetime
from pathlib import Path
from analytics.cadangan.pembaruan import buka_terbaru
def perbarui(jalur, ruang, nama, kapan):
    modul = importlib.import_module(ruang)
    asli = getattr(modul, nama)
    def mati(*isian, **pilihan):
        if kapan == "sesudah":
            asli(*isian, **pilihan)
        os._exit(9)
    setattr(modul, nama, mati)
    buka_terbaru(Path(jalur), datetime.fromisoformat("2026-11-26T09:15:00"))
    os._exit(0)
for celah in sys.stdin:
    anak = os.fork() if hasattr(os, "fork") else 0
    if anak == 0:
        perbarui(*json.loads(celah))
    print(os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]), flush=True)
"""
"""A program that upgrades one store after another, each in a process of its own that is killed on the way; where no
process can be forked, the program itself is."""
_PEMEGANG: Final = """
import sys
from pathlib import Path
from data.gudang import Gudang
with Gudang.apa_adanya(Path(sys.argv[1])):
    print("terbuka", flush=True)
    sys.stdin.read()
"""
CELAH: Final = [
    ("analytics.cadangan.pembaruan", "tulis_cadangan", "sebelum"),
    ("analytics.cadangan.pembaruan", "tulis_cadangan", "sesudah"),
    ("analytics.cadangan.pembaruan", "uji_cadangan", "sesudah"),
    ("data.gudang", "cari_beda", "sebelum"),
    ("analytics.cadangan.pembaruan", "_jaga_utuh", "sesudah"),
    ("analytics.cadangan.pembaruan", "gantikan", "sebelum"),
    ("os", "link", "sesudah"),
    ("data.letak", "_endapkan_nama", "sebelum"),
    ("analytics.cadangan.pembaruan", "gantikan", "sesudah"),
]
SUDAH_DITUKAR: Final = CELAH[-2:]
"""Where the program ends after the new store has taken its place."""


@cache
def _byte(nama: str) -> bytes:
    return gzip.decompress((FIKSTUR / nama / "gudang.duckdb.gz").read_bytes())


def _letakkan(byte: bytes, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    jalur = folder / "kantor.duckdb"
    jalur.write_bytes(byte)
    return jalur


@pytest.fixture(scope="module")
def kecil(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The kept store of the last schema on the day before its first form went out, so that it is soon proved.

    Its blocks are smaller than ours, which are no blocks of today either.
    """
    folder = tmp_path_factory.mktemp("kecil")
    asal, tujuan = _letakkan(_byte(LAMA[-1]), folder), folder / "kecil.duckdb"
    with closing(duckdb.connect(str(asal))) as koneksi:
        koneksi.execute(f"DELETE FROM peristiwa WHERE nomor >= ({SEBELUM_SOP})")
        for tabel in DARI_SOP:
            koneksi.execute(f"DELETE FROM {tabel}")
        koneksi.execute(f"ATTACH '{tujuan}' AS kecil (STORAGE_VERSION 'v1.5.0', BLOCK_SIZE 16384)")
        koneksi.execute("COPY FROM DATABASE kantor TO kecil")
    return tujuan.read_bytes()


@pytest.fixture
def jalur(tmp_path: Path, kecil: bytes) -> Path:
    return _letakkan(kecil, tmp_path / "data")


@dataclass(frozen=True)
class Diperbarui:
    """A kept store after its upgrade: where it stands, what the operator was told, what the log says at its end."""

    jalur: Path
    pesan: str | None
    kabar: tuple[str, ...]
    aksi: str
    versi_data: int
    ujung: Ujung

    @property
    def lama(self) -> Path:
        """The file that was kept."""
        return self.jalur.with_name(NAMA_LAMA)


Perbarui = Callable[[str], Diperbarui]


@pytest.fixture(scope="module")
def diperbarui(tmp_path_factory: pytest.TempPathFactory) -> Perbarui:
    """The kept store of a schema after its upgrade; made once, only to be read or copied."""

    @cache
    def sekali(nama: str) -> Diperbarui:
        jalur = _letakkan(_byte(nama), tmp_path_factory.mktemp(nama) / "data")
        with _ditutup(buka_terbaru(jalur, WAKTU)) as gudang:
            assert periksa_jejak(gudang).ingkar == ()
            pesan, versi = kabar_pembaruan(gudang), gudang.versi_data()
            return Diperbarui(jalur, pesan, kabar(gudang, WAKTU), aksi(gudang)[-1], versi, ujung_kini(gudang))

    return sekali


@pytest.fixture(scope="module")
def di_tempat(diperbarui: Perbarui, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Ujung]]:
    """The file that was kept, opened as any store is and so upgraded in its place, and the tip of its whole log."""

    @cache
    def sekali(nama: str) -> tuple[Path, Ujung]:
        jalur = Path(shutil.copy(diperbarui(nama).lama, tmp_path_factory.mktemp(nama) / "lama.duckdb"))
        with terbuka(jalur) as gudang:
            assert periksa_jejak(gudang).ingkar == ()
            return jalur, ujung_kini(gudang)

    return sekali


@pytest.fixture
def salin(diperbarui: Perbarui, tmp_path: Path) -> Callable[[str], Path]:
    """A copy of such a store without what stands beside it, to be opened."""

    def salinan(nama: str) -> Path:
        return _letakkan(diperbarui(nama).jalur.read_bytes(), tmp_path / "data")

    return salinan


@pytest.fixture(scope="module")
def bunuh() -> Iterator[Callable[[Path, str, str, str], int]]:
    """Upgrade a store in another process that ends at this place; how it ended."""
    perintah = [sys.executable, "-c", _MATI]
    program: list[subprocess.Popen[str]] = []

    def mulai() -> subprocess.Popen[str]:
        return subprocess.Popen(perintah, cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def satu_kali(jalur: Path, *celah: str) -> int:
        if not program or program[-1].poll() is not None:
            program.append(mulai())
        masuk, keluar = program[-1].stdin, program[-1].stdout
        assert masuk is not None
        assert keluar is not None
        masuk.write(json.dumps([str(jalur), *celah]) + "\n")
        masuk.flush()
        return int(keluar.readline() or program[-1].wait())

    yield satu_kali
    for proses in program:
        proses.communicate()


@contextmanager
def _langsung(jalur: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(str(jalur), read_only=True)) as koneksi:
        yield koneksi


def _baris(jalur: Path, *, menurut_jam: bool = True) -> dict[str, Counter[tuple[Any, ...]]]:
    """Every row of every table as the engine reads it, without a line of ours."""
    with _langsung(jalur) as koneksi:
        tabel = [nama for (nama,) in koneksi.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {nama: Counter(koneksi.execute(_pilih(nama, menurut_jam)).fetchall()) for nama in tabel}


def _pilih(tabel: str, menurut_jam: bool) -> str:
    tanpa = "" if menurut_jam or tabel not in BERUBAH else f" EXCLUDE ({BERUBAH[tabel]})"
    return f'SELECT *{tanpa} FROM "{tabel}"'


def _susunan(jalur: Path) -> list[str]:
    """What the file holds beside its rows: tables with types, defaults and constraints, indexes, views, macros.

    What a view leaves out is a set; the engine writes it in any order.
    """
    tanya = (
        "SELECT table_name, sql FROM duckdb_tables()",
        "SELECT table_name, column_name, data_type, is_nullable, column_default FROM duckdb_columns() "
        "WHERE NOT internal",
        "SELECT table_name, constraint_type, constraint_text FROM duckdb_constraints()",
        "SELECT index_name, is_unique, sql FROM duckdb_indexes()",
        "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal",
        "SELECT function_name, parameters, macro_definition FROM duckdb_functions() WHERE NOT internal",
    )
    with _langsung(jalur) as koneksi:
        semua = sorted(repr(baris) for sql in tanya for baris in koneksi.execute(sql).fetchall())
    return [teks.replace("EXCLUDE (rupiah, urut)", "EXCLUDE (urut, rupiah)") for teks in semua]


@dataclass(frozen=True)
class Ciri:
    """What tells stores apart at a glance: bytes of a block, the last step of the schema, how long the log is."""

    blok: int
    skema: int
    peristiwa: int


def _ciri(jalur: Path) -> Ciri:
    tanya = (
        "SELECT (SELECT block_size FROM pragma_database_size()), (SELECT max(nomor) FROM skema), "
        "(SELECT count(*) FROM peristiwa)"
    )
    with _langsung(jalur) as koneksi:
        return Ciri(*koneksi.execute(tanya).fetchall()[0])


def _nama(jalur: Path) -> set[str]:
    return {berkas.name for berkas in jalur.parent.iterdir()}


def _perbarui(jalur: Path) -> str | None:
    """Open it as people do and close it; what they are told."""
    with _ditutup(buka_terbaru(jalur, WAKTU)) as gudang:
        assert periksa_jejak(gudang).ingkar == ()
        return kabar_pembaruan(gudang)


@contextmanager
def _ditutup(gudang: Gudang) -> Iterator[Gudang]:
    try:
        yield gudang
    finally:
        gudang.tutup()


@pytest.mark.parametrize("nama", LAMA)
def test_a_store_of_every_earlier_schema_is_written_anew_and_is_the_same_as_one_upgraded_in_its_place(
    nama: str, diperbarui: Perbarui, di_tempat: Callable[[str], tuple[Path, Ujung]]
) -> None:
    baru, (banding, _) = diperbarui(nama), di_tempat(nama)
    assert baru.lama.read_bytes() == _byte(nama), "the kept file is what stood there before"
    assert _ciri(baru.lama).blok != BLOK
    assert _ciri(baru.jalur).blok == BLOK
    assert baru.jalur.stat().st_size < len(_byte(nama)) / 2
    assert _susunan(baru.jalur) == _susunan(banding)
    kini, harap = _baris(baru.jalur, menurut_jam=False), _baris(banding, menurut_jam=False)
    (catatan,) = kini["peristiwa"] - harap["peristiwa"]
    assert "perbarui_gudang" in catatan
    kini["peristiwa"] -= Counter([catatan])
    assert kini == harap
    assert baru.pesan is not None
    assert NAMA_LAMA in baru.pesan
    assert "boleh dihapus" in baru.pesan
    assert _nama(baru.jalur) == {baru.jalur.name, NAMA_LAMA, folder_cadangan(baru.jalur).name}


@pytest.mark.parametrize("nama", LAMA)
def test_the_kept_file_opens_and_its_log_is_the_beginning_of_the_new_one(
    nama: str, salin: Callable[[str], Path], di_tempat: Callable[[str], tuple[Path, Ujung]]
) -> None:
    _, ujung = di_tempat(nama)
    with terbuka(salin(nama)) as gudang:
        assert periksa_jejak(gudang, (ujung,)).ingkar == ()
        assert ujung_kini(gudang).nomor == ujung.nomor + 1


def test_the_backup_of_before_holds_the_store_as_it_was_and_can_be_put_back(
    diperbarui: Perbarui, salin: Callable[[str], Path]
) -> None:
    baru = diperbarui(LAMA[-1])
    (zip_,) = folder_cadangan(baru.jalur).glob("*.zip")
    cadangan = baca_cadangan(zip_)
    assert not cadangan.otomatis, "it is never deleted by the program"
    assert uji_cadangan(cadangan).utuh
    assert _ciri(baru.lama).skema == int(LAMA[-1].split("-")[1])
    with terbuka(salin(LAMA[-1])) as gudang:
        assert periksa_jejak(gudang, (cadangan.ujung,)).utuh


def test_it_is_told_once_and_stands_in_the_log_without_changing_a_figure(
    diperbarui: Perbarui, salin: Callable[[str], Path]
) -> None:
    baru, jalur = diperbarui(LAMA[-1]), salin(LAMA[-1])
    assert baru.pesan in baru.kabar
    assert baru.aksi == "perbarui_gudang"
    assert baru.versi_data < baru.ujung.nomor
    baris, nama = _baris(jalur), _nama(jalur)
    with _ditutup(buka_terbaru(jalur, WAKTU)) as gudang:
        assert kabar_pembaruan(gudang) is None
    assert (_baris(jalur), _nama(jalur)) == (baris, nama)


def test_the_command_line_says_it_once_beside_its_answer(jalur: Path) -> None:
    for dikatakan in (True, False):
        hasil = CliRunner().invoke(aplikasi, ["cadangan", "daftar", "--gudang", str(jalur)])
        assert hasil.exit_code == 0
        assert "Data disusun ulang" not in hasil.stdout
        assert ("Data disusun ulang" in hasil.stderr) == dikatakan


def test_the_program_opens_its_store_so_and_says_it_on_its_console(
    jalur: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pemegang = PemegangGudang(jalur)
    assert kabar_pembaruan(pemegang.buka()) in caplog.messages
    tutup_pemegang(pemegang)
    assert _ciri(jalur).blok == BLOK


def test_a_new_store_and_one_of_this_program_are_only_opened(jalur_gudang: Path) -> None:
    for _ in range(2):
        assert _perbarui(jalur_gudang) is None
        assert _nama(jalur_gudang) == {jalur_gudang.name}


def test_an_old_store_that_has_our_blocks_is_backed_up_and_upgraded_in_its_place(jalur: Path, tmp_path: Path) -> None:
    with Gudang.apa_adanya(jalur) as asal:
        asal.susun_ulang(tmp_path / "kecil.duckdb")
    (tmp_path / "kecil.duckdb").replace(jalur)
    pesan = _perbarui(jalur)
    assert pesan is not None
    assert "boleh dihapus" not in pesan
    assert _nama(jalur) == {jalur.name, folder_cadangan(jalur).name}
    assert len(list(folder_cadangan(jalur).glob("*.zip"))) == 1
    with terbuka(jalur) as gudang:
        assert aksi(gudang)[-1] == "perbarui_gudang"


def _tetap_di_tempatnya(jalur: Path, sebab: str) -> None:
    """The office gets its store, upgraded and with its blocks of before, and is told why."""
    semula = _ciri(jalur)
    with _ditutup(buka_terbaru(jalur, WAKTU)) as gudang:
        pesan = kabar_pembaruan(gudang)
        assert pesan is not None
        assert sebab in pesan
        assert "tidak disusun ulang" in pesan
        assert aksi(gudang)[-1] == "perbarui_gudang"
    assert _ciri(jalur) == Ciri(semula.blok, TERBARU, semula.peristiwa + 1)
    assert semula.blok != BLOK
    assert _nama(jalur) <= {jalur.name, folder_cadangan(jalur).name}


def test_a_disk_without_room_for_all_of_it_leaves_the_store_where_it_is(
    jalur: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pembaruan, "_RUANG", 1 << 40)
    _tetap_di_tempatnya(jalur, "Penyimpanan penuh")
    assert not folder_cadangan(jalur).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Only POSIX limits the size of a file.")
@pytest.mark.parametrize(("siapa", "nama"), [(pembaruan, "tulis_cadangan"), (Gudang, "susun_ulang")])
def test_a_disk_that_is_full_in_the_middle_leaves_the_store_where_it_is(
    jalur: Path, kecil: bytes, monkeypatch: pytest.MonkeyPatch, siapa: Any, nama: str
) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    asli = getattr(siapa, nama)

    def di_cakram_sempit(*isian: Any, **pilihan: Any) -> Any:
        semula = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(kecil) // 2, semula[1]))
        try:
            return asli(*isian, **pilihan)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, semula)

    monkeypatch.setattr(siapa, nama, di_cakram_sempit)
    _tetap_di_tempatnya(jalur, "Penyimpanan penuh")
    assert not list(folder_cadangan(jalur).glob("sedang-*"))


def test_a_backup_that_cannot_be_written_leaves_the_store_where_it_is(jalur: Path) -> None:
    folder_cadangan(jalur).write_bytes(b"")
    _tetap_di_tempatnya(jalur, "tanpa cadangan")


def test_a_disk_that_gives_no_second_name_leaves_the_store_where_it_is(
    jalur: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tolak(*_nama: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", tolak)
    _tetap_di_tempatnya(jalur, "tidak mendapat izin")


def test_whatever_else_goes_wrong_the_office_gets_its_store(jalur: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*_nama: object) -> None:
        raise ZeroDivisionError("rahasia")

    monkeypatch.setattr(pembaruan, "_jaga_utuh", gagal)
    _tetap_di_tempatnya(jalur, "tidak terduga")


def test_a_copy_that_differs_never_takes_the_place_of_the_store(jalur: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.gudang.cari_beda", lambda *_isian: "main.realisasi")
    _tetap_di_tempatnya(jalur, "main.realisasi")


def test_a_store_that_somebody_wrote_to_meanwhile_keeps_what_he_wrote(
    jalur: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = pembaruan.ditahan

    @contextmanager
    def sesudah_orang_lain(berkas: Path) -> Iterator[None]:
        with closing(duckdb.connect(str(berkas))) as koneksi:
            koneksi.execute("UPDATE unit SET nama = nama || ' baru'")
        with asli(berkas):
            yield

    monkeypatch.setattr(pembaruan, "ditahan", sesudah_orang_lain)
    _tetap_di_tempatnya(jalur, "sedang dibuka")
    with _langsung(jalur) as koneksi:
        assert koneksi.execute("SELECT bool_and(nama LIKE '% baru') FROM unit").fetchall() == [(True,)]


def test_a_store_whose_log_is_not_whole_is_not_touched_beyond_its_upgrade(jalur: Path) -> None:
    with closing(duckdb.connect(str(jalur))) as koneksi:
        koneksi.execute("UPDATE peristiwa SET oleh = 'orang lain' WHERE nomor = 3")
    _tetap_di_tempatnya(jalur, "Jejak tidak utuh")


def test_a_store_that_another_program_holds_is_left_alone(jalur: Path) -> None:
    isi, perintah = jalur.read_bytes(), [sys.executable, "-c", _PEMEGANG, str(jalur)]
    with subprocess.Popen(perintah, cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as pemegang:
        assert pemegang.stdout is not None
        assert pemegang.stdout.readline().strip() == b"terbuka"
        with pytest.raises(GudangTerkunci):
            buka_terbaru(jalur, WAKTU)
        pemegang.communicate()
    assert jalur.read_bytes() == isi
    assert _nama(jalur) == {jalur.name}


@pytest.mark.parametrize(("ruang", "nama", "kapan"), CELAH)
def test_a_program_that_is_killed_anywhere_leaves_one_whole_store_and_the_next_one_goes_on(
    jalur: Path, kecil: bytes, bunuh: Callable[[Path, str, str, str], int], ruang: str, nama: str, kapan: str
) -> None:
    assert bunuh(jalur, ruang, nama, kapan) == 9
    if (ruang, nama, kapan) in SUDAH_DITUKAR:
        assert _ciri(jalur).skema == TERBARU
    else:
        assert jalur.read_bytes() == kecil
    with _ditutup(buka_terbaru(jalur, WAKTU)) as gudang:
        assert periksa_jejak(gudang).ingkar == ()
        assert aksi(gudang).count("perbarui_gudang") == 1
        jaga(gudang, datetime(2026, 11, 26, 10))
    assert _ciri(jalur).blok == BLOK
    assert _nama(jalur) == {jalur.name, NAMA_LAMA, folder_cadangan(jalur).name}
    assert jalur.with_name(NAMA_LAMA).read_bytes() == kecil
    assert {berkas.suffix for berkas in folder_cadangan(jalur).iterdir()} == {".zip"}


def test_an_office_in_the_middle_of_its_work_is_upgraded_by_the_program_after_one_that_was_killed(
    tmp_path: Path, bunuh: Callable[[Path, str, str, str], int], diperbarui: Perbarui
) -> None:
    jalur = _letakkan(_byte(LAMA[-1]), tmp_path / "data")
    assert bunuh(jalur, "analytics.cadangan.pembaruan", "gantikan", "sebelum") == 9
    assert jalur.read_bytes() == _byte(LAMA[-1])
    assert _perbarui(jalur) is not None
    baris, harapan = (_baris(berkas, menurut_jam=False) for berkas in (jalur, diperbarui(LAMA[-1]).jalur))
    assert {nama: baris[nama] for nama in harapan if nama != "peristiwa"} == {
        nama: harapan[nama] for nama in harapan if nama != "peristiwa"
    }
