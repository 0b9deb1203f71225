"""Runs the command line as a person would and keeps what it prints, what it writes and how it ends."""

from __future__ import annotations

import io
import os
import runpy
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.potret import sambungan
from tests.potret.album import Album
from tests.potret.naskah import teks_berkas

_AKHIRAN: Final = frozenset({".xlsx", ".zip", ".json"})
_TANPA_ISI: Final = "cadangan"
"""A backup is a copy of the store, whose pages DuckDB fills as it likes: only what is printed of it is kept."""
_CONTOH: Final = sambungan.AKAR / "data" / "contoh"
_JENIS: Final = ("iku", "renja", "renstra")
Baris = tuple[str, ...]


@dataclass(frozen=True)
class Naskah:
    """Commands that are run one after another in a folder of their own, beside these files.

    `bertanya`: they ask far more than they write, so that the store stays open between them.
    """

    nama: str
    berkas: tuple[tuple[Path, str], ...]
    perintah: tuple[Baris, ...]
    bertanya: bool = False


def potret(naskah: Naskah, folder: Path, album: Album) -> None:
    """Run the commands of a script, each in words and where it can as JSON; take what they say and write."""
    for asal, nama in naskah.berkas:
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(asal, folder / nama)
    lingkungan = {"CAPAIAN_DATA": "kantor.duckdb", "CAPAIAN_SANDI": "sandi-uji-yang-panjang", "COLUMNS": "120"}
    os.environ.update(lingkungan, NO_COLOR="1", TERM="dumb")
    ada = _isi_folder(folder)
    with chdir(folder), sambungan.tetap_terbuka() if naskah.bertanya else nullcontext():
        for nomor, argumen in enumerate(naskah.perintah, 1):
            nama = f"{nomor:02} {' '.join(argumen)}".replace("/", "-").replace("*", "")[:90].strip()
            # Where the folder stands is no word of the program.
            album.tulis(f"perintah/{naskah.nama}/{nama}", _tanpa_letak(folder, jalankan(_cari_berkas(folder, argumen))))
            kini = _isi_folder(folder)
            for jalur, isi in sorted(kini.items()):
                if ada.get(jalur) != isi:
                    album.tulis(f"ekspor/{naskah.nama}/{nomor:02}/{jalur}", teks_berkas(jalur, isi))
            ada = kini


def _isi_folder(folder: Path) -> dict[str, bytes]:
    semua = (berkas for berkas in folder.rglob("*") if berkas.suffix in _AKHIRAN)
    return {
        berkas.relative_to(folder).as_posix(): berkas.read_bytes()
        for berkas in semua
        if _TANPA_ISI not in berkas.parent.name
    }


def _cari_berkas(folder: Path, argumen: Baris) -> Baris:
    """The arguments with the file that a pattern means: what the program named itself."""
    return tuple(next(folder.glob(kata)).relative_to(folder).as_posix() if "*" in kata else kata for kata in argumen)


def _tanpa_letak(folder: Path, baris: list[str]) -> list[str]:
    letak = str(folder.resolve())
    return [teks.replace(letak, "FOLDER") for teks in baris]


def jalankan(argumen: Baris) -> list[str]:
    """Run one command in this process: the command, its exit code, and all that it prints."""
    keluar, galat = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    asli, sys.argv = sys.argv, ["analytics", *argumen]
    try:
        with redirect_stdout(keluar), redirect_stderr(galat):
            runpy.run_module("analytics", run_name="__main__")
        kode: object = 0
    except SystemExit as akhir:
        kode = akhir.code
    finally:
        sys.argv = asli
    baris = [f"$ python -m analytics {' '.join(argumen)}", f"kode {kode or 0}"]
    for nama, aliran in (("", keluar), ("galat: ", galat)):
        aliran.seek(0)
        baris += [f"{nama}{baris}" for baris in aliran.read().splitlines()]
    return baris


def _periode(tahun: int, triwulan: int) -> Baris:
    return ("--tahun", str(tahun), "--triwulan", str(triwulan))


def _kata_dan_json(*semua: Baris) -> Iterator[Baris]:
    for naskah in semua:
        yield naskah
        yield (*naskah, "--json")


def _evaluasi(*periode: tuple[int, int]) -> Iterator[Baris]:
    for triwulan in periode:
        for jenis in _JENIS:
            yield from _kata_dan_json(("evaluasi", jenis, *_periode(*triwulan)))


def _ekspor(*periode: tuple[int, int]) -> Iterator[Baris]:
    for tahun, triwulan in periode:
        yield ("ekspor", f"kompilasi_{tahun}_{triwulan}.xlsx", *_periode(tahun, triwulan))


def baca_contoh(contoh: Path) -> Naskah:
    """What can be asked of the sample office: an old year, two approved periode (one on paper), the running one."""
    periode = ((2024, 4), (2025, 4), (2026, 1), (2026, 3))
    beku, kertas, lama = "kompilasi_2025_4.xlsx", "snapshot_2026_1.json", "kompilasi_2024_4.xlsx"
    return Naskah(
        "contoh",
        ((contoh, "kantor.duckdb"), (sambungan.AKAR / "tests/golden/capaian_tercetak.csv", "lama.csv")),
        (
            *_evaluasi(*periode),
            *_kata_dan_json(("evaluasi", "iku"), ("evaluasi", "renja", "--unit", "PEM")),
            *_ekspor(*periode),
            ("ekspor", "kini.xlsx", "--json"),
            ("format", "format", *_periode(2026, 4)),
            ("format", "format_pem", *_periode(2025, 1), "--unit", "PEM", "--json"),
            ("dokumen", "terbitkan", "snapshot_2025_4.json", *_periode(2025, 4)),
            ("dokumen", "terbitkan", kertas, *_periode(2026, 1)),
            ("dokumen", "terbitkan", "tidak_ada.json", *_periode(2026, 3)),
            *_kata_dan_json(
                ("dokumen", "periksa", beku, "--snapshot", "snapshot_2025_4.json"),
                ("dokumen", "periksa", beku, "--snapshot", kertas),
                ("dokumen", "periksa", lama, "--snapshot", kertas),
                ("jejak", "periksa"),
                ("hitung", "lama.csv"),
                ("hitung", "kini.xlsx"),
            ),
            ("dokumen", "periksa", lama, "--sidik", "0" * 64),
            ("akun", "daftar"),
            ("akun", "buat", "tamu", "--nama", "Tamu (contoh)", "--peran", "camat"),
            ("evaluasi", "apbd"),
            ("evaluasi", "iku", "--gudang", "tiada.duckdb"),
            ("format", "format_x", "--unit", "TIADA"),
            ("alur", "setujui"),
            ("alur", "himpun"),
        ),
        bertanya=True,
    )


def tulis_contoh(contoh: Path) -> Naskah:
    """What changes the sample office: workbooks that come in, a move of the SOP, backups."""
    nama = "format_2026_TW3_UMPEG"
    cara = ("--akun", "umum", "--catatan", "dikirim lewat surel, validasi di kertas")
    benar, keliru = f"masuk/{nama}_benar.xlsx", f"masuk/{nama}_keliru.xlsx"
    return Naskah(
        "masuk",
        (
            (contoh, "kantor.duckdb"),
            (_CONTOH / "coba" / f"{nama}_benar.xlsx", benar),
            (_CONTOH / "coba" / f"{nama}_keliru.xlsx", keliru),
            (_CONTOH / "rencana.xlsx", "rencana.xlsx"),
            (_CONTOH / "2026/TW3/format_2026_TW3_REN.xlsx", "lagi/ren.xlsx"),
        ),
        (
            ("terima", keliru, *cara, "--kembalian", "keluar"),
            ("terima", keliru, *cara, "--json"),
            ("terima", "rencana.xlsx", *cara, "--kembalian", "keluar_rencana", "--json"),
            ("terima", benar, *cara),
            ("terima", "masuk", "lagi", *cara, "--alasan", "sudah dicek", "--json"),
            ("terima", "masuk", *cara, "--alasan", "sudah dicek"),
            ("terima", benar),
            ("alur", "himpun", "--unit", "UMPEG", "--akun", "umum", "--json"),
            ("alur", "verifikasi", "--akun", "kasubbag", *_periode(2026, 3)),
            ("alur", "verifikasi", "--akun", "kasubbag", "--tegaskan", *_periode(2026, 3)),
            ("evaluasi", "iku"),
            ("cadangan", "daftar"),
            ("cadangan", "buat"),
            ("cadangan", "daftar"),
            ("cadangan", "periksa", "kantor-cadangan/*.zip"),
            ("cadangan", "pulihkan", "kantor-cadangan/*.zip", "--gudang", "pulih.duckdb"),
            ("cadangan", "periksa", "lagi/ren.xlsx"),
            *_kata_dan_json(("jejak", "periksa"), ("jejak", "periksa", "--gudang", "pulih.duckdb")),
        ),
    )


def mulai_baru(_contoh: Path) -> Naskah:
    """An office from nothing: templat, plan, perubahan, format, the first steps of the SOP."""
    return Naskah(
        "baru",
        (
            (_CONTOH / "rencana.xlsx", "rencana.xlsx"),
            (_CONTOH / "rencana_perubahan_2025.xlsx", "perubahan.xlsx"),
            (_CONTOH / "2024/TW1/format_2024_TW1_PEM.xlsx", "pem.xlsx"),
        ),
        (
            ("evaluasi", "iku"),
            ("templat", "templat.xlsx"),
            ("impor", "templat.xlsx"),
            ("impor", "pem.xlsx", "--json"),
            ("impor", "rencana.xlsx"),
            ("impor", "rencana.xlsx", "--alasan", "sudah dicek", "--json"),
            ("impor", "rencana.xlsx", "--alasan", "sudah dicek"),
            ("impor", "perubahan.xlsx", "--alasan", "sudah dicek", "--json"),
            ("format", "format", *_periode(2024, 1), "--unit", "PEM"),
            ("alur", "susun_format", *_periode(2024, 1), "--json"),
            ("alur", "sampaikan_format", *_periode(2024, 1)),
            ("alur", "bagikan_format", *_periode(2024, 1), "--unit", "PEM", "--json"),
            ("alur", "olah", *_periode(2024, 1), "--json"),
            ("terima", "pem.xlsx", "--alasan", "sudah dicek", "--catatan", "diserahkan di kertas", "--json"),
            ("evaluasi", "renja", *_periode(2024, 1)),
            ("jejak", "periksa"),
            ("akun", "buat", "sri", "--nama", "Sri (contoh)"),
            ("akun", "buat", "sri", "--nama", "Sri (contoh)"),
            ("akun", "nonaktif", "sri"),
            ("akun", "sandi", "tiada"),
            ("akun", "daftar"),
            (),
            *((*perintah, "--help") for perintah in _BANTUAN),
        ),
    )


_BANTUAN: Final[tuple[Baris, ...]] = (
    (), ("templat",), ("impor",), ("format",), ("terima",), ("alur",), ("evaluasi",), ("ekspor",), ("hitung",),
    ("akun",), ("akun", "buat"), ("akun", "daftar"), ("akun", "sandi"), ("akun", "nonaktif"),
    ("cadangan",), ("cadangan", "buat"), ("cadangan", "daftar"), ("cadangan", "periksa"), ("cadangan", "pulihkan"),
    ("dokumen",), ("dokumen", "periksa"), ("dokumen", "terbitkan"), ("jejak",), ("jejak", "periksa"),
)  # fmt: skip


def baca_aneh(aneh: Path) -> Naskah:
    """What can be asked of the office of everything that is seldom met."""
    periode = ((2024, 4), (2026, 1), (2026, 3), (2026, 4))
    return Naskah(
        "aneh",
        ((aneh, "kantor.duckdb"),),
        (
            *_evaluasi(*periode),
            *_kata_dan_json(("evaluasi", "renja", *_periode(2026, 3), "--unit", "S2")),
            *_ekspor(*periode),
            ("format", "format", *_periode(2026, 4)),
            ("format", "format", *_periode(2026, 2), "--json"),
            *_kata_dan_json(("jejak", "periksa")),
        ),
        bertanya=True,
    )


TANPA_CONTOH: Final = (mulai_baru, baca_aneh)
DENGAN_CONTOH: Final = (baca_contoh, tulis_contoh)
