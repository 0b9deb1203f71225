"""Sweeps offices drawn by lot, and says what any place answers otherwise than the rules."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from tests.alat.gudang import buang
from tests.alat.kantor_acak import atur, buat, tulis
from tests.alat.kosong import gudang_kosong
from tests.alat.penilai import Penilai
from tests.alat.semua_tempat import sapu

BENIH: Final = 1
"""The seed of the offices that the suite sweeps."""
SETOKO: Final = 4
"""How many offices stand in one store and share its settings."""
_SETELAN: Final = (
    Penilai(),
    Penilai(batas=Fraction(100), nihil_seratus=True),
    Penilai(nol_seratus=False, nol_meleset=True, bertahan=True),
)


def sapu_semua(benih: int, nomor: range) -> Iterator[str]:
    """What differs in any of the offices of this seed."""
    for awal in nomor[::SETOKO]:
        gudang, penilai = gudang_kosong(), _SETELAN[awal // SETOKO % len(_SETELAN)]
        semua = [buat(benih, urut) for urut in range(awal, min(awal + SETOKO, nomor.stop))]
        atur(gudang, penilai)
        for kantor in semua:
            tulis(kantor, gudang)
        for kantor in semua:
            yield from sapu(kantor, gudang, penilai)
        buang(gudang)
