"""The canonical form of what is frozen: the same content gives the same bytes, and so the same SHA-256, anywhere.

JSON with sorted keys, no spaces, UTF-8. What JSON has no word for is tagged: `{"d": "12.5"}` a decimal without
trailing zeros, `{"f": "0.1"}` a DOUBLE as its shortest text, `{"t": "2026-08-17"}` a date, `{"w": …}` a time, and
`{"m": {…}}` a mapping that would itself look like a tag.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final


def tulis_kanonik(isi: Any) -> bytes:
    """The canonical bytes of a value. Raises TypeError for what has no canonical form."""
    return json.dumps(_tandai(isi), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def sambung_kanonik(awal: bytes, kunci: str, nilai: Any) -> bytes:
    """The canonical bytes of a mapping, `awal`, with one key more, which stands behind all others."""
    return awal[:-1] + b"," + tulis_kanonik({kunci: nilai})[1:]


def baca_kanonik(isi: bytes) -> Any:
    """The value again. Raises ValueError for bytes that are not JSON, or carry a tag that says nothing.

    Tags are opened while the bytes are read, from the inside, which suffices for all but a mapping that looks like one.
    """
    try:
        with suppress(ValueError, InvalidOperation):
            return json.loads(isi, object_hook=_buka_terdalam)
        return _buka(json.loads(isi))
    except (InvalidOperation, RecursionError) as galat:
        raise ValueError(str(galat)) from galat


def sidik(isi: bytes) -> str:
    """SHA-256 (hex)."""
    return hashlib.sha256(isi).hexdigest()


def _tandai(isi: Any) -> Any:
    if isinstance(isi, Mapping):
        polos = {kunci: nilai if type(nilai) in _POLOS else _tandai(nilai) for kunci, nilai in isi.items()}
        if not all(isinstance(kunci, str) for kunci in polos):
            raise TypeError("a mapping is kept by text keys")
        return {"m": polos} if _mirip_tanda(polos) else polos
    if isinstance(isi, list | tuple):
        return [nilai if type(nilai) in _POLOS else _tandai(nilai) for nilai in isi]
    for jenis, tulis in _TULIS:
        if isinstance(isi, jenis):
            return tulis(isi)
    raise TypeError(f"{type(isi).__name__} has no canonical form")


def _tulis_desimal(nilai: Decimal) -> dict[str, str]:
    tepat = format(nilai, "f") if nilai else "0"
    return {"d": (tepat.rstrip("0").rstrip(".") if "." in tepat else tepat) or "0"}


def _mirip_tanda(isi: Mapping[str, Any]) -> bool:
    return len(isi) == 1 and next(iter(isi)) in _TANDA


def _buka_terdalam(isi: dict[str, Any]) -> Any:
    """A mapping whose values are opened already. Raises ValueError when it takes the outermost first to know."""
    if not _mirip_tanda(isi):
        return isi
    ((tanda, terbungkus),) = isi.items()
    if tanda not in _BUKA or not isinstance(terbungkus, str):
        raise ValueError(tanda)
    return _BUKA[tanda](terbungkus)


def _buka(isi: Any) -> Any:
    if isinstance(isi, list):
        return [_buka(nilai) if isinstance(nilai, _BERISI) else nilai for nilai in isi]
    if not isinstance(isi, dict):
        return isi
    if _mirip_tanda(isi):
        ((tanda, terbungkus),) = isi.items()
        if tanda == "m" and isinstance(terbungkus, dict):
            return _buka_kamus(terbungkus)
        if tanda == "m" or not isinstance(terbungkus, str):
            raise ValueError(f"tag {tanda} says nothing")
        return _BUKA[tanda](terbungkus)
    return _buka_kamus(isi)


def _buka_kamus(isi: Mapping[str, Any]) -> dict[str, Any]:
    return {kunci: _buka(nilai) if isinstance(nilai, _BERISI) else nilai for kunci, nilai in isi.items()}


_TULIS: Final[tuple[tuple[Any, Callable[[Any], Any]], ...]] = (
    (type(None) | bool | str | int, lambda nilai: nilai),
    (Decimal, _tulis_desimal),
    (float, lambda nilai: {"f": repr(nilai)}),
    (datetime, lambda nilai: {"w": nilai.isoformat()}),
    (date, lambda nilai: {"t": nilai.isoformat()}),
)
_BUKA: Final[Mapping[str, Callable[[str], Any]]] = {
    "d": Decimal,
    "f": float,
    "w": datetime.fromisoformat,
    "t": date.fromisoformat,
}
_POLOS: Final = frozenset({type(None), bool, str, int})
"""What stands for itself, which is most of a snapshot."""
_TANDA: Final = frozenset({*_BUKA, "m"})
_BERISI: Final = (dict, list)
"""What may hold a tag."""
