"""A backup: one zip with a copy of the store and a note that says when it was made and where its log ended.

The note is what notices later that somebody cut the log or exchanged the store: the tip stands outside the store.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from data.cakram import sebab_menolak
from data.gudang import Gudang, SalinanGagal
from data.letak import endapkan
from data.rantai import Ujung
from data.sementara import bersihkan, folder_sementara

_GUDANG: Final = "gudang.duckdb"
_CATATAN: Final = "cadangan.json"
_BENTUK: Final = "capaian-cadangan-1"
_CATATAN_TERBESAR: Final = 10_000
_SEPOTONG: Final = 1 << 20
_DITULIS: Final = "sedang-ditulis-"
_DARI_CADANGAN: Final = "dari-cadangan-"
_TAK_TERBACA: Final = (
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
)
"""What reading a zip raises when any of its bytes are other ones than were written."""


class CadanganRusak(Exception):
    """The file is not a backup, or not the one that was written; the message is the sentence for who asked."""


@dataclass(frozen=True)
class Cadangan:
    """What the note of a backup says: when and by whom it was made, the tip of its log, the SHA-256 of its store."""

    berkas: Path
    dibuat: datetime
    oleh: str
    ujung: Ujung
    sidik: str
    otomatis: bool

    @property
    def ukuran(self) -> int:
        """Bytes of the zip."""
        return self.berkas.stat().st_size


def tulis_cadangan(gudang: Gudang, berkas: Path, oleh: str, waktu: datetime, *, otomatis: bool = False) -> Cadangan:
    """Write a backup into `folder_cadangan`, and read it back before it gets its name.

    The file is there complete or not at all. Raises SalinanGagal.
    """
    try:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        with folder_sementara(berkas.parent, _DITULIS) as folder:
            salinan, sementara = folder / _GUDANG, folder / berkas.name
            ujung = gudang.salin(salinan)
            hasil = Cadangan(berkas, waktu, oleh, ujung, _sidik_berkas(salinan), otomatis)
            with zipfile.ZipFile(sementara, "w", zipfile.ZIP_DEFLATED) as zip_:
                zip_.write(salinan, _GUDANG)
                zip_.writestr(_CATATAN, json.dumps(_catatan(hasil), ensure_ascii=False, indent=2))
            buktikan_isi(replace(hasil, berkas=sementara))
            endapkan(sementara)
            sementara.replace(berkas)
    except OSError as galat:
        raise SalinanGagal(str(galat)) from galat
    except CadanganRusak as galat:
        raise SalinanGagal(f"Yang tertulis tidak terbaca kembali. {galat}") from galat
    return hasil


def baca_cadangan(berkas: Path) -> Cadangan:
    """The note of a backup; the store in it is not looked at. Raises CadanganRusak."""
    with _buka_zip(berkas) as zip_:
        return _baca_catatan(zip_, berkas)


def daftar_cadangan(folder: Path) -> tuple[tuple[Cadangan, ...], tuple[str, ...]]:
    """The backups of a folder, newest first, and a sentence for every zip in it that is none.

    The newest is the one whose log is the longest: a clock may have gone back, a log never does.
    """
    baik, rusak = [], []
    for berkas in sorted(folder.glob("*.zip")):
        try:
            baik.append(baca_cadangan(berkas))
        except CadanganRusak as galat:
            rusak.append(str(galat))
    baik.sort(key=lambda cadangan: (cadangan.ujung.nomor, cadangan.dibuat, cadangan.berkas.name), reverse=True)
    return tuple(baik), tuple(rusak)


def buktikan_isi(cadangan: Cadangan) -> None:
    """Read the store in a backup as it stands on the disk and hold it against the note. Raises CadanganRusak."""
    with _buka_zip(cadangan.berkas) as zip_, _buka_gudang(zip_, cadangan.berkas) as sumber:
        sidik = _sidik(sumber)
    _cocokkan(cadangan, sidik)


def bersihkan_sisa(folder: Path) -> tuple[str, ...]:
    """Delete what killed programs left of backups that they wrote, proved or put back there; the names."""
    return bersihkan(folder, _DITULIS) + bersihkan(folder, _DARI_CADANGAN)


@contextmanager
def keluarkan(cadangan: Cadangan, folder: Path | None = None) -> Iterator[Path]:
    """The store of a backup as a file, for as long as it is needed; it may be moved away.

    It stands below `folder`, or where the system keeps such files.

    Raises CadanganRusak when it is not the one whose sidik the note names, and SalinanGagal when it cannot be written.
    """
    with _tempat(folder) as sementara:
        tujuan = sementara / _GUDANG
        with _buka_zip(cadangan.berkas) as zip_, _buka_gudang(zip_, cadangan.berkas) as sumber:
            _tulis_isi(sumber, tujuan)
        _cocokkan(cadangan, _sidik_berkas(tujuan))
        yield tujuan


@contextmanager
def _tempat(folder: Path | None) -> Iterator[Path]:
    with ExitStack() as tumpukan:
        try:
            tempat = tumpukan.enter_context(folder_sementara(folder, _DARI_CADANGAN))
        except OSError as galat:
            raise SalinanGagal(str(galat)) from galat
        yield tempat


@contextmanager
def _buka_zip(berkas: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(berkas) as zip_:
            yield zip_
    except _TAK_TERBACA as galat:
        sebab = "Tidak ada izin untuk membacanya." if sebab_menolak(galat) == "tanpa_izin" else "Isinya rusak."
        raise CadanganRusak(f"{berkas.name} tidak dapat dibaca sebagai cadangan Capaian. {sebab}") from galat


@contextmanager
def _buka_gudang(zip_: zipfile.ZipFile, berkas: Path) -> Iterator[IO[bytes]]:
    try:
        sumber = zip_.open(_GUDANG)
    except KeyError as galat:
        raise CadanganRusak(f"{berkas.name} tidak berisi gudang.") from galat
    with sumber:
        yield sumber


def _tulis_isi(sumber: IO[bytes], tujuan: Path) -> None:
    for potong in _potongan(sumber):
        try:
            with tujuan.open("ab") as keluaran:
                keluaran.write(potong)
        except OSError as galat:
            raise SalinanGagal(str(galat)) from galat


def _cocokkan(cadangan: Cadangan, sidik: str) -> None:
    if sidik != cadangan.sidik:
        raise CadanganRusak(f"Isi {cadangan.berkas.name} berubah: sidiknya bukan yang tercatat saat dibuat.")


def _baca_catatan(zip_: zipfile.ZipFile, berkas: Path) -> Cadangan:
    try:
        with zip_.open(_CATATAN) as sumber:
            catatan = json.loads(sumber.read(_CATATAN_TERBESAR))
        if catatan["bentuk"] != _BENTUK:
            raise KeyError(catatan["bentuk"])
        ujung = Ujung(int(catatan["ujung"]["nomor"]), str(catatan["ujung"]["sidik"]))
        waktu = datetime.fromisoformat(catatan["dibuat"]).replace(tzinfo=None)
        return Cadangan(berkas, waktu, str(catatan["oleh"]), ujung, str(catatan["sidik"]), catatan["otomatis"] is True)
    except (KeyError, ValueError, TypeError) as galat:
        raise CadanganRusak(f"{berkas.name} bukan cadangan Capaian.") from galat


def _catatan(cadangan: Cadangan) -> dict[str, Any]:
    return {
        "bentuk": _BENTUK,
        "dibuat": cadangan.dibuat.isoformat(),
        "oleh": cadangan.oleh,
        "ujung": {"nomor": cadangan.ujung.nomor, "sidik": cadangan.ujung.sidik},
        "sidik": cadangan.sidik,
        "otomatis": cadangan.otomatis,
    }


def _sidik_berkas(berkas: Path) -> str:
    with berkas.open("rb") as sumber:
        return _sidik(sumber)


def _sidik(sumber: IO[bytes]) -> str:
    jumlah = hashlib.sha256()
    for potong in _potongan(sumber):
        jumlah.update(potong)
    return jumlah.hexdigest()


def _potongan(sumber: IO[bytes]) -> Iterator[bytes]:
    while potong := sumber.read(_SEPOTONG):
        yield potong
