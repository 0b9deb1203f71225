"""What a portrait is made of, and the processes that take its parts side by side."""

from __future__ import annotations

import logging
import os
import shutil
import warnings
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from analytics.formulir import MENURUT_KODE
from tests.potret import halaman, perintah, sambungan
from tests.potret.album import Album
from tests.potret.halaman import Sesi
from tests.potret.perintah import Naskah

Jumlah = Counter[str]
_TW3: Final = {"tahun": "2026", "triwulan": "3"}
_TW4: Final = {"tahun": "2025", "triwulan": "4"}
_DULU: Final = {"tahun": "2024", "triwulan": "4"}
_KELIRU: Final = sambungan.AKAR / "data/contoh/coba/format_2026_TW3_UMPEG_keliru.xlsx"


def _biarkan(_gudang: Path) -> None:
    """The store as it is."""


def _terima_keliru(gudang: Path) -> None:
    """A workbook with mistakes came in and waits to be sent back."""
    cara = ("--akun", "umum", "--catatan", "dikirim lewat surel")
    perintah.jalankan(("terima", str(_KELIRU), "--gudang", str(gudang), *cara))


_LAIN: Final = (
    *((url, _TW4 | {"unit": "PEM"}) for url in (f"evaluasi-{kode}" for kode in MENURUT_KODE)),
    *(("indikator", _TW3 | {"indikator": f"IKU-{nomor:02}"}) for nomor in (1, 5, 9, 12, 16)),
    *(("verifikasi", _TW3 | {"unit": "KESOS", "baris": baris}) for baris in ("IKU-06", "SK-17")),
    *((url, _DULU) for url in ("beranda", "evaluasi-renja", "kompilasi", "ekspor")),
)
_LAIN_ANEH: Final = tuple(("indikator", _TW3 | {"indikator": kode}) for kode in ("IKU-05", "IKU-07", "IKU-11", "SK4-B"))
CONTOH: Final = (
    (Sesi("draf", (_TW3,), lain=_LAIN), _terima_keliru),
    (Sesi("disetujui", (_TW4,)), halaman.catat_arsip),
    (Sesi("dihimpun", (_TW3,)), sambungan.susun),
    (Sesi("di_camat", (_TW3,), ("kasubbag", "sekretaris", "camat", "kepala-umpeg")), sambungan.periksa),
)
"""The sample office: a draft, what was approved, what is compiled, what waits for the Camat; how each is prepared."""
ANEH: Final = ((Sesi("aneh", (_TW3,), ("kasubbag", "camat"), _LAIN_ANEH), _biarkan),)
"""The office of everything that is seldom met."""


def ambil(folder: Path, *, hanya_ekspor: bool = False, contoh: Path | None = None) -> Jumlah:
    """Take the portrait into `folder`; how many files, lines and cells came of it.

    `hanya_ekspor` leaves the pages out. `contoh` is a store of the sample office that exists already.
    """
    with TemporaryDirectory() as sementara, _kelompok() as kelompok:
        asal = {nama: Path(sementara) / f"{nama}.duckdb" for nama in ("aneh", "contoh")}
        semai = kelompok.submit(_semai_contoh, asal["contoh"], contoh)
        kelompok.submit(sambungan.semai_aneh, asal["aneh"]).result()
        kerja = [kelompok.submit(_perintah, folder, asal["aneh"], naskah) for naskah in perintah.TANPA_CONTOH]
        kerja += [kelompok.submit(_halaman, folder, asal["aneh"], *sesi, hanya_ekspor) for sesi in ANEH]
        semai.result()
        kerja += [kelompok.submit(_halaman, folder, asal["contoh"], *sesi, hanya_ekspor) for sesi in CONTOH]
        kerja += [kelompok.submit(_perintah, folder, asal["contoh"], naskah) for naskah in perintah.DENGAN_CONTOH]
        return sum((janji.result() for janji in kerja), Counter())


def tulis_jumlah(jumlah: Jumlah) -> str:
    """How much was written, one line for each part."""
    return "\n".join(f"{nama} {banyak}" for nama, banyak in sorted(jumlah.items()) if banyak)


def _kelompok() -> ProcessPoolExecutor:
    """Every part has a process of its own: what is remembered or counted in one does not reach another.

    Where the system can, they are branches of one that has read the program and done nothing yet.
    """
    cara = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    cara.set_forkserver_preload([__name__])
    return ProcessPoolExecutor(os.cpu_count(), cara, _tenang, max_tasks_per_child=1)


def _tenang() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)


def _semai_contoh(tujuan: Path, ada: Path | None) -> None:
    if ada is None:
        sambungan.semai_contoh(tujuan)
    else:
        shutil.copyfile(ada, tujuan)


def _perintah(folder: Path, gudang: Path, susun: Callable[[Path], Naskah]) -> Jumlah:
    album = Album(folder)
    with TemporaryDirectory() as sementara:
        perintah.potret(susun(gudang), Path(sementara), album)
    return album.jumlah


def _halaman(folder: Path, asal: Path, sesi: Sesi, siapkan: Callable[[Path], None], hanya_ekspor: bool) -> Jumlah:
    album = Album(folder)
    with TemporaryDirectory() as sementara:
        gudang = Path(sementara) / "kantor.duckdb"
        shutil.copyfile(asal, gudang)
        siapkan(gudang)
        halaman.potret(sesi, gudang, album, hanya_ekspor=hanya_ekspor)
    return album.jumlah
