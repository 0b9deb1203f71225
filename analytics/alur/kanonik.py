"""The canonical form of what is frozen: the same content gives the same bytes, and so the same SHA-256, anywhere.

JSON with sorted keys, no spaces, UTF-8. What JSON has no word for is tagged: `{"d": "12.5"}` a decimal without
trailing zeros, `{"f": "0.1"}` a DOUBLE as its shortest text, `{"t": "2026-08-17"}` a date, `{"w": …}` a time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final


def tulis_kanonik(isi: Any) -> bytes:
    """The canonical bytes of a value. Raises TypeError for what has no canonical form."""
    return json.dumps(_tandai(isi), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def baca_kanonik(isi: bytes) -> Any:
    """The value again. Raises ValueError for bytes that are not canonical JSON."""
    return json.loads(isi, object_hook=_buka)


def sidik(isi: bytes) -> str:
    """SHA-256 (hex)."""
    return hashlib.sha256(isi).hexdigest()


def _tandai(isi: Any) -> Any:
    if isinstance(isi, Mapping):
        return {str(kunci): _tandai(satu) for kunci, satu in isi.items()}
    if isinstance(isi, list | tuple):
        return [_tandai(satu) for satu in isi]
    for jenis, tulis in _TULIS:
        if isinstance(isi, jenis):
            return tulis(isi)
    raise TypeError(f"{type(isi).__name__} has no canonical form")


def _tulis_desimal(nilai: Decimal) -> dict[str, str]:
    tepat = format(nilai, "f")
    return {"d": (tepat.rstrip("0").rstrip(".") if "." in tepat else tepat) or "0"}


def _buka(isi: dict[str, Any]) -> Any:
    if len(isi) == 1:
        ((tanda, teks),) = isi.items()
        if tanda in _BUKA and isinstance(teks, str):
            return _BUKA[tanda](teks)
    return isi


_TULIS: Final[tuple[tuple[Any, Callable[[Any], Any]], ...]] = (
    (type(None) | bool | str | int, lambda satu: satu),
    (Decimal, _tulis_desimal),
    (float, lambda satu: {"f": repr(satu)}),
    (datetime, lambda satu: {"w": satu.isoformat()}),
    (date, lambda satu: {"t": satu.isoformat()}),
)
_BUKA: Final[Mapping[str, Callable[[str], Any]]] = {
    "d": Decimal,
    "f": float,
    "w": datetime.fromisoformat,
    "t": date.fromisoformat,
}
