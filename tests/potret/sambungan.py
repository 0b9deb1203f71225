"""All that the portrait needs to know of the inside of the program. Whoever moves a module mends this file only."""

from __future__ import annotations

import json
import random
import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from functools import cache
from pathlib import Path
from typing import Any, Final

AKAR: Final = Path(__file__).parents[2]
SAAT: Final = datetime(2026, 11, 16, 10, 0)
"""The time at which the portrait is taken: in the story of the sample office the third quarter is late."""
AKUN: Final = ("kasubbag", "umum", "kepala-kesos", "kepala-umpeg", "satu-data", "sekretaris", "camat")
"""Whose screens are taken; the first stands for the pengelola as well, and it is he who downloads."""
_acak = random.Random(20261116)  # noqa: S311


def _uuid4() -> uuid.UUID:
    return uuid.UUID(int=_acak.getrandbits(128), version=4)


# The same names of things in every run. This has to be done before a module of the program takes these functions along.
uuid.uuid4 = _uuid4
secrets.token_hex = lambda nbytes=32: _acak.randbytes(nbytes or 32).hex()
secrets.token_urlsafe = lambda nbytes=32: _acak.randbytes(nbytes or 32).hex()

import analytics.__main__  # noqa: E402, F401 - what every command reads along is read once for all parts
from analytics import sistem  # noqa: E402
from analytics.beku import snapshot, sumber  # noqa: E402
from analytics.cadangan import pembaruan  # noqa: E402
from analytics.contoh import semai  # noqa: E402
from analytics.contoh.akun import semai_akun  # noqa: E402
from pages import DAFTAR, Halaman  # noqa: E402
from pages.komponen import sesi  # noqa: E402
from tests.alat import peta, sampai  # noqa: E402
from tests.alat.kantor_dokumen import isi_kantor  # noqa: E402
from tests.alat.pengguna import baca_pengguna  # noqa: E402
from tests.alat.toko import KODE_PD, Toko  # noqa: E402


class _Jam(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> _Jam:
        return cls(*SAAT.timetuple()[:6], tzinfo=tz)


sistem.waktu_kini.__globals__["datetime"] = _Jam
# Many commands are run in one process; it is settled once.
sistem.siapkan_proses = cache(sistem.siapkan_proses)


class _GudangTerbuka(sistem.Gudang):
    """A store that stays open from command to command and answers a question once, until somebody writes."""

    def __init__(self, *isian: Any) -> None:
        super().__init__(*isian)
        self._jawaban: dict[str, list[dict[str, Any]]] = {}

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        kunci = json.dumps([nama, parameter], sort_keys=True, default=repr)
        if kunci not in self._jawaban:
            self._jawaban[kunci] = super().kueri(nama, **parameter)
        return [dict(baris) for baris in self._jawaban[kunci]]

    @contextmanager
    def transaksi(self, *isian: Any) -> Iterator[Any]:
        try:
            with super().transaksi(*isian) as tx:
                yield tx
        finally:
            self._jawaban.clear()

    def tutup(self) -> None:
        """Stay open for the next command."""

    def akhiri(self) -> None:
        super().tutup()


@contextmanager
def tetap_terbuka() -> Iterator[None]:
    """What one command has opened, the next one goes on asking: for commands that ask far more than they write.

    That a command opens, reads and closes by itself is held by `tests/test_baris_perintah.py`.
    """
    hidup: dict[Path, _GudangTerbuka] = {}
    beku: dict[str, snapshot.GudangBeku] = {}

    def buka_terbaru(jalur: Path, _waktu: datetime) -> sistem.Gudang:
        if jalur not in hidup:
            hidup[jalur] = sistem.siapkan(_GudangTerbuka.buka(jalur, naikkan=False))
        return hidup[jalur]

    def buka_beku(disetujui: snapshot.Snapshot) -> snapshot.GudangBeku:
        if disetujui.sidik not in beku:
            beku[disetujui.sidik] = beku_asli(disetujui)
            beku[disetujui.sidik].tutup = lambda: None  # type: ignore[method-assign]
        return beku[disetujui.sidik]

    terbaru_asli, beku_asli = pembaruan.buka_terbaru, sumber.buka_beku
    pembaruan.buka_terbaru, sumber.buka_beku = buka_terbaru, buka_beku
    try:
        yield
    finally:
        pembaruan.buka_terbaru, sumber.buka_beku = terbaru_asli, beku_asli
        for gudang in hidup.values():
            gudang.akhiri()
        for gudang_beku in beku.values():
            snapshot.GudangBeku.tutup(gudang_beku)


def semai_contoh(tujuan: Path) -> None:
    """Make the store of the sample office."""
    semai.buat_contoh(tujuan)


def susun(jalur: Path) -> None:
    """Triwulan III 2026 of the sample office is compiled and with the Sekretaris."""
    _dengan(jalur, sampai.olah)


def periksa(jalur: Path) -> None:
    """Triwulan III 2026 of the sample office is compiled and with the Camat."""
    _dengan(jalur, sampai.supervisi)


def semai_aneh(tujuan: Path) -> None:
    """Make an office of everything that is seldom met: each rumus and form of target, zero targets, blanks, an
    indikator without target and without data, a perubahan of the Renja, a kegiatan without pagu, and strange text.
    """

    def isi(gudang: sistem.Gudang) -> None:
        _isi_aneh(gudang)
        semai_akun(gudang, datetime(2026, 1, 5, 8), KODE_PD)

    _dengan(tujuan, isi)


def _isi_aneh(gudang: sistem.Gudang) -> None:
    isi_kantor(gudang)
    toko = Toko.__new__(Toko)
    toko.gudang, toko.tabel, toko.kiriman_dibuat = gudang, {}, set()
    toko.dokumen(5, "renja", 2026, 2026, date(2026, 9, 15), ke=1)
    toko.target("IKU-01", {1: "200", 2: "200", 3: "198.75", 4: "205", 0: "205"}, rencana=5)
    toko.target("IKU-10", {3: "0", 0: "0"}, rencana=5)
    toko.pagu("7.01.01.2.01.0001", {2026: 15_250_001}, 5)
    toko.simpul("7.01.02.2.02", "kegiatan", "7.01.02", 30, "S2")
    toko.simpul("7.01.02.2.02.0001", "sub_kegiatan", "7.01.02.2.02", 31, "S2")
    toko.indikator("SK4-A", "7.01.02.2.02.0001", "S2")
    toko.indikator("SK4-B", "7.01.02.2.02.0001", "S2", polaritas="turun", rumus="turun_rasio", agregasi="rata_rata")
    toko.target("SK4-B", {1: ("2", "3"), 2: "0", 0: "0.005"}, rencana=5)
    for baris, nama in zip(
        toko.tabel["indikator"], ("=2+3 “kutipan” & <b>tanda</b>", "_garis_ *bintang* | $1$"), strict=True
    ):
        baris["nama"], baris["urutan"] = nama, 90
    toko.tulis()


def _dengan(jalur: Path, kerja: Callable[[sistem.Gudang], Any]) -> None:
    gudang = sistem.buka_gudang(jalur)
    try:
        kerja(gudang)
    finally:
        gudang.tutup()


@contextmanager
def sebagai(id_akun: str) -> Iterator[None]:
    """Who is in on the screens."""
    asli = sesi._tanya_pengguna
    sesi._tanya_pengguna = lambda: baca_pengguna(sesi.gudang(), id_akun, SAAT.date())
    try:
        yield
    finally:
        sesi._tanya_pengguna = asli


def berunduhan(halaman: Halaman) -> bool:
    """Whether a page can draw a download button at all."""
    return f"pages.{halaman.berkas.removesuffix('.py').replace('/', '.')}" in _MENGUNDUH


def _mengunduh() -> frozenset[str]:
    """The modules of the screens that draw a download button, and all that import one of them."""
    layar = {peta.nama_modul(berkas): berkas for berkas in peta.BERKAS if "pages" in berkas.parts}
    diimpor = {nama: _diimpor(berkas) for nama, berkas in layar.items()}
    hasil = {nama for nama, berkas in layar.items() if ".download_button(" in berkas.read_text(encoding="utf-8")}
    while baru := {nama for nama, tujuan in diimpor.items() if hasil & tujuan} - hasil:
        hasil |= baru
    return frozenset(hasil)


def _diimpor(berkas: Path) -> frozenset[str]:
    """What a module imports, and the module of each name that it takes."""
    return frozenset(nama for tujuan in peta.impor(berkas) for nama in (tujuan, tujuan.rpartition(".")[0]))


_MENGUNDUH: Final = _mengunduh()


def halaman_milik(id_akun: str) -> Iterator[Halaman]:
    """The pages that are in the menu of an account."""
    siapa = baca_pengguna(sesi.gudang(), id_akun, SAAT.date())
    assert siapa is not None
    return (halaman for halaman in DAFTAR if siapa.boleh(halaman.lihat))
