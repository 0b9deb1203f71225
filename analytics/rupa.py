"""How does everything look? The mark of sample data, fonts, paper, workbook options, colours by role.

Screens, pictures, workbooks and letters take it from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

TANDA_CONTOH: Final = "contoh, bukan data resmi"
"""The mark of sample data, as screens say it."""
TANDA_CONTOH_CETAK: Final = TANDA_CONTOH.upper()
"""The same on paper."""
TANDA_CONTOH_SIFAT: Final = TANDA_CONTOH.capitalize()
"""The same in the properties of a file."""

HURUF: Final = "Arial"
HURUF_PADAT: Final = "Arial Narrow"
"""Fonts of paper; the narrow one for wide forms."""
FOLIO: Final = 14
"""Excel's paper number for folio (F4 as sold in Indonesia), 8,5 × 13 inch."""
FOLIO_INCI: Final = (8.5, 13.0)
FOLIO_CM: Final = (21.59, 33.02)
"""Width and height of a folio page."""
TEPI_INCI: Final[Mapping[str, float]] = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""The margins of a printed sheet."""

PUTIH: Final = "#ffffff"
HITAM: Final = "#000000"
PITA: Final = ("#08519c", "#6baed6", "#e8d174", "#e6863b", "#9e2a0b")
"""The five bands of predikat, best to worst; told apart by every common colour vision. A word always stands with it."""
PITA_GELAP: Final = (PITA[0], PITA[4])
"""The bands on which text is white."""
UTAMA: Final = PITA[0]
BAHAYA: Final = PITA[4]
"""What leads on, and what warns."""
TINGKAT: Final[Mapping[str, str]] = {
    "tujuan": "#c9d8ea",
    "sasaran": "#dce6f1",
    "program": "#edf2f8",
    "kegiatan": "#f7f9fc",
}
"""Behind the rows of the plan tree, by level."""

TINTA: Final = "#1f2933"
TINTA_LEMAH: Final = "#52606d"
GARIS: Final = "#cbd2d9"
GARIS_LEMAH: Final = "#e4e7eb"
LATAR_LEMAH: Final = "#eef1f4"
SOROT: Final = "#fff3c4"
TINTA_SOROT: Final = "#5c4400"
"""Screens and pictures: text, lines, quiet backgrounds, and what is marked."""
ALAS: Final = (GARIS_LEMAH, "#e9ecef", LATAR_LEMAH, "#f3f5f7", "#f8f9fa")
"""The greys of a track that is stepped at the limits of a scale."""
TARGET: Final = "#c2185b"
RENTANG_TARGET: Final = "#f8d7e3"
SERAPAN: Final = "#7b8794"
"""Pictures: a target, a target that is a range, money."""
KEADAAN: Final[Mapping[str, tuple[str, str]]] = {
    "": (PUTIH, TINTA),
    "belum": ("#f5f7fa", TINTA_LEMAH),
    "berjalan": (SOROT, TINTA_SOROT),
    "selesai": ("#d6e8f5", UTAMA),
    "lewat": ("#fbe3d6", BAHAYA),
}
"""Fill and line of a step of the SOP, by how it stands."""

GARIS_CETAK: Final = "#a6a6a6"
REDUP_CETAK: Final = "#595959"
KEPALA_CETAK: Final = "#d0dceb"
JUDUL_CETAK: Final = "#1f3b63"
TAUTAN_CETAK: Final = "#0b4f9e"
"""Printed forms: lines, quiet text, headers, titles, links."""

BIRU: Final = "#1f3864"
BIRU_MUDA: Final = "#dce6f2"
BIRU_PUCAT: Final = "#eef3f9"
KUNING: Final = "#fff2b3"
KUNING_PUCAT: Final = "#fffae3"
KUNING_KEPALA: Final = "#f2c84b"
KUNING_PILIHAN: Final = "#f8e3a0"
TINTA_KUNING: Final = "#3d2e00"
TINTA_WAJIB: Final = "#7a4b00"
ABU: Final = "#f3f4f6"
TINTA_ABU: Final = "#5b6470"
TINTA_PENJELASAN: Final = "#333333"
TINTA_KUNCI: Final = "#999999"
TINTA_CONTOH: Final = "#8a8f98"
GARIS_ISIAN: Final = "#b8c0cc"
"""Workbooks that people fill: headings, groups, what is to be filled (yellow), what is given (grey), lines."""

WARNA_TEMUAN: Final[Mapping[str, tuple[str, str]]] = {
    "galat": ("#f8cbc6", "#9c1c10"),
    "peringatan": ("#ffc266", "#6b3a00"),
    "info": ("#cfe3f7", "#1f4e79"),
    "selesai": ("#d5ebd3", "#1e5b22"),
}
"""Fill and ink of what is marked in a workbook that goes back, by tingkat; and of what is settled."""

WARNA_LAYAR: Final[Mapping[str, str]] = {
    "putih": PUTIH,
    "tinta": TINTA,
    "tinta-lemah": TINTA_LEMAH,
    "garis": GARIS,
    "garis-lemah": GARIS_LEMAH,
    "latar-lemah": LATAR_LEMAH,
    "sorot": SOROT,
    "tinta-sorot": TINTA_SOROT,
    "utama": UTAMA,
    "utama-tua": "#063d75",
    "utama-pucat": "#e6eff8",
    "info": PITA[1],
    "peringatan": PITA[3],
    "bahaya": BAHAYA,
    "bahaya-pucat": "#fbeae5",
    "latar-masuk": BIRU_PUCAT,
    "garis-masuk": "#d9e2ec",
    "garis-isian": "#829ab1",
    **TINGKAT,
}
"""The colours of the style sheets, by the name that they have there."""


def warna_pita(letak: int, banyak: int) -> str:
    """The colour of the grade at this place (from 0, best first) of so many: its place spread over the bands."""
    return PITA[round(letak * (len(PITA) - 1) / max(banyak - 1, 1))]


def css_warna() -> str:
    """The colours as variables of a style sheet."""
    return f":root {{ {' '.join(f'--{nama}: {warna};' for nama, warna in WARNA_LAYAR.items())} }}\n"


def opsi_buku() -> dict[str, Any]:
    """The options of every workbook, fresh each time: XlsxWriter writes into the mapping that it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": HURUF, "font_size": 10},
    }
