"""Codes of the nomenklatur as people and other systems write them, and the one form in which they are stored."""

from __future__ import annotations

import re
from typing import Final

_SUB_DUA_ANGKA: Final = re.compile(r"((?:\d+\.){5})(\d\d)")
_SUB_SKPD_TIGA: Final = re.compile(r"^(.*\D)(\d{3})$")
"""A code of a sub SKPD whose last group has three digits; it is kept with four."""
_SPASI_TITIK: Final = re.compile(r"(?<=\d) ?\. ?(?=\d)")
_KODE_NAMA: Final = re.compile(r"(\d+(?: ?\. ?\d+){2,5})\.?[\s:–-]+([^\W\d_]{3}.*)")
"""A code with the name of its row behind it."""
_NOMENKLATUR: Final = re.compile(r"(\d\.\d\d\.\d\d)(?:\.0?(\d)\.(\d\d)(?:\.(\d{1,5}))?)?\.?")
"""A code of the nomenklatur: program, then kewenangan, kegiatan and sub kegiatan."""
_TANDA_BAGIAN: Final = "@"
CONTOH_KODE: Final = {"program": "7.01.02", "kegiatan": "7.01.02.2.01", "sub_kegiatan": "7.01.02.2.01.0001"}
"""A code of each level that the nomenklatur numbers."""
_BENTUK: Final = re.compile(r"[\dX]\.[\dX]{2}\.\d\d(\.\d\.\d\d(\.\d{4})?)?")
"""A stored code of a program, kegiatan or sub kegiatan."""


def kode_baku(kode: str) -> str:
    """The one stored form of a code: a sub kegiatan with two digits (`…01`) becomes the one with four (`…0001`)."""
    cocok = _SUB_DUA_ANGKA.fullmatch(kode)
    return f"{cocok.group(1)}00{cocok.group(2)}" if cocok else kode


def pisah_kode(teks: str) -> tuple[str, str]:
    """A code and the name that stands behind it in the same cell; no name where there is none."""
    bernama = _KODE_NAMA.fullmatch(teks)
    return (bernama.group(1), bernama.group(2)) if bernama else (teks, "")


def kode_simpul_baku(kode: str) -> str:
    """The one stored form of a code of the tree.

    The name behind it is left out, a kewenangan has one digit, a sub kegiatan four: `7.01.01.02.01.001 Penyusunan …`
    is `7.01.01.2.01.0001`. A code of another shape stays as it is.
    """
    polos = _SPASI_TITIK.sub(".", pisah_kode(kode)[0])
    cocok = _NOMENKLATUR.fullmatch(polos)
    if cocok is None:
        return kode_baku(polos)
    program, kewenangan, kegiatan, sub = cocok.groups()
    if kewenangan is None:
        return str(program)
    induk = f"{program}.{kewenangan}.{kegiatan}"
    return induk if sub is None else f"{induk}.{int(sub):04}"


def kode_sub_skpd_baku(kode: str) -> str:
    """The one stored form of the code of a sub SKPD: `7.01.0.05.001` is `7.01.0.05.0001`."""
    return _SUB_SKPD_TIGA.sub(r"\g<1>0\2", _SPASI_TITIK.sub(".", kode))


def tingkat_kode(kode: str) -> str | None:
    """The level of which a code has the groups of digits; None for a code that is not one of the nomenklatur."""
    cocok = _BENTUK.fullmatch(kode)
    if cocok is None:
        return None
    return "sub_kegiatan" if cocok.group(2) else "kegiatan" if cocok.group(1) else "program"


def kode_bagian(simpul: str, unit: str | None) -> str:
    """The code of a node, or of the part of it that a unit carries out: `7.01.02.2.01.0001@KEL-A`."""
    return f"{simpul}{_TANDA_BAGIAN}{unit}" if simpul and unit else simpul


def pisah_bagian(kode: str) -> tuple[str, str]:
    """The node and the unit of such a code; no unit where it is the code of a node itself."""
    simpul, _, unit = kode.partition(_TANDA_BAGIAN)
    return simpul, unit


def kode_nomenklatur(teks: str) -> str | None:
    """The stored form of a code of a program, kegiatan or sub kegiatan, None for any other text."""
    kode = kode_simpul_baku(teks)
    return kode if _BENTUK.fullmatch(kode) else None
