"""Sheet TEMUAN: every finding of the workbook with a link to its cell, and what the copy does not carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from analytics import rupa
from analytics.aturan.teks import bersihkan, mirip_rumus, sebaris, teks_kaki
from analytics.aturan.ukuran_teks import banyak_baris, tinggi_baris
from analytics.lembar.bekas import LEMBAR_TEMUAN, LEMBAR_TEMUAN_LAIN, PENANDA_TEMUAN, SEL_PENANDA
from analytics.lembar.penanda.asli import huruf
from analytics.lembar.penanda.tanda import WARNA
from analytics.lembar.penanda.tempat import Tempat
from analytics.naskah.kepala import Kembalian, hitung_tingkat, tulis_tingkat
from analytics.temuan.butir import URUTAN_TINGKAT
from analytics.temuan.katalog import KATALOG_FORMAT, Tingkat

BELUM, SUDAH, BERALASAN, PERIKSA = "belum diubah", "sudah diubah", "ada alasan", "periksa"
"""What column Keadaan says."""


@dataclass(frozen=True)
class LembarKita:
    """Our sheet as it was named, and what its formulas show, by address."""

    nama: str
    hasil: Mapping[str, str]


@dataclass(frozen=True)
class _Kolom:
    judul: str
    lebar: float
    tengah: bool = False


_KOLOM: Final = (
    _Kolom("No", 4.5, tengah=True),
    _Kolom("Tingkat", 14),
    _Kolom("Lembar!Sel", 15),
    _Kolom("Indikator", 22),
    _Kolom("Yang diketik", 13),
    _Kolom("Dibaca", 13),
    _Kolom("Yang ditemukan", 34),
    _Kolom("Ketik / lakukan ini", 34),
    _Kolom("Nilai pembanding", 18),
    _Kolom("Mengapa", 26),
    _Kolom("Keadaan", 10.5, tengah=True),
)
_KEADAAN: Final = len(_KOLOM)
_UKURAN: Final = 10
_BATAS_KUTIPAN: Final = 250
_BATAS_KALIMAT: Final = 600

_CARA_PAKAI: Final = (
    "Perbaiki langsung di berkas ini: klik alamat sel, betulkan, simpan, lalu unggah lagi. Lembar TEMUAN, warna, dan "
    "catatan Capaian boleh dibiarkan; warna hilang sendiri setelah selnya diubah."
)
_LEGENDA: Final[dict[Tingkat, str]] = {
    "galat": "harus dibetulkan; berkas belum dapat diterima",
    "peringatan": "betulkan, atau tulis alasannya",
    "info": "untuk diketahui",
}
_INDEN: Final = 9
"""Pixels that an indented text begins further right."""
_KIRI: Final = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_TENGAH: Final = Alignment(horizontal="center", vertical="top", wrap_text=True)
_TIPIS: Final = Side(style="thin", color=rupa.GARIS_ISIAN.lstrip("#").upper())
_KOTAK: Final = Border(left=_TIPIS, right=_TIPIS, top=_TIPIS, bottom=_TIPIS)


def tulis(buku: Workbook, kepala: Kembalian, tempat: Sequence[Tempat], hilang: Sequence[str]) -> LembarKita:
    """Add the sheet in front of the others and make it the one that opens."""
    lembar = buku.create_sheet(_nama_bebas(buku), 0)
    _tulis_teks(lembar[SEL_PENANDA], PENANDA_TEMUAN)
    lembar.row_dimensions[1].hidden = True
    for nomor, kolom in enumerate(_KOLOM, 1):
        lembar.column_dimensions[huruf(nomor)].width = kolom.lebar
    baris = _tulis_kepala(lembar, kepala, tempat)
    hasil = _tulis_tabel(lembar, baris, tempat)
    _tulis_hilang(lembar, baris + max(len(tempat), 1) + 2, hilang)
    _atur_lembar(lembar, baris, kepala)
    _buka_di_sini(buku, lembar)
    return LembarKita(lembar.title, hasil)


def _nama_bebas(buku: Workbook) -> str:
    terpakai = {nama.casefold() for nama in buku.sheetnames}
    calon = [LEMBAR_TEMUAN, LEMBAR_TEMUAN_LAIN]
    calon += [f"{LEMBAR_TEMUAN_LAIN} {nomor}" for nomor in range(2, len(terpakai) + 3)]
    return next(nama for nama in calon if nama.casefold() not in terpakai)


def _tulis_teks(sel: Cell, teks: str, *, tebal: bool = False, warna: str = "FF222222", ukuran: float = _UKURAN) -> None:
    """A text cell that can never become a formula."""
    bersih = bersihkan(teks)
    sel.value = bersih
    sel.data_type = "s"
    sel.quotePrefix = mirip_rumus(bersih)
    sel.font = Font(name=rupa.HURUF, size=ukuran, bold=tebal, color=warna)
    sel.alignment = Alignment(vertical="top", wrap_text=True)


def _tulis_kepala(lembar: Worksheet, kepala: Kembalian, tempat: Sequence[Tempat]) -> int:
    """The heading; the row of the table's own header."""
    asal = f"{kepala.nama_kantor} · {kepala.nama_unit} · {kepala.periode}"
    berkas = f"Berkas “{sebaris(kepala.nama_berkas, 120)}”, unggahan ke-{kepala.ke}, diperiksa {kepala.tulis_waktu()}"
    kemajuan = f" {kepala.kemajuan}." if kepala.kemajuan else ""
    jumlah = f"Jumlah: {hitung_tingkat([satu.temuan for satu in tempat])}."
    _gabung(lembar, 2, "Temuan pemeriksaan format data kinerja", tebal=True, warna="FF1F3864", ukuran=15)
    _gabung(lembar, 3, f"{asal} · {berkas}", warna="FF333333")
    baris = 4
    if kepala.contoh:
        _gabung(lembar, baris, rupa.TANDA_CONTOH_CETAK, tebal=True, warna="FF9E2A0B")
        baris += 1
    ada = {satu.temuan.tingkat for satu in tempat}
    tingkat: Tingkat = next((satu for satu in URUTAN_TINGKAT if satu in ada), "info")
    _gabung(lembar, baris, kepala.putusan, tebal=True, warna=WARNA[tingkat][1], ukuran=12)
    _gabung(lembar, baris + 1, f"{jumlah}{kemajuan}", tebal=True)
    _gabung(lembar, baris + 2, _CARA_PAKAI)
    _tulis_legenda(lembar, baris + 3)
    return baris + 4


def _gabung(
    lembar: Worksheet, baris: int, teks: str, *, tebal: bool = False, warna: str = "FF222222", ukuran: float = _UKURAN
) -> None:
    """One line of text across the whole table."""
    lembar.merge_cells(start_row=baris, end_row=baris, start_column=1, end_column=_KEADAAN)
    _tulis_teks(lembar.cell(baris, 1), teks, tebal=tebal, warna=warna, ukuran=ukuran)
    piksel = sum(_piksel(kolom.lebar) for kolom in _KOLOM)
    lembar.row_dimensions[baris].height = tinggi_baris(banyak_baris(teks, piksel, ukuran, tebal=tebal), ukuran)


def _tulis_legenda(lembar: Worksheet, baris: int) -> None:
    for tingkat, (awal, akhir) in zip(_LEGENDA, ((1, 5), (6, 7), (8, 8)), strict=True):
        lembar.merge_cells(start_row=baris, end_row=baris, start_column=awal, end_column=akhir)
        sel = lembar.cell(baris, awal)
        _tulis_teks(sel, f"{tulis_tingkat(tingkat)}: {_LEGENDA[tingkat]}", warna=WARNA[tingkat][1])
        sel.fill = PatternFill("solid", fgColor=WARNA[tingkat][0])
    lembar.row_dimensions[baris].height = 16


def _tulis_tabel(lembar: Worksheet, kepala: int, tempat: Sequence[Tempat]) -> dict[str, str]:
    for nomor, kolom in enumerate(_KOLOM, 1):
        sel = lembar.cell(kepala, nomor)
        _tulis_teks(sel, kolom.judul, tebal=True, warna="FFFFFFFF")
        sel.fill = PatternFill("solid", fgColor=rupa.BIRU.lstrip("#").upper())
        sel.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sel.border = _KOTAK
    lembar.row_dimensions[kepala].height = 20
    hasil = dict(_tulis_baris(lembar, kepala + nomor, nomor, satu) for nomor, satu in enumerate(tempat, 1))
    if not tempat:
        _gabung(lembar, kepala + 1, "Tidak ada temuan.")
    else:
        _hijaukan(lembar, f"{huruf(_KEADAAN)}{kepala + 1}:{huruf(_KEADAAN)}{kepala + len(tempat)}")
    return {alamat: isi for alamat, isi in hasil.items() if isi}


def _hijaukan(lembar: Worksheet, wilayah: str) -> None:
    awal, _, _ = wilayah.partition(":")
    rumus = f'OR({awal}="{SUDAH}",{awal}="{BERALASAN}")'
    hijau = PatternFill(fill_type="solid", bgColor="FFD5EBD3")
    lembar.conditional_formatting.add(wilayah, FormulaRule([rumus], font=Font(color="FF1E5B22"), fill=hijau))


def _isi_baris(nomor: int, satu: Tempat) -> tuple[str, ...]:
    temuan = satu.temuan
    kode = temuan.kode_indikator or temuan.kode_baris or ""
    return (
        str(nomor),
        tulis_tingkat(temuan.tingkat),
        temuan.alamat if temuan.lembar else "seluruh berkas",
        sebaris(f"{kode} {satu.nama}".strip(), _BATAS_KUTIPAN),
        sebaris(temuan.diketik or "", _BATAS_KUTIPAN),
        sebaris(temuan.dipahami or "", _BATAS_KUTIPAN),
        sebaris(temuan.pesan, _BATAS_KALIMAT),
        sebaris(temuan.saran, _BATAS_KALIMAT),
        "\n".join(sebaris(nilai, _BATAS_KUTIPAN) for nilai in temuan.pembanding[:6]),
        KATALOG_FORMAT[temuan.kode].sebab if temuan.kode in KATALOG_FORMAT else "",
    )


def _tulis_baris(lembar: Worksheet, baris: int, nomor: int, satu: Tempat) -> tuple[str, str]:
    """Write one finding; the address of its Keadaan and what that shows, empty when it is no formula."""
    isi = _isi_baris(nomor, satu)
    for kolom, teks in enumerate(isi, 1):
        sel = lembar.cell(baris, kolom)
        _tulis_teks(sel, teks)
        sel.border = _KOTAK
        tengah = _KOLOM[kolom - 1].tengah
        sel.alignment = _TENGAH if tengah else _KIRI
    lembar.cell(baris, 1).value = nomor
    lembar.cell(baris, 1).data_type = "n"
    _warnai_tingkat(lembar.cell(baris, 2), satu.temuan.tingkat)
    _tautkan(lembar.cell(baris, 3), satu)
    lembar.row_dimensions[baris].height = _tinggi(isi)
    return _tulis_keadaan(lembar.cell(baris, _KEADAAN), satu)


def _warnai_tingkat(sel: Cell, tingkat: Tingkat) -> None:
    latar, tinta = WARNA[tingkat]
    sel.fill = PatternFill("solid", fgColor=latar)
    sel.font = Font(name=rupa.HURUF, size=_UKURAN, bold=True, color=tinta)


def _tautkan(sel: Cell, satu: Tempat) -> None:
    if satu.lembar is None:
        return
    tujuan = f"{kutip_lembar(satu.lembar)}{satu.sel or 'A1'}"
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=tujuan, tooltip="Menuju sel ini")
    sel.font = Font(name=rupa.HURUF, size=_UKURAN, underline="single", color="FF1F4E9E")


def kutip_lembar(nama: str) -> str:
    """The name of a sheet as it stands in front of an address: `'Sheet ''A'''!`."""
    kutip = nama.replace("'", "''")
    return f"'{kutip}'!"


def _tulis_keadaan(sel: Cell, satu: Tempat) -> tuple[str, str]:
    syarat = satu.syarat(kutip_lembar(satu.lembar)) if satu.lembar else None
    _tulis_teks(sel, PERIKSA)
    sel.border = _KOTAK
    sel.alignment = _TENGAH
    if syarat is None:
        return sel.coordinate, ""
    belum = f'"{BELUM}"'
    if satu.alasan and satu.lembar:
        belum = f'IF(LEN({kutip_lembar(satu.lembar)}{satu.alasan})>0,"{BERALASAN}",{belum})'
    sel.value = f'=IF(IFERROR({syarat},FALSE),{belum},"{SUDAH}")'
    sel.data_type = "f"
    return sel.coordinate, BELUM


def _tinggi(isi: Iterable[str]) -> float:
    baris = (
        banyak_baris(teks, _piksel(kolom.lebar) - _INDEN, _UKURAN, tebal=kolom.judul == "Tingkat")
        for teks, kolom in zip(isi, _KOLOM, strict=False)
    )
    return tinggi_baris(max(baris), _UKURAN) + 3


def _piksel(lebar: float) -> int:
    return int(lebar * 7 + 5)


def _tulis_hilang(lembar: Worksheet, baris: int, hilang: Sequence[str]) -> None:
    _gabung(lembar, baris, "Yang tidak terbawa ke salinan ini", tebal=True, warna="FF1F3864", ukuran=12)
    if not hilang:
        _gabung(lembar, baris + 1, "Semua isi terbawa.")
        return
    for nomor, satu in enumerate(hilang, 1):
        _gabung(lembar, baris + nomor, f"• {satu}")
    _gabung(lembar, baris + len(hilang) + 1, "Semuanya tetap ada di berkas asli, yang dikembalikan tanpa perubahan.")


def _atur_lembar(lembar: Worksheet, kepala: int, asal: Kembalian) -> None:
    lembar.sheet_view.showGridLines = False
    lembar.freeze_panes = f"D{kepala + 1}"
    lembar.sheet_properties.tabColor = "FF9C1C10"
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.paperSize = rupa.FOLIO
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.page_margins.left = lembar.page_margins.right = 0.4
    lembar.page_margins.top, lembar.page_margins.bottom = 0.5, 0.6
    lembar.print_title_rows = f"{kepala}:{kepala}"
    contoh = f" · {rupa.TANDA_CONTOH_CETAK}" if asal.contoh else ""
    lembar.oddFooter.left.text = teks_kaki(f"{asal.nama_unit} · {asal.periode}{contoh}")
    lembar.oddFooter.right.text = "Halaman &P dari &N"
    lembar.oddFooter.left.size = lembar.oddFooter.right.size = 8
    lembar.protection.sheet = True
    lembar.protection.formatColumns = lembar.protection.formatRows = False


def _buka_di_sini(buku: Workbook, lembar: Worksheet) -> None:
    """Only this sheet is selected: several selected sheets would be typed into at once."""
    for satu in buku.worksheets:
        for pandangan in satu.views.sheetView:
            pandangan.tabSelected = satu is lembar
    buku.active = buku.index(lembar)
    for pandangan in buku.views:
        pandangan.firstSheet = 0
