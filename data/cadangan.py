"""A backup: one zip with a copy of the store and a note that says when it was made and where its log ended.

The note is what notices later that somebody cut the log or exchanged the store: the tip stands outside the store.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

from data.gudang import Gudang, SalinanGagal
from data.rantai import Ujung

_GUDANG: Final = "gudang.duckdb"
_CATATAN: Final = "cadangan.json"
_BENTUK: Final = "capaian-cadangan-1"
_CATATAN_TERBESAR: Final = 10_000
_SEPOTONG: Final = 1 << 20


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
    """Write a backup into `folder_cadangan`. The file is there complete or not at all. Raises SalinanGagal."""
    try:
        berkas.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=berkas.parent, prefix="sedang-ditulis-") as folder:
            salinan, sementara = Path(folder) / _GUDANG, Path(folder) / berkas.name
            ujung = gudang.salin(salinan)
            hasil = Cadangan(berkas, waktu, oleh, ujung, _sidik(salinan), otomatis)
            with zipfile.ZipFile(sementara, "w", zipfile.ZIP_DEFLATED) as zip_:
                zip_.write(salinan, _GUDANG)
                zip_.writestr(_CATATAN, json.dumps(_catatan(hasil), ensure_ascii=False, indent=2))
            sementara.replace(berkas)
    except OSError as galat:
        raise SalinanGagal(str(galat)) from galat
    return hasil


def baca_cadangan(berkas: Path) -> Cadangan:
    """The note of a backup; the store in it is not looked at. Raises CadanganRusak."""
    with _buka_zip(berkas) as zip_:
        return _baca_catatan(zip_, berkas)


def daftar_cadangan(folder: Path) -> tuple[tuple[Cadangan, ...], tuple[str, ...]]:
    """The backups of a folder, newest first, and a sentence for every zip in it that is none."""
    baik, rusak = [], []
    for berkas in sorted(folder.glob("*.zip")):
        try:
            baik.append(baca_cadangan(berkas))
        except CadanganRusak as galat:
            rusak.append(str(galat))
    return tuple(sorted(baik, key=lambda satu: (satu.dibuat, satu.berkas.name), reverse=True)), tuple(rusak)


@contextmanager
def keluarkan(cadangan: Cadangan, folder: Path | None = None) -> Iterator[Path]:
    """The store of a backup as a file, for as long as it is needed; it may be moved away.

    It stands below `folder`, or where the system keeps such files.

    Raises CadanganRusak when it is not the one whose sidik the note names.
    """
    with TemporaryDirectory(dir=folder, prefix="dari-cadangan-") as sementara:
        tujuan = Path(sementara) / _GUDANG
        with _buka_zip(cadangan.berkas) as zip_:
            _tulis_isi(zip_, tujuan)
        if _sidik(tujuan) != cadangan.sidik:
            raise CadanganRusak(f"Isi {cadangan.berkas.name} berubah: sidiknya bukan yang tercatat saat dibuat.")
        yield tujuan


@contextmanager
def _buka_zip(berkas: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(berkas) as zip_:
            yield zip_
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as galat:
        raise CadanganRusak(f"{berkas.name} tidak dapat dibaca sebagai cadangan Capaian.") from galat


def _tulis_isi(zip_: zipfile.ZipFile, tujuan: Path) -> None:
    try:
        with zip_.open(_GUDANG) as sumber, tujuan.open("wb") as keluaran:
            for potong in _potongan(sumber):
                keluaran.write(potong)
    except KeyError as galat:
        raise CadanganRusak("Cadangan itu tidak berisi gudang.") from galat


def _baca_catatan(zip_: zipfile.ZipFile, berkas: Path) -> Cadangan:
    try:
        with zip_.open(_CATATAN) as sumber:
            isi = json.loads(sumber.read(_CATATAN_TERBESAR))
        if isi["bentuk"] != _BENTUK:
            raise KeyError(isi["bentuk"])
        ujung = Ujung(int(isi["ujung"]["nomor"]), str(isi["ujung"]["sidik"]))
        waktu = datetime.fromisoformat(isi["dibuat"])
        return Cadangan(berkas, waktu, str(isi["oleh"]), ujung, str(isi["sidik"]), isi["otomatis"] is True)
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


def _sidik(berkas: Path) -> str:
    jumlah = hashlib.sha256()
    with berkas.open("rb") as sumber:
        for potong in _potongan(sumber):
            jumlah.update(potong)
    return jumlah.hexdigest()


def _potongan(sumber: IO[bytes]) -> Iterator[bytes]:
    while potong := sumber.read(_SEPOTONG):
        yield potong
