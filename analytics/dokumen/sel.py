"""What stands in a cell, before anything is written: value, live formula over column keys, kind and tone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from analytics.aturan import pecahan
from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.capaian import Capaian, Pengaturan, Target
from analytics.aturan.desimal import desimal_sel
from analytics.aturan.periode import NAMA_KEADAAN, TERISI, TIDAK_DIRENCANAKAN, KeadaanRealisasi
from analytics.aturan.rumus import DAFTAR_RUMUS, Bentuk, render_excel
from analytics.dokumen.gaya import DESIMAL_TERBANYAK
from analytics.evaluasi.hasil import Indikator, Nilai

STRIP: Final = "–"
"""Stands where no value can be given; its reason is in the keterangan column."""

_DESIMAL_SELALU: Final = 4
_RUPA_ANGKA: Final = tuple(f"angka{desimal}" for desimal in range(DESIMAL_TERBANYAK + 1))


@dataclass(frozen=True)
class Sel:
    """One cell. With a `rumus` (keys in brackets, without `=`) `nilai` is its cached result."""

    nilai: str | float | datetime
    rumus: str | None = None
    rupa: str = "teks"
    nada: tuple[str, ...] = ()


Isi = Mapping[str, Sel]
"""The cells of one row by column key."""


def teks(isi: str | None, *nada: str) -> Sel:
    """Text, or a dash where there is none."""
    return Sel(isi, nada=nada) if isi else strip()


_STRIP: Final = Sel(STRIP, rupa="tengah", nada=("redup",))


def strip() -> Sel:
    """The dash of a figure that does not exist."""
    return _STRIP


def kosong(keadaan: KeadaanRealisasi) -> Sel:
    """An empty state as its word, never 0; a value that is there but cannot be used yet is `belum lengkap`."""
    return sebutan("belum lengkap" if keadaan == TERISI else NAMA_KEADAAN[keadaan])


@lru_cache(maxsize=256)
def sebutan(kata: str) -> Sel:
    """The words of an empty state: `belum ada data TW IV`."""
    return Sel(kata, rupa="tengah", nada=("kosong",))


def bilangan(nilai: Fraction | Decimal | float, *nada: str, banding: tuple[Decimal, ...] = ()) -> Sel:
    """A measured value, unrounded; only the format decides how many decimals are seen.

    `banding` are the numbers of the targets that it stands beside, for a target its own.
    """
    tepat = Decimal(repr(nilai)) if isinstance(nilai, float) else nilai
    desimal = desimal_sel(tepat, banding, utuh=_DESIMAL_SELALU)
    return Sel(float(nilai), None, _RUPA_ANGKA[min(desimal, DESIMAL_TERBANYAK)], nada)


def rupiah(nilai: Decimal | None, tanpa: Sel | None = None) -> Sel:
    """An amount of money, or `tanpa` (a dash) where there is none."""
    return Sel(float(nilai), rupa="rupiah") if nilai is not None else tanpa or strip()


def dengan_rumus(sel: Sel, rumus: str) -> Sel:
    """The cell with a live formula whose result it is."""
    return Sel(sel.nilai, rumus, sel.rupa, sel.nada)


def bilangan_target(nilai: Decimal) -> Sel:
    """A number of a target, with the decimals that it was given with."""
    return bilangan(nilai, banding=(nilai,))


def pasang_target(kunci: str, target: Target, tanpa: Sel | None = None) -> dict[str, Sel]:
    """The cells of a target: as printed under `kunci`; a range and a grade's number in columns beside the form."""
    if target.kosong:
        return {kunci: tanpa or kosong(TIDAK_DIRENCANAKAN)}
    if target.peringkat is not None:
        angka = {} if target.nilai is None else {f"{kunci}_angka": bilangan_target(target.nilai)}
        return {kunci: Sel(target.peringkat, rupa="tengah"), **angka}
    if target.bawah is not None and target.atas is not None:
        batas = {f"{kunci}_bawah": bilangan_target(target.bawah), f"{kunci}_atas": bilangan_target(target.atas)}
        return {kunci: Sel(target.tulis(), rupa="tengah"), **batas}
    return {kunci: bilangan_target(target.nilai or Decimal(0))}


def pasang_nilai(kunci: str, nilai: Nilai | None, tanpa: Sel) -> dict[str, Sel]:
    """The cells of a measured value, or the word of its empty state; a grade's number stands beside the form."""
    if nilai is None:
        return {kunci: tanpa}
    if nilai.peringkat is not None:
        angka = {} if nilai.tepat is None else {f"{kunci}_angka": bilangan(nilai.tepat, banding=nilai.banding)}
        return {kunci: Sel(nilai.peringkat, rupa="tengah"), **angka}
    return {kunci: tanpa if nilai.tepat is None else bilangan(nilai.tepat, banding=nilai.banding)}


def pasang_pecahan(kunci: str, nilai: Nilai | None, indikator: Indikator) -> dict[str, Sel]:
    """The live formula pembilang / penyebut × faktor of a value that was given so, with its inputs; else nothing."""
    faktor = indikator.faktor
    if nilai is None or nilai.tepat is None or nilai.pembilang is None or nilai.penyebut is None or faktor is None:
        return {}
    rumus = pecahan.render_excel(f"[{kunci}_pembilang]", f"[{kunci}_penyebut]", "[faktor]")
    return {
        kunci: dengan_rumus(bilangan(nilai.tepat, banding=nilai.banding), rumus),
        f"{kunci}_pembilang": bilangan(nilai.pembilang),
        f"{kunci}_penyebut": bilangan(nilai.penyebut),
        "faktor": bilangan(faktor),
    }


def rumus_agregasi(kode: str, kunci: Sequence[str]) -> str:
    """The formula that takes the cells of these keys together, in order of time."""
    return DAFTAR_AGREGASI[kode].excel([f"[{kolom}]" for kolom in kunci])


@dataclass(frozen=True)
class Pembanding:
    """The cells that a capaian reads: a value and a target, each with the key of its column."""

    kunci_nilai: str
    nilai: Nilai | None
    kunci_target: str
    target: Target

    def cocok(self, capaian: Capaian) -> bool:
        """Whether the capaian was computed from exactly what these cells hold."""
        masukan = capaian.masukan
        return (
            masukan is not None
            and self.nilai is not None
            and (masukan.realisasi, masukan.target)
            == (
                self.nilai.tepat,
                self.target,
            )
        )

    def alamat(self) -> dict[str, str]:
        """The keys of a rumus and the columns that hold them; a grade is read by its number beside the form."""
        realisasi = f"[{self.kunci_nilai}_angka]" if self.nilai and self.nilai.peringkat else f"[{self.kunci_nilai}]"
        if self.target.bawah is not None:
            batas = {"bawah": f"[{self.kunci_target}_bawah]", "atas": f"[{self.kunci_target}_atas]"}
            return {"realisasi": realisasi, **batas}
        akhiran = "_angka" if self.target.peringkat else ""
        return {"realisasi": realisasi, "target": f"[{self.kunci_target}{akhiran}]"}


def pasang_capaian(kunci: str, capaian: Capaian, pembanding: Pembanding, pengaturan: Pengaturan) -> dict[str, Sel]:
    """The cells of a capaian: as printed under `kunci`, unrounded and uncapped under `<kunci>_mentah`.

    Without a value both are a dash. The printed cell caps and rounds as `Capaian.nilai` does; ten decimals come first,
    so that a tie which a computer holds as 225,01499… is a tie again. Where the cells hold something else than what the
    capaian was computed from, the unrounded value stands as a number.
    """
    if capaian.mentah is None or capaian.nilai is None:
        return {kunci: strip(), f"{kunci}_mentah": strip()}
    mentah = Sel(capaian.mentah, rupa="angka4")
    if pembanding.cocok(capaian):
        rumus = DAFTAR_RUMUS[capaian.rumus]
        bentuk = pembanding.target.bentuk
        alamat = tuple(pembanding.alamat().items())
        mentah = dengan_rumus(mentah, _rumus_capaian(rumus.kode, bentuk, alamat, pengaturan.kebijakan))
    cetak = Sel(float(capaian.nilai), _bulat(f"[{kunci}_mentah]", pengaturan), f"angka{pengaturan.desimal}")
    return {kunci: cetak, f"{kunci}_mentah": mentah}


@lru_cache(maxsize=1024)
def _rumus_capaian(kode: str, bentuk: Bentuk, alamat: tuple[tuple[str, str], ...], kebijakan: frozenset[str]) -> str:
    return render_excel(DAFTAR_RUMUS[kode], bentuk, dict(alamat), kebijakan, STRIP)


def sel_dirata(capaian: Capaian, kunci: str, pengaturan: Pengaturan) -> Sel:
    """What a capaian adds to a mean: the unrounded value, between floor and cap of the setting."""
    mentah = f"[{kunci}_mentah]"
    if capaian.mentah is None:
        return Sel(STRIP, f'IF(ISNUMBER({mentah}),{mentah},"{STRIP}")', "tengah")
    return Sel(
        pengaturan.batasi(capaian.mentah), f'IF(ISNUMBER({mentah}),{_batasi(mentah, pengaturan)},"{STRIP}")', "angka4"
    )


def nama_predikat(capaian: Capaian) -> str | None:
    """The word of a capaian's predikat, None without a value."""
    return None if capaian.predikat is None else capaian.predikat.predikat


def sel_predikat(predikat: str | None, alamat: str, pengaturan: Pengaturan) -> Sel:
    """The predikat of a cell that holds a rounded capaian, live; a dash without a value."""
    if predikat is None:
        return strip()
    return Sel(predikat, pengaturan.skala.render_excel(alamat, STRIP), "tengah", ("tebal",))


def bulatkan_rumus(alamat: str, desimal: int) -> str:
    """Round half away from zero at ten decimals first, as the program does."""
    return f"ROUND(ROUND({alamat},10),{desimal})"


def _batasi(alamat: str, pengaturan: Pengaturan) -> str:
    atas = alamat if pengaturan.batas is None else f"MIN({alamat},{pengaturan.batas})"
    return atas if pengaturan.lantai is None else f"MAX({atas},{pengaturan.lantai})"


def _bulat(alamat: str, pengaturan: Pengaturan) -> str:
    bulat = bulatkan_rumus(_batasi(alamat, pengaturan), pengaturan.desimal)
    return f'IF(ISNUMBER({alamat}),{bulat},"{STRIP}")'
