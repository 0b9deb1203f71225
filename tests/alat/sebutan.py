"""What a document names of the code in backticks, and which of it is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tests.alat.peta import AKAR, BERKAS, nama_modul, pohon

_GANTI: Final = re.compile(r"(?<![A-Z])(?<![A-Z]_)(KODE|FOLDER|NAME)(?![A-Z_])")
"""What the reader replaces by a name of his own: `pages/FOLDER/NAME.py`."""
_BERKAS: Final = re.compile(r"\.(py|md|sql|toml|csv|txt|xlsx|svg|css)$")
_FOLDER: Final = ("analytics", "data", "docs", "pages", "tests")
_NAMA: Final = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")


def tak_ada(teks: str) -> list[str]:
    """The files and the names of the code that a text says in backticks or imports, and that nobody can find."""
    blok = re.findall(r"```python\n(.*?)```", re.sub(r"^ {3}", "", teks, flags=re.MULTILINE), re.DOTALL)
    kalimat = re.sub(r"```.*?```", "", teks, flags=re.DOTALL)
    disebut = [*re.findall(r"`([^`]+)`", kalimat), *(nama for kode in blok for nama in _di_kode(kode))]
    return [nama for nama in disebut if not _ada(nama)]


def _di_kode(kode: str) -> Iterator[str]:
    """What a piece of code takes from our modules."""
    for simpul in ast.walk(ast.parse(kode)):
        if isinstance(simpul, ast.ImportFrom) and simpul.module and simpul.module != "__future__":
            yield from (f"{simpul.module}.{nama.name}" for nama in simpul.names)
        elif isinstance(simpul, ast.Call):
            yield ast.unparse(simpul.func)


def _ada(nama: str) -> bool:
    perintah = re.match(r"python -m ((analytics|tests)(\.\w+)*)", nama)
    if perintah and not _ada_modul(perintah[1]):
        return False
    polos = nama.partition("(")[0]
    if len(polos.split()) > 1:
        return all(map(_ada, re.findall(r"\w\S*/\S*", polos)))
    if _GANTI.search(polos):
        return True
    if "/" in polos or _BERKAS.search(polos):
        return _ada_berkas(polos)
    return not _NAMA.fullmatch(polos) or polos in (_dikenal() if "." in polos else _kata())


def _ada_modul(nama: str) -> bool:
    letak = AKAR / nama.replace(".", "/")
    return letak.with_suffix(".py").exists() or (letak / "__main__.py").exists()


def _ada_berkas(nama: str) -> bool:
    """A path from the top of the repository, a pattern of such paths, or the bare name of a file of ours."""
    if "/" in nama:
        return any(AKAR.glob(nama.removesuffix("/")))
    return (AKAR / nama).exists() or any(next((AKAR / folder).rglob(nama), None) for folder in _FOLDER)


@cache
def _kata() -> frozenset[str]:
    """Every word of the code and of what is data beside it."""
    data = (
        berkas
        for akhir in ("*.toml", "*.sql")
        for folder in ("analytics", "data")
        for berkas in (AKAR / folder).rglob(akhir)
    )
    return frozenset(
        kata for berkas in (*BERKAS, *data) for kata in re.findall(r"\w+", berkas.read_text(encoding="utf-8"))
    )


@cache
def _dikenal() -> frozenset[str]:
    """Every name of the code by which it can be called: `terima.unggah`, and all that lead to it."""
    hasil: set[str] = set()
    for berkas in BERKAS:
        for nama in (nama_modul(berkas), *(f"{nama_modul(berkas)}.{isi}" for isi in _isi(pohon(berkas)))):
            bagian = nama.split(".")
            hasil.update(".".join(bagian[mulai:]) for mulai in range(len(bagian)))
    return frozenset(hasil)


def _isi(simpul: ast.Module | ast.ClassDef) -> Iterator[str]:
    """What a module or a class defines: functions, classes with what they define, constants, fields."""
    for anak in simpul.body:
        if isinstance(anak, ast.FunctionDef | ast.AsyncFunctionDef):
            yield anak.name
        elif isinstance(anak, ast.ClassDef):
            yield anak.name
            yield from (f"{anak.name}.{isi}" for isi in _isi(anak))
        elif isinstance(anak, ast.Assign | ast.AnnAssign):
            sasaran = anak.targets if isinstance(anak, ast.Assign) else [anak.target]
            yield from (nama.id for satu in sasaran for nama in ast.walk(satu) if isinstance(nama, ast.Name))
