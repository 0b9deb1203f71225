"""Proving a backup and putting one back: what is in it is opened and checked before anything is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analytics.bukti_asli.periksa_jejak import HasilJejak, periksa_jejak, tulis_ujung, ujung_kini
from analytics.sistem import buka_gudang
from analytics.sop.peran import BARIS_PERINTAH, SEMUA_KANTOR
from data.cadangan import Cadangan, CadanganRusak, baca_cadangan, bersihkan_sisa, daftar_cadangan, keluarkan
from data.gudang import (
    GalatGudang,
    Gudang,
    PenyimpananMenolak,
    Peristiwa,
    SalinanGagal,
    folder_cadangan,
    jaga_tertutup,
)
from data.letak import letakkan, sisihkan, urungkan
from data.rantai import Ujung


@dataclass(frozen=True)
class Pemulihan:
    """What was put back. `lama` is where the store that stood there is now, None when none did.

    `pengiring` is where the files beside it are that belong to it alone, above all a write-ahead log that a store left
    when it was lost. `disisihkan` are the backups that are newer than what was put back.
    """

    cadangan: Cadangan
    lama: Path | None
    pengiring: tuple[Path, ...]
    disisihkan: tuple[Path, ...]


def uji_cadangan(cadangan: Cadangan, folder: Path | None = None) -> HasilJejak:
    """Open a copy of the store in a backup and check its chain, its tip, its snapshots and the approved facts.

    The copy stands below `folder` meanwhile, or where the system keeps such files. Raises CadanganRusak when it is not
    what was written or cannot be opened, and SalinanGagal when there is no place for the copy.
    """
    with keluarkan(cadangan, folder) as berkas:
        toko = _buka(berkas, cadangan)
        try:
            return periksa_jejak(toko, (cadangan.ujung,))
        finally:
            toko.tutup()


def pulihkan(berkas: Path, tujuan: Path, waktu: datetime) -> Pemulihan:
    """Put the store of a backup at `tujuan` and open it there. What stood there is kept beside it; nothing is deleted.

    Raises CadanganRusak when the backup does not prove to be whole, before or after it was put there, SalinanGagal when
    there is no place for it, and GudangTerkunci when the store is in use; then everything stands as it stood.
    """
    cadangan = baca_cadangan(berkas)
    tujuan = tujuan.resolve()
    with _sebagai_salinan_gagal():
        tujuan.parent.mkdir(parents=True, exist_ok=True)
    bersihkan_sisa(tujuan.parent)
    with keluarkan(cadangan, tujuan.parent) as pulih:
        ujung = _siapkan(pulih, cadangan, waktu)
        jaga_tertutup(tujuan)
        ada = tujuan.exists()
        lama = _tukar(pulih, tujuan, cadangan, ujung, waktu)
    sisih = _sisihkan_cadangan(tujuan, cadangan, waktu)
    return Pemulihan(cadangan, lama[0] if ada else None, lama[1:] if ada else lama, sisih)


@contextmanager
def _sebagai_salinan_gagal() -> Iterator[None]:
    try:
        yield
    except OSError as galat:
        raise SalinanGagal(str(galat)) from galat


def _buka(berkas: Path, cadangan: Cadangan) -> Gudang:
    try:
        return buka_gudang(berkas)
    except PenyimpananMenolak as galat:
        raise SalinanGagal(str(galat)) from galat
    except GalatGudang as galat:
        pesan = f"Gudang dari {cadangan.berkas.name} tidak dapat dibuka; mungkin dibuat Capaian yang lebih baru."
        raise CadanganRusak(pesan) from galat


def _siapkan(pulih: Path, cadangan: Cadangan, waktu: datetime) -> Ujung:
    """Check what will be put back, and let its log say that it was; the tip with that entry."""
    toko = _buka(pulih, cadangan)
    try:
        hasil = periksa_jejak(toko, (cadangan.ujung,))
        if not hasil.utuh:
            raise CadanganRusak(hasil.putusan)
        rincian = {"cadangan": cadangan.berkas.name, "ujung": tulis_ujung(cadangan.ujung)}
        peristiwa = Peristiwa(SEMUA_KANTOR, BARIS_PERINTAH.nama, "pulihkan_cadangan", "gudang", rincian, waktu)
        with toko.transaksi(peristiwa):
            pass
        return ujung_kini(toko)
    except PenyimpananMenolak as galat:
        raise SalinanGagal(str(galat)) from galat
    finally:
        toko.tutup()


def _tukar(pulih: Path, tujuan: Path, cadangan: Cadangan, ujung: Ujung, waktu: datetime) -> tuple[Path, ...]:
    """Set aside what stands there, put the other one in its place and open it; where the old one is, the store first.

    What does not open there is taken away again, and the old one stands where it stood.
    """
    with _sebagai_salinan_gagal():
        lama = sisihkan(tujuan, _sebelum(waktu))
    try:
        with _sebagai_salinan_gagal():
            letakkan(pulih, tujuan)
        try:
            _buktikan(tujuan, cadangan, ujung)
        except BaseException:
            letakkan(tujuan, pulih)
            raise
    except BaseException:
        urungkan(lama)
        raise
    return tuple(ke for _, ke in lama)


def _buktikan(tujuan: Path, cadangan: Cadangan, ujung: Ujung) -> None:
    """Open what was put in place once, as the program will."""
    toko = _buka(tujuan, cadangan)
    try:
        if ujung_kini(toko) != ujung:
            raise CadanganRusak("Yang terbuka di tempatnya bukan yang dipulihkan.")
    finally:
        toko.tutup()


def _sisihkan_cadangan(tujuan: Path, cadangan: Cadangan, waktu: datetime) -> tuple[Path, ...]:
    """Backups that remember more than the store knows now would accuse its log for ever: they go into a folder."""
    folder = folder_cadangan(tujuan)
    baru = [lain.berkas for lain in daftar_cadangan(folder)[0] if lain.ujung.nomor > cadangan.ujung.nomor]
    sisih = folder / _sebelum(waktu)
    for berkas in baru:
        sisih.mkdir(exist_ok=True)
        berkas.rename(sisih / berkas.name)
    return tuple(sisih / berkas.name for berkas in baru)


def _sebelum(waktu: datetime) -> str:
    return f"sebelum-pulih-{waktu:%Y%m%d-%H%M%S}"
