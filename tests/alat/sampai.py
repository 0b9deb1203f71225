"""Takes the sample office through the SOP up to where a test begins, from wherever a document stands."""

from __future__ import annotations

import hashlib
import inspect
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from filelock import FileLock

from analytics.alur.dilihat import baca_diperiksa, tandai_dilihat, tegaskan_semua
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


def jalan(gudang: Gudang, siapa: AkunContoh, aksi: str, objek: Objek, **isi: Any) -> HasilPerintah:
    """One move from where the document stands now, whatever becomes of it."""
    kiriman = baca_diperiksa(gudang, objek, siapa.id_akun)
    if aksi == "verifikasi":
        kiriman = tandai_dilihat(gudang, siapa.pelaku, kiriman, [baris.kode for baris in kiriman.baris], PADA)
    perintah = Perintah(aksi, objek, baca_kedudukan(gudang, objek).versi, kepastian=tegaskan_semua(kiriman))
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


def sesudah(bawa: Callable[[Gudang], object], contoh: Path, tujuan: Path) -> Gudang:
    """The sample office where `bawa` took it, in a store of its own."""
    return buka_gudang(salin_sesudah(bawa, contoh, tujuan))


def salin_sesudah(bawa: Callable[[Gudang], object], contoh: Path, tujuan: Path) -> Path:
    """As `sesudah`, but the store stays closed; where its file stands.

    `bawa` is done once for all workers and for later runs: what it made stands beside the sample office, named by the
    digest of the files that say what it does.
    """
    asal = contoh.with_name(f"{bawa.__name__}-{_sidik_sumber(bawa)}.duckdb")
    with FileLock(contoh.with_name("giliran-sesudah")):
        if not asal.exists():
            _bawa(contoh, bawa, asal)
    return Path(shutil.copyfile(asal, tujuan))


def _bawa(contoh: Path, bawa: Callable[[Gudang], object], tujuan: Path) -> None:
    """Whole or not at all, also when it is killed on the way."""
    with TemporaryDirectory(dir=tujuan.parent) as folder:
        jalur = Path(shutil.copyfile(contoh, Path(folder) / tujuan.name))
        gudang = buka_gudang(jalur)
        try:
            bawa(gudang)
        finally:
            gudang.tutup()
        jalur.rename(tujuan)


def _sidik_sumber(bawa: Callable[[Gudang], object]) -> str:
    sumber = {Path(__file__), Path(inspect.getfile(bawa))}
    return hashlib.sha256(b"".join(berkas.read_bytes() for berkas in sorted(sumber))).hexdigest()[:16]
