"""The catalogue of findings: every rule that a filled workbook can break, read once from the TOML beside this module.

Screen, annotated workbook, memo, command line, the generated page docs/temuan.md and the types of `kode` are renderings
of it. A galat is what cannot be identified, read or stored without guessing; every question about meaning or history is
a peringatan, which is accepted with a reason; an info needs no answer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Final, Literal, get_args

Tingkat = Literal["galat", "peringatan", "info"]


class KatalogRusak(ValueError):
    """A file of the catalogue says what it may not say; the message names the rule."""


@dataclass(frozen=True)
class AturanTemuan:
    """One entry of the catalogue: a rule that a workbook can break.

    `aturan` is the rule as an Indonesian sentence, `sebab` why it matters and for which form, `sumber` its source,
    `saran` the template of what to type or do instead, with {names} that the finding fills in; empty where the finding
    says it itself. `tanya` is what is asked about all rows of one kind together, where that is not the rule.
    `sekali_setahun`: it asks about the plan rather than the value, and one accepted answer settles it for the year.
    `salah_ketik`: it is most likely a slip of the hand, so that a person has to confirm it. `rencana` is the kode by
    which an import of the plan asks the same: its answer settles it for the units.
    """

    kode: str
    tingkat: Tingkat
    aturan: str
    sebab: str
    sumber: str
    saran: str = ""
    tanya: str = ""
    sekali_setahun: bool = False
    salah_ketik: bool = False
    rencana: str = ""


_LETAK: Final = Path(__file__).parent
_WAJIB: Final = {"tingkat": str, "aturan": str, "sebab": str, "sumber": str}
_BOLEH: Final = {"saran": str, "tanya": str, "sekali_setahun": bool, "salah_ketik": bool, "rencana": str}


def urai_katalog(teks: str, sumber: Mapping[str, str]) -> dict[str, tuple[AturanTemuan, ...]]:
    """The rules of a file of the catalogue by kelompok, in their order; `sumber` are the sources by name.

    Raises KatalogRusak for a key that is unknown, missing or of another type, a code that stands twice, an unknown
    tingkat or source, and a saran that is no template; TOMLDecodeError for what is no TOML.
    """
    hasil: dict[str, tuple[AturanTemuan, ...]] = {}
    dikenal: set[str] = set()
    for kelompok, daftar in tomllib.loads(teks).items():
        if not isinstance(daftar, dict):
            raise KatalogRusak(f"{kelompok}: bukan kelompok aturan")
        ganda = dikenal & set(daftar)
        if ganda:
            raise KatalogRusak(f"{', '.join(sorted(ganda))}: kode ganda")
        dikenal |= set(daftar)
        hasil[kelompok] = tuple(_urai_aturan(kode, butir, sumber) for kode, butir in daftar.items())
    return hasil


def _urai_aturan(kode: str, butir: Any, sumber: Mapping[str, str]) -> AturanTemuan:
    """One rule, held against what a rule must and may say."""
    if not isinstance(butir, dict):
        raise KatalogRusak(f"{kode}: bukan aturan")
    jenis = _WAJIB | _BOLEH
    salah = [*(set(_WAJIB) - set(butir)), *(nama for nama in butir if type(butir[nama]) is not jenis.get(nama))]
    if salah:
        raise KatalogRusak(f"{kode}: kunci {', '.join(sorted(salah))}")
    if butir["tingkat"] not in get_args(Tingkat):
        raise KatalogRusak(f"{kode}: tingkat {butir['tingkat']}")
    if butir["sumber"] not in sumber:
        raise KatalogRusak(f"{kode}: sumber {butir['sumber']}")
    _jaga_templat(kode, butir.get("saran", ""))
    return AturanTemuan(kode, **butir | {"sumber": sumber[butir["sumber"]]})


def _jaga_templat(kode: str, saran: str) -> None:
    try:
        nama = [isian for _, isian, _, _ in Formatter().parse(saran) if isian is not None]
    except ValueError as galat:
        raise KatalogRusak(f"{kode}: saran {galat}") from galat
    if not all(isian.isidentifier() for isian in nama):
        raise KatalogRusak(f"{kode}: saran {saran}")


def _baca(nama: str) -> str:
    return (_LETAK / nama).read_text(encoding="utf-8")


_SUMBER: Final[Mapping[str, str]] = tomllib.loads(_baca("sumber.toml"))

KELOMPOK_FORMAT: Final = urai_katalog(_baca("format.toml"), _SUMBER)
"""The rules for a format workbook by what they look at, in the order in which it is checked."""

KATALOG_FORMAT: Final = {aturan.kode: aturan for daftar in KELOMPOK_FORMAT.values() for aturan in daftar}
"""Every rule that a format workbook, and every uploaded file, can break, by kode."""

KATALOG_RENCANA: Final = {
    aturan.kode: aturan for daftar in urai_katalog(_baca("rencana.toml"), _SUMBER).values() for aturan in daftar
}
"""Every rule that a *rencana* workbook can break, by kode. A kode of both catalogues is a rule of its own in each."""

SEKALI_SETAHUN: Final = frozenset(kode for kode, aturan in KATALOG_FORMAT.items() if aturan.sekali_setahun)
"""Questions about the plan rather than the value: one accepted answer settles them for the year."""

DITANYA_RENCANA: Final = {aturan.rencana: kode for kode, aturan in KATALOG_FORMAT.items() if aturan.rencana}
"""By the kode of a question about the plan the one by which a filled workbook would be asked the same."""

SALAH_KETIK: Final = frozenset(kode for kode, aturan in KATALOG_FORMAT.items() if aturan.salah_ketik)
"""What is most likely a slip of the hand: a note in the workbook is shown, but a person has to confirm it."""
