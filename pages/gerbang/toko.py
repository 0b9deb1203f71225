"""The one store that this process has open, for the gate, the server and the pages alike.

It is opened once, by whoever asks first. The sample office is made in the meantime by a thread of its own: who asks
while it is being made, or after that failed, gets told so and never half of it.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Final

from analytics.cadangan.pembaruan import buka_terbaru, kabar_pembaruan
from analytics.contoh.jalan import SopTersendat
from analytics.contoh.semai import BANYAK_LANGKAH, ContohTidakSesuai, Kabar, LangkahContoh, buat_contoh
from analytics.penyimpanan import kalimat_gudang, sebab_penyimpanan
from analytics.sistem import (
    GUDANG_CONTOH,
    GalatGudang,
    Gudang,
    GudangTerkunci,
    GudangTidakDikenal,
    jalur_gudang,
    waktu_kini,
)

_LOG: Final = logging.getLogger("capaian")
_MULAI: Final = LangkahContoh(0, BANYAK_LANGKAH, "Menyiapkan tempatnya")
_KONSOL: Final = "Rinciannya tercetak pada jendela hitam (konsol) tempat Capaian dijalankan."
_TAK_SESUAI: Final = (
    "Buku kerja contoh tidak lengkap, atau bukan milik versi Capaian ini. Pasang ulang Capaian. " + _KONSOL
)
_TAK_TERDUGA: Final = (
    f"Ada kesalahan yang tidak terduga. {_KONSOL} Coba lagi; bila terulang, sampaikan rincian itu kepada yang memasang "
    "Capaian."
)


class BelumSiap(Exception):
    """The sample office cannot be entered yet; `langkah` says how far its making is."""

    def __init__(self, langkah: LangkahContoh) -> None:
        super().__init__(langkah.uraian)
        self.langkah = langkah


class GagalDisiapkan(Exception):
    """The sample office could not be made; the message says why and what to do."""


class _Dihentikan(Exception):
    """The process ends: what is being made is given up."""


class PemegangGudang:
    """A store at a path, opened at the first question. `pembuat` makes it where there is none."""

    def __init__(self, jalur: Path, pembuat: Callable[[Path, Kabar], None] | None = None) -> None:
        self._jalur = jalur
        self._pembuat = pembuat
        self._kunci = threading.Lock()
        self._gudang: Gudang | None = None
        self._kerja: Future[None] | None = None
        self._langkah = _MULAI
        self._berhenti = threading.Event()

    def buka(self) -> Gudang:
        """The open store.

        Raises BelumSiap, GagalDisiapkan, or a kind of GalatGudang: then the next call tries to open it again.
        """
        with self._kunci:
            if self._gudang is None:
                self._pastikan_ada()
                self._gudang = _buka(self._jalur)
            return self._gudang

    def ulangi(self) -> None:
        """Let the next question make it again after that failed."""
        with self._kunci:
            if self._kerja is not None and self._kerja.done():
                self._kerja = None

    def hentikan(self) -> None:
        """Give up what is being made, at its next step; the process ends."""
        self._berhenti.set()
        if self._kerja is not None:
            wait([self._kerja])

    def _pastikan_ada(self) -> None:
        if self._kerja is None:
            if self._pembuat is None or self._jalur.exists():
                return
            self._kerja = self._mulai(self._pembuat)
        if not self._kerja.done():
            raise BelumSiap(self._langkah)
        galat = self._kerja.exception()
        if galat is not None:
            raise GagalDisiapkan(_sebab(galat, self._jalur)) from galat

    def _mulai(self, pembuat: Callable[[Path, Kabar], None]) -> Future[None]:
        _LOG.warning("Kantor contoh disiapkan; ini hanya pada pemakaian pertama.")
        self._langkah = _MULAI
        kolam = ThreadPoolExecutor(1, thread_name_prefix="kantor-contoh")
        kerja = kolam.submit(pembuat, self._jalur, self._catat)
        kolam.shutdown(wait=False)
        kerja.add_done_callback(_umumkan)
        return kerja

    def _catat(self, langkah: LangkahContoh) -> None:
        if self._berhenti.is_set():
            raise _Dihentikan
        self._langkah = langkah


def _buka(jalur: Path) -> Gudang:
    gudang = buka_terbaru(jalur, waktu_kini())
    if (kabar := kabar_pembaruan(gudang)) is not None:
        _LOG.warning(kabar)
    return gudang


def _umumkan(kerja: Future[None]) -> None:
    """What became of the making, on the console."""
    galat = kerja.exception()
    if isinstance(galat, _Dihentikan):
        _LOG.warning("Kantor contoh belum selesai; disiapkan dari awal pada pemakaian berikutnya.")
    elif galat is not None:
        _LOG.error("Kantor contoh tidak dapat disiapkan.", exc_info=galat)


_SEMUA: Final[dict[Path, PemegangGudang]] = {}
_KUNCI: Final = threading.Lock()


def toko() -> PemegangGudang:
    """The store that the process is about."""
    jalur = jalur_gudang(os.environ)
    with _KUNCI:
        if jalur not in _SEMUA:
            _SEMUA[jalur] = PemegangGudang(jalur, buat_contoh if jalur == GUDANG_CONTOH else None)
        return _SEMUA[jalur]


def buka() -> Gudang:
    """The open store. Raises what `PemegangGudang.buka` raises."""
    return toko().buka()


def kalimat_galat(galat: GalatGudang) -> str:
    """Why the store cannot be used, and what to do, as plain text; where it stands is nobody's business here."""
    if isinstance(galat, GudangTerkunci):
        return (
            "Data sedang dibuka oleh program lain. Tutup Capaian yang lain atau perintah yang sedang berjalan, "
            "lalu muat ulang halaman ini."
        )
    nama = Path(jalur_gudang(os.environ).name)
    if isinstance(galat, GudangTidakDikenal):
        return (
            f"Berkas {nama} bukan data Capaian, atau dibuat oleh versi Capaian yang lebih baru. "
            "Periksa isi CAPAIAN_DATA, atau pasang versi terbaru."
        )
    return kalimat_gudang(galat, nama)


def _sebab(galat: BaseException, jalur: Path) -> str:
    """Why the sample office could not be made, and what to do."""
    if isinstance(galat, GalatGudang):
        return kalimat_gudang(galat, Path(jalur.name))
    tak_sesuai = isinstance(galat, ContohTidakSesuai | SopTersendat | FileNotFoundError)
    return sebab_penyimpanan(galat) or (_TAK_SESUAI if tak_sesuai else _TAK_TERDUGA)
