"""Takes the sample office through the SOP up to where a test begins, from wherever a document stands."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from filelock import FileLock

from analytics.alur.lampiran import BerkasLampiran
from analytics.alur.perintah import HasilPerintah, Kertas, Perintah, terapkan
from analytics.aturan.periode import Periode
from analytics.beku.fakta import sidik_isi
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, UMUM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD, UNIT
from analytics.sistem import buka_gudang
from analytics.sop.langkah import giliran
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang

TW3 = Periode(2026, 3)
TW4 = Periode(2024, 4)
"""The end of a year of the sample office that nobody took through the SOP."""
PADA = datetime(2026, 10, 5, 9)
PDF = BerkasLampiran("lembar.pdf", b"%PDF-1.7\nlembar bertanda tangan\n%%EOF\n", "pdf")
DRAF = BerkasLampiran("draf_lkjip.pdf", b"%PDF-1.7\ndraf laporan kinerja\n%%EOF\n", "pdf")
KERTAS = Kertas("050/12/2026", date(2026, 10, 5), PDF)
MENGIRIM = ("REN", "PEM", "TRANTIB", "KESOS")
"""The units of the sample office that sent triwulan III 2026."""
SEMUA_UNIT = tuple(unit.kode for unit in UNIT)


def setujui_2024(gudang: Gudang) -> Objek:
    """Steps 1-8 of a whole year that nobody took through the SOP, every unit."""
    return setujui(gudang, TW4, SEMUA_UNIT)


def salin_sampai(berkas_contoh: Path, langkah: Callable[[Gudang], object], tujuan: Path) -> None:
    """Put the sample office there, closed, taken this far; it is taken once for all workers and for later runs."""
    sidik = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    asal = berkas_contoh.with_name(f"{langkah.__name__}-{sidik}.duckdb")
    with FileLock(berkas_contoh.with_name("giliran-sampai")):
        if not asal.exists():
            _bawa(berkas_contoh, langkah, asal)
    shutil.copyfile(asal, tujuan)


def _bawa(berkas_contoh: Path, langkah: Callable[[Gudang], object], tujuan: Path) -> None:
    """Whole or not at all, also when it is killed on the way."""
    with TemporaryDirectory(dir=tujuan.parent) as folder:
        jalur = Path(shutil.copyfile(berkas_contoh, Path(folder) / tujuan.name))
        gudang = buka_gudang(jalur)
        try:
            langkah(gudang)
        finally:
            gudang.tutup()
        jalur.rename(tujuan)


def jalan(gudang: Gudang, siapa: AkunContoh, aksi: str, objek: Objek, **isi: Any) -> HasilPerintah:
    """One move from where the document stands now, whatever becomes of it."""
    perintah = Perintah(aksi, objek, baca_kedudukan(gudang, objek).versi)
    return terapkan(gudang, siapa.pelaku, replace(perintah, **isi), PADA)


def maju(gudang: Gudang, siapa: AkunContoh, aksi: str, objek: Objek, **isi: Any) -> HasilPerintah:
    """One move that must succeed."""
    hasil = jalan(gudang, siapa, aksi, objek, **isi)
    assert hasil.berhasil, hasil.pesan
    return hasil


def verifikasi(gudang: Gudang, periode: Periode = TW3, unit: Iterable[str] = MENGIRIM) -> None:
    """Steps 1-5 for these units."""
    oleh = {"bagikan_format": UMUM, "himpun": UMUM, "teruskan_pengembalian": UMUM}
    for kode in unit:
        objek = Objek.pengumpulan(KODE_PD, periode, kode)
        milik = {**oleh, "kirim": kepala(kode)}
        while langkah := giliran("pengumpulan", baca_kedudukan(gudang, objek).keadaan):
            isi = {"pernyataan": True, "kerja": lambda _tx: {}} if langkah.aksi == "kirim" else {}
            maju(gudang, milik.get(langkah.aksi, KASUBBAG), langkah.aksi, objek, **isi)


def olah(gudang: Gudang, periode: Periode = TW3, unit: Iterable[str] = MENGIRIM) -> Objek:
    """Steps 1-6: the kompilasi is with the Sekretaris."""
    verifikasi(gudang, periode, unit)
    objek = Objek.kompilasi(KODE_PD, periode)
    maju(gudang, KASUBBAG, "olah", objek, catatan="Unit yang lain menyusul pada revisi berikutnya.")
    return objek


def supervisi(gudang: Gudang, periode: Periode = TW3, unit: Iterable[str] = MENGIRIM) -> Objek:
    """Steps 1-7: the kompilasi is with the Camat."""
    objek = olah(gudang, periode, unit)
    maju(gudang, SEKCAM, "supervisi", objek, sidik_dilihat=sidik_isi(gudang, KODE_PD, periode))
    return objek


def setujui(gudang: Gudang, periode: Periode = TW3, unit: Iterable[str] = MENGIRIM) -> Objek:
    """Steps 1-8: the Camat approved."""
    objek = supervisi(gudang, periode, unit)
    maju(gudang, CAMAT_CONTOH, "setujui", objek, sidik_dilihat=sidik_isi(gudang, KODE_PD, periode))
    return objek
