"""Puts back into the saved copy what openpyxl does not keep: the content of every cell, as the sender's file has it.

Of a sheet that openpyxl wrote only the layout and the cell styles are taken. Values, formulas, their stored results and
rich text come from the original XML, so that nothing has to be calculated again and nothing is written differently.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from analytics.lembar.penanda.asli import LembarAsli, angka_kolom, huruf

_DATA: Final = re.compile(r"<sheetData>(.*?)</sheetData>|<sheetData\s*/>", re.DOTALL)
_BARIS: Final = re.compile(r"<row ([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_SEL: Final = re.compile(r"<c ([^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_ATRIBUT: Final = re.compile(r'(\w+)="([^"]*)"')
_RUMUS: Final = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*(?:/>|></v>)</c>', re.DOTALL)
_URUTAN: Final = (
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "mergeCells", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
    "colBreaks", "ignoredErrors", "drawing", "legacyDrawing", "tableParts", "extLst",
)  # fmt: skip
"""The order of the parts after the cells of a sheet, as the schema wants it."""


def cangkok(salinan: bytes, lembar: Mapping[str, LembarAsli], hasil: Mapping[str, Mapping[str, str]]) -> bytes:
    """The saved copy with the original content.

    `lembar` are the original sheets by the member of the copy that they became; `hasil` the stored results of the
    formulas of a member of our own, by address.
    """
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(salinan)) as lama, zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            isi = lama.read(nama)
            if nama in lembar:
                isi = _kembalikan(isi.decode("utf-8"), lembar[nama]).encode("utf-8")
            elif nama in hasil:
                isi = _isi_hasil(isi.decode("utf-8"), hasil[nama]).encode("utf-8")
            baru.writestr(nama, isi)
    return wadah.getvalue()


def _kembalikan(xml: str, asli: LembarAsli) -> str:
    cocok = _DATA.search(xml)
    if cocok is None:
        raise ValueError(asli.nama)
    kepala, ekor = xml[: cocok.start()], xml[cocok.end() :]
    for nama, isi in asli.utuh.items():
        ekor = _sisipkan(_tanpa(ekor, nama), nama, f"<extLst>{isi}</extLst>" if nama == "extLst" else isi)
    return f"{kepala}<sheetData>{_data(cocok.group(1) or '', asli)}</sheetData>{ekor}"


def _tanpa(xml: str, nama: str) -> str:
    return re.sub(rf"<{nama}(?: [^>]*)?(?:/>|>.*?</{nama}>)", "", xml, count=1, flags=re.DOTALL)


def _sisipkan(xml: str, nama: str, potongan: str) -> str:
    sesudah = "|".join(_URUTAN[_URUTAN.index(nama) + 1 :])
    pola = rf"<(?:{sesudah})[ />]|</worksheet>" if sesudah else "</worksheet>"
    cocok = re.search(pola, xml)
    if cocok is None:
        raise ValueError(nama)
    return xml[: cocok.start()] + potongan + xml[cocok.start() :]


def _data(xml: str, asli: LembarAsli) -> str:
    atribut: dict[int, str] = {}
    gaya: dict[int, dict[int, str]] = {}
    for baris in _BARIS.finditer(xml):
        nomor = int(dict(_ATRIBUT.findall(baris.group(1)))["r"])
        atribut[nomor] = baris.group(1)
        gaya[nomor] = dict(_gaya_sel(sel.group(1)) for sel in _SEL.finditer(baris.group(2) or ""))
    isi: dict[int, dict[int, str]] = {}
    for alamat in asli.sel:
        kolom = alamat.rstrip("0123456789")
        isi.setdefault(int(alamat[len(kolom) :]), {})[angka_kolom(kolom)] = alamat
    tulisan = []
    for nomor in sorted(atribut.keys() | isi.keys()):
        sel = _tulis_baris(nomor, gaya.get(nomor, {}), isi.get(nomor, {}), asli)
        kepala = atribut.get(nomor, f'r="{nomor}"')
        tulisan.append(f"<row {kepala}>{sel}</row>")
    return "".join(tulisan)


def _gaya_sel(atribut: str) -> tuple[int, str]:
    nilai = dict(_ATRIBUT.findall(atribut))
    kolom = angka_kolom(nilai["r"].rstrip("0123456789"))
    return kolom, f' s="{nilai["s"]}"' if "s" in nilai else ""


def _tulis_baris(nomor: int, gaya: Mapping[int, str], isi: Mapping[int, str], asli: LembarAsli) -> str:
    tulisan = []
    for kolom in sorted(gaya.keys() | isi.keys()):
        if kolom in isi:
            jenis, potongan = asli.sel[isi[kolom]]
            tulisan.append(f'<c r="{isi[kolom]}"{gaya.get(kolom, "")} t="{jenis}">{potongan}</c>')
        else:
            tulisan.append(f'<c r="{huruf(kolom)}{nomor}"{gaya[kolom]}/>')
    return "".join(tulisan)


def _isi_hasil(xml: str, hasil: Mapping[str, str]) -> str:
    def ganti(cocok: re.Match[str]) -> str:
        alamat, atribut, rumus = cocok.groups()
        if alamat not in hasil:
            return cocok.group(0)
        return f'<c r="{alamat}"{atribut} t="str"><f>{rumus}</f><v>{escape(hasil[alamat])}</v></c>'

    return _RUMUS.sub(ganti, xml)
