"""The answer of everything that reads cells: the value, and every finding about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from analytics.temuan.butir import Temuan

_T = TypeVar("_T")


@dataclass(frozen=True)
class Terbaca(Generic[_T]):
    """What was read. `gagal`: it cannot be used, `nilai` is neutral and one of the `temuan` says why."""

    nilai: _T
    temuan: tuple[Temuan, ...] = ()
    gagal: bool = False


def semua_temuan(*terbaca: Terbaca[Any]) -> tuple[Temuan, ...]:
    """The findings of several readings, in their order."""
    return tuple(_temuan(terbaca))


def _temuan(terbaca: tuple[Terbaca[Any], ...]) -> Iterator[Temuan]:
    for bagian in terbaca:
        yield from bagian.temuan
