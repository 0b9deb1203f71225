"""With how many decimals a measured value is written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from analytics.aturan.angka import DESIMAL_SIMPAN, LEBAR, tulis_angka
from analytics.aturan.capaian import bulatkan_pecahan

DESIMAL_BIASA: Final = 2
"""Decimals that a measured value is written with where no more are needed."""
_TAK_BERUJUNG: Final = 6
"""Digits above which a number that fills all decimals that are stored is a mean that does not end."""


def desimal_target(target: Decimal) -> int:
    """How many decimals a target was given with; 0 for a whole one, and for a mean of targets that does not end."""
    angka = target.normalize(LEBAR).as_tuple()
    desimal = max(0, -int(angka.exponent))
    return 0 if desimal >= DESIMAL_SIMPAN and len(angka.digits) > _TAK_BERUJUNG else desimal


def desimal_tulis(nilai: Fraction, target: Iterable[Decimal] = (), paling_sedikit: int = DESIMAL_BIASA) -> int:
    """How many decimals a value is written with that stands beside these targets, or other numbers.

    At least `paling_sedikit`, as many as those were given with, and as tell it from those that it differs from. What is
    not 0 and would usually be written as 0 has two digits that count.
    """
    banding = tuple(target)
    cukup = max((paling_sedikit, *map(desimal_target, banding)))
    desimal = next((banyak for banyak in range(cukup, DESIMAL_SIMPAN + 1) if _terpisah(nilai, banding, banyak)), cukup)
    return desimal if not nilai or bulatkan_pecahan(nilai, paling_sedikit) else max(desimal, _desimal_penting(nilai))


def desimal_sel(nilai: Fraction | Decimal, target: Iterable[Decimal] = (), *, utuh: int) -> int:
    """How many decimals a cell shows: all of them up to `utuh`, else as many as a text, without zeros at its end."""
    if isinstance(nilai, Decimal) and nilai == nilai.to_integral_value():
        return 0
    tepat = Fraction(nilai)
    lengkap = _desimal_lengkap(tepat, utuh)
    if lengkap is not None:
        return lengkap
    desimal = desimal_tulis(tepat, target)
    lengkap = _desimal_lengkap(tepat, desimal)
    return desimal if lengkap is None else lengkap


def _desimal_lengkap(nilai: Fraction, paling: int) -> int | None:
    """How many decimals a value has, None for more than `paling`."""
    return next((desimal for desimal in range(paling + 1) if 10**desimal % nilai.denominator == 0), None)


def tulis_terukur(nilai: Fraction, target: Iterable[Decimal] = (), paling_sedikit: int = DESIMAL_BIASA) -> str:
    """Write a measured value that stands beside these targets, `85,25`, trailing zeros dropped."""
    return tulis_angka(bulatkan_pecahan(nilai, desimal_tulis(nilai, target, paling_sedikit)))


def tulis_berdampingan(nilai: Fraction, lain: Fraction, paling_sedikit: int = DESIMAL_BIASA) -> tuple[str, str]:
    """Write two measured values so that they are told apart where they differ in what is stored."""
    cukup = next(
        (
            desimal
            for desimal in range(paling_sedikit, DESIMAL_SIMPAN + 1)
            if bulatkan_pecahan(nilai, desimal) != bulatkan_pecahan(lain, desimal)
        ),
        paling_sedikit,
    )
    return tulis_terukur(nilai, paling_sedikit=cukup), tulis_terukur(lain, paling_sedikit=cukup)


def _terpisah(nilai: Fraction, banding: Iterable[Decimal], desimal: int) -> bool:
    """Whether the value is told from every number that it differs from in what is stored."""
    tertulis, tersimpan = bulatkan_pecahan(nilai, desimal), bulatkan_pecahan(nilai, DESIMAL_SIMPAN)
    return all(tersimpan == angka or tertulis != bulatkan_pecahan(Fraction(angka), desimal) for angka in banding)


def _desimal_penting(nilai: Fraction) -> int:
    """Decimals down to the second digit that is not a leading 0."""
    desimal = 0
    while abs(nilai) * 10**desimal < 1:
        desimal += 1
    return desimal + 1
