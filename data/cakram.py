"""Why a disk refuses: one reading of what the system says, and of what the engine says that the system said."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal

SebabMenolak = Literal["penuh", "hanya_baca", "tanpa_izin", "cakram"]
"""penuh: no room, or no file that large; hanya_baca: nothing may be written there at all; cakram: the device fails."""

_KODE: Final[Mapping[int, SebabMenolak]] = {
    errno.ENOSPC: "penuh",
    errno.EDQUOT: "penuh",
    errno.EFBIG: "penuh",
    errno.EROFS: "hanya_baca",
    errno.EACCES: "tanpa_izin",
    errno.EPERM: "tanpa_izin",
    errno.EIO: "cakram",
}
_KUNCI_MESIN: Final = "Could not set lock"
"""How the engine begins to say, in English everywhere, that another program has the file."""
_KUNCI_WINDOWS: Final = (32, 33)
_KODE_WINDOWS: Final[Mapping[int, SebabMenolak]] = {
    112: "penuh",
    39: "penuh",
    223: "penuh",
    19: "hanya_baca",
    5: "tanpa_izin",
    1117: "cakram",
}


def sebab_menolak(galat: BaseException | None) -> SebabMenolak | None:
    """Why the disk refused, out of an error and those that it came from; None: the disk is not the reason."""
    for asal in _rantai(galat):
        sebab = _KODE.get(asal.errno or 0) if isinstance(asal, OSError) else _dari_kalimat(str(asal))
        if sebab is not None:
            return sebab
    return None


def dipegang_lain(galat: BaseException) -> bool:
    """Whether the engine could not open a file because another program has it open."""
    if sys.platform == "win32":
        from ctypes import FormatError  # noqa: PLC0415 - exists nowhere else

        return any(FormatError(kode).strip() in str(galat) for kode in _KUNCI_WINDOWS)
    return _KUNCI_MESIN in str(galat)


def _rantai(galat: BaseException | None) -> Iterator[BaseException]:
    while galat is not None:
        yield galat
        galat = galat.__cause__


def _dari_kalimat(pesan: str) -> SebabMenolak | None:
    """The engine passes on the sentence of the system and no number."""
    return next((sebab for kalimat, sebab in _kalimat().items() if kalimat in pesan), None)


@cache
def _kalimat() -> Mapping[str, SebabMenolak]:
    if sys.platform == "win32":
        from ctypes import FormatError  # noqa: PLC0415 - exists nowhere else

        return {FormatError(kode).strip(): sebab for kode, sebab in _KODE_WINDOWS.items()}
    return {os.strerror(kode): sebab for kode, sebab in _KODE.items()}
