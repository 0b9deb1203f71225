"""A page of office paper as a Word document: folio, Arial, exact line spacing. The memo and the letters share it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from analytics.aturan.teks import sebaris
from analytics.aturan.ukuran_teks import banyak_baris
from analytics.naskah.kepala import PENULIS, Penanda
from analytics.pembaca.zip_tetap import tetapkan
from analytics.rupa import BAHAYA, BIRU_MUDA, FOLIO_CM, HITAM, HURUF, TANDA_CONTOH_CETAK, TANDA_CONTOH_SIFAT

LEBAR_CM, TINGGI_CM = FOLIO_CM
TEPI_CM, TEPI_ATAS_CM = 2.2, 1.6
ISI_CM: Final = LEBAR_CM - 2 * TEPI_CM
"""Width of the text."""
UKURAN: Final = 10.5
RAPAT: Final = 1.2
"""Line spacing as a multiple of the size."""
BANTAL: Final = 2.0
"""Points above and below the text of a table cell."""
KEPALA_CM: Final = (2.3, 0.5, ISI_CM - 2.8)
"""Columns of the heading: name, colon, content."""
TANDA_TANGAN_CM: Final = 8.6
"""Where the signature begins."""
TITIK: Final = "." * 40
_TAB_CM: Final = 1.3


@dataclass(frozen=True)
class Sampul:
    """Whose paper it is, and what the file says about itself."""

    nama_kantor: str
    kabupaten: str
    judul: str
    tentang: str
    contoh: bool
    waktu: datetime


@dataclass(frozen=True)
class Alinea:
    """One paragraph: its text, how it looks, the points below it, and how far it begins from the left (cm)."""

    teks: str
    ukuran: float = UKURAN
    tebal: bool = False
    rata: Literal["kiri", "tengah", "penuh"] = "kiri"
    sesudah: float = 4.0
    inden: float = 0.0
    gantung: float = 0.0
    garis: bool = False
    warna: str = HITAM

    @property
    def tinggi(self) -> float:
        """Points that it takes on the page."""
        lebar = piksel(ISI_CM - self.inden - self.gantung)
        baris = banyak_baris(self.teks, lebar, self.ukuran, tebal=self.tebal)
        return baris * self.ukuran * RAPAT + self.sesudah + (2 if self.garis else 0)


def mulai_naskah(sampul: Sampul) -> Dokumen:
    """An empty page of this office."""
    dokumen = Document()
    atur_halaman(dokumen, sampul)
    return dokumen


def simpan_naskah(dokumen: Dokumen, waktu: datetime) -> bytes:
    """The file. The same content and time give the same bytes."""
    wadah = io.BytesIO()
    dokumen.save(wadah)
    return tetapkan(wadah.getvalue(), waktu)


def kop(sampul: Sampul) -> tuple[Alinea, ...]:
    """The letterhead."""
    atas = (Alinea(_judul(f"Pemerintah {sampul.kabupaten}"), 12, tebal=True, rata="tengah", sesudah=1),)
    kantor = Alinea(_judul(sampul.nama_kantor), 13, tebal=True, rata="tengah", sesudah=8, garis=True)
    return (*(atas if sampul.kabupaten else ()), kantor)


def tanda_contoh(*, contoh: bool) -> tuple[Alinea, ...]:
    """The line that says that this is sample data."""
    return (Alinea(TANDA_CONTOH_CETAK, tebal=True, rata="tengah", sesudah=8, warna=BAHAYA),) if contoh else ()


def tanda_tangan(penanda: Penanda, ruang: float = 48) -> Iterator[Alinea]:
    """Where somebody signs, with `ruang` points for the signature."""
    yield Alinea(f"{sebaris(penanda.jabatan, 90)},", sesudah=ruang, inden=TANDA_TANGAN_CM)
    if not penanda.nama:
        yield Alinea(f"Nama\t: {TITIK}", sesudah=1, inden=TANDA_TANGAN_CM)
        yield Alinea(f"NIP\t: {TITIK}", sesudah=0, inden=TANDA_TANGAN_CM)
        return
    yield Alinea(sebaris(penanda.nama, 90), tebal=True, sesudah=1, inden=TANDA_TANGAN_CM)
    if penanda.pangkat:
        yield Alinea(sebaris(penanda.pangkat, 90), sesudah=1, inden=TANDA_TANGAN_CM)
    yield Alinea(f"NIP {sebaris(penanda.nip, 40) or TITIK}", sesudah=0, inden=TANDA_TANGAN_CM)


def _judul(teks: str) -> str:
    return sebaris(teks, 90).upper()


def piksel(cm: float) -> int:
    """Screen pixels of a width, as `banyak_baris` takes them."""
    return int(cm / 2.54 * 96)


def atur_halaman(dokumen: Dokumen, sampul: Sampul) -> None:
    """Set paper, letters and language, and what the file says about itself."""
    bagian = dokumen.sections[0]
    bagian.page_width, bagian.page_height = Cm(LEBAR_CM), Cm(TINGGI_CM)
    bagian.left_margin = bagian.right_margin = Cm(TEPI_CM)
    bagian.top_margin = bagian.bottom_margin = Cm(TEPI_ATAS_CM)
    bagian.header_distance = bagian.footer_distance = Cm(0.8)
    gaya: Any = dokumen.styles["Normal"]
    gaya.font.name, gaya.font.size = HURUF, Pt(UKURAN)
    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    gaya.element.get_or_add_rPr().append(bahasa)
    sifat = dokumen.core_properties
    sifat.title = sebaris(sampul.judul, 200)
    sifat.subject, sifat.author = sebaris(sampul.tentang, 200), sebaris(sampul.nama_kantor, 200)
    sifat.last_modified_by = PENULIS
    sifat.comments = TANDA_CONTOH_SIFAT if sampul.contoh else ""
    sifat.created = sifat.modified = sampul.waktu


def tulis_semua(dokumen: Dokumen, semua: Sequence[Alinea]) -> None:
    """Write paragraphs."""
    for alinea in semua:
        tulis(dokumen.add_paragraph(), alinea)


_RATA: Final = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def tulis(paragraf: Paragraph, alinea: Alinea) -> None:
    """Write one paragraph."""
    bentuk = paragraf.paragraph_format
    bentuk.alignment = _RATA[alinea.rata]
    bentuk.space_before, bentuk.space_after = Pt(0), Pt(alinea.sesudah)
    bentuk.line_spacing_rule, bentuk.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(alinea.ukuran * RAPAT)
    bentuk.left_indent = Cm(alinea.inden + alinea.gantung)
    if alinea.gantung:
        bentuk.first_line_indent = Cm(-alinea.gantung)
    elif "\t" in alinea.teks:
        bentuk.tab_stops.add_tab_stop(Cm(alinea.inden + _TAB_CM))
    huruf = paragraf.add_run(alinea.teks)
    huruf.font.name, huruf.font.size, huruf.bold = HURUF, Pt(alinea.ukuran), alinea.tebal
    huruf.font.color.rgb = RGBColor.from_string(_heksa(alinea.warna))
    if alinea.garis:
        _garis_bawah(paragraf)


def _heksa(warna: str) -> str:
    """A colour as Word writes it: `9E2A0B`."""
    return warna.lstrip("#").upper()


def _garis_bawah(alinea: Paragraph) -> None:
    tepi, bawah = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for nama, nilai in (("val", "single"), ("sz", "12"), ("space", "2"), ("color", _heksa(HITAM))):
        bawah.set(qn(f"w:{nama}"), nilai)
    tepi.append(bawah)
    sifat: Any = alinea._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders of its own
    sifat.insert_element_before(tepi, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def tulis_kepala(dokumen: Dokumen, isi: Sequence[tuple[str, str]]) -> None:
    """Write the heading: names and contents in two columns."""
    tabel = dokumen.add_table(rows=len(isi), cols=3)
    atur_lebar(tabel, KEPALA_CM)
    for baris, (nama, nilai) in zip(tabel.rows, isi, strict=True):
        for sel, teks, cm in zip(baris.cells, (nama, ":", nilai), KEPALA_CM, strict=True):
            tulis_sel(sel, teks, cm, UKURAN)
    tulis_semua(dokumen, (Alinea("", sesudah=0),))


def tulis_tabel(
    dokumen: Dokumen,
    judul: Sequence[str],
    baris: Sequence[Sequence[str]],
    lebar: Sequence[float],
    ukuran: float = UKURAN,
    tinggi: float = 0.0,
) -> None:
    """Write a ruled table whose rows stay on one page; `tinggi` is the least height of a row (cm) below the heading."""
    tabel = dokumen.add_table(rows=1 + len(baris), cols=len(lebar), style="Table Grid")
    tabel.alignment = WD_TABLE_ALIGNMENT.CENTER
    atur_lebar(tabel, lebar)
    for nomor, (baris_tabel, teks) in enumerate(zip(tabel.rows, (judul, *baris), strict=True)):
        for sel, tulisan, cm in zip(baris_tabel.cells, teks, lebar, strict=True):
            tulis_sel(sel, tulisan, cm, ukuran, judul=nomor == 0)
        jangan_pecah(baris_tabel)
        if tinggi and nomor:
            baris_tabel.height = Cm(tinggi)


def atur_lebar(tabel: Table, lebar: Sequence[float]) -> None:
    """Set the widths of the columns (cm)."""
    tabel.autofit = False
    for kolom, cm in zip(tabel.columns, lebar, strict=True):
        kolom.width = Cm(cm)


def jangan_pecah(baris: Any) -> None:
    """Keep a row on one page."""
    baris._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no name for it


def tulis_sel(sel: _Cell, teks: str, cm: float, ukuran: float, *, judul: bool = False) -> None:
    """Write one cell of a table; a heading cell is centred and shaded."""
    sel.width = Cm(cm)
    alinea = sel.paragraphs[0]
    tulis(alinea, Alinea(teks, ukuran, tebal=judul, rata="tengah" if judul else "kiri", sesudah=BANTAL))
    alinea.paragraph_format.space_before = Pt(BANTAL)
    if judul:
        latar = OxmlElement("w:shd")
        for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", _heksa(BIRU_MUDA))):
            latar.set(qn(f"w:{nama}"), nilai)
        sel._tc.get_or_add_tcPr().append(latar)  # noqa: SLF001 - python-docx has no shading of its own
