"""The tiny grammar of formulas: + - * /, comparisons, and/or, numbers and column keys.

A formula is written once as text (`realisasi / target * 100`). Python's own parser reads it; this module refuses what
the grammar does not know and renders the rest as SQL, as an Excel formula, as a working with numbers filled in, or
evaluates it exactly.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

_OPERATOR_DUA: Final[dict[type[ast.operator], tuple[str, Callable[[Fraction, Fraction], Fraction]]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
}
_BANDING: Final[dict[type[ast.cmpop], tuple[str, Callable[[Fraction, Fraction], bool]]]] = {
    ast.Eq: ("=", operator.eq),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}
_TINGKAT: Final = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2}


class EkspresiAsing(Exception):
    """The text uses something that the grammar does not have."""


@dataclass(frozen=True)
class Gaya:
    """How one rendering writes keys, numbers, operators and conditions."""

    kunci: Callable[[str], str]
    angka: Callable[[int], str]
    tanda: Mapping[str, str]
    gabung: Callable[[str, list[str]], str]


_TANDA_SQL: Final = {
    "+": " + ",
    "-": " - ",
    "*": " * ",
    "/": " / ",
    "=": " = ",
    "<": " < ",
    "<=": " <= ",
    ">": " > ",
    ">=": " >= ",
}
_TANDA_TULIS: Final = {**_TANDA_SQL, "-": " − ", "*": " × ", "<=": " ≤ ", ">=": " ≥ "}
_TANDA_EXCEL: Final = {tanda: tulisan.strip() for tanda, tulisan in _TANDA_SQL.items()}


def _gabung_sql(kata: str, bagian: list[str]) -> str:
    return "(" + (" AND " if kata == "dan" else " OR ").join(bagian) + ")"


def _gabung_excel(kata: str, bagian: list[str]) -> str:
    return f"{'AND' if kata == 'dan' else 'OR'}({','.join(bagian)})"


def _gabung_tulis(kata: str, bagian: list[str]) -> str:
    return f" {kata} ".join(bagian)


@cache
def urai(teks: str) -> ast.expr:
    """Parse a formula or a condition; raises EkspresiAsing when it is not of the grammar."""
    try:
        simpul = ast.parse(teks, mode="eval").body
    except SyntaxError as galat:
        raise EkspresiAsing(teks) from galat
    _jaga(simpul, teks)
    return simpul


def kunci_dipakai(teks: str) -> frozenset[str]:
    """The column keys that a formula reads."""
    return frozenset(simpul.id for simpul in ast.walk(urai(teks)) if isinstance(simpul, ast.Name))


def render(teks: str, gaya: Gaya) -> str:
    """Write a formula in another notation."""
    return _tulis(urai(teks), gaya)


def render_sql(teks: str, kunci: Callable[[str], str] = str) -> str:
    """A formula as SQL over DOUBLE columns; `kunci` may put something else for their keys."""
    return render(teks, Gaya(kunci, lambda angka: f"{angka}.0::DOUBLE", _TANDA_SQL, _gabung_sql))


def render_excel(teks: str, alamat: Mapping[str, str]) -> str:
    """A formula of Excel, without the leading `=`; `alamat` are the cells of its keys."""
    return render(teks, Gaya(lambda kunci: alamat[kunci], str, _TANDA_EXCEL, _gabung_excel))


def tulis_ekspresi(teks: str, kunci: Callable[[str], str] = str) -> str:
    """A formula for people: `(2 × target − realisasi) / target × 100`; `kunci` may put numbers for the keys."""
    return render(teks, Gaya(kunci, str, _TANDA_TULIS, _gabung_tulis))


def nilai(teks: str, masukan: Mapping[str, Fraction]) -> Fraction:
    """The exact value of a formula; raises ZeroDivisionError where a guard is missing."""
    return _nilai(urai(teks), masukan)


def benar(teks: str, masukan: Mapping[str, Fraction]) -> bool:
    """Whether a condition holds, exactly."""
    return _benar(urai(teks), masukan)


def _jaga(simpul: ast.expr, teks: str) -> None:
    anak: list[ast.expr]
    match simpul:
        case ast.BinOp(left=kiri, op=op, right=kanan) if type(op) in _OPERATOR_DUA:
            anak = [kiri, kanan]
        case ast.Compare(left=kiri, ops=[op], comparators=[kanan]) if type(op) in _BANDING:
            anak = [kiri, kanan]
        case ast.BoolOp(values=daftar):
            anak = daftar
        case ast.Constant(value=bool()):
            raise EkspresiAsing(teks)
        case ast.Name() | ast.Constant(value=int()):
            anak = []
        case _:
            raise EkspresiAsing(teks)
    for bagian in anak:
        _jaga(bagian, teks)


def _tulis(simpul: ast.expr, gaya: Gaya) -> str:
    match simpul:
        case ast.Name(id=kunci):
            return gaya.kunci(kunci)
        case ast.Constant(value=int(angka)):
            return gaya.angka(angka)
        case ast.BinOp(left=kiri, op=op, right=kanan):
            tanda = _OPERATOR_DUA[type(op)][0]
            return f"{_kurung(kiri, op, gaya)}{gaya.tanda[tanda]}{_kurung(kanan, op, gaya, kanan=True)}"
        case ast.Compare(left=kiri, ops=[banding], comparators=[kanan]):
            return f"{_tulis(kiri, gaya)}{gaya.tanda[_BANDING[type(banding)][0]]}{_tulis(kanan, gaya)}"
        case ast.BoolOp(op=gabung, values=daftar):
            return gaya.gabung(
                "dan" if isinstance(gabung, ast.And) else "atau", [_tulis(bagian, gaya) for bagian in daftar]
            )
    raise EkspresiAsing(ast.dump(simpul))


def _kurung(anak: ast.expr, induk: ast.operator, gaya: Gaya, *, kanan: bool = False) -> str:
    teks = _tulis(anak, gaya)
    if not isinstance(anak, ast.BinOp):
        return teks
    tingkat_anak, tingkat_induk = _TINGKAT[type(anak.op)], _TINGKAT[type(induk)]
    perlu = tingkat_anak < tingkat_induk or (kanan and tingkat_anak == tingkat_induk)
    return f"({teks})" if perlu else teks


def _nilai(simpul: ast.expr, masukan: Mapping[str, Fraction]) -> Fraction:
    match simpul:
        case ast.Name(id=kunci):
            return masukan[kunci]
        case ast.Constant(value=int(angka)):
            return Fraction(angka)
        case ast.BinOp(left=kiri, op=op, right=kanan):
            return _OPERATOR_DUA[type(op)][1](_nilai(kiri, masukan), _nilai(kanan, masukan))
    raise EkspresiAsing(ast.dump(simpul))


def _benar(simpul: ast.expr, masukan: Mapping[str, Fraction]) -> bool:
    match simpul:
        case ast.Compare(left=kiri, ops=[op], comparators=[kanan]):
            return _BANDING[type(op)][1](_nilai(kiri, masukan), _nilai(kanan, masukan))
        case ast.BoolOp(op=ast.And(), values=daftar):
            return all(_benar(bagian, masukan) for bagian in daftar)
        case ast.BoolOp(op=ast.Or(), values=daftar):
            return any(_benar(bagian, masukan) for bagian in daftar)
    raise EkspresiAsing(ast.dump(simpul))
