"""Proving a backup and putting one back: what is in it is opened and checked before anything is replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from analytics.bukti_asli.jejak import HasilJejak, periksa_jejak, tulis_ujung
from analytics.sistem import GudangTidakDikenal, buka_gudang
from analytics.sop.peran import BARIS_PERINTAH, SEMUA_KANTOR
from data.cadangan import Cadangan, CadanganRusak, baca_cadangan, daftar_cadangan, keluarkan
from data.gudang import Gudang, Peristiwa, folder_cadangan, jaga_tertutup


@dataclass(frozen=True)
class Pemulihan:
    """What was put back. `lama` is where the store that stood there is now, None when none did.

    `disisihkan` are the backups that are newer than what was put back.
    """

    cadangan: Cadangan
    lama: Path | None
    disisihkan: tuple[Path, ...]


def uji_cadangan(cadangan: Cadangan) -> HasilJejak:
    """Open a copy of the store in a backup and check its chain, its tip, its snapshots and the approved facts.

    Raises CadanganRusak when it is not what was written or cannot be opened.
    """
    with keluarkan(cadangan) as berkas:
        toko = _buka(berkas, cadangan)
        try:
            return periksa_jejak(toko, (cadangan.ujung,))
        finally:
            toko.tutup()


def pulihkan(berkas: Path, tujuan: Path, waktu: datetime) -> Pemulihan:
    """Put the store of a backup at `tujuan`. What stood there is kept beside it; nothing is deleted.

    Raises CadanganRusak when the backup does not prove to be whole, and GudangTerkunci when the store is in use.
    """
    cadangan = baca_cadangan(berkas)
    tujuan = tujuan.resolve()
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with keluarkan(cadangan, tujuan.parent) as pulih:
        _siapkan(pulih, cadangan, waktu)
        jaga_tertutup(tujuan)
        lama = _sisihkan_gudang(tujuan, waktu)
        pulih.replace(tujuan)
    return Pemulihan(cadangan, lama, _sisihkan_cadangan(tujuan, cadangan, waktu))


def _buka(berkas: Path, cadangan: Cadangan) -> Gudang:
    try:
        return buka_gudang(berkas)
    except GudangTidakDikenal as galat:
        pesan = f"Gudang dalam {cadangan.berkas.name} tidak dikenal; mungkin dibuat Capaian yang lebih baru."
        raise CadanganRusak(pesan) from galat


def _siapkan(pulih: Path, cadangan: Cadangan, waktu: datetime) -> None:
    """Check what will be put back, and let its log say that it was."""
    toko = _buka(pulih, cadangan)
    try:
        hasil = periksa_jejak(toko, (cadangan.ujung,))
        if not hasil.utuh:
            raise CadanganRusak(hasil.putusan)
        rincian = {"cadangan": cadangan.berkas.name, "ujung": tulis_ujung(cadangan.ujung)}
        peristiwa = Peristiwa(SEMUA_KANTOR, BARIS_PERINTAH.nama, "pulihkan_cadangan", "gudang", rincian, waktu)
        with toko.transaksi(peristiwa):
            pass
    finally:
        toko.tutup()


def _sisihkan_gudang(tujuan: Path, waktu: datetime) -> Path | None:
    """Move the store and its write-ahead log aside, under a name that says when."""
    if not tujuan.exists():
        return None
    lama = tujuan.with_name(f"{tujuan.stem}-{_sebelum(waktu)}{tujuan.suffix}")
    for akhiran in ("", ".wal"):
        ada = tujuan.with_name(tujuan.name + akhiran)
        if ada.exists():
            ada.rename(lama.with_name(lama.name + akhiran))
    return lama


def _sisihkan_cadangan(tujuan: Path, cadangan: Cadangan, waktu: datetime) -> tuple[Path, ...]:
    """Backups that remember more than the store knows now would accuse its log for ever: they go into a folder."""
    folder = folder_cadangan(tujuan)
    baru = [satu.berkas for satu in daftar_cadangan(folder)[0] if satu.ujung.nomor > cadangan.ujung.nomor]
    sisih = folder / _sebelum(waktu)
    for satu in baru:
        sisih.mkdir(exist_ok=True)
        satu.rename(sisih / satu.name)
    return tuple(sisih / satu.name for satu in baru)


def _sebelum(waktu: datetime) -> str:
    return f"sebelum-pulih-{waktu:%Y%m%d-%H%M%S}"
