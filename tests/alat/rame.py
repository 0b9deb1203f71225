"""Threads that work on one office at once, and what must hold afterwards. Short in tests, long in benchmarks."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any, Final

from analytics.alur.perintah import HasilPerintah, Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.sop.langkah import LANGKAH, langkah_dari
from analytics.sop.objek import Objek, baca_semua
from analytics.sop.peran import Pelaku
from data.gudang import Transaksi
from tests.alat.gudang import tanya
from tests.alat.kantor_alur import (
    CAMAT_,
    KASUBBAG,
    KODE_PD,
    KOMPILASI,
    PEM,
    SEKCAM,
    TRANTIB,
    UMUM,
    UNIT_PEM,
    UNIT_TRANTIB,
    Kantor,
    tulis_kiriman,
    yang_boleh,
)
from tests.alat.rantai import periksa_rantai

RAME: Final = 8
"""Writers at once."""
_DOKUMEN: Final = (UNIT_PEM, UNIT_TRANTIB, KOMPILASI)
_ORANG: Final = (UMUM, KASUBBAG, PEM, TRANTIB, SEKCAM, CAMAT_)


@dataclass(frozen=True)
class Catatan:
    """What one writer was told about one command."""

    pelaku: Pelaku
    perintah: Perintah
    hasil: HasilPerintah


def serentak(tugas: Iterable[Callable[[], Any]]) -> list[Any]:
    """Do all of it at once, from the same moment on. An exception of one is raised."""
    daftar = list(tugas)
    mulai = threading.Barrier(len(daftar))

    def satu(kerja: Callable[[], Any]) -> Any:
        mulai.wait(timeout=60)
        return kerja()

    with ThreadPoolExecutor(len(daftar)) as kolam:
        return [janji.result(timeout=600) for janji in [kolam.submit(satu, kerja) for kerja in daftar]]


def kerja_bersama(kantor: Kantor, banyak: int = 0, detik: float = 0.0) -> list[Catatan]:
    """Eight writers who each give `banyak` commands, or commands for so many seconds, as they come to mind."""
    selesai = time.monotonic() + detik
    hasil = serentak(partial(_penulis, kantor, nomor, banyak, selesai) for nomor in range(RAME))
    return [catatan for bagian in hasil for catatan in bagian]


def _penulis(kantor: Kantor, nomor: int, banyak: int, selesai: float) -> list[Catatan]:
    acak = random.Random(nomor)  # noqa: S311 - a choice of what to do, no secret
    hasil: list[Catatan] = []
    while len(hasil) < banyak or time.monotonic() < selesai:
        hasil.append(_satu_perintah(kantor, acak, nomor, len(hasil)))
    return hasil


def _satu_perintah(kantor: Kantor, acak: random.Random, nomor: int, ke: int) -> Catatan:
    """Mostly something that the document waits for, sometimes anything by anybody, also from an old versi."""
    objek = acak.choice(_DOKUMEN)
    kini = kantor.di(objek)
    mungkin = langkah_dari(objek.dokumen, kini.keadaan) if acak.random() < 0.9 else ()
    langkah = acak.choice(mungkin or [baris_sop for baris_sop in LANGKAH if baris_sop.dokumen == objek.dokumen])
    pelaku = yang_boleh(langkah, objek) if acak.random() < 0.9 else acak.choice(_ORANG)
    versi = kini.versi if acak.random() < 0.9 else max(0, kini.versi - 1)
    perintah = replace(kantor.perintah(langkah.aksi, objek), versi=versi, pembeda=f"{nomor}-{ke}")
    if perintah.kerja is not None:
        perintah = replace(perintah, kerja=lambda tx: tulis_kiriman(tx, objek, versi + 1))
    waktu = datetime(2026, 10, 5, 9, 0) + timedelta(seconds=ke)
    return Catatan(pelaku, perintah, terapkan(kantor.gudang, pelaku, perintah, waktu))


def periksa(kantor: Kantor, catatan: Iterable[Catatan] = ()) -> None:
    """What must hold after any rush: the chain, one log row per move, states that follow from it, no foul approval."""
    jejak = kantor.jejak()
    assert periksa_rantai(jejak) is None
    assert [peristiwa["nomor"] for peristiwa in jejak] == list(range(1, len(jejak) + 1))
    dokumen = baca_semua(kantor.gudang, KODE_PD)
    pindah = [
        perpindahan for objek in dokumen for perpindahan in kantor.gudang.kueri("perpindahan_objek", objek=objek.id)
    ]
    daftar = list(catatan)
    if daftar:
        tercatat = {perpindahan["kunci"] for perpindahan in pindah}
        assert {catatan.perintah.kunci for catatan in daftar if catatan.hasil.berhasil} == tercatat
        tolak = sum(peristiwa["aksi"].startswith("tolak:") for peristiwa in jejak)
        assert tolak == sum(not catatan.hasil.berhasil for catatan in daftar)
    for objek in dokumen:
        _periksa_objek(kantor, objek)
    kirim = [perpindahan for perpindahan in pindah if perpindahan["aksi"] in ("kirim", "kirim_titipan")]
    (banyak,) = tanya(kantor.gudang, "SELECT count(*) FROM kiriman WHERE versi < 100000")[0]
    assert banyak == len(kirim), "a kiriman without its move, or a move without its kiriman"


def _periksa_objek(kantor: Kantor, objek: Objek) -> None:
    """Each move began where the one before it ended, and the document stands where the last one led."""
    lewat = kantor.gudang.kueri("perpindahan_objek", objek=objek.id)
    for sebelum, sesudah in pairwise(lewat):
        assert sesudah["dari"] == sebelum["ke"]
    kini = kantor.di(objek)
    if lewat:
        assert (kini.keadaan, kini.revisi) == (lewat[-1]["ke"], lewat[-1]["revisi"])
    versi = [int(perpindahan["kunci"].split(":")[7]) for perpindahan in lewat]
    assert versi == sorted(set(versi)), "two moves from one versi"
    if objek.dokumen != "kompilasi":
        assert versi == list(range(len(lewat)))
        assert kini.versi == len(lewat)


def adu_setujui(kantor: Kantor, nomor: int) -> str:
    """The Camat approves while a figure below changes beside the SOP: what was approved is what was seen, or nothing.

    Each round is a triwulan of its own.
    """
    periode = Periode(2100 + nomor // 4, nomor % 4 + 1)
    objek = Objek.kompilasi(KODE_PD, periode)
    unit = Objek.pengumpulan(KODE_PD, periode, "PEM")
    kantor.bawa(objek, "di_camat")
    perintah = kantor.perintah("setujui", objek, kerja=lambda tx: {"yang_ada": _sidik(tx, objek)})

    def ubah() -> None:
        time.sleep((nomor % 5) ** 2 * 0.1)
        with kantor.tulis("ubah_fakta") as tx:
            tulis_kiriman(tx, unit, 100_000 + nomor, Decimal(nomor))

    def kirim() -> HasilPerintah:
        return kantor.beri(PEM, kantor.perintah("kirim", unit))

    hasil, _, ulang = serentak([lambda: kantor.beri(CAMAT_, perintah), ubah, kirim])
    assert not ulang.berhasil
    if not hasil.berhasil:
        assert hasil.pesan.startswith("Angka, aturan, pengaturan, atau nama pejabat berubah")
        return "ditolak"
    akhir = kantor.gudang.kueri("perpindahan_objek", objek=objek.id)[-1]
    return "sesuai" if f'"{perintah.sidik_dilihat}"' in akhir["rincian"] else "tanpa melihat"


def _sidik(tx: Transaksi, objek: Objek) -> str:
    return sidik_isi(tx, KODE_PD, Periode(objek.tahun, objek.triwulan))


def adu_titipan(kantor: Kantor) -> list[str]:
    """Two Kasubbag record what the same unit handed in: which statuses they are told."""
    kantor.bawa(UNIT_PEM, "pengisian" if not kantor.di(UNIT_PEM).versi else "perbaikan")
    perintah = kantor.perintah("kirim_titipan", UNIT_PEM)
    hasil = serentak([lambda: kantor.beri(UMUM, perintah), lambda: kantor.beri(KASUBBAG, perintah)])
    return [putusan.status for putusan in hasil]
