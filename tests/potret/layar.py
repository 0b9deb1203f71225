"""A drawn page as text: what a person reads on it, in the order in which it stands there."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import numpy as np
import pyarrow as pa
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

_MESIN: Final = frozenset(
    {"id", "form_id", "page_script_hash", "url", "user_key", "deferred_file_id", "element_id", "width_config"}
)
"""What Streamlit numbers for itself: nobody reads it, and it follows the name of a module."""
_BATANG: Final = re.compile(r"(?=<(?:tr|td|th|p|div|li|caption)\b)")
"""Where a table or a card begins a new line of its own here, so that one changed figure is one changed line."""
_GAYA: Final = re.compile(r"\s*<style>.*</style>\s*", re.DOTALL)


def teks_layar(uji: AppTest) -> Iterator[str]:
    """The lines of a page: its sidebar, then its body."""
    for nama, bagian in (("SISI", uji.sidebar), ("ISI", uji.main)):
        yield nama
        yield from _blok(bagian, 1)


def _blok(blok: Any, dalam: int) -> Iterator[str]:
    for _, anak in sorted(blok.children.items()):
        if isinstance(anak, Block):
            yield f"{'  ' * dalam}{anak.type} {_ringkas(anak.proto)}".rstrip()
            yield from _blok(anak, dalam + 1)
        else:
            yield from (f"{'  ' * dalam}{baris}" for baris in _unsur(anak))


def _ringkas(proto: Any) -> str:
    if proto is None:
        return ""
    isi = _bersih(MessageToDict(proto, preserving_proto_field_name=True))
    return json.dumps(isi, ensure_ascii=False, sort_keys=True) if isi else ""


def _bersih(isi: Any) -> Any:
    if isinstance(isi, dict):
        return {kunci: _bersih(nilai) for kunci, nilai in isi.items() if kunci not in _MESIN}
    return [_bersih(nilai) for nilai in isi] if isinstance(isi, list) else isi


def _unsur(unsur: Any) -> Iterator[str]:
    if unsur.type == "html" and _GAYA.fullmatch(unsur.proto.body):
        return
    if unsur.type in {"arrow_data_frame", "dataframe", "arrow_table", "table"}:
        yield from _tabel(unsur)
    elif unsur.type == "plotly_chart":
        yield from _gambar(json.loads(unsur.proto.spec))
    else:
        yield from _datar(unsur.type, _bersih(MessageToDict(unsur.proto, preserving_proto_field_name=True)))


def _datar(nama: str, isi: Any) -> Iterator[str]:
    """One line for each leaf; a text of several lines keeps them."""
    if isinstance(isi, dict):
        if not isi:
            yield nama
        for kunci in sorted(isi):
            yield from _datar(f"{nama}.{kunci}", isi[kunci])
    elif isinstance(isi, list) and any(isinstance(nilai, dict | list) for nilai in isi):
        for nomor, nilai in enumerate(isi):
            yield from _datar(f"{nama}[{nomor}]", nilai)
    elif isinstance(isi, str):
        potong = _BATANG.split(isi) if nama == "html.body" else [isi]
        yield from (f"{nama}: {baris}" for teks in potong for baris in teks.split("\n") if teks)
    else:
        yield f"{nama}: {json.dumps(isi, ensure_ascii=False)}"


def _tabel(unsur: Any) -> Iterator[str]:
    proto = MessageToDict(unsur.proto, preserving_proto_field_name=True)
    tampil = unsur.proto.styler.display_values if unsur.proto.HasField("styler") else b""
    for kunci in ("data", "styler", "arrow_data"):
        proto.pop(kunci, None)
    yield from _datar(unsur.type, _bersih(proto))
    yield from _baris_arrow(unsur.proto.data)
    if tampil:
        yield from (f"tampil {baris}" for baris in _baris_arrow(tampil))


def _baris_arrow(isi: bytes) -> Iterator[str]:
    if not isi:
        return
    tabel = pa.RecordBatchStreamReader(BytesIO(isi)).read_all()
    yield "| " + " | ".join(tabel.column_names)
    for baris in zip(*(kolom.to_pylist() for kolom in tabel.columns), strict=True):
        yield "| " + " | ".join(repr(nilai) if not isinstance(nilai, str) else nilai for nilai in baris)


def _gambar(isi: dict[str, Any]) -> Iterator[str]:
    """Title, axes and remarks of a picture, and of each trace all that it is drawn from."""
    tata = {kunci: nilai for kunci, nilai in isi.get("layout", {}).items() if kunci != "template"}
    yield from _datar("gambar", tata)
    for jejak in isi.get("data", []):
        yield from _datar("gambar.data", {kunci: _larik(nilai) for kunci, nilai in jejak.items()})


def _larik(nilai: Any) -> Any:
    """Numbers that plotly packs into bytes, as numbers."""
    if isinstance(nilai, dict) and "bdata" in nilai:
        return np.frombuffer(base64.b64decode(nilai["bdata"]), dtype=nilai["dtype"]).tolist()
    return nilai
