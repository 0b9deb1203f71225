"""Text that goes into a figure.

Plotly reads a pseudo-HTML of its own in labels and hovers, so what people wrote is made plain here and nowhere else.
"""

from __future__ import annotations

import html
import re
import textwrap
from typing import Final

_TAK_TERLIHAT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPASI: Final = re.compile(r"\s+")


def rapikan(teks: str) -> str:
    """What a reader can see of a text: control and direction marks taken out, white space single."""
    return _SPASI.sub(" ", _TAK_TERLIHAT.sub("", teks)).strip()


def aman(teks: str) -> str:
    """A text as one line of a figure: tags, entities and formula signs are shown, never obeyed."""
    return html.escape(rapikan(teks)).replace("$", "&#36;").replace("%{", "&#37;{")


def bungkus(teks: str, huruf: int) -> list[str]:
    """Break a text into lines of at most `huruf` letters, each made safe; nothing is cut."""
    return [aman(baris) for baris in textwrap.wrap(rapikan(teks), huruf)] or [""]


def gabung(baris: list[str]) -> str:
    """Lines that are safe already, as one label of a figure."""
    return "<br>".join(baris)
