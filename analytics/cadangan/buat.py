"""Making and keeping backups: by hand under an izin, and by the program itself once a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.cadangan.pengetahuan import pengetahuan, tanda
from analytics.sop.izin import TidakBerhak, Tindakan, catat_penolakan, periksa_izin
from analytics.sop.peran import BARIS_PERINTAH, SEMUA_KANTOR, Pelaku
from data.cadangan import Cadangan, CadanganRusak, daftar_cadangan, tulis_cadangan
from data.gudang import Gudang, Peristiwa, SalinanGagal, Transaksi
from data.rantai import Ujung

__all__ = ["Cadangan", "CadanganRusak", "SalinanGagal", "ambil", "buat", "buat_harian", "semua_cadangan"]

SIMPAN_HARIAN: Final = 30
"""How many backups of the program itself are kept; those that somebody made are never deleted."""


def semua_cadangan(gudang: Gudang) -> tuple[tuple[Cadangan, ...], tuple[str, ...]]:
    """The backups beside the store, newest first, and a sentence for each file among them that is none or damaged.

    No store is unpacked for it: that one is damaged is known from when it was last proved.
    """
    folder = gudang.folder_cadangan
    if folder is None:
        return (), ()
    ada, rusak = daftar_cadangan(folder)
    diketahui = {cadangan.berkas: _sebab_rusak(gudang, cadangan) for cadangan in ada}
    baik = tuple(cadangan for cadangan in ada if diketahui[cadangan.berkas] is None)
    return baik, (*rusak, *(sebab for sebab in diketahui.values() if sebab is not None))


def _sebab_rusak(gudang: Gudang, cadangan: Cadangan) -> str | None:
    try:
        return pengetahuan(gudang).rusak.get(tanda(cadangan.berkas))
    except OSError:
        return f"{cadangan.berkas.name} hilang saat dibaca."


def buat(gudang: Gudang, pelaku: Pelaku, waktu: datetime) -> Cadangan:
    """Make a backup now. Raises TidakBerhak and SalinanGagal.

    It holds every office and every account, so the izin is asked for all offices. The command line stands where the
    store stands and needs none.
    """
    _jaga(gudang, pelaku, "cadangan", waktu)
    hasil = _tulis(gudang, "cadangan", pelaku.nama, waktu, otomatis=False)
    with gudang.transaksi() as tx:
        _catat(tx, pelaku, hasil.berkas.name, waktu, "buat_cadangan", {"ujung": hasil.ujung.nomor})
    return hasil


def berlaku(gudang: Gudang) -> bool:
    """Whether the program backs this store up by itself: it has a file, and holds more than the sample office."""
    kantor = gudang.kueri("perangkat_daerah")
    return gudang.folder_cadangan is not None and any(not baris["contoh"] for baris in kantor)


def buat_harian(gudang: Gudang, waktu: datetime) -> Cadangan | None:
    """The backup of this day, unless there is one or nothing was changed since the last; never of the sample office.

    One that is damaged, or bears a date that has not come, is no backup of this day. Raises SalinanGagal.
    """
    if not berlaku(gudang):
        return None
    ada = [cadangan for cadangan in semua_cadangan(gudang)[0] if _dari_log_ini(gudang, cadangan.ujung)]
    hari_ini = any(cadangan.dibuat.date() == waktu.date() for cadangan in ada)
    if hari_ini or (ada and ada[0].ujung.nomor >= gudang.versi_data()):
        return None
    hasil = _tulis(gudang, "harian", "Capaian", waktu, otomatis=True)
    rincian = {"ujung": hasil.ujung.nomor}
    with gudang.transaksi(
        Peristiwa(SEMUA_KANTOR, "Capaian", "cadangan_harian", hasil.berkas.name, rincian, waktu, mengubah=False)
    ):
        _buang_lama([cadangan for cadangan in ada if cadangan.otomatis])
    return hasil


def ambil(gudang: Gudang, pelaku: Pelaku, cadangan: Cadangan, waktu: datetime) -> bytes:
    """The bytes of a backup for a download, which is logged. Raises TidakBerhak."""
    _jaga(gudang, pelaku, cadangan.berkas.name, waktu)
    byte = cadangan.berkas.read_bytes()
    with gudang.transaksi() as tx:
        _catat(tx, pelaku, cadangan.berkas.name, waktu, "unduh_cadangan", {})
    return byte


def _dari_log_ini(gudang: Gudang, ujung: Ujung) -> bool:
    """Whether a backup remembers this very log. Of a store that stood here before it says nothing about today."""
    return ujung.nomor == 0 or bool(gudang.kueri("peristiwa_bersidik", nomor=ujung.nomor, sidik=ujung.sidik))


def _tulis(gudang: Gudang, jenis: str, oleh: str, waktu: datetime, *, otomatis: bool) -> Cadangan:
    if gudang.folder_cadangan is None:
        raise SalinanGagal("Gudang ini tidak tersimpan sebagai berkas.")
    nomor = gudang.kueri("peristiwa_ujung")
    nama = f"{jenis}-{waktu:%Y%m%d-%H%M%S}-{nomor[0]['nomor'] if nomor else 0}.zip"
    return tulis_cadangan(gudang, gudang.folder_cadangan / nama, oleh, waktu, otomatis=otomatis)


def _buang_lama(harian: list[Cadangan]) -> None:
    """Of the whole backups of the program itself, newest first, those beyond what is kept; one was just added.

    A damaged one takes nobody's place and is never deleted: perhaps a part of it can still be saved.
    """
    for lama in harian[SIMPAN_HARIAN - 1 :]:
        lama.berkas.unlink(missing_ok=True)


def _jaga(gudang: Gudang, pelaku: Pelaku, objek: str, waktu: datetime) -> None:
    try:
        _periksa(gudang, pelaku, waktu)
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, Tindakan("buat_cadangan", SEMUA_KANTOR, objek, waktu), str(tidak))
        raise


def _catat(tx: Transaksi, pelaku: Pelaku, objek: str, waktu: datetime, aksi: str, rincian: Mapping[str, Any]) -> None:
    sebagai, isian, akun = _periksa(tx, pelaku, waktu), {**rincian, **pelaku.tambahan}, pelaku.id_akun or None
    tx.catat(Peristiwa(SEMUA_KANTOR, pelaku.nama, aksi, objek, isian, waktu, None, akun, sebagai, mengubah=False))


def _periksa(penanya: Penanya, pelaku: Pelaku, waktu: datetime) -> str | None:
    """As what somebody acts. A backup holds every office, so the izin is asked for each. Raises TidakBerhak."""
    if pelaku == BARIS_PERINTAH:
        return None
    kantor = [str(baris["kode_pd"]) for baris in penanya.kueri("perangkat_daerah")] or [SEMUA_KANTOR]
    tugas = [periksa_izin(penanya, pelaku, Tindakan("buat_cadangan", kode_pd, "cadangan", waktu)) for kode_pd in kantor]
    return tugas[0].sebutan
