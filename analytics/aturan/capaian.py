"""Capaian of one value, exactly, with its working; the settings and the target that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, TypeVar

from analytics.aturan import ekspresi
from analytics.aturan.angka import DESIMAL_HITUNG, bulatkan, tulis_angka, tulis_minus
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.predikat import Jenjang, SkalaPredikat
from analytics.aturan.rumus import ALASAN, BATAS_CAPAIAN, DAFTAR_RUMUS, KEBIJAKAN, PADANAN, Bentuk, pilih_kasus

BATAS_TERSEDIA: Final = {"tanpa": None, "100": Decimal(100), "120": Decimal(120)}
"""The caps that the setting `batas_capaian` can name, in persen."""
LANTAI_TERSEDIA: Final = {"tanpa": None, "0": Decimal(0)}
"""The floors that the setting `lantai_capaian` can name, in persen."""
_Persen = TypeVar("_Persen", float, Fraction)


@dataclass(frozen=True)
class Target:
    """What was planned: a number, a range (both ends included) or a grade; `kosong` when nothing was planned."""

    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    peringkat: str | None = None
    desimal: int | None = field(default=None, compare=False)
    """The decimals that it was typed with where its number does not say them: 2 of `85,00`."""

    @property
    def kosong(self) -> bool:
        """Nothing was planned. This is not zero."""
        return self.nilai is None and self.bawah is None and self.peringkat is None

    @property
    def bentuk(self) -> Bentuk:
        """The form that the rumus must take; a grade counts as the number that its scale gives it."""
        return "angka" if self.bawah is None else "rentang"

    def angka(self) -> tuple[Decimal, ...]:
        """Its number, both ends of a range, or nothing."""
        return tuple(angka for angka in (self.nilai, self.bawah, self.atas) if angka is not None)

    def tulis(self) -> str:
        """`85`, `80–90`, `BB`, or an empty text when nothing was planned."""
        if self.peringkat is not None:
            return self.peringkat
        if self.bawah is not None and self.atas is not None:
            return f"{tulis_angka(self.bawah)}–{tulis_angka(self.atas)}"
        return "" if self.nilai is None else tulis_angka(self.nilai)


@dataclass(frozen=True)
class Pengaturan:
    """The settings in force on a day: cap and floor (persen, None: none), decimals, what 0 of 0 means, the scales.

    `sumber` names, by setting, where it is from; `teks` are form numbers, layouts, labels and legal
    texts by which documents are written.
    """

    batas: Decimal | None
    desimal: int
    nol_seratus: bool
    skala: SkalaPredikat
    skala_ordinal: Mapping[str, Mapping[str, Decimal | None]]
    sumber: Mapping[str, str] = field(default_factory=dict)
    teks: Mapping[str, str] = field(default_factory=dict)
    lantai: Decimal | None = None
    nol_meleset: bool = False
    """Whether a target of 0 that is missed is 0 persen under *turun, selisih*."""
    nihil_seratus: bool = False
    """Whether an indicator that had nothing to measure is printed 100 persen, and counted so."""
    bertahan: bool = False
    """Whether the last value stands for a due triwulan that is blank, where one value makes the year."""

    def batasi(self, mentah: _Persen) -> _Persen:
        """An unrounded capaian between floor and cap, persen."""
        jenis = type(mentah)
        atas = mentah if self.batas is None else min(mentah, jenis(self.batas))
        return atas if self.lantai is None else max(atas, jenis(self.lantai))

    @property
    def kebijakan(self) -> frozenset[str]:
        """The named policies that are on, as cases of a rumus ask for them."""
        return frozenset(kunci for kunci, nama in KEBIJAKAN.items() if getattr(self, nama))


@dataclass(frozen=True)
class Masukan:
    """What a capaian was computed from, exactly; `kebijakan` are the named policies that were on."""

    realisasi: Fraction
    target: Target
    kebijakan: frozenset[str]


@dataclass(frozen=True)
class Capaian:
    """A capaian in persen. `mentah` is as computed, `nilai` between floor and cap and rounded by the settings.

    Without a value both are None and `alasan` is a code of `rumus.ALASAN`.
    """

    rumus: str
    mentah: float | None
    nilai: Decimal | None
    predikat: Jenjang | None
    alasan: str | None
    masukan: Masukan | None

    @property
    def mencapai(self) -> bool:
        """Whether the target was reached, judged on the value before rounding for print."""
        return self.mentah is not None and round(self.mentah, 10) >= 100

    @property
    def tulisan(self) -> str:
        """`85,24`, or the sentence that says why there is no value."""
        if self.nilai is not None:
            return tulis_minus(tulis_angka(self.nilai, -int(self.nilai.as_tuple().exponent)))
        return ALASAN[self.alasan] if self.alasan else ""

    @cached_property
    def cara_hitung(self) -> str:
        """The working with its numbers, `(2 × 49 − 56,23) / 49 × 100 = 85,24`, or an empty text without a value."""
        if self.masukan is None or self.mentah is None:
            return ""
        return tulis_cara_hitung(self.rumus, self.masukan)

    def urutan(self, *, tercapai: bool | None) -> float:
        """Where it stands when the worst come first; `tercapai`: what was found without a percent.

        A target of 0 that is missed, or one that is missed without a percent, is the worst: nothing says how near it
        was. What has no value stands last.
        """
        menuju_nol = self.masukan is not None and self.masukan.target.nilai == 0
        if tercapai is False and (self.mentah is None or menuju_nol):
            return float("-inf")
        return float("inf") if self.mentah is None else self.mentah


def bulatkan_pecahan(nilai: Fraction, desimal: int) -> Decimal:
    """Round an exact value half away from zero."""
    skala = 10**desimal
    utuh = (2 * abs(nilai.numerator) * skala + nilai.denominator) // (2 * nilai.denominator)
    return Decimal(-utuh if nilai < 0 else utuh).scaleb(-desimal)


def bulatkan_capaian(nilai: Fraction, desimal: int) -> Decimal:
    """Round an exact capaian as the SQL macro `bulat` does: taken at ten decimals first, then half away from zero."""
    return bulatkan(bulatkan_pecahan(nilai, DESIMAL_HITUNG), desimal)


def potong_pecahan(nilai: Fraction, desimal: int) -> Decimal:
    """Cut an exact value off behind its decimals, toward zero."""
    utuh = abs(nilai.numerator) * 10**desimal // nilai.denominator
    return Decimal(-utuh if nilai < 0 else utuh).scaleb(-desimal)


def hitung(kode_rumus: str, realisasi: Fraction | None, target: Target, pengaturan: Pengaturan) -> Capaian:
    """Compute the capaian of one value exactly.

    `realisasi` is exact (pembilang / penyebut × faktor where the indicator has them). For an ordinal rumus the caller
    passes the numbers that the scale gives to both grades.
    """
    alasan = _alasan_masukan(realisasi, target)
    if alasan is not None or realisasi is None:
        return Capaian(kode_rumus, None, None, None, alasan, None)
    masukan = Masukan(realisasi, target, pengaturan.kebijakan)
    mentah = hitung_mentah(kode_rumus, realisasi, target, pengaturan.kebijakan)
    if isinstance(mentah, str):
        return Capaian(kode_rumus, None, None, None, mentah, masukan)
    nilai = bulatkan_capaian(pengaturan.batasi(mentah), pengaturan.desimal)
    return Capaian(kode_rumus, float(mentah), nilai, pengaturan.skala.beri(nilai), None, masukan)


def hitung_mentah(kode_rumus: str, realisasi: Fraction, target: Target, kebijakan: frozenset[str]) -> Fraction | str:
    """The exact unrounded capaian, or the code of the reason why there is none."""
    masukan = _isi(realisasi, target)
    kasus = pilih_kasus(DAFTAR_RUMUS[kode_rumus], target.bentuk, masukan, kebijakan)
    if kasus.hasil is None:
        return str(kasus.tanpa)
    mentah = ekspresi.nilai(kasus.hasil, masukan)
    return mentah if abs(mentah) < BATAS_CAPAIAN else "di_luar_jangkauan"


def hitung_padanan(capaian: Capaian, pengaturan: Pengaturan) -> Capaian | None:
    """What the other formula of the same polaritas would give, or None where there is no other."""
    lain = PADANAN.get(capaian.rumus)
    masukan = capaian.masukan
    if lain is None or masukan is None or masukan.target.bentuk == "rentang":
        return None
    return hitung(lain, masukan.realisasi, masukan.target, pengaturan)


def tulis_cara_hitung(kode_rumus: str, masukan: Masukan) -> str:
    """The working of a capaian that has a value; a fixed value says under which condition it stands."""
    rumus = DAFTAR_RUMUS[kode_rumus]
    nilai = _isi(masukan.realisasi, masukan.target)
    kasus = pilih_kasus(rumus, masukan.target.bentuk, nilai, masukan.kebijakan)
    if kasus.hasil is None:
        return ALASAN[str(kasus.tanpa)]
    hasil = tulis_minus(tulis_angka(bulatkan_capaian(ekspresi.nilai(kasus.hasil, nilai), 2), 2))
    if kasus.bila == "realisasi == target":
        return f"{tulis_ekspresi(rumus.umum, lambda kunci: _tulis_pecahan(nilai[kunci]))} = {hasil}"
    if not ekspresi.kunci_dipakai(kasus.hasil):
        return f"{tulis_ekspresi(str(kasus.bila), lambda kunci: f'{kunci} {_tulis_pecahan(nilai[kunci])}')}: {hasil}"
    return f"{tulis_ekspresi(kasus.hasil, lambda kunci: _tulis_pecahan(nilai[kunci]))} = {hasil}"


def _alasan_masukan(realisasi: Fraction | None, target: Target) -> str | None:
    if target.nilai is None and target.bawah is None:
        return "tanpa_target" if target.peringkat is None else "skala_tanpa_angka"
    return "tanpa_realisasi" if realisasi is None else None


def _isi(realisasi: Fraction, target: Target) -> dict[str, Fraction]:
    kolom = {"target": target.nilai, "bawah": target.bawah, "atas": target.atas}
    return {"realisasi": realisasi, **{kunci: Fraction(nilai) for kunci, nilai in kolom.items() if nilai is not None}}


def _tulis_pecahan(nilai: Fraction) -> str:
    """A number of the working; one that does not end is shown with six decimals and an ellipsis."""
    tepat = bulatkan_pecahan(nilai, 12)
    teks = tulis_angka(tepat) if Fraction(tepat) == nilai else f"{tulis_angka(potong_pecahan(nilai, 6))}…"
    return f"({tulis_minus(teks)})" if nilai < 0 else teks
