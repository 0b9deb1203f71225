"""Sheets as tables: header rows found by name, rows as cells by column key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from analytics.aturan.teks import sandingan
from analytics.pembaca.baca import LembarTerbaca, SelTerbaca
from analytics.rencana.baris import AsalSel
from analytics.rencana.lembar.templat import KOLOM_BUTIR, KOLOM_ISIAN, LembarRencana
from analytics.rencana.tegur import tegur
from analytics.sel.baca_sel import berisi
from analytics.sel.terbaca import Terbaca
from analytics.temuan.butir import Temuan

_BARIS_JUDUL: Final = 30
_BUKAN_HURUF: Final = re.compile(r"[^0-9a-z%]+")
_TAHUN: Final = re.compile(r"(?:tahun )?(2[01]\d\d)")
TAHUN_SAH: Final = range(2000, 2101)
"""Years that a plan can speak of."""

_BarisSel = tuple[int, Mapping[str, SelTerbaca]]
"""A row: its number and its cells by column letters."""
_LetakTahun = list[tuple[int, str]]
"""The columns per year: year and letters."""


@dataclass(frozen=True)
class TabelRencana:
    """One sheet with its header found: column letters by column key (a year column has its year as key)."""

    lembar: LembarRencana
    letak: Mapping[str, str]
    tahun: tuple[int, ...]
    baris: tuple[_BarisSel, ...]


def ringkas(teks: str) -> str:
    """A word for comparing: small letters and digits with single blanks."""
    return _BUKAN_HURUF.sub(" ", sandingan(teks)).strip()


def susun_tabel(lembar: LembarRencana, lembar_buku: LembarTerbaca) -> Terbaca[TabelRencana | None]:
    """Find the header of a sheet and give its rows; None, with findings, when a column is missing or double."""
    baris = list(lembar_buku.baris())
    nomor, judul = _cari_kata(tuple(ringkas(kolom.judul) for kolom in lembar.kolom), baris)
    letak, asing = _letak_kolom(lembar, judul)
    tahun = [(tahun_judul, huruf) for huruf, sel in judul.items() if (tahun_judul := _tahun_judul(sel)) is not None]
    tahun = tahun if lembar.per_tahun else []
    hilang = _tak_berjudul(lembar, letak)
    kurang = tuple(_periksa_ganda(lembar, letak, tahun, nomor, hilang)) or (*_periksa_lengkap(lembar, tahun, hilang),)
    if kurang:
        return Terbaca(None, kurang, gagal=True)
    semua = {kunci: huruf[0] for kunci, huruf in letak.items()} | {
        str(tahun_kolom): huruf for tahun_kolom, huruf in tahun
    }
    tabel = TabelRencana(
        lembar, semua, tuple(sorted(tahun_kolom for tahun_kolom, _ in tahun)), _baris_isi(lembar, semua, baris, nomor)
    )
    return Terbaca(tabel, tuple(_temui_asing(lembar, asing, {f"{huruf}{nomor}" for _, huruf in tahun})))


def _baris_isi(
    lembar: LembarRencana, letak: Mapping[str, str], baris: Iterable[_BarisSel], judul: int
) -> tuple[_BarisSel, ...]:
    """The rows below the header that hold anything to read, their cells by column key."""
    bantu = {kolom.kunci for kolom in lembar.kolom if kolom.jenis == "bantu"}
    kunci = {huruf: nama for nama, huruf in letak.items() if nama not in bantu}
    isian = (
        (nomor, {kunci[huruf]: sel for huruf, sel in sebaris.items() if huruf in kunci and berisi(sel)})
        for nomor, sebaris in baris
        if nomor > judul
    )
    return tuple(sebaris for sebaris in isian if sebaris[1])


def susun_butir(lembar: LembarRencana, lembar_buku: LembarTerbaca) -> Terbaca[TabelRencana | None]:
    """Read a sheet whose lines are items (Identitas) as a table of one row; each item is found by its name."""
    baris = list(lembar_buku.baris())
    nomor, judul = _cari_kata((ringkas(KOLOM_BUTIR), ringkas(KOLOM_ISIAN)), baris)
    kolom = {ringkas(sel.teks): huruf for huruf, sel in judul.items()}
    butir, isian = kolom.get(ringkas(KOLOM_BUTIR)), kolom.get(ringkas(KOLOM_ISIAN))
    nama = {ringkas(kolom_lembar.judul): kolom_lembar.kunci for kolom_lembar in lembar.kolom}
    ada: dict[str, tuple[int, SelTerbaca | None]] = {}
    for urutan, sebaris in baris:
        kunci = nama.get(ringkas(sebaris[butir].teks)) if butir in sebaris else None
        if urutan > nomor and kunci and isian:
            ada[kunci] = (urutan, sebaris.get(isian))
    hilang = tuple(
        _temui_hilang(lembar, [kolom_lembar.judul for kolom_lembar in lembar.kolom if kolom_lembar.kunci not in ada])
    )
    if hilang:
        return Terbaca(None, hilang, gagal=True)
    letak = {kunci: f"{isian}{urutan}" for kunci, (urutan, _) in ada.items()}
    terisi = {kunci: sel for kunci, (_, sel) in ada.items() if sel is not None and berisi(sel)}
    return Terbaca(TabelRencana(lembar, letak, (), ((0, terisi),)))


def _cari_kata(kata: tuple[str, ...], baris: Sequence[_BarisSel]) -> _BarisSel:
    """The row near the top that holds most of these words; row 0 without cells when none holds any."""
    terbaik: _BarisSel = (0, {})
    paling = 0
    for nomor, sebaris in baris:
        cocok = sum(ringkas(sel.teks) in kata for sel in sebaris.values())
        if nomor <= _BARIS_JUDUL and cocok > paling:
            terbaik, paling = (nomor, sebaris), cocok
    return terbaik


def _letak_kolom(
    lembar: LembarRencana, judul: Mapping[str, SelTerbaca]
) -> tuple[dict[str, list[str]], list[SelTerbaca]]:
    """The letters of each column by its key, and the headers that are none of ours."""
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


def _tahun_judul(sel: SelTerbaca) -> int | None:
    cocok = _TAHUN.fullmatch(ringkas(sel.teks.removesuffix(".0")))
    return int(cocok.group(1)) if cocok and int(cocok.group(1)) in TAHUN_SAH else None


def _tak_berjudul(lembar: LembarRencana, letak: Mapping[str, list[str]]) -> list[str]:
    """The headers of the columns that are not there and must be."""
    return [
        kolom.judul
        for kolom in lembar.kolom
        if kolom.kunci not in letak and kolom.jenis != "bantu" and not kolom.menyusul
    ]


def _periksa_lengkap(lembar: LembarRencana, tahun: _LetakTahun, hilang: Sequence[str]) -> Iterator[Temuan]:
    """Findings for the columns that are not there."""
    yield from _temui_hilang(lembar, hilang)
    if lembar.per_tahun and not tahun and not hilang:
        pesan = f"Lembar {lembar.nama} tidak punya judul kolom tahun."
        saran = "Tulis tahun, misalnya 2026, sebagai judul kolom nilainya."
        yield tegur("tahun_tidak_ada", pesan, saran, AsalSel(lembar.nama, ""))


def _temui_hilang(lembar: LembarRencana, hilang: Iterable[str]) -> Iterator[Temuan]:
    for judul in hilang:
        pesan = f"Lembar {lembar.nama} tidak punya “{judul}”."
        saran = f"Tulis kembali judul “{judul}” seperti di templat rencana."
        yield tegur("kolom_tidak_ada", pesan, saran, AsalSel(lembar.nama, ""))


def _periksa_ganda(
    lembar: LembarRencana, letak: Mapping[str, list[str]], tahun: _LetakTahun, nomor: int, hilang: Sequence[str]
) -> Iterator[Temuan]:
    """Findings for the columns that are there more than once; one that is missing besides may be the second of them."""
    per_tahun: dict[int, list[str]] = {}
    for tahun_kolom, huruf_tahun in tahun:
        per_tahun.setdefault(tahun_kolom, []).append(huruf_tahun)
    semua = [(lembar.cari(kunci).judul, huruf) for kunci, huruf in letak.items()]
    semua += [(str(tahun_kolom), huruf) for tahun_kolom, huruf in per_tahun.items()]
    tanpa = "".join(f", sedangkan “{judul}” tidak ada" for judul in hilang)
    saran = "Betulkan judul kolom yang keliru." if hilang else "Hapus kolom yang tidak dipakai."
    for judul, huruf in semua:
        if len(huruf) > 1:
            pesan = f"Judul kolom “{judul}” ada {len(huruf)} kali: kolom {', '.join(huruf)}{tanpa}."
            yield tegur("kolom_ganda", pesan, saran, AsalSel(lembar.nama, f"{huruf[1]}{nomor}"))


def _temui_asing(lembar: LembarRencana, asing: Iterable[SelTerbaca], dikenal: set[str]) -> Iterator[Temuan]:
    for sel in asing:
        if sel.alamat not in dikenal and berisi(sel):
            pesan = f"Kolom “{sel.teks.strip()}” bukan bagian templat, sehingga tidak dibaca."
            saran = "Tidak perlu tindakan bila kolom itu hanya catatan."
            yield tegur("kolom_tidak_dibaca", pesan, saran, AsalSel(lembar.nama, sel.alamat), diketik=sel.teks)
