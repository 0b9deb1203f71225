"""What people wrote, made plain for Streamlit's Markdown: shown letter by letter, never obeyed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from analytics.aturan.teks import sebaris

_TANDA: Final = re.compile(r"([!-/:-@\[-`{-~])")
_SAMBUNG: Final = "\u2060"
"""Word joiner: unseen, and it breaks what Streamlit still looks for after Markdown has been read."""

_PASCA: Final = re.compile(r":(?=[/\w])|@|(?<=www)(?=\.)|<(?=-)|-(?=[->])|[<>~](?==)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def aman(teks: str) -> str:
    """A text as one line of Markdown: no bold, link, image, colour, icon, formula, HTML or typographic arrow."""
    disela = _PASCA.sub(lambda cocok: cocok.group() + _SAMBUNG, sebaris(teks))
    return _TANDA.sub(r"\\\1", disela)
