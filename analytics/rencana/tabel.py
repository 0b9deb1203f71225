"""Sheets as tables: header rows found by name, rows as cells by column key, cells read into typed values.

Every method that reads a cell records its finding and gives a neutral value, so that one pass tells everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from analytics.aturan.angka import (
    Ambigu,
    Angka,
    Bacaan,
    Batas,
    Kosong,
    Peringkat,
    Rentang,
    TidakTerbaca,
    baca_angka,
    baca_bilangan,
    bulatkan,
    tulis_angka,
)
from analytics.aturan.periode import BULAN
from analytics.aturan.teks import membalik, sandingan, sebaris
from analytics.pembaca.baca import LembarTerbaca, SelTerbaca
from analytics.rencana.isi import Asal, Nilai
from analytics.rencana.kolom import KOLOM_BUTIR, KOLOM_ISIAN, Kolom, Lembar, Pilihan
from analytics.rencana.temuan import buat
from analytics.temuan.butir import Temuan

_BARIS_JUDUL: Final = 30
_BUKAN_HURUF: Final = re.compile(r"[^0-9a-z%]+")
_TAHUN: Final = re.compile(r"(?:tahun )?(2[01]\d\d)")
_SUB_DUA_ANGKA: Final = re.compile(r"((?:\d+\.){5})(\d\d)")
_TANGGAL_KATA: Final = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_TANGGAL_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TANGGAL_SEL: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4}).*")
_TAHUN_SAH: Final = range(2000, 2101)


class Catatan:
    """The findings of one file, in the order in which they were seen."""

    def __init__(self) -> None:
        self.temuan: list[Temuan] = []

    def catat(self, kode: str, pesan: str, saran: str, asal: Asal | None = None, **lain: str | None) -> None:
        """Add a finding of the catalogue."""
        self.temuan.append(buat(kode, pesan, saran, asal, **lain))


@dataclass(frozen=True)
class Tabel:
    """One sheet with its header found: column letters by column key (a year column has its year as key)."""

    lembar: Lembar
    letak: Mapping[str, str]
    tahun: tuple[int, ...]
    baris: tuple[tuple[int, Mapping[str, SelTerbaca]], ...]


def ringkas(teks: str) -> str:
    """A word for comparing: small letters and digits with single blanks."""
    return _BUKAN_HURUF.sub(" ", sandingan(teks)).strip()


def kode_baku(kode: str) -> str:
    """The one stored form of a code: a sub kegiatan with two digits (`…01`) becomes the one with four (`…0001`)."""
    cocok = _SUB_DUA_ANGKA.fullmatch(kode)
    return f"{cocok.group(1)}00{cocok.group(2)}" if cocok else kode


def susun_tabel(lembar: Lembar, isi: LembarTerbaca, catatan: Catatan) -> Tabel | None:
    """Find the header of a sheet and give its rows; None, with findings, when a column is missing or double."""
    baris = list(isi.baris())
    nomor, judul = _cari_judul(lembar, baris)
    letak, asing = _letak_kolom(lembar, judul)
    tahun = _letak_tahun(judul) if lembar.per_tahun else []
    if not _lengkap(lembar, letak, tahun, nomor, catatan):
        return None
    _catat_asing(lembar, asing, tahun, nomor, catatan)
    semua = {kunci: satu[0] for kunci, satu in letak.items()} | {str(satu): kolom for satu, kolom in tahun}
    balik = {kolom: kunci for kunci, kolom in semua.items()}
    bantu = {kolom.kunci for kolom in lembar.kolom if kolom.jenis == "bantu"}
    isian = (
        (n, {balik[k]: sel for k, sel in satu.items() if k in balik and balik[k] not in bantu and _berisi(sel)})
        for n, satu in baris
        if n > nomor
    )
    return Tabel(lembar, semua, tuple(sorted(satu for satu, _ in tahun)), tuple(satu for satu in isian if satu[1]))


def susun_butir(lembar: Lembar, isi: LembarTerbaca, catatan: Catatan) -> Tabel | None:
    """Read a sheet whose lines are items (Identitas) as a table of one row; each item is found by its name."""
    baris = list(isi.baris())
    nomor, judul = _cari_kata((ringkas(KOLOM_BUTIR), ringkas(KOLOM_ISIAN)), baris)
    kolom = {ringkas(sel.teks): huruf for huruf, sel in judul.items()}
    butir, isian = kolom.get(ringkas(KOLOM_BUTIR)), kolom.get(ringkas(KOLOM_ISIAN))
    nama = {ringkas(satu.judul): satu.kunci for satu in lembar.kolom}
    ada: dict[str, tuple[int, SelTerbaca | None]] = {}
    for n, satu in baris:
        kunci = nama.get(ringkas(satu[butir].teks)) if butir in satu else None
        if n > nomor and kunci and isian:
            ada[kunci] = (n, satu.get(isian))
    hilang = [satu.judul for satu in lembar.kolom if satu.kunci not in ada]
    if hilang:
        _catat_hilang(lembar, hilang, catatan)
        return None
    letak = {kunci: f"{isian}{n}" for kunci, (n, _) in ada.items()}
    return Tabel(lembar, letak, (), ((0, {kunci: sel for kunci, (_, sel) in ada.items() if sel and _berisi(sel)}),))


def _berisi(sel: SelTerbaca) -> bool:
    return sel.jenis != "teks" or bool(sebaris(sel.teks))


def _cari_judul(lembar: Lembar, baris: list[tuple[int, dict[str, SelTerbaca]]]) -> tuple[int, dict[str, SelTerbaca]]:
    return _cari_kata(tuple(ringkas(kolom.judul) for kolom in lembar.kolom), baris)


def _cari_kata(
    kata: tuple[str, ...], baris: list[tuple[int, dict[str, SelTerbaca]]]
) -> tuple[int, dict[str, SelTerbaca]]:
    """The row near the top that holds most of these words; row 0 without cells when none holds any."""
    terbaik: tuple[int, dict[str, SelTerbaca]] = (0, {})
    paling = 0
    for nomor, satu in baris:
        cocok = sum(ringkas(sel.teks) in kata for sel in satu.values())
        if nomor <= _BARIS_JUDUL and cocok > paling:
            terbaik, paling = (nomor, satu), cocok
    return terbaik


def _letak_kolom(lembar: Lembar, judul: Mapping[str, SelTerbaca]) -> tuple[dict[str, list[str]], list[SelTerbaca]]:
    nama = {ringkas(kolom.judul): kolom.kunci for kolom in lembar.kolom}
    letak: dict[str, list[str]] = {}
    asing = []
    for huruf, sel in judul.items():
        kunci = nama.get(ringkas(sel.teks))
        if kunci is None:
            asing.append(sel)
        else:
            letak.setdefault(kunci, []).append(huruf)
    return letak, asing


def _letak_tahun(judul: Mapping[str, SelTerbaca]) -> list[tuple[int, str]]:
    return [(tahun, huruf) for huruf, sel in judul.items() if (tahun := _tahun_judul(sel)) is not None]


def _tahun_judul(sel: SelTerbaca) -> int | None:
    cocok = _TAHUN.fullmatch(ringkas(sel.teks.removesuffix(".0")))
    return int(cocok.group(1)) if cocok and int(cocok.group(1)) in _TAHUN_SAH else None


def _lengkap(
    lembar: Lembar, letak: Mapping[str, list[str]], tahun: list[tuple[int, str]], nomor: int, catatan: Catatan
) -> bool:
    hilang = [kolom.judul for kolom in lembar.kolom if kolom.kunci not in letak and kolom.jenis != "bantu"]
    if hilang:
        _catat_hilang(lembar, hilang, catatan)
    if lembar.per_tahun and not tahun and not hilang:
        catatan.catat(
            "tahun_tidak_ada",
            f"Lembar {lembar.nama} tidak punya judul kolom tahun.",
            "Tulis tahun, misalnya 2026, sebagai judul kolom nilainya.",
            Asal(lembar.nama, ""),
        )
    ganda = [(lembar.cari(kunci).judul, huruf) for kunci, huruf in letak.items() if len(huruf) > 1]
    ganda += [(str(satu), kolom) for satu, kolom in _ganda(tahun).items() if len(kolom) > 1]
    for judul, huruf in ganda:
        catatan.catat(
            "kolom_ganda",
            f"Judul kolom “{judul}” ada {len(huruf)} kali: kolom {', '.join(huruf)}.",
            "Hapus kolom yang tidak dipakai.",
            Asal(lembar.nama, f"{huruf[1]}{nomor}"),
        )
    return not (hilang or ganda or (lembar.per_tahun and not tahun))


def _ganda(tahun: list[tuple[int, str]]) -> dict[int, list[str]]:
    hasil: dict[int, list[str]] = {}
    for satu, kolom in tahun:
        hasil.setdefault(satu, []).append(kolom)
    return hasil


def _catat_hilang(lembar: Lembar, hilang: list[str], catatan: Catatan) -> None:
    for judul in hilang:
        catatan.catat(
            "kolom_tidak_ada",
            f"Lembar {lembar.nama} tidak punya “{judul}”.",
            f"Tulis kembali judul “{judul}” seperti di templat rencana.",
            Asal(lembar.nama, ""),
        )


def _catat_asing(
    lembar: Lembar, asing: list[SelTerbaca], tahun: list[tuple[int, str]], nomor: int, catatan: Catatan
) -> None:
    dikenal = {f"{kolom}{nomor}" for _, kolom in tahun}
    for sel in asing:
        if sel.alamat not in dikenal and _berisi(sel):
            catatan.catat(
                "kolom_tidak_dibaca",
                f"Kolom “{sel.teks.strip()}” bukan bagian templat, sehingga tidak dibaca.",
                "Tidak perlu tindakan bila kolom itu hanya catatan.",
                Asal(lembar.nama, sel.alamat),
                diketik=sel.teks,
            )


class BarisIsi:
    """One row being read. `cacat` turns True when a cell of it cannot be used."""

    def __init__(self, tabel: Tabel, nomor: int, sel: Mapping[str, SelTerbaca], catatan: Catatan) -> None:
        self._tabel = tabel
        self._nomor = nomor
        self._sel = sel
        self._catatan = catatan
        self.cacat = False

    def asal(self, kunci: str) -> Asal:
        """The cell of this row in that column, filled or not."""
        return Asal(self._tabel.lembar.nama, "", self._tabel.letak, self._nomor).di(kunci)

    def teks(self, kunci: str) -> str:
        """A required text; empty, with a finding, when there is none."""
        return self._wajib(kunci) and (self.teks_boleh(kunci) or "")

    def teks_boleh(self, kunci: str) -> str | None:
        """An optional text with single blanks."""
        sel = self._sel.get(kunci)
        if sel is None:
            return None
        if sel.jenis not in {"teks", "angka"} or membalik(sel.teks):
            self._tolak(
                "teks_janggal", sel, f"{self._judul(kunci)} bukan teks biasa.", "Ketik ulang isinya sebagai teks."
            )
            return None
        return sebaris(sel.teks)

    def kode(self, kunci: str) -> str:
        """A required code; empty, with a finding, when there is none."""
        return self._wajib(kunci) and (self.kode_boleh(kunci) or "")

    def kode_boleh(self, kunci: str) -> str | None:
        """An optional code, in its stored form."""
        sel = self._sel.get(kunci)
        if sel is None:
            return None
        if sel.jenis == "angka" and isinstance(sel.nilai, int):
            return str(sel.nilai)
        if sel.jenis != "teks" or membalik(sel.teks):
            saran = "Beri format Teks pada sel itu, lalu ketik kodenya lagi."
            self._tolak("kode_janggal", sel, f"{self._judul(kunci)} terbaca sebagai {_sebut(sel)}, bukan kode.", saran)
            return None
        return kode_baku(sebaris(sel.teks))

    def pilihan(self, kunci: str) -> str:
        """The kode of a word of an enumerated column; empty, with a finding, when it is not one of them."""
        teks = self.teks(kunci)
        if not teks:
            return ""
        return self._cocokkan(kunci, teks) or ""

    def daftar(self, kunci: str) -> tuple[str, ...]:
        """The kode of several words with commas between them, in the order of the column's own list."""
        kata = [satu for satu in re.split(r"[,;]", self.teks(kunci)) if satu.strip()]
        kode = {self._cocokkan(kunci, satu) for satu in kata}
        return tuple(satu.kode for satu in self._kolom(kunci).pilihan if satu.kode in kode)

    def tahun(self, kunci: str) -> int:
        """A required year; 0, with a finding, when there is none."""
        self._wajib(kunci)
        sel = self._sel.get(kunci)
        if sel is None:
            return 0
        bacaan = _baca(sel)
        if isinstance(bacaan, Angka) and bacaan.nilai in _TAHUN_SAH:
            return int(bacaan.nilai)
        self._tolak("tahun_janggal", sel, f"{self._judul(kunci)} bukan tahun.", "Tulis empat angka, misalnya 2026.")
        return 0

    def tanggal(self, kunci: str) -> date:
        """A required date; the first of 2000, with a finding, when there is none or it has two readings."""
        self._wajib(kunci)
        sel = self._sel.get(kunci)
        hari = baca_tanggal(sel) if sel else None
        if sel is not None and hari is None:
            saran = "Tulis tanggal lengkap, misalnya 17 September 2025."
            self._tolak("tanggal_janggal", sel, f"{self._judul(kunci)} bukan tanggal yang jelas.", saran)
        return hari or date(2000, 1, 1)

    def bilangan(self, kunci: str) -> Decimal | None:
        """An optional plain number."""
        sel = self._sel.get(kunci)
        if sel is None:
            return None
        nilai = self._nilai(kunci, sel, persen=False, indikator=None)
        if nilai is None:
            return None
        if nilai.nilai is None or nilai.batas is not None:
            self._tolak("bentuk_nilai", sel, f"{self._judul(kunci)} harus satu angka.", "Tulis satu angka saja.")
            return None
        return nilai.nilai

    def nilai(self, kunci: str, *, persen: bool, indikator: str | None = None) -> Nilai | None:
        """An optional value: number, range, bound or grade; None when blank (also `-`, `n/a`) or unreadable."""
        sel = self._sel.get(kunci)
        return self._nilai(kunci, sel, persen=persen, indikator=indikator) if sel else None

    def rupiah(self, kunci: str) -> Decimal | None:
        """An optional amount of money, not negative, to the sen."""
        angka = self.bilangan(kunci)
        jumlah = None if angka is None else bulatkan(angka, 2)
        if jumlah is not None and jumlah < 0:
            pesan = f"Rupiah tidak boleh negatif: {tulis_angka(jumlah)}."
            self._tolak("rupiah_negatif", self._sel[kunci], pesan, "Tulis jumlahnya tanpa tanda kurang.")
            return None
        return jumlah

    def rupiah_wajib(self, kunci: str) -> Decimal:
        """A required amount of money; 0, with a finding, when there is none."""
        jumlah = self.rupiah(kunci)
        if jumlah is None and self._hampa(kunci):
            self._kurang(kunci)
        return jumlah or Decimal(0)

    def nilai_wajib(self, kunci: str, *, persen: bool, indikator: str | None) -> Nilai:
        """A required number or grade; an empty Nilai, with a finding, when there is none."""
        if self._hampa(kunci):
            self._kurang(kunci)
        nilai = self.nilai(kunci, persen=persen, indikator=indikator) or Nilai()
        if nilai.bawah is not None or nilai.batas is not None:
            self.salah(
                kunci, "bentuk_nilai", "Nilai harus satu angka atau satu peringkat.", "Tulis satu angka, misalnya 82,5."
            )
        return nilai

    def intip(self, kunci: str) -> str:
        """The content of a code cell without a finding; empty when it is no text."""
        sel = self._sel.get(kunci)
        return kode_baku(sebaris(sel.teks)) if sel else ""

    def salah(self, kunci: str, kode: str, pesan: str, saran: str) -> None:
        """Record a finding at a cell of this row, which cannot be used then."""
        self.cacat = True
        sel = self._sel.get(kunci)
        self._catatan.catat(kode, pesan, saran, self.asal(kunci), diketik=sel.teks if sel else None)

    def _kolom(self, kunci: str) -> Kolom:
        return self._tabel.lembar.cari(kunci)

    def _judul(self, kunci: str) -> str:
        return f"Isi tahun {kunci}" if kunci.isdigit() else self._kolom(kunci).judul

    def _wajib(self, kunci: str) -> str:
        """Truthy when the cell has content; else a finding."""
        if kunci in self._sel:
            return "ada"
        self._kurang(kunci)
        return ""

    def _kurang(self, kunci: str) -> None:
        judul = self._judul(kunci)
        self.salah(kunci, "wajib_kosong", f"{judul} belum diisi.", f"Isi {judul} pada baris ini.")

    def _hampa(self, kunci: str) -> bool:
        sel = self._sel.get(kunci)
        return sel is None or isinstance(_baca(sel), Kosong)

    def _tolak(self, kode: str, sel: SelTerbaca, pesan: str, saran: str, indikator: str | None = None) -> None:
        self.cacat = True
        asal = Asal(self._tabel.lembar.nama, sel.alamat)
        self._catatan.catat(kode, pesan, saran, asal, diketik=sel.teks, kode_indikator=indikator)

    def _cocokkan(self, kunci: str, teks: str) -> str | None:
        pilihan = self._kolom(kunci).pilihan
        kode = cari_pilihan(pilihan, teks)
        if kode is None:
            nama = ", ".join(satu.nama for satu in pilihan)
            pesan = f"{self._judul(kunci)} “{teks.strip()}” tidak dikenal."
            self._tolak("pilihan_asing", self._sel[kunci], pesan, f"Pilih salah satu: {nama}.")
        return kode

    def _nilai(self, kunci: str, sel: SelTerbaca, *, persen: bool, indikator: str | None) -> Nilai | None:
        bacaan = _baca(sel)
        if isinstance(bacaan, Ambigu):
            kiri, kanan = (tulis_angka(satu) for satu in bacaan.bacaan)
            pesan = f"“{bacaan.teks.strip()}” punya dua bacaan: {kiri} atau {kanan}."
            saran = f"Tulis {kiri.replace('.', '')} atau {kanan}."
            self._tolak("angka_ambigu", sel, pesan, saran, indikator)
        elif isinstance(bacaan, TidakTerbaca):
            pesan = f"{self._judul(kunci)} tidak terbaca: {bacaan.sebab}"
            saran = "Tulis angka (80,5), rentang (80-90), peringkat, atau kosongkan."
            self._tolak("angka_tidak_terbaca", sel, pesan, saran, indikator)
        elif isinstance(bacaan, Angka) and bacaan.persen and not persen:
            self._tolak_persen(sel, bacaan.nilai, indikator)
        else:
            self._tanya(sel, bacaan, indikator)
            return _bentuk(bacaan)
        return None

    def _tolak_persen(self, sel: SelTerbaca, nilai: Decimal, indikator: str | None) -> None:
        kiri, kanan = tulis_angka(nilai), tulis_angka(nilai / 100)
        pesan = f"Sel ini berformat %: dapat berarti {kiri} atau {kanan}."
        self._tolak("format_persen", sel, pesan, f"Hapus format %, lalu ketik {kiri} atau {kanan}.", indikator)

    def _tanya(self, sel: SelTerbaca, bacaan: Bacaan, indikator: str | None) -> None:
        """Ask about an unusual spelling that has one reading."""
        if isinstance(bacaan, Angka | Rentang | Batas) and bacaan.tanya:
            asal = Asal(self._tabel.lembar.nama, sel.alamat)
            saran = "Bila benar, tulis dengan koma atau beri alasan menerimanya."
            self._catatan.catat("angka_ditanya", bacaan.tanya, saran, asal, diketik=sel.teks, kode_indikator=indikator)


def baris_isi(tabel: Tabel, catatan: Catatan) -> Iterator[BarisIsi]:
    """Every row of a table, to be read."""
    return (BarisIsi(tabel, nomor, sel, catatan) for nomor, sel in tabel.baris)


def cari_pilihan(pilihan: tuple[Pilihan, ...], teks: str) -> str | None:
    """The kode of a word, whatever its capitals and signs; None when it is none of them."""
    kata = ringkas(teks)
    for satu in pilihan:
        if kata in {ringkas(ejaan) for ejaan in (satu.kode, satu.nama, *satu.lain)}:
            return satu.kode
    return None


def baca_tanggal(sel: SelTerbaca) -> date | None:
    """A date cell, `17 September 2025` or `2025-09-17`; None for anything that could be another day."""
    teks = " ".join(sel.teks.lower().split())
    if sel.jenis == "tanggal" and (cocok := _TANGGAL_SEL.fullmatch(teks)):
        return _hari(cocok.group(3), cocok.group(2), cocok.group(1))
    if sel.jenis != "teks":
        return None
    if cocok := _TANGGAL_ISO.fullmatch(teks):
        return _hari(*cocok.groups())
    bulan = {nama.lower(): str(nomor) for nomor, nama in enumerate(BULAN, 1)}
    cocok = _TANGGAL_KATA.fullmatch(teks)
    if cocok and cocok.group(2) in bulan:
        return _hari(cocok.group(3), bulan[cocok.group(2)], cocok.group(1))
    return None


def _hari(tahun: str, bulan: str, hari: str) -> date | None:
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        return None


def _baca(sel: SelTerbaca) -> Bacaan:
    if sel.jenis == "angka" and sel.nilai is not None:
        return baca_bilangan(sel.nilai, persen=sel.persen)
    if sel.jenis == "teks":
        return baca_angka(sel.teks)
    return TidakTerbaca(sel.teks, f"Excel menyimpannya sebagai {_sebut(sel)}.")


def _bentuk(bacaan: Bacaan) -> Nilai | None:
    match bacaan:
        case Angka(nilai):
            return Nilai(nilai=nilai)
        case Rentang(bawah, atas):
            return Nilai(bawah=bawah, atas=atas)
        case Batas(operator, nilai):
            return Nilai(nilai=nilai, batas=operator)
        case Peringkat(teks):
            return Nilai(peringkat=teks.upper())
        case _:
            return None


_SEBUTAN: Final = {
    "angka": "angka",
    "teks": "teks",
    "logika": "nilai benar/salah",
    "tanggal": "tanggal",
    "galat": "galat Excel",
    "rumus": "rumus tanpa hasil",
}


def _sebut(sel: SelTerbaca) -> str:
    nama = _SEBUTAN[sel.jenis]
    return f"{nama} {sel.teks.strip()}".strip()
