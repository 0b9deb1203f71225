"""The store: one DuckDB file, opened here and nowhere else.

Reads take a fresh cursor each (a shared connection returns wrong rows between threads). Writes go one at a time through
`Gudang.transaksi`, which commits the facts together with their `Peristiwa` or not at all.
"""

from __future__ import annotations

import hashlib
import json
import sys
import threading
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Self

import duckdb

from data.beku import susun_tanya
from data.berlaku import Tersentuh, menyebut_berlaku, tabel_ditulis
from data.cakram import SebabMenolak, dipegang_lain, sebab_menolak
from data.letak import log_tulis
from data.rantai import AWAL, KOLOM, UJUNG_AWAL, Ujung, sidik_peristiwa
from data.salinan import cari_beda, kutip, tersambung
from data.terurai import jalankan
from data.versi import TANPA_ANGKA, VersiData

_AKAR: Final = Path(__file__).parent
_SKEMA: Final = _AKAR / "skema"
_SKEMA_JADI: Final = _AKAR / "skema_jadi.sql"
"""What all steps of the schema come to."""
_KUERI: Final = _AKAR / "kueri"
_ACUAN: Final = _AKAR / "acuan"
_FORMAT_BERKAS: Final = "v1.5.0"
"""Storage version of new files, so that an older DuckDB of the office can still open a backup."""

_BLOK: Final = 32768
"""Bytes of a block of new stores: with the engine's own choice sixty small tables take five times the room (ADR 2). A
store that exists keeps the one that it was made with until its schema is upgraded (ADR 28)."""

_TANDA: Final = b"DUCK"
"""What stands in every file of the engine, `_TANDA_LETAK` bytes from its start."""
_TANDA_LETAK: Final = 8

_UTAS: Final = 1
"""Threads of the engine for one question: more of them cost an office's questions more than they save (ADR 2)."""

_NAMA_DAN_BLOK: Final = (
    "SELECT database_name, block_size FROM pragma_database_size() WHERE database_name = current_database()"
)

_SEKALI_TULIS: Final = 4
"""Rows up to which one statement adds them in less time than the engine takes to set up its appender."""
_SEPOTONG: Final = 2000
"""Rows that `Gudang.alirkan` takes at a time."""
_ADA_TABEL: Final = (
    "SELECT 1 FROM duckdb_tables() WHERE NOT internal UNION ALL SELECT 1 FROM duckdb_views() WHERE NOT internal"
)

_TANPA_JEJAK: Final = frozenset({"sesi_sentuh", "tandai_dilihat"})
"""Statements that `Gudang.sentuh` may run."""
_LANGKAH_RANTAI: Final = 3
"""The schema step that brought the hash chain."""

Baris = dict[str, Any]


class GalatGudang(Exception):
    """The store cannot be used now; each kind is a cause. The message is its path."""


class GudangTerkunci(GalatGudang):
    """Another program has the store open."""


class GudangTidakDikenal(GalatGudang):
    """The file is not a store of this program, or comes from a newer one."""


class GudangRusak(GalatGudang):
    """The file is a store and cannot be read: it is damaged, or the write-ahead log beside it is another one's."""


class GudangHilang(GalatGudang):
    """The file is gone while its write-ahead log still stands there: a new store would destroy what that log holds."""


class GudangTertinggal(GalatGudang):
    """The store has the schema of an earlier program; nothing in it was changed."""


class PenyimpananMenolak(GalatGudang):
    """The disk does not take or give the bytes; `sebab` says why.

    `pasti`: whether it is certain that nothing was written. After a commit that took the engine down it is not.
    """

    def __init__(self, jalur: str, sebab: SebabMenolak, *, pasti: bool = True) -> None:
        super().__init__(jalur)
        self.sebab = sebab
        self.pasti = pasti


class SalinanGagal(Exception):
    """A copy of the store could not be written; the message is the engine's or the system's, `sebab` what it means."""

    @property
    def sebab(self) -> SebabMenolak | None:
        """Why the disk refused; None: it did not, or does not say."""
        return sebab_menolak(self)


class SudahTercatat(Exception):
    """A peristiwa with this kunci is in the log already: the write was done before."""

    def __init__(self, kunci: str, objek: str) -> None:
        super().__init__(kunci)
        self.kunci = kunci
        self.objek = objek


class TanpaPeristiwa(Exception):
    """A write was about to be committed without a word in the log."""


@dataclass(frozen=True)
class Peristiwa:
    """What somebody did: `aksi` on `objek`, with `rincian` as a JSON-able mapping. `kunci` makes a repeat harmless.

    `akun` and `sebagai` say by which account and in which office (`Plt. Camat`); `mengubah` whether figures may look
    different afterwards, which a login or a refusal does not make them. What is no single office's changes them all.
    """

    kode_pd: str
    oleh: str
    aksi: str
    objek: str
    rincian: Mapping[str, Any]
    waktu: datetime
    kunci: str | None = None
    akun: str | None = None
    sebagai: str | None = None
    mengubah: bool = True


class Transaksi:
    """The inside of one write, or of a look at one state. Only `Gudang` makes it."""

    def __init__(self, kursor: duckdb.DuckDBPyConnection, ujung: Ujung | None = None) -> None:
        self._kursor = kursor
        self._tersentuh = Tersentuh()
        self.ujung = ujung
        """The tip of the log with what this write has put there; None: nobody has asked for it yet."""
        self.tercatat: list[tuple[int, Peristiwa]] = []
        """The peristiwa that this write has put into the log so far, by number."""
        self.menyentuh_angka = False
        """Whether this write went to a table that figures rest on."""

    def tambah(self, tabel: str, baris: Iterable[Mapping[str, Any]]) -> None:
        """Append rows to a table; a column that a row does not name becomes NULL.

        Raises ValueError for an unknown column or a table of rows in force, and duckdb.Error when a CHECK or key is
        broken.
        """
        daftar = list(baris)
        if not daftar:
            return
        kolom = self._kursor.table(tabel).columns
        asing = {nama for sel in daftar for nama in sel} - set(kolom)
        if asing:
            raise ValueError(f"{tabel} has no column {sorted(asing)}")
        self._tersentuh.tambah(tabel, daftar)
        self._catat_sentuhan({tabel})
        isi = [[sel.get(nama) for nama in kolom] for sel in daftar]
        if len(isi) <= _SEKALI_TULIS:
            sql = _susun_tambah(tabel, len(kolom), len(isi))
            jalankan(self._kursor, sql, [nilai for baris_isi in isi for nilai in baris_isi])
            return
        with self._kursor.appender(tabel) as tambahan:
            tambahan.append_rows(isi)

    def kueri(self, nama: str, **parameter: Any) -> list[Baris]:
        """Run a named question inside the transaction."""
        self._segarkan_bagi(nama)
        if mengubah(nama):
            self._catat_sentuhan(tabel_ditulis(_baca_kueri(nama)))
        return _tanya(self._kursor, nama, parameter)

    def alirkan(self, nama: str, **parameter: Any) -> Iterator[Baris]:
        """As `Gudang.alirkan`, but all at once: a transaction has one cursor, and the next question takes it."""
        return iter(self.kueri(nama, **parameter))

    def ambil_beku(self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int) -> dict[str, list[Baris]]:
        """As `Gudang.ambil_beku`, inside the transaction."""
        return _ambil_beku(self._kursor, tabel, {"kode_pd": kode_pd, "tahun": tahun, "triwulan": triwulan})

    def jalankan(self, nama: str, /, **parameter: Any) -> None:
        """Run the named statement of `data/kueri`, which changes rows that have no history of their own."""
        self._segarkan_bagi(nama)
        self._tersentuh.jalankan(_baca_kueri(nama), parameter)
        self._catat_sentuhan(tabel_ditulis(_baca_kueri(nama)))
        jalankan(self._kursor, _baca_kueri(nama), parameter)

    def segarkan(self) -> None:
        """Let the rows in force follow what this write changed so far (see `data.berlaku`)."""
        self._tersentuh.segarkan(self._kursor)

    def _catat_sentuhan(self, tabel: Collection[str]) -> None:
        """Note what is written; a statement that does not say where may have written anywhere."""
        self.menyentuh_angka |= not tabel or not TANPA_ANGKA.issuperset(tabel)

    def _segarkan_bagi(self, nama: str) -> None:
        if menyebut_berlaku(_baca_kueri(nama)):
            self.segarkan()

    def catat(self, peristiwa: Peristiwa) -> None:
        """Write one more peristiwa in this transaction. Raises SudahTercatat when its kunci is in the log."""
        self.catat_semua((peristiwa,))

    def catat_semua(self, peristiwa: Sequence[Peristiwa]) -> None:
        """Write several peristiwa in their order, appended at once. Raises SudahTercatat as `catat` does."""
        _tolak_ulangan(self._kursor, peristiwa)
        ujung = self.ujung or _ujung(self._kursor)
        baris = list(_rangkai(peristiwa, ujung))
        self.tambah("peristiwa", baris)
        self.tercatat.extend(zip((isian["nomor"] for isian in baris), peristiwa, strict=True))
        self.ujung = Ujung(baris[-1]["nomor"], baris[-1]["sidik"]) if baris else ujung


class _SatuPenulis:
    """The write lock. A write inside a write of the same thread would wait for itself for ever: it raises instead."""

    def __init__(self) -> None:
        self._kunci = threading.Lock()
        self._pemegang: int | None = None

    def __enter__(self) -> None:
        if self._pemegang == threading.get_ident():
            raise RuntimeError("a write was begun inside another one; use its Transaksi")
        self._kunci.acquire()
        self._pemegang = threading.get_ident()

    def __exit__(self, *_galat: object) -> None:
        self._pemegang = None
        self._kunci.release()


class Gudang:
    """One open store. Make it with `Gudang.buka`."""

    def __init__(self, koneksi: duckdb.DuckDBPyConnection, jalur: Path | None) -> None:
        self._koneksi = koneksi
        self._kunci_tulis = _SatuPenulis()
        self._kunci_sambung = threading.Lock()
        self._pemakai = 0
        self._putus = False
        self._versi, self._versi_angka = VersiData(), VersiData()
        self._ujung: Ujung | None = None
        self.jalur = jalur

    @classmethod
    def buka(cls, jalur: Path | None, *, naikkan: bool = True) -> Self:
        """Open the store at `jalur`, or create it; None is a store in memory.

        Applies the migrations that are missing and seeds the reference data of a new store; with `naikkan` False a
        store that lacks some raises GudangTertinggal instead.
        Raises the kind of GalatGudang that says why it cannot be opened; nothing was changed then.
        """
        koneksi = _hubungkan(jalur)
        gudang = cls(koneksi, jalur)
        try:
            gudang._perbarui_skema(naikkan=naikkan)
            gudang._hitung_versi()
            _batasi(koneksi, gudang.folder_cadangan)
        except (duckdb.IOException, duckdb.FatalException) as galat:
            koneksi.close()
            raise _sebut(galat, jalur) from galat
        except BaseException:
            koneksi.close()
            raise
        return gudang

    @classmethod
    def kosong(cls) -> Self:
        """A store in memory without a row, not even of reference data: for what is filled from elsewhere.

        The schema comes as it is after its last step, in a third of the time that all steps take.
        """
        koneksi = _hubungkan(None)
        jalankan(koneksi, _SKEMA_JADI.read_text(encoding="utf-8"))
        _batasi(koneksi, None)
        return cls(koneksi, None)

    @classmethod
    @contextmanager
    def apa_adanya(cls, jalur: Path) -> Iterator[Self]:
        """The store at `jalur` with the schema that it has, all of it in its file: to be copied, not to be asked.

        Nobody else can open it meanwhile. Raises the kind of GalatGudang that says why it cannot be opened.
        """
        gudang = cls(_hubungkan(jalur), jalur)
        try:
            with gudang._memakai() as kursor:
                kursor.execute("CHECKPOINT")
            yield gudang
        finally:
            gudang.tutup()

    @property
    def berblok_lama(self) -> bool:
        """Whether the store has other blocks than new ones get."""
        with self._memakai() as kursor:
            return int(kursor.execute(_NAMA_DAN_BLOK).fetchall()[0][1]) != _BLOK

    @property
    def folder_cadangan(self) -> Path | None:
        """The one folder beside the store that copies of it may be written to; None for a store in memory."""
        return self.jalur and folder_cadangan(self.jalur)

    def salin(self, tujuan: Path) -> Ujung:
        """Copy the whole store into a new file of `folder_cadangan`, and name the tip of the log that is in the copy.

        No write runs meanwhile. Raises SalinanGagal, and leaves no half copy, when the file cannot be written.
        """
        with self._menyalin(tujuan) as kursor:
            return _salin(kursor, tujuan)

    def susun_ulang(self, tujuan: Path) -> Ujung:
        """As `salin`, with the blocks of new stores; what was written is read again and held against this store.

        Raises SalinanGagal also when anything of it is another than here.
        """
        with self._menyalin(tujuan) as kursor:
            ujung = _salin(kursor, tujuan, _BLOK)
            beda = cari_beda(kursor, tujuan)
        if beda is not None:
            tujuan.unlink()
            raise SalinanGagal(f"Salinannya tidak sama dengan aslinya: {beda}")
        return ujung

    def kueri(self, nama: str, **parameter: Any) -> list[Baris]:
        """Run `data/kueri/<room>/<nama>.sql` with named parameters; one dict per row.

        Raises ValueError for a statement that changes rows: that belongs into a transaction.
        """
        if mengubah(nama):
            raise ValueError(f"{nama} changes rows")
        with self._memakai() as kursor:
            return _tanya(kursor, nama, parameter)

    def alirkan(self, nama: str, **parameter: Any) -> Iterator[Baris]:
        """As `kueri`, but the rows come a piece at a time and none is kept: for what may be longer than memory is wide.

        What is asked is answered as of the first row. Raises ValueError as `kueri` does.
        """
        if mengubah(nama):
            raise ValueError(f"{nama} changes rows")
        with self._memakai() as kursor:
            yield from _alirkan(kursor, _baca_kueri(nama), parameter)

    def ambil_beku(self, tabel: Iterable[str], kode_pd: str, tahun: int, triwulan: int) -> dict[str, list[Baris]]:
        """What a snapshot of this office and periode keeps of these tables, in as few questions as it takes.

        Raises ValueError for a table that no snapshot keeps (see `data.beku`).
        """
        with self._koneksi.cursor() as kursor:
            return _ambil_beku(kursor, tabel, {"kode_pd": kode_pd, "tahun": tahun, "triwulan": triwulan})

    def pasang(self, sql: str) -> None:
        """Install SQL macros that `analytics` rendered from its rules, all of them or none."""
        with self._kunci_tulis, self._memakai() as kursor, _sekaligus(kursor):
            jalankan(kursor, sql)

    def sentuh(self, nama: str, **parameter: Any) -> None:
        """Run one of the few statements that note a use or a look, change nothing anybody did, and leave no peristiwa.

        Raises ValueError for a statement that is not one of them.
        """
        if nama not in _TANPA_JEJAK:
            raise ValueError(f"{nama} must be logged")
        with self._kunci_tulis, self._memakai() as kursor:
            jalankan(kursor, _baca_kueri(nama), parameter)

    def versi_data(self, kode_pd: str | None = None) -> int:
        """The number of the last peristiwa that changed what figures of this office rest on; None: of any office.

        It is known without a question, because nobody else writes to an open store. After opening, what was before
        counts for every office.
        """
        return self._versi.terakhir(kode_pd)

    def versi_angka(self, kode_pd: str) -> int:
        """As `versi_data`, but only of writes to tables that figures rest on (`data.versi.TANPA_ANGKA` are the others).

        What a figure says holds as long as this stays, what is said beside it (status, who approved) may not.
        """
        return self._versi_angka.terakhir(kode_pd)

    @contextmanager
    def transaksi(self, peristiwa: Peristiwa | None = None) -> Iterator[Transaksi]:
        """Write facts and their peristiwa together, one writer at a time.

        Without a `peristiwa` the body writes its own with `Transaksi.catat`. Raises SudahTercatat, before anything is
        written, when the peristiwa's kunci is in the log, and TanpaPeristiwa when nothing was logged.
        """
        with self._kunci_tulis, self._memakai() as kursor:
            with _menulis(kursor, self._ujung) as tx:
                if peristiwa is not None:
                    _tolak_ulangan(kursor, (peristiwa,))
                yield tx
                if peristiwa is not None:
                    tx.catat(peristiwa)
                if not tx.tercatat:
                    raise TanpaPeristiwa
            self._ujung = tx.ujung
            perubahan = [(nomor, kejadian.kode_pd) for nomor, kejadian in tx.tercatat if kejadian.mengubah]
            # Who sees the new version of the data must not find figures of the old one under it.
            if tx.menyentuh_angka:
                self._versi_angka.maju(perubahan)
            self._versi.maju(perubahan)

    @contextmanager
    def coba(self) -> Iterator[Transaksi]:
        """A transaction that is always taken back: shows what a write would lead to. No other write runs meanwhile."""
        with self._kunci_tulis, self._memakai() as kursor:
            kursor.execute("BEGIN TRANSACTION")
            try:
                yield Transaksi(kursor, self._ujung)
            finally:
                _batalkan(kursor)

    @contextmanager
    def lihat(self) -> Iterator[Transaksi]:
        """A transaction that only asks, of one state of the store, while others write. Whatever writes in it raises."""
        with self._memakai() as kursor:
            kursor.execute("BEGIN TRANSACTION READ ONLY")
            try:
                yield Transaksi(kursor)
            finally:
                _batalkan(kursor)

    def tutup(self) -> None:
        """Write everything to the file and close it."""
        self._koneksi.close()

    @contextmanager
    def _menyalin(self, tujuan: Path) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor while no write runs. Raises SalinanGagal, and then nothing stands at `tujuan`."""
        with self._kunci_tulis, self._memakai() as kursor:
            try:
                yield kursor
            except (duckdb.Error, OSError) as galat:
                tujuan.unlink(missing_ok=True)
                raise SalinanGagal(str(galat)) from galat

    @contextmanager
    def _memakai(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A fresh cursor. Raises PenyimpananMenolak for what the engine could not do for the disk's sake."""
        self._masuk()
        try:
            with self._koneksi.cursor() as kursor:
                yield kursor
        except duckdb.Error as galat:
            mati, sebab = isinstance(galat, duckdb.FatalException), sebab_menolak(galat)
            self._putus = self._putus or mati or sebab is not None
            if sebab is None:
                raise
            raise PenyimpananMenolak(str(self.jalur), sebab, pasti=not mati) from galat
        finally:
            self._keluar()

    def _masuk(self) -> None:
        """One more reads or writes. The first one after the disk refused gets a new engine, once nobody uses the old.

        One that gave up answers nothing any more; one whose commit was refused may still count what it took back.
        """
        with self._kunci_sambung:
            if self._putus and not self._pemakai and self.jalur is not None:
                self._sambung_lagi(self.jalur)
            self._pemakai += 1

    def _keluar(self) -> None:
        with self._kunci_sambung:
            self._pemakai -= 1

    def _sambung_lagi(self, jalur: Path) -> None:
        """Open the file anew; what was committed is in it. Raises as `buka` does."""
        self._koneksi.close()
        self._koneksi = _hubungkan(jalur)
        self._ujung = None
        try:
            self._hitung_versi()
            _batasi(self._koneksi, self.folder_cadangan)
        except duckdb.Error as galat:
            raise _sebut(galat, jalur) from galat
        self._putus = False

    def _hitung_versi(self) -> None:
        with self._koneksi.cursor() as kursor:
            nomor = int(_tanya(kursor, "versi_data", {})[0]["nomor"])
        self._versi.mulai(nomor)
        self._versi_angka.mulai(nomor)

    def _perbarui_skema(self, *, naikkan: bool) -> None:
        with self._koneksi.cursor() as kursor:
            terpasang = _terpasang(kursor)
            _jaga_sejarah(terpasang)
            if terpasang and not naikkan and len(terpasang) < len(_migrasi()):
                raise GudangTertinggal(str(self.jalur))
            for nomor, berkas in _migrasi():
                if nomor not in terpasang:
                    _terapkan(kursor, nomor, berkas)
            _lengkapi_acuan(kursor)


def folder_cadangan(jalur: Path) -> Path:
    """Where the backups of the store at `jalur` stand: a folder beside it."""
    penuh = jalur.resolve()
    return penuh.with_name(f"{penuh.stem}-cadangan")


def jaga_tertutup(jalur: Path) -> None:
    """Raise GudangTerkunci when another program has the store open; nothing in it is changed, whatever it is."""
    if jalur.exists():
        with suppress(GudangTidakDikenal, GudangRusak, PenyimpananMenolak):
            _hubungkan(jalur, hanya_baca=True).close()


@contextmanager
def ditahan(jalur: Path) -> Iterator[None]:
    """Nobody writes into the closed store at `jalur`, and its file may get another name.

    Where the system renames no open file nobody is kept out any more, but nobody had it open a moment ago. Raises
    the kind of GalatGudang that says why it cannot be opened.
    """
    koneksi = _hubungkan(jalur, hanya_baca=True)
    try:
        if sys.platform == "win32":
            koneksi.close()
        yield
    finally:
        koneksi.close()


def _hubungkan(jalur: Path | None, *, hanya_baca: bool = False) -> duckdb.DuckDBPyConnection:
    if jalur is not None:
        _siapkan_tempat(jalur)
    try:
        return duckdb.connect(
            ":memory:" if jalur is None else str(jalur),
            read_only=hanya_baca,
            config={
                "storage_compatibility_version": _FORMAT_BERKAS,
                "default_block_size": str(_BLOK),
                "threads": str(_UTAS),
            },
        )
    except duckdb.ConnectionException:
        # This very process has it open, with other settings: that is a mistake of the program.
        raise
    except duckdb.Error as galat:
        raise _sebut(galat, jalur) from galat


def _siapkan_tempat(jalur: Path) -> None:
    """The folder of a store that is new. Raises GudangHilang when it is not new but gone."""
    try:
        jalur.parent.mkdir(parents=True, exist_ok=True)
        hilang = not jalur.exists() and bool(log_tulis(jalur))
    except OSError as galat:
        raise PenyimpananMenolak(str(jalur), sebab_menolak(galat) or "tanpa_izin") from galat
    if hilang:
        raise GudangHilang(str(jalur))


def _batasi(koneksi: duckdb.DuckDBPyConnection, folder: Path | None) -> None:
    """Let the engine write nowhere but into the store and into the folder of its backups."""
    if folder is not None:
        koneksi.execute("SET allowed_directories = [$folder]", {"folder": str(folder)})
    koneksi.execute("SET enable_external_access = false")


def _sebut(galat: duckdb.Error, jalur: Path | None) -> GalatGudang:
    """Which kind of failure the engine's error is."""
    letak, sebab = str(jalur), sebab_menolak(galat)
    if dipegang_lain(galat):
        return GudangTerkunci(letak)
    if sebab is not None:
        return PenyimpananMenolak(letak, sebab)
    return GudangRusak(letak) if _buatan_mesin(jalur) else GudangTidakDikenal(letak)


def _buatan_mesin(jalur: Path | None) -> bool:
    """Whether the file begins as those of the engine do: then it is one, and damaged."""
    try:
        with (jalur or Path()).open("rb") as berkas:
            return berkas.read(_TANDA_LETAK + len(_TANDA))[_TANDA_LETAK:] == _TANDA
    except OSError:
        return False


def _salin(kursor: duckdb.DuckDBPyConnection, tujuan: Path, blok_baru: int | None = None) -> Ujung:
    """COPY FROM DATABASE, because the bytes of an open file lack what its write-ahead log holds.

    Without `blok_baru` the copy has the blocks of the store: putting a backup back changes nothing.
    """
    nama, blok_asal = kursor.execute(_NAMA_DAN_BLOK).fetchall()[0]
    pilihan = f"STORAGE_VERSION '{_FORMAT_BERKAS}', BLOCK_SIZE {blok_baru or int(blok_asal)}"
    with tersambung(kursor, tujuan, pilihan) as salinan:
        kursor.execute(f"COPY FROM DATABASE {kutip(nama)} TO {salinan}")
        return _ujung_salinan(kursor, salinan)


def _ujung(kursor: duckdb.DuckDBPyConnection) -> Ujung:
    """The tip of the log of this store."""
    akhir = _tanya(kursor, "peristiwa_ujung", {})
    return Ujung(int(akhir[0]["nomor"]), str(akhir[0]["sidik"])) if akhir else UJUNG_AWAL


def _ujung_salinan(kursor: duckdb.DuckDBPyConnection, basis: str) -> Ujung:
    """The tip of the log of an attached store; one that is older than the chain has none."""
    try:
        akhir = kursor.execute(f"SELECT nomor, sidik FROM {basis}.peristiwa ORDER BY nomor DESC LIMIT 1").fetchall()  # noqa: S608 - our own name
    except duckdb.BinderException:
        return UJUNG_AWAL
    return Ujung(int(akhir[0][0]), str(akhir[0][1])) if akhir else UJUNG_AWAL


@cache
def _susun_tambah(tabel: str, kolom: int, baris: int) -> str:
    """The statement that adds so many rows to a table of so many columns."""
    satu = f"({', '.join('?' * kolom)})"
    return f"INSERT INTO {tabel} VALUES {', '.join([satu] * baris)}"  # noqa: S608 - the name of a table that the engine knows


def _tanya(kursor: duckdb.DuckDBPyConnection, nama: str, parameter: Mapping[str, Any]) -> list[Baris]:
    return _baris(kursor, _baca_kueri(nama), parameter)


def _baris(kursor: duckdb.DuckDBPyConnection, sql: str, parameter: Mapping[str, Any]) -> list[Baris]:
    hasil = jalankan(kursor, sql, parameter)
    kolom = [bidang[0] for bidang in hasil.description or []]
    return [dict(zip(kolom, baris, strict=True)) for baris in hasil.fetchall()]


def _alirkan(kursor: duckdb.DuckDBPyConnection, sql: str, parameter: Mapping[str, Any]) -> Iterator[Baris]:
    hasil = jalankan(kursor, sql, parameter)
    kolom = [bidang[0] for bidang in hasil.description or []]
    while potong := hasil.fetchmany(_SEPOTONG):
        yield from (dict(zip(kolom, baris, strict=True)) for baris in potong)


def _ambil_beku(
    kursor: duckdb.DuckDBPyConnection, tabel: Iterable[str], letak: Mapping[str, Any]
) -> dict[str, list[Baris]]:
    hasil: dict[str, list[Baris]] = {}
    for nama, sql in susun_tanya(tabel):
        baris = _baris(kursor, sql, {kunci: nilai for kunci, nilai in letak.items() if f"${kunci}" in sql})
        hasil |= {nama[0]: baris} if len(nama) == 1 else {tabel_beku: baris[0][tabel_beku] or [] for tabel_beku in nama}
    return hasil


@cache
def _letak_kueri() -> Mapping[str, Path]:
    """Where each named question stands: in the folder of the room that asks it, or in `umum` when several do."""
    return {berkas.stem: berkas for berkas in sorted(_KUERI.rglob("*.sql"))}


@cache
def _baca_kueri(nama: str) -> str:
    return _letak_kueri()[nama].read_text(encoding="utf-8")


@cache
def mengubah(nama: str) -> bool:
    """Whether a named statement writes: its first word that is not a comment says so."""
    baris = (teks.strip() for teks in _baca_kueri(nama).splitlines())
    awal = next(teks for teks in baris if teks and not teks.startswith("--"))
    return awal.split()[0].upper() in {"UPDATE", "INSERT", "DELETE", "MERGE"}


def _terpasang(kursor: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """The schema steps of a store with their digests, none for a new one.

    It is asked of the table itself: a list of tables would be made anew in each opened store. Raises GudangTidakDikenal
    for tables without a history.
    """
    try:
        return dict(kursor.execute("SELECT nomor, sha256 FROM skema").fetchall())
    except duckdb.CatalogException as galat:
        if kursor.execute(_ADA_TABEL).fetchall():
            raise GudangTidakDikenal("the file has tables but no schema history") from galat
        return {}


def _migrasi() -> list[tuple[int, Path]]:
    return [(int(berkas.name.split("_")[0]), berkas) for berkas in sorted(_SKEMA.glob("*.sql"))]


def _sidik(berkas: Path) -> str:
    return hashlib.sha256(berkas.read_text(encoding="utf-8").encode()).hexdigest()


def _jaga_sejarah(terpasang: Mapping[int, str]) -> None:
    dikenal = {nomor: _sidik(berkas) for nomor, berkas in _migrasi()}
    for nomor, sidik in terpasang.items():
        if dikenal.get(nomor) != sidik:
            raise GudangTidakDikenal(f"schema step {nomor} is not the one this program has")


@contextmanager
def _sekaligus(kursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that is executed inside is committed together or not at all."""
    kursor.execute("BEGIN TRANSACTION")
    try:
        yield
        kursor.execute("COMMIT")
    except BaseException:
        _batalkan(kursor)
        raise


@contextmanager
def _menulis(kursor: duckdb.DuckDBPyConnection, ujung: Ujung | None = None) -> Iterator[Transaksi]:
    """One write. Before it is committed the rows in force follow it, whoever wrote what."""
    with _sekaligus(kursor):
        tx = Transaksi(kursor, ujung)
        yield tx
        tx.segarkan()


def _terapkan(kursor: duckdb.DuckDBPyConnection, nomor: int, berkas: Path) -> None:
    with _sekaligus(kursor):
        kursor.execute(
            "CREATE TABLE IF NOT EXISTS skema (nomor INTEGER PRIMARY KEY, berkas VARCHAR NOT NULL, "
            "sha256 VARCHAR NOT NULL, diterapkan_pada TIMESTAMP NOT NULL)"
        )
        jalankan(kursor, berkas.read_text(encoding="utf-8"))
        if nomor == _LANGKAH_RANTAI:
            _rangkai_lama(kursor)
        kursor.execute("INSERT INTO skema VALUES (?, ?, ?, now()::TIMESTAMP)", [nomor, berkas.name, _sidik(berkas)])


def _rangkai_lama(kursor: duckdb.DuckDBPyConnection) -> None:
    """Chain the peristiwa of a store that is older than the chain."""
    sebelum = AWAL
    for baris in _peristiwa(kursor):
        sebelum = sidik_peristiwa(baris, sebelum)
        kursor.execute("UPDATE peristiwa SET sidik = ? WHERE nomor = ?", [sebelum, baris["nomor"]])


def _peristiwa(kursor: duckdb.DuckDBPyConnection) -> list[Baris]:
    hasil = kursor.execute(f"SELECT {', '.join(KOLOM)} FROM peristiwa ORDER BY nomor")  # noqa: S608 - our own names
    return [dict(zip(KOLOM, baris, strict=True)) for baris in hasil.fetchall()]


def _lengkapi_acuan(kursor: duckdb.DuckDBPyConnection) -> None:
    """Copy from data/acuan/*.toml what the store has no row of: every table when it is new, later only what is new.

    A setting is known by its kunci, all other reference data by their table.
    """
    with _menulis(kursor) as tx:
        dikenal = {str(kunci) for (kunci,) in kursor.execute("SELECT kunci FROM pengaturan").fetchall()}
        for tabel, baris in _baca_acuan(_ACUAN):
            if tabel == "pengaturan":
                tx.tambah(tabel, [{"revisi": 1, **setelan} for setelan in baris if setelan["kunci"] not in dikenal])
            elif not kursor.execute(f"SELECT 1 FROM {tabel} LIMIT 1").fetchall():  # noqa: S608 - our own files
                tx.tambah(tabel, baris)


@cache
def _baca_acuan(folder: Path) -> tuple[tuple[str, tuple[Baris, ...]], ...]:
    """The reference data that the program brings along, table by table; read once a process."""
    semua = (tomllib.loads(berkas.read_text(encoding="utf-8")) for berkas in sorted(folder.glob("*.toml")))
    return tuple((tabel, tuple(baris)) for berkas_acuan in semua for tabel, baris in berkas_acuan.items())


def _tolak_ulangan(kursor: duckdb.DuckDBPyConnection, peristiwa: Iterable[Peristiwa]) -> None:
    objek = {kejadian.kunci: kejadian.objek for kejadian in peristiwa if kejadian.kunci is not None}
    if len(objek) == 1:
        sql = "SELECT kunci, objek FROM peristiwa WHERE kunci = $kunci[1]"
    else:
        sql = "SELECT kunci, objek FROM peristiwa WHERE list_contains($kunci, kunci) ORDER BY nomor LIMIT 1"
    ada = kursor.execute(sql, {"kunci": list(objek)}).fetchall() if objek else []
    if ada:
        raise SudahTercatat(str(ada[0][0]), str(ada[0][1]))


def _rangkai(peristiwa: Iterable[Peristiwa], ujung: Ujung) -> Iterator[Baris]:
    """The rows of the log for these, each chained to the one before it and the first to the tip."""
    sidik = ujung.sidik
    for nomor, kejadian in enumerate(peristiwa, ujung.nomor + 1):
        baris = _baris_peristiwa(nomor, kejadian)
        sidik = sidik_peristiwa(baris, sidik)
        yield {**baris, "sidik": sidik}


def _baris_peristiwa(nomor: int, peristiwa: Peristiwa) -> Baris:
    if not isinstance(peristiwa.waktu, datetime) or peristiwa.waktu.tzinfo is not None:
        raise ValueError("the time of a peristiwa is the local time, without a zone")
    return {
        "nomor": nomor,
        "kode_pd": peristiwa.kode_pd,
        "waktu": peristiwa.waktu,
        "oleh": peristiwa.oleh,
        "aksi": peristiwa.aksi,
        "objek": peristiwa.objek,
        "rincian": _tulis_rincian(peristiwa.rincian),
        "kunci": peristiwa.kunci,
        "akun": peristiwa.akun,
        "sebagai": peristiwa.sebagai,
        "mengubah": peristiwa.mengubah,
    }


def _tulis_rincian(rincian: Mapping[str, Any]) -> str:
    return json.dumps(dict(rincian), ensure_ascii=False, sort_keys=True, default=_json, allow_nan=False)


def _json(nilai: object) -> str:
    if isinstance(nilai, date | datetime):
        return nilai.isoformat()
    return str(nilai)


def _batalkan(kursor: duckdb.DuckDBPyConnection) -> None:
    try:
        kursor.execute("ROLLBACK")
    except duckdb.Error:
        # The engine rolls back by itself when a COMMIT or the connection fails; there is nothing left to undo.
        return
