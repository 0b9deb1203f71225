"""The return memo: one page that says why a format comes back and what to do, as a Word document.

The page is written from the same pieces from which its height is reckoned, with exact line spacing, so that the table
can take as many findings as fit one folio page and no more.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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

from analytics.aturan.periode import tulis_tanggal
from analytics.aturan.ukuran_teks import banyak_baris
from analytics.lembar.jejak import PENULIS
from analytics.lembar.kembalian import BUKAN_RESMI, Kembalian, hitung_tingkat, sebaris, tulis_tingkat
from analytics.lembar.temuan import URUTAN_TINGKAT, Temuan
from analytics.lembar.zip_tetap import tetapkan

Lampiran = Literal["bertanda", "asli", "tanpa"]
"""What goes with the memo: the annotated copy and the original, the original alone, or nothing."""

PENGIRIM: Final = "Kepala Subbagian Perencanaan dan Keuangan"
_HURUF: Final = "Arial"
_LEBAR_CM, _TINGGI_CM, _TEPI_CM, _TEPI_ATAS_CM = 21.59, 33.02, 2.2, 1.6
_ISI_CM: Final = _LEBAR_CM - 2 * _TEPI_CM
_TINGGI_ISI: Final = (_TINGGI_CM - 2 * _TEPI_ATAS_CM) / 2.54 * 72
_LONGGAR: Final = 14.0
"""Points kept free at the foot of the page, for a program that breaks lines elsewhere."""
_UKURAN: Final = 10.5
_UKURAN_TABEL: Final = 9.0
_RAPAT: Final = 1.2
"""Line spacing as a multiple of the size."""
_BANTAL: Final = 2.0
"""Points above and below the text of a table cell."""
_TEPI_SEL: Final = 8
"""Pixels that the margins of a table cell take, besides those that `banyak_baris` keeps for itself."""
_TABEL_CM: Final = (0.9, 3.9, 6.5, _ISI_CM - 11.3)
_KEPALA_CM: Final = (2.3, 0.5, _ISI_CM - 2.8)
_TANDA_TANGAN_CM: Final = 8.6
_TAB_CM: Final = 1.3
_TITIK: Final = "." * 40

_DIMINTA: Final[dict[Lampiran, tuple[str, ...]]] = {
    "bertanda": (
        "Buka salinan bertanda (nama berkas berakhiran “_bertanda”). Lembar TEMUAN memuat semua temuan; klik alamat "
        "selnya untuk menuju sel itu.",
        "Betulkan setiap ✖ galat. Untuk ⚠ peringatan, betulkan atau tulis alasannya di kolom Keterangan. "
        "ℹ info tidak perlu dijawab.",
        "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi ke Capaian.",
    ),
    "asli": (
        "Buka berkas asli dan betulkan setiap ✖ galat menurut tabel di atas. Untuk ⚠ peringatan, betulkan atau tulis "
        "alasannya di kolom Keterangan. ℹ info tidak perlu dijawab.",
        "Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi ke Capaian.",
    ),
    "tanpa": (
        "Siapkan kembali berkas seperti pada kolom Yang diminta, lalu unggah lagi ke Capaian.",
        "Bila ragu, unduh format baru dari Capaian, pindahkan isiannya, lalu unggah format itu.",
    ),
}
_DILAMPIRKAN: Final[dict[Lampiran, tuple[str, str]]] = {
    "bertanda": (
        "1 (satu) salinan bertanda dan 1 (satu) berkas asli",
        "Berkas asli yang Saudara kirim terlampir tanpa perubahan apa pun.",
    ),
    "asli": (
        "1 (satu) berkas asli",
        "Salinan bertanda tidak dapat dibuat dari berkas ini. Berkas asli yang Saudara kirim terlampir tanpa "
        "perubahan apa pun.",
    ),
    "tanpa": (
        "tidak ada",
        "Salinan bertanda tidak dibuat dan berkas asli tidak dilampirkan, karena berkas ini dihentikan pemeriksaan "
        "keamanan sebelum isinya dibaca.",
    ),
}
_SISANYA: Final[dict[Lampiran, str]] = {
    "bertanda": "pada lembar TEMUAN",
    "asli": "pada hasil pemeriksaan di Capaian",
    "tanpa": "pada hasil pemeriksaan di Capaian",
}


@dataclass(frozen=True)
class _Alinea:
    """One paragraph: its text, how it looks, the points below it, and how far it begins from the left (cm)."""

    teks: str
    ukuran: float = _UKURAN
    tebal: bool = False
    rata: Literal["kiri", "tengah", "penuh"] = "kiri"
    sesudah: float = 4.0
    inden: float = 0.0
    gantung: float = 0.0
    garis: bool = False
    warna: str = "000000"

    @property
    def tinggi(self) -> float:
        """Points that it takes on the page."""
        lebar = _piksel(_ISI_CM - self.inden - self.gantung)
        baris = banyak_baris(self.teks, lebar, self.ukuran, tebal=self.tebal)
        return baris * self.ukuran * _RAPAT + self.sesudah + (2 if self.garis else 0)


def susun_memo(kepala: Kembalian, temuan: Sequence[Temuan], lampiran: Lampiran = "bertanda") -> bytes:
    """The memo as a docx of one folio page. The same input gives the same bytes.

    `temuan` are put in the order of their tingkat, galat first; those that do not fit the page are counted.
    """
    urut = sorted(temuan, key=lambda satu: URUTAN_TINGKAT[satu.tingkat])
    dokumen = Document()
    _atur_halaman(dokumen, kepala)
    atas, bawah = tuple(_atas(kepala)), tuple(_bawah(lampiran))
    isi_kepala = _isi_kepala(kepala, lampiran)
    pembuka = _pembuka(kepala, urut)
    terpakai = sum(satu.tinggi for satu in (*atas, pembuka, *bawah)) + _tinggi_baris_kepala(isi_kepala)
    muat = _banyak_muat([_isi_baris(nomor, satu) for nomor, satu in enumerate(urut, 1)], _TINGGI_ISI - terpakai)
    _tulis_semua(dokumen, atas)
    _tulis_kepala(dokumen, isi_kepala)
    _tulis_semua(dokumen, (pembuka,))
    _tulis_tabel(dokumen, urut[:muat])
    _tulis_semua(dokumen, (_sisa(len(urut) - muat, lampiran), *bawah))
    wadah = io.BytesIO()
    dokumen.save(wadah)
    return tetapkan(wadah.getvalue(), kepala.waktu)


def sebut_kepala(nama_unit: str) -> str:
    """Who leads a unit: `Kepala Seksi Pemerintahan`."""
    if nama_unit.casefold().startswith("sekretariat"):
        return "Sekretaris Kecamatan"
    if nama_unit.casefold().startswith("kelurahan "):
        return f"Lurah {nama_unit[len('kelurahan ') :]}"
    return f"Kepala {nama_unit}"


def _atas(kepala: Kembalian) -> Iterator[_Alinea]:
    if kepala.kabupaten:
        yield _Alinea(_judul(f"Pemerintah {kepala.kabupaten}"), 12, tebal=True, rata="tengah", sesudah=1)
    yield _Alinea(_judul(kepala.nama_kantor), 13, tebal=True, rata="tengah", sesudah=8, garis=True)
    contoh = kepala.contoh
    yield _Alinea("NOTA PENGEMBALIAN FORMAT DATA KINERJA", 12, tebal=True, rata="tengah", sesudah=2 if contoh else 8)
    if contoh:
        yield _Alinea(BUKAN_RESMI, tebal=True, rata="tengah", sesudah=8, warna="9E2A0B")


def _judul(teks: str) -> str:
    return sebaris(teks, 90).upper()


def _isi_kepala(kepala: Kembalian, lampiran: Lampiran) -> tuple[tuple[str, str], ...]:
    hal = f"Pengembalian format data kinerja {kepala.periode} (unggahan ke-{kepala.ke})"
    return (
        ("Kepada", sebaris(sebut_kepala(kepala.nama_unit), 150)),
        ("Dari", PENGIRIM),
        ("Nomor", _TITIK),
        ("Tanggal", tulis_tanggal(kepala.waktu.date())),
        ("Hal", sebaris(hal, 150)),
        ("Lampiran", _DILAMPIRKAN[lampiran][0]),
    )


def _pembuka(kepala: Kembalian, temuan: Sequence[Temuan]) -> _Alinea:
    kemajuan = f" {kepala.kemajuan}." if kepala.kemajuan else ""
    teks = (
        f"Terima kasih atas format data kinerja {kepala.periode} yang telah dikirim dengan berkas "
        f"“{sebaris(kepala.nama_berkas, 80)}” dan diperiksa pada {kepala.tulis_waktu()}. "
        f"{sebaris(kepala.putusan, 300)} Hasil pemeriksaan: {hitung_tingkat(temuan)}.{kemajuan} "
        "Dengan hormat berkas tersebut kami kembalikan untuk diperbaiki sebagai berikut."
    )
    return _Alinea(teks, rata="penuh", sesudah=6)


def _bawah(lampiran: Lampiran) -> Iterator[_Alinea]:
    yield _Alinea("Yang perlu dilakukan", tebal=True, sesudah=2)
    for nomor, satu in enumerate(_DIMINTA[lampiran], 1):
        yield _Alinea(f"{nomor}.\t{satu}", sesudah=3, gantung=0.6)
    yield _Alinea(_DILAMPIRKAN[lampiran][1], rata="penuh", sesudah=4)
    yield _Alinea("Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.", sesudah=14)
    yield _Alinea(f"{PENGIRIM},", sesudah=44, inden=_TANDA_TANGAN_CM)
    yield _Alinea(f"Nama\t: {_TITIK}", sesudah=1, inden=_TANDA_TANGAN_CM)
    yield _Alinea(f"NIP\t: {_TITIK}", sesudah=0, inden=_TANDA_TANGAN_CM)


def _sisa(banyak: int, lampiran: Lampiran) -> _Alinea:
    """The line below the table, which also keeps it apart from what follows."""
    teks = f"dan {banyak} temuan lain {_SISANYA[lampiran]}" if banyak else ""
    return _Alinea(teks, _UKURAN_TABEL, tebal=True, sesudah=4)


def _isi_baris(nomor: int, satu: Temuan) -> tuple[str, ...]:
    kode = satu.kode_indikator or satu.kode_baris or ""
    letak = "seluruh berkas" if satu.lembar is None else satu.alamat
    tempat = " · ".join(bagian for bagian in (sebaris(letak, 40), sebaris(kode, 24)) if bagian)
    return (str(nomor), f"{tulis_tingkat(satu.tingkat)}\n{tempat}", sebaris(satu.pesan, 230), sebaris(satu.saran, 190))


_JUDUL_TABEL: Final = ("No", "Sel", "Yang ditemukan", "Yang diminta")


def _tinggi_baris(isi: Sequence[str], lebar: Sequence[float], ukuran: float) -> float:
    baris = (banyak_baris(teks, _piksel(cm) - _TEPI_SEL, ukuran) for teks, cm in zip(isi, lebar, strict=True))
    return max(baris) * ukuran * _RAPAT + 2 * _BANTAL + 1


def _tinggi_baris_kepala(isi: Sequence[tuple[str, str]]) -> float:
    return sum(_tinggi_baris((nama, ":", nilai), _KEPALA_CM, _UKURAN) for nama, nilai in isi) + _UKURAN * _RAPAT


def _banyak_muat(baris: Sequence[Sequence[str]], ruang: float) -> int:
    """How many rows of the table fit, below its header and above the line that counts the rest."""
    sisa = ruang - _LONGGAR - _tinggi_baris(_JUDUL_TABEL, _TABEL_CM, _UKURAN_TABEL) - _sisa(1, "bertanda").tinggi
    for muat, isi in enumerate(baris):
        sisa -= _tinggi_baris(isi, _TABEL_CM, _UKURAN_TABEL)
        if sisa < 0:
            return muat
    return len(baris)


def _piksel(cm: float) -> int:
    return int(cm / 2.54 * 96)


def _atur_halaman(dokumen: Dokumen, kepala: Kembalian) -> None:
    bagian = dokumen.sections[0]
    bagian.page_width, bagian.page_height = Cm(_LEBAR_CM), Cm(_TINGGI_CM)
    bagian.left_margin = bagian.right_margin = Cm(_TEPI_CM)
    bagian.top_margin = bagian.bottom_margin = Cm(_TEPI_ATAS_CM)
    bagian.header_distance = bagian.footer_distance = Cm(0.8)
    gaya: Any = dokumen.styles["Normal"]
    gaya.font.name, gaya.font.size = _HURUF, Pt(_UKURAN)
    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    gaya.element.get_or_add_rPr().append(bahasa)
    sifat = dokumen.core_properties
    sifat.title = sebaris(f"Nota pengembalian format data kinerja {kepala.periode}", 200)
    sifat.subject, sifat.author = sebaris(kepala.nama_unit, 200), sebaris(kepala.nama_kantor, 200)
    sifat.last_modified_by = PENULIS
    sifat.comments = "Contoh, bukan data resmi" if kepala.contoh else ""
    sifat.created = sifat.modified = kepala.waktu


def _tulis_semua(dokumen: Dokumen, alinea: Sequence[_Alinea]) -> None:
    for satu in alinea:
        _tulis(dokumen.add_paragraph(), satu)


_RATA: Final = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def _tulis(alinea: Paragraph, satu: _Alinea) -> None:
    bentuk = alinea.paragraph_format
    bentuk.alignment = _RATA[satu.rata]
    bentuk.space_before, bentuk.space_after = Pt(0), Pt(satu.sesudah)
    bentuk.line_spacing_rule, bentuk.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(satu.ukuran * _RAPAT)
    bentuk.left_indent = Cm(satu.inden + satu.gantung)
    if satu.gantung:
        bentuk.first_line_indent = Cm(-satu.gantung)
    elif "\t" in satu.teks:
        bentuk.tab_stops.add_tab_stop(Cm(satu.inden + _TAB_CM))
    huruf = alinea.add_run(satu.teks)
    huruf.font.name, huruf.font.size, huruf.bold = _HURUF, Pt(satu.ukuran), satu.tebal
    huruf.font.color.rgb = RGBColor.from_string(satu.warna)
    if satu.garis:
        _garis_bawah(alinea)


def _garis_bawah(alinea: Paragraph) -> None:
    tepi, bawah = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for nama, nilai in (("val", "single"), ("sz", "12"), ("space", "2"), ("color", "000000")):
        bawah.set(qn(f"w:{nama}"), nilai)
    tepi.append(bawah)
    sifat: Any = alinea._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders of its own
    sifat.insert_element_before(tepi, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _tulis_kepala(dokumen: Dokumen, isi: Sequence[tuple[str, str]]) -> None:
    tabel = dokumen.add_table(rows=len(isi), cols=3)
    _atur_lebar(tabel, _KEPALA_CM)
    for baris, (nama, nilai) in zip(tabel.rows, isi, strict=True):
        for sel, teks, cm in zip(baris.cells, (nama, ":", nilai), _KEPALA_CM, strict=True):
            _tulis_sel(sel, teks, cm, _UKURAN)
    _tulis_semua(dokumen, (_Alinea("", sesudah=0),))


def _tulis_tabel(dokumen: Dokumen, temuan: Sequence[Temuan]) -> None:
    tabel = dokumen.add_table(rows=1 + len(temuan), cols=4, style="Table Grid")
    tabel.alignment = WD_TABLE_ALIGNMENT.CENTER
    _atur_lebar(tabel, _TABEL_CM)
    isi = [_JUDUL_TABEL, *(_isi_baris(nomor, satu) for nomor, satu in enumerate(temuan, 1))]
    for nomor, (baris, teks) in enumerate(zip(tabel.rows, isi, strict=True)):
        for sel, satu, cm in zip(baris.cells, teks, _TABEL_CM, strict=True):
            _tulis_sel(sel, satu, cm, _UKURAN_TABEL, judul=nomor == 0)
        _jangan_pecah(baris)


def _atur_lebar(tabel: Table, lebar: Sequence[float]) -> None:
    tabel.autofit = False
    for kolom, cm in zip(tabel.columns, lebar, strict=True):
        kolom.width = Cm(cm)


def _jangan_pecah(baris: Any) -> None:
    """Keep a row on one page."""
    baris._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no name for it


def _tulis_sel(sel: _Cell, teks: str, cm: float, ukuran: float, *, judul: bool = False) -> None:
    sel.width = Cm(cm)
    alinea = sel.paragraphs[0]
    _tulis(alinea, _Alinea(teks, ukuran, tebal=judul, rata="tengah" if judul else "kiri", sesudah=_BANTAL))
    alinea.paragraph_format.space_before = Pt(_BANTAL)
    if judul:
        latar = OxmlElement("w:shd")
        for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", "DCE6F2")):
            latar.set(qn(f"w:{nama}"), nilai)
        sel._tc.get_or_add_tcPr().append(latar)  # noqa: SLF001 - python-docx has no shading of its own
