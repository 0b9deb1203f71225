"""Sheet TEMUAN in front of a format that goes back: what was found, what has no place, what did not come along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analytics import rupa
from analytics.aturan.teks import sebaris, teks_kaki
from analytics.aturan.ukuran_teks import banyak_baris, tinggi_baris
from analytics.lembar.bekas import PENANDA_TEMUAN
from analytics.lembar.bentuk.gaya import GayaBuku, siapkan
from analytics.lembar.kembali.belum_bertempat import BelumBertempat
from analytics.lembar.kembali.nasib import URUTAN_KELOMPOK, Kelompok
from analytics.lembar.kembali.tempat import Tempat
from analytics.naskah.kepala import Kembalian, hitung_tingkat, tulis_tingkat
from analytics.temuan.butir import URUTAN_TINGKAT
from analytics.temuan.katalog import KATALOG_FORMAT, Tingkat

BELUM, SUDAH, BERALASAN = "belum diubah", "sudah diubah", "ada alasan"
PERIKSA, SELESAI, MENUNGGU = "periksa", "selesai", "menunggu Kasubbag"
"""What column Keadaan says."""


@dataclass(frozen=True)
class _Kolom:
    judul: str
    lebar: float


_KOLOM: Final = (
    _Kolom("No", 4.5),
    _Kolom("Tingkat", 14),
    _Kolom("Sel", 15),
    _Kolom("Di berkas asal", 15),
    _Kolom("Indikator atau baris", 24),
    _Kolom("Yang diketik", 16),
    _Kolom("Yang ditemukan", 34),
    _Kolom("Ketik / lakukan ini", 36),
    _Kolom("Nilai pembanding", 18),
    _Kolom("Aturan dan sebabnya", 34),
    _Kolom("Keadaan", 12),
)
_KEADAAN: Final = len(_KOLOM) - 1
_JUDUL_SISA: Final = (
    ("No", 0, 0),
    ("Di berkas asal", 1, 2),
    ("Baris", 3, 4),
    ("Kolom", 5, 5),
    ("Yang diketik", 6, 7),
    ("Rumusnya", 8, 9),
)
"""The columns of the second table: heading, first and last column of the sheet."""
_UKURAN: Final = 10
_BATAS_KUTIPAN: Final = 250
_BATAS_KALIMAT: Final = 600
_BATAS_SISA: Final = 300
"""Cells without a place that are listed; the rest is counted."""
_INDEN: Final = 9
"""Pixels that an indented text begins further right."""
_TINGGI_JUDUL: Final = 22
_TINGGI_KEPALA: Final = 20

_CARA_PAKAI: Final = (
    "Betulkan langsung di berkas ini: klik alamat di kolom Sel, ketik di sel kuning, simpan, lalu unggah lagi. Warna "
    "tanda hilang sendiri setelah selnya diubah atau alasannya ditulis di kolom Keterangan; lembar TEMUAN boleh "
    "dibiarkan. Boleh juga berkas asal yang dibetulkan dan diunggah."
)
_LEGENDA: Final[Mapping[Tingkat, str]] = {
    "galat": "harus dibetulkan; berkas belum dapat diterima",
    "peringatan": "betulkan, atau tulis alasannya",
    "info": "untuk diketahui",
}
_JUDUL_KELOMPOK: Final[Mapping[Kelompok, str]] = {
    "unit": "Perlu dibetulkan atau dijelaskan",
    "kasubbag": "Menunggu Kasubbag Perencanaan; unit tidak perlu menjawab lagi",
    "selesai": "Sudah dijelaskan, atau sudah pulih di berkas ini",
    "info": "Untuk diketahui",
}
_KEADAAN_TETAP: Final[Mapping[Kelompok, str]] = {
    "unit": PERIKSA,
    "kasubbag": MENUNGGU,
    "selesai": SELESAI,
    "info": "",
}

_DASAR: Final[dict[str, Any]] = {"font_name": rupa.HURUF, "font_size": _UKURAN, "valign": "top", "text_wrap": True}
_KOTAK: Final[dict[str, Any]] = {**_DASAR, "border": 1, "border_color": rupa.GARIS_ISIAN, "align": "left", "indent": 1}
_GAYA: Final[Mapping[str, dict[str, Any]]] = {
    "penanda": _DASAR,
    "judul": {**_DASAR, "font_size": 15, "bold": True, "font_color": rupa.BIRU},
    "asal": {**_DASAR, "font_color": rupa.TINTA_PENJELASAN},
    "contoh": {**_DASAR, "bold": True, "font_color": rupa.BAHAYA},
    "baris": _DASAR,
    "tebal": {**_DASAR, "bold": True},
    "bagian": {**_DASAR, "font_size": 12, "bold": True, "font_color": rupa.BIRU},
    "kepala": {
        **_KOTAK,
        "bold": True,
        "font_color": rupa.PUTIH,
        "bg_color": rupa.BIRU,
        "align": "center",
        "valign": "vcenter",
        "indent": 0,
    },
    "kelompok": {**_KOTAK, "bold": True, "font_color": rupa.BIRU, "bg_color": rupa.BIRU_MUDA},
    "sel": _KOTAK,
    "tengah": {**_KOTAK, "align": "center", "indent": 0},
    "tautan": {**_KOTAK, "underline": 1, "font_color": rupa.TAUTAN_CETAK},
    **{
        f"putusan_{tingkat}": {**_DASAR, "font_size": 12, "bold": True, "font_color": tinta}
        for tingkat, (_, tinta) in rupa.WARNA_TEMUAN.items()
    },
    **{
        f"tingkat_{tingkat}": {**_KOTAK, "bold": True, "font_color": tinta, "bg_color": latar}
        for tingkat, (latar, tinta) in rupa.WARNA_TEMUAN.items()
    },
    **{
        f"legenda_{tingkat}": {**_DASAR, "font_color": tinta, "bg_color": latar}
        for tingkat, (latar, tinta) in rupa.WARNA_TEMUAN.items()
    },
}


@dataclass(frozen=True)
class IsiTemuan:
    """What the sheet says: the findings with their places, what has no place, and what the format does not have."""

    tempat: Sequence[Tempat]
    sisa: Sequence[BelumBertempat]
    bawaan: Sequence[str]


def tulis_temuan(buku: xlsxwriter.Workbook, lembar: Worksheet, kepala: Kembalian, isi: IsiTemuan) -> None:
    """Write the sheet, which is the first of its workbook, and make it the one that opens."""
    _Penulis(buku, lembar, kepala).tulis(isi)
    _atur_lembar(lembar, kepala)


class _Penulis:
    """Writes the sheet from the top down; `baris` is the next free row, from 0."""

    def __init__(self, buku: xlsxwriter.Workbook, lembar: Worksheet, kepala: Kembalian) -> None:
        self.lembar = lembar
        self.kepala = kepala
        self.gaya: GayaBuku = siapkan(buku, _GAYA)
        self.hijau = buku.add_format(
            {"bg_color": rupa.WARNA_TEMUAN["selesai"][0], "font_color": rupa.WARNA_TEMUAN["selesai"][1]}
        )
        self.baris = 0

    def tulis(self, isi: IsiTemuan) -> None:
        """Write everything."""
        for nomor, kolom in enumerate(_KOLOM):
            self.lembar.set_column(nomor, nomor, kolom.lebar)
        self._kepala(isi.tempat)
        self._tabel(isi.tempat)
        self._sisa(isi.sisa)
        self._bawaan(isi.bawaan)

    def _kepala(self, tempat: Sequence[Tempat]) -> None:
        kepala = self.kepala
        self.lembar.write_string(0, 0, PENANDA_TEMUAN, self.gaya["penanda"])
        self.lembar.set_row(0, None, None, {"hidden": True})
        self.baris = 1
        self._alinea("Temuan pemeriksaan format data kinerja", "judul", 15)
        berkas = f"Berkas “{sebaris(kepala.nama_berkas, 120)}”, unggahan ke-{kepala.ke}"
        asal = f"{kepala.nama_kantor} · {kepala.nama_unit} · {kepala.periode}"
        self._alinea(f"{asal} · {berkas}, diperiksa {kepala.tulis_waktu()}", "asal")
        if kepala.contoh:
            self._alinea(rupa.TANDA_CONTOH_CETAK, "contoh")
        diminta = {tempat_temuan.temuan.tingkat for tempat_temuan in tempat if tempat_temuan.kembali.kelompok == "unit"}
        tingkat = next((tingkat for tingkat in URUTAN_TINGKAT if tingkat in diminta), "selesai")
        self._alinea(kepala.putusan, f"putusan_{tingkat}", 12)
        jumlah = hitung_tingkat([tempat_temuan.temuan for tempat_temuan in tempat])
        self._alinea(" ".join((f"Jumlah: {jumlah}.", *kepala.keterangan)), "tebal")
        self._alinea(_CARA_PAKAI, "baris")
        self._legenda()

    def _alinea(self, teks: str, gaya: str, ukuran: float = _UKURAN) -> None:
        """One line of text across the whole table."""
        self.lembar.merge_range(self.baris, 0, self.baris, _KEADAAN, "", self.gaya[gaya])
        self.gaya.tulis(self.lembar, self.baris, 0, teks, gaya)
        piksel = sum(_piksel(kolom.lebar) for kolom in _KOLOM)
        tebal = gaya not in {"baris", "asal"}
        self.lembar.set_row(self.baris, tinggi_baris(banyak_baris(teks, piksel, ukuran, tebal=tebal), ukuran))
        self.baris += 1

    def _legenda(self) -> None:
        for tingkat, (awal, akhir) in zip(_LEGENDA, ((0, 4), (5, 6), (7, 7)), strict=True):
            gaya = f"legenda_{tingkat}"
            self._gabung(awal, akhir, f"{tulis_tingkat(tingkat)}: {_LEGENDA[tingkat]}", gaya)
        self.lembar.set_row(self.baris, 16)
        self.baris += 1

    def _gabung(self, awal: int, akhir: int, teks: str, gaya: str) -> None:
        if akhir > awal:
            self.lembar.merge_range(self.baris, awal, self.baris, akhir, "", self.gaya[gaya])
        self.gaya.tulis(self.lembar, self.baris, awal, teks, gaya)

    def _tabel(self, tempat: Sequence[Tempat]) -> None:
        for nomor, kolom in enumerate(_KOLOM):
            self.lembar.write_string(self.baris, nomor, kolom.judul, self.gaya["kepala"])
        self.lembar.set_row(self.baris, _TINGGI_KEPALA)
        self.lembar.repeat_rows(self.baris)
        self.lembar.freeze_panes(self.baris + 1, 3)
        self.baris += 1
        awal = self.baris
        nomor = 0
        for kelompok in URUTAN_KELOMPOK:
            milik = [tempat_temuan for tempat_temuan in tempat if tempat_temuan.kembali.kelompok == kelompok]
            if milik:
                self._gabung(0, _KEADAAN, f"{_JUDUL_KELOMPOK[kelompok]} ({len(milik)})", "kelompok")
                self.baris += 1
            for tempat_temuan in milik:
                nomor += 1
                self._temuan(nomor, tempat_temuan)
        if not tempat:
            self._gabung(0, _KEADAAN, "Tidak ada temuan.", "sel")
            self.baris += 1
        self._hijaukan(awal)

    def _hijaukan(self, awal: int) -> None:
        sel = xl_rowcol_to_cell(awal, _KEADAAN)
        syarat = f'=OR({sel}="{SUDAH}",{sel}="{BERALASAN}",{sel}="{SELESAI}")'
        aturan = {"type": "formula", "criteria": syarat, "format": self.hijau}
        self.lembar.conditional_format(awal, _KEADAAN, self.baris - 1, _KEADAAN, aturan)

    def _temuan(self, nomor: int, tempat: Tempat) -> None:
        teks = _isi_baris(nomor, tempat)
        self.lembar.write_number(self.baris, 0, nomor, self.gaya["tengah"])
        self.gaya.tulis(self.lembar, self.baris, 1, teks[1], f"tingkat_{tempat.temuan.tingkat}")
        self._tautan(teks[2], tempat)
        for kolom in range(3, _KEADAAN):
            self.gaya.tulis(self.lembar, self.baris, kolom, teks[kolom], "sel")
        self._keadaan(tempat)
        self.lembar.set_row(self.baris, _tinggi(teks))
        self.baris += 1

    def _tautan(self, teks: str, tempat: Tempat) -> None:
        if tempat.lembar is None:
            self.gaya.tulis(self.lembar, self.baris, 2, teks, "sel")
            return
        tujuan = f"internal:{kutip_lembar(tempat.lembar)}{tempat.alamat or 'A1'}"
        self.lembar.write_url(self.baris, 2, tujuan, self.gaya["tautan"], teks, "Menuju sel ini")

    def _keadaan(self, tempat: Tempat) -> None:
        if tempat.sel is None or tempat.lembar is None:
            self.gaya.tulis(self.lembar, self.baris, _KEADAAN, _KEADAAN_TETAP[tempat.kembali.kelompok], "tengah")
            return
        lembar = kutip_lembar(tempat.lembar)
        belum = f'"{BELUM}"'
        if tempat.alasan is not None:
            belum = f'IF({tempat.alasan.tetap(lembar)},{belum},"{BERALASAN}")'
        rumus = f'=IF(IFERROR({tempat.sel.tetap(lembar)},FALSE),{belum},"{SUDAH}")'
        self.lembar.write_formula(self.baris, _KEADAAN, rumus, self.gaya["tengah"], BELUM)

    def _sisa(self, sisa: Sequence[BelumBertempat]) -> None:
        if not sisa:
            return
        self.baris += 1
        self._alinea(f"Yang diketik dan belum bertempat di berkas ini ({len(sisa)} sel)", "bagian", 12)
        self._alinea(
            "Tidak ada yang ditebak: sel-sel ini ada di berkas asal dan belum masuk ke lembar mana pun di sini. Ketik "
            "yang masih berlaku di tempatnya.",
            "baris",
        )
        for judul, awal, akhir in _JUDUL_SISA:
            self._gabung(awal, akhir, judul, "kepala")
        self.baris += 1
        for nomor, butir in enumerate(sisa[:_BATAS_SISA], 1):
            self._butir_sisa(nomor, butir)
        if len(sisa) > _BATAS_SISA:
            self._alinea(f"dan {len(sisa) - _BATAS_SISA} sel lain, semuanya ada di berkas asal", "tebal")

    def _butir_sisa(self, nomor: int, butir: BelumBertempat) -> None:
        teks = (str(nomor), butir.alamat, butir.baris, butir.kolom, butir.isi, butir.rumus)
        for (_, awal, akhir), tulisan in zip(_JUDUL_SISA, teks, strict=True):
            self._gabung(awal, akhir, tulisan, "sel" if awal else "tengah")
        baris = (
            banyak_baris(tulisan, sum(_piksel(kolom.lebar) for kolom in _KOLOM[awal : akhir + 1]) - _INDEN, _UKURAN)
            for (_, awal, akhir), tulisan in zip(_JUDUL_SISA, teks, strict=True)
        )
        self.lembar.set_row(self.baris, tinggi_baris(max(baris), _UKURAN) + 3)
        self.baris += 1

    def _bawaan(self, bawaan: Sequence[str]) -> None:
        self.baris += 1
        self._alinea("Yang ada di berkas asal dan tidak ada di berkas ini", "bagian", 12)
        for butir in bawaan:
            self._alinea(f"• {butir}", "baris")
        self._alinea(
            "Berkas ini format Capaian yang baru, sehingga warna, lebar kolom, dan format sel dari berkas asal tidak "
            "ikut. Berkas asal dikembalikan bersama ini tanpa perubahan apa pun.",
            "baris",
        )


def _isi_baris(nomor: int, tempat: Tempat) -> tuple[str, ...]:
    temuan = tempat.temuan
    kode = temuan.kode_indikator or temuan.kode_baris or (tempat.letak.kode if tempat.letak else "")
    alamat = tempat.lembar if tempat.alamat is None else f"{tempat.lembar}!{tempat.alamat}"
    dibaca = f"\ndibaca {sebaris(temuan.dipahami, _BATAS_KUTIPAN)}" if temuan.dipahami else ""
    aturan = KATALOG_FORMAT.get(temuan.kode)
    return (
        str(nomor),
        tulis_tingkat(temuan.tingkat),
        alamat or "seluruh berkas",
        temuan.alamat if temuan.lembar else "seluruh berkas",
        sebaris(f"{kode} {tempat.nama}".strip(), _BATAS_KUTIPAN),
        f"{sebaris(temuan.diketik or '', _BATAS_KUTIPAN)}{dibaca}".strip(),
        sebaris(temuan.pesan, _BATAS_KALIMAT),
        sebaris(tempat.kembali.saran, _BATAS_KALIMAT),
        "\n".join(sebaris(nilai, _BATAS_KUTIPAN) for nilai in temuan.pembanding[:6]),
        f"{aturan.aturan} {aturan.sebab}" if aturan else "",
    )


def kutip_lembar(nama: str) -> str:
    """The name of a sheet as it stands in front of an address: `'Sheet ''A'''!`."""
    kutip = nama.replace("'", "''")
    return f"'{kutip}'!"


def _tinggi(teks: Iterable[str]) -> float:
    baris = (
        banyak_baris(tulisan, _piksel(kolom.lebar) - _INDEN, _UKURAN, tebal=kolom.judul == "Tingkat")
        for tulisan, kolom in zip(teks, _KOLOM, strict=False)
    )
    return tinggi_baris(max(baris), _UKURAN) + 3


def _piksel(lebar: float) -> int:
    return int(lebar * 7 + 5)


def _atur_lembar(lembar: Worksheet, kepala: Kembalian) -> None:
    lembar.hide_gridlines(2)
    lembar.set_tab_color(rupa.WARNA_TEMUAN["galat"][1])
    lembar.set_landscape()
    lembar.set_paper(rupa.FOLIO)
    lembar.set_margins(**rupa.TEPI_INCI)
    lembar.fit_to_pages(1, 0)
    contoh = f" · {rupa.TANDA_CONTOH_CETAK}" if kepala.contoh else ""
    lembar.set_footer(f"&L&8{teks_kaki(f'{kepala.nama_unit} · {kepala.periode}{contoh}')}&R&8Halaman &P dari &N")
    lembar.protect("", {"format_columns": True, "format_rows": True})
    lembar.activate()
