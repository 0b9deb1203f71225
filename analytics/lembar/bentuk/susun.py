"""Writes the format workbook of one unit and triwulan: pre-filled, locked but for the yellow cells.

The same plan gives the same bytes. Sheets: Petunjuk, Realisasi (one row per indicator), Anggaran (one row per leaf of
the plan tree, where the unit fills it) and the hidden fingerprint.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analytics.acuan import Penanya
from analytics.aturan.angka import BATAS_BESAR, DESIMAL_SIMPAN, Angka, baca_bilangan, tulis_angka
from analytics.aturan.capaian import Target, bulatkan_pecahan
from analytics.aturan.desimal import DESIMAL_BIASA, desimal_sel, desimal_target
from analytics.aturan.istilah import BUKTI_WAJIB, NAMA_POLARITAS
from analytics.aturan.pecahan import nilai_pecahan, render_excel
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    ROMAWI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    Periode,
)
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.aturan.teks import BATAS_PESAN, bersihkan, teks_kaki
from analytics.aturan.tetap import tulis_tetap
from analytics.aturan.ukuran_teks import banyak_baris, lebar_teks
from analytics.berkas import Berkas
from analytics.lembar.bentuk import petunjuk
from analytics.lembar.bentuk.bahan import (
    BahanFormat,
    IndikatorFormat,
    KegiatanFormat,
    LaporanUnit,
    SimpulFormat,
    muat_bahan,
)
from analytics.lembar.bentuk.format import (
    KOLOM_ANGGARAN,
    KUNCI_URAIAN,
    LEMBAR_ANGGARAN,
    LEMBAR_PETUNJUK,
    LEMBAR_REALISASI,
    LEMBAR_SIDIK,
    KolomFormat,
    identitas,
    kolom_realisasi,
    tulis_cara_isi,
)
from analytics.lembar.bentuk.gaya import GayaBuku, siapkan
from analytics.lembar.bentuk.ketikan import Isian, IsianUnit, Ketikan, bilangan
from analytics.lembar.bentuk.validasi import aturan_angka, aturan_capaian, aturan_pilihan, aturan_rupiah, berkata
from analytics.rupa import FOLIO, FOLIO_INCI, TANDA_CONTOH_CETAK, TANDA_CONTOH_SIFAT, TEPI_INCI, opsi_buku

NAMA_STATUS: Final = {
    BELUM_ADA_DATA: "wajib diisi",
    BELUM_WAKTUNYA: "belum waktunya, boleh kosong",
    TIDAK_DIRENCANAKAN: "tidak direncanakan tahun ini",
}
"""What the column Status says, by what a blank would mean."""
NAMA_TINGKAT: Final = {
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
}

_KOSONG: Final = IsianUnit()
_KOLOM_RUPIAH: Final = ("pagu", "lalu", "rupiah")
_BUKAN_NAMA: Final = re.compile(r"[^\w.-]+")
"""Signs of a unit's code that do not go into a file name."""
_BARIS_KUNCI: Final = 3
_BARIS_KEPALA: Final = 4
_BARIS_ISI: Final = 5
_SKALA_REALISASI: Final = 70
"""Percent at which the columns of one printed page fit on folio."""
_SKALA_ANGGARAN: Final = 85
_TINGGI_KERTAS: Final = 7.4 * 72 * 0.95
"""Points between the margins of folio landscape, a little less because programs measure rows differently."""
_BARIS_JUDUL: Final = range(3)
"""The title above the header, on the first page of a table."""
_TINGGI_NAMA: Final = 24
_TINGGI_ASAL: Final = 15
_TINGGI_KELOMPOK: Final = 18
_TINGGI_KEPALA: Final = 44
_TINGGI_BIASA: Final = 15
_TINGGI_BARIS: Final = 13
"""Points that one line of text takes."""
_UKURAN_HURUF: Final = 10
_PIKSEL_HURUF: Final = 7
"""Pixels of a column for each character of its width, without its margins."""
_PIKSEL_TEPI: Final = 5
"""Pixels of the margins of a column."""
_PIKSEL_ANGKA: Final = 9
"""Pixels that a number needs beside its digits: what the margins do not give, and the space of its format."""
_LEBAR_KERTAS: Final = (FOLIO_INCI[1] - TEPI_INCI["left"] - TEPI_INCI["right"]) * 72
"""Points between the margins of folio landscape."""
_TINGGI_TERBESAR: Final = 409.5
"""Points of the highest row that Excel knows."""
_BATAS_NAMA_KAKI: Final = 150
"""UTF-16 units of a unit's name that leave room for the periode and the mark of sample data in the footer."""


def susun_format(
    gudang: Penanya, kode_pd: str, kode_unit: str, periode: Periode, pada: datetime, isian: IsianUnit = _KOSONG
) -> Berkas:
    """The format workbook of a unit for a triwulan, by the plan in force on the last day of that triwulan.

    `pada` is the time that the workbook says it was made, `isian` what stands in its cells already. Raises
    UnitTidakDikenal for an unknown office or unit, and KeyError for a row or column that the format does not have.
    """
    bahan = muat_bahan(gudang, kode_pd, kode_unit, periode)
    return Berkas(nama_format(kode_unit, periode), tulis_format(bahan, pada, isian))


def nama_format(kode_unit: str, periode: Periode, asal: str = "") -> str:
    """`format_2026_TW3_PEM.xlsx`; `asal` says in it where its content comes from."""
    akhir = f"_{asal}" if asal else ""
    return f"format_{periode.tahun}_TW{periode.triwulan}_{_BUKAN_NAMA.sub('_', kode_unit)}{akhir}.xlsx"


def tulis_format(bahan: BahanFormat, pada: datetime, isian: IsianUnit = _KOSONG) -> bytes:
    """The bytes of the format workbook for this material, with what is typed into it.

    `isian` goes into the columns that a unit fills; None leaves a cell blank, and a value in the column of a formula
    takes its place. Formulas have the results that Excel gives them. Raises KeyError for a row or column that the
    format does not have.
    """
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, opsi_buku()) as buku:
        tulis_lembar(buku, bahan, pada, isian)
    return wadah.getvalue()


@dataclass(frozen=True)
class LembarTertulis:
    """A sheet as it was written: row numbers by code and column numbers by key, from 0."""

    lembar: Worksheet
    baris: Mapping[str, int]
    kolom: Mapping[str, int]


def tulis_lembar(
    buku: xlsxwriter.Workbook, bahan: BahanFormat, pada: datetime, isian: IsianUnit = _KOSONG
) -> Mapping[str, LembarTertulis]:
    """Write the sheets of the format behind those that a new workbook has; where its tables stand, by sheet.

    Raises KeyError as `tulis_format` does.
    """
    buku.set_properties(
        {
            "title": f"Format data kinerja {bahan.periode.nama}",
            "subject": bersihkan(bahan.nama_unit, BATAS_PESAN),
            "author": bersihkan(bahan.kantor.nama, BATAS_PESAN),
            "comments": TANDA_CONTOH_SIFAT if bahan.kantor.contoh else "",
            "created": pada,
        }
    )
    gaya = siapkan(buku)
    petunjuk.tulis(_lembar(buku, LEMBAR_PETUNJUK, bahan), gaya, bahan, pada)
    realisasi = _LembarRealisasi(_lembar(buku, LEMBAR_REALISASI, bahan), gaya, bahan, isian.realisasi)
    tertulis = {LEMBAR_REALISASI: realisasi.tulis()}
    if bahan.simpul:
        anggaran = _LembarAnggaran(_lembar(buku, LEMBAR_ANGGARAN, bahan), gaya, bahan, isian.anggaran)
        tertulis[LEMBAR_ANGGARAN] = anggaran.tulis()
    _tulis_sidik(buku, bahan)
    return tertulis


def _lembar(buku: xlsxwriter.Workbook, nama: str, bahan: BahanFormat) -> Worksheet:
    """A new sheet, protected against slips and set up for folio."""
    lembar = buku.add_worksheet(nama)
    lembar.protect("", {"format_columns": True, "format_rows": True})
    lembar.hide_gridlines(2)
    lembar.set_paper(FOLIO)
    lembar.set_margins(**TEPI_INCI)
    contoh = f" · {TANDA_CONTOH_CETAK}" if bahan.kantor.contoh else ""
    kaki = teks_kaki(bahan.nama_unit, _BATAS_NAMA_KAKI)
    lembar.set_footer(f"&L&8{kaki} · {bahan.periode.nama}{contoh}&R&8Halaman &P dari &N")
    return lembar


def _tulis_sidik(buku: xlsxwriter.Workbook, bahan: BahanFormat) -> None:
    lembar = buku.add_worksheet(LEMBAR_SIDIK)
    lembar.protect()
    for nomor, (kunci, nilai) in enumerate(identitas(bahan).tulis()):
        lembar.write_string(nomor, 0, kunci)
        lembar.write_string(nomor, 1, bersihkan(nilai))
    lembar.very_hidden()


class _LembarBertabel:
    """One sheet with a table: title, hidden keys, header, then rows of locked and yellow cells."""

    skala: int
    """Percent of the printed page, as long as no column has to be wider than it is meant."""

    def __init__(
        self,
        lembar: Worksheet,
        gaya: GayaBuku,
        bahan: BahanFormat,
        kolom: Sequence[KolomFormat],
        baris: Collection[str],
        isian: Isian,
    ) -> None:
        _jaga_isian(isian, baris, kolom)
        self.semua_ketikan = isian
        self.ketikan: Mapping[str, Ketikan] = {}
        self.lembar = lembar
        self.gaya = gaya
        self.bahan = bahan
        self.kolom = kolom
        self.nomor = {kepala.kunci: urutan for urutan, kepala in enumerate(kolom)}
        self._lebar = {kepala.kunci: kepala.lebar for kepala in kolom}
        self._baris: dict[str, int] = {}
        self._tinggi: dict[int, float] = {}
        self._menempel: set[int] = set()
        self._tetap = 0

    def kepala(self, judul: str, beku: str) -> None:
        """Title block, column widths, keys, headers; `beku` is the key of the first column that scrolls."""
        kantor = self.bahan.kantor
        self._tetap = self.nomor[beku]
        self._atur_tinggi(0, _TINGGI_NAMA)
        self.lembar.write_string(0, 0, f"{judul} {self.bahan.periode.nama}", self.gaya["judul"])
        self._lipat(1, f"{self.bahan.nama_unit} · {kantor.nama}, {kantor.kabupaten}", "asal", _TINGGI_ASAL)
        for urutan, kolom in enumerate(self.kolom):
            gaya = self.gaya[_gaya_kepala(kolom)]
            self.lembar.write_string(_BARIS_KUNCI, urutan, kolom.kunci, self.gaya["kunci"])
            self.lembar.write_string(_BARIS_KEPALA, urutan, kolom.tulis_judul(self.bahan.periode), gaya)
        self.lembar.set_row(_BARIS_KUNCI, None, None, {"hidden": True})
        self.lembar.set_row(_BARIS_KEPALA, _TINGGI_KEPALA)
        self.lembar.freeze_panes(_BARIS_ISI, self._tetap)

    def pesan(self, teks: str) -> None:
        """The line under the title, beside the mark of sample data."""
        if self.bahan.kantor.contoh:
            self.lembar.write_string(2, 0, TANDA_CONTOH_CETAK, self.gaya["contoh"])
        self.lembar.write_string(2, self._tetap, teks, self.gaya["pesan"])

    def _lipat(self, baris: int, teks: str, gaya: str, tinggi: float) -> None:
        """Text across the columns that every printed page repeats, folded so that none of them cuts it."""
        self.lembar.merge_range(baris, 0, baris, self._tetap - 1, "", self.gaya[gaya])
        self.gaya.tulis(self.lembar, baris, 0, teks, gaya)
        lebar = sum(round(kolom.lebar * _PIKSEL_HURUF) for kolom in self.kolom[: self._tetap])
        lipatan = banyak_baris(teks, lebar, _UKURAN_HURUF, tebal=True) - 1
        self._atur_tinggi(baris, min(tinggi + lipatan * _TINGGI_BARIS, _TINGGI_TERBESAR))

    def mulai(self, baris: int, kode: str) -> None:
        """Take a row in hand: where its code stands, and what is typed there."""
        self._baris[kode] = baris
        self.ketikan = self.semua_ketikan.get(kode, {})

    def selesai(self, akhir: int) -> LembarTertulis:
        """Set widths and pages for what was written down to row `akhir`."""
        for urutan, kolom in enumerate(self.kolom):
            self.lembar.set_column(urutan, urutan, self._lebar[kolom.kunci])
        self.skala = min(self.skala, *(int(_LEBAR_KERTAS / lebar * 100) for lebar in self._lebar_halaman()))
        self._cetak()
        self.patah(akhir)
        return LembarTertulis(self.lembar, self._baris, self.nomor)

    def _lebar_halaman(self) -> Iterator[float]:
        """How wide each printed page is, in points, with the columns that every page repeats."""
        lebar = [(self._lebar[kolom.kunci] * _PIKSEL_HURUF + _PIKSEL_TEPI) * 0.75 for kolom in self.kolom]
        awal, ulang = 0, 0.0
        for akhir in (urutan for urutan, kolom in enumerate(self.kolom, 1) if kolom.halaman):
            yield ulang + sum(lebar[awal:akhir])
            awal, ulang = akhir, sum(lebar[: self._tetap])

    def _cetak(self) -> None:
        self.lembar.set_landscape()
        self.lembar.repeat_rows(_BARIS_KEPALA)
        self.lembar.set_print_scale(self.skala)
        patahan = [urutan + 1 for urutan, kolom in enumerate(self.kolom) if kolom.halaman][:-1]
        if patahan:
            self.lembar.repeat_columns(0, self._tetap - 1)
            self.lembar.set_v_pagebreaks(patahan)

    def patah(self, akhir: int) -> None:
        """Break the pages down to row `akhir` so that no heading is parted from the row below it."""
        patahan: list[int] = []
        sisa = muat = _TINGGI_KERTAS / self.skala * 100 - _TINGGI_KEPALA
        sisa -= sum(self._tinggi.get(baris, _TINGGI_BIASA) for baris in _BARIS_JUDUL)
        for baris in range(_BARIS_ISI, akhir + 1):
            tinggi = self._tinggi.get(baris, _TINGGI_BIASA)
            bawah = self._tinggi.get(baris + 1, _TINGGI_BIASA) if baris in self._menempel else 0
            if tinggi + bawah > sisa and baris > _BARIS_ISI and baris - 1 not in self._menempel:
                patahan.append(baris)
                sisa = muat
            sisa -= tinggi
        self.lembar.set_h_pagebreaks(patahan)

    def teks(self, baris: int, kunci: str, tulisan: str | None, gaya: str = "teks") -> None:
        """A locked text, or a blank cell when there is none."""
        if tulisan:
            self.gaya.tulis(self.lembar, baris, self.nomor[kunci], tulisan, gaya)
        else:
            self.lembar.write_blank(baris, self.nomor[kunci], None, self.gaya[gaya])

    def angka(
        self, baris: int, kunci: str, nilai: Decimal | Fraction | None, banding: tuple[Decimal, ...] = ()
    ) -> None:
        """A locked number, shown without decimals when it has none, and with as many as the targets beside it need."""
        if nilai is None:
            self.lembar.write_blank(baris, self.nomor[kunci], None, self.gaya["tertutup"])
            return
        desimal = min(desimal_sel(nilai, banding, utuh=0), DESIMAL_SIMPAN)
        gaya = "bulat" if nilai == int(nilai) else "angka" if desimal <= DESIMAL_BIASA else f"angka{desimal}"
        self.muat(kunci, nilai, 0 if gaya == "bulat" else min(desimal, DESIMAL_BIASA))
        self.lembar.write_number(baris, self.nomor[kunci], float(nilai), self.gaya[gaya])

    def muat(self, kunci: str, nilai: Decimal | Fraction | None, desimal: int = DESIMAL_BIASA) -> None:
        """Make a column wide enough for a number, which Excel shows as `###` otherwise."""
        if nilai is not None and abs(Fraction(nilai)) < BATAS_BESAR:
            piksel = lebar_teks(tulis_angka(bulatkan_pecahan(Fraction(nilai), desimal), desimal), _UKURAN_HURUF)
            self._lebar[kunci] = max(self._lebar[kunci], round((piksel + _PIKSEL_ANGKA) / _PIKSEL_HURUF, 1))

    def ketik(self, baris: int, kunci: str, gaya: str) -> None:
        """What is typed into a cell of the row in hand, if anything."""
        self.muat(kunci, bilangan(self.ketikan.get(kunci)), 0 if gaya == "isian_rupiah" else DESIMAL_BIASA)
        self.gaya.ketik(self.lembar, baris, self.nomor[kunci], self.ketikan.get(kunci), gaya)

    def isian(self, baris: int, kunci: str, gaya: str, aturan: dict[str, Any] | None = None) -> None:
        """A yellow cell, with its validation."""
        self.ketik(baris, kunci, gaya)
        if aturan is not None:
            self.lembar.data_validation(baris, self.nomor[kunci], baris, self.nomor[kunci], aturan)

    def tutup(self, baris: int, *kunci: str) -> None:
        """Cells that this row does not use."""
        for nama_kolom in kunci:
            self.ketik(baris, nama_kolom, "tertutup")

    def tinggi(self, baris: int, minimal: int, **teks: str | None) -> None:
        """Make a row high enough for its longest text (by column key) and for `minimal` lines to be typed."""
        diketik = ((kunci, ketikan) for kunci, ketikan in self.ketikan.items() if isinstance(ketikan, str))
        perlu = (
            _jumlah_baris(tulisan or "", self.kolom[self.nomor[kunci]].lebar)
            for kunci, tulisan in (*teks.items(), *diketik)
        )
        self._atur_tinggi(baris, min(max(minimal, *perlu, 1) * _TINGGI_BARIS + 3, _TINGGI_TERBESAR))

    def judul(self, baris: int) -> None:
        """Keep a row together with the one below it on the printed page."""
        self._menempel.add(baris)

    def _atur_tinggi(self, baris: int, tinggi: float) -> None:
        self._tinggi[baris] = tinggi
        self.lembar.set_row(baris, tinggi)


def _jaga_isian(isian: Isian, baris: Collection[str], kolom: Iterable[KolomFormat]) -> None:
    """Raise KeyError for what cannot be typed anywhere."""
    diisi = {kepala.kunci for kepala in kolom if kepala.jenis != "terkunci"}
    for kode, ketikan in isian.items():
        if kode not in baris:
            raise KeyError(kode)
        for kunci in ketikan.keys() - diisi:
            raise KeyError(kunci)


def _gaya_kepala(kolom: KolomFormat) -> str:
    if kolom.jenis == "terkunci":
        return "kepala"
    return "kepala_pilihan" if kolom.pilihan else "kepala_isian"


def _jumlah_baris(teks: str, lebar: float) -> int:
    """How many lines a wrapped text takes in a column."""
    return sum(max(1, -(-len(bagian) // int(lebar * 0.92))) for bagian in teks.split("\n"))


def _rinci(indikator: IndikatorFormat) -> str:
    """The look of a value whose target has more decimals than every cell shows."""
    target = (*indikator.target_triwulan.angka(), *indikator.target_tahun.angka())
    return "_rinci" if any(desimal_target(angka) > DESIMAL_BIASA for angka in target) else ""


def _kata_tetap(indikator: IndikatorFormat) -> tuple[str, ...]:
    """What may be typed in the place of a number where an earlier value still holds."""
    return () if indikator.dapat_tetap is None else (f"“{tulis_tetap(indikator.dapat_tetap)}”",)


class _LembarRealisasi(_LembarBertabel):
    """Sheet Realisasi."""

    skala = _SKALA_REALISASI

    def __init__(self, lembar: Worksheet, gaya: GayaBuku, bahan: BahanFormat, isian: Isian) -> None:
        baris = [indikator.kode for indikator in bahan.indikator]
        super().__init__(lembar, gaya, bahan, kolom_realisasi(bahan.periode.triwulan), baris, isian)

    def tulis(self) -> LembarTertulis:
        """Write the sheet."""
        self.kepala("Format data kinerja", "satuan")
        self.pesan("Isi sel kuning saja. Sel kosong berarti belum ada data, bukan nol.")
        baris = _BARIS_ISI
        kelompok = None
        for nomor, indikator in enumerate(self.bahan.indikator, 1):
            if indikator.kode_simpul != kelompok:
                self._kelompok(baris, indikator)
                kelompok = indikator.kode_simpul
                baris += 1
            self._indikator(baris, nomor, indikator)
            baris += 1
        self._kemajuan(baris - 1)
        self.lembar.print_area(0, 0, max(baris - 1, _BARIS_ISI), len(self.kolom) - 1)
        return self.selesai(baris - 1)

    def _kelompok(self, baris: int, indikator: IndikatorFormat) -> None:
        self.judul(baris)
        for urutan in range(self._tetap, len(self.kolom)):
            self.lembar.write_blank(baris, urutan, None, self.gaya["kelompok"])
        teks = f"{NAMA_TINGKAT[indikator.tingkat]} {indikator.kode_simpul} · {indikator.nama_simpul}"
        self._lipat(baris, teks, "kelompok", _TINGGI_KELOMPOK)

    def _indikator(self, baris: int, nomor: int, indikator: IndikatorFormat) -> None:
        self.mulai(baris, indikator.kode)
        self.lembar.write_number(baris, self.nomor["no"], nomor, self.gaya["teks_tengah"])
        self.teks(baris, "kode", indikator.kode)
        self.teks(baris, "nama", indikator.nama)
        self.teks(baris, "satuan", indikator.satuan)
        self.teks(baris, "cara_isi", tulis_cara_isi(indikator))
        self.teks(baris, "keadaan", tulis_status(indikator), "wajib" if indikator.wajib else "tidak_wajib")
        self._target(baris, "target_triwulan", indikator.target_triwulan)
        self._target(baris, "target_tahun", indikator.target_tahun)
        banding = (*indikator.target_triwulan.angka(), *indikator.target_tahun.angka())
        for target in banding:
            self.muat("realisasi", target)
        for triwulan in range(1, self.bahan.periode.triwulan):
            self._lalu(baris, f"lalu_{triwulan}", indikator.lalu.get(triwulan), indikator.faktor, banding)
        self._realisasi(baris, indikator)
        self.isian(baris, "capaian", "isian_angka_pucat", aturan_capaian())
        self._narasi(baris, pucat="" if indikator.wajib else "_pucat")
        self._acuan(baris, indikator)
        self.tinggi(
            baris,
            3,
            nama=indikator.nama,
            satuan=indikator.satuan,
            cara_isi=tulis_cara_isi(indikator),
            keadaan=tulis_status(indikator),
            rumus=DAFTAR_RUMUS[indikator.rumus].kalimat,
            **{kunci: getattr(indikator, kunci) for kunci in KUNCI_URAIAN},
        )

    def _target(self, baris: int, kunci: str, target: Target) -> None:
        if target.nilai is not None or target.kosong:
            self.angka(baris, kunci, target.nilai, target.angka())
        else:
            self.teks(baris, kunci, target.tulis(), "teks_tengah")

    def _lalu(
        self,
        baris: int,
        kunci: str,
        lalu: LaporanUnit | None,
        faktor: Decimal | None,
        banding: tuple[Decimal, ...],
    ) -> None:
        if lalu is not None and lalu.peringkat is not None:
            self.teks(baris, kunci, lalu.peringkat, "teks_tengah")
            return
        pecahan = lalu.pecahan(faktor) if lalu is not None else None
        self.angka(baris, kunci, pecahan, banding)

    def _realisasi(self, baris: int, indikator: IndikatorFormat) -> None:
        pucat = "" if indikator.wajib else "_pucat"
        if indikator.berpembilang:
            aturan = berkata(aturan_angka("Pembilang", indikator.pembilang or ""), *_kata_tetap(indikator))
            self.isian(baris, "pembilang", f"isian_angka{pucat}", aturan)
            self.isian(baris, "penyebut", f"isian_angka{pucat}", aturan_angka("Penyebut", indikator.penyebut or ""))
            self._hasil(baris, indikator.faktor or Decimal(1), f"hasil{_rinci(indikator)}")
            return
        self.tutup(baris, "pembilang", "penyebut")
        if indikator.pilihan:
            kata = [tetap.strip("“”") for tetap in _kata_tetap(indikator)]
            self.isian(baris, "realisasi", f"isian_pilih{pucat}", aturan_pilihan([*indikator.pilihan, *kata]))
        else:
            kejadian = f"“{NAMA_KEADAAN[TIDAK_ADA_KEJADIAN]}”, dengan sebabnya di Keterangan"
            semua = (*([kejadian] if indikator.boleh_tanpa_kejadian else []), *_kata_tetap(indikator))
            aturan = berkata(aturan_angka("Realisasi", f"Satuan: {indikator.satuan}."), *semua)
            self.isian(baris, "realisasi", f"isian_angka{_rinci(indikator)}{pucat}", aturan)

    def _hasil(self, baris: int, faktor: Decimal, gaya: str) -> None:
        """The formula of pembilang and penyebut, or what was typed over it."""
        if self.ketikan.get("realisasi") is not None:
            self.ketik(baris, "realisasi", gaya)
            return
        atas = xl_rowcol_to_cell(baris, self.nomor["pembilang"])
        bawah = xl_rowcol_to_cell(baris, self.nomor["penyebut"])
        hitung = render_excel(atas, bawah, f"{faktor.normalize():f}")
        rumus = f'=IF(AND(ISNUMBER({atas}),ISNUMBER({bawah})),IF({bawah}=0,"",{hitung}),"")'
        hasil = _hasil_pecahan(self.ketikan, faktor)
        self.muat("realisasi", hasil)
        self.lembar.write_formula(
            baris, self.nomor["realisasi"], rumus, self.gaya[gaya], "" if hasil is None else float(hasil)
        )

    def _narasi(self, baris: int, pucat: str) -> None:
        for kolom in self.kolom:
            if kolom.jenis == "teks":
                self.isian(baris, kolom.kunci, f"isian_teks{pucat}")

    def _acuan(self, baris: int, indikator: IndikatorFormat) -> None:
        self.teks(baris, "polaritas", NAMA_POLARITAS[indikator.polaritas])
        self.teks(baris, "frekuensi", indikator.aturan.sebutan_jadwal)
        self.teks(baris, "rumus", DAFTAR_RUMUS[indikator.rumus].kalimat)
        self.teks(baris, "dokumen", indikator.dokumen)
        for kunci in KUNCI_URAIAN:
            self.teks(baris, kunci, getattr(indikator, kunci))

    def _kemajuan(self, akhir: int) -> None:
        """The live count of due rows that have a value, above the yellow columns."""
        diminta = [indikator for indikator in self.bahan.indikator if indikator.wajib]
        if not diminta:
            return
        status, nilai = (
            f"{xl_col_to_name(self.nomor[kunci])}{_BARIS_ISI + 1}:{xl_col_to_name(self.nomor[kunci])}{akhir + 1}"
            for kunci in ("keadaan", "realisasi")
        )
        sudah = banyak_terisi(self.bahan, self.semua_ketikan)
        ekor = f" dari {len(diminta)} indikator wajib"
        kata = "+".join(f'({status}="{sebutan}")' for sebutan in dict.fromkeys(map(tulis_status, diminta)))
        wajib = f"({kata})" if "+" in kata else kata
        rumus = f'="Terisi "&SUMPRODUCT({wajib}*(LEN({nilai})>0))&"{ekor}"'
        self.lembar.write_formula(1, self.nomor["target_triwulan"], rumus, self.gaya["pesan"], f"Terisi {sudah}{ekor}")


def tulis_status(indikator: IndikatorFormat) -> str:
    """What the column Status tells the unit about one indicator."""
    status = NAMA_STATUS[indikator.bila_kosong]
    if not indikator.bukti_wajib:
        return status
    return f"{status}, {BUKTI_WAJIB}" if indikator.wajib else f"{status}; bila diisi, {BUKTI_WAJIB}"


def _hasil_pecahan(ketikan: Mapping[str, Ketikan], faktor: Decimal) -> Fraction | None:
    """What the formula of pembilang and penyebut gives, None also where one of them is no value that can be kept.

    What comes of such a pair may be larger than any number in a cell.
    """
    pembilang, penyebut = bilangan(ketikan.get("pembilang")), bilangan(ketikan.get("penyebut"))
    return nilai_pecahan(pembilang, penyebut, faktor) if _tersimpan(pembilang) and _tersimpan(penyebut) else None


def _tersimpan(angka: Decimal | None) -> bool:
    """Whether a number is one that can be kept, and not so large or so small that it is refused or asked."""
    bacaan = None if angka is None else baca_bilangan(angka)
    return isinstance(bacaan, Angka) and not bacaan.tergerus


def banyak_terisi(bahan: BahanFormat, isian: Isian) -> int:
    """How many due rows show a realisasi, as the line above the table says."""
    return sum(_terisi(indikator, isian) for indikator in bahan.indikator if indikator.wajib)


def _terisi(indikator: IndikatorFormat, isian: Isian) -> bool:
    """Whether the realisasi of a row shows anything."""
    ketikan = isian.get(indikator.kode, {})
    if indikator.berpembilang and ketikan.get("realisasi") is None:
        return _hasil_pecahan(ketikan, indikator.faktor or Decimal(1)) is not None
    return ketikan.get("realisasi") not in {None, ""}


class _LembarAnggaran(_LembarBertabel):
    """Sheet Anggaran: leaves by kegiatan, below a row that sums them; a kegiatan that is itself a leaf stands alone."""

    skala = _SKALA_ANGGARAN

    def __init__(self, lembar: Worksheet, gaya: GayaBuku, bahan: BahanFormat, isian: Isian) -> None:
        super().__init__(lembar, gaya, bahan, KOLOM_ANGGARAN, [simpul.kode for simpul in bahan.simpul], isian)
        self.simpul = {simpul.kode: simpul for simpul in bahan.simpul}

    def tulis(self) -> LembarTertulis:
        """Write the sheet."""
        self.kepala("Realisasi anggaran", "pagu")
        triwulan = ROMAWI[self.bahan.periode.triwulan]
        self.pesan(f"Isi sel kuning dengan jumlah s/d Triwulan {triwulan} (kumulatif), dalam rupiah.")
        baris = _BARIS_ISI
        nomor = 1
        for kegiatan, daun in self._kelompok():
            if kegiatan is not None:
                self._kegiatan(baris, kegiatan, daun)
                baris += 1
            for simpul in daun:
                self._simpul(baris, nomor, simpul, "teks" if kegiatan is None else "teks_anak")
                baris += 1
                nomor += 1
        self._jumlah(baris)
        return self.selesai(baris)

    def _kelompok(self) -> Iterator[tuple[KegiatanFormat | None, tuple[SimpulFormat, ...]]]:
        """The leaves in their order, those of one kegiatan together where the first of them stands."""
        induk = {kode: kegiatan_induk for kegiatan_induk in self.bahan.kegiatan for kode in kegiatan_induk.anak}
        sudah: set[str] = set()
        for simpul in self.bahan.simpul:
            kegiatan = induk.get(simpul.kode)
            if kegiatan is None:
                yield None, (simpul,)
            elif kegiatan.kode not in sudah:
                sudah.add(kegiatan.kode)
                yield kegiatan, tuple(self.simpul[kode] for kode in kegiatan.anak)

    def _simpul(self, baris: int, nomor: int, simpul: SimpulFormat, gaya: str) -> None:
        self.mulai(baris, simpul.kode)
        self.lembar.write_number(baris, self.nomor["no"], nomor, self.gaya["teks_tengah"])
        self.teks(baris, "kode", simpul.kode)
        self.teks(baris, "nama", simpul.nama, gaya)
        self.angka(baris, "pagu", simpul.pagu)
        self.angka(baris, "lalu", simpul.lalu)
        self.isian(baris, "rupiah", "isian_rupiah", aturan_rupiah())
        self.isian(baris, "alasan", "isian_teks")
        self.tinggi(baris, 2, nama=simpul.nama)

    def _kegiatan(self, baris: int, kegiatan: KegiatanFormat, daun: Sequence[SimpulFormat]) -> None:
        self.ketikan = {}
        for kunci, tulisan in (("no", None), ("kode", kegiatan.kode), ("nama", kegiatan.nama), ("alasan", None)):
            self.teks(baris, kunci, tulisan, "kegiatan")
        for kunci in _KOLOM_RUPIAH:
            anak = self._rentang(kunci, baris + 1, baris + len(daun))
            self._rumus(baris, kunci, f'=IF(COUNT({anak})=0,"",SUM({anak}))', daun, "kegiatan_rupiah")
        self.tinggi(baris, 1, nama=kegiatan.nama)
        self.judul(baris)

    def _jumlah(self, baris: int) -> None:
        """The sum of the leaves: the rows that have a number in the first column."""
        for kunci, tulisan in (("no", None), ("kode", None), ("nama", "Jumlah"), ("alasan", None)):
            self.teks(baris, kunci, tulisan, "jumlah_teks")
        nomor = self._rentang("no", _BARIS_ISI, baris - 1)
        for kunci in _KOLOM_RUPIAH:
            kolom = self._rentang(kunci, _BARIS_ISI, baris - 1)
            ada = f"SUMPRODUCT(ISNUMBER({nomor})*ISNUMBER({kolom}))"
            self._rumus(baris, kunci, f'=IF({ada}=0,"",SUMIF({nomor},">0",{kolom}))', self.bahan.simpul, "jumlah")

    def _rentang(self, kunci: str, awal: int, akhir: int) -> str:
        huruf = xl_col_to_name(self.nomor[kunci])
        return f"{huruf}{awal + 1}:{huruf}{akhir + 1}"

    def _rumus(self, baris: int, kunci: str, rumus: str, daun: Sequence[SimpulFormat], gaya: str) -> None:
        """A live sum over these leaves, with the result that it has."""
        ada = [nilai for nilai in (self._rupiah(simpul, kunci) for simpul in daun) if nilai is not None]
        self.muat(kunci, sum(ada, Decimal(0)), 0)
        hasil = float(sum(ada)) if ada and all(abs(nilai) < BATAS_BESAR for nilai in ada) else ""
        self.lembar.write_formula(baris, self.nomor[kunci], rumus, self.gaya[gaya], hasil)

    def _rupiah(self, simpul: SimpulFormat, kunci: str) -> Decimal | None:
        """The jumlah of a leaf: of the plan, reported before, or typed."""
        jumlah = {"pagu": simpul.pagu, "lalu": simpul.lalu}
        return jumlah[kunci] if kunci in jumlah else bilangan(self.semua_ketikan.get(simpul.kode, {}).get(kunci))
