"""Retakes the pictures of the guides: `python -m tests.foto_layar`, after a screen has changed; NAME … only these."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG
from analytics.contoh.semai import buat_contoh
from analytics.sistem import buka_gudang
from tests.alat.layar import Layar
from tests.alat.peladen import AKAR, jalankan
from tests.alat.sampai import supervisi

GAMBAR: Final = AKAR / "docs" / "gambar"
_BERKAS: Final = (AKAR / "data/contoh/coba/format_2026_TW3_UMPEG_keliru.xlsx",)
_WARNA: Final = 256
_SIAP: Final = "() => !document.querySelector('[data-testid=stSkeleton], [data-testid=stStatusWidget]')"
"""The script has run, and nothing keeps its place with a grey bar until its code has come."""


@dataclass(frozen=True)
class Foto:
    """One picture: its file, the address, width and height in pixels, who looks, and what is done before."""

    nama: str
    alamat: str
    tinggi: int = 768
    lebar: int = 1366
    siapa: str = KASUBBAG.id_akun
    sebelum: Callable[[Layar], None] | None = None


def _unggah(tab: Layar) -> None:
    tab.halaman.locator("input[type=file]").first.set_input_files(_BERKAS)
    tab.halaman.get_by_text("Unduh pengembalian untuk unit (zip)").wait_for(timeout=60_000)


BERJALAN: Final = (
    Foto("beranda", ""),
    Foto("alur", "alur"),
    Foto("rencana", "rencana"),
    Foto("format_data", "format-data"),
    Foto("verifikasi", "verifikasi?unit=KESOS&baris=K-10", 1000),
    Foto("evaluasi_iku", "evaluasi-iku?tahun=2025&triwulan=4"),
    Foto("evaluasi_iku_hp", "evaluasi-iku?tahun=2025&triwulan=4", 1500, 390, CAMAT_CONTOH.id_akun),
    Foto("evaluasi_renja", "evaluasi-renja?tahun=2025&triwulan=4", 1080),
    Foto("evaluasi_renstra", "evaluasi-renstra?tahun=2025&triwulan=4", 1080),
    Foto("indikator", "indikator?indikator=IKU-16", 1000),
    Foto("ekspor", "ekspor", 900),
    Foto("unggah", "unggah", 1000, sebelum=_unggah),
)
"""The sample office as it is made."""
DI_CAMAT: Final = (
    Foto("beranda_camat", "", siapa=CAMAT_CONTOH.id_akun),
    Foto("beranda_hp", "", 1250, 390, CAMAT_CONTOH.id_akun),
    Foto("persetujuan", "persetujuan", 1000, siapa=CAMAT_CONTOH.id_akun),
)
"""The sample office while its kompilasi waits for the Camat."""


def ambil(peramban: Browser, gudang: Path, semua: Iterable[Foto]) -> None:
    """Take these pictures of a store."""
    with jalankan(gudang, gudang.with_suffix(".log")) as peladen:
        for potret in semua:
            konteks = peramban.new_context(viewport={"width": potret.lebar, "height": potret.tinggi}, locale="id-ID")
            tab = Layar(konteks.new_page(), potret.siapa)
            tab.buka(f"{peladen.alamat}/{potret.alamat}")
            if potret.sebelum:
                potret.sebelum(tab)
            tab.halaman.wait_for_function(_SIAP, timeout=60_000)
            tab.halaman.wait_for_timeout(1500)
            with Image.open(io.BytesIO(tab.halaman.screenshot())) as foto:
                foto.convert("RGB").quantize(_WARNA).save(GAMBAR / f"{potret.nama}.png", optimize=True)
            konteks.close()


def utama(hanya: Collection[str] = ()) -> None:
    """Make the sample office and take every picture, or these."""
    with TemporaryDirectory() as folder, sync_playwright() as pemain:
        peramban = pemain.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        contoh, di_camat = Path(folder) / "contoh.duckdb", Path(folder) / "camat.duckdb"
        buat_contoh(contoh)
        shutil.copyfile(contoh, di_camat)
        gudang = buka_gudang(di_camat)
        supervisi(gudang)
        gudang.tutup()
        for toko, semua in ((contoh, BERJALAN), (di_camat, DI_CAMAT)):
            ambil(peramban, toko, [foto for foto in semua if not hanya or foto.nama in hanya])
        peramban.close()


if __name__ == "__main__":
    utama(sys.argv[1:])
