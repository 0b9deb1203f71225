"""Text that goes into a figure.

Plotly reads a pseudo-HTML of its own in labels and hovers, so what people wrote is made plain here and nowhere else.
"""

from __future__ import annotations

import html
import textwrap

from analytics.aturan.teks import sebaris


def aman(teks: str) -> str:
    """A text as one line of a figure: tags, entities and formula signs are shown, never obeyed.

    A quotation mark stays: Plotly would print its entity, and no text of ours stands in an attribute.
    """
    return html.escape(sebaris(teks), quote=False).replace("$", "&#36;").replace("%{", "&#37;{")


def bungkus(teks: str, huruf: int) -> list[str]:
    """Break a text into lines of at most `huruf` letters, each made safe; nothing is cut."""
    return [aman(baris) for baris in textwrap.wrap(sebaris(teks), huruf)] or [""]


def gabung(baris: list[str]) -> str:
    """Lines that are safe already, as one label of a figure."""
    return "<br>".join(baris)
