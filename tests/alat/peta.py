"""The map of the program: its rooms, what each may import, and what the code does import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

AKAR: Final = Path(__file__).parents[2]
KAMI: Final = ("app", "pages", "analytics", "data", "tests")

PANAH: Final[dict[str, tuple[str, ...]]] = {
    "analytics.aturan": (),
    "analytics.pembaca": (),
    "analytics.temuan": ("analytics.pembaca.tolakan",),
    "analytics.rupa": (),
    "analytics.sel": ("analytics.aturan", "analytics.pembaca", "analytics.temuan"),
    "analytics.sop": ("analytics.acuan", "analytics.aturan", "data"),
    "analytics.naskah": (
        "analytics.aturan",
        "analytics.pembaca.zip_tetap",
        "analytics.rupa",
        "analytics.temuan",
    ),
    "analytics.rencana.lembar": (
        "analytics.aturan",
        "analytics.berkas",
        "analytics.lembar.bentuk",
        "analytics.pembaca",
        "analytics.rencana.bagian",
        "analytics.rencana.baris",
        "analytics.rencana.kolom",
        "analytics.rencana.pilihan",
        "analytics.rencana.soal",
        "analytics.rencana.tegur",
        "analytics.rupa",
        "analytics.sel",
        "analytics.temuan",
    ),
    "analytics.rencana.periksa": (
        "analytics.aturan",
        "analytics.pembaca",
        "analytics.rencana.bagian",
        "analytics.rencana.baris",
        "analytics.rencana.lembar",
        "analytics.rencana.pilihan",
        "analytics.rencana.soal",
        "analytics.rencana.tegur",
        "analytics.temuan",
    ),
    "analytics.rencana.simpanan": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.rencana.baris",
        "analytics.rencana.kolom",
        "analytics.rencana.periksa",
        "analytics.rencana.pilihan",
        "analytics.rencana.tegur",
        "analytics.temuan",
        "data",
    ),
    "analytics.rencana": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.berkas",
        "analytics.lembar.catat.wewenang",
        "analytics.pembaca",
        "analytics.sel",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar.bentuk": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.berkas",
        "analytics.pembaca",
        "analytics.rupa",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar.periksa": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.lembar.bentuk",
        "analytics.lembar.bekas",
        "analytics.pembaca",
        "analytics.sel",
        "analytics.sistem",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar.catat": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.lembar.bentuk",
        "analytics.lembar.periksa",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar.layar": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.lembar.bentuk",
        "analytics.lembar.catat",
        "analytics.lembar.kembali",
        "analytics.lembar.periksa",
        "analytics.pembaca",
        "analytics.sel",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar.kembali": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.berkas",
        "analytics.lembar.bentuk",
        "analytics.lembar.catat",
        "analytics.lembar.periksa",
        "analytics.lembar.bekas",
        "analytics.naskah",
        "analytics.pembaca",
        "analytics.rupa",
        "analytics.sel",
        "analytics.sop.peran",
        "analytics.temuan",
        "data",
    ),
    "analytics.lembar": (),
    "analytics.evaluasi": ("analytics.acuan", "analytics.aturan", "analytics.sistem", "data"),
    "analytics.grafik": (
        "analytics.aturan",
        "analytics.evaluasi.hasil",
        "analytics.rupa",
    ),
    "analytics.dokumen": (
        "analytics.aturan",
        "analytics.evaluasi.hasil",
        "analytics.rupa",
    ),
    "analytics.formulir": ("analytics.acuan", "analytics.aturan", "analytics.dokumen", "analytics.evaluasi"),
    "analytics.beku": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.dokumen",
        "analytics.evaluasi",
        "analytics.formulir",
        "analytics.sistem",
        "analytics.sop",
        "data",
    ),
    "analytics.bukti_asli": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.beku",
        "analytics.dokumen",
        "analytics.formulir",
        "analytics.konsol",
        "analytics.pembaca",
        "analytics.sop",
        "analytics.temuan",
        "data",
    ),
    "analytics.papan": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.dokumen.tabel",
        "analytics.evaluasi.hasil",
        "analytics.rupa",
        "analytics.sop",
    ),
    "analytics.alur": (
        "analytics.acuan",
        "analytics.akun.sandi",
        "analytics.aturan",
        "analytics.beku",
        "analytics.dokumen",
        "analytics.evaluasi",
        "analytics.lembar.catat",
        "analytics.lembar.layar",
        "analytics.lembar.periksa",
        "analytics.naskah",
        "analytics.papan",
        "analytics.penyimpanan",
        "analytics.rencana",
        "analytics.sistem",
        "analytics.sop",
        "data",
    ),
    "analytics.atur": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.dokumen.penutup",
        "analytics.evaluasi",
        "analytics.formulir",
        "analytics.naskah",
        "analytics.papan",
        "analytics.rencana",
        "analytics.sop",
        "data",
    ),
    "analytics.akun": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.jam",
        "analytics.konsol",
        "analytics.sistem",
        "analytics.sop",
        "data",
    ),
    "analytics.cadangan": (
        "analytics.acuan",
        "analytics.aturan",
        "analytics.bukti_asli",
        "analytics.jam",
        "analytics.konsol",
        "analytics.penyimpanan",
        "analytics.sistem",
        "analytics.sop",
        "data",
    ),
    "analytics.contoh": ("analytics", "data"),
    "analytics.berkas": ("analytics.pembaca.zip_tetap",),
    "analytics.sistem": ("analytics.aturan", "data"),
    "analytics.acuan": ("analytics.aturan",),
    "analytics.penyimpanan": ("data",),
    "analytics.jam": ("analytics.acuan", "analytics.aturan", "analytics.sistem", "analytics.sop.peran", "data"),
    "analytics.konsol": ("analytics.jsonkan", "analytics.penyimpanan", "analytics.sistem"),
    "analytics": ("data",),
    "pages": ("analytics",),
    "app": ("analytics.cadangan", "analytics.penyimpanan", "analytics.sistem", "pages"),
    "data": (),
    "tests": KAMI,
}
"""A room, its parts before itself, and what its modules may import of ours besides their own room."""
MODUL: Final = {f"analytics.{nama}" for nama in ("acuan", "berkas", "jam", "konsol", "penyimpanan", "rupa", "sistem")}
"""Single modules on the ground, beside the rooms."""


def _berkas() -> Iterator[Path]:
    yield AKAR / "app.py"
    for folder in KAMI[1:]:
        yield from sorted((AKAR / folder).rglob("*.py"))


BERKAS: Final = tuple(_berkas())
"""Every file of ours."""


@cache
def nama_modul(berkas: Path) -> str:
    """`analytics.sop.izin`."""
    return ".".join(berkas.relative_to(AKAR).with_suffix("").parts).removesuffix(".__init__")


@cache
def pohon(berkas: Path) -> ast.Module:
    """The code of a file."""
    return ast.parse(berkas.read_text(encoding="utf-8"))


@cache
def simpul_kode(berkas: Path) -> tuple[ast.AST, ...]:
    """Every node of the code of a file."""
    return tuple(ast.walk(pohon(berkas)))


@cache
def impor(berkas: Path) -> tuple[str, ...]:
    """What a file imports, by the full name of a module or of what is taken from it."""
    return tuple(_impor(berkas))


def _impor(berkas: Path) -> Iterator[str]:
    for simpul in simpul_kode(berkas):
        if isinstance(simpul, ast.Import):
            yield from (nama.name for nama in simpul.names)
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{berkas} imports relatively"
            yield from (f"{simpul.module}.{nama.name}" for nama in simpul.names)


def di_dalam(modul: str, ruang: str) -> bool:
    """Whether a module is this room or stands in it."""
    return modul == ruang or modul.startswith(f"{ruang}.")


@cache
def ruang_peta(modul: str) -> str:
    """The room of PANAH that a module stands in."""
    return next(ruang for ruang in PANAH if di_dalam(modul, ruang))
