"""What the program does for its backups by itself, every hour, and what it has to say about them.

Whatever goes wrong is noted, told to who looks after backups, and tried again an hour later: nothing stops in silence.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Final

from analytics.aturan.periode import tulis_waktu
from analytics.bukti_asli.periksa_jejak import HasilJejak
from analytics.cadangan.buat import Cadangan, CadanganRusak, SalinanGagal, berlaku, buat_harian, semua_cadangan
from analytics.cadangan.pembaruan import DISUSUN_ULANG
from analytics.cadangan.pengetahuan import Kegagalan, pengetahuan, tanda
from analytics.cadangan.uji import uji_cadangan
from analytics.jam import catat_mundur, kabar_jam
from analytics.penyimpanan import kalimat_gudang, kalimat_salinan
from analytics.sistem import belum_tiba
from analytics.sop.peran import SEMUA_KANTOR
from data.cadangan import bersihkan_sisa, buktikan_isi
from data.gudang import GalatGudang, Gudang, Peristiwa, SudahTercatat
from data.sementara import bersihkan

BASI: Final = 7
"""Days after which the last backup is called old."""
_TAK_TERDUGA: Final = "Terjadi galat yang tidak terduga; rinciannya ada pada log Capaian."


def jaga(gudang: Gudang, waktu: datetime) -> None:
    """Clear what killed backups left, prove those that are there once a day, and make the one of this day.

    Whatever it raises has been noted, for `kabar` and in the log.
    """
    pengingat = pengetahuan(gudang)
    try:
        _kerjakan(gudang, waktu)
    except Exception as galat:
        pesan = _sebab(gudang, galat)
        pengingat.kegagalan = Kegagalan(pengingat.kegagalan.sejak if pengingat.kegagalan else waktu, pesan)
        _catat_gagal(gudang, pesan, waktu)
        raise
    pengingat.kegagalan = None


def kabar(gudang: Gudang, kini: datetime) -> tuple[str, ...]:
    """What whoever looks after the backups must know now, each a sentence; nothing while all is well."""
    baik, rusak = semua_cadangan(gudang)
    semua = (
        pengetahuan(gudang).pembaruan,
        _kabar_gagal(gudang),
        *rusak,
        kabar_jam(gudang, kini),
        _kabar_tanggal(baik, kini),
        _kabar_basi(gudang, baik, kini),
    )
    return tuple(kalimat for kalimat in semua if kalimat)


def _kerjakan(gudang: Gudang, waktu: datetime) -> None:
    """Whatever stops the rest, the backup of the day is tried."""
    try:
        _rawat(gudang, waktu)
    finally:
        buat_harian(gudang, waktu)


def _rawat(gudang: Gudang, waktu: datetime) -> None:
    if gudang.jalur is not None and gudang.folder_cadangan is not None:
        bersihkan_sisa(gudang.folder_cadangan)
        bersihkan_sisa(gudang.jalur.parent)
        bersihkan(gudang.jalur.parent, DISUSUN_ULANG)
    if berlaku(gudang):
        catat_mundur(gudang, waktu)
    if pengetahuan(gudang).diperiksa != waktu.date():
        periksa_semua(gudang)
        pengetahuan(gudang).diperiksa = waktu.date()


def periksa_semua(gudang: Gudang) -> None:
    """Prove all backups anew: the newest whole one is opened and its log followed, of the others the bytes are read."""
    pengetahuan(gudang).rusak.clear()
    terbukti = False
    for cadangan in semua_cadangan(gudang)[0]:
        terbukti = _buktikan(gudang, cadangan, dibuka=not terbukti) or terbukti


def _buktikan(gudang: Gudang, cadangan: Cadangan, *, dibuka: bool) -> bool:
    try:
        if dibuka:
            return periksa(gudang, cadangan).utuh
        buktikan_isi(cadangan)
    except CadanganRusak as rusak:
        _ingat_rusak(gudang, cadangan, str(rusak))
        return False
    return True


def periksa(gudang: Gudang, cadangan: Cadangan) -> HasilJejak:
    """Prove one backup as a whole, and remember it when it is damaged. Raises as `uji_cadangan`."""
    try:
        hasil = uji_cadangan(cadangan, gudang.folder_cadangan)
    except CadanganRusak as rusak:
        _ingat_rusak(gudang, cadangan, str(rusak))
        raise
    if not hasil.utuh:
        _ingat_rusak(gudang, cadangan, f"{cadangan.berkas.name}: {hasil.putusan}")
    return hasil


def _ingat_rusak(gudang: Gudang, cadangan: Cadangan, sebab: str) -> None:
    with suppress(OSError):
        pengetahuan(gudang).rusak[tanda(cadangan.berkas)] = sebab


def _sebab(gudang: Gudang, galat: Exception) -> str:
    if isinstance(galat, SalinanGagal):
        return kalimat_salinan(galat)
    if isinstance(galat, GalatGudang) and gudang.jalur is not None:
        return kalimat_gudang(galat, gudang.jalur)
    return _TAK_TERDUGA


def _catat_gagal(gudang: Gudang, pesan: str, waktu: datetime) -> None:
    """Once a day in the log as well, where the store still takes it."""
    kunci, rincian = f"cadangan_gagal:{waktu:%Y-%m-%d}", {"sebab": pesan}
    with (
        suppress(SudahTercatat, GalatGudang),
        gudang.transaksi(
            Peristiwa(SEMUA_KANTOR, "Capaian", "cadangan_gagal", "cadangan", rincian, waktu, kunci, mengubah=False)
        ),
    ):
        pass


def _kabar_gagal(gudang: Gudang) -> str | None:
    gagal = pengetahuan(gudang).kegagalan
    if gagal is None:
        return None
    sejak = tulis_waktu(gagal.sejak)
    return f"Cadangan harian gagal dibuat sejak {sejak}; Capaian mencobanya lagi setiap jam. {gagal.pesan}"


def _kabar_tanggal(baik: tuple[Cadangan, ...], kini: datetime) -> str | None:
    nama = [cadangan.berkas.name for cadangan in baik if belum_tiba(cadangan.dibuat, kini)]
    if not nama:
        return None
    return f"Bertanggal yang belum tiba, karena jam komputer saat itu salah: {', '.join(nama)}. Isinya tidak terganggu."


def _kabar_basi(gudang: Gudang, baik: tuple[Cadangan, ...], kini: datetime) -> str | None:
    """That there is no new backup though something was changed, for whatever reason."""
    lama = (kini.date() - baik[0].dibuat.date()).days if baik else 0
    if lama <= BASI or not berlaku(gudang) or baik[0].ujung.nomor >= gudang.versi_data():
        return None
    return f"Data berubah, tetapi cadangan terakhir sudah {lama} hari yang lalu."
