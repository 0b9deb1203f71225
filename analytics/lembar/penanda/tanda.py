"""The marks on the sender's sheets: a colour that goes away when the cell is changed, and a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormatting, ConditionalFormattingList
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from analytics.aturan.teks import sebaris
from analytics.aturan.ukuran_teks import banyak_baris
from analytics.lembar.bekas import (
    BEKAS_RUMUS,
    SEL_PENANDA,
    catatan_tanpa_kita,
    gabung_catatan,
    lembar_temuan,
    warna_kita,
)
from analytics.lembar.penanda.tempat import Tempat
from analytics.naskah.kepala import LAMBANG, PENULIS
from analytics.temuan.butir import URUTAN_TINGKAT, Temuan
from analytics.temuan.katalog import Tingkat

WARNA: Final[dict[Tingkat, tuple[str, str]]] = {
    "galat": ("FFF8CBC6", "FF9C1C10"),
    "peringatan": ("FFFFC266", "FF6B3A00"),
    "info": ("FFCFE3F7", "FF1F4E79"),
}
"""Fill and ink of each tingkat."""
_BINGKAI: Final[dict[Tingkat, str]] = {"galat": "thin", "peringatan": "dashed", "info": "dotted"}

_UKURAN_CATATAN: Final = 10
_LEBAR_CATATAN: Final = 320
_TINGGI_SEBARIS: Final = 17
_TERTINGGI: Final = 900
_BATAS_KUTIPAN: Final = 300
_BATAS_KALIMAT: Final = 1_000


def hapus_tanda(buku: Workbook) -> None:
    """Remove the marks of an earlier round; what the sender added to a note of ours stays."""
    for lembar in [*buku.worksheets]:
        isi = lembar[SEL_PENANDA].value
        if lembar_temuan(lembar.title, isi if isinstance(isi, str) else ""):
            buku.remove(lembar)
        else:
            _hapus_warna(lembar)
            _rapikan_catatan(lembar)


def _hapus_warna(lembar: Worksheet) -> None:
    sisa = ConditionalFormattingList()
    for kelompok in lembar.conditional_formatting:
        for aturan in kelompok.rules:
            if not any(warna_kita(rumus) for rumus in aturan.formula):
                sisa.add(ConditionalFormatting(kelompok.sqref, kelompok.pivot), aturan)
    lembar.conditional_formatting = sisa


def _rapikan_catatan(lembar: Worksheet) -> None:
    """Notes without our part; the others sized to their text, because openpyxl does not read their size."""
    for sel in [*lembar._cells.values()]:  # noqa: SLF001 - iter_rows would create every cell
        catatan = sel.comment
        if catatan is not None:
            teks = catatan_tanpa_kita(catatan.text)
            sel.comment = _catatan(teks, catatan.author) if teks else None


def beri_tanda(buku: Workbook, tempat: Iterable[Tempat]) -> None:
    """Colour every cell that a finding is about and write a note to it."""
    per_sel: dict[tuple[str, str], list[Tempat]] = {}
    for satu in tempat:
        if satu.lembar is not None and satu.sel is not None:
            per_sel.setdefault((satu.lembar, satu.sel), []).append(satu)
    for (nama, sel), kumpulan in per_sel.items():
        _tulis_catatan(buku[nama], sel, kumpulan)
    for lembar in buku.worksheets:
        _warnai(lembar, {sel: kumpulan for (nama, sel), kumpulan in per_sel.items() if nama == lembar.title})


def _warnai(lembar: Worksheet, per_sel: dict[str, list[Tempat]]) -> None:
    """Our rules before the sender's own, so that none of those can hide them."""
    if not per_sel:
        return
    lama = [(satu, [*satu.rules]) for satu in lembar.conditional_formatting]
    baru = ConditionalFormattingList()
    for sel, kumpulan in per_sel.items():
        baru.add(sel, _aturan(min(kumpulan, key=lambda satu: URUTAN_TINGKAT[satu.temuan.tingkat])))
    for kelompok, aturan in lama:
        for satu in sorted(aturan, key=lambda lain: lain.priority):
            satu.priority += len(per_sel)
            baru.add(ConditionalFormatting(kelompok.sqref, kelompok.pivot), satu)
    lembar.conditional_formatting = baru


def _aturan(tempat: Tempat) -> Rule:
    syarat = tempat.syarat()
    bagian = [BEKAS_RUMUS, *([syarat] if syarat else []), *([f"LEN({tempat.alasan})=0"] if tempat.alasan else [])]
    latar, tinta = WARNA[tempat.temuan.tingkat]
    sisi = Side(style=_BINGKAI[tempat.temuan.tingkat], color=tinta)
    gaya = DifferentialStyle(
        font=Font(name=None, sz=None, family=None, scheme=None, color=tinta),
        fill=PatternFill(fill_type="solid", fgColor=latar, bgColor=latar),
        border=Border(left=sisi, right=sisi, top=sisi, bottom=sisi),
    )
    return Rule(type="expression", dxf=gaya, formula=[f"AND({','.join(bagian)})"])


def _tulis_catatan(lembar: Worksheet, sel: str, kumpulan: list[Tempat]) -> None:
    lama = lembar[sel].comment
    baris = [baris for satu in kumpulan for baris in _baris_catatan(satu.temuan)]
    punya_pengirim = lama.text if lama else ""
    penulis = lama.author if lama else PENULIS
    lembar[sel].comment = _catatan(gabung_catatan(punya_pengirim, baris), penulis)


def _baris_catatan(temuan: Temuan) -> list[str]:
    bagian = [
        (f"{LAMBANG[temuan.tingkat]} {temuan.tingkat.upper()}", temuan.pesan, _BATAS_KALIMAT),
        ("Dibaca", temuan.dipahami, _BATAS_KUTIPAN),
        ("Ketik / lakukan", temuan.saran, _BATAS_KALIMAT),
    ]
    return [f"{judul}: {sebaris(isi, batas)}" for judul, isi, batas in bagian if isi]


def _catatan(teks: str, penulis: str | None) -> Comment:
    baris = banyak_baris(teks, _LEBAR_CATATAN, _UKURAN_CATATAN) + 1
    return Comment(teks, penulis or "", min(baris * _TINGGI_SEBARIS, _TERTINGGI), _LEBAR_CATATAN)
