"""What all pictures have in common: five bands, one font, Indonesian numbers, sizes in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from analytics import rupa
from analytics.aturan.predikat import Jenjang, SkalaPredikat
from analytics.grafik.teks import aman

TINGGI_TULISAN: Final = 17
"""Pixels of one line of a label."""

HURUF_LABEL: Final = 50
"""Letters in one line of a label: what a phone of 390 pixels can show."""

_TINTA_TERANG: Final = {*rupa.PITA_GELAP, rupa.SERAPAN}


def warna_jenjang(skala: SkalaPredikat, jenjang: Jenjang) -> str:
    """The colour of a grade: its place in the scale, spread over the five bands."""
    letak = [lain.urutan for lain in skala.jenjang].index(jenjang.urutan)
    return rupa.warna_pita(letak, len(skala.jenjang))


def tinta_di_atas(warna: str) -> str:
    """A text colour that can be read on this fill."""
    return rupa.PUTIH if warna in _TINTA_TERANG else rupa.TINTA


def keterangan_skala(skala: SkalaPredikat) -> str:
    """The legend in words: `▲▲ Sangat Tinggi di atas 90 · ▲ Tinggi di atas 75 · …`."""
    bagian = [
        f"{jenjang.simbol} {jenjang.predikat} "
        + ("selebihnya" if jenjang.di_atas is None else f"di atas {jenjang.di_atas:f}")
        for jenjang in skala.jenjang
    ]
    return " · ".join(bagian)


def tata_letak(tinggi: float, **lain: Any) -> dict[str, Any]:
    """The layout of a figure `tinggi` pixels high; `lain` adds or replaces parts."""
    return {
        "height": round(tinggi),
        "font": {"family": '"Source Sans", "Source Sans Pro", sans-serif', "size": 13, "color": rupa.TINTA},
        "separators": ",.",
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "barmode": "overlay",
        "hoverlabel": {
            "align": "left",
            "bgcolor": rupa.PUTIH,
            "bordercolor": rupa.GARIS,
            "font": {"color": rupa.TINTA},
        },
        **lain,
    }


def sumbu_bisu(jangkauan: Sequence[float], **lain: Any) -> dict[str, Any]:
    """An axis without lines, ticks or labels."""
    return {
        "range": list(jangkauan),
        "visible": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        **lain,
    }


def sumbu_piksel(tinggi: float) -> dict[str, Any]:
    """A vertical axis that counts pixels from the top."""
    return sumbu_bisu((tinggi, 0))


def tulisan(
    x: Sequence[float], y: Sequence[float], teks: Sequence[str], letak: str | Sequence[str], **huruf: Any
) -> dict[str, Any]:
    """A trace that only writes, a little away from its points; `teks` must be safe already."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(teks),
        "textposition": letak if isinstance(letak, str) else list(letak),
        "textfont": huruf,
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def kotak(
    x: Sequence[float], dari: Sequence[float], y: Sequence[float], tebal: float, warna: Any, **lain: Any
) -> dict[str, Any]:
    """A trace of horizontal boxes, `x` long from `dari`, centred on `y`, `tebal` pixels thick."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(x),
        "base": list(dari),
        "y": list(y),
        "width": tebal,
        "marker": warna if isinstance(warna, Mapping) else {"color": warna, "line": {"width": 0}},
        "cliponaxis": False,
        "hoverinfo": "skip",
        **lain,
    }


def tanda_target(x: Sequence[float], y: Sequence[float], tinggi: float) -> list[dict[str, Any]]:
    """The upright mark at the target, with a white edge so that it shows on a bar that passes it."""
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": list(x),
            "y": list(y),
            "marker": {"symbol": "line-ns", "size": tinggi, "line": {"width": tebal, "color": warna}},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
        for tebal, warna in ((5, rupa.PUTIH), (3, rupa.TARGET))
    ]


def tulisan_kanan(x: float, y: Sequence[float], teks: Sequence[str]) -> dict[str, Any]:
    """The column of values right of the bars: an unseen mark keeps the text off the axis."""
    kolom = tulisan([x] * len(y), y, teks, "middle right")
    return {**kolom, "mode": "markers+text", "marker": {"size": 14, "opacity": 0}}


def sorotan(baris: Sequence[str]) -> str:
    """A hover text of lines that still have to be made safe."""
    return "<br>".join(aman(tulisan) for tulisan in baris if tulisan)
