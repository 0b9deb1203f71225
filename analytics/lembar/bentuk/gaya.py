"""How a format workbook looks: every cell style once, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.angka import DESIMAL_SIMPAN
from analytics.aturan.desimal import DESIMAL_BIASA
from analytics.aturan.teks import apa_adanya, bersihkan, mirip_rumus
from analytics.lembar.bentuk.ketikan import Ketikan, bilangan
from analytics.rupa import (
    ABU,
    BAHAYA,
    BIRU,
    BIRU_MUDA,
    BIRU_PUCAT,
    GARIS_ISIAN,
    GARIS_LEMAH,
    HURUF,
    KUNING,
    KUNING_KEPALA,
    KUNING_PILIHAN,
    KUNING_PUCAT,
    PUTIH,
    TINTA_ABU,
    TINTA_KUNCI,
    TINTA_KUNING,
    TINTA_PENJELASAN,
    TINTA_WAJIB,
)

_DASAR: Final[dict[str, Any]] = {"font_name": HURUF, "font_size": 10, "valign": "top"}
_KOTAK: Final[dict[str, Any]] = {**_DASAR, "border": 1, "border_color": GARIS_ISIAN, "text_wrap": True}
_TEKS: Final[dict[str, Any]] = {**_KOTAK, "align": "left", "indent": 1}
_ISIAN: Final[dict[str, Any]] = {**_KOTAK, "bg_color": KUNING, "locked": False}
_ANGKA: Final = "[$-421]#,##0.00_)"
_BULAT: Final = "[$-421]#,##0_)"
"""Indonesian separators, whatever the language of the computer where the program obeys; `_)` keeps off the border."""
_RINCI: Final = f"[$-421]#,##0.00{'#' * (DESIMAL_SIMPAN - DESIMAL_BIASA)}_)"
"""All decimals that are stored, for a cell whose target has more than two."""
_MUAT: Final = {"text_wrap": False, "shrink": True}

_GAYA: Final[Mapping[str, dict[str, Any]]] = {
    "judul": {**_DASAR, "font_size": 15, "bold": True, "font_color": BIRU, "valign": "vcenter"},
    "subjudul": {**_DASAR, "font_size": 11, "font_color": TINTA_PENJELASAN, "valign": "vcenter"},
    "asal": {**_DASAR, "font_color": TINTA_PENJELASAN, "valign": "vcenter", "text_wrap": True},
    "pesan": {**_DASAR, "bold": True, "font_color": TINTA_WAJIB, "valign": "vcenter"},
    "contoh": {**_DASAR, "bold": True, "font_color": BAHAYA, "valign": "vcenter"},
    "kunci": {**_DASAR, "font_size": 8, "font_color": TINTA_KUNCI},
    "kepala": {
        **_KOTAK,
        "bold": True,
        "font_color": PUTIH,
        "bg_color": BIRU,
        "align": "center",
        "valign": "vcenter",
    },
    "kepala_isian": {
        **_KOTAK,
        "bold": True,
        "font_color": TINTA_KUNING,
        "bg_color": KUNING_KEPALA,
        "align": "center",
        "valign": "vcenter",
    },
    "kepala_pilihan": {
        **_KOTAK,
        "bold": True,
        "font_color": TINTA_KUNING,
        "bg_color": KUNING_PILIHAN,
        "align": "center",
        "valign": "vcenter",
    },
    "kelompok": {
        **_DASAR,
        "bold": True,
        "font_color": BIRU,
        "bg_color": BIRU_MUDA,
        "valign": "vcenter",
        "text_wrap": True,
    },
    "teks": {**_TEKS, "bg_color": ABU},
    "teks_anak": {**_TEKS, "bg_color": ABU, "indent": 2},
    "teks_tengah": {**_KOTAK, "bg_color": ABU, "align": "center"},
    "wajib": {**_TEKS, "bg_color": ABU, "bold": True, "font_color": TINTA_WAJIB},
    "tidak_wajib": {**_TEKS, "bg_color": ABU, "italic": True, "font_color": TINTA_ABU},
    "angka": {**_KOTAK, "bg_color": ABU, "num_format": _ANGKA},
    "bulat": {**_KOTAK, "bg_color": ABU, "num_format": _BULAT},
    **{
        f"angka{desimal}": {**_KOTAK, **_MUAT, "bg_color": ABU, "num_format": f"[$-421]#,##0.{'0' * desimal}_)"}
        for desimal in range(DESIMAL_BIASA + 1, DESIMAL_SIMPAN + 1)
    },
    "hasil": {**_KOTAK, "bg_color": ABU, "num_format": _ANGKA, "bold": True},
    "hasil_rinci": {**_KOTAK, **_MUAT, "bg_color": ABU, "num_format": _RINCI, "bold": True},
    "tertutup": {**_KOTAK, "bg_color": GARIS_LEMAH},
    "isian_angka": {**_ISIAN, "num_format": _ANGKA},
    "isian_angka_pucat": {**_ISIAN, "num_format": _ANGKA, "bg_color": KUNING_PUCAT},
    "isian_angka_rinci": {**_ISIAN, **_MUAT, "num_format": _RINCI},
    "isian_angka_rinci_pucat": {**_ISIAN, **_MUAT, "num_format": _RINCI, "bg_color": KUNING_PUCAT},
    "isian_rupiah": {**_ISIAN, "num_format": _BULAT},
    "isian_pilih": {**_ISIAN, "align": "center"},
    "isian_pilih_pucat": {**_ISIAN, "align": "center", "bg_color": KUNING_PUCAT},
    "isian_teks": {**_ISIAN, "num_format": "@", "align": "left", "indent": 1},
    "isian_teks_pucat": {**_ISIAN, "num_format": "@", "align": "left", "indent": 1, "bg_color": KUNING_PUCAT},
    "kegiatan": {**_TEKS, "bold": True, "bg_color": BIRU_PUCAT},
    "kegiatan_rupiah": {**_KOTAK, "bold": True, "bg_color": BIRU_PUCAT, "num_format": _BULAT},
    "jumlah": {**_KOTAK, "bold": True, "bg_color": BIRU_MUDA, "num_format": _BULAT},
    "jumlah_teks": {**_TEKS, "bold": True, "bg_color": BIRU_MUDA},
    "butir": {**_TEKS, "bold": True, "bg_color": BIRU_MUDA},
    "isi": _TEKS,
    "isi_kuning": {**_TEKS, "bg_color": KUNING},
    "isi_pucat": {**_TEKS, "bg_color": KUNING_PUCAT},
    "isi_abu": {**_TEKS, "bg_color": ABU},
    "bagian": {**_DASAR, "font_size": 12, "bold": True, "font_color": BIRU, "valign": "vcenter"},
}


@dataclass(frozen=True)
class GayaBuku:
    """The styles of one workbook; `kutip` are the same ones, marked as text for what looks like a formula."""

    bentuk: Mapping[str, Format]
    kutip: Mapping[str, Format]

    def __getitem__(self, nama: str) -> Format:
        return self.bentuk[nama]

    def tulis(self, lembar: Worksheet, baris: int, kolom: int, teks: str, nama: str) -> None:
        """Write text from people (row and column from 0): cleaned, never a formula, cut with a note where too long."""
        bersih = bersihkan(teks)
        bentuk = (self.kutip if mirip_rumus(bersih) else self.bentuk)[nama]
        if bersih:
            lembar.write_string(baris, kolom, bersih, bentuk)
        else:
            lembar.write_blank(baris, kolom, None, bentuk)

    def ketik(self, lembar: Worksheet, baris: int, kolom: int, ketikan: Ketikan, nama: str) -> None:
        """Write what was typed (row and column from 0): nothing of it is cleaned, a text never becomes a formula."""
        angka = bilangan(ketikan)
        if isinstance(ketikan, bool):
            lembar.write_boolean(baris, kolom, ketikan, self.bentuk[nama])
        elif angka is not None:
            lembar.write_number(baris, kolom, _Utuh(angka), self.bentuk[nama])
        elif isinstance(ketikan, str) and ketikan:
            bentuk = (self.kutip if mirip_rumus(ketikan) else self.bentuk)[nama]
            lembar.write_string(baris, kolom, apa_adanya(ketikan), bentuk)
        else:
            lembar.write_blank(baris, kolom, None, self.bentuk[nama])


class _Utuh(float):
    """A number that is written with all its digits, as Excel does; XlsxWriter would write 16 of 17."""

    def __format__(self, _pola: str) -> str:
        return repr(float(self)).removesuffix(".0")


def siapkan(buku: xlsxwriter.Workbook, sifat: Mapping[str, Mapping[str, Any]] = _GAYA) -> GayaBuku:
    """Register every style with a new workbook; those of the format workbook when no others are given."""
    return GayaBuku(
        {nama: buku.add_format({**bentuk}) for nama, bentuk in sifat.items()},
        {nama: buku.add_format({**bentuk, "quote_prefix": True}) for nama, bentuk in sifat.items()},
    )
