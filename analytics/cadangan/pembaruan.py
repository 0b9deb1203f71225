"""The first opening of a store that an earlier program wrote: backed up and proved, then upgraded.

A store with blocks of before is also written anew with the blocks of today: into another file, which is proved and
takes the place of the old one in one step. Whatever goes wrong before that step leaves the store where it is; it is
upgraded there.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from analytics.aturan.angka import tulis_angka
from analytics.bukti_asli.periksa_jejak import periksa_jejak
from analytics.cadangan.pengetahuan import pengetahuan
from analytics.cadangan.uji import uji_cadangan
from analytics.penyimpanan import kalimat_gudang, sebab_penyimpanan
from analytics.sistem import buka_gudang, siapkan
from analytics.sop.peran import SEMUA_KANTOR
from data.cadangan import CadanganRusak, bersihkan_sisa, tulis_cadangan
from data.gudang import (
    GalatGudang,
    Gudang,
    GudangTerkunci,
    GudangTertinggal,
    Peristiwa,
    SalinanGagal,
    ditahan,
)
from data.letak import gantikan, lepas_nama_kedua, nama_bebas, pengiring
from data.rantai import Ujung
from data.sementara import bersihkan, folder_sementara

DISUSUN_ULANG: Final = "sedang-disusun-ulang-"
"""How the folders begin in which a store is written anew."""
_SEBELUM: Final = "sebelum-disusun-ulang-"
_TAK_TERDUGA: Final = "Terjadi galat yang tidak terduga; rinciannya ada pada log Capaian."
_LOG: Final = logging.getLogger("capaian")
_RUANG: Final = 4
"""How many times the store must fit into the free room: its copy, the backup, what proves it, and room to go on."""
_MB: Final = 1_000_000
_Keadaan = tuple[int, int, int]


def buka_terbaru(jalur: Path, waktu: datetime) -> Gudang:
    """As `buka_gudang`, for a store that people work with: one of an earlier program is upgraded as described above.

    What became of it stands in the log and in `kabar_pembaruan`.
    """
    try:
        return siapkan(Gudang.buka(jalur, naikkan=False))
    except GudangTertinggal:
        pembaruan = _Pembaruan(jalur.resolve(), waktu)
    _kerjakan(pembaruan)
    gudang = buka_gudang(jalur)
    if not pembaruan.ditukar:
        with suppress(GalatGudang), gudang.transaksi(pembaruan.peristiwa(sebab=pembaruan.sebab)):
            pass
    pengetahuan(gudang).pembaruan = pembaruan.kalimat
    return gudang


def kabar_pembaruan(gudang: Gudang) -> str | None:
    """What became of the upgrade of this store, when this program has just made one."""
    return pengetahuan(gudang).pembaruan


def _kerjakan(pembaruan: _Pembaruan) -> None:
    """In a thread of its own, so that nothing that it raises keeps the office from its store; it is on record."""
    with ThreadPoolExecutor(1, thread_name_prefix="pembaruan") as kolam:
        galat = kolam.submit(pembaruan.kerjakan).exception()
    if galat is not None:
        _LOG.error("Pembaruan data terhenti.", exc_info=galat)
        pembaruan.sebab = _TAK_TERDUGA


class _Pembaruan:
    """One upgrade of the store at `jalur`, and how far it came."""

    def __init__(self, jalur: Path, waktu: datetime) -> None:
        self._jalur = jalur
        self._waktu = waktu
        self._lama = jalur
        self._cadangan: str | None = None
        self._dari = self._menjadi = jalur.stat().st_size
        self.sebab: str | None = None
        self.ditukar = False

    def kerjakan(self) -> None:
        """Go as far as it is safe; afterwards a whole store stands at its place, whether another one or the same."""
        try:
            self._kerjakan()
        except (GalatGudang, SalinanGagal, CadanganRusak, OSError) as galat:
            self.sebab = _sebutkan(galat, self._jalur)

    def peristiwa(self, **rincian: Any) -> Peristiwa:
        """What the log says of it."""
        isian = {"cadangan": self._cadangan, **rincian}
        return Peristiwa(SEMUA_KANTOR, "Capaian", "perbarui_gudang", "gudang", isian, self._waktu, mengubah=False)

    @property
    def kalimat(self) -> str:
        """What the operator reads of it."""
        cadangan = f" Cadangan sebelumnya: {self._cadangan}." if self._cadangan else ""
        if self.ditukar:
            return (
                f"Data disusun ulang untuk versi Capaian ini, dari {_mb(self._dari)} menjadi {_mb(self._menjadi)}; "
                "setiap tabel dan jejaknya terbukti sama. Berkas yang lama disimpan di samping data sebagai "
                f"{self._lama.name} dan boleh dihapus.{cadangan}"
            )
        if self.sebab is None:
            return f"Data diperbarui untuk versi Capaian ini.{cadangan}"
        pelindung = cadangan or " Pembaruan itu tanpa cadangan; buatlah cadangan sekarang."
        return f"Data diperbarui untuk versi Capaian ini, tetapi tidak disusun ulang. {self.sebab}{pelindung}"

    def _kerjakan(self) -> None:
        _bersihkan(self._jalur)
        _jaga_ruang(self._jalur)
        self._lama = nama_bebas(self._jalur, f"{_SEBELUM}{self._waktu:%Y%m%d-%H%M%S}")
        with folder_sementara(self._jalur.parent, DISUSUN_ULANG) as folder:
            baru = folder / self._jalur.name
            with Gudang.apa_adanya(self._jalur) as asal:
                self._cadangkan(asal)
                if not asal.berblok_lama:
                    return
                self._dari = self._jalur.stat().st_size
                self._susun(asal, baru)
                keadaan = _keadaan(self._jalur)
            self._tukar(baru, keadaan)

    def _cadangkan(self, asal: Gudang) -> None:
        """Make the backup and prove it: what is in it opens, and its log is whole."""
        folder = asal.folder_cadangan or self._jalur.parent
        nama = f"sebelum-pembaruan-{self._waktu:%Y%m%d-%H%M%S}.zip"
        cadangan = tulis_cadangan(asal, folder / nama, "Capaian", self._waktu)
        hasil = uji_cadangan(cadangan, folder)
        if not hasil.utuh:
            raise CadanganRusak(f"{nama}: {hasil.putusan}")
        self._cadangan = nama

    def _susun(self, asal: Gudang, baru: Path) -> None:
        """Write the store anew, equal in everything, upgrade and prove what was written, and note it in its log."""
        ujung = asal.susun_ulang(baru)
        with _terbuka(baru) as gudang:
            _jaga_utuh(gudang, ujung)
        self._menjadi = baru.stat().st_size
        catatan = self.peristiwa(gudang_lama=self._lama.name, dari_byte=self._dari, menjadi_byte=self._menjadi)
        # What was proved a moment ago has the rules of this very program.
        with _terbuka(baru, Gudang.buka) as gudang, gudang.transaksi(catatan):
            pass

    def _tukar(self, baru: Path, keadaan: _Keadaan) -> None:
        """Raises GudangTerkunci when somebody came to the old store after it was copied."""
        with ditahan(self._jalur):
            if _keadaan(self._jalur) != keadaan:
                raise GudangTerkunci(str(self._jalur))
            gantikan(baru, self._jalur, self._lama)
            self.ditukar = True


@contextmanager
def _terbuka(berkas: Path, buka: Callable[[Path], Gudang] = buka_gudang) -> Iterator[Gudang]:
    gudang = buka(berkas)
    try:
        yield gudang
    finally:
        gudang.tutup()


def _jaga_utuh(gudang: Gudang, ujung: Ujung) -> None:
    """Raise SalinanGagal when the log of the store is not whole or lacks this tip."""
    hasil = periksa_jejak(gudang, (ujung,))
    if not hasil.utuh:
        raise SalinanGagal(hasil.putusan)


def _bersihkan(jalur: Path) -> None:
    """Take away what an upgrade that was killed left."""
    bersihkan_sisa(jalur.parent)
    bersihkan(jalur.parent, DISUSUN_ULANG)
    lepas_nama_kedua(jalur, _SEBELUM)


def _jaga_ruang(jalur: Path) -> None:
    """Raise OSError when an upgrade in its place might find no room after all that is written before."""
    perlu = _RUANG * sum(berkas.stat().st_size for berkas in (jalur, *pengiring(jalur)) if berkas.is_file())
    if shutil.disk_usage(jalur.parent).free < perlu:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _keadaan(jalur: Path) -> _Keadaan:
    keadaan = jalur.stat()
    return keadaan.st_ino, keadaan.st_mtime_ns, keadaan.st_size


def _sebutkan(galat: Exception, jalur: Path) -> str:
    lain = kalimat_gudang(galat, Path(jalur.name)) if isinstance(galat, GalatGudang) else str(galat)
    return sebab_penyimpanan(galat) or lain


def _mb(byte: int) -> str:
    return f"{tulis_angka(byte / _MB, 1)} MB"
