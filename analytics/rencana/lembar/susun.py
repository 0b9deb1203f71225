"""Writes a *rencana* workbook: the empty template, or a plan in the same shape.

The same plan gives the same bytes. What is written here is read back by `baca` to an equal plan.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analytics.aturan.angka import tulis_ketikan, tulis_rentang
from analytics.aturan.teks import BATAS_PESAN, bersihkan
from analytics.berkas import Berkas
from analytics.lembar.bentuk.gaya import GayaBuku, siapkan
from analytics.lembar.bentuk.validasi import aturan_pilihan
from analytics.rencana.baris import NilaiRencana, Rencana
from analytics.rencana.kolom import JenisKolomRencana, KolomRencana
from analytics.rencana.lembar.petunjuk import tulis_petunjuk
from analytics.rencana.lembar.templat import (
    DAFTAR_LEMBAR,
    IDENTITAS,
    INDIKATOR,
    KOLOM_BUTIR,
    KOLOM_ISIAN,
    LEMBAR_MERUJUK,
    LEMBAR_PETUNJUK,
    LembarRencana,
)
from analytics.rencana.lembar.tulis import TAHUN_AWAL, BarisLembar, IsiSel, UsulIsian, baris_lembar, tahun_lembar
from analytics.rupa import (
    ABU,
    BIRU,
    BIRU_MUDA,
    FOLIO,
    GARIS_ISIAN,
    HURUF,
    KUNING_PUCAT,
    PUTIH,
    TANDA_CONTOH,
    TANDA_CONTOH_CETAK,
    TEPI_INCI,
    TINTA_ABU,
    TINTA_CONTOH,
    TINTA_PENJELASAN,
    UTAMA,
    opsi_buku,
)

_BARIS_CONTOH: Final = 2
_BARIS_JUDUL: Final = 3
_BARIS_ISI: Final = 4
_BARIS_AKHIR: Final = 1999
"""Last row (from 0) that has dropdowns."""
_BARIS_KOSONG: Final = 22
"""Ruled rows of an empty sheet: one printed page."""
_BARIS_SISA: Final = 5
"""Ruled rows to spare below a filled sheet."""
_LEBAR_HALAMAN: Final = 210
"""Characters of column width that are still readable on one printed page."""
_DIBUAT: Final = datetime(2026, 1, 1)
"""The time written into every workbook, so that the same plan gives the same bytes."""
_TINGGI: Final = 13.5
"""Points that one line of text takes."""
_TINGGI_TERBESAR: Final = 409.5
"""Points of the highest row that Excel knows."""
_HURUF_PER_LEBAR: Final = 1.08
"""Letters of running text that fit in one unit of column width."""
_KOLOM_BUTIR: Final = ((KOLOM_BUTIR, 30), (KOLOM_ISIAN, 46), ("Contoh", 44))
_LEBAR_TAHUN: Final = {"nilai": 10, "rupiah": 16}

_DASAR: Final[dict[str, Any]] = {"font_name": HURUF, "font_size": 10, "valign": "top"}
_KOTAK: Final[dict[str, Any]] = {**_DASAR, "border": 1, "border_color": GARIS_ISIAN, "text_wrap": True}
_GAYA: Final[Mapping[str, dict[str, Any]]] = {
    "judul": {**_DASAR, "font_size": 15, "bold": True, "font_color": BIRU, "valign": "vcenter"},
    "penjelasan": {**_DASAR, "font_color": TINTA_PENJELASAN, "valign": "vcenter", "text_wrap": True},
    "contoh": {
        **_DASAR,
        "font_size": 8,
        "italic": True,
        "font_color": TINTA_CONTOH,
        "text_wrap": True,
        "valign": "bottom",
    },
    "kepala": {
        **_KOTAK,
        "bold": True,
        "font_color": PUTIH,
        "bg_color": BIRU,
        "align": "center",
        "valign": "vcenter",
    },
    "kepala_boleh": {**_KOTAK, "bold": True, "bg_color": BIRU_MUDA, "align": "center", "valign": "vcenter"},
    "kepala_bantu": {**_KOTAK, "italic": True, "bg_color": ABU, "align": "center", "valign": "vcenter"},
    "teks": {**_KOTAK, "num_format": "@"},
    "angka": {**_KOTAK, "align": "right"},
    "rupiah": {**_KOTAK, "num_format": "#,##0"},
    "tanggal": {**_KOTAK, "num_format": "[$-421]d mmmm yyyy", "align": "left"},
    "bantu": {**_KOTAK, "bg_color": ABU, "font_color": TINTA_ABU},
    "tebal": {**_DASAR, "font_size": 12, "bold": True, "font_color": BIRU, "valign": "vcenter"},
    "butir": {**_KOTAK, "bold": True, "bg_color": BIRU_MUDA},
    "uraian": {**_KOTAK},
    "usul": {**_KOTAK, "bg_color": KUNING_PUCAT},
    "tautan": {**_KOTAK, "font_color": UTAMA, "underline": 1},
}
_CATATAN: Final = {"x_scale": 1.2, "y_scale": 0.4, "font_size": 9}
_GAYA_JENIS: Final[Mapping[JenisKolomRencana, str]] = {
    "teks": "teks",
    "kode": "teks",
    "kode_simpul": "teks",
    "kode_sub_skpd": "teks",
    "daftar_kode": "teks",
    "pilihan": "teks",
    "daftar": "teks",
    "triwulan": "teks",
    "tahun": "angka",
    "bilangan": "angka",
    "tanggal": "tanggal",
    "nilai": "angka",
    "rupiah": "rupiah",
    "bantu": "bantu",
}


def susun_templat(
    rencana: Rencana | None = None,
    *,
    tahun_awal: int = TAHUN_AWAL,
    skala: Sequence[str] = (),
    baris: Mapping[str, Sequence[BarisLembar]] | None = None,
) -> Berkas:
    """The workbook to fill: empty, or filled with a plan that a workbook or the store gave.

    `tahun_awal` is the first year of an empty template; `skala` the scales of grades of the acuan,
    for the dropdown. `baris` are the rows of sheets, by key, that are not those of the plan.
    """
    ditulis = rencana or Rencana()
    contoh = ditulis.identitas is not None and ditulis.identitas.contoh
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, opsi_buku()) as buku:
        judul = bersihkan(f"Rencana kinerja: {ditulis.identitas.nama if ditulis.identitas else 'Templat'}", BATAS_PESAN)
        buku.set_properties({"title": judul, "created": _DIBUAT, "comments": TANDA_CONTOH if contoh else ""})
        gaya = siapkan(buku, _GAYA)
        tulis_petunjuk(_lembar(buku, LEMBAR_PETUNJUK, contoh=contoh), gaya.bentuk, contoh=contoh)
        for lembar in DAFTAR_LEMBAR:
            halaman = _LembarDitulis(
                _lembar(buku, lembar.nama, contoh=contoh), gaya, lembar, ditulis, tahun_awal, tuple(skala)
            )
            sebaris = (baris or {}).get(lembar.kunci)
            halaman.tulis(baris_lembar(ditulis, lembar) if sebaris is None else sebaris, contoh=contoh)
    return Berkas(_nama(ditulis), wadah.getvalue())


def _nama(rencana: Rencana) -> str:
    if rencana.identitas is None:
        return "templat_rencana.xlsx"
    return f"rencana_{re.sub(r'[^a-z0-9]+', '_', rencana.identitas.nama.lower()).strip('_')}.xlsx"


def _lembar(buku: xlsxwriter.Workbook, nama: str, *, contoh: bool) -> Worksheet:
    lembar = buku.add_worksheet(nama)
    lembar.hide_gridlines(2)
    lembar.set_paper(FOLIO)
    lembar.set_landscape()
    lembar.set_margins(**TEPI_INCI)
    lembar.fit_to_pages(1, 0)
    tanda = f" · {TANDA_CONTOH_CETAK}" if contoh else ""
    lembar.set_footer(f"&L&8Rencana · {nama}{tanda}&R&8Halaman &P dari &N")
    return lembar


@dataclass(frozen=True)
class _LembarDitulis:
    """One sheet being written."""

    sel: Worksheet
    gaya: GayaBuku
    lembar: LembarRencana
    rencana: Rencana
    tahun_awal: int
    skala: tuple[str, ...]

    def tulis(self, baris: Sequence[BarisLembar], *, contoh: bool) -> None:
        """Title, notes, headers, rows, dropdowns."""
        self.sel.set_row(0, 24)
        self.sel.write_string(0, 0, self.lembar.nama, self.gaya["judul"])
        if self.lembar is IDENTITAS:
            self._penjelasan([lebar for _, lebar in _KOLOM_BUTIR], contoh=contoh)
            self._butir(baris[0] if baris else {})
            return
        kolom = self._kolom()
        self._penjelasan([kepala.lebar for kepala in kolom], contoh=contoh)
        self._kepala(kolom)
        akhir = _BARIS_ISI + len(baris) + (_BARIS_SISA if baris else _BARIS_KOSONG)
        for nomor in range(_BARIS_ISI, akhir):
            sel_baris = baris[nomor - _BARIS_ISI] if nomor - _BARIS_ISI < len(baris) else {}
            self._baris(nomor, kolom, sel_baris)
        for urutan, kepala in enumerate(kolom):
            self._daftar_pilihan(urutan, kepala, _BARIS_ISI, _BARIS_AKHIR)
        self._cetak(kolom, akhir)

    def _penjelasan(self, lebar: Sequence[int], *, contoh: bool) -> None:
        """What the sheet holds, over the width of the table."""
        teks = (f"{TANDA_CONTOH_CETAK}.  " if contoh else "") + self.lembar.penjelasan
        self.sel.set_row(1, _jumlah_baris(teks, sum(lebar)) * _TINGGI + 3)
        self.sel.merge_range(1, 0, 1, len(lebar) - 1, "", self.gaya["penjelasan"])
        self.sel.write_string(1, 0, teks, self.gaya["penjelasan"])

    def _cetak(self, kolom: Sequence[KolomRencana], akhir: int) -> None:
        """Frozen and repeated headers; a sheet too wide for one page takes two, with its codes on both."""
        self.sel.freeze_panes(_BARIS_ISI, 2 if len(kolom) > 4 else 0)
        self.sel.repeat_rows(_BARIS_JUDUL)
        self.sel.print_area(0, 0, akhir - 1, len(kolom) - 1)
        if sum(kepala.lebar for kepala in kolom) > _LEBAR_HALAMAN:
            self.sel.fit_to_pages(2, 0)
            self.sel.repeat_columns(0, 1 if self.lembar.kunci in LEMBAR_MERUJUK else 0)

    def _kolom(self) -> tuple[KolomRencana, ...]:
        """The columns from the left: years before what earlier templates did not have."""
        tahun = self._kolom_tahun()
        dulu = tuple(kolom for kolom in self.lembar.kolom if not (tahun and kolom.menyusul))
        return (*dulu, *tahun, *self.lembar.kolom[len(dulu) :])

    def _kolom_tahun(self) -> tuple[KolomRencana, ...]:
        """The columns per year: the years of the documents that stand on this sheet, or those from `tahun_awal`."""
        if self.lembar.per_tahun is None:
            return ()
        lebar = _LEBAR_TAHUN[self.lembar.per_tahun]
        contoh = "80 | BB" if self.lembar.per_tahun == "nilai" else "12500000"
        return tuple(
            KolomRencana(str(tahun), self.lembar.per_tahun, contoh if nomor == 0 else "", lebar, kunci=str(tahun))
            for nomor, tahun in enumerate(tahun_lembar(self.rencana, self.lembar, self.tahun_awal))
        )

    def _kepala(self, kolom: Sequence[KolomRencana]) -> None:
        self.sel.set_row(_BARIS_CONTOH, 24)
        self.sel.set_row(_BARIS_JUDUL, 32)
        for urutan, kepala in enumerate(kolom):
            gaya = "kepala" if kepala.wajib or kepala.kunci.isdigit() else "kepala_boleh"
            gaya = "kepala_bantu" if kepala.jenis == "bantu" else gaya
            self.sel.set_column(urutan, urutan, kepala.lebar)
            self.sel.write_string(_BARIS_CONTOH, urutan, kepala.contoh, self.gaya["contoh"])
            if kepala.kunci.isdigit():
                self.sel.write_number(_BARIS_JUDUL, urutan, int(kepala.kunci), self.gaya[gaya])
            else:
                self.sel.write_string(_BARIS_JUDUL, urutan, kepala.judul, self.gaya[gaya])

    def _baris(self, nomor: int, kolom: Sequence[KolomRencana], sel_baris: BarisLembar) -> None:
        tinggi = 1
        for urutan, kepala in enumerate(kolom):
            if kepala.jenis == "bantu":
                nama = self._bantu(nomor, urutan, kepala, sel_baris)
                tinggi = max(tinggi, _jumlah_baris(nama, kepala.lebar))
                continue
            nilai = sel_baris.get(kepala.kunci)
            self._tulis(nomor, urutan, nilai, _GAYA_JENIS[kepala.jenis])
            if isinstance(nilai, str):
                tinggi = max(tinggi, _jumlah_baris(nilai, kepala.lebar))
        self.sel.set_row(nomor, min(tinggi * _TINGGI + 3, _TINGGI_TERBESAR))

    def _tulis(self, baris: int, urutan: int, nilai: IsiSel, nama_gaya: str) -> None:
        gaya = self.gaya[nama_gaya]
        match nilai:
            case None:
                self.sel.write_blank(baris, urutan, None, gaya)
            case UsulIsian():
                self.sel.write_blank(baris, urutan, None, self.gaya["usul"])
                self.sel.write_comment(baris, urutan, f"Usul Capaian: {nilai.teks}", _CATATAN)
            case NilaiRencana():
                self._tulis(baris, urutan, _tulis_nilai(nilai), nama_gaya)
            case date():
                self.sel.write_datetime(baris, urutan, datetime(nilai.year, nilai.month, nilai.day), gaya)
            case str():
                self.gaya.tulis(self.sel, baris, urutan, nilai, nama_gaya)
            case _:
                self.sel.write_number(baris, urutan, float(nilai), gaya)

    def _bantu(self, baris: int, urutan: int, kolom: KolomRencana, sel_baris: BarisLembar) -> str:
        """A formula that shows the name of the code to its left; returns the name as it is now."""
        acuan = next(lembar for lembar in DAFTAR_LEMBAR if lembar.kunci == kolom.acuan)
        kode, nama = (_rentang(acuan, kunci) for kunci in ("kode", "nama"))
        sel = xl_rowcol_to_cell(baris, urutan - 1)
        teks = bersihkan(_nama_kode(self.rencana, acuan, sel_baris.get(self.lembar.kolom[urutan - 1].kunci)))
        rumus = f'=IFERROR(INDEX({nama},MATCH({sel},{kode},0)),"")'
        self.sel.write_formula(baris, urutan, rumus, self.gaya["bantu"], teks)
        return teks

    def _butir(self, sel_baris: BarisLembar) -> None:
        """Identitas: one line per item."""
        for urutan, (judul, lebar) in enumerate(_KOLOM_BUTIR):
            self.sel.set_column(urutan, urutan, lebar)
            gaya = "kepala_bantu" if urutan == 2 else "kepala"
            self.sel.write_string(_BARIS_JUDUL, urutan, judul, self.gaya[gaya])
        for nomor, kolom in enumerate(self.lembar.kolom, _BARIS_ISI):
            self.sel.set_row(nomor, 20)
            self.sel.write_string(nomor, 0, kolom.judul, self.gaya["butir"])
            self._tulis(nomor, 1, sel_baris.get(kolom.kunci), "teks")
            self.sel.write_string(nomor, 2, kolom.contoh, self.gaya["bantu"])
            self._daftar_pilihan(1, kolom, nomor, nomor)

    def _daftar_pilihan(self, urutan: int, kolom: KolomRencana, awal: int, akhir: int) -> None:
        aturan = self._aturan_sel(kolom)
        if aturan is not None:
            self.sel.data_validation(awal, urutan, akhir, urutan, aturan)

    def _aturan_sel(self, kolom: KolomRencana) -> dict[str, Any] | None:
        if kolom.jenis == "pilihan":
            return aturan_pilihan([kata.nama for kata in kolom.pilihan])
        if kolom.kunci == "skala_ordinal" and self.skala:
            return aturan_pilihan(self.skala)
        if kolom.acuan is not None and kolom.jenis in {"kode", "kode_simpul"}:
            return _pilih_kode(next(lembar for lembar in DAFTAR_LEMBAR if lembar.kunci == kolom.acuan))
        if kolom.jenis == "tahun":
            return _bilangan_bulat(2000, 2100)
        return None


def _pilih_kode(lembar: LembarRencana) -> dict[str, Any]:
    awal = _rentang(lembar, "kode").split(":")[0]
    return {
        "validate": "list",
        "source": f"=OFFSET({awal},0,0,MAX(1,COUNTA({_rentang(lembar, 'kode')})),1)",
        "error_type": "warning",
        "error_title": "Kode belum ada",
        "error_message": f"Kode ini belum ada di lembar {lembar.nama}. Tambahkan di sana, atau pilih dari daftar.",
    }


def _bilangan_bulat(dari: int, sampai: int) -> dict[str, Any]:
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": dari,
        "maximum": sampai,
        "error_title": "Bukan tahun",
        "error_message": "Tulis tahun empat angka, misalnya 2026.",
    }


def _rentang(lembar: LembarRencana, kunci: str) -> str:
    """The cells of one column of a sheet, as a formula names them."""
    huruf = xl_col_to_name(next(n for n, kolom in enumerate(lembar.kolom) if kolom.kunci == kunci))
    return f"'{lembar.nama}'!${huruf}${_BARIS_ISI + 1}:${huruf}${_BARIS_AKHIR + 1}"


def _nama_kode(rencana: Rencana, lembar: LembarRencana, kode: IsiSel) -> str:
    daftar: Iterable[Any] = rencana.indikator if lembar is INDIKATOR else rencana.simpul
    return next((baris.nama for baris in daftar if baris.kode == kode), "")


def _jumlah_baris(teks: str, lebar: int) -> int:
    """How many lines a wrapped text takes in a column."""
    return max(1, -(-len(teks) // int(lebar * _HURUF_PER_LEBAR)))


def _tulis_nilai(nilai: NilaiRencana) -> IsiSel:
    """A value as a cell: a number where it is one, else text that reads back as the same value."""
    if nilai.bawah is not None and nilai.atas is not None:
        return tulis_rentang(nilai.bawah, nilai.atas)
    if nilai.nilai is not None:
        if nilai.desimal is not None and nilai.batas is None:
            return tulis_ketikan(nilai.nilai, nilai.desimal)
        return nilai.nilai if nilai.batas is None else f"{nilai.batas} {tulis_ketikan(nilai.nilai)}"
    return nilai.peringkat
